// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/attribution.h"

#include "core/model/jsonpointer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct AttributionText
{
    Q_DECLARE_TR_FUNCTIONS(Attribution)
};

constexpr int deepest = 4; ///< levels of a JSON body that are looked at

/// Differ for other reasons than who answers.
bool isIncidental(const QString &header)
{
    static const QStringList names{u"date"_s,          u"content-length"_s,   u"connection"_s, u"keep-alive"_s,
                                   u"etag"_s,          u"set-cookie"_s,       u"expires"_s,    u"age"_s,
                                   u"last-modified"_s, u"transfer-encoding"_s};
    return names.contains(header.toLower());
}

void collect(const QJsonValue &value, const QString &pointer, int depth, QStringList &pointers)
{
    const QJsonObject object = value.toObject();
    if (!value.isObject() && !value.isArray() && !pointer.isEmpty())
        pointers.append(pointer);
    if (depth == deepest)
        return;
    for (auto field = object.begin(); field != object.end(); ++field) {
        QString step = field.key();
        step.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
        collect(*field, pointer + u'/' + step, depth + 1, pointers);
    }
}

/// Every place that the first answer has.
QList<Identification> placesIn(const QList<NodeAnswers> &nodes)
{
    QList<Identification> places;
    if (nodes.isEmpty() || nodes.first().isEmpty())
        return places;
    const ProbeAnswer &answer = nodes.first().first();
    for (const auto &[name, value] : answer.headers) {
        if (!isIncidental(QString::fromLatin1(name)))
            places.append({Identification::By::Header, QString::fromLatin1(name), {}, {}});
    }
    QStringList pointers;
    collect(jsonOf(answer.body), {}, 0, pointers);
    for (const QString &pointer : std::as_const(pointers))
        places.append({Identification::By::Json, pointer, {}, {}});
    return places;
}

/// Values of all nodes; nothing where one node's answers differ among themselves, or one has none.
std::optional<QSet<QString>> steadyValues(const QList<NodeAnswers> &nodes, const Identification &place)
{
    QSet<QString> values;
    for (const NodeAnswers &answers : nodes) {
        QSet<QString> own;
        for (const ProbeAnswer &answer : answers)
            own.insert(valueIn(answer, place));
        if (own.size() != 1 || own.contains(QString()))
            return std::nullopt;
        values += own;
    }
    return values;
}

QString patternOf(const QSet<QString> &values)
{
    QStringList escaped;
    for (const QString &value : values)
        escaped.append(QRegularExpression::escape(value));
    escaped.sort();
    return u"^(?:"_s + escaped.join(u'|') + u")$"_s;
}

} // namespace

Result<Identification> parseIdentification(const QString &text)
{
    Identification result;
    const QString kind = text.section(u':', 0, 0);
    result.text = text.section(u':', 1);
    if (kind == "json"_L1)
        result.by = Identification::By::Json;
    else if (kind == "regex"_L1)
        result.by = Identification::By::Regex;
    else if (kind != "header"_L1)
        result.text.clear();
    const bool badPattern = result.by == Identification::By::Regex && !QRegularExpression(result.text).isValid();
    if (result.text.isEmpty() || badPattern)
        return Error{.kind = Error::Kind::Invalid,
                     .reason = AttributionText::tr("\"%1\" does not say how an upstream is recognised.").arg(text),
                     .detail = {},
                     .traffic = {},
                     .advice = AttributionText::tr("Write header:NAME, json:/POINTER or regex:RE.")};
    return result;
}

QString toText(const Identification &identification)
{
    switch (identification.by) {
    case Identification::By::Header:
        return u"header:"_s + identification.text;
    case Identification::By::Json:
        return u"json:"_s + identification.text;
    case Identification::By::Regex:
        return u"regex:"_s + identification.text;
    }
    return {};
}

QString valueIn(const ProbeAnswer &answer, const Identification &identification)
{
    switch (identification.by) {
    case Identification::By::Header:
        for (const auto &[name, value] : answer.headers) {
            if (QString::fromLatin1(name).compare(identification.text, Qt::CaseInsensitive) == 0)
                return QString::fromUtf8(value);
        }
        return QString::fromUtf8(answer.header);
    case Identification::By::Json: {
        const QString &text = identification.text;
        const QString pointer = text.startsWith(u'/') ? text : u'/' + text;
        return valueAt(jsonOf(answer.body), pointer).toVariant().toString();
    }
    case Identification::By::Regex: {
        const QRegularExpression pattern(identification.text);
        const QRegularExpressionMatch found = pattern.match(QString::fromUtf8(answer.body));
        return found.lastCapturedIndex() > 0 ? found.captured(1) : found.captured(0);
    }
    }
    return {};
}

std::optional<Identification> proposeIdentification(const QList<NodeAnswers> &current, const QList<NodeAnswers> &target)
{
    if (current.isEmpty() || target.isEmpty())
        return std::nullopt;
    const QList<Identification> places = placesIn(target);
    for (const Identification &place : places) {
        const auto ours = steadyValues(target, place);
        const auto theirs = steadyValues(current, place);
        if (!ours || !theirs || ours->intersects(*theirs))
            continue;
        Identification found = place;
        found.targetIs = patternOf(*ours);
        found.currentIs = patternOf(*theirs);
        return found;
    }
    return std::nullopt;
}

} // namespace sluice
