// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/trafficpolicy.h"

#include "core/model/ruletext.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct TrafficPolicyText
{
    Q_DECLARE_TR_FUNCTIONS(TrafficPolicy)
};

struct PlaceWord
{
    Condition::Place place;
    QLatin1StringView word;
};
constexpr PlaceWord places[] = {
    {Condition::Place::Header, "header"_L1},
    {Condition::Place::Query, "query"_L1},
    {Condition::Place::Cookie, "cookie"_L1},
};

class RuleReader
{
public:
    explicit RuleReader(const QString &text)
        : m_text(text)
    {
    }

    Result<RuleGroup> read()
    {
        RuleGroup group;
        for (;;) {
            auto condition = readCondition();
            if (!condition)
                return condition.error();
            group.append(*condition);
            m_text.skipBlanks();
            if (m_text.atEnd())
                return group;
            if (!m_text.take("&"_L1))
                return Error::invalid(TrafficPolicyText::tr("After \"%1\" an \"&\" is expected.").arg(m_text.taken()));
        }
    }

private:
    Result<Condition> readCondition()
    {
        Condition condition;
        m_text.skipBlanks();
        const auto place = std::find_if(std::begin(places), std::end(places), [this](const PlaceWord &candidate) {
            const RuleText before = m_text;
            if (m_text.take(candidate.word) && m_text.take(":"_L1))
                return true;
            m_text = before;
            return false;
        });
        if (place == std::end(places))
            return Error::invalid(
                TrafficPolicyText::tr("A condition begins with header:, query: or cookie:, not with \"%1\".")
                    .arg(m_text.rest().left(20)),
                TrafficPolicyText::tr("For example: header:x-canary==1"));
        condition.place = place->place;
        condition.name = m_text.takeName();
        if (condition.name.isEmpty())
            return Error::invalid(TrafficPolicyText::tr("A condition has no name."),
                                  TrafficPolicyText::tr("For example: header:x-canary==1"));
        m_text.skipBlanks();
        return readOperator(std::move(condition));
    }

    Result<Condition> readOperator(Condition condition)
    {
        if (m_text.takeWord("exists"_L1)) {
            condition.op = Condition::Operator::Exists;
            return condition;
        }
        if (m_text.takeWord("absent"_L1)) {
            condition.op = Condition::Operator::Absent;
            return condition;
        }
        if (m_text.take("in "_L1)) {
            condition.op = Condition::Operator::In;
            auto values = m_text.takeValues();
            if (!values)
                return values.error();
            condition.values = *values;
            return condition;
        }
        if (m_text.take("=="_L1))
            condition.op = Condition::Operator::Equals;
        else if (m_text.take("!="_L1))
            condition.op = Condition::Operator::NotEquals;
        else if (m_text.take("~"_L1))
            condition.op = Condition::Operator::Matches;
        else if (m_text.take(">"_L1))
            condition.op = Condition::Operator::Greater;
        else if (m_text.take("<"_L1))
            condition.op = Condition::Operator::Less;
        else
            return Error::invalid(TrafficPolicyText::tr("\"%1\" is followed by no operator.").arg(condition.name),
                                  TrafficPolicyText::tr("Operators are ==, !=, ~, >, <, in, exists and absent."));
        auto value = m_text.takeValue();
        if (!value)
            return value.error();
        condition.values = {*value};
        return condition;
    }

    RuleText m_text;
};

QString operatorText(Condition::Operator op)
{
    switch (op) {
    case Condition::Operator::Equals:
        return u"=="_s;
    case Condition::Operator::NotEquals:
        return u"!="_s;
    case Condition::Operator::Matches:
        return u"~"_s;
    case Condition::Operator::In:
        return u" in "_s;
    case Condition::Operator::Greater:
        return u">"_s;
    case Condition::Operator::Less:
        return u"<"_s;
    case Condition::Operator::Exists:
        return u" exists"_s;
    case Condition::Operator::Absent:
        return u" absent"_s;
    }
    return {};
}

