// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/splitcodec.h"
#include "core/traffic/splitschedule.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace sluice;
using namespace Qt::StringLiterals;

namespace {

// With single quotes, for moc loses its way in raw strings that hold brackets.
QJsonObject object(QByteArray json)
{
    return QJsonDocument::fromJson(json.replace('\'', '"')).object();
}

} // namespace

/// What a split means: the order of picks, and policies as JSON (B7, B8, E3, E7).
class TestSplit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walksTheCycle_data()
    {
        QTest::addColumn<quint64>("heavy");
        QTest::addColumn<quint64>("light");
        QTest::addColumn<QByteArray>("cycle");
        QTest::newRow("50:50") << quint64(50) << quint64(50) << "HL"_ba;
        QTest::newRow("80:20") << quint64(80) << quint64(20) << "HHHHL"_ba;
        QTest::newRow("60:40") << quint64(60) << quint64(40) << "HHLHL"_ba;
        QTest::newRow("70:30") << quint64(70) << quint64(30) << "HHHHHLHLHL"_ba;
        QTest::newRow("99:1") << quint64(99) << quint64(1) << "H"_ba.repeated(99) + "L";
        QTest::newRow("51:49") << quint64(51) << quint64(49) << "HH"_ba + "HL"_ba.repeated(49);
    }
    void walksTheCycle()
    {
        QFETCH(quint64, heavy);
        QFETCH(quint64, light);
        QFETCH(QByteArray, cycle);
        for (const std::size_t last : {std::size_t{0}, std::size_t{1}}) {
            SplitSchedule schedule({heavy, light}, last);
            QCOMPARE(schedule.period(), quint64(cycle.size()));
            QByteArray seen;
            for (qsizetype i = 0; i < 2 * cycle.size(); ++i)
                seen += schedule.next() == 0 ? 'H' : 'L';
            // Any rotation may be the start.
            QVERIFY2((cycle + cycle + cycle).contains(seen.first(cycle.size())), seen.constData());
            QCOMPARE(seen.first(cycle.size()), seen.last(cycle.size()));
        }
    }

    void picksAreExactOverAPeriodOfManyEntries()
    {
        SplitSchedule schedule({5, 3, 2});
        QList<int> counts(3);
        for (int i = 0; i < 100; ++i)
            ++counts[static_cast<qsizetype>(schedule.next())];
        QCOMPARE(counts, (QList<int>{50, 30, 20}));
    }

    void zeroWeights()
    {
        SplitSchedule lone({0});
        QCOMPARE(lone.next(), std::size_t{0}); // E3: a lone entry gets everything, whatever its weight
        SplitSchedule even({0, 0});
        QVERIFY(even.next() != even.next()); // 0 : 0 is split evenly
        SplitSchedule never({7, 0});
        for (int i = 0; i < 20; ++i)
            QCOMPARE(never.next(), std::size_t{0});
    }

    // apisix.md 5.3 names the largest stray of several weights; B7: 17 % begins with 66 requests without a canary.
    void knowsHowRegularASplitIs_data()
    {
        QTest::addColumn<quint64>("target");
        QTest::addColumn<double>("stray");
        QTest::newRow("50") << quint64(50) << 0.5;
        QTest::newRow("40") << quint64(40) << 0.8;
        QTest::newRow("30") << quint64(30) << 1.5;
        QTest::newRow("15") << quint64(15) << 2.25;
        QTest::newRow("10") << quint64(10) << 0.9;
        QTest::newRow("49") << quint64(49) << 1.47;
    }
    void knowsHowRegularASplitIs()
    {
        QFETCH(quint64, target);
        QFETCH(double, stray);
        const SplitRegularity known = regularity(target, 100 - target);
        QVERIFY2(std::abs(known.largestStray - stray) < 0.03, QByteArray::number(known.largestStray).constData());
    }

    void namesTheLongestRunWithoutACanary()
    {
        QVERIFY(regularity(17, 83).longestRunWithout >= 66);
        QCOMPARE(regularity(20, 80).longestRunWithout, quint64(4));
    }

    // Every count of a real gateway lies within the bound: min(workers, connections) times the largest stray.
    void boundCoversEveryCountOfRealGateways()
    {
        QFile file(QStringLiteral(SLUICE_TESTS "/samples/split-counts.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QVERIFY(lines.size() > 1000);
        for (const QByteArray &line : lines.sliced(1)) {
            const QList<QByteArray> cells = line.split(',');
            const auto target = cells.at(1).toULongLong();
            const SplitRegularity known = regularity(target, 100 - target);
            const double distance = std::abs(cells.at(4).toDouble() - known.share * cells.at(3).toDouble());
            const int orders = std::min(cells.at(0).toInt(), cells.at(2).toInt());
            QVERIFY2(distance <= orders * known.largestStray + 1e-9, line.constData());
        }
    }

    void encodesPolicies_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QByteArray>("split");
        QTest::newRow("20 %")
            << u"percentage 20"_s
            << "{'rules':[{'weighted_upstreams':[{'upstream_id':'t','weight':20},{'weight':80}]}]}"_ba;
        QTest::newRow("E3: 0 %") << u"percentage 0"_s << "{'rules':[{'weighted_upstreams':[{'weight':100}]}]}"_ba;
        QTest::newRow("E3: 100 %") << u"percentage 100"_s
                                   << "{'rules':[{'weighted_upstreams':[{'upstream_id':'t','weight':100}]}]}"_ba;
        QTest::newRow("B8: rules")
            << u"rules header:X-Canary==1 & cookie:user~^qa | query:v in a,b"_s
            << "{'rules':[{'match':[{'vars':[['http_x_canary','==','1'],['cookie_user','~~','^qa']]},{'vars':[['arg_v','in',['a','b']]]}],'weighted_upstreams':[{'upstream_id':'t','weight':100}]}]}"_ba;
        QTest::newRow("share of the hits")
            << u"share 30 rules header:a exists | header:b absent | query:n>5"_s
            << "{'rules':[{'match':[{'vars':[['http_a','~=',null]]},{'vars':[['http_b','==',null]]},{'vars':[['arg_n','>',5]]}],'weighted_upstreams':[{'upstream_id':'t','weight':30},{'weight':70}]}]}"_ba;
    }
    void encodesPolicies()
    {
        QFETCH(QString, policy);
        QFETCH(QByteArray, split);
        const auto parsed = parsePolicy(policy);
        QVERIFY(parsed);
        const QJsonObject encoded = encodeSplit(*parsed, u"t"_s);
        QCOMPARE(encoded, object(split));
        const auto decoded = decodeSplit(encoded);
        QVERIFY(decoded);
        QCOMPARE(encodeSplit(decoded->policy, u"t"_s), encoded);
    }

    void keepsWhatTheFormCantShow_data() // E7
    {
        QTest::addColumn<QByteArray>("split");
        QTest::newRow("two rules") << "{'rules':[{},{}]}"_ba;
        QTest::newRow("empty match")
            << "{'rules':[{'match':[],'weighted_upstreams':[{'upstream_id':'t','weight':1}]}]}"_ba;
        QTest::newRow("inline")
            << "{'rules':[{'weighted_upstreams':[{'upstream':{'nodes':{}},'weight':1},{'weight':1}]}]}"_ba;
        QTest::newRow("three ways")
            << "{'rules':[{'weighted_upstreams':[{'upstream_id':'a'},{'upstream_id':'b'},{}]}]}"_ba;
        QTest::newRow("a third")
            << "{'rules':[{'weighted_upstreams':[{'upstream_id':'a','weight':1},{'weight':2}]}]}"_ba;
        QTest::newRow("other variable")
            << "{'rules':[{'match':[{'vars':[['uri','==','/a']]}],'weighted_upstreams':[{'upstream_id':'t'}]}]}"_ba;
        QTest::newRow("_meta")
            << "{'_meta':{'disable':true},'rules':[{'weighted_upstreams':[{'upstream_id':'t'}]}]}"_ba;
    }
    void keepsWhatTheFormCantShow()
    {
        QFETCH(QByteArray, split);
        const auto decoded = decodeSplit(object(split));
        QVERIFY(!decoded);
        QVERIFY(!decoded.error().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSplit)
#include "tst_split.moc"
