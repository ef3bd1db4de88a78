// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/emptypage.h"

#include "app/support/icons.h"
#include "app/support/palette.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sluice::app {

EmptyPage::EmptyPage(const QString &iconName, QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_button(new QPushButton(this))
{
    for (QLabel *label : {m_text, m_hint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
    }
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_button->setDefault(true);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action != nullptr)
            m_action->trigger();
    });
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::inside);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_text);
    column->addWidget(m_hint);
    column->addSpacing(space::inside);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    recolour();
}

void EmptyPage::setText(const QString &text, const QString &hint)
{
    m_text->setText(text);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void EmptyPage::setAction(QAction *action)
{
    if (m_action != nullptr)
        m_action->disconnect(this);
    m_action = action;
    m_button->setVisible(action != nullptr);
    if (action == nullptr)
        return;
    const auto follow = [this] {
        m_button->setText(m_action->text());
        m_button->setEnabled(m_action->isEnabled());
        m_button->setToolTip(m_action->toolTip());
    };
    connect(action, &QAction::changed, this, follow);
    follow();
}

void EmptyPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

void EmptyPage::recolour()
{
    const int side = fontMetrics().height() * 2;
    m_icon->setPixmap(icon(m_iconName, Tone::Secondary).pixmap(QSize(side, side), devicePixelRatioF()));
}

} // namespace sluice::app
