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

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RehearseCommand)
};

Result<QList<TrafficPolicy>> policiesFrom(const Arguments &arguments)
{
    if (!arguments.percentage && arguments.rules.empty())
        return QList<TrafficPolicy>{};
    const Result<TrafficPolicy> policy = policyFrom(arguments);
    if (!policy)
        return policy.error();
    return QList<TrafficPolicy>{*policy};
}

void printReport(const RehearsalReport &report)
{
    QList<QStringList> rows{{Text::tr("STEP"), Text::tr("VERDICT"), Text::tr("WHY")}};
    for (const RehearsalStep &step : report.steps)
        rows.append({step.title, step.fault.isEmpty() ? toWords(step.report.verdict()) : Text::tr("Refused"),
                     step.fault.isEmpty() ? step.report.sentence() : step.fault});
    printTable(rows);
    for (const QString &note : report.notes)
        print(note);
    print(Text::tr("Rehearsed on a local twin; the cluster has seen only reads."));
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
    const QString id = QString::fromStdString(arguments.subject);
    Result<ObservedRelease> release = co_await (*session)->releases().reader().one(id);
    if (!release)
        co_return printError(release.error(), arguments.json());
    if (const auto allowed = allow(ReleaseAction::FullRelease, release->release, release->condition); !allowed)
        co_return printError(allowed.error(), arguments.json());
    Rehearsal rehearsal(**session);
    const QList<TrafficPolicy> wanted = *policies;
    Result<RehearsalReport> report = co_await rehearsal.ofRelease(id, wanted);
    if (!report)
        co_return printError(report.error(), arguments.json());
    if (arguments.json())
        print(toJson(*report));
    else
        printReport(*report);
    co_return report->exitCode();
}

} // namespace sluice::cli
