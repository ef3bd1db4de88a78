// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace sluice {

/// What was measured of one upstream's answers.
struct SideSamples
{
    std::vector<qint64> microseconds;
    std::vector<qint64> bytes; ///< of the body
    QMap<int, qint64> statuses;

    void add(int status, qint64 time, qint64 size);
    void append(const SideSamples &more);
};

/// A value with its interval of 95 %.
struct Estimate
{
    double value = 0;
    double low = 0;
    double high = 0;
};

struct SideSummary
{
    qint64 answers = 0;
    QMap<int, qint64> statuses;
    Estimate median; ///< milliseconds, likewise the next two
    Estimate p95;
    Estimate p99;
    Estimate errors;     ///< percent of 5xx
    double bodySize = 0; ///< median, bytes
    QList<double> curve; ///< quantiles of the latency in steps of 1 %, in milliseconds: 0 to 100; empty: no answers
};

/// Mann-Whitney: whether one side's times tend to be larger.
struct RankTest
{
    double p = 1;      ///< two-sided, by the normal approximation with correction for ties and continuity
    double effect = 0; ///< Cliff's delta: P(target > current) - P(target < current), -1 to 1
};

/// Both need at least one sample.
RankTest mannWhitney(const std::vector<qint64> &current, const std::vector<qint64> &target);

/// Both upstreams side by side. "Slower" is said only where chance is ruled out (p < 0.01) and the effect is not
/// negligible (Cliff's delta of 0.147 at least).
struct SideComparison
{
    enum class Finding { TooFew, NoDifference, TargetSlower, TargetFaster };

    SideSummary current;
    SideSummary target;
    std::optional<RankTest> latency; ///< nothing where one side has fewer than 20 answers
    Finding finding = Finding::TooFew;

    QString sentence() const;
};

SideComparison compare(const SideSamples &current, const SideSamples &target);
/// Order statistics: the interval's ends are samples whose ranks a binomial gives; sorted, not empty.
Estimate quantile(const std::vector<qint64> &sortedMicroseconds, double share);

QJsonObject toJson(const SideComparison &comparison);

} // namespace sluice
