// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/rehearsal.h"
#include "tests/support/fakeserver.h"
#include "tests/support/testgateway.h"

#include <QSignalSpy>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

/// A release tried on a twin: proven there, and the cluster has seen nothing but reads.
class TestRehearsal : public QObject
{
    Q_OBJECT

private:
    static bool allReads(const QSignalSpy &exchanges)
    {
        return std::all_of(exchanges.begin(), exchanges.end(), [](const QVariantList &arguments) {
            return arguments.first().value<Exchange>().method == "GET";
        });
    }

private Q_SLOTS:
    void newReleaseIsProven()
    {
        const TestGateway gateway;
        const auto session = gateway.session();
        const QJsonObject before = gateway.exported();
        QSignalSpy exchanges(&session->transport(), &Transport::exchanged);
        Rehearsal rehearsal(*session);
        const NewRelease wanted{
            u"checkout"_s, {}, *parseApiRef(u"route/pay"_s), u"pay-v2"_s, *parsePolicy(u"percentage 20"_s), {}};
        const auto report = wait(rehearsal.ofNew(wanted, {*parsePolicy(u"rules header:x-canary==1"_s)}));
        QVERIFY2(report, report ? "" : qPrintable(report.error().reason));
        QCOMPARE(report->steps.size(), 4);
        for (const RehearsalStep &step : report->steps)
            QVERIFY2(step.fault.isEmpty() && step.report.verdict() == Verdict::Matches,
                     qPrintable(step.action.title() + step.fault + step.report.sentence()));
        QCOMPARE(report->exitCode(), 0);
        QVERIFY(!exchanges.isEmpty());
        QVERIFY(allReads(exchanges));
        QCOMPARE(gateway.exported(), before);
        // Submit sends the identical requests: record, API, applied.
        QCOMPARE(report->rehearsed.size(), 3);
        QVERIFY2(report->differences().isEmpty(), qPrintable(report->differences().join(u'\n')));
        QVERIFY(!report->rehearsed.join(u' ').contains("10.0.0."_L1));
    }
    void standingReleaseIsProven()
    {
        const TestGateway gateway;
        const auto session = gateway.session();
        NewRelease wanted{
            u"checkout"_s, {}, *parseApiRef(u"route/bare"_s), u"pay-v2"_s, *parsePolicy(u"percentage 50"_s), {}};
        wanted.plan.steps = *parseSteps(u"50 | 60\n80 | wait"_s);
        const auto made = wait(session->releases().create(wanted));
        QVERIFY(made);
        QSignalSpy exchanges(&session->transport(), &Transport::exchanged);
        Rehearsal rehearsal(*session);
        const auto report = wait(rehearsal.ofRelease(made->release.id, {wanted.plan.steps.last().policy}));
        QVERIFY2(report, report ? "" : qPrintable(report.error().reason));
        QCOMPARE(report->steps.size(), 4);
        QCOMPARE(report->rehearsed.size(), 3);
        QVERIFY2(report->differences().isEmpty(), qPrintable(report->differences().join(u'\n')));
        QCOMPARE(report->verdict(), Verdict::Matches);
        QVERIFY(allReads(exchanges));
        QCOMPARE(wait(session->releases().reader().one(made->release.id))->condition, ReleaseCondition::Applied);
    }
    // The gateway, too, has seen nothing: neither requests nor questions to its control and metrics addresses.
    void clusterIsOnlyRead()
    {
        const TestGateway gateway;
        FakeServer aside([](const QByteArray &) { return FakeServer::json("{}"); });
        ClusterProfile profile = gateway.session()->profile();
        profile.gateways = profile.metrics = profile.controls = {aside.url()};
        profile.readOnly = true;
        ClusterSession session(profile, {gateway.key(), {}}, {u"li"_s, gateway.archiveFolder()});
        QSignalSpy exchanges(&session.transport(), &Transport::exchanged);
        QVERIFY(wait(session.open()));
        Rehearsal rehearsal(session);
        const NewRelease wanted{u"checkout"_s,
                                {},
                                *parseApiRef(u"route/pay"_s),
                                u"pay-v2"_s,
                                *parsePolicy(u"rules header:x-canary==1"_s),
                                {},
                                {}};
        const auto report =
            wait(rehearsal.ofNew(wanted, {*parsePolicy(u"percentage 5"_s), *parsePolicy(u"percentage 100"_s)}));
        QVERIFY2(report, report ? "" : qPrintable(report.error().reason));
        QCOMPARE(report->steps.size(), 5);
        QCOMPARE(report->verdict(), Verdict::Matches);
        QVERIFY(exchanges.size() > 5);
        QVERIFY(allReads(exchanges));
        QVERIFY(aside.requests().isEmpty());
    }
    // What was rehearsed is shown beside what would be sent: a change meanwhile is seen.
    void differencesAreShown()
    {
        RehearsalReport report;
        report.rehearsed = {u"PUT a"_s, u"PATCH b"_s};
        report.planned = {u"PUT a"_s, u"PATCH c"_s};
        QCOMPARE(report.differences(), QStringList({u"- PATCH b"_s, u"+ PATCH c"_s}));
    }
    // What would be refused on the cluster is refused on the twin.
    void refusalIsRehearsedToo()
    {
        const TestGateway gateway;
        const auto session = gateway.session();
        Rehearsal rehearsal(*session);
        const NewRelease wanted{
            u"checkout"_s, {}, *parseApiRef(u"route/pay"_s), u"pay-v1"_s, *parsePolicy(u"percentage 20"_s), {}};
        QCOMPARE(wait(rehearsal.ofNew(wanted, {})).error().kind, Error::Kind::Invalid);
    }
    void pluginsThatAreNotSimulatedAreNamed()
    {
        QJsonObject configuration = TestGateway::defaultConfiguration();
        QJsonArray routes = configuration[u"routes"_s].toArray();
        routes.append(json("{'id':'limited','uri':'/limited','upstream_id':'pay-v1',"
                           "'plugins':{'limit-count':{'count':2,'time_window':60}}}"));
        configuration.insert(u"routes"_s, routes);
        const TestGateway gateway(configuration);
        const auto session = gateway.session();
        Rehearsal rehearsal(*session);
        const NewRelease wanted{
            u"checkout"_s, {}, *parseApiRef(u"route/pay"_s), u"pay-v2"_s, *parsePolicy(u"percentage 20"_s), {}};
        const auto report = wait(rehearsal.ofNew(wanted, {}));
        QVERIFY2(report, report ? "" : qPrintable(report.error().reason));
        QCOMPARE(report->gaps.first().what(), u"limit-count"_s);
        QCOMPARE(report->gaps.first().where, QStringList{u"routes/limited"_s});
        QVERIFY(report->gaps.first().meaning().contains("429"_L1));
        QCOMPARE(report->gaps.size(), 2); // and the backends, which are never the real ones
    }
};

QTEST_GUILESS_MAIN(TestRehearsal)
#include "tst_rehearsal.moc"
