// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/trafficpolicy.h"

#include <QByteArray>
#include <QPair>

#include <map>

namespace sluice {

/// What a request carries besides method, path and host.
struct ProbeFields
{
    QList<QPair<QString, QString>> headers;
    QList<QPair<QString, QString>> query;
    QList<QPair<QString, QString>> cookies;

    bool operator==(const ProbeFields &) const = default;
};

/// Which request it is, as values: words are made where they are shown.
struct ProbeName
{
    enum class Kind {
        All,         ///< of a percentage
        Hits,        ///< a group
        FailsOnly,   ///< a condition of its group
        CarriesNone, ///< of the fields
        Is,          ///< a field has a value
        IsEmpty,
        InAnotherCase, ///< a header's name
    };

    Kind kind = Kind::CarriesNone;
    QString subject; ///< the percentage, the group or condition as the command line writes it, or the field's name
    QString value;   ///< for Is

    bool operator==(const ProbeName &) const = default;
};

QString toWords(const ProbeName &name);

/// One kind of request and what it must do.
struct ProbeCase
{
    enum class Expected { Target, Current, Share };

    ProbeName name;
    ProbeFields fields;
    Expected expected = Expected::Current;
};

struct ProbePlan
{
    QList<ProbeCase> cases;
    QList<ProbeName> notTested; ///< cases that can't be built
};

/// For every group a request that hits it, and for each of its conditions one that fails only that; one without any of
/// the fields; and for each condition requests beside it: values at an operator's boundary, in another case, with more
/// behind them, empty, and a header's name in another case. What each must do is computed by the expression engine over
/// the whole rule: it may hit another group.
ProbePlan planFor(const TrafficPolicy &policy);

/// True where a request with these fields hits any group, as APISIX evaluates it.
bool hits(const TrafficPolicy &policy, const ProbeFields &fields);

} // namespace sluice
