// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/adminapi.h"

#include "core/traffic/expression.h"
#include "simulator/admin/listing.h"
#include "simulator/admin/luajson.h"
#include "simulator/admin/merge.h"
#include "simulator/admin/pluginchecks.h"
#include "simulator/admin/references.h"
#include "simulator/admin/resourcekind.h"
#include "simulator/http/errorpage.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

constexpr std::uint64_t largestBody = 1572864;

Response html(int status)
{
    return {status, {{"Content-Type", "text/html; charset=utf-8"}}, errorPage(status), false};
}

Response json(int status, const QJsonValue &body)
{
    return {status, {{"Content-Type", "application/json"}}, encodeJson(body) + '\n', true};
}

Response text(int status, const char *body)
{
    return {status, {{"Content-Type", "application/json"}}, body, true};
}

Response refusal(int status, const QString &message)
{
    return json(status, QJsonObject{{u"error_msg"_s, message}});
}

Response notFound()
{
    return json(404, QJsonObject{{u"message"_s, u"Key not found"_s}});
}

// As APISIX answers where etcd can't take a write.
Response storeFault(const Error &error)
{
    return refusal(503, error.reason);
}

// Below X-API-VERSION is what a resource's own handler answered.
Response versioned(Response response)
{
    response.headers.emplace_back("X-API-VERSION", "v3");
    return response;
}

std::optional<QString> forbiddenTime(const QJsonObject &value)
{
    for (const auto name : {"create_time"_L1, "update_time"_L1}) {
        if (value.contains(name))
            return QString(name);
        for (const auto part : {"upstream"_L1, "plugins"_L1}) {
            if (value.value(part).toObject().contains(name))
                return part + u'.' + name;
        }
    }
    return std::nullopt;
}

// Answers to writes show what is stored: secret fields as ciphertext.
QJsonObject echoed(QJsonObject value)
{
    QJsonObject plugins = value.value("plugins"_L1).toObject();
    for (const QString &name : plugins.keys()) {
        QJsonObject conf = plugins.value(name).toObject();
        const QStringList fields = encryptedFields(name);
        for (const QString &field : fields) {
            if (!conf.value(field).isString())
                continue;
            const QByteArray digest =
                QCryptographicHash::hash(conf.value(field).toString().toUtf8(), QCryptographicHash::Md5);
            conf.insert(field, QString::fromLatin1(digest.toBase64()));
            plugins.insert(name, conf);
            value.insert("plugins"_L1, plugins);
        }
    }
    return value;
}

bool isNumber(const QString &text)
{
    bool ok = false;
    text.toDouble(&ok);
    return ok;
}

} // namespace

struct AdminApi::Call
{
    const Request &request;
    QUrlQuery query;
    QStringList segments; ///< below /apisix/admin
    std::optional<QJsonValue> body;
    QString id;           ///< from the URL; "vault/1" for secrets
    std::string consumer; ///< for credentials
    QStringList subPath;  ///< of a PATCH

    std::string storedId(const QString &name) const
    {
        return consumer.empty() ? name.toStdString() : consumer + '/' + name.toStdString();
    }
};

AdminApi::AdminApi(ConfigStore &store, AdminOptions options)
    : m_store(store)
    , m_options(std::move(options))
{
}

std::optional<QString> AdminApi::checkKey(const Request &request, const QUrlQuery &query) const
{
    std::optional<std::string> key;
    if (query.hasQueryItem(u"api_key"_s))
        key = query.queryItemValue(u"api_key"_s, QUrl::FullyDecoded).toStdString();
    else if (const std::string *header = request.header("X-API-KEY"))
        key = *header;
    else if (const std::string *cookies = request.header("Cookie")) {
        const auto pairs = QString::fromStdString(*cookies).split(u';');
        for (const QString &pair : pairs) {
            if (pair.trimmed().startsWith("x_api_key="_L1))
                key = pair.trimmed().sliced(10).toStdString();
        }
    }
    if (!key || key->empty())
        return u"missing apikey"_s;
    if (*key == m_options.adminKey)
        return std::nullopt;
    if (m_options.viewerKey.empty() || *key != m_options.viewerKey)
        return u"wrong apikey"_s;
    return request.method == "GET" ? std::nullopt : std::optional(u"invalid method for role viewer"_s);
}

