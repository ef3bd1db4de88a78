// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/releaserecord.h"
#include "tests/support/testgateway.h"

#include <QDir>
#include <QSet>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

TrafficPolicy percentage(int share)
{
    TrafficPolicy policy;
    policy.percentage = share;
    return policy;
}

TrafficPolicy rules(const QString &text)
{
    TrafficPolicy policy;
    policy.kind = TrafficPolicy::Kind::Rules;
    policy.groups = {*parseRule(text)};
    return policy;
}

NewRelease newRelease(const QString &api = u"route/pay"_s, int share = 20)
{
    return {u"checkout v2"_s, u"新版结账"_s, *parseApiRef(api), u"pay-v2"_s, percentage(share), {}};
}

QJsonObject withoutTimes(QJsonObject value)
{
    value.remove(u"update_time"_s);
    return value;
}

} // namespace

Q_DECLARE_METATYPE(sluice::ReleaseAction)

/// Whole actions against the simulator: what is on the gateway after each, and what is refused.
class TestReleaseService : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestGateway> m_gateway;
    std::unique_ptr<ClusterSession> m_session;

    Resource read(ResourceKind kind, const QString &id)
    {
        const auto found = wait(m_session->admin().get(kind, id));
        return found ? *found : Resource{};
    }
    Api api(const QString &ref = u"route/pay"_s)
    {
        const ApiRef parsed = *parseApiRef(ref);
        return {parsed, read(kindOf(parsed.kind), parsed.id)};
    }
    Resource record(const QString &id) { return read(ResourceKind::PluginConfigs, id); }
    void patch(ResourceKind kind, const QString &id, const QJsonObject &change)
    {
        const auto done = wait(m_session->admin().patch(kind, id, change));
        QVERIFY2(done, done ? "" : qPrintable(done.error().reason));
    }
    ObservedRelease create(const NewRelease &wanted = newRelease())
    {
        const auto made = wait(m_session->releases().create(wanted));
        if (!made)
            qWarning().noquote() << made.error().reason << made.error().detail;
        return made ? *made : ObservedRelease{};
    }
    ReleaseCondition conditionNow(const QString &id)
    {
        const auto found = wait(m_session->releases().reader().one(id));
        return found ? found->condition : ReleaseCondition::Superseded;
    }
    /// A client that died between the two writes of a Configure.
    void leavePending(const QString &id, int share)
    {
        const auto found = wait(m_session->releases().reader().one(id));
        const WriteStamp stamp{u"deadbeef"_s, QDateTime::currentDateTimeUtc(), u"wang"_s, {}};
        const PlannedWrites writes =
            plannedConfigure(found->record, found->release, *found->api, percentage(share), stamp);
        patch(ResourceKind::PluginConfigs, id, writes.record);
    }

