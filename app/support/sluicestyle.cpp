// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/sluicestyle.h"

#include "app/support/icons.h"
#include "app/support/palette.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr qreal radius = 4;

void paintBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge, qreal width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(QPen(edge, width));
    const qreal half = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius);
    painter->restore();
}

/// Filled, not drawn: at 125 % a line may fall between two pixels, and what is framed covers it.
void paintFrame(QPainter *painter, const QRect &rect, const QColor &color)
{
    painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), color);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color);
    painter->fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), color);
    painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), color);
}

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

struct ButtonLook
{
    QColor fill;
    QColor edge;
    QColor ink;
};

ButtonLook lookOf(const QStyleOption *option, const QWidget *widget)
{
    const QPalette &palette = option->palette;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool primary = button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton);
    const bool danger = widget != nullptr && widget->property(dangerProperty).toBool();
    const bool pressed = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool hover = has(option, QStyle::State_MouseOver);
    if (!has(option, QStyle::State_Enabled)) {
        return {palette.color(QPalette::Button), tone(Tone::Border, palette),
                palette.color(QPalette::Disabled, QPalette::ButtonText)};
    }
    if (primary) {
        QColor fill = tone(danger ? Tone::Danger : Tone::Accent, palette);
        const QColor ink = tone(Tone::OnAccent, palette);
        if (pressed || hover)
            fill = pressed ? fill.darker(118) : fill.darker(108);
        return {fill, fill, ink};
    }
    const QColor ink = danger ? tone(Tone::Danger, palette) : palette.color(QPalette::ButtonText);
    const QColor fill = pressed ? tone(Tone::Selected, palette)
                        : hover ? tone(Tone::Hover, palette)
                                : palette.color(QPalette::Button);
    return {fill, hover ? tone(Tone::ControlEdge, palette) : tone(Tone::ButtonEdge, palette), ink};
}

void paintFocus(QPainter *painter, const QRect &rect, const QPalette &palette)
{
    paintBox(painter, rect, Qt::transparent, tone(Tone::Accent, palette), 2);
}

/// What a check box and a radio button have in common: ink where they are on, edge, and the edge's width.
struct TickLook
{
    bool on;
    QColor ink;
    QPen edge;
};

TickLook tickLookOf(const QStyleOption *option)
{
    const QPalette &palette = option->palette;
    const bool on = has(option, QStyle::State_On);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool focus = has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
    const QColor ink = enabled ? tone(Tone::Accent, palette) : palette.color(QPalette::Disabled, QPalette::Text);
    const QColor edge = on || focus ? ink : enabled ? tone(Tone::ControlEdge, palette) : tone(Tone::Border, palette);
    return {on, ink, QPen(edge, focus ? 2 : 1)};
}

