// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"

#include <QList>
#include <QString>

namespace sluice {

/// What the answers of the target upstream must keep to: at most a share of errors (5xx), or a latency.
struct TrafficLimit
{
    enum class Measure { Errors, Median, P95, P99 };

    Measure measure = Measure::Errors;
    double most = 0; ///< percent for Errors, milliseconds for the others

    bool operator==(const TrafficLimit &) const = default;
};

struct TrafficLimits
{
    QList<TrafficLimit> limits;
    int seconds = 30; ///< a limit is broken only where it is exceeded over a window as long as this
    int minimum = 20; ///< answers of the target before anything is judged

    bool isEmpty() const { return limits.isEmpty(); }
    bool operator==(const TrafficLimits &) const = default;
};

/// "errors<=1% p95<=300ms over=60s min=100"; the median is p50. Empty text: no limits.
Result<TrafficLimits> parseLimits(const QString &text);
QString toText(const TrafficLimit &limit);
QString toText(const TrafficLimits &limits);

} // namespace sluice
