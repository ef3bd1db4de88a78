// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/planoffers.h"

#include "core/release/planwords.h"

#include <QCoreApplication>

namespace sluice {

namespace {

struct PlanOffersText
{
    Q_DECLARE_TR_FUNCTIONS(PlanOffers)
};

QString runObstacle(const ObservedRelease &observed, PlanHolder holder)
{
    const bool canRun =
        observed.condition == ReleaseCondition::Applied || observed.condition == ReleaseCondition::Pending;
    if (holder == PlanHolder::Other)
        return PlanOffersText::tr("%1 is acting on this API; a plan has one runner at a time.").arg(observed.actor());
    return canRun ? QString() : explained(observed.release, observed.condition).reason;
}

QString editObstacle(const ObservedRelease &observed, PlanHolder holder)
{
    switch (holder) {
    case PlanHolder::Nobody:
        break;
    case PlanHolder::Here:
        return PlanOffersText::tr("The plan is run here: stop that first.");
    case PlanHolder::Other:
        return PlanOffersText::tr("%1 is acting on this API; the plan can be edited after that.").arg(observed.actor());
    case PlanHolder::LeftBehind:
        return PlanOffersText::tr("The lease that %1 left behind ends within 30 seconds.").arg(observed.actor());
    }
    return {};
}

PlanOffer runOffer(const ObservedRelease &observed, PlanHolder holder)
{
    if (holder == PlanHolder::Here)
        return {PlanAction::Stop, {}};
    return {holder == PlanHolder::LeftBehind ? PlanAction::TakeOver : PlanAction::Run, runObstacle(observed, holder)};
}

/// The end of a pause or of a step that waits; else the pause.
QList<PlanOffer> haltOffers(const ReleasePlan &plan)
{
    if (plan.isPaused())
        return {{PlanAction::Resume, {}}};
    QList<PlanOffer> offers;
    const bool waits = plan.at > 0 && !plan.steps[plan.at - 1].hold;
    if (waits)
        offers.append({PlanAction::GoOn,
                       plan.isOrdered(PlanOrder::GoOn) ? PlanOffersText::tr("This is ordered already.") : QString()});
    offers.append({PlanAction::Pause, {}});
    return offers;
}

} // namespace

QList<PlanOffer> planOffers(const ObservedRelease &observed, PlanHolder holder, const QString &refusal)
{
    const ReleasePlan &plan = observed.plan;
    QList<PlanOffer> offers;
    if (!observed.release.isInProgress())
        return offers;
    if (!plan.isEmpty()) {
        offers.append(runOffer(observed, holder));
        offers += haltOffers(plan);
        offers.append({PlanAction::Skip, plan.at == 0    ? PlanOffersText::tr("The plan has not begun.")
                                         : plan.isLast() ? PlanOffersText::tr("The plan is at its last step.")
                                                         : QString()});
        offers.append(
            {PlanAction::Back, plan.at <= 1 ? PlanOffersText::tr("There is no step before this one.") : QString()});
    }
    offers.append({PlanAction::Edit, editObstacle(observed, holder)});
    for (PlanOffer &offer : offers) {
        if (!refusal.isEmpty() && offer.action != PlanAction::Stop)
            offer.obstacle = refusal;
    }
    return offers;
}

std::optional<PlanOrder> orderOf(PlanAction action)
{
    switch (action) {
    case PlanAction::Pause:
        return PlanOrder::Pause;
    case PlanAction::Resume:
        return PlanOrder::Resume;
    case PlanAction::GoOn:
        return PlanOrder::GoOn;
    case PlanAction::Skip:
        return PlanOrder::Skip;
    case PlanAction::Back:
        return PlanOrder::Back;
    case PlanAction::Run:
    case PlanAction::TakeOver:
    case PlanAction::Stop:
    case PlanAction::Edit:
        break;
    }
    return std::nullopt;
}

QString actionWord(PlanAction action, bool hasPlan)
{
    if (const auto order = orderOf(action))
        return orderWord(*order);
    switch (action) {
    case PlanAction::Run:
        return PlanOffersText::tr("Run here");
    case PlanAction::TakeOver:
        return PlanOffersText::tr("Take over");
    case PlanAction::Stop:
        return PlanOffersText::tr("Stop running here");
    default:
        return hasPlan ? PlanOffersText::tr("Edit the plan") : PlanOffersText::tr("Make a plan");
    }
}

} // namespace sluice
