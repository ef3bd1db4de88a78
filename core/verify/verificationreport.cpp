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

struct VerificationReportText
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
            {u"title"_s, toWords(row.name)},
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
            {u"reason"_s, row.reason()}};
}

QJsonObject toJson(const ExpectationCount::Answers &answers)
{
    return {{u"answers"_s, answers.all}, {u"unexpected"_s, answers.unexpected}};
}

QJsonObject toJson(const ExpectationCount &count)
{
    QJsonObject json{{u"expected"_s, toText(count.expectation)},
                     {u"verdict"_s, toText(count.verdict())},
                     {u"reason"_s, count.reason()},
                     {u"target"_s, toJson(count.target)},
                     {u"current"_s, toJson(count.current)},
                     {u"neither"_s, toJson(count.neither)}};
    if (count.first) {
        json.insert(u"gateway"_s, count.first->gateway);
        json.insert(u"title"_s, toWords(count.first->name));
        json.insert(u"request"_s, count.first->request);
    }
    return json;
}

/// The first that some answer did not keep.
const ExpectationCount *firstUnexpected(const QList<ExpectationCount> &expectations)
{
    const auto found = std::find_if(expectations.cbegin(), expectations.cend(), [](const ExpectationCount &count) {
        return count.verdict() == Verdict::DoesNotMatch;
    });
    return found == expectations.cend() ? nullptr : &*found;
}

struct TestCase
{
    QString group;
    QString name;
    Verdict verdict;
    QString reason;
};

QList<TestCase> testCasesOf(const VerificationReport &report)
{
    QList<TestCase> cases;
    for (const VerificationRow &row : report.rows)
        cases.append({row.gateway, toWords(row.name), row.verdict, row.reason()});
    for (const ExpectationCount &count : report.expectations)
        cases.append({u"expect"_s, toText(count.expectation), count.verdict(), count.reason()});
    return cases;
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
        return VerificationReportText::tr("Matches");
    case Verdict::DoesNotMatch:
        return VerificationReportText::tr("Does not match");
    case Verdict::TooFew:
        return VerificationReportText::tr("Too few requests");
    }
    return {};
}

QString toWords(const VerificationNote &note)
{
    switch (note.kind) {
    case VerificationNote::Kind::NothingHits:
        return VerificationReportText::tr(
            "No request that could be built matches a rule: all go to the current upstream.");
    case VerificationNote::Kind::NotTested:
        return VerificationReportText::tr("Not tested: %1").arg(toWords(note.untested));
    case VerificationNote::Kind::Arrived:
        return VerificationReportText::tr("The gateway's control address says that the configuration has arrived.");
    case VerificationNote::Kind::Waited:
        return VerificationReportText::tr(
            "Waited a second for the gateway to take the configuration over; a control address would "
            "tell.");
    case VerificationNote::Kind::NotArrived:
        return VerificationReportText::tr(
            "The control address does not say that the configuration has arrived: waited a second.");
    case VerificationNote::Kind::Repeated:
        return VerificationReportText::tr("The API was changed during the run: it was repeated.");
    case VerificationNote::Kind::ChangedEveryTime:
        return VerificationReportText::tr("The API was changed during every run.");
    case VerificationNote::Kind::Stopped:
        return VerificationReportText::tr("The run was stopped.");
    }
    return {};
}

QString VerificationRow::reason() const
{
    if (isOutdated)
        return VerificationReportText::tr("The API was changed during the run.");
    const qint64 counted = onTarget + onCurrent;
    const QString counts =
        VerificationReportText::tr("%1 of %2 requests landed on the target").arg(onTarget).arg(counted);
    if (verdict == Verdict::Matches)
        return VerificationReportText::tr("%1, as expected.").arg(counts);
    if (verdict == Verdict::DoesNotMatch && isShare)
        return VerificationReportText::tr("%1; a healthy gateway gives between %2 and %3.")
            .arg(counts)
            .arg(std::ceil(band.low - 1e-9))
            .arg(std::floor(band.high + 1e-9));
    if (verdict == Verdict::DoesNotMatch)
        return VerificationReportText::tr("%1; it must be %2.").arg(counts).arg(wanted == 0 ? 0 : counted);
    if (unattributed > 0 && !fault.isEmpty())
        return VerificationReportText::tr("%n request(s) got no answer: %1.", nullptr, int(statuses.value(0)))
            .arg(fault);
    if (unattributed > 0)
        return VerificationReportText::tr("%n answer(s) came from neither upstream.", nullptr, int(unattributed));
    return VerificationReportText::tr("%1: too few to tell; %2 suffice.").arg(counts).arg(suffices);
}