void paintCheckBox(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const TickLook look = tickLookOf(option);
    const QRect box = option->rect.adjusted(1, 1, -1, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(look.on ? look.ink : palette.color(QPalette::Base));
    painter->setPen(look.edge);
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter->restore();
    if (look.on)
        paintIcon(painter, QRectF(box).adjusted(1, 1, -1, -1), u"tick"_s, tone(Tone::OnAccent, palette));
    else if (has(option, QStyle::State_NoChange))
        painter->fillRect(QRect(box.x() + 3, box.center().y(), box.width() - 6, 2), look.ink);
}

void paintRadioButton(const QStyleOption *option, QPainter *painter)
{
    const TickLook look = tickLookOf(option);
    const QRectF ring = QRectF(option->rect).adjusted(1.5, 1.5, -1.5, -1.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(option->palette.color(QPalette::Base));
    painter->setPen(look.edge);
    painter->drawEllipse(ring);
    if (look.on) {
        const double inset = ring.width() / 4;
        painter->setPen(Qt::NoPen);
        painter->setBrush(look.ink);
        painter->drawEllipse(ring.adjusted(inset, inset, -inset, -inset));
    }
    painter->restore();
}

constexpr int shortestHandle = 28;

/// The whole length is groove: there are no buttons at its ends.
QRect scrollHandle(const QStyleOptionSlider &bar)
{
    const bool upright = bar.orientation == Qt::Vertical;
    const int length = upright ? bar.rect.height() : bar.rect.width();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const qint64 wanted = range <= 0 ? length : length * qint64(bar.pageStep) / (range + bar.pageStep);
    const int handle = std::min(length, std::max(shortestHandle, int(wanted)));
    const int start =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    return upright ? QRect(bar.rect.x(), bar.rect.y() + start, bar.rect.width(), handle)
                   : QRect(bar.rect.x() + start, bar.rect.y(), handle, bar.rect.height());
}

void paintScrollBar(const QStyleOptionSlider &bar, QPainter *painter)
{
    painter->fillRect(bar.rect, bar.palette.color(QPalette::Base));
    if (bar.maximum <= bar.minimum)
        return;
    const bool active = has(&bar, QStyle::State_MouseOver) || has(&bar, QStyle::State_Sunken);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tone(active ? Tone::ControlEdge : Tone::Border, bar.palette));
    painter->drawRoundedRect(QRectF(scrollHandle(bar)).adjusted(3, 2, -3, -2), 3, 3);
    painter->restore();
}

void paintSlider(const QStyleOptionSlider *slider, QPainter *painter, const QRect &groove, const QRect &handle)
{
    const QPalette &palette = slider->palette;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const QRect line(groove.x(), groove.center().y() - 1, groove.width(), 4);
    painter->setBrush(tone(Tone::Border, palette));
    painter->drawRoundedRect(line, 2, 2);
    QRect done = line;
    done.setRight(handle.center().x());
    painter->setBrush(tone(Tone::Accent, palette));
    painter->drawRoundedRect(done, 2, 2);
    const int side = std::min(handle.width(), handle.height());
    QRectF knob(0, 0, side, side);
    knob.moveCenter(handle.center());
    painter->setBrush(palette.color(QPalette::Base));
    const bool focus = slider->state.testFlag(QStyle::State_HasFocus);
    painter->setPen(QPen(tone(Tone::Accent, palette), focus ? 3 : 2));
    painter->drawEllipse(knob.adjusted(2, 2, -2, -2));
    painter->restore();
}

void paintSpinBox(const QStyleOptionSpinBox *box, QPainter *painter, const QRect &up, const QRect &down)
{
    const QPalette &palette = box->palette;
    const bool focus = has(box, QStyle::State_HasFocus);
    const QColor edge = focus ? tone(Tone::Accent, palette) : tone(Tone::ControlEdge, palette);
    paintBox(painter, box->rect, palette.color(QPalette::Base),
             has(box, QStyle::State_Enabled) ? edge : tone(Tone::Border, palette), focus ? 2 : 1);
    const auto paintStep = [&](const QRect &rect, const QString &name, QAbstractSpinBox::StepEnabledFlag step) {
        const bool enabled = box->stepEnabled.testFlag(step) && has(box, QStyle::State_Enabled);
        const int side = std::min(rect.height(), box->fontMetrics.ascent());
        paintIcon(painter, QRectF(rect.center().x() - side / 2.0, rect.center().y() - side / 2.0 + 1, side, side), name,
                  tone(enabled ? Tone::Secondary : Tone::Border, palette));
    };
    paintStep(up, u"chevron-up"_s, QAbstractSpinBox::StepUpEnabled);
    paintStep(down, u"chevron-down"_s, QAbstractSpinBox::StepDownEnabled);
}

void paintTab(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    QRect line = option->rect;
    line.setTop(line.bottom() - 1);
    if (has(option, QStyle::State_MouseOver) && !has(option, QStyle::State_Selected))
        painter->fillRect(option->rect, tone(Tone::Hover, palette));
    if (has(option, QStyle::State_Selected))
        painter->fillRect(line, tone(Tone::Accent, palette));
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        paintFocus(painter, option->rect, palette);
}

constexpr int ownMargin = 2;   // of QLineEdit, around its text
constexpr int labelMargin = 1; // of a combo box, around its text
constexpr int frameLine = 1;

/// Where the text of a field is, so that it begins where that of any other begins.
QRect textRoom(const QRect &field, int right, int margin)
{
    return {QPoint(field.left() + space::inside - margin, field.top() + frameLine),
            QPoint(right, field.bottom() - frameLine)};
}

/// A fall-back font for Chinese is taller than the one asked for: QLineEdit rounds that to a pixel too high.
int lowering(const QWidget *widget)
{
    constexpr char16_t firstOfChinese = 0x2e80;
    const auto *line = qobject_cast<const QLineEdit *>(widget);
    const QString text = line == nullptr ? QString() : line->displayText();
    return std::any_of(text.cbegin(), text.cend(), [](QChar sign) { return sign.unicode() >= firstOfChinese; }) ? 1 : 0;
}

/// The text of a combo box or a spin box, which has painted the field already, with the ring of the focus.
bool isInside(const QWidget *widget)
{
    const QWidget *parent = widget == nullptr ? nullptr : widget->parentWidget();
    return qobject_cast<const QComboBox *>(parent) != nullptr ||
           qobject_cast<const QAbstractSpinBox *>(parent) != nullptr;
}

bool isEditor(const QWidget *widget)
{
    const auto *editor = qobject_cast<const QPlainTextEdit *>(widget);
    return editor != nullptr && !editor->isReadOnly();
}

} // namespace

