// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/releaseservice.h"

#include "core/model/prose.h"
#include "core/release/recordnotes.h"
#include "core/release/releasearchive.h"
#include "core/release/releaseback.h"
#include "core/release/releaseconcerns.h"
#include "core/release/releaserecord.h"
#include "core/release/resourcechange.h"
#include "core/traffic/splitcodec.h"

#include <QCoreApplication>
#include <QCoroTimer>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ReleaseServiceText
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseService)
};

constexpr int cancelAttempts = 3;

QString randomHex(int digits)
{
    const quint64 drawn = QRandomGenerator::system()->generate64();
    return QString::number(drawn, 16).rightJustified(16, u'0').right(digits);
}

/// Whose entry stands in the history that was not there before.
QString whoWasMet(const Resource &expected, const Resource &found)
{
    const QList<LogEntry> known = readLog(expected.labels());
    const QList<LogEntry> now = readLog(found.labels());
    for (auto entry = now.crbegin(); entry != now.crend(); ++entry) {
        if (!known.contains(*entry))
            return entry->by;
    }
    return {};
}

Error metSomeone(const QString &who)
{
    const QString reason = who.isEmpty()
                               ? ReleaseServiceText::tr("Someone else changed this release at the same moment.")
                               : ReleaseServiceText::tr("%1 changed this release at the same moment.").arg(who);
    return Error::conflict(reason, ReleaseServiceText::tr("Look at the release as it is now, then decide again."));
}

Error apiChanged()
{
    return Error::conflict(ReleaseServiceText::tr("The API was changed by other hands at the same moment."),
                           ReleaseServiceText::tr("Look at the API as it is now, then decide again."));
}

/// Where nothing was written: what the traffic goes on doing (B28).
Error untouched(Error error, const std::optional<Api> &api)
{
    if (error.traffic.isEmpty())
        error.traffic =
            api ? trafficNow(*api) : ReleaseServiceText::tr("Nothing was changed: the traffic goes where it went.");
    return error;
}

Result<void> allowHere(ReleaseAction action, const ObservedRelease &found)
{
    const bool needsApi = found.release.isInProgress() && action != ReleaseAction::Archive;
    if (!found.api && needsApi && found.release.formatIsKnown)
        return apiIsGone(found.release);
    return allow(action, found.release, found.condition);
}

/// The answer to a write was lost, and so was the request, as reading back shows.
Error neverArrived(Error error)
{
    error.kind = Error::Kind::Unreachable;
    error.reason = ReleaseServiceText::tr("The write did not reach the gateway: nothing was changed.");
    error.traffic.clear();
    error.advice = ReleaseServiceText::tr("Try again.");
    return error;
}

Error noTarget(const QString &target)
{
    return Error::invalid(
        ReleaseServiceText::tr("The target upstream \"%1\" does not exist.").arg(target),
        ReleaseServiceText::tr("Choose or create another one; a release whose target is gone is cancelled."));
}

const Release *inProgressOf(const QList<Release> &releases)
{
    const auto found =
        std::find_if(releases.begin(), releases.end(), [](const Release &release) { return release.isInProgress(); });
    return found == releases.end() ? nullptr : &*found;
}

Error hasRelease(const Release &other)
{
    return Error::conflict(ReleaseServiceText::tr("The API has a release in progress already: \"%1\" (%2), by %3.")
                               .arg(other.name, other.id, other.by.isEmpty() ? u"?"_s : other.by),
                           ReleaseServiceText::tr("End that one first, or configure it."));
}

Error carriesSplit()
{
    return Error::conflict(ReleaseServiceText::tr("The API carries a split that Sluice did not make."),
                           ReleaseServiceText::tr("Adopt it, or have it removed by whoever made it."));
}

Error isOrphan()
{
    return Error::conflict(ReleaseServiceText::tr("The API carries the split of a release whose record is gone."),
                           ReleaseServiceText::tr("Remove the split, or adopt it."));
}

Error noApi(const ApiRef &ref)
{
    Error error = Error::invalid(ReleaseServiceText::tr("The API %1 does not exist.").arg(ref.toText()),
                                 ReleaseServiceText::tr("Choose an API from the list."));
    error.kind = Error::Kind::NotFound;
    return error;
}

/// Why the API can't begin this release.
std::optional<Error> faultOf(const NewRelease &wanted, const Api &api)
{
    if (!api.mark().isEmpty())
        return isOrphan();
    if (api.hasSplit())
        return carriesSplit();
    const QString current = api.currentUpstream();
    if (current.isEmpty())
        return Error::invalid(ReleaseServiceText::tr("The API has no upstream."),
                              ReleaseServiceText::tr("Give it its current upstream first."));
    if (current == wanted.target)
        return Error::invalid(ReleaseServiceText::tr("The target upstream is the current one."),
                              ReleaseServiceText::tr("Choose another target upstream."));
    return std::nullopt;
}

bool isMine(const Api &api, const QString &release)
{
    const auto mark = parseMark(api.mark());
    return mark && mark->release == release;
}

Error busy()
{
    return Error::conflict(ReleaseServiceText::tr("An action on this API is under way."),
                           ReleaseServiceText::tr("Wait until it is done."));
}

QString appliedMark(const Release &release, const QJsonObject &change)
{
    const QJsonObject labels = change[u"labels"_s].toObject();
    if (!labels.contains(u"sluice.write"_s))
        return release.wanted();
    return labels[u"sluice.revision"_s].toString() + u'.' + labels[u"sluice.write"_s].toString();
}

