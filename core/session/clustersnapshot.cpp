// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/session/clustersnapshot.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ClusterSnapshotText
{
    Q_DECLARE_TR_FUNCTIONS(ClusterSnapshot)
};

template <class T>
const T *found(const QList<T> &items, const QHash<QString, qsizetype> &places, const QString &key)
{
    const auto at = places.constFind(key);
    return at == places.cend() ? nullptr : &items.at(*at);
}

} // namespace

ClusterSnapshot::ClusterSnapshot(QList<Api> apis, QList<Upstream> upstreams, QList<ObservedRelease> releases,
                                 Workspaces workspaces, const QDateTime &taken)
    : m_apis(std::move(apis))
    , m_upstreams(std::move(upstreams))
    , m_releases(std::move(releases))
    , m_workspaces(std::move(workspaces))
    , m_taken(taken)
{
    for (qsizetype at = 0; at < m_apis.size(); ++at) {
        const Api &api = m_apis.at(at);
        m_apiAt.insert(api.ref.toText(), at);
        m_apisOn[api.currentUpstream()].append(at);
        if (api.ref.kind == ApiRef::Kind::Route && api.resource.value.contains(u"service_id"_s))
            m_routesOf[api.resource.reference(u"service_id"_s)].append(at);
    }
    for (qsizetype at = 0; at < m_upstreams.size(); ++at)
        m_upstreamAt.insert(m_upstreams.at(at).id(), at);
    for (qsizetype at = 0; at < m_releases.size(); ++at) {
        const ObservedRelease &observed = m_releases.at(at);
        m_releaseAt.insert(observed.release.id, at);
        m_records.insert(observed.release.id);
        if (observed.release.isInProgress() && observed.condition != ReleaseCondition::Superseded)
            m_standing.insert(observed.release.api.toText(), at);
    }
}

const Api *ClusterSnapshot::api(const ApiRef &ref) const
{
    return found(m_apis, m_apiAt, ref.toText());
}

const Upstream *ClusterSnapshot::upstream(const QString &id) const
{
    return found(m_upstreams, m_upstreamAt, id);
}

const ObservedRelease *ClusterSnapshot::release(const QString &id) const
{
    return found(m_releases, m_releaseAt, id);
}

const ObservedRelease *ClusterSnapshot::releaseOn(const ApiRef &ref) const
{
    return found(m_releases, m_standing, ref.toText());
}

QList<Api> ClusterSnapshot::routesOf(const QString &service) const
{
    return apisAt(m_routesOf.value(service));
}

QList<Api> ClusterSnapshot::apisOn(const QString &upstream) const
{
    return apisAt(m_apisOn.value(upstream));
}

QList<Api> ClusterSnapshot::apisAt(const QList<qsizetype> &places) const
{
    QList<Api> apis;
    apis.reserve(places.size());
    for (const qsizetype at : places)
        apis.append(m_apis.at(at));
    return apis;
}

QMap<QString, WorkspaceCounts> ClusterSnapshot::countsByWorkspace() const
{
    QMap<QString, WorkspaceCounts> counts;
    for (const Api &api : m_apis)
        ++counts[workspaceOf(api.resource)].apis;
    for (const Upstream &upstream : m_upstreams)
        ++counts[workspaceOf(upstream.resource)].upstreams;
    for (const ObservedRelease &observed : m_releases) {
        WorkspaceCounts &of = counts[observed.release.workspace];
        of.inProgress += observed.release.isInProgress() ? 1 : 0;
        of.alarms += alarmOf(observed) ? 1 : 0;
    }
    return counts;
}

ApiCondition ClusterSnapshot::conditionOf(const Api &api) const
{
    return sluice::conditionOf(api, m_records);
}

QString ClusterSnapshot::upstreamTitle(const QString &current) const
{
    if (current == "inline"_L1)
        return ClusterSnapshotText::tr("written inside the API");
    if (current == "service"_L1)
        return ClusterSnapshotText::tr("of its service");
    const Upstream *known = upstream(current);
    return known == nullptr ? current : known->name();
}

} // namespace sluice
