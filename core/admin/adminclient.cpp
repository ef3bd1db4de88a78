// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/adminclient.h"

#include "core/admin/answer.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct AdminClientText
{
    Q_DECLARE_TR_FUNCTIONS(AdminClient)
};

constexpr int pageSize = 500; ///< the largest that APISIX allows (E14)

QString pathOf(ResourceKind kind, const QString &id)
{
    return toText(kind) + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(id, "/"));
}

Resource resourceOf(const QJsonValue &item)
{
    Resource result;
    result.value = item[u"value"_s].toObject();
    result.createdIndex = item[u"createdIndex"_s].toVariant().toLongLong();
    result.modifiedIndex = item[u"modifiedIndex"_s].toVariant().toLongLong();
    return result;
}

HttpRequest requestOf(const AdminRequest &request)
{
    return {request.method, request.path, request.bodyText()};
}

Error unsupported(const QString &reason, const QString &advice)
{
    return {.kind = Error::Kind::Unsupported, .reason = reason, .detail = {}, .traffic = {}, .advice = advice};
}

GatewayInfo infoFrom(const HttpReply &reply)
{
    GatewayInfo info;
    info.server = QString::fromLatin1(reply.server);
    info.simulatorWorkers = reply.workers.toInt();
    if (info.server.startsWith("APISIX/"_L1))
        info.version = QVersionNumber::fromString(info.server.mid(7));
    const QJsonArray plugins = QJsonDocument::fromJson(reply.body).array();
    for (const QJsonValue &plugin : plugins)
        info.plugins.append(plugin.toString());
    info.hasTrafficSplit = info.plugins.isEmpty() || info.plugins.contains("traffic-split"_L1);
    info.isReadOnlyVersion = !info.version.isNull() && info.version < QVersionNumber(3, 7);
    return info;
}

} // namespace

AdminRequest putRequest(ResourceKind kind, const QString &id, const QJsonObject &value)
{
    return {"PUT", pathOf(kind, id), value};
}

AdminRequest patchRequest(ResourceKind kind, const QString &id, const QJsonObject &change)
{
    return {"PATCH", pathOf(kind, id), change};
}

AdminRequest deleteRequest(ResourceKind kind, const QString &id)
{
    return {"DELETE", pathOf(kind, id), {}};
}

std::optional<Error> GatewayInfo::refusal() const
{
    if (role == Role::Viewer)
        return Error{.kind = Error::Kind::ReadOnlyKey,
                     .reason = AdminClientText::tr("This Admin key may only read."),
                     .detail = {},
                     .traffic = {},
                     .advice = AdminClientText::tr("Use a key with the role admin to change anything.")};
    if (isReadOnlyVersion)
        return unsupported(AdminClientText::tr("APISIX %1 can be looked at, not changed: releases need 3.7 or later.")
                               .arg(version.toString()),
                           AdminClientText::tr("Update the gateway."));
    if (!hasTrafficSplit)
        return unsupported(
            AdminClientText::tr("The gateway runs without the plugin traffic-split."),
            AdminClientText::tr("Add the line \"- traffic-split\" under plugins: in the gateway's config.yaml, and "
                                "reload it."));
    return std::nullopt;
}

