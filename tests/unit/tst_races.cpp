// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/http/httpparser.h"
#include "simulator/inspect/describedrequest.h"
#include "simulator/net/gateway.h"
#include "simulator/proxy/dataplane.h"
#include "simulator/proxy/nodedirectory.h"

#include <QJsonArray>
#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <thread>

using namespace sluice::simulator;
using namespace Qt::StringLiterals;

namespace {

QJsonObject splitRoute(int generation)
{
    const QJsonArray entries{QJsonObject{{u"upstream_id"_s, u"v2"_s}, {u"weight"_s, 20}},
                             QJsonObject{{u"weight"_s, 80}}};
    const QJsonObject rule{{u"weighted_upstreams"_s, entries}};
    const QString mark = QString::number(generation);
    const QJsonObject rewrite{{u"headers"_s, QJsonObject{{u"set"_s, QJsonObject{{u"X-Generation"_s, mark}}}}},
                              {u"uri"_s, u"/"_s + mark}};
    return {{u"uri"_s, u"/*"_s},
            {u"upstream_id"_s, u"v1"_s},
            {u"plugins"_s, QJsonObject{{u"traffic-split"_s, QJsonObject{{u"rules"_s, QJsonArray{rule}}}},
                                       {u"proxy-rewrite"_s, rewrite},
                                       {u"prometheus"_s, QJsonObject{}}}}};
}

int connectedTo(std::uint16_t port)
{
    const int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(client, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return client;
    close(client);
    return -1;
}

// One request and its answer; empty where the connection was lost.
std::string ask(int client)
{
    constexpr std::string_view request = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    if (send(client, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
        return {};
    std::string answer;
    std::array<char, 4096> buffer{};
    while (!answer.ends_with("\r\n0\r\n\r\n") && !answer.ends_with("</html>\r\n")) {
        const ssize_t size = recv(client, buffer.data(), buffer.size(), 0);
        if (size <= 0)
            return {};
        answer.append(buffer.data(), static_cast<std::size_t>(size));
    }
    return answer;
}

std::size_t openDescriptors()
{
    const std::filesystem::directory_iterator list("/proc/self/fd");
    return static_cast<std::size_t>(std::distance(begin(list), end(list)));
}

} // namespace

/// The simulator's own classes from many threads at once, for the thread sanitizer; and what must hold meanwhile.
/// Debian's Qt is not instrumented, so threads are std::thread here.
class TestRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // No request is lost and none sees a mixture of the old configuration and the new.
    void requestsSeeOneConfiguration()
    {
        ConfigStore store;
        DataplaneOptions options;
        options.emulateWorkers = 2;
        Dataplane dataplane(options);
        store.follow([&](const SnapshotPtr &snapshot, const std::vector<Change> &) { dataplane.apply(snapshot); });
        QVERIFY(store.put(Collection::Upstreams, "v1", {{u"nodes"_s, QJsonObject{{u"a:1"_s, 1}, {u"b:1"_s, 1}}}}));
        QVERIFY(store.put(Collection::Upstreams, "v2",
                          {{u"type"_s, u"ewma"_s}, {u"nodes"_s, QJsonObject{{u"c:1"_s, 1}, {u"d:1"_s, 1}}}}));
        QVERIFY(store.put(Collection::Routes, "r", splitRoute(0)));
        std::atomic<bool> ended{false};
        std::atomic<int> written{0};
        std::atomic<int> lost{0};
        std::atomic<int> mixed{0};
        std::atomic<int> requests{0};
        std::vector<std::thread> threads;
        for (unsigned worker = 0; worker < 4; ++worker) {
            threads.emplace_back([&, worker] {
                RequestHead head;
                parseRequestHead("GET / HTTP/1.1\r\nHost: x\r\nX-Sluice-Run: a\r\n\r\n", head);
                Peer peer;
                peer.clientAddress = "127.0.0.1";
                peer.worker = worker;
                while (!ended || requests < 4000) {
                    const int least = written;
                    Transaction transaction(dataplane, head, peer);
                    const Decision decision = transaction.decide();
                    const auto *forward = std::get_if<Forward>(&decision.what);
                    ++requests;
                    if (!forward) {
                        ++lost;
                        continue;
                    }
                    const std::string generation = forward->target.substr(1);
                    const bool whole =
                        forward->headers.text().find("X-Generation: " + generation + "\r\n") != std::string::npos;
                    // What was written before the request began must be in force, and all of it.
                    if (!whole || std::stoi(generation) < least)
                        ++mixed;
                    AnswerHead answer{200, {}, {}};
                    transaction.answerHead(answer);
                    Outcome outcome;
                    outcome.status = answer.status;
                    transaction.finished(outcome);
                }
            });
        }
        threads.emplace_back([&] {
            while (!ended) {
                static_cast<void>(dataplane.traffic().counters("a"));
                static_cast<void>(dataplane.metrics().text(*store.snapshot(), dataplane.nodeHealth(), "3.18.0"));
                static_cast<void>(explainDescribed(dataplane, {{u"path"_s, u"/"_s}}));
                dataplane.setFault("none", {});
            }
        });
        for (int generation = 1; generation <= 200; ++generation) {
            QVERIFY(store.put(Collection::Routes, "r", splitRoute(generation)));
            written = generation;
        }
        ended = true;
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(lost, 0);
        QCOMPARE(mixed, 0);
        QVERIFY(requests >= 4000);
    }

    // The same over sockets, with connections that come and go; nothing of them is left.
    void connectionsComeAndGoUnderChanges()
    {
        ConfigStore store;
        Dataplane dataplane({});
        store.follow([&](const SnapshotPtr &snapshot, const std::vector<Change> &) { dataplane.apply(snapshot); });
        const QJsonObject mocked{{u"mocking"_s, QJsonObject{{u"response_example"_s, u"x"_s}}}};
        QVERIFY(store.put(Collection::Routes, "r", {{u"uri"_s, u"/*"_s}, {u"plugins"_s, mocked}}));
        RealNodes nodes;
        Gateway gateway(dataplane, nodes, 2, std::chrono::seconds(60));
        const auto port = gateway.listen(QHostAddress::LocalHost, 0);
        QVERIFY(port);
        const std::size_t before = openDescriptors();
        std::atomic<int> lost{0};
        std::atomic<bool> ended{false};
        std::vector<std::thread> clients;
        for (int i = 0; i < 4; ++i) {
            clients.emplace_back([&] {
                for (int round = 0; round < 250; ++round) {
                    const int client = connectedTo(*port);
                    for (int request = 0; request < 3; ++request) {
                        const std::string answer = ask(client);
                        lost += answer.starts_with("HTTP/1.1 200 ") ? 0 : 1;
                    }
                    close(client);
                }
            });
        }
        std::thread writer([&] {
            for (int i = 0; !ended; ++i)
                static_cast<void>(store.put(Collection::Routes, "other", {{u"uri"_s, QString(u"/o/%1"_s.arg(i))}}));
        });
        for (std::thread &client : clients)
            client.join();
        ended = true;
        writer.join();
        QCOMPARE(lost, 0);
        QTRY_COMPARE(dataplane.metrics().totals.active, 0);
        QTRY_COMPARE(openDescriptors(), before);
    }
};

QTEST_GUILESS_MAIN(TestRaces)
#include "tst_races.moc"
