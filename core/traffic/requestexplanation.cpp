// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/requestexplanation.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

Expression::Explanation conditionFrom(const QJsonObject &json)
{
    Expression::Explanation condition;
    condition.text = json[u"text"_s].toString();
    condition.actual = json[u"actual"_s].toString();
    condition.holds = json[u"holds"_s].toBool();
    condition.evaluated = json[u"evaluated"_s].toBool(true);
    const QJsonArray parts = json[u"parts"_s].toArray();
    for (const QJsonValue &part : parts)
        condition.parts.push_back(conditionFrom(part.toObject()));
    return condition;
}

RuleExplanation ruleFrom(const QJsonObject &json)
{
    RuleExplanation rule;
    rule.index = json[u"rule"_s].toInt();
    rule.hit = json[u"hit"_s].toBool();
    rule.evaluated = json[u"evaluated"_s].toBool(true);
    const QJsonArray groups = json[u"groups"_s].toArray();
    for (const QJsonValue &group : groups)
        rule.groups.push_back(conditionFrom(group.toObject()));
    return rule;
}

} // namespace

RequestExplanation explanationFromJson(const QJsonObject &json)
{
    RequestExplanation explanation;
    explanation.route = json[u"route"_s].toString();
    explanation.why = json[u"why"_s].toString();
    explanation.current = json[u"current"_s].toString();
    const QJsonArray rules = json[u"rules"_s].toArray();
    for (const QJsonValue &rule : rules)
        explanation.rules.append(ruleFrom(rule.toObject()));
    if (json.contains(u"rule"_s))
        explanation.rule = json[u"rule"_s].toInt();
    const QJsonArray upstreams = json[u"upstreams"_s].toArray();
    for (const QJsonValue &upstream : upstreams)
        explanation.upstreams.append(
            {upstream[u"upstream"_s].toString(), 100 * upstream[u"probability"_s].toDouble()});
    return explanation;
}

} // namespace sluice
