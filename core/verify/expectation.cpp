// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/expectation.h"

#include "core/model/jsonpointer.h"
#include "core/model/ruletext.h"
#include "core/model/secretfields.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ExpectationText
{
    Q_DECLARE_TR_FUNCTIONS(Expectation)
};

using Of = Expectation::Of;
using Operator = Expectation::Operator;

constexpr qsizetype longestFound = 80;

struct PlaceWord
{
    Of of;
    QLatin1StringView word;
    bool isNamed;
};

constexpr PlaceWord places[] = {
    {Of::Status, "status"_L1, false}, {Of::Header, "header"_L1, true}, {Of::Body, "body"_L1, false},
    {Of::Json, "json"_L1, true},      {Of::Time, "time"_L1, false},
};

struct OperatorWord
{
    Operator op;
    QLatin1StringView word;
};

constexpr OperatorWord operators[] = {
    {Operator::Equals, "=="_L1},         {Operator::NotEquals, "!="_L1},  {Operator::Matches, "~"_L1},
    {Operator::Greater, ">"_L1},         {Operator::Less, "<"_L1},        {Operator::In, "in"_L1},
    {Operator::Contains, "contains"_L1}, {Operator::Exists, "exists"_L1}, {Operator::Absent, "absent"_L1},
};

/// Whether it makes sense of that: what is always there need not be asked for, and a time only has a limit.
bool canBe(Of of, Operator op)
{
    switch (op) {
    case Operator::Less:
        return of != Of::Body;
    case Operator::Greater:
    case Operator::In:
        return of != Of::Body && of != Of::Time;
    case Operator::Equals:
    case Operator::NotEquals:
        return of != Of::Time;
    case Operator::Matches:
    case Operator::Contains:
        return of != Of::Time && of != Of::Status;
    case Operator::Exists:
    case Operator::Absent:
        return of == Of::Header || of == Of::Json;
    }
    return false;
}

QLatin1StringView wordOf(Operator op)
{
    return std::find_if(std::begin(operators), std::end(operators), [op](const auto &known) { return known.op == op; })
        ->word;
}

const PlaceWord &placeOf(Of of)
{
    return *std::find_if(std::begin(places), std::end(places), [of](const auto &known) { return known.of == of; });
}

QString placeText(const Expectation &expectation)
{
    const PlaceWord &place = placeOf(expectation.of);
    return place.isNamed ? place.word + u':' + expectation.name : QString(place.word);
}

QString exampleOf(Of of)
{
    switch (of) {
    case Of::Status:
        return u"status in 200,204,3xx"_s;
    case Of::Header:
        return u"header:content-type ~ json"_s;
    case Of::Body:
        return u"body contains ok"_s;
    case Of::Json:
        return u"json:/status == up"_s;
    case Of::Time:
        return u"time < 800ms"_s;
    }
    return {};
}

QString forExample(Of of)
{
    return ExpectationText::tr("For example: %1").arg(exampleOf(of));
}

/// Reads one expectation from left to right.
class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {
    }

    Result<Expectation> read()
    {
        if (const auto taken = takePlace(); !taken)
            return taken.error();
        if (const auto taken = takeOperator(); !taken)
            return taken.error();
        if (const auto taken = takeValues(); !taken)
            return taken.error();
        m_text.skipBlanks();
        if (!m_text.atEnd())
            return Error::invalid(
                ExpectationText::tr("Nothing can follow \"%1\".").arg(m_text.taken().trimmed()),
                ExpectationText::tr("Put a value with blanks or & in quotes; write each expectation on its own."));
        return m_read;
    }

