// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/adminclient.h"
#include "core/release/releasecondition.h"
#include "core/release/releaseplan.h"

namespace sluice {

/// A release as it was found on the gateway: its record, the API that it names, and what follows from both.
struct ObservedRelease
{
    Resource record;
    Release release;
    std::optional<Api> api; ///< nothing where it was deleted (E5)
    ReleaseNeighbours others;
    ReleaseCondition condition = ReleaseCondition::Pending;
    ReleasePlan plan = {};
    QString actor = {}; ///< operator who holds the API's lease now; empty: nobody acts
};

/// Reads releases and the APIs that they name; writes nothing.
class ReleaseReader
{
public:
    ReleaseReader(AdminClient &admin, QString workspaceKey);

    /// Every release of the cluster, by creation.
    QCoro::Task<Result<QList<ObservedRelease>>> all() const;
    /// NotFound names the id.
    QCoro::Task<Result<ObservedRelease>> one(QString id) const;
    /// Releases whose records name this API, without their conditions.
    QCoro::Task<Result<QList<Release>>> ofApi(ApiRef api) const;
    QCoro::Task<Result<QStringList>> recordIds() const;
    QCoro::Task<Result<std::optional<Api>>> api(ApiRef ref) const;

private:
    QCoro::Task<Result<QList<Resource>>> records(QList<Resource> *leases = nullptr) const;

    AdminClient &m_admin;
    QString m_workspaceKey;
};

/// Where the API's traffic goes, in one sentence for messages (B28).
QString trafficNow(const Api &api);

} // namespace sluice
