// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"

#include <QJsonArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace sluice {

/// One condition of a rule: a place in the request, a name there, an operator and its value (design.md 4, rule text).
struct Condition
{
    enum class Place { Header, Query, Cookie };
    enum class Operator { Equals, NotEquals, Matches, In, Greater, Less, Exists, Absent };

    Place place = Place::Header;
    QString name;
    Operator op = Operator::Equals;
    QStringList values; ///< one, except: any number for In, none for Exists and Absent

    bool operator==(const Condition &) const = default;
};

/// All conditions of a group must hold.
using RuleGroup = QList<Condition>;

/// Who goes to the target upstream: N % of all requests, or the requests that hit a rule (any group).
struct TrafficPolicy
{
    enum class Kind { Percentage, Rules };

    Kind kind = Kind::Percentage;
    int percentage = 0;      ///< 0 to 100, of all requests; for Kind::Percentage
    QList<RuleGroup> groups; ///< for Kind::Rules; never empty in a valid policy
    int share = 100;         ///< 0 to 100, of the requests that hit; for Kind::Rules

    bool operator==(const TrafficPolicy &) const = default;
};

/// The variable of APISIX that a condition looks at: http_x_canary, arg_v, cookie_user.
QString variableName(Condition::Place place, const QString &name);

/// Rule text of the command line: header:x-canary==1 & cookie:user~^qa . Values are quoted as in a shell.
Result<RuleGroup> parseRule(const QString &text);
QString toText(const Condition &condition);
QString toText(const RuleGroup &group);
/// The whole policy as one line, for the log: "percentage 20", or "rules header:x==1 | cookie:u~^qa", "share 50 rules
/// ...".
QString toText(const TrafficPolicy &policy);
Result<TrafficPolicy> parsePolicy(const QString &text);

/// Everything that Submit would refuse, first fault first; empty where the policy is valid (B7, B8, E2, 0 to 100).
QList<Error> problems(const TrafficPolicy &policy);

} // namespace sluice
