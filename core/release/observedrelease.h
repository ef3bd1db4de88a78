// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/adminclient.h"
#include "core/model/workspaces.h"
#include "core/release/apilease.h"
#include "core/release/releasecondition.h"
#include "core/release/releaseplan.h"

namespace sluice {

/// A release as it was found on the gateway: its record, the API that it names, and what follows from both.
struct ObservedRelease
{
    Resource record;
    Release release;
    std::optional<Api> api;    ///< nothing where it was deleted (E5)
    bool targetIsGone = false; ///< in progress, and its target upstream was deleted (E5)
    ReleaseNeighbours others;
    ReleaseCondition condition = ReleaseCondition::Pending;
    ReleasePlan plan = {};
    std::optional<LeaseHolder> lease = {}; ///< of the API; nothing: nobody acts

    /// Of its API, also where that is gone.
    QString apiTitle() const { return api ? api->title() : release.api.toText(); }
    /// Operator who acts on the API now; empty: nobody.
    QString actor() const { return lease ? lease->by : QString(); }
};

/// Reads releases and the APIs that they name; writes nothing.
class ReleaseReader
{
public:
    ReleaseReader(AdminClient &admin, QString workspaceKey);
    /// A record without a label of its own is in the workspace of its API.
    void setWorkspaces(const Workspaces &workspaces) { m_workspaces = workspaces; }

    /// Every release of the cluster, by creation.
    QCoro::Task<Result<QList<ObservedRelease>>> all() const;
    /// The same where the cluster's APIs and upstreams were just read.
    QCoro::Task<Result<QList<ObservedRelease>>> among(QList<Api> apis, QList<Upstream> upstreams) const;
    /// NotFound names the id.
    QCoro::Task<Result<ObservedRelease>> one(QString id) const;
    /// Releases whose records name this API, without their conditions.
    QCoro::Task<Result<QList<Release>>> ofApi(ApiRef api) const;
    QCoro::Task<Result<QSet<QString>>> recordIds() const;
    QCoro::Task<Result<std::optional<Api>>> api(ApiRef ref) const;

private:
    QCoro::Task<Result<QList<Resource>>> records(QList<Resource> *leases = nullptr) const;
    QCoro::Task<Result<bool>> isGone(Release release) const;

    AdminClient &m_admin;
    QString m_workspaceKey;
    Workspaces m_workspaces;
};

/// The release is not what it should be (design.md 4), or its API or target is gone (E5); with what the traffic does
/// and what to do. Nothing where all is well.
std::optional<Error> faultOf(const ObservedRelease &found);
/// What someone should look at: such a fault, else a broken limit of its plan.
std::optional<Error> alarmOf(const ObservedRelease &found);
Error apiIsGone(const Release &release);

/// Where the API's traffic goes, in one sentence for messages (B28).
QString trafficNow(const Api &api);

} // namespace sluice
