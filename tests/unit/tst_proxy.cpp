// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/simulator.h"
#include "tests/support/rawpeer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>
#include <QTimer>

#include <sys/socket.h>

using namespace sluice;
using namespace sluice::simulator;
using namespace sluice::test;
using namespace Qt::StringLiterals;

/// HTTP/1.1 through the gateway, byte by byte, with a client and a node that do what real ones seldom do.
class TestProxy : public QObject
{
    Q_OBJECT

private:
    void startGateway(const QStringList &nodes, QJsonObject more = {},
                      const QHostAddress &bind = QHostAddress(QHostAddress::LocalHost))
    {
        QJsonArray list;
        for (const QString &node : nodes)
            list.append(QJsonObject{
                {u"host"_s, node.section(u':', 0, -2)}, {u"port"_s, node.section(u':', -1).toInt()}, {u"weight"_s, 1}});
        more.insert(u"id"_s, u"r"_s);
        more.insert(u"uri"_s, u"/a*"_s);
        more.insert(u"upstream"_s, QJsonObject{{u"nodes"_s, list}});
        SimulatorOptions options;
        options.clusters = {SimulatedCluster{u"a"_s, 0, 0, {{u"routes"_s, QJsonArray{more}}}}};
        options.threads = 1;
        options.bind = bind;
        m_simulator = std::make_unique<Simulator>(options);
        QVERIFY(m_simulator->start());
        m_gateway = m_simulator->clusters().first().gateway;
    }

    // What a peer was sent, without what differs from run to run.
    static QByteArray bodyOf(const QByteArray &message) { return message.mid(message.indexOf("\r\n\r\n") + 4); }

    std::unique_ptr<Simulator> m_simulator;
    QUrl m_gateway;

private Q_SLOTS:
    void cleanup() { m_simulator.reset(); }

    void forwards_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("atNode");    // the end of what reaches the node
        QTest::addColumn<QByteArray>("notAtNode"); // a name that does not
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body"); // as the client gets it, framing included
        const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        const auto get = [](const QByteArray &fields) { return "GET /a HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n"; };
        const auto row = [](const char *name) -> QTestData & { return QTest::newRow(name); };

