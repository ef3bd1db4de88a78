// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/statechip.h"

#include "app/support/icons.h"

#include <QPainter>

namespace sluice::app {

namespace {

int iconSide(const QFontMetrics &metrics)
{
    return metrics.ascent();
}

} // namespace

QSize chipSize(const StateLook &look, const QFontMetrics &metrics)
{
    const int words = metrics.horizontalAdvance(look.word);
    const int mark = look.icon.isEmpty() ? 0 : iconSide(metrics) + space::tight;
    return {words + mark + 2 * space::inside, metrics.height() + space::tight};
}

void paintChip(QPainter *painter, const QRect &rect, const StateLook &look, const QPalette &palette)
{
    if (look.word.isEmpty())
        return;
    const QFontMetrics metrics(painter->font());
    const QSize wanted = chipSize(look, metrics);
    const QRect chip(rect.x(), rect.y() + (rect.height() - wanted.height()) / 2, std::min(rect.width(), wanted.width()),
                     wanted.height());
    const QColor ink = tone(look.tone, palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground(look.tone, palette));
    painter->drawRoundedRect(chip, chip.height() / 2.0, chip.height() / 2.0);
    QRect words = chip.adjusted(space::inside, 0, -space::inside, 0);
    if (!look.icon.isEmpty()) {
        const int side = iconSide(metrics);
        paintIcon(painter, QRectF(words.x(), chip.y() + (chip.height() - side) / 2.0, side, side), look.icon, ink);
        words.setLeft(words.left() + side + space::tight);
    }
    painter->setPen(ink);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                      metrics.elidedText(look.word, Qt::ElideRight, words.width() + 1));
    painter->restore();
}

StateChip::StateChip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateChip::setLook(const StateLook &look)
{
    m_look = look;
    setAccessibleName(look.word);
    setAccessibleDescription(look.explanation);
    setToolTip(look.explanation);
    setVisible(!look.word.isEmpty());
    updateGeometry();
    update();
}

QSize StateChip::sizeHint() const
{
    return chipSize(m_look, fontMetrics());
}

QSize StateChip::minimumSizeHint() const
{
    return sizeHint();
}

void StateChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(&painter, rect(), m_look, palette());
}

} // namespace sluice::app