bool AdminApi::mayRead(const Request &request) const
{
    Request read = request;
    read.method = "GET";
    return !checkKey(read, QUrlQuery(QString::fromStdString(request.target).section(u'?', 1)));
}

Response AdminApi::handle(const Request &request)
{
    expire();
    const QString target = QString::fromStdString(request.target);
    const QString path = QUrl::fromPercentEncoding(target.section(u'?', 0, 0).toUtf8());
    Call call{.request = request,
              .query = QUrlQuery(target.section(u'?', 1)),
              .segments = path.split(u'/', Qt::SkipEmptyParts),
              .body = {},
              .id = {},
              .consumer = {},
              .subPath = {}};

    Response response = html(404);
    const bool underPrefix = path.startsWith("/apisix/admin"_L1);
    if (underPrefix && request.method == "OPTIONS") {
        response = {200,
                    {{"Content-Type", "text/plain; charset=utf-8"},
                     {"Access-Control-Allow-Origin", "*"},
                     {"Access-Control-Allow-Credentials", "true"},
                     {"Access-Control-Allow-Methods", "POST, GET, PUT, OPTIONS, DELETE, PATCH"},
                     {"Access-Control-Allow-Headers", "*"},
                     {"Access-Control-Max-Age", "3600"}},
                    {},
                    false};
    } else {
        if (call.segments.size() >= 2 && call.segments.at(0) == "apisix"_L1 && call.segments.at(1) == "admin"_L1) {
            call.segments.remove(0, 2);
            response = dispatch(call);
        }
        if (underPrefix) {
            response.headers.emplace_back("Access-Control-Allow-Origin", "*");
            response.headers.emplace_back("Access-Control-Allow-Credentials", "true");
            response.headers.emplace_back("Access-Control-Expose-Headers", "*");
            response.headers.emplace_back("Access-Control-Max-Age", "3600");
        }
    }
    response.headers.emplace_back("Server", "APISIX/" + m_options.version);
    response.headers.emplace_back("X-Sluice-Simulator", SLUICE_VERSION);
    // A verification must know how many orders of a split there are.
    response.headers.emplace_back("X-Sluice-Workers", std::to_string(m_options.workers));
    return response;
}

Response AdminApi::dispatch(Call &call)
{
    const std::string &method = call.request.method;
    if (method == "HEAD")
        return call.segments.isEmpty() ? Response{200, {{"Content-Type", "text/plain"}}, {}, false} : html(404);
    static constexpr std::string_view known[] = {"GET", "PUT", "POST", "PATCH", "DELETE"};
    if (call.segments.isEmpty() || std::find(std::begin(known), std::end(known), method) == std::end(known))
        return html(404);
    if (const auto refused = checkKey(call.request, call.query))
        return json(401, QJsonObject{{u"error_msg"_s, u"failed to check token"_s}, {u"description"_s, *refused}});

    const QString first = call.segments.first();
    if (first == "stream_routes"_L1)
        return refusal(400, u"stream mode is disabled, can not add stream routes"_s);
    if (first == "plugins"_L1)
        return pluginsPath(call);
    if (first == "schema"_L1)
        return schemaPath(call);
    if (first == "configs"_L1 && call.segments.value(1) == "validate"_L1 && method == "POST") {
        if (Response fault = readBody(call); fault.status != 200)
            return fault;
        return validateAll(call.body.value_or(QJsonValue()).toObject());
    }
    const ResourceKind *kind = resourceKind(first);
    if (!kind)
        return refusal(404, u"Unsupported resource type: "_s + first);
    call.id = call.segments.value(1);
    call.subPath = call.segments.sliced(std::min<qsizetype>(2, call.segments.size()));
    if (first == "secrets"_L1 && call.segments.size() > 1) {
        call.id = call.segments.sliced(1, std::min<qsizetype>(2, call.segments.size() - 1)).join(u'/');
        call.subPath = call.segments.sliced(std::min<qsizetype>(3, call.segments.size()));
    }
    if (first == "consumers"_L1 && call.segments.value(2) == "credentials"_L1) {
        kind = &resourceKind(Collection::Credentials);
        call.consumer = call.id.toStdString();
        call.id = call.segments.value(3);
    }
    return resource(call, *kind);
}

