// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/planrows.h"

#include "core/model/prose.h"
#include "core/release/planwords.h"
#include "core/release/releasewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct PlanRowsText
{
    Q_DECLARE_TR_FUNCTIONS(PlanRows)
};

QString stateOf(const ReleasePlan &plan, int number)
{
    if (number < plan.at)
        return PlanRowsText::tr("passed");
    if (number == plan.at + 1)
        return PlanRowsText::tr("next");
    if (number > plan.at)
        return {};
    if (!plan.alarm.isEmpty())
        return PlanRowsText::tr("here, alarm");
    return plan.isPaused() ? PlanRowsText::tr("here, paused") : PlanRowsText::tr("here");
}

KeyedRow rowOf(const ReleasePlan &plan, int number)
{
    const PlanStep &step = plan.steps[number - 1];
    KeyedRow row;
    row.key = QString::number(number);
    row.cells = {row.key, allocationWord(step.policy), holdWord(step), inWords(step.limits), stateOf(plan, number)};
    row.tips = {{}, toText(step.policy), {}, inWords(step.limits)};
    return row;
}

QString whereOf(const ReleasePlan &plan)
{
    if (plan.at == 0)
        return PlanRowsText::tr("The plan of %n step(s) has not begun.", "", static_cast<int>(plan.steps.size()));
    const QString step = PlanRowsText::tr("Step %1 of %2").arg(plan.at).arg(plan.steps.size());
    const QString share = allocationWord(plan.steps[plan.at - 1].policy);
    return plan.since.isValid() ? PlanRowsText::tr("%1: %2 since %3.").arg(step, share, localTime(plan.since))
                                : PlanRowsText::tr("%1: %2.").arg(step, share);
}

QString runnerOf(const ObservedRelease &observed, PlanHolder holder)
{
    const QString name = observed.actor();
    switch (holder) {
    case PlanHolder::Nobody:
        break;
    case PlanHolder::Here:
        return PlanRowsText::tr("This window runs it, for as long as it is open.");
    case PlanHolder::Other:
        return PlanRowsText::tr("%1 holds the lease of the API since %2 and renews it.")
            .arg(name, localTime(observed.lease->since));
    case PlanHolder::LeftBehind:
        return PlanRowsText::tr(
                   "%1 holds the lease of the API since %2, but does not renew it any more: it was left behind "
                   "and can be taken over.")
            .arg(name, localTime(observed.lease->since));
    }
    return PlanRowsText::tr("Not running: it stays where it is.");
}

/// As far as it can be known without counting: limits are judged by whoever runs the plan.
PlanMove expected(const ObservedRelease &observed, const QDateTime &now)
{
    ReleasePlan plan = observed.plan;
    for (PlanStep &step : plan.steps)
        step.limits = {};
    PlanSituation situation;
    situation.condition = observed.condition;
    situation.policy = observed.release.policy;
    situation.now = now;
    return nextMove(plan, situation);
}

QString waitOf(const ObservedRelease &observed, PlanHolder holder, const std::optional<PlanMove> &move,
               const QDateTime &now)
{
    const ReleasePlan &plan = observed.plan;
    if (holder == PlanHolder::Nobody || holder == PlanHolder::LeftBehind)
        return plan.isPaused() ? PlanRowsText::tr("The plan is paused.") : QString();
    const PlanMove known = move ? *move : expected(observed, now);
    const bool isJudged = !move && plan.at > 0 && !plan.steps[plan.at - 1].limits.isEmpty();
    switch (known.kind) {
    case PlanMove::Kind::Wait:
        return known.why;
    case PlanMove::Kind::Alarm:
        return PlanRowsText::tr("A limit is broken: %1.").arg(brokenLimitInWords(known.why));
    case PlanMove::Kind::Finish:
        return PlanRowsText::tr("It moves now: %1.").arg(known.why);
    case PlanMove::Kind::GoTo:
    case PlanMove::Kind::Done:
        break;
    }
    if (isJudged)
        return PlanRowsText::tr("The step has been held; its limits are judged by whoever runs the plan.");
    return known.kind == PlanMove::Kind::Done ? known.why : PlanRowsText::tr("It moves now: %1.").arg(known.why);
}

QString nextOf(const ReleasePlan &plan)
{
    if (plan.isLast())
        return PlanRowsText::tr("After this step the plan has passed; Full release is left to a person.");
    const PlanStep &step = plan.steps[plan.at];
    return PlanRowsText::tr("Next: step %1, %2, %3.")
        .arg(QString::number(plan.at + 1), allocationWord(step.policy), holdWord(step));
}

} // namespace

QStringList planHeaders()
{
    return {PlanRowsText::tr("Step"), PlanRowsText::tr("Allocation"), PlanRowsText::tr("Then"),
            PlanRowsText::tr("Limits"), PlanRowsText::tr("State")};
}

QList<KeyedRow> planRows(const ReleasePlan &plan)
{
    QList<KeyedRow> rows;
    for (int number = 1; number <= plan.steps.size(); ++number)
        rows.append(rowOf(plan, number));
    return rows;
}

PlanStanding standingOf(const ObservedRelease &observed, PlanHolder holder, const std::optional<PlanMove> &move,
                        const QDateTime &now)
{
    const ReleasePlan &plan = observed.plan;
    if (plan.isEmpty())
        return {};
    if (!observed.release.isInProgress())
        return {PlanRowsText::tr("The release has ended at step %1 of %2.").arg(plan.at).arg(plan.steps.size()),
                {},
                {},
                {}};
    return {whereOf(plan), runnerOf(observed, holder), waitOf(observed, holder, move, now), nextOf(plan)};
}

} // namespace sluice
