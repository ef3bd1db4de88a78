// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/configurationexport.h"
#include "core/admin/configurationimport.h"
#include "core/model/secretfields.h"
#include "tests/support/fakeserver.h"
#include "tests/support/testgateway.h"

#include <QSignalSpy>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

/// A gateway with one of everything that an export holds.
QJsonObject richConfiguration()
{
    QJsonObject configuration = TestGateway::defaultConfiguration();
    configuration.insert(u"consumers"_s,
                         QJsonArray{json("{'username':'jack','plugins':{'key-auth':{'key':'s3cret-jack'}}}"),
                                    json("{'id':'jack/credentials/c1','plugins':{'key-auth':{'key':'s3cret-c1'}}}")});
    configuration.insert(u"global_rules"_s, QJsonArray{json("{'id':'all','plugins':{'prometheus':{}}}")});
    QJsonArray upstreams = configuration[u"upstreams"_s].toArray();
    upstreams.append(json("{'id':'hashed','type':'chash','key':'remote_addr','nodes':{'10.0.0.9:80':1}}"));
    configuration.insert(u"upstreams"_s, upstreams);
    QJsonArray routes = configuration[u"routes"_s].toArray();
    routes.append(json("{'id':'limited','uri':'/l','upstream_id':'hashed','plugins':{'limit-count':{'count':1,"
                       "'time_window':1,'key':'remote_addr'}}}"));
    configuration.insert(u"routes"_s, routes);
    return configuration;
}

QStringList steps(const QList<ImportItem> &items, ImportItem::Step step)
{
    QStringList names;
    for (const ImportItem &item : items) {
        if (item.step == step)
            names.append(toText(item.kind) + u'/' + item.id);
    }
    return names;
}

QString reasonOf(const QList<ImportItem> &items, const QString &id)
{
    for (const ImportItem &item : items) {
        if (item.id == id)
            return item.reason;
    }
    return {};
}

} // namespace

