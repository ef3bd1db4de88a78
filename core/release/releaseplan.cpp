// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/releaseplan.h"

#include "core/release/labeltext.h"
#include "core/traffic/splitschedule.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ReleasePlanText
{
    Q_DECLARE_TR_FUNCTIONS(ReleasePlan)
};

constexpr auto prefix = "sluice.plan."_L1;

QString key(const QString &name)
{
    return prefix + name;
}

QString shareText(const TrafficPolicy &policy)
{
    return policy.kind == TrafficPolicy::Kind::Percentage ? QString::number(policy.percentage) : toText(policy);
}

QString holdText(const std::optional<std::chrono::seconds> &hold)
{
    return hold ? QString::number(hold->count()) : u"wait"_s;
}

Result<TrafficPolicy> shareFrom(const QString &text)
{
    bool isNumber = false;
    const int share = QString(text).remove(u'%').trimmed().toInt(&isNumber);
    TrafficPolicy policy;
    policy.percentage = share;
    if (!isNumber) {
        const auto parsed = parsePolicy(text);
        if (!parsed)
            return parsed.error();
        policy = *parsed;
    }
    if (const QList<Error> faults = problems(policy); !faults.isEmpty())
        return faults.first();
    return policy;
}

std::optional<std::chrono::seconds> holdFrom(const QString &text)
{
    static const QRegularExpression form(u"^([0-9]{1,7})([smh]?)$"_s);
    const auto found = form.match(text);
    if (!found.hasMatch())
        return std::nullopt;
    const QString unit = found.captured(2);
    const int factor = unit == "h"_L1 ? 3600 : unit == "m"_L1 ? 60 : 1;
    return std::chrono::seconds(qint64(found.captured(1).toInt()) * factor);
}

QString labelOf(const PlanStep &step)
{
    return QStringList{toLabelText(shareText(step.policy)), toLabelText(holdText(step.hold)),
                       toLabelText(toText(step.limits))}
        .join(u'|');
}

/// A step that can't be understood waits for a person, and sends no more than before.
PlanStep stepFrom(const QString &label)
{
    const QStringList fields = label.split(u'|');
    PlanStep step;
    if (const auto policy = shareFrom(fromLabelText(fields.value(0))))
        step.policy = *policy;
    step.hold = holdFrom(fromLabelText(fields.value(1)));
    if (const auto limits = parseLimits(fromLabelText(fields.value(2))))
        step.limits = *limits;
    return step;
}

const std::array<std::pair<PlanOrder, QString>, 5> &orderWords()
{
    static const std::array<std::pair<PlanOrder, QString>, 5> words{{{PlanOrder::Pause, u"pause"_s},
                                                                     {PlanOrder::Resume, u"resume"_s},
                                                                     {PlanOrder::GoOn, u"go-on"_s},
                                                                     {PlanOrder::Skip, u"skip"_s},
                                                                     {PlanOrder::Back, u"back"_s}}};
    return words;
}

PlanMove wait(const QString &why)
{
    return {PlanMove::Kind::Wait, 0, why};
}

PlanMove goTo(int step, const QString &why)
{
    return {PlanMove::Kind::GoTo, step, why};
}

PlanMove onward(const ReleasePlan &plan, const QString &why)
{
    if (plan.isLast())
        return {PlanMove::Kind::Done, 0, ReleasePlanText::tr("The last step has passed.")};
    return goTo(plan.at + 1, why);
}

/// Orders come before all else that a plan may want.
std::optional<PlanMove> ordered(const ReleasePlan &plan)
{
    if (plan.isOrdered(PlanOrder::Skip))
        return onward(plan, ReleasePlanText::tr("skipped"));
    if (plan.isOrdered(PlanOrder::Back))
        return goTo(std::max(1, plan.at - 1), ReleasePlanText::tr("one step back"));
    if (plan.isPaused() && !plan.alarm.isEmpty())
        return PlanMove{PlanMove::Kind::Alarm, 0, plan.alarm};
    if (plan.isPaused())
        return wait(ReleasePlanText::tr("The plan is paused."));
    return std::nullopt;
}