private:
    Result<void> takePlace()
    {
        m_text.skipBlanks();
        const QString begin = m_text.rest().left(20);
        QString name = m_text.takeName();
        const QString word = name.section(u':', 0, 0);
        const auto place = std::find_if(std::begin(places), std::end(places), [&](const PlaceWord &known) {
            return known.word == word && known.isNamed == name.contains(u':');
        });
        if (place == std::end(places))
            return Error::invalid(
                ExpectationText::tr(
                    "An expectation begins with status, header:NAME, body, json:/POINTER or time, not with \"%1\".")
                    .arg(begin),
                forExample(Of::Status));
        m_read.of = place->of;
        m_read.name = name.section(u':', 1);
        if (m_read.of == Of::Json)
            takeEscapes();
        const bool isPointer = m_read.name.startsWith(u'/');
        if (place->isNamed && (m_read.name.isEmpty() || (m_read.of == Of::Json && !isPointer)))
            return Error::invalid(m_read.of == Of::Json ? ExpectationText::tr("A JSON pointer begins with a slash.")
                                                        : ExpectationText::tr("The header has no name."),
                                  forExample(m_read.of));
        return {};
    }

    /// "~0" and "~1" belong to the pointer, not to the operator "~".
    void takeEscapes()
    {
        for (;;) {
            QString escape;
            if (m_text.take("~0"_L1))
                escape = u"~0"_s;
            else if (m_text.take("~1"_L1))
                escape = u"~1"_s;
            else
                return;
            m_read.name += escape + m_text.takeName();
        }
    }

    Result<void> takeOperator()
    {
        m_text.skipBlanks();
        QStringList possible;
        for (const OperatorWord &known : operators) {
            if (!canBe(m_read.of, known.op))
                continue;
            possible.append(known.word);
            const bool isWord = QChar(known.word.front()).isLetter();
            if (isWord ? m_text.takeWord(known.word) : m_text.take(known.word)) {
                m_read.op = known.op;
                return {};
            }
        }
        return Error::invalid(
            ExpectationText::tr("After \"%1\" one of %2 must follow.").arg(placeText(m_read), possible.join(u", "_s)),
            forExample(m_read.of));
    }

    Result<void> takeValues()
    {
        if (m_read.op == Operator::Exists || m_read.op == Operator::Absent)
            return {};
        m_text.skipBlanks();
        if (m_text.atEnd())
            return Error::invalid(ExpectationText::tr("\"%1\" is followed by no value.").arg(m_text.taken().trimmed()),
                                  forExample(m_read.of));
        if (m_read.op == Operator::In) {
            const auto values = m_text.takeValues();
            if (!values)
                return values.error();
            m_read.values = *values;
        } else {
            const auto value = m_text.takeValue();
            if (!value)
                return value.error();
            m_read.values = {*value};
        }
        return understandValues();
    }

    Result<void> understandValues()
    {
        const QString value = m_read.values.first();
        if (m_read.op == Operator::Matches) {
            m_read.pattern = QRegularExpression(value, QRegularExpression::DotMatchesEverythingOption);
            if (!m_read.pattern.isValid())
                return Error::invalid(ExpectationText::tr("\"%1\" is not a regular expression: %2.")
                                          .arg(value, m_read.pattern.errorString()),
                                      forExample(m_read.of));
            return {};
        }
        if (m_read.of == Of::Time)
            return understandTime(value);
        if (m_read.op == Operator::Less || m_read.op == Operator::Greater)
            return understandNumber(value);
        return m_read.of == Of::Status ? understandStatuses() : Result<void>();
    }

    Result<void> understandStatuses()
    {
        static const QRegularExpression form(u"^[1-5]([0-9]{2}|xx)$"_s);
        for (const QString &value : std::as_const(m_read.values)) {
            if (!form.match(value).hasMatch())
                return Error::invalid(
                    ExpectationText::tr("\"%1\" is not a status: write 204, or 2xx for all that begin so.").arg(value),
                    forExample(Of::Status));
        }
        return {};
    }

    Result<void> understandNumber(const QString &value)
    {
        bool isNumber = false;
        m_read.bound = value.toDouble(&isNumber);
        if (!isNumber)
            return Error::invalid(ExpectationText::tr("\"%1\" is not a number.").arg(value),
                                  ExpectationText::tr("For example: %1").arg(placeText(m_read) + u" < 400"_s));
        return {};
    }

    Result<void> understandTime(const QString &value)
    {
        static const QRegularExpression form(u"^([0-9]+(?:\\.[0-9]+)?)(ms|s)$"_s);
        const auto found = form.match(value);
        if (!found.hasMatch())
            return Error::invalid(ExpectationText::tr("\"%1\" is not a time: write 800ms or 1.5s.").arg(value),
                                  forExample(Of::Time));
        m_read.bound = found.captured(1).toDouble() * (found.captured(2) == "s"_L1 ? 1000 : 1);
        return {};
    }

    RuleText m_text;
    Expectation m_read;
};

/// Fields of one name are one list (RFC 9110, 5.3).
std::optional<QString> headerOf(const ProbeAnswer &answer, const QString &name)
{
    QStringList values;
    for (const auto &[field, value] : answer.headers) {
        if (QString::fromLatin1(field).compare(name, Qt::CaseInsensitive) == 0)
            values.append(QString::fromUtf8(value));
    }
    return values.isEmpty() ? std::nullopt : std::optional<QString>(values.join(u", "_s));
}

std::optional<QString> textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Undefined:
        return std::nullopt;
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    default:
        return value.toVariant().toString();
    }
}

/// Without the line break at the end, which nobody writes.
QString bodyOf(const ProbeAnswer &answer)
{
    QString body = QString::fromUtf8(answer.body);
    if (body.endsWith(u'\n'))
        body.chop(body.endsWith("\r\n"_L1) ? 2 : 1);
    return body;
}