// Status 200 means that the body, if there is one, is in call.body.
Response AdminApi::readBody(Call &call) const
{
    const Request &request = call.request;
    const std::uint64_t size = request.bodyTooLarge ? request.declaredLength : request.body.size();
    if (size > largestBody)
        return refusal(
            400, u"invalid request body: request size %1 is greater than the maximum size %2 allowed"_s.arg(size).arg(
                     largestBody));
    if (request.body.empty())
        return {};
    auto body = decodeJson(request.body);
    if (!body)
        return json(400, QJsonObject{{u"error_msg"_s, u"invalid request body: "_s + body.error()},
                                     {u"req_body"_s, QString::fromStdString(request.body)}});
    call.body = *body;
    return {};
}

Response AdminApi::resource(Call &call, const ResourceKind &kind)
{
    if (Response fault = readBody(call); fault.status != 200)
        return fault;
    if (call.query.hasQueryItem(u"ttl"_s) && !isNumber(call.query.queryItemValue(u"ttl"_s)))
        return refusal(400, u"invalid argument ttl: should be a number"_s);
    if (kind.collection == Collection::Credentials && !m_store.snapshot()->find(Collection::Consumers, call.consumer))
        return versioned(refusal(404, u"consumer not found"_s));

    const std::string &method = call.request.method;
    if ((method == "POST" && !kind.post) || (method == "PATCH" && !kind.patch))
        return versioned(refusal(405, u"not supported `%1` method for %2"_s.arg(QString::fromStdString(method),
                                                                                QLatin1StringView(kind.words))));
    if (method == "GET")
        return versioned(get(call, kind));
    if (method == "DELETE")
        return versioned(remove(call, kind));
    if (method == "PATCH")
        return versioned(patch(call, kind));
    return versioned(putOrPost(call, kind));
}

Response AdminApi::get(const Call &call, const ResourceKind &kind) const
{
    const SnapshotPtr snapshot = m_store.snapshot();
    if (!call.id.isEmpty()) {
        const ItemPtr item = snapshot->find(kind.collection, call.storedId(call.id));
        return item ? json(200, shownItem(kind.collection, *item)) : notFound();
    }
    Items own;
    const Items *items = &(*snapshot)[kind.collection];
    if (kind.collection == Collection::Credentials) {
        for (const auto &[id, item] : *items) {
            if (id.starts_with(call.consumer + '/'))
                own.emplace(id, item);
        }
        if (own.empty())
            return notFound();
        items = &own;
    }
    auto list = listing(kind.collection, *items, call.query);
    return list ? json(200, *list) : text(400, list.error().toLatin1().constData());
}

Response AdminApi::putOrPost(Call &call, const ResourceKind &kind)
{
    if (!call.body || (call.body->isBool() && !call.body->toBool()))
        return refusal(400, u"missing configurations"_s);
    if (!call.body->isObject() && !call.body->isArray())
        return refusal(400, u"invalid configuration: wrong type: expected object"_s);
    QJsonObject value = call.body->toObject();
    const QString words = QLatin1StringView(kind.words);
    const bool post = call.request.method == "POST";

    if (kind.collection == Collection::Consumers) {
        const QJsonValue name = value.value("username"_L1);
        if (!call.id.isEmpty() && name.isString() && name.toString() != call.id)
            return refusal(400, u"wrong username"_s);
        if (name.isString())
            call.id = name.toString();
        return store(call, kind, value, true);
    }
    if (kind.collection == Collection::PluginMetadata) {
        if (call.id.isEmpty())
            return refusal(400, u"missing plugin name"_s);
        if (!m_schemas.plugin(call.id))
            return refusal(400, u"invalid plugin name"_s);
        value.insert("id"_L1, call.id);
        return store(call, kind, value, false);
    }
    if (kind.collection == Collection::Secrets) {
        const QString manager = call.id.section(u'/', 0, 0);
        if (!m_schemas.find(u"secret-"_s + manager))
            return refusal(400, u"invalid secret manager: "_s + manager);
        if (call.id.section(u'/', 1).isEmpty())
            return refusal(400, u"missing secret id"_s);
        value.insert("id"_L1, call.id);
        return store(call, kind, value, true);
    }
    const bool idInBody = value.contains("id"_L1);
    if (post) {
        if (!call.id.isEmpty() || idInBody)
            return refusal(400, u"wrong %1 id, do not need it"_s.arg(words));
        call.id = QString::number(m_store.nextRevision()).rightJustified(20, u'0');
        value.insert("id"_L1, call.id);
    } else if (call.id.isEmpty()) {
        if (!idInBody)
            return refusal(400, u"missing %1 id"_s.arg(words));
        call.id = idText(value.value("id"_L1));
    } else {
        if (idInBody && idText(value.value("id"_L1)) != call.id)
            return refusal(400, u"wrong %1 id"_s.arg(words));
        value.insert("id"_L1, call.id);
    }
    return store(call, kind, value, true);
}

