// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/store/configstore.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::simulator {

/// Who made an answer, in APISIX's words: the gateway itself, its proxy part (502, 504), or the upstream.
enum class ResponseSource { Apisix, Nginx, Upstream };

/// One request as plugin prometheus logs it (apisix.md 8.2). Texts are label values.
struct MeasuredRequest
{
    int status = 0;
    std::string route;
    std::string matchedUri;  ///< as the route writes it
    std::string matchedHost; ///< likewise; empty where the route has none
    std::string service;
    std::string consumer;
    std::string node; ///< IP of the last node tried, without port; empty: none was picked
    ResponseSource source = ResponseSource::Apisix;
    double totalMs = 0;
    double upstreamMs = 0; ///< only where source is Upstream
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
};

/// Health of one node of an upstream with checks.
struct NodeHealth
{
    std::string name; ///< etcd key of the upstream
    std::string ip;
    std::uint16_t port = 0;
    bool healthy = true;
};

/// What the gateway has counted, as Prometheus text under APISIX's names. Safe from many threads. The text is made at
/// each scrape, as before 3.14; later versions serve a copy that is up to 15 s old.
class Metrics
{
public:
    void requestEnded(const MeasuredRequest &request);
    std::string text(const Snapshot &snapshot, const std::vector<NodeHealth> &health, std::string_view version) const;

    /// Of all connections and requests, whatever the plugins.
    struct Totals
    {
        std::atomic<std::uint64_t> accepted{0};
        std::atomic<std::uint64_t> requests{0};
        std::atomic<std::int64_t> active{0}; ///< connections that are open
        std::atomic<std::int64_t> busy{0};   ///< of these, with a request under way
    };
    Totals totals;

private:
    static constexpr std::array<unsigned, 15> bounds{1,   2,    5,    10,   20,    50,    100,  200,
                                                     500, 1000, 2000, 5000, 10000, 30000, 60000};
    struct Histogram
    {
        std::array<std::uint64_t, bounds.size() + 1> counts{}; ///< not yet cumulated; the last one is beyond all bounds
        double sum = 0;
        void add(double milliseconds);
    };

    mutable std::mutex m_mutex;
    std::map<std::string, std::uint64_t> m_status; ///< by label text
    std::map<std::string, Histogram> m_latency;
    std::map<std::string, std::uint64_t> m_bandwidth;
};

/// The pattern of a route that a path or host hit: the equal one, else the longest that ends (hosts: begins) with *.
std::string matchedPattern(const std::vector<std::string> &patterns, std::string_view text, bool hosts);

} // namespace sluice::simulator