/// It stands in a label, percent-encoded: 256 characters at most.
QString fittingOperator(QString name)
{
    while (QUrl::toPercentEncoding(name).size() > 256)
        name.chop(1);
    return name;
}

} // namespace

ReleaseService::ReleaseService(AdminClient &admin, Options options, QObject *parent)
    : QObject(parent)
    , m_admin(admin)
    , m_options(std::move(options))
    , m_reader(admin, m_options.workspaceKey)
    , m_client(randomHex(8))
{
    m_options.operatorName = fittingOperator(m_options.operatorName);
}

WriteStamp ReleaseService::stamp(const QString &reason) const
{
    return {randomHex(8), QDateTime::currentDateTimeUtc(), m_options.operatorName, reason};
}

ReleaseService::Plan ReleaseService::planOf(ReleaseAction action, const TrafficPolicy &policy) const
{
    return [action, policy](const ObservedRelease &found, const WriteStamp &stamp) {
        return planned(action, found, policy, stamp);
    };
}

QCoro::Task<Result<ObservedRelease>> ReleaseService::configure(QString id, TrafficPolicy policy, ActionContext context)
{
    const Plan plan = planOf(ReleaseAction::Configure, policy);
    Result<ObservedRelease> done = co_await act(ReleaseAction::Configure, id, plan, context);
    co_return done;
}

QCoro::Task<Result<ObservedRelease>> ReleaseService::fullRelease(QString id, ActionContext context)
{
    const Plan plan = planOf(ReleaseAction::FullRelease, {});
    Result<ObservedRelease> done = co_await act(ReleaseAction::FullRelease, id, plan, context);
    co_return done;
}

QCoro::Task<Result<ObservedRelease>> ReleaseService::finish(QString id, ActionContext context)
{
    const Plan plan = planOf(ReleaseAction::Finish, {});
    Result<ObservedRelease> done = co_await act(ReleaseAction::Finish, id, plan, context);
    co_return done;
}

QCoro::Task<Result<ObservedRelease>> ReleaseService::act(ReleaseAction action, QString id, Plan plan,
                                                         ActionContext context)
{
    Result<ObservedRelease> found = co_await m_reader.one(id);
    if (!found)
        co_return untouched(found.error(), std::nullopt);
    const ApiRef ref = found->release.api;
    const ApiTurn turn(m_busy, ref.toText());
    if (!turn.taken())
        co_return untouched(busy(), found->api);
    // Refused before anything is written, the lease included. What is pending while someone acts is what he is doing:
    // then the lease says who it is.
    const bool isUnderWay = found->condition == ReleaseCondition::Pending && !found->actor().isEmpty();
    if (const auto allowed = allowHere(action, *found); !allowed && !isUnderWay)
        co_return untouched(allowed.error(), found->api);
    ApiLease lease(m_admin, ref, m_client, m_options.operatorName);
    Result<void> taken = co_await lease.take();
    if (!taken)
        co_return untouched(taken.error(), found->api);
    Result<ObservedRelease> done = co_await actAlone(action, id, plan, context, &lease);
    co_await lease.giveBack();
    co_return done;
}

QCoro::Task<Result<ObservedRelease>> ReleaseService::actAlone(ReleaseAction action, QString id, Plan plan,
                                                              ActionContext context, ApiLease *lease)
{
    Result<ObservedRelease> found = co_await m_reader.one(id);
    if (!found)
        co_return untouched(found.error(), std::nullopt);
    if (const auto allowed = allowHere(action, *found); !allowed)
        co_return untouched(allowed.error(), found->api);
    const bool recordMoved = context.seen.record != 0 && context.seen.record != found->record.modifiedIndex;
    const bool apiMoved = context.seen.api != 0 && context.seen.api != found->api->resource.modifiedIndex;
    if (recordMoved || apiMoved)
        co_return untouched(recordMoved ? metSomeone({}) : apiChanged(), found->api);
    const WriteStamp stamp = this->stamp(context.reason);
    const Result<PlannedWrites> writes = plan(*found, stamp);
    if (!writes)
        co_return untouched(writes.error(), found->api);
    if (found->targetIsGone) {
        Error gone = noTarget(found->release.target);
        gone.kind = Error::Kind::Conflict;
        co_return untouched(gone, found->api);
    }
    const Api before = *found->api;
    if (action == ReleaseAction::FullRelease) {
        Result<void> bare = co_await hidesNothing(before);
        if (!bare)
            co_return untouched(bare.error(), found->api);
    }
    if (!writes->record.isEmpty()) {
        Result<void> held = co_await lease->hold();
        if (!held)
            co_return untouched(held.error(), found->api);
        Result<Resource> written = co_await writeRecord(found->record, writes->record);
        if (!written)
            co_return untouched(written.error(), found->api);
        Q_EMIT stepped(ReleaseServiceText::tr("The record is written."));
        Result<void> same = co_await unchanged(before);
        if (!same) {
            Error error = co_await aftermath(id, same.error());
            co_return error;
        }
    }
    Result<Api> after = co_await writeApi(before, writes->api, lease);
    if (!after) {
        Error error = co_await aftermath(id, after.error());
        co_return error;
    }
    Q_EMIT stepped(ReleaseServiceText::tr("The API is written."));
    const QString write = writes->record.isEmpty() ? found->release.write : stamp.write;
    const QString applied = appliedMark(found->release, writes->record);
    Result<ObservedRelease> settled = co_await settle(before.ref, id, write, applied);
    co_return settled;
}