/// Export and import of a whole configuration (design.md 8).
class TestConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreReplaced()
    {
        const TestGateway gateway(richConfiguration());
        const auto session = gateway.session();
        const auto plain = wait(exportConfiguration(session->admin(), false));
        QVERIFY(plain);
        const QByteArray text = QJsonDocument(plain->content).toJson();
        QVERIFY2(!text.contains("s3cret"), text.constData());
        QCOMPARE(plain->placeholders, (QStringList{u"consumers/jack"_s, u"consumers/jack/credentials/c1"_s}));
        // Keys of hashing and of counters are no secrets.
        QVERIFY(text.contains("remote_addr"));
        const auto whole = wait(exportConfiguration(session->admin(), true));
        QVERIFY(QJsonDocument(whole->content).toJson().contains("s3cret-c1"));
        QVERIFY(!QJsonDocument(whole->content).toJson().contains("create_time"));
    }
    void placeholdersByKind_data()
    {
        QTest::addColumn<ResourceKind>("kind");
        QTest::addColumn<QJsonObject>("value");
        QTest::addColumn<QJsonObject>("hidden");
        const auto row = [](const char *name, ResourceKind kind, const char *value, const char *hidden) {
            QByteArray text(hidden);
            text.replace("<>", secretPlaceholder().toUtf8());
            QTest::newRow(name) << kind << json(value) << json(text.constData());
        };
        row("certificate", ResourceKind::Ssls, "{'id':'1','cert':'c','keys':['a','b']}",
            "{'id':'1','cert':'c','key':'<>','keys':['<>','<>']}");
        row("client certificate of an upstream", ResourceKind::Upstreams,
            "{'key':'uri','tls':{'client_cert':'c','client_key':'k'}}",
            "{'key':'uri','tls':{'client_cert':'c','client_key':'<>'}}");
        row("inline upstream", ResourceKind::Routes, "{'upstream':{'tls':{'client_key':'k'}}}",
            "{'upstream':{'tls':{'client_key':'<>'}}}");
        row("declared by the plugin", ResourceKind::Routes, "{'plugins':{'x':{'a':{'b':'v','c':'w'}}}}",
            "{'plugins':{'x':{'a':{'b':'<>','c':'w'}}}}");
        row("called a secret", ResourceKind::Routes,
            "{'plugins':{'openid-connect':{'client_secret':'v','client_id':'w'}}}",
            "{'plugins':{'openid-connect':{'client_secret':'<>','client_id':'w'}}}");
        row("a flag is none", ResourceKind::Routes, "{'plugins':{'key-auth':{'hide_credentials':true}}}",
            "{'plugins':{'key-auth':{'hide_credentials':true}}}");
        row("labels are none", ResourceKind::Routes, "{'labels':{'token':'x'}}", "{'labels':{'token':'x'}}");
    }
    void placeholdersByKind()
    {
        QFETCH(ResourceKind, kind);
        QFETCH(QJsonObject, value);
        QFETCH(QJsonObject, hidden);
        QCOMPARE(withPlaceholders(kind, value, {{u"x"_s, {u"a.b"_s}}}), hidden);
        QCOMPARE(hasPlaceholder(hidden), hidden != value);
    }

    // Out of one gateway, into the simulator by --load and into another by import: the same everywhere.
    void roundTrip()
    {
        const TestGateway first(richConfiguration());
        const auto session = first.session();
        const auto out = wait(exportConfiguration(session->admin(), true));
        QVERIFY(out);
        const TestGateway loaded(out->content);
        const auto again = wait(exportConfiguration(loaded.session()->admin(), true));
        QCOMPARE(again->content, out->content);
        const QList<ImportItem> compared = plannedImport(loaded.exported(), out->content, true);
        QCOMPARE(steps(compared, ImportItem::Step::Same).size(), compared.size());

        const TestGateway empty{QJsonObject{}};
        const auto other = empty.session();
        const QList<ImportItem> planned = plannedImport(out->content, {}, false);
        QCOMPARE(steps(planned, ImportItem::Step::Skip), QStringList{});
        ConfigurationImport import(other->admin());
        const QSignalSpy progress(&import, &ConfigurationImport::progressed);
        const auto report = wait(import.run(planned));
        QVERIFY(report);
        QCOMPARE(report->faults, QStringList{});
        QCOMPARE(report->written, planned.size());
        QCOMPARE(progress.size(), planned.size());
        const auto imported = wait(exportConfiguration(other->admin(), true));
        QCOMPARE(imported->content, out->content);
        QCOMPARE(steps(plannedImport(out->content, imported->content, true), ImportItem::Step::Same).size(),
                 planned.size());
    }
    void importSkipsWhatItMust()
    {
        const TestGateway gateway;
        const auto session = gateway.session();
        const NewRelease wanted{u"r"_s, {}, *parseApiRef(u"route/pay"_s), u"pay-v2"_s, {}, {}};
        const auto release = wait(session->releases().create(wanted));
        QVERIFY(release);
        const auto current = wait(exportConfiguration(session->admin(), true));

        QJsonObject file =
            json("{'routes':[{'id':'pay','uri':'/changed','upstream_id':'pay-v1'},"
                 "{'id':'bare','uri':'/changed','upstream_id':'pay-v1'},"
                 "{'id':'new','uri':'/new','upstream_id':'pay-v1'}],"
                 "'plugin_configs':[{'id':'sluice-lease-0','plugins':{},'labels':{'sluice.kind':'lease'}},"
                 "{'id':'sluice-000000000001','plugins':{},'labels':{'sluice.kind':'release',"
                 "'sluice.state':'completed'}},"
                 "{'id':'sluice-000000000002','plugins':{},'labels':{'sluice.kind':'release',"
                 "'sluice.state':'in-progress','sluice.api':'route/new'}}]}");
        const QList<ImportItem> planned = plannedImport(file, current->content, false);
        QCOMPARE(steps(planned, ImportItem::Step::Create), QStringList{u"plugin_configs/sluice-000000000001"_s});
        QVERIFY(reasonOf(planned, u"pay"_s).contains("release in progress"_L1));
        QVERIFY(reasonOf(planned, u"new"_s).contains("release in progress"_L1));
        QVERIFY(reasonOf(planned, u"bare"_s).contains("--overwrite"_L1));
        QVERIFY(reasonOf(planned, u"sluice-lease-0"_s).contains("lease"_L1));
        QVERIFY(reasonOf(planned, u"sluice-000000000002"_s).contains("in progress"_L1));
        QCOMPARE(steps(plannedImport(file, current->content, true), ImportItem::Step::Change),
                 QStringList{u"routes/bare"_s});
    }
    // What changed since the diff is not overwritten; what the gateway refuses does not stop the others.
    void importStopsForNobody()
    {
        const TestGateway gateway;
        const auto session = gateway.session();
        const QJsonObject file = json("{'upstreams':[{'id':'pay-v1','type':'roundrobin','nodes':{'10.1.0.1:80':1}}],"
                                      "'routes':[{'id':'lost','uri':'/x','upstream_id':'nobody'},"
                                      "{'id':'fine','uri':'/y','upstream_id':'pay-v1'}]}");
        const auto current = wait(exportConfiguration(session->admin(), true));
        const QList<ImportItem> planned = plannedImport(file, current->content, true);
        QVERIFY(wait(session->admin().patch(ResourceKind::Upstreams, u"pay-v1"_s, json("{'desc':'by hand'}"))));
        ConfigurationImport import(session->admin());
        const auto report = wait(import.run(planned));
        QVERIFY(report);
        QCOMPARE(report->written, 1);
        QCOMPARE(report->faults.size(), 2);
        QVERIFY(report->faults[0].startsWith("upstreams/pay-v1"_L1));
        QVERIFY2(report->faults[1].contains("nobody"_L1), qPrintable(report->faults[1]));
        QVERIFY(wait(session->admin().get(ResourceKind::Routes, u"fine"_s)));
    }
    // The simulator answers as recorded from a gateway without stream proxy: there are none, and nothing is hidden.
    void noStreamProxyIsNothingMissing()
    {
        const TestGateway gateway(json("{'stream_routes':[{'id':'mqtt','server_port':9100}]}"));
        const auto exported = wait(exportConfiguration(gateway.session()->admin(), false));
        QVERIFY(exported);
        QCOMPARE(exported->missing, QStringList{});
        QVERIFY(!exported->content.contains(u"stream_routes"_s));
    }
    // With a stream proxy they are exported, their plugins by the stream's own schemas, and written behind what they
    // name.
    void streamRoutes()
    {
        FakeServer server([](const QByteArray &line) {
            if (line.startsWith("PUT"))
                return FakeServer::json("{\"value\":{}}", "201 Created");
            if (line.contains("/plugins/list"))
                return FakeServer::json("[\"traffic-split\"]");
            if (line.contains("/plugins/broker?subsystem=stream "))
                return FakeServer::json("{\"encrypt_fields\":[\"phrase\"]}");
            if (line.contains("/plugins/"))
                return FakeServer::json("{\"error_msg\":\"plugin not found in subsystem http\"}", "404 Not Found");
            if (line.contains("/stream_routes"))
                return FakeServer::json("{\"total\":2,\"list\":[{\"key\":\"/apisix/stream_routes/"
                                        "a-sub\",\"value\":{\"id\":\"a-sub\",\"create_time\":1,"
                                        "\"protocol\":{\"name\":\"redis\",\"superior_id\":\"main\"}}},"
                                        "{\"key\":\"/apisix/stream_routes/"
                                        "main\",\"value\":{\"id\":\"main\",\"server_port\":9100,\"upstream_id\":\"u\","
                                        "\"plugins\":{\"broker\":{\"phrase\":\"hush\"}}}}]}");
            return FakeServer::json("{\"total\":0,\"list\":[]}");
        });
        ClusterProfile profile;
        profile.admin = server.url();
        ClusterSession session(profile, {"key", {}}, {u"li"_s, {}});
        QVERIFY(wait(session.open()));
        const auto exported = wait(exportConfiguration(session.admin(), false));
        QVERIFY(exported);
        QCOMPARE(exported->content[u"stream_routes"_s].toArray().size(), 2);
        QCOMPARE(exported->placeholders, QStringList{u"stream_routes/main"_s});
        QVERIFY(!QJsonDocument(exported->content).toJson().contains("hush"));

        const auto whole = wait(exportConfiguration(session.admin(), true));
        const auto file = configurationFrom(QJsonDocument(whole->content).toJson());
        QVERIFY(file);
        const QList<ImportItem> planned = plannedImport(*file, {}, false);
        QCOMPARE(steps(planned, ImportItem::Step::Create),
                 (QStringList{u"stream_routes/main"_s, u"stream_routes/a-sub"_s}));
        ConfigurationImport import(session.admin());
        const auto report = wait(import.run(planned));
        QVERIFY(report);
        QCOMPARE(report->written, 2);
        QCOMPARE(server.count("PUT /apisix/admin/stream_routes/"), 2);
    }
    // A gateway without stream proxy refuses them, one by one, in its own words; the others are written.
    void streamRoutesThatAreRefused()
    {
        const TestGateway gateway;
        const auto session = gateway.session();
        const QJsonObject file = json("{'stream_routes':[{'id':'mqtt','server_port':9100}],"
                                      "'routes':[{'id':'fine','uri':'/y','upstream_id':'pay-v1'}]}");
        ConfigurationImport import(session->admin());
        const auto report = wait(import.run(plannedImport(file, gateway.exported(), false)));
        QVERIFY(report);
        QCOMPARE(report->written, 1);
        QCOMPARE(report->faults.size(), 1);
        QVERIFY2(report->faults.first().contains("stream mode is disabled"_L1), qPrintable(report->faults.first()));
    }

    void noConfiguration_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << QByteArray("routes: []");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("another object") << QByteArray("{\"hello\":[]}");
        QTest::newRow("no list of routes") << QByteArray("{\"routes\":{}}");
        QTest::newRow("empty") << QByteArray();
    }
    void noConfiguration()
    {
        QFETCH(QByteArray, text);
        const auto content = configurationFrom(text);
        QVERIFY(!content);
        QVERIFY(!content.error().reason.isEmpty() && !content.error().advice.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestConfiguration)
#include "tst_configuration.moc"
