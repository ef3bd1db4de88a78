// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include "cli/terminal.h"
#include "core/model/prose.h"
#include "core/release/releaseactions.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>
#include <iostream>

using namespace Qt::StringLiterals;

namespace sluice::cli {

namespace {

struct OutputText
{
    Q_DECLARE_TR_FUNCTIONS(Output)
};

void write(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream);
}

Error fileFault(const QString &reason, const QString &detail)
{
    return {.kind = Error::Kind::Invalid, .reason = reason, .detail = detail, .traffic = {}, .advice = {}};
}

QString kindWord(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Cancelled:
        return u"cancelled"_s;
    case Error::Kind::Unreachable:
        return u"unreachable"_s;
    case Error::Kind::Tls:
        return u"tls"_s;
    case Error::Kind::Unauthorized:
        return u"unauthorized"_s;
    case Error::Kind::ReadOnlyKey:
        return u"read-only-key"_s;
    case Error::Kind::ReadOnlyCluster:
        return u"read-only-cluster"_s;
    case Error::Kind::Forbidden:
        return u"forbidden"_s;
    case Error::Kind::Redirected:
        return u"redirected"_s;
    case Error::Kind::NotFound:
        return u"not-found"_s;
    case Error::Kind::Invalid:
        return u"invalid"_s;
    case Error::Kind::Conflict:
        return u"conflict"_s;
    case Error::Kind::Unknown:
        return u"unknown"_s;
    case Error::Kind::Unsupported:
        return u"unsupported"_s;
    case Error::Kind::Server:
        return u"server"_s;
    }
    return {};
}

/// Chinese characters take two columns of a terminal.
int columns(const QString &text)
{
    int width = 0;
    for (const QChar &letter : text)
        width += letter.unicode() >= 0x2e80 && letter.unicode() <= 0xffdc ? 2 : 1;
    return width;
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QString wordOf(Condition::Place place)
{
    switch (place) {
    case Condition::Place::Header:
        return u"header"_s;
    case Condition::Place::Query:
        return u"query"_s;
    case Condition::Place::Cookie:
        return u"cookie"_s;
    }
    return {};
}

QString wordOf(Condition::Operator op)
{
    switch (op) {
    case Condition::Operator::Equals:
        return u"=="_s;
    case Condition::Operator::NotEquals:
        return u"!="_s;
    case Condition::Operator::Matches:
        return u"~"_s;
    case Condition::Operator::In:
        return u"in"_s;
    case Condition::Operator::Greater:
        return u">"_s;
    case Condition::Operator::Less:
        return u"<"_s;
    case Condition::Operator::Exists:
        return u"exists"_s;
    case Condition::Operator::Absent:
        return u"absent"_s;
    }
    return {};
}

QJsonObject jsonOf(const Condition &condition)
{
    QJsonObject json{
        {u"place"_s, wordOf(condition.place)}, {u"name"_s, condition.name}, {u"op"_s, wordOf(condition.op)}};
    if (condition.op == Condition::Operator::In)
        json.insert(u"value"_s, QJsonArray::fromStringList(condition.values));
    else if (!condition.values.isEmpty())
        json.insert(u"value"_s, condition.values.first());
    return json;
}

} // namespace

Result<QByteArray> readFile(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return fileFault(OutputText::tr("The file \"%1\" can't be read.").arg(file.fileName()), file.errorString());
    return file.readAll();
}

Result<void> writeFile(const std::string &path, const QByteArray &content, bool ownerOnly)
{
    QSaveFile file(QString::fromStdString(path));
    const auto failed = [&file] {
        return fileFault(OutputText::tr("The file \"%1\" can't be written.").arg(file.fileName()), file.errorString());
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    if (ownerOnly && !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failed();
    if (file.write(content) != content.size() || !file.commit())
        return failed();
    return {};
}

int exitCodeOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unreachable:
    case Error::Kind::Tls:
    case Error::Kind::Unauthorized:
    case Error::Kind::ReadOnlyKey:
    case Error::Kind::Forbidden:
    case Error::Kind::Redirected:
    case Error::Kind::Unknown:
        return NotReached;
    case Error::Kind::Conflict:
    case Error::Kind::ReadOnlyCluster:
        return Refused;
    case Error::Kind::Invalid:
        return error.httpStatus == 0 ? WrongUsage : SaidNo;
    default:
        return SaidNo;
    }
}

int printError(const Error &error, bool asJson)
{
    const int code = exitCodeOf(error);
    if (asJson) {
        const QJsonObject json{{u"kind"_s, kindWord(error.kind)}, {u"reason"_s, error.reason},
                               {u"detail"_s, error.detail},       {u"traffic"_s, error.traffic},
                               {u"advice"_s, error.advice},       {u"exitCode"_s, code}};
        write(stderr, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)) + u'\n');
        return code;
    }
    const QString detail = error.detail.isEmpty() ? QString() : u'(' + error.detail + u')';
    const QString sentences = joinSentences({error.reason, detail, error.traffic, error.advice});
    write(stderr, u"sluicectl: "_s + sentences.simplified() + u'\n');
    return code;
}

int printRefused(Error error, bool asJson)
{
    if (error.traffic.isEmpty())
        error.traffic = OutputText::tr("Nothing was changed: the traffic goes where it went.");
    return printError(error, asJson);
}

void print(const QString &text)
{
    write(stdout, text + u'\n');
}

void print(const QJsonObject &object)
{
    write(stdout, QString::fromUtf8(QJsonDocument(object).toJson()));
}

