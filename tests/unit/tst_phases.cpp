// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/http/httpparser.h"
#include "simulator/proxy/dataplane.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace sluice::simulator;
using namespace Qt::StringLiterals;

/// What becomes of one request in a configuration (apisix.md 4.4, 4.5, 5.3, 6.3, 12): forwarded to where, or answered.
class TestPhases : public QObject
{
    Q_OBJECT

private:
    static void load(ConfigStore &store, QByteArray text)
    {
        text.replace('\'', '"');
        const QJsonObject all = QJsonDocument::fromJson(text).object();
        static const std::map<QString, Collection> collections{{u"routes"_s, Collection::Routes},
                                                               {u"services"_s, Collection::Services},
                                                               {u"upstreams"_s, Collection::Upstreams},
                                                               {u"plugin_configs"_s, Collection::PluginConfigs},
                                                               {u"global_rules"_s, Collection::GlobalRules},
                                                               {u"consumers"_s, Collection::Consumers},
                                                               {u"consumer_groups"_s, Collection::ConsumerGroups}};
        QVERIFY2(!all.isEmpty(), text.constData());
        for (const auto &[name, collection] : collections) {
            const QJsonObject items = all.value(name).toObject();
            for (auto it = items.begin(); it != items.end(); ++it)
                QVERIFY(store.put(collection, it.key().toStdString(), it.value().toObject()));
        }
    }

    // "host target" where it is forwarded, else the status.
    static QByteArray outcome(Dataplane &dataplane, const QByteArray &fields, const QByteArray &body = {})
    {
        const std::string text = ("GET /a%20b?x=1 HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n").toStdString();
        RequestHead head;
        if (!parseRequestHead(text, head))
            return "malformed";
        Peer peer;
        peer.clientAddress = "127.0.0.1";
        Transaction transaction(dataplane, head, peer);
        const Decision decision = transaction.decide(body.toStdString());
        if (const auto *answer = std::get_if<LocalAnswer>(&decision.what))
            return QByteArray::number(answer->status);
        const auto &forward = std::get<Forward>(decision.what);
        return QByteArray::fromStdString(forward.host + ' ' + forward.target);
    }

private Q_SLOTS:
    void decides_data()
    {
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("result");
        const QByteArray node = "'upstream':{'nodes':{'n:80':1}}";
        const auto route = [&](const QByteArray &plugins, const QByteArray &more = {}) {
            return "{'routes':{'r':{'uri':'/*'," + node + ",'plugins':{" + plugins + "}}}" + more + "}";
        };
        const auto row = [](const char *name, const QByteArray &configuration, const QByteArray &result,
                            const QByteArray &fields = {}, const QByteArray &body = {}) {
            QTest::newRow(name) << configuration << fields << body << result;
        };
        row("as it came", route(""), "n /a%20b?x=1");
        row("4.4 a consumer's plugin may answer",
            route("'key-auth':{}", ",'consumers':{'c':{'username':'c','plugins':{'key-auth':{'key':'k'},"
                                   "'fault-injection':{'abort':{'http_status':418}}}}}"),
            "418", "apikey: k\r\n");
        row("4.4 not for others",
            route("'key-auth':{}", ",'consumers':{'c':{'username':'c','plugins':{'key-auth':{'key':'k'},"
                                   "'fault-injection':{'abort':{'http_status':418}}}}}"),
            "401", "apikey: other\r\n");
        row("5.4 a split's inline upstream without nodes",
            route("'traffic-split':{'rules':[{'weighted_upstreams':[{'upstream':{'service_name':'s',"
                  "'discovery_type':'dns'},'weight':1}]}]}"),
            "500");
        row("5.4 with none",
            route("'traffic-split':{'rules':[{'weighted_upstreams':[{'upstream':{'nodes':{}},"
                  "'weight':1}]}]}"),
            "503");
        row("6.3 a field of a JSON body",
            route("'traffic-split':{'rules':[{'match':[{'vars':[['post_arg.user.name','==','li']]}],"
                  "'weighted_upstreams':[{'upstream':{'nodes':{'m:80':1}},'weight':1}]}]}"),
            "m /a%20b?x=1", "Content-Type: application/json\r\nContent-Length: 24\r\n", "{\"user\":{\"name\":\"li\"}}");
        row("6.3 a form's field decides the route",
            "{'routes':{'r':{'uri':'/*','vars':[['post_arg_u','==','1']]," + node + "}}}", "n /a%20b?x=1",
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n", "u=1");
        row("6.3 only of a form", "{'routes':{'r':{'uri':'/*','vars':[['post_arg_u','==','1']]," + node + "}}}", "404",
            "Content-Type: text/plain\r\nContent-Length: 3\r\n", "u=1");
        row("12 a rewritten path is escaped again", route("'proxy-rewrite':{'regex_uri':['^/(.*)','/to/$1']}"),
            "n /to/a%20b?x=1");
        row("12 a query of its own", route("'proxy-rewrite':{'uri':'/to?y=2'}"), "n /to?y=2&x=1");
        row("4.5 no upstream", "{'routes':{'r':{'uri':'/*','plugins':{}}}}", "503");
        row("4.5 upstream gone", "{'routes':{'r':{'uri':'/*','upstream_id':'u'}}}", "502");
        row("4.5 service gone", "{'routes':{'r':{'uri':'/*','service_id':'s'}}}", "404");
        row("4.5 plugin_config gone", "{'routes':{'r':{'uri':'/*','plugin_config_id':'p'," + node + "}}}", "503");
    }
    void decides()
    {
        QFETCH(QByteArray, configuration);
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, result);
        ConfigStore store;
        load(store, configuration);
        Dataplane dataplane({});
        dataplane.apply(store.snapshot());
        QCOMPARE(outcome(dataplane, fields, body), result);
    }

    // 5.3: a group's split is one order for all consumers of the group; a consumer's own is its own.
    void consumersOfAGroupShareItsOrder_data()
    {
        QTest::addColumn<bool>("inGroup");
        QTest::newRow("group") << true;
        QTest::newRow("each its own") << false;
    }
    void consumersOfAGroupShareItsOrder()
    {
        QFETCH(bool, inGroup);
        const QByteArray split = "'traffic-split':{'rules':[{'weighted_upstreams':[{'upstream':{'nodes':{'m:80':1}},"
                                 "'weight':1},{'weight':1}]}]}";
        const auto consumer = [&](const QByteArray &name) {
            return "'" + name + "':{'username':'" + name + "','group_id':'g','plugins':{'key-auth':{'key':'" + name +
                   "'}" + (inGroup ? QByteArray() : "," + split) + "}}";
        };
        ConfigStore store;
        load(store, "{'consumer_groups':{'g':{'plugins':{" + (inGroup ? split : QByteArray()) + "}}},'consumers':{" +
                        consumer("c") + "," + consumer("d") +
                        "},'routes':{'r':{'uri':'/*','upstream':{'nodes':{'n:80':1}},'plugins':{'key-auth':{}}}}}");
        Dataplane dataplane({});
        dataplane.apply(store.snapshot());
        QCOMPARE(outcome(dataplane, "apikey: c\r\n") == outcome(dataplane, "apikey: d\r\n"), !inGroup);
    }
};

QTEST_GUILESS_MAIN(TestPhases)
#include "tst_phases.moc"
