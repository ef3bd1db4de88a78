// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/net/untilsignal.h"

#include <QTest>

#include <QCoroTask>

#include <memory>

using namespace sluice;
using namespace std::chrono_literals;

/// A coroutine that waits for a signal goes on once, however often and whenever the signal comes.
class UntilSignalTest : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void woken();

private Q_SLOTS:
    void init() { m_passed = 0; }

    void goesOnOnceForSeveral();
    void goesOnOnceAsTimeIsOver();
    void goesOnWhenTimeIsOver();
    void staysWhereTheObjectDies();

private:
    /// Waits twice, so that one that is resumed too often is seen.
    QCoro::Task<void> pass(std::optional<std::chrono::milliseconds> patience);

    QCoro::Task<void> passOf(QObject *object);

    int m_passed = 0;
};

QCoro::Task<void> UntilSignalTest::pass(std::optional<std::chrono::milliseconds> patience)
{
    co_await UntilSignal(this, &UntilSignalTest::woken, patience);
    ++m_passed;
    co_await UntilSignal(this, &UntilSignalTest::woken);
    ++m_passed;
}

QCoro::Task<void> UntilSignalTest::passOf(QObject *object)
{
    co_await UntilSignal(object, &QObject::objectNameChanged, 1ms);
    ++m_passed;
}

void UntilSignalTest::goesOnOnceForSeveral()
{
    pass(std::nullopt);
    for (int times = 0; times < 3; ++times)
        Q_EMIT woken();
    QCOMPARE(m_passed, 0); // never before the signal's other listeners have heard it
    QTRY_COMPARE(m_passed, 1);
    QCoreApplication::processEvents();
    QCOMPARE(m_passed, 1);
    Q_EMIT woken();
    QTRY_COMPARE(m_passed, 2);
}

void UntilSignalTest::goesOnOnceAsTimeIsOver()
{
    pass(1ms);
    // Due before that, and so late that both are.
    QTimer::singleShot(0, this, [this] {
        QTest::qSleep(5);
        Q_EMIT woken();
    });
    QTRY_COMPARE(m_passed, 1);
    QCoreApplication::processEvents();
    QCOMPARE(m_passed, 1);
    Q_EMIT woken();
    QTRY_COMPARE(m_passed, 2);
}

void UntilSignalTest::goesOnWhenTimeIsOver()
{
    pass(1ms);
    QTRY_COMPARE(m_passed, 1);
    Q_EMIT woken();
    QTRY_COMPARE(m_passed, 2);
}

void UntilSignalTest::staysWhereTheObjectDies()
{
    auto object = std::make_unique<QObject>();
    passOf(object.get());
    object->setObjectName(QStringLiteral("x"));
    object.reset();
    QTest::qWait(20);
    QCOMPARE(m_passed, 0);
}

QTEST_GUILESS_MAIN(UntilSignalTest)
#include "tst_untilsignal.moc"