/// Nothing where the step has been held for as long as it wants.
std::optional<PlanMove> held(const ReleasePlan &plan, const PlanStep &step, const QDateTime &now)
{
    if (!step.hold) {
        if (plan.isOrdered(PlanOrder::GoOn))
            return std::nullopt;
        return wait(ReleasePlanText::tr("The step waits until someone says go on."));
    }
    // Clocks differ: one that is behind must not stretch the hold.
    const qint64 gone = std::max<qint64>(0, plan.since.secsTo(now));
    const qint64 left = step.hold->count() - gone;
    if (left <= 0)
        return std::nullopt;
    return wait(ReleasePlanText::tr("The step holds for another %n second(s).", nullptr, int(left)));
}

/// Nothing where the limits can be judged and are kept.
std::optional<PlanMove> judged(const PlanStep &step, const PlanSituation &situation)
{
    const bool sendsNothing = step.policy.kind == TrafficPolicy::Kind::Percentage && step.policy.percentage == 0;
    if (step.limits.isEmpty() || sendsNothing)
        return std::nullopt;
    const qint64 needed = requestsBeforeJudging(step.policy, situation.workers);
    if (situation.requests < needed)
        return wait(ReleasePlanText::tr("The limits count after %1 requests; there were %2.")
                        .arg(needed)
                        .arg(situation.requests));
    if (situation.onTarget < step.limits.minimum)
        return wait(ReleasePlanText::tr("The limits count after %1 answers of the target; there were %2.")
                        .arg(step.limits.minimum)
                        .arg(situation.onTarget));
    if (!situation.unmet.isEmpty())
        return wait(ReleasePlanText::tr("A limit is not kept: %1").arg(situation.unmet));
    return std::nullopt;
}

} // namespace

Result<PlanStep> parseStep(const QString &line)
{
    // A policy may hold a bar itself: the first that is followed by a hold ends it.
    static const QRegularExpression form(u"^(.+?)\\s*\\|\\s*(wait|[0-9]+[smh]?)\\s*(?:\\|(.*))?$"_s);
    const auto found = form.match(line.trimmed());
    if (!found.hasMatch())
        return Error::invalid(
            ReleasePlanText::tr("\"%1\" is not a step of a plan.").arg(line.trimmed()),
            ReleasePlanText::tr("Write a share, a hold and limits: 10 | 5m | errors<=1% p95<=300ms."));
    const auto policy = shareFrom(found.captured(1));
    if (!policy)
        return policy.error();
    const auto limits = parseLimits(found.captured(3));
    if (!limits)
        return limits.error();
    PlanStep step{*policy, holdFrom(found.captured(2)), *limits};
    if (labelOf(step).size() > labelLimit)
        return Error::invalid(
            ReleasePlanText::tr("The step \"%1\" is too long to be kept in a label.").arg(line.trimmed()),
            ReleasePlanText::tr("Configure the release by these rules, and plan the shares only."));
    return step;
}

Result<QList<PlanStep>> parseSteps(const QString &text)
{
    QList<PlanStep> steps;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty() || line.trimmed().startsWith(u'#'))
            continue;
        const auto step = parseStep(line);
        if (!step)
            return step.error();
        steps.append(*step);
    }
    if (steps.isEmpty())
        return Error::invalid(ReleasePlanText::tr("The plan has no step."),
                              ReleasePlanText::tr("Write one a line: 10 | 5m | errors<=1%."));
    return steps;
}

QString toText(const PlanStep &step)
{
    QStringList fields{shareText(step.policy), holdText(step.hold)};
    if (!step.limits.isEmpty())
        fields.append(toText(step.limits));
    return fields.join(u" | "_s);
}

QString toText(PlanOrder order)
{
    const auto &words = orderWords();
    const auto *found =
        std::find_if(words.begin(), words.end(), [order](const auto &word) { return word.first == order; });
    return found->second;
}

ReleasePlan planFrom(const Resource &record)
{
    ReleasePlan plan;
    const QJsonObject labels = record.labels();
    for (int number = 1; labels.contains(key(QString::number(number))); ++number)
        plan.steps.append(stepFrom(labels[key(QString::number(number))].toString()));
    plan.cancelsOnAlarm = record.label(key(u"cancels"_s)) == "1"_L1;
    plan.at = std::clamp(record.label(key(u"at"_s)).toInt(), 0, int(plan.steps.size()));
    plan.since = QDateTime::fromString(record.label(key(u"since"_s)), Qt::ISODate);
    plan.obeyed = record.label(key(u"obeyed"_s));
    plan.alarm = fromLabelText(record.label(key(u"alarm"_s)));
    const QString order = record.label(key(u"order"_s));
    plan.orderId = order.section(u'.', 1);
    for (const auto &[known, word] : orderWords()) {
        if (word == order.section(u'.', 0, 0))
            plan.order = known;
    }
    return plan;
}

