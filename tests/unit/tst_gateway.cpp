// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/simulator.h"
#include "tests/support/replywait.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <mutex>

using namespace sluice;
using namespace sluice::simulator;
using namespace Qt::StringLiterals;

/// The simulator on real sockets: Admin API, splits, keep-alive, and what a tester needs beside.
class TestGateway : public QObject
{
    Q_OBJECT

private:
    // The body is JSON with single quotes: moc loses its way in raw strings that hold brackets.
    QByteArray send(const QByteArray &method, const QUrl &url, QByteArray body = {}, int *status = nullptr)
    {
        body.replace('\'', '"');
        QNetworkRequest request(url);
        request.setRawHeader("X-API-KEY", m_key);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkReply *reply = m_network.sendCustomRequest(request, method, body);
        test::waitForReply(reply);
        m_upstream = reply->rawHeader("X-Sluice-Upstream");
        const int code = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status)
            *status = code;
        const QByteArray answer = reply->readAll();
        reply->deleteLater();
        return answer;
    }
    QUrl admin(const QString &path) const { return m_admin.resolved(QUrl(u"/apisix/admin/"_s + path)); }
    QUrl gateway(const QString &path) const { return m_gateway.resolved(QUrl(path)); }

    const QByteArray m_key = "test-key"_ba;
    std::unique_ptr<Simulator> m_simulator;
    QNetworkAccessManager m_network;
    QUrl m_admin;
    QUrl m_gateway;
    QByteArray m_upstream;
    QStringList m_log;