SluiceStyle::SluiceStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

void SluiceStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QComboBox *>(widget) != nullptr || qobject_cast<QAbstractSpinBox *>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
    // Asks for the frame's width again: what it frames was not known when it was made.
    if (auto *frame = qobject_cast<QFrame *>(widget); isEditor(widget))
        frame->setFrameStyle(frame->frameStyle());
}

void SluiceStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const QPalette &palette = option->palette;
    switch (element) {
    case PE_IndicatorHeaderArrow:
        return;
    case PE_PanelButtonCommand: {
        const ButtonLook look = lookOf(option, widget);
        paintBox(painter, option->rect, look.fill, look.edge);
        if (has(option, State_HasFocus) && has(option, State_KeyboardFocusChange))
            paintFocus(painter, option->rect, palette);
        return;
    }
    case PE_PanelButtonTool:
        if (has(option, State_On) || has(option, State_Sunken))
            paintBox(painter, option->rect, tone(Tone::Selected, palette), tone(Tone::Selected, palette));
        else if (has(option, State_MouseOver) && has(option, State_Enabled))
            paintBox(painter, option->rect, tone(Tone::Hover, palette), tone(Tone::Border, palette));
        return;
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame != nullptr && frame->lineWidth <= 0) {
            if (!isInside(widget))
                painter->fillRect(option->rect, palette.color(QPalette::Base));
            return;
        }
        proxy()->drawPrimitive(PE_FrameLineEdit, option, painter, widget);
        return;
    }
    case PE_FrameLineEdit: {
        const bool focus = has(option, State_HasFocus);
        const QColor edge = focus ? tone(Tone::Accent, palette) : tone(Tone::ControlEdge, palette);
        paintBox(painter, option->rect, palette.color(QPalette::Base),
                 has(option, State_Enabled) ? edge : tone(Tone::Border, palette), focus ? 2 : 1);
        return;
    }
    case PE_FrameFocusRect:
        if (has(option, State_KeyboardFocusChange))
            paintFocus(painter, option->rect, palette);
        return;
    case PE_IndicatorCheckBox:
        paintCheckBox(option, painter);
        return;
    case PE_IndicatorRadioButton:
        paintRadioButton(option, painter);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        painter->fillRect(option->rect, palette.color(QPalette::Base));
        paintFrame(painter, option->rect, tone(Tone::Border, palette));
        return;
    case PE_Frame:
        if (isEditor(widget)) {
            proxy()->drawPrimitive(PE_FrameLineEdit, option, painter, widget);
            return;
        }
        paintFrame(painter, option->rect, tone(Tone::Border, palette));
        return;
    case PE_FrameTabBarBase:
        painter->setPen(tone(Tone::Border, palette));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case PE_FrameGroupBox:
        paintBox(painter, option->rect, Qt::transparent, tone(Tone::Border, palette));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void SluiceStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (element == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy(*button);
            copy.palette.setColor(QPalette::ButtonText, lookOf(option, widget).ink);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        painter->setPen(tone(Tone::Border, option->palette));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    if (element == CE_HeaderLabel) {
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            painter->save();
            painter->setPen(tone(Tone::Secondary, option->palette));
            QRect words = option->rect;
            const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
            const int side = option->fontMetrics.ascent();
            if (sorted)
                words.setRight(words.right() - side);
            const QString text = option->fontMetrics.elidedText(header->text, Qt::ElideRight, words.width());
            painter->drawText(words, static_cast<int>(header->textAlignment), text);
            if (sorted) {
                const qreal left = words.x() + option->fontMetrics.horizontalAdvance(text) + space::tight;
                const bool down = header->sortIndicator == QStyleOptionHeader::SortDown;
                paintIcon(painter, QRectF(left, words.center().y() - side / 2.0 + 1, side, side),
                          down ? u"chevron-up"_s : u"chevron-down"_s, tone(Tone::Secondary, option->palette));
            }
            painter->restore();
            return;
        }
    }
    if (element == CE_TabBarTabShape) {
        paintTab(option, painter);
        return;
    }
    if (element == CE_MenuBarItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            const bool open = has(option, State_Selected);
            painter->fillRect(option->rect,
                              open ? tone(Tone::Selected, option->palette) : option->palette.color(QPalette::Base));
            drawItemText(painter, option->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                         option->palette, has(option, State_Enabled), item->text, QPalette::Text);
            return;
        }
    }
    if (element == CE_MenuBarEmptyArea) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void SluiceStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                     const QWidget *widget) const
{
    if (control == CC_Slider) {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (slider != nullptr && slider->orientation == Qt::Horizontal && slider->tickPosition == QSlider::NoTicks) {
            paintSlider(slider, painter, subControlRect(control, option, SC_SliderGroove, widget),
                        subControlRect(control, option, SC_SliderHandle, widget));
            return;
        }
    }
    if (control == CC_SpinBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            paintSpinBox(box, painter, subControlRect(control, option, SC_SpinBoxUp, widget),
                         subControlRect(control, option, SC_SpinBoxDown, widget));
            return;
        }
    }
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            paintScrollBar(*bar, painter);
        return;
    }
    if (control == CC_ComboBox) {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (combo != nullptr) {
            const bool focus = has(option, State_HasFocus);
            const QColor edge = focus ? tone(Tone::Accent, option->palette) : tone(Tone::ControlEdge, option->palette);
            const bool hover = has(option, State_MouseOver);
            paintBox(painter, option->rect,
                     hover ? tone(Tone::Hover, option->palette) : option->palette.color(QPalette::Base),
                     has(option, State_Enabled) ? edge : tone(Tone::Border, option->palette), focus ? 2 : 1);
            const QRect arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
            const int side = option->fontMetrics.ascent();
            paintIcon(painter, QRectF(arrow.center().x() - side / 2.0, arrow.center().y() - side / 2.0, side, side),
                      u"chevron-down"_s, tone(Tone::Secondary, option->palette));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect SluiceStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                  const QWidget *widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        const int end = subControlRect(control, option, SC_ComboBoxArrow, widget).left() - 1;
        return textRoom(option->rect, end, combo != nullptr && combo->editable ? ownMargin : labelMargin);
    }
    if (control == CC_SpinBox && part == SC_SpinBoxEditField) {
        const QRect buttons = subControlRect(control, option, SC_SpinBoxUp, widget);
        return textRoom(option->rect, buttons.isEmpty() ? option->rect.right() - frameLine : buttons.left() - 1,
                        ownMargin);
    }
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || bar == nullptr)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const QRect handle = scrollHandle(*bar);
    const bool upright = bar->orientation == Qt::Vertical;
    QRect rest = bar->rect;
    switch (part) {
    case SC_ScrollBarSlider:
        return handle;
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSubPage:
        upright ? rest.setBottom(handle.top() - 1) : rest.setRight(handle.left() - 1);
        return rest;
    case SC_ScrollBarAddPage:
        upright ? rest.setTop(handle.bottom() + 1) : rest.setLeft(handle.right() + 1);
        return rest;
    default:
        return {};
    }
}

