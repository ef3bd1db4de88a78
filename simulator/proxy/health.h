// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace sluice::simulator {

/// What a check or a request has seen of a node.
enum class Sighting { Success, HttpFailure, TcpFailure, Timeout };

/// How many sightings of a kind in a row change a node's state (apisix.md 3.5); 0: that kind is not counted.
struct HealthLimits
{
    unsigned successes = 0;
    unsigned httpFailures = 0;
    unsigned tcpFailures = 0;
    unsigned timeouts = 0;
    std::set<int> healthyStatuses;
    std::set<int> unhealthyStatuses;

    unsigned of(Sighting sighting) const;
    /// Nothing for a status that is in neither list.
    std::optional<Sighting> judge(int status) const;
};

/// One node's state. A success forgets the failures, a failure the successes; a node that is fully healthy counts no
/// successes.
class HealthRecord
{
public:
    enum class State { Healthy, MostlyHealthy, MostlyUnhealthy, Unhealthy };
    struct Counters
    {
        unsigned success = 0;
        unsigned httpFailure = 0;
        unsigned tcpFailure = 0;
        unsigned timeoutFailure = 0;
    };

    void report(Sighting sighting, unsigned limit);
    State state() const { return m_state; }
    const Counters &counters() const { return m_counters; }
    bool isUp() const { return m_state == State::Healthy || m_state == State::MostlyHealthy; }

private:
    State m_state = State::Healthy;
    Counters m_counters;
};

/// How to probe.
struct ActiveCheck
{
    std::string type = "http"; ///< or https, tcp
    std::chrono::milliseconds timeout{1000};
    std::string host;       ///< of the Host header; empty: the node's
    std::uint16_t port = 0; ///< 0: the node's
    std::string method = "GET";
    std::string path = "/";
    std::vector<std::string> headers; ///< "Name: value"
    std::string body;
    bool verify = true;
    std::chrono::milliseconds healthyInterval{0}; ///< between probes of nodes that are up; 0: they aren't probed
    std::chrono::milliseconds unhealthyInterval{0};
};

/// The checks of one upstream, and what they have found. Safe from many threads.
class UpstreamHealth
{
public:
    /// name: etcd key of what the upstream stands in. checks: its conf; it has "active".
    UpstreamHealth(std::string name, const QJsonObject &checks,
                   std::vector<std::pair<std::string, std::uint16_t>> nodes);

    bool isUp(std::size_t node) const { return m_up[node].load(std::memory_order_relaxed); }
    /// Of a request: a status that its node answered, or how the node failed.
    void requestAnswered(std::size_t node, int status);
    void requestFailed(std::size_t node, bool timedOut);
    /// Of a probe.
    void probeAnswered(std::size_t node, int status);
    void probed(std::size_t node, Sighting sighting);

    /// The first request that uses the upstream starts the checks, about a second later.
    void use();
    bool isSetUp(std::chrono::steady_clock::time_point now) const;
    const ActiveCheck &active() const { return m_active; }
    const std::string &name() const { return m_name; }
    const std::vector<std::pair<std::string, std::uint16_t>> &nodes() const { return m_nodes; }
    /// As /v1/healthcheck shows it.
    QJsonObject toJson() const;

private:
    void report(std::size_t node, const HealthLimits &limits, Sighting sighting);

    std::string m_name;
    std::vector<std::pair<std::string, std::uint16_t>> m_nodes;
    ActiveCheck m_active;
    HealthLimits m_activeLimits;
    std::optional<HealthLimits> m_passiveLimits;
    std::atomic<std::int64_t> m_firstUse{0}; ///< of the steady clock; 0: not yet
    mutable std::mutex m_mutex;
    std::vector<HealthRecord> m_records;
    std::unique_ptr<std::atomic<bool>[]> m_up; ///< what m_records say, for readers without a lock
};

} // namespace sluice::simulator
