// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/net/plainserver.h"
#include "simulator/simulator.h"
#include "tests/support/rawpeer.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <sys/socket.h>
#include <unistd.h>

#include <atomic>

using namespace sluice;
using namespace sluice::simulator;
using namespace sluice::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Sends a byte of that text now and then, from its beginning again and again.
class Trickle : public QObject
{
public:
    Trickle(RawClient &client, QByteArray text)
        : m_text(std::move(text))
    {
        connect(&m_timer, &QTimer::timeout, this, [this, &client] {
            client.write(m_text.mid(m_next, 1));
            m_next = (m_next + 1) % m_text.size();
        });
        m_timer.start(50ms);
    }

private:
    QByteArray m_text;
    qsizetype m_next = 0;
    QTimer m_timer;
};

/// Seconds of processor time that a process has used.
double processorTime(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return (fields.at(11).toDouble() + fields.at(12).toDouble()) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace

/// Nothing blocks the simulator: not who is silent, slow, greedy or many (issue 16).
class TestSimulatorLimits : public QObject
{
    Q_OBJECT

private:
    static QUrl urlOf(std::uint16_t port) { return QUrl(u"http://127.0.0.1:%1"_s.arg(port)); }

private Q_SLOTS:
    // 60 s in earnest; whatever trickles in moves nothing.
    void nobodyHoldsAConnectionForEver_data()
    {
        QTest::addColumn<QString>("port");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("trickle");
        const QByteArray head = "GET /p HTTP/1.1\r\nHost: a\r\nX: ";
        const QByteArray answered = "GET /none HTTP/1.1\r\nHost: a\r\n\r\n";
        for (const char *port : {"gateway", "admin", "metrics", "control"}) {
            const auto row = [&](const char *what, const QByteArray &first, const QByteArray &trickle) {
                QTest::addRow("%s: %s", port, what) << QString::fromLatin1(port) << first << trickle;
            };
            row("silent", "", "");
            row("half a head", head, "");
            row("a head that trickles", head, "a");
            row("blank lines", "", "\r\n");
            row("silent after an answer", answered, "");
            row("a head that trickles after an answer", answered + head, "a");
            row("silent instead of a body", "PUT /p HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n", "");
        }
        for (const char *port : {"admin", "metrics", "control"}) // here a request has its time as a whole
            QTest::addRow("%s: a body that trickles", port)
                << QString::fromLatin1(port) << "PUT /p HTTP/1.1\r\nHost: a\r\nContent-Length: 99999\r\n\r\n"_ba
                << "a"_ba;
    }
    void nobodyHoldsAConnectionForEver()
    {
        QFETCH(QString, port);
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, trickle);
        SimulatorOptions options;
        options.clusters = {SimulatedCluster{u"a"_s, 0, 0, {}, {}}};
        options.metricsPort = 0;
        options.controlPort = 0;
        options.clientPatience = 400ms;
        Simulator simulator(options);
        QVERIFY(simulator.start());
        const RunningCluster cluster = simulator.clusters().first();
        const QMap<QString, QUrl> urls{{u"gateway"_s, cluster.gateway},
                                       {u"admin"_s, cluster.admin},
                                       {u"metrics"_s, cluster.metrics},
                                       {u"control"_s, cluster.control}};
        RawClient client(urls.value(port));
        client.write(first);
        std::optional<Trickle> more;
        if (!trickle.isEmpty())
            more.emplace(client, trickle);
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    }

    // Whoever sends requests and reads no answers gets a few, and the others all of theirs.
    void answersThatNobodyReadsEnd()
    {
        std::atomic<int> asked = 0;
        PlainServer server([&](const Request &, const QHostAddress &, std::uint16_t) {
            ++asked;
            return Response{200, {}, std::string(200000, 'x'), true};
        });
        const auto port = server.listen(QHostAddress(QHostAddress::LocalHost), 0);
        QVERIFY(port);
        const QByteArray request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
        QTcpSocket greedy;
        greedy.setReadBufferSize(1000);
        greedy.connectToHost(QHostAddress::LocalHost, *port);
        QTRY_COMPARE(greedy.state(), QAbstractSocket::ConnectedState);
        greedy.write(request.repeated(2000));
        QTRY_VERIFY(asked > 2);
        RawClient other(urlOf(*port));
        other.write(request);
        QTRY_VERIFY(other.received.endsWith("0\r\n\r\n"));
        // What the system's own buffers hold, and two more; without an end it would be all 2000.
        QVERIFY2(asked < 100, QByteArray::number(asked).constData());
        // What waits is answered once it reads.
        qsizetype read = 0;
        greedy.setReadBufferSize(0);
        connect(&greedy, &QTcpSocket::readyRead, &greedy, [&] { read += greedy.readAll().size(); });
        read += greedy.readAll().size();
        QTRY_COMPARE_WITH_TIMEOUT(asked, 2001, 60000);
        QTRY_VERIFY_WITH_TIMEOUT(read > qsizetype{2000} * 200000, 60000);
    }

    // The new one counts more than the one that has been silent for the longest time.
    void connectionsAreCounted()
    {
        PlainServer server([](const Request &, const QHostAddress &, std::uint16_t) { return Response{}; },
                           {.connections = 3});
        const auto port = server.listen(QHostAddress(QHostAddress::LocalHost), 0);
        QVERIFY(port);
        std::vector<std::unique_ptr<RawClient>> clients;
        const auto ask = [](RawClient &client) {
            client.received.clear();
            client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            QTRY_VERIFY(client.received.startsWith("HTTP/1.1 200 "));
        };
        for (int i = 0; i < 3; ++i) {
            clients.push_back(std::make_unique<RawClient>(urlOf(*port)));
            ask(*clients.back());
        }
        ask(*clients.front());
        for (int i = 0; i < 20; ++i) {
            clients.push_back(std::make_unique<RawClient>(urlOf(*port)));
            ask(*clients.back());
        }
        const auto open = [&] {
            return std::count_if(clients.begin(), clients.end(),
                                 [](const auto &client) { return client->state() == QAbstractSocket::ConnectedState; });
        };
        QTRY_COMPARE(open(), 3);
        ask(*clients.back());
    }

    // Chunks are for HTTP/1.1.
    void oldClientsGetALength()
    {
        PlainServer server([](const Request &, const QHostAddress &, std::uint16_t) {
            return Response{200, {}, "hello", true};
        });
        const auto port = server.listen(QHostAddress(QHostAddress::LocalHost), 0);
        QVERIFY(port);
        RawClient client(urlOf(*port));
        client.write("GET / HTTP/1.0\r\n\r\n");
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(client.received.contains("Content-Length: 5\r\n") && client.received.endsWith("\r\n\r\nhello"));
        QVERIFY(!client.received.contains("Transfer-Encoding"));
    }

    // A plugin that reads an answer whole gets no endless one; one that puts another in its place reads none.
    void anEndlessAnswerIsNotKept_data()
    {
        QTest::addColumn<QJsonObject>("conf");
        QTest::addColumn<bool>("answered");
        QTest::newRow("filters") << QJsonObject{{u"filters"_s,
                                                 QJsonArray{QJsonObject{{u"regex"_s, u"a"_s}, {u"replace"_s, u"b"_s}}}}}
                                 << true;
        QTest::newRow("body") << QJsonObject{{u"body"_s, u"x"_s}} << false;
    }
    void anEndlessAnswerIsNotKept()
    {
        QFETCH(QJsonObject, conf);
        QFETCH(bool, answered);
        qint64 said = 0;
        const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, 'z') + "\r\n";
        RawNode node([&](QTcpSocket &socket, QByteArray &received) {
            if (!received.endsWith("\r\n\r\n"))
                return;
            received.clear();
            socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk);
            connect(&socket, &QTcpSocket::bytesWritten, &socket, [&socket, &said, chunk] {
                if (socket.bytesToWrite() == 0)
                    said += socket.write(chunk);
            });
        });
        SimulatorOptions options;
        const QJsonObject upstream{{u"type"_s, u"roundrobin"_s}, {u"nodes"_s, QJsonObject{{node.name(), 1}}}};
        options.clusters = {SimulatedCluster{
            u"a"_s,
            0,
            0,
            {{u"routes"_s, QJsonArray{QJsonObject{{u"id"_s, u"r"_s},
                                                  {u"uri"_s, u"/*"_s},
                                                  {u"plugins"_s, QJsonObject{{u"response-rewrite"_s, conf}}},
                                                  {u"upstream"_s, upstream}}}}},
            {}}};
        Simulator simulator(options);
        QVERIFY(simulator.start());
        RawClient client(simulator.clusters().first().gateway);
        client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        if (answered) {
            QTRY_VERIFY_WITH_TIMEOUT(client.received.startsWith("HTTP/1.1 502 "), 60000);
            QVERIFY(said < 64 * 1024 * 1024);
        } else {
            const qint64 before = residentSize();
            QTRY_VERIFY_WITH_TIMEOUT(said > 64 * 1024 * 1024, 60000);
            [[maybe_unused]] const qint64 kept = residentSize() - before;
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed
            QVERIFY2(kept < 32 * 1024 * 1024, QByteArray::number(kept).constData());
#endif
        }
    }

    // Whoever has used up the descriptors keeps no processor busy, and when they are given back all goes on.
    void usedUpDescriptorsAreWaitedFor_data()
    {
        QTest::addColumn<QString>("port");
        QTest::newRow("gateway") << u"gateway"_s;
        QTest::newRow("admin") << u"admin"_s;
    }
    void usedUpDescriptorsAreWaitedFor()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the sanitizer of undefined behaviour looks at objects through a pipe, for which no descriptor is left");