void print(const QJsonArray &array)
{
    write(stdout, QString::fromUtf8(QJsonDocument(array).toJson()));
}

void printLine(const QJsonObject &object)
{
    write(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n');
}

void printNote(const QString &text)
{
    write(stderr, text + u'\n');
}

void printTable(const QList<QStringList> &rows)
{
    QList<int> widths;
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (column == widths.size())
                widths.append(0);
            widths[column] = std::max(widths[column], columns(row[column]));
        }
    }
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column)
            line += row[column] + QString(widths[column] - columns(row[column]) + 2, u' ');
        while (line.endsWith(u' '))
            line.chop(1);
        print(line);
    }
}

bool agreed(const QString &question, bool yes)
{
    if (yes || !isAttended())
        return true;
    write(stderr, question + OutputText::tr(" Go on? [y/N] "));
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y";
}

QJsonObject toJson(const TrafficPolicy &policy)
{
    if (policy.kind == TrafficPolicy::Kind::Percentage)
        return {{u"percentage"_s, policy.percentage}};
    QJsonArray groups;
    for (const RuleGroup &group : policy.groups) {
        QJsonArray conditions;
        for (const Condition &condition : group)
            conditions.append(jsonOf(condition));
        groups.append(QJsonValue(conditions));
    }
    return {{u"rules"_s, groups}, {u"share"_s, policy.share}};
}

QJsonObject toJson(const ObservedRelease &observed)
{
    const Release &release = observed.release;
    QJsonObject json{{u"id"_s, release.id},
                     {u"name"_s, release.name},
                     {u"description"_s, release.description},
                     {u"state"_s, toText(release.state)},
                     {u"condition"_s, toText(observed.condition)},
                     {u"api"_s, release.api.toText()},
                     {u"current"_s, release.current},
                     {u"target"_s, release.target},
                     {u"policy"_s, QJsonValue::Null},
                     {u"revision"_s, release.revision},
                     {u"applied"_s, release.applied},
                     {u"by"_s, release.by},
                     {u"created"_s, timeText(release.created)},
                     {u"updated"_s, timeText(release.updated)},
                     {u"workspace"_s, release.workspace}};
    if (release.policyIsReadable)
        json.insert(u"policy"_s, toJson(release.policy));
    return json;
}

QJsonObject toJsonWithHistory(const ObservedRelease &observed)
{
    QJsonObject json = toJson(observed);
    QJsonArray history;
    for (const LogEntry &entry : observed.release.log)
        history.append(QJsonObject{{u"revision"_s, entry.revision},
                                   {u"write"_s, entry.write},
                                   {u"time"_s, timeText(entry.time)},
                                   {u"by"_s, entry.by},
                                   {u"action"_s, entry.action},
                                   {u"policy"_s, entry.policy},
                                   {u"reason"_s, entry.reason}});
    json.insert(u"history"_s, history);
    json.insert(u"plan"_s, toJsonOfPlan(observed));
    QJsonArray offered;
    const QList<ReleaseAction> actions = offeredActions(observed);
    for (const ReleaseAction action : actions)
        offered.append(toText(action));
    json.insert(u"offered"_s, offered);
    const auto alarm = alarmOf(observed);
    json.insert(u"alarm"_s, alarm ? alarm->reason : QString());
    json.insert(u"traffic"_s, observed.api ? trafficNow(*observed.api) : QString());
    return json;
}

QJsonObject toJsonOfPlan(const ObservedRelease &release)
{
    const ReleasePlan &plan = release.plan;
    QJsonArray steps;
    for (const PlanStep &step : plan.steps) {
        const QJsonValue hold = step.hold ? QJsonValue(qint64(step.hold->count())) : QJsonValue(u"wait"_s);
        steps.append(QJsonObject{
            {u"policy"_s, toJson(step.policy)}, {u"hold"_s, hold}, {u"limits"_s, sluice::toText(step.limits)}});
    }
    return {{u"steps"_s, steps},
            {u"at"_s, plan.at},
            {u"since"_s, timeText(plan.since)},
            {u"paused"_s, plan.isPaused()},
            {u"alarm"_s, plan.alarm},
            {u"cancelOnAlarm"_s, plan.cancelsOnAlarm},
            {u"runner"_s, release.actor()}};
}

QJsonObject toJson(const AdminRequest &request)
{
    QJsonObject json{{u"method"_s, QString::fromLatin1(request.method)}, {u"path"_s, request.path}};
    if (!request.body.isEmpty())
        json.insert(u"body"_s, request.body);
    return json;
}

int printRequests(const QList<AdminRequest> &requests, const QUrl &admin, const Arguments &arguments)
{
    QJsonArray items;
    for (const AdminRequest &request : requests) {
        items.append(toJson(request));
        if (arguments.curl)
            print(toCurl(request, admin));
        else if (!arguments.json())
            print(u"%1 /apisix/admin/%2 %3"_s
                      .arg(QString::fromLatin1(request.method), request.path, QString::fromUtf8(request.bodyText()))
                      .trimmed());
    }
    if (arguments.json() && !arguments.curl)
        print(items);
    return Done;
}

QString shortPolicy(const Release &release)
{
    if (!release.policyIsReadable)
        return u"?"_s;
    if (release.policy.kind == TrafficPolicy::Kind::Percentage)
        return QString::number(release.policy.percentage) + u" %"_s;
    return toText(release.policy);
}

} // namespace sluice::cli
