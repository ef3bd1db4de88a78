// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/planoperation.h"

#include "app/support/planruns.h"
#include "core/model/prose.h"
#include "core/release/planwords.h"
#include "core/traffic/policyadvice.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

struct PlanOperationText
{
    Q_DECLARE_TR_FUNCTIONS(PlanOperation)
};

QCoro::Task<Result<OperationResult>> keepPlan(SharedSession session, QString id, ReleasePlan plan,
                                              ActionContext context, OperationResult result)
{
    Result<ObservedRelease> kept = co_await session->releases().setPlan(id, plan, context);
    if (!kept)
        co_return kept.error();
    co_return result;
}

QCoro::Task<Result<OperationResult>> giveOrder(QPointer<PlanRuns> runs, SharedSession session, QString id,
                                               PlanOrder order, ActionContext context, OperationResult result)
{
    Result<void> given = co_await session->releases().order(id, order, context);
    if (!given)
        co_return given.error();
    if (runs)
        runs->look(session->profile().id, id);
    co_return result;
}

QCoro::Task<Result<OperationResult>> runPlan(QPointer<PlanRuns> runs, SharedSession session, QString id)
{
    if (!runs)
        co_return OperationResult{};
    Result<OperationResult> ended = co_await runs->run(session, id);
    co_return ended;
}

QString effectOfChange(const ReleasePlan &plan)
{
    if (plan.isEmpty())
        return PlanOperationText::tr("The steps go from the release's record. Its share stays as it is.");
    const QString kept =
        PlanOperationText::tr("The steps are kept with the release, so that every operator sees them. No traffic "
                              "moves before someone runs the plan.");
    return joinSentences({kept, plan.at == 0 ? PlanOperationText::tr("It begins at its first step.")
                                             : PlanOperationText::tr("It is at step %1, as before.").arg(plan.at)});
}

/// The step that the order leads to.
int stepAfter(const ReleasePlan &plan, PlanOrder order)
{
    const int last = static_cast<int>(plan.steps.size());
    return std::clamp(order == PlanOrder::Back ? plan.at - 1 : plan.at + 1, 1, last);
}

QString effectOfOrder(const ClusterSnapshot &snapshot, const ObservedRelease &observed, PlanOrder order)
{
    const ReleasePlan &plan = observed.plan;
    if (order == PlanOrder::Pause)
        return PlanOperationText::tr(
            "The plan stays at the step that holds, and the share as it is, until someone resumes it.");
    if (order == PlanOrder::Resume && plan.alarm.isEmpty())
        return PlanOperationText::tr("The plan goes on from where it is.");
    if (order == PlanOrder::Resume)
        return PlanOperationText::tr("The alarm is taken back, and the plan goes on from where it is.");
    const int step = stepAfter(plan, order);
    const Release &release = observed.release;
    const QString current = snapshot.upstreamTitle(release.current);
    const QString target = snapshot.upstreamTitle(release.target);
    const QString then =
        PlanOperationText::tr("Step %1: %2").arg(step).arg(effectOf(plan.steps[step - 1].policy, current, target));
    if (order == PlanOrder::Back)
        return joinSentences({PlanOperationText::tr("The plan goes one step back."), then});
    if (plan.isLast())
        return PlanOperationText::tr("The last step ends, and with it the plan.");
    return joinSentences({order == PlanOrder::Skip
                              ? PlanOperationText::tr("The step ends at once, whatever its hold and its limits.")
                              : PlanOperationText::tr("The step ends as soon as its limits are kept."),
                          then});
}

} // namespace

QString planSubject(const QString &release)
{
    return u"plan/"_s + release;
}

QString runSubject(const QString &release)
{
    return u"run/"_s + planSubject(release);
}

Operation planChange(const SharedSession &session, const ObservedRelease &observed, const ReleasePlan &plan,
                     bool othersToo)
{
    const QString id = observed.release.id;
    const Seen seen{observed.record.modifiedIndex, 0};
    Operation operation = operationIn(session->profile(), planSubject(id));
    operation.about = aboutRelease(observed);
    operation.title =
        plan.isEmpty() ? PlanOperationText::tr("Remove the plan") : PlanOperationText::tr("Save the plan");
    operation.effect = effectOfChange(plan);
    if (othersToo)
        operation.warning =
            PlanOperationText::tr("The plan was changed elsewhere since you began; yours takes its place.");
    operation.demandsReason = session->profile().demandReason;
    const OperationResult done{
        plan.isEmpty() ? PlanOperationText::tr("The release \"%1\" has no plan any more.").arg(observed.release.name)
                       : PlanOperationText::tr("The plan of \"%1\" is kept with it.").arg(observed.release.name),
        {}};
    operation.preview = [session, id, plan] { return session->releases().previewPlan(id, plan); };
    operation.run = [session, id, plan, seen, done](const QString &reason) {
        return keepPlan(session, id, plan, {reason, seen}, done);
    };
    return operation;
}

Operation planOrder(PlanRuns &runs, const SharedSession &session, const ClusterSnapshot &snapshot,
                    const ObservedRelease &observed, PlanOrder order)
{
    const QString id = observed.release.id;
    Operation operation = operationIn(session->profile(), planSubject(id));
    operation.about = aboutRelease(observed);
    operation.title = orderWord(order);
    operation.effect = effectOfOrder(snapshot, observed, order);
    if (!observed.lease)
        operation.effect =
            joinSentences({operation.effect,
                           PlanOperationText::tr("The plan is not running: this is done as soon as someone runs it.")});
    operation.demandsReason = session->profile().demandReason;
    //: The first is a verb, for example "Skip the step".
    const OperationResult done{
        PlanOperationText::tr("%1: told to the plan of \"%2\".").arg(orderWord(order), observed.release.name), {}};
    operation.preview = [session, id, order] { return session->releases().previewOrder(id, order); };
    operation.run = [runs = QPointer(&runs), session, id, order, done](const QString &reason) {
        return giveOrder(runs, session, id, order, {reason}, done);
    };
    return operation;
}

Operation planRun(PlanRuns &runs, const SharedSession &session, const ObservedRelease &observed)
{
    const QString id = observed.release.id;
    const ReleasePlan &plan = observed.plan;
    const QString next =
        PlanOperationText::tr("The plan of \"%1\" is run by this window, from step %2 of %3 on: the share moves by "
                              "itself, as its steps say.")
            .arg(observed.release.name)
            .arg(std::max(1, plan.at))
            .arg(plan.steps.size());
    const QString alarm =
        plan.cancelsOnAlarm ? PlanOperationText::tr("A broken limit cancels the release by itself.")
                            : PlanOperationText::tr("A broken limit pauses the plan, and the traffic stays as it is.");
    Operation operation = operationIn(session->profile(), runSubject(id));
    operation.about = aboutRelease(observed);
    operation.title = PlanOperationText::tr("Run the plan here");
    operation.takesReason = false;
    operation.lasts = true;
    const QString end = PlanOperationText::tr(
        "It ends with this window; whoever runs it next goes on from there. Cancel passes at any time.");
    operation.effect = joinSentences({next, alarm, end});
    operation.run = [runs = QPointer(&runs), session, id](const QString &) { return runPlan(runs, session, id); };
    return operation;
}

} // namespace sluice::app
