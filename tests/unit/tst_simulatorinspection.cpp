// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/session/simulatorinspection.h"
#include "core/verify/prober.h"
#include "tests/support/testgateway.h"

#include <QSignalSpy>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

/// Sends requests with this header line and waits for their answers.
void send(const QUrl &gateway, const QByteArray &header, int count)
{
    Prober::Options options;
    options.gateway = gateway;
    ProbeRequest request;
    request.target = "/pay";
    request.headers = "Host: " + gateway.authority().toUtf8() + "\r\n" + header;
    int left = count;
    Prober prober(options,
                  [&]() -> std::optional<ProbeRequest> { return left-- > 0 ? std::optional(request) : std::nullopt; });
    QSignalSpy finished(&prober, &Prober::finished);
    prober.start();
    QVERIFY(finished.wait());
}

} // namespace

/// The simulator's own pages, typed, against the real simulator.
class TestSimulatorInspection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trafficIsCountedAndExplained()
    {
        const TestGateway gateway(ruled());
        SimulatorInspection inspection(gateway.cluster().admin, gateway.key());
        send(gateway.cluster().gateway, "X-Canary: 1\r\n", 2);
        send(gateway.cluster().gateway, {}, 3);
        const auto traffic = wait(inspection.traffic());
        QVERIFY2(traffic, traffic ? "" : qPrintable(traffic.error().detail));
        QCOMPARE(traffic->total, 5);
        QCOMPARE(traffic->newest.size(), 5);
        QCOMPARE(traffic->newest.first().upstream, u"pay-v1"_s);
        QCOMPARE(traffic->newest.last().upstream, u"pay-v2"_s);
        QVERIFY(traffic->newest.last().reason);
        QCOMPARE(traffic->newest.last().reason->splits.first().chosen, std::optional(0));
        QVERIFY(traffic->newest.last().ended.isValid());
        QVERIFY(wait(inspection.resetTraffic()));
        QCOMPARE(wait(inspection.traffic())->total, 0);
    }
    void conditionsTellTheActualValue()
    {
        const TestGateway gateway(ruled());
        SimulatorInspection inspection(gateway.cluster().admin, gateway.key());
        const auto pasted = parsePastedRequest(u"curl -H 'X-Canary: 2' http://pay.example.com/pay?a=b"_s);
        QVERIFY(pasted);
        const auto explanation = wait(inspection.explain(*pasted));
        QVERIFY2(explanation, explanation ? "" : qPrintable(explanation.error().detail));
        QCOMPARE(explanation->route, u"pay"_s);
        QCOMPARE(explanation->upstreams.size(), 1);
        QCOMPARE(explanation->upstreams.first().upstream, u"pay-v1"_s);
        const SplitRuleExplanation rule = explanation->splits.first().rules.first();
        QVERIFY(!rule.holds);
        const ConditionExplanation group = rule.groups.first();
        const ConditionExplanation condition = group.parts.isEmpty() ? group : group.parts.first();
        QCOMPARE(condition.actual, std::optional(u"2"_s));
        QVERIFY(!condition.holds);
        QCOMPARE(wait(inspection.traffic())->total, 0);
    }
    void faultsAreKept()
    {
        const TestGateway gateway;
        SimulatorInspection inspection(gateway.cluster().admin, gateway.key());
        QVERIFY(wait(inspection.faults())->isEmpty());
        QVERIFY(wait(inspection.setFault(u"pay-v2"_s, {40, 25})));
        const auto faults = wait(inspection.faults());
        QCOMPARE(faults->value(u"pay-v2"_s).delay, 40);
        QCOMPARE(faults->value(u"pay-v2"_s).errorRate, 25);
        QCOMPARE(wait(inspection.setFault(u"nobody"_s, {1, 1})).error().kind, Error::Kind::Server);
    }
    void nothingAnswers()
    {
        SimulatorInspection inspection(QUrl(u"http://127.0.0.1:1"_s), {});
        QCOMPARE(wait(inspection.traffic()).error().kind, Error::Kind::Unreachable);
    }

private:
    static QJsonObject ruled()
    {
        return json("{'upstreams':["
                    "{'id':'pay-v1','type':'roundrobin','nodes':{'10.0.0.1:80':1}},"
                    "{'id':'pay-v2','type':'roundrobin','nodes':{'10.0.0.2:80':1}}],"
                    "'routes':[{'id':'pay','uri':'/pay','upstream_id':'pay-v1','plugins':{'traffic-split':{'rules':["
                    "{'match':[{'vars':[['http_x_canary','==','1']]}],"
                    "'weighted_upstreams':[{'upstream_id':'pay-v2','weight':100}]}]}}}]}");
    }
};

QTEST_GUILESS_MAIN(TestSimulatorInspection)
#include "tst_simulatorinspection.moc"
