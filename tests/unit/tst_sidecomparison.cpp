// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/sidecomparison.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace sluice;
using namespace Qt::StringLiterals;

namespace {

/// Latencies as they are: many short, a long tail; factor stretches them.
SideSamples samples(int count, double factor, QRandomGenerator &random)
{
    SideSamples result;
    for (int i = 0; i < count; ++i) {
        const double drawn = std::max(1e-9, random.generateDouble());
        result.add(200, qint64(factor * (2000 - 1500 * std::log(drawn))), 100);
    }
    return result;
}

} // namespace

/// Current against target: what is said of a difference, and when nothing is said.
class TestSideComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // By hand: U = 23.5 of 25 for these ranks; without ties the exact p of 5 and 5 is 0.0079 for complete separation.
    void rankTestByHand()
    {
        const RankTest apart = mannWhitney({1, 2, 3, 4, 5}, {6, 7, 8, 9, 10});
        QCOMPARE(apart.effect, 1.0);
        QVERIFY(std::abs(apart.p - 0.0122) < 0.0005); // normal approximation with continuity: z = 12 / sqrt(22.9167)
        const RankTest tied = mannWhitney({1, 2, 2, 3, 4}, {2, 5, 6, 7, 8});
        QVERIFY(std::abs(tied.effect - (2 * 22.0 / 25 - 1)) < 1e-9);
        const RankTest equal = mannWhitney({5, 5, 5}, {5, 5, 5});
        QCOMPARE(equal.effect, 0.0);
        QCOMPARE(equal.p, 1.0);
        const RankTest mirrored = mannWhitney({6, 7, 8, 9, 10}, {1, 2, 3, 4, 5});
        QCOMPARE(mirrored.effect, -1.0);
        QCOMPARE(mirrored.p, apart.p);
    }
    void quantilesHaveIntervals()
    {
        std::vector<qint64> sorted;
        for (int i = 1; i <= 1000; ++i)
            sorted.push_back(i * 1000);
        const Estimate median = quantile(sorted, 0.5);
        QCOMPARE(median.value, 501.0);
        QVERIFY(median.low > 465 && median.low < 475); // 500 - 1.96 sqrt(250)
        QVERIFY(median.high > 527 && median.high < 537);
        const Estimate lone = quantile({7000}, 0.99);
        QCOMPARE(lone.value, 7.0);
        QCOMPARE(lone.low, 7.0);
        QCOMPARE(lone.high, 7.0);
    }
    void findings_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("factor");
        QTest::addColumn<SideComparison::Finding>("finding");
        using Finding = SideComparison::Finding;
        QTest::newRow("alike") << 400 << 1.0 << Finding::NoDifference;
        QTest::newRow("twice as slow") << 400 << 2.0 << Finding::TargetSlower;
        QTest::newRow("twice as fast") << 400 << 0.5 << Finding::TargetFaster;
        QTest::newRow("sure, but it does not count") << 50'000 << 1.05 << Finding::NoDifference;
        QTest::newRow("too few") << 19 << 5.0 << Finding::TooFew;
    }
    void findings()
    {
        QFETCH(int, count);
        QFETCH(double, factor);
        QFETCH(SideComparison::Finding, finding);
        QRandomGenerator random(7);
        const SideSamples current = samples(count, 1, random);
        const SideComparison both = compare(current, samples(count, factor, random));
        QCOMPARE(both.finding, finding);
        QVERIFY(!both.sentence().isEmpty());
        QCOMPARE(both.latency.has_value(), finding != SideComparison::Finding::TooFew);
    }
    // Two upstreams that are alike: "slower" is said by chance in fewer than 1 % of the runs.
    void seldomSaidByChance()
    {
        QRandomGenerator random(11);
        int said = 0;
        for (int round = 0; round < 1000; ++round) {
            const SideSamples current = samples(400, 1, random);
            said += compare(current, samples(60, 1, random)).finding != SideComparison::Finding::NoDifference;
        }
        QVERIFY2(said <= 10, qPrintable(QString::number(said)));
    }
    void errorsAndSizes()
    {
        SideSamples side;
        for (int i = 0; i < 98; ++i)
            side.add(200, 1000, 10);
        side.add(503, 1000, 500);
        side.add(500, 1000, 500);
        const SideComparison both = compare(side, {});
        QCOMPARE(both.current.errors.value, 2.0);
        QVERIFY(both.current.errors.low > 0.2 && both.current.errors.low < 0.3); // Clopper-Pearson, 2 of 100
        QVERIFY(both.current.errors.high > 7 && both.current.errors.high < 7.1);
        QCOMPARE(both.current.bodySize, 10.0);
        QCOMPARE(both.target.answers, 0);
        QVERIFY(both.target.curve.isEmpty());
        QCOMPARE(both.current.curve.size(), 101);
    }
};

QTEST_GUILESS_MAIN(TestSideComparison)
#include "tst_sidecomparison.moc"
