// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/trafficcounts.h"

#include <QTest>

#include <cmath>

using namespace sluice;
using namespace Qt::StringLiterals;

namespace {

/// As a gateway of 3.18 writes it (apisix.md 8.2).
QByteArray text(int current, int target, int failed)
{
    const auto line = [](const char *code, const char *node, int count) {
        return "apisix_http_status{code=\"" + QByteArray(code) +
               "\",route=\"r1\",matched_uri=\"/a/*\",matched_host=\"\",service=\"s1\",consumer=\"\",node=\"" + node +
               "\",request_type=\"traditional_http\",request_llm_model=\"\",llm_model=\"\",response_source="
               "\"upstream\"} " +
               QByteArray::number(count) + '\n';
    };
    return "# HELP apisix_http_status HTTP status codes per service in APISIX\n# TYPE apisix_http_status counter\n" +
           line("200", "10.0.0.7", current) + line("200", "10.0.0.8", target) + line("502", "10.0.0.8", failed);
}

ApiCounts counts(const QByteArray &text)
{
    return countsOf(*parseMetrics(text), {ApiRef::Kind::Route, u"r1"_s}, u"name"_s);
}

NodeSides sides()
{
    NodeSides result;
    result.addCurrent(u"10.0.0.7"_s);
    result.addTarget(u"10.0.0.8"_s);
    return result;
}

TrafficPoint point(const ApiCounts &counts, const NodeSides &sides)
{
    TrafficPoint result;
    result.add(counts, sides);
    return result;
}

} // namespace

