// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/connectiontest.h"
#include "tests/support/fakeserver.h"
#include "tests/support/testgateway.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

using Kind = ConnectionStep::Kind;
using Outcome = ConnectionStep::Outcome;

/// An Admin API of two answers over TLS, with a certificate that it signed itself; asks for a client certificate if
/// told.
class TlsServer : public QTcpServer
{
public:
    TlsServer(const QString &certificate, const QString &key, QSslSocket::PeerVerifyMode mode = QSslSocket::VerifyNone)
        : m_mode(mode)
    {
        QFile certificateFile(certificate);
        QFile keyFile(key);
        if (!certificateFile.open(QIODevice::ReadOnly) || !keyFile.open(QIODevice::ReadOnly))
            qFatal("no certificate");
        m_certificate = QSslCertificate(certificateFile.readAll());
        m_key = QSslKey(keyFile.readAll(), QSsl::Rsa);
        listen(QHostAddress::LocalHost);
    }
    QUrl url() const { return QUrl(u"https://127.0.0.1:%1"_s.arg(serverPort())); }
    QString fingerprint() const
    {
        return QString::fromLatin1(m_certificate.digest(QCryptographicHash::Sha256).toHex(':')).toUpper();
    }
    int answered = 0;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setLocalCertificate(m_certificate);
        socket->setPrivateKey(m_key);
        socket->setPeerVerifyMode(m_mode);
        QSslConfiguration trusting = socket->sslConfiguration();
        trusting.addCaCertificate(m_certificate);
        socket->setSslConfiguration(trusting);
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QSslSocket::readyRead, this, [this, socket] {
            const QByteArray request = socket->readAll();
            ++answered;
            const auto answer = request.contains("plugins/list") ? FakeServer::json("[\"traffic-split\"]")
                                : request.startsWith("PUT")      ? FakeServer::json("{}", "404 Not Found")
                                                                 : FakeServer::json("{\"total\":0,\"list\":[]}");
            socket->write(answer.bytes);
        });
        socket->startServerEncryption();
    }

private:
    QSslCertificate m_certificate;
    QSslKey m_key;
    QSslSocket::PeerVerifyMode m_mode;
};

ClusterProfile profileOf(const QUrl &admin)
{
    ClusterProfile profile;
    profile.id = profile.name = u"x"_s;
    profile.admin = admin;
    return profile;
}

ConnectionReport tested(const ClusterProfile &profile, const QByteArray &key = "k")
{
    const ClusterSecrets secrets{key, {}};
    ConnectionTest test(profile, secrets, std::chrono::seconds(2));
    return wait(test.run());
}

const ConnectionStep &step(const ConnectionReport &report, Kind kind)
{
    return *std::find_if(report.steps.begin(), report.steps.end(),
                         [kind](const ConnectionStep &candidate) { return candidate.kind == kind; });
}

} // namespace

Q_DECLARE_METATYPE(sluice::test::FakeServer::Answer)

