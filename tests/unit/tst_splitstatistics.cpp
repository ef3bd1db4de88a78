// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/splitmodel.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace sluice;
using sluice::test::SplitModel;
using namespace Qt::StringLiterals;

namespace {

SplitRun runOf(double percentage, int workers, int connections, bool exclusive)
{
    return {percentage, workers, connections, exclusive, 3, 0};
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
        QFile file(QStringLiteral(SLUICE_TESTS "/samples/split-counts.csv"));
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

    // The short form of bench/verification. A healthy gateway that nobody else calls is never called wrong, also where
    // its workers restart, and always a match with the proposed number.
    void healthyAndExclusive()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 400; ++round) {
            SplitModel::Setting setting{random.bounded(101), 1 + random.bounded(16), 1 + random.bounded(32), 0,
                                        random.bounded(2) == 0};
            SplitModel model(setting, random);
            const qint64 few = 1 + random.bounded(500);
            QVERIFY(judge(model.run(true), few, model.send(few)) != Verdict::DoesNotMatch);
            setting.restarts = false;
            SplitModel steady(setting, random);
            const qint64 enough = sufficientRequests(steady.run(true));
            if (enough < 20'000)
                QCOMPARE(judge(steady.run(true), enough, steady.send(enough)), Verdict::Matches);
        }
    }
    // Shared with others: at most 1 % false alarms.
    void healthyAndShared()
    {
        QRandomGenerator random(2);
        int alarms = 0;
        constexpr int rounds = 1000;
        for (int round = 0; round < rounds; ++round) {
            SplitModel model({random.bounded(101), 1 + random.bounded(16), 1 + random.bounded(32), 2, false}, random);
            const qint64 requests = 200 + random.bounded(800);
            alarms += judge(model.run(false), requests, model.send(requests)) == Verdict::DoesNotMatch;
        }
        QVERIFY2(alarms <= rounds / 100, qPrintable(QString::number(alarms)));
    }
    // A deviation of three points is found with the proposed number.
    void deviationIsFound()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 200; ++round) {
            SplitModel::Setting setting{7 + random.bounded(87), 1 + random.bounded(4), 4, 0, false};
            const SplitRun run = SplitModel(setting, random).run(true);
            const qint64 enough = sufficientRequests(run);
            setting.percentage += random.bounded(2) == 0 ? 3 : -3;
            QCOMPARE(judge(run, enough, SplitModel(setting, random).send(enough)), Verdict::DoesNotMatch);
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
