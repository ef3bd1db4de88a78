// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/sidecomparison.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct SideComparisonText
{
    Q_DECLARE_TR_FUNCTIONS(SideComparison)
};

constexpr double tail = 0.025;            ///< on each side of an interval of 95 %
constexpr double significance = 0.01;     ///< below: not by chance
constexpr double smallestEffect = 0.147;  ///< of Cliff's delta: below it is negligible (J. Romano and others, 2006)
constexpr double smallestGap = 0.5;       ///< milliseconds between the medians: below it nobody notices
constexpr std::size_t fewestAnswers = 20; ///< of each side, for the normal approximation of the rank test
constexpr double microPerMilli = 1000;

double milliseconds(qint64 microseconds)
{
    return double(microseconds) / microPerMilli;
}

qint64 at(const std::vector<qint64> &sorted, double rank)
{
    const double last = double(sorted.size() - 1);
    return sorted[std::size_t(std::clamp(rank, 0.0, last))];
}

Estimate errorsOf(const QMap<int, qint64> &statuses, qint64 answers)
{
    using boost::math::binomial_distribution;
    qint64 failed = 0;
    for (auto status = statuses.lowerBound(500); status != statuses.cend(); ++status)
        failed += *status;
    if (answers == 0)
        return {};
    const auto n = double(answers);
    const auto k = double(failed);
    const double low = failed == 0 ? 0 : binomial_distribution<>::find_lower_bound_on_p(n, k, tail);
    const double high = failed == answers ? 1 : binomial_distribution<>::find_upper_bound_on_p(n, k, tail);
    return {100 * k / n, 100 * low, 100 * high};
}

SideSummary summaryOf(const SideSamples &samples)
{
    SideSummary summary;
    summary.answers = qint64(samples.microseconds.size());
    summary.statuses = samples.statuses;
    summary.errors = errorsOf(samples.statuses, summary.answers);
    if (samples.microseconds.empty())
        return summary;
    std::vector<qint64> times = samples.microseconds;
    std::sort(times.begin(), times.end());
    summary.median = quantile(times, 0.5);
    summary.p95 = quantile(times, 0.95);
    summary.p99 = quantile(times, 0.99);
    for (int percent = 0; percent <= 100; ++percent)
        summary.curve.append(milliseconds(at(times, std::floor(percent / 100.0 * double(times.size())))));
    std::vector<qint64> sizes = samples.bytes;
    std::sort(sizes.begin(), sizes.end());
    summary.bodySize = double(at(sizes, std::floor(double(sizes.size()) / 2)));
    return summary;
}

QJsonObject toJson(const Estimate &estimate)
{
    return {{u"value"_s, estimate.value}, {u"low"_s, estimate.low}, {u"high"_s, estimate.high}};
}

QJsonObject toJson(const SideSummary &summary)
{
    QJsonObject statuses;
    for (auto status = summary.statuses.cbegin(); status != summary.statuses.cend(); ++status)
        statuses.insert(QString::number(status.key()), *status);
    QJsonArray curve;
    for (const double value : summary.curve)
        curve.append(value);
    return {{u"answers"_s, summary.answers},       {u"statuses"_s, statuses},
            {u"errors"_s, toJson(summary.errors)}, {u"median"_s, toJson(summary.median)},
            {u"p95"_s, toJson(summary.p95)},       {u"p99"_s, toJson(summary.p99)},
            {u"bodySize"_s, summary.bodySize},     {u"quantiles"_s, curve}};
}

QString word(SideComparison::Finding finding)
{
    switch (finding) {
    case SideComparison::Finding::TooFew:
        return u"too-few"_s;
    case SideComparison::Finding::NoDifference:
        return u"no-difference"_s;
    case SideComparison::Finding::TargetSlower:
        return u"target-slower"_s;
    case SideComparison::Finding::TargetFaster:
        return u"target-faster"_s;
    }
    return {};
}

} // namespace

void SideSamples::add(int status, qint64 time, qint64 size)
{
    microseconds.push_back(time);
    bytes.push_back(size);
    ++statuses[status];
}

