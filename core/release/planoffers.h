// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/release/observedrelease.h"

namespace sluice {

/// Who runs a plan, seen from one client.
enum class PlanHolder {
    Nobody,
    Here,
    Other,      ///< someone else holds the API's lease and renews it
    LeftBehind, ///< someone else holds it and has not renewed it for too long
};

enum class PlanAction {
    Run,
    TakeOver, ///< Run, where the lease was left behind
    Stop,     ///< the run here
    Pause,
    Resume,
    GoOn,
    Skip,
    Back,
    Edit, ///< makes one where there is none
};

struct PlanOffer
{
    PlanAction action;
    QString obstacle; ///< why it can't be done now; empty where it can

    bool operator==(const PlanOffer &) const = default;
};

/// What can be done with the plan of a release, the most useful first; nothing once the release has ended. refusal: why
/// nothing can be changed on this cluster; empty where it can.
QList<PlanOffer> planOffers(const ObservedRelease &observed, PlanHolder holder, const QString &refusal);
/// The order that an action gives; nothing for those that give none.
std::optional<PlanOrder> orderOf(PlanAction action);
/// The verb of a button. hasPlan: for Edit.
QString actionWord(PlanAction action, bool hasPlan);

} // namespace sluice
