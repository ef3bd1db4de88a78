// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/splitbar.h"

#include "app/support/palette.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

/// The darker or lighter of the two inks of the palette, whichever reads better on the fill.
QColor inkOn(const QColor &fill)
{
    const QColor dark = QColor::fromRgb(0xff10161c);
    const QColor light = QColor::fromRgb(0xffffffff);
    return contrast(fill, dark) > contrast(fill, light) ? dark : light;
}

} // namespace

SplitBar::SplitBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void SplitBar::setSubject(const QString &subject)
{
    m_subject = subject;
    describe();
}

void SplitBar::setSplit(const QString &current, const QString &target, int share)
{
    m_current = current;
    m_target = target;
    m_share = std::clamp(share, 0, 100);
    describe();
    QAccessibleValueChangeEvent changed(this, m_share);
    QAccessible::updateAccessibility(&changed);
    update();
}

QSize SplitBar::sizeHint() const
{
    return {320, fontMetrics().height() + space::group};
}

QSize SplitBar::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void SplitBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()), space::tight, space::tight);
    painter.setClipPath(shape);
    const int target = (width() * m_share + 50) / 100;
    const QRect left(0, 0, width() - target, height());
    const QRect right(width() - target, 0, target, height());
    painter.fillRect(left, tone(Tone::CurrentFill, palette()));
    painter.fillRect(right, tone(Tone::TargetFill, palette()));
    QColor hatch = inkOn(tone(Tone::TargetFill, palette()));
    hatch.setAlphaF(0.14F);
    painter.fillRect(right, QBrush(hatch, Qt::BDiagPattern));
    if (m_share > 0 && m_share < 100)
        painter.fillRect(QRect(right.x() - 1, 0, 2, height()), palette().color(QPalette::Base));
    painter.setPen(inkOn(tone(Tone::CurrentFill, palette())));
    paintSide(painter, left, m_current, 100 - m_share);
    painter.setPen(inkOn(tone(Tone::TargetFill, palette())));
    paintSide(painter, right, m_target, m_share);
}

/// Where there is little room the name gives way, and then the share: the number beside the slider and the sentence
/// below say it as well.
void SplitBar::paintSide(QPainter &painter, const QRect &side, const QString &name, int share) const
{
    const QRect words = side.adjusted(space::inside, 0, -space::inside, 0);
    const QString percent = tr("%1 %").arg(share);
    const int left = words.width() - fontMetrics().horizontalAdvance(percent);
    if (left < 0)
        return;
    const QString shown = fontMetrics().elidedText(name, Qt::ElideRight, left - space::inside);
    const bool namesIt = shown.size() > 1;
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, namesIt ? shown + u"  "_s + percent : percent);
}

void SplitBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void SplitBar::describe()
{
    setAccessibleName(m_subject.isEmpty() ? tr("Split") : m_subject);
    setAccessibleDescription(
        tr("%1 gets %2 %, %3 gets %4 %").arg(m_current).arg(100 - m_share).arg(m_target).arg(m_share));
    setToolTip(accessibleDescription());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace sluice::app
