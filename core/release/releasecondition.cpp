// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/releasecondition.h"

#include "core/traffic/splitcodec.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ReleaseConditionText
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseCondition)
};

bool olderOneStands(const Release &release, const QList<Release> &sameApi)
{
    return std::any_of(sameApi.begin(), sameApi.end(), [&release](const Release &other) {
        return other.id != release.id && other.isInProgress() && other.createdIndex < release.createdIndex;
    });
}

ReleaseCondition ofInProgress(const Release &release, const std::optional<Api> &api, const ReleaseNeighbours &others)
{
    const auto mark = api ? parseMark(api->mark()) : std::nullopt;
    const bool mine = mark && mark->release == release.id;
    const bool someoneElses = mark && !mine && others.records.contains(mark->release);
    if (someoneElses || (!mine && olderOneStands(release, others.sameApi)))
        return ReleaseCondition::Superseded;
    if ((mine && !api->hasSplit()) || (!mine && !release.applied.isEmpty()))
        return ReleaseCondition::StoppedOutside;
    if (!mine || *mark != release.mark())
        return ReleaseCondition::Pending;
    if (!sameSplit(api->split(), release.split) || api->currentUpstream() != release.current)
        return ReleaseCondition::Drift;
    return ReleaseCondition::Applied;
}

bool laterOneCompleted(const Release &release, const QList<Release> &sameApi)
{
    return std::any_of(sameApi.begin(), sameApi.end(), [&release](const Release &other) {
        return other.id != release.id && other.state == Release::State::Completed &&
               other.createdIndex > release.createdIndex;
    });
}

ReleaseCondition ofEnded(const Release &release, const std::optional<Api> &api, const ReleaseNeighbours &others)
{
    if (!api)
        return ReleaseCondition::Ended;
    const auto mark = parseMark(api->mark());
    if (mark && mark->release == release.id)
        return ReleaseCondition::Pending;
    if (laterOneCompleted(release, others.sameApi))
        return ReleaseCondition::Ended;
    const bool usesTarget = api->currentUpstream() == release.target;
    if (release.state == Release::State::Completed)
        return usesTarget ? ReleaseCondition::Ended : ReleaseCondition::RevertedOutside;
    return usesTarget ? ReleaseCondition::EndedOtherwise : ReleaseCondition::Ended;
}

QString stateWord(Release::State state)
{
    switch (state) {
    case Release::State::InProgress:
        return ReleaseConditionText::tr("in progress");
    case Release::State::Cancelled:
        return ReleaseConditionText::tr("cancelled");
    case Release::State::Completed:
        return ReleaseConditionText::tr("completed");
    }
    return {};
}

Error forbiddenByState(ReleaseAction action, const Release &release)
{
    if (action == ReleaseAction::Archive)
        return Error::conflict(ReleaseConditionText::tr("The release \"%1\" is %2: only a completed one is archived.")
                                   .arg(release.name, stateWord(release.state)),
                               ReleaseConditionText::tr("Delete keeps its record in a file, too."));
    if (action == ReleaseAction::NewBack)
        return Error::conflict(
            ReleaseConditionText::tr("The release \"%1\" is %2: only a completed one can be taken back.")
                .arg(release.name, stateWord(release.state)),
            release.isInProgress() ? ReleaseConditionText::tr("Cancel the release.") : QString());
    if (action == ReleaseAction::Delete)
        return Error::conflict(
            ReleaseConditionText::tr(
                "The release \"%1\" is completed: it is the record of what was released, and can't be "
                "deleted.")
                .arg(release.name),
            ReleaseConditionText::tr("Archive moves it from the gateway into a file."));
    if (release.state == Release::State::Cancelled)
        return Error::conflict(
            ReleaseConditionText::tr("The release \"%1\" is cancelled and can't be resumed.").arg(release.name),
            ReleaseConditionText::tr("Create a new release."));
    return Error::conflict(
        ReleaseConditionText::tr("The release \"%1\" is %2.").arg(release.name, stateWord(release.state)),
        ReleaseConditionText::tr("Only a release in progress can be changed."));
}

} // namespace

ReleaseCondition conditionOf(const Release &release, const std::optional<Api> &api, const ReleaseNeighbours &others)
{
    return release.isInProgress() ? ofInProgress(release, api, others) : ofEnded(release, api, others);
}

QList<ReleaseAction> offeredActions(const Release &release, ReleaseCondition condition)
{
    using A = ReleaseAction;
    if (!release.formatIsKnown)
        return {};
    switch (condition) {
    case ReleaseCondition::Applied:
        return {A::Configure, A::Cancel, A::FullRelease, A::Delete};
    case ReleaseCondition::Superseded:
        return {A::Delete};
    case ReleaseCondition::StoppedOutside:
        return {A::Cancel, A::Finish, A::Delete};
    case ReleaseCondition::Pending:
        if (!release.isInProgress())
            return {A::Finish};
        return {A::Cancel, A::Finish, A::Delete};
    case ReleaseCondition::Drift:
        return {A::Cancel, A::Finish, A::Adopt, A::Delete};
    case ReleaseCondition::Ended:
    case ReleaseCondition::RevertedOutside:
    case ReleaseCondition::EndedOtherwise:
        if (release.state == Release::State::Completed)
            return {A::NewBack, A::Archive};
        return {A::Delete};
    }
    return {};
}

