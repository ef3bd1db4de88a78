// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/probeplan.h"

#include "core/traffic/expression.h"
#include "core/traffic/splitcodec.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ProbePlanText
{
    Q_DECLARE_TR_FUNCTIONS(ProbePlan)
};

using Values = std::map<QString, QString>; ///< variable -> value; absent ones are missing

class ValuesSource : public VariableSource
{
public:
    explicit ValuesSource(const Values &values)
    {
        for (const auto &[name, value] : values)
            m_values[name.toStdString()] = value.toStdString();
    }
    Variable variable(std::string_view name) const override
    {
        const auto found = m_values.find(std::string(name));
        if (found == m_values.end())
            return {};
        return {Variable::Kind::Text, found->second, {}};
    }

private:
    std::map<std::string, std::string> m_values;
};

/// The expressions of the groups, as APISIX gets them.
QJsonArray expressionsOf(const QList<RuleGroup> &groups)
{
    TrafficPolicy policy;
    policy.kind = TrafficPolicy::Kind::Rules;
    policy.groups = groups;
    const QJsonArray rules = encodeSplit(policy, u"target"_s)[u"rules"_s].toArray();
    QJsonArray expressions;
    const QJsonArray matches = rules.at(0)[u"match"_s].toArray();
    for (const QJsonValue &match : matches)
        expressions.append(match[u"vars"_s]);
    return expressions;
}

bool anyHolds(const QList<RuleGroup> &groups, const Values &values)
{
    const ValuesSource source(values);
    const QJsonArray expressions = expressionsOf(groups);
    return std::any_of(expressions.begin(), expressions.end(), [&source](const QJsonValue &rule) {
        const auto expression = Expression::compile(rule.toArray());
        return expression && expression->evaluate(source);
    });
}

bool holds(const Condition &condition, const Values &values)
{
    return anyHolds({{condition}}, values);
}

/// A text that a simple pattern finds: literals, classes, groups and repetitions. Whether it really does is tried
/// after.
QString exampleOf(QString pattern)
{
    static const QRegularExpression anchors(u"^\\^|\\$$"_s);
    static const QRegularExpression classes(u"\\[\\^?([^\\]])[^\\]]*\\]"_s);
    static const QRegularExpression alternatives(u"\\|[^)]*"_s);
    static const QRegularExpression repetitions(u"\\{\\d+(,\\d*)?\\}"_s);
    pattern.remove(anchors).remove(alternatives).remove(repetitions);
    pattern.replace(u"\\d"_s, u"1"_s).replace(u"\\w"_s, u"a"_s).replace(u"\\s"_s, u" "_s);
    pattern.replace(classes, u"\\1"_s);
    pattern.remove(u"(?:"_s).remove(u"(?i)"_s);
    QString example;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const QChar letter = pattern[at];
        if (letter == u'\\' && at + 1 < pattern.size())
            example += pattern[++at];
        else if (letter == u'.')
            example += u'a';
        else if (!u"()*+?"_s.contains(letter))
            example += letter;
    }
    return example;
}

QStringList candidatesFor(const Condition &condition)
{
    const QString value = condition.values.value(0);
    QStringList candidates{u"sluice-probe"_s, u"0"_s, u"1"_s, u"a"_s};
    candidates = condition.values + candidates;
    switch (condition.op) {
    case Condition::Operator::Matches:
        candidates.prepend(exampleOf(value));
        break;
    case Condition::Operator::Greater:
    case Condition::Operator::Less:
        candidates.prepend(QString::number(value.toDouble() - 1));
        candidates.prepend(QString::number(value.toDouble() + 1));
        break;
    default:
        break;
    }
    for (const QString &text : condition.values)
        candidates.append(text + u"x"_s);
    candidates.removeAll(QString());
    return candidates;
}

/// A value for a variable that makes each of its conditions what it has to be; nothing where none is found.
struct Choice
{
    bool found = false;
    bool present = false;
    QString value;
};

Choice choose(const QString &variable, const QList<QPair<Condition, bool>> &wanted)
{
    const auto fits = [&](const Values &values) {
        return std::all_of(wanted.begin(), wanted.end(),
                           [&values](const auto &want) { return holds(want.first, values) == want.second; });
    };
    for (const auto &want : wanted) {
        const QStringList candidates = candidatesFor(want.first);
        for (const QString &candidate : candidates) {
            if (fits({{variable, candidate}}))
                return {true, true, candidate};
        }
    }
    return {fits({}), false, {}};
}

void put(ProbeFields &fields, const Condition &condition, const QString &value)
{
    switch (condition.place) {
    case Condition::Place::Header:
        fields.headers.append({condition.name, value});
        break;
    case Condition::Place::Query:
        fields.query.append({condition.name, value});
        break;
    case Condition::Place::Cookie:
        fields.cookies.append({condition.name, value});
        break;
    }
}

/// Fields with which all conditions of a group hold, but for the failing one (-1: all hold).
std::optional<ProbeFields> fieldsFor(const RuleGroup &group, qsizetype failing)
{
    QStringList done;
    ProbeFields fields;
    for (qsizetype first = 0; first < group.size(); ++first) {
        const QString variable = variableName(group[first].place, group[first].name);
        if (done.contains(variable))
            continue;
        done.append(variable);
        QList<QPair<Condition, bool>> wanted;
        for (qsizetype at = first; at < group.size(); ++at) {
            if (variableName(group[at].place, group[at].name) == variable)
                wanted.append({group[at], at != failing});
        }
        const Choice choice = choose(variable, wanted);
        if (!choice.found)
            return std::nullopt;
        if (choice.present)
            put(fields, group[first], choice.value);
    }
    return fields;
}