Response AdminApi::patch(Call &call, const ResourceKind &kind)
{
    const QString words = QLatin1StringView(kind.words);
    if (call.id.isEmpty())
        return refusal(400, u"missing %1 id"_s.arg(words));
    if (!call.body)
        return refusal(400, u"missing new configuration"_s);
    if (call.subPath.isEmpty() && !call.body->isObject() && !call.body->isArray())
        return refusal(400, u"invalid configuration"_s);
    const QJsonObject change = call.body->toObject();
    if (call.subPath.isEmpty() && change.contains("id"_L1) && idText(change.value("id"_L1)) != call.id)
        return refusal(400, u"wrong %1 id"_s.arg(words));
    const ItemPtr before = m_store.snapshot()->find(kind.collection, call.storedId(call.id));
    if (!before)
        return notFound();
    QJsonObject value;
    if (call.subPath.isEmpty()) {
        value = merged(before->value, change);
        if (!change.contains("update_time"_L1))
            value.remove("update_time"_L1);
    } else {
        auto replaced = replacedAt(before->value, call.subPath, *call.body);
        if (!replaced)
            return refusal(400, u"invalid sub-path: "_s + replaced.error());
        value = *replaced;
        value.remove("update_time"_L1);
    }
    return store(call, kind, value, false);
}

std::optional<QString> AdminApi::fault(const ResourceKind &kind, const Call &call, const QJsonObject &value) const
{
    if (kind.collection == Collection::PluginMetadata)
        return std::nullopt;
    if (kind.collection == Collection::Routes) {
        if (value.contains("host"_L1) && value.contains("hosts"_L1))
            return u"only one of host or hosts is allowed"_s;
        if (value.contains("remote_addr"_L1) && value.contains("remote_addrs"_L1))
            return u"only one of remote_addr or remote_addrs is allowed"_s;
    }
    const QString schema = kind.collection == Collection::Secrets ? u"secret-"_s + call.id.section(u'/', 0, 0)
                                                                  : QString(QLatin1StringView(kind.schema));
    if (const auto found = m_schemas.find(schema)->validate(value))
        return u"invalid configuration: "_s + *found;
    if (kind.collection == Collection::Upstreams) {
        if (auto found = checkUpstream(value))
            return found;
    } else if (value.value("upstream"_L1).isObject()) {
        if (auto found = checkUpstream(value.value("upstream"_L1).toObject()))
            return found;
    }
    const SnapshotPtr snapshot = m_store.snapshot();
    if (auto found = danglingReference(*snapshot, kind.collection, value))
        return found;
    const bool ofConsumer = kind.collection == Collection::Consumers || kind.collection == Collection::Credentials;
    const QJsonObject plugins = value.value("plugins"_L1).toObject();
    if (const auto found = checkPlugins(m_schemas, plugins, ofConsumer ? PluginOwner::Consumer : PluginOwner::Route))
        return (kind.collection == Collection::Consumers ? u"invalid plugins configuration: "_s : QString()) + *found;
    if (kind.collection == Collection::Credentials && !plugins.isEmpty() &&
        !m_schemas.plugin(plugins.keys().first())->isAuth)
        return u"only supports auth type plugins in consumer credential"_s;
    if (auto found = duplicatePlugin(*snapshot, kind.collection, call.storedId(call.id), value))
        return found;
    if (kind.collection == Collection::Routes && value.value("vars"_L1).isArray()) {
        if (const auto compiled = Expression::compile(value.value("vars"_L1).toArray()); !compiled)
            return u"failed to validate the 'vars' expression: "_s + compiled.error();
    }
    return std::nullopt;
}

