// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/trafficlimits.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct TrafficLimitsText
{
    Q_DECLARE_TR_FUNCTIONS(TrafficLimits)
};

using Measure = TrafficLimit::Measure;

const std::array<std::pair<QString, Measure>, 4> &names()
{
    static const std::array<std::pair<QString, Measure>, 4> all{{{u"errors"_s, Measure::Errors},
                                                                 {u"p50"_s, Measure::Median},
                                                                 {u"p95"_s, Measure::P95},
                                                                 {u"p99"_s, Measure::P99}}};
    return all;
}

Error noLimit(const QString &word)
{
    return {.kind = Error::Kind::Invalid,
            .reason = TrafficLimitsText::tr("\"%1\" is not a limit.").arg(word),
            .detail = {},
            .traffic = {},
            .advice = TrafficLimitsText::tr("Write errors<=1%, p50<=, p95<= or p99<=300ms, over=60s, min=100.")};
}

/// False where the word is none of a limit's.
bool read(TrafficLimits &limits, const QString &word)
{
    static const QRegularExpression window(u"^over=([1-9][0-9]{0,4})s?$"_s);
    static const QRegularExpression minimum(u"^min=([0-9]{1,7})$"_s);
    static const QRegularExpression limit(u"^(errors|p50|p95|p99)<=([0-9]+(?:\\.[0-9]+)?)(%|ms)?$"_s);
    if (const auto found = window.match(word); found.hasMatch()) {
        limits.seconds = found.captured(1).toInt();
        return true;
    }
    if (const auto found = minimum.match(word); found.hasMatch()) {
        limits.minimum = found.captured(1).toInt();
        return true;
    }
    const auto found = limit.match(word);
    if (!found.hasMatch())
        return false;
    const bool isShare = found.captured(1) == "errors"_L1;
    const QString unit = found.captured(3);
    if (!unit.isEmpty() && isShare != (unit == "%"_L1))
        return false;
    for (const auto &[name, measure] : names()) {
        if (name == found.captured(1))
            limits.limits.append({measure, found.captured(2).toDouble()});
    }
    return true;
}

} // namespace

Result<TrafficLimits> parseLimits(const QString &text)
{
    TrafficLimits limits;
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (!read(limits, word))
            return noLimit(word);
    }
    if (limits.isEmpty() && !words.isEmpty())
        return noLimit(text);
    return limits;
}

QString toText(const TrafficLimit &limit)
{
    QString text;
    for (const auto &[name, measure] : names()) {
        if (measure == limit.measure)
            text = name;
    }
    return text + u"<="_s + QString::number(limit.most) + (limit.measure == Measure::Errors ? u"%"_s : u"ms"_s);
}

QString toText(const TrafficLimits &limits)
{
    const TrafficLimits standard;
    QStringList words;
    for (const TrafficLimit &limit : limits.limits)
        words.append(toText(limit));
    if (!limits.isEmpty() && limits.seconds != standard.seconds)
        words.append(u"over=%1s"_s.arg(limits.seconds));
    if (!limits.isEmpty() && limits.minimum != standard.minimum)
        words.append(u"min=%1"_s.arg(limits.minimum));
    return words.join(u' ');
}

} // namespace sluice
