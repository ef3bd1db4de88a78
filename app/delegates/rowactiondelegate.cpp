// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/delegates/rowactiondelegate.h"

#include "app/support/icons.h"
#include "app/support/palette.h"
#include "app/support/plaintooltip.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

bool inMenu(const RowAction &action)
{
    return action.place == RowAction::Place::Menu;
}

} // namespace

QList<RowActionDelegate::Button> RowActionDelegate::buttons(const QStyleOptionViewItem &option,
                                                            const QModelIndex &index) const
{
    QList<Button> found;
    if (!m_actions)
        return found;
    const QList<RowAction> actions = m_actions(index);
    const int height = option.fontMetrics.height() + space::inside;
    const int top = option.rect.y() + (option.rect.height() - height) / 2;
    bool hasMenu = false;
    int width = 0;
    for (const RowAction &action : actions) {
        hasMenu = hasMenu || inMenu(action);
        if (inMenu(action))
            continue;
        const int wide = option.fontMetrics.horizontalAdvance(action.text) + 2 * 10;
        found.append({QRect(width, top, wide, height), action, false});
        width += wide + space::inside;
    }
    if (hasMenu) {
        RowAction more;
        more.text = tr("More");
        const int wide = option.fontMetrics.horizontalAdvance(more.text) + 2 * 10 + option.fontMetrics.ascent();
        found.append({QRect(width, top, wide, height), more, true});
        width += wide + space::inside;
    }
    const int left = option.rect.right() - width;
    for (Button &button : found)
        button.rect.translate(left, 0);
    return found;
}

QList<RowActionDelegate::Button> RowActionDelegate::buttonsOf(const QStyleOptionViewItem &option,
                                                              const QModelIndex &index) const
{
    QStyleOptionViewItem content = option;
    content.rect = option.rect.adjusted(space::inside, 0, -space::inside, 0);
    return buttons(content, index);
}

QSize RowActionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int width = 0;
    const QList<Button> all = buttons(option, index);
    for (const Button &button : all)
        width += button.rect.width() + space::inside;
    return {width + 2 * space::inside, option.fontMetrics.height() + space::group};
}

void RowActionDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const QPoint pointer = view == nullptr ? QPoint(-1, -1) : view->viewport()->mapFromGlobal(QCursor::pos());
    const QList<Button> all = buttons(option, index);
    for (const Button &button : all) {
        const bool enabled = button.more || button.action.enabled;
        const bool hover = enabled && index.row() == hoverRow() && button.rect.contains(pointer);
        const bool primary = button.action.place == RowAction::Place::Primary && !button.more;
        QColor ink = primary ? tone(Tone::Accent, option.palette) : option.palette.color(QPalette::Text);
        if (!enabled)
            ink = option.palette.color(QPalette::Disabled, QPalette::Text);
        painter->setPen(hover ? tone(Tone::Accent, option.palette) : tone(Tone::ButtonEdge, option.palette));
        painter->setBrush(option.palette.color(hover ? QPalette::Base : QPalette::Button));
        painter->drawRoundedRect(QRectF(button.rect).adjusted(0.5, 0.5, -0.5, -0.5), space::tight, space::tight);
        painter->setPen(ink);
        if (!button.more) {
            painter->drawText(button.rect, Qt::AlignCenter, button.action.text);
            continue;
        }
        const int side = option.fontMetrics.ascent();
        painter->drawText(button.rect.adjusted(10, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, button.action.text);
        paintIcon(painter, QRectF(button.rect.right() - side - 4, button.rect.center().y() - side / 2.0, side, side),
                  u"chevron-down"_s, ink);
    }
    painter->restore();
}

bool RowActionDelegate::editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option,
                                    const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton)
        return false;
    const QList<Button> all = buttonsOf(option, index);
    for (const Button &button : all) {
        if (!button.rect.contains(mouse->position().toPoint()))
            continue;
        if (button.more) {
            const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
            const QPoint below = button.rect.bottomLeft();
            Q_EMIT moreWanted(index, view == nullptr ? below : view->viewport()->mapToGlobal(below));
        } else if (button.action.enabled && button.action.trigger) {
            button.action.trigger();
        }
        return true;
    }
    return false;
}

bool RowActionDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    const QList<Button> all = buttonsOf(option, index);
    for (const Button &button : all) {
        if (button.rect.contains(event->pos()) && !button.action.reason.isEmpty()) {
            QToolTip::showText(event->globalPos(), plainToolTip(button.action.reason), view);
            return true;
        }
    }
    QToolTip::hideText();
    return false;
}

} // namespace sluice::app
