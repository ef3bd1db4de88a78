// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/adminclient.h"
#include "core/model/upstreamdraft.h"

namespace sluice {

/// Makes an upstream, and never takes the place of another one: Conflict names the id that is taken. A lost answer is
/// settled by reading back (E11).
QCoro::Task<Result<Upstream>> createUpstream(AdminClient &admin, UpstreamDraft draft, QJsonObject labels);
/// Conflict where the gateway no longer holds what the form was opened on (E12).
QCoro::Task<Result<Upstream>> changeUpstream(AdminClient &admin, Upstream before, UpstreamDraft draft);

} // namespace sluice
