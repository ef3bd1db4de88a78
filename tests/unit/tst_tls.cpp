// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/net/localauthority.h"
#include "simulator/simulator.h"
#include "tests/support/replywait.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::simulator;
using namespace Qt::StringLiterals;

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