/// A profile tried step by step: which step fails, and what would mend it.
class TestConnectionTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString file(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void initTestCase()
    {
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                       u"/CN=gateway.example/O=Team A"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s,
                       file(u"key.pem"_s), u"-out"_s, file(u"cert.pem"_s)});
        QVERIFY(openssl.waitForFinished());
        QCOMPARE(openssl.exitCode(), 0);
    }

    void allIsWell()
    {
        const TestGateway gateway;
        ClusterProfile profile = profileOf(gateway.cluster().admin);
        profile.gateways = {gateway.cluster().gateway};
        const ClusterSecrets secrets{gateway.key(), {}};
        ConnectionTest test(profile, secrets, std::chrono::seconds(5));
        const QSignalSpy steps(&test, &ConnectionTest::stepped);
        const ConnectionReport report = wait(test.run());
        QVERIFY(report.passed());
        QCOMPARE(steps.size(), 7);
        QCOMPARE(step(report, Kind::Address).outcome, Outcome::Passed);
        QCOMPARE(step(report, Kind::Tls).outcome, Outcome::Skipped);
        QCOMPARE(step(report, Kind::Role).outcome, Outcome::Passed);
        QCOMPARE(step(report, Kind::Gateway).outcome, Outcome::Passed);
        QCOMPARE(step(report, Kind::Metrics).outcome, Outcome::Skipped);
        QVERIFY(!step(report, Kind::Metrics).advice.isEmpty());
    }

    void failingStepIsNamed_data()
    {
        QTest::addColumn<FakeServer::Answer>("answer");
        QTest::addColumn<Kind>("failing");
        QTest::newRow("silence") << FakeServer::Answer{} << Kind::Address;
        QTest::newRow("login page") << FakeServer::html("302 Found", "Location: https://login.example.com\r\n")
                                    << Kind::Address;
        QTest::newRow("allow_admin") << FakeServer::html("403 Forbidden") << Kind::Address;
        QTest::newRow("wrong key") << FakeServer::json("{\"error_msg\":\"failed to check token\"}", "401 Unauthorized")
                                   << Kind::Key;
        QTest::newRow("APISIX 2.x") << FakeServer::json("{\"action\":\"get\",\"node\":{}}") << Kind::Version;
        QTest::newRow("a web site") << FakeServer::html("200 OK") << Kind::Version;
    }
    void failingStepIsNamed()
    {
        QFETCH(FakeServer::Answer, answer);
        QFETCH(Kind, failing);
        FakeServer server([answer](const QByteArray &) { return answer; });
        ClusterProfile profile = profileOf(server.url());
        const ClusterSecrets secrets{"k", {}};
        ConnectionTest test(profile, secrets, std::chrono::milliseconds(300));
        const ConnectionReport report = wait(test.run());
        QVERIFY(!report.passed());
        for (const ConnectionStep &found : report.steps) {
            const Outcome expected = found.kind == failing ? Outcome::Failed : Outcome::Skipped;
            if (found.kind >= failing)
                QCOMPARE(found.outcome, expected);
            else
                QVERIFY(found.outcome != Outcome::Failed);
        }
        QVERIFY(!step(report, failing).found.isEmpty());
        QVERIFY(!step(report, failing).advice.isEmpty());
    }
    void unreachableGatewayAndMetrics()
    {
        const TestGateway gateway;
        ClusterProfile profile = profileOf(gateway.cluster().admin);
        profile.gateways = {QUrl(u"http://127.0.0.1:1"_s)};
        profile.metrics = {gateway.cluster().gateway};
        const ConnectionReport report = tested(profile, gateway.key());
        QVERIFY(!report.passed());
        QVERIFY(!report.fault);
        QCOMPARE(step(report, Kind::Gateway).outcome, Outcome::Failed);
        QCOMPARE(step(report, Kind::Metrics).outcome, Outcome::Failed);
        QVERIFY(step(report, Kind::Metrics).advice.contains("prometheus"_L1));
    }
    void cancelEndsAtOnce()
    {
        FakeServer server([](const QByteArray &) { return FakeServer::Answer{}; });
        ClusterProfile profile = profileOf(server.url());
        profile.gateways = {server.url()};
        const ClusterSecrets secrets{"k", {}};
        ConnectionTest test(profile, secrets, std::chrono::minutes(1));
        auto task = test.run();
        QTimer::singleShot(0, &test, &ConnectionTest::cancel);
        const ConnectionReport report = wait(std::move(task));
        for (const ConnectionStep &found : report.steps)
            QCOMPARE(found.outcome, Outcome::Skipped);
    }

    // The certificate is shown as a value; only its own fingerprint lets it pass, and the key travels to nobody before.
    void selfSignedIsPinned()
    {
        TlsServer server(file(u"cert.pem"_s), file(u"key.pem"_s));
        ClusterProfile profile = profileOf(server.url());
        const ConnectionReport refused = tested(profile);
        QCOMPARE(step(refused, Kind::Address).outcome, Outcome::Passed);
        QCOMPARE(step(refused, Kind::Tls).outcome, Outcome::Failed);
        QCOMPARE(server.answered, 0);
        QVERIFY(refused.untrusted);
        QCOMPARE(refused.untrusted->subject, u"gateway.example, Team A"_s);
        QCOMPARE(refused.untrusted->issuer, refused.untrusted->subject);
        QCOMPARE(refused.untrusted->fingerprint, server.fingerprint());
        QVERIFY(refused.untrusted->until > QDateTime::currentDateTime());
        QVERIFY(!refused.untrusted->faults.isEmpty());

        profile.tls.pin = server.fingerprint();
        QVERIFY(tested(profile).passed());
        profile.tls.pin = u"00:"_s.repeated(31) + u"00"_s;
        QVERIFY(!tested(profile).passed());
        profile.tls.pin.clear();
        profile.tls.authorityFile = file(u"cert.pem"_s);
        QVERIFY(tested(profile).passed());
    }
    void clientCertificate()
    {
        TlsServer server(file(u"cert.pem"_s), file(u"key.pem"_s), QSslSocket::VerifyPeer);
        ClusterProfile profile = profileOf(server.url());
        profile.tls.pin = server.fingerprint();
        QVERIFY(!tested(profile).passed());
        profile.tls.certificateFile = file(u"cert.pem"_s);
        profile.tls.keyFile = file(u"key.pem"_s);
        QVERIFY(tested(profile).passed());
        profile.tls.keyFile = file(u"missing.pem"_s);
        const ConnectionReport unreadable = tested(profile);
        QCOMPARE(step(unreadable, Kind::Tls).outcome, Outcome::Failed);
        QVERIFY(step(unreadable, Kind::Tls).found.contains("missing.pem"_L1));
    }

    void manualProxyIsUsed()
    {
        FakeServer proxy([](const QByteArray &) { return FakeServer::json("{\"total\":0,\"list\":[]}"); });
        ClusterProfile profile = profileOf(QUrl(u"http://admin.example.com:9180"_s));
        profile.proxy.kind = ClusterProfile::Proxy::Kind::Manual;
        profile.proxy.address = proxy.url();
        const ClusterSecrets secrets{"k", {}};
        Transport transport({profile.admin, "k", {}, {}, std::chrono::seconds(2), profile.proxy});
        AdminClient client(transport);
        QVERIFY(wait(client.list(ResourceKind::Routes)));
        QVERIFY2(proxy.requests().first().startsWith("GET http://admin.example.com:9180/"),
                 proxy.requests().first().constData());
        // Never for this computer itself.
        FakeServer own([](const QByteArray &) { return FakeServer::json("{\"total\":0,\"list\":[]}"); });
        Transport direct({own.url(), "k", {}, {}, std::chrono::seconds(2), profile.proxy});
        AdminClient near(direct);
        QVERIFY(wait(near.list(ResourceKind::Routes)));
        QCOMPARE(own.requests().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"
