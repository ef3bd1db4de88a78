// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/traffic/expression.h"
#include "simulator/proxy/plugin.h"
#include "simulator/proxy/upstream.h"
#include "simulator/store/configstore.h"

#include <QRegularExpression>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sluice::simulator {

/// A route merged with its plugin_config and its service (apisix.md 4.4), ready for requests.
struct CompiledRoute
{
    std::string id;
    std::string name;
    std::string serviceId;
    std::string serviceName;
    std::vector<std::string> methods;
    std::vector<std::string> hosts; ///< lower case; its service's where it has none
    std::vector<std::string> paths; ///< as written
    QJsonArray remoteAddresses;
    std::optional<Expression> remote; ///< over remoteAddresses
    std::optional<Expression> vars;
    std::int64_t priority = 0;
    bool websocket = false;
    std::optional<Expression> filter; ///< filter_func, where it compares one variable
    bool unsimulatedFilter = false;   ///< any other filter_func is Lua: such a route never matches
    bool readsRequestBody = false;    ///< a plugin's condition looks at post_arg
    bool matchReadsBody = false;      ///< its own vars do
    std::optional<Timeouts> timeout;
    Plugins plugins;
    QJsonObject pluginConfs; ///< merged, for consumers to be merged over
    std::shared_ptr<Upstream> upstream;
    bool upstreamMissing = false;     ///< it names an upstream that isn't there: 502
    bool pluginConfigMissing = false; ///< 503
    bool serviceMissing = false;      ///< 404
    std::string stamp;                ///< of everything it was made from
};

struct CompiledConsumer
{
    std::string name;
    std::string group;
    std::string customId;
    QJsonObject plugins;    ///< of the consumer over its group's, auth plugins left out
    QStringList ownPlugins; ///< names of those that are not its group's; only where it has a group
    std::string stamp;
    std::string groupStamp; ///< empty: it has no group
};

} // namespace sluice::simulator
