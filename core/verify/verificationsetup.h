// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/clustersession.h"
#include "core/verify/verifier.h"

namespace sluice {

/// Everything that a verification of a release can know by itself: path, method and host of a route with one literal
/// path, the policy that must hold now (all to the current upstream where it is cancelled, all to the target where it
/// is completed), gateways and workers of the profile, and on the simulator how it is recognised. Path and
/// identification are left empty where they have to be asked for. The session outlives the run.
QCoro::Task<Result<VerificationRequest>> verificationOf(ClusterSession &session, ObservedRelease release);
/// The same for an API without a release: all to its current upstream.
QCoro::Task<Result<VerificationRequest>> verificationOf(ClusterSession &session, Api api);

/// Asks the nodes of both upstreams directly, a few times each, and looks for what tells them apart. Nothing where they
/// can't be reached from here, or answer alike. Only with a method that changes nothing.
QCoro::Task<std::optional<Identification>> learnIdentification(VerificationRequest request);

} // namespace sluice
