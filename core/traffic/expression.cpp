// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/expression.h"

#include "core/traffic/luanumber.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <charconv>
#include <cmath>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

enum class Operator { Equal, NotEqual, Greater, GreaterEqual, Less, LessEqual, Match, MatchCaseless, In, Has, IpMatch };

std::optional<Operator> operatorNamed(const QString &name)
{
    static const QHash<QString, Operator> operators{
        {u"=="_s, Operator::Equal},        {u"~="_s, Operator::NotEqual},      {u">"_s, Operator::Greater},
        {u">="_s, Operator::GreaterEqual}, {u"<"_s, Operator::Less},           {u"<="_s, Operator::LessEqual},
        {u"~~"_s, Operator::Match},        {u"~*"_s, Operator::MatchCaseless}, {u"in"_s, Operator::In},
        {u"has"_s, Operator::Has},         {u"ipmatch"_s, Operator::IpMatch},
    };
    const auto found = operators.constFind(name);
    return found == operators.cend() ? std::nullopt : std::optional(*found);
}

struct Network
{
    std::array<std::uint8_t, 16> bytes{};
    int bits = 0; ///< of the prefix
    bool six = false;

    static std::optional<Network> parse(std::string_view text);
    bool contains(const Network &address) const
    {
        if (six != address.six)
            return false;
        for (int bit = 0; bit < bits; ++bit) {
            const auto index = static_cast<std::size_t>(bit / 8);
            const int mask = 0x80 >> (bit % 8);
            if (((bytes[index] ^ address.bytes[index]) & mask) != 0)
                return false;
        }
        return true;
    }
};

std::optional<Network> parseFour(std::string_view text)
{
    Network network;
    network.bits = 32;
    for (std::size_t part = 0; part < 4; ++part) {
        unsigned value = 0;
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
        const auto used = static_cast<std::size_t>(end - text.data());
        if (fault != std::errc{} || value > 255 || used > 3)
            return std::nullopt;
        network.bytes[part] = static_cast<std::uint8_t>(value);
        text.remove_prefix(used);
        if (part < 3) {
            if (text.empty() || text.front() != '.')
                return std::nullopt;
            text.remove_prefix(1);
        }
    }
    return text.empty() ? std::optional(network) : std::nullopt;
}

std::optional<std::vector<std::uint16_t>> parseGroups(std::string_view text)
{
    std::vector<std::uint16_t> groups;
    while (!text.empty()) {
        const auto colon = text.find(':');
        const auto piece = text.substr(0, colon);
        if (colon == std::string_view::npos && piece.find('.') != std::string_view::npos) {
            const auto four = parseFour(piece);
            if (!four)
                return std::nullopt;
            groups.push_back(static_cast<std::uint16_t>(four->bytes[0] << 8 | four->bytes[1]));
            groups.push_back(static_cast<std::uint16_t>(four->bytes[2] << 8 | four->bytes[3]));
            return groups;
        }
        std::uint16_t value = 0;
        const auto [end, fault] = std::from_chars(piece.data(), piece.data() + piece.size(), value, 16);
        if (fault != std::errc{} || end != piece.data() + piece.size())
            return std::nullopt;
        groups.push_back(value);
        if (colon == std::string_view::npos)
            return groups;
        text.remove_prefix(colon + 1);
        if (text.empty())
            return std::nullopt;
    }
    return groups;
}

std::optional<Network> parseSix(std::string_view text)
{
    std::vector<std::uint16_t> groups;
    if (const auto gap = text.find("::"); gap != std::string_view::npos) {
        auto head = parseGroups(text.substr(0, gap));
        const auto tail = parseGroups(text.substr(gap + 2));
        if (!head || !tail || head->size() + tail->size() > 7)
            return std::nullopt;
        groups = std::move(*head);
        groups.resize(8 - tail->size(), 0);
        groups.insert(groups.end(), tail->begin(), tail->end());
    } else {
        auto all = parseGroups(text);
        if (!all || all->size() != 8)
            return std::nullopt;
        groups = std::move(*all);
    }
    Network network;
    network.six = true;
    network.bits = 128;
    for (std::size_t i = 0; i < 8; ++i) {
        network.bytes[2 * i] = static_cast<std::uint8_t>(groups[i] >> 8);
        network.bytes[2 * i + 1] = static_cast<std::uint8_t>(groups[i] & 0xff);
    }
    return network;
}

std::optional<Network> Network::parse(std::string_view text)
{
    const auto slash = text.find('/');
    const auto address = text.substr(0, slash);
    auto network = address.find(':') == std::string_view::npos ? parseFour(address) : parseSix(address);
    if (!network || slash == std::string_view::npos)
        return network;
    const auto prefix = text.substr(slash + 1);
    int bits = -1;
    const auto [end, fault] = std::from_chars(prefix.data(), prefix.data() + prefix.size(), bits);
    if (fault != std::errc{} || end != prefix.data() + prefix.size() || bits < 0 || bits > network->bits)
        return std::nullopt;
    network->bits = bits;
    return network;
}

