// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/attribution.h"
#include "core/verify/probeplan.h"

#include <QTest>

#include <algorithm>

using namespace sluice;
using namespace Qt::StringLiterals;

namespace {

ProbePlan planOf(const QString &policy)
{
    return planFor(*parsePolicy(policy));
}

/// What a case must do, found by one of its fields; nothing where there is no such case.
std::optional<ProbeCase::Expected> expected(const ProbePlan &plan, const QString &name, const QString &value)
{
    const QPair<QString, QString> field{name, value};
    for (const ProbeCase &probe : plan.cases) {
        const ProbeFields &fields = probe.fields;
        if (fields.headers.contains(field) || fields.query.contains(field) || fields.cookies.contains(field))
            return probe.expected;
    }
    return std::nullopt;
}

NodeAnswers answers(const QByteArray &version, const QByteArray &body = "{}")
{
    NodeAnswers result;
    for (int i = 0; i < 3; ++i) {
        ProbeAnswer answer;
        answer.status = 200;
        answer.headers = {{"Date", QByteArray::number(i)}, {"X-Request-Id", version + QByteArray::number(i)}};
        if (!version.isEmpty())
            answer.headers.append({"X-Version", version});
        answer.body = body;
        result.append(answer);
    }
    return result;
}

} // namespace

/// Which requests prove a rule (B8, E2), and how upstreams are told apart.
class TestProbePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void besideACondition_data()
    {
        using Expected = ProbeCase::Expected;
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<Expected>("wanted");
        QTest::newRow("at the boundary of >") << u"rules query:n>5"_s << u"n"_s << u"5"_s << Expected::Current;
        QTest::newRow("above it") << u"rules query:n>5"_s << u"n"_s << u"6"_s << Expected::Target;
        QTest::newRow("below it") << u"rules query:n>5"_s << u"n"_s << u"4"_s << Expected::Current;
        QTest::newRow("at the boundary of <") << u"rules query:n<5"_s << u"n"_s << u"5"_s << Expected::Current;
        QTest::newRow("below that") << u"rules query:n<5"_s << u"n"_s << u"4"_s << Expected::Target;
        QTest::newRow("E15: a header's name in another case")
            << u"rules header:x-canary==on"_s << u"X-CANARY"_s << u"on"_s << Expected::Target;
        QTest::newRow("a value in another case")
            << u"rules header:x-canary==on"_s << u"x-canary"_s << u"ON"_s << Expected::Current;
        QTest::newRow("a value with more behind it")
            << u"rules header:x-canary==on"_s << u"x-canary"_s << u"onx"_s << Expected::Current;
        QTest::newRow("not anchored") << u"rules cookie:u~qa"_s << u"u"_s << u"xqa"_s << Expected::Target;
        QTest::newRow("anchored") << u"rules cookie:u~^qa"_s << u"u"_s << u"xqa"_s << Expected::Current;
        QTest::newRow("each of a list") << u"rules query:v in a,b"_s << u"v"_s << u"b"_s << Expected::Target;
        QTest::newRow("the list as one text") << u"rules query:v in a,b"_s << u"v"_s << u"a,b"_s << Expected::Current;
        QTest::newRow("an empty value exists") << u"rules query:v exists"_s << u"v"_s << QString() << Expected::Target;
        QTest::newRow("an empty value is not absent")
            << u"rules query:v absent"_s << u"v"_s << QString() << Expected::Current;
        QTest::newRow("what misses one group may hit another")
            << u"rules query:v==a | query:v==A"_s << u"v"_s << u"A"_s << Expected::Target;
        QTest::newRow("a share of the hits")
            << u"share 20 rules query:v in a,b"_s << u"v"_s << u"b"_s << Expected::Share;
    }
    void besideACondition()
    {
        QFETCH(QString, policy);
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(ProbeCase::Expected, wanted);
        const auto found = expected(planOf(policy), name, value);
        QVERIFY(found);
        QCOMPARE(*found, wanted);
    }
    void noCaseTwice()
    {
        const ProbePlan plan = planOf(u"rules header:a==1 & query:b>2 | cookie:c in x,y"_s);
        for (qsizetype i = 0; i < plan.cases.size(); ++i) {
            const auto same = std::count_if(plan.cases.begin(), plan.cases.end(), [&](const ProbeCase &other) {
                return other.fields == plan.cases[i].fields;
            });
            QCOMPARE(same, 1);
        }
    }

    void placeIsLearned()
    {
        const auto byHeader = proposeIdentification({answers("v1")}, {answers("v2"), answers("v2b")});
        QVERIFY(byHeader);
        QCOMPARE(toText(*byHeader), u"header:X-Version"_s);
        QCOMPARE(byHeader->targetIs, u"^(?:v2|v2b)$"_s);
        QCOMPARE(byHeader->currentIs, u"^(?:v1)$"_s);
        const auto byBody = proposeIdentification({answers("", R"({"a":1,"app":{"build/no":"17"}})")},
                                                  {answers("", R"({"a":1,"app":{"build/no":"18"}})")});
        QVERIFY(byBody);
        QCOMPARE(toText(*byBody), u"json:/app/build~1no"_s);
        QCOMPARE(valueIn(answers("", R"({"app":{"build/no":"18"}})").first(), *byBody), u"18"_s);
    }
    void nothingIsGuessed()
    {
        QVERIFY(!proposeIdentification({answers("v1")}, {answers("v1")}));
        QVERIFY(
            !proposeIdentification({answers("v1"), answers("v2")}, {answers("v2")})); // one node runs the new version
        QVERIFY(!proposeIdentification({}, {answers("v2")}));
        NodeAnswers wavering = answers("v2");
        wavering.last().headers.last().second = "v3";
        QVERIFY(!proposeIdentification({answers("v1")}, {wavering}));
    }
};

QTEST_GUILESS_MAIN(TestProbePlan)
#include "tst_probeplan.moc"
