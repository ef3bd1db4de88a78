// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/proxy/compiledroute.h"
#include "simulator/proxy/routematcher.h"
#include "simulator/proxy/servernames.h"
#include "simulator/store/configstore.h"

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace sluice::simulator {

/// The orders of one split, one for each emulated gateway worker.
class SplitOrders
{
public:
    SplitOrders(const std::vector<std::uint64_t> &weights, unsigned workers, bool randomStart);
    SplitSchedule &of(unsigned worker) { return *m_orders[worker % m_orders.size()]; }

private:
    std::vector<std::unique_ptr<SplitSchedule>> m_orders;
};

/// Everything that requests need of one snapshot, made ready. Immutable once built: a request keeps the one it began
/// with. What has not changed since the configuration before is taken over, with the orders that walk on in it.
class RuntimeConfig
{
public:
    RuntimeConfig(SnapshotPtr snapshot, RuntimeOptions options, const std::shared_ptr<const RuntimeConfig> &before);

    std::shared_ptr<const CompiledRoute> match(const RequestContext &request) const
    {
        return m_matcher->match(request);
    }
    const std::vector<std::shared_ptr<const CompiledRoute>> &routes() const { return m_routes; } ///< by insertion
    std::shared_ptr<Upstream> upstream(const std::string &id) const;
    /// Those of upstream objects, and of upstreams inside routes and services.
    const std::vector<std::shared_ptr<UpstreamHealth>> &checkedUpstreams() const { return m_checked; }
    const Plugins &globalPlugins() const { return m_globalPlugins; }
    /// The plugins of a route for a consumer: the consumer's over its group's over the route's.
    Plugins pluginsFor(const CompiledRoute &route, const CompiledConsumer &consumer) const;

    struct Identified
    {
        std::shared_ptr<const CompiledConsumer> consumer;
        std::string credential;
    };
    Identified consumerByKey(const std::string &key) const;
    std::shared_ptr<const CompiledConsumer> consumer(const std::string &name) const;

    /// True where the ssl object of that host asks its clients for a certificate.
    bool demandsClientCertificate(std::string_view host) const
    {
        const bool *demands = m_clientCertificates.find(host);
        return demands && *demands;
    }

    const RuntimeOptions &options() const { return m_options; }
    /// True where a route's own condition looks at the body: it must be there before the route is looked for.
    bool routesReadBody() const { return m_routesReadBody; }
    const Snapshot &snapshot() const { return *m_snapshot; }
    std::size_t keptOrders() const; ///< how many splits' orders are remembered
    /// The orders of a split: those in force already where neither owner nor weights have changed.
    std::shared_ptr<SplitOrders> splitOrders(const SplitOwner &owner, const std::vector<std::uint64_t> &weights) const;

private:
    void readUpstreams(const RuntimeConfig *before);
    void readConsumers();
    void readGlobalRules();
    void readServerNames();
    void readRoutes(const RuntimeConfig *before);
    std::string stampOf(const StoredItem &item) const;
    void forgetOrders();
    void collectChecks();
    std::shared_ptr<const CompiledRoute> compile(const StoredItem &item, const std::string &stamp) const;
    void chooseUpstream(CompiledRoute &route, const QJsonObject &value, const StoredItem *service) const;

    struct KeptOrders
    {
        std::string stamp;
        std::shared_ptr<SplitOrders> orders;
    };
    struct KeptUpstream
    {
        std::int64_t modifiedIndex = 0;
        std::shared_ptr<Upstream> upstream;
    };

    SnapshotPtr m_snapshot;
    RuntimeOptions m_options;
    std::unordered_map<std::string, KeptUpstream> m_upstreams;
    std::map<std::string, std::shared_ptr<const CompiledConsumer>> m_consumers;
    std::unordered_map<std::string, Identified> m_keys;
    Plugins m_globalPlugins;
    ServerNames<bool> m_clientCertificates;                     ///< whether a name demands one
    std::vector<std::shared_ptr<const CompiledRoute>> m_routes; ///< in insertion order
    bool m_routesReadBody = false;
    std::unique_ptr<RouteMatcher> m_matcher;
    std::vector<std::shared_ptr<UpstreamHealth>> m_checked;
    mutable std::mutex m_ordersMutex;
    mutable std::unordered_map<std::string, KeptOrders> m_orders;
};

} // namespace sluice::simulator