/// Prometheus text of a gateway, and what an operator may conclude from it.
class TestTrafficCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineIsRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("label");
        QTest::addColumn<double>("value");
        QTest::newRow("plain") << QByteArray("up 1") << QString() << 1.0;
        QTest::newRow("label") << QByteArray("up{a=\"b\"} 2.5") << u"b"_s << 2.5;
        QTest::newRow("time stamp, blanks, last comma")
            << QByteArray("up { a = \"b\" , } 3e2 1700000000") << u"b"_s << 300.0;
        QTest::newRow("escapes") << QByteArray("up{a=\"\\\"x\\\\\\n}\"} 1") << u"\"x\\\n}"_s << 1.0;
        QTest::newRow("empty labels") << QByteArray("up{} +Inf") << QString()
                                      << std::numeric_limits<double>::infinity();
        QTest::newRow("%.14g") << QByteArray("up 512.00000071526") << QString() << 512.00000071526;
    }
    void lineIsRead()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, label);
        QFETCH(double, value);
        const auto samples = parseMetrics("# TYPE up gauge\r\n\n" + line + "\r\n");
        QVERIFY2(samples, samples ? "" : qPrintable(samples.error().detail));
        QCOMPARE(samples->size(), 1);
        QCOMPARE(samples->first().name, u"up"_s);
        QCOMPARE(samples->first().label("a"), label);
        QCOMPARE(samples->first().value, value);
    }
    void otherTextIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a page") << QByteArray("<html><body>404</body></html>");
        QTest::newRow("JSON") << QByteArray("{\"message\":\"Failed to retrieve metrics: no data available\"}");
        QTest::newRow("no value") << QByteArray("up{a=\"b\"}");
        QTest::newRow("open quote") << QByteArray("up{a=\"b} 1");
        QTest::newRow("no number") << QByteArray("up one");
    }
    void otherTextIsRefused()
    {
        QFETCH(QByteArray, text);
        const auto samples = parseMetrics(text);
        QVERIFY(!samples);
        QVERIFY(!samples.error().advice.isEmpty());
    }

    void shareAndErrorsOfBothSides()
    {
        const TrafficPoint all = point(added(counts(text(100, 20, 0)), counts(text(180, 38, 2))), sides());
        QCOMPARE(all.current.requests, 80);
        QCOMPARE(all.target.requests, 20);
        QCOMPARE(all.target.errors, 2);
        QCOMPARE(*all.share(), 20.0);
        QCOMPARE(*all.target.errorRate(), 10.0);
        QCOMPARE(*all.current.errorRate(), 0.0);
        QVERIFY(!TrafficPoint().share());
    }
    // Where one counter fell the gateway began anew, and all that it has counted is new: not only what fell.
    void gatewayThatBeganAnew()
    {
        const ApiCounts more = added(counts(text(100, 3, 0)), counts(text(5, 10, 0)));
        QCOMPARE(more[u"10.0.0.7"_s].requests(), 5);
        QCOMPARE(more[u"10.0.0.8"_s].requests(), 10);
        const ApiCounts gone = added(counts(text(100, 3, 0)), {});
        QVERIFY(gone.isEmpty());
        QCOMPARE(added({}, counts(text(7, 0, 0)))[u"10.0.0.7"_s].requests(), 7);
    }
    void apiIsFoundByIdNameOrService()
    {
        const auto samples = *parseMetrics(text(1, 2, 3));
        QCOMPARE(countsOf(samples, {ApiRef::Kind::Route, u"other"_s}, u"r1"_s).size(), 2);
        QCOMPARE(countsOf(samples, {ApiRef::Kind::Service, u"s1"_s}, {}).size(), 2);
        QVERIFY(countsOf(samples, {ApiRef::Kind::Route, u"s1"_s}, {}).isEmpty());
    }
    void strangersAreNamedAndNothingIsGuessed()
    {
        const ApiCounts now =
            counts(text(10, 20, 0) + "apisix_http_status{code=\"404\",route=\"r1\",node=\"\"} 3\n"
                                     "apisix_http_status{code=\"200\",route=\"r1\",node=\"10.9.9.9\"} 4\n");
        const TrafficPoint known = point(now, sides());
        QCOMPARE(known.byGateway, 3);
        QCOMPARE(known.unknown.keys(), QStringList{u"10.9.9.9"_s});
        QCOMPARE(known.requests(), 37);
        QCOMPARE(std::round(*known.share()), 67.0);

        NodeSides both = sides();
        both.addTarget(u"10.0.0.7"_s);
        QCOMPARE(both.shared(), QStringList{u"10.0.0.7"_s});
        QCOMPARE(point(now, both).indistinguishable, 10);
        QCOMPARE(point(now, both).current.requests, 0);
    }

    void latencyComesFromTheBuckets()
    {
        const auto bucket = [](const char *type, const char *bound, int count) {
            return "apisix_http_latency_bucket{type=\"" + QByteArray(type) + "\",route=\"r1\",node=\"10.0.0.8\",le=\"" +
                   bound + "\"} " + QByteArray::number(count) + '\n';
        };
        const QByteArray histogram = bucket("upstream", "10", 0) + bucket("upstream", "20", 50) +
                                     bucket("upstream", "50", 100) + bucket("upstream", "+Inf", 100) +
                                     bucket("request", "10", 0) + bucket("request", "+Inf", 100);
        const TrafficPoint all = point(counts(text(0, 100, 0) + histogram), sides());
        QCOMPARE(*all.target.quantile(0.5), 20.0);
        QCOMPARE(*all.target.quantile(0.25), 15.0); // within its bucket, not from 0
        QCOMPARE(*all.target.quantile(0.99), 49.4);
        QVERIFY(!all.current.quantile(0.5));
        const auto slow = *parseLimits(u"p95<=45ms"_s);
        QCOMPARE(exceeded(slow, all.target), u"p95<=45ms: 47.0 ms"_s);
        QVERIFY(exceeded(*parseLimits(u"p95<=48ms"_s), all.target).isEmpty());
    }
    void latencyBeyondAllBoundsExceedsEveryLimit()
    {
        SideTraffic side;
        side.requests = 100;
        side.latency = {{60000, 10}, {std::numeric_limits<double>::infinity(), 100}};
        QVERIFY(!side.quantile(0.5));
        QVERIFY(!exceeded(*parseLimits(u"p50<=100000ms"_s), side).isEmpty());
    }
    void limitsWantEnoughAnswers()
    {
        SideTraffic side;
        side.requests = 19;
        side.errors = 19;
        QVERIFY(exceeded(*parseLimits(u"errors<=1%"_s), side).isEmpty());
        side.requests = 20;
        QCOMPARE(exceeded(*parseLimits(u"errors<=1%"_s), side), u"errors<=1%: 95.0 %"_s);
        QVERIFY(exceeded(*parseLimits(u"errors<=1% min=21"_s), side).isEmpty());
        QVERIFY(exceeded({}, side).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTrafficCounts)
#include "tst_trafficcounts.moc"
