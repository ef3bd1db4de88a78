// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/adminapi.h"
#include "simulator/http/httpparser.h"
#include "simulator/inspect/inspection.h"
#include "simulator/inspect/trafficlog.h"
#include "simulator/proxy/dataplane.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace sluice;
using namespace sluice::simulator;
using namespace Qt::StringLiterals;

namespace {

/// A gateway without a network: what is written through its Admin API holds for its data plane.
class Gateway
{
public:
    Gateway()
    {
        m_store.follow(
            [this](const SnapshotPtr &snapshot, const std::vector<Change> &) { m_dataplane.apply(snapshot); });
        put("upstreams/v1", "{'name':'one','nodes':{'10.0.0.1:80':3,'10.0.0.2:80':1}}");
        put("upstreams/v2", "{'nodes':{'10.0.0.3:80':1}}");
    }

    void put(const QByteArray &path, QByteArray body)
    {
        Request request{.method = "PUT",
                        .target = ("/apisix/admin/" + path).toStdString(),
                        .headers = {{"X-API-KEY", "key"}},
                        .body = body.replace('\'', '"').toStdString(),
                        .peerAddress = {}};
        const Response response = m_admin.handle(request);
        QVERIFY2(response.status < 300, response.body.c_str());
    }
    Response call(const std::string &method, const std::string &path, QByteArray body = {}, Headers headers = {})
    {
        return inspect(m_dataplane, {.method = method,
                                     .target = path,
                                     .headers = std::move(headers),
                                     .body = body.replace('\'', '"').toStdString(),
                                     .peerAddress = {}});
    }
    QJsonObject page(const std::string &method, const std::string &path, const QByteArray &body = {})
    {
        return QJsonDocument::fromJson(QByteArray::fromStdString(call(method, path, body).body)).object();
    }
    QJsonObject explain(const QByteArray &description) { return page("POST", "/sluice/explain", description); }

    /// One request, decided and answered without a network.
    void request(const QByteArray &text, unsigned worker = 0)
    {
        const std::string raw = text.toStdString();
        RequestHead head;
        QVERIFY(parseRequestHead(raw, head));
        Peer peer;
        peer.clientAddress = "127.0.0.1";
        peer.worker = worker;
        Transaction transaction(m_dataplane, head, peer);
        static_cast<void>(transaction.decide());
        Outcome outcome;
        outcome.status = 200;
        transaction.finished(outcome);
    }

private:
    ConfigStore m_store;
    AdminApi m_admin{m_store, {.adminKey = "key", .viewerKey = {}}};
    Dataplane m_dataplane{{}};
};

QStringList codes(const QJsonArray &others)
{
    QStringList result;
    for (const QJsonValue &value : others) {
        const QJsonObject other = value.toObject();
        result.append(other[u"route"_s].toString() + u' ' + other[u"reason"_s].toObject()[u"code"_s].toString());
    }
    result.sort();
    return result;
}

// "v2 0.2, v1 0.8"
QString shares(const QJsonObject &explanation)
{
    QStringList result;
    const QJsonArray upstreams = explanation[u"upstreams"_s].toArray();
    for (const QJsonValue &value : upstreams) {
        const QJsonObject upstream = value.toObject();
        result.append(upstream[u"upstream"_s].toString() + u' ' +
                      QString::number(upstream[u"probability"_s].toDouble(), 'g', 3));
    }
    const QJsonArray answers = explanation[u"answers"_s].toArray();
    for (const QJsonValue &value : answers) {
        const QJsonObject answer = value.toObject();
        result.append(QString::number(answer[u"status"_s].toInt()) + u' ' +
                      QString::number(answer[u"probability"_s].toDouble(), 'g', 3));
    }
    return result.join(u", "_s);
}

} // namespace

