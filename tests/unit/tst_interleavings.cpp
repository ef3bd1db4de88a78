// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gatedgateway.h"
#include "tests/support/testgateway.h"

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

using simulator::Collection;

constexpr int stride = 13;

const ApiRef pay{ApiRef::Kind::Route, u"pay"_s};

TrafficPolicy percentage(int share)
{
    TrafficPolicy policy;
    policy.percentage = share;
    return policy;
}

enum class Act { Create, Configure, Cancel, FullRelease, Delete, Adopt, Finish };

/// What came of a client's action.
struct Outcome
{
    bool done = false;
    std::optional<Error> error; ///< nothing where it succeeded
};

template <class T>
void follow(QCoro::Task<Result<T>> task, const std::shared_ptr<Outcome> &outcome, const std::function<void()> &ended)
{
    task.then([outcome, ended](Result<T> result) {
        outcome->done = true;
        if (!result)
            outcome->error = result.error();
        ended();
    });
}

} // namespace

Q_DECLARE_METATYPE(Act)

/// Two clients on one API, request by request in every order with two changes of turn, and a client that dies behind
/// any of its requests: the same code that runs against a real gateway (design.md 4, E11, E12).
class TestInterleavings : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<GatedGateway> m_gateway;
    std::unique_ptr<ClusterSession> m_clients[2];
    std::function<void()> m_wake;
    int m_healed = 0;

    /// The same beginning for every order.
    void restore()
    {
        m_gateway->setOpen(true);
        m_gateway->setDead(0, false);
        std::vector<std::pair<Collection, simulator::StoredItem>> items;
        for (const Collection collection : {Collection::Upstreams, Collection::Routes, Collection::PluginConfigs}) {
            for (const auto &[id, item] : (*m_beginning)[collection])
                items.emplace_back(collection, *item);
        }
        m_gateway->store().replaceAll(items, m_beginning->revision);
    }
    void begin(Act first, Act second)
    {
        m_gateway->setOpen(true);
        m_gateway->setDead(0, false);
        m_gateway->store().replaceAll(simulator::Snapshot());
        prepare(first, second);
        m_beginning = m_gateway->store().snapshot();
    }
    void prepare(Act first, Act second)
    {
        for (const char *id : {"v1", "v2"})
            m_gateway->put(Collection::Upstreams, id,
                           {{u"id"_s, QLatin1StringView(id)}, {u"nodes"_s, QJsonObject{{u"10.0.0.1:80"_s, 1}}}});
        QJsonObject route = json("{'id':'pay','uri':'/pay','upstream_id':'v1','plugins':{'prometheus':{}}}");
        const bool adopts = first == Act::Adopt;
        if (adopts)
            route = json("{'id':'pay','uri':'/pay','upstream_id':'v1','plugins':{'traffic-split':{'rules':["
                         "{'weighted_upstreams':[{'upstream_id':'v2','weight':1},{'weight':4}]}]}}}");
        m_gateway->put(Collection::Routes, "pay", route);
        m_id.clear();
        if (first == Act::Create || adopts)
            return;
        const NewRelease wanted{u"x"_s, {}, pay, u"v2"_s, percentage(20), {}};
        const auto made = wait(m_clients[0]->releases().create(wanted));
        QVERIFY2(made, made ? "" : qPrintable(made.error().reason));
        m_id = made->release.id;
        if (first == Act::Finish || second == Act::Finish)
            QVERIFY(wait(m_clients[0]->releases().moveTraffic(m_id)));
    }

    std::shared_ptr<Outcome> start(int client, Act act)
    {
        auto outcome = std::make_shared<Outcome>();
        ReleaseService &service = m_clients[client]->releases();
        const auto ended = [this] { m_wake(); };
        switch (act) {
        case Act::Create:
            follow(service.create({u"by %1"_s.arg(client), {}, pay, u"v2"_s, percentage(20), {}}), outcome, ended);
            break;
        case Act::Configure:
            follow(service.configure(m_id, percentage(60 + client)), outcome, ended);
            break;
        case Act::Cancel:
            follow(service.cancel(m_id), outcome, ended);
            break;
        case Act::FullRelease:
            follow(service.fullRelease(m_id), outcome, ended);
            break;
        case Act::Delete:
            follow(service.remove(m_id), outcome, ended);
            break;
        case Act::Adopt:
            follow(service.adopt(pay), outcome, ended);
            break;
        case Act::Finish:
            follow(service.finish(m_id), outcome, ended);
            break;
        }
        return outcome;
    }

    /// Lets a client's requests through, at most so many; fewer where it is done before.
    void advance(int client, Outcome &outcome, int requests)
    {
        for (int passed = 0; passed < requests && awaitRequest(client, outcome); ++passed)
            m_gateway->pass(client);
    }
    /// False where the client is done.
    bool awaitRequest(int client, const Outcome &outcome)
    {
        QEventLoop loop;
        m_wake = [&loop] { loop.quit(); };
        while (!outcome.done && !m_gateway->isWaiting(client))
            loop.exec();
        return !outcome.done;
    }

    QList<ObservedRelease> releases()
    {
        const auto all = wait(m_clients[1]->releases().reader().all());
        return all ? *all : QList<ObservedRelease>{};
    }
    Api api()
    {
        const auto found = wait(m_clients[1]->admin().get(ResourceKind::Routes, u"pay"_s));
        return {pay, found ? *found : Resource{}};
    }
    /// A lease that was left behind has run out by now.
    void forgetLeases()
    {
        const auto snapshot = m_gateway->store().snapshot();
        for (const auto &[id, item] : (*snapshot)[Collection::PluginConfigs]) {
            if (id.starts_with("sluice-lease-"))
                QVERIFY(m_gateway->store().remove(Collection::PluginConfigs, id));
        }
    }

    /// Whatever is left has one way out that a third hand can go, and then nothing is left over.
    void heal()
    {
        forgetLeases();
        const QList<ObservedRelease> found = releases();
        for (const ObservedRelease &observed : found) {
            if (!alarmOf(observed))
                continue;
            ++m_healed;
            const QString id = observed.release.id;
            const QList<ReleaseAction> offered = offeredActions(observed);
            QVERIFY2(!offered.isEmpty() || observed.condition == ReleaseCondition::EndedOtherwise,
                     qPrintable(toText(observed.condition)));
            // The safe action stands first, and it succeeds.
            const ReleaseAction action = offered.value(0, ReleaseAction::NewBack);
            if (action == ReleaseAction::Finish)
                QVERIFY(wait(m_clients[1]->releases().finish(id)));
            else if (action == ReleaseAction::Cancel)
                QVERIFY(wait(m_clients[1]->releases().cancel(id)));
            else if (action == ReleaseAction::Delete && observed.condition == ReleaseCondition::Superseded)
                QVERIFY(wait(m_clients[1]->releases().remove(id)));
        }
        const Api carried = api();
        const QList<ObservedRelease> left = releases();
        QSet<QString> records;
        for (const ObservedRelease &observed : left) {
            records.insert(observed.release.id);
            QVERIFY2(!alarmOf(observed) || observed.condition == ReleaseCondition::EndedOtherwise,
                     qPrintable(toText(observed.condition)));
        }
        QVERIFY2(conditionOf(carried, records) != ApiCondition::Orphaned, "a split is left whose record is gone");
    }

    /// What was reported as done is what holds.
    void check(Act act, const Outcome &outcome, const Outcome &other)
    {
        if (outcome.error) {
            QVERIFY(!outcome.error->reason.isEmpty());
            return;
        }
        const auto found = m_id.isEmpty() ? releases() : QList<ObservedRelease>{};
        const auto one = wait(m_clients[1]->releases().reader().one(m_id));
        switch (act) {
        case Act::Create:
        case Act::Adopt:
            QVERIFY2(other.error, "both stand");
            QCOMPARE(found.size(), 1);
            QCOMPARE(found.first().condition, ReleaseCondition::Applied);
            break;
        case Act::Cancel:
            QVERIFY(!api().hasSplit());
            QVERIFY(!one || one->release.state == Release::State::Cancelled);
            break;
        case Act::Delete:
            QVERIFY(!api().hasSplit());
            QVERIFY(!one);
            break;
        case Act::FullRelease:
            QVERIFY(one && one->release.state == Release::State::Completed);
            QCOMPARE(api().currentUpstream(), u"v2"_s);
            break;
        case Act::Configure:
        case Act::Finish:
            // Unless somebody did something else after it.
            QVERIFY(!other.error || (one && one->condition == ReleaseCondition::Applied));
            break;
        }
    }

    QString m_id;
    simulator::SnapshotPtr m_beginning;

    static void actions()
    {
        QTest::addColumn<Act>("act");
        QTest::newRow("create") << Act::Create;
        QTest::newRow("adopt") << Act::Adopt;
        QTest::newRow("configure") << Act::Configure;
        QTest::newRow("cancel") << Act::Cancel;
        QTest::newRow("full release") << Act::FullRelease;
        QTest::newRow("delete") << Act::Delete;
        QTest::newRow("re-apply") << Act::Finish;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_gateway = std::make_unique<GatedGateway>();
        m_gateway->arrived = [this] {
            if (m_wake)
                m_wake();
        };
        m_wake = [] {};
        for (int client = 0; client < 2; ++client) {
            ClusterProfile profile;
            profile.id = profile.name = u"gated"_s;
            profile.admin = m_gateway->url(client);
            const ClusterSecrets secrets{GatedGateway::key, {}};
            const ClusterSession::Options options{client == 0 ? u"li"_s : u"zhao"_s, m_folder.path()};
            m_clients[client] = std::make_unique<ClusterSession>(profile, secrets, options);
            QVERIFY(wait(m_clients[client]->open()));
        }
    }

    void twoClients_data()
    {
        QTest::addColumn<Act>("first");
        QTest::addColumn<Act>("second");
        QTest::newRow("create, create") << Act::Create << Act::Create;
        QTest::newRow("adopt, adopt") << Act::Adopt << Act::Adopt;
        QTest::newRow("configure, configure") << Act::Configure << Act::Configure;
        QTest::newRow("configure, cancel") << Act::Configure << Act::Cancel;
        QTest::newRow("configure, full release") << Act::Configure << Act::FullRelease;
        QTest::newRow("configure, delete") << Act::Configure << Act::Delete;
        QTest::newRow("full release, full release") << Act::FullRelease << Act::FullRelease;
        QTest::newRow("full release, delete") << Act::FullRelease << Act::Delete;
        QTest::newRow("cancel, cancel") << Act::Cancel << Act::Cancel;
        QTest::newRow("cancel, delete") << Act::Cancel << Act::Delete;
        QTest::newRow("re-apply, cancel") << Act::Finish << Act::Cancel;
        QTest::newRow("re-apply, re-apply") << Act::Finish << Act::Finish;
    }
    // The first goes so far, then the second so far, then the first to its end, then the second.
    void twoClients()
    {
        QFETCH(Act, first);
        QFETCH(Act, second);
        int runs = 0;
        m_healed = 0;
        begin(first, second);
        for (int before = 0;; before += 2) {
            bool moreBefore = false;
            // All pairs would take minutes under a sanitizer; every second place of the first client comes with some of
            // the second's, each time others.
            for (int between = 1 + before / 2 % stride;; between += stride) {
                restore();
                m_gateway->setOpen(false);
                const auto one = start(0, first);
                advance(0, *one, before);
                moreBefore = !one->done;
                const auto two = start(1, second);
                advance(1, *two, between);
                const bool moreBetween = !two->done;
                advance(0, *one, INT_MAX);
                advance(1, *two, INT_MAX);
                m_gateway->setOpen(true);
                ++runs;
                check(first, *one, *two);
                check(second, *two, *one);
                heal();
                if (QTest::currentTestFailed()) {
                    qWarning("turns changed behind %d and %d requests", before, between);
                    return;
                }
                if (!moreBetween || !moreBefore)
                    break;
            }
            if (!moreBefore)
                break;
        }
        qInfo("%d orders, %d with something left that was healed", runs, m_healed);
        QVERIFY(runs > 5);
    }

    void oneDies_data() { actions(); }
    void oneDies()
    {
        QFETCH(Act, act);
        begin(act, act);
        for (int alive = 0;; ++alive) {
            restore();
            m_gateway->setOpen(false);
            const auto outcome = start(0, act);
            advance(0, *outcome, alive);
            const bool died = !outcome->done;
            m_gateway->setDead(0, true);
            m_gateway->setOpen(true);
            advance(0, *outcome, INT_MAX);
            heal();
            if (QTest::currentTestFailed()) {
                qWarning("it died behind %d requests", alive);
                return;
            }
            if (!died)
                break;
        }
    }

    void answerIsLost_data() { actions(); }
    // E11: each answer in turn never comes. No write goes out twice, and what is reported as done is what holds.
    void answerIsLost()
    {
        QFETCH(Act, act);
        begin(act, act);
        for (int before = 0;; ++before) {
            restore();
            m_gateway->setOpen(false);
            const auto outcome = start(0, act);
            advance(0, *outcome, before);
            const bool ended = !awaitRequest(0, *outcome);
            if (!ended)
                m_gateway->lose(0);
            advance(0, *outcome, INT_MAX);
            m_gateway->setOpen(true);
            Outcome nobody;
            nobody.error = Error{};
            check(act, *outcome, nobody);
            heal();
            QCOMPARE(m_gateway->repeatedWrites(), 0);
            if (QTest::currentTestFailed()) {
                qWarning("the answer to request %d was lost", before + 1);
                return;
            }
            if (ended)
                break;
        }
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestInterleavings)
#include "tst_interleavings.moc"
