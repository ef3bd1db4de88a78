// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/releaseactions.h"

#include "core/release/releaseplan.h"
#include "core/traffic/splitcodec.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ReleaseActionsText
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseActions)
};

constexpr auto pluginName = "traffic-split"_L1;

/// What every record write has: the next revision, whose write it is, and its line in the history.
QJsonObject recordLabels(const Resource &record, const Release &release, const WriteStamp &stamp, const QString &action,
                         const TrafficPolicy *policy)
{
    const int revision = release.revision + 1;
    const LogEntry entry{revision,    stamp.write, stamp.time,
                         stamp.by,    action,      policy == nullptr ? QString() : toText(*policy),
                         stamp.reason};
    QJsonObject labels = logLabels(entry);
    labels.insert(u"sluice.revision"_s, QString::number(revision));
    labels.insert(u"sluice.write"_s, stamp.write);
    labels.insert(u"sluice.updated"_s, stamp.time.toUTC().toString(Qt::ISODate));
    const QStringList outdated = outdatedLogKeys(record.labels(), revision);
    for (const QString &key : outdated)
        labels.insert(key, QJsonValue::Null);
    return labels;
}

QJsonObject withSplit(const QJsonValue &split, QJsonObject change)
{
    change.insert(u"plugins"_s, QJsonObject{{pluginName, split}});
    return change;
}

/// Takes the rules out of a record and leaves what it keeps.
QJsonObject endedRecord(const Resource &record, const Release &release, const QJsonObject &kept, QJsonObject labels,
                        Release::State state)
{
    labels.insert(u"sluice.state"_s, toText(state));
    const QJsonObject change{{u"labels"_s, labels}};
    if (kept.isEmpty() && release.kept.isEmpty()) {
        const bool hasPlugin = record.plugins().contains(pluginName);
        return hasPlugin ? withSplit(QJsonValue::Null, change) : change;
    }
    QJsonObject split;
    if (release.split.contains(u"rules"_s))
        split.insert(u"rules"_s, QJsonValue::Null);
    if (!kept.isEmpty())
        split.insert(u"sluice"_s, kept);
    return split.isEmpty() ? change : withSplit(split, change);
}

/// Records keep no keys of TLS clients.
QJsonObject withoutTlsKeys(QJsonObject upstream)
{
    QJsonObject tls = upstream.value(u"tls"_s).toObject();
    if (tls.isEmpty())
        return upstream;
    tls.remove(u"client_key"_s);
    tls.remove(u"client_cert"_s);
    if (tls.isEmpty())
        upstream.remove(u"tls"_s);
    else
        upstream.insert(u"tls"_s, tls);
    return upstream;
}

Release next(Release release, const WriteStamp &stamp)
{
    ++release.revision;
    release.write = stamp.write;
    return release;
}

bool means(const QJsonObject &split, const LogEntry &entry, const QString &target)
{
    const auto policy = parsePolicy(entry.policy);
    const auto shown = decodeSplit(split);
    const bool toTarget = shown && (shown->target == target || shown->target.isEmpty());
    return policy && toTarget && shown->policy == *policy;
}

/// A split that this release wrote: the one that it wants, the one adopted, or one of its history. An ended record
/// wants none any more, so only the entry that the mark names counts.
bool isOurs(const Release &release, const Api &api)
{
    const QJsonObject split = api.split();
    const auto mark = parseMark(api.mark());
    const auto isMarked = [&mark](const LogEntry &entry) {
        return mark && entry.revision == mark->revision && entry.write == mark->write;
    };
    if (release.isInProgress() && sameSplit(split, release.split))
        return true;
    if (release.kept.contains(u"adopted"_s) && sameSplit(split, release.kept[u"adopted"_s].toObject()))
        return true;
    return std::any_of(release.log.begin(), release.log.end(), [&](const LogEntry &entry) {
        return (release.isInProgress() || isMarked(entry)) && means(split, entry, release.target);
    });
}

bool isTime(const QString &field)
{
    return field == "update_time"_L1 || field == "create_time"_L1;
}

/// Adopt takes another share or other rules, never another target: that can't be changed while in progress (B14).
Result<void> allowAdopt(const Release &release, const Api &api)
{
    const auto shown = decodeSplit(api.split());
    QString why;
    if (!api.hasSplit())
        why = ReleaseActionsText::tr("the API carries none");
    else if (!shown)
        why = shown.error();
    else if (!shown->target.isEmpty() && shown->target != release.target)
        why = ReleaseActionsText::tr("it sends traffic to \"%1\", the release's target is \"%2\"")
                  .arg(shown->target, release.target);
    if (why.isEmpty())
        return {};
    return Error{.kind = Error::Kind::Conflict,
                 .reason = ReleaseActionsText::tr("This split can't be adopted: %1.").arg(why),
                 .detail = {},
                 .traffic = {},
                 .advice = ReleaseActionsText::tr("Cancel the release, or re-apply it.")};
}

