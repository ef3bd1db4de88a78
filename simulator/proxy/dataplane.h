// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/inspect/metrics.h"
#include "simulator/inspect/trafficlog.h"
#include "simulator/proxy/health.h"
#include "simulator/proxy/runtimeconfig.h"

#include <QJsonArray>

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace sluice::simulator {

struct DataplaneOptions
{
    unsigned emulateWorkers = 1; ///< independent orders, as a gateway with so many workers has
    bool randomStart = false;    ///< draw where an order begins, as APISIX does; else it is the same every time
    bool explain = true;         ///< X-Sluice-* in answers
    std::string defaultHost;     ///< for requests whose Host is an address or localhost; empty: none
    std::string version = "3.18.0";
    std::function<void(const TrafficEntry &)> observer; ///< told of each request at its end, in its thread
};

/// What a tester orders an upstream to do wrong.
struct OrderedFault
{
    std::chrono::milliseconds delay{0};
    double errorRate = 0; ///< 0 to 1
};

/// The gateway's decisions, for all worker threads at once. A request takes runtime() once and keeps it to its end, so
/// that it sees one configuration.
class Dataplane
{
public:
    explicit Dataplane(DataplaneOptions options);

    /// From the writer's thread, before its answer goes out. The runtime is made at the next request, as APISIX does.
    void apply(const SnapshotPtr &snapshot);
    std::shared_ptr<const RuntimeConfig> runtime();

    const DataplaneOptions &options() const { return m_options; }
    /// What has checks now.
    std::vector<std::shared_ptr<UpstreamHealth>> checkedUpstreams();
    /// As /v1/healthcheck lists them: those whose checks have begun, one of each name.
    QJsonArray healthPage();
    std::vector<NodeHealth> nodeHealth();
    TrafficLog &traffic() { return m_traffic; }
    Metrics &metrics() { return m_metrics; }
    void setFault(const std::string &upstream, OrderedFault fault);
    bool removeFault(const std::string &upstream); ///< false: there is none
    OrderedFault fault(const std::string &upstream) const;
    std::map<std::string, OrderedFault> faults() const; ///< by upstream id

private:
    DataplaneOptions m_options;
    TrafficLog m_traffic;
    Metrics m_metrics;
    std::mutex m_mutex;
    SnapshotPtr m_pending; ///< guarded by m_mutex; null: runtime is up to date
    std::shared_ptr<const RuntimeConfig> m_runtime;
    std::atomic<bool> m_hasFaults{false};
    mutable std::mutex m_faultMutex;
    std::map<std::string, OrderedFault> m_faults;
};

} // namespace sluice::simulator
