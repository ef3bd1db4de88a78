// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace sluice::simulator {

class RuntimeConfig;

/// What became of one request, for counters and the list of the newest.
struct TrafficEntry
{
    std::string run; ///< X-Sluice-Run
    std::string method;
    std::string path;
    std::string route;    ///< empty: none matched
    std::string rule;     ///< index of the split's rule, or "none"
    std::string upstream; ///< id, "inline", or empty: the gateway answered itself
    std::string node;
    int status = 0;
    std::int64_t microseconds = 0;
    std::uint64_t pick = 0; ///< number of the pick in the order of the split's rule, from 1; 0: no split picked
    std::string head;       ///< of the request, as received: what an explanation is made from
    std::string client;     ///< address, without port
    std::weak_ptr<const RuntimeConfig> config; ///< that it was answered by
    std::chrono::system_clock::time_point ended;
};

/// Counters per run, route, rule and upstream, and the newest requests. Safe from many threads: each writes to a part
/// of its own, so that they don't wait for one another.
class TrafficLog
{
public:
    static constexpr std::size_t newestKept = 100;
    /// Combinations of run, route, rule and upstream that a thread counts; beyond it the one goes that was quiet
    /// longest.
    static constexpr std::size_t countersKept = 10'000;

    void add(const TrafficEntry &entry);
    void reset();
    /// {"total", "routes": [{"run","route","rule","upstream","requests","status":{"200":n}}]}; of one run only where
    /// run is given.
    QJsonObject counters(const std::string &run) const;
    /// The newest first; of one run only where run is given.
    std::vector<TrafficEntry> newest(const std::string &run) const;

private:
    struct Count
    {
        std::uint64_t requests = 0;
        std::map<int, std::uint64_t> byStatus;
        std::uint64_t last = 0; ///< number of the newest request counted here, over the whole part
    };
    struct Part
    {
        mutable std::mutex mutex;
        std::unordered_map<std::string, Count> counts; ///< by run, route, rule and upstream, a line each
        std::vector<TrafficEntry> newest;              ///< a ring
        std::size_t next = 0;
        std::string key; ///< kept for its memory
        std::uint64_t requests = 0;
    };
    Part &own();
    static Count &counter(Part &part);

    std::array<Part, 16> m_parts;
};

} // namespace sluice::simulator
