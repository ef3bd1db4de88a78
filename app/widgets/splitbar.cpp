// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/splitbar.h"

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

void SplitBar::setHollow(bool hollow)
{
    m_isHollow = hollow;
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
    paintGround(painter, left, right);
    painter.setPen(inkOn(Tone::CurrentFill));
    paintSide(painter, left, m_current, 100 - m_share);
    painter.setPen(inkOn(Tone::TargetFill));
    paintSide(painter, right, m_target, m_share);
}

void SplitBar::paintGround(QPainter &painter, const QRect &left, const QRect &right) const
{
    const QColor current = tone(Tone::CurrentFill, palette());
    const QColor target = tone(Tone::TargetFill, palette());
    QColor hatch = m_isHollow ? target : sluice::app::inkOn(target);
    hatch.setAlphaF(m_isHollow ? 0.3F : 0.14F);
    painter.fillRect(left, m_isHollow ? palette().color(QPalette::Base) : current);
    painter.fillRect(right, m_isHollow ? palette().color(QPalette::Base) : target);
    painter.fillRect(right, QBrush(hatch, Qt::BDiagPattern));
    if (m_share > 0 && m_share < 100)
        painter.fillRect(QRect(right.x() - 1, 0, 2, height()), m_isHollow ? target : palette().color(QPalette::Base));
    if (!m_isHollow)
        return;
    painter.setPen(QPen(m_share < 100 ? current : target, 2));
    painter.drawRoundedRect(rect(), space::tight, space::tight);
}

QColor SplitBar::inkOn(Tone side) const
{
    return m_isHollow ? palette().color(QPalette::Text) : sluice::app::inkOn(tone(side, palette()));
}

/// Where there is little room the name gives way as a whole, and then the share: the number beside the slider and the
/// sentence below say it as well.
void SplitBar::paintSide(QPainter &painter, const QRect &side, const QString &name, int share) const
{
    const QRect words = side.adjusted(space::inside, 0, -space::inside, 0);
    const QString percent = tr("%1 %").arg(share);
    for (const QString &text : {name + u"  "_s + percent, percent}) {
        if (fontMetrics().horizontalAdvance(text) <= words.width())
            return painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text);
    }
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
