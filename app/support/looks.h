// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/widgets/statechip.h"
#include "core/release/observedrelease.h"
#include "core/session/clusterwatch.h"
#include "core/verify/verificationreport.h"

namespace sluice::app {

/// How states look in the window: shape, word and colour in the language of the moment (ui.md, States).
StateLook lookOf(ClusterProfile::Environment environment);
StateLook lookOf(const ObservedRelease &release);
StateLook lookOf(Verdict verdict);
/// Whether a cluster answers, and as whom: "reachable · admin".
StateLook lookOf(const ClusterWatch &watch);
/// The badge of an API (B11); no word where it has none.
StateLook badgeOf(const Api &api, const ClusterSnapshot &snapshot);

} // namespace sluice::app
