// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/operation.h"

#include "core/model/prose.h"
#include "core/release/releasewords.h"
#include "core/traffic/policyadvice.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

struct OperationText
{
    Q_DECLARE_TR_FUNCTIONS(Operation)
};

/// The names that a sentence about a release needs.
struct Names
{
    QString release;
    QString api;
    QString current;
    QString target;
};

Names namesOf(const ClusterSnapshot &snapshot, const ObservedRelease &observed)
{
    const Release &release = observed.release;
    return {release.name, observed.apiTitle(), snapshot.upstreamTitle(release.current),
            snapshot.upstreamTitle(release.target)};
}

QString finishEffect(const ObservedRelease &observed, const Names &names)
{
    const Release &release = observed.release;
    if (release.state == Release::State::Cancelled)
        return filledIn(OperationText::tr("The split is removed from %1: all new requests go to %2."),
                        {names.api, names.current});
    if (release.state == Release::State::Completed)
        return filledIn(OperationText::tr("The target upstream %2 replaces %3 for all new requests to %1."),
                        {names.api, names.target, names.current});
    if (!release.policyIsReadable)
        return OperationText::tr("The API %1 gets the split that the release says.").arg(names.api);
    return OperationText::tr("The API %1 gets what the release says. %2")
        .arg(names.api, effectOf(release.policy, names.current, names.target));
}

QString deleteEffect(const ObservedRelease &observed, const Names &names)
{
    const QString kept =
        OperationText::tr("Its record is removed from the gateway; a copy is kept in a file on this computer.");
    if (observed.condition == ReleaseCondition::Superseded || !observed.release.isInProgress())
        return joinSentences({OperationText::tr("The traffic of %1 is not touched.").arg(names.api), kept});
    const QString cancelled = OperationText::tr("The release is cancelled first: all new requests to %1 go to %2.");
    return joinSentences({filledIn(cancelled, {names.api, names.current}), kept});
}

QString effectOn(const ObservedRelease &observed, ReleaseAction action, const Names &names)
{
    switch (action) {
    case ReleaseAction::Cancel:
        return filledIn(OperationText::tr(
                            "All new requests to %1 go to the current upstream %2. Requests that are running end where "
                            "they are. A cancelled release can't be resumed."),
                        {names.api, names.current});
    case ReleaseAction::FullRelease:
        return filledIn(
            OperationText::tr(
                "The target upstream %2 replaces %3: all new requests to %1 go to %2. No split is left behind."),
            {names.api, names.target, names.current});
    case ReleaseAction::Finish:
        return finishEffect(observed, names);
    case ReleaseAction::Adopt:
        return OperationText::tr("What the API %1 carries now becomes what the release wants. No traffic moves.")
            .arg(names.api);
    case ReleaseAction::Delete:
        return deleteEffect(observed, names);
    case ReleaseAction::Archive:
        return OperationText::tr(
                   "The record goes from the gateway into a file on this computer. The traffic of %1 is not "
                   "touched.")
            .arg(names.api);
    case ReleaseAction::Configure:
    case ReleaseAction::NewBack:
        break;
    }
    return {};
}

QString doneText(const ObservedRelease &observed, ReleaseAction action, const Names &names)
{
    switch (action) {
    case ReleaseAction::Cancel:
        return filledIn(OperationText::tr("The release \"%1\" is cancelled: all new requests to %2 go to %3."),
                        {names.release, names.api, names.current});
    case ReleaseAction::FullRelease:
        return filledIn(OperationText::tr("The release \"%1\" is completed: all new requests to %2 go to %3."),
                        {names.release, names.api, names.target});
    case ReleaseAction::Delete:
        return OperationText::tr("The release \"%1\" is deleted.").arg(names.release);
    case ReleaseAction::Archive:
        return OperationText::tr("The release \"%1\" is archived.").arg(names.release);
    default:
        return OperationText::tr("The API %1 is what the release \"%2\" says. %3")
            .arg(names.api, names.release, observed.api ? trafficNow(*observed.api) : QString());
    }
}

