// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/effectivesplit.h"

#include <QJsonDocument>
#include <QTest>

using namespace sluice;
using namespace Qt::StringLiterals;

namespace {

QJsonObject json(QByteArray text)
{
    return QJsonDocument::fromJson(text.replace('\'', '"')).object();
}

QString toText(const QList<TrafficPart> &parts)
{
    QStringList texts;
    for (const TrafficPart &part : parts) {
        QStringList shares;
        for (const TrafficShare &share : part.shares)
            shares.append((share.upstream.isEmpty() ? u"own"_s : share.upstream) + u' ' +
                          QString::number(share.percent));
        texts.append(part.requests + u": "_s + shares.join(u", "_s));
    }
    return texts.join(u" | "_s);
}

Resource layer(const char *id, const char *upstream)
{
    return {json(QByteArray("{'id':'") + id +
                 "','plugins':{'traffic-split':{'rules':[{'weighted_upstreams':[{'upstream_id':'" + upstream +
                 "','weight':1}]}]}}}")};
}

} // namespace

/// Who gets an API's requests, and which of several splits decides (E3, E20).
class TestEffectiveSplit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parts_data()
    {
        QTest::addColumn<QByteArray>("split");
        QTest::addColumn<QString>("parts");
        QTest::newRow("none") << QByteArray("{}") << u"All requests: own 100"_s;
        QTest::newRow("percentage")
            << QByteArray("{'rules':[{'weighted_upstreams':[{'upstream_id':'v2','weight':20},{'weight':80}]}]}")
            << u"All requests: v2 20, own 80"_s;
        QTest::newRow("E3: 0 : 0 is even")
            << QByteArray("{'rules':[{'weighted_upstreams':[{'upstream_id':'v2','weight':0},{'weight':0}]}]}")
            << u"All requests: v2 50, own 50"_s;
        QTest::newRow("E3: a lone entry gets everything")
            << QByteArray("{'rules':[{'weighted_upstreams':[{'upstream_id':'v2','weight':0}]}]}")
            << u"All requests: v2 100"_s;
        QTest::newRow("weights default to 1")
            << QByteArray("{'rules':[{'weighted_upstreams':[{'upstream_id':1},{},{'upstream':{'nodes':{}}}]}]}")
            << u"All requests: 1 33.3333, own 33.3333, inline 33.3333"_s;
        QTest::newRow("a rule, and the rest")
            << QByteArray("{'rules':[{'match':[{'vars':[['http_x_canary','==','1']]}],"
                          "'weighted_upstreams':[{'upstream_id':'v2','weight':100}]}]}")
            << u"header x-canary is \"1\": v2 100 | All other requests: own 100"_s;
        QTest::newRow("nothing comes behind a rule that meets all")
            << QByteArray("{'rules':[{'weighted_upstreams':[{'upstream_id':'v2'}]},"
                          "{'weighted_upstreams':[{'upstream_id':'v3'}]}]}")
            << u"All requests: v2 100"_s;
        QTest::newRow("what the form can't show stays as it is written")
            << QByteArray("{'rules':[{'match':[{'vars':[['uri','~~','^/a']]}],"
                          "'weighted_upstreams':[{'upstream_id':'v2'}]}]}")
            << u"Requests that match [ { \"vars\": [ [ \"uri\", \"~~\", \"^/a\" ] ] } ]: v2 100 | All other requests: own 100"_s;
    }
    void parts()
    {
        QFETCH(QByteArray, split);
        const QString found = toText(partsOf(json(split)));
        QTEST(found, "parts");
    }

    // APISIX: route over plugin config over service; consumers over all of them.
    void layers()
    {
        Surroundings around;
        around.api = {{ApiRef::Kind::Route, u"r"_s},
                      {json("{'id':'r','uri':'/','service_id':'s','plugin_config_id':'c'}")}};
        QVERIFY(!effectiveSplit(around).decides);
        around.services = {layer("s", "of-service")};
        QCOMPARE(toText(*effectiveSplit(around).decides), u"service s"_s);
        around.pluginConfigs = {layer("c", "of-config")};
        around.consumers = {layer("alice", "of-consumer")};
        EffectiveSplit effective = effectiveSplit(around);
        QCOMPARE(toText(*effective.decides), u"plugin config c"_s);
        QCOMPARE(effective.parts.first().shares.first().upstream, u"of-config"_s);
        QCOMPARE(effective.hidden.size(), 1);
        QCOMPARE(effective.overriding.size(), 1);
        around.api.resource.value.insert(u"plugins"_s, layer("r", "of-route").value[u"plugins"_s]);
        effective = effectiveSplit(around);
        QCOMPARE(toText(*effective.decides), u"route r"_s);
        QCOMPARE(effective.parts.first().shares.first().upstream, u"of-route"_s);
        QCOMPARE(effective.hidden.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestEffectiveSplit)
#include "tst_effectivesplit.moc"
