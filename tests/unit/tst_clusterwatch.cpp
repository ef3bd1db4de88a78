// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/session/clusterwatch.h"
#include "core/settings/secretstore.h"
#include "tests/support/gatedgateway.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace sluice;
using namespace sluice::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using State = ClusterWatch::State;

/// A cluster kept fresh, against a gateway that answers, falls silent and comes back.
class ClusterWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void readsWhatTheClusterHolds();
    void readsEveryPage();
    void readsOnceMoreAfterTheOneUnderWay();
    void keepsWhatWasReadThroughAFailure();
    void asksLessOftenAfterFailures();
    void readsWhileSomebodyLooks();
    void givesUp();
    void givesUpOnConnecting();
    void tellsWhyNothingCanBeChanged();
    void diesInMidFlight_data();
    void diesInMidFlight();

private:
    bool isOpen() const { return m_watch->state() == State::Open && !m_watch->isReading(); }

    std::unique_ptr<GatedGateway> m_gateway;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<ClusterWatch> m_watch;
};

void ClusterWatchTest::init()
{
    m_watch.reset();
    m_gateway = std::make_unique<GatedGateway>();
    m_gateway->put(simulator::Collection::Upstreams, "v1",
                   {{u"type"_s, u"roundrobin"_s}, {u"nodes"_s, QJsonObject{{u"10.0.0.1:80"_s, 1}}}});
    m_gateway->put(simulator::Collection::Routes, "pay", {{u"uri"_s, u"/pay"_s}, {u"upstream_id"_s, u"v1"_s}});
    ClusterProfile profile;
    profile.id = profile.name = u"test"_s;
    profile.admin = m_gateway->url(0);
    m_secrets = std::make_unique<SecretStore>();
    m_secrets->keepForSession(profile.id, {GatedGateway::key, {}});
    m_watch = std::make_unique<ClusterWatch>(profile, *m_secrets, ClusterSession::Options());
}

void ClusterWatchTest::readsWhatTheClusterHolds()
{
    QCOMPARE(m_watch->state(), State::Idle);
    QVERIFY(!m_watch->snapshot().taken().isValid());
    QSignalSpy changed(m_watch.get(), &ClusterWatch::snapshotChanged);
    m_watch->refresh();
    QCOMPARE(m_watch->state(), State::Connecting);
    QVERIFY(m_watch->isReading());
    QTRY_VERIFY(isOpen());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_watch->snapshot().apis().size(), 1);
    QCOMPARE(m_watch->snapshot().upstreams().size(), 1);
    QVERIFY(m_watch->snapshot().taken().isValid());
    QVERIFY(!m_watch->refusal());
}

// E14: more routes than the Admin API's largest page holds; each is there once.
void ClusterWatchTest::readsEveryPage()
{
    constexpr int count = 1203;
    for (int at = 0; at < count; ++at) {
        const QString id = u"r%1"_s.arg(at);
        m_gateway->put(simulator::Collection::Routes, id.toLatin1().constData(),
                       {{u"uri"_s, u'/' + id}, {u"upstream_id"_s, u"v1"_s}});
    }
    m_watch->refresh();
    QTRY_VERIFY(isOpen());
    QSet<QString> ids;
    for (const Api &api : m_watch->snapshot().apis())
        ids.insert(api.ref.id);
    QCOMPARE(m_watch->snapshot().apis().size(), count + 1);
    QCOMPARE(ids.size(), count + 1);
}

void ClusterWatchTest::readsOnceMoreAfterTheOneUnderWay()
{
    QSignalSpy changed(m_watch.get(), &ClusterWatch::snapshotChanged);
    m_watch->refresh();
    m_watch->refresh();
    m_watch->refresh();
    QTRY_COMPARE(changed.count(), 2);
    QTRY_VERIFY(isOpen());
    m_watch->refresh();
    QTRY_COMPARE(changed.count(), 3);
}

void ClusterWatchTest::keepsWhatWasReadThroughAFailure()
{
    m_watch->refresh();
    QTRY_VERIFY(isOpen());
    m_gateway->setDead(0, true);
    m_watch->refresh();
    QTRY_COMPARE(m_watch->state(), State::Failed);
    QVERIFY(m_watch->fault());
    QVERIFY(!m_watch->fault()->reason.isEmpty());
    QCOMPARE(m_watch->snapshot().apis().size(), 1);
    m_gateway->setDead(0, false);
    m_gateway->put(simulator::Collection::Routes, "more", {{u"uri"_s, u"/more"_s}, {u"upstream_id"_s, u"v1"_s}});
    m_watch->refresh();
    QTRY_VERIFY(isOpen());
    QVERIFY(!m_watch->fault());
    QCOMPARE(m_watch->snapshot().apis().size(), 2);
}

