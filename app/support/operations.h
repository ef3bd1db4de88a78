// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/operation.h"

#include <QHash>
#include <QObject>

class QWidget;

namespace sluice::app {

/// Asks before an operation, then carries it out beside the window, one at a time for each subject. Whoever shows the
/// cluster says what came of it.
class Operations : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Opens the confirmation over the widget's window; nothing happens before Confirm.
    void ask(QWidget *over, const Operation &operation);
    /// For what a form has confirmed already.
    void start(const Operation &operation, const QString &reason);
    bool isRunning(const QString &cluster, const QString &subject) const;
    /// What is under way on a cluster; on all without one.
    QList<Operation> running(const QString &cluster = {}) const;

    struct Outcome
    {
        Operation operation;
        Result<OperationResult> result;
    };
    /// What ended last on this cluster and nobody has shown yet; the next page that is entered shows it.
    std::optional<Outcome> takeOutcome(const QString &cluster);
    /// For a page that leads elsewhere first.
    void tellLater(const Outcome &outcome) { m_untold = outcome; }

Q_SIGNALS:
    void began(const sluice::app::Operation &operation);
    void ended(const sluice::app::Operation &operation);

private:
    static QCoro::Task<void> run(QPointer<Operations> self, Operation operation, QString reason);

    QHash<QString, Operation> m_running; ///< by cluster and subject
    std::optional<Outcome> m_untold;
};

} // namespace sluice::app
