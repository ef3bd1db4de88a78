// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakeserver.h"
#include "tests/support/testgateway.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

struct Client
{
    explicit Client(const QUrl &admin, int milliseconds = 2000)
        : transport({admin, "secret-key", {}, {}, std::chrono::milliseconds(milliseconds)})
        , client(transport)
    {
    }

    Transport transport;
    AdminClient client;
};

FakeServer::Script always(const FakeServer::Answer &answer)
{
    return [answer](const QByteArray &) { return answer; };
}

} // namespace

Q_DECLARE_METATYPE(sluice::test::FakeServer::Answer)

/// Servers that are not what was hoped for: each gets its own clear error, and no write goes out twice (E11).
class TestBadGateways : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void probeTellsThemApart_data()
    {
        using Kind = Error::Kind;
        QTest::addColumn<FakeServer::Answer>("answer");
        QTest::addColumn<Error::Kind>("kind");
        const FakeServer::Answer redirect =
            FakeServer::html("302 Found", "Location: https://login.example.com/sso\r\n");
        const FakeServer::Answer cut{
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{", true};
        QTest::newRow("login page") << redirect << Kind::Redirected;
        QTest::newRow("allow_admin") << FakeServer::html("403 Forbidden") << Kind::Forbidden;
        QTest::newRow("proxy without a backend") << FakeServer::html("502 Bad Gateway") << Kind::Server;
        QTest::newRow("wrong key") << FakeServer::json(
                                          "{\"description\":\"wrong apikey\",\"error_msg\":\"failed to check token\"}",
                                          "401 Unauthorized")
                                   << Kind::Unauthorized;
        QTest::newRow("APISIX 2.x") << FakeServer::json("{\"action\":\"get\",\"node\":{\"nodes\":[]},\"count\":0}")
                                    << Kind::Unsupported;
        QTest::newRow("some other JSON") << FakeServer::json("{\"hello\":\"world\"}") << Kind::Unsupported;
        QTest::newRow("no JSON") << FakeServer::json("this is not JSON") << Kind::Unsupported;
        QTest::newRow("a web site") << FakeServer::html("200 OK") << Kind::Unsupported;
        QTest::newRow("a gateway's own port")
            << FakeServer::json("{\"error_msg\":\"404 Route Not Found\"}", "404 Not Found") << Kind::Unreachable;
        QTest::newRow("half an answer") << cut << Kind::Unreachable;
        QTest::newRow("closed without a word") << FakeServer::Answer{{}, true} << Kind::Unreachable;
        QTest::newRow("no HTTP") << FakeServer::Answer{"SSH-2.0-OpenSSH_9.2\r\n", true} << Kind::Unreachable;
        QTest::newRow("silence") << FakeServer::Answer{} << Kind::Unreachable;
    }
    void probeTellsThemApart()
    {
        QFETCH(FakeServer::Answer, answer);
        QFETCH(Error::Kind, kind);
        FakeServer server(always(answer));
        Client client(server.url(), 500);
        const auto found = wait(client.client.probe(true));
        QVERIFY(!found);
        QVERIFY2(found.error().kind == kind,
                 qPrintable(QString::number(int(found.error().kind)) + u' ' + found.error().reason));
        QVERIFY(!found.error().reason.isEmpty());
        QVERIFY(!(found.error().reason + found.error().detail + found.error().advice).contains("secret-key"_L1));
        // The key never travels to another address, and nothing was written.
        QCOMPARE(server.count("PUT") + server.count("PATCH") + server.count("DELETE"), 0);
    }

    void closedPort()
    {
        QUrl url;
        {
            const FakeServer server(always({}));
            url = server.url();
        }
        Client client(url);
        QCOMPARE(wait(client.client.probe(true)).error().kind, Error::Kind::Unreachable);
    }

    // A server that sends a byte now and then holds nobody: the deadline counts from the beginning.
    void trickle()
    {
        FakeServer server(always({"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n1", false}));
        Client client(server.url(), 300);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(wait(client.client.list(ResourceKind::Routes)).error().kind, Error::Kind::Unreachable);
        QVERIFY(clock.elapsed() < 5000);
    }
    void abortEndsAtOnce()
    {
        FakeServer server(always({}));
        Client client(server.url(), 60'000);
        auto task = client.client.list(ResourceKind::Routes);
        QTimer::singleShot(0, &client.transport, &Transport::abort);
        QCOMPARE(wait(std::move(task)).error().kind, Error::Kind::Cancelled);
    }

    // The plugin is not there: everything can be looked at, nothing changed, and the line to add is named.
    void missingPlugin()
    {
        FakeServer server([](const QByteArray &line) {
            if (line.contains("plugins/list"))
                return FakeServer::json("[\"cors\",\"prometheus\"]");
            if (line.startsWith("PUT"))
                return FakeServer::json("{}", "404 Not Found");
            return FakeServer::json("{\"total\":0,\"list\":[]}");
        });
        Client client(server.url());
        const auto found = wait(client.client.probe(true));
        QVERIFY(found);
        QCOMPARE(found->role, GatewayInfo::Role::Admin);
        QVERIFY(found->refusal());
        QVERIFY(found->refusal()->advice.contains("- traffic-split"_L1));
    }
    // E13: a viewer's key, seen without writing anything.
    void viewerKey()
    {
        FakeServer server([](const QByteArray &line) {
            if (line.contains("plugins/list"))
                return FakeServer::json("[\"traffic-split\"]");
            if (line.startsWith("PUT"))
                return FakeServer::json("{\"error_msg\":\"invalid method for role viewer\"}", "401 Unauthorized");
            return FakeServer::json("{\"total\":0,\"list\":[]}");
        });
        Client client(server.url());
        const auto found = wait(client.client.probe(true));
        QVERIFY(found);
        QCOMPARE(found->refusal()->kind, Error::Kind::ReadOnlyKey);
    }

    // A write whose connection is cut without an answer has gone out once; a read is tried again.
    void lostWriteGoesOutOnce_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("PATCH") << QByteArray("PATCH");
        QTest::newRow("PUT") << QByteArray("PUT");
    }
    void lostWriteGoesOutOnce()
    {
        QFETCH(QByteArray, method);
        bool warm = false;
        FakeServer server([&warm](const QByteArray &line) -> FakeServer::Answer {
            // The first request is answered, so that the second travels over a connection that is kept alive.
            if (line.startsWith("GET") && !warm) {
                warm = true;
                return FakeServer::json("{\"total\":0,\"list\":[]}");
            }
            return {{}, true};
        });
        Client client(server.url());
        QVERIFY(wait(client.client.list(ResourceKind::Routes)));
        const QJsonObject change{{u"status"_s, 1}};
        const auto lost = method == "PATCH" ? wait(client.client.patch(ResourceKind::Routes, u"1"_s, change))
                                            : wait(client.client.put(ResourceKind::Routes, u"1"_s, change));
        QCOMPARE(lost.error().kind, Error::Kind::Unknown);
        QVERIFY(!lost.error().advice.isEmpty());
        QCOMPARE(server.count(method), 1);
    }
    // A DELETE may be repeated: finding nothing is what was wanted.
    void lostDeleteIsRepeated()
    {
        FakeServer server([deletes = 0](const QByteArray &line) mutable -> FakeServer::Answer {
            if (line.startsWith("DELETE") && deletes++ == 0)
                return {{}, true};
            return FakeServer::json("{\"message\":\"Key not found\"}", "404 Not Found");
        });
        Client client(server.url());
        QVERIFY(wait(client.client.remove(ResourceKind::Routes, u"1"_s)));
        QCOMPARE(server.count("DELETE"), 2);
    }

    // A read-only cluster: no write leaves this computer.
    void readOnlyClusterSendsNothing()
    {
        FakeServer server(always(FakeServer::json("{}")));
        Transport transport({server.url(), "k", {}, {}, std::chrono::seconds(2)});
        AdminClient client(transport, true);
        QCOMPARE(wait(client.patch(ResourceKind::Routes, u"1"_s, {})).error().kind, Error::Kind::ReadOnlyCluster);
        QCOMPARE(wait(client.remove(ResourceKind::Routes, u"1"_s)).error().kind, Error::Kind::ReadOnlyCluster);
        QVERIFY(server.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBadGateways)
#include "tst_badgateways.moc"
