// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "cli/connection.h"
#include "cli/output.h"
#include "rehearsal/rehearsal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sluice::cli {

namespace {

struct RehearseCommandText
{
    Q_DECLARE_TR_FUNCTIONS(RehearseCommand)
};

/// --plan or --step, else --percentage or --rule, else nothing.
Result<QList<TrafficPolicy>> policiesFrom(const Arguments &arguments)
{
    const Result<ReleasePlan> plan = planFrom(arguments);
    if (!plan)
        return plan.error();
    QList<TrafficPolicy> policies;
    for (const PlanStep &step : plan->steps)
        policies.append(step.policy);
    if (!policies.isEmpty() || (!arguments.percentage && arguments.rules.empty()))
        return policies;
    const Result<TrafficPolicy> policy = policyFrom(arguments);
    if (!policy)
        return policy.error();
    return QList<TrafficPolicy>{*policy};
}

/// A release that does not exist yet: its first policy is what New would submit.
Result<NewRelease> newReleaseFrom(const Arguments &arguments, const TrafficPolicy &first)
{
    const Result<ApiRef> api = parseApiRef(QString::fromStdString(arguments.api));
    if (!api)
        return api.error();
    if (arguments.target.empty())
        return Error::invalid(RehearseCommandText::tr("There is no target upstream."),
                              RehearseCommandText::tr("Name one with --target."));
    const QString name = QString::fromStdString(arguments.name);
    return NewRelease{name, {}, *api, QString::fromStdString(arguments.target), first, {}, {}};
}

void printReport(const RehearsalReport &report)
{
    QList<QStringList> rows{
        {RehearseCommandText::tr("STEP"), RehearseCommandText::tr("VERDICT"), RehearseCommandText::tr("WHY")}};
    for (const RehearsalStep &step : report.steps)
        rows.append({step.action.title(),
                     step.fault.isEmpty() ? toWords(step.report.verdict()) : RehearseCommandText::tr("Refused"),
                     step.fault.isEmpty() ? step.report.sentence() : step.fault});
    printTable(rows);
    for (const QString &note : report.notes)
        print(note);
    for (const TwinGap &gap : report.gaps)
        print(RehearseCommandText::tr("Not simulated: %1 (%2). %3")
                  .arg(gap.what(), gap.where.join(u", "_s), gap.meaning()));
    const QStringList differences = report.differences();
    if (!report.rehearsed.isEmpty() && differences.isEmpty())
        print(RehearseCommandText::tr("Submit sends exactly the %n request(s) that were rehearsed: no difference.",
                                      nullptr, int(report.rehearsed.size())));
    for (const QString &line : differences)
        print(line);
    print(RehearseCommandText::tr("Rehearsed on a local twin; the cluster has seen only reads."));
}

QCoro::Task<Result<RehearsalReport>> rehearsed(std::shared_ptr<ClusterSession> session, QList<TrafficPolicy> policies,
                                               const Arguments &arguments)
{
    Rehearsal rehearsal(*session);
    const QString id = QString::fromStdString(arguments.subject);
    if (id.isEmpty()) {
        if (policies.isEmpty()) {
            Error fault = Error::invalid(
                RehearseCommandText::tr("Nothing says what to rehearse."),
                RehearseCommandText::tr("Give a release, or --api, --target and --plan, --percentage or --rule."));
            co_return fault;
        }
        const Result<NewRelease> wanted = newReleaseFrom(arguments, policies.first());
        if (!wanted)
            co_return wanted.error();
        const QList<TrafficPolicy> later = policies.sliced(1);
        Result<RehearsalReport> report = co_await rehearsal.ofNew(*wanted, later);
        co_return report;
    }
    Result<ObservedRelease> release = co_await session->releases().reader().one(id);
    if (!release)
        co_return release.error();
    if (const auto allowed = allow(ReleaseAction::FullRelease, release->release, release->condition); !allowed)
        co_return allowed.error();
    if (policies.isEmpty()) {
        for (const PlanStep &step : std::as_const(release->plan.steps))
            policies.append(step.policy);
    }
    Result<RehearsalReport> report = co_await rehearsal.ofRelease(id, policies);
    co_return report;
}

} // namespace

QCoro::Task<int> runRehearse(const Arguments &arguments)
{
    const Result<QList<TrafficPolicy>> policies = policiesFrom(arguments);
    if (!policies)
        co_return printError(policies.error(), arguments.json());
    Result<std::shared_ptr<ClusterSession>> session = co_await connectReadOnly(arguments);
    if (!session)
        co_return printError(session.error(), arguments.json());
    const QList<TrafficPolicy> &wanted = *policies;
    Result<RehearsalReport> report = co_await rehearsed(*session, wanted, arguments);
    if (!report)
        co_return printError(report.error(), arguments.json());
    if (arguments.json())
        print(toJson(*report));
    else
        printReport(*report);
    co_return report->exitCode();
}

} // namespace sluice::cli
