// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/resourceapi.h"

#include "simulator/admin/answers.h"
#include "simulator/admin/listing.h"
#include "simulator/admin/luajson.h"
#include "simulator/admin/merge.h"
#include "simulator/admin/references.h"
#include "simulator/admin/resourcechecks.h"
#include "simulator/admin/resourcekind.h"
#include "simulator/admin/schemas.h"
#include "simulator/admin/secretfields.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

QString words(const ResourceKind &kind)
{
    return QLatin1StringView(kind.words);
}

// A read of one key is a scan of all keys that begin with it: where the key itself is missing, what else was found
// comes along.
Response notFound(const Snapshot &snapshot, Collection collection, const std::string &id)
{
    QJsonObject body{{u"message"_s, u"Key not found"_s}};
    QJsonArray neighbours;
    const Items &items = snapshot[collection];
    for (auto it = items.lower_bound(id); it != items.end() && it->first.starts_with(id); ++it)
        neighbours.append(QJsonObject{{u"key"_s, storeKey(collection, it->first)},
                                      {u"value"_s, it->second->value},
                                      {u"create_revision"_s, QString::number(it->second->createdIndex)},
                                      {u"mod_revision"_s, QString::number(it->second->modifiedIndex)},
                                      {u"version"_s, QString::number(it->second->version)}});
    if (!neighbours.isEmpty())
        body.insert("kvs"_L1, neighbours);
    return jsonResponse(404, body);
}

Response keyNotFound()
{
    return jsonResponse(404, QJsonObject{{u"message"_s, u"Key not found"_s}});
}

// As APISIX answers where etcd can't take a write.
Response storeFault(const QString &reason)
{
    return refusal(503, reason);
}

// The id that a PUT or POST is for, and that the conf then carries; or why it can't be told (apisix.md 2.3).
std::optional<QString> takeId(const ResourceKind &kind, bool post, QString &id, QJsonObject &value)
{
    if (!kind.hasId)
        return std::nullopt;
    const QJsonValue named = value.value("id"_L1);
    if (post)
        return id.isEmpty() && named.isUndefined() ? std::nullopt
                                                   : std::optional(u"wrong %1 id, do not need it"_s.arg(words(kind)));
    if (kind.collection == Collection::Secrets && id.section(u'/', 1).isEmpty())
        return u"missing secret id"_s;
    if (!id.isEmpty()) {
        if (!named.isUndefined() && idText(named) != id)
            return u"wrong %1 id"_s.arg(words(kind));
        value.insert("id"_L1, id);
        return std::nullopt;
    }
    if (named.isUndefined())
        return u"missing %1 id"_s.arg(words(kind));
    id = idText(named);
    return std::nullopt;
}

bool isFinite(const QJsonValue &value)
{
    if (value.isDouble())
        return std::isfinite(value.toDouble());
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::all_of(array.begin(), array.end(), [](const QJsonValue &item) { return isFinite(item); });
    }
    const QJsonObject object = value.toObject();
    return std::all_of(object.begin(), object.end(), [](const QJsonValue &item) { return isFinite(item); });
}

} // namespace

std::optional<ResourceCall> ResourceCall::of(std::string method, const QStringList &segments,
                                             const Arguments &arguments, const std::optional<QJsonValue> &body)
{
    const ResourceKind *kind = resourceKind(segments.first());
    if (!kind)
        return std::nullopt;
    qsizetype used = std::min<qsizetype>(2, segments.size());
    ResourceCall call{std::move(method), arguments, body, *kind, segments.value(1), {}, {}};
    if (kind->collection == Collection::Secrets && segments.size() > 2) {
        call.id += u'/' + segments.at(2);
        used = 3;
    } else if (kind->collection == Collection::Consumers && segments.value(2) == "credentials"_L1) {
        return ResourceCall{std::move(call.method),
                            arguments,
                            body,
                            resourceKind(Collection::Credentials),
                            segments.value(3),
                            call.id.toStdString(),
                            segments.sliced(std::min<qsizetype>(4, segments.size()))};
    }
    call.subPath = segments.sliced(used);
    return call;
}

std::string ResourceCall::storeId(const QString &name) const
{
    return consumer.empty() ? name.toStdString() : consumer + '/' + name.toStdString();
}