QCoro::Task<Result<OperationResult>> putAway(SharedSession session, QString id, ReleaseAction action, QString reason,
                                             OperationResult result)
{
    ReleaseService &service = session->releases();
    const ActionContext context{reason};
    Result<QString> file = QString();
    if (action == ReleaseAction::Delete)
        file = co_await service.remove(id, context);
    else
        file = co_await service.archive(id);
    if (!file)
        co_return file.error();
    result.detail = OperationText::tr("Its record is kept in %1.").arg(*file);
    co_return result;
}

QCoro::Task<Result<ObservedRelease>> changed(SharedSession session, ObservedRelease observed, ReleaseAction action,
                                             ActionContext context)
{
    ReleaseService &service = session->releases();
    const QString id = observed.release.id;
    const ApiRef api = observed.release.api;
    if (action == ReleaseAction::Cancel) {
        Result<ObservedRelease> done = co_await service.cancel(id, context);
        co_return done;
    }
    if (action == ReleaseAction::FullRelease) {
        Result<ObservedRelease> done = co_await service.fullRelease(id, context);
        co_return done;
    }
    if (action == ReleaseAction::Adopt) {
        const QString name = observed.release.name;
        Result<ObservedRelease> done = co_await service.adopt(api, name, context);
        co_return done;
    }
    Result<ObservedRelease> done = co_await service.finish(id, context);
    co_return done;
}

QCoro::Task<Result<OperationResult>> act(SharedSession session, ObservedRelease observed, ReleaseAction action,
                                         ActionContext context, Names names)
{
    Result<ObservedRelease> done = co_await changed(session, observed, action, context);
    if (!done)
        co_return done.error();
    OperationResult result{doneText(*done, action, names), {}};
    if (action == ReleaseAction::FullRelease)
        result.api = done->release.api;
    co_return result;
}

QCoro::Task<Result<OperationResult>> createRelease(SharedSession session, NewRelease wanted, ActionContext context,
                                                   OperationResult result)
{
    Result<ObservedRelease> made = co_await session->releases().create(wanted, context);
    if (!made)
        co_return made.error();
    result.release = made->release.id;
    co_return result;
}

QCoro::Task<Result<OperationResult>> configureRelease(SharedSession session, QString id, TrafficPolicy policy,
                                                      ActionContext context, OperationResult result)
{
    Result<ObservedRelease> done = co_await session->releases().configure(id, policy, context);
    if (!done)
        co_return done.error();
    co_return result;
}

/// A Full release is refused where the gateway no longer holds what the page showed; Cancel rebases (E19).
Seen seenOf(const ObservedRelease &observed, ReleaseAction action)
{
    if (action == ReleaseAction::Cancel || action == ReleaseAction::Delete)
        return {};
    return {observed.record.modifiedIndex, observed.api ? observed.api->resource.modifiedIndex : 0};
}

QCoro::Task<Result<OperationResult>> moveTraffic(SharedSession session, QString id, OperationResult result)
{
    Result<void> moved = co_await session->releases().moveTraffic(id);
    if (!moved)
        co_return moved.error();
    co_return result;
}

std::shared_ptr<const Operation> rescueOf(const SharedSession &session, const ObservedRelease &observed,
                                          const Names &names)
{
    const QString id = observed.release.id;
    auto rescue = std::make_shared<Operation>(operationIn(session->profile(), id));
    rescue->about = aboutRelease(observed);
    rescue->title = OperationText::tr("Move traffic now");
    rescue->takesReason = false;
    rescue->effect = filledIn(
        OperationText::tr("The split alone is removed from %1: all new requests go to %2. The record stays as it "
                          "is, and the release reads as stopped outside."),
        {names.api, names.current});
    const OperationResult done{
        filledIn(OperationText::tr("All new requests to %1 go to %2."), {names.api, names.current}), {}};
    rescue->run = [session, id, done](const QString &) { return moveTraffic(session, id, done); };
    return rescue;
}

QCoro::Task<Result<OperationResult>> adopt(SharedSession session, ApiRef api, ActionContext context)
{
    Result<ObservedRelease> adopted = co_await session->releases().adopt(api, QString(), context);
    if (!adopted)
        co_return adopted.error();
    OperationResult result{OperationText::tr("The split is the release \"%1\" now.").arg(adopted->release.name), {}};
    co_return result;
}

