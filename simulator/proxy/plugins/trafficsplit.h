// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/proxy/plugin.h"

namespace sluice::simulator {

class SplitOrders;
class Upstream;

/// Where one entry of weighted_upstreams leads.
struct SplitTarget
{
    QString key;                        ///< what APISIX's map of targets tells apart
    std::string upstreamId;             ///< empty: inline or plain
    std::shared_ptr<Upstream> upstream; ///< nullptr: the plain entry, the route's own upstream
    std::uint64_t weight = 1;
};

struct SplitRule
{
    bool hasMatch = false;
    std::vector<Expression> match; ///< any of them
    std::vector<SplitTarget> targets;
    std::string missing; ///< an upstream id that isn't there: 500 for every request that reaches the rule
    std::shared_ptr<SplitOrders> orders;
};

/// traffic-split (apisix.md 5): the first rule that a request passes decides, and its order says which target is next.
class TrafficSplit final : public Plugin
{
public:
    struct Choice
    {
        const SplitRule *rule = nullptr;    ///< null: the request is left alone, or stopped
        const SplitRule *stopped = nullptr; ///< the rule that names an upstream that isn't there
        std::size_t index = 0;
    };
    /// The rule for a request. Advances no order.
    Choice choose(const RequestContext &request) const;
    std::optional<LocalAnswer> access(RequestContext &request) const override;

    bool unpickable = false; ///< "rules": [] : chosen but empty, APISIX fails in Lua
    std::vector<SplitRule> rules;
};

} // namespace sluice::simulator
