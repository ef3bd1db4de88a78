// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/splitstatistics.h"

#include "core/traffic/splitschedule.h"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace sluice {

namespace {

constexpr double confidence = 0.99;
constexpr std::uint64_t scale = 100; ///< shares are told apart to a hundredth of a point

SplitRegularity regularityOf(double percentage)
{
    const auto target = static_cast<std::uint64_t>(std::llround(percentage * double(scale)));
    return regularity(target, 100 * scale - target);
}

double strayOf(const SplitRun &run, double percentage)
{
    const int orders = std::max(1, std::min(run.workers, run.connections));
    return orders * (1 + run.restarts) * regularityOf(percentage).largestStray;
}

bool withinBound(const SplitRun &run, double percentage, qint64 requests, qint64 onTarget)
{
    const double wanted = double(requests) * percentage / 100;
    return std::abs(double(onTarget) - wanted) <= strayOf(run, percentage) + 1e-9;
}

/// Clopper-Pearson: the share lies within the interval that the count gives.
bool withinBinomial(double percentage, qint64 requests, qint64 onTarget)
{
    using boost::math::binomial_distribution;
    const double share = percentage / 100;
    const double outside = (1 - confidence) / 2;
    const auto n = double(requests);
    const auto k = double(onTarget);
    const double low = onTarget == 0 ? 0 : binomial_distribution<>::find_lower_bound_on_p(n, k, outside);
    const double high = onTarget == requests ? 1 : binomial_distribution<>::find_upper_bound_on_p(n, k, outside);
    return low <= share && share <= high;
}

bool allows(const SplitRun &run, double percentage, qint64 requests, qint64 onTarget)
{
    if (percentage <= 0)
        return onTarget == 0;
    if (percentage >= 100)
        return onTarget == requests;
    return withinBound(run, percentage, requests, onTarget) ||
           (!run.exclusive && withinBinomial(percentage, requests, onTarget));
}

/// The shares that a run must be able to refuse.
std::vector<double> alternativesTo(const SplitRun &run)
{
    const double wanted = run.percentage;
    const bool atEdge = wanted <= 0 || wanted >= 100;
    const double points = atEdge ? run.deviation : std::min({run.deviation, wanted / 2, (100 - wanted) / 2});
    std::vector<double> others;
    for (const double other : {wanted - points, wanted + points, 0.0, 100.0}) {
        if (other >= 0 && other <= 100 && other != wanted)
            others.push_back(other);
    }
    return others;
}

bool couldTell(const SplitRun &run, qint64 requests, qint64 onTarget)
{
    const std::vector<double> others = alternativesTo(run);
    const bool refusesAll = std::none_of(others.begin(), others.end(),
                                         [&](double other) { return allows(run, other, requests, onTarget); });
    return refusesAll && (run.percentage <= 0 || onTarget > 0);
}

/// Tells at every count that a healthy gateway gives (in almost every run, where others call as well). What another
/// share gives is a range of counts around its own mean, so the two ranges are apart where neither end of ours nor a
/// mean of theirs within ours is allowed by both.
bool suffices(const SplitRun &run, qint64 requests)
{
    const CountBand band = bandOf(run, requests);
    const auto low = qint64(std::ceil(band.low - 1e-9));
    const auto high = qint64(std::floor(band.high + 1e-9));
    std::vector<qint64> counts{low, high};
    for (const double other : alternativesTo(run)) {
        const qint64 mean = std::llround(double(requests) * other / 100);
        if (low < mean && mean < high)
            counts.push_back(mean);
    }
    return std::all_of(counts.begin(), counts.end(), [&](qint64 count) { return couldTell(run, requests, count); });
}

} // namespace

CountBand bandOf(const SplitRun &run, qint64 requests)
{
    const auto n = double(requests);
    const double wanted = n * run.percentage / 100;
    double stray = strayOf(run, run.percentage);
    if (!run.exclusive) {
        const double share = run.percentage / 100;
        stray = std::max(stray, 2.576 * std::sqrt(n * share * (1 - share)) + 1);
    }
    if (run.percentage <= 0 || run.percentage >= 100)
        stray = 0;
    return {std::max(0.0, wanted - stray), std::min(n, wanted + stray)};
}

Verdict judge(const SplitRun &run, qint64 requests, qint64 onTarget)
{
    if (requests <= 0)
        return Verdict::TooFew;
    if (!allows(run, run.percentage, requests, onTarget))
        return Verdict::DoesNotMatch;
    return couldTell(run, requests, onTarget) ? Verdict::Matches : Verdict::TooFew;
}

qint64 sufficientRequests(const SplitRun &run)
{
    qint64 enough = 16;
    while (enough < 10'000'000 && !suffices(run, enough))
        enough *= 2;
    qint64 tooFew = enough / 2;
    while (enough - tooFew > 1) {
        const qint64 middle = (enough + tooFew) / 2;
        (suffices(run, middle) ? enough : tooFew) = middle;
    }
    // Whole cycles make the counts easy to read.
    const auto period = qint64(regularityOf(run.percentage).period);
    qint64 whole = (enough + period - 1) / period * period;
    for (int cycles = 0; cycles < 100 && !suffices(run, whole); ++cycles)
        whole += period;
    return whole;
}

qint64 requestsUntilFirst(const SplitRun &run)
{
    if (run.percentage <= 0)
        return 0;
    if (run.percentage >= 100)
        return 1;
    return qint64(regularityOf(run.percentage).longestRunWithout) * run.workers + 1;
}

} // namespace sluice