QCoro::Task<Result<OperationResult>> removeOrphan(SharedSession session, ApiRef api, OperationResult result)
{
    Result<void> removed = co_await session->releases().removeOrphan(api);
    if (!removed)
        co_return removed.error();
    co_return result;
}

QCoro::Task<Result<OperationResult>> removeUpstream(SharedSession session, QString id, OperationResult result)
{
    Result<void> removed = co_await session->admin().remove(ResourceKind::Upstreams, id);
    if (!removed)
        co_return removed.error();
    co_return result;
}

QCoro::Task<Result<OperationResult>> makeUpstream(SharedSession session, QString id, QJsonObject value,
                                                  OperationResult result)
{
    Result<Resource> made = co_await session->admin().put(ResourceKind::Upstreams, id, value);
    if (!made)
        co_return made.error();
    co_return result;
}

QCoro::Task<Result<QList<AdminRequest>>> only(AdminRequest request)
{
    Result<QList<AdminRequest>> requests = QList<AdminRequest>{request};
    co_return requests;
}

bool asksForName(const SharedSession &session, ReleaseAction action)
{
    return session->profile().environment == ClusterProfile::Environment::Production &&
           (action == ReleaseAction::FullRelease || action == ReleaseAction::Delete);
}

} // namespace

QString subjectKey(const QString &cluster, const QString &subject)
{
    return cluster + u'\n' + subject;
}

Operation operationIn(const ClusterProfile &cluster, const QString &subject)
{
    Operation operation;
    operation.cluster = cluster.id;
    operation.clusterName = cluster.name;
    operation.environment = cluster.environment;
    operation.subject = subject;
    return operation;
}

QString aboutRelease(const ObservedRelease &observed)
{
    return observed.release.name + u" · "_s + observed.apiTitle();
}

Operation operationOn(const SharedSession &session, const ClusterSnapshot &snapshot, const ObservedRelease &observed,
                      ReleaseAction action)
{
    const Names names = namesOf(snapshot, observed);
    const QString id = observed.release.id;
    Operation operation = operationIn(session->profile(), id);
    operation.title =
        action == ReleaseAction::Delete ? OperationText::tr("Delete release") : actionWord(action, observed.condition);
    operation.about = aboutRelease(observed);
    operation.effect = effectOn(observed, action, names);
    if (observed.condition == ReleaseCondition::Drift && action != ReleaseAction::Delete)
        operation.warning = stateExplanation(observed);
    if (asksForName(session, action))
        operation.typedName = observed.api ? observed.api->name() : observed.release.api.toText();
    operation.demandsReason = session->profile().demandReason;
    operation.destructive = action != ReleaseAction::Finish && action != ReleaseAction::Adopt;
    operation.preview = [session, id, action] { return session->releases().preview(action, id); };
    if (action == ReleaseAction::Cancel)
        operation.rescue = rescueOf(session, observed, names);
    if (action == ReleaseAction::Delete || action == ReleaseAction::Archive) {
        const OperationResult done{doneText(observed, action, names), {}};
        operation.run = [session, id, action, done](const QString &reason) {
            return putAway(session, id, action, reason, done);
        };
        return operation;
    }
    const Seen seen = seenOf(observed, action);
    operation.run = [session, observed, action, seen, names](const QString &reason) {
        return act(session, observed, action, {reason, seen}, names);
    };
    return operation;
}

Operation creation(const SharedSession &session, const ClusterSnapshot &snapshot, const NewRelease &wanted,
                   const Seen &seen)
{
    const Api *api = snapshot.api(wanted.api);
    const QString current = api == nullptr ? QString() : snapshot.upstreamTitle(api->currentUpstream());
    Operation operation = operationIn(session->profile(), wanted.api.toText());
    operation.title = OperationText::tr("New release");
    operation.preview = [session, wanted] { return session->releases().previewCreate(wanted); };
    OperationResult done;
    done.text = OperationText::tr("The release \"%1\" is in progress.").arg(wanted.name);
    done.detail = effectOf(wanted.policy, current, snapshot.upstreamTitle(wanted.target));
    operation.run = [session, wanted, seen, done](const QString &reason) {
        return createRelease(session, wanted, {reason, seen}, done);
    };
    return operation;
}

