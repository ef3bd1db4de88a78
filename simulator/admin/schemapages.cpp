// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/schemapages.h"

#include "simulator/admin/answers.h"
#include "simulator/admin/resourcekind.h"
#include "simulator/admin/schemas.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

QJsonObject pluginPage(const Schemas &schemas, const PluginInfo &plugin)
{
    const QString name = u"plugins/"_s + plugin.name;
    QJsonObject page{
        {u"version"_s, 0.1}, {u"priority"_s, plugin.priority}, {u"schema"_s, schemas.find(name)->schema()}};
    if (const SchemaValidator *consumer = schemas.find(name + u".consumer"_s))
        page.insert("consumer_schema"_L1, consumer->schema());
    if (const SchemaValidator *metadata = schemas.find(name + u".metadata"_s))
        page.insert("metadata_schema"_L1, metadata->schema());
    if (plugin.isAuth)
        page.insert("type"_L1, u"auth"_s);
    return page;
}

Response allPlugins(const Schemas &schemas, bool stream)
{
    QJsonObject all;
    for (const PluginInfo &plugin : schemas.plugins()) {
        if (stream ? plugin.isStream : plugin.isHttp)
            all.insert(plugin.name, pluginPage(schemas, plugin));
    }
    return jsonResponse(200, all);
}

} // namespace

Response pluginsPage(const Schemas &schemas, const QStringList &segments, const Arguments &arguments)
{
    const QString subsystem = arguments.text("subsystem").value_or(u"http"_s);
    if (subsystem != "http"_L1 && subsystem != "stream"_L1)
        return refusal(400, u"unsupported subsystem: "_s + subsystem);
    const bool stream = subsystem == "stream"_L1;
    const QString name = segments.value(0);
    if (name.isEmpty() && arguments.text("all") == u"true"_s)
        return allPlugins(schemas, stream);
    const PluginInfo *plugin = schemas.plugin(name);
    if (!plugin || !(stream ? plugin->isStream : plugin->isHttp))
        return refusal(404, u"plugin not found in subsystem "_s + subsystem);
    const bool ofConsumer = arguments.text("schema_type") == u"consumer"_s;
    const SchemaValidator *validator = schemas.find(u"plugins/"_s + name + (ofConsumer ? u".consumer"_s : QString()));
    if (!validator)
        return refusal(400, u"not found schema"_s);
    QJsonObject schema = validator->schema();
    // An auth plugin's secrets are its consumers'.
    const bool secretsOfConsumer = schemas.find(u"plugins/%1.consumer"_s.arg(name)) != nullptr;
    if (!plugin->secretFields.isEmpty() && secretsOfConsumer == ofConsumer)
        schema.insert("encrypt_fields"_L1, QJsonArray::fromStringList(plugin->secretFields));
    return jsonResponse(200, schema);
}

Response pluginList(const Schemas &schemas, const Arguments &arguments)
{
    const QString subsystem = arguments.text("subsystem").value_or(u"http"_s);
    if (subsystem != "http"_L1 && subsystem != "stream"_L1)
        return textResponse(400, u"invalid subsystem passed"_s);
    QJsonArray names;
    for (const PluginInfo &plugin : schemas.plugins()) {
        if (subsystem == "http"_L1 ? plugin.isHttp : plugin.isStream)
            names.append(plugin.name);
    }
    return jsonResponse(200, names);
}

Response schemaPage(const Schemas &schemas, const QStringList &segments, const Arguments &arguments)
{
    const QString name = segments.value(0);
    if (name.isEmpty())
        return refusal(400, u"not found schema"_s);
    if (name == "plugins"_L1)
        return pluginsPage(schemas, segments.sliced(1), arguments);
    const SchemaValidator *schema = name.startsWith("secret-"_L1) ? nullptr : schemas.find(name);
    return schema ? jsonResponse(200, schema->schema()) : refusal(400, u"not found schema: "_s + name);
}

Response validateOne(const Schemas &schemas, const QString &resource, const std::optional<QJsonValue> &body)
{
    const ResourceKind *kind = resource == QLatin1StringView(resourceKind(Collection::Credentials).segment)
                                   ? &resourceKind(Collection::Credentials)
                                   : resourceKind(resource);
    const SchemaValidator *schema = kind ? schemas.find(QLatin1StringView(kind->schema)) : nullptr;
    if (!schema)
        return refusal(404, u"Unsupported resource type: "_s + resource);
    if (!body)
        return refusal(400, u"wrong type: expected object, got nil"_s);
    const auto fault = schema->validate(*body);
    return fault ? refusal(400, *fault) : textResponse(200, {});
}

} // namespace sluice::simulator
