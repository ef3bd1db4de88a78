// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehearsal/rehearsal.h"

namespace sluice {

/// What a configuration ({"routes": [...], "upstreams": [...], ...}) holds that the simulator stores and does not do,
/// each with what that means for a rehearsal.
QList<TwinGap> twinGaps(const QJsonObject &configuration);

} // namespace sluice
