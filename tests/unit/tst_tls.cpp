// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/net/localauthority.h"
#include "simulator/net/opensslpointers.h"
#include "simulator/simulator.h"
#include "tests/support/replywait.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace sluice;
using namespace sluice::simulator;
using namespace Qt::StringLiterals;

namespace {

/// A client's certificate that is its own authority.
CertificateAndKey clientCertificate()
{
    const KeyPtr key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const CertificatePtr certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 7);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>("client"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    const auto text = [](const auto &write) {
        const BioPtr out(BIO_new(BIO_s_mem()), &BIO_free);
        write(out.get());
        char *begin = nullptr;
        const auto size = BIO_ctrl(out.get(), BIO_CTRL_INFO, 0, &begin);
        return std::string(begin, static_cast<std::size_t>(size));
    };
    return {text([&](BIO *out) { PEM_write_bio_X509(out, certificate.get()); }),
            text([&](BIO *out) { PEM_write_bio_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr); })};
}

} // namespace

/// The gateway's TLS port, and upstreams over https (apisix.md 3.9 and 7).
class TestTls : public QObject
{
    Q_OBJECT

private:
    struct Answer
    {
        int status = 0;
        QByteArray body;
        QString servedName;
        QNetworkReply::NetworkError error = QNetworkReply::NoError;
    };
    Answer send(const QByteArray &method, const QUrl &url, const QByteArray &body = {}, const QString &host = {},
                const QByteArray &trusted = {})
    {
        QNetworkAccessManager network;
        QNetworkRequest request(url);
        request.setRawHeader("X-API-KEY", "key");
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        if (!host.isEmpty())
            request.setPeerVerifyName(host);
        QSslConfiguration tls = request.sslConfiguration();
        tls.setCaCertificates(QSslCertificate::fromData(trusted));
        request.setSslConfiguration(tls);
        QNetworkReply *reply = network.sendCustomRequest(request, method, body);
        test::waitForReply(reply);
        Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
                      reply->sslConfiguration().peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0),
                      reply->error()};
        reply->deleteLater();
        return answer;
    }
    void put(const QString &path, const QJsonObject &value)
    {
        const Answer answer =
            send("PUT", m_cluster.admin.resolved(QUrl(u"/apisix/admin/"_s + path)), QJsonDocument(value).toJson());
        QVERIFY2(answer.status < 300, answer.body.constData());
    }
    void start(bool selfSigned)
    {
        SimulatorOptions options;
        options.clusters = {SimulatedCluster{u"a"_s, 0, 0, {}, 0}};
        options.adminKey = u"key"_s;
        options.selfSigned = selfSigned;
        m_simulator = std::make_unique<Simulator>(options);
        QVERIFY(m_simulator->start());
        m_cluster = m_simulator->clusters().first();
    }
    QJsonObject sslOf(const LocalAuthority &authority, const QString &name)
    {
        const CertificateAndKey pair = authority.issue({name.toStdString()});
        return {{u"cert"_s, QString::fromStdString(pair.certificate)},
                {u"key"_s, QString::fromStdString(pair.key)},
                {u"snis"_s, QJsonArray{name}}};
    }
    void mock(const QString &id)
    {
        put(u"routes/"_s + id,
            {{u"uri"_s, u"/*"_s},
             {u"plugins"_s, QJsonObject{{u"mocking"_s, QJsonObject{{u"response_example"_s, u"$scheme $host"_s}}}}}});
    }

    std::unique_ptr<Simulator> m_simulator;
    RunningCluster m_cluster;

