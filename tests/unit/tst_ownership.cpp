// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/ownership.h"
#include "core/release/releaseback.h"
#include "tests/support/testgateway.h"

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

Api apiWith(const char *value)
{
    Api api;
    api.ref = {ApiRef::Kind::Route, u"pay"_s};
    api.resource.value = json(value);
    return api;
}

TrafficPolicy percentage(int share)
{
    TrafficPolicy policy;
    policy.percentage = share;
    return policy;
}

} // namespace

/// Declarative owners (E21) and the way back from a completed release (E23).
class TestOwnership : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownerIsProposed()
    {
        using Owner = ClusterProfile::Owner;
        const Api adc = apiWith("{'labels':{'managed-by':'adc'}}");
        const Api ingress = apiWith("{'labels':{'managed-by':'apisix-ingress-controller'}}");
        const Api other = apiWith("{'labels':{'managed-by':'terraform'}}");
        const Api none = apiWith("{'labels':{'team':'a'}}");
        QCOMPARE(proposedOwner({none, none, adc}), Owner::Adc);
        QCOMPARE(proposedOwner({ingress, adc, ingress}), Owner::IngressController);
        QCOMPARE(proposedOwner({other}), Owner::Other);
        QCOMPARE(proposedOwner({none}), Owner::None);
        QVERIFY(ownerWarning(Owner::None).isEmpty());
        QVERIFY(ownerWarning(Owner::Adc).contains("ADC"_L1));
    }
    void desiredIsWhatToCommit()
    {
        const Api released = apiWith("{'id':'pay','uri':'/pay','upstream_id':'v1','create_time':1,'update_time':2,"
                                     "'plugins':{'cors':{},'traffic-split':{'rules':[]}},"
                                     "'labels':{'sluice.release':'sluice-00000000000a@1.0a1b2c3d'}}");
        QCOMPARE(desiredApi(released), json("{'id':'pay','uri':'/pay','upstream_id':'v1','plugins':{'cors':{}}}"));
        // A split that is not ours is a part of the source.
        const Api external = apiWith("{'plugins':{'traffic-split':{'rules':[]}}}");
        QCOMPARE(desiredApi(external), external.resource.value);
    }
    void yaml_data()
    {
        QTest::addColumn<QJsonObject>("object");
        QTest::addColumn<QString>("text");
        QTest::newRow("scalars") << json("{'a':1,'b':'x: y','c':true,'d':null,'e':1.5}")
                                 << u"a: 1\nb: \"x: y\"\nc: true\nd: null\ne: 1.5\n"_s;
        QTest::newRow("empty") << json("{'a':{},'b':[]}") << u"a: {}\nb: []\n"_s;
        QTest::newRow("keys that need quotes")
            << json("{'10.0.0.1:80':1,'no':2}") << u"\"10.0.0.1:80\": 1\n\"no\": 2\n"_s;
        QTest::newRow("nested") << json("{'a':{'b':{'c':1}},'l':['x',{'k':1,'m':[2]}]}")
                                << u"a:\n  b:\n    c: 1\nl:\n- \"x\"\n- k: 1\n  m:\n  - 2\n"_s;
        QTest::newRow("lists in lists") << json("{'vars':[['http_x','==',null]]}")
                                        << u"vars:\n-\n  - \"http_x\"\n  - \"==\"\n  - null\n"_s;
    }
    void yaml()
    {
        QFETCH(QJsonObject, object);
        QFETCH(QString, text);
        QCOMPARE(toYaml(object), text);
    }

    // E23: the way back, also to an upstream that was written inside the API and is made an object first.
    void back_data()
    {
        QTest::addColumn<QString>("api");
        QTest::addColumn<QString>("targetBegins");
        QTest::newRow("upstream object") << u"route/pay"_s << u"pay-v1"_s;
        QTest::newRow("inline") << u"route/bare"_s << u"bare-before-"_s;
        QTest::newRow("of the service") << u"route/s1"_s << u"pay-v1"_s;
        QTest::newRow("service API") << u"service/svc"_s << u"pay-v1"_s;
    }
    void back()
    {
        QFETCH(QString, api);
        QFETCH(QString, targetBegins);
        const TestGateway gateway;
        const auto session = gateway.session();
        ReleaseService &releases = session->releases();
        const NewRelease wanted{u"r"_s, {}, *parseApiRef(api), u"pay-v2"_s, percentage(20), {}};
        const auto made = wait(releases.create(wanted));
        QVERIFY(made);
        const QString id = made->release.id;
        QCOMPARE(wait(releases.back(id)).error().kind, Error::Kind::Conflict);
        QVERIFY(wait(releases.fullRelease(id)));
        const auto begun = wait(releases.createBack(id, percentage(10)));
        QVERIFY2(begun, begun ? "" : qPrintable(begun.error().reason + begun.error().detail));
        QCOMPARE(begun->condition, ReleaseCondition::Applied);
        QCOMPARE(begun->release.current, u"pay-v2"_s);
        QVERIFY(begun->release.target.startsWith(targetBegins));
        QVERIFY(wait(session->admin().get(ResourceKind::Upstreams, begun->release.target)));
        QVERIFY(wait(releases.fullRelease(begun->release.id)));
        // The first one was followed by another: no alarm.
        QVERIFY(!alarmOf(*wait(releases.reader().one(id))));
    }
    // E21: a sync puts the old upstream back.
    void revertedOutside()
    {
        const TestGateway gateway;
        const auto session = gateway.session();
        ReleaseService &releases = session->releases();
        const NewRelease wanted{u"r"_s, {}, *parseApiRef(u"route/pay"_s), u"pay-v2"_s, percentage(20), {}};
        const QString id = wait(releases.create(wanted))->release.id;
        QVERIFY(wait(releases.fullRelease(id)));
        QVERIFY(wait(session->admin().patch(ResourceKind::Routes, u"pay"_s, json("{'upstream_id':'pay-v1'}"))));
        const auto found = wait(releases.reader().one(id));
        QCOMPARE(found->condition, ReleaseCondition::RevertedOutside);
        QVERIFY(alarmOf(*found)->advice.contains("sync"_L1));
        QCOMPARE(wait(releases.back(id)).error().kind, Error::Kind::Conflict);
    }
};

QTEST_GUILESS_MAIN(TestOwnership)
#include "tst_ownership.moc"