private Q_SLOTS:
    void init()
    {
        SimulatorOptions options;
        options.clusters = {SimulatedCluster{u"a"_s, 0, 0, {}}};
        options.adminKey = QString::fromLatin1(m_key);
        options.viewerKey = u"looks-only"_s;
        options.demoBackends = true;
        options.threads = 2;
        m_log.clear();
        options.log = [this](const QString &line) { // from any thread
            QMetaObject::invokeMethod(this, [this, line] { m_log.append(line); });
        };
        m_simulator = std::make_unique<Simulator>(options);
        QVERIFY(m_simulator->start());
        m_admin = m_simulator->clusters().first().admin;
        m_gateway = m_simulator->clusters().first().gateway;
        send("PUT", admin(u"upstreams/v1"_s), "{'nodes':{'one.test:80':1}}");
        send("PUT", admin(u"upstreams/v2"_s), "{'nodes':{'two.test:80':1}}");
        send("PUT", admin(u"routes/pay"_s), "{'uri':'/pay/*','upstream_id':'v1'}");
    }
    void cleanup() { m_simulator.reset(); }

    // B9: from the write's answer on, about N % of the requests land on the target; over whole periods exactly.
    void splitsExactlyOverWholePeriods()
    {
        send("PATCH", admin(u"routes/pay"_s),
             "{'plugins':{'traffic-split':{'rules':[{'weighted_upstreams':[{'upstream_id':'v2','weight':20},{'weight':"
             "80}]}]}}}");
        QMap<QByteArray, int> counts;
        for (int i = 0; i < 100; ++i) {
            send("GET", gateway(u"/pay/1"_s));
            ++counts[m_upstream];
        }
        QCOMPARE(counts.value("v1"), 80);
        QCOMPARE(counts.value("v2"), 20);
    }

    // B9, B13: exactly the requests that hit a rule; nobody else.
    void rulesDecideByHeader()
    {
        send("PATCH", admin(u"routes/pay"_s),
             "{'plugins':{'traffic-split':{'rules':[{'match':[{'vars':[['arg_canary','==','1']]}],'weighted_upstreams':"
             "[{'upstream_id':'v2','weight':100}]}]}}}");
        send("GET", gateway(u"/pay/1"_s));
        QCOMPARE(m_upstream, "v1"_ba);
        send("GET", gateway(u"/pay/1?canary=1"_s));
        QCOMPARE(m_upstream, "v2"_ba);
    }

    // E5: a split whose upstream is gone answers 500 to every request that reaches it.
    void aMissingTargetIsAnError()
    {
        send("PATCH", admin(u"routes/pay"_s),
             "{'plugins':{'traffic-split':{'rules':[{'weighted_upstreams':[{'upstream_id':'gone','weight':20},{'weight'"
             ":80}]}]}}}");
        int status = 0;
        const QByteArray body = send("GET", gateway(u"/pay/1"_s), {}, &status);
        QCOMPARE(status, 500);
        QCOMPARE(body, "failed to fetch upstream info by upstream id: gone"_ba);
    }

    void guardsTheTargetOfASplit()
    {
        send("PATCH", admin(u"routes/pay"_s),
             "{'plugins':{'traffic-split':{'rules':[{'weighted_upstreams':[{'upstream_id':'v2','weight':20},{'weight':"
             "80}]}]}}}");
        int status = 0;
        const QByteArray body = send("DELETE", admin(u"upstreams/v2"_s), {}, &status);
        QCOMPARE(status, 400);
        QVERIFY(body.contains("plugin in route [pay] is still using it now"));
    }

    void inspectionNeedsTheKey()
    {
        QNetworkReply *reply = m_network.get(QNetworkRequest(m_admin.resolved(QUrl(u"/sluice/traffic"_s))));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 401);
        reply->deleteLater();
    }

    // Private keys are in an export.
    void anExportIsNotForViewers()
    {
        const auto statusFor = [&](const QByteArray &key, const QString &path) {
            QNetworkRequest request(m_admin.resolved(QUrl(path)));
            request.setRawHeader("X-API-KEY", key);
            QNetworkReply *reply = m_network.get(request);
            test::waitForReply(reply);
            reply->deleteLater();
            return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        };
        for (const QString &path : {u"/sluice/export"_s, u"/sluice/./export?x=1"_s, u"/sluice/%65xport"_s}) {
            QCOMPARE(statusFor("looks-only", path), 401);
            QCOMPARE(statusFor(m_key, path), 200);
        }
        QCOMPARE(statusFor("looks-only", u"/sluice/traffic"_s), 200);
    }

    // A path that holds a line end or an escape forges no line of the log, and colours none.
    void whatIsToldStaysInItsLine()
    {
        const QByteArray evil = "/pay/a%0alocal%20gateway%20GET%20/forged%1b%5b31m";
        send("GET", gateway(QString::fromLatin1(evil)));
        QTRY_VERIFY(
            std::any_of(m_log.begin(), m_log.end(), [](const QString &line) { return line.contains(u"%0Alocal%20"); }));
        for (const QString &line : std::as_const(m_log))
            QVERIFY2(!line.contains(u'\n') && !line.contains(u'\x1b'), qPrintable(line));
        QNetworkRequest request(m_admin.resolved(QUrl(u"/sluice/explain"_s)));
        request.setRawHeader("X-API-KEY", m_key);
        request.setRawHeader("Accept", "text/plain");
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkReply *reply = m_network.post(request, "{\"path\":\"" + evil + "\"}");
        test::waitForReply(reply);
        const QByteArray text = reply->readAll();
        reply->deleteLater();
        QVERIFY2(text.contains("/pay/a%0Alocal"), text.constData());
        QVERIFY2(!text.contains('\x1b'), text.constData());
    }

    void countsAndExplains()
    {
        send("GET", gateway(u"/pay/1"_s));
        const QJsonObject traffic =
            QJsonDocument::fromJson(send("GET", m_admin.resolved(QUrl(u"/sluice/traffic"_s)))).object();
        QCOMPARE(traffic.value(u"total"_s).toInt(), 1);
        const QJsonObject explained =
            QJsonDocument::fromJson(send("POST", m_admin.resolved(QUrl(u"/sluice/explain"_s)), "{'path':'/pay/9'}"))
                .object();
        QCOMPARE(explained.value(u"route"_s).toString(), u"pay"_s);
    }

    void roundTripsAnExport()
    {
        const QJsonObject exported = m_simulator->exported(u"a"_s);
        SimulatorOptions options;
        options.clusters = {SimulatedCluster{u"b"_s, 0, 0, exported}};
        Simulator second(options);
        QVERIFY(second.start());
        const QJsonObject again = second.exported(u"b"_s);
        QCOMPARE(again.keys(), exported.keys());
        QVERIFY(!second.adminKey().isEmpty());
    }

    void malformedRequestsAreRefusedAndClosed()
    {
        QTcpSocket socket;
        socket.connectToHost(m_gateway.host(), static_cast<quint16>(m_gateway.port()));
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        socket.write("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n");
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 400 "));
    }

    void answersPipelinedRequestsInOrder()
    {
        QTcpSocket socket;
        socket.connectToHost(m_gateway.host(), static_cast<quint16>(m_gateway.port()));
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        QByteArray requests;
        for (int i = 0; i < 20; ++i)
            requests += "GET /pay/" + QByteArray::number(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
        socket.write(requests);
        QByteArray answers;
        const auto complete = [&] {
            answers += socket.readAll();
            return answers.count("\"uri\":\"/pay/");
        };
        QTRY_COMPARE(complete(), 20);
        qsizetype before = 0;
        for (int i = 0; i < 20; ++i) {
            const qsizetype at = answers.indexOf("\"uri\":\"/pay/" + QByteArray::number(i) + '"');
            QVERIFY(at > before);
            before = at;
        }
    }

    // What the map names is there; everything else stays a demo backend.
    void aMapSaysWhereNodesAre()
    {
        SimulatorOptions options;
        options.clusters = {SimulatedCluster{u"front"_s, 0, 0, m_simulator->exported(u"a"_s)}};
        options.backendMap = {{u"one.test:80"_s, u"127.0.0.1:%1"_s.arg(m_gateway.port())}};
        QStringList lines;
        std::mutex mutex;
        options.log = [&](const QString &line) {
            const std::scoped_lock lock(mutex);
            lines.append(line);
        };
        auto front = std::make_unique<Simulator>(options);
        QVERIFY(front->start());
        const QUrl gatewayOfFront = front->clusters().first().gateway;
        const QByteArray body = send("GET", gatewayOfFront.resolved(QUrl(u"/pay/1?secret=1"_s)));
        QVERIFY(body.contains("\"backend\":\"one.test:80\""));
        const QJsonObject traffic =
            QJsonDocument::fromJson(send("GET", m_admin.resolved(QUrl(u"/sluice/traffic"_s)))).object();
        QCOMPARE(traffic.value(u"total"_s).toInt(), 1);
        front.reset();
        QCOMPARE(lines.size(), 1);
        QVERIFY(lines.first().startsWith(
            u"front gateway GET /pay/1 200 route pay rule none upstream v1 node one.test:80"_s));
    }

    // Admin-api 4.5: nodes whose name has no address are left out, which leaves none here; others are not held up.
    void namesAreLookedUpBesideTheTraffic()
    {
        SimulatorOptions options;
        options.clusters = {SimulatedCluster{u"b"_s, 0, 0, {}}};
        const auto route = [&](const QString &id, const QString &node) {
            return QJsonObject{{u"id"_s, id},
                               {u"uri"_s, u'/' + id},
                               {u"upstream"_s, QJsonObject{{u"nodes"_s, QJsonObject{{node, 1}}}}}};
        };
        options.clusters[0].configuration = {
            {u"routes"_s, QJsonArray{route(u"gone"_s, u"no-such-name.invalid:80"_s),
                                     route(u"here"_s, u"localhost:%1"_s.arg(m_gateway.port()))}}};
        Simulator second(options);
        QVERIFY(second.start());
        const QUrl address = second.clusters().first().gateway;
        int status = 0;
        send("GET", address.resolved(QUrl(u"/gone"_s)), {}, &status);
        QCOMPARE(status, 503);
        for (int i = 0; i < 3; ++i) {
            send("GET", address.resolved(QUrl(u"/here"_s)), {}, &status);
            QCOMPARE(status, 404); // of the first gateway, which has no such route
        }
    }

    void aPortInUseIsAClearError()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        SimulatorOptions options;
        options.clusters = {SimulatedCluster{u"a"_s, 0, other.serverPort(), {}}};
        Simulator simulator(options);
        const auto started = simulator.start();
        QVERIFY(!started);
        QVERIFY(started.error().reason.contains(QString::number(other.serverPort())));
    }
};

QTEST_GUILESS_MAIN(TestGateway)
#include "tst_gateway.moc"