void ClusterWatchTest::asksLessOftenAfterFailures()
{
    m_gateway->setDead(0, true);
    const std::chrono::milliseconds first = m_watch->pause();
    QSignalSpy reading(m_watch.get(), &ClusterWatch::readingChanged);
    for (int failures = 1; failures <= 2; ++failures) {
        m_watch->refresh();
        QTRY_COMPARE(reading.count(), 2 * failures);
        QCOMPARE(m_watch->pause(), first * (1 << failures));
    }
    for (int failures = 3; failures <= 6; ++failures) {
        m_watch->refresh();
        QTRY_COMPARE(reading.count(), 2 * failures);
    }
    QCOMPARE(m_watch->pause(), 60s);
    m_gateway->setDead(0, false);
    m_watch->refresh();
    QTRY_VERIFY(isOpen());
    QVERIFY(m_watch->pause() < 60s);
}

void ClusterWatchTest::readsWhileSomebodyLooks()
{
    QSignalSpy changed(m_watch.get(), &ClusterWatch::snapshotChanged);
    m_watch->setWatched(true);
    QTRY_COMPARE(changed.count(), 1);
    m_watch->setWatched(true); // is nothing new
    QVERIFY(!m_watch->isReading());
    m_watch->setWatched(false);
    m_watch->setWatched(true);
    QTRY_COMPARE(changed.count(), 2);
}

// B27: a gateway that never answers; after giving up, the next refresh reads as if nothing had been.
void ClusterWatchTest::givesUp()
{
    m_watch->refresh();
    QTRY_VERIFY(isOpen());
    m_gateway->setOpen(false);
    QSignalSpy changed(m_watch.get(), &ClusterWatch::snapshotChanged);
    m_watch->refresh();
    QTRY_VERIFY(m_gateway->isWaiting(0));
    m_watch->giveUp();
    QVERIFY(!m_watch->isReading());
    QCOMPARE(m_watch->snapshot().apis().size(), 1);
    m_gateway->setOpen(true);
    m_watch->refresh();
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(isOpen());
}

// Not Connecting for ever: it says so, and tries again by itself while somebody looks.
void ClusterWatchTest::givesUpOnConnecting()
{
    m_gateway->setOpen(false);
    m_watch->setWatched(true);
    QTRY_VERIFY(m_gateway->isWaiting(0));
    m_watch->refresh(); // one more is wanted
    QSignalSpy stated(m_watch.get(), &ClusterWatch::stateChanged);
    m_watch->giveUp();
    QCOMPARE(stated.count(), 1);
    QVERIFY(!m_watch->isReading());
    QCOMPARE(m_watch->state(), State::Failed);
    QCOMPARE(m_watch->fault()->kind, Error::Kind::Cancelled);
    m_gateway->setOpen(true);
    QTRY_VERIFY(isOpen());
    QVERIFY(!m_watch->fault());
}

void ClusterWatchTest::tellsWhyNothingCanBeChanged()
{
    m_gateway->setDead(0, true);
    m_watch->refresh();
    QTRY_COMPARE(m_watch->state(), State::Failed);
    QVERIFY(m_watch->refusal());
    ClusterProfile readOnly = m_watch->profile();
    readOnly.readOnly = true;
    m_gateway->setDead(0, false);
    m_watch = std::make_unique<ClusterWatch>(readOnly, *m_secrets, ClusterSession::Options());
    m_watch->refresh();
    QTRY_VERIFY(isOpen());
    QCOMPARE(m_watch->refusal()->kind, Error::Kind::ReadOnlyCluster);
}

void ClusterWatchTest::diesInMidFlight_data()
{
    QTest::addColumn<bool>("wasOpen");
    QTest::newRow("on connecting") << false;
    QTest::newRow("on reading again") << true;
}

// Whatever waits for an answer ends without touching what is gone.
void ClusterWatchTest::diesInMidFlight()
{
    QFETCH(bool, wasOpen);
    if (wasOpen) {
        m_watch->refresh();
        QTRY_VERIFY(isOpen());
    }
    m_gateway->setOpen(false);
    m_watch->refresh();
    QTRY_VERIFY(m_gateway->isWaiting(0));
    m_watch.reset();
    m_gateway->setOpen(true);
    m_gateway->pass(0);
    QCoreApplication::sendPostedEvents();
    QTRY_VERIFY(!m_gateway->isWaiting(0));
}

QTEST_MAIN(ClusterWatchTest)
#include "tst_clusterwatch.moc"
