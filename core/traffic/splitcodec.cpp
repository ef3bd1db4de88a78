// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/splitcodec.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <numeric>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct SplitCodecText
{
    Q_DECLARE_TR_FUNCTIONS(SplitCodec)
};

QJsonObject entry(int weight, const QString &upstream = {})
{
    QJsonObject result{{u"weight"_s, weight}};
    if (!upstream.isEmpty())
        result.insert(u"upstream_id"_s, upstream);
    return result;
}

QJsonArray weighted(int percentage, const QString &target)
{
    QJsonArray entries;
    if (percentage > 0)
        entries.append(entry(percentage, target));
    if (percentage < 100)
        entries.append(entry(100 - percentage));
    return entries;
}

QJsonValue number(const QString &text)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok ? QJsonValue(value) : QJsonValue(text);
}

QJsonArray expression(const Condition &condition)
{
    const QString variable = variableName(condition.place, condition.name);
    const QString value = condition.values.value(0);
    switch (condition.op) {
    case Condition::Operator::Equals:
        return {variable, u"=="_s, value};
    case Condition::Operator::NotEquals:
        return {variable, u"~="_s, value};
    case Condition::Operator::Matches:
        return {variable, u"~~"_s, value};
    case Condition::Operator::In:
        return {variable, u"in"_s, QJsonArray::fromStringList(condition.values)};
    case Condition::Operator::Greater:
        return {variable, u">"_s, number(value)};
    case Condition::Operator::Less:
        return {variable, u"<"_s, number(value)};
    case Condition::Operator::Exists:
        return {variable, u"~="_s, QJsonValue::Null};
    case Condition::Operator::Absent:
        return {variable, u"=="_s, QJsonValue::Null};
    }
    return {};
}

QString idText(const QJsonValue &id)
{
    return id.isDouble() ? QString::number(id.toInteger()) : id.toString();
}

struct Shares
{
    QString target;
    int percentage = 0;
};

Result<Shares, QString> decodeEntries(const QJsonArray &entries)
{
    if (entries.isEmpty() || entries.size() > 2)
        return SplitCodecText::tr("it shares the traffic between other than two upstreams");
    Shares shares;
    qint64 target = -1;
    qint64 plain = -1;
    for (const QJsonValue &value : entries) {
        const QJsonObject item = value.toObject();
        const qint64 weight = item.contains("weight"_L1) ? item.value("weight"_L1).toInteger(-1) : 1;
        if (item.contains("upstream_id"_L1) && target < 0) {
            shares.target = idText(item.value("upstream_id"_L1));
            target = weight;
        } else if (!item.contains("upstream_id"_L1) && !item.contains("upstream"_L1) && plain < 0) {
            plain = weight;
        } else {
            return SplitCodecText::tr("it names an upstream that is written inside it, or the same side twice");
        }
    }
    if (target < 0) // A lone plain entry gets everything, whatever its weight.
        return shares;
    if (plain < 0) {
        shares.percentage = 100;
        return shares;
    }
    const qint64 sum = target + plain;
    if (sum == 0) // APISIX splits 0 : 0 evenly.
        shares.percentage = 50;
    else if ((target * 100) % sum == 0)
        shares.percentage = static_cast<int>(target * 100 / sum);
    else
        return SplitCodecText::tr("its share is not a whole percentage");
    return shares;
}

Result<Condition, QString> decodeCondition(const QJsonArray &expr)
{
    Condition condition;
    const QString variable = expr.at(0).toString();
    if (variable.startsWith("http_"_L1)) {
        condition.place = Condition::Place::Header;
        condition.name = variable.sliced(5).replace(u'_', u'-');
    } else if (variable.startsWith("arg_"_L1)) {
        condition.place = Condition::Place::Query;
        condition.name = variable.sliced(4);
    } else if (variable.startsWith("cookie_"_L1)) {
        condition.place = Condition::Place::Cookie;
        condition.name = variable.sliced(7);
    }
    if (condition.name.isEmpty() || expr.size() != 3)
        return SplitCodecText::tr("it has a condition on something else than a header, a query parameter or a cookie");
    const QString op = expr.at(1).toString().toLower();
    const QJsonValue value = expr.at(2);
    const auto simple = [&](Condition::Operator meaning) {
        condition.op = meaning;
        condition.values = {value.isDouble() ? QString::number(value.toDouble(), 'g', 14) : value.toString()};
        return condition;
    };
    if (op == "=="_L1 && value.isNull()) {
        condition.op = Condition::Operator::Absent;
        return condition;
    }
    if (op == "~="_L1 && value.isNull()) {
        condition.op = Condition::Operator::Exists;
        return condition;
    }
    if (op == "=="_L1 && value.isString())
        return simple(Condition::Operator::Equals);
    if (op == "~="_L1 && value.isString())
        return simple(Condition::Operator::NotEquals);
    if (op == "~~"_L1 && value.isString())
        return simple(Condition::Operator::Matches);
    if (op == ">"_L1 && value.isDouble())
        return simple(Condition::Operator::Greater);
    if (op == "<"_L1 && value.isDouble())
        return simple(Condition::Operator::Less);
    if (op == "in"_L1 && value.isArray()) {
        condition.op = Condition::Operator::In;
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items) {
            if (!item.isString())
                return SplitCodecText::tr("it compares with numbers in a list, which never matches");
            condition.values.append(item.toString());
        }
        if (!items.isEmpty())
            return condition;
    }
    return SplitCodecText::tr("it has a condition with an operator that the form doesn't know");
}

