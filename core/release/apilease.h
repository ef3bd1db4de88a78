// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/adminclient.h"

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
    /// Before each write: still ours? Renewed where its time runs out.
    QCoro::Task<Result<void>> hold();
    QCoro::Task<void> giveBack();

private:
    QCoro::Task<Result<void>> write();
    QCoro::Task<Result<void>> compare() const;

    AdminClient &m_admin;
    ApiRef m_api;
    QString m_prefix;
    QString m_id;
    QString m_operator;
    QDeadlineTimer m_renewal;
};

} // namespace sluice