private Q_SLOTS:
    void cleanup() { m_simulator.reset(); }

    void selfSignedIsTrustedThroughTheAuthority()
    {
        start(true);
        mock(u"m"_s);
        const QByteArray authority = send("GET", m_cluster.admin.resolved(QUrl(u"/sluice/ca.crt"_s))).body;
        QVERIFY(authority.startsWith("-----BEGIN CERTIFICATE-----"));
        const Answer byAddress = send("GET", m_cluster.gatewayTls, {}, {}, authority);
        QCOMPARE(byAddress.status, 200);
        QVERIFY(byAddress.body.startsWith("https "));
        const Answer byName = send("GET", m_cluster.gatewayTls, {}, u"shop.example.com"_s, authority);
        QCOMPARE(byName.status, 200);
        QCOMPARE(byName.servedName, u"shop.example.com"_s);
        QVERIFY(send("GET", m_cluster.gatewayTls).error != QNetworkReply::NoError);
    }

    void certificatesAreChosenBySni_data()
    {
        QTest::addColumn<QString>("sni");
        QTest::addColumn<QString>("served"); // empty: refused
        QTest::newRow("equal") << u"shop.test"_s << u"shop.test"_s;
        QTest::newRow("upper case") << u"SHOP.test"_s << u"shop.test"_s;
        QTest::newRow("equal before wildcard") << u"www.shop.test"_s << u"www.shop.test"_s;
        QTest::newRow("wildcard") << u"api.shop.test"_s << u"*.shop.test"_s;
        QTest::newRow("one level only") << u"a.b.shop.test"_s << QString();
        QTest::newRow("none") << u"other.test"_s << QString();
    }
    void certificatesAreChosenBySni()
    {
        QFETCH(QString, sni);
        QFETCH(QString, served);
        start(false);
        mock(u"m"_s);
        const LocalAuthority authority;
        int number = 0;
        for (const QString &name : {u"shop.test"_s, u"www.shop.test"_s, u"*.shop.test"_s})
            put(u"ssls/"_s + QString::number(++number), sslOf(authority, name));
        const Answer answer =
            send("GET", m_cluster.gatewayTls, {}, sni, QByteArray::fromStdString(authority.certificate()));
        QCOMPARE(answer.status, served.isEmpty() ? 0 : 200);
        if (!served.isEmpty())
            QCOMPARE(answer.servedName, served);
    }

    // As APISIX: a host that asks its clients for a certificate is not reached by another name's handshake.
    void clientCertificatesAreNotPassedBy_data()
    {
        QTest::addColumn<QString>("sni");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("certificate");
        QTest::addColumn<QByteArray>("status"); // empty: no handshake, or none that is answered
        const auto row = [](const char *name, const QString &sni, const QByteArray &host, bool certificate,
                            const QByteArray &status) { QTest::newRow(name) << sni << host << certificate << status; };
        row("certificate", u"sec.test"_s, "sec.test", true, "200");
        row("certificate, upper case", u"SEC.test"_s, "Sec.Test", true, "200");
        row("certificate, port and dot", u"sec.test"_s, "sec.test.:443", true, "200");
        row("no certificate", u"sec.test"_s, "sec.test", false, "");
        row("another SNI", u"open.test"_s, "sec.test", false, "400");
        row("another SNI, upper case", u"open.test"_s, "SEC.test", false, "400");
        row("another SNI, port", u"open.test"_s, "sec.test:443", false, "400");
        row("another SNI, dot", u"open.test"_s, "sec.test.", false, "400");
        row("another SNI, and a certificate", u"open.test"_s, "sec.test", true, "400");
        row("no SNI", {}, "sec.test", false, "400");
        row("an SNI that nobody knows", u"other.test"_s, "sec.test", false, "400");
        row("wildcard: its own name", u"a.wild.test"_s, "a.wild.test", true, "200");
        row("wildcard: a sister's name", u"a.wild.test"_s, "b.wild.test", true, "400");
        row("a host that asks for none", u"sec.test"_s, "open.test", true, "200");
        row("open", u"open.test"_s, "open.test", false, "200");
    }
    void clientCertificatesAreNotPassedBy()
    {
        QFETCH(QString, sni);
        QFETCH(QByteArray, host);
        QFETCH(bool, certificate);
        QFETCH(QByteArray, status);
        start(true);
        mock(u"m"_s);
        const LocalAuthority authority;
        const CertificateAndKey client = clientCertificate();
        int number = 0;
        for (const QString &name : {u"sec.test"_s, u"*.wild.test"_s, u"open.test"_s}) {
            QJsonObject ssl = sslOf(authority, name);
            if (name != "open.test"_L1)
                ssl.insert(u"client"_s, QJsonObject{{u"ca"_s, QString::fromStdString(client.certificate)}});
            put(u"ssls/"_s + QString::number(++number), ssl);
        }
        QSslSocket socket;
        QSslConfiguration tls = socket.sslConfiguration();
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        if (certificate) {
            tls.setLocalCertificate(QSslCertificate(QByteArray::fromStdString(client.certificate)));
            tls.setPrivateKey(QSslKey(QByteArray::fromStdString(client.key), QSsl::Ec));
        }
        socket.setSslConfiguration(tls);
        QByteArray received;
        connect(&socket, &QSslSocket::readyRead, &socket, [&] { received += socket.readAll(); });
        socket.connectToHostEncrypted(u"127.0.0.1"_s, static_cast<quint16>(m_cluster.gatewayTls.port()), sni);
        socket.write("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(received.mid(9, 3), status);
    }

    // What APISIX offers below TLS 1.3, and no more: no CBC, no key exchange without forward secrecy.
    void oldCiphersAreRefused_data()
    {
        QTest::addColumn<QString>("cipher");
        QTest::addColumn<bool>("taken");
        QTest::newRow("ECDHE with AEAD") << u"ECDHE-ECDSA-AES128-GCM-SHA256"_s << true;
        QTest::newRow("CBC") << u"ECDHE-ECDSA-AES128-SHA"_s << false;
        QTest::newRow("CBC with SHA-2") << u"ECDHE-ECDSA-AES128-SHA256"_s << false;
    }
    void oldCiphersAreRefused()
    {
        QFETCH(QString, cipher);
        QFETCH(bool, taken);
        start(true);
        QSslSocket socket;
        QSslConfiguration tls = socket.sslConfiguration();
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        tls.setProtocol(QSsl::TlsV1_2);
        tls.setCiphers(cipher);
        QCOMPARE(tls.ciphers().size(), 1);
        socket.setSslConfiguration(tls);
        QSignalSpy encrypted(&socket, &QSslSocket::encrypted);
        QSignalSpy ended(&socket, &QSslSocket::errorOccurred);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, static_cast<quint16>(m_cluster.gatewayTls.port()));
        QTRY_COMPARE(encrypted.size() + ended.size(), 1);
        QCOMPARE(encrypted.size(), taken ? 1 : 0);
    }

    // Many records, in both directions, through small windows.
    void largeBodiesPass()
    {
        start(true);
        SimulatorOptions options;
        options.clusters = {SimulatedCluster{u"b"_s, 0, 0, {}}};
        options.demoBackends = true;
        Simulator behind(options);
        QVERIFY(behind.start());
        put(u"routes/r"_s,
            {{u"uri"_s, u"/*"_s},
             {u"plugins"_s, QJsonObject{{u"response-rewrite"_s, QJsonObject{{u"body"_s, QString(900000, u'x')}}}}},
             {u"upstream"_s,
              QJsonObject{
                  {u"nodes"_s, QJsonObject{{u"127.0.0.1:%1"_s.arg(behind.clusters().first().gateway.port()), 1}}}}}});
        const QByteArray authority = send("GET", m_cluster.admin.resolved(QUrl(u"/sluice/ca.crt"_s))).body;
        const Answer answer = send("POST", m_cluster.gatewayTls, QByteArray(3000000, 'y'), {}, authority);
        QCOMPARE(answer.body.size(), 900000);
    }

    void upstreamsOverTls_data()
    {
        QTest::addColumn<bool>("verify");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("status");
        QTest::newRow("not verified") << false << false << u"any.test"_s << 200;
        QTest::newRow("verified, unknown authority") << true << false << u"localhost"_s << 502;
        QTest::newRow("verified") << true << true << u"localhost"_s << 200;
    }
    void upstreamsOverTls()
    {
        QFETCH(bool, verify);
        QFETCH(bool, trusted);
        QFETCH(QString, host);
        QFETCH(int, status);
        start(true); // stands behind: its TLS port is the node
        mock(u"m"_s);
        const QByteArray authority = send("GET", m_cluster.admin.resolved(QUrl(u"/sluice/ca.crt"_s))).body;
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"ca.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(authority);
        file.close();
        qputenv("SSL_CERT_FILE", trusted ? file.fileName().toUtf8() : "/nowhere"_ba);

        SimulatorOptions options;
        options.clusters = {SimulatedCluster{u"front"_s, 0, 0, {}}};
        options.clusters[0].configuration = {
            {u"routes"_s,
             QJsonArray{QJsonObject{
                 {u"id"_s, u"r"_s},
                 {u"uri"_s, u"/*"_s},
                 {u"upstream"_s,
                  QJsonObject{{u"scheme"_s, u"https"_s},
                              {u"pass_host"_s, u"rewrite"_s},
                              {u"upstream_host"_s, host},
                              {u"tls"_s, QJsonObject{{u"verify"_s, verify}}},
                              {u"nodes"_s, QJsonObject{{u"127.0.0.1:%1"_s.arg(m_cluster.gatewayTls.port()), 1}}}}}}}}};
        Simulator front(options);
        QVERIFY(front.start());
        for (int i = 0; i < 3; ++i) {
            const Answer answer = send("GET", front.clusters().first().gateway);
            QCOMPARE(answer.status, status);
            if (status == 200)
                QCOMPARE(answer.body, "https "_ba + host.toUtf8());
        }
        qunsetenv("SSL_CERT_FILE");
    }

    void plainRequestsToTheTlsPortAreCut()
    {
        start(true);
        QUrl url = m_cluster.gatewayTls;
        url.setScheme(u"http"_s);
        QVERIFY(send("GET", url).error != QNetworkReply::NoError);
        QVERIFY(m_cluster.gatewayTls.isValid());
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
