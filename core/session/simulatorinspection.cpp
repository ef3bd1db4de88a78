// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/session/simulatorinspection.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <QCoroNetworkReply>

#include <memory>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct SimulatorInspectionText
{
    Q_DECLARE_TR_FUNCTIONS(SimulatorInspection)
};

constexpr int answerTime = 5000; ///< ms

QMap<int, qint64> statusesFrom(const QJsonObject &json)
{
    QMap<int, qint64> statuses;
    for (auto status = json.begin(); status != json.end(); ++status)
        statuses.insert(status.key().toInt(), status.value().toInteger());
    return statuses;
}

SimulatedRequest requestFrom(const QJsonObject &json)
{
    SimulatedRequest request;
    request.method = json[u"method"_s].toString();
    request.path = json[u"path"_s].toString();
    request.route = json[u"route"_s].toString();
    request.rule = json[u"rule"_s].toString();
    request.upstream = json[u"upstream"_s].toString();
    request.node = json[u"node"_s].toString();
    request.status = json[u"status"_s].toInt();
    request.microseconds = json[u"microseconds"_s].toInteger();
    request.ended = QDateTime::fromString(json[u"ended"_s].toString(), Qt::ISODateWithMs);
    if (!json[u"reason"_s].isObject())
        return request;
    request.reason = explanationFromJson(json[u"reason"_s].toObject());
    request.reason->route = request.route;
    request.reason->upstreams = {{request.upstream, 100}};
    return request;
}

SimulatedTraffic trafficFrom(const QJsonObject &json)
{
    SimulatedTraffic traffic;
    traffic.total = json[u"total"_s].toInteger();
    const QJsonArray counts = json[u"routes"_s].toArray();
    for (const QJsonValue &count : counts)
        traffic.counts.append({count[u"run"_s].toString(), count[u"route"_s].toString(), count[u"rule"_s].toString(),
                               count[u"upstream"_s].toString(), count[u"requests"_s].toInteger(),
                               statusesFrom(count[u"status"_s].toObject())});
    const QJsonArray newest = json[u"newest"_s].toArray();
    for (const QJsonValue &entry : newest)
        traffic.newest.append(requestFrom(entry.toObject()));
    return traffic;
}

QJsonObject toJson(const PastedRequest &request)
{
    QJsonObject headers;
    for (const auto &[name, value] : request.headers)
        headers.insert(name, value);
    QStringList cookies;
    for (const auto &[name, value] : request.cookies)
        cookies.append(name + u'=' + value);
    if (!cookies.isEmpty())
        headers.insert(u"Cookie"_s, cookies.join(u"; "_s));
    QJsonObject json{{u"method"_s, request.method.isEmpty() ? u"GET"_s : request.method},
                     {u"path"_s, targetOf(request)},
                     {u"headers"_s, headers}};
    if (!request.host.isEmpty())
        json.insert(u"host"_s, request.host);
    return json;
}

Error noAnswer(const QNetworkReply &reply, const QJsonObject &body)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return {.kind = status == 0 ? Error::Kind::Unreachable : Error::Kind::Server,
            .reason = status == 0 ? SimulatorInspectionText::tr("The simulator does not answer.")
                                  : SimulatorInspectionText::tr("The simulator refuses."),
            .detail = status == 0 ? reply.errorString() : body[u"error_msg"_s].toString(),
            .traffic = {},
            .advice = status == 0 ? SimulatorInspectionText::tr("Start it again.") : QString(),
            .httpStatus = status};
}

} // namespace

SimulatorInspection::SimulatorInspection(QUrl admin, QByteArray key, QObject *parent)
    : QObject(parent)
    , m_admin(std::move(admin))
    , m_key(std::move(key))
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setTransferTimeout(answerTime);
    m_network.setAutoDeleteReplies(false);
}

QCoro::Task<Result<QJsonObject>> SimulatorInspection::ask(QByteArray method, QString path, QJsonObject body)
{
    QUrl url = m_admin;
    url.setPath(u"/sluice/"_s + path.section(u'?', 0, 0), QUrl::TolerantMode);
    url.setQuery(path.section(u'?', 1));
    QNetworkRequest request(url);
    request.setRawHeader("X-API-KEY", m_key);
    const QByteArray content = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    if (!content.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater> reply(
        m_network.sendCustomRequest(request, method, content));
    co_await qCoro(reply.get()).waitForFinished();
    const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
    if (reply->error() == QNetworkReply::NoError)
        co_return answer;
    Error fault = noAnswer(*reply, answer);
    co_return fault;
}

QCoro::Task<Result<SimulatedTraffic>> SimulatorInspection::traffic()
{
    Result<QJsonObject> answer = co_await ask("GET"_ba, u"traffic?newest=100"_s);
    if (!answer)
        co_return answer.error();
    co_return trafficFrom(*answer);
}

QCoro::Task<Result<void>> SimulatorInspection::resetTraffic()
{
    Result<QJsonObject> answer = co_await ask("POST"_ba, u"traffic/reset"_s);
    if (!answer)
        co_return answer.error();
    co_return {};
}

QCoro::Task<Result<void>> SimulatorInspection::setFault(QString upstream, SimulatedFault fault)
{
    const QJsonObject body{{u"delay"_s, fault.delay / 1000.0}, {u"error_rate"_s, fault.errorRate / 100.0}};
    const QString path = u"faults/"_s + QString::fromLatin1(QUrl::toPercentEncoding(upstream));
    Result<QJsonObject> answer = co_await ask("PUT"_ba, path, body);
    if (!answer)
        co_return answer.error();
    co_return {};
}

QCoro::Task<Result<QMap<QString, SimulatedFault>>> SimulatorInspection::faults()
{
    Result<QJsonObject> answer = co_await ask("GET"_ba, u"faults"_s);
    if (!answer)
        co_return answer.error();
    QMap<QString, SimulatedFault> faults;
    const QJsonObject all = (*answer)[u"faults"_s].toObject();
    for (auto fault = all.begin(); fault != all.end(); ++fault) {
        const QJsonObject ordered = fault.value().toObject();
        faults.insert(fault.key(), {qRound(1000 * ordered[u"delay"_s].toDouble()),
                                    qRound(100 * ordered[u"error_rate"_s].toDouble())});
    }
    co_return faults;
}

QCoro::Task<Result<QStringList>> SimulatorInspection::unsupported()
{
    Result<QJsonObject> answer = co_await ask("GET"_ba, u"unsupported"_s);
    if (!answer)
        co_return answer.error();
    QStringList lines;
    const QJsonArray items = (*answer)[u"unsupported"_s].toArray();
    for (const QJsonValue &item : items) {
        const QString what = item[u"plugin"_s].toString(item[u"field"_s].toString());
        lines.append(SimulatorInspectionText::tr("%1 on %2").arg(what, item[u"in"_s].toString()));
    }
    co_return lines;
}

QCoro::Task<Result<RequestExplanation>> SimulatorInspection::explain(PastedRequest request)
{
    Result<QJsonObject> answer = co_await ask("POST"_ba, u"explain"_s, toJson(request));
    if (!answer)
        co_return answer.error();
    co_return explanationFromJson(*answer);
}

} // namespace sluice
