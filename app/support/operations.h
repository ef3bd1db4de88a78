// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/operation.h"

#include <QObject>
#include <QSet>

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

Q_SIGNALS:
    void began(const sluice::app::Operation &operation);
    void succeeded(const sluice::app::Operation &operation, const sluice::app::OperationResult &result);
    void failed(const sluice::app::Operation &operation, const sluice::Error &error);

private:
    static QCoro::Task<void> run(QPointer<Operations> self, Operation operation, QString reason);

    QSet<QString> m_running;
};

} // namespace sluice::app
