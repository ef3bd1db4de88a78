// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/rehearsal.h"
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
                     qPrintable(step.title + step.fault + step.report.sentence()));
        QCOMPARE(report->exitCode(), 0);
        QVERIFY(!exchanges.isEmpty());
        QVERIFY(allReads(exchanges));
        QCOMPARE(gateway.exported(), before);
    }
    void standingReleaseIsProven()
    {
        const TestGateway gateway;
        const auto session = gateway.session();
        const NewRelease wanted{
            u"checkout"_s, {}, *parseApiRef(u"route/bare"_s), u"pay-v2"_s, *parsePolicy(u"percentage 50"_s), {}};
        const auto made = wait(session->releases().create(wanted));
        QVERIFY(made);
        QSignalSpy exchanges(&session->transport(), &Transport::exchanged);
        Rehearsal rehearsal(*session);
        const auto report = wait(rehearsal.ofRelease(made->release.id, {}));
        QVERIFY2(report, report ? "" : qPrintable(report.error().reason));
        QCOMPARE(report->steps.size(), 3);
        QCOMPARE(report->verdict(), Verdict::Matches);
        QVERIFY(allReads(exchanges));
        QCOMPARE(wait(session->releases().reader().one(made->release.id))->condition, ReleaseCondition::Applied);
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
        QVERIFY(report->notes.join(u' ').contains("limit-count"_L1));
    }
};

QTEST_GUILESS_MAIN(TestRehearsal)
#include "tst_rehearsal.moc"