Error notOurs(const QString &reason)
{
    return {.kind = Error::Kind::Conflict,
            .reason = reason,
            .detail = {},
            .traffic = {},
            .advice = ReleaseActionsText::tr("Cancel the release, or adopt what the API carries.")};
}

} // namespace

QJsonObject applyChange(const Release &release)
{
    return {{u"plugins"_s, QJsonObject{{pluginName, release.split}}},
            {u"labels"_s, QJsonObject{{u"sluice.release"_s, release.mark().toText()}}}};
}

QJsonObject removalChange(const Api &api, bool withMark)
{
    QJsonObject change;
    if (api.hasSplit())
        change.insert(u"plugins"_s, QJsonObject{{pluginName, QJsonValue::Null}});
    if (withMark && api.resource.labels().contains(u"sluice.release"_s))
        change.insert(u"labels"_s, QJsonObject{{u"sluice.release"_s, QJsonValue::Null}});
    return change;
}

QJsonObject promotionChange(const Release &release, const Api &api)
{
    QJsonObject change = removalChange(api);
    change.insert(u"upstream_id"_s, release.target);
    if (api.resource.value.contains(u"upstream"_s))
        change.insert(u"upstream"_s, QJsonValue::Null);
    return change;
}

PlannedWrites plannedConfigure(const Resource &record, const Release &release, const Api &, const TrafficPolicy &policy,
                               const WriteStamp &stamp)
{
    Release wanted = next(release, stamp);
    wanted.split = encodeSplit(policy, release.target);
    QJsonObject labels = recordLabels(record, release, stamp, u"configure"_s, &policy);
    // By hand means: not as planned. The plan goes on when someone says so.
    const ReleasePlan plan = planFrom(record);
    if (!plan.isEmpty())
        labels = merged(labels, orderLabels(plan, PlanOrder::Pause, stamp));
    return {withSplit(wanted.split, {{u"labels"_s, labels}}), applyChange(wanted)};
}

PlannedWrites plannedStep(const Resource &record, const Release &release, const Api &, int step,
                          const WriteStamp &stamp)
{
    const ReleasePlan plan = planFrom(record);
    const TrafficPolicy policy = plan.steps.value(step - 1).policy;
    Release wanted = next(release, stamp);
    wanted.split = encodeSplit(policy, release.target);
    WriteStamp numbered = stamp;
    numbered.reason = u"%1/%2"_s.arg(step).arg(plan.steps.size());
    const QJsonObject labels =
        merged(recordLabels(record, release, numbered, u"step"_s, &policy), positionLabels(plan, step, stamp.time));
    return {withSplit(wanted.split, {{u"labels"_s, labels}}), applyChange(wanted)};
}

PlannedWrites plannedCancel(const Resource &record, const Release &release, const Api *api, const WriteStamp &stamp)
{
    PlannedWrites writes;
    if (release.isInProgress())
        writes.record = endedRecord(record, release, {}, recordLabels(record, release, stamp, u"cancel"_s, nullptr),
                                    Release::State::Cancelled);
    const auto mark = api == nullptr ? std::nullopt : parseMark(api->mark());
    if (mark && mark->release == release.id)
        writes.api = removalChange(*api);
    return writes;
}

PlannedWrites plannedFullRelease(const Resource &record, const Release &release, const Api &api,
                                 const WriteStamp &stamp)
{
    QJsonObject kept;
    if (!api.inlineUpstream().isEmpty())
        kept.insert(u"inline"_s, withoutTlsKeys(api.inlineUpstream()));
    return {endedRecord(record, release, kept, recordLabels(record, release, stamp, u"full-release"_s, nullptr),
                        Release::State::Completed),
            promotionChange(release, api)};
}

PlannedWrites plannedFinish(const Resource &record, const Release &release, const Api &api, const WriteStamp &stamp)
{
    if (release.state == Release::State::Cancelled)
        return {{}, removalChange(api)};
    if (release.state == Release::State::Completed)
        return {{}, promotionChange(release, api)};
    const Release wanted = next(release, stamp);
    const TrafficPolicy *policy = release.policyIsReadable ? &release.policy : nullptr;
    return {{{u"labels"_s, recordLabels(record, release, stamp, u"finish"_s, policy)}}, applyChange(wanted)};
}

