// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "cli/connection.h"
#include "cli/output.h"
#include "core/verify/reporthtml.h"
#include "core/verify/verificationsetup.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace sluice::cli {

namespace {

struct VerifyCommandText
{
    Q_DECLARE_TR_FUNCTIONS(VerifyCommand)
};

Result<QByteArray> contentOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return Error::invalid(VerifyCommandText::tr("The file \"%1\" can't be read.").arg(file.fileName()), {},
                              file.errorString());
    return file.readAll();
}

Result<void> addHeader(VerificationRequest &request, const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 1)
        return Error::invalid(VerifyCommandText::tr("A header is written as \"Name: value\"."), {});
    request.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    return {};
}

Result<void> addHeaders(VerificationRequest &request, const Arguments &arguments)
{
    QByteArrayList lines;
    for (const std::string &header : arguments.headers)
        lines.append(QByteArray::fromStdString(header));
    if (!arguments.headerFile.empty()) {
        const Result<QByteArray> content = contentOf(arguments.headerFile);
        if (!content)
            return content.error();
        lines += content->split('\n');
    }
    for (const QByteArray &line : std::as_const(lines)) {
        if (line.trimmed().isEmpty())
            continue;
        if (const auto added = addHeader(request, line); !added)
            return added.error();
    }
    return {};
}

Result<void> addConnect(VerificationRequest &request, const std::string &connect)
{
    if (connect.empty())
        return {};
    const QString text = QString::fromStdString(connect);
    const qsizetype colon = text.lastIndexOf(u':');
    bool isPort = false;
    request.connectPort = text.mid(colon + 1).toUShort(&isPort);
    request.connectHost = text.left(colon).remove(u'[').remove(u']');
    if (colon < 1 || !isPort)
        return Error::invalid(VerifyCommandText::tr("\"%1\" is not an address to connect to.").arg(text),
                              VerifyCommandText::tr("Write IP:PORT."));
    return {};
}

/// What the command line says wins over what was found out.
Result<void> apply(VerificationRequest &request, const Arguments &arguments)
{
    const auto text = [](const std::string &value) { return QString::fromStdString(value); };
    if (!arguments.method.empty())
        request.method = QByteArray::fromStdString(arguments.method).toUpper();
    if (!arguments.path.empty())
        request.path = text(arguments.path);
    if (!arguments.host.empty())
        request.host = text(arguments.host);
    if (!arguments.body.empty()) {
        const Result<QByteArray> content = contentOf(arguments.body);
        if (!content)
            return content.error();
        request.body = *content;
    }
    if (const auto added = addHeaders(request, arguments); !added)
        return added.error();
    if (const auto added = addConnect(request, arguments.connect); !added)
        return added.error();
    if (!arguments.identify.empty()) {
        const auto identify = parseIdentification(text(arguments.identify));
        if (!identify)
            return identify.error();
        request.identify = *identify;
    }
    request.identify.targetIs = text(arguments.targetIs);
    request.identify.currentIs = text(arguments.currentIs);
    if (request.path.isEmpty())
        return Error::invalid(VerifyCommandText::tr("There is no path to call."),
                              VerifyCommandText::tr("Name one with --path, and --method if need be."));
    if (arguments.exclusive || arguments.shared)
        request.exclusive = arguments.exclusive;
    if (arguments.concurrency > 0)
        request.concurrency = arguments.concurrency;
    if (arguments.workersGiven)
        request.workers = arguments.workers;
    if (arguments.rate > 0)
        request.rate = arguments.rate;
    request.requests = arguments.requests;
    request.deviation = arguments.deviation;
    return {};
}

Result<void> writeReports(const VerificationReport &report, const std::string &list)
{
    const QStringList items = QString::fromStdString(list).split(u',', Qt::SkipEmptyParts);
    for (const QString &item : items) {
        const QString kind = item.section(u'=', 0, 0);
        QByteArray content;
        if (kind == "html"_L1)
            content = toHtml(report);
        else if (kind == "json"_L1)
            content = QJsonDocument(toJson(report)).toJson();
        else if (kind == "junit"_L1)
            content = toJUnit(report);
        else
            return Error::invalid(VerifyCommandText::tr("\"%1\" is not a report.").arg(item),
                                  VerifyCommandText::tr("Write html=FILE,json=FILE,junit=FILE."));
        QSaveFile file(item.section(u'=', 1));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
            return Error::invalid(VerifyCommandText::tr("The report \"%1\" can't be written.").arg(file.fileName()), {},
                                  file.errorString());
    }
    return {};
}

void printExpectations(const QList<ExpectationCount> &expectations)
{
    if (expectations.isEmpty())
        return;
    //: Heading of a table: the columns hold answers that were not as expected, of all.
    QList<QStringList> rows{{VerifyCommandText::tr("EXPECTED"), VerifyCommandText::tr("TARGET FAILED"),
                             VerifyCommandText::tr("CURRENT FAILED"), VerifyCommandText::tr("NEITHER FAILED"),
                             VerifyCommandText::tr("VERDICT")}};
    for (const ExpectationCount &count : expectations)
        rows.append({toText(count.expectation), toWords(count.target), toWords(count.current), toWords(count.neither),
                     toWords(count.verdict())});
    printTable(rows);
}