/// An action that was cut behind its first write: what the traffic does now and what is left to do, read afresh (B28).
QCoro::Task<Error> ReleaseService::aftermath(QString id, Error error)
{
    Result<ObservedRelease> found = co_await m_reader.one(id);
    if (!found && found.error().kind == Error::Kind::NotFound) {
        error.traffic = ReleaseServiceText::tr(
            "The release was deleted by someone else: all traffic goes to the current upstream.");
        error.advice = ReleaseServiceText::tr("Look at the list of releases.");
    } else if (!found) {
        error.traffic = ReleaseServiceText::tr("What the traffic does now can't be read.");
        error.advice = ReleaseServiceText::tr(
            "Refresh as soon as the gateway answers; a pending release can be finished or cancelled "
            "then.");
    } else {
        error.traffic = found->api ? trafficNow(*found->api) : apiIsGone(found->release).traffic;
        if (const auto alarm = alarmOf(*found))
            error.advice = joinSentences({alarm->reason, alarm->advice});
    }
    co_return error;
}

QCoro::Task<Result<ObservedRelease>> ReleaseService::settle(ApiRef api, QString id, QString write, QString applied)
{
    const QJsonObject change{{u"labels"_s, QJsonObject{{u"sluice.applied"_s, applied}}}};
    Result<Resource> noted = co_await m_admin.patch(ResourceKind::PluginConfigs, id, change);
    Result<ObservedRelease> last = co_await m_reader.one(id);
    const bool gone = !last && last.error().kind == Error::Kind::NotFound;
    if (!last && !gone)
        co_return last.error();
    if (!gone && last->release.write == write) {
        if (!noted && noted.error().kind != Error::Kind::Unknown)
            co_return noted.error();
        co_return last;
    }
    // Someone ended or deleted the release while the API was being written: what was written there goes away again.
    if (gone || !last->release.isInProgress())
        co_await takeBack(api, id);
    const QString who = gone || last->release.log.isEmpty() ? QString() : last->release.log.last().by;
    Error error = co_await aftermath(id, metSomeone(who));
    co_return error;
}

QCoro::Task<void> ReleaseService::takeBack(ApiRef ref, QString id)
{
    Result<std::optional<Api>> api = co_await m_reader.api(ref);
    if (!api || !*api || !isMine(**api, id))
        co_return;
    Result<Resource> written = co_await sendApi(**api, removalChange(**api));
    Q_UNUSED(written)
}

QCoro::Task<Result<Resource>> ReleaseService::writeRecord(Resource before, QJsonObject change)
{
    Result<Resource> written = co_await m_admin.patch(ResourceKind::PluginConfigs, before.id(), change);
    if (!written && written.error().kind != Error::Kind::Unknown)
        co_return written.error();
    Result<Resource> read = co_await m_admin.get(ResourceKind::PluginConfigs, before.id());
    if (!read) {
        Error error = written ? read.error() : written.error();
        co_return error;
    }
    Resource expected;
    expected.value = merged(before.value, change);
    const QString own = change[u"labels"_s].toObject()[u"sluice.write"_s].toString();
    if (!written && read->label(u"sluice.write"_s) != own && read->modifiedIndex == before.modifiedIndex) {
        co_return neverArrived(written.error());
    }
    if (!differences(expected.value, read->value).isEmpty()) {
        Error error = metSomeone(whoWasMet(expected, *read));
        co_return error;
    }
    co_return read;
}

QCoro::Task<Result<void>> ReleaseService::unchanged(Api before)
{
    Result<std::optional<Api>> now = co_await m_reader.api(before.ref);
    Result<void> result;
    if (!now)
        result = now.error();
    else if (!*now || (*now)->resource.modifiedIndex != before.resource.modifiedIndex)
        result = apiChanged();
    co_return result;
}

QCoro::Task<Result<Api>> ReleaseService::writeApi(Api before, QJsonObject change, ApiLease *lease)
{
    if (change.isEmpty())
        co_return before;
    if (m_options.pause.count() > 0)
        co_await QCoro::sleepFor(m_options.pause);
    if (lease != nullptr) {
        Result<void> held = co_await lease->hold();
        if (!held)
            co_return held.error();
    }
    Result<Resource> written = co_await sendApi(before, change);
    if (!written && written.error().kind != Error::Kind::Unknown)
        co_return written.error();
    Result<std::optional<Api>> read = co_await m_reader.api(before.ref);
    if (!read) {
        Error error = written ? read.error() : written.error();
        co_return error;
    }
    if (!*read) {
        Error error = apiChanged();
        co_return error;
    }
    if (!written && (*read)->resource.modifiedIndex == before.resource.modifiedIndex) {
        Error error = neverArrived(written.error());
        error.kind = Error::Kind::Conflict;
        error.reason = ReleaseServiceText::tr("The change has not reached the API.");
        co_return error;
    }
    const QStringList fields = differences(merged(before.resource.value, change), (*read)->resource.value);
    if (!fields.isEmpty()) {
        Error error = apiChanged();
        error.detail = ReleaseServiceText::tr("Not as written: %1").arg(enumerated(fields));
        co_return error;
    }
    Api after = **read;
    co_return after;
}

QCoro::Task<Result<Resource>> ReleaseService::sendApi(Api before, QJsonObject change)
{
    const ResourceKind kind = kindOf(before.ref.kind);
    Result<Resource> sent = co_await changeResource(m_admin, m_version, kind, before.resource, change);
    co_return sent;
}

QCoro::Task<Result<void>> ReleaseService::targetExists(QString target)
{
    Result<Resource> upstream = co_await m_admin.get(ResourceKind::Upstreams, target);
    Result<void> result;
    if (!upstream)
        result = upstream.error().kind == Error::Kind::NotFound ? noTarget(target) : upstream.error();
    co_return result;
}

