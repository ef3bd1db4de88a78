// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/inspect/metrics.h"
#include "simulator/simulator.h"
#include "tests/support/replywait.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace sluice;
using namespace sluice::simulator;
using namespace Qt::StringLiterals;

/// Prometheus text and control API, as apisix.md 8 says.
class TestMetrics : public QObject
{
    Q_OBJECT

private:
    QByteArray get(const QUrl &url, int *status = nullptr)
    {
        QNetworkReply *reply = m_network.get(QNetworkRequest(url));
        test::waitForReply(reply);
        if (status)
            *status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QByteArray answer = reply->readAll();
        reply->deleteLater();
        return answer;
    }
    void call(const QString &path, int times)
    {
        for (int i = 0; i < times; ++i)
            get(m_cluster.gateway.resolved(QUrl(path)));
    }
    // Lines of the text that begin so and hold all of these.
    QList<QByteArray> lines(const QByteArray &begin, const QList<QByteArray> &parts)
    {
        QList<QByteArray> result;
        const auto all = get(m_cluster.metrics).split('\n');
        for (const QByteArray &line : all) {
            const bool hit = line.startsWith(begin) && std::all_of(parts.begin(), parts.end(), [&](const auto &part) {
                                 return line.contains(part);
                             });
            if (hit)
                result.append(line);
        }
        return result;
    }
    QJsonDocument control(const QString &path, int *status = nullptr)
    {
        return QJsonDocument::fromJson(get(m_cluster.control.resolved(QUrl(path)), status));
    }