Result<RuleGroup, QString> decodeGroup(const QJsonArray &vars)
{
    RuleGroup group;
    for (const QJsonValue &expr : vars) {
        auto condition = decodeCondition(expr.toArray());
        if (!condition)
            return condition.error();
        group.append(*condition);
    }
    if (group.isEmpty())
        return SplitCodecText::tr("it has a rule without conditions, which matches every request");
    return group;
}

// Weights in lowest terms, absent defaults written out: what remains different is different to APISIX.
QJsonArray canonicalRules(const QJsonObject &split)
{
    QJsonArray rules = split.value("rules"_L1).toArray();
    for (qsizetype i = 0; i < rules.size(); ++i) {
        QJsonObject rule = rules.at(i).toObject();
        QJsonArray entries = rule.value("weighted_upstreams"_L1).toArray();
        for (qsizetype k = 0; k < entries.size(); ++k) {
            QJsonObject item = entries.at(k).toObject();
            if (!item.contains("weight"_L1))
                item.insert("weight"_L1, 1);
            if (item.contains("upstream_id"_L1))
                item.insert("upstream_id"_L1, idText(item.value("upstream_id"_L1)));
            entries.replace(k, item);
        }
        rule.insert("weighted_upstreams"_L1, entries);
        rules.replace(i, rule);
    }
    return rules;
}

} // namespace

QJsonObject encodeSplit(const TrafficPolicy &policy, const QString &target)
{
    QJsonObject rule;
    if (policy.kind == TrafficPolicy::Kind::Percentage) {
        rule.insert("weighted_upstreams"_L1, weighted(policy.percentage, target));
    } else {
        QJsonArray match;
        for (const RuleGroup &group : policy.groups) {
            QJsonArray vars;
            for (const Condition &condition : group)
                vars.append(expression(condition));
            match.append(QJsonObject{{u"vars"_s, vars}});
        }
        rule.insert("match"_L1, match);
        rule.insert("weighted_upstreams"_L1, weighted(policy.share, target));
    }
    return {{u"rules"_s, QJsonArray{rule}}};
}

Result<DecodedSplit, QString> decodeSplit(const QJsonObject &split)
{
    for (const QString &key : split.keys()) {
        if (key != "rules"_L1 && key != "sluice"_L1)
            return SplitCodecText::tr("it carries settings beside its rules");
    }
    const QJsonArray rules = split.value("rules"_L1).toArray();
    if (rules.size() != 1)
        return SplitCodecText::tr("it has other than one rule");
    const QJsonObject rule = rules.first().toObject();
    const auto shares = decodeEntries(rule.value("weighted_upstreams"_L1).toArray());
    if (!shares)
        return shares.error();

    DecodedSplit result;
    result.target = shares->target;
    const QJsonArray match = rule.value("match"_L1).toArray();
    if (!rule.contains("match"_L1)) {
        result.policy.percentage = shares->percentage;
        return result;
    }
    if (match.isEmpty())
        return SplitCodecText::tr("it has an empty match, which matches every request");
    result.policy.kind = TrafficPolicy::Kind::Rules;
    result.policy.share = shares->percentage;
    for (const QJsonValue &alternative : match) {
        auto group = decodeGroup(alternative.toObject().value("vars"_L1).toArray());
        if (!group)
            return group.error();
        result.policy.groups.append(*group);
    }
    return result;
}

bool sameSplit(const QJsonObject &a, const QJsonObject &b)
{
    return canonicalRules(a) == canonicalRules(b) && a.value("_meta"_L1).toObject() == b.value("_meta"_L1).toObject();
}

} // namespace sluice