/// After a Full release nothing may come to light that the split has hidden (E20).
QCoro::Task<Result<void>> ReleaseService::hidesNothing(Api api)
{
    Result<Surroundings> around = co_await surroundingsOf(m_admin, api, {}, m_options.workspaceKey);
    if (!around)
        co_return around.error();
    Result<void> result;
    const QList<SplitLayer> hidden = hiddenSplits(*around);
    if (!hidden.isEmpty())
        result = Error::conflict(
            ReleaseServiceText::tr("A split on a lower level would come to light: %1.").arg(toText(hidden.first())),
            ReleaseServiceText::tr("End or remove that one first."), trafficNow(api));
    co_return result;
}

QCoro::Task<Result<QStringList>> ReleaseService::concerns(ApiRef ref, QString target)
{
    Result<std::optional<Api>> api = co_await m_reader.api(ref);
    if (!api)
        co_return api.error();
    QStringList sentences;
    if (*api) {
        const Api found = **api;
        Result<Surroundings> around = co_await surroundingsOf(m_admin, found, target, m_options.workspaceKey);
        if (!around)
            co_return around.error();
        sentences = concernsOf(*around);
    }
    co_return sentences;
}

// ---- plans

QCoro::Task<Result<std::shared_ptr<ApiReservation>>> ReleaseService::reserve(ApiRef api)
{
    auto reservation = std::shared_ptr<ApiReservation>(
        new ApiReservation{{m_busy, api.toText()}, ApiLease(m_admin, api, m_client, m_options.operatorName)});
    if (!reservation->turn.taken()) {
        Error error = busy();
        co_return error;
    }
    Result<void> taken = co_await reservation->lease.takeOver();
    if (!taken)
        co_return taken.error();
    co_return reservation;
}

QCoro::Task<Result<ObservedRelease>> ReleaseService::moveTo(QString id, int step,
                                                            std::shared_ptr<ApiReservation> reservation)
{
    const Plan plan = [step](const ObservedRelease &found, const WriteStamp &stamp) {
        return plannedStep(found.record, found.release, *found.api, step, stamp);
    };
    Result<ObservedRelease> done = co_await actAlone(ReleaseAction::Configure, id, plan, {}, &reservation->lease);
    co_return done;
}

QCoro::Task<Result<ObservedRelease>> ReleaseService::finishStep(QString id, std::shared_ptr<ApiReservation> reservation)
{
    const Plan finish = planOf(ReleaseAction::Finish, {});
    const Plan plan = [finish](const ObservedRelease &found, const WriteStamp &stamp) {
        Result<PlannedWrites> writes = finish(found, stamp);
        if (writes && found.plan.at > 0)
            writes->record =
                merged(writes->record, {{u"labels"_s, positionLabels(found.plan, found.plan.at, stamp.time)}});
        return writes;
    };
    Result<ObservedRelease> done = co_await actAlone(ReleaseAction::Finish, id, plan, {}, &reservation->lease);
    co_return done;
}

QCoro::Task<Result<ObservedRelease>> ReleaseService::setPlan(QString id, ReleasePlan plan, ActionContext context)
{
    Result<ObservedRelease> found = co_await m_reader.one(id);
    if (!found)
        co_return found.error();
    const ApiRef api = found->release.api;
    ApiReservation reservation{{m_busy, api.toText()}, ApiLease(m_admin, api, m_client, m_options.operatorName)};
    if (!reservation.turn.taken()) {
        Error error = busy();
        co_return error;
    }
    Result<void> taken = co_await reservation.lease.take();
    if (!taken)
        co_return taken.error();
    const Note note = [&](const ObservedRelease &now) -> Result<QJsonObject> {
        if (context.seen.record != 0 && context.seen.record != now.record.modifiedIndex)
            return metSomeone({});
        return planNote(now, plan, stamp(context.reason));
    };
    Result<void> written = co_await writeNote(id, note);
    co_await reservation.lease.giveBack();
    if (!written)
        co_return written.error();
    Result<ObservedRelease> after = co_await m_reader.one(id);
    co_return after;
}

QCoro::Task<Result<void>> ReleaseService::order(QString id, PlanOrder order, ActionContext context)
{
    return writeNote(id, [order, stamp = stamp(context.reason)](const ObservedRelease &found) {
        return orderNote(found, order, stamp);
    });
}

QCoro::Task<Result<void>> ReleaseService::raiseAlarm(QString id, QString alarm)
{
    return writeNote(
        id, [alarm, stamp = stamp({})](const ObservedRelease &found) { return alarmNote(found, alarm, stamp); });
}

QCoro::Task<Result<void>> ReleaseService::note(QString id, QString text)
{
    return writeNote(id, [stamp = stamp(text)](const ObservedRelease &found) { return remarkNote(found, stamp); });
}

QCoro::Task<Result<AdminRequest>> ReleaseService::noteRequest(QString id, Note note) const
{
    Result<ObservedRelease> found = co_await m_reader.one(id);
    if (!found)
        co_return found.error();
    const Result<QJsonObject> change = note(*found);
    if (!change)
        co_return change.error();
    co_return patchRequest(ResourceKind::PluginConfigs, id, *change);
}

QCoro::Task<Result<void>> ReleaseService::writeNote(QString id, Note note)
{
    Result<AdminRequest> request = co_await noteRequest(id, note);
    if (!request)
        co_return request.error();
    Result<Resource> written = co_await m_admin.patch(ResourceKind::PluginConfigs, id, request->body);
    Result<void> result;
    if (!written)
        result = written.error();
    co_return result;
}

