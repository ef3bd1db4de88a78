// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/banner.h"

#include "app/support/icons.h"
#include "app/support/palette.h"
#include "app/widgets/paragraph.h"

#include <QAccessible>
#include <QAction>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

Tone toneOf(Banner::Severity severity)
{
    switch (severity) {
    case Banner::Severity::Information:
        return Tone::Information;
    case Banner::Severity::Success:
        return Tone::Success;
    case Banner::Severity::Warning:
        return Tone::Warning;
    case Banner::Severity::Error:
        break;
    }
    return Tone::Danger;
}

QString iconOf(Banner::Severity severity)
{
    switch (severity) {
    case Banner::Severity::Information:
        return u"info"_s;
    case Banner::Severity::Success:
        return u"tick-circle"_s;
    case Banner::Severity::Warning:
        return u"warning"_s;
    case Banner::Severity::Error:
        break;
    }
    return u"alert"_s;
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(paragraph(this))
    , m_traffic(paragraph(this))
    , m_advice(paragraph(this))
    , m_detailButton(new QToolButton(this))
    , m_detail(new QPlainTextEdit(this))
    , m_buttons(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    QFont strong = m_text->font();
    strong.setWeight(QFont::DemiBold);
    m_text->setFont(strong);
    m_detail->setReadOnly(true);
    m_detail->setTabChangesFocus(true);
    m_detail->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_detail->setMaximumHeight(m_detail->fontMetrics().lineSpacing() * 8);
    m_detailButton->setAutoRaise(true);
    m_detailButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(u"close"_s));
    connect(m_detailButton, &QToolButton::clicked, this, &Banner::toggleDetail);
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });

    m_buttons->setSpacing(space::inside);
    m_buttons->addWidget(m_detailButton);
    m_buttons->addStretch();
    auto *words = new QVBoxLayout;
    words->setSpacing(space::tight);
    words->addWidget(m_text);
    words->addWidget(m_traffic);
    words->addWidget(m_advice);
    words->addLayout(m_buttons);
    words->addWidget(m_detail);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::group, 12, space::inside, 12);
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    retranslate();
    hide();
}

void Banner::showMessage(Severity severity, const QString &text, const QString &advice)
{
    present(severity, text, {}, advice, {});
}

void Banner::showError(const Error &error)
{
    present(error.kind == Error::Kind::Unknown ? Severity::Warning : Severity::Error, error.reason, error.traffic,
            error.advice, error.detail);
}

QAction *Banner::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    auto *action = new QAction(text, button);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return action;
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void Banner::clear()
{
    hide();
    m_text->clear();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::present(Severity severity, const QString &text, const QString &traffic, const QString &advice,
                     const QString &detail)
{
    m_severity = severity;
    const auto old = findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly);
    for (QPushButton *button : old) {
        button->hide();
        button->deleteLater();
    }
    m_text->setText(text);
    m_traffic->setText(traffic);
    m_traffic->setVisible(!traffic.isEmpty());
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_detail->setPlainText(detail);
    m_detail->hide();
    m_detailButton->setVisible(!detail.isEmpty());
    retranslate();
    recolour();
    show();
    QAccessibleEvent told(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void Banner::toggleDetail()
{
    m_detail->setVisible(m_detail->isHidden());
    retranslate();
}

void Banner::retranslate()
{
    m_detailButton->setText(tr("What the gateway said"));
    m_detailButton->setIcon(icon(m_detail->isHidden() ? u"chevron-right"_s : u"chevron-down"_s));
    m_detail->setAccessibleName(tr("What the gateway said"));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss"));
    setAccessibleName(m_text->text());
    setAccessibleDescription(m_advice->text());
}

void Banner::recolour()
{
    const int side = fontMetrics().height();
    m_icon->setPixmap(icon(iconOf(m_severity), toneOf(m_severity)).pixmap(QSize(side, side), devicePixelRatioF()));
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor edge = tone(toneOf(m_severity), palette());
    painter.setBrush(ground(toneOf(m_severity), palette()));
    edge.setAlphaF(0.45F);
    painter.setPen(edge);
    painter.drawRoundedRect(area, space::tight, space::tight);
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

} // namespace sluice::app