    std::unique_ptr<Simulator> m_simulator;
    RunningCluster m_cluster;
    QNetworkAccessManager m_network;

private Q_SLOTS:
    void init()
    {
        const QByteArray configuration = QByteArray(R"({
            'upstreams':[{'id':'v1','nodes':{'10.0.0.7:8080':1}},{'id':'v2','nodes':{'10.0.0.8:8080':1}},
                         {'id':'named','nodes':{'one.test:8080':1,'two.test:8080':1}}],
            'services':[{'id':'s','name':'Shop','upstream_id':'v1','plugins':{'prometheus':{}}}],
            'routes':[
              {'id':'counted','uri':'/a/*','upstream_id':'v1','plugins':{'prometheus':{},'traffic-split':{'rules':
                [{'weighted_upstreams':[{'upstream_id':'v2','weight':20},{'weight':80}]}]}}},
              {'id':'silent','uri':'/b','upstream_id':'v1'},
              {'id':'named','uris':['/n','/n/*'],'hosts':['shop.test','127.0.0.1'],'upstream_id':'named',
               'plugins':{'prometheus':{}}},
              {'id':'served','name':'Served','uri':'/s','service_id':'s'},
              {'id':'refused','uri':'/k','upstream_id':'v1','plugins':{'prometheus':{},'key-auth':{}}}]})")
                                             .replace('\'', '"');
        SimulatorOptions options;
        options.clusters = {SimulatedCluster{u"a"_s, 0, 0, QJsonDocument::fromJson(configuration).object()}};
        options.adminKey = u"key"_s;
        options.demoBackends = true;
        options.metricsPort = 0;
        options.controlPort = 0;
        m_simulator = std::make_unique<Simulator>(options);
        QVERIFY(m_simulator->start());
        m_cluster = m_simulator->clusters().first();
    }
    void cleanup() { m_simulator.reset(); }

    void noPortsUnlessAsked()
    {
        SimulatorOptions options;
        options.clusters = {SimulatedCluster{u"a"_s, 0, 0, {}}};
        Simulator plain(options);
        QVERIFY(plain.start());
        QVERIFY(plain.clusters().first().metrics.isEmpty());
        QVERIFY(plain.clusters().first().control.isEmpty());
    }

    // Design 9, live traffic: the share is read from apisix_http_status by node.
    void countsByNode()
    {
        call(u"/a/1"_s, 10);
        const QList<QByteArray> counted = lines("apisix_http_status{", {"route=\"counted\""});
        QCOMPARE(counted.size(), 2);
        QCOMPARE(counted.at(0),
                 "apisix_http_status{code=\"200\",route=\"counted\",matched_uri=\"/a/*\",matched_host=\"\","
                 "service=\"\",consumer=\"\",node=\"10.0.0.7\",request_type=\"traditional_http\","
                 "request_llm_model=\"\",llm_model=\"\",response_source=\"upstream\"} 8"_ba);
        QVERIFY(counted.at(1).contains("node=\"10.0.0.8\""));
        QVERIFY(counted.at(1).endsWith("} 2"));
    }

    void onlyWhereThePluginIs()
    {
        call(u"/b"_s, 3);
        call(u"/nowhere"_s, 1);
        QVERIFY(lines("apisix_http_status", {}).isEmpty());
        QCOMPARE(lines("apisix_http_requests_total", {}), QList<QByteArray>{"apisix_http_requests_total 4"_ba});
    }

    void alsoWhereTheServiceHasIt()
    {
        call(u"/s"_s, 2);
        const QList<QByteArray> counted = lines("apisix_http_status{", {"route=\"served\"", "service=\"s\""});
        QCOMPARE(counted.size(), 1);
        QVERIFY(counted.first().endsWith("} 2"));
    }

    // Nodes that are names have the address that answered, one each.
    void namedNodesAreToldApart()
    {
        call(u"/n/1"_s, 2);
        const QList<QByteArray> counted =
            lines("apisix_http_status{", {"matched_uri=\"/n/*\"", "matched_host=\"127.0.0.1\""});
        QCOMPARE(counted.size(), 2);
        QVERIFY(!counted.first().contains("node=\"\""));
    }

    void whatTheGatewayAnswersItselfHasNoNode()
    {
        call(u"/k"_s, 1);
        const QList<QByteArray> counted =
            lines("apisix_http_status{", {"code=\"401\"", "node=\"\"", "response_source=\"apisix\""});
        QCOMPARE(counted.size(), 1);
        QVERIFY(lines("apisix_http_latency_count{type=\"upstream\"", {}).isEmpty());
    }

    void latencyIsAHistogram()
    {
        call(u"/s"_s, 5);
        const QList<QByteArray> buckets = lines("apisix_http_latency_bucket{type=\"request\"", {});
        QCOMPARE(buckets.size(), 16);
        QVERIFY(buckets.last().endsWith("le=\"+Inf\"} 5"));
        QVERIFY(lines("apisix_http_latency_count{type=\"upstream\"", {}).first().endsWith("} 5"));
        QCOMPARE(lines("apisix_http_latency_sum{", {}).size(), 3);
        QCOMPARE(lines("apisix_bandwidth{type=\"egress\"", {}).size(), 1);
        QVERIFY(!lines("apisix_bandwidth{type=\"egress\"", {}).first().endsWith("} 0"));
    }

    void theRestIsThere()
    {
        call(u"/b"_s, 1);
        QCOMPARE(lines("apisix_etcd_reachable 1", {}).size(), 1);
        QCOMPARE(lines("apisix_node_info{", {"version=\"3.18.0\""}).size(), 1);
        QCOMPARE(lines("apisix_nginx_http_current_connections{", {}).size(), 6);
        QVERIFY(!lines("apisix_etcd_modify_indexes{key=\"routes\"", {}).isEmpty());
        int status = 0;
        get(m_cluster.metrics.resolved(QUrl(u"/metrics"_s)), &status);
        QCOMPARE(status, 404);
    }

    void patterns_data()
    {
        QTest::addColumn<QStringList>("patterns");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("hosts");
        QTest::addColumn<QString>("hit");
        QTest::newRow("one") << QStringList{u"/a/*"_s} << u"/a/b"_s << false << u"/a/*"_s;
        QTest::newRow("exact first") << QStringList{u"/*"_s, u"/a"_s} << u"/a"_s << false << u"/a"_s;
        QTest::newRow("longest") << QStringList{u"/*"_s, u"/a/*"_s} << u"/a/b"_s << false << u"/a/*"_s;
        QTest::newRow("suffix") << QStringList{u"*.test"_s, u"*.a.test"_s} << u"x.a.test"_s << true << u"*.a.test"_s;
        QTest::newRow("none") << QStringList() << u"/a"_s << false << QString();
    }
    void patterns()
    {
        QFETCH(QStringList, patterns);
        QFETCH(QString, text);
        QFETCH(bool, hosts);
        QFETCH(QString, hit);
        std::vector<std::string> list;
        for (const QString &pattern : std::as_const(patterns))
            list.push_back(pattern.toStdString());
        QCOMPARE(QString::fromStdString(matchedPattern(list, text.toStdString(), hosts)), hit);
    }

    // A verification waits until the data plane has what was written (design.md 9).
    void controlShowsWhatTheDataPlaneHolds()
    {
        const QJsonArray routes = control(u"/v1/routes"_s).array();
        QCOMPARE(routes.size(), 5);
        const QJsonObject route = control(u"/v1/route/counted"_s).object();
        QCOMPARE(route.value(u"key"_s).toString(), u"/apisix/routes/counted"_s);
        QVERIFY(route.value(u"modifiedIndex"_s).toInt() > 0);
        QCOMPARE(route.value(u"value"_s).toObject().value(u"status"_s).toInt(), 1);
        QCOMPARE(route.value(u"value"_s).toObject().value(u"priority"_s), QJsonValue(0));
        const QJsonObject upstream = control(u"/v1/upstream/v1"_s).object().value(u"value"_s).toObject();
        QCOMPARE(upstream.value(u"type"_s).toString(), u"roundrobin"_s);
        const QJsonObject node = upstream.value(u"nodes"_s).toArray().first().toObject();
        QCOMPARE(node.value(u"host"_s).toString(), u"10.0.0.7"_s);
        QCOMPARE(node.value(u"port"_s).toInt(), 8080);
        QCOMPARE(control(u"/v1/services"_s).array().size(), 1);
        QVERIFY(control(u"/v1/schema"_s).object().value(u"main"_s).toObject().contains(u"route"_s));
    }

    void controlRefuses_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("text");
        QTest::newRow("route") << u"/v1/route/9"_s << 404 << u"route[9] not found"_s;
        QTest::newRow("upstream") << u"/v1/upstream/9"_s << 404 << u"upstream[9] not found"_s;
        QTest::newRow("health of nothing") << u"/v1/healthcheck/upstreams/9"_s << 404 << u"upstreams[9] not found"_s;
        QTest::newRow("no checker") << u"/v1/healthcheck/upstreams/v1"_s << 404 << u"no checker for upstreams[v1]"_s;
        QTest::newRow("bad type") << u"/v1/healthcheck/x/9"_s << 400 << u"invalid src type x"_s;
    }
    void controlRefuses()
    {
        QFETCH(QString, path);
        QFETCH(int, status);
        QFETCH(QString, text);
        int got = 0;
        const QJsonObject answer = control(path, &got).object();
        QCOMPARE(got, status);
        QCOMPARE(answer.value(u"error_msg"_s).toString(), text);
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
