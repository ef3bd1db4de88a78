// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/release/releaseconcerns.h"

namespace sluice {

/// What one upstream gets of some requests.
struct TrafficShare
{
    QString upstream; ///< id, or "inline" for one written inside the split; empty: the API's own
    double percent = 0;

    bool operator==(const TrafficShare &) const = default;
};

/// Some of an API's requests, and who gets them.
struct TrafficPart
{
    QString requests; ///< in words: "all requests", "requests whose header x is \"1\"", "all other requests"
    QList<TrafficShare> shares;
};

/// Where an API's traffic goes now, and which of the splits around it decides (E20).
struct EffectiveSplit
{
    std::optional<SplitLayer> decides; ///< nothing: no split at all
    QList<SplitLayer> hidden;          ///< they would decide if that one went
    QList<SplitLayer> overriding;      ///< they decide for some requests instead
    QList<TrafficPart> parts;          ///< of the one that decides; its first rule that a request meets counts
};

EffectiveSplit effectiveSplit(const Surroundings &around);

/// What a conf of traffic-split does. APISIX: a lone entry gets everything whatever its weight, 0 : 0 is split evenly,
/// a rule without match meets every request.
QList<TrafficPart> partsOf(const QJsonObject &split);

} // namespace sluice
