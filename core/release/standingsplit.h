// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/release/observedrelease.h"

#include <functional>

namespace sluice {

/// Who gets what of an API's traffic: as it stands, or as a release asks for it.
struct StandingSplit
{
    TrafficPolicy policy;
    QString current; ///< as Api::currentUpstream() says it
    QString target;  ///< id

    bool operator==(const StandingSplit &) const = default;
};

/// What the API of a release does now, whatever its record says. Nothing where the API is gone, or carries a split that
/// is neither a share nor rules.
std::optional<StandingSplit> standingSplit(const ObservedRelease &observed);
/// What the release asks for. Nothing where it has ended, or where its record can't be read as a share or as rules.
std::optional<StandingSplit> askedSplit(const Release &release);

/// What of the API is not as the release asks, a line each: "Share of the target: 30 % asked, 60 % found".
/// titleOf: of an upstream as Api::currentUpstream() says it.
QStringList driftInWords(const ObservedRelease &observed, const std::function<QString(const QString &)> &titleOf);

} // namespace sluice
