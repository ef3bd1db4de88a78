// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/adminclient.h"
#include "core/model/workspaces.h"

namespace sluice {

/// The rules that all operators of a cluster share: the plugin_config `sluice-workspaces`, which no route uses, with
/// `plugins.traffic-split.sluice.workspaces` (APISIX keeps that key and executes nothing of it). None where there is
/// none.
QCoro::Task<Result<QList<WorkspaceRule>>> readWorkspaceRules(AdminClient &admin);
/// Replaces them; empty: takes the object away. seen: what the new ones were made from; where the gateway holds others
/// by now, nothing is written (Error::Kind::Conflict).
QCoro::Task<Result<void>> writeWorkspaceRules(AdminClient &admin, QList<WorkspaceRule> rules,
                                              std::optional<QList<WorkspaceRule>> seen = std::nullopt);
/// The one write that this takes.
AdminRequest workspaceRulesRequest(const QList<WorkspaceRule> &rules);

} // namespace sluice