Response AdminApi::store(const Call &call, const ResourceKind &kind, QJsonObject value, bool forbidTimes)
{
    if (forbidTimes) {
        if (const auto time = forbiddenTime(value))
            return refusal(400, u"the property is forbidden:  "_s + *time);
    }
    if (const auto found = fault(kind, call, value))
        return refusal(400, *found);

    const std::string id = call.storedId(call.id);
    const ItemPtr before = m_store.snapshot()->find(kind.collection, id);
    if (kind.collection != Collection::PluginMetadata) {
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        value.insert("create_time"_L1, before ? before->value.value("create_time"_L1) : QJsonValue(now));
        if (!value.contains("update_time"_L1))
            value.insert("update_time"_L1, now);
    }
    std::optional<qint64> ttl;
    if (call.query.hasQueryItem(u"ttl"_s))
        ttl = static_cast<qint64>(call.query.queryItemValue(u"ttl"_s).toDouble() * 1000);
    const std::int64_t expires = ttl ? QDateTime::currentMSecsSinceEpoch() + *ttl : 0;
    const auto stored = m_store.put(kind.collection, id, value, expires);
    if (!stored)
        return storeFault(stored.error());
    const auto key = std::pair(kind.collection, id);
    m_expiry.erase(key);
    if (ttl)
        m_expiry[key] = std::chrono::steady_clock::now() + std::chrono::milliseconds(*ttl);
    QJsonObject shown = shownItem(kind.collection, **stored);
    shown.remove("createdIndex"_L1);
    shown.remove("modifiedIndex"_L1);
    shown.insert("value"_L1, echoed(shown.value("value"_L1).toObject()));
    const bool created = !before && call.request.method != "PATCH";
    return json(created ? 201 : 200, shown);
}

Response AdminApi::remove(const Call &call, const ResourceKind &kind)
{
    if (call.id.isEmpty())
        return refusal(400, u"missing %1 id"_s.arg(QLatin1StringView(kind.words)));
    if (call.query.queryItemValue(u"force"_s) != "true"_L1) {
        if (const auto user = stillUsed(*m_store.snapshot(), kind.collection, call.id))
            return refusal(400, *user);
    }
    const std::string id = call.storedId(call.id);
    const auto removed = m_store.remove(kind.collection, id);
    if (!removed)
        return storeFault(removed.error());
    if (!*removed)
        return notFound();
    m_expiry.erase({kind.collection, id});
    if (kind.collection == Collection::Consumers) {
        const SnapshotPtr snapshot = m_store.snapshot();
        for (const auto &[credential, item] : (*snapshot)[Collection::Credentials]) {
            if (!credential.starts_with(id + '/'))
                continue;
            if (const auto gone = m_store.remove(Collection::Credentials, credential); !gone)
                return storeFault(gone.error());
        }
    }
    return json(200, QJsonObject{{u"deleted"_s, u"1"_s}, {u"key"_s, storeKey(kind.collection, id)}});
}

void AdminApi::takeOverExpiry()
{
    const SnapshotPtr snapshot = m_store.snapshot();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (const ResourceKind &kind : resourceKinds()) {
        for (const auto &[id, item] : (*snapshot)[kind.collection]) {
            if (item->expires != 0)
                m_expiry[{kind.collection, id}] =
                    std::chrono::steady_clock::now() + std::chrono::milliseconds(item->expires - now);
        }
    }
}

void AdminApi::expire()
{
    const auto now = std::chrono::steady_clock::now();
    for (auto it = m_expiry.begin(); it != m_expiry.end();) {
        if (it->second > now) {
            ++it;
            continue;
        }
        if (!m_store.remove(it->first.first, it->first.second))
            return; // tried again at the next request
        it = m_expiry.erase(it);
    }
}

Response AdminApi::pluginSchema(const Call &call, const QString &name) const
{
    const QString subsystem = call.query.queryItemValue(u"subsystem"_s);
    if (!subsystem.isEmpty() && subsystem != "http"_L1 && subsystem != "stream"_L1)
        return refusal(400, u"unsupported subsystem: "_s + subsystem);
    if (!m_schemas.plugin(name))
        return refusal(404, u"plugin not found in subsystem "_s + (subsystem.isEmpty() ? u"http"_s : subsystem));
    if (call.query.queryItemValue(u"schema_type"_s) == "consumer"_L1) {
        const SchemaValidator *consumer = m_schemas.find(u"plugins/"_s + name + u".consumer"_s);
        return consumer ? json(200, consumer->schema()) : refusal(400, u"not found schema"_s);
    }
    QJsonObject schema = m_schemas.find(u"plugins/"_s + name)->schema();
    const QStringList secret = encryptedFields(name);
    if (!secret.isEmpty())
        schema.insert("encrypt_fields"_L1, QJsonArray::fromStringList(secret));
    return json(200, schema);
}

