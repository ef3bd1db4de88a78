// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/workspaceexcerpt.h"
#include "core/admin/workspacerules.h"
#include "core/release/workspacelabelling.h"
#include "core/session/clustersnapshot.h"
#include "tests/support/testgateway.h"

#include <QSignalSpy>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

using Match = WorkspaceRule::Match;

Resource resource(const char *text)
{
    Resource result;
    result.value = json(text);
    return result;
}

QList<Release> releasesOf(ClusterSession &session)
{
    QList<Release> releases;
    const auto all = wait(session.releases().reader().all());
    for (const ObservedRelease &observed : *all)
        releases.append(observed.release);
    return releases;
}

QList<LabelChange> plan(ClusterSession &session)
{
    return plannedLabels(*wait(session.apis()), *wait(session.upstreams()), releasesOf(session), session.workspaces());
}

} // namespace

/// Workspaces by labels and by shared rules (design.md 3), and labelling by them.
class TestWorkspaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstHitWins_data()
    {
        QTest::addColumn<Resource>("found");
        QTest::addColumn<QString>("workspace");
        QTest::newRow("own label") << resource("{'id':'pay-1','labels':{'workspace':'own'}}") << u"own"_s;
        QTest::newRow("label") << resource("{'id':'x','labels':{'team':'pay'}}") << u"by-label"_s;
        QTest::newRow("another value of the label") << resource("{'id':'x','labels':{'team':'pays'}}") << u"default"_s;
        QTest::newRow("host") << resource("{'id':'x','host':'pay.example.com'}") << u"by-host"_s;
        QTest::newRow("below a host") << resource("{'id':'x','hosts':['a.b.wild.com']}") << u"by-wild-host"_s;
        QTest::newRow("the host itself") << resource("{'id':'x','hosts':['wild.com']}") << u"default"_s;
        QTest::newRow("prefix") << resource("{'id':'x','uris':['/z','/pay/*']}") << u"by-uri"_s;
        QTest::newRow("id") << resource("{'id':'my-pay-1'}") << u"by-id"_s;
        QTest::newRow("name") << resource("{'id':'x','name':'Checkout'}") << u"by-name"_s;
        QTest::newRow("two rules") << resource("{'id':'pay-1','labels':{'team':'pay'}}") << u"by-label"_s;
        QTest::newRow("nothing") << resource("{'id':'x'}") << u"default"_s;
    }
    void firstHitWins()
    {
        QFETCH(Resource, found);
        QFETCH(QString, workspace);
        const Workspaces workspaces(u"workspace"_s, {{Match::Label, u"team"_s, u"pay"_s, u"by-label"_s},
                                                     {Match::Host, {}, u"pay.example.com"_s, u"by-host"_s},
                                                     {Match::Host, {}, u"*.wild.com"_s, u"by-wild-host"_s},
                                                     {Match::UriPrefix, {}, u"/pay/"_s, u"by-uri"_s},
                                                     {Match::Id, {}, u"pay-[0-9]"_s, u"by-id"_s},
                                                     {Match::Name, {}, u"^Check"_s, u"by-name"_s}});
        QCOMPARE(workspaces.of(found), workspace);
        QCOMPARE(*workspaceRulesFrom(toJson(workspaces.rules())), workspaces.rules());
    }
    void badRules_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::newRow("no way to match") << QByteArray("{'match':'colour','value':'x','workspace':'w'}");
        QTest::newRow("no workspace") << QByteArray("{'match':'id','value':'x'}");
        QTest::newRow("no value") << QByteArray("{'match':'id','workspace':'w'}");
        QTest::newRow("no label") << QByteArray("{'match':'label','value':'x','workspace':'w'}");
        QTest::newRow("no expression") << QByteArray("{'match':'name','value':'(','workspace':'w'}");
    }
    void badRules()
    {
        QFETCH(QByteArray, rule);
        const auto rules = workspaceRulesFrom(QJsonArray{json(rule.constData())});
        QVERIFY(!rules);
        QVERIFY(!rules.error().reason.isEmpty());
    }

    // Set by one operator, seen by all, and no route is touched by it.
    void rulesAreShared()
    {
        const TestGateway gateway;
        const auto mine = gateway.session();
        const QJsonValue before = gateway.exported()[u"routes"_s];
        QVERIFY(wait(mine->setWorkspaceRules({{Match::UriPrefix, {}, u"/s"_s, u"shops"_s}})));
        const auto theirs = gateway.session(u"zhao"_s);
        QCOMPARE(theirs->workspaces().rules(), mine->workspaces().rules());
        QCOMPARE(gateway.exported()[u"routes"_s], before);
        const auto apis = wait(theirs->apis());
        const auto upstreams = wait(theirs->upstreams());
        const NewRelease wanted{u"r"_s, {}, *parseApiRef(u"route/s1"_s), u"pay-v2"_s, {}, {}};
        QVERIFY(wait(theirs->releases().create(wanted)));
        const auto releases = wait(theirs->releases().reader().among(*apis, *upstreams));
        QCOMPARE(releases->first().release.workspace, u"shops"_s);
        const ClusterSnapshot snapshot(*apis, *upstreams, *releases, theirs->workspaces(),
                                       QDateTime::currentDateTime());
        const auto counts = snapshot.countsByWorkspace();
        QCOMPARE(counts[u"shops"_s].apis, 2);
        QCOMPARE(counts[u"shops"_s].inProgress, 1);
        QCOMPARE(counts[u"payments"_s].apis, 1);
        QCOMPARE(counts[u"default"_s].upstreams, 3);
        QVERIFY(wait(mine->setWorkspaceRules({})));
        QVERIFY(mine->workspaces().rules().isEmpty());
        QVERIFY(!wait(mine->setWorkspaceRules({{Match::Id, {}, u"("_s, u"x"_s}})));
    }

    // E12: made from rules that hold no more, nothing is written.
    void othersRulesAreNotOverwritten()
    {
        const TestGateway gateway;
        const auto mine = gateway.session();
        const auto theirs = gateway.session(u"zhao"_s);
        const QList<WorkspaceRule> first{{Match::Id, {}, u"^s"_s, u"shops"_s}};
        const QList<WorkspaceRule> second{{Match::Id, {}, u"^p"_s, u"payments"_s}};
        QVERIFY(wait(theirs->setWorkspaceRules(first, QList<WorkspaceRule>())));
        const auto refused = wait(mine->setWorkspaceRules(second, QList<WorkspaceRule>()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QCOMPARE(mine->workspaces().rules(), first);
        QVERIFY(wait(mine->setWorkspaceRules(second, first)));
    }

    void saysWhy()
    {
        const Workspaces workspaces(u"workspace"_s,
                                    {{Match::Id, {}, u"^a"_s, u"one"_s}, {Match::Id, {}, u"b"_s, u"two"_s}});
        QVERIFY(workspaces.placementOf(resource("{'id':'ab','labels':{'workspace':'own'}}")).byLabel);
        QCOMPARE(workspaces.placementOf(resource("{'id':'ab'}")).rule, 0);
        QCOMPARE(workspaces.placementOf(resource("{'id':'cb'}")).rule, 1);
        QCOMPARE(workspaces.placementOf(resource("{'id':'c'}")).rule, -1);
    }

    // What is named comes along, through services and splits; other workspaces' own things do not.
    void excerptOfAWorkspace()
    {
        const QJsonObject whole =
            json("{'upstreams':[{'id':'v1'},{'id':2},{'id':'v3','labels':{'workspace':'pay'}},{'id':'foreign'}],"
                 "'services':[{'id':'svc','upstream_id':'v1'},{'id':'unused','upstream_id':'foreign'}],"
                 "'plugin_configs':[{'id':'common'},{'id':'idle'},"
                 "{'id':'sluice-000000000001','labels':{'sluice.kind':'release','sluice.api':'route/a'}},"
                 "{'id':'sluice-000000000002','labels':{'sluice.kind':'release','sluice.api':'route/b'}},"
                 "{'id':'sluice-workspaces','labels':{'sluice.kind':'workspaces'}}],"
                 "'routes':[{'id':'a','labels':{'workspace':'pay'},'service_id':'svc','plugin_config_id':'common',"
                 "'plugins':{'traffic-split':{'rules':[{'weighted_upstreams':[{'upstream_id':'2'},{'weight':1}]}]}}},"
                 "{'id':'b','upstream_id':'foreign'}],"
                 "'global_rules':[{'id':'1'}]}");
        const QJsonObject part = excerptOf(whole, Workspaces(), u"pay"_s);
        const auto ids = [&part](const QString &collection) {
            QStringList found;
            const QJsonArray items = part[collection].toArray();
            for (const QJsonValue &item : items)
                found.append(item[u"id"_s].toVariant().toString());
            return found.join(u' ');
        };
        QCOMPARE(ids(u"routes"_s), u"a"_s);
        QCOMPARE(ids(u"services"_s), u"svc"_s);
        QCOMPARE(ids(u"upstreams"_s), u"v1 2 v3"_s);
        QCOMPARE(ids(u"plugin_configs"_s), u"common sluice-000000000001 sluice-workspaces"_s);
        QCOMPARE(ids(u"global_rules"_s), u"1"_s);
    }

    // APIs that were chosen: another label goes, one with a release is skipped, and what has the label drops out.
    void chosenApisAreLabelled()
    {
        const TestGateway gateway;
        const auto session = gateway.session();
        const NewRelease wanted{u"r"_s, {}, *parseApiRef(u"route/s1"_s), u"pay-v2"_s, {}, {}};
        QVERIFY(wait(session->releases().create(wanted)));
        QList<Api> apis = *wait(session->apis());
        apis.removeIf([](const Api &api) { return api.ref.id == "s2"_L1 || api.ref.id == "empty"_L1; });
        const auto planned = [&] { return chosenLabels(apis, releasesOf(*session), u"shops"_s, u"workspace"_s); };
        const QList<LabelChange> first = planned();
        QCOMPARE(first.size(), 4); // pay, bare, s1, the service
        WorkspaceLabelling labelling(session->admin(), session->gateway().version, u"workspace"_s);
        // Someone else labels one of them behind the plan.
        QVERIFY(wait(session->admin().patch(ResourceKind::Routes, u"bare"_s, json("{'labels':{'workspace':'x'}}"))));
        const auto report = wait(labelling.run(first));
        QVERIFY(report);
        QCOMPARE(report->written, 2);
        QCOMPARE(report->skipped, (QStringList{u"routes/bare: its label was changed meanwhile"_s,
                                               u"routes/s1: it has a release in progress"_s}));
        QCOMPARE(gateway.stored(u"routes"_s, u"pay"_s)[u"labels"_s].toObject(),
                 json("{'workspace':'shops','team':'a'}"));
        QCOMPARE(gateway.stored(u"services"_s, u"svc"_s)[u"labels"_s].toObject(), json("{'workspace':'shops'}"));
        apis = *wait(session->apis());
        apis.removeIf([](const Api &api) { return api.ref.id == "s2"_L1 || api.ref.id == "empty"_L1; });
        QCOMPARE(planned().size(), 2);
        const QList<LabelChange> impossible = chosenLabels(apis, {}, u"two words"_s, u"workspace"_s);
        QCOMPARE(impossible.size(), 4);
        for (const LabelChange &change : impossible)
            QVERIFY(!change.skipped.isEmpty());
    }
    // Previewed; skips an API with a release; given up and begun again; nothing else of an object changes (E8).
    void labellingCanBeResumed()
    {
        const TestGateway gateway;
        const auto session = gateway.session();
        QVERIFY(wait(session->setWorkspaceRules({{Match::Id, {}, u"^(s[12]|bare|pay-v.)$"_s, u"shops"_s}})));
        const NewRelease wanted{u"r"_s, {}, *parseApiRef(u"route/s1"_s), u"pay-v2"_s, {}, {}};
        QVERIFY(wait(session->releases().create(wanted)));
        const auto before = wait(session->admin().get(ResourceKind::Routes, u"bare"_s));
        const QList<LabelChange> first = plan(*session);
        QCOMPARE(first.size(), 6);
        WorkspaceLabelling labelling(session->admin(), session->gateway().version, u"workspace"_s);
        const auto requests = wait(labelling.preview(first));
        QCOMPARE(requests->size(), 5);
        QCOMPARE(requests->first().method + ' ' + requests->first().path.toLatin1(), "PATCH routes/bare");
        QCOMPARE(requests->first().body, json("{'labels':{'workspace':'shops'}}"));
        connect(&labelling, &WorkspaceLabelling::progressed, &labelling, &WorkspaceLabelling::cancel);
        QCOMPARE(wait(labelling.run(first))->written, 1);
        labelling.disconnect();
        const auto report = wait(labelling.run(plan(*session)));
        QVERIFY(report);
        QCOMPARE(report->written, 4);
        QCOMPARE(report->skipped.size(), 1);
        QVERIFY(report->skipped.first().startsWith("routes/s1"_L1));
        const QList<LabelChange> left = plan(*session);
        QCOMPARE(left.size(), 1);
        QVERIFY(!left.first().skipped.isEmpty());
        auto after = wait(session->admin().get(ResourceKind::Routes, u"bare"_s));
        QCOMPARE(after->label(u"workspace"_s), u"shops"_s);
        after->value.remove(u"labels"_s);
        QCOMPARE(after->value[u"upstream"_s], before->value[u"upstream"_s]);
        QCOMPARE(after->value.keys(), before->value.keys());
    }
};

QTEST_GUILESS_MAIN(TestWorkspaces)
#include "tst_workspaces.moc"
