// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>

namespace sluice::simulator {

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
};

/// Counters per route, rule and upstream, and the newest requests. Safe from many threads.
class TrafficLog
{
public:
    void add(const TrafficEntry &entry);
    void reset();
    /// {"total", "routes": [{"route","rule","upstream","requests","status":{"200":n}}], "newest": [...]}; of one run
    /// only where run is given.
    QJsonObject toJson(const std::string &run) const;

private:
    struct Key
    {
        std::string run;
        std::string route;
        std::string rule;
        std::string upstream;
        auto operator<=>(const Key &) const = default;
    };
    struct Count
    {
        std::uint64_t requests = 0;
        std::map<int, std::uint64_t> byStatus;
    };
    mutable std::mutex m_mutex;
    std::map<Key, Count> m_counts;
    std::deque<TrafficEntry> m_newest;
};

} // namespace sluice::simulator
