// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/runpage.h"

#include "app/support/icons.h"

#include <QAction>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace sluice::app {

RunPage::RunPage(const PageContext &context, QWidget *parent)
    : ClusterPage(context, parent)
    , m_start(new QAction(icon(u"play"_s), QString(), this))
    , m_stop(new QAction(icon(u"stop"_s), QString(), this))
{
    connect(m_start, &QAction::triggered, this, &RunPage::start);
    connect(m_stop, &QAction::triggered, this, &RunPage::stop);
}

bool RunPage::isSettled() const
{
    return !isBusy() && !m_startWanted;
}

bool RunPage::isBusy() const
{
    return isRunning();
}

void RunPage::entered()
{
    m_startWanted = location().extra.value(u"start"_s).toBool();
    ClusterPage::entered();
    startIfWanted();
}

void RunPage::startIfWanted()
{
    if (!m_startWanted || !isReady())
        return;
    m_startWanted = false;
    m_start->trigger();
}

void RunPage::showActions()
{
    const bool running = isRunning();
    const QString why = isReady() ? problem() : tr("Reading the cluster…");
    m_start->setEnabled(!running && why.isEmpty());
    m_start->setToolTip(why.isEmpty() ? startTip() : why);
    m_stop->setEnabled(running);
    Q_EMIT busyChanged(isBusy());
}

void RunPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isRunning())
        return stop();
    ClusterPage::keyPressEvent(event);
}

void RunPage::retranslate()
{
    m_start->setText(tr("Start"));
    m_stop->setText(tr("Stop"));
    ClusterPage::retranslate();
}

} // namespace sluice::app
