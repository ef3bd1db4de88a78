// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/observedrelease.h"

#include "core/model/prose.h"
#include "core/release/planwords.h"
#include "core/release/releaserecord.h"
#include "core/traffic/splitcodec.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ReleaseReaderText
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseReader)
};

ReleaseNeighbours neighboursOf(const Release &release, const QList<Release> &releases)
{
    ReleaseNeighbours others;
    for (const Release &other : releases) {
        others.records.append(other.id);
        if (other.api == release.api)
            others.sameApi.append(other);
    }
    return others;
}

ObservedRelease observed(const Resource &record, const QList<Release> &releases, qsizetype position,
                         const std::optional<Api> &api, const Workspaces &workspaces)
{
    ObservedRelease result;
    result.record = record;
    result.release = releases[position];
    result.api = api;
    if (api && record.label(workspaces.labelKey()).isEmpty())
        result.release.workspace = workspaces.of(api->resource);
    result.others = neighboursOf(result.release, releases);
    result.condition = conditionOf(result.release, api, result.others);
    result.plan = planFrom(record);
    return result;
}

QList<Release> releasesFrom(const QList<Resource> &records, const QString &workspaceKey)
{
    QList<Release> releases;
    for (const Resource &record : records)
        releases.append(releaseFrom(record, workspaceKey));
    return releases;
}

QList<ObservedRelease> observedAll(const QList<Resource> &records, const QList<Release> &releases,
                                   const QMap<QString, std::optional<Api>> &apis, const Workspaces &workspaces)
{
    QList<ObservedRelease> result;
    for (qsizetype position = 0; position < releases.size(); ++position)
        result.append(
            observed(records[position], releases, position, apis.value(releases[position].api.toText()), workspaces));
    return result;
}

QString sideName(const Api &api)
{
    const QString current = api.currentUpstream();
    if (current == "inline"_L1)
        return ReleaseReaderText::tr("the upstream that is written inside the API");
    if (current == "service"_L1)
        return ReleaseReaderText::tr("the upstream of its service");
    return quotedName(current);
}

} // namespace

ReleaseReader::ReleaseReader(AdminClient &admin, QString workspaceKey)
    : m_admin(admin)
    , m_workspaceKey(std::move(workspaceKey))
    , m_workspaces(m_workspaceKey)
{
}

QCoro::Task<Result<QList<Resource>>> ReleaseReader::records(QList<Resource> *leases) const
{
    Result<QList<Resource>> listed = co_await m_admin.list(ResourceKind::PluginConfigs, u"sluice.kind"_s);
    if (!listed)
        co_return listed;
    if (leases != nullptr)
        *leases = *listed;
    listed->removeIf([](const Resource &resource) { return !isRecord(resource); });
    co_return listed;
}

QCoro::Task<Result<std::optional<Api>>> ReleaseReader::api(ApiRef ref) const
{
    std::optional<Api> found;
    if (ref.isEmpty())
        co_return found;
    Result<Resource> resource = co_await m_admin.get(kindOf(ref.kind), ref.id);
    if (!resource && resource.error().kind != Error::Kind::NotFound)
        co_return resource.error();
    if (resource)
        found = Api{ref, *resource};
    co_return found;
}

/// True where a release in progress sends traffic to an upstream that is no more.
QCoro::Task<Result<bool>> ReleaseReader::isGone(Release release) const
{
    if (!release.isInProgress())
        co_return false;
    Result<Resource> target = co_await m_admin.get(ResourceKind::Upstreams, release.target);
    if (!target && target.error().kind != Error::Kind::NotFound)
        co_return target.error();
    co_return !target;
}

QCoro::Task<Result<QList<ObservedRelease>>> ReleaseReader::all() const
{
    QList<Resource> leases;
    Result<QList<Resource>> listed = co_await records(&leases);
    if (!listed)
        co_return listed.error();
    const QList<Release> releases = releasesFrom(*listed, m_workspaceKey);
    QMap<QString, std::optional<Api>> apis;
    for (const Release &release : releases) {
        if (apis.contains(release.api.toText()))
            continue;
        Result<std::optional<Api>> found = co_await api(release.api);
        if (!found)
            co_return found.error();
        apis.insert(release.api.toText(), *found);
    }
    QList<ObservedRelease> result = observedAll(*listed, releases, apis, m_workspaces);
    for (ObservedRelease &each : result) {
        Result<bool> gone = co_await isGone(each.release);
        if (!gone)
            co_return gone.error();
        each.targetIsGone = *gone;
        each.lease = leaseHolder(leases, each.release.api);
    }
    co_return result;
}

QCoro::Task<Result<QList<ObservedRelease>>> ReleaseReader::among(QList<Api> apis, QList<Upstream> upstreams) const
{
    QList<Resource> leases;
    Result<QList<Resource>> listed = co_await records(&leases);
    if (!listed)
        co_return listed.error();
    const QList<Release> releases = releasesFrom(*listed, m_workspaceKey);
    QMap<QString, std::optional<Api>> known;
    for (const Release &release : releases)
        known.insert(release.api.toText(), std::nullopt);
    for (const Api &api : std::as_const(apis)) {
        if (const auto wanted = known.find(api.ref.toText()); wanted != known.end())
            *wanted = api;
    }
    QSet<QString> targets;
    for (const Upstream &upstream : std::as_const(upstreams))
        targets.insert(upstream.id());
    QList<ObservedRelease> result = observedAll(*listed, releases, known, m_workspaces);
    for (ObservedRelease &each : result) {
        each.targetIsGone = each.release.isInProgress() && !targets.contains(each.release.target);
        each.lease = leaseHolder(leases, each.release.api);
    }
    co_return result;
}