/// What the answer has in the place; nothing where it has none.
std::optional<QString> valueIn(const ProbeAnswer &answer, const Expectation &expectation)
{
    switch (expectation.of) {
    case Of::Status:
        return QString::number(answer.status);
    case Of::Header:
        return headerOf(answer, expectation.name);
    case Of::Body:
        return bodyOf(answer);
    case Of::Json:
        return textOf(valueAt(jsonOf(answer.body), expectation.name));
    case Of::Time:
        return QString::number(double(answer.microseconds) / 1000);
    }
    return std::nullopt;
}

bool isOne(const Expectation &expectation, const QString &found)
{
    return std::any_of(expectation.values.cbegin(), expectation.values.cend(), [&](const QString &value) {
        const bool isClass = expectation.of == Of::Status && value.endsWith("xx"_L1);
        return isClass ? value.front() == found.front() : value == found;
    });
}

/// As in a rule, "!=" is true of what is absent.
bool holds(const Expectation &expectation, const std::optional<QString> &found)
{
    if (!found)
        return expectation.op == Operator::Absent || expectation.op == Operator::NotEquals;
    bool isNumber = false;
    switch (expectation.op) {
    case Operator::Equals:
    case Operator::In:
        return isOne(expectation, *found);
    case Operator::NotEquals:
        return !isOne(expectation, *found);
    case Operator::Matches:
        return expectation.pattern.match(*found).hasMatch();
    case Operator::Contains:
        return found->contains(expectation.values.first());
    case Operator::Less:
        return found->toDouble(&isNumber) < expectation.bound && isNumber;
    case Operator::Greater:
        return found->toDouble(&isNumber) > expectation.bound && isNumber;
    case Operator::Exists:
        return true;
    case Operator::Absent:
        return false;
    }
    return false;
}

bool mayBeSecret(QString name)
{
    name.replace(u'-', u'_');
    return isCalledSecret(name) || name.endsWith("cookie"_L1, Qt::CaseInsensitive) ||
           name.endsWith("authorization"_L1, Qt::CaseInsensitive);
}

/// What may be told of a value: reports are passed on.
QString shown(const Expectation &expectation, const ProbeAnswer &answer, const QString &found)
{
    if (expectation.of == Of::Body)
        return QString::number(answer.bodySize);
    if (expectation.of == Of::Time)
        return QString::number(double(answer.microseconds) / 1000, 'f', 1);
    if (mayBeSecret(expectation.name))
        return u"***"_s;
    return found.size() <= longestFound ? found : found.left(longestFound) + u'…';
}

} // namespace

Result<Expectation> parseExpectation(const QString &text)
{
    return Reader(text).read();
}

Result<QList<Expectation>> parseExpectations(const QString &lines)
{
    QList<Expectation> read;
    const QStringList all = lines.split(u'\n');
    for (qsizetype line = 0; line < all.size(); ++line) {
        if (all[line].trimmed().isEmpty())
            continue;
        const auto expectation = parseExpectation(all[line]);
        if (!expectation) {
            Error fault = expectation.error();
            fault.reason = ExpectationText::tr("Line %1: %2").arg(line + 1).arg(fault.reason);
            return fault;
        }
        read.append(*expectation);
    }
    return read;
}

QString toText(const Expectation &expectation)
{
    QStringList values;
    for (const QString &value : expectation.values)
        values.append(quotedValue(value));
    return (placeText(expectation) + u' ' + wordOf(expectation.op) + u' ' + values.join(u',')).trimmed();
}

bool needsBody(const Expectation &expectation)
{
    return expectation.of == Of::Body || expectation.of == Of::Json;
}

bool needsHeaders(const Expectation &expectation)
{
    return expectation.of == Of::Header;
}

std::optional<Mismatch> mismatch(const Expectation &expectation, const ProbeAnswer &answer)
{
    const std::optional<QString> found = valueIn(answer, expectation);
    if (holds(expectation, found))
        return std::nullopt;
    return found ? Mismatch{false, shown(expectation, answer, *found)} : Mismatch{true, {}};
}

QString toWords(const Mismatch &mismatch, Expectation::Of of)
{
    switch (of) {
    case Of::Status:
        return ExpectationText::tr("the status was %1").arg(mismatch.found);
    case Of::Header:
        return mismatch.absent ? ExpectationText::tr("there was no such header")
                               : ExpectationText::tr("the header was \"%1\"").arg(mismatch.found);
    case Of::Body:
        return ExpectationText::tr("the body was another one, of %1 bytes").arg(mismatch.found);
    case Of::Json:
        return mismatch.absent ? ExpectationText::tr("the body was no JSON with such a place")
                               : ExpectationText::tr("the place had %1").arg(mismatch.found);
    case Of::Time:
        return ExpectationText::tr("it took %1 ms").arg(mismatch.found);
    }
    return {};
}

} // namespace sluice
