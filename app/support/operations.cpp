// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/operations.h"

#include "app/dialogs/confirmationdialog.h"

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

} // namespace

void Operations::ask(QWidget *over, const Operation &operation)
{
    auto *dialog = new ConfirmationDialog(operation, over->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, operation] { start(operation, dialog->reason()); });
    dialog->open();
}

void Operations::start(const Operation &operation, const QString &reason)
{
    if (isRunning(operation.cluster, operation.subject))
        return;
    m_running.insert(subjectKey(operation.cluster, operation.subject), operation);
    Q_EMIT began(operation);
    run(this, operation, reason);
}

bool Operations::isRunning(const QString &cluster, const QString &subject) const
{
    return m_running.contains(subjectKey(cluster, subject));
}

std::optional<Operations::Outcome> Operations::takeOutcome(const QString &cluster)
{
    if (!m_untold || m_untold->operation.cluster != cluster)
        return std::nullopt;
    return std::exchange(m_untold, std::nullopt);
}

QList<Operation> Operations::running(const QString &cluster) const
{
    QList<Operation> found;
    for (const Operation &operation : m_running) {
        if (cluster.isEmpty() || operation.cluster == cluster)
            found.append(operation);
    }
    return found;
}

QCoro::Task<void> Operations::run(QPointer<Operations> self, Operation operation, QString reason)
{
    Result<OperationResult> done = co_await operation.run(reason);
    if (!self)
        co_return;
    self->m_running.remove(subjectKey(operation.cluster, operation.subject));
    if (!done || !done->text.isEmpty())
        self->m_untold = Outcome{operation, done};
    Q_EMIT self->ended(operation);
}

} // namespace sluice::app
