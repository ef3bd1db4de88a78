// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/pagesection.h"

#include "app/support/palette.h"
#include "app/widgets/sectiontitle.h"

#include <QVBoxLayout>

namespace sluice::app {

PageSection::PageSection(QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_title(new SectionTitle(this))
    , m_head(new QHBoxLayout)
{
    m_head->setSpacing(space::inside);
    m_head->addWidget(m_title, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addLayout(m_head);
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
