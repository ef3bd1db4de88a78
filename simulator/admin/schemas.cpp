// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/schemas.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

static void loadResource()
{
    Q_INIT_RESOURCE(schemas);
}

namespace sluice::simulator {

namespace {

QJsonDocument readSchemas(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll());
}

QJsonValue expanded(const QJsonValue &value, const QJsonObject &common)
{
    if (value.isArray()) {
        QJsonArray result;
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            result.append(expanded(item, common));
        return result;
    }
    if (!value.isObject())
        return value;
    const QJsonObject object = value.toObject();
    if (object.contains("$use"_L1))
        return expanded(common.value(object.value("$use"_L1).toString()), common);
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(it.key(), expanded(it.value(), common));
    return result;
}

QJsonObject withMeta(QJsonObject schema, const QJsonObject &common)
{
    QJsonObject properties = schema.value("properties"_L1).toObject();
    properties.insert("_meta"_L1, expanded(common.value("meta"_L1), common));
    schema.insert("type"_L1, u"object"_s);
    schema.insert("properties"_L1, properties);
    return schema;
}

} // namespace

Schemas::Schemas()
{
    loadResource();
    const QString base = u":/sluice/schemas/"_s;
    const QJsonObject common = readSchemas(base + u"common.json"_s).object();
    QDirIterator files(base, {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = path.sliced(base.size()).chopped(5);
        if (name == "common"_L1 || name == "plugin-list"_L1)
            continue;
        QJsonObject schema = expanded(readSchemas(path).object(), common).toObject();
        if (name.startsWith("plugins/"_L1) && !name.endsWith(".metadata"_L1))
            schema = withMeta(schema, common);
        m_validators.insert(name, std::make_shared<SchemaValidator>(schema));
    }
    const QJsonArray list = readSchemas(base + u"plugin-list.json"_s).array();
    for (const QJsonValue &value : list) {
        const QJsonObject item = value.toObject();
        const PluginInfo info{.name = item.value("name"_L1).toString(),
                              .priority = item.value("priority"_L1).toInt(),
                              .isAuth = item.value("auth"_L1).toBool(),
                              .isHttp = item.value("http"_L1).toBool(true),
                              .isStream = item.value("stream"_L1).toBool(),
                              .secretFields = item.value("secret"_L1).toVariant().toStringList()};
        m_plugins.append(info);
        if (item.contains("metadata"_L1))
            m_validators.insert(
                u"plugins/%1.metadata"_s.arg(info.name),
                std::make_shared<SchemaValidator>(expanded(item.value("metadata"_L1), common).toObject()));
        // A plugin that is not simulated takes any conf; its _meta is checked all the same.
        if (!m_validators.contains(u"plugins/"_s + info.name))
            m_validators.insert(u"plugins/"_s + info.name, std::make_shared<SchemaValidator>(withMeta({}, common)));
    }
}

const SchemaValidator *Schemas::find(const QString &name) const
{
    return m_validators.value(name).get();
}

const PluginInfo *Schemas::plugin(const QString &name) const
{
    const auto found =
        std::find_if(m_plugins.begin(), m_plugins.end(), [&](const PluginInfo &info) { return info.name == name; });
    return found == m_plugins.end() ? nullptr : &*found;
}

} // namespace sluice::simulator
