// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "cli/connection.h"
#include "cli/output.h"
#include "core/model/prose.h"
#include "core/release/releaseback.h"
#include "core/traffic/policyadvice.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace sluice::cli {

namespace {

struct ReleaseCommandsText
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseCommands)
};

ActionContext contextOf(const Arguments &arguments)
{
    return {QString::fromStdString(arguments.reason)};
}

int printRelease(const ObservedRelease &release, const Arguments &arguments)
{
    if (arguments.json()) {
        print(toJson(release));
        return Done;
    }
    print(ReleaseCommandsText::tr("%1 \"%2\": %3, %4")
              .arg(release.release.id, release.release.name, toText(release.release.state), toText(release.condition)));
    if (release.api)
        print(trafficNow(*release.api));
    return Done;
}

int list(const QList<ObservedRelease> &releases, const Arguments &arguments)
{
    QJsonArray items;
    QList<QStringList> rows{{ReleaseCommandsText::tr("ID"), ReleaseCommandsText::tr("NAME"),
                             ReleaseCommandsText::tr("STATE"), ReleaseCommandsText::tr("CONDITION"),
                             ReleaseCommandsText::tr("API"), ReleaseCommandsText::tr("TARGET"),
                             ReleaseCommandsText::tr("ALLOCATION"), ReleaseCommandsText::tr("BY")}};
    for (const ObservedRelease &observed : releases) {
        const Release &release = observed.release;
        if (!arguments.workspace.empty() && release.workspace != QString::fromStdString(arguments.workspace))
            continue;
        items.append(toJson(observed));
        rows.append({release.id, release.name, toText(release.state), toText(observed.condition), release.api.toText(),
                     release.target, shortPolicy(release), release.by});
    }
    if (arguments.json())
        print(items);
    else
        printTable(rows);
    return Done;
}

int show(const ObservedRelease &observed, const Arguments &arguments)
{
    if (arguments.json()) {
        print(toJsonWithHistory(observed));
        return Done;
    }
    const Release &release = observed.release;
    printRelease(observed, arguments);
    print(ReleaseCommandsText::tr("API %1, current upstream %2, target upstream %3, allocation %4")
              .arg(release.api.toText(), release.current, release.target, shortPolicy(release)));
    if (!release.description.isEmpty())
        print(release.description);
    QStringList offered;
    const QList<ReleaseAction> actions = offeredActions(observed);
    for (const ReleaseAction action : actions)
        offered.append(toText(action));
    if (const auto alarm = alarmOf(observed))
        print(joinSentences({alarm->reason, alarm->advice}));
    print(ReleaseCommandsText::tr("Offered: %1").arg(offered.isEmpty() ? u"-"_s : offered.join(u", "_s)));
    if (!observed.plan.isEmpty())
        print(ReleaseCommandsText::tr("Plan: step %1 of %2").arg(observed.plan.at).arg(observed.plan.steps.size()));
    if (!observed.actor().isEmpty())
        print(ReleaseCommandsText::tr("%1 is acting on the API now.").arg(observed.actor()));
    QList<QStringList> rows;
    for (const LogEntry &entry : release.log)
        rows.append({QString::number(entry.revision), entry.time.toUTC().toString(Qt::ISODate), entry.by, entry.action,
                     entry.policy, entry.reason});
    printTable(rows);
    return Done;
}

/// On a production cluster Full release and Delete want the API's name; Cancel never does.
Result<void> confirmed(const ClusterSession &session, const Release &release, const Arguments &arguments)
{
    const QString given = QString::fromStdString(arguments.confirm);
    if (session.profile().environment != ClusterProfile::Environment::Production || given == release.api.toText())
        return {};
    return Error::invalid(ReleaseCommandsText::tr("This is a production cluster."),
                          ReleaseCommandsText::tr("Add --confirm %1 to go on.").arg(release.api.toText()));
}

