// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/reporthtml.h"
#include "core/verify/verificationsetup.h"
#include "tests/support/fakeserver.h"
#include "tests/support/testgateway.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

TrafficPolicy policyOf(const QString &text)
{
    return *parsePolicy(text);
}

} // namespace

/// Real requests to the simulator, and to servers that misbehave (B25).
class TestVerifier : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestGateway> m_gateway;
    std::unique_ptr<ClusterSession> m_session;

    ObservedRelease create(const QString &policy)
    {
        const NewRelease wanted{u"checkout"_s, {}, *parseApiRef(u"route/pay"_s), u"pay-v2"_s, policyOf(policy), {}};
        const auto made = wait(m_session->releases().create(wanted));
        return made ? *made : ObservedRelease{};
    }
    VerificationRequest requestFor(const ObservedRelease &release)
    {
        auto request = wait(verificationOf(*m_session, release));
        request->gateways = {m_gateway->cluster().gateway};
        return *request;
    }

private Q_SLOTS:
    void init()
    {
        m_gateway = std::make_unique<TestGateway>();
        m_session = m_gateway->session();
    }
    void cleanup()
    {
        m_session.reset();
        m_gateway.reset();
    }

    void provesEachPolicy_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<int>("rows");
        QTest::newRow("percentage") << u"percentage 20"_s << 1;
        QTest::newRow("uneven") << u"percentage 17"_s << 1;
        QTest::newRow("E3: nothing") << u"percentage 0"_s << 1;
        QTest::newRow("E3: everything") << u"percentage 100"_s << 1;
        QTest::newRow("rules") << u"rules header:x-canary==1 & cookie:user~^qa | query:v in a,b"_s << 13;
        QTest::newRow("negated, numbers")
            << u"rules header:x-n>5 & header:x-n<9 | cookie:c!=z & query:q exists"_s << 14;
        QTest::newRow("share of the hits") << u"share 25 rules header:x-beta exists"_s << 5;
    }
    void provesEachPolicy()
    {
        QFETCH(QString, policy);
        QFETCH(int, rows);
        const VerificationRequest request = requestFor(create(policy));
        QCOMPARE(request.path, u"/pay"_s);
        QVERIFY(request.exclusive);
        Verifier verifier;
        const auto report = wait(verifier.verify(request));
        QVERIFY(report);
        QCOMPARE(report->rows.size(), rows);
        QVERIFY2(report->verdict() == Verdict::Matches, qPrintable(report->sentence()));
        QCOMPARE(report->exitCode(), 0);
        for (const VerificationRow &row : report->rows)
            QCOMPARE(row.connections, 1);
        QCOMPARE(toJson(*report)[u"verdict"_s].toString(), u"matches"_s);
        QVERIFY(toHtml(*report).contains("<svg"));
        QVERIFY(toJUnit(*report).contains("failures=\"0\""));
    }

    // The gateway does something else than the release says: found, with the request as curl.
    void findsWrongSplit()
    {
        const ObservedRelease release = create(u"percentage 20"_s);
        VerificationRequest request = requestFor(release);
        request.policy = policyOf(u"percentage 30"_s);
        Verifier verifier;
        auto report = wait(verifier.verify(request));
        QCOMPARE(report->verdict(), Verdict::DoesNotMatch);
        QCOMPARE(report->exitCode(), 1);
        request.policy = policyOf(u"rules header:x-canary==1"_s);
        report = wait(verifier.verify(request));
        QCOMPARE(report->verdict(), Verdict::DoesNotMatch);
        QVERIFY(report->rows.first().request.startsWith("curl "_L1));
    }
    void fewRequestsCanNotTell()
    {
        VerificationRequest request = requestFor(create(u"percentage 20"_s));
        request.requests = 10;
        Verifier verifier;
        const auto report = wait(verifier.verify(request));
        QCOMPARE(report->verdict(), Verdict::TooFew);
        QCOMPARE(report->exitCode(), 5);
    }
    // A write to the API begins the orders anew: the run is repeated, twice at most.
    void changedApiIsToldApart()
    {
        VerificationRequest request = requestFor(create(u"percentage 20"_s));
        int asked = 0;
        request.revision = [&asked]() -> QCoro::Task<QString> {
            const QString revision = QString::number(asked++);
            co_return revision;
        };
        Verifier verifier;
        const auto report = wait(verifier.verify(request));
        QCOMPARE(asked, 6);
        QCOMPARE(report->verdict(), Verdict::TooFew);
    }
    // An answer that neither side gave forbids a match.
    void unknownAnswersForbidMatch()
    {
        VerificationRequest request = requestFor(create(u"percentage 20"_s));
        request.identify = *parseIdentification(u"json:/backend"_s);
        Verifier verifier;
        auto report = wait(verifier.verify(request));
        QCOMPARE(report->verdict(), Verdict::TooFew);
        QVERIFY(report->rows.first().unattributed > 0);
        request.identify.targetIs = u"^10\\.0\\.0\\.2:"_s;
        request.identify.currentIs = u"^10\\.0\\.0\\.1:"_s;
        report = wait(verifier.verify(request));
        QVERIFY2(report->verdict() == Verdict::Matches, qPrintable(report->sentence()));
    }
    void closedPortIsSaid()
    {
        VerificationRequest request = requestFor(create(u"percentage 20"_s));
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        request.gateways = {QUrl(u"http://127.0.0.1:%1"_s.arg(closed.serverPort()))};
        closed.close();
        request.requests = 3;
        Verifier verifier;
        const auto report = wait(verifier.verify(request));
        QCOMPARE(report->exitCode(), 1);
        QVERIFY(!report->rows.first().fault.isEmpty());
    }
    // Stops at once, also where the gateway never answers.
    void stopsEarly()
    {
        VerificationRequest request = requestFor(create(u"percentage 20"_s));
        request.requests = 1'000'000;
        Verifier verifier;
        qint64 sentBefore = 0; // how many is the machine's affair: the progress is told by the clock
        connect(&verifier, &Verifier::progressed, &verifier, [&verifier, &sentBefore](const VerificationProgress &now) {
            if (sentBefore == 0)
                sentBefore = now.sent;
            verifier.stop();
        });
        const auto report = wait(verifier.verify(request));
        QVERIFY(sentBefore > 0);
        QVERIFY(report->rows.first().sent <= sentBefore + request.concurrency);
    }

    // Several gateways one by one: that finds the one that no longer hears its configuration.
    void everyGatewayIsJudgedByItself()
    {
        const FakeServer deaf([](const QByteArray &) {
            return FakeServer::Answer{"HTTP/1.1 200 OK\r\nX-Sluice-Upstream: pay-v1\r\nContent-Length: 0\r\n\r\n",
                                      false};
        });
        VerificationRequest request = requestFor(create(u"percentage 20"_s));
        request.gateways.append(deaf.url());
        Verifier verifier;
        const auto report = wait(verifier.verify(request));
        QCOMPARE(report->rows.size(), 2);
        QCOMPARE(report->rows[0].verdict, Verdict::Matches);
        QCOMPARE(report->rows[1].verdict, Verdict::DoesNotMatch);
        QCOMPARE(report->rows[1].gateway, deaf.url().toString());
        QCOMPARE(report->exitCode(), 1);
        QVERIFY(toHtml(*report).contains("✗"));
    }
    // Over https with a private authority: the certificate of the host that is asked for, wherever it is connected to.
    void gatewayOverTls()
    {
        simulator::SimulatorOptions options;
        options.clusters = {{u"tls"_s, 0, 0, TestGateway::defaultConfiguration(), quint16(0)}};
        options.demoBackends = true;
        options.selfSigned = true;
        simulator::Simulator simulator(options);
        QVERIFY(simulator.start());
        QNetworkAccessManager network;
        QNetworkRequest asked(simulator.clusters().first().admin.resolved(QUrl(u"/sluice/ca.crt"_s)));
        asked.setRawHeader("X-API-KEY", simulator.adminKey().toUtf8());
        const std::unique_ptr<QNetworkReply> authority(network.get(asked));
        QTRY_VERIFY(authority->isFinished());

        VerificationRequest request = requestFor(create(u"percentage 0"_s));
        request.gateways = {simulator.clusters().first().gatewayTls};
        request.host = u"shop.example"_s;
        request.requests = 10;
        Verifier verifier;
        QVERIFY(!wait(verifier.verify(request))->rows.first().fault.isEmpty()); // not trusted
        request.authorities = authority->readAll();
        const auto report = wait(verifier.verify(request));
        QVERIFY2(report->rows.first().fault.isEmpty(), qPrintable(report->rows.first().fault));
        QCOMPARE(report->rows.first().onCurrent, 10);
    }
    // Rates are kept over all connections together, jitter or not.
    void rateIsKept()
    {
        VerificationRequest request = requestFor(create(u"percentage 50"_s));
        request.requests = 60;
        request.concurrency = 4;
        request.rate = 200;
        Verifier verifier;
        const auto report = wait(verifier.verify(request));
        QVERIFY2(report->milliseconds >= 250, qPrintable(QString::number(report->milliseconds)));
        QCOMPARE(report->rows.first().sent, 60);
    }

    // Design 9: a run begins when the gateways hold the configuration; the control address tells.
    void waitsUntilTheConfigurationIsSeen()
    {
        const ObservedRelease release = create(u"percentage 20"_s);
        const auto index = release.api->resource.modifiedIndex;
        int asked = 0;
        FakeServer control([&asked, index](const QByteArray &) {
            return FakeServer::json("{\"modifiedIndex\":" + QByteArray::number(index - (++asked < 3 ? 1 : 0)) + "}");
        });
        ClusterProfile profile = m_session->profile();
        profile.controls = {control.url()};
        ClusterSession session(profile, {m_gateway->key(), {}}, {u"li"_s, m_gateway->archiveFolder()});
        QVERIFY(wait(session.open()));
        auto request = wait(verificationOf(session, release));
        request->gateways = {m_gateway->cluster().gateway};
        Verifier verifier;
        const auto report = wait(verifier.verify(*request));
        QCOMPARE(control.count("GET /v1/route/pay"), 3);
        QCOMPARE(report->verdict(), Verdict::Matches);
        QCOMPARE(report->notes.size(), 1);
    }
    // Asked directly, the backends tell who they are; where they can't be reached nothing is learned.
    void attributionIsLearned()
    {
        const auto backend = [](const QByteArray &version) {
            return [version](const QByteArray &) { return FakeServer::json("{\"version\":\"" + version + "\"}"); };
        };
        const FakeServer current(backend("v1"));
        const FakeServer target(backend("v2"));
        VerificationRequest request = requestFor(create(u"percentage 20"_s));
        request.currentNodes = {current.url().authority()};
        request.targetNodes = {target.url().authority()};
        const auto learned = wait(learnIdentification(request));
        QVERIFY(learned);
        QCOMPARE(toText(*learned), u"json:/version"_s);
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        request.targetNodes = {u"127.0.0.1:%1"_s.arg(closed.serverPort())};
        closed.close();
        QVERIFY(!wait(learnIdentification(request)));
        request.targetNodes = {target.url().authority()};
        request.method = "POST";
        const auto before = target.requests().size();
        QVERIFY(!wait(learnIdentification(request)));
        QCOMPARE(target.requests().size(), before);
    }
    // What is under way is given up: a gateway that never answers does not hold the window.
    void stopsAtOnce()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        VerificationRequest request = requestFor(create(u"percentage 20"_s));
        request.gateways = {QUrl(u"http://127.0.0.1:%1"_s.arg(silent.serverPort()))};
        request.concurrency = 4;
        Verifier verifier;
        std::optional<VerificationReport> report;
        verifier.verify(request).then([&report](Result<VerificationReport> done) { report = *done; });
        QTRY_VERIFY(silent.hasPendingConnections());
        verifier.stop();
        QTRY_VERIFY_WITH_TIMEOUT(report, 1000);
        QCOMPARE(report->rows.first().sent, 0);
        QCOMPARE(report->exitCode(), 5);
    }

    // An answer that is not as expected is told by the upstream that gave it; the split's verdict stays what it is.
    void expectationsAreCountedByUpstream()
    {
        const FakeServer gateway([count = 0](const QByteArray &) mutable {
            const bool onTarget = ++count % 5 == 0; // 20 %
            const bool fails = count % 10 == 0;
            const QByteArray body = "{\"token\":\"hush\"}";
            return FakeServer::Answer{"HTTP/1.1 " + QByteArray(fails ? "418 Teapot" : "200 OK") +
                                          "\r\nX-Sluice-Upstream: " + (onTarget ? "pay-v2" : "pay-v1") +
                                          "\r\nX-Trace: 1\r\nContent-Length: " + QByteArray::number(body.size()) +
                                          "\r\n\r\n" + body,
                                      false};
        });
        VerificationRequest request = requestFor(create(u"percentage 20"_s));
        request.gateways = {gateway.url()};
        request.headers = {{"Authorization", "Bearer hush"}};
        request.requests = 200;
        request.deviation = 10;
        request.expectations = {*parseExpectation(u"status in 200,204"_s),
                                *parseExpectation(u"header:x-trace exists"_s),
                                *parseExpectation(u"json:/token == other"_s)};
        Verifier verifier;
        QSignalSpy progressed(&verifier, &Verifier::progressed);
        const auto report = wait(verifier.verify(request));
        QCOMPARE(report->splitVerdict(), Verdict::Matches);
        QCOMPARE(report->verdict(), Verdict::DoesNotMatch);
        QCOMPARE(report->exitCode(), 1);
        QCOMPARE(report->expectations.size(), 3);
        const ExpectationCount &status = report->expectations[0];
        QCOMPARE(status.verdict(), Verdict::DoesNotMatch);
        QCOMPARE(status.target.all, 40);
        QCOMPARE(status.target.unexpected, 20);
        QCOMPARE(status.current.all, 160);
        QCOMPARE(status.current.unexpected, 0);
        QCOMPARE(status.first->mismatch.found, u"418"_s);
        QVERIFY(status.first->request.startsWith("curl -sS -o /dev/null -D - "_L1));
        QCOMPARE(report->expectations[1].verdict(), Verdict::Matches);
        QVERIFY(report->expectations[2].first->request.startsWith("curl -sS -i "_L1));
        QVERIFY2(report->sentence().contains(u"20 of 40 answers of the target"_s), qPrintable(report->sentence()));
        const auto last = progressed.last().first().value<VerificationProgress>();
        QCOMPARE(last.expectations.first().target.unexpected, 20);

        const QJsonObject json = toJson(*report);
        QCOMPARE(json[u"split"_s].toString(), u"matches"_s);
        QCOMPARE(json[u"verdict"_s].toString(), u"does-not-match"_s);
        QCOMPARE(json[u"expectations"_s].toArray().first()[u"target"_s][u"unexpected"_s].toInt(), 20);
        QVERIFY(toJUnit(*report).contains("tests=\"4\" failures=\"2\""));
        const QByteArray html = toHtml(*report);
        QVERIFY(html.contains("status in 200,204"));
        for (const QByteArray &written : {html, toJUnit(*report), QJsonDocument(json).toJson()})
            QVERIFY(!written.contains("hush")); // neither what was sent nor what came
    }
    // The simulator's own fault injection on the route: both upstreams' answers, and the gateway's own.
    void expectationsAgainstTheSimulator_data()
    {
        QTest::addColumn<QString>("plugins");
        QTest::addColumn<QString>("expectation");
        QTest::addColumn<Verdict>("verdict");
        const auto rewritten =
            u"'response-rewrite':{'headers':{'set':{'x-app':'v2'}},'body':'{\\'state\\':\\'up\\'}'}"_s;
        const auto slow = u"'fault-injection':{'delay':{'duration':0.05}}"_s;
        const auto aborted = u"'fault-injection':{'abort':{'http_status':503,'body':'no'}}"_s;
        QTest::newRow("header kept") << rewritten << u"header:x-app == v2"_s << Verdict::Matches;
        QTest::newRow("header not kept") << rewritten << u"header:x-app absent"_s << Verdict::DoesNotMatch;
        QTest::newRow("body kept") << rewritten << u"body contains up"_s << Verdict::Matches;
        QTest::newRow("body not kept") << rewritten << u"body == down"_s << Verdict::DoesNotMatch;
        QTest::newRow("fast enough") << slow << u"time < 10s"_s << Verdict::Matches;
        QTest::newRow("too slow") << slow << u"time < 40ms"_s << Verdict::DoesNotMatch;
        QTest::newRow("the gateway's own answer") << aborted << u"status < 500"_s << Verdict::DoesNotMatch;
    }
    void expectationsAgainstTheSimulator()
    {
        QFETCH(QString, plugins);
        QFETCH(QString, expectation);
        QFETCH(Verdict, verdict);
        const ObservedRelease release = create(u"percentage 0"_s);
        const QByteArray patch = u"{'plugins':{%1}}"_s.arg(plugins).toUtf8();
        QVERIFY(wait(m_session->admin().patch(ResourceKind::Routes, u"pay"_s, json(patch.constData()))));
        VerificationRequest request = requestFor(release);
        request.requests = 5;
        request.expectations = {*parseExpectation(expectation)};
        Verifier verifier;
        const auto report = wait(verifier.verify(request));
        const ExpectationCount &count = report->expectations.first();
        QVERIFY2(count.verdict() == verdict, qPrintable(count.reason()));
        QCOMPARE(count.current.all + count.neither.all, 5);
        if (verdict == Verdict::DoesNotMatch)
            QCOMPARE(report->exitCode(), 1);
    }
    // Longer than what is looked at for an identification: nothing is judged by half a body.
    void wholeBodiesAreLookedAt()
    {
        const FakeServer gateway([](const QByteArray &) {
            return FakeServer::json("{\"fill\":\"" + QByteArray(200'000, 'x') + "\",\"end\":1}");
        });
        VerificationRequest request = requestFor(create(u"percentage 0"_s));
        request.gateways = {gateway.url()};
        request.requests = 2;
        request.expectations = {*parseExpectation(u"json:/end == 1"_s)};
        Verifier verifier;
        const auto report = wait(verifier.verify(request));
        QCOMPARE(report->expectations.first().neither.all, 2);
        QCOMPARE(report->expectations.first().verdict(), Verdict::Matches);
        request.method = "HEAD";
        QCOMPARE(wait(verifier.verify(request)).error().kind, Error::Kind::Invalid);
    }
    void nobodyAnswersNoExpectation()
    {
        VerificationRequest request = requestFor(create(u"percentage 0"_s));
        request.gateways = {QUrl(u"http://127.0.0.1:1"_s)};
        request.requests = 2;
        request.expectations = {*parseExpectation(u"status == 200"_s)};
        Verifier verifier;
        const auto report = wait(verifier.verify(request));
        QCOMPARE(report->expectations.first().verdict(), Verdict::TooFew);
        QCOMPARE(report->verdict(), Verdict::TooFew);
    }

    void identificationIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("header") << u"header:X-Backend"_s << true;
        QTest::newRow("json") << u"json:/a/b"_s << true;
        QTest::newRow("regex") << u"regex:v(\\d)"_s << true;
        QTest::newRow("broken regex") << u"regex:("_s << false;
        QTest::newRow("nothing") << u"header:"_s << false;
        QTest::newRow("something else") << u"cookie:x"_s << false;
    }
    void identificationIsRead()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        QCOMPARE(bool(parseIdentification(text)), valid);
    }
};

QTEST_GUILESS_MAIN(TestVerifier)
#include "tst_verifier.moc"
