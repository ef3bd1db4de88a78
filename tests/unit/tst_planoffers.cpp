// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/planrows.h"
#include "core/release/planwords.h"

#include <QTest>

using namespace sluice;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// 10 % for a time, 20 % until a person, 50 % within limits.
ObservedRelease planned(int at, std::optional<PlanOrder> order = {}, Release::State state = Release::State::InProgress)
{
    ObservedRelease observed;
    observed.release.id = u"sluice-000000000001"_s;
    observed.release.state = state;
    observed.condition = ReleaseCondition::Applied;
    observed.plan.steps = *parseSteps(u"10 | 5m\n20 | wait\n50 | 1h | errors<=1% p95<=300ms"_s);
    observed.plan.at = at;
    observed.plan.since = QDateTime(QDate(2026, 11, 25), QTime(10, 0), Qt::UTC);
    observed.plan.order = order;
    observed.plan.orderId = order ? u"1"_s : QString();
    if (at > 0)
        observed.release.policy = observed.plan.steps[at - 1].policy;
    return observed;
}

LeaseHolder leaseOf(const QString &name, qint64 renewal = 1)
{
    return {name, QDateTime(QDate(2026, 11, 25), QTime(9, 0), Qt::UTC), renewal};
}

/// "run, pause!": what can't be done carries a mark.
QString inShort(const QList<PlanOffer> &offers)
{
    QStringList words;
    for (const PlanOffer &offer : offers)
        words.append(actionWord(offer.action, true) + (offer.obstacle.isEmpty() ? u""_s : u"!"_s));
    return words.join(u", "_s);
}

} // namespace

Q_DECLARE_METATYPE(sluice::PlanHolder)

