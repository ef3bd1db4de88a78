// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/splitschedule.h"

#include <algorithm>
#include <numeric>

namespace sluice {

namespace {
constexpr std::uint64_t longestKeptPeriod = 1U << 20U;
}

SplitSchedule::SplitSchedule(std::vector<std::uint64_t> weights, std::size_t last)
    : m_weights(std::move(weights))
    , m_last(last)
{
    std::uint64_t sum = 0;
    for (const std::uint64_t weight : m_weights) {
        m_divisor = std::gcd(m_divisor, weight);
        m_largest = std::max(m_largest, weight);
        sum += weight;
    }
    m_level = m_largest;
    if (m_weights.size() < 2)
        return;
    m_period = m_divisor == 0 ? m_weights.size() : sum / m_divisor;
    if (m_period <= longestKeptPeriod) {
        m_cycle.reserve(m_period);
        for (std::uint64_t i = 0; i < m_period; ++i)
            m_cycle.push_back(static_cast<std::uint16_t>(step()));
    }
}

SplitSchedule::Pick SplitSchedule::pick()
{
    if (!m_cycle.empty() || m_weights.size() < 2) {
        const std::uint64_t before = m_position.fetch_add(1, std::memory_order_relaxed);
        return {m_cycle.empty() ? std::size_t{0} : m_cycle[before % m_period], before + 1};
    }
    const std::scoped_lock lock(m_mutex);
    return {step(), m_position.fetch_add(1, std::memory_order_relaxed) + 1};
}

std::size_t SplitSchedule::step()
{
    for (;;) {
        for (std::size_t entry = m_last + 1; entry < m_weights.size(); ++entry) {
            if (m_weights[entry] >= m_level) {
                m_last = entry;
                return entry;
            }
        }
        m_level = m_level > m_divisor ? m_level - m_divisor : m_largest;
        m_last = static_cast<std::size_t>(-1);
    }
}

SplitRegularity regularity(std::uint64_t targetWeight, std::uint64_t otherWeight)
{
    SplitRegularity result;
    if (targetWeight == 0 || otherWeight == 0) {
        result.share = targetWeight == 0 ? 0 : 1;
        return result;
    }
    SplitSchedule schedule({targetWeight, otherWeight});
    const auto period = static_cast<std::int64_t>(schedule.period());
    const auto weight = static_cast<std::int64_t>(targetWeight / std::gcd(targetWeight, otherWeight));
    result.period = schedule.period();
    result.share = static_cast<double>(targetWeight) / static_cast<double>(targetWeight + otherWeight);

    // Over one period the deviation from the share returns to 0, so the largest stray of any window, also one that
    // wraps around, is the distance between the highest and the lowest point of the running deviation.
    std::int64_t deviation = 0;
    std::int64_t highest = 0;
    std::int64_t lowest = 0;
    std::uint64_t run = 0;
    for (std::int64_t i = 0; i < 2 * period; ++i) {
        const bool hit = schedule.next() == 0;
        deviation += (hit ? period : 0) - weight;
        highest = std::max(highest, deviation);
        lowest = std::min(lowest, deviation);
        run = hit ? 0 : run + 1;
        result.longestRunWithout = std::max(result.longestRunWithout, run);
    }
    result.largestStray = static_cast<double>(highest - lowest) / static_cast<double>(period);
    return result;
}

} // namespace sluice
