// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/requestexplanation.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

template <class T>
QList<T> listFrom(const QJsonValue &json, T (*itemFrom)(const QJsonObject &))
{
    QList<T> list;
    const QJsonArray items = json.toArray();
    for (const QJsonValue &item : items)
        list.append(itemFrom(item.toObject()));
    return list;
}

ConditionExplanation conditionFrom(const QJsonObject &json)
{
    ConditionExplanation condition;
    condition.text = json[u"text"_s].toString();
    if (json[u"actual"_s].isString())
        condition.actual = json[u"actual"_s].toString();
    condition.holds = json[u"holds"_s].toBool();
    condition.evaluated = json[u"evaluated"_s].toBool(true);
    condition.parts = listFrom(json[u"parts"_s], conditionFrom);
    return condition;
}

RouteReason reasonFrom(const QJsonObject &json)
{
    RouteReason reason{json[u"code"_s].toString(), json[u"text"_s].toString(), {}};
    if (json.contains(u"conditions"_s))
        reason.conditions = conditionFrom(json[u"conditions"_s].toObject());
    return reason;
}

OtherRoute otherFrom(const QJsonObject &json)
{
    return {json[u"route"_s].toString(), json[u"name"_s].toString(), reasonFrom(json[u"reason"_s].toObject())};
}

UpstreamShare shareFrom(const QJsonObject &json)
{
    return {json[u"upstream"_s].toString(), 100 * json[u"probability"_s].toDouble()};
}

OwnAnswer answerFrom(const QJsonObject &json)
{
    return {json[u"status"_s].toInt(), 100 * json[u"probability"_s].toDouble(), json[u"by"_s].toString()};
}

SplitRuleExplanation ruleFrom(const QJsonObject &json)
{
    return {json[u"rule"_s].toInt(),
            json[u"reached"_s].toBool(true),
            json[u"chosen"_s].toBool(),
            json[u"holds"_s].toBool(),
            listFrom(json[u"groups"_s], conditionFrom),
            listFrom(json[u"targets"_s], shareFrom)};
}

SplitExplanation splitFrom(const QJsonObject &json)
{
    SplitExplanation split{json[u"of"_s].toString(), listFrom(json[u"rules"_s], ruleFrom), {}};
    if (json[u"chosen"_s].isDouble())
        split.chosen = json[u"chosen"_s].toInt();
    return split;
}

} // namespace

RequestExplanation explanationFromJson(const QJsonObject &json)
{
    RequestExplanation explanation;
    explanation.route = json[u"route"_s].toString();
    explanation.routeName = json[u"name"_s].toString();
    explanation.why = listFrom(json[u"why"_s], reasonFrom);
    explanation.others = listFrom(json[u"others"_s], otherFrom);
    explanation.consumer = json[u"consumer"_s].toString();
    explanation.splits = listFrom(json[u"splits"_s], splitFrom);
    explanation.upstreams = listFrom(json[u"upstreams"_s], shareFrom);
    explanation.answers = listFrom(json[u"answers"_s], answerFrom);
    return explanation;
}

} // namespace sluice
