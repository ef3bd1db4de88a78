// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/verificationreport.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QXmlStreamWriter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VerificationReport)
};

QJsonObject toJson(const LatencySummary &latency)
{
    return {{u"median"_s, latency.median}, {u"p95"_s, latency.p95}, {u"p99"_s, latency.p99}};
}

QJsonObject toJson(const VerificationRow &row)
{
    QJsonObject statuses;
    for (auto status = row.statuses.begin(); status != row.statuses.end(); ++status)
        statuses.insert(QString::number(status.key()), *status);
    return {{u"gateway"_s, row.gateway},
            {u"title"_s, row.title},
            {u"request"_s, row.request},
            {u"wanted"_s, row.wanted},
            {u"sent"_s, row.sent},
            {u"onTarget"_s, row.onTarget},
            {u"onCurrent"_s, row.onCurrent},
            {u"unattributed"_s, row.unattributed},
            {u"low"_s, row.band.low},
            {u"high"_s, row.band.high},
            {u"connections"_s, row.connections},
            {u"statuses"_s, statuses},
            {u"latencyTarget"_s, toJson(row.target)},
            {u"latencyCurrent"_s, toJson(row.current)},
            {u"verdict"_s, toText(row.verdict)},
            {u"reason"_s, row.reason}};
}

QString percent(double part, double whole)
{
    return whole <= 0 ? u"-"_s : QString::number(100 * part / whole, 'f', 1) + u" %"_s;
}

QString milliseconds(qint64 microseconds)
{
    return microseconds == 0 ? u"-"_s : QString::number(double(microseconds) / 1000, 'f', 1) + u" ms"_s;
}

/// A bar of what landed on the target, with the wanted band as a frame.
QString barOf(const VerificationRow &row)
{
    if (row.sent == 0)
        return {};
    const double width = 240;
    const double scale = width / double(row.sent);
    return u"<svg width=\"240\" height=\"16\" role=\"img\" aria-label=\"%1\"><rect width=\"240\" height=\"16\" "
           "fill=\"none\" stroke=\"currentColor\"/><rect width=\"%2\" height=\"16\" fill=\"#2a7de1\"/>"
           "<rect x=\"%3\" y=\"1\" width=\"%4\" height=\"14\" fill=\"none\" stroke=\"#c2410c\" "
           "stroke-width=\"2\" stroke-dasharray=\"3 2\"/></svg>"_s.arg(
               Text::tr("%1 of %2").arg(row.onTarget).arg(row.sent).toHtmlEscaped(),
               QString::number(double(row.onTarget) * scale, 'f', 1), QString::number(row.band.low * scale, 'f', 1),
               QString::number(std::max(1.0, (row.band.high - row.band.low) * scale), 'f', 1));
}

QString cells(const QStringList &values, const QString &tag)
{
    QString line;
    for (const QString &value : values)
        line += u"<%1>%2</%1>"_s.arg(tag, value);
    return u"<tr>"_s + line + u"</tr>\n"_s;
}

QString statusesOf(const VerificationRow &row)
{
    QStringList parts;
    for (auto status = row.statuses.begin(); status != row.statuses.end(); ++status)
        parts.append(
            u"%1: %2"_s.arg(status.key() == 0 ? Text::tr("no answer") : QString::number(status.key())).arg(*status));
    return parts.join(u", "_s);
}

} // namespace

QString toText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Matches:
        return u"matches"_s;
    case Verdict::DoesNotMatch:
        return u"does-not-match"_s;
    case Verdict::TooFew:
        return u"too-few"_s;
    }
    return {};
}

QString toWords(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Matches:
        return Text::tr("Matches");
    case Verdict::DoesNotMatch:
        return Text::tr("Does not match");
    case Verdict::TooFew:
        return Text::tr("Too few requests");
    }
    return {};
}

Verdict VerificationReport::verdict() const
{
    if (rows.isEmpty())
        return Verdict::TooFew;
    const auto has = [this](Verdict wanted) {
        return std::any_of(rows.begin(), rows.end(),
                           [wanted](const VerificationRow &row) { return row.verdict == wanted; });
    };
    if (has(Verdict::DoesNotMatch))
        return Verdict::DoesNotMatch;
    return stopped || has(Verdict::TooFew) ? Verdict::TooFew : Verdict::Matches;
}

QString VerificationReport::sentence() const
{
    const Verdict worst = verdict();
    for (const VerificationRow &row : rows) {
        if (row.verdict == worst && worst != Verdict::Matches)
            return row.reason;
    }
    if (stopped && !rows.isEmpty())
        return Text::tr("The run was stopped before every case was measured.");
    return rows.isEmpty() ? Text::tr("Nothing was sent.") : rows.first().reason;
}

