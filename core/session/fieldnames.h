// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/trafficpolicy.h"
#include "core/session/clustersnapshot.h"

namespace sluice {

/// Names of headers, query parameters or cookies that rules and routes of this cluster look at already: suggestions for
/// a new condition, sorted. Of headers only the variable's spelling is known there: x-canary for http_x_canary.
QStringList fieldNamesUsed(const ClusterSnapshot &snapshot, Condition::Place place);

} // namespace sluice
