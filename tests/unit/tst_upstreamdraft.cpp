// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/upstreamwriter.h"
#include "tests/support/testgateway.h"

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

UpstreamDraft draft(const QString &id, const QString &host = u"10.0.0.9"_s, const QString &port = u"80"_s)
{
    UpstreamDraft made;
    made.id = id;
    made.nodes = {{host, port, 1}};
    return made;
}

} // namespace

/// The form of an upstream: what the gateway would refuse, and writes that keep what the form does not show (E8).
class TestUpstreamDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faults_data()
    {
        QTest::addColumn<UpstreamDraft>("typed");
        QTest::addColumn<QString>("contains"); // empty: there is none
        QTest::newRow("plain") << draft(u"pay-v2"_s) << QString();
        QTest::newRow("no port: the scheme's own") << draft(u"a"_s, u"10.0.0.9"_s, {}) << QString();
        QTest::newRow("IPv6") << draft(u"a"_s, u"[::1]"_s) << QString();
        QTest::newRow("IPv6 without brackets") << draft(u"a"_s, u"::1"_s) << u"brackets"_s;
        QTest::newRow("port in the host") << draft(u"a"_s, u"10.0.0.9:80"_s) << u"own field"_s;
        QTest::newRow("blank in the host") << draft(u"a"_s, u"10.0 .9"_s) << u"not a host"_s;
        QTest::newRow("no host") << draft(u"a"_s, {}) << u"needs a host"_s;
        QTest::newRow("port 0") << draft(u"a"_s, u"h"_s, u"0"_s) << u"65535"_s;
        QTest::newRow("port 65536") << draft(u"a"_s, u"h"_s, u"65536"_s) << u"65535"_s;
        QTest::newRow("no id") << draft({}) << u"needs an id"_s;
        QTest::newRow("blank in the id") << draft(u"a b"_s) << u"letters"_s;
        QTest::newRow("id of 65") << draft(QString(65, u'a')) << u"64"_s;
        UpstreamDraft twice = draft(u"a"_s);
        twice.nodes.append(twice.nodes.first());
        QTest::newRow("a node twice") << twice << u"twice"_s;
        UpstreamDraft none = draft(u"a"_s);
        none.nodes.clear();
        QTest::newRow("no node") << none << u"a node at least"_s;
        UpstreamDraft rewrite = draft(u"a"_s);
        rewrite.passHost = u"rewrite"_s;
        QTest::newRow("rewrite without a host") << rewrite << u"host name"_s;
    }
    void faults()
    {
        QFETCH(UpstreamDraft, typed);
        QFETCH(QString, contains);
        QString said;
        const QList<UpstreamProblem> found = problems(typed);
        for (const UpstreamProblem &problem : found)
            said += problem.text;
        QVERIFY2(contains.isEmpty() ? said.isEmpty() : said.contains(contains), qPrintable(said));
    }
    void idsFromNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("id");
        QTest::newRow("blanks and case") << u" Pay V2 "_s << u"pay-v2"_s;
        QTest::newRow("Chinese alone") << u"支付"_s << QString();
        QTest::newRow("Chinese and more") << u"支付 v2"_s << u"v2"_s;
    }
    void idsFromNames()
    {
        QFETCH(QString, name);
        QTEST(idFromName(name), "id");
    }

    // E8, E12: a change names only what differs; nobody's upstream is overwritten.
    void againstTheGateway()
    {
        TestGateway gateway;
        const auto session = gateway.session();
        AdminClient &admin = session->admin();
        const auto taken = wait(createUpstream(admin, draft(u"pay-v1"_s), {}));
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, Error::Kind::Conflict);
        const auto made = wait(createUpstream(admin, draft(u"new"_s), json("{'workspace':'payments'}")));
        QVERIFY(made);
        QVERIFY(wait(admin.patch(ResourceKind::Upstreams, u"new"_s, json("{'retries':2}"))));
        const auto stale = wait(changeUpstream(admin, *made, draft(u"new"_s, u"10.0.0.10"_s)));
        QVERIFY(!stale);
        QCOMPARE(stale.error().kind, Error::Kind::Conflict);
        const Upstream now{*wait(admin.get(ResourceKind::Upstreams, u"new"_s))};
        const auto changed = wait(changeUpstream(admin, now, draft(u"new"_s, u"10.0.0.10"_s)));
        QVERIFY(changed);
        QCOMPARE(changed->nodes(), QStringList{u"10.0.0.10:80"_s});
        QCOMPARE(changed->resource.value[u"retries"_s].toInt(), 2);
        QCOMPARE(changed->resource.label(u"workspace"_s), u"payments"_s);
        QVERIFY(changeOf(*changed, draftOf(*changed)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUpstreamDraft)
#include "tst_upstreamdraft.moc"
