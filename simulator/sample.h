// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

namespace sluice::simulator {

/// A cluster to try Sluice on, in the form that `SimulatedCluster::configuration` takes: three workspaces, and a
/// release in each state and condition that design.md 4 knows (in progress, cancelled, completed; pending, stopped
/// outside, drift, an external split).
QJsonObject sampleConfiguration();

} // namespace sluice::simulator