QString shown(const QJsonValue &value)
{
    if (value.isString())
        return u'"' + value.toString() + u'"';
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.sliced(1, wrapped.size() - 2));
}

std::optional<QString> shown(const Variable &value)
{
    switch (value.kind) {
    case Variable::Kind::Absent:
        return std::nullopt;
    case Variable::Kind::Flag:
        return u"true"_s;
    case Variable::Kind::List: {
        QStringList items;
        for (const std::string &item : value.list)
            items.append(QString::fromStdString(item));
        return items.join(u", "_s);
    }
    case Variable::Kind::Text:
        break;
    }
    return QString::fromUtf8(value.text.data(), static_cast<qsizetype>(value.text.size()));
}

} // namespace

struct Expression::Node
{
    enum class Kind { And, Or, Leaf };

    Kind kind = Kind::And;
    bool negated = false;
    std::vector<std::shared_ptr<const Node>> parts;

    std::string name;
    Operator op = Operator::Equal;
    QJsonValue operand;
    std::string text;              ///< operand, where it is a string
    std::optional<double> number;  ///< operand as a number, where it has one
    std::vector<std::string> list; ///< the strings of a list operand
    QRegularExpression pattern;
    std::vector<Network> networks;

    bool holds(const VariableSource &request) const
    {
        const bool plain = kind == Kind::Leaf ? compare(request.variable(name)) : group(request);
        return plain != negated;
    }
    bool compare(const Variable &value) const;
    QString words() const;
    Explanation explain(const VariableSource &request) const;

private:
    bool group(const VariableSource &request) const
    {
        for (const auto &part : parts) {
            if (part->holds(request) != (kind == Kind::And))
                return kind == Kind::Or;
        }
        return kind == Kind::And;
    }
    bool equal(const Variable &value) const;
    bool ordered(const Variable &value) const;
};

bool Expression::Node::equal(const Variable &value) const
{
    if (operand.isDouble()) {
        const auto actual = value.kind == Variable::Kind::Text ? luaNumber(value.text) : std::nullopt;
        return actual && *actual == *number;
    }
    if (operand.isString())
        return value.kind == Variable::Kind::Text && value.text == text;
    if (operand.isBool())
        return value.kind == Variable::Kind::Flag && operand.toBool();
    return operand.isNull() && value.kind == Variable::Kind::Absent;
}

bool Expression::Node::ordered(const Variable &value) const
{
    const auto actual = value.kind == Variable::Kind::Text ? luaNumber(value.text) : std::nullopt;
    if (!actual || !number)
        return false;
    switch (op) {
    case Operator::Greater:
        return *actual > *number;
    case Operator::GreaterEqual:
        return *actual >= *number;
    case Operator::Less:
        return *actual < *number;
    default:
        return *actual <= *number;
    }
}

bool Expression::Node::compare(const Variable &value) const
{
    const bool isText = value.kind == Variable::Kind::Text;
    switch (op) {
    case Operator::Equal:
        return equal(value);
    case Operator::NotEqual:
        return !equal(value);
    case Operator::Greater:
    case Operator::GreaterEqual:
    case Operator::Less:
    case Operator::LessEqual:
        return ordered(value);
    case Operator::Match:
    case Operator::MatchCaseless:
        return isText && pattern.isValid() &&
               pattern.match(QString::fromUtf8(value.text.data(), static_cast<qsizetype>(value.text.size())))
                   .hasMatch();
    case Operator::In:
        return isText && std::find(list.begin(), list.end(), value.text) != list.end();
    case Operator::Has:
        return operand.isString() && std::find(value.list.begin(), value.list.end(), text) != value.list.end();
    case Operator::IpMatch: {
        const auto address = isText ? Network::parse(value.text) : std::nullopt;
        return address && std::any_of(networks.begin(), networks.end(),
                                      [&](const Network &network) { return network.contains(*address); });
    }
    }
    return false;
}

QString Expression::Node::words() const
{
    static constexpr const char *names[] = {"==", "~=", ">", ">=", "<", "<=", "~~", "~*", "in", "has", "ipmatch"};
    if (kind == Kind::Leaf)
        return QString::fromStdString(name) + (negated ? u" ! "_s : u" "_s) +
               QLatin1StringView(names[static_cast<std::size_t>(op)]) + u' ' + shown(operand);
    return (negated ? u"not "_s : QString()) + (kind == Kind::And ? u"all of"_s : u"any of"_s);
}

Expression::Explanation Expression::Node::explain(const VariableSource &request) const
{
    Explanation result;
    result.text = words();
    if (kind == Kind::Leaf) {
        const Variable value = request.variable(name);
        result.actual = shown(value);
        result.holds = compare(value) != negated;
        return result;
    }
    result.isGroup = true;
    bool decided = false;
    for (const auto &part : parts) {
        Explanation inner = part->explain(request);
        inner.evaluated = !decided;
        decided = decided || inner.holds != (kind == Kind::And);
        result.parts.push_back(std::move(inner));
    }
    result.holds = holds(request);
    return result;
}

