// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/models/keyedtablemodel.h"
#include "core/session/clustersnapshot.h"

namespace sluice {

/// Columns of the list that says what falls into which workspace, in their order.
enum class PlacementColumn { Name, Kind, Id, Workspace, Because };

QStringList placementHeaders();

/// What a cluster's APIs and upstreams would fall into by some rules.
struct Placements
{
    QList<KeyedRow> rows; ///< one an API or upstream
    QList<int> hits;      ///< by rule: how many it is the first to hit
    int labelled = 0;     ///< have a label of their own
    int byRule = 0;
    int unassigned = 0; ///< in "default", for nothing says otherwise
};

Placements placementsOf(const ClusterSnapshot &snapshot, const Workspaces &workspaces);

} // namespace sluice