ReleaseAction actionFrom(const std::string &word)
{
    if (word == "configure")
        return ReleaseAction::Configure;
    if (word == "cancel")
        return ReleaseAction::Cancel;
    if (word == "delete")
        return ReleaseAction::Delete;
    if (word == "full-release")
        return ReleaseAction::FullRelease;
    if (word == "adopt")
        return ReleaseAction::Adopt;
    return word == "archive" ? ReleaseAction::Archive : ReleaseAction::Finish;
}

QCoro::Task<int> previewOf(std::shared_ptr<ClusterSession> session, ReleaseAction action, const Arguments &arguments)
{
    TrafficPolicy policy;
    if (action == ReleaseAction::Configure) {
        const Result<TrafficPolicy> given = policyFrom(arguments);
        if (!given)
            co_return printRefused(given.error(), arguments.json());
        policy = *given;
    }
    const QString id = QString::fromStdString(arguments.subject);
    if (arguments.curl && action == ReleaseAction::Cancel) {
        // The rollback of a runbook: the traffic alone, valid at whatever revision the release stands then (E24).
        Result<ObservedRelease> found = co_await session->releases().reader().one(id);
        if (!found)
            co_return printError(found.error(), arguments.json());
        co_return printRequests({rollbackRequest(found->release.api)}, session->profile().admin, arguments);
    }
    Result<QList<AdminRequest>> requests = co_await session->releases().preview(action, id, policy);
    if (!requests)
        co_return printError(requests.error(), arguments.json());
    co_return printRequests(*requests, session->profile().admin, arguments);
}

/// What deserves a second look, on standard error; where a person sits before it, asked about once.
QCoro::Task<bool> goesOn(std::shared_ptr<ClusterSession> session, NewRelease wanted, const Arguments &arguments)
{
    QStringList sentences = adviceFor(wanted.policy);
    Result<QStringList> concerns = co_await session->concerns(wanted.api, wanted.target);
    if (concerns)
        sentences += *concerns;
    if (arguments.json() || sentences.isEmpty())
        co_return true;
    for (const QString &sentence : std::as_const(sentences))
        std::fputs((ReleaseCommandsText::tr("Note: %1").arg(sentence) + u'\n').toUtf8().constData(), stderr);
    co_return agreed(ReleaseCommandsText::tr("Begin the release?"), arguments.yes);
}

QCoro::Task<int> create(std::shared_ptr<ClusterSession> session, const Arguments &arguments)
{
    const Result<ApiRef> api = parseApiRef(QString::fromStdString(arguments.api));
    if (!api)
        co_return printRefused(api.error(), arguments.json());
    const Result<ReleasePlan> plan = planFrom(arguments);
    if (!plan)
        co_return printRefused(plan.error(), arguments.json());
    // Where only a plan is given the release begins with its first step.
    const bool byPlan = !plan->isEmpty() && !arguments.percentage && arguments.rules.empty();
    const Result<TrafficPolicy> policy = byPlan ? plan->steps.first().policy : policyFrom(arguments);
    if (!policy)
        co_return printRefused(policy.error(), arguments.json());
    const NewRelease wanted{QString::fromStdString(arguments.name),
                            QString::fromStdString(arguments.description),
                            *api,
                            QString::fromStdString(arguments.target),
                            *policy,
                            QString::fromStdString(arguments.workspace),
                            *plan};
    if (arguments.dryRun) {
        Result<QList<AdminRequest>> requests = co_await session->releases().previewCreate(wanted);
        if (!requests)
            co_return printError(requests.error(), arguments.json());
        co_return printRequests(*requests, session->profile().admin, arguments);
    }
    const bool agreedTo = co_await goesOn(session, wanted, arguments);
    if (!agreedTo)
        co_return SaidNo;
    const ActionContext context = contextOf(arguments);
    Result<ObservedRelease> made = co_await session->releases().create(wanted, context);
    if (!made)
        co_return printError(made.error(), arguments.json());
    co_return printRelease(*made, arguments);
}

