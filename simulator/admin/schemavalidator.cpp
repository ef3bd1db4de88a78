// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/schemavalidator.h"

#include "simulator/admin/luajson.h"

#include <QHash>
#include <QHostAddress>
#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

QString luaType(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Double:
        return u"number"_s;
    case QJsonValue::Bool:
        return u"boolean"_s;
    case QJsonValue::Null:
        return u"userdata"_s;
    default:
        return u"table"_s;
    }
}

bool hasType(const QString &type, const QJsonValue &value)
{
    if (type == "object"_L1)
        return value.isObject() || isEmptyTable(value);
    if (type == "array"_L1)
        return value.isArray() || isEmptyTable(value);
    if (type == "integer"_L1)
        return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
    if (type == "number"_L1)
        return value.isDouble();
    if (type == "string"_L1)
        return value.isString();
    if (type == "boolean"_L1)
        return value.isBool();
    return type == "null"_L1 && value.isNull();
}

std::optional<QString> checkType(const QJsonValue &types, const QJsonValue &value)
{
    if (types.isUndefined())
        return std::nullopt;
    QStringList names;
    if (types.isString())
        names.append(types.toString());
    const QJsonArray several = types.toArray();
    for (const QJsonValue &type : several)
        names.append(type.toString());
    for (const QString &name : std::as_const(names)) {
        if (hasType(name, value))
            return std::nullopt;
    }
    const QString prefix = names.size() > 1 ? u"one of "_s : QString();
    return u"wrong type: expected "_s + prefix + names.join(u", "_s) + u", got "_s + luaType(value);
}

std::optional<QString> checkNumber(const QJsonObject &schema, double number)
{
    const auto fault = [&](const char *words, double limit) {
        return u"expected %1 to be %2 %3"_s.arg(numberText(number), QString::fromLatin1(words), numberText(limit));
    };
    if (const QJsonValue limit = schema.value("minimum"_L1); limit.isDouble() && number < limit.toDouble())
        return fault("at least", limit.toDouble());
    if (const QJsonValue limit = schema.value("exclusiveMinimum"_L1); limit.isDouble() && number <= limit.toDouble())
        return fault("greater than", limit.toDouble());
    if (const QJsonValue limit = schema.value("maximum"_L1); limit.isDouble() && number > limit.toDouble())
        return fault("at most", limit.toDouble());
    if (const QJsonValue limit = schema.value("exclusiveMaximum"_L1); limit.isDouble() && number >= limit.toDouble())
        return fault("smaller than", limit.toDouble());
    if (const QJsonValue step = schema.value("multipleOf"_L1);
        step.isDouble() && std::fmod(number, step.toDouble()) != 0)
        return fault("a multiple of", step.toDouble());
    return std::nullopt;
}

std::optional<QString> checkFormat(const QString &format, const QString &text)
{
    const QHostAddress address(text);
    const bool ok = format == "ipv4"_L1   ? address.protocol() == QAbstractSocket::IPv4Protocol && text.count(u'.') == 3
                    : format == "ipv6"_L1 ? address.protocol() == QAbstractSocket::IPv6Protocol
                                          : true;
    return ok ? std::nullopt : std::optional(u"expect valid %1 format but got: %2"_s.arg(format, text));
}

QJsonValue filled(const QJsonObject &schema, const QJsonValue &value);

QJsonObject filledObject(const QJsonObject &schema, QJsonObject object)
{
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QJsonObject property = it.value().toObject();
        if (object.contains(it.key()))
            object.insert(it.key(), filled(property, object.value(it.key())));
        else if (property.contains("default"_L1))
            object.insert(it.key(), property.value("default"_L1));
    }
    return object;
}

QJsonValue filled(const QJsonObject &schema, const QJsonValue &value)
{
    QJsonValue result = value;
    const QJsonArray branches = schema.value("anyOf"_L1).toArray();
    for (const QJsonValue &branch : branches) {
        const QJsonObject form = branch.toObject();
        if (form.value("type"_L1) == QJsonValue(value.isArray() ? u"array"_s : u"object"_s))
            result = filled(form, result);
    }
    if (result.isObject())
        return filledObject(schema, result.toObject());
    if (!result.isArray() || !schema.contains("items"_L1))
        return result;
    QJsonArray items;
    const QJsonArray given = result.toArray();
    for (const QJsonValue &item : given)
        items.append(filled(schema.value("items"_L1).toObject(), item));
    return items;
}

QString inProperty(const QString &name, const QString &inner)
{
    return u"property \"%1\" validation failed: %2"_s.arg(name, inner);
}

} // namespace

bool isReference(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.startsWith("$secret://"_L1) || text.startsWith("$env://"_L1);
}

QString luaQuoted(const QString &text)
{
    QString result = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\' || c == u'\n')
            result += u'\\';
        if (c == u'\r')
            result += u"\\r"_s;
        else if (c == QChar::Null)
            result += u"\\0"_s;
        else
            result += c;
    }
    return result + u'"';
}