/// What can be done with a plan and how it is told: pure functions of the release and of who holds the lease.
class TestPlanOffers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatWouldSucceed_data()
    {
        QTest::addColumn<ObservedRelease>("observed");
        QTest::addColumn<PlanHolder>("holder");
        QTest::addColumn<QString>("refusal");
        QTest::addColumn<QString>("offers");
        const auto row = [](const char *name, const ObservedRelease &observed, PlanHolder holder, const QString &offers,
                            const QString &refusal = {}) {
            QTest::newRow(name) << observed << holder << refusal << offers;
        };
        const auto nobody = PlanHolder::Nobody;
        row("not begun", planned(0), nobody,
            u"Run here, Pause the plan, Skip the step!, One step back!, Edit the plan"_s);
        row("at the first step", planned(1), nobody,
            u"Run here, Pause the plan, Skip the step, One step back!, Edit the plan"_s);
        row("at a step that waits", planned(2), nobody,
            u"Run here, Go on, Pause the plan, Skip the step, One step back, Edit the plan"_s);
        row("told to go on", planned(2, PlanOrder::GoOn), nobody,
            u"Run here, Go on!, Pause the plan, Skip the step, One step back, Edit the plan"_s);
        row("at the last step", planned(3), nobody,
            u"Run here, Pause the plan, Skip the step!, One step back, Edit the plan"_s);
        row("paused", planned(1, PlanOrder::Pause), nobody,
            u"Run here, Resume the plan, Skip the step, One step back!, Edit the plan"_s);
        row("run here", planned(1), PlanHolder::Here,
            u"Stop running here, Pause the plan, Skip the step, One step back!, Edit the plan!"_s);
        row("run by another", planned(1), PlanHolder::Other,
            u"Run here!, Pause the plan, Skip the step, One step back!, Edit the plan!"_s);
        row("left behind", planned(1), PlanHolder::LeftBehind,
            u"Take over, Pause the plan, Skip the step, One step back!, Edit the plan!"_s);
        row("a viewer runs nothing", planned(1), nobody,
            u"Run here!, Pause the plan!, Skip the step!, One step back!, Edit the plan!"_s, u"This key only looks."_s);
        row("but may stop", planned(1), PlanHolder::Here,
            u"Stop running here, Pause the plan!, Skip the step!, One step back!, Edit the plan!"_s,
            u"This key only looks."_s);
        ObservedRelease bare = planned(0);
        bare.plan = {};
        row("no plan", bare, nobody, u"Edit the plan"_s);
        row("ended", planned(2, {}, Release::State::Cancelled), nobody, QString());
        ObservedRelease drifted = planned(1);
        drifted.condition = ReleaseCondition::Drift;
        row("drift", drifted, nobody, u"Run here!, Pause the plan, Skip the step, One step back!, Edit the plan"_s);
    }
    // E1, E13: what is refused says why.
    void offersWhatWouldSucceed()
    {
        QFETCH(ObservedRelease, observed);
        QFETCH(PlanHolder, holder);
        QFETCH(QString, refusal);
        observed.lease = holder == PlanHolder::Nobody ? std::nullopt : std::optional(leaseOf(u"li"_s));
        QTEST(inShort(planOffers(observed, holder, refusal)), "offers");
    }

    void otherStepsKeepThePlace_data()
    {
        QTest::addColumn<QString>("steps");
        QTest::addColumn<int>("at");
        QTest::newRow("a later step changed") << u"10 | 5m\n20 | wait\n60 | 1h"_s << 2;
        QTest::newRow("a step more") << u"10 | 5m\n20 | wait\n50 | 1h | errors<=1%\n100 | 1h"_s << 2;
        QTest::newRow("the later steps are gone") << u"10 | 5m\n20 | wait"_s << 2;
        QTest::newRow("the step that holds changed") << u"10 | 5m\n25 | wait\n50 | 1h"_s << 0;
        QTest::newRow("an earlier step changed") << u"11 | 5m\n20 | wait"_s << 0;
        QTest::newRow("the step that holds is gone") << u"10 | 5m"_s << 0;
    }
    void otherStepsKeepThePlace()
    {
        QFETCH(QString, steps);
        const ReleasePlan before = planned(2, PlanOrder::Pause).plan;
        const ReleasePlan after = withSteps(before, *parseSteps(steps), true);
        QTEST(after.at, "at");
        QCOMPARE(after.since, after.at == 0 ? QDateTime() : before.since);
        QVERIFY(after.cancelsOnAlarm);
        QVERIFY(!after.isPaused());
    }

    void leasesThatAreNotRenewedAreLeftBehind_data()
    {
        QTest::addColumn<QList<qint64>>("renewals"); ///< seen every five seconds; 0: nobody
        QTest::addColumn<bool>("stale");
        using Renewals = QList<qint64>;
        QTest::newRow("nobody") << Renewals{0, 0, 0, 0, 0} << false;
        QTest::newRow("one look") << Renewals{7} << false;
        QTest::newRow("renewed in time") << Renewals{7, 7, 7, 8, 8, 8} << false;
        QTest::newRow("not any more") << Renewals{7, 8, 8, 8, 8} << true;
        QTest::newRow("another one took it") << Renewals{7, 7, 7, 7, 0, 9} << false;
    }
    // design.md 11: clocks differ, so only what this client sees counts.
    void leasesThatAreNotRenewedAreLeftBehind()
    {
        QFETCH(QList<qint64>, renewals);
        LeasePulse pulse;
        QDateTime time(QDate(2026, 11, 25), QTime(10, 0), Qt::UTC);
        for (const qint64 renewal : renewals) {
            const auto holder = renewal == 0 ? std::nullopt : std::optional(leaseOf(u"li"_s, renewal));
            pulse.look(holder, time);
            pulse.look(holder, time); // shown again
            time = time.addSecs(5);
        }
        QTEST(pulse.isStale(), "stale");
    }

    void saysWhereItStands_data()
    {
        QTest::addColumn<ObservedRelease>("observed");
        QTest::addColumn<PlanHolder>("holder");
        QTest::addColumn<QString>("runner");
        QTest::addColumn<QString>("wait");
        QTest::addColumn<QString>("next");
        const auto row = [](const char *name, const ObservedRelease &observed, PlanHolder holder, const QString &runner,
                            const QString &wait, const QString &next) {
            QTest::newRow(name) << observed << holder << runner << wait << next;
        };
        row("nobody", planned(1), PlanHolder::Nobody, u"Not running"_s, QString(), u"Next: step 2, 20 %"_s);
        row("paused", planned(1, PlanOrder::Pause), PlanHolder::Nobody, u"Not running"_s, u"The plan is paused."_s,
            u"Next: step 2"_s);
        row("held by another", planned(1), PlanHolder::Other, u"li holds the lease"_s, u"another"_s,
            u"waits for a person"_s);
        row("waits", planned(2), PlanHolder::Other, u"renews it"_s, u"waits until someone says go on"_s,
            u"Next: step 3, 50 %, holds for 1 h"_s);
        row("judged elsewhere", planned(3), PlanHolder::Other, u"renews it"_s, u"limits are judged by whoever runs"_s,
            u"Full release is left to a person"_s);
        row("left behind", planned(3), PlanHolder::LeftBehind, u"was left behind and can be taken over"_s, QString(),
            u"Full release"_s);
        row("not begun", planned(0), PlanHolder::Nobody, u"Not running"_s, QString(), u"Next: step 1, 10 %"_s);
    }
    void saysWhereItStands()
    {
        QFETCH(ObservedRelease, observed);
        QFETCH(PlanHolder, holder);
        QFETCH(QString, runner);
        QFETCH(QString, wait);
        QFETCH(QString, next);
        observed.lease = holder == PlanHolder::Nobody ? std::nullopt : std::optional(leaseOf(u"li"_s));
        const QDateTime later = observed.plan.since.addSecs(observed.plan.at == 3 ? 7200 : 60);
        const PlanStanding standing = standingOf(observed, holder, std::nullopt, later);
        QVERIFY2(standing.runner.contains(runner), qPrintable(standing.runner));
        QVERIFY2(wait.isEmpty() ? standing.wait.isEmpty() : standing.wait.contains(wait), qPrintable(standing.wait));
        QVERIFY2(standing.next.contains(next), qPrintable(standing.next));
    }
    // What the run here has counted goes before what can be guessed.
    void theRunHereKnowsBetter()
    {
        const ObservedRelease observed = planned(3);
        const PlanMove move{PlanMove::Kind::Wait, 0, u"The limits count after 100 requests; there were 3."_s};
        const auto standing = standingOf(observed, PlanHolder::Here, move, observed.plan.since.addSecs(7200));
        QCOMPARE(standing.wait, move.why);
        const PlanMove alarm{PlanMove::Kind::Alarm, 0, u"errors<=1%: 12.5 %"_s};
        QCOMPARE(standingOf(observed, PlanHolder::Here, alarm, observed.plan.since).wait,
                 u"A limit is broken: errors at most 1 % (measured: 12.5 %)."_s);
    }

    void rowsTellEachStep()
    {
        const QList<KeyedRow> rows = planRows(planned(2, PlanOrder::Pause).plan);
        QStringList states;
        for (const KeyedRow &row : rows)
            states.append(row.cells.last());
        QCOMPARE(states, QStringList({u"passed"_s, u"here, paused"_s, u"next"_s}));
        QCOMPARE(rows[1].cells[2], u"waits for a person"_s);
        QCOMPARE(rows[2].cells[3], u"errors at most 1 %, p95 at most 300 ms, over 30 s, after 20 answer(s)"_s);
    }

    void durations_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("word");
        QTest::newRow("none") << 0 << u"0 s"_s;
        QTest::newRow("seconds") << 90 << u"90 s"_s;
        QTest::newRow("minutes") << 300 << u"5 min"_s;
        QTest::newRow("hours") << 7200 << u"2 h"_s;
        QTest::newRow("both") << 5400 << u"1 h 30 min"_s;
    }
    void durations()
    {
        QFETCH(int, seconds);
        QTEST(durationWord(std::chrono::seconds(seconds)), "word");
    }

    void brokenLimits_data()
    {
        QTest::addColumn<QString>("broken");
        QTest::addColumn<QString>("words");
        QTest::newRow("errors") << u"errors<=1%: 12.5 %"_s << u"errors at most 1 % (measured: 12.5 %)"_s;
        QTest::newRow("beyond the histogram")
            << u"p99<=300ms"_s << u"p99 at most 300 ms (measured: beyond what is counted)"_s;
        QTest::newRow("of a later version") << u"cpu too hot"_s << u"cpu too hot"_s;
    }
    void brokenLimits()
    {
        QFETCH(QString, broken);
        QTEST(brokenLimitInWords(broken), "words");
    }

    // A limit of the plan that is broken is everyone's alarm.
    void aBrokenLimitIsAnAlarm()
    {
        ObservedRelease observed = planned(3, PlanOrder::Pause);
        observed.api = Api{{ApiRef::Kind::Route, u"pay"_s}, {}};
        QVERIFY(!alarmOf(observed));
        observed.plan.alarm = u"errors<=1%: 12.5 %"_s;
        QVERIFY(alarmOf(observed)->reason.contains("12.5 %"_L1));
        observed.release.state = Release::State::Cancelled;
        observed.condition = ReleaseCondition::Ended;
        QVERIFY(!alarmOf(observed));
    }
};

QTEST_GUILESS_MAIN(TestPlanOffers)
#include "tst_planoffers.moc"
