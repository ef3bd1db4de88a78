// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/apilease.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <QCoroTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ApiLeaseText
{
    Q_DECLARE_TR_FUNCTIONS(ApiLease)
};

constexpr std::chrono::seconds lifetime{30};
constexpr std::chrono::seconds renewAfter{10};
constexpr std::chrono::seconds staleAfter = renewAfter + std::chrono::seconds(5);
constexpr std::chrono::seconds betweenTries{1};

QString prefixOf(const ApiRef &api)
{
    const QByteArray hash = QCryptographicHash::hash(api.toText().toUtf8(), QCryptographicHash::Sha256);
    return u"sluice-lease-"_s + QString::fromLatin1(hash.toHex().left(12)) + u'-';
}

/// The smallest createdIndex holds it.
std::optional<Resource> firstOf(const QList<Resource> &resources, const QString &prefix)
{
    std::optional<Resource> first;
    for (const Resource &resource : resources) {
        const bool isLease = resource.id().startsWith(prefix);
        if (isLease && (!first || resource.createdIndex < first->createdIndex))
            first = resource;
    }
    return first;
}

QString nameOf(const Resource &lease)
{
    const QString name = QUrl::fromPercentEncoding(lease.label(u"sluice.by"_s).toLatin1());
    return name.isEmpty() ? lease.id() : name;
}

Error conflict(const QString &reason)
{
    return {.kind = Error::Kind::Conflict,
            .reason = reason,
            .detail = {},
            .traffic = {},
            .advice =
                ApiLeaseText::tr("Try again when that is done; a lease that was left behind ends after 30 seconds.")};
}

} // namespace

ApiLease::ApiLease(AdminClient &admin, ApiRef api, const QString &client, QString operatorName)
    : m_admin(admin)
    , m_api(std::move(api))
    , m_prefix(prefixOf(m_api))
    , m_id(m_prefix + client)
    , m_operator(std::move(operatorName))
{
}

QCoro::Task<Result<void>> ApiLease::write()
{
    const QJsonObject labels{
        {u"sluice.kind"_s, u"lease"_s},
        {u"sluice.by"_s, QString::fromLatin1(QUrl::toPercentEncoding(m_operator))},
    };
    const QJsonObject value{{u"plugins"_s, QJsonObject()}, {u"labels"_s, labels}};
    Result<Resource> written = co_await m_admin.put(ResourceKind::PluginConfigs, m_id, value, int(lifetime.count()));
    Result<void> result;
    if (!written)
        result = written.error();
    m_renewal.setRemainingTime(renewAfter);
    co_return result;
}

QCoro::Task<Result<std::optional<Resource>>> ApiLease::holder() const
{
    Result<QList<Resource>> listed = co_await m_admin.list(ResourceKind::PluginConfigs, u"sluice.kind"_s);
    if (!listed)
        co_return listed.error();
    co_return firstOf(*listed, m_prefix);
}

QCoro::Task<Result<void>> ApiLease::compare() const
{
    Result<std::optional<Resource>> first = co_await holder();
    if (!first)
        co_return first.error();
    Result<void> result;
    if (!*first)
        result = conflict(ApiLeaseText::tr("The lease of %1 has run out.").arg(m_api.toText()));
    else if ((*first)->id() != m_id)
        result = conflict(ApiLeaseText::tr("%1 is acting on this API.").arg(nameOf(**first)));
    co_return result;
}

QCoro::Task<Result<void>> ApiLease::take()
{
    Result<void> taken = co_await write();
    if (taken)
        taken = co_await compare();
    if (!taken)
        co_await giveBack();
    co_return taken;
}

QCoro::Task<Result<void>> ApiLease::takeOver()
{
    std::optional<Resource> met;
    for (;;) {
        Result<std::optional<Resource>> found = co_await holder();
        if (!found)
            co_return found.error();
        const std::optional<Resource> other = *found;
        const bool isFree = !other || other->id() == m_id;
        const bool isAlive = other && met && other->id() == met->id() && other->modifiedIndex != met->modifiedIndex;
        if (isFree || isAlive) {
            Result<void> taken = co_await take();
            co_return taken;
        }
        met = other;
        co_await QCoro::sleepFor(betweenTries);
    }
}

QCoro::Task<Result<void>> ApiLease::hold()
{
    Result<void> held = co_await compare();
    if (held && m_renewal.hasExpired())
        held = co_await write();
    co_return held;
}

QCoro::Task<void> ApiLease::giveBack()
{
    // Where this fails the gateway removes it by itself.
    Result<void> removed = co_await m_admin.remove(ResourceKind::PluginConfigs, m_id);
    Q_UNUSED(removed)
}

std::optional<LeaseHolder> leaseHolder(const QList<Resource> &resources, const ApiRef &api)
{
    const std::optional<Resource> first = firstOf(resources, prefixOf(api));
    if (!first)
        return std::nullopt;
    return LeaseHolder{nameOf(*first),
                       QDateTime::fromSecsSinceEpoch(first->value[u"create_time"_s].toInteger(), Qt::UTC),
                       first->modifiedIndex};
}

void LeasePulse::look(const std::optional<LeaseHolder> &holder, const QDateTime &time)
{
    if (holder != m_holder)
        m_first = time;
    m_holder = holder;
    m_last = time;
}

bool LeasePulse::isStale() const
{
    return m_holder && m_first.secsTo(m_last) >= staleAfter.count();
}

} // namespace sluice
