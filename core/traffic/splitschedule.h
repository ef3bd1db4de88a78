// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <vector>

namespace sluice {

/// APISIX's weighted round robin by greatest common divisor (apisix.md 5.3): which of several weighted entries the
/// n-th request gets. The order is a fixed cycle of (sum of weights / gcd) picks, walked from a start that depends on
/// the entry that counts as picked last.
class SplitSchedule
{
public:
    /// weights in map order; last: the entry that counts as picked last (APISIX draws it).
    explicit SplitSchedule(std::vector<std::uint64_t> weights, std::size_t last = 0);

    struct Pick
    {
        std::size_t entry = 0;
        std::uint64_t number = 0; ///< counts the picks of this schedule, from 1
    };
    /// The entry of the next request. Safe from many threads at once.
    Pick pick();
    std::size_t next() { return pick().entry; }

    /// Length of the cycle.
    std::uint64_t period() const { return m_period; }

private:
    std::size_t step();

    std::vector<std::uint64_t> m_weights;
    std::uint64_t m_divisor = 0;
    std::uint64_t m_largest = 0;
    std::uint64_t m_level = 0;
    std::size_t m_last = 0;
    std::uint64_t m_period = 1;
    std::vector<std::uint16_t> m_cycle; ///< empty where the period is too long to be kept: then picks are computed
    std::atomic<std::uint64_t> m_position{0};
    std::mutex m_mutex; ///< guards the state of step() where there is no cycle
};

/// What a verdict must know of one entry's places in a cycle.
struct SplitRegularity
{
    std::uint64_t period = 1;
    double share = 0;        ///< wanted, 0 to 1
    double largestStray = 0; ///< requests: how far a count can be from its share, over all windows and starts
    std::uint64_t longestRunWithout = 0; ///< requests in a row of which none goes to the entry
};

/// For two entries, the target's weight and the other's. A weight of 0 is an entry that is not written (E3).
SplitRegularity regularity(std::uint64_t targetWeight, std::uint64_t otherWeight);

} // namespace sluice
