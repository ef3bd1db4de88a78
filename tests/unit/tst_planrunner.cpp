// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/plan/planrunner.h"
#include "tests/support/fakeserver.h"
#include "tests/support/testgateway.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ReleasePlan planOf(const QStringList &lines)
{
    ReleasePlan plan;
    plan.steps = *parseSteps(lines.join(u'\n'));
    return plan;
}

} // namespace

/// Plans run against the simulator (design.md 11): one runner, orders through the record, cuts, limits.
class TestPlanRunner : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestGateway> m_gateway;
    std::unique_ptr<ClusterSession> m_session;

    std::unique_ptr<ClusterSession> session(const QString &name, QList<QUrl> metrics = {})
    {
        ClusterProfile profile;
        profile.id = profile.name = u"test"_s;
        profile.admin = m_gateway->cluster().admin;
        profile.gateways = {m_gateway->cluster().gateway};
        profile.metrics = metrics.isEmpty() ? QList<QUrl>{m_gateway->cluster().metrics} : metrics;
        const ClusterSecrets secrets{m_gateway->key(), {}};
        const ClusterSession::Options options{name, m_gateway->archiveFolder()};
        auto made = std::make_unique<ClusterSession>(profile, secrets, options);
        const auto opened = wait(made->open());
        return opened ? std::move(made) : nullptr;
    }
    QString create(const QStringList &lines, bool cancels = false)
    {
        NewRelease wanted{u"checkout"_s, {}, *parseApiRef(u"route/pay"_s), u"pay-v2"_s, {}, {}, planOf(lines)};
        wanted.plan.cancelsOnAlarm = cancels;
        wanted.policy = wanted.plan.steps.first().policy;
        const auto made = wait(m_session->releases().create(wanted));
        return made ? made->release.id : QString();
    }
    ObservedRelease look(const QString &id) { return *wait(m_session->releases().reader().one(id)); }
    /// Actions of the history that are steps: "1/3", "2/3" ...
    QStringList stepsOf(const QString &id)
    {
        QStringList steps;
        const QList<LogEntry> log = look(id).release.log;
        for (const LogEntry &entry : log) {
            if (entry.action == "step"_L1)
                steps.append(entry.reason);
        }
        return steps;
    }
    void order(const QString &id, PlanOrder wanted) { QVERIFY(wait(m_session->releases().order(id, wanted))); }
    /// Runs beside the test; its result comes by a spy-able flag.
    struct Run
    {
        explicit Run(ClusterSession &session, const QString &id)
            : runner(session)
        {
            runner.setInterval(20ms);
            runner.run(id).then([this](Result<PlanOutcome> result) { outcome = std::move(result); });
        }
        PlanRunner runner;
        std::optional<Result<PlanOutcome>> outcome;
    };
    struct Outcome
    {
        int code = -1;
        QJsonObject json;
    };
    QProcessEnvironment environment() const
    {
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(u"SLUICE_ADMIN_KEY"_s, QString::fromUtf8(m_gateway->key()));
        return variables;
    }
    QStringList addresses() const
    {
        const simulator::RunningCluster cluster = m_gateway->cluster();
        return {u"--admin"_s,   cluster.admin.toString(),   u"--gateway"_s, cluster.gateway.toString(),
                u"--metrics"_s, cluster.metrics.toString(), u"-o"_s,        u"json"_s};
    }
    Outcome ctl(const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(QStringLiteral(SLUICE_BIN_DIR "/sluicectl"), addresses() + arguments);
        process.waitForFinished();
        return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object()};
    }
    QList<Resource> leases()
    {
        auto found = *wait(m_session->admin().list(ResourceKind::PluginConfigs, u"sluice.kind"_s));
        found.removeIf([](const Resource &resource) { return !resource.id().startsWith("sluice-lease-"_L1); });
        return found;
    }
    void renewLeases()
    {
        const QList<Resource> found = leases();
        for (const Resource &lease : found) {
            if (lease.label(u"sluice.by"_s) == "li"_L1)
                QVERIFY(wait(m_session->admin().patch(ResourceKind::PluginConfigs, lease.id(),
                                                      {{u"desc"_s, QString::number(lease.modifiedIndex)}})));
        }
    }
    void setFault(const QString &upstream, const QByteArray &fault)
    {
        QNetworkAccessManager network;
        QNetworkRequest request(m_gateway->cluster().admin.resolved(QUrl(u"/sluice/faults/"_s + upstream)));
        request.setRawHeader("X-API-KEY", m_gateway->key());
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const std::unique_ptr<QNetworkReply> reply(network.put(request, fault));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    }
    void call(int times)
    {
        QNetworkAccessManager network;
        for (int i = 0; i < times; ++i) {
            const std::unique_ptr<QNetworkReply> reply(
                network.get(QNetworkRequest(m_gateway->cluster().gateway.resolved(QUrl(u"/pay"_s)))));
            QTRY_VERIFY(reply->isFinished());
        }
    }

