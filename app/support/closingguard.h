// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>

class QMessageBox;

namespace sluice::app {

class MainWindow;
class Operations;
class PlanRuns;
class TrafficAlarms;

/// Stands between the window's close button and what closing would cut: asks first, ends the runs of plans so that
/// others can go on at once, and waits for actions under way, for between two writes they would be left pending.
class ClosingGuard : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    ClosingGuard(MainWindow &window, Operations &operations, PlanRuns &runs, const TrafficAlarms &alarms);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QStringList losses() const;
    void ask(const QStringList &losses);
    void end();
    void closeOnceIdle();

    MainWindow &m_window;
    Operations &m_operations;
    PlanRuns &m_runs;
    const TrafficAlarms &m_alarms;
    QPointer<QMessageBox> m_question; ///< that is open
    bool m_isEnding = false;          ///< agreed to: whoever closes once more does not wait
};

} // namespace sluice::app