AdminClient::AdminClient(Transport &transport, bool readOnly, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_readOnly(readOnly)
{
}

QCoro::Task<Result<QJsonValue>> AdminClient::call(HttpRequest request)
{
    if (m_readOnly && !request.isRead()) {
        Error refused{.kind = Error::Kind::ReadOnlyCluster,
                      .reason = AdminClientText::tr("This cluster is set to read-only."),
                      .detail = {},
                      .traffic = {},
                      .advice = AdminClientText::tr("Change that in the cluster's settings.")};
        co_return refused;
    }
    Result<HttpReply> reply = co_await m_transport.send(request);
    if (!reply)
        co_return reply.error();
    Result<QJsonValue> meaning = meaningOf(*reply, request);
    co_return meaning;
}

QCoro::Task<Result<Resource>> AdminClient::one(HttpRequest request)
{
    Result<QJsonValue> answer = co_await call(request);
    if (!answer)
        co_return answer.error();
    if (!(*answer)[u"value"_s].isObject()) {
        Error fault = unsupported(AdminClientText::tr("The answer is not that of an Admin API of version 3."), {});
        fault.detail = QString::fromUtf8(QJsonDocument(answer->toObject()).toJson(QJsonDocument::Compact));
        if (!request.isRead())
            fault.kind = Error::Kind::Unknown;
        co_return fault;
    }
    Resource resource = resourceOf(*answer);
    co_return resource;
}

QCoro::Task<Result<Resource>> AdminClient::get(ResourceKind kind, QString id)
{
    HttpRequest request{"GET", pathOf(kind, id), {}};
    Result<Resource> found = co_await one(request);
    co_return found;
}

QCoro::Task<Result<QList<Resource>>> AdminClient::list(ResourceKind kind, QString label)
{
    QList<Resource> all;
    QHash<QString, qsizetype> positions;
    for (int page = 1;; ++page) {
        HttpRequest request;
        request.path = u"%1?page=%2&page_size=%3"_s.arg(toText(kind)).arg(page).arg(pageSize);
        if (!label.isEmpty())
            request.path += u"&label="_s + QString::fromLatin1(QUrl::toPercentEncoding(label));
        Result<QJsonValue> answer = co_await call(request);
        if (!answer)
            co_return answer.error();
        if (!(*answer)[u"total"_s].isDouble()) {
            Error fault = unsupported(AdminClientText::tr("The answer is not that of an Admin API of version 3."), {});
            co_return fault;
        }
        // Past the end APISIX sends {} where a list is meant.
        const QJsonArray items = (*answer)[u"list"_s].toArray();
        for (const QJsonValue &item : items) {
            const QString key = item[u"key"_s].toString();
            if (const auto known = positions.constFind(key); known != positions.constEnd()) {
                all[*known] = resourceOf(item);
                continue;
            }
            positions.insert(key, all.size());
            all.append(resourceOf(item));
        }
        if (items.size() < pageSize)
            break;
    }
    co_return all;
}

QCoro::Task<Result<QList<Resource>>> AdminClient::credentials(QString consumer)
{
    const HttpRequest request{"GET", pathOf(ResourceKind::Credentials, consumer + u"/credentials"_s), {}};
    Result<QJsonValue> answer = co_await call(request);
    // A consumer without any has no such collection.
    if (!answer && answer.error().kind != Error::Kind::NotFound)
        co_return answer.error();
    QList<Resource> all;
    if (answer) {
        const QJsonArray items = (*answer)[u"list"_s].toArray();
        for (const QJsonValue &item : items)
            all.append(resourceOf(item));
    }
    co_return all;
}

QCoro::Task<Result<Resource>> AdminClient::put(ResourceKind kind, QString id, QJsonObject value, int ttl)
{
    HttpRequest request = requestOf(putRequest(kind, id, value));
    if (ttl > 0)
        request.path += u"?ttl=%1"_s.arg(ttl);
    Result<Resource> stored = co_await one(request);
    co_return stored;
}

QCoro::Task<Result<Resource>> AdminClient::patch(ResourceKind kind, QString id, QJsonObject change)
{
    const HttpRequest request = requestOf(patchRequest(kind, id, change));
    Result<Resource> stored = co_await one(request);
    co_return stored;
}

QCoro::Task<Result<void>> AdminClient::remove(ResourceKind kind, QString id)
{
    const HttpRequest request = requestOf(deleteRequest(kind, id));
    Result<QJsonValue> answer = co_await call(request);
    if (!answer && answer.error().kind == Error::Kind::Unknown)
        answer = co_await call(request);
    if (!answer && answer.error().kind != Error::Kind::NotFound)
        co_return answer.error();
    Result<void> done;
    co_return done;
}

QCoro::Task<Result<QStringList>> AdminClient::encryptedFields(QString plugin, PluginPlace place)
{
    HttpRequest request{"GET", u"plugins/"_s + QString::fromLatin1(QUrl::toPercentEncoding(plugin)), {}};
    if (place == PluginPlace::Consumer)
        request.path += u"?schema_type=consumer"_s;
    else if (place == PluginPlace::Stream)
        request.path += u"?subsystem=stream"_s;
    Result<QJsonValue> schema = co_await call(request);
    // Unknown plugin: 404; a plugin without such a schema: 400.
    if (!schema && schema.error().kind != Error::Kind::NotFound && schema.error().kind != Error::Kind::Invalid)
        co_return schema.error();
    QStringList fields;
    if (schema) {
        const QJsonArray declared = (*schema)[u"encrypt_fields"_s].toArray();
        for (const QJsonValue &field : declared)
            fields.append(field.toString());
    }
    co_return fields;
}

QCoro::Task<Result<GatewayInfo>> AdminClient::probe(bool askRole)
{
    const HttpRequest plugins{"GET", u"plugins/list"_s, {}};
    Result<HttpReply> reply = co_await m_transport.send(plugins);
    if (!reply)
        co_return reply.error();
    if (reply->server.startsWith("API7")) {
        Error fault = unsupported(AdminClientText::tr("This is API7 Enterprise, whose Admin API is another one."), {});
        co_return fault;
    }
    const HttpRequest routes{"GET", u"routes?page=1&page_size=10"_s, {}};
    Result<HttpReply> second = co_await m_transport.send(routes);
    if (!second)
        co_return second.error();
    Result<QJsonValue> listed = meaningOf(*second, routes);
    if (listed && ((*listed)[u"node"_s].isObject() || (*listed)[u"action"_s].isString())) {
        Error fault = unsupported(AdminClientText::tr("This gateway speaks the Admin API of APISIX 2.x."),
                                  AdminClientText::tr("Update it to 3.7 or later."));
        co_return fault;
    }
    if (!listed && listed.error().kind == Error::Kind::NotFound) {
        const HttpRequest configs{"GET", u"configs"_s, {}};
        Result<QJsonValue> standalone = co_await call(configs);
        if (standalone) {
            Error fault = unsupported(
                AdminClientText::tr(
                    "This gateway runs in standalone mode: its configuration is one file, not an Admin API."),
                AdminClientText::tr("Use the traditional or the decoupled mode."));
            co_return fault;
        }
    }
    if (!listed && listed.error().kind == Error::Kind::NotFound) {
        Error fault = listed.error();
        fault.kind = Error::Kind::Unreachable;
        fault.reason = AdminClientText::tr("No Admin API answers at this address.");
        fault.advice = AdminClientText::tr("Check host, port and base path; the port of the gateway is another one.");
        co_return fault;
    }
    if (!listed)
        co_return listed.error();
    if (!(*listed)[u"total"_s].isDouble()) {
        Error fault = unsupported(AdminClientText::tr("The answer is not that of an Admin API of version 3."),
                                  AdminClientText::tr("Check the address: something else may answer there."));
        co_return fault;
    }
    GatewayInfo info = infoFrom(*reply);
    if (askRole) {
        const HttpRequest role{"PUT", u"schema/route"_s, "{}"};
        Result<HttpReply> answer = co_await m_transport.send(role);
        if (answer && answer->status == 404)
            info.role = GatewayInfo::Role::Admin;
        else if (answer && answer->status == 401)
            info.role = GatewayInfo::Role::Viewer;
    }
    co_return info;
}

} // namespace sluice