namespace {

using NodePtr = std::shared_ptr<const Expression::Node>;
using Compiled = Result<NodePtr, QString>;

Compiled compileRule(const QJsonArray &rule, bool top);

std::optional<QString> prepareOperand(Expression::Node &node)
{
    node.text = node.operand.toString().toStdString();
    if (node.operand.isDouble())
        node.number = node.operand.toDouble();
    else if (node.operand.isString())
        node.number = luaNumber(node.text);
    const QJsonArray items = node.operand.toArray();
    for (const QJsonValue &item : items) {
        if (item.isString())
            node.list.push_back(item.toString().toStdString());
    }
    if (node.op == Operator::Match || node.op == Operator::MatchCaseless) {
        node.pattern.setPattern(node.operand.toString());
        if (node.op == Operator::MatchCaseless)
            node.pattern.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
        if (!node.operand.isString())
            node.pattern.setPattern(u"("_s); // never matches: only a string is a pattern
        node.pattern.optimize();
    }
    if (node.op == Operator::IpMatch) {
        const std::vector<std::string> addresses = node.operand.isString() ? std::vector{node.text} : node.list;
        for (const std::string &address : addresses) {
            const auto network = Network::parse(address);
            if (!network)
                return u"invalid ip address"_s;
            node.networks.push_back(*network);
        }
        if (node.networks.empty())
            return u"invalid ip address"_s;
    }
    return std::nullopt;
}

Compiled compileLeaf(const QJsonArray &expr)
{
    if (expr.size() < 2)
        return u"invalid expression"_s;
    auto node = std::make_shared<Expression::Node>();
    node->kind = Expression::Node::Kind::Leaf;
    const QJsonValue variable = expr.at(0);
    node->name = variable.isString() ? variable.toString().toStdString() : shown(variable).toStdString();
    QString operatorName = u"=="_s;
    if (expr.size() == 2) {
        node->operand = expr.at(1);
    } else if (expr.size() == 3 || expr.at(1).toString() != u"!"_s) {
        if (expr.size() > 3 && expr.size() == 4)
            return u"bad 'not' expression"_s;
        operatorName = expr.at(1).toString();
        node->operand = expr.at(2);
    } else {
        node->negated = true;
        operatorName = expr.at(2).toString();
        node->operand = expr.at(3);
    }
    operatorName = operatorName.toLower();
    const auto op = operatorNamed(operatorName);
    if (!op)
        return QString(u"invalid operator '"_s + operatorName + u'\'');
    node->op = *op;
    if (const auto fault = prepareOperand(*node))
        return *fault;
    return NodePtr(std::move(node));
}

Compiled compileOperand(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    if (!value.isArray())
        return u"rule should be wrapped inside brackets"_s;
    if (array.isEmpty())
        return u"rule too short"_s;
    const QJsonValue first = array.first();
    static const QStringList logic{u"and"_s, u"or"_s, u"!and"_s, u"!or"_s};
    if (first.isArray() || logic.contains(first.toString().toLower()))
        return compileRule(array, false);
    return compileLeaf(array);
}

Compiled compileRule(const QJsonArray &rule, bool top)
{
    auto node = std::make_shared<Expression::Node>();
    qsizetype begin = 0;
    if (!rule.isEmpty() && rule.first().isString()) {
        const QString logic = rule.first().toString().toLower();
        if (logic != u"and"_s && logic != u"or"_s && logic != u"!and"_s && logic != u"!or"_s)
            return u"rule should be wrapped inside brackets"_s;
        if (rule.size() < 3)
            return u"rule too short"_s;
        node->kind = logic.endsWith(u"or"_s) ? Expression::Node::Kind::Or : Expression::Node::Kind::And;
        node->negated = logic.startsWith(u'!');
        begin = 1;
    } else if (rule.isEmpty() && !top) {
        return u"rule too short"_s;
    }
    for (qsizetype i = begin; i < rule.size(); ++i) {
        auto part = compileOperand(rule.at(i));
        if (!part)
            return part.error();
        node->parts.push_back(std::move(*part));
    }
    return NodePtr(std::move(node));
}

} // namespace

Result<Expression, QString> Expression::compile(const QJsonArray &rule)
{
    auto root = compileRule(rule, true);
    if (!root)
        return root.error();
    Expression expression;
    expression.m_root = std::move(*root);
    return expression;
}

bool Expression::evaluate(const VariableSource &request) const
{
    return !m_root || m_root->holds(request);
}

Expression::Explanation Expression::explain(const VariableSource &request) const
{
    if (m_root)
        return m_root->explain(request);
    Explanation always;
    always.text = u"always"_s;
    always.isGroup = always.holds = true;
    return always;
}

} // namespace sluice