QJsonObject planLabels(const ReleasePlan &plan)
{
    QJsonObject labels;
    for (qsizetype position = 0; position < plan.steps.size(); ++position)
        labels.insert(key(QString::number(position + 1)), labelOf(plan.steps[position]));
    if (plan.isEmpty())
        return labels;
    labels.insert(key(u"at"_s), QString::number(plan.at));
    if (plan.cancelsOnAlarm)
        labels.insert(key(u"cancels"_s), u"1"_s);
    if (plan.since.isValid())
        labels.insert(key(u"since"_s), plan.since.toUTC().toString(Qt::ISODate));
    return labels;
}

QJsonObject planChange(const Resource &record, const ReleasePlan &plan)
{
    QJsonObject change = planLabels(plan);
    const QStringList keys = record.labels().keys();
    for (const QString &old : keys) {
        if (old.startsWith(prefix) && !change.contains(old))
            change.insert(old, QJsonValue::Null);
    }
    return change;
}

QJsonObject positionLabels(const ReleasePlan &plan, int step, const QDateTime &now)
{
    QJsonObject labels{{key(u"at"_s), QString::number(step)}, {key(u"since"_s), now.toUTC().toString(Qt::ISODate)}};
    if (!plan.orderId.isEmpty())
        labels.insert(key(u"obeyed"_s), plan.orderId);
    return labels;
}

QJsonObject orderLabels(const ReleasePlan &plan, PlanOrder order, const WriteStamp &stamp)
{
    QJsonObject labels{{key(u"order"_s), toText(order) + u'.' + stamp.write}};
    if (!plan.alarm.isEmpty() && order != PlanOrder::Pause)
        labels.insert(key(u"alarm"_s), QJsonValue::Null);
    return labels;
}

QJsonObject alarmLabels(const QString &alarm, const WriteStamp &stamp)
{
    return {{key(u"order"_s), toText(PlanOrder::Pause) + u'.' + stamp.write},
            {key(u"alarm"_s), toLabelText(alarm).left(labelLimit)}};
}

ReleasePlan withSteps(const ReleasePlan &plan, const QList<PlanStep> &steps, bool cancelsOnAlarm)
{
    ReleasePlan changed;
    changed.steps = steps;
    changed.cancelsOnAlarm = cancelsOnAlarm;
    if (steps.mid(0, plan.at) != plan.steps.mid(0, plan.at))
        return changed;
    changed.at = plan.at;
    changed.since = plan.since;
    return changed;
}

PlanOrder resumeOrder(const ReleasePlan &plan)
{
    return plan.isPaused() ? PlanOrder::Resume : PlanOrder::GoOn;
}

PlanMove nextMove(const ReleasePlan &plan, const PlanSituation &situation)
{
    if (situation.condition == ReleaseCondition::Pending)
        return {PlanMove::Kind::Finish, plan.at, ReleasePlanText::tr("the last change had not reached the API")};
    if (const auto move = ordered(plan))
        return *move;
    if (plan.at == 0)
        return goTo(1, ReleasePlanText::tr("the plan begins"));
    const PlanStep &step = plan.steps[plan.at - 1];
    if (situation.policy != step.policy)
        return goTo(plan.at, ReleasePlanText::tr("the release was configured otherwise"));
    if (!situation.broken.isEmpty())
        return {PlanMove::Kind::Alarm, 0, situation.broken};
    if (const auto move = held(plan, step, situation.now))
        return *move;
    if (const auto move = judged(step, situation))
        return *move;
    return onward(plan, step.limits.isEmpty() ? ReleasePlanText::tr("held as planned")
                                              : ReleasePlanText::tr("held, and within its limits"));
}

qint64 requestsBeforeJudging(const TrafficPolicy &policy, int workers)
{
    // How many requests hit a rule is not counted by a gateway: there the minimum on the target decides alone.
    if (policy.kind == TrafficPolicy::Kind::Rules)
        return 0;
    const auto target = std::uint64_t(policy.percentage);
    return qint64(regularity(target, 100 - target).period) * std::max(1, workers);
}

} // namespace sluice
