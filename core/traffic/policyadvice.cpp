// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/policyadvice.h"

#include "core/model/prose.h"
#include "core/traffic/splitschedule.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct PolicyAdviceText
{
    Q_DECLARE_TR_FUNCTIONS(PolicyAdvice)
};

using Op = Condition::Operator;

/// A share comes evenly where no run of the current side is much longer than the mean distance of two canary requests.
bool comesEvenly(int percentage)
{
    const SplitRegularity known = regularity(std::uint64_t(percentage), std::uint64_t(100 - percentage));
    return double(known.longestRunWithout) <= 2 * std::ceil(100.0 / percentage);
}

int nearestEven(int percentage)
{
    for (int distance = 1; distance < 100; ++distance) {
        for (const int share : {percentage + distance, percentage - distance}) {
            if (share > 0 && share < 100 && comesEvenly(share))
                return share;
        }
    }
    return percentage;
}

QStringList adviceForShare(int percentage)
{
    if (percentage <= 0 || percentage >= 100 || comesEvenly(percentage))
        return {};
    const SplitRegularity known = regularity(std::uint64_t(percentage), std::uint64_t(100 - percentage));
    const int even = nearestEven(percentage);
    return {PolicyAdviceText::tr(
                "The target's requests come in bursts: up to %1 requests in a row of each worker all go to the "
                "current upstream. %2 % comes evenly.")
                .arg(known.longestRunWithout)
                .arg(even)};
}

/// Whether a condition lets a text pass, without the gateway: only what is certain.
bool surelyRefuses(const Condition &condition, const QString &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    switch (condition.op) {
    case Op::Equals:
        return value != condition.values.value(0);
    case Op::NotEquals:
        return value == condition.values.value(0);
    case Op::In:
        return !condition.values.contains(value);
    case Op::Matches:
        return !QRegularExpression(condition.values.value(0)).match(value).hasMatch();
    case Op::Greater:
        return !isNumber || number <= condition.values.value(0).toDouble();
    case Op::Less:
        return !isNumber || number >= condition.values.value(0).toDouble();
    case Op::Absent:
        return true;
    case Op::Exists:
        return false;
    }
    return false;
}

bool needsPresence(const Condition &condition)
{
    return condition.op != Op::Absent && condition.op != Op::NotEquals;
}

/// Two conditions on one variable that no value fulfils.
bool contradict(const Condition &a, const Condition &b)
{
    if (a.op == Op::Equals)
        return surelyRefuses(b, a.values.value(0));
    if (a.op == Op::In)
        return std::all_of(a.values.begin(), a.values.end(),
                           [&b](const QString &value) { return surelyRefuses(b, value); });
    if (a.op == Op::Absent)
        return needsPresence(b);
    if (a.op == Op::Greater && b.op == Op::Less)
        return a.values.value(0).toDouble() >= b.values.value(0).toDouble();
    return false;
}

bool onSameVariable(const Condition &a, const Condition &b)
{
    return variableName(a.place, a.name) == variableName(b.place, b.name);
}

bool neverHits(const RuleGroup &group)
{
    for (const Condition &a : group) {
        for (const Condition &b : group) {
            if (&a != &b && onSameVariable(a, b) && contradict(a, b))
                return true;
        }
    }
    return false;
}

bool hitsWithoutFields(const RuleGroup &group)
{
    return std::none_of(group.begin(), group.end(), needsPresence);
}

bool areComplements(const Condition &a, const Condition &b)
{
    if (!onSameVariable(a, b))
        return false;
    return (a.op == Op::Exists && (b.op == Op::Absent || b.op == Op::NotEquals)) ||
           (a.op == Op::Equals && b.op == Op::NotEquals && a.values == b.values);
}

bool alwaysHits(const QList<RuleGroup> &groups)
{
    for (const RuleGroup &a : groups) {
        for (const RuleGroup &b : groups) {
            if (a.size() == 1 && b.size() == 1 && areComplements(a.first(), b.first()))
                return true;
        }
    }
    return false;
}

/// Every request that hits `narrow` hits `wide` as well.
bool covers(const RuleGroup &wide, const RuleGroup &narrow)
{
    return std::all_of(wide.begin(), wide.end(),
                       [&narrow](const Condition &condition) { return narrow.contains(condition); });
}

QStringList adviceForRules(const TrafficPolicy &policy)
{
    QStringList advice;
    if (alwaysHits(policy.groups))
        advice.append(PolicyAdviceText::tr("Together the rules match every request."));
    for (qsizetype at = 0; at < policy.groups.size(); ++at) {
        const RuleGroup &group = policy.groups[at];
        const QString text = toText(group);
        if (neverHits(group))
            advice.append(
                PolicyAdviceText::tr("No request can match \"%1\": its conditions exclude each other.").arg(text));
        else if (hitsWithoutFields(group))
            advice.append(
                PolicyAdviceText::tr("\"%1\" also matches requests that carry none of these fields.").arg(text));
        for (qsizetype other = 0; other < policy.groups.size(); ++other) {
            const bool same = policy.groups[other] == group;
            if (other != at && covers(policy.groups[other], group) && (!same || other < at))
                advice.append(PolicyAdviceText::tr("\"%1\" changes nothing: \"%2\" matches all its requests.")
                                  .arg(text, toText(policy.groups[other])));
        }
        for (const Condition &condition : group) {
            if (condition.place == Condition::Place::Header && condition.name.contains(u'_'))
                advice.append(PolicyAdviceText::tr(
                                  "To APISIX the header \"%1\" is the same with dashes; proxies in front of it may "
                                  "drop names with underscores.")
                                  .arg(condition.name));
        }
    }
    return advice;
}

} // namespace

QString effectOf(const TrafficPolicy &policy, const QString &current, const QString &target)
{
    if (policy.kind == TrafficPolicy::Kind::Rules) {
        if (policy.groups.isEmpty())
            return PolicyAdviceText::tr("There is no rule yet: nothing can be submitted.");
        if (policy.share == 0)
            return filledIn(PolicyAdviceText::tr("All requests go to %1: the rules send nothing to %2."),
                            {current, target});
        if (policy.share < 100)
            return filledIn(
                PolicyAdviceText::tr("%1 % of the requests that match a rule go to %2; all others go to %3."),
                {QString::number(policy.share), target, current});
        return filledIn(PolicyAdviceText::tr("Requests that match a rule go to %1; all others go to %2."),
                        {target, current});
    }
    if (policy.percentage == 0)
        return filledIn(PolicyAdviceText::tr("No traffic to the target: all requests go to %1."), {current});
    if (policy.percentage == 100)
        return filledIn(PolicyAdviceText::tr("All traffic goes to %1, not yet released."), {target});
    return filledIn(
        PolicyAdviceText::tr("About %1 of 100 requests go to %2, the rest to %3. Each request is picked anew, so the "
                             "same user may see both."),
        {QString::number(policy.percentage), target, current});
}

QStringList adviceFor(const TrafficPolicy &policy)
{
    if (policy.kind == TrafficPolicy::Kind::Percentage)
        return adviceForShare(policy.percentage);
    return adviceForRules(policy) + adviceForShare(policy.share);
}

} // namespace sluice
