// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/adminclient.h"

namespace sluice {

/// Changes an object that was just read with one write: a PATCH; or, where the gateway is older than 3.18 (or hides its
/// version) and another plugin on the object has encrypted fields, a PUT of what was read with the change made. Such a
/// PATCH would encrypt those fields once more (apache/apisix#13525).
QCoro::Task<Result<Resource>> changeResource(AdminClient &admin, QVersionNumber version, ResourceKind kind,
                                             Resource before, QJsonObject change);
/// That write; sends nothing but reads.
QCoro::Task<Result<AdminRequest>> changeRequest(AdminClient &admin, QVersionNumber version, ResourceKind kind,
                                                Resource before, QJsonObject change);

} // namespace sluice
