// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/plot.h"

#include "app/support/palette.h"

#include <QAccessible>
#include <QEvent>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace sluice::app {

Plot::Plot(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

QSize Plot::sizeHint() const
{
    return {320, fontMetrics().lineSpacing() * 10};
}

QSize Plot::minimumSizeHint() const
{
    return {200, fontMetrics().lineSpacing() * 7};
}

QString Plot::percent(double share, int digits)
{
    return QLocale().toString(share, 'f', digits) + u" %"_s;
}

QRectF Plot::area() const
{
    const int scale = fontMetrics().horizontalAdvance(u"100 % "_s);
    const int line = fontMetrics().lineSpacing();
    return QRectF(rect()).adjusted(scale, line + 12, -space::inside, -line - space::tight);
}

void Plot::paintHeading(QPainter &painter, const QString &text) const
{
    painter.setPen(tone(Tone::Secondary, palette()));
    painter.drawText(QRect(0, 0, width(), fontMetrics().lineSpacing()), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(text, Qt::ElideRight, width()));
}

void Plot::paintMark(QPainter &painter, double y, const QString &text) const
{
    const int line = fontMetrics().lineSpacing();
    painter.setPen(tone(Tone::Secondary, palette()));
    painter.drawText(QRectF(0, y - line / 2.0, area().left() - space::tight, line), Qt::AlignRight | Qt::AlignVCenter,
                     text);
}

void Plot::paintFoot(QPainter &painter, const QString &left, const QString &right) const
{
    const QRectF plot = area();
    const QRectF foot(plot.left(), plot.bottom() + space::tight, plot.width(), fontMetrics().lineSpacing());
    painter.setPen(tone(Tone::Secondary, palette()));
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, left);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, right);
}

void Plot::paintFrame(QPainter &painter) const
{
    const QRectF plot = area();
    painter.setPen(tone(Tone::Border, palette()));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.drawLine(plot.topLeft(), plot.bottomLeft());
}

void Plot::say(const QString &words, const QString &legend)
{
    setAccessibleDescription(words);
    setToolTip(legend.isEmpty() ? words : words + u'\n' + legend);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void Plot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
}

} // namespace sluice::app