struct Variant
{
    ProbeName name;
    ProbeFields fields;
};

QString otherCase(const QString &text)
{
    const QString upper = text.toUpper();
    return upper == text ? text.toLower() : upper;
}

/// Values beside the ones that a condition asks for, where mistakes hide: at the boundary, in another case, with more
/// behind it, empty.
QStringList valuesBeside(const Condition &condition)
{
    const QString value = condition.values.value(0);
    switch (condition.op) {
    case Condition::Operator::Greater:
    case Condition::Operator::Less:
        return {value, QString::number(value.toDouble() - 1), QString::number(value.toDouble() + 1)};
    case Condition::Operator::Equals:
    case Condition::Operator::NotEquals:
        return {otherCase(value), value + u'x'};
    case Condition::Operator::In:
        return condition.values + QStringList{otherCase(value), condition.values.join(u',')};
    case Condition::Operator::Exists:
    case Condition::Operator::Absent:
        return {QString()};
    case Condition::Operator::Matches:
        return {otherCase(exampleOf(value)), u"x"_s + exampleOf(value)};
    }
    return {};
}

/// A group's hit with one of its fields changed.
QList<Variant> variantsOf(const Condition &condition, const ProbeFields &hit)
{
    const auto fieldsIn = [&condition](ProbeFields &fields) -> QList<QPair<QString, QString>> & {
        switch (condition.place) {
        case Condition::Place::Header:
            return fields.headers;
        case Condition::Place::Query:
            return fields.query;
        case Condition::Place::Cookie:
            return fields.cookies;
        }
        return fields.headers;
    };
    QList<Variant> variants;
    const QStringList values = valuesBeside(condition);
    for (const QString &value : values) {
        const auto kind = value.isEmpty() ? ProbeName::Kind::IsEmpty : ProbeName::Kind::Is;
        Variant variant{{kind, condition.name, value}, hit};
        QList<QPair<QString, QString>> &fields = fieldsIn(variant.fields);
        fields.removeIf([&condition](const auto &field) { return field.first == condition.name; });
        fields.append({condition.name, value});
        variants.append(variant);
    }
    if (condition.place == Condition::Place::Header && condition.op != Condition::Operator::Absent) {
        Variant variant{{ProbeName::Kind::InAnotherCase, condition.name, {}}, hit};
        for (auto &field : variant.fields.headers) {
            if (field.first == condition.name)
                field.first = otherCase(field.first);
        }
        variants.append(variant);
    }
    return variants;
}

Values valuesOf(const ProbeFields &fields)
{
    Values values;
    for (const auto &[name, value] : fields.headers)
        values[variableName(Condition::Place::Header, name)] = value;
    for (const auto &[name, value] : fields.query)
        values[variableName(Condition::Place::Query, name)] = value;
    for (const auto &[name, value] : fields.cookies)
        values[variableName(Condition::Place::Cookie, name)] = value;
    return values;
}

} // namespace

QString toWords(const ProbeName &name)
{
    switch (name.kind) {
    case ProbeName::Kind::All:
        return ProbePlanText::tr("%1 % of all requests").arg(name.subject);
    case ProbeName::Kind::Hits:
        return ProbePlanText::tr("matches %1").arg(name.subject);
    case ProbeName::Kind::FailsOnly:
        return ProbePlanText::tr("fails only %1").arg(name.subject);
    case ProbeName::Kind::CarriesNone:
        return ProbePlanText::tr("carries none of the fields");
    case ProbeName::Kind::Is:
        return ProbePlanText::tr("%1 is \"%2\"").arg(name.subject, name.value);
    case ProbeName::Kind::IsEmpty:
        return ProbePlanText::tr("%1 is empty").arg(name.subject);
    case ProbeName::Kind::InAnotherCase:
        return ProbePlanText::tr("%1 in another case").arg(name.subject);
    }
    return {};
}

bool hits(const TrafficPolicy &policy, const ProbeFields &fields)
{
    return anyHolds(policy.groups, valuesOf(fields));
}

ProbePlan planFor(const TrafficPolicy &policy)
{
    ProbePlan plan;
    const auto add = [&](const ProbeName &name, const std::optional<ProbeFields> &fields) {
        if (!fields) {
            plan.notTested.append(name);
            return;
        }
        const auto onHit = policy.share == 100 ? ProbeCase::Expected::Target
                           : policy.share == 0 ? ProbeCase::Expected::Current
                                               : ProbeCase::Expected::Share;
        plan.cases.append({name, *fields, hits(policy, *fields) ? onHit : ProbeCase::Expected::Current});
    };
    const auto addBeside = [&](const RuleGroup &group) {
        const std::optional<ProbeFields> hit = fieldsFor(group, -1);
        if (!hit)
            return;
        for (const Condition &condition : group) {
            const QList<Variant> variants = variantsOf(condition, *hit);
            for (const Variant &variant : variants) {
                const bool isKnown = std::any_of(plan.cases.cbegin(), plan.cases.cend(), [&](const ProbeCase &known) {
                    return known.fields == variant.fields;
                });
                if (!isKnown)
                    add(variant.name, variant.fields);
            }
        }
    };
    for (const RuleGroup &group : policy.groups) {
        add({ProbeName::Kind::Hits, toText(group), {}}, fieldsFor(group, -1));
        for (qsizetype failing = 0; failing < group.size(); ++failing)
            add({ProbeName::Kind::FailsOnly, toText(group[failing]), {}}, fieldsFor(group, failing));
    }
    add(ProbeName{}, ProbeFields{});
    for (const RuleGroup &group : policy.groups)
        addBeside(group);
    return plan;
}

} // namespace sluice