PlannedWrites plannedAdopt(const Resource &record, const Release &release, const Api &api, const WriteStamp &stamp)
{
    Release wanted = next(release, stamp);
    wanted.split = api.split();
    const auto shown = decodeSplit(wanted.split);
    QJsonObject labels = recordLabels(record, release, stamp, u"adopt"_s, shown ? &shown->policy : nullptr);
    labels.insert(u"sluice.current"_s, api.currentUpstream());
    return {withSplit(wanted.split, {{u"labels"_s, labels}}),
            {{u"labels"_s, QJsonObject{{u"sluice.release"_s, wanted.mark().toText()}}}}};
}

Result<PlannedWrites> planned(ReleaseAction action, const ObservedRelease &found, const TrafficPolicy &policy,
                              const WriteStamp &stamp)
{
    const Resource &record = found.record;
    const Release &release = found.release;
    const std::optional<Api> &api = found.api;
    if (action == ReleaseAction::Cancel || action == ReleaseAction::Delete)
        return plannedCancel(record, release, api ? &*api : nullptr, stamp);
    if (!api)
        return apiIsGone(release);
    switch (action) {
    case ReleaseAction::Configure:
        if (const QList<Error> faults = problems(policy); !faults.isEmpty())
            return faults.first();
        return plannedConfigure(record, release, *api, policy, stamp);
    case ReleaseAction::FullRelease:
        return plannedFullRelease(record, release, *api, stamp);
    case ReleaseAction::Finish:
        if (const auto allowed = allowFinish(release, *api); !allowed)
            return allowed.error();
        return plannedFinish(record, release, *api, stamp);
    case ReleaseAction::Adopt:
        if (const auto allowed = allowAdopt(release, *api); !allowed)
            return allowed.error();
        return plannedAdopt(record, release, *api, stamp);
    default:
        return PlannedWrites{};
    }
}

QList<ReleaseAction> offeredActions(const ObservedRelease &found)
{
    QList<ReleaseAction> actions = offeredActions(found.release, found.condition);
    const qsizetype finish = actions.indexOf(ReleaseAction::Finish);
    if (found.api && (finish < 0 || allowFinish(found.release, *found.api)))
        return actions;
    if (finish >= 0)
        actions.removeAt(finish);
    if (!found.api)
        actions.removeIf([](ReleaseAction action) {
            return action == ReleaseAction::Configure || action == ReleaseAction::FullRelease ||
                   action == ReleaseAction::Adopt || action == ReleaseAction::NewBack;
        });
    else if (!actions.contains(ReleaseAction::Adopt) && allow(ReleaseAction::Adopt, found.release, found.condition) &&
             allowAdopt(found.release, *found.api))
        actions.insert(finish, ReleaseAction::Adopt);
    return actions;
}

QString trafficAfter(const Api &api, const PlannedWrites &writes)
{
    Api after = api;
    after.resource.value = merged(api.resource.value, writes.api);
    return trafficNow(after);
}

AdminRequest rollbackRequest(const ApiRef &api)
{
    return patchRequest(kindOf(api.kind), api.id, withSplit(QJsonValue::Null, {}));
}

Result<void> allowFinish(const Release &release, const Api &api)
{
    const auto mark = parseMark(api.mark());
    const bool mine = mark && mark->release == release.id;
    if (api.hasSplit() && !mine)
        return notOurs(ReleaseActionsText::tr("The API carries a split that is not this release's."));
    if (release.isInProgress() && api.currentUpstream() != release.current)
        return notOurs(ReleaseActionsText::tr("The API's current upstream is \"%1\", the release says \"%2\".")
                           .arg(api.currentUpstream(), release.current));
    if (api.hasSplit() && !isOurs(release, api))
        return notOurs(ReleaseActionsText::tr("The API's split was changed by other hands."));
    return {};
}

QJsonObject merged(QJsonObject stored, const QJsonObject &change)
{
    for (auto field = change.begin(); field != change.end(); ++field) {
        const QJsonObject inner = field->toObject();
        const QJsonObject old = stored[field.key()].toObject();
        if (field->isNull())
            stored.remove(field.key());
        else if (!inner.isEmpty() && !old.isEmpty())
            stored.insert(field.key(), merged(old, inner));
        else
            stored.insert(field.key(), *field);
    }
    return stored;
}

QStringList differences(const QJsonObject &expected, const QJsonObject &actual)
{
    QStringList found;
    for (auto field = expected.begin(); field != expected.end(); ++field) {
        if (!isTime(field.key()) && actual[field.key()] != *field)
            found.append(field.key());
    }
    for (auto field = actual.begin(); field != actual.end(); ++field) {
        if (!isTime(field.key()) && !expected.contains(field.key()))
            found.append(field.key());
    }
    return found;
}

} // namespace sluice
