// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/commandline.h"

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

/// sluicectl killed between the two writes of an action, and changes made by curl: what another client sees, and the
/// way out of each (issue: pending, stopped outside, drift, orphaned).
class TestInterrupted : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestGateway> m_gateway;
    std::unique_ptr<ClusterSession> m_session; ///< another desktop
    std::unique_ptr<CommandLine> m_command;

    QList<ObservedRelease> releases()
    {
        const auto all = wait(m_session->releases().reader().all());
        return all ? *all : QList<ObservedRelease>{};
    }
    QString create()
    {
        const CommandOutcome made =
            m_command->line(u"-o json releases create --api route/pay --target pay-v2 --percentage 20"_s);
        return made.object()[u"id"_s].toString();
    }
    QString traffic()
    {
        const auto found = wait(m_session->admin().get(ResourceKind::Routes, u"pay"_s));
        return trafficNow(Api{{ApiRef::Kind::Route, u"pay"_s}, *found});
    }
    QJsonObject shown(const QString &id) { return m_command->line(u"-o json releases show "_s + id).object(); }
    /// As curl in a shell would.
    void curl(const QString &method, const QString &path, const QJsonObject &body = {})
    {
        QProcess shell;
        shell.setProcessEnvironment(m_command->environment());
        const AdminRequest request{method.toLatin1(), path, body};
        shell.start(u"/bin/sh"_s, {u"-c"_s, toCurl(request, m_gateway->cluster().admin)});
        QVERIFY(shell.waitForFinished());
        QVERIFY2(shell.exitCode() == 0, (shell.readAllStandardOutput() + shell.readAllStandardError()).constData());
    }
    void splitByHand(int target, int current)
    {
        const QJsonArray entries{QJsonObject{{u"upstream_id"_s, u"pay-v2"_s}, {u"weight"_s, target}},
                                 QJsonObject{{u"weight"_s, current}}};
        const QJsonObject split{{u"rules"_s, QJsonArray{QJsonObject{{u"weighted_upstreams"_s, entries}}}}};
        curl(u"PATCH"_s, u"routes/pay"_s, {{u"plugins"_s, QJsonObject{{u"traffic-split"_s, split}}}});
    }
    /// A lease ends by itself after 30 seconds; nobody waits for that here.
    void letLeasesEnd()
    {
        const auto all = wait(m_session->admin().list(ResourceKind::PluginConfigs, u"sluice.kind"_s));
        for (const Resource &resource : *all) {
            if (resource.id().startsWith("sluice-lease-"_L1))
                QVERIFY(wait(m_session->admin().remove(ResourceKind::PluginConfigs, resource.id())));
        }
    }