QCoro::Task<Result<QList<AdminRequest>>> ReleaseService::previewNote(QString id, Note note)
{
    Result<AdminRequest> request = co_await noteRequest(id, note);
    if (!request)
        co_return request.error();
    co_return QList<AdminRequest>{*request};
}

// ---- cancel

QCoro::Task<Result<ObservedRelease>> ReleaseService::cancel(QString id, ActionContext context)
{
    Result<ObservedRelease> before = co_await m_reader.one(id);
    if (!before)
        co_return untouched(before.error(), std::nullopt);
    const bool stood = bool(allow(ReleaseAction::Cancel, before->release, before->condition));
    for (int attempt = 1;; ++attempt) {
        Result<ObservedRelease> done = co_await cancelOnce(id, context);
        if (done || done.error().kind != Error::Kind::Conflict)
            co_return done;
        // Whoever was met may have taken its split back meanwhile: then it has ended as it should.
        Result<ObservedRelease> now = co_await m_reader.one(id);
        const bool isDone = stood && now && now->release.state == Release::State::Cancelled &&
                            now->condition == ReleaseCondition::Ended;
        if (isDone)
            co_return now;
        if (attempt == cancelAttempts)
            co_return done;
    }
}

QCoro::Task<Result<ObservedRelease>> ReleaseService::cancelOnce(QString id, ActionContext context)
{
    Result<ObservedRelease> found = co_await m_reader.one(id);
    if (!found)
        co_return untouched(found.error(), std::nullopt);
    if (const auto allowed = allow(ReleaseAction::Cancel, found->release, found->condition); !allowed)
        co_return untouched(allowed.error(), found->api);
    const WriteStamp stamp = this->stamp(context.reason);
    const PlannedWrites writes =
        plannedCancel(found->record, found->release, found->api ? &*found->api : nullptr, stamp);
    QString write = found->release.write;
    if (!writes.record.isEmpty()) {
        Result<Resource> written = co_await m_admin.patch(ResourceKind::PluginConfigs, id, writes.record);
        Result<Resource> read = co_await m_admin.get(ResourceKind::PluginConfigs, id);
        if (!read || read->label(u"sluice.state"_s) != "cancelled"_L1) {
            Error error = !written ? written.error() : !read ? read.error() : metSomeone({});
            if (found->api)
                error.traffic = trafficNow(*found->api);
            if (error.kind != Error::Kind::Conflict)
                error.advice =
                    ReleaseServiceText::tr("The record can't be written. Move traffic now takes the split off the API "
                                           "alone; the release stays pending.");
            co_return error;
        }
        write = read->label(u"sluice.write"_s);
        Q_EMIT stepped(ReleaseServiceText::tr("The record is written."));
    }
    Result<std::optional<Api>> api = co_await m_reader.api(found->release.api);
    if (!api)
        co_return api.error();
    if (*api && isMine(**api, id)) {
        Result<Api> after = co_await writeApi(**api, removalChange(**api), nullptr);
        // Someone else may have taken it away at the same moment: the gateway refuses a null where nothing is.
        Result<std::optional<Api>> now = co_await m_reader.api(found->release.api);
        const bool isGone = now && (!*now || !isMine(**now, id));
        if (!after && !isGone) {
            Error error = co_await aftermath(id, after.error());
            co_return error;
        }
        Q_EMIT stepped(ReleaseServiceText::tr("The API is written."));
    }
    Result<Resource> record = co_await m_admin.get(ResourceKind::PluginConfigs, id);
    if (!record)
        co_return record.error();
    Result<ObservedRelease> settled =
        co_await settle(found->release.api, id, record->label(u"sluice.write"_s),
                        record->label(u"sluice.revision"_s) + u'.' + record->label(u"sluice.write"_s));
    // Someone's write may have come in between: then it is not cancelled before the split is gone again (B16).
    const bool isUndone =
        settled && (settled->release.isInProgress() || settled->condition == ReleaseCondition::Pending);
    if (isUndone)
        co_return untouched(metSomeone({}), settled->api);
    co_return settled;
}

QCoro::Task<Result<void>> ReleaseService::moveTraffic(QString id)
{
    Result<ObservedRelease> found = co_await m_reader.one(id);
    if (!found)
        co_return found.error();
    Result<void> result;
    if (!found->api || !isMine(*found->api, id) || !found->api->hasSplit()) {
        result = untouched(Error::conflict(ReleaseServiceText::tr("The API carries no split of this release."),
                                           ReleaseServiceText::tr("Cancel the release.")),
                           found->api);
    } else {
        const QJsonObject change = removalChange(*found->api, false);
        Result<Api> after = co_await writeApi(*found->api, change, nullptr);
        if (!after)
            result = after.error();
    }
    co_return result;
}

/// The API, where it carries a split whose record is gone.
QCoro::Task<Result<Api>> ReleaseService::orphaned(ApiRef ref) const
{
    Result<QSet<QString>> records = co_await m_reader.recordIds();
    if (!records)
        co_return records.error();
    Result<std::optional<Api>> api = co_await m_reader.api(ref);
    if (!api)
        co_return api.error();
    if (!*api)
        co_return untouched(noApi(ref), std::nullopt);
    const ApiCondition condition = conditionOf(**api, *records);
    if (condition == ApiCondition::External)
        co_return untouched(carriesSplit(), *api);
    if (condition != ApiCondition::Orphaned)
        co_return untouched(
            Error::conflict(ReleaseServiceText::tr("The API %1 carries no split without a release.").arg(ref.toText()),
                            {}),
            *api);
    Api found = **api;
    co_return found;
}