        row("body with a length") << "PUT /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"_ba << ok
                                  << "Content-Length: 3\r\n\r\nabc"_ba
                                  << "Transfer-Encoding"_ba
                                  << "200"_ba
                                  << "ok"_ba;
        row("chunked body, as nginx buffers it")
            << "PUT /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1;e\r\nc\r\n0\r\nT: v\r\n\r\n"_ba
            << ok << "Content-Length: 3\r\n\r\nabc"_ba
            << "Transfer-Encoding"_ba
            << "200"_ba
            << "ok"_ba;
        row("hop-by-hop fields stay")
            << get("Connection: keep-alive, X-A\r\nKeep-Alive: 5\r\nTE: trailers\r\nProxy-Connection: x\r\n") << ok
            << "\r\n\r\n"_ba
            << "Keep-Alive"_ba
            << "200"_ba
            << "ok"_ba;
        row("Upgrade needs enable_websocket")
            << get("Connection: upgrade\r\nUpgrade: websocket\r\n") << ok << "\r\n\r\n"_ba
            << "Upgrade"_ba
            << "200"_ba
            << "ok"_ba;
        row("blank lines before a request") << "\r\n\r\n" + get("") << ok << "\r\n\r\n"_ba
                                            << "Nothing"_ba
                                            << "200"_ba
                                            << "ok"_ba;
        row("chunked answer with a trailer")
            << get("") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nT: v\r\n\r\n"_ba
            << "\r\n\r\n"_ba
            << "Nothing"_ba
            << "200"_ba
            << "2\r\nok\r\n0\r\n\r\n"_ba;
        row("answer that ends with its connection") << get("") << "HTTP/1.0 200 OK\r\n\r\nok"_ba
                                                    << "\r\n\r\n"_ba
                                                    << "Nothing"_ba
                                                    << "200"_ba
                                                    << "2\r\nok\r\n0\r\n\r\n"_ba;
        row("interim answers stay") << get("") << "HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" + ok << "\r\n\r\n"_ba
                                    << "Nothing"_ba
                                    << "200"_ba
                                    << "ok"_ba;
        row("204 has no body") << get("") << "HTTP/1.1 204 No Content\r\n\r\n"_ba
                               << "\r\n\r\n"_ba
                               << "Nothing"_ba
                               << "204"_ba
                               << ""_ba;
        row("304 has no body, whatever its length says")
            << get("") << "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n"_ba
            << "\r\n\r\n"_ba
            << "Nothing"_ba
            << "304"_ba
            << ""_ba;
        row("HEAD has no body") << "HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n"_ba
                                << "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"_ba
                                << "\r\n\r\n"_ba
                                << "Nothing"_ba
                                << "200"_ba
                                << ""_ba;
        row("HTTP/1.0 knows no chunks")
            << "GET /a HTTP/1.0\r\nHost: x\r\n\r\n"_ba
            << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"_ba
            << "\r\n\r\n"_ba
            << "Nothing"_ba
            << "200"_ba
            << "ok"_ba;
        const auto broken = [&](const char *name, const QByteArray &answer) {
            QTest::newRow(name) << get("") << answer << "\r\n\r\n"_ba
                                << "Nothing"_ba
                                << "502"_ba << QByteArray("</html>\r\n");
        };
        broken("no HTTP", "SSH-2.0-x\r\n\r\n");
        broken("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab");
        broken("length and chunks", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n");
        broken("unknown coding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n");
        broken("101 that nobody asked for", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n");
        broken("status of two digits", "HTTP/1.1 20 OK\r\n\r\n");
        broken("folded field", "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n");
        broken("endless head", "HTTP/1.1 200 OK\r\nA: " + QByteArray(70000, 'a'));
    }
    void forwards()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, atNode);
        QFETCH(QByteArray, notAtNode);
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        QByteArray seen;
        RawNode node([&](QTcpSocket &socket, QByteArray &received) {
            seen = received;
            if (!received.endsWith(atNode))
                return;
            socket.write(answer);
            if (!answer.contains("Content-Length: 2") && !answer.contains("chunked"))
                socket.disconnectFromHost();
        });
        startGateway({node.name()});
        RawClient client(m_gateway);
        client.write(request);
        QTRY_VERIFY(client.received.contains("\r\n\r\n") && client.received.endsWith(body));
        QVERIFY2(client.received.startsWith("HTTP/1.1 " + status), client.received.constData());
        QVERIFY2(seen.endsWith(atNode), seen.constData());
        QVERIFY2(!seen.contains(notAtNode + ':'), seen.constData());
        QVERIFY(!client.received.contains("T: v"));
        if (status != "502")
            QCOMPARE(bodyOf(client.received), body);
    }

    // RFC 9112, on a socket: the answer is 400, and the connection ends.
    void refusals_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("length and chunks")
            << "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"_ba
            << "400"_ba;
        QTest::newRow("bare LF") << "GET /a HTTP/1.1\nHost: x\n\n"_ba
                                 << "400"_ba;
        QTest::newRow("bad chunk") << "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"_ba
                                   << "400"_ba;
        QTest::newRow("above the root") << "GET /../a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"_ba
                                        << "400"_ba;
        QTest::newRow("long target") << "GET /" + QByteArray(9000, 'a') << "414"_ba;
        QTest::newRow("long field") << "GET /a HTTP/1.1\r\nHost: x\r\nA: " + QByteArray(9000, 'a') << "400"_ba;
        QTest::newRow("a second request that is malformed")
            << "GET /none HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/9\r\n\r\n"_ba
            << "404"_ba;
    }
    void refusals()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        RawNode node([](QTcpSocket &, QByteArray &) {});
        startGateway({node.name()});
        RawClient client(m_gateway);
        client.write(request);
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
        QVERIFY2(client.received.startsWith("HTTP/1.1 " + status), client.received.constData());
        if (status == "404")
            QVERIFY(client.received.contains("HTTP/1.1 400 "));
        QCOMPARE(node.connections, status == "400" && request.contains("xyz") ? node.connections : 0);
    }

    // 100 is for bodies that somebody wants.
    void continueIsSaidOnlyWhereTheBodyIsWanted()
    {
        RawNode node([](QTcpSocket &socket, QByteArray &received) {
            if (received.endsWith("abc"))
                socket.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
        startGateway({node.name()});
        const QByteArray fields = " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n";
        RawClient wanted(m_gateway);
        wanted.write("PUT /a" + fields);
        QTRY_COMPARE(wanted.received, "HTTP/1.1 100 Continue\r\n\r\n"_ba);
        wanted.write("abc");
        QTRY_VERIFY(wanted.received.contains("HTTP/1.1 200 OK"));
        RawClient unwanted(m_gateway);
        unwanted.write("PUT /none" + fields);
        QTRY_COMPARE(unwanted.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(unwanted.received.startsWith("HTTP/1.1 404 "));
    }

    // B16: a WebSocket is a tunnel, which ends where it is.
    void tunnels()
    {
        RawNode node([](QTcpSocket &socket, QByteArray &received) {
            if (received.contains("Upgrade: websocket\r\nConnection: upgrade\r\n\r\n")) {
                socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\nhi");
            } else {
                socket.write("<" + received + ">");
            }
            received.clear();
        });
        startGateway({node.name()}, {{u"enable_websocket"_s, true}});
        RawClient client(m_gateway);
        client.write("GET /a HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
        QTRY_VERIFY(client.received.startsWith("HTTP/1.1 101 ") && client.received.endsWith("\r\n\r\nhi"));
        for (const char *frame : {"one", "two"}) {
            client.received.clear();
            client.write(frame);
            QTRY_COMPARE(client.received, '<' + QByteArray(frame) + '>');
        }
    }

    void speaksIpv6ToBothSides()
    {
        QByteArray atNode;
        QTcpServer node;
        connect(&node, &QTcpServer::newConnection, &node, [&] {
            QTcpSocket *socket = node.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, &node, [&atNode, socket] {
                atNode += socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            });
        });
        if (!node.listen(QHostAddress::LocalHostIPv6))
            QSKIP("no IPv6 here");
        startGateway({u"[::1]:%1"_s.arg(node.serverPort())}, {}, QHostAddress(QHostAddress::LocalHostIPv6));
        QCOMPARE(m_gateway.host(), u"::1"_s);
        RawClient client(m_gateway);
        client.write("GET /a HTTP/1.1\r\nHost: [::1]\r\n\r\n");
        QTRY_VERIFY(client.received.endsWith("\r\n\r\nok"));
        QVERIFY2(atNode.contains("\r\nX-Forwarded-For: ::1\r\n"), atNode.constData());
        QVERIFY2(atNode.contains("\r\nHost: [::1]\r\n"), atNode.constData());
    }

    void aHalfClosedClientGetsItsAnswer()
    {
        RawNode node([](QTcpSocket &socket, QByteArray &received) {
            if (received.endsWith("\r\n\r\n"))
                QTimer::singleShot(20, &socket,
                                   [&socket] { socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"); });
            received.clear();
        });
        startGateway({node.name()});
        RawClient client(m_gateway);
        client.write("GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /a HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(client.flush());
        shutdown(static_cast<int>(client.socketDescriptor()), SHUT_WR); // Qt knows no half of a connection
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(client.received.count("\r\n\r\nok"), 2);
    }

    // nginx keeps a request's body for the next node; only what is repeatable is sent again.
    void aSecondNodeGetsTheBody_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("PUT") << "PUT"_ba
                             << "200"_ba;
        QTest::newRow("POST") << "POST"_ba
                              << "502"_ba;
    }
    void aSecondNodeGetsTheBody()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, status);
        QByteArray atSecond;
        RawNode first([](QTcpSocket &socket, QByteArray &received) {
            if (received.endsWith("abc"))
                socket.abort();
        });
        RawNode second([&](QTcpSocket &socket, QByteArray &received) {
            atSecond = received;
            if (received.endsWith("abc"))
                socket.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
        startGateway({second.name(), first.name()}); // the order begins behind the first entry
        RawClient client(m_gateway);
        client.write(method + " /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
        QTRY_VERIFY(client.received.contains("\r\n\r\n"));
        QVERIFY2(client.received.startsWith("HTTP/1.1 " + status), client.received.constData());
        QCOMPARE(first.connections, 1);
        QCOMPARE(atSecond.endsWith("\r\n\r\nabc"), status == "200");
    }

    // A node may close an idle connection at any moment: no request suffers.
    void closedIdleConnectionsAreReplaced()
    {
        RawNode node([](QTcpSocket &socket, QByteArray &received) {
            if (!received.endsWith("\r\n\r\n"))
                return;
            received.clear();
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            socket.disconnectFromHost();
        });
        startGateway({node.name()});
        RawClient client(m_gateway);
        for (int i = 1; i <= 20; ++i) {
            client.write("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
            QTRY_COMPARE(client.received.count("HTTP/1.1 200 OK"), i);
        }
        QCOMPARE(node.connections, 20);
    }

    // Back pressure: a client that does not read holds back its node, and gets everything in the end.
    void aSlowClientHoldsBackItsNode()
    {
        constexpr qsizetype size = 32 * 1024 * 1024;
        QTcpSocket *atNode = nullptr;
        RawNode node([&](QTcpSocket &socket, QByteArray &received) {
            if (!received.endsWith("\r\n\r\n"))
                return;
            atNode = &socket;
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(size) + "\r\n\r\n");
            socket.write(QByteArray(size, 'x'));
        });
        startGateway({node.name()});
        QTcpSocket client;
        client.setReadBufferSize(1024);
        client.connectToHost(m_gateway.host(), static_cast<quint16>(m_gateway.port()));
        client.write("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY(client.bytesAvailable() == 1024 && atNode);
        qint64 before = 0;
        QTRY_VERIFY(std::exchange(before, atNode->bytesToWrite()) == atNode->bytesToWrite() && before < size);
        QVERIFY2(before > size / 3, QByteArray::number(before).constData()); // the rest fills the sockets' own buffers
        client.setReadBufferSize(0);
        qsizetype received = 0;
        QTRY_VERIFY_WITH_TIMEOUT((received += client.readAll().size()) > size, 20000);
    }

    // The same the other way round.
    void aSlowNodeHoldsBackItsClient()
    {
        constexpr qsizetype size = 32 * 1024 * 1024;
        QTcpServer node;
        QTcpSocket *socket = nullptr;
        connect(&node, &QTcpServer::newConnection, &node, [&] {
            socket = node.nextPendingConnection();
            socket->setReadBufferSize(1024);
        });
        QVERIFY(node.listen(QHostAddress::LocalHost));
        startGateway({u"127.0.0.1:%1"_s.arg(node.serverPort())});
        RawClient client(m_gateway);
        client.write("PUT /a HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(size) + "\r\n\r\n");
        client.write(QByteArray(size, 'x'));
        QTRY_VERIFY(socket && socket->bytesAvailable() == 1024);
        qint64 before = 0;
        QTRY_VERIFY(std::exchange(before, client.bytesToWrite()) == client.bytesToWrite() && before < size);
        QVERIFY2(before > size / 3, QByteArray::number(before).constData());
        socket->setReadBufferSize(0);
        qsizetype received = 0;
        QTRY_VERIFY_WITH_TIMEOUT((received += socket->readAll().size()) > size, 20000);
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        QTRY_VERIFY(client.received.startsWith("HTTP/1.1 200 "));
    }
};

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
