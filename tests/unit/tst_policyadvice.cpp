// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/releaseconcerns.h"
#include "core/traffic/policyadvice.h"
#include "tests/support/testgateway.h"

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

/// What is said before Submit: effects, bursts, rules that never or always hit, and what else decides (B7, E2, E20,
/// E22).
class TestPolicyAdvice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void advice_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("contains"); // empty: there is none
        QTest::newRow("even") << u"percentage 20"_s << QString();
        QTest::newRow("half") << u"percentage 50"_s << QString();
        QTest::newRow("E3: nothing") << u"percentage 0"_s << QString();
        QTest::newRow("E3: everything") << u"percentage 100"_s << QString();
        QTest::newRow("B7: bursts") << u"percentage 17"_s << u"bursts"_s;
        QTest::newRow("B7: an even one is named") << u"percentage 17"_s << u"20 %"_s;
        QTest::newRow("plain rule") << u"rules header:x-canary==1"_s << QString();
        QTest::newRow("E2: two values") << u"rules header:x==1 & header:x==2"_s << u"No request"_s;
        QTest::newRow("E2: outside its list") << u"rules query:v in a,b & query:v==c"_s << u"No request"_s;
        QTest::newRow("E2: there and not there") << u"rules cookie:c absent & cookie:c exists"_s << u"No request"_s;
        QTest::newRow("E2: empty range") << u"rules header:n>5 & header:n<5"_s << u"No request"_s;
        QTest::newRow("a range") << u"rules header:n>5 & header:n<9"_s << QString();
        QTest::newRow("E2: always") << u"rules header:x exists | header:x absent"_s << u"every request"_s;
        QTest::newRow("E2: negated") << u"rules header:x!=1"_s << u"none of these fields"_s;
        QTest::newRow("E2: shadowed") << u"rules header:x==1 | header:x==1 & cookie:c==2"_s << u"changes nothing"_s;
        QTest::newRow("E15: underscores") << u"rules header:X_Canary==1"_s << u"underscores"_s;
        QTest::newRow("share of hits in bursts") << u"share 17 rules header:x-canary==1"_s << u"bursts"_s;
    }
    void advice()
    {
        QFETCH(QString, policy);
        QFETCH(QString, contains);
        const QString said = adviceFor(*parsePolicy(policy)).join(u' ');
        QVERIFY2(contains.isEmpty() ? said.isEmpty() : said.contains(contains), qPrintable(said));
    }
    void effect_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("contains");
        QTest::newRow("percentage") << u"percentage 20"_s << u"About 20 of 100 requests go to V2"_s;
        QTest::newRow("E3: nothing") << u"percentage 0"_s << u"No traffic to the target"_s;
        QTest::newRow("E3: everything") << u"percentage 100"_s << u"not yet released"_s;
        QTest::newRow("rules") << u"rules header:x==1"_s << u"match a rule go to V2; all others go to V1"_s;
        QTest::newRow("share") << u"share 30 rules header:x==1"_s << u"30 % of the requests that match"_s;
        QTest::newRow("share 0") << u"share 0 rules header:x==1"_s << u"All requests go to V1"_s;
    }
    void effect()
    {
        QFETCH(QString, policy);
        QFETCH(QString, contains);
        const QString said = effectOf(*parsePolicy(policy), u"V1"_s, u"V2"_s);
        QVERIFY2(said.contains(contains), qPrintable(said));
    }

    // E20: over a split of the service; it is named, and Full release is refused while it would come to light.
    void hiddenSplitForbidsFullRelease()
    {
        const TestGateway gateway;
        const auto session = gateway.session();
        const QJsonObject split = json("{'plugins':{'traffic-split':{'rules':[{'weighted_upstreams':"
                                       "[{'upstream_id':'pay-v3','weight':1},{'weight':1}]}]}}}");
        QVERIFY(wait(session->admin().patch(ResourceKind::Services, u"svc"_s, split)));
        const ApiRef ref = *parseApiRef(u"route/s1"_s);
        const auto concerns = wait(session->releases().concerns(ref, u"pay-v2"_s));
        QVERIFY2(concerns->join(u' ').contains("service svc"_L1), qPrintable(concerns->join(u' ')));
        const NewRelease wanted{u"x"_s, {}, ref, u"pay-v2"_s, *parsePolicy(u"percentage 5"_s), {}};
        const auto made = wait(session->releases().create(wanted));
        QVERIFY(made);
        const auto released = wait(session->releases().fullRelease(made->release.id));
        QVERIFY(!released);
        QCOMPARE(released.error().kind, Error::Kind::Conflict);
        QVERIFY(released.error().reason.contains("service svc"_L1));
        QCOMPARE(wait(session->releases().reader().one(made->release.id))->condition, ReleaseCondition::Applied);
    }
    // E9: what a release on a service moves.
    void serviceImpactIsListed()
    {
        const TestGateway gateway;
        const auto session = gateway.session();
        const auto concerns = wait(session->releases().concerns(*parseApiRef(u"service/svc"_s), u"pay-v2"_s));
        QVERIFY(concerns->join(u' ').contains("move together"_L1));
    }
    // E22, E17: a target that can't serve; a route that nobody can call.
    void weakTargetIsNamed()
    {
        const TestGateway gateway;
        const auto session = gateway.session();
        QVERIFY(wait(session->admin().put(ResourceKind::Upstreams, u"idle"_s,
                                          json("{'type':'roundrobin','nodes':{'10.0.0.9:80':0}}"))));
        QVERIFY(wait(session->admin().put(ResourceKind::Upstreams, u"same"_s,
                                          json("{'type':'roundrobin','scheme':'https','nodes':{'10.0.0.1:80':1}}"))));
        QVERIFY(wait(session->admin().patch(ResourceKind::Routes, u"pay"_s, json("{'status':0}"))));
        const ApiRef ref = *parseApiRef(u"route/pay"_s);
        QVERIFY(wait(session->releases().concerns(ref, u"idle"_s))->join(u' ').contains("weight 0"_L1));
        const QString said = wait(session->releases().concerns(ref, u"same"_s))->join(u' ');
        QVERIFY(said.contains("same nodes"_L1) && said.contains("another scheme"_L1) && said.contains("disabled"_L1));
        QVERIFY(wait(session->releases().concerns(*parseApiRef(u"route/bare"_s), u"pay-v2"_s))->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPolicyAdvice)
#include "tst_policyadvice.moc"