QCoro::Task<int> adopt(std::shared_ptr<ClusterSession> session, const Arguments &arguments)
{
    const Result<ApiRef> api = parseApiRef(QString::fromStdString(arguments.subject));
    if (!api)
        co_return printRefused(api.error(), arguments.json());
    const QString name = QString::fromStdString(arguments.name);
    if (arguments.dryRun) {
        Result<QList<AdminRequest>> requests = co_await session->releases().previewAdopt(*api, name);
        co_return requests ? printRequests(*requests, session->profile().admin, arguments)
                           : printError(requests.error(), arguments.json());
    }
    const ActionContext context = contextOf(arguments);
    Result<ObservedRelease> adopted = co_await session->releases().adopt(*api, name, context);
    if (!adopted)
        co_return printError(adopted.error(), arguments.json());
    co_return printRelease(*adopted, arguments);
}

QCoro::Task<int> moveTraffic(std::shared_ptr<ClusterSession> session, const Arguments &arguments)
{
    const QString id = QString::fromStdString(arguments.subject);
    if (arguments.dryRun) {
        Result<ObservedRelease> found = co_await session->releases().reader().one(id);
        co_return found ? printRequests({rollbackRequest(found->release.api)}, session->profile().admin, arguments)
                        : printError(found.error(), arguments.json());
    }
    Result<void> moved = co_await session->releases().moveTraffic(id);
    if (!moved)
        co_return printError(moved.error(), arguments.json());
    Result<ObservedRelease> found = co_await session->releases().reader().one(id);
    if (!found)
        co_return printError(found.error(), arguments.json());
    co_return printRelease(*found, arguments);
}

/// cancel ID, with --traffic-only and --dry-run.
QCoro::Task<int> cancelOf(std::shared_ptr<ClusterSession> session, const Arguments &arguments)
{
    if (arguments.trafficOnly) {
        const int code = co_await moveTraffic(session, arguments);
        co_return code;
    }
    if (arguments.dryRun) {
        const int code = co_await previewOf(session, ReleaseAction::Cancel, arguments);
        co_return code;
    }
    const QString id = QString::fromStdString(arguments.subject);
    const ActionContext context = contextOf(arguments);
    Result<ObservedRelease> cancelled = co_await session->releases().cancel(id, context);
    if (!cancelled)
        co_return printError(cancelled.error(), arguments.json());
    co_return printRelease(*cancelled, arguments);
}

/// cancel route/ID: of the release that the API carries, or of a split whose record is gone.
QCoro::Task<int> cancelOfApi(std::shared_ptr<ClusterSession> session, ApiRef api, const Arguments &arguments)
{
    Result<QList<Release>> releases = co_await session->releases().reader().ofApi(api);
    if (!releases)
        co_return printError(releases.error(), arguments.json());
    for (const Release &release : std::as_const(*releases)) {
        if (!release.isInProgress())
            continue;
        Arguments ofRelease = arguments;
        ofRelease.subject = release.id.toStdString();
        const int code = co_await cancelOf(session, ofRelease);
        co_return code;
    }
    if (arguments.dryRun) {
        Result<QList<AdminRequest>> requests = co_await session->releases().previewOrphan(api);
        co_return requests ? printRequests(*requests, session->profile().admin, arguments)
                           : printError(requests.error(), arguments.json());
    }
    Result<void> removed = co_await session->releases().removeOrphan(api);
    if (!removed)
        co_return printError(removed.error(), arguments.json());
    if (arguments.json())
        print(QJsonObject{{u"api"_s, api.toText()}});
    else
        print(ReleaseCommandsText::tr("The split without a release is removed from %1.").arg(api.toText()));
    co_return Done;
}

