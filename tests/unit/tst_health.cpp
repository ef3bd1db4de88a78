// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/proxy/health.h"
#include "simulator/simulator.h"
#include "tests/support/replywait.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTest>

using namespace sluice;
using namespace sluice::simulator;
using namespace Qt::StringLiterals;

/// Health checks, active and passive (apisix.md 3.5 and 8.1).
class TestHealth : public QObject
{
    Q_OBJECT

private:
    QByteArray get(const QUrl &url)
    {
        QNetworkReply *reply = m_network.get(QNetworkRequest(url));
        test::waitForReply(reply);
        m_node = reply->rawHeader("X-Sluice-Node");
        const QByteArray answer = reply->readAll();
        reply->deleteLater();
        return answer;
    }
    // A simulator whose route's upstream has a node that answers and one that doesn't.
    void start(const QByteArray &checks)
    {
        SimulatorOptions behind;
        behind.clusters = {SimulatedCluster{u"behind"_s, 0, 0, {}}};
        QJsonObject mocking{{u"response_example"_s, u"fine"_s}};
        behind.clusters[0].configuration = {
            {u"routes"_s,
             QJsonArray{QJsonObject{
                 {u"id"_s, u"m"_s}, {u"uri"_s, u"/*"_s}, {u"plugins"_s, QJsonObject{{u"mocking"_s, mocking}}}}}}};
        m_behind = std::make_unique<Simulator>(behind);
        QVERIFY(m_behind->start());
        QTcpServer unused;
        QVERIFY(unused.listen(QHostAddress::LocalHost));
        m_good = "127.0.0.1:" + QByteArray::number(m_behind->clusters().first().gateway.port());
        m_bad = "127.0.0.1:" + QByteArray::number(unused.serverPort());
        unused.close();

        SimulatorOptions options;
        options.clusters = {SimulatedCluster{u"a"_s, 0, 0, {}}};
        options.clusters[0].configuration = {
            {u"upstreams"_s,
             QJsonArray{QJsonObject{
                 {u"id"_s, u"u"_s},
                 {u"checks"_s, QJsonDocument::fromJson(QByteArray(checks).replace('\'', '"')).object()},
                 {u"nodes"_s, QJsonObject{{QString::fromLatin1(m_good), 1}, {QString::fromLatin1(m_bad), 1}}}}}},
            {u"routes"_s, QJsonArray{QJsonObject{{u"id"_s, u"r"_s}, {u"uri"_s, u"/*"_s}, {u"upstream_id"_s, u"u"_s}}}}};
        options.controlPort = 0;
        options.metricsPort = 0;
        m_simulator = std::make_unique<Simulator>(options);
        QVERIFY(m_simulator->start());
        m_cluster = m_simulator->clusters().first();
    }
    QString stateOf(const QByteArray &node)
    {
        const QByteArray page = get(m_cluster.control.resolved(QUrl(u"/v1/healthcheck/upstreams/u"_s)));
        const QJsonArray nodes = QJsonDocument::fromJson(page).object().value(u"nodes"_s).toArray();
        for (const QJsonValue &value : nodes) {
            if (value.toObject().value(u"port"_s).toInt() == node.split(':').at(1).toInt())
                return value.toObject().value(u"status"_s).toString();
        }
        return {};
    }

    std::unique_ptr<Simulator> m_behind;
    std::unique_ptr<Simulator> m_simulator;
    RunningCluster m_cluster;
    QNetworkAccessManager m_network;
    QByteArray m_good;
    QByteArray m_bad;
    QByteArray m_node;

private Q_SLOTS:
    void cleanup()
    {
        m_simulator.reset();
        m_behind.reset();
    }

    void recordsCountInARow_data()
    {
        QTest::addColumn<QByteArray>("sightings"); // + success, h/t/o failures by http, tcp, time-out
        QTest::addColumn<int>("state");
        const auto row = [](const char *sightings, HealthRecord::State state) {
            QTest::newRow(sightings) << QByteArray(sightings) << static_cast<int>(state);
        };
        row("+", HealthRecord::State::Healthy);
        row("t", HealthRecord::State::MostlyHealthy);
        row("tt", HealthRecord::State::Unhealthy);
        row("to", HealthRecord::State::MostlyHealthy);
        row("t+t", HealthRecord::State::MostlyHealthy);
        row("t++", HealthRecord::State::Healthy);
        row("tt+", HealthRecord::State::MostlyUnhealthy);
        row("tt++", HealthRecord::State::Healthy);
        row("tt+t", HealthRecord::State::MostlyUnhealthy);
        row("hh", HealthRecord::State::MostlyHealthy);
        row("hhh", HealthRecord::State::Unhealthy);
    }
    void recordsCountInARow()
    {
        QFETCH(QByteArray, sightings);
        QFETCH(int, state);
        const HealthLimits limits{.successes = 2,
                                  .httpFailures = 3,
                                  .tcpFailures = 2,
                                  .timeouts = 2,
                                  .healthyStatuses = {},
                                  .unhealthyStatuses = {}};
        HealthRecord record;
        for (const char c : std::as_const(sightings)) {
            const Sighting sighting = c == '+'   ? Sighting::Success
                                      : c == 'h' ? Sighting::HttpFailure
                                      : c == 't' ? Sighting::TcpFailure
                                                 : Sighting::Timeout;
            record.report(sighting, limits.of(sighting));
        }
        QCOMPARE(static_cast<int>(record.state()), state);
    }

    void aDeadNodeIsFoundByProbes()
    {
        start("{'active':{'http_path':'/','healthy':{'interval':1},'unhealthy':{'interval':1,'tcp_failures':1}}}");
        QVERIFY(stateOf(m_bad).isEmpty()); // not before the first request
        get(m_cluster.gateway);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(m_bad), u"unhealthy"_s, 8000);
        QCOMPARE(stateOf(m_good), u"healthy"_s);
        for (int i = 0; i < 6; ++i) {
            QCOMPARE(get(m_cluster.gateway), "fine"_ba);
            QCOMPARE(m_node, m_good);
        }
        QVERIFY(get(m_cluster.metrics)
                    .contains("apisix_upstream_status{name=\"/apisix/upstreams/u\",ip=\"127.0.0.1\",port=\"" +
                              m_bad.split(':').at(1) + "\"} 0"));
    }

    // Requests alone: each retry on the dead node counts.
    void aDeadNodeIsFoundByRequests()
    {
        start("{'active':{'type':'tcp'},'passive':{'healthy':{},'unhealthy':{'tcp_failures':2}}}");
        for (int i = 0; i < 8; ++i)
            QCOMPARE(get(m_cluster.gateway), "fine"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(m_bad), u"unhealthy"_s, 5000);
        QCOMPARE(stateOf(m_good), u"healthy"_s);
    }
};

QTEST_GUILESS_MAIN(TestHealth)
#include "tst_health.moc"
