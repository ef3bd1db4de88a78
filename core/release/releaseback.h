// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/release/observedrelease.h"
#include "core/release/releaseservice.h"

namespace sluice {

/// The way back from a completed release: the form with current and target exchanged (E23).
struct ReleaseBack
{
    NewRelease form; ///< its policy is up to the operator
    /// To be made under the form's target before: the upstream that was written inside the API, as the record kept it
    /// (without TLS keys). Empty: the target exists.
    QJsonObject upstream;
};

/// service: the one that the API belongs to, where it used that one's upstream before.
Result<ReleaseBack> backOf(const ObservedRelease &found, const std::optional<Api> &service);

} // namespace sluice