bool isEmptyTable(const QJsonValue &value)
{
    return (value.isObject() && value.toObject().isEmpty()) || (value.isArray() && value.toArray().isEmpty());
}

SchemaValidator::SchemaValidator(QJsonObject schema)
    : m_schema(std::move(schema))
{
}

std::optional<QString> SchemaValidator::validate(const QJsonValue &value) const
{
    return check(m_schema, value);
}

QJsonValue SchemaValidator::withDefaults(const QJsonValue &value) const
{
    return filled(m_schema, value);
}

const QRegularExpression &SchemaValidator::pattern(const QString &text) const
{
    const std::scoped_lock lock(m_patternMutex);
    auto found = m_patterns.find(text);
    if (found == m_patterns.end())
        found = m_patterns.insert(text, QRegularExpression(text));
    return *found;
}

SchemaValidator::Fault SchemaValidator::check(const QJsonObject &schema, const QJsonValue &value) const
{
    if (isReference(value))
        return std::nullopt;
    if (auto fault = checkType(schema.value("type"_L1), value))
        return fault;
    if (value.isObject() || isEmptyTable(value)) {
        if (auto fault = checkObject(schema, value.toObject()))
            return fault;
    }
    if (value.isArray() || isEmptyTable(value)) {
        if (auto fault = checkArray(schema, value.toArray()))
            return fault;
    }
    if (value.isString()) {
        if (auto fault = checkString(schema, value.toString()))
            return fault;
    }
    if (value.isDouble()) {
        if (auto fault = checkNumber(schema, value.toDouble()))
            return fault;
    }
    if (const QJsonValue allowed = schema.value("enum"_L1); allowed.isArray() && !allowed.toArray().contains(value))
        return u"matches none of the enum values"_s;
    if (auto fault = checkCombinations(schema, value))
        return fault;
    if (value.isString() && schema.contains("format"_L1))
        return checkFormat(schema.value("format"_L1).toString(), value.toString());
    return std::nullopt;
}

SchemaValidator::Fault SchemaValidator::checkObject(const QJsonObject &schema, const QJsonObject &object) const
{
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    const QJsonArray required = schema.value("required"_L1).toArray();
    const QJsonObject dependencies = schema.value("dependencies"_L1).toObject();
    for (const QJsonValue &name : required) {
        if (!object.contains(name.toString()))
            return u"property \"%1\" is required"_s.arg(name.toString());
        if (const auto inner = check(properties.value(name.toString()).toObject(), object.value(name.toString())))
            return inProperty(name.toString(), *inner);
    }
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        if (!object.contains(it.key()) || required.contains(it.key()))
            continue;
        if (const auto inner = check(it.value().toObject(), object.value(it.key())))
            return inProperty(it.key(), *inner);
        const QJsonArray needed = dependencies.value(it.key()).toArray();
        for (const QJsonValue &name : needed) {
            if (!object.contains(name.toString()))
                return u"property \"%1\" is required when \"%2\" is set"_s.arg(name.toString(), it.key());
        }
        if (dependencies.value(it.key()).isObject()) {
            if (const auto inner = check(dependencies.value(it.key()).toObject(), object))
                return u"failed to validate dependent schema for \"%1\": %2"_s.arg(it.key(), *inner);
        }
    }
    if (auto fault = checkOtherProperties(schema, object))
        return fault;
    if (const QJsonValue least = schema.value("minProperties"_L1);
        least.isDouble() && object.size() < least.toInteger())
        return u"expect object to have at least %1 properties"_s.arg(least.toInteger());
    if (const QJsonValue most = schema.value("maxProperties"_L1); most.isDouble() && object.size() > most.toInteger())
        return u"expect object to have at most %1 properties"_s.arg(most.toInteger());
    return std::nullopt;
}

SchemaValidator::Fault SchemaValidator::checkOtherProperties(const QJsonObject &schema, const QJsonObject &object) const
{
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    const QJsonObject patterns = schema.value("patternProperties"_L1).toObject();
    const QJsonValue additional = schema.value("additionalProperties"_L1);
    if (patterns.isEmpty() && (additional.isUndefined() || additional.toBool()))
        return std::nullopt;
    for (auto it = object.begin(); it != object.end(); ++it) {
        bool matched = false;
        for (auto form = patterns.begin(); form != patterns.end(); ++form) {
            if (!pattern(form.key()).match(it.key()).hasMatch())
                continue;
            matched = true;
            if (const auto inner = check(form.value().toObject(), it.value()))
                return u"failed to validate %1 (matching \"%2\"): %3"_s.arg(it.key(), form.key(), *inner);
        }
        if (matched || properties.contains(it.key()))
            continue;
        if (additional.isBool() && !additional.toBool())
            return u"additional properties forbidden, found %1"_s.arg(it.key());
        if (additional.isObject()) {
            if (const auto inner = check(additional.toObject(), it.value()))
                return u"failed to validate additional property %1: %2"_s.arg(it.key(), *inner);
        }
    }
    return std::nullopt;
}

