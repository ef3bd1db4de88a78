// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/inspect/control.h"

#include "simulator/admin/answers.h"
#include "simulator/admin/resourcekind.h"
#include "simulator/admin/schemas.h"

#include <QHostAddress>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

QJsonObject nodeOfMap(const QString &key, const QJsonValue &weight, int fallback)
{
    const qsizetype colon = key.lastIndexOf(u':');
    const bool hasPort = colon > 0 && !key.endsWith(u']');
    return {{u"host"_s, hasPort ? key.left(colon) : key},
            {u"port"_s, hasPort ? key.sliced(colon + 1).toInt() : fallback},
            {u"weight"_s, weight}};
}

QJsonArray nodeList(const QJsonObject &upstream)
{
    const QString scheme = upstream.value("scheme"_L1).toString();
    const int port = scheme == "https"_L1 || scheme == "grpcs"_L1 ? 443 : 80;
    QJsonArray list;
    const QJsonObject map = upstream.value("nodes"_L1).toObject();
    for (auto it = map.begin(); it != map.end(); ++it)
        list.append(nodeOfMap(it.key(), it.value(), port));
    const QJsonArray nodes = upstream.value("nodes"_L1).toArray();
    for (const QJsonValue &value : nodes) {
        QJsonObject node = value.toObject();
        if (!node.contains("port"_L1))
            node.insert("port"_L1, port);
        list.append(node);
    }
    return list;
}

bool hasDomain(const QJsonArray &nodes)
{
    return std::any_of(nodes.begin(), nodes.end(), [](const QJsonValue &node) {
        return QHostAddress(node.toObject().value("host"_L1).toString()).isNull();
    });
}

QJsonObject filledPlugins(const Schemas &schemas, QJsonObject plugins)
{
    const QStringList names = plugins.keys();
    for (const QString &name : names) {
        if (const SchemaValidator *schema = schemas.find(u"plugins/"_s + name))
            plugins.insert(name, schema->withDefaults(plugins.value(name)));
    }
    return plugins;
}

// With the data plane's defaults, and nodes as it keeps them.
QJsonObject filled(const Schemas &schemas, Collection collection, const QJsonObject &stored)
{
    const SchemaValidator *schema = schemas.find(QLatin1StringView(resourceKind(collection).schema));
    QJsonObject value = schema->withDefaults(stored).toObject();
    if (value.contains("nodes"_L1))
        value.insert("nodes"_L1, nodeList(value));
    QJsonObject upstream = value.value("upstream"_L1).toObject();
    if (upstream.contains("nodes"_L1)) {
        upstream.insert("nodes"_L1, nodeList(upstream));
        value.insert("upstream"_L1, upstream);
    }
    if (value.contains("plugins"_L1))
        value.insert("plugins"_L1, filledPlugins(schemas, value.value("plugins"_L1).toObject()));
    return value;
}

QJsonObject shown(const Schemas &schemas, Collection collection, const StoredItem &item)
{
    QJsonObject value = filled(schemas, collection, item.value);
    value.insert("id"_L1, QString::fromStdString(item.id));
    const QJsonObject upstream = collection == Collection::Upstreams ? value : value.value("upstream"_L1).toObject();
    return {{u"key"_s, storeKey(collection, item.id)},
            {u"value"_s, value},
            {u"createdIndex"_s, static_cast<qint64>(item.createdIndex)},
            {u"modifiedIndex"_s, static_cast<qint64>(item.modifiedIndex)},
            {u"has_domain"_s, hasDomain(upstream.value("nodes"_L1).toArray())},
            {u"clean_handlers"_s, QJsonObject()}};
}

QJsonArray all(const Snapshot &snapshot, const Schemas &schemas, Collection collection)
{
    QJsonArray list;
    for (const auto &[id, item] : snapshot[collection])
        list.append(shown(schemas, collection, *item));
    return list;
}