QCoro::Task<Result<void>> ReleaseService::removeOrphan(ApiRef ref)
{
    Result<Api> api = co_await orphaned(ref);
    if (!api)
        co_return api.error();
    Result<void> result;
    Result<Api> after = co_await writeApi(*api, removalChange(*api), nullptr);
    if (!after)
        result = after.error();
    co_return result;
}

// ---- create and adopt

QCoro::Task<Result<ObservedRelease>> ReleaseService::create(NewRelease wanted, ActionContext context)
{
    const ApiTurn turn(m_busy, wanted.api.toText());
    if (!turn.taken())
        co_return untouched(busy(), std::nullopt);
    const WriteStamp stamp = this->stamp(context.reason);
    Result<Draft> first = co_await draft(wanted, stamp);
    if (!first)
        co_return first.error();
    if (context.seen.api != 0 && context.seen.api != first->api.resource.modifiedIndex)
        co_return untouched(apiChanged(), first->api);
    ApiLease lease(m_admin, wanted.api, m_client, m_options.operatorName);
    Result<void> taken = co_await lease.take();
    if (!taken)
        co_return untouched(taken.error(), first->api);
    Result<Draft> drafted = co_await draft(wanted, stamp);
    Result<ObservedRelease> done = drafted ? Result<ObservedRelease>(ObservedRelease{}) : drafted.error();
    if (drafted)
        done = co_await place(*drafted, &lease);
    co_await lease.giveBack();
    co_return done;
}

QCoro::Task<Result<ObservedRelease>> ReleaseService::adopt(ApiRef ref, QString name, ActionContext context)
{
    Result<QList<Release>> releases = co_await m_reader.ofApi(ref);
    if (!releases)
        co_return releases.error();
    if (const Release *standing = inProgressOf(*releases)) {
        const QString id = standing->id;
        const Plan plan = planOf(ReleaseAction::Adopt, {});
        Result<ObservedRelease> done = co_await act(ReleaseAction::Adopt, id, plan, context);
        co_return done;
    }
    const ApiTurn turn(m_busy, ref.toText());
    if (!turn.taken())
        co_return untouched(busy(), std::nullopt);
    ApiLease lease(m_admin, ref, m_client, m_options.operatorName);
    Result<void> taken = co_await lease.take();
    if (!taken)
        co_return untouched(taken.error(), std::nullopt);
    const WriteStamp stamp = this->stamp(context.reason);
    Result<Draft> drafted = co_await draftAdoption(ref, name, stamp);
    Result<ObservedRelease> done = drafted ? Result<ObservedRelease>(ObservedRelease{}) : drafted.error();
    if (drafted)
        done = co_await place(*drafted, &lease);
    co_await lease.giveBack();
    co_return done;
}

QCoro::Task<Result<ReleaseService::Draft>> ReleaseService::draft(NewRelease wanted, WriteStamp stamp)
{
    if (const QList<Error> faults = problems(wanted.policy); !faults.isEmpty())
        co_return untouched(faults.first(), std::nullopt);
    Result<std::optional<Api>> api = co_await m_reader.api(wanted.api);
    if (!api)
        co_return untouched(api.error(), std::nullopt);
    if (!*api)
        co_return untouched(noApi(wanted.api), std::nullopt);
    Result<QList<Release>> releases = co_await m_reader.ofApi(wanted.api);
    if (!releases)
        co_return untouched(releases.error(), *api);
    if (const Release *other = inProgressOf(*releases))
        co_return untouched(hasRelease(*other), *api);
    if (const auto fault = faultOf(wanted, **api))
        co_return untouched(*fault, *api);
    Result<void> exists = co_await targetExists(wanted.target);
    if (!exists)
        co_return untouched(exists.error(), *api);
    Draft result;
    result.api = **api;
    Release &release = result.release;
    release.id = u"sluice-"_s + randomHex(12);
    release.name = wanted.name.isEmpty() ? result.api.name() : wanted.name;
    release.description = wanted.description;
    release.api = wanted.api;
    release.current = result.api.currentUpstream();
    release.target = wanted.target;
    release.revision = 1;
    release.write = stamp.write;
    release.by = stamp.by;
    release.created = stamp.time;
    release.workspace =
        wanted.workspace.isEmpty() ? result.api.resource.workspace(m_options.workspaceKey) : wanted.workspace;
    release.policy = wanted.policy;
    release.split = encodeSplit(wanted.policy, wanted.target);
    release.log = {{1, stamp.write, stamp.time, stamp.by, u"create"_s, toText(wanted.policy), stamp.reason}};
    QJsonObject record = newRecord(release, stamp, m_options.workspaceKey);
    if (!wanted.plan.isEmpty()) {
        wanted.plan.at = wanted.plan.steps.first().policy == wanted.policy ? 1 : 0;
        wanted.plan.since = stamp.time;
        record = merged(record, {{u"labels"_s, planLabels(wanted.plan)}});
    }
    result.writes = {record, applyChange(release)};
    co_return result;
}

