// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/http/httpparser.h"
#include "simulator/proxy/dataplane.h"
#include "simulator/proxy/requestcontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace sluice::simulator;
using namespace Qt::StringLiterals;

/// Which node a request goes to, and which after it (apisix.md 7.1, 7.2), and what a gateway answers without one (4.5).
class TestBalancing : public QObject
{
    Q_OBJECT

private:
    static QJsonObject json(QByteArray text)
    {
        text.replace('\'', '"');
        const QJsonDocument document = QJsonDocument::fromJson(text);
        Q_ASSERT(document.isObject());
        return document.object();
    }

    // One request to /ID over the plane: the nodes that it is sent to while all of them fail, and the status at the
    // end.
    QByteArray tried(Dataplane &dataplane, NodeFailure failure, std::string_view method = "GET",
                     std::string_view target = "/r")
    {
        const std::string text = std::string(method) + ' ' + std::string(target) + " HTTP/1.1\r\nHost: x\r\n\r\n";
        RequestHead head;
        parseRequestHead(text, head);
        Peer peer;
        peer.clientAddress = "127.0.0.1";
        Transaction transaction(dataplane, head, peer);
        QByteArray result;
        Decision decision = transaction.decide();
        while (const auto *forward = std::get_if<Forward>(&decision.what)) {
            result += QByteArray::fromStdString(forward->host) + ' ';
            decision = transaction.nodeFailed(failure, failure == NodeFailure::ReadTimeout);
        }
        result += QByteArray::number(std::get<LocalAnswer>(decision.what).status);
        transaction.finished({});
        return result;
    }

