// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/latestrun.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <memory>

using namespace sluice::app;

/// What another thread makes for a page or a list.
class LatestRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void madeThereAndTakenHere()
    {
        LatestRun run;
        QThread *taken = nullptr;
        QThread *made = nullptr;
        run.start([] { return QThread::currentThread(); },
                  [&made, &taken](QThread *thread) {
                      made = thread;
                      taken = QThread::currentThread();
                  });
        QVERIFY(run.isRunning());
        QVERIFY(taken == nullptr);
        QTRY_COMPARE(taken, thread());
        QVERIFY(made != nullptr && made != thread());
        QVERIFY(!run.isRunning());
    }

    // The first one is done last, and does not count.
    void latestWins()
    {
        QSemaphore gate;
        QSemaphore passed;
        LatestRun run;
        QList<int> taken;
        const auto take = [&taken](int value) { taken.append(value); };
        run.start(
            [&gate, &passed] {
                gate.acquire();
                passed.release();
                return 1;
            },
            take);
        run.start([] { return 2; }, take);
        QTRY_COMPARE(taken, QList<int>{2});
        QVERIFY(!run.isRunning());
        gate.release();
        passed.acquire();
        run.start([] { return 3; }, take);
        QTRY_COMPARE(taken, (QList<int>{2, 3}));
    }

    void nobodyTakesWhatNobodyWants_data()
    {
        QTest::addColumn<bool>("ends");
        QTest::newRow("it was dropped") << false;
        QTest::newRow("the owner ended") << true;
    }
    void nobodyTakesWhatNobodyWants()
    {
        QFETCH(bool, ends);
        QSemaphore gate;
        auto run = std::make_unique<LatestRun>();
        bool isTaken = false;
        run->start(
            [&gate] {
                gate.acquire();
                return 1;
            },
            [&isTaken](int) { isTaken = true; });
        run->forget();
        QVERIFY(!run->isRunning());
        if (ends)
            run.reset();
        gate.release();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::sendPostedEvents();
        QVERIFY(!isTaken);
    }
};

QTEST_GUILESS_MAIN(LatestRunTest)
#include "tst_latestrun.moc"