int VerificationReport::exitCode() const
{
    switch (verdict()) {
    case Verdict::Matches:
        return 0;
    case Verdict::DoesNotMatch:
        return 1;
    case Verdict::TooFew:
        return gatewayFailed ? 1 : 5;
    }
    return 5;
}

QJsonObject toJson(const VerificationReport &report)
{
    QJsonArray rows;
    for (const VerificationRow &row : report.rows)
        rows.append(toJson(row));
    return {{u"title"_s, report.title},
            {u"policy"_s, report.policy},
            {u"current"_s, report.currentName},
            {u"target"_s, report.targetName},
            {u"verdict"_s, toText(report.verdict())},
            {u"sentence"_s, report.sentence()},
            {u"started"_s, report.started.toUTC().toString(Qt::ISODate)},
            {u"milliseconds"_s, report.milliseconds},
            {u"exclusive"_s, report.exclusive},
            {u"workers"_s, report.workers},
            {u"deviation"_s, report.deviation},
            {u"suffices"_s, report.suffices},
            {u"notes"_s, QJsonArray::fromStringList(report.notes)},
            {u"rows"_s, rows}};
}

QByteArray toHtml(const VerificationReport &report)
{
    QString rows;
    for (const VerificationRow &row : report.rows) {
        rows +=
            cells({row.gateway.toHtmlEscaped(), row.title.toHtmlEscaped(), QString::number(row.sent),
                   QString::number(row.onTarget), QString::number(row.onCurrent), QString::number(row.unattributed),
                   percent(double(row.onTarget), double(row.sent)), QString::number(row.wanted) + u" %"_s, barOf(row),
                   u"%1 / %2"_s.arg(milliseconds(row.current.median), milliseconds(row.target.median)),
                   u"%1 / %2"_s.arg(milliseconds(row.current.p99), milliseconds(row.target.p99)),
                   statusesOf(row).toHtmlEscaped(), toWords(row.verdict).toHtmlEscaped(), row.reason.toHtmlEscaped()},
                  u"td"_s);
    }
    const QString heading =
        cells({Text::tr("Gateway"), Text::tr("Case"), Text::tr("Sent"), Text::tr("Target"), Text::tr("Current"),
               Text::tr("Neither"), Text::tr("Share"), Text::tr("Wanted"), Text::tr("Picture"),
               Text::tr("Median current / target"), Text::tr("p99 current / target"), Text::tr("Status"),
               Text::tr("Verdict"), Text::tr("Why")},
              u"th"_s);
    QString notes;
    for (const QString &note : report.notes)
        notes += u"<li>"_s + note.toHtmlEscaped() + u"</li>"_s;
    const QString page =
        u"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%1</title><style>"
        ":root{color-scheme:light dark}body{font:15px sans-serif;margin:2em;max-width:110em}"
        "table{border-collapse:collapse}th,td{border:1px solid currentColor;padding:.3em .6em;text-align:left}"
        "</style></head><body><h1>%1</h1><p><strong>%2</strong> %3</p><p>%4</p><table>%5%6</table><ul>%7</ul>"
        "<p>%8</p></body></html>\n"_s.arg(report.title.toHtmlEscaped(), toWords(report.verdict()).toHtmlEscaped(),
                                          report.sentence().toHtmlEscaped(), report.policy.toHtmlEscaped(), heading,
                                          rows, notes, report.started.toUTC().toString(Qt::ISODate));
    return page.toUtf8();
}

QByteArray toJUnit(const VerificationReport &report)
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    const auto bad = std::count_if(report.rows.begin(), report.rows.end(),
                                   [](const VerificationRow &row) { return row.verdict == Verdict::DoesNotMatch; });
    const auto unsure = std::count_if(report.rows.begin(), report.rows.end(),
                                      [](const VerificationRow &row) { return row.verdict == Verdict::TooFew; });
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, report.title);
    xml.writeAttribute(u"tests"_s, QString::number(report.rows.size()));
    xml.writeAttribute(u"failures"_s, QString::number(bad));
    xml.writeAttribute(u"skipped"_s, QString::number(unsure));
    xml.writeAttribute(u"time"_s, QString::number(double(report.milliseconds) / 1000, 'f', 3));
    for (const VerificationRow &row : report.rows) {
        xml.writeStartElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, row.gateway);
        xml.writeAttribute(u"name"_s, row.title);
        if (row.verdict != Verdict::Matches) {
            xml.writeStartElement(row.verdict == Verdict::TooFew ? u"skipped"_s : u"failure"_s);
            xml.writeAttribute(u"message"_s, row.reason);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return text;
}

} // namespace sluice
