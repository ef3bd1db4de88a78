// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "core/verify/prober.h"

#include <QRegularExpression>
#include <QStringList>

#include <optional>

namespace sluice {

/// What every answer of a verification must be like, whichever upstream gives it.
struct Expectation
{
    enum class Of { Status, Header, Body, Json, Time };
    enum class Operator { Equals, NotEquals, Matches, Contains, In, Greater, Less, Exists, Absent };

    Of of = Of::Status;
    QString name; ///< of a header; pointer (RFC 6901) of Json
    Operator op = Operator::Equals;
    QStringList values;         ///< as written: one, except: any number for In, none for Exists and Absent
    double bound = 0;           ///< the value of Greater and Less; milliseconds for Time
    QRegularExpression pattern; ///< the value of Matches

    bool operator==(const Expectation &) const = default;
};

/// In the notation of rule text (design.md 7), one condition: "status in 200,204,3xx", "header:content-type ~ json",
/// "header:x-cache absent", "body contains ok", "json:/status == up", "time < 800ms". Case counts, except in the name
/// of a header. The error says what could stand there.
Result<Expectation> parseExpectation(const QString &text);
/// The lines of a text, without those that are blank; of the first fault its line is said.
Result<QList<Expectation>> parseExpectations(const QString &lines);
QString toText(const Expectation &expectation);

/// True where answers have to carry the body, or all headers, for it.
bool needsBody(const Expectation &expectation);
bool needsHeaders(const Expectation &expectation);

/// What an answer had instead.
struct Mismatch
{
    bool absent = false; ///< no such header, or no JSON with such a place
    /// Status, the header's or place's value (shortened, *** where it may be a secret), size of the body in bytes, or
    /// milliseconds.
    QString found;

    bool operator==(const Mismatch &) const = default;
};

/// Nothing where the answer is as expected. The answer has a status.
std::optional<Mismatch> mismatch(const Expectation &expectation, const ProbeAnswer &answer);
/// For people, translated.
QString toWords(const Mismatch &mismatch, Expectation::Of of);

} // namespace sluice
