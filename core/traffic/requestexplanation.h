// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace sluice {

/// A condition with what a request made of it, or a group of conditions.
struct ConditionExplanation
{
    QString text;                  ///< for example: http_x_canary == "1"
    std::optional<QString> actual; ///< the variable's value; nothing: absent, or a group
    bool holds = false;
    bool evaluated = true; ///< false: an earlier part had decided
    QList<ConditionExplanation> parts;
};

/// Why a route fits a request or does not.
struct RouteReason
{
    QString code; ///< path, host, method, client, conditions, disabled, lower-priority ...
    QString text; ///< the simulator's words
    std::optional<ConditionExplanation> conditions;
};

struct OtherRoute
{
    QString route; ///< id
    QString name;
    RouteReason reason;
};

struct UpstreamShare
{
    QString upstream; ///< id, or "inline"; empty: the route's own
    double share = 0; ///< percent
};

struct SplitRuleExplanation
{
    int index = 0;
    bool reached = true; ///< false: an earlier rule decided
    bool chosen = false;
    bool holds = false;
    QList<ConditionExplanation> groups;
    QList<UpstreamShare> targets;
};

/// One split that the request meets; the last one that takes it decides.
struct SplitExplanation
{
    QString owner; ///< route/ID, service/ID, plugin_config/ID, consumer/NAME ...
    QList<SplitRuleExplanation> rules;
    std::optional<int> chosen;
};

/// An answer that the gateway gives itself.
struct OwnAnswer
{
    int status = 0;
    double share = 0; ///< percent
    QString by;       ///< a plugin, or "gateway"
};

/// Where a gateway sends a request, and why.
struct RequestExplanation
{
    QString route; ///< id; empty: none matches
    QString routeName;
    QList<RouteReason> why;
    QList<OtherRoute> others; ///< whose path fits, and that were not taken
    QString consumer;         ///< empty: none
    QList<SplitExplanation> splits;
    QList<UpstreamShare> upstreams;
    QList<OwnAnswer> answers;
};

/// Of the simulator's answer to POST /sluice/explain, or the "reason" of one of its newest requests.
RequestExplanation explanationFromJson(const QJsonObject &json);

} // namespace sluice