Operation configuration(const SharedSession &session, const ClusterSnapshot &snapshot, const ObservedRelease &observed,
                        const TrafficPolicy &policy, const Seen &seen)
{
    const Names names = namesOf(snapshot, observed);
    const QString id = observed.release.id;
    Operation operation = operationIn(session->profile(), id);
    operation.title = actionWord(ReleaseAction::Configure);
    operation.about = aboutRelease(observed);
    operation.preview = [session, id, policy] {
        return session->releases().preview(ReleaseAction::Configure, id, policy);
    };
    OperationResult done;
    done.text = OperationText::tr("The release \"%1\" is configured.").arg(names.release);
    done.detail = effectOf(policy, names.current, names.target);
    done.release = id;
    operation.run = [session, id, policy, seen, done](const QString &reason) {
        return configureRelease(session, id, policy, {reason, seen}, done);
    };
    return operation;
}

Operation adoption(const SharedSession &session, const Api &api)
{
    Operation operation = operationIn(session->profile(), api.ref.toText());
    operation.title = actionWord(ReleaseAction::Adopt);
    operation.about = api.title();
    operation.effect =
        OperationText::tr("The split that %1 carries becomes a release. No traffic moves. Cancel release will "
                          "remove the split altogether.")
            .arg(api.title());
    operation.demandsReason = session->profile().demandReason;
    const ApiRef ref = api.ref;
    const Seen seen{0, api.resource.modifiedIndex};
    operation.run = [session, ref, seen](const QString &reason) { return adopt(session, ref, {reason, seen}); };
    return operation;
}

Operation removalOfOrphan(const SharedSession &session, const ClusterSnapshot &snapshot, const Api &api)
{
    const QString current = snapshot.upstreamTitle(api.currentUpstream());
    Operation operation = operationIn(session->profile(), api.ref.toText());
    operation.title = OperationText::tr("Remove the split");
    operation.about = api.title();
    operation.takesReason = false;
    operation.effect = filledIn(OperationText::tr("All new requests to %1 go to %2."), {api.title(), current});
    operation.destructive = true;
    const ApiRef ref = api.ref;
    const AdminRequest request = patchRequest(kindOf(ref.kind), ref.id, removalChange(api));
    operation.preview = [request] { return only(request); };
    const OperationResult done{operation.effect, {}};
    operation.run = [session, ref, done](const QString &) { return removeOrphan(session, ref, done); };
    return operation;
}

Operation upstreamOf(const SharedSession &session, const ReleaseBack &back)
{
    const QString id = back.form.target;
    const QJsonObject value = back.upstream;
    Operation operation = operationIn(session->profile(), u"upstream/"_s + id);
    operation.title = OperationText::tr("Create the upstream");
    operation.effect =
        OperationText::tr("The upstream %1 is made of what the release's record kept. No traffic moves.").arg(id);
    const AdminRequest request = putRequest(ResourceKind::Upstreams, id, value);
    operation.preview = [request] { return only(request); };
    const OperationResult done{OperationText::tr("The upstream %1 is made.").arg(id), {}};
    operation.run = [session, id, value, done](const QString &) { return makeUpstream(session, id, value, done); };
    return operation;
}

Operation removalOf(const SharedSession &session, const Upstream &upstream)
{
    const QString id = upstream.id();
    Operation operation = operationIn(session->profile(), u"upstream/"_s + id);
    operation.title = OperationText::tr("Delete upstream");
    operation.about = upstream.title();
    operation.takesReason = false;
    operation.effect =
        OperationText::tr("The upstream %1 goes from the gateway. The gateway refuses where an API or a release "
                          "still uses it.")
            .arg(upstream.title());
    operation.destructive = true;
    if (session->profile().environment == ClusterProfile::Environment::Production)
        operation.typedName = upstream.name();
    const AdminRequest request = deleteRequest(ResourceKind::Upstreams, id);
    operation.preview = [request] { return only(request); };
    const OperationResult done{OperationText::tr("The upstream %1 is deleted.").arg(upstream.title()), {}};
    operation.run = [session, id, done](const QString &) { return removeUpstream(session, id, done); };
    return operation;
}

} // namespace sluice::app
