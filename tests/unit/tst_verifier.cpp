// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/verificationsetup.h"
#include "tests/support/testgateway.h"

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
        QTest::newRow("rules") << u"rules header:x-canary==1 & cookie:user~^qa | query:v in a,b"_s << 6;
        QTest::newRow("negated, numbers") << u"rules header:x-n>5 & header:x-n<9 | cookie:c!=z & query:q exists"_s << 7;
        QTest::newRow("share of the hits") << u"share 25 rules header:x-beta exists"_s << 3;
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
        connect(&verifier, &Verifier::progressed, &verifier, [&verifier] { verifier.stop(); });
        const auto report = wait(verifier.verify(request));
        QVERIFY(report->rows.first().sent < 1000);
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
