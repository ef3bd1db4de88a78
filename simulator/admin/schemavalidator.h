// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QRegularExpression>
#include <QString>

#include <mutex>
#include <optional>

namespace sluice::simulator {

/// JSON Schema as APISIX's validator understands it: its 19 keywords, its order of checks, its texts, and its
/// departures (an empty object or array passes as either; 10.0 is an integer), apisix.md 3.1. Values are not changed:
/// since 3.14 defaults are checked but not stored.
class SchemaValidator
{
public:
    explicit SchemaValidator(QJsonObject schema);

    /// The text of the first fault, or nothing.
    std::optional<QString> validate(const QJsonValue &value) const;
    /// What the data plane makes of a valid value: absent properties of objects that are there get their defaults.
    QJsonValue withDefaults(const QJsonValue &value) const;
    const QJsonObject &schema() const { return m_schema; }

private:
    using Fault = std::optional<QString>;
    Fault check(const QJsonObject &schema, const QJsonValue &value) const;
    Fault checkObject(const QJsonObject &schema, const QJsonObject &object) const;
    Fault checkOtherProperties(const QJsonObject &schema, const QJsonObject &object) const;
    Fault checkArray(const QJsonObject &schema, const QJsonArray &array) const;
    Fault checkString(const QJsonObject &schema, const QString &text) const;
    Fault checkCombinations(const QJsonObject &schema, const QJsonValue &value) const;
    Fault checkOneOf(const QJsonArray &branches, const QJsonValue &value) const;
    const QRegularExpression &pattern(const QString &text) const;

    QJsonObject m_schema;
    mutable std::mutex m_patternMutex;
    mutable QHash<QString, QRegularExpression> m_patterns;
};

/// True for a text that stands for a secret or an environment variable: from 3.17 on it is not validated.
bool isReference(const QJsonValue &value);
/// A text as Lua's %q writes it.
QString luaQuoted(const QString &text);
/// True for what Lua keeps as a table without content: {} and [] are the same to it.
bool isEmptyTable(const QJsonValue &value);

} // namespace sluice::simulator