QRect SluiceStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame != nullptr && frame->lineWidth > 0)
        return textRoom(option->rect, option->rect.right() - space::inside + ownMargin, ownMargin)
            .translated(0, lowering(widget));
    const QRect room = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? room.translated(0, lowering(widget)) : room;
}

int SluiceStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::inside;
    case PM_ScrollBarExtent:
        return 12;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return space::tight;
    case PM_HeaderMargin:
        return space::inside;
    case PM_DefaultFrameWidth:
        // So that the round corners are not painted over.
        return isEditor(widget) ? 2 : QProxyStyle::pixelMetric(metric, option, widget);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int SluiceStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_DialogButtonLayout:
        return QDialogButtonBox::GnomeLayout; // as on the pages: what is meant to be done stands last
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize SluiceStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int line = option == nullptr ? 16 : option->fontMetrics.height();
    switch (type) {
    case CT_PushButton:
        return {std::max(wanted.width(), size.width() + 2 * space::group), std::max(wanted.height(), line + 14)};
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        return {wanted.width() + space::group, line + 14};
    case CT_ToolButton:
        return wanted.expandedTo(QSize(line + 12, line + 12));
    case CT_TabBarTab:
        return {wanted.width() + space::inside, line + 14};
    case CT_MenuItem:
        return {wanted.width() + space::group, std::max(wanted.height(), line + space::inside)};
    case CT_ItemViewItem:
        return {wanted.width(), std::max(wanted.height(), line + space::inside)};
    case CT_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            const int arrow = header->fontMetrics.ascent() + space::tight;
            wanted.setWidth(header->fontMetrics.horizontalAdvance(header->text) + arrow + 2 * space::inside);
        }
        return {wanted.width(), std::max(wanted.height(), line + 14)};
    default:
        return wanted;
    }
}

} // namespace sluice::app
