// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/pagesection.h"

#include "app/support/palette.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace sluice::app {

PageSection::PageSection(QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_head(new QHBoxLayout)
{
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_title->setTextFormat(Qt::PlainText);
    m_head->setSpacing(space::inside);
    m_head->addWidget(m_title);
    m_head->addStretch();
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addLayout(m_head);
    column->addWidget(line);
    column->addWidget(content);
}

void PageSection::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void PageSection::addTool(QWidget *tool)
{
    m_head->addWidget(tool);
}

} // namespace sluice::app
