// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/resource.h"
#include "core/model/trafficlimits.h"
#include "core/model/trafficpolicy.h"
#include "core/release/releasecondition.h"
#include "core/release/releaserecord.h"

#include <QDateTime>

#include <chrono>

namespace sluice {

/// One step of a plan: what is sent to the target, for how long, and what must hold before the next one.
struct PlanStep
{
    TrafficPolicy policy;
    std::optional<std::chrono::seconds> hold; ///< nothing: until someone says go on
    TrafficLimits limits;

    bool operator==(const PlanStep &) const = default;
};

/// What an operator asks of whoever runs the plan, now or later.
enum class PlanOrder {
    Pause,
    Resume, ///< ends a pause
    GoOn,   ///< ends a step that waits
    Skip,   ///< to the next step, whatever its hold and limits
    Back,
};

/// A release's plan as its record keeps it (design.md 4, 11). Operators write the order, the runner all else.
struct ReleasePlan
{
    QList<PlanStep> steps;
    bool cancelsOnAlarm = false; ///< all traffic goes back by itself where a limit is broken
    int at = 0;                  ///< the step that holds, counted from 1; 0: not begun
    QDateTime since;             ///< when it began to hold, by the clock of whoever ran it
    std::optional<PlanOrder> order;
    QString orderId; ///< new with every order
    QString obeyed;  ///< the last order that was carried out
    QString alarm;   ///< the limit that stopped the plan, in words; empty: none

    bool isEmpty() const { return steps.isEmpty(); }
    bool isLast() const { return at >= int(steps.size()); }
    bool isPaused() const { return order == PlanOrder::Pause; }
    bool isOrdered(PlanOrder wanted) const { return order == wanted && orderId != obeyed; }
};

/// One step as a line: "10 | 5m | errors<=1% p95<=300ms". First a percentage, or a policy in the command line's
/// notation; then seconds (s, m, h), or wait; then limits, which may be missing.
Result<PlanStep> parseStep(const QString &line);
/// One step a line; empty lines and what follows a # at a line's beginning are left out.
Result<QList<PlanStep>> parseSteps(const QString &text);
QString toText(const PlanStep &step);
QString toText(PlanOrder order); ///< pause, resume, go-on, skip, back

ReleasePlan planFrom(const Resource &record);
/// Labels sluice.plan.* of a plan; the same as a change of a record that has another: a null for each that goes.
QJsonObject planLabels(const ReleasePlan &plan);
QJsonObject planChange(const Resource &record, const ReleasePlan &plan);
/// Labels of standing at a step from now on; an order that was read is carried out by it.
QJsonObject positionLabels(const ReleasePlan &plan, int step, const QDateTime &now);
QJsonObject orderLabels(const ReleasePlan &plan, PlanOrder order, const WriteStamp &stamp);
QJsonObject alarmLabels(const QString &alarm, const WriteStamp &stamp);
/// The same plan with other steps: it stands where it stood if nothing changed up to there, else it begins anew. A
/// pause or an alarm ends with it.
ReleasePlan withSteps(const ReleasePlan &plan, const QList<PlanStep> &steps, bool cancelsOnAlarm);
/// What a Resume means now: the end of a pause, or of a step that waits.
PlanOrder resumeOrder(const ReleasePlan &plan);

/// What the runner knows besides the plan.
struct PlanSituation
{
    ReleaseCondition condition = ReleaseCondition::Applied;
    TrafficPolicy policy; ///< that stands now
    QDateTime now;
    int workers = 1;     ///< of all gateways together
    qint64 requests = 0; ///< of the API since the step began here
    qint64 onTarget = 0;
    QString broken; ///< a limit that is exceeded over its window, in words
    QString unmet;  ///< a limit that the step as a whole does not keep to
};

struct PlanMove
{
    enum class Kind {
        GoTo,   ///< to a step
        Finish, ///< a step was cut between its two writes
        Wait,
        Alarm, ///< a limit is broken
        Done,  ///< the last step has passed
    };

    Kind kind = Kind::Wait;
    int step = 0; ///< for GoTo
    QString why;  ///< one sentence, for the history and for the eye
};

/// What to do now; a pure function, so that whoever runs a plan next goes on where the last one was cut.
PlanMove nextMove(const ReleasePlan &plan, const PlanSituation &situation);
/// Requests of the API before a step's limits count: until then not one may have gone to the target.
qint64 requestsBeforeJudging(const TrafficPolicy &policy, int workers);

} // namespace sluice