ResourceApi::ResourceApi(ConfigStore &store, const Schemas &schemas)
    : m_store(store)
    , m_schemas(schemas)
{
}

Response ResourceApi::handle(const ResourceCall &call)
{
    const ResourceKind &kind = call.kind;
    if ((call.method == "POST" && !kind.post) || (call.method == "PATCH" && !kind.patch))
        return refusal(405,
                       u"not supported `%1` method for %2"_s.arg(QString::fromStdString(call.method), words(kind)));
    if (call.method == "GET")
        return get(call);
    if (call.method == "DELETE")
        return remove(call);
    return call.method == "PATCH" ? patch(call) : putOrPost(call);
}

Response ResourceApi::get(const ResourceCall &call) const
{
    const bool managerOnly = call.kind.collection == Collection::Secrets && !call.id.contains(u'/');
    if (call.id.isEmpty() || managerOnly)
        return list(call);
    const SnapshotPtr snapshot = m_store.snapshot();
    const std::string id = call.storeId(call.id);
    const ItemPtr item = snapshot->find(call.kind.collection, id);
    return item ? jsonResponse(200, shownItem(call.kind.collection, *item))
                : notFound(*snapshot, call.kind.collection, id);
}

Response ResourceApi::list(const ResourceCall &call) const
{
    const SnapshotPtr snapshot = m_store.snapshot();
    Items own;
    const Items *items = &(*snapshot)[call.kind.collection];
    if (call.kind.collection == Collection::Credentials) {
        const std::string prefix = call.consumer + '/';
        for (auto it = items->lower_bound(prefix); it != items->end() && it->first.starts_with(prefix); ++it)
            own.insert(*it);
        if (own.empty()) // nothing has made that directory
            return keyNotFound();
        items = &own;
    }
    const auto page = listing(call.kind.collection, *items, call.arguments);
    return page ? jsonResponse(200, *page) : textResponse(400, page.error());
}

Response ResourceApi::putOrPost(const ResourceCall &call)
{
    if (!call.body || (call.body->isBool() && !call.body->toBool()))
        return refusal(400, u"missing configurations"_s);
    if (!call.body->isObject() && !call.body->isArray()) // APISIX crashes
        return refusal(400, u"invalid configuration: wrong type: expected object"_s);
    Candidate candidate{call.kind, call.id, {}, asTable(*call.body)};
    const bool post = call.method == "POST";
    if (const auto fault = takeId(call.kind, post, candidate.name, candidate.value))
        return refusal(400, *fault);
    if (const auto time = forbiddenTime(candidate.value))
        return refusal(400, u"the property is forbidden:  "_s + *time);
    candidate.storeId = call.storeId(candidate.name);
    if (const auto fault = conflictOf(candidate, m_schemas, m_store.snapshot().get()))
        return refusal(400, *fault);
    switch (call.kind.collection) {
    case Collection::Consumers:
        candidate.name = candidate.value.value("username"_L1).toString();
        candidate.storeId = candidate.name.toStdString();
        break;
    case Collection::Credentials:
        if (!m_store.snapshot()->find(Collection::Consumers, call.consumer))
            return refusal(404, u"consumer not found"_s);
        break;
    case Collection::PluginMetadata:
        candidate.value.insert("id"_L1, candidate.name);
        break;
    default:
        break;
    }
    if (post) {
        candidate.name = QString::number(m_store.nextRevision()).rightJustified(20, u'0');
        candidate.storeId = candidate.name.toStdString();
        candidate.value.insert("id"_L1, candidate.name);
    }
    if (call.kind.hasTimes) {
        const ItemPtr before = m_store.snapshot()->find(call.kind.collection, candidate.storeId);
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        candidate.value.insert("create_time"_L1, before ? before->value.value("create_time"_L1) : QJsonValue(now));
        candidate.value.insert("update_time"_L1, now);
    }
    return write(call, candidate);
}