QJsonObject schemaPage(const Schemas &schemas)
{
    QJsonObject main;
    for (const ResourceKind &kind : resourceKinds()) {
        if (const SchemaValidator *schema = schemas.find(QLatin1StringView(kind.schema)))
            main.insert(QLatin1StringView(kind.schema), schema->schema());
    }
    QJsonObject plugins;
    for (const PluginInfo &plugin : schemas.plugins())
        plugins.insert(plugin.name, QJsonObject{{u"priority"_s, plugin.priority},
                                                {u"schema"_s, schemas.find(u"plugins/"_s + plugin.name)->schema()}});
    return {{u"main"_s, main}, {u"plugins"_s, plugins}, {u"stream_plugins"_s, QJsonObject()}};
}

Response healthPage(const Snapshot &snapshot, const QJsonArray &health, const QStringList &path)
{
    if (path.size() < 4)
        return jsonResponse(200, health);
    const QString &kind = path.at(2);
    const QString &id = path.at(3);
    static const QStringList kinds{u"routes"_s, u"services"_s, u"upstreams"_s, u"stream_routes"_s};
    if (!kinds.contains(kind))
        return refusal(400, u"invalid src type "_s + kind);
    const QString key = u"/apisix/%1/%2"_s.arg(kind, id);
    for (const QJsonValue &entry : health) {
        if (entry.toObject().value("name"_L1) == QJsonValue(key))
            return jsonResponse(200, entry);
    }
    const ResourceKind *resource = resourceKind(kind);
    const bool exists = resource && snapshot.find(resource->collection, id.toStdString());
    return refusal(404, exists ? u"no checker for %1[%2]"_s.arg(kind, id) : u"%1[%2] not found"_s.arg(kind, id));
}

Response metadata(const Snapshot &snapshot, const QStringList &path)
{
    if (path.at(1) == "plugin_metadatas"_L1) {
        QJsonArray list;
        for (const auto &[id, item] : snapshot[Collection::PluginMetadata])
            list.append(item->value);
        return jsonResponse(200, list);
    }
    const ItemPtr item = snapshot.find(Collection::PluginMetadata, path.value(2).toStdString());
    return item ? jsonResponse(200, item->value) : refusal(404, u"plugin metadata[%1] not found"_s.arg(path.value(2)));
}

} // namespace

Response controlApi(const Snapshot &snapshot, const Schemas &schemas, const QJsonArray &health, const Request &request)
{
    const QString target = QString::fromStdString(request.target);
    const QStringList path =
        QUrl::fromPercentEncoding(target.section(u'?', 0, 0).toUtf8()).split(u'/', Qt::SkipEmptyParts);
    if (path.size() < 2 || path.first() != "v1"_L1)
        return htmlResponse(404);
    const QString &what = path.at(1);
    if ((request.method == "POST" && what == "gc"_L1) ||
        (request.method == "PUT" && what == "plugins"_L1 && path.value(2) == "reload"_L1))
        return {200, {{"Content-Type", "text/plain; charset=utf-8"}}, {}, false};
    if (request.method != "GET")
        return htmlResponse(404);
    if (what == "schema"_L1)
        return jsonResponse(200, schemaPage(schemas));
    if (what == "healthcheck"_L1)
        return healthPage(snapshot, health, path);
    if (what == "plugin_metadatas"_L1 || what == "plugin_metadata"_L1)
        return metadata(snapshot, path);
    for (const auto &[one, collection] :
         {std::pair(u"route"_s, Collection::Routes), std::pair(u"service"_s, Collection::Services),
          std::pair(u"upstream"_s, Collection::Upstreams)}) {
        if (what == one + u's')
            return jsonResponse(200, all(snapshot, schemas, collection));
        if (what != one)
            continue;
        const ItemPtr item = snapshot.find(collection, path.value(2).toStdString());
        return item ? jsonResponse(200, shown(schemas, collection, *item))
                    : refusal(404, u"%1[%2] not found"_s.arg(one, path.value(2)));
    }
    return htmlResponse(404);
}

} // namespace sluice::simulator
