// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/operation.h"
#include "core/release/workspacelabelling.h"

namespace sluice::app {

/// Replaces the rules by which workspaces are found, for every operator of the cluster. seen: what they were made from;
/// others that hold by now are not overwritten.
Operation replacementOfRules(const SharedSession &session, const QList<WorkspaceRule> &rules,
                             const QList<WorkspaceRule> &seen);
/// Gives objects the label of a workspace. Given up or cut off, it can be begun again.
Operation labellingOf(const SharedSession &session, const QList<LabelChange> &changes);

QList<Release> releasesOf(const ClusterSnapshot &snapshot);

} // namespace sluice::app