SchemaValidator::Fault SchemaValidator::checkArray(const QJsonObject &schema, const QJsonArray &array) const
{
    if (const QJsonValue least = schema.value("minItems"_L1); least.isDouble() && array.size() < least.toInteger())
        return u"expect array to have at least %1 items"_s.arg(least.toInteger());
    if (const QJsonValue most = schema.value("maxItems"_L1); most.isDouble() && array.size() > most.toInteger())
        return u"expect array to have at most %1 items"_s.arg(most.toInteger());
    const QJsonObject items = schema.value("items"_L1).toObject();
    for (qsizetype i = 0; i < array.size() && !items.isEmpty(); ++i) {
        if (const auto inner = check(items, array.at(i)))
            return u"failed to validate item %1: %2"_s.arg(QString::number(i + 1), *inner);
    }
    if (!schema.value("uniqueItems"_L1).toBool())
        return std::nullopt;
    QHash<QJsonValue, qsizetype> seen; // each with each would take minutes for what fits into one body
    seen.reserve(array.size());
    for (qsizetype later = 0; later < array.size(); ++later) {
        const auto earlier = seen.constFind(array.at(later));
        if (earlier != seen.cend())
            return u"expected unique items but items %1 and %2 are equal"_s.arg(*earlier + 1).arg(later + 1);
        seen.insert(array.at(later), later);
    }
    return std::nullopt;
}

SchemaValidator::Fault SchemaValidator::checkString(const QJsonObject &schema, const QString &text) const
{
    const auto surrogates = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
    const qsizetype length = text.size() - surrogates;
    if (const QJsonValue least = schema.value("minLength"_L1); least.isDouble() && length < least.toInteger())
        return u"string too short, expected at least %1, got %2"_s.arg(least.toInteger()).arg(length);
    if (const QJsonValue most = schema.value("maxLength"_L1); most.isDouble() && length > most.toInteger())
        return u"string too long, expected at most %1, got %2"_s.arg(most.toInteger()).arg(length);
    const QJsonValue form = schema.value("pattern"_L1);
    if (form.isString() && !pattern(form.toString()).match(text).hasMatch())
        return u"failed to match pattern %1 with %2"_s.arg(luaQuoted(form.toString()), luaQuoted(text));
    return std::nullopt;
}

SchemaValidator::Fault SchemaValidator::checkOneOf(const QJsonArray &branches, const QJsonValue &value) const
{
    qsizetype matching = -1;
    for (qsizetype i = 0; i < branches.size(); ++i) {
        if (check(branches.at(i).toObject(), value))
            continue;
        if (matching >= 0)
            return u"value should match only one schema, but matches both schemas %1 and %2"_s.arg(matching + 1)
                .arg(i + 1);
        matching = i;
    }
    if (matching < 0)
        return u"value should match only one schema, but matches none"_s;
    return std::nullopt;
}

SchemaValidator::Fault SchemaValidator::checkCombinations(const QJsonObject &schema, const QJsonValue &value) const
{
    const QJsonArray all = schema.value("allOf"_L1).toArray();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (const auto inner = check(all.at(i).toObject(), value))
            return u"allOf %1 failed: %2"_s.arg(QString::number(i + 1), *inner);
    }
    if (const QJsonArray any = schema.value("anyOf"_L1).toArray(); !any.isEmpty()) {
        QStringList required;
        bool matched = false;
        for (const QJsonValue &branch : any) {
            matched = matched || !check(branch.toObject(), value);
            if (branch.toObject().contains("required"_L1))
                required.append(QString::fromStdString(encodeJson(branch.toObject().value("required"_L1))));
        }
        if (!matched)
            return u"object matches none of the required"_s +
                   (required.isEmpty() ? QString() : u": "_s + required.join(u" or "_s));
    }
    if (const QJsonArray one = schema.value("oneOf"_L1).toArray(); !one.isEmpty()) {
        if (auto fault = checkOneOf(one, value))
            return fault;
    }
    if (schema.contains("if"_L1)) {
        const bool holds = !check(schema.value("if"_L1).toObject(), value);
        const QJsonValue branch = schema.value(holds ? "then"_L1 : "else"_L1);
        if (branch.isObject() && check(branch.toObject(), value))
            return holds ? u"then clause did not match"_s : u"else clause did not match"_s;
    }
    if (schema.contains("not"_L1) && !check(schema.value("not"_L1).toObject(), value))
        return u"value wasn't supposed to match schema"_s;
    return std::nullopt;
}

} // namespace sluice::simulator