/// Delete and Archive: the record goes into a file.
QCoro::Task<int> putAway(std::shared_ptr<ClusterSession> session, ReleaseAction action, const Arguments &arguments)
{
    const QString id = QString::fromStdString(arguments.subject);
    ReleaseService &service = session->releases();
    const ActionContext context = contextOf(arguments);
    Result<QString> file = QString();
    if (action == ReleaseAction::Delete)
        file = co_await service.remove(id, context);
    else
        file = co_await service.archive(id);
    if (!file)
        co_return printError(file.error(), arguments.json());
    if (arguments.json())
        print(QJsonObject{{u"id"_s, id}, {u"archive"_s, *file}});
    else
        print(ReleaseCommandsText::tr("The record of %1 is kept in %2.").arg(id, *file));
    co_return Done;
}

QCoro::Task<Result<ObservedRelease>> performed(std::shared_ptr<ClusterSession> session, ReleaseAction action,
                                               TrafficPolicy policy, const Arguments &arguments)
{
    const QString id = QString::fromStdString(arguments.subject);
    const ActionContext context = contextOf(arguments);
    ReleaseService &service = session->releases();
    if (action == ReleaseAction::Configure) {
        Result<ObservedRelease> done = co_await service.configure(id, policy, context);
        co_return done;
    }
    if (action == ReleaseAction::FullRelease) {
        Result<ObservedRelease> done = co_await service.fullRelease(id, context);
        co_return done;
    }
    Result<ObservedRelease> done = co_await service.finish(id, context);
    co_return done;
}

QCoro::Task<int> act(std::shared_ptr<ClusterSession> session, const Arguments &arguments)
{
    const ReleaseAction action = actionFrom(arguments.command.substr(std::string("releases ").size()));
    const QString id = QString::fromStdString(arguments.subject);
    if (arguments.dryRun) {
        const int code = co_await previewOf(session, action, arguments);
        co_return code;
    }
    TrafficPolicy policy;
    if (action == ReleaseAction::Configure) {
        const Result<TrafficPolicy> given = policyFrom(arguments);
        if (!given)
            co_return printRefused(given.error(), arguments.json());
        policy = *given;
    }
    const bool isHeavy = action == ReleaseAction::FullRelease || action == ReleaseAction::Delete;
    if (isHeavy) {
        Result<ObservedRelease> found = co_await session->releases().reader().one(id);
        if (!found)
            co_return printError(found.error(), arguments.json());
        if (const auto fine = confirmed(*session, found->release, arguments); !fine)
            co_return printError(fine.error(), arguments.json());
        const QString question =
            action == ReleaseAction::FullRelease
                ? ReleaseCommandsText::tr("All traffic of %1 will go to \"%2\".")
                      .arg(found->release.api.toText(), found->release.target)
                : ReleaseCommandsText::tr("The release \"%1\" will be deleted.").arg(found->release.name);
        if (!agreed(question, arguments.yes))
            co_return SaidNo;
    }
    if (action == ReleaseAction::Delete || action == ReleaseAction::Archive) {
        const int code = co_await putAway(session, action, arguments);
        co_return code;
    }
    Result<ObservedRelease> done = co_await performed(session, action, policy, arguments);
    if (!done)
        co_return printError(done.error(), arguments.json());
    const bool isToBeCommitted = session->profile().owner != ClusterProfile::Owner::None;
    if (action == ReleaseAction::FullRelease && isToBeCommitted && !arguments.json())
        std::fputs(
            (ReleaseCommandsText::tr("Commit the API to its source as it is now: sluicectl apis show %1 --desired")
                 .arg(done->release.api.toText()) +
             u'\n')
                .toUtf8()
                .constData(),
            stderr);
    co_return printRelease(*done, arguments);
}

