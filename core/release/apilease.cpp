// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/apilease.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ApiLease)
};

constexpr std::chrono::seconds lifetime{30};
constexpr std::chrono::seconds renewAfter{10};

Error conflict(const QString &reason)
{
    return {.kind = Error::Kind::Conflict,
            .reason = reason,
            .detail = {},
            .traffic = {},
            .advice = Text::tr("Try again when that is done; a lease that was left behind ends after 30 seconds.")};
}

} // namespace

ApiLease::ApiLease(AdminClient &admin, ApiRef api, const QString &client, QString operatorName)
    : m_admin(admin)
    , m_api(std::move(api))
    , m_prefix(u"sluice-lease-"_s +
               QString::fromLatin1(
                   QCryptographicHash::hash(m_api.toText().toUtf8(), QCryptographicHash::Sha256).toHex().left(12)) +
               u'-')
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

QCoro::Task<Result<void>> ApiLease::compare() const
{
    Result<QList<Resource>> listed = co_await m_admin.list(ResourceKind::PluginConfigs, u"sluice.kind"_s);
    if (!listed)
        co_return listed.error();
    listed->removeIf([this](const Resource &resource) { return !resource.id().startsWith(m_prefix); });
    const auto first = std::min_element(listed->cbegin(), listed->cend(), [](const Resource &a, const Resource &b) {
        return a.createdIndex < b.createdIndex;
    });
    Result<void> result;
    if (first == listed->cend()) {
        result = conflict(Text::tr("The lease of %1 has run out.").arg(m_api.toText()));
    } else if (first->id() != m_id) {
        const QString holder = QUrl::fromPercentEncoding(first->label(u"sluice.by"_s).toLatin1());
        result = conflict(Text::tr("%1 is acting on this API.").arg(holder.isEmpty() ? first->id() : holder));
    }
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

} // namespace sluice