private Q_SLOTS:
    void init()
    {
        m_gateway = std::make_unique<TestGateway>();
        m_session = m_gateway->session();
        m_command = std::make_unique<CommandLine>(*m_gateway);
    }
    void cleanup()
    {
        m_command.reset();
        m_session.reset();
        m_gateway.reset();
    }

    void killed_data()
    {
        QTest::addColumn<QString>("line"); // %1: the release
        QTest::addColumn<QString>("trafficBefore");
        QTest::addColumn<QString>("way");
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("trafficAfter");
        const QString split = u"%1 % of the traffic goes to \"pay-v2\", the rest to \"pay-v1\"."_s;
        const QString none = u"All traffic goes to \"pay-v1\"."_s;
        QTest::newRow("create") << u"releases create --api route/pay --target pay-v2 --percentage 20"_s << none
                                << u"releases finish %1"_s << u"applied"_s << split.arg(20);
        QTest::newRow("configure") << u"releases configure %1 --percentage 70"_s << split.arg(20)
                                   << u"releases finish %1"_s << u"applied"_s << split.arg(70);
        QTest::newRow("cancel") << u"releases cancel %1"_s << split.arg(20) << u"releases finish %1"_s << u"ended"_s
                                << none;
        QTest::newRow("full release") << u"releases full-release %1 --yes"_s << split.arg(20) << u"releases finish %1"_s
                                      << u"ended"_s << u"All traffic goes to \"pay-v2\"."_s;
        QTest::newRow("delete") << u"releases delete %1 --yes"_s << split.arg(20) << u"releases finish %1"_s
                                << u"ended"_s << none;
        QTest::newRow("re-apply") << u"releases finish %1"_s << none << u"releases finish %1"_s << u"applied"_s
                                  << split.arg(20);
        // Finish would overwrite a split without a mark, so this one is adopted once more.
        QTest::newRow("adopt") << u"releases adopt route/pay"_s << split.arg(25) << u"releases adopt route/pay"_s
                               << u"applied"_s << split.arg(25);
        QTest::newRow("adopt, then cancelled")
            << u"releases adopt route/pay"_s << split.arg(25) << u"releases cancel %1"_s << u"ended"_s << split.arg(25);
    }
    void killed()
    {
        QFETCH(QString, line);
        QFETCH(QString, trafficBefore);
        QFETCH(QString, way);
        QFETCH(QString, condition);
        QFETCH(QString, trafficAfter);
        QString id;
        if (line.contains(u"adopt"_s))
            splitByHand(1, 3);
        else if (!line.contains(u"create"_s))
            id = create();
        if (line.contains(u"finish"_s))
            curl(u"PATCH"_s, u"routes/pay"_s, json("{'plugins':{'traffic-split':null}}"));
        QProcess process;
        const QString words = line.contains(u"%1"_s) ? line.arg(id) : line;
        m_command->begin(process, m_command->addresses() + words.split(u' '),
                         {u"SLUICE_TEST_PAUSE_BEFORE_API_WRITE=60000"_s});
        const auto isPending = [this] {
            const QList<ObservedRelease> all = releases();
            return !all.isEmpty() && all.last().condition == ReleaseCondition::Pending;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isPending() || line.contains(u"finish"_s), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(releases().last().release.log.size(), qsizetype(id.isEmpty() ? 1 : 2), 20'000);
        process.kill();
        QVERIFY(process.waitForFinished());
        id = releases().last().release.id;

        // Another client: what was wanted, what holds, and the action that ends it.
        QCOMPARE(traffic(), trafficBefore);
        const QJsonObject pending = shown(id);
        QVERIFY(pending[u"condition"_s] == u"pending"_s || line.contains(u"finish"_s));
        QCOMPARE(pending[u"traffic"_s].toString(), trafficBefore);
        QCOMPARE(m_command->line(u"releases full-release --yes "_s + id).code, 4);
        letLeasesEnd();
        const CommandOutcome ended = m_command->line(way.contains(u"%1"_s) ? way.arg(id) : way);
        QVERIFY2(ended.code == 0, ended.err.constData());
        QCOMPARE(shown(id)[u"condition"_s].toString(), condition);
        QCOMPARE(traffic(), trafficAfter);
    }

    // The lease of the dead client names it and blocks all but Cancel, for half a minute at most (design.md 11).
    void leaseOfTheDead()
    {
        const QString id = create();
        QProcess process;
        m_command->begin(process,
                         m_command->addresses() +
                             QStringList{u"releases"_s, u"configure"_s, id, u"--percentage"_s, u"70"_s},
                         {u"SLUICE_TEST_PAUSE_BEFORE_API_WRITE=60000"_s});
        QTRY_COMPARE_WITH_TIMEOUT(releases().last().condition, ReleaseCondition::Pending, 20'000);
        process.kill();
        QVERIFY(process.waitForFinished());
        const CommandOutcome blocked = m_command->line(u"releases finish "_s + id);
        QCOMPARE(blocked.code, 4);
        QVERIFY2(blocked.err.contains("韩梅 is acting on this API") && blocked.err.contains("30 seconds"),
                 blocked.err.constData());
        QCOMPARE(m_command->line(u"releases cancel "_s + id).code, 0);
        QCOMPARE(traffic(), u"All traffic goes to \"pay-v1\"."_s);
    }

    // Ctrl-C on the runner of a plan: the split stays, and nobody waits for a lease.
    void runnerGivesWay()
    {
        const CommandOutcome made = m_command->line(
            u"-o json releases create --api route/pay --target pay-v2 --step 20|wait --step 100|wait"_s);
        QVERIFY2(made.code == 0, made.err.constData());
        const QString id = made.object()[u"id"_s].toString();
        QProcess process;
        m_command->begin(process, m_command->addresses() + QStringList{u"releases"_s, u"run"_s, id});
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardOutput()).contains("step 1 of 2"), 20'000);
        QCOMPARE(m_command->line(u"releases configure --percentage 5 "_s + id).code, 4);
        process.terminate();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        said += process.readAllStandardOutput();
        QVERIFY2(said.contains("The run was stopped; the split stays as it is."), said.constData());
        QCOMPARE(traffic(), u"20 % of the traffic goes to \"pay-v2\", the rest to \"pay-v1\"."_s);
        const CommandOutcome configured = m_command->line(u"releases configure --percentage 5 "_s + id);
        QVERIFY2(configured.code == 0, configured.err.constData());
    }

    // E24: the rollback of a runbook.
    void rollbackByCurl()
    {
        const QString id = create();
        curl(u"PATCH"_s, u"routes/pay"_s, json("{'plugins':{'traffic-split':null}}"));
        const QJsonObject stopped = shown(id);
        QCOMPARE(stopped[u"condition"_s].toString(), u"stopped outside"_s);
        QCOMPARE(stopped[u"offered"_s].toArray().first().toString(), u"cancel"_s);
        QVERIFY(stopped[u"alarm"_s].toString().contains(u"stopped"_s));
        QCOMPARE(m_command->line(u"releases configure --percentage 5 "_s + id).code, 4);
        QCOMPARE(m_command->line(u"releases cancel "_s + id).code, 0);
        QCOMPARE(shown(id)[u"condition"_s].toString(), u"ended"_s);
    }
    void recordDeletedByCurl()
    {
        const QString id = create();
        curl(u"DELETE"_s, u"plugin_configs/"_s + id);
        const QJsonObject api = m_command->line(u"-o json apis show route/pay"_s).object();
        QCOMPARE(api[u"condition"_s].toString(), u"orphaned"_s);
        const CommandOutcome second =
            m_command->line(u"releases create --api route/pay --target pay-v3 --percentage 5"_s);
        QCOMPARE(second.code, 4);
        QVERIFY2(second.err.contains("whose record is gone") && second.err.contains("20 % of the traffic"),
                 second.err.constData());
        QCOMPARE(m_command->line(u"releases cancel route/pay"_s).code, 0);
        QCOMPARE(traffic(), u"All traffic goes to \"pay-v1\"."_s);
    }
    void splitEditedByCurl()
    {
        const QString id = create();
        splitByHand(40, 60);
        const QJsonObject drifted = shown(id);
        QCOMPARE(drifted[u"condition"_s].toString(), u"drift"_s);
        QCOMPARE(drifted[u"offered"_s].toArray().first().toString(), u"cancel"_s);
        const CommandOutcome refused = m_command->line(u"releases finish "_s + id);
        QCOMPARE(refused.code, 4);
        QVERIFY2(refused.err.contains("changed by other hands") && refused.err.contains("40 % of the traffic"),
                 refused.err.constData());
        QCOMPARE(m_command->line(u"releases adopt route/pay"_s).code, 0);
        QCOMPARE(shown(id)[u"policy"_s].toObject(), json("{'percentage':40}"));
    }
    // B14: a split by hand to another upstream is no other share of this release.
    void splitToAnotherTargetIsNotAdopted()
    {
        const QString id = create();
        curl(u"PATCH"_s, u"routes/pay"_s,
             json("{'plugins':{'traffic-split':{'rules':[{'weighted_upstreams':[{'upstream_id':'pay-v3','weight':1},"
                  "{'weight':1}]}]}}}"));
        const CommandOutcome refused = m_command->line(u"releases adopt route/pay"_s);
        QCOMPARE(refused.code, 4);
        QVERIFY2(refused.err.contains("pay-v3"), refused.err.constData());
        QCOMPARE(m_command->line(u"releases cancel "_s + id).code, 0);
    }
    // E5: the target or the API is deleted elsewhere.
    void targetDeletedByForce()
    {
        const QString id = create();
        curl(u"DELETE"_s, u"upstreams/pay-v2?force=true"_s);
        const QJsonObject alarmed = shown(id);
        QVERIFY2(alarmed[u"alarm"_s].toString().contains(u"pay-v2"_s), qPrintable(alarmed[u"alarm"_s].toString()));
        const CommandOutcome refused = m_command->line(u"releases configure --percentage 5 "_s + id);
        QCOMPARE(refused.code, 4);
        QVERIFY2(refused.err.contains("does not exist"), refused.err.constData());
        QCOMPARE(m_command->line(u"releases cancel "_s + id).code, 0);
    }
    void apiDeleted()
    {
        const QString id = create();
        curl(u"DELETE"_s, u"routes/pay"_s);
        const CommandOutcome refused = m_command->line(u"releases configure --percentage 5 "_s + id);
        QCOMPARE(refused.code, 4);
        QVERIFY2(refused.err.contains("does not exist any more"), refused.err.constData());
        QCOMPARE(shown(id)[u"offered"_s].toArray(), (QJsonArray{u"cancel"_s, u"delete"_s}));
        QCOMPARE(m_command->line(u"releases cancel "_s + id).code, 0);
    }
};

QTEST_GUILESS_MAIN(TestInterrupted)
#include "tst_interrupted.moc"