QCoro::Task<Result<ReleaseService::Draft>> ReleaseService::draftAdoption(ApiRef ref, QString name, WriteStamp stamp)
{
    Result<std::optional<Api>> api = co_await m_reader.api(ref);
    if (!api)
        co_return api.error();
    if (!*api)
        co_return untouched(noApi(ref), std::nullopt);
    if (!(*api)->hasSplit())
        co_return untouched(
            Error::conflict(ReleaseServiceText::tr("The API %1 carries no split to adopt.").arg(ref.toText()), {}),
            *api);
    Draft result;
    result.api = **api;
    const auto shown = decodeSplit(result.api.split());
    if (!shown || shown->target.isEmpty()) {
        const QString why = shown ? ReleaseServiceText::tr("it sends nothing to another upstream") : shown.error();
        co_return untouched(Error::conflict(ReleaseServiceText::tr("This split can't be adopted: %1.").arg(why),
                                            ReleaseServiceText::tr("It stays as it is; its owner has to change it.")),
                            *api);
    }
    Release &release = result.release;
    release.id = u"sluice-"_s + randomHex(12);
    release.name = name.isEmpty() ? result.api.name() : name;
    release.api = ref;
    release.current = result.api.currentUpstream();
    release.target = shown->target;
    release.revision = 1;
    release.write = stamp.write;
    release.by = stamp.by;
    release.created = stamp.time;
    release.workspace = result.api.resource.workspace(m_options.workspaceKey);
    release.policy = shown->policy;
    release.split = result.api.split();
    release.kept = {{u"adopted"_s, result.api.split()}};
    release.log = {{1, stamp.write, stamp.time, stamp.by, u"adopt"_s, toText(shown->policy), stamp.reason}};
    // The split stays as it stands, value for value; only the mark is new.
    const QJsonObject mark{{u"sluice.release"_s, release.mark().toText()}};
    result.writes = {newRecord(release, stamp, m_options.workspaceKey), {{u"labels"_s, mark}}};
    co_return result;
}

/// Of two that create at once the one with the smaller createdIndex stays: it is etcd's own order, and the later one
/// always sees the earlier.
QCoro::Task<Result<void>> ReleaseService::standsFirst(Release release)
{
    Result<QList<Release>> releases = co_await m_reader.ofApi(release.api);
    if (!releases)
        co_return releases.error();
    const auto own = std::find_if(releases->cbegin(), releases->cend(),
                                  [&release](const Release &other) { return other.id == release.id; });
    Result<void> result;
    if (own == releases->cend()) {
        result = metSomeone({});
        co_return result;
    }
    for (const Release &other : std::as_const(*releases)) {
        if (other.id != release.id && other.isInProgress() && other.createdIndex < own->createdIndex)
            result = hasRelease(other);
    }
    co_return result;
}

QCoro::Task<Result<ObservedRelease>> ReleaseService::place(Draft draft, ApiLease *lease)
{
    const Release release = draft.release;
    Result<void> step = co_await lease->hold();
    if (!step)
        co_return step.error();
    Result<Resource> written = co_await m_admin.put(ResourceKind::PluginConfigs, release.id, draft.writes.record);
    if (!written && written.error().kind == Error::Kind::Unknown) {
        written = co_await m_admin.get(ResourceKind::PluginConfigs, release.id);
        if (!written && written.error().kind == Error::Kind::NotFound)
            written = neverArrived(written.error());
    }
    if (!written)
        co_return untouched(written.error(), draft.api);
    step = co_await standsFirst(release);
    if (step) {
        Q_EMIT stepped(ReleaseServiceText::tr("The record is written."));
        step = co_await unchanged(draft.api);
    }
    bool reached = false;
    if (step) {
        Result<Api> after = co_await writeApi(draft.api, draft.writes.api, lease);
        reached = after || after.error().kind == Error::Kind::Unknown || after.error().kind == Error::Kind::Conflict;
        if (!after)
            step = after.error();
    }
    if (!step && !reached) {
        // Nothing is on the API: the record goes away again.
        Result<void> removed = co_await m_admin.remove(ResourceKind::PluginConfigs, release.id);
        if (removed)
            co_return untouched(step.error(), draft.api);
    }
    if (!step) {
        Error error = co_await aftermath(release.id, step.error());
        co_return error;
    }
    Q_EMIT stepped(ReleaseServiceText::tr("The API is written."));
    Result<ObservedRelease> settled = co_await settle(release.api, release.id, release.write, release.wanted());
    co_return settled;
}

// ---- records

QCoro::Task<Result<QString>> ReleaseService::remove(QString id, ActionContext context)
{
    Result<ObservedRelease> found = co_await m_reader.one(id);
    if (!found)
        co_return found.error();
    if (const auto allowed = allow(ReleaseAction::Delete, found->release, found->condition); !allowed)
        co_return untouched(allowed.error(), found->api);
    if (found->release.isInProgress() && found->condition != ReleaseCondition::Superseded) {
        Result<ObservedRelease> cancelled = co_await cancel(id, context);
        if (!cancelled)
            co_return cancelled.error();
        found = cancelled;
    }
    if (found->api && isMine(*found->api, id)) {
        const Error error =
            Error::conflict(ReleaseServiceText::tr("The API still names this release."),
                            ReleaseServiceText::tr("Apply the pending change, then delete the release."));
        co_return untouched(error, found->api);
    }
    Result<QString> file = archiveRecord(found->record, m_options.archiveFolder);
    if (!file)
        co_return file.error();
    Result<void> removed = co_await m_admin.remove(ResourceKind::PluginConfigs, id);
    if (!removed)
        co_return removed.error();
    co_return file;
}

QCoro::Task<Result<QString>> ReleaseService::archive(QString id)
{
    Result<ObservedRelease> found = co_await m_reader.one(id);
    if (!found)
        co_return found.error();
    if (const auto allowed = allow(ReleaseAction::Archive, found->release, found->condition); !allowed)
        co_return untouched(allowed.error(), found->api);
    Result<QString> file = archiveRecord(found->record, m_options.archiveFolder);
    if (!file)
        co_return file.error();
    Result<void> removed = co_await m_admin.remove(ResourceKind::PluginConfigs, id);
    if (!removed)
        co_return removed.error();
    co_return file;
}

