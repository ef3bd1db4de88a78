// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/settings/clusterstore.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace sluice;
using namespace Qt::StringLiterals;

namespace {

ClusterProfile profileCalled(const QString &name,
                             ClusterProfile::Environment environment = ClusterProfile::Environment::Development)
{
    ClusterProfile profile;
    profile.id = u"id-"_s + name;
    profile.name = name;
    profile.environment = environment;
    profile.admin = QUrl(u"http://%1.example:9180"_s.arg(name));
    profile.headers = {u"X-Tunnel"_s};
    profile.owner = ClusterProfile::Owner::Adc;
    profile.tls.pin = u"AB:"_s.repeated(31) + u"CD"_s;
    profile.proxy = {ClusterProfile::Proxy::Kind::Manual, QUrl(u"socks5://proxy:1080"_s)};
    profile.askKey = true;
    return profile;
}

QStringList names(const ClusterStore &store)
{
    QStringList result;
    for (const ClusterProfile &profile : store.clusters())
        result.append(profile.name);
    return result;
}

} // namespace

/// The list of clusters: kept whole, copied, sorted, and carried to another computer without keys.
class TestClusterStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name = u"clusters.json"_s) const { return m_folder->filePath(name); }
    ClusterStore filled() const
    {
        ClusterStore store(path());
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            (void)store.save(profileCalled(name));
        return store;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everythingIsKept()
    {
        const ClusterStore store = filled();
        ClusterStore again(path());
        QVERIFY(again.load());
        QCOMPARE(again.clusters(), store.clusters());
    }
    void duplicateHasItsOwnNameAndId()
    {
        ClusterStore store = filled();
        const auto first = store.duplicate(u"id-b"_s);
        QVERIFY(first);
        const auto second = store.duplicate(u"id-b"_s);
        QVERIFY(second);
        QCOMPARE(names(store), (QStringList{u"a"_s, u"b"_s, u"b (3)"_s, u"b (2)"_s, u"c"_s}));
        QVERIFY(*first != *second);
        QCOMPARE(store.find(*first)->admin, store.find(u"b"_s)->admin);
        QVERIFY(!store.duplicate(u"nobody"_s));
    }
    void moved()
    {
        ClusterStore store = filled();
        QVERIFY(store.move(u"id-c"_s, 0));
        QCOMPARE(names(store), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
        QVERIFY(store.move(u"id-c"_s, 99));
        QCOMPARE(names(store), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }
    void groupedByEnvironment()
    {
        using Environment = ClusterProfile::Environment;
        const auto groups = byEnvironment(
            {profileCalled(u"d"_s), profileCalled(u"p"_s, Environment::Production), profileCalled(u"e"_s)});
        QCOMPARE(groups.size(), 2);
        QCOMPARE(groups[0].environment, Environment::Production);
        QCOMPARE(groups[1].clusters.size(), 2);
        QCOMPARE(groups[1].clusters[0].name, u"d"_s);
    }
    void carriedToAnotherComputer()
    {
        const ClusterStore store = filled();
        const auto content = store.exported({u"a"_s, u"c"_s});
        QVERIFY(content);
        QVERIFY(!store.exported({u"nobody"_s}));
        ClusterStore other(path(u"other.json"_s));
        QVERIFY(other.save(profileCalled(u"c"_s)));
        const auto done = other.importFrom(*content);
        QVERIFY(done);
        QCOMPARE(done->added, QStringList{u"a"_s});
        QCOMPARE(done->skipped, QStringList{u"c"_s});
        QCOMPARE(names(other), (QStringList{u"c"_s, u"a"_s}));
        QVERIFY(other.find(u"a"_s)->id != store.find(u"a"_s)->id);
        QVERIFY(!other.find(u"a"_s)->id.isEmpty());
    }
    void noListOfClusters()
    {
        ClusterStore store = filled();
        QVERIFY(!store.importFrom({}));
        const QJsonObject broken{{u"clusters"_s, QJsonArray{QJsonObject{{u"name"_s, u"x"_s}}}}};
        QVERIFY(!store.importFrom(broken));
        QCOMPARE(names(store), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }

    void whatCantBeSaved_data()
    {
        QTest::addColumn<ClusterProfile>("profile");
        ClusterProfile profile = profileCalled(u"x"_s);
        profile.proxy.address = QUrl(u"ftp://proxy:1"_s);
        QTest::newRow("no proxy") << profile;
        profile.proxy.address = QUrl(u"http://proxy"_s);
        QTest::newRow("no port of the proxy") << profile;
        profile.proxy.address = QUrl(u"http://user:secret@proxy:1"_s);
        QTest::newRow("the proxy's password") << profile;
        profile = profileCalled(u"x"_s);
        profile.tls.pin = u"AB:CD"_s;
        QTest::newRow("no fingerprint") << profile;
        profile = profileCalled(u"x"_s);
        profile.admin = QUrl(u"nonsense"_s);
        QTest::newRow("no address") << profile;
    }
    void whatCantBeSaved()
    {
        QFETCH(ClusterProfile, profile);
        ClusterStore store(path());
        const auto saved = store.save(profile);
        QVERIFY(!saved);
        QVERIFY(!saved.error().reason.contains("secret"_L1));
        QVERIFY(store.clusters().isEmpty());
    }
    void brokenFileIsLeftAlone()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{broken");
        file.close();
        ClusterStore store(path());
        QVERIFY(!store.load());
        QVERIFY(!store.save(profileCalled(u"x"_s)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{broken"));
    }
};

QTEST_GUILESS_MAIN(TestClusterStore)
#include "tst_clusterstore.moc"
