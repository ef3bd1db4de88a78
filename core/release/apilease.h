// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/adminclient.h"

#include <QDateTime>
#include <QDeadlineTimer>

#include <optional>

namespace sluice {

/// Who may act on an API now. The Admin API has no compare-and-set and clocks differ, so a lease is a plugin_config
/// that the gateway removes by itself (?ttl=30); the smallest createdIndex holds it. A client that died blocks others
/// for as long at most, never a Cancel.
class ApiLease
{
public:
    /// client: 8 hex digits that name this process.
    ApiLease(AdminClient &admin, ApiRef api, const QString &client, QString operatorName);

    /// Conflict names who holds it.
    QCoro::Task<Result<void>> take();
    /// The same, but waits to see whether who holds it is alive: a lease that is renewed is a Conflict, one that its
    /// client left behind runs out (30 seconds at most) and is taken over.
    QCoro::Task<Result<void>> takeOver();
    /// Before each write: still ours? Renewed where its time runs out.
    QCoro::Task<Result<void>> hold();
    QCoro::Task<void> giveBack();

private:
    QCoro::Task<Result<void>> write();
    QCoro::Task<Result<std::optional<Resource>>> holder() const;
    QCoro::Task<Result<void>> compare() const;

    AdminClient &m_admin;
    ApiRef m_api;
    QString m_prefix;
    QString m_id;
    QString m_operator;
    QDeadlineTimer m_renewal;
};

/// Who holds an API's lease, as others see it.
struct LeaseHolder
{
    QString by;         ///< operator
    QDateTime since;    ///< by the gateway's clock
    qint64 renewal = 0; ///< another number after each renewal

    bool operator==(const LeaseHolder &) const = default;
};

/// Of resources with the label sluice.kind; nothing: nobody.
std::optional<LeaseHolder> leaseHolder(const QList<Resource> &resources, const ApiRef &api);

/// Whether who holds a lease still renews it. Clocks differ, so only the time between two looks of one client counts.
class LeasePulse
{
public:
    /// time: when it was read, by the clock of this client.
    void look(const std::optional<LeaseHolder> &holder, const QDateTime &time);
    /// Left behind: it was not renewed for longer than a client that lives can take. The gateway removes it soon.
    bool isStale() const;

private:
    std::optional<LeaseHolder> m_holder;
    QDateTime m_first; ///< look at this renewal
    QDateTime m_last;
};

} // namespace sluice
