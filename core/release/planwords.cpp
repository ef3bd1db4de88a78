// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/planwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct PlanWordsText
{
    Q_DECLARE_TR_FUNCTIONS(PlanWords)
};

QString number(double value)
{
    return QLocale().toString(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace

QString durationWord(std::chrono::seconds duration)
{
    using namespace std::chrono;
    const auto minutes = duration_cast<std::chrono::minutes>(duration);
    if (duration.count() == 0 || minutes < duration)
        return PlanWordsText::tr("%1 s").arg(duration.count());
    const auto hours = duration_cast<std::chrono::hours>(minutes);
    const auto rest = minutes - hours;
    if (hours.count() == 0)
        return PlanWordsText::tr("%1 min").arg(minutes.count());
    return rest.count() == 0 ? PlanWordsText::tr("%1 h").arg(hours.count())
                             : PlanWordsText::tr("%1 h %2 min").arg(hours.count()).arg(rest.count());
}

QString holdWord(const PlanStep &step)
{
    return step.hold ? PlanWordsText::tr("holds for %1").arg(durationWord(*step.hold))
                     : PlanWordsText::tr("waits for a person");
}

QString inWords(const TrafficLimit &limit)
{
    const QString most = number(limit.most);
    switch (limit.measure) {
    case TrafficLimit::Measure::Errors:
        return PlanWordsText::tr("errors at most %1 %").arg(most);
    case TrafficLimit::Measure::Median:
        return PlanWordsText::tr("median at most %1 ms").arg(most);
    case TrafficLimit::Measure::P95:
        return PlanWordsText::tr("p95 at most %1 ms").arg(most);
    case TrafficLimit::Measure::P99:
        return PlanWordsText::tr("p99 at most %1 ms").arg(most);
    }
    return {};
}

QString inWords(const TrafficLimits &limits)
{
    if (limits.isEmpty())
        return {};
    QStringList words;
    for (const TrafficLimit &limit : limits.limits)
        words.append(inWords(limit));
    words.append(PlanWordsText::tr("over %1").arg(durationWord(std::chrono::seconds(limits.seconds))));
    words.append(PlanWordsText::tr("after %n answer(s)", "", limits.minimum));
    return words.join(PlanWordsText::tr(", "));
}

QString brokenLimitInWords(const QString &broken)
{
    const auto limits = parseLimits(broken.section(u": "_s, 0, 0));
    if (!limits || limits->limits.size() != 1)
        return broken;
    const QString measured = broken.section(u": "_s, 1);
    const QString limit = inWords(limits->limits.first());
    return measured.isEmpty() ? PlanWordsText::tr("%1 (measured: beyond what is counted)").arg(limit)
                              : PlanWordsText::tr("%1 (measured: %2)").arg(limit, measured);
}

QString orderWord(PlanOrder order)
{
    switch (order) {
    case PlanOrder::Pause:
        return PlanWordsText::tr("Pause the plan");
    case PlanOrder::Resume:
        return PlanWordsText::tr("Resume the plan");
    case PlanOrder::GoOn:
        return PlanWordsText::tr("Go on");
    case PlanOrder::Skip:
        return PlanWordsText::tr("Skip the step");
    case PlanOrder::Back:
        return PlanWordsText::tr("One step back");
    }
    return {};
}

} // namespace sluice