private Q_SLOTS:
    void init()
    {
        m_gateway = std::make_unique<TestGateway>();
        m_session = session(u"li"_s);
        QVERIFY(m_session);
    }
    void cleanup()
    {
        m_session.reset();
        m_gateway.reset();
    }

    // B24a: by rules for the own testers first, then by percentage from small to large.
    void runsFromStepToStep()
    {
        const QString id = create({u"rules header:x-canary==1 | 0"_s, u"10 | 0"_s, u"50 | 0"_s});
        QCOMPARE(look(id).plan.at, 1);
        Run run(*m_session, id);
        QTRY_VERIFY(run.outcome);
        QVERIFY2(*run.outcome, *run.outcome ? "" : qPrintable(run.outcome->error().reason));
        QCOMPARE((*run.outcome)->end, PlanOutcome::End::Done);
        QCOMPARE(stepsOf(id), QStringList({u"2/3"_s, u"3/3"_s}));
        const ObservedRelease after = look(id);
        QCOMPARE(after.condition, ReleaseCondition::Applied);
        QCOMPARE(after.release.policy.percentage, 50);
        QVERIFY(after.actor().isEmpty());
        // A run of a plan that has passed does nothing more.
        Run again(*m_session, id);
        QTRY_VERIFY(again.outcome);
        QCOMPARE((*again.outcome)->end, PlanOutcome::End::Done);
        QCOMPARE(stepsOf(id).size(), 2);
    }
    void everyOperatorSeesAndSteersIt()
    {
        const QString id = create({u"10 | wait"_s, u"20 | wait"_s, u"30 | 3600"_s});
        const auto wang = session(u"wang"_s);
        Run run(*m_session, id);
        QTRY_COMPARE(wait(wang->releases().reader().one(id))->actor(), u"li"_s);
        QVERIFY(wait(wang->releases().order(id, PlanOrder::GoOn)));
        QTRY_COMPARE(look(id).plan.at, 2);
        order(id, PlanOrder::Skip);
        QTRY_COMPARE(look(id).plan.at, 3);
        order(id, PlanOrder::Back);
        QTRY_COMPARE(look(id).release.policy.percentage, 20);
        QTRY_COMPARE(look(id).condition, ReleaseCondition::Applied);
        order(id, PlanOrder::Pause);
        QVERIFY(look(id).plan.isPaused());
        QCOMPARE(resumeOrder(look(id).plan), PlanOrder::Resume);
        order(id, PlanOrder::Resume);
        QCOMPARE(look(id).plan.at, 2);
        // Others can't act while it runs, but Cancel always passes (E19).
        const auto refused = wait(wang->releases().setPlan(id, {}));
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QVERIFY(wait(wang->releases().cancel(id)));
        QTRY_VERIFY(run.outcome);
        QCOMPARE(run.outcome->error().kind, Error::Kind::Conflict);
        QCOMPARE(look(id).release.state, Release::State::Cancelled);
    }
    void onlyOneRunner()
    {
        const QString id = create({u"10 | wait"_s, u"20 | wait"_s});
        Run first(*m_session, id);
        QTRY_COMPARE(look(id).actor(), u"li"_s);
        // In the same window at once; from another client when the lease is seen to be renewed.
        Run second(*m_session, id);
        QTRY_VERIFY(second.outcome);
        QCOMPARE(second.outcome->error().kind, Error::Kind::Conflict);
        const auto wang = session(u"wang"_s);
        Run third(*wang, id);
        QTRY_VERIFY_WITH_TIMEOUT((renewLeases(), third.outcome), 20'000); // the first does so every ten seconds
        QCOMPARE(third.outcome->error().kind, Error::Kind::Conflict);
        QVERIFY(third.outcome->error().reason.contains(u"li"_s));
        QVERIFY(!first.outcome);
        first.runner.stop();
        QTRY_VERIFY(first.outcome);
        QCOMPARE((*first.outcome)->end, PlanOutcome::End::Stopped);
        QVERIFY(look(id).actor().isEmpty());
    }

    // Killed between the two writes of a step, at once or after both: the next runner finishes it, and makes no step
    // twice. The dead one's lease is taken away here, for the gateway would take 30 seconds.
    void killedRunnerIsResumed_data()
    {
        QTest::addColumn<int>("pause");
        QTest::newRow("between the two writes") << 60'000;
        QTest::newRow("after both") << 0;
    }
    void killedRunnerIsResumed()
    {
        QFETCH(int, pause);
        const QString id = create({u"10 | 0"_s, u"20 | wait"_s, u"30 | 0"_s});
        QProcess process;
        QProcessEnvironment variables = environment();
        variables.insert(u"SLUICE_TEST_PAUSE_BEFORE_API_WRITE"_s, QString::number(pause));
        process.setProcessEnvironment(variables);
        process.start(QStringLiteral(SLUICE_BIN_DIR "/sluicectl"),
                      addresses() + QStringList{u"releases"_s, u"run"_s, id});
        QTRY_COMPARE_WITH_TIMEOUT(look(id).plan.at, 2, 10'000);
        const ReleaseCondition cut = pause > 0 ? ReleaseCondition::Pending : ReleaseCondition::Applied;
        QTRY_COMPARE(look(id).condition, cut);
        process.kill();
        QVERIFY(process.waitForFinished());
        QVERIFY(!look(id).actor().isEmpty());
        const QList<Resource> left = leases();
        for (const Resource &lease : left)
            QVERIFY(wait(m_session->admin().remove(ResourceKind::PluginConfigs, lease.id())));
        Run run(*m_session, id);
        QTRY_COMPARE(look(id).condition, ReleaseCondition::Applied);
        QTRY_COMPARE(look(id).release.policy.percentage, 20);
        order(id, PlanOrder::GoOn);
        QTRY_VERIFY(run.outcome);
        QVERIFY2(*run.outcome, *run.outcome ? "" : qPrintable(run.outcome->error().reason));
        QCOMPARE(stepsOf(id), QStringList({u"2/3"_s, u"3/3"_s}));
    }

    // Design 7: exit codes, and the plan in -o json.
    void commandLine()
    {
        const auto create =
            QStringList{u"releases"_s, u"create"_s, u"--api"_s, u"route/pay"_s, u"--target"_s, u"pay-v2"_s};
        QCOMPARE(ctl(create + QStringList{u"--step"_s, u"ten | 5"_s}).code, 2);
        const Outcome made = ctl(create + QStringList{u"--step"_s, u"10 | 0"_s, u"--step"_s, u"40 | 0"_s});
        QCOMPARE(made.code, 0);
        const QString id = made.json[u"id"_s].toString();
        QCOMPARE(ctl({u"releases"_s, u"run"_s, id}).code, 0);
        const QJsonObject plan = ctl({u"releases"_s, u"show"_s, id}).json[u"plan"_s].toObject();
        QCOMPARE(plan[u"at"_s].toInt(), 2);
        QCOMPARE(plan[u"steps"_s].toArray().size(), 2);
        QCOMPARE(plan[u"steps"_s][1][u"policy"_s][u"percentage"_s].toInt(), 40);
        QCOMPARE(plan[u"runner"_s].toString(), QString());
        QCOMPARE(ctl({u"releases"_s, u"pause"_s, id}).json[u"paused"_s].toBool(), true);
        QCOMPARE(ctl({u"releases"_s, u"plan"_s, id, u"--clear"_s}).json[u"steps"_s].toArray().size(), 0);
        QCOMPARE(ctl({u"releases"_s, u"run"_s, id}).code, 4);
        QCOMPARE(ctl({u"releases"_s, u"skip"_s, id}).code, 4);
        QCOMPARE(ctl({u"releases"_s, u"watch"_s, id, u"--limits"_s, u"speed<=1"_s}).code, 2);
        QCOMPARE(ctl({u"releases"_s, u"watch"_s, id, u"--for"_s, u"1"_s}).code, 0);
        QCOMPARE(ctl({u"rehearse"_s, id, u"--step"_s, u"10 | wait"_s}).code, 0);
        QCOMPARE(ctl({u"rehearse"_s}).code, 2);
    }

    // A target that fails: the plan stops before its hold is over, everyone sees why, the traffic stays.
    void brokenLimitStopsThePlan_data()
    {
        QTest::addColumn<bool>("cancels");
        QTest::newRow("alarm") << false;
        QTest::newRow("told to cancel") << true;
    }
    void brokenLimitStopsThePlan()
    {
        QFETCH(bool, cancels);
        const QString id = create({u"50 | 3600 | errors<=1% over=1s min=5"_s, u"100 | 0"_s}, cancels);
        setFault(u"pay-v2"_s, "{\"error_rate\":1}");
        Run run(*m_session, id);
        QElapsedTimer clock;
        clock.start();
        while (!run.outcome && clock.elapsed() < 15'000)
            call(4);
        QVERIFY(run.outcome);
        QVERIFY2(*run.outcome, *run.outcome ? "" : qPrintable(run.outcome->error().reason));
        QCOMPARE((*run.outcome)->end, cancels ? PlanOutcome::End::Cancelled : PlanOutcome::End::Alarm);
        const ObservedRelease after = look(id);
        QVERIFY2(after.plan.alarm.startsWith("errors<=1%: "_L1), qPrintable(after.plan.alarm));
        QCOMPARE(after.release.state, cancels ? Release::State::Cancelled : Release::State::InProgress);
        if (cancels)
            return;
        QCOMPARE(after.release.policy.percentage, 50);
        // It stays stopped until someone resumes it.
        Run again(*m_session, id);
        QTRY_VERIFY(again.outcome);
        QCOMPARE((*again.outcome)->end, PlanOutcome::End::Alarm);
        order(id, PlanOrder::Resume);
        QVERIFY(look(id).plan.alarm.isEmpty());
    }
    // Several in one moment, as a window gives that is closed while orders come in.
    void ordersInOneMoment()
    {
        const QString id = create({u"20 | wait"_s, u"50 | 0"_s});
        Run run(*m_session, id);
        QSignalSpy looks(&run.runner, &PlanRunner::progressed);
        for (int moment = 1; moment <= 5; ++moment) {
            QTRY_VERIFY(looks.size() >= 2 * moment);
            run.runner.look();
            run.runner.look();
        }
        run.runner.look();
        run.runner.stop();
        run.runner.stop();
        QTRY_VERIFY(run.outcome);
        QCOMPARE((*run.outcome)->end, PlanOutcome::End::Stopped);
        const qsizetype seen = looks.size();
        QTest::qWait(0);
        QCOMPARE(looks.size(), seen);
    }
    // A step passes only after a period of requests and its minimum on the target, however long it holds.
    void limitsWaitForTraffic()
    {
        const QString id = create({u"20 | 0 | errors<=1% over=1s min=4"_s, u"50 | 0"_s});
        Run run(*m_session, id);
        QSignalSpy looks(&run.runner, &PlanRunner::progressed);
        QTRY_VERIFY(looks.size() > 5);
        QVERIFY(!run.outcome);
        QTRY_VERIFY_WITH_TIMEOUT((call(5), run.outcome), 20'000);
        QCOMPARE((*run.outcome)->end, PlanOutcome::End::Done);
        QCOMPARE(stepsOf(id), QStringList{u"2/2"_s});
    }
    void limitsNeedMetrics()
    {
        const QString id = create({u"20 | 0 | errors<=1%"_s});
        const auto blind = m_gateway->session();
        Run run(*blind, id);
        QTRY_VERIFY(run.outcome);
        QCOMPARE(run.outcome->error().kind, Error::Kind::Invalid);
        QVERIFY(!run.outcome->error().advice.isEmpty());
    }

    // The gateways' own counts give the real share, two gateways are added up, and one that is gone is named.
    void liveTrafficSeesTheRealShare()
    {
        const QString id = create({u"20 | wait"_s});
        const QUrl metrics = m_gateway->cluster().metrics;
        FakeServer other([](const QByteArray &) { return FakeServer::html("503 Service Unavailable"); });
        const auto two = session(u"wang"_s, {metrics, other.url()});
        call(5); // before the first reading: not counted
        auto options = wait(liveTrafficOf(*two, look(id)));
        QVERIFY(options);
        options->interval = 50ms;
        LiveTraffic traffic(*options);
        QSignalSpy polls(&traffic, &LiveTraffic::polled);
        traffic.start();
        QTRY_VERIFY(polls.size() > 1);
        const QDateTime begin = QDateTime::currentDateTimeUtc().addSecs(-60);
        call(50);
        QTRY_COMPARE(traffic.since(begin).requests(), 50);
        QCOMPARE(traffic.since(begin).target.requests, 10);
        QCOMPARE(*traffic.since(begin).share(), 20.0);
        QVERIFY(traffic.since(begin).target.quantile(0.5).has_value());
        QVERIFY(traffic.notes().join(u' ').contains("503"_L1));
        QVERIFY(!traffic.window(60));
    }
    void liveTrafficNamesWhatItCantTell()
    {
        const NewRelease wanted{u"bare"_s, {}, *parseApiRef(u"route/bare"_s), u"pay-v1"_s, {}, {}, {}};
        const auto made = wait(m_session->releases().create(wanted));
        QVERIFY(made);
        const auto options = wait(liveTrafficOf(*m_session, *made));
        QVERIFY(options);
        QVERIFY(options->countsNothing); // no plugin prometheus on that route
        QCOMPARE(options->sides.shared(), QStringList{u"10.0.0.1"_s});
        QCOMPARE(LiveTraffic(*options).notes().size(), 2);
    }
    // B26: what a confirmation shows is what will be sent; an order or a plan moves no traffic, so the API is not in
    // it.
    void previewForetells()
    {
        const QString id = create({u"5 | wait"_s, u"100 | wait"_s});
        const qint64 index = look(id).record.modifiedIndex;
        const auto requests = wait(m_session->releases().previewPlan(id, planOf({u"50 | wait"_s})));
        QVERIFY(requests);
        QCOMPARE(requests->size(), 1);
        QCOMPARE(requests->first().method, QByteArray("PATCH"));
        QCOMPARE(requests->first().path, u"plugin_configs/"_s + id);
        const QJsonObject labels = requests->first().body[u"labels"_s].toObject();
        QCOMPARE(labels[u"sluice.plan.1"_s].toString(), u"50|wait|"_s);
        QVERIFY(labels.contains(u"sluice.plan.2"_s) && labels[u"sluice.plan.2"_s].isNull());
        const auto order = wait(m_session->releases().previewOrder(id, PlanOrder::Pause));
        QVERIFY(order);
        const QJsonObject ordered = order->first().body[u"labels"_s].toObject();
        QVERIFY(ordered[u"sluice.plan.order"_s].toString().startsWith("pause."_L1));
        QCOMPARE(ctl({u"releases"_s, u"pause"_s, id, u"--dry-run"_s}).code, 0);
        QCOMPARE(ctl({u"releases"_s, u"plan"_s, id, u"--clear"_s, u"--dry-run"_s}).code, 0);
        QCOMPARE(look(id).record.modifiedIndex, index);
        QVERIFY(wait(m_session->releases().cancel(id)));
        const auto refused = wait(m_session->releases().previewOrder(id, PlanOrder::Skip));
        QVERIFY(!refused && refused.error().kind == Error::Kind::Conflict);
    }
};

QTEST_GUILESS_MAIN(TestPlanRunner)
#include "tst_planrunner.moc"
