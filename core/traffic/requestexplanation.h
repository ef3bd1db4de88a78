// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "core/traffic/expression.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace sluice {

/// One rule of a split, and why it holds for a request or does not.
struct RuleExplanation
{
    int index = 0;
    bool hit = false;
    bool evaluated = true; ///< false: an earlier rule took the request
    std::vector<Expression::Explanation> groups;
};

struct UpstreamChance
{
    QString upstream; ///< id, "inline", or "current"
    double share = 0; ///< percent
};

/// Where a gateway sends a request, and why.
struct RequestExplanation
{
    QString route; ///< id; empty: none matches, why says so
    QString why;
    QString current; ///< upstream id of the route
    QList<RuleExplanation> rules;
    std::optional<int> rule; ///< index of the one that takes the request
    QList<UpstreamChance> upstreams;
};

/// Of the simulator's answer to POST /sluice/explain.
RequestExplanation explanationFromJson(const QJsonObject &json);

} // namespace sluice
