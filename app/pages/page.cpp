// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/page.h"

#include <QEvent>

namespace sluice::app {

Page::Page(QWidget *parent)
    : QWidget(parent)
{
}

Page::~Page() = default;

void Page::enter(const Location &location)
{
    m_location = location;
    entered();
}

QList<RowAction> Page::releaseActions() const
{
    return {};
}

QList<QAction *> Page::toolActions()
{
    return {};
}

QWidget *Page::tools()
{
    return nullptr;
}

void Page::refresh() {}

bool Page::hasUnsavedInput() const
{
    return false;
}

bool Page::isSettled() const
{
    return true;
}

void Page::focusFilter() {}

ListView *Page::mainList() const
{
    return nullptr;
}

void Page::setStatus(const QString &status)
{
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT statusChanged(m_status);
}

void Page::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT titleChanged();
    }
}

Location Page::elsewhere(Section section, const QString &object) const
{
    Location there = m_location;
    there.section = section;
    there.object = object;
    there.extra.clear();
    return there;
}

} // namespace sluice::app
