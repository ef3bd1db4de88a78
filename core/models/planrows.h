// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/models/keyedtablemodel.h"
#include "core/release/planoffers.h"

namespace sluice {

/// Columns of a plan's steps, in their order.
enum class PlanColumn { Step, Allocation, Hold, Limits, State };

QStringList planHeaders();
/// One row a step; the key is its number.
QList<KeyedRow> planRows(const ReleasePlan &plan);

/// Where a plan stands, in sentences; each may be empty.
struct PlanStanding
{
    QString where;
    QString runner;
    QString wait; ///< why it does not go on
    QString next; ///< what comes after the step that holds

    bool operator==(const PlanStanding &) const = default;
};

/// move: what the run here decided last, which knows what was counted; nothing where it is not run here.
PlanStanding standingOf(const ObservedRelease &observed, PlanHolder holder, const std::optional<PlanMove> &move,
                        const QDateTime &now);

} // namespace sluice