void findProblems(const Condition &condition, QList<Error> &found)
{
    static const QRegularExpression headerName(u"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"_s);
    if (condition.name.isEmpty())
        found.append(Error::invalid(TrafficPolicyText::tr("A condition has no name.")));
    else if (condition.place == Condition::Place::Header && !headerName.match(condition.name).hasMatch())
        found.append(
            Error::invalid(TrafficPolicyText::tr("\"%1\" can't be the name of a header.").arg(condition.name)));
    switch (condition.op) {
    case Condition::Operator::Exists:
    case Condition::Operator::Absent:
        return;
    case Condition::Operator::Matches: {
        const QRegularExpression pattern(condition.values.value(0));
        if (!pattern.isValid())
            found.append(Error::invalid(TrafficPolicyText::tr("\"%1\" is not a regular expression: %2.")
                                            .arg(condition.values.value(0), pattern.errorString()),
                                        TrafficPolicyText::tr("APISIX would take it, and it would never match.")));
        else if (condition.values.value(0).isEmpty())
            found.append(
                Error::invalid(TrafficPolicyText::tr("The pattern for \"%1\" is empty: it would match every value.")
                                   .arg(condition.name)));
        return;
    }
    case Condition::Operator::Greater:
    case Condition::Operator::Less: {
        bool ok = false;
        condition.values.value(0).toDouble(&ok);
        if (!ok)
            found.append(Error::invalid(TrafficPolicyText::tr("\"%1\" is compared with \"%2\", which is not a number.")
                                            .arg(condition.name, condition.values.value(0))));
        return;
    }
    case Condition::Operator::In:
        if (condition.values.isEmpty())
            found.append(
                Error::invalid(TrafficPolicyText::tr("The list of values for \"%1\" is empty: it would never match.")
                                   .arg(condition.name)));
        return;
    case Condition::Operator::Equals:
    case Condition::Operator::NotEquals:
        return;
    }
}

} // namespace

QString variableName(Condition::Place place, const QString &name)
{
    switch (place) {
    case Condition::Place::Header:
        return u"http_"_s + name.toLower().replace(u'-', u'_');
    case Condition::Place::Query:
        return u"arg_"_s + name;
    case Condition::Place::Cookie:
        return u"cookie_"_s + name;
    }
    return {};
}

Result<RuleGroup> parseRule(const QString &text)
{
    if (text.trimmed().isEmpty())
        return Error::invalid(TrafficPolicyText::tr("A rule is empty: it would match every request."));
    return RuleReader(text).read();
}

QString toText(const Condition &condition)
{
    const auto place = std::find_if(std::begin(places), std::end(places),
                                    [&](const PlaceWord &word) { return word.place == condition.place; });
    QStringList values;
    for (const QString &value : condition.values)
        values.append(quotedValue(value));
    return place->word + u':' + condition.name + operatorText(condition.op) + values.join(u',');
}

QString toText(const RuleGroup &group)
{
    QStringList conditions;
    for (const Condition &condition : group)
        conditions.append(toText(condition));
    return conditions.join(u" & "_s);
}

QString toText(const TrafficPolicy &policy)
{
    if (policy.kind == TrafficPolicy::Kind::Percentage)
        return u"percentage "_s + QString::number(policy.percentage);
    QStringList groups;
    for (const RuleGroup &group : policy.groups)
        groups.append(toText(group));
    const QString share = policy.share == 100 ? QString() : u"share "_s + QString::number(policy.share) + u' ';
    return share + u"rules "_s + groups.join(u" | "_s);
}

Result<TrafficPolicy> parsePolicy(const QString &text)
{
    static const QRegularExpression form(u"^(?:percentage (\\d{1,3})|(?:share (\\d{1,3}) )?rules (.+))$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return Error::invalid(TrafficPolicyText::tr("\"%1\" is not a traffic policy.").arg(text));
    TrafficPolicy policy;
    if (match.hasCaptured(1)) {
        policy.percentage = match.capturedView(1).toInt();
        return policy;
    }
    policy.kind = TrafficPolicy::Kind::Rules;
    if (match.hasCaptured(2) && !match.capturedView(2).isEmpty())
        policy.share = match.capturedView(2).toInt();
    const QStringList groups = match.captured(3).split(u" | "_s);
    for (const QString &group : groups) {
        auto parsed = parseRule(group);
        if (!parsed)
            return parsed.error();
        policy.groups.append(*parsed);
    }
    return policy;
}

QList<Error> problems(const TrafficPolicy &policy)
{
    QList<Error> found;
    const int share = policy.kind == TrafficPolicy::Kind::Percentage ? policy.percentage : policy.share;
    if (share < 0 || share > 100)
        found.append(Error::invalid(
            TrafficPolicyText::tr("%1 % is not a share: it must be a whole number from 0 to 100.").arg(share)));
    if (policy.kind == TrafficPolicy::Kind::Percentage)
        return found;
    if (policy.groups.isEmpty())
        found.append(Error::invalid(
            TrafficPolicyText::tr("There is no rule yet."),
            TrafficPolicyText::tr("Add at least one condition: an empty list must never mean every request.")));
    for (const RuleGroup &group : policy.groups) {
        if (group.isEmpty())
            found.append(
                Error::invalid(TrafficPolicyText::tr("A group has no condition: it would match every request.")));
        for (const Condition &condition : group)
            findProblems(condition, found);
    }
    return found;
}

} // namespace sluice
