// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/splitschedule.h"
#include "core/verify/splitstatistics.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace sluice;
using namespace Qt::StringLiterals;

namespace {

/// A gateway with several workers, each with an order of its own that begins anywhere; foreign requests go in between.
qint64 simulate(int percentage, int workers, qint64 requests, double foreignShare, QRandomGenerator &random)
{
    std::vector<std::unique_ptr<SplitSchedule>> orders;
    for (int i = 0; i < workers; ++i) {
        orders.push_back(std::make_unique<SplitSchedule>(
            std::vector<std::uint64_t>{std::uint64_t(percentage), std::uint64_t(100 - percentage)}));
        const auto skipped = random.bounded(int(orders.back()->period()));
        for (int skip = 0; skip < skipped; ++skip)
            orders.back()->next();
    }
    qint64 onTarget = 0;
    for (qint64 sent = 0; sent < requests;) {
        SplitSchedule &order = *orders[std::size_t(random.bounded(workers))];
        const bool hit = order.next() == 0;
        if (random.generateDouble() < foreignShare)
            continue;
        ++sent;
        onTarget += hit ? 1 : 0;
    }
    return onTarget;
}

SplitRun runOf(double percentage, int workers, int connections, bool exclusive)
{
    return {percentage, workers, connections, exclusive, 3};
}

} // namespace

/// Design 9: the verdict knows how the gateway picks.
class TestSplitStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Counts of a real APISIX with 1 to 16 workers: none may be called wrong.
    void realCountsAreHealthy()
    {
        QFile file(QStringLiteral(SLUICE_RECORDINGS) + u"/../samples/split-counts.csv"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QVERIFY(lines.size() > 1000);
        for (const QByteArray &line : lines.sliced(1)) {
            const QList<QByteArray> cells = line.split(',');
            for (const bool exclusive : {true, false}) {
                const SplitRun run = runOf(cells.at(1).toDouble(), cells.at(0).toInt(), cells.at(2).toInt(), exclusive);
                QVERIFY2(judge(run, cells.at(3).toLongLong(), cells.at(4).toLongLong()) != Verdict::DoesNotMatch,
                         line.constData());
            }
        }
    }

    void knownVerdicts_data()
    {
        QTest::addColumn<double>("percentage");
        QTest::addColumn<int>("workers");
        QTest::addColumn<bool>("exclusive");
        QTest::addColumn<qint64>("requests");
        QTest::addColumn<qint64>("onTarget");
        QTest::addColumn<Verdict>("verdict");
        const auto row = [](const char *name, double percentage, int workers, bool exclusive, qint64 requests,
                            qint64 onTarget, Verdict verdict) {
            QTest::newRow(name) << percentage << workers << exclusive << requests << onTarget << verdict;
        };
        row("exact", 20, 1, true, 1000, 200, Verdict::Matches);
        row("three points off", 20, 1, true, 1000, 230, Verdict::DoesNotMatch);
        row("three points off, shared", 20, 1, false, 1000, 230, Verdict::TooFew);
        row("no hit at 1 %, a cycle too short", 1, 1, true, 99, 0, Verdict::TooFew);
        row("no hit at 1 %", 1, 1, true, 100, 0, Verdict::DoesNotMatch);
        row("no hit at 1 %, for long", 1, 1, true, 1000, 0, Verdict::DoesNotMatch);
        row("0 %: none", 0, 1, true, 1000, 0, Verdict::Matches);
        row("0 %: a stray one", 0, 1, false, 1000, 1, Verdict::DoesNotMatch);
        row("100 %: all", 100, 1, true, 1000, 1000, Verdict::Matches);
        row("100 %: a stray one", 100, 16, true, 1000, 999, Verdict::DoesNotMatch);
        row("everything on the target, few", 20, 1, true, 5, 5, Verdict::DoesNotMatch);
        row("nothing sent", 20, 1, true, 0, 0, Verdict::TooFew);
    }
    void knownVerdicts()
    {
        QFETCH(double, percentage);
        QFETCH(int, workers);
        QFETCH(bool, exclusive);
        QFETCH(qint64, requests);
        QFETCH(qint64, onTarget);
        QFETCH(Verdict, verdict);
        QCOMPARE(judge(runOf(percentage, workers, workers, exclusive), requests, onTarget), verdict);
    }

    // A healthy gateway that nobody else calls is never called wrong, and always a match with the proposed number.
    void healthyAndExclusive()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 300; ++round) {
            const int percentage = 1 + random.bounded(99);
            const int workers = 1 + random.bounded(16);
            const SplitRun run = runOf(percentage, workers, workers, true);
            const qint64 few = 1 + random.bounded(500);
            QVERIFY(judge(run, few, simulate(percentage, workers, few, 0, random)) != Verdict::DoesNotMatch);
            const qint64 enough = sufficientRequests(run);
            if (enough < 20'000)
                QCOMPARE(judge(run, enough, simulate(percentage, workers, enough, 0, random)), Verdict::Matches);
        }
    }
    // Shared with others: at most 1 % false alarms.
    void healthyAndShared()
    {
        QRandomGenerator random(2);
        int alarms = 0;
        constexpr int rounds = 1000;
        for (int round = 0; round < rounds; ++round) {
            const int percentage = 1 + random.bounded(99);
            const int workers = 1 + random.bounded(4);
            const qint64 requests = 200 + random.bounded(800);
            const qint64 onTarget = simulate(percentage, workers, requests, 0.7, random);
            alarms += judge(runOf(percentage, workers, workers, false), requests, onTarget) == Verdict::DoesNotMatch;
        }
        QVERIFY2(alarms <= rounds / 100, qPrintable(QString::number(alarms)));
    }
    // A deviation of three points is found with the proposed number.
    void deviationIsFound()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 200; ++round) {
            const int percentage = 7 + random.bounded(86);
            const int workers = 1 + random.bounded(4);
            const SplitRun run = runOf(percentage, workers, workers, true);
            const qint64 enough = sufficientRequests(run);
            const int other = percentage + (random.bounded(2) == 0 ? 3 : -3);
            QVERIFY(judge(run, enough, simulate(other, workers, enough, 0, random)) != Verdict::Matches);
        }
    }
    void firstCanaryIsCertain()
    {
        QCOMPARE(requestsUntilFirst(runOf(0, 1, 1, true)), 0);
        QCOMPARE(requestsUntilFirst(runOf(100, 4, 4, true)), 1);
        const SplitRun run = runOf(17, 1, 1, true);
        QVERIFY(requestsUntilFirst(run) > 66); // B7: the first 66 requests of each worker go to the current upstream
        QCOMPARE(requestsUntilFirst(runOf(17, 16, 16, true)), 16 * (requestsUntilFirst(run) - 1) + 1);
    }
};

QTEST_GUILESS_MAIN(TestSplitStatistics)
#include "tst_splitstatistics.moc"
