// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/trafficpolicy.h"

#include <QTest>

using namespace sluice;
using namespace Qt::StringLiterals;

/// Rule text of the command line, and what Submit refuses (B7, B8, E2, E15).
class TestTrafficPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRules_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("values");
        QTest::newRow("plain") << u"header:x-canary==1"_s << QStringList{u"1"_s};
        QTest::newRow("blanks around") << u"header:x == 1"_s << QStringList{u"1"_s};
        QTest::newRow("single quotes") << u"header:x=='a b&c'"_s << QStringList{u"a b&c"_s};
        QTest::newRow("double quotes") << u"header:x==\"a \\\"b\\\" \\\\\""_s << QStringList{u"a \"b\" \\"_s};
        QTest::newRow("list") << u"cookie:u in a,'b,c',d"_s << QStringList{u"a"_s, u"b,c"_s, u"d"_s};
        QTest::newRow("regex") << u"cookie:u~^qa-[0-9]+$"_s << QStringList{u"^qa-[0-9]+$"_s};
        QTest::newRow("exists") << u"query:debug exists"_s << QStringList{};
    }
    void readsRules()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, values);
        const auto group = parseRule(text);
        QVERIFY(group);
        QCOMPARE(group->size(), 1);
        QCOMPARE(group->first().values, values);
        const auto again = parseRule(toText(*group));
        QVERIFY(again);
        QCOMPARE(*again, *group);
    }

    void refusesBadText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("E2: empty") << u"  "_s;
        QTest::newRow("no place") << u"x-canary==1"_s;
        QTest::newRow("no name") << u"header:==1"_s;
        QTest::newRow("no operator") << u"header:x"_s;
        QTest::newRow("open quote") << u"header:x=='a"_s;
        QTest::newRow("no and") << u"header:x==1 header:y==2"_s;
    }
    void refusesBadText()
    {
        QFETCH(QString, text);
        const auto group = parseRule(text);
        QVERIFY(!group);
        QVERIFY(!group.error().reason.isEmpty());
    }

    void findsProblems_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("count");
        QTest::newRow("B7: 0") << u"percentage 0"_s << qsizetype(0);
        QTest::newRow("B7: 100") << u"percentage 100"_s << qsizetype(0);
        QTest::newRow("B7: 101") << u"percentage 101"_s << qsizetype(1);
        QTest::newRow("bad regex") << u"rules header:x~("_s << qsizetype(1);
        QTest::newRow("empty regex") << u"rules header:x~''"_s << qsizetype(1);
        QTest::newRow("no number") << u"rules query:n>abc"_s << qsizetype(1);
        QTest::newRow("good") << u"rules header:x==1"_s << qsizetype(0);
    }
    void findsProblems()
    {
        QFETCH(QString, text);
        QFETCH(qsizetype, count);
        const auto policy = parsePolicy(text);
        QVERIFY(policy);
        QCOMPARE(problems(*policy).size(), count);
    }

    void anEmptyListNeverMeansEverything() // E2
    {
        TrafficPolicy policy;
        policy.kind = TrafficPolicy::Kind::Rules;
        QCOMPARE(problems(policy).size(), 1);
        policy.groups = {RuleGroup{}};
        QCOMPARE(problems(policy).size(), 1);
    }

    void namesVariables() // E15
    {
        QCOMPARE(variableName(Condition::Place::Header, u"X-Canary"_s), u"http_x_canary"_s);
        QCOMPARE(variableName(Condition::Place::Header, u"X_Canary"_s), u"http_x_canary"_s);
        QCOMPARE(variableName(Condition::Place::Query, u"Tab"_s), u"arg_Tab"_s);
        QCOMPARE(variableName(Condition::Place::Cookie, u"Uid"_s), u"cookie_Uid"_s);
    }
};

QTEST_GUILESS_MAIN(TestTrafficPolicy)
#include "tst_trafficpolicy.moc"
