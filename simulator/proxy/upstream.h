// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/traffic/splitschedule.h"
#include "simulator/proxy/health.h"

#include <QJsonObject>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace sluice::simulator {

class RequestContext;

/// How orders are kept: one for each emulated gateway worker, begun at the same place every time or drawn.
struct RuntimeOptions
{
    unsigned workers = 1;
    bool randomStart = false;
};

/// Where an order of count entries begins.
std::size_t firstEntry(std::size_t count, bool randomStart);

struct Node
{
    std::string host;
    std::uint16_t port = 0;
    std::uint64_t weight = 1;
    int priority = 0;
    std::string name; ///< host:port
};

struct Timeouts
{
    std::chrono::milliseconds connect{60000};
    std::chrono::milliseconds send{60000};
    std::chrono::milliseconds read{60000};
};
std::optional<Timeouts> timeouts(const QJsonValue &value);

/// An upstream made ready for requests: nodes, and the order in which its balancer gives them (apisix.md 7.1).
class Upstream
{
public:
    /// id: empty for one that is written inside a route or a split. emulated workers have an order each.
    /// checkName: etcd key of what it stands in, for its checks; empty: checks are not run.
    Upstream(std::string id, const QJsonObject &conf, const RuntimeOptions &options, bool insideSplit,
             const std::string &checkName = {});

    /// APISIX fails in Lua on it, with 500: a type that it hasn't got, or no nodes at all inside a split.
    bool isUnusable() const { return m_unusable; }
    /// The node for a request, not one of those tried already unless it is the only one; nullptr where none is left.
    const Node *pick(const RequestContext &request, unsigned worker, const std::vector<const Node *> &tried);
    void began(const Node &node);
    void ended(const Node &node);

    /// What became of a request at a node, for passive checks.
    void answered(const Node &node, int status, std::chrono::nanoseconds took);
    void failed(const Node &node, bool timedOut);
    const std::shared_ptr<UpstreamHealth> &health() const { return m_health; } ///< null: it has no checks

    const std::string &type() const { return m_type; } ///< "roundrobin", "chash" ...
    std::string hostHeader(const Node &node, const std::string &clientHost) const;

    std::string id;
    std::string scheme;
    std::string passHost;
    std::string upstreamHost;
    std::optional<Timeouts> timeout;
    std::vector<Node> nodes;
    std::optional<unsigned> retries;
    std::chrono::milliseconds retryTimeout{0};
    bool verifyTls = false;
    std::string clientCertificate;
    std::string clientKey;
    unsigned keepaliveSize = 320;
    std::chrono::milliseconds keepaliveIdle{60000};
    unsigned keepaliveRequests = 1000;
    bool needsPort = true; ///< Host for pass_host "node" carries a port that is not the scheme's

private:
    struct Group
    {
        int priority = 0;
        std::vector<std::size_t> members;                   ///< indexes of nodes
        std::vector<std::unique_ptr<SplitSchedule>> orders; ///< one per emulated worker
        std::vector<std::pair<std::uint32_t, std::size_t>> ring;
    };
    const Node *pickFrom(Group &group, const RequestContext &request, unsigned worker,
                         const std::vector<const Node *> &tried, bool healthyOnly);
    std::size_t indexOf(const Node &node) const { return static_cast<std::size_t>(&node - nodes.data()); }
    std::string hashKey(const RequestContext &request) const;
    const Node *pickByHash(const Group &group, const RequestContext &request,
                           const std::function<bool(std::size_t)> &free) const;
    const Node *pickByLatency(std::vector<std::size_t> candidates);

    /// Latency of a node as ewma knows it: it fades in ten seconds.
    struct Latency
    {
        double seconds = 0;
        std::chrono::steady_clock::time_point measured;
        double at(std::chrono::steady_clock::time_point now) const;
    };

    std::string m_type;
    bool m_unusable = false;
    std::string m_hashOn;
    std::string m_key;
    std::vector<Group> m_groups; ///< highest priority first
    std::unique_ptr<std::atomic<int>[]> m_running;
    std::mutex m_latencyMutex;
    std::vector<Latency> m_latencies; ///< of nodes, only for ewma
    std::shared_ptr<UpstreamHealth> m_health;
};

} // namespace sluice::simulator