QCoro::Task<Result<ReleaseBack>> ReleaseService::back(QString id)
{
    Result<ObservedRelease> found = co_await m_reader.one(id);
    if (!found)
        co_return found.error();
    std::optional<Api> service;
    const QString serviceId = found->api ? found->api->resource.reference(u"service_id"_s) : QString();
    if (!serviceId.isEmpty()) {
        const ApiRef ref{ApiRef::Kind::Service, serviceId};
        Result<std::optional<Api>> read = co_await m_reader.api(ref);
        if (!read)
            co_return read.error();
        service = *read;
    }
    co_return backOf(*found, service);
}

QCoro::Task<Result<ObservedRelease>> ReleaseService::createBack(QString id, TrafficPolicy policy, ActionContext context)
{
    Result<ReleaseBack> way = co_await back(id);
    if (!way)
        co_return untouched(way.error(), std::nullopt);
    if (const QList<Error> faults = problems(policy); !faults.isEmpty())
        co_return untouched(faults.first(), std::nullopt);
    NewRelease form = way->form;
    form.policy = policy;
    Result<void> exists = co_await targetExists(form.target);
    const bool isToBeMade = !exists && exists.error().kind == Error::Kind::Invalid && !way->upstream.isEmpty();
    if (isToBeMade) {
        Result<Resource> made = co_await m_admin.put(ResourceKind::Upstreams, form.target, way->upstream);
        if (!made)
            co_return untouched(made.error(), std::nullopt);
    }
    Result<ObservedRelease> created = co_await create(form, context);
    co_return created;
}

// ---- preview

QCoro::Task<Result<QList<AdminRequest>>> ReleaseService::preview(ReleaseAction action, QString id, TrafficPolicy policy)
{
    Result<ObservedRelease> found = co_await m_reader.one(id);
    if (!found)
        co_return found.error();
    if (const auto allowed = allow(action, found->release, found->condition); !allowed)
        co_return untouched(allowed.error(), found->api);
    QList<AdminRequest> requests;
    const bool recordOnly = action == ReleaseAction::Archive || found->condition == ReleaseCondition::Superseded ||
                            (action == ReleaseAction::Delete && !found->release.isInProgress());
    if (!recordOnly) {
        const Result<PlannedWrites> writes = planned(action, *found, policy, stamp({}));
        if (!writes)
            co_return untouched(writes.error(), found->api);
        const ApiRef api = found->release.api;
        if (!writes->record.isEmpty())
            requests.append(patchRequest(ResourceKind::PluginConfigs, id, writes->record));
        if (!writes->api.isEmpty())
            requests.append(patchRequest(kindOf(api.kind), api.id, writes->api));
        const QJsonObject applied{{u"sluice.applied"_s, appliedMark(found->release, writes->record)}};
        requests.append(patchRequest(ResourceKind::PluginConfigs, id, {{u"labels"_s, applied}}));
    }
    if (action == ReleaseAction::Delete || action == ReleaseAction::Archive)
        requests.append(deleteRequest(ResourceKind::PluginConfigs, id));
    co_return requests;
}

QCoro::Task<Result<QList<AdminRequest>>> ReleaseService::previewPlan(QString id, ReleasePlan plan)
{
    return previewNote(
        id, [plan, stamp = stamp({})](const ObservedRelease &found) { return planNote(found, plan, stamp); });
}

QCoro::Task<Result<QList<AdminRequest>>> ReleaseService::previewOrder(QString id, PlanOrder order)
{
    return previewNote(
        id, [order, stamp = stamp({})](const ObservedRelease &found) { return orderNote(found, order, stamp); });
}

QCoro::Task<Result<QList<AdminRequest>>> ReleaseService::previewCreate(NewRelease wanted)
{
    Result<Draft> drafted = co_await draft(wanted, stamp({}));
    if (!drafted)
        co_return drafted.error();
    co_return requestsOf(*drafted);
}

QCoro::Task<Result<QList<AdminRequest>>> ReleaseService::previewAdopt(ApiRef api, QString name)
{
    Result<QList<Release>> releases = co_await m_reader.ofApi(api);
    if (!releases)
        co_return releases.error();
    if (const Release *standing = inProgressOf(*releases)) {
        const QString id = standing->id;
        Result<QList<AdminRequest>> requests = co_await preview(ReleaseAction::Adopt, id);
        co_return requests;
    }
    Result<Draft> drafted = co_await draftAdoption(api, name, stamp({}));
    if (!drafted)
        co_return drafted.error();
    co_return requestsOf(*drafted);
}

QCoro::Task<Result<QList<AdminRequest>>> ReleaseService::previewOrphan(ApiRef ref)
{
    Result<Api> api = co_await orphaned(ref);
    if (!api)
        co_return api.error();
    QList<AdminRequest> requests;
    requests.append(patchRequest(kindOf(ref.kind), ref.id, removalChange(*api)));
    co_return requests;
}

QList<AdminRequest> ReleaseService::requestsOf(const Draft &draft)
{
    const Release &release = draft.release;
    const QJsonObject applied{{u"sluice.applied"_s, release.wanted()}};
    return {putRequest(ResourceKind::PluginConfigs, release.id, draft.writes.record),
            patchRequest(kindOf(release.api.kind), release.api.id, draft.writes.api),
            patchRequest(ResourceKind::PluginConfigs, release.id, {{u"labels"_s, applied}})};
}

} // namespace sluice