QCoro::Task<Result<ObservedRelease>> ReleaseReader::one(QString id) const
{
    QList<Resource> leases;
    Result<QList<Resource>> listed = co_await records(&leases);
    if (!listed)
        co_return listed.error();
    const QList<Release> releases = releasesFrom(*listed, m_workspaceKey);
    const auto wanted =
        std::find_if(releases.begin(), releases.end(), [&id](const Release &release) { return release.id == id; });
    if (wanted == releases.end()) {
        Error missing{.kind = Error::Kind::NotFound,
                      .reason = ReleaseReaderText::tr("There is no release \"%1\" on the gateway.").arg(id),
                      .detail = {},
                      .traffic = {},
                      .advice = ReleaseReaderText::tr("Look at the list of releases: it may have been deleted.")};
        co_return missing;
    }
    const qsizetype position = wanted - releases.begin();
    Result<std::optional<Api>> found = co_await api(wanted->api);
    if (!found)
        co_return found.error();
    Result<bool> gone = co_await isGone(*wanted);
    if (!gone)
        co_return gone.error();
    ObservedRelease result = observed((*listed)[position], releases, position, *found, m_workspaces);
    result.targetIsGone = *gone;
    result.lease = leaseHolder(leases, result.release.api);
    co_return result;
}

QCoro::Task<Result<QList<Release>>> ReleaseReader::ofApi(ApiRef api) const
{
    Result<QList<Resource>> listed = co_await records();
    if (!listed)
        co_return listed.error();
    QList<Release> releases = releasesFrom(*listed, m_workspaceKey);
    releases.removeIf([&api](const Release &release) { return release.api != api; });
    co_return releases;
}

QCoro::Task<Result<QSet<QString>>> ReleaseReader::recordIds() const
{
    Result<QList<Resource>> listed = co_await records();
    if (!listed)
        co_return listed.error();
    QSet<QString> ids;
    for (const Resource &record : std::as_const(*listed))
        ids.insert(record.id());
    co_return ids;
}

Error apiIsGone(const Release &release)
{
    return {.kind = Error::Kind::Conflict,
            .reason = ReleaseReaderText::tr("The API %1 does not exist any more.").arg(release.api.toText()),
            .detail = {},
            .traffic = ReleaseReaderText::tr("Nothing can be called there."),
            .advice = ReleaseReaderText::tr("Cancel the release.")};
}

std::optional<Error> faultOf(const ObservedRelease &found)
{
    if (!found.api && found.release.isInProgress())
        return apiIsGone(found.release);
    if (found.targetIsGone && found.api && found.api->hasSplit())
        return Error{
            .kind = Error::Kind::Conflict,
            .reason =
                ReleaseReaderText::tr("The target upstream \"%1\" does not exist any more.").arg(found.release.target),
            .detail = {},
            .traffic = ReleaseReaderText::tr("The gateway answers 500 to every request that reaches the split."),
            .advice = ReleaseReaderText::tr("Cancel the release.")};
    if (found.condition == ReleaseCondition::Applied || found.condition == ReleaseCondition::Ended)
        return std::nullopt;
    Error fault = explained(found.release, found.condition);
    fault.traffic = found.api ? trafficNow(*found.api) : QString();
    return fault;
}

std::optional<Error> alarmOf(const ObservedRelease &found)
{
    if (auto fault = faultOf(found))
        return fault;
    if (!found.release.isInProgress() || found.plan.alarm.isEmpty())
        return std::nullopt;
    return Error{.kind = Error::Kind::Conflict,
                 .reason = ReleaseReaderText::tr("A limit is broken: %1. The plan is paused.")
                               .arg(brokenLimitInWords(found.plan.alarm)),
                 .detail = {},
                 .traffic = trafficNow(*found.api),
                 .advice = ReleaseReaderText::tr("Cancel the release; or repair the target, then resume the plan.")};
}

QString trafficNow(const Api &api)
{
    const QString current = sideName(api);
    if (!api.hasSplit())
        return filledIn(ReleaseReaderText::tr("All traffic goes to %1."), {current});
    const auto shown = decodeSplit(api.split());
    if (!shown)
        return ReleaseReaderText::tr("The API carries a split that this form can't show.");
    const QString target = quotedName(shown->target);
    if (shown->policy.kind == TrafficPolicy::Kind::Rules)
        return filledIn(ReleaseReaderText::tr("Requests that match a rule go to %1, all others to %2."),
                        {target, current});
    if (shown->target.isEmpty() || shown->policy.percentage == 0)
        return filledIn(ReleaseReaderText::tr("All traffic goes to %1."), {current});
    if (shown->policy.percentage == 100)
        return filledIn(ReleaseReaderText::tr("All traffic goes to %1, not yet released."), {target});
    return filledIn(ReleaseReaderText::tr("%1 % of the traffic goes to %2, the rest to %3."),
                    {QString::number(shown->policy.percentage), target, current});
}

} // namespace sluice
