// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/session/simulatorinspection.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QUrlQuery>

#include <QCoroNetworkReply>

#include <memory>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SimulatorInspection)
};

constexpr int patience = 5000; ///< ms

QMap<int, qint64> statusesFrom(const QJsonObject &json)
{
    QMap<int, qint64> statuses;
    for (auto status = json.begin(); status != json.end(); ++status)
        statuses.insert(status.key().toInt(), status.value().toInteger());
    return statuses;
}

SimulatedTraffic trafficFrom(const QJsonObject &json)
{
    SimulatedTraffic traffic;
    traffic.total = json[u"total"_s].toInteger();
    const QJsonArray counts = json[u"routes"_s].toArray();
    for (const QJsonValue &count : counts)
        traffic.counts.append({count[u"route"_s].toString(), count[u"rule"_s].toString(),
                               count[u"upstream"_s].toString(), count[u"requests"_s].toInteger(),
                               statusesFrom(count[u"status"_s].toObject())});
    const QJsonArray newest = json[u"newest"_s].toArray();
    for (const QJsonValue &entry : newest)
        traffic.newest.append({entry[u"method"_s].toString(), entry[u"path"_s].toString(),
                               entry[u"route"_s].toString(), entry[u"rule"_s].toString(),
                               entry[u"upstream"_s].toString(), entry[u"node"_s].toString(), entry[u"status"_s].toInt(),
                               entry[u"microseconds"_s].toInteger()});
    return traffic;
}

QString pathOf(const PastedRequest &request)
{
    const QString path = request.path.isEmpty() ? u"/"_s : request.path;
    if (request.query.isEmpty())
        return path;
    QUrlQuery query;
    for (const auto &[name, value] : request.query)
        query.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(name)),
                           QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return path + u'?' + query.toString(QUrl::FullyEncoded);
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
                     {u"path"_s, pathOf(request)},
                     {u"headers"_s, headers}};
    if (!request.host.isEmpty())
        json.insert(u"host"_s, request.host);
    return json;
}

Error noAnswer(const QNetworkReply &reply, const QJsonObject &body)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return {.kind = status == 0 ? Error::Kind::Unreachable : Error::Kind::Server,
            .reason = status == 0 ? Text::tr("The simulator does not answer.") : Text::tr("The simulator refuses."),
            .detail = status == 0 ? reply.errorString() : body[u"error_msg"_s].toString(),
            .traffic = {},
            .advice = status == 0 ? Text::tr("Start it again.") : QString(),
            .httpStatus = status};
}

} // namespace

SimulatorInspection::SimulatorInspection(QUrl admin, QByteArray key, QObject *parent)
    : QObject(parent)
    , m_admin(std::move(admin))
    , m_key(std::move(key))
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setTransferTimeout(patience);
    m_network.setAutoDeleteReplies(false);
}

QCoro::Task<Result<QJsonObject>> SimulatorInspection::ask(QByteArray method, QString path, QJsonObject body)
{
    QUrl url = m_admin;
    url.setPath(u"/sluice/"_s + path, QUrl::TolerantMode);
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
    Result<QJsonObject> answer = co_await ask("GET"_ba, u"traffic"_s);
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

QCoro::Task<Result<QStringList>> SimulatorInspection::unsupported()
{
    Result<QJsonObject> answer = co_await ask("GET"_ba, u"unsupported"_s);
    if (!answer)
        co_return answer.error();
    QStringList lines;
    const QJsonArray items = (*answer)[u"unsupported"_s].toArray();
    for (const QJsonValue &item : items) {
        const QString what = item[u"plugin"_s].toString(item[u"field"_s].toString());
        lines.append(Text::tr("%1 on %2").arg(what, item[u"in"_s].toString()));
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
