// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/inspect/control.h"

#include "simulator/admin/luajson.h"
#include "simulator/admin/resourcekind.h"
#include "simulator/admin/schemas.h"
#include "simulator/http/errorpage.h"

#include <QHostAddress>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

Response json(int status, const QJsonValue &body)
{
    return {status, {{"Content-Type", "application/json"}}, encodeJson(body) + '\n', true};
}

Response refusal(int status, const QString &message)
{
    return json(status, QJsonObject{{u"error_msg"_s, message}});
}

Response notFound()
{
    return {404, {{"Content-Type", "text/html; charset=utf-8"}}, errorPage(404), false};
}

void setDefault(QJsonObject &object, QLatin1StringView name, const QJsonValue &value)
{
    if (!object.contains(name))
        object.insert(name, value);
}

QJsonObject nodeOfMap(const QString &key, const QJsonValue &weight, int fallback)
{
    const qsizetype colon = key.lastIndexOf(u':');
    const bool hasPort = colon > 0 && !key.endsWith(u']');
    return {{u"host"_s, hasPort ? key.left(colon) : key},
            {u"port"_s, hasPort ? key.sliced(colon + 1).toInt() : fallback},
            {u"weight"_s, weight},
            {u"priority"_s, 0}};
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
        setDefault(node, "port"_L1, port);
        setDefault(node, "priority"_L1, 0);
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

QJsonObject filledUpstream(QJsonObject upstream)
{
    setDefault(upstream, "type"_L1, u"roundrobin"_s);
    setDefault(upstream, "hash_on"_L1, u"vars"_s);
    setDefault(upstream, "scheme"_L1, u"http"_s);
    setDefault(upstream, "pass_host"_L1, u"pass"_s);
    if (upstream.contains("nodes"_L1))
        upstream.insert("nodes"_L1, nodeList(upstream));
    return upstream;
}

QJsonObject filled(Collection collection, QJsonObject value)
{
    if (collection == Collection::Upstreams)
        return filledUpstream(value);
    if (collection == Collection::Routes) {
        setDefault(value, "priority"_L1, 0);
        setDefault(value, "status"_L1, 1);
    }
    if (value.contains("upstream"_L1))
        value.insert("upstream"_L1, filledUpstream(value.value("upstream"_L1).toObject()));
    return value;
}

QJsonObject shown(Collection collection, const StoredItem &item)
{
    QJsonObject value = filled(collection, item.value);
    value.insert("id"_L1, QString::fromStdString(item.id));
    const QJsonObject upstream = collection == Collection::Upstreams ? value : value.value("upstream"_L1).toObject();
    return {{u"key"_s, storeKey(collection, item.id)},
            {u"value"_s, value},
            {u"createdIndex"_s, static_cast<qint64>(item.createdIndex)},
            {u"modifiedIndex"_s, static_cast<qint64>(item.modifiedIndex)},
            {u"has_domain"_s, hasDomain(upstream.value("nodes"_L1).toArray())},
            {u"clean_handlers"_s, QJsonObject()}};
}

QJsonArray all(const Snapshot &snapshot, Collection collection)
{
    QJsonArray list;
    for (const auto &[id, item] : snapshot[collection])
        list.append(shown(collection, *item));
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
        return json(200, health);
    const QString kind = path.at(2);
    const QString id = path.at(3);
    static const QStringList kinds{u"routes"_s, u"services"_s, u"upstreams"_s, u"stream_routes"_s};
    if (!kinds.contains(kind))
        return refusal(400, u"invalid src type "_s + kind);
    const QString key = u"/apisix/%1/%2"_s.arg(kind, id);
    for (const QJsonValue &entry : health) {
        if (entry.toObject().value("name"_L1) == QJsonValue(key))
            return json(200, entry);
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
        return json(200, list);
    }
    const ItemPtr item = snapshot.find(Collection::PluginMetadata, path.value(2).toStdString());
    return item ? json(200, item->value) : refusal(404, u"plugin metadata[%1] not found"_s.arg(path.value(2)));
}

} // namespace

Response controlApi(const Snapshot &snapshot, const Schemas &schemas, const QJsonArray &health, const Request &request)
{
    const QString target = QString::fromStdString(request.target);
    const QStringList path =
        QUrl::fromPercentEncoding(target.section(u'?', 0, 0).toUtf8()).split(u'/', Qt::SkipEmptyParts);
    if (path.size() < 2 || path.first() != "v1"_L1)
        return notFound();
    const QString what = path.at(1);
    if ((request.method == "POST" && what == "gc"_L1) ||
        (request.method == "PUT" && what == "plugins"_L1 && path.value(2) == "reload"_L1))
        return {200, {{"Content-Type", "text/plain; charset=utf-8"}}, {}, false};
    if (request.method != "GET")
        return notFound();
    if (what == "schema"_L1)
        return json(200, schemaPage(schemas));
    if (what == "healthcheck"_L1)
        return healthPage(snapshot, health, path);
    if (what == "plugin_metadatas"_L1 || what == "plugin_metadata"_L1)
        return metadata(snapshot, path);
    for (const auto &[one, collection] :
         {std::pair(u"route"_s, Collection::Routes), std::pair(u"service"_s, Collection::Services),
          std::pair(u"upstream"_s, Collection::Upstreams)}) {
        if (what == one + u's')
            return json(200, all(snapshot, collection));
        if (what != one)
            continue;
        const ItemPtr item = snapshot.find(collection, path.value(2).toStdString());
        return item ? json(200, shown(collection, *item)) : refusal(404, u"%1[%2] not found"_s.arg(one, path.value(2)));
    }
    return notFound();
}

} // namespace sluice::simulator