Result<void> allow(ReleaseAction action, const Release &release, ReleaseCondition condition)
{
    if (!release.formatIsKnown)
        return Error::conflict(
            ReleaseConditionText::tr("The release \"%1\" was made by a newer Sluice.").arg(release.name),
            ReleaseConditionText::tr("Update Sluice to change it."));
    // Cancel is never in the way of anyone who wants the traffic back (E19), and may be repeated.
    if (action == ReleaseAction::Cancel && release.state != Release::State::Completed &&
        (release.isInProgress() || condition == ReleaseCondition::Pending))
        return {};
    if (offeredActions(release, condition).contains(action))
        return {};
    // What stands on the API instead of this release's split may be taken over, if it is one (releaseactions decides).
    const bool isHeldUp = condition == ReleaseCondition::Pending || condition == ReleaseCondition::StoppedOutside;
    if (action == ReleaseAction::Adopt && release.isInProgress() && isHeldUp)
        return {};
    const bool isCutCancel = release.state == Release::State::Cancelled && condition == ReleaseCondition::Pending;
    if (action == ReleaseAction::Delete && isCutCancel)
        return explained(release, condition);
    const bool needsEnd = action == ReleaseAction::Archive || action == ReleaseAction::NewBack;
    if (!release.isInProgress() || needsEnd)
        return forbiddenByState(action, release);
    if (action == ReleaseAction::Finish && condition == ReleaseCondition::Applied)
        return Error::conflict(
            ReleaseConditionText::tr("Nothing is pending: the API is what the release \"%1\" says.").arg(release.name),
            {});
    return explained(release, condition);
}

ApiCondition conditionOf(const Api &api, const QSet<QString> &records)
{
    if (const auto mark = parseMark(api.mark()))
        return records.contains(mark->release) ? ApiCondition::Released : ApiCondition::Orphaned;
    return api.hasSplit() ? ApiCondition::External : ApiCondition::Plain;
}

Error explained(const Release &release, ReleaseCondition condition)
{
    switch (condition) {
    case ReleaseCondition::Pending:
        return Error::conflict(
            ReleaseConditionText::tr("A change of the release \"%1\" has not reached the API yet.").arg(release.name),
            release.isInProgress() ? ReleaseConditionText::tr("Apply the pending change, or cancel the release.")
                                   : ReleaseConditionText::tr("Apply the pending change."));
    case ReleaseCondition::Superseded:
        return Error::conflict(
            ReleaseConditionText::tr("Another release got this API first: \"%1\" is superseded.").arg(release.name),
            ReleaseConditionText::tr("Delete this one; only its record goes."));
    case ReleaseCondition::StoppedOutside:
        return Error::conflict(ReleaseConditionText::tr("Someone stopped \"%1\" without Sluice.").arg(release.name),
                               ReleaseConditionText::tr("Cancel the release, or re-apply it."));
    case ReleaseCondition::Drift:
        return Error::conflict(
            ReleaseConditionText::tr("The API is not what the release \"%1\" says.").arg(release.name),
            ReleaseConditionText::tr("Look at the difference; then cancel the release, or make the two agree again."));
    case ReleaseCondition::RevertedOutside:
        return Error::conflict(
            ReleaseConditionText::tr(
                "The release \"%1\" is completed, but its API no longer uses the target upstream \"%2\".")
                .arg(release.name, release.target),
            ReleaseConditionText::tr(
                "Find out who changed it: a sync of the configuration's owner undoes a full release "
                "that its source does not know."));
    case ReleaseCondition::EndedOtherwise:
        return Error::conflict(
            ReleaseConditionText::tr("The release \"%1\" was cancelled, but its API uses the target upstream \"%2\".")
                .arg(release.name, release.target),
            ReleaseConditionText::tr("Find out who changed it."));
    case ReleaseCondition::Applied:
    case ReleaseCondition::Ended:
        break;
    }
    return Error::conflict(ReleaseConditionText::tr("There is nothing to do for the release \"%1\".").arg(release.name),
                           {});
}

QString toText(ReleaseCondition condition)
{
    switch (condition) {
    case ReleaseCondition::Applied:
        return u"applied"_s;
    case ReleaseCondition::Pending:
        return u"pending"_s;
    case ReleaseCondition::Superseded:
        return u"superseded"_s;
    case ReleaseCondition::StoppedOutside:
        return u"stopped outside"_s;
    case ReleaseCondition::Drift:
        return u"drift"_s;
    case ReleaseCondition::Ended:
        return u"ended"_s;
    case ReleaseCondition::RevertedOutside:
        return u"reverted outside"_s;
    case ReleaseCondition::EndedOtherwise:
        return u"ended otherwise"_s;
    }
    return {};
}

QString toText(ReleaseAction action)
{
    switch (action) {
    case ReleaseAction::Configure:
        return u"configure"_s;
    case ReleaseAction::Cancel:
        return u"cancel"_s;
    case ReleaseAction::FullRelease:
        return u"full-release"_s;
    case ReleaseAction::Finish:
        return u"finish"_s;
    case ReleaseAction::Adopt:
        return u"adopt"_s;
    case ReleaseAction::Delete:
        return u"delete"_s;
    case ReleaseAction::Archive:
        return u"archive"_s;
    case ReleaseAction::NewBack:
        return u"new-back"_s;
    }
    return {};
}

} // namespace sluice
