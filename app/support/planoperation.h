// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/operation.h"

namespace sluice::app {

class PlanRuns;

/// Of Operation::subject: what is done with a plan never stands in the way of the release's own Cancel (E19).
QString planSubject(const QString &release);
/// The same, of a run in this window: it lasts.
QString runSubject(const QString &release);

/// Keeps another plan with the release; one without steps takes it away. othersToo: the plan was changed elsewhere
/// since this one was begun.
Operation planChange(const SharedSession &session, const ObservedRelease &observed, const ReleasePlan &plan,
                     bool othersToo);
/// Tells whoever runs the plan what to do.
Operation planOrder(PlanRuns &runs, const SharedSession &session, const ClusterSnapshot &snapshot,
                    const ObservedRelease &observed, PlanOrder order);
/// Runs it in this window; ends when the run ends.
Operation planRun(PlanRuns &runs, const SharedSession &session, const ObservedRelease &observed);

} // namespace sluice::app