#endif
        QFETCH(QString, port);
        QProcess process;
        process.start(u"/bin/sh"_s, {u"-c"_s, u"ulimit -n 60; exec \"$0\" \"$@\""_s,
                                     QStringLiteral(SLUICE_BIN_DIR "/sluice-simulator"), u"--cluster"_s, u"a:0:0"_s});
        QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 30000);
        const QJsonObject cluster = QJsonDocument::fromJson(process.readLine())[u"clusters"_s][0].toObject();
        const QUrl url(cluster[port].toString());
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 100; ++i)
            clients.push_back(std::make_unique<RawClient>(url));
        const QString descriptors = u"/proc/%1/fd"_s.arg(process.processId());
        const auto used = [&] { return QDir(descriptors).entryList(QDir::Files | QDir::System).size(); };
        QTRY_VERIFY(used() >= 58);
        const double before = processorTime(process.processId());
        QElapsedTimer watch;
        watch.start();
        QTRY_VERIFY_WITH_TIMEOUT(watch.hasExpired(1500), 5000); // the time over which it is measured
        QVERIFY(processorTime(process.processId()) - before < 0.4);
        clients.clear();
        RawClient late(url);
        late.write("GET /none HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_VERIFY_WITH_TIMEOUT(late.received.startsWith("HTTP/1.1 404 "), 20000);
        process.kill();
        process.waitForFinished();
    }

    // It may hold the Admin key.
    void theReadyFileIsForItsOwner()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"ready"_s);
        QProcess process;
        process.start(QStringLiteral(SLUICE_BIN_DIR "/sluice-simulator"),
                      {u"--cluster"_s, u"a:0:0"_s, u"--ready-file"_s, path});
        QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 30000);
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                            QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
        QCOMPARE(QFileInfo(path).permissions() & others, QFileDevice::Permissions());
        process.kill();
        process.waitForFinished();
    }

private:
    static qint64 residentSize()
    {
        QFile file(u"/proc/self/statm"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').at(1).toLongLong() * sysconf(_SC_PAGESIZE)
                                              : 0;
    }
};

QTEST_GUILESS_MAIN(TestSimulatorLimits)
#include "tst_simulatorlimits.moc"
