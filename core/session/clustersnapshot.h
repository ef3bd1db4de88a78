// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/workspaces.h"
#include "core/release/observedrelease.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QSet>

namespace sluice {

struct WorkspaceCounts
{
    int apis = 0;
    int upstreams = 0;
    int inProgress = 0; ///< releases
    int alarms = 0;
};

/// What a cluster held at one moment, as its pages show it. Immutable; looking something up costs the same whatever the
/// size of the cluster.
class ClusterSnapshot
{
public:
    ClusterSnapshot() = default;
    ClusterSnapshot(QList<Api> apis, QList<Upstream> upstreams, QList<ObservedRelease> releases, Workspaces workspaces,
                    const QDateTime &taken);

    const QList<Api> &apis() const { return m_apis; } ///< routes, then services
    const QList<Upstream> &upstreams() const { return m_upstreams; }
    const QList<ObservedRelease> &releases() const { return m_releases; } ///< by creation
    const QDateTime &taken() const { return m_taken; }                    ///< invalid: nothing was read yet

    const Api *api(const ApiRef &ref) const;
    const Upstream *upstream(const QString &id) const;
    const ObservedRelease *release(const QString &id) const;
    /// The one in progress that stands on this API; a superseded one does not.
    const ObservedRelease *releaseOn(const ApiRef &ref) const;
    QList<Api> routesOf(const QString &service) const;
    /// Whose current upstream it is.
    QList<Api> apisOn(const QString &upstream) const;

    QString workspaceOf(const Resource &resource) const { return m_workspaces.of(resource); }
    const Workspaces &workspaces() const { return m_workspaces; }
    /// By name, sorted.
    QMap<QString, WorkspaceCounts> countsByWorkspace() const;
    ApiCondition conditionOf(const Api &api) const;
    /// The name that people know an upstream by: of an upstream id, "inline" or "service" as a record says it.
    QString upstreamTitle(const QString &current) const;

private:
    QList<Api> apisAt(const QList<qsizetype> &places) const;

    QList<Api> m_apis;
    QList<Upstream> m_upstreams;
    QList<ObservedRelease> m_releases;
    Workspaces m_workspaces;
    QDateTime m_taken;
    QHash<QString, qsizetype> m_apiAt; ///< by route/ID or service/ID
    QHash<QString, qsizetype> m_upstreamAt;
    QHash<QString, qsizetype> m_releaseAt;
    QSet<QString> m_records;
    QHash<QString, qsizetype> m_standing;        ///< by API: its release in progress
    QHash<QString, QList<qsizetype>> m_routesOf; ///< by service id
    QHash<QString, QList<qsizetype>> m_apisOn;   ///< by current upstream
};

} // namespace sluice
