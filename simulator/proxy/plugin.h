// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/traffic/expression.h"
#include "simulator/proxy/transaction.h"

#include <QJsonObject>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sluice::simulator {

class RequestContext;
class RuntimeConfig;

/// One plugin of a route, made ready from its conf. Immutable: what differs between requests is in the context.
class Plugin
{
public:
    virtual ~Plugin() = default;
    Plugin() = default;
    Plugin(const Plugin &) = delete;
    Plugin &operator=(const Plugin &) = delete;

    /// Phases in APISIX's order. An answer ends the request.
    virtual std::optional<LocalAnswer> rewrite(RequestContext &) const { return std::nullopt; }
    virtual std::optional<LocalAnswer> access(RequestContext &) const { return std::nullopt; }
    virtual void headerFilter(const RequestContext &, AnswerHead &) const {}
    virtual BodyUse bodyUse(const RequestContext &) const { return BodyUse::Passed; }
    virtual std::string bodyFilter(const RequestContext &, std::string body) const { return body; }

    std::string pluginName;
    int priority = 0;
    std::optional<Expression> metaFilter;    ///< _meta.filter: where false, the plugin is skipped for this request
    std::optional<QJsonValue> errorResponse; ///< _meta.error_response
    bool counts = false;                     ///< prometheus: requests that it runs for are measured
    bool countsByName = false;               ///< its prefer_name: labels are names instead of ids
};

using PluginPtr = std::shared_ptr<const Plugin>;
using Plugins = std::vector<PluginPtr>; ///< highest priority first

/// Where a plugin's conf stands; a split's order belongs to it (apisix.md 5.3).
struct SplitOwner
{
    std::string key;   ///< "route/r1", "service/s1 route/r1", "plugin_config/p"
    std::string stamp; ///< changes with every write that begins the order anew
};

/// nullptr where the plugin is disabled or not one that the simulator executes.
PluginPtr makePlugin(const QString &name, const QJsonObject &conf, const SplitOwner &owner,
                     const RuntimeConfig &config);
/// True for the plugins that are executed; all others are stored and named as not simulated.
bool isSimulated(const QString &plugin);

LocalAnswer htmlAnswer(int status);
LocalAnswer jsonAnswer(int status, const QJsonObject &body);

} // namespace sluice::simulator
