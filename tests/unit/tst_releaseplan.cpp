// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/releaseactions.h"
#include "core/release/releaseplan.h"

#include <QTest>

using namespace sluice;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon = QDateTime::fromString(u"2026-11-24T12:00:00Z"_s, Qt::ISODate);
const WriteStamp stamp{u"0123abcd"_s, noon, u"li"_s, {}};

ReleasePlan planOf(const QStringList &lines, int at)
{
    ReleasePlan plan;
    plan.steps = *parseSteps(lines.join(u'\n'));
    plan.at = at;
    plan.since = noon;
    return plan;
}

Resource recordWith(const QJsonObject &labels)
{
    Resource record;
    record.value = {{u"labels"_s, labels}};
    return record;
}

/// Everything as the step at which the plan stands wants it.
PlanSituation fine(const ReleasePlan &plan, int secondsGone = 0)
{
    PlanSituation situation;
    situation.now = noon.addSecs(secondsGone);
    if (plan.at > 0)
        situation.policy = plan.steps[plan.at - 1].policy;
    return situation;
}

} // namespace

/// Design 4 (sluice.plan.*) and 11: what a plan is, and what comes next.
class TestReleasePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepIsRead_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("text");
        QTest::newRow("share, hold") << u"10|300"_s << u"10 | 300"_s;
        QTest::newRow("units") << u" 5 % | 5m | errors<=1% p95<=300ms"_s << u"5 | 300 | errors<=1% p95<=300ms"_s;
        QTest::newRow("hours, all of a limit")
            << u"100 | 1h | p99<=1000 over=60s min=100"_s << u"100 | 3600 | p99<=1000ms over=60s min=100"_s;
        QTest::newRow("waits for a person") << u"50 | wait"_s << u"50 | wait"_s;
        QTest::newRow("rules first") << u"rules header:x-canary==1 | query:v in a,b | wait"_s
                                     << u"rules header:x-canary==1 | query:v in a,b | wait"_s;
        QTest::newRow("share of the hits")
            << u"share 25 rules header:x exists | 10s"_s << u"share 25 rules header:x exists | 10"_s;
        QTest::newRow("too much") << u"101 | 10"_s << QString();
        QTest::newRow("no hold") << u"10"_s << QString();
        QTest::newRow("unknown unit") << u"10 | 5d"_s << QString();
        QTest::newRow("unknown limit") << u"10 | 5 | speed<=1"_s << QString();
        QTest::newRow("a share is no time") << u"10 | 5 | errors<=1ms"_s << QString();
        QTest::newRow("window without a limit") << u"10 | 5 | over=60s"_s << QString();
        QTest::newRow("too long for a label") << u"rules header:x==%1 | wait"_s.arg(QString(260, u'x')) << QString();
    }
    void stepIsRead()
    {
        QFETCH(QString, line);
        QFETCH(QString, text);
        const auto step = parseStep(line);
        QCOMPARE(bool(step), !text.isEmpty());
        if (!step) {
            QVERIFY(!step.error().reason.isEmpty());
            return;
        }
        QCOMPARE(toText(*step), text);
        QCOMPARE(*parseStep(text), *step);
    }
    void fileHasCommentsAndNeedsAStep()
    {
        QCOMPARE(parseSteps(u"# small first\n\n5 | 10\n 50 | wait\n"_s)->size(), 2);
        QVERIFY(!parseSteps(u"# nothing\n"_s));
    }

    // A plan comes back from its labels; each is one that APISIX takes: text without white space, 256 at most.
    void labelsKeepThePlan()
    {
        ReleasePlan plan = planOf({u"rules header:x-canary==1 | wait"_s, u"5 | 60 | errors<=1%"_s, u"100 | 0"_s}, 2);
        plan.cancelsOnAlarm = true;
        const QJsonObject labels = planLabels(plan);
        for (const QJsonValue &value : labels)
            QVERIFY(value.isString() && !value.toString().contains(u' ') && value.toString().size() <= 256);
        QCOMPARE(labels[u"sluice.plan.2"_s].toString(), u"5|60|errors%3C%3D1%25"_s);
        QCOMPARE(labels[u"sluice.plan.at"_s].toString(), u"2"_s);
        const ReleasePlan back = planFrom(recordWith(labels));
        QCOMPARE(back.steps, plan.steps);
        QCOMPARE(back.at, 2);
        QCOMPARE(back.since, noon);
        QVERIFY(back.cancelsOnAlarm);
    }
    void shorterPlanTakesOldLabelsAway()
    {
        const Resource record = recordWith(planLabels(planOf({u"5 | 1"_s, u"10 | 1"_s, u"20 | 1"_s}, 3)));
        const QJsonObject change = planChange(record, planOf({u"50 | 1"_s}, 0));
        QVERIFY(change[u"sluice.plan.2"_s].isNull() && change[u"sluice.plan.3"_s].isNull());
        QCOMPARE(planFrom(recordWith(merged(record.labels(), change))).steps.size(), 1);
        // Nulls for what is there alone: others would be stored, and refused.
        QVERIFY(!planChange(recordWith({}), planOf({u"50 | 1"_s}, 0)).contains(u"sluice.plan.2"_s));
    }
    void unreadableStepWaitsAndSendsNothing()
    {
        const ReleasePlan plan = planFrom(recordWith({{u"sluice.plan.1"_s, u"nonsense"_s}}));
        QCOMPARE(plan.steps.size(), 1);
        QVERIFY(!plan.steps.first().hold);
        QCOMPARE(plan.steps.first().policy.percentage, 0);
    }
    // By hand means: not as planned (B12).
    void configureByHandPausesThePlan()
    {
        Resource record = recordWith(planLabels(planOf({u"5 | 1"_s, u"10 | 1"_s}, 1)));
        Release release;
        release.revision = 3;
        TrafficPolicy policy;
        policy.percentage = 30;
        const PlannedWrites writes = plannedConfigure(record, release, {}, policy, stamp);
        const ReleasePlan after = planFrom(recordWith(merged(record.labels(), writes.record[u"labels"_s].toObject())));
        QVERIFY(after.isPaused());
        QCOMPARE(after.at, 1);
        const PlannedWrites plain = plannedConfigure(recordWith({}), release, {}, policy, stamp);
        QVERIFY(!plain.record[u"labels"_s].toObject().contains(u"sluice.plan.order"_s));
    }
    // The place in the plan and the split are one write, so that a cut never makes a step twice.
    void stepIsOneWrite()
    {
        const Resource record = recordWith(planLabels(planOf({u"5 | 1"_s, u"10 | 1"_s}, 1)));
        Release release;
        release.target = u"v2"_s;
        release.revision = 3;
        const PlannedWrites writes = plannedStep(record, release, {}, 2, stamp);
        const QJsonObject labels = writes.record[u"labels"_s].toObject();
        QCOMPARE(labels[u"sluice.plan.at"_s].toString(), u"2"_s);
        QCOMPARE(labels[u"sluice.revision"_s].toString(), u"4"_s);
        QVERIFY(writes.record[u"plugins"_s].toObject().contains(u"traffic-split"_s));
        QVERIFY(labels[u"sluice.log.4-0123abcd"_s].toString().contains(u"step"_s));
    }

    void nextMoveIs_data()
    {
        QTest::addColumn<ReleasePlan>("plan");
        QTest::addColumn<PlanSituation>("situation");
        QTest::addColumn<PlanMove::Kind>("kind");
        QTest::addColumn<int>("step");
        using Kind = PlanMove::Kind;
        const QStringList lines{u"5 | 60 | errors<=1% min=10"_s, u"20 | wait"_s, u"50 | 30"_s};
        const auto row = [](const char *name, const ReleasePlan &plan, const PlanSituation &situation, Kind kind,
                            int step = 0) { QTest::newRow(name) << plan << situation << kind << step; };
        const auto with = [](ReleasePlan plan, PlanOrder order, const QString &obeyed = {}) {
            plan.order = order;
            plan.orderId = u"1"_s;
            plan.obeyed = obeyed;
            return plan;
        };
        const ReleasePlan fresh = planOf(lines, 0);
        const ReleasePlan first = planOf(lines, 1);
        const ReleasePlan second = planOf(lines, 2);
        const ReleasePlan last = planOf(lines, 3);
        PlanSituation enough = fine(first, 60);
        enough.requests = 200;
        enough.onTarget = 10;

        row("not begun", fresh, fine(fresh), Kind::GoTo, 1);
        row("holds", first, fine(first, 59), Kind::Wait);
        row("held, and kept", first, enough, Kind::GoTo, 2);
        PlanSituation pending = enough;
        pending.condition = ReleaseCondition::Pending;
        row("cut between two writes", first, pending, Kind::Finish, 1);
        row("cut, and then paused", with(first, PlanOrder::Pause), pending, Kind::Finish, 1);
        PlanSituation few = enough;
        few.requests = 19;
        row("no whole period yet", first, few, Kind::Wait);
        few.requests = 159;
        few.workers = 8;
        row("no whole period of each worker", first, few, Kind::Wait);
        few.requests = 160;
        row("a period of each worker", first, few, Kind::GoTo, 2);
        few = enough;
        few.onTarget = 9;
        row("not one canary more than nine", first, few, Kind::Wait);
        PlanSituation unmet = enough;
        unmet.unmet = u"errors<=1%: 2.0 %"_s;
        row("held, but not within its limits", first, unmet, Kind::Wait);
        PlanSituation broken = fine(first, 1);
        broken.broken = u"errors<=1%: 50.0 %"_s;
        row("a limit is broken: not waited for the hold", first, broken, Kind::Alarm);
        PlanSituation ahead = fine(last);
        ahead.now = noon.addSecs(-3600);
        row("a clock that is behind", last, ahead, Kind::Wait);
        row("waits for a person", second, fine(second, 100'000), Kind::Wait);
        row("told to go on", with(second, PlanOrder::GoOn), fine(second), Kind::GoTo, 3);
        row("told for an earlier step", with(second, PlanOrder::GoOn, u"1"_s), fine(second), Kind::Wait);
        row("end of a pause is no go-on", with(second, PlanOrder::Resume), fine(second), Kind::Wait);
        row("paused", with(first, PlanOrder::Pause), enough, Kind::Wait);
        ReleasePlan alarmed = with(first, PlanOrder::Pause);
        alarmed.alarm = u"errors<=1%: 50.0 %"_s;
        row("stopped by an alarm before", alarmed, enough, Kind::Alarm);
        row("skipped", with(first, PlanOrder::Skip), fine(first), Kind::GoTo, 2);
        row("skipped once only", with(second, PlanOrder::Skip, u"1"_s), fine(second), Kind::Wait);
        row("back", with(last, PlanOrder::Back), fine(last), Kind::GoTo, 2);
        row("back before the first", with(first, PlanOrder::Back), fine(first), Kind::GoTo, 1);
        PlanSituation otherwise = fine(second);
        otherwise.policy.percentage = 33;
        row("configured otherwise, and resumed", second, otherwise, Kind::GoTo, 2);
        row("the last one holds", last, fine(last, 29), Kind::Wait);
        row("the last one has passed", last, fine(last, 30), Kind::Done);
        row("the last one is skipped", with(last, PlanOrder::Skip), fine(last), Kind::Done);
        const ReleasePlan nothing = planOf({u"0 | 5 | errors<=1%"_s, u"5 | 5"_s}, 1);
        row("0 %: there is no target to judge", nothing, fine(nothing, 5), Kind::GoTo, 2);
    }
    void nextMoveIs()
    {
        QFETCH(ReleasePlan, plan);
        QFETCH(PlanSituation, situation);
        QFETCH(PlanMove::Kind, kind);
        QFETCH(int, step);
        const PlanMove move = nextMove(plan, situation);
        QCOMPARE(move.kind, kind);
        QCOMPARE(move.step, step);
        QVERIFY(!move.why.isEmpty());
    }

    void limitsCountAfterWorkersTimesPeriod()
    {
        TrafficPolicy policy;
        policy.percentage = 17;
        QCOMPARE(requestsBeforeJudging(policy, 16), 1600);
        policy.percentage = 50;
        QCOMPARE(requestsBeforeJudging(policy, 2), 4);
    }
};

QTEST_GUILESS_MAIN(TestReleasePlan)
#include "tst_releaseplan.moc"