Verdict VerificationReport::splitVerdict() const
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

Verdict VerificationReport::verdict() const
{
    return firstUnexpected(expectations) == nullptr ? splitVerdict() : Verdict::DoesNotMatch;
}

QString VerificationReport::sentence() const
{
    const Verdict worst = splitVerdict();
    const ExpectationCount *unexpected = firstUnexpected(expectations);
    if (unexpected != nullptr && worst == Verdict::Matches)
        return VerificationReportText::tr("The split is as expected, but not the answers. %1")
            .arg(unexpected->reason());
    if (unexpected != nullptr && worst == Verdict::TooFew)
        return unexpected->reason();
    for (const VerificationRow &row : rows) {
        if (row.verdict == worst && worst != Verdict::Matches)
            return row.reason();
    }
    if (stopped && !rows.isEmpty())
        return VerificationReportText::tr("The run was stopped before every case was measured.");
    if (rows.size() > 1)
        return VerificationReportText::tr("All %n case(s) are as expected.", nullptr, int(rows.size()));
    return rows.isEmpty() ? VerificationReportText::tr("Nothing was sent.") : rows.first().reason();
}

QStringList VerificationReport::noteWords() const
{
    QStringList words;
    for (const VerificationNote &note : notes)
        words.append(toWords(note));
    return words;
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
    QJsonArray expectations;
    for (const ExpectationCount &count : report.expectations)
        expectations.append(toJson(count));
    return {{u"title"_s, report.title},
            {u"policy"_s, report.policy},
            {u"current"_s, report.currentName},
            {u"target"_s, report.targetName},
            {u"verdict"_s, toText(report.verdict())},
            {u"split"_s, toText(report.splitVerdict())},
            {u"sentence"_s, report.sentence()},
            {u"started"_s, report.started.toUTC().toString(Qt::ISODate)},
            {u"milliseconds"_s, report.milliseconds},
            {u"exclusive"_s, report.exclusive},
            {u"workers"_s, report.workers},
            {u"deviation"_s, report.deviation},
            {u"suffices"_s, report.suffices},
            {u"notes"_s, QJsonArray::fromStringList(report.noteWords())},
            {u"identification"_s, report.identification},
            {u"comparison"_s, toJson(report.comparison)},
            {u"expectations"_s, expectations},
            {u"rows"_s, rows}};
}

QByteArray toJUnit(const VerificationReport &report)
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    const QList<TestCase> cases = testCasesOf(report);
    const auto countOf = [&cases](Verdict verdict) {
        return QString::number(std::count_if(cases.begin(), cases.end(),
                                             [verdict](const TestCase &one) { return one.verdict == verdict; }));
    };
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, report.title);
    xml.writeAttribute(u"tests"_s, QString::number(cases.size()));
    xml.writeAttribute(u"failures"_s, countOf(Verdict::DoesNotMatch));
    xml.writeAttribute(u"skipped"_s, countOf(Verdict::TooFew));
    xml.writeAttribute(u"time"_s, QString::number(double(report.milliseconds) / 1000, 'f', 3));
    for (const TestCase &one : cases) {
        xml.writeStartElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, one.group);
        xml.writeAttribute(u"name"_s, one.name);
        if (one.verdict != Verdict::Matches) {
            xml.writeStartElement(one.verdict == Verdict::TooFew ? u"skipped"_s : u"failure"_s);
            xml.writeAttribute(u"message"_s, one.reason);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return text;
}

} // namespace sluice