void printReport(const VerificationReport &report)
{
    QList<QStringList> rows{{VerifyCommandText::tr("GATEWAY"), VerifyCommandText::tr("CASE"),
                             VerifyCommandText::tr("SENT"), VerifyCommandText::tr("TARGET"),
                             VerifyCommandText::tr("CURRENT"), VerifyCommandText::tr("NEITHER"),
                             VerifyCommandText::tr("ALLOWED"), VerifyCommandText::tr("VERDICT")}};
    for (const VerificationRow &row : report.rows)
        rows.append({row.gateway, toWords(row.name), QString::number(row.sent), QString::number(row.onTarget),
                     QString::number(row.onCurrent), QString::number(row.unattributed),
                     u"%1-%2"_s.arg(std::ceil(row.band.low - 1e-9)).arg(std::floor(row.band.high + 1e-9)),
                     toWords(row.verdict)});
    printTable(rows);
    printExpectations(report.expectations);
    const QStringList notes = report.noteWords();
    for (const QString &note : notes)
        print(note);
    for (const VerificationRow &row : report.rows) {
        if (row.verdict != Verdict::Matches)
            print(row.reason() + u"\n  "_s + row.request);
    }
    for (const ExpectationCount &count : report.expectations) {
        if (count.first)
            print(count.reason() + u"\n  "_s + count.first->request);
    }
    if (report.comparison.latency)
        print(report.comparison.sentence());
    print(toWords(report.verdict()) + u": "_s + report.sentence());
}

QCoro::Task<Result<VerificationRequest>> requestFor(std::shared_ptr<ClusterSession> session, QString subject)
{
    ReleaseService &releases = session->releases();
    if (const auto ref = parseApiRef(subject)) {
        Result<std::optional<Api>> api = co_await releases.reader().api(*ref);
        if (!api)
            co_return api.error();
        if (!*api) {
            Error missing = Error::invalid(VerifyCommandText::tr("The API %1 does not exist.").arg(subject), {});
            missing.kind = Error::Kind::NotFound;
            co_return missing;
        }
        const Api found = **api;
        Result<VerificationRequest> request = co_await verificationOf(*session, found);
        co_return request;
    }
    Result<ObservedRelease> release = co_await releases.reader().one(subject);
    if (!release)
        co_return release.error();
    Result<VerificationRequest> request = co_await verificationOf(*session, *release);
    co_return request;
}

/// Nothing says who answers: the backends themselves may, when they are asked directly.
QCoro::Task<Result<VerificationRequest>> recognising(VerificationRequest request)
{
    if (!request.identify.isEmpty())
        co_return request;
    const std::optional<Identification> learned = co_await learnIdentification(request);
    if (!learned) {
        Error fault = Error::invalid(
            VerifyCommandText::tr("Nothing tells which upstream answers, and the backends can't be asked from here or "
                                  "answer alike."),
            VerifyCommandText::tr("Say how: --identify header:NAME, json:/POINTER or regex:RE; or let the backends "
                                  "answer with a header that names their version."));
        co_return fault;
    }
    request.identify = *learned;
    printNote(VerifyCommandText::tr("Learned from the backends: --identify '%1' --target-is '%2' --current-is '%3'")
                  .arg(toText(*learned), learned->targetIs, learned->currentIs));
    co_return request;
}

/// A production gateway is asked for before it gets many requests.
bool mayBeSent(const ClusterSession &session, const VerificationRequest &request, qint64 count, bool yes)
{
    const bool isProduction = session.profile().environment == ClusterProfile::Environment::Production;
    return !isProduction ||
           agreed(VerifyCommandText::tr("About %1 requests, at most %2 a second, will be sent to a production gateway.")
                      .arg(count)
                      .arg(request.rate),
                  yes);
}

void announce(const VerificationRequest &request, const SplitRun &run)
{
    SplitRun single = run;
    single.connections = 1;
    const QString enough = QString::number(sufficientRequests(run));
    if (run.percentage > 0)
        print(VerifyCommandText::tr("%1 requests suffice; the first on the target is certain after %2.")
                  .arg(enough)
                  .arg(requestsUntilFirst(run)));
    else
        print(VerifyCommandText::tr("%1 requests suffice.").arg(enough));
    if (run.connections > 1 && request.exclusive && sufficientRequests(single) < sufficientRequests(run))
        print(VerifyCommandText::tr("One keep-alive connection walks one worker's exact order: there %1 suffice.")
                  .arg(sufficientRequests(single)));
}

} // namespace

QCoro::Task<int> runVerify(const Arguments &arguments)
{
    const Result<QList<Expectation>> expectations = expectationsFrom(arguments);
    if (!expectations)
        co_return printError(expectations.error(), arguments.json());
    Result<std::shared_ptr<ClusterSession>> session = co_await connectTo(arguments);
    if (!session)
        co_return printError(session.error(), arguments.json());
    const QString subject = QString::fromStdString(arguments.subject);
    Result<VerificationRequest> request = co_await requestFor(*session, subject);
    if (!request)
        co_return printError(request.error(), arguments.json());
    if (const auto applied = apply(*request, arguments); !applied)
        co_return printError(applied.error(), arguments.json());
    request->expectations = *expectations;
    if (const auto possible = Verifier::possible(*request); !possible)
        co_return printError(possible.error(), arguments.json());
    request = co_await recognising(*request);
    if (!request)
        co_return printError(request.error(), arguments.json());
    const SplitRun run = Verifier::runOf(*request);
    if (!arguments.json() && request->policy.kind == TrafficPolicy::Kind::Percentage)
        announce(*request, run);
    const qint64 count = request->requests > 0 ? request->requests : sufficientRequests(run);
    if (!mayBeSent(**session, *request, count, arguments.yes))
        co_return SaidNo;
    Verifier verifier;
    Result<VerificationReport> report = co_await verifier.verify(*request);
    if (!report)
        co_return printError(report.error(), arguments.json());
    if (const auto written = writeReports(*report, arguments.report); !written)
        co_return printError(written.error(), arguments.json());
    if (arguments.json())
        print(toJson(*report));
    else
        printReport(*report);
    co_return report->exitCode();
}

} // namespace sluice::cli