void SideSamples::append(const SideSamples &more)
{
    microseconds.insert(microseconds.end(), more.microseconds.begin(), more.microseconds.end());
    bytes.insert(bytes.end(), more.bytes.begin(), more.bytes.end());
    for (auto status = more.statuses.cbegin(); status != more.statuses.cend(); ++status)
        statuses[status.key()] += *status;
}

Estimate quantile(const std::vector<qint64> &sorted, double share)
{
    using namespace boost::math::policies;
    using Discrete = policy<discrete_quantile<integer_round_outwards>>;
    const auto size = double(sorted.size());
    const boost::math::binomial_distribution<double, Discrete> ranks(size, share);
    const double low = boost::math::quantile(ranks, tail);
    const double high = boost::math::quantile(boost::math::complement(ranks, tail));
    return {milliseconds(at(sorted, std::floor(share * size))), milliseconds(at(sorted, low)),
            milliseconds(at(sorted, high))};
}

RankTest mannWhitney(const std::vector<qint64> &current, const std::vector<qint64> &target)
{
    std::vector<std::pair<qint64, bool>> all; // time, whether the target's
    all.reserve(current.size() + target.size());
    for (const qint64 time : current)
        all.emplace_back(time, false);
    for (const qint64 time : target)
        all.emplace_back(time, true);
    std::sort(all.begin(), all.end());

    // Equal times share the mean of their ranks.
    double rankSum = 0;
    double ties = 0;
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        double ours = 0;
        for (; end < all.size() && all[end].first == all[begin].first; ++end)
            ours += all[end].second ? 1 : 0;
        const auto count = double(end - begin);
        rankSum += ours * (double(begin + end) + 1) / 2;
        ties += count * count * count - count;
        begin = end;
    }
    const auto n = double(target.size());
    const auto m = double(current.size());
    const double u = rankSum - n * (n + 1) / 2;
    const double whole = n + m;
    const double variance = n * m / 12 * (whole + 1 - ties / (whole * (whole - 1)));
    RankTest result;
    result.effect = 2 * u / (n * m) - 1;
    if (variance <= 0)
        return result; // all are equal
    const double distance = std::max(0.0, std::abs(u - n * m / 2) - 0.5);
    result.p = std::erfc(distance / std::sqrt(2 * variance));
    return result;
}

SideComparison compare(const SideSamples &current, const SideSamples &target)
{
    SideComparison result;
    result.current = summaryOf(current);
    result.target = summaryOf(target);
    if (std::min(current.microseconds.size(), target.microseconds.size()) < fewestAnswers)
        return result;
    result.latency = mannWhitney(current.microseconds, target.microseconds);
    const bool isNoticed = std::abs(result.target.median.value - result.current.median.value) >= smallestGap;
    const bool differs =
        isNoticed && result.latency->p < significance && std::abs(result.latency->effect) >= smallestEffect;
    if (!differs)
        result.finding = SideComparison::Finding::NoDifference;
    else
        result.finding =
            result.latency->effect > 0 ? SideComparison::Finding::TargetSlower : SideComparison::Finding::TargetFaster;
    return result;
}

QString SideComparison::sentence() const
{
    const QString medians = SideComparisonText::tr("median %1 ms against %2 ms of the current upstream")
                                .arg(target.median.value, 0, 'f', 1)
                                .arg(current.median.value, 0, 'f', 1);
    switch (finding) {
    case Finding::TooFew:
        return SideComparisonText::tr("Too few answers of both upstreams to compare their latency.");
    case Finding::NoDifference:
        return SideComparisonText::tr("The target is neither slower nor faster in any way that counts: %1.")
            .arg(medians);
    case Finding::TargetSlower:
        return SideComparisonText::tr("The target is slower: %1.").arg(medians);
    case Finding::TargetFaster:
        return SideComparisonText::tr("The target is faster: %1.").arg(medians);
    }
    return {};
}

QJsonObject toJson(const SideComparison &comparison)
{
    QJsonObject json{{u"current"_s, toJson(comparison.current)},
                     {u"target"_s, toJson(comparison.target)},
                     {u"finding"_s, word(comparison.finding)},
                     {u"sentence"_s, comparison.sentence()}};
    if (comparison.latency) {
        json.insert(u"p"_s, comparison.latency->p);
        json.insert(u"effect"_s, comparison.latency->effect);
    }
    return json;
}

} // namespace sluice
