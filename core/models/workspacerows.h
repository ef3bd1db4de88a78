// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/models/keyedtablemodel.h"
#include "core/session/clustersnapshot.h"

namespace sluice {

/// Columns of the list of workspaces, in their order.
enum class WorkspaceColumn { Name, Apis, Upstreams, InProgress, Alarms };

QStringList workspaceHeaders();
/// One row a workspace; the key and the payload are its name.
QList<KeyedRow> workspaceRows(const ClusterSnapshot &snapshot);

} // namespace sluice