/// The way back from a completed release (E23).
QCoro::Task<int> back(std::shared_ptr<ClusterSession> session, const Arguments &arguments)
{
    const Result<TrafficPolicy> policy = policyFrom(arguments);
    if (!policy)
        co_return printRefused(policy.error(), arguments.json());
    const QString id = QString::fromStdString(arguments.subject);
    if (arguments.dryRun) {
        Result<ReleaseBack> way = co_await session->releases().back(id);
        if (!way)
            co_return printRefused(way.error(), arguments.json());
        // The release itself can be foretold only where its target is there.
        QList<AdminRequest> requests{putRequest(ResourceKind::Upstreams, way->form.target, way->upstream)};
        if (way->upstream.isEmpty()) {
            NewRelease form = way->form;
            form.policy = *policy;
            Result<QList<AdminRequest>> foretold = co_await session->releases().previewCreate(form);
            if (!foretold)
                co_return printRefused(foretold.error(), arguments.json());
            requests = *foretold;
        }
        co_return printRequests(requests, session->profile().admin, arguments);
    }
    const ActionContext context = contextOf(arguments);
    Result<ObservedRelease> made = co_await session->releases().createBack(id, *policy, context);
    if (!made)
        co_return printError(made.error(), arguments.json());
    co_return printRelease(*made, arguments);
}

QCoro::Task<int> note(std::shared_ptr<ClusterSession> session, const Arguments &arguments)
{
    const QString id = QString::fromStdString(arguments.subject);
    const QString text = QString::fromStdString(arguments.text);
    Result<void> noted = co_await session->releases().note(id, text);
    if (!noted)
        co_return printError(noted.error(), arguments.json());
    co_return Done;
}

QCoro::Task<int> look(const Arguments &arguments)
{
    Result<std::shared_ptr<ClusterSession>> session = co_await connectTo(arguments);
    if (!session)
        co_return printError(session.error(), arguments.json());
    const ReleaseReader &reader = (*session)->releases().reader();
    if (arguments.command == "releases list") {
        Result<QList<ObservedRelease>> all = co_await reader.all();
        co_return all ? list(*all, arguments) : printError(all.error(), arguments.json());
    }
    const QString id = QString::fromStdString(arguments.subject);
    Result<ObservedRelease> one = co_await reader.one(id);
    co_return one ? show(*one, arguments) : printError(one.error(), arguments.json());
}

} // namespace

QCoro::Task<int> runReleases(const Arguments &arguments)
{
    if (arguments.command == "releases list" || arguments.command == "releases show") {
        const int code = co_await look(arguments);
        co_return code;
    }
    Result<std::shared_ptr<ClusterSession>> session = co_await connectForChange(arguments);
    if (!session)
        co_return printRefused(session.error(), arguments.json());
    int code = Done;
    const auto api = parseApiRef(QString::fromStdString(arguments.subject));
    if (arguments.command == "releases create")
        code = co_await create(*session, arguments);
    else if (arguments.command == "releases adopt")
        code = co_await adopt(*session, arguments);
    else if (arguments.command == "releases new-back")
        code = co_await back(*session, arguments);
    else if (arguments.command == "releases note")
        code = co_await note(*session, arguments);
    else if (arguments.command == "releases cancel" && api)
        code = co_await cancelOfApi(*session, *api, arguments);
    else if (arguments.command == "releases cancel")
        code = co_await cancelOf(*session, arguments);
    else
        code = co_await act(*session, arguments);
    co_return code;
}

QCoro::Task<int> runPreview(const Arguments &arguments)
{
    Result<std::shared_ptr<ClusterSession>> session = co_await connectTo(arguments);
    if (!session)
        co_return printError(session.error(), arguments.json());
    const ReleaseAction action = actionFrom(arguments.text);
    if (action == ReleaseAction::Adopt && parseApiRef(QString::fromStdString(arguments.subject))) {
        Arguments dry = arguments;
        dry.dryRun = true;
        const int adopted = co_await adopt(*session, dry);
        co_return adopted;
    }
    const int code = co_await previewOf(*session, action, arguments);
    co_return code;
}

} // namespace sluice::cli
