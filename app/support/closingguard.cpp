// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/closingguard.h"

#include "app/dialogs/question.h"
#include "app/mainwindow.h"
#include "app/pages/page.h"
#include "app/support/operations.h"
#include "app/support/planruns.h"
#include "app/support/trafficalarms.h"
#include "core/model/prose.h"

#include <QEvent>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

/// A gateway that does not answer is not waited for any longer.
constexpr std::chrono::seconds closingPatience{10};

} // namespace

ClosingGuard::ClosingGuard(MainWindow &window, Operations &operations, PlanRuns &runs, const TrafficAlarms &alarms)
    : m_window(window)
    , m_operations(operations)
    , m_runs(runs)
    , m_alarms(alarms)
{
    m_window.installEventFilter(this);
    connect(&m_operations, &Operations::ended, this, &ClosingGuard::closeOnceIdle);
}

bool ClosingGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Close || m_isEnding)
        return QObject::eventFilter(watched, event);
    const QStringList lost = losses();
    if (lost.isEmpty())
        return QObject::eventFilter(watched, event);
    event->ignore();
    ask(lost);
    return true;
}

QStringList ClosingGuard::losses() const
{
    QStringList sentences;
    if (m_window.page() != nullptr && m_window.page()->hasUnsavedInput())
        sentences.append(tr("What you typed on this page has not been submitted yet."));
    if (m_runs.count() > 0)
        sentences.append(tr("%n plan(s) are run by this window. They stay where they are until someone runs them.", "",
                            m_runs.count()));
    if (m_alarms.count() > 0)
        sentences.append(tr("The limits of %n release(s) are watched by this window, and by nobody once it is closed.",
                            "", m_alarms.count()));
    QStringList actions;
    const QList<Operation> running = m_operations.running();
    for (const Operation &operation : running) {
        if (!operation.lasts)
            actions.append(operation.title);
    }
    if (!actions.isEmpty())
        sentences.append(tr("Under way: %1. The window closes when that is done.").arg(enumerated(actions)));
    return sentences;
}

void ClosingGuard::ask(const QStringList &losses)
{
    if (m_question != nullptr && m_question->isVisible())
        return;
    m_question =
        app::ask(&m_window, {tr("Close Sluice?"), losses.join(u'\n'), {}, tr("Close"), tr("Stay")}, [this] { end(); });
}

void ClosingGuard::end()
{
    m_isEnding = true;
    m_runs.stopAll();
    m_window.showEnding();
    QTimer::singleShot(closingPatience, &m_window, &QWidget::close);
    closeOnceIdle();
}

void ClosingGuard::closeOnceIdle()
{
    if (m_isEnding && m_operations.running().isEmpty())
        m_window.close();
}

} // namespace sluice::app