Response ResourceApi::patch(const ResourceCall &call)
{
    if (call.kind.collection == Collection::Secrets && !call.id.contains(u'/'))
        return refusal(400, u"no secret id"_s);
    if (call.id.isEmpty())
        return refusal(400, u"missing %1 id"_s.arg(words(call.kind)));
    if (!call.body)
        return refusal(400, u"missing new configuration"_s);
    const bool whole = call.subPath.isEmpty();
    if (whole && !call.body->isObject() && !call.body->isArray())
        return refusal(400, u"invalid configuration"_s);
    const SnapshotPtr snapshot = m_store.snapshot();
    const std::string id = call.storeId(call.id);
    const ItemPtr before = snapshot->find(call.kind.collection, id);
    if (!before)
        return notFound(*snapshot, call.kind.collection, id);

    Candidate candidate{call.kind, call.id, id, {}};
    if (whole) {
        candidate.value = merged(before->value, asTable(*call.body));
    } else {
        const auto replaced = replacedAt(before->value, call.subPath, *call.body);
        if (!replaced)
            return refusal(400, u"invalid sub-path: "_s + replaced.error());
        candidate.value = *replaced;
    }
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    if (!candidate.value.contains("create_time"_L1))
        candidate.value.insert("create_time"_L1, now);
    if (!whole || !call.body->toObject().contains("update_time"_L1) || !candidate.value.contains("update_time"_L1))
        candidate.value.insert("update_time"_L1, now);
    if (const auto fault = takeId(call.kind, false, candidate.name, candidate.value))
        return refusal(400, *fault);
    if (const auto fault = conflictOf(candidate, m_schemas, snapshot.get()))
        return refusal(400, *fault);
    return write(call, candidate);
}

Response ResourceApi::write(const ResourceCall &call, const Candidate &candidate)
{
    if (!isFinite(candidate.value))
        return storeFault(u"Cannot serialise number: must not be NaN or Infinity"_s);
    const Collection collection = call.kind.collection;
    const bool existed = m_store.snapshot()->find(collection, candidate.storeId) != nullptr;
    std::optional<std::chrono::milliseconds> ttl;
    if (const auto seconds = call.arguments.number("ttl"))
        ttl = std::chrono::milliseconds(static_cast<std::int64_t>(std::clamp(*seconds, 0.0, 1e9) * 1000));
    const std::int64_t expires = ttl ? QDateTime::currentMSecsSinceEpoch() + ttl->count() : 0;
    const auto stored = m_store.put(collection, candidate.storeId, candidate.value, expires);
    if (!stored)
        return storeFault(stored.error().reason);
    const Key key(collection, candidate.storeId);
    m_expiry.erase(key);
    if (ttl)
        m_expiry[key] = std::chrono::steady_clock::now() + *ttl;
    const QJsonObject shown{{u"key"_s, storeKey(collection, candidate.storeId)},
                            {u"value"_s, encrypted(collection, candidate.value, m_schemas)}};
    return jsonResponse(existed || call.method == "PATCH" ? 200 : 201, shown);
}

Response ResourceApi::remove(const ResourceCall &call)
{
    const bool managerOnly = call.kind.collection == Collection::Secrets && !call.id.contains(u'/');
    if (call.id.isEmpty() || managerOnly)
        return refusal(400, u"missing %1 id"_s.arg(words(call.kind)));
    if (call.arguments.text("force") != u"true"_s) {
        if (const auto user = stillUsed(*m_store.snapshot(), call.kind.collection, call.id))
            return refusal(400, *user);
    }
    const std::string id = call.storeId(call.id);
    std::vector<Key> keys;
    if (call.kind.collection == Collection::Consumers) {
        const SnapshotPtr snapshot = m_store.snapshot();
        const Items &credentials = (*snapshot)[Collection::Credentials];
        for (auto it = credentials.lower_bound(id + '/'); it != credentials.end() && it->first.starts_with(id + '/');
             ++it)
            keys.emplace_back(Collection::Credentials, it->first);
    }
    keys.emplace_back(call.kind.collection, id);
    bool removed = false;
    for (const auto &[collection, key] : keys) {
        const auto gone = m_store.remove(collection, key);
        if (!gone)
            return storeFault(gone.error().reason);
        removed = *gone;
        m_expiry.erase({collection, key});
    }
    if (!removed)
        return keyNotFound();
    return jsonResponse(200, QJsonObject{{u"deleted"_s, u"1"_s}, {u"key"_s, storeKey(call.kind.collection, id)}});
}

void ResourceApi::takeOverExpiry()
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

void ResourceApi::expire()
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

} // namespace sluice::simulator