/// What lies below /sluice/ (design.md 6): explanations, the newest requests, faults, what is not simulated.
class TestInspection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Runs are named by clients: what they cost is limited, and those under way are not lost.
    void countersAreLimited()
    {
        TrafficLog log;
        TrafficEntry entry;
        entry.status = 200;
        for (std::size_t i = 0; i < TrafficLog::countersKept + 10; ++i) {
            entry.run = "once " + std::to_string(i);
            log.add(entry);
            entry.run = "busy";
            log.add(entry);
        }
        QCOMPARE(log.counters({})[u"routes"_s].toArray().size(), qsizetype(TrafficLog::countersKept));
        QCOMPARE(log.counters("busy")[u"total"_s].toInteger(), qint64(TrafficLog::countersKept + 10));
        QCOMPARE(log.counters("once 0")[u"total"_s].toInteger(), 0);
    }

    void whyNotTheOthers()
    {
        Gateway gateway;
        gateway.put("routes/chosen", "{'uri':'/a/b','upstream_id':'v1','host':'a.test','priority':1}");
        gateway.put("routes/no-host", "{'uri':'/a/b','upstream_id':'v1','priority':9}");
        gateway.put("routes/star", "{'uri':'/a/b','upstream_id':'v1','host':'*.test','priority':9}");
        gateway.put("routes/prefix", "{'uri':'/a/*','upstream_id':'v1','host':'a.test','priority':9}");
        gateway.put("routes/low", "{'uri':'/a/b','upstream_id':'v1','host':'a.test'}");
        gateway.put("routes/later", "{'uri':'/a/b','upstream_id':'v1','host':'a.test','priority':1}");
        gateway.put("routes/elsewhere", "{'uri':'/x','upstream_id':'v1','host':'a.test'}");
        gateway.put("routes/host", "{'uri':'/a/b','upstream_id':'v1','hosts':['b.test','*.c.test']}");
        gateway.put("routes/method",
                    "{'uri':'/a/b','upstream_id':'v1','host':'a.test','methods':['POST'],'priority':9}");
        gateway.put("routes/client",
                    "{'uri':'/a/b','upstream_id':'v1','host':'a.test','remote_addrs':['10.0.0.0/8'],'priority':9}");
        gateway.put("routes/vars",
                    "{'uri':'/a/b','upstream_id':'v1','host':'a.test','vars':[['arg_x','==','1']],'priority':9}");
        gateway.put("routes/off", "{'uri':'/a/b','upstream_id':'v1','host':'a.test','status':0}");
        gateway.put("routes/inner", "{'uri':'/a/*/c','upstream_id':'v1','host':'a.test'}");
        gateway.put("routes/lua",
                    "{'uri':'/a/b','upstream_id':'v1','host':'a.test','filter_func':'function(v) return f(v) end'}");
        const QJsonObject explanation = gateway.explain("{'path':'/a/b?x=2','host':'a.test:8080'}");
        QCOMPARE(explanation[u"route"_s].toString(), u"chosen"_s);
        QCOMPARE(explanation[u"elsewhere"_s].toInt(), 1);
        QCOMPARE(codes(explanation[u"others"_s].toArray()),
                 (QStringList{u"client client"_s, u"host host"_s, u"inner path"_s, u"later made-later"_s,
                              u"low lower-priority"_s, u"lua filter-not-simulated"_s, u"method method"_s,
                              u"no-host host-less-specific"_s, u"off disabled"_s, u"prefix path-less-specific"_s,
                              u"star host-less-specific"_s, u"vars conditions"_s}));
    }

    void whereItGoes_data()
    {
        QTest::addColumn<QByteArray>("plugins");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QString>("wanted");
        const auto split = [](const char *name, const char *rules, const char *headers, const QString &wanted) {
            QTest::newRow(name) << "'traffic-split':{'rules':" + QByteArray(rules) + "}" << QByteArray(headers)
                                << wanted;
        };
        QTest::newRow("no split") << QByteArray() << "{}"_ba << u"v1 1"_s;
        split("percentage", "[{'weighted_upstreams':[{'upstream_id':'v2','weight':20},{'weight':80}]}]", "{}",
              u"v2 0.2, v1 0.8"_s);
        split("a lone entry of weight 0", "[{'weighted_upstreams':[{'upstream_id':'v2','weight':0}]}]", "{}",
              u"v2 1"_s);
        split("all weights 0", "[{'weighted_upstreams':[{'upstream_id':'v2','weight':0},{'weight':0}]}]", "{}",
              u"v2 0.5, v1 0.5"_s);
        const char *rule = "[{'match':[{'vars':[['http_x','==','1']]}],'weighted_upstreams':[{'upstream_id':'v2'}]}]";
        split("a rule that hits", rule, "{'X':'1'}", u"v2 1"_s);
        split("a rule that misses", rule, "{'X':'2'}", u"v1 1"_s);
        split("no rules", "[]", "{}", u"500 1"_s);
        split("an upstream that is gone", "[{'weighted_upstreams':[{'upstream_id':'gone'}]}]", "{}", u"500 1"_s);
        split("gone behind the rule that decides",
              "[{'weighted_upstreams':[{'upstream_id':'v2'}]},{'weighted_upstreams':[{'upstream_id':'gone'}]}]", "{}",
              u"v2 1"_s);
        split("match: []", "[{'match':[],'weighted_upstreams':[{'upstream_id':'v2'}]}]", "{}", u"v2 1"_s);
        split("an inline upstream", "[{'weighted_upstreams':[{'upstream':{'nodes':{'a.test:80':1}}}]}]", "{}",
              u"inline 1"_s);
        QTest::newRow("a fault in 10 %")
            << "'fault-injection':{'abort':{'http_status':503,'percentage':10}},'traffic-split':{'rules':[{'weighted_"
               "upstreams':[{'upstream_id':'v2','weight':1},{'weight':1}]}]}"_ba
            << "{}"_ba << u"v2 0.45, v1 0.45, 503 0.1"_s;
        QTest::newRow("a plugin that answers") << "'mocking':{'response_example':'x','response_status':202}"_ba
                                               << "{}"_ba << u"202 1"_s;
        QTest::newRow("no key") << "'key-auth':{}"_ba
                                << "{}"_ba << u"401 1"_s;
        QTest::newRow("headers as proxy-rewrite leaves them")
            << "'proxy-rewrite':{'headers':{'set':{'X':'1'}}},'traffic-split':{'rules':"_ba + rule + "}"
            << "{}"_ba << u"v2 1"_s;
        QTest::newRow("a filter that skips") << "'traffic-split':{'_meta':{'filter':[['http_x','==','1']]},'rules':[{'"
                                                "weighted_upstreams':[{'upstream_id'"
                                                ":'v2'}]}]}"_ba
                                             << "{}"_ba << u"v1 1"_s;
    }
    void whereItGoes()
    {
        QFETCH(QByteArray, plugins);
        QFETCH(QByteArray, headers);
        QFETCH(QString, wanted);
        Gateway gateway;
        gateway.put("routes/r", "{'uri':'/a','upstream_id':'v1','plugins':{" + plugins + "}}");
        QCOMPARE(shares(gateway.explain("{'path':'/a','headers':" + headers + "}")), wanted);
    }

    // Nothing is sent, and no order walks on: requests that follow get what they would have got.
    void explainingChangesNothing()
    {
        const auto order = [](bool explains) {
            Gateway gateway;
            gateway.put("routes/r", "{'uri':'/a','upstream_id':'v1','plugins':{'traffic-split':{'rules':[{'weighted_"
                                    "upstreams':[{'upstream_id':'v2','weight':2},{'weight':3}]}]}}}");
            for (int i = 0; i < 10; ++i) {
                if (explains)
                    gateway.explain("{'path':'/a'}");
                gateway.request("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
            }
            QStringList upstreams;
            const QJsonArray newest = gateway.page("GET", "/sluice/traffic")[u"newest"_s].toArray();
            for (const QJsonValue &entry : newest)
                upstreams.append(entry.toObject()[u"upstream"_s].toString());
            return upstreams;
        };
        QCOMPARE(order(true), order(false));
        QCOMPARE(order(true).size(), 10);
    }

    void conditionsAreShownWithTheirValues()
    {
        Gateway gateway;
        gateway.put("routes/r",
                    "{'uri':'/a','upstream_id':'v1','plugins':{'traffic-split':{'rules':[{'match':[{'vars':"
                    "[['http_x','==','1'],['arg_v','==','2']]}],'weighted_upstreams':[{'upstream_id':'v2'}]}]"
                    "}}}");
        const QJsonObject explanation = gateway.explain("{'path':'/a','headers':{'X':'1'}}");
        const QJsonObject rule =
            explanation[u"splits"_s].toArray().first().toObject()[u"rules"_s].toArray().first().toObject();
        QCOMPARE(rule[u"chosen"_s].toBool(), false);
        const QJsonObject group = rule[u"groups"_s].toArray().first().toObject();
        QCOMPARE(group[u"holds"_s].toBool(), false);
        const QJsonArray parts = group[u"parts"_s].toArray();
        QCOMPARE(parts.first().toObject()[u"actual"_s], QJsonValue(u"1"_s));
        QCOMPARE(parts.first().toObject()[u"holds"_s].toBool(), true);
        QCOMPARE(parts.last().toObject()[u"actual"_s], QJsonValue(QJsonValue::Null));
        const Response text =
            gateway.call("POST", "/sluice/explain", "{'path':'/a','headers':{'X':'1'}}", {{"Accept", "text/plain"}});
        QVERIFY(QByteArray::fromStdString(text.body).contains("http_x == \"1\": yes (it is \"1\")"));
        QVERIFY(QByteArray::fromStdString(text.body).contains("100 % to upstream v1 (the route's own)"));
    }

    void splitsOfAllLayers()
    {
        Gateway gateway;
        gateway.put("services/s", "{'upstream_id':'v1','plugins':{'traffic-split':{'rules':[{'weighted_upstreams':[{"
                                  "'upstream_id':'v2'}]}]},'cors':{}}}");
        gateway.put("routes/r", "{'uri':'/a','service_id':'s'}");
        gateway.put("global_rules/g", "{'plugins':{'request-id':{}}}");
        const QJsonObject explanation = gateway.explain("{'path':'/a'}");
        QCOMPARE(explanation[u"splits"_s].toArray().first().toObject()[u"of"_s].toString(), u"service/s"_s);
        QStringList owners;
        const QJsonArray plugins = explanation[u"plugins"_s].toArray();
        for (const QJsonValue &plugin : plugins)
            owners.append(plugin.toObject()[u"plugin"_s].toString() + u' ' + plugin.toObject()[u"of"_s].toString());
        QCOMPARE(owners,
                 (QStringList{u"request-id global_rule/g"_s, u"cors service/s"_s, u"traffic-split service/s"_s}));
    }

    void wrongDescriptions_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << "{"_ba;
        QTest::newRow("an array") << "[]"_ba;
        QTest::newRow("no path") << "{}"_ba;
        QTest::newRow("a path without a slash") << "{'path':'a'}"_ba;
        QTest::newRow("an unknown key") << "{'path':'/a','heders':{}}"_ba;
        QTest::newRow("headers as a text") << "{'path':'/a','headers':'x'}"_ba;
        QTest::newRow("a number for a method") << "{'path':'/a','method':1}"_ba;
    }
    void wrongDescriptions()
    {
        QFETCH(QByteArray, body);
        const Response response = Gateway().call("POST", "/sluice/explain", body);
        QCOMPARE(response.status, 400);
        QVERIFY(response.body.size() > 20);
    }

    void runsAreCountedApart()
    {
        Gateway gateway;
        gateway.put("routes/r", "{'uri':'/a','upstream_id':'v1','plugins':{'traffic-split':{'rules':[{'weighted_"
                                "upstreams':[{'upstream_id':'v2','weight':1},{'weight':1}]}]}}}");
        gateway.request("GET /a?secret=1 HTTP/1.1\r\nHost: x\r\nX-Sluice-Run: one\r\n\r\n");
        gateway.request("GET /a HTTP/1.1\r\nHost: x\r\nX-Sluice-Run: one\r\n\r\n");
        gateway.request("GET /b HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(gateway.page("GET", "/sluice/traffic")[u"total"_s].toInt(), 3);
        const QJsonObject own = gateway.page("GET", "/sluice/traffic?run=one&newest=1");
        QCOMPARE(own[u"total"_s].toInt(), 2);
        QCOMPARE(own[u"routes"_s].toArray().size(), 2);
        QCOMPARE(own[u"newest"_s].toArray().size(), 1);
        const QJsonObject newest = own[u"newest"_s].toArray().first().toObject();
        QCOMPARE(newest[u"pick"_s].toInt(), 2);
        QCOMPARE(newest[u"rule"_s].toString(), u"0"_s);
        QVERIFY(!newest[u"reason"_s].toObject()[u"why"_s].toArray().isEmpty());
        QVERIFY(!newest[u"reason"_s].toObject()[u"splits"_s].toArray().isEmpty());
        gateway.call("POST", "/sluice/traffic/reset");
        QCOMPARE(gateway.page("GET", "/sluice/traffic")[u"total"_s].toInt(), 0);
    }

    // The reason is that of then, as long as anything holds the configuration of then.
    void aReasonIsOfItsOwnConfiguration()
    {
        Gateway gateway;
        gateway.put("routes/r", "{'uri':'/a','upstream_id':'v1'}");
        gateway.request("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
        gateway.put("routes/r", "{'uri':'/b','upstream_id':'v1'}");
        gateway.request("GET /b HTTP/1.1\r\nHost: x\r\n\r\n");
        const QJsonArray newest = gateway.page("GET", "/sluice/traffic")[u"newest"_s].toArray();
        QVERIFY(newest.at(0).toObject()[u"reason"_s].isObject());
        QVERIFY(newest.at(1).toObject()[u"reason"_s].isNull());
    }

    void faults()
    {
        Gateway gateway;
        gateway.put("routes/r", "{'uri':'/a','upstream_id':'v1'}");
        QCOMPARE(gateway.call("PUT", "/sluice/faults/v1", "{'delay':0.5,'error_rate':0.25}").status, 200);
        QCOMPARE(shares(gateway.explain("{'path':'/a'}")), u"v1 0.75, 500 0.25"_s);
        QCOMPARE(gateway.page("GET", "/sluice/faults/v1")[u"delay"_s].toDouble(), 0.5);
        QCOMPARE(gateway.page("GET", "/sluice/faults")[u"faults"_s].toObject().keys(), QStringList{u"v1"_s});
        QCOMPARE(gateway.call("DELETE", "/sluice/faults/v1").status, 200);
        QCOMPARE(shares(gateway.explain("{'path':'/a'}")), u"v1 1"_s);
        QCOMPARE(gateway.page("GET", "/sluice/faults")[u"faults"_s].toObject().size(), 0);
    }

    void wrongFaults_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("nobody's") << "nope"_ba
                                  << "{'delay':1}"_ba << 404;
        QTest::newRow("nothing") << "v1"_ba
                                 << "{}"_ba << 400;
        QTest::newRow("a typo") << "v1"_ba
                                << "{'delay':1,'rate':1}"_ba << 400;
        QTest::newRow("negative") << "v1"_ba
                                  << "{'delay':-1}"_ba << 400;
        QTest::newRow("more than all") << "v1"_ba
                                       << "{'error_rate':1.1}"_ba << 400;
        QTest::newRow("a text") << "v1"_ba
                                << "{'delay':'1'}"_ba << 400;
        QTest::newRow("no JSON") << "v1"_ba
                                 << "x"_ba << 400;
    }
    void wrongFaults()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QCOMPARE(Gateway().call("PUT", "/sluice/faults/" + path.toStdString(), body).status, status);
    }

    void namesWhatIsNotSimulated()
    {
        Gateway gateway;
        gateway.put("routes/r", "{'uri':'/a','upstream_id':'v1','plugins':{'limit-count':{'count':1,'time_window':1}},"
                                "'filter_func':'function(v) return f(v) end'}");
        gateway.put("consumers", "{'username':'jack','plugins':{'basic-auth':{'username':'u','password':'p'}}}");
        QStringList names;
        const QJsonArray items = gateway.page("GET", "/sluice/unsupported")[u"unsupported"_s].toArray();
        for (const QJsonValue &value : items) {
            const QJsonObject item = value.toObject();
            names.append(item[u"in"_s].toString() + u' ' +
                         item[item.contains(u"plugin"_s) ? u"plugin"_s : u"field"_s].toString());
        }
        QCOMPARE(names,
                 (QStringList{u"routes/r limit-count"_s, u"routes/r filter_func"_s, u"consumers/jack basic-auth"_s}));
    }
};

QTEST_GUILESS_MAIN(TestInspection)
#include "tst_inspection.moc"