    void load(Dataplane &dataplane, const QJsonObject &upstream)
    {
        ConfigStore store;
        QVERIFY(store.put(Collection::Routes, "r", {{u"uri"_s, u"/*"_s}, {u"upstream"_s, upstream}}));
        dataplane.apply(store.snapshot());
    }

private Q_SLOTS:
    void retries_data()
    {
        QTest::addColumn<QByteArray>("upstream");
        QTest::addColumn<NodeFailure>("failure");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *name, const char *upstream, NodeFailure failure, const char *result,
                            const char *method = "GET") {
            QTest::newRow(name) << QByteArray(upstream) << failure << QByteArray(method) << QByteArray(result);
        };
        row("one node", "{'nodes':{'a:1':1}}", NodeFailure::Refused, "a 502");
        row("one node, time-out", "{'nodes':{'a:1':1}}", NodeFailure::ReadTimeout, "a 504");
        row("one node is tried again", "{'nodes':{'a:1':1},'retries':2}", NodeFailure::ReadTimeout, "a a a 504");
        row("as many as there are", "{'nodes':{'a:1':1,'b:1':1,'c:1':1}}", NodeFailure::Refused, "b c a 502");
        row("none", "{'nodes':{'a:1':1,'b:1':1},'retries':0}", NodeFailure::Refused, "b 502");
        row("more than there are nodes", "{'nodes':{'a:1':1,'b:1':1},'retries':5}", NodeFailure::ReadTimeout,
            "b a 502");
        row("a POST that was sent", "{'nodes':{'a:1':1,'b:1':1}}", NodeFailure::ReadTimeout, "b 504", "POST");
        row("a POST that was not", "{'nodes':{'a:1':1,'b:1':1}}", NodeFailure::Refused, "b a 502", "POST");
        row("higher priority first",
            "{'nodes':[{'host':'a','port':1,'weight':1,'priority':-1},{'host':'b','port':1,'weight':1}]}",
            NodeFailure::Refused, "b a 502");
        row("weight 0 is no spare", "{'nodes':{'a:1':1,'b:1':0},'retries':3}", NodeFailure::Refused, "a 502");
        row("all weights 0", "{'nodes':{'a:1':0,'b:1':0}}", NodeFailure::Refused, "b a 502");
        row("no nodes", "{'nodes':{}}", NodeFailure::Refused, "503");
        row("unresolvable", "{'nodes':{'a:1':1}}", NodeFailure::Unresolved, "a 503");
        row("unknown type", "{'type':'x','nodes':{'a:1':1,'b:1':1}}", NodeFailure::Refused, "500");
        row("unknown type, one node", "{'type':'x','nodes':{'a:1':1}}", NodeFailure::Refused, "a 502");
    }
    void retries()
    {
        QFETCH(QByteArray, upstream);
        QFETCH(NodeFailure, failure);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, result);
        Dataplane dataplane({});
        load(dataplane, json(upstream));
        QCOMPARE(tried(dataplane, failure, method.toStdString()), result);
    }

    // nginx's ketama: the same key meets the same node, whatever the process; a lost node moves only its own keys.
    void hashesAsNginxDoes()
    {
        Dataplane three({});
        load(three, json("{'type':'chash','key':'uri','nodes':{'10.0.0.1:80':1,'10.0.0.2:80':1,'10.0.0.3:80':1}}"));
        Dataplane two({});
        load(two, json("{'type':'chash','key':'uri','nodes':{'10.0.0.1:80':1,'10.0.0.2:80':1}}"));
        QMap<QByteArray, int> counts;
        for (int i = 0; i < 3000; ++i) {
            const std::string target = "/" + std::to_string(i);
            const QByteArray nodes = tried(three, NodeFailure::Refused, "GET", target);
            const QByteArray node = nodes.left(nodes.indexOf(' '));
            ++counts[node];
            QCOMPARE(tried(three, NodeFailure::Refused, "GET", target), nodes);
            if (node != "10.0.0.3")
                QVERIFY(tried(two, NodeFailure::Refused, "GET", target).startsWith(node + ' '));
        }
        QCOMPARE(counts.size(), 3);
        for (const int count : std::as_const(counts))
            QVERIFY2(count > 800 && count < 1200, QByteArray::number(count).constData());
    }

    // Weights that have a common divisor are the same ring.
    void hashWeightsAreDividedByTheirDivisor()
    {
        Dataplane small({});
        load(small, json("{'type':'chash','key':'uri','nodes':{'a:1':1,'b:1':2}}"));
        Dataplane large({});
        load(large, json("{'type':'chash','key':'uri','nodes':{'a:1':50,'b:1':100}}"));
        for (int i = 0; i < 100; ++i) {
            const std::string target = "/" + std::to_string(i);
            QCOMPARE(tried(small, NodeFailure::Refused, "GET", target),
                     tried(large, NodeFailure::Refused, "GET", target));
        }
    }

    void leastConnectionsPerWeight()
    {
        RequestHead head;
        head.method = "GET";
        head.target = "/";
        const Peer peer;
        const RequestContext request(head, peer, {});
        Upstream upstream({}, json("{'type':'least_conn','nodes':{'a:1':1,'b:1':3}}"), {}, false);
        QByteArray order;
        for (int i = 0; i < 8; ++i) {
            const Node *node = upstream.pick(request, 0, {});
            upstream.began(*node);
            order += QByteArray::fromStdString(node->host);
        }
        QCOMPARE(order.count('b'), 6);
        QCOMPARE(order.count('a'), 2);
    }

    void ewmaPrefersTheFaster()
    {
        RequestHead head;
        head.method = "GET";
        head.target = "/";
        const Peer peer;
        const RequestContext request(head, peer, {});
        Upstream upstream({}, json("{'type':'ewma','nodes':{'slow:1':1,'fast:1':1}}"), {}, false);
        for (const Node &node : upstream.nodes)
            upstream.answered(node, 200, node.host == "slow" ? std::chrono::seconds(1) : std::chrono::milliseconds(1));
        for (int i = 0; i < 20; ++i)
            QCOMPARE(upstream.pick(request, 0, {})->host, std::string("fast"));
    }
};

QTEST_GUILESS_MAIN(TestBalancing)
#include "tst_balancing.moc"