private Q_SLOTS:
    void init()
    {
        m_gateway = std::make_unique<TestGateway>();
        m_session = m_gateway->session();
    }
    void cleanup()
    {
        m_session.reset();
        m_gateway.reset();
    }

    // B9, B11, E8: record and API as design.md 4 writes them, everything else value for value as before.
    void createWritesRecordAndApi()
    {
        const Api before = api();
        const ObservedRelease made = create();
        QCOMPARE(made.condition, ReleaseCondition::Applied);
        const Resource stored = record(made.release.id);
        QVERIFY(made.release.id.startsWith("sluice-"_L1) && made.release.id.size() == 19);
        QCOMPARE(stored.label(u"sluice.kind"_s), u"release"_s);
        QCOMPARE(stored.label(u"sluice.format"_s), u"1"_s);
        QCOMPARE(stored.label(u"sluice.state"_s), u"in-progress"_s);
        QCOMPARE(stored.label(u"sluice.api"_s), u"route/pay"_s);
        QCOMPARE(stored.label(u"sluice.current"_s), u"pay-v1"_s);
        QCOMPARE(stored.label(u"sluice.target"_s), u"pay-v2"_s);
        QCOMPARE(stored.label(u"sluice.revision"_s), u"1"_s);
        QCOMPARE(stored.label(u"sluice.applied"_s), u"1."_s + stored.label(u"sluice.write"_s));
        QCOMPARE(stored.label(u"sluice.by"_s), u"li"_s);
        QCOMPARE(stored.label(u"workspace"_s), u"payments"_s);
        QCOMPARE(stored.value[u"desc"_s].toString(), u"新版结账"_s);
        const QJsonObject split =
            json("{'rules':[{'weighted_upstreams':[{'upstream_id':'pay-v2','weight':20},{'weight':80}]}]}");
        QCOMPARE(stored.plugins()[u"traffic-split"_s].toObject(), split);

        const Api after = api();
        QCOMPARE(after.split(), split);
        QCOMPARE(after.mark(), made.release.id + u"@1."_s + stored.label(u"sluice.write"_s));
        QJsonObject rest = merged(after.resource.value, removalChange(after));
        QCOMPARE(withoutTimes(rest), withoutTimes(before.resource.value));
    }

    // B12 to B14: another share, then rules, directly.
    void configureSwitches()
    {
        const QString id = create().release.id;
        auto done = wait(m_session->releases().configure(id, percentage(50)));
        QVERIFY2(done, qPrintable(done ? QString() : done.error().reason));
        QCOMPARE(done->release.revision, 2);
        QCOMPARE(trafficNow(api()), u"50 % of the traffic goes to \"pay-v2\", the rest to \"pay-v1\"."_s);
        done = wait(m_session->releases().configure(id, rules(u"header:x-canary==1"_s)));
        QVERIFY(done);
        QCOMPARE(done->condition, ReleaseCondition::Applied);
        QCOMPARE(done->release.log.size(), 3);
        QCOMPARE(done->release.log.last().policy, u"rules header:x-canary==1"_s);
        QCOMPARE(api().split(), encodeRules());
    }

    // B16, B17, E1: split and mark leave together; nothing but Delete afterwards.
    void cancelThenNothingButDelete()
    {
        const Api before = api();
        const QString id = create().release.id;
        const auto done = wait(m_session->releases().cancel(id));
        QVERIFY(done);
        QCOMPARE(done->release.state, Release::State::Cancelled);
        QCOMPARE(done->condition, ReleaseCondition::Ended);
        QCOMPARE(withoutTimes(api().resource.value), withoutTimes(before.resource.value));
        QVERIFY(record(id).plugins().isEmpty());
        QCOMPARE(offeredActions(done->release, done->condition), QList{ReleaseAction::Delete});
        QCOMPARE(wait(m_session->releases().configure(id, percentage(5))).error().kind, Error::Kind::Conflict);
        QCOMPARE(wait(m_session->releases().fullRelease(id)).error().kind, Error::Kind::Conflict);
        QCOMPARE(wait(m_session->releases().finish(id)).error().kind, Error::Kind::Conflict);
        QCOMPARE(wait(m_session->releases().cancel(id)).error().kind, Error::Kind::Conflict);
        QCOMPARE(withoutTimes(api().resource.value), withoutTimes(before.resource.value));
    }

    // B18, B19: of one in progress and of a cancelled one; the record is archived before it goes.
    void deleteTakesRecordAway_data()
    {
        QTest::addColumn<bool>("cancelFirst");
        QTest::newRow("in progress") << false;
        QTest::newRow("cancelled") << true;
    }
    void deleteTakesRecordAway()
    {
        QFETCH(bool, cancelFirst);
        const QString id = create().release.id;
        if (cancelFirst)
            QVERIFY(wait(m_session->releases().cancel(id)));
        const auto file = wait(m_session->releases().remove(id));
        QVERIFY(file);
        QVERIFY(QFile::exists(*file));
        QVERIFY(record(id).value.isEmpty());
        QVERIFY(!api().hasSplit());
        QVERIFY(api().mark().isEmpty());
    }

    // B20, B22, B24, E9, E16: the target replaces the current upstream; completed is not deletable.
    void fullReleasePromotes_data()
    {
        QTest::addColumn<QString>("ref");
        QTest::addColumn<QString>("current");
        QTest::newRow("upstream id") << u"route/pay"_s << u"pay-v1"_s;
        QTest::newRow("inline") << u"route/bare"_s << u"inline"_s;
        QTest::newRow("service API") << u"service/svc"_s << u"pay-v1"_s;
        QTest::newRow("route of a service") << u"route/s1"_s << u"service"_s;
    }
    void fullReleasePromotes()
    {
        QFETCH(QString, ref);
        QFETCH(QString, current);
        const Api service = api(u"service/svc"_s);
        const ObservedRelease made = create(newRelease(ref));
        QCOMPARE(made.release.current, current);
        const auto done = wait(m_session->releases().fullRelease(made.release.id));
        QVERIFY2(done, qPrintable(done ? QString() : done.error().reason + done.error().detail));
        QCOMPARE(done->release.state, Release::State::Completed);
        QCOMPARE(done->condition, ReleaseCondition::Ended);
        QCOMPARE(api(ref).currentUpstream(), u"pay-v2"_s);
        QVERIFY(!api(ref).hasSplit());
        QVERIFY(!api(ref).resource.value.contains(u"upstream"_s));
        if (ref != service.ref.toText())
            QCOMPARE(api(u"service/svc"_s).resource.modifiedIndex, service.resource.modifiedIndex);
        const bool keepsInline = done->release.kept.contains(u"inline"_s);
        QCOMPARE(keepsInline, current == "inline"_L1);
        if (keepsInline)
            QCOMPARE(done->release.kept[u"inline"_s].toObject(), made.api->inlineUpstream());
        QVERIFY(!record(made.release.id).plugins()[u"traffic-split"_s].toObject().contains(u"rules"_s));
        QCOMPARE(wait(m_session->releases().remove(made.release.id)).error().kind, Error::Kind::Conflict);
        QVERIFY(wait(m_session->releases().archive(made.release.id)));
        QVERIFY(record(made.release.id).value.isEmpty());
    }

    // B6, B10, E2, E7: refused before anything is written.
    void createIsRefused_data()
    {
        QTest::addColumn<NewRelease>("wanted");
        QTest::addColumn<Error::Kind>("kind");
        NewRelease wanted = newRelease();
        wanted.target = u"pay-v1"_s;
        QTest::newRow("target is current") << wanted << Error::Kind::Invalid;
        wanted.target = u"nobody"_s;
        QTest::newRow("no such target") << wanted << Error::Kind::Invalid;
        wanted = newRelease(u"route/pay"_s, 101);
        QTest::newRow("101 %") << wanted << Error::Kind::Invalid;
        wanted = newRelease();
        wanted.policy.kind = TrafficPolicy::Kind::Rules;
        QTest::newRow("no rules") << wanted << Error::Kind::Invalid;
        QTest::newRow("no such API") << newRelease(u"route/none"_s) << Error::Kind::NotFound;
        QTest::newRow("API without an upstream") << newRelease(u"route/empty"_s) << Error::Kind::Invalid;
    }
    void createIsRefused()
    {
        QFETCH(NewRelease, wanted);
        QFETCH(Error::Kind, kind);
        const QJsonObject before = m_gateway->exported();
        const auto made = wait(m_session->releases().create(wanted));
        QVERIFY(!made);
        QCOMPARE(made.error().kind, kind);
        QVERIFY(!made.error().reason.isEmpty());
        QCOMPARE(m_gateway->exported(), before);
    }
    void secondReleaseIsRefusedByName()
    {
        const ObservedRelease first = create();
        const auto second = wait(m_session->releases().create(newRelease()));
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Kind::Conflict);
        QVERIFY(second.error().reason.contains(first.release.name));
        QVERIFY(second.error().reason.contains(first.release.id));
    }

    // A cut between the two writes: pending on every client, ended by Finish or by Cancel (B16, E11).
    void pendingIsFinished()
    {
        const QString id = create().release.id;
        leavePending(id, 70);
        QCOMPARE(conditionNow(id), ReleaseCondition::Pending);
        QCOMPARE(trafficNow(api()), u"20 % of the traffic goes to \"pay-v2\", the rest to \"pay-v1\"."_s);
        QCOMPARE(wait(m_session->releases().fullRelease(id)).error().kind, Error::Kind::Conflict);
        const auto other = m_gateway->session(u"zhao"_s);
        const auto done = wait(other->releases().finish(id));
        QVERIFY2(done, qPrintable(done ? QString() : done.error().reason));
        QCOMPARE(done->condition, ReleaseCondition::Applied);
        QCOMPARE(done->release.policy.percentage, 70);
        QCOMPARE(trafficNow(api()), u"70 % of the traffic goes to \"pay-v2\", the rest to \"pay-v1\"."_s);
    }
    void pendingIsCancelled()
    {
        const QString id = create().release.id;
        leavePending(id, 70);
        QVERIFY(wait(m_session->releases().cancel(id)));
        QVERIFY(!api().hasSplit());
    }
    // E10: a cut cancel keeps the record until it is finished.
    void cutCancelIsPending()
    {
        const QString id = create().release.id;
        patch(ResourceKind::PluginConfigs, id,
              json("{'labels':{'sluice.state':'cancelled','sluice.revision':'2','sluice.write':'deadbeef'}}"));
        QCOMPARE(conditionNow(id), ReleaseCondition::Pending);
        QCOMPARE(wait(m_session->releases().remove(id)).error().kind, Error::Kind::Conflict);
        QVERIFY(wait(m_session->releases().finish(id)));
        QVERIFY(!api().hasSplit());
        QCOMPARE(conditionNow(id), ReleaseCondition::Ended);
        QVERIFY(wait(m_session->releases().remove(id)));
    }
    void cutFullReleaseIsPending()
    {
        const QString id = create().release.id;
        patch(ResourceKind::PluginConfigs, id,
              json("{'labels':{'sluice.state':'completed','sluice.revision':'2','sluice.write':'deadbeef'}}"));
        QCOMPARE(conditionNow(id), ReleaseCondition::Pending);
        QVERIFY(wait(m_session->releases().finish(id)));
        QCOMPARE(api().currentUpstream(), u"pay-v2"_s);
        QCOMPARE(conditionNow(id), ReleaseCondition::Ended);
    }

    // A rollback by curl, E24: stopped outside; Cancel is first, Re-apply possible.
    void rollbackByHandIsSeen()
    {
        const QString id = create().release.id;
        patch(ResourceKind::Routes, u"pay"_s, json("{'plugins':{'traffic-split':null}}"));
        const auto found = wait(m_session->releases().reader().one(id));
        QCOMPARE(found->condition, ReleaseCondition::StoppedOutside);
        QCOMPARE(offeredActions(found->release, found->condition).first(), ReleaseAction::Cancel);
        const auto again = wait(m_session->releases().finish(id));
        QVERIFY(again);
        QCOMPARE(again->condition, ReleaseCondition::Applied);
        QVERIFY(wait(m_session->releases().moveTraffic(id)));
        QCOMPARE(conditionNow(id), ReleaseCondition::StoppedOutside);
        QVERIFY(wait(m_session->releases().cancel(id)));
        QCOMPARE(conditionNow(id), ReleaseCondition::Ended);
    }
    // A split edited by hand: drift; Finish never overwrites it, Adopt takes it, Cancel takes it away.
    void driftIsAdopted()
    {
        const QString id = create().release.id;
        const QJsonObject split =
            json("{'rules':[{'weighted_upstreams':[{'upstream_id':'pay-v2','weight':33},{'weight':67}]}]}");
        patch(ResourceKind::Routes, u"pay"_s, {{u"plugins"_s, QJsonObject{{u"traffic-split"_s, split}}}});
        QCOMPARE(conditionNow(id), ReleaseCondition::Drift);
        QCOMPARE(wait(m_session->releases().finish(id)).error().kind, Error::Kind::Conflict);
        QCOMPARE(api().split(), split);
        const auto adopted = wait(m_session->releases().adopt(*parseApiRef(u"route/pay"_s)));
        QVERIFY2(adopted, qPrintable(adopted ? QString() : adopted.error().reason));
        QCOMPARE(adopted->condition, ReleaseCondition::Applied);
        QCOMPARE(adopted->release.id, id);
        QCOMPARE(adopted->release.policy.percentage, 33);
    }
    // E6: the current upstream moved elsewhere.
    void movedCurrentIsDrift()
    {
        const QString id = create().release.id;
        patch(ResourceKind::Routes, u"pay"_s, json("{'upstream_id':'pay-v3'}"));
        QCOMPARE(conditionNow(id), ReleaseCondition::Drift);
        QCOMPARE(wait(m_session->releases().fullRelease(id)).error().kind, Error::Kind::Conflict);
        QVERIFY(wait(m_session->releases().cancel(id)));
        QCOMPARE(api().currentUpstream(), u"pay-v3"_s);
    }
    // E7: a split that Sluice did not make.
    void externalSplitIsAdopted()
    {
        const QJsonObject split =
            json("{'rules':[{'weighted_upstreams':[{'upstream_id':'pay-v2','weight':1},{'weight':4}]}]}");
        patch(ResourceKind::Routes, u"pay"_s, {{u"plugins"_s, QJsonObject{{u"traffic-split"_s, split}}}});
        QCOMPARE(wait(m_session->releases().create(newRelease())).error().kind, Error::Kind::Conflict);
        QCOMPARE(api().split(), split);
        const auto adopted = wait(m_session->releases().adopt(*parseApiRef(u"route/pay"_s), u"taken"_s));
        QVERIFY2(adopted, qPrintable(adopted ? QString() : adopted.error().reason));
        QCOMPARE(adopted->condition, ReleaseCondition::Applied);
        QCOMPARE(adopted->release.policy.percentage, 20);
        QCOMPARE(api().split(), split);
        QCOMPARE(adopted->release.kept[u"adopted"_s].toObject(), split);
        QVERIFY(wait(m_session->releases().cancel(adopted->release.id)));
        QVERIFY(!api().hasSplit());
    }
    // A record deleted by hand: orphaned; removed or adopted.
    void orphanIsRemoved()
    {
        const QString id = create().release.id;
        QVERIFY(wait(m_session->admin().remove(ResourceKind::PluginConfigs, id)));
        QCOMPARE(conditionOf(api(), {}), ApiCondition::Orphaned);
        QVERIFY(wait(m_session->releases().removeOrphan(*parseApiRef(u"route/pay"_s))));
        QVERIFY(!api().hasSplit());
        QVERIFY(api().mark().isEmpty());
    }
    // E5: the API is gone; the target is gone.
    void deletedApiIsCancelled()
    {
        const QString id = create().release.id;
        QVERIFY(wait(m_session->admin().remove(ResourceKind::Routes, u"pay"_s)));
        const auto found = wait(m_session->releases().reader().one(id));
        QVERIFY(!found->api);
        QVERIFY(wait(m_session->releases().cancel(id)));
    }

    // E12: what the form was opened on no longer holds.
    void staleFormIsRefused()
    {
        const ObservedRelease made = create();
        const Seen seen{made.record.modifiedIndex, made.api->resource.modifiedIndex};
        QVERIFY(wait(m_session->releases().configure(made.release.id, percentage(30))));
        const auto stale = wait(m_session->releases().configure(made.release.id, percentage(40), {{}, seen}));
        QCOMPARE(stale.error().kind, Error::Kind::Conflict);
        QCOMPARE(trafficNow(api()), u"30 % of the traffic goes to \"pay-v2\", the rest to \"pay-v1\"."_s);
    }

    // Two desktops create on the same API at the same moment: one stands, the other says whose it met.
    void twoCreateAtOnce()
    {
        const auto other = m_gateway->session(u"zhao"_s);
        for (int round = 0; round < 100; ++round) {
            auto mine = m_session->releases().create(newRelease());
            auto theirs = other->releases().create(newRelease());
            const auto first = wait(std::move(mine));
            const auto second = wait(std::move(theirs));
            QVERIFY2(bool(first) != bool(second), "not exactly one release stands");
            QCOMPARE((first ? second : first).error().kind, Error::Kind::Conflict);
            const auto all = wait(m_session->releases().reader().all());
            QCOMPARE(all->size(), 1);
            QCOMPARE(all->first().condition, ReleaseCondition::Applied);
            QVERIFY(wait(m_session->releases().remove(all->first().release.id)));
            QVERIFY(!api().hasSplit());
        }
    }
    void configureMeetsAnEnd_data()
    {
        QTest::addColumn<ReleaseAction>("end");
        QTest::newRow("cancel") << ReleaseAction::Cancel;
        QTest::newRow("full release") << ReleaseAction::FullRelease;
        QTest::newRow("delete") << ReleaseAction::Delete;
    }
    // One configures while another ends, a hundred times in all: what is reported as done holds, whoever is refused is
    // told so, and no split is left behind.
    void configureMeetsAnEnd()
    {
        QFETCH(ReleaseAction, end);
        const auto other = m_gateway->session(u"zhao"_s);
        for (int round = 0; round < 34; ++round) {
            const QString id = create().release.id;
            auto configuring = m_session->releases().configure(id, percentage(60));
            std::optional<Error> refusal;
            if (end == ReleaseAction::Delete) {
                const auto done = wait(other->releases().remove(id));
                refusal = done ? std::nullopt : std::optional(done.error());
            } else {
                auto ending =
                    end == ReleaseAction::Cancel ? other->releases().cancel(id) : other->releases().fullRelease(id);
                const auto done = wait(std::move(ending));
                refusal = done ? std::nullopt : std::optional(done.error());
            }
            const auto configured = wait(std::move(configuring));
            // Cancel waits for nobody; only Full release may meet the other's lease, and names its holder.
            QVERIFY2(!refusal || end == ReleaseAction::FullRelease, qPrintable(refusal ? refusal->reason : QString()));
            if (refusal)
                QVERIFY2(configured && refusal->reason.contains("li"_L1), qPrintable(refusal->reason));
            if (!configured)
                QVERIFY(!configured.error().traffic.isEmpty());
            const auto found = wait(m_session->releases().reader().one(id));
            QCOMPARE(bool(found), end != ReleaseAction::Delete);
            QCOMPARE(api().hasSplit(), refusal.has_value());
            QCOMPARE(api().mark().isEmpty(), !refusal.has_value());
            if (found)
                QCOMPARE(found->condition, refusal ? ReleaseCondition::Applied : ReleaseCondition::Ended);
            // Back to the beginning.
            if (refusal || end == ReleaseAction::Cancel)
                QVERIFY(wait(m_session->releases().remove(id)));
            else if (end == ReleaseAction::FullRelease)
                QVERIFY(wait(m_session->releases().archive(id)));
            patch(ResourceKind::Routes, u"pay"_s, json("{'upstream_id':'pay-v1'}"));
        }
    }

    // A lease of someone else blocks everything but Cancel (design.md 11), and names its holder.
    void leaseBlocksAllButCancel()
    {
        const QString id = create().release.id;
        ApiLease lease(m_session->admin(), *parseApiRef(u"route/pay"_s), u"00000001"_s, u"wáng"_s);
        QVERIFY(wait(lease.take()));
        const auto refused = wait(m_session->releases().configure(id, percentage(50)));
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QVERIFY(refused.error().reason.contains(u"wáng"_s));
        QVERIFY(wait(m_session->releases().cancel(id)));
        QCoro::waitFor(lease.giveBack());
        const auto left = wait(m_session->admin().list(ResourceKind::PluginConfigs, u"sluice.kind"_s));
        QCOMPARE(left->size(), 1);
    }

    // A name longer than a label holds is cut, not refused.
    void longOperatorName()
    {
        const auto other = m_gateway->session(QString(u"韩梅"_s).repeated(40));
        const auto made = wait(other->releases().create(newRelease()));
        QVERIFY2(made, made ? "" : qPrintable(made.error().reason + made.error().detail));
        QVERIFY(made->release.by.startsWith(u"韩梅韩梅"_s));
    }
    // The preview is what is sent: same methods, paths and changes but for the random write.
    void previewForetells()
    {
        const QString id = create().release.id;
        const auto requests = wait(m_session->releases().preview(ReleaseAction::FullRelease, id));
        QVERIFY(requests);
        QCOMPARE(requests->size(), 3);
        QCOMPARE((*requests)[0].path, u"plugin_configs/"_s + id);
        QCOMPARE((*requests)[1].path, u"routes/pay"_s);
        QCOMPARE((*requests)[1].body, json("{'upstream_id':'pay-v2','plugins':{'traffic-split':null},"
                                           "'labels':{'sluice.release':null}}"));
        QCOMPARE(conditionNow(id), ReleaseCondition::Applied);
    }
    void noteStaysInHistory()
    {
        const QString id = create().release.id;
        QVERIFY(wait(m_session->releases().note(id, u"看起来不错 | 100%"_s)));
        const auto found = wait(m_session->releases().reader().one(id));
        QCOMPARE(found->condition, ReleaseCondition::Applied);
        QCOMPARE(found->release.log.size(), 2);
        const QStringList reasons{found->release.log[0].reason, found->release.log[1].reason};
        QVERIFY(reasons.contains(u"看起来不错 | 100%"_s));
    }

private:
    static QJsonObject encodeRules()
    {
        return json("{'rules':[{'match':[{'vars':[['http_x_canary','==','1']]}],"
                    "'weighted_upstreams':[{'upstream_id':'pay-v2','weight':100}]}]}");
    }
};

QTEST_GUILESS_MAIN(TestReleaseService)
#include "tst_releaseservice.moc"
