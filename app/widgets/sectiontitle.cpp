// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/sectiontitle.h"

#include "app/support/palette.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace sluice::app {

SectionTitle::SectionTitle(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
{
    QFont strong = m_text->font();
    strong.setWeight(QFont::DemiBold);
    m_text->setFont(strong);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, space::inside, 0, 0);
    row->addWidget(m_text);
    row->addStretch();
}

void SectionTitle::setText(const QString &text)
{
    m_text->setText(text);
}

void SectionTitle::paintEvent(QPaintEvent *)
{
    const int left = m_text->geometry().right() + space::inside;
    QPainter(this).fillRect(QRect(left, m_text->geometry().center().y(), width() - left, 1),
                            tone(Tone::Border, palette()));
}

} // namespace sluice::app