Response AdminApi::pluginsPath(const Call &call) const
{
    const QString second = call.segments.value(1);
    const std::string &method = call.request.method;
    if (second == "reload"_L1)
        return method == "PUT"
                   ? Response{200, {{"Content-Type", "application/json"}}, "done", true}
                   : refusal(405, u"please use PUT method to reload the plugins, %1 method is not allowed."_s.arg(
                                      QString::fromStdString(method)));
    if (method != "GET")
        return refusal(404, u"not found"_s);
    if (second == "list"_L1) {
        const QString subsystem = call.query.queryItemValue(u"subsystem"_s);
        if (subsystem == "stream"_L1)
            return json(200, QJsonArray{u"ip-restriction"_s, u"limit-conn"_s, u"mqtt-proxy"_s, u"syslog"_s,
                                        u"traffic-split"_s});
        if (!subsystem.isEmpty() && subsystem != "http"_L1)
            return text(400, "invalid subsystem passed");
        QJsonArray names;
        for (const PluginInfo &plugin : m_schemas.plugins())
            names.append(plugin.name);
        return json(200, names);
    }
    if (second.isEmpty() && call.query.queryItemValue(u"all"_s) == "true"_L1) {
        QJsonObject all;
        for (const PluginInfo &plugin : m_schemas.plugins())
            all.insert(plugin.name, QJsonObject{{u"version"_s, 0.1},
                                                {u"priority"_s, plugin.priority},
                                                {u"schema"_s, m_schemas.find(u"plugins/"_s + plugin.name)->schema()}});
        return versioned(json(200, all));
    }
    return versioned(pluginSchema(call, second));
}

Response AdminApi::schemaPath(Call &call) const
{
    const std::string &method = call.request.method;
    const QString second = call.segments.value(1);
    if (second == "validate"_L1 && method == "POST") {
        if (Response fault = readBody(call); fault.status != 200)
            return fault;
        const ResourceKind *kind = resourceKind(call.segments.value(2));
        const SchemaValidator *schema = kind ? m_schemas.find(QLatin1StringView(kind->schema)) : nullptr;
        if (!schema)
            return refusal(404, u"Unsupported resource type: "_s + call.segments.value(2));
        const auto fault = schema->validate(call.body.value_or(QJsonObject()));
        return fault ? refusal(400, *fault) : text(200, "");
    }
    if (method != "GET")
        return versioned(refusal(404, u"not found"_s));
    if (second == "plugins"_L1 && call.segments.size() > 2)
        return versioned(pluginSchema(call, call.segments.at(2)));
    const SchemaValidator *schema = m_schemas.find(second);
    return versioned(schema && !second.startsWith("secret-"_L1) ? json(200, schema->schema())
                                                                : refusal(400, u"not found schema: "_s + second));
}

Response AdminApi::validateAll(const QJsonObject &config) const
{
    QJsonArray errors;
    for (auto it = config.begin(); it != config.end(); ++it) {
        const ResourceKind *kind = resourceKind(it.key());
        const SchemaValidator *schema = kind ? m_schemas.find(QLatin1StringView(kind->schema)) : nullptr;
        if (!schema)
            continue;
        const QJsonArray items = it.value().toArray();
        QStringList seen;
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QJsonObject item = items.at(i).toObject();
            const QString id = idText(item.value("id"_L1));
            auto fault = schema->validate(item);
            if (!fault)
                fault = checkPlugins(m_schemas, item.value("plugins"_L1).toObject(),
                                     kind->collection == Collection::Consumers ? PluginOwner::Consumer
                                                                               : PluginOwner::Route);
            if (!fault && !id.isEmpty() && seen.contains(id))
                fault = u"found duplicate id %1 in %2"_s.arg(id, it.key());
            seen.append(id);
            if (fault)
                errors.append(QJsonObject{
                    {u"resource_type"_s, it.key()}, {u"resource_id"_s, id}, {u"index"_s, i}, {u"error"_s, *fault}});
        }
    }
    if (errors.isEmpty())
        return json(200, QJsonObject());
    return json(400, QJsonObject{{u"error_msg"_s, u"Configuration validation failed"_s}, {u"errors"_s, errors}});
}

} // namespace sluice::simulator
