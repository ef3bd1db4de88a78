// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/detailpage.h"

#include "app/support/palette.h"
#include "app/widgets/emptypage.h"
#include "app/widgets/pagesection.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace sluice::app {

DetailPage::DetailPage(const PageContext &context, const QString &icon, QWidget *parent)
    : ClusterPage(context, parent)
    , m_grid(nullptr)
    , m_empty(new EmptyPage(icon, this))
    , m_scroll(nullptr)
    , m_stack(new QStackedWidget(this))
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, space::inside, space::group, space::group);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(2 * space::margin);
    m_grid->setVerticalSpacing(space::margin);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    m_scroll = scroll;
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_empty);
    setContent(m_stack);
}

PageSection *DetailPage::addSection(QWidget *content, Width width)
{
    auto *section = new PageSection(content, this);
    const int row = width == Width::Right ? m_grid->rowCount() - 1 : m_grid->rowCount();
    m_grid->addWidget(section, row, width == Width::Right ? 1 : 0, 1, width == Width::Whole ? 2 : 1, Qt::AlignTop);
    return section;
}

void DetailPage::setPresent(bool present)
{
    m_stack->setCurrentWidget(present ? m_scroll : m_empty);
}

void DetailPage::entered()
{
    m_title.clear();
    ClusterPage::entered();
}

void DetailPage::announceTitle()
{
    if (title() == m_title)
        return;
    m_title = title();
    m_scroll->setAccessibleName(m_title);
    Q_EMIT titleChanged();
}

} // namespace sluice::app
