// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/delegates/listdelegate.h"

#include "app/support/palette.h"
#include "app/widgets/listview.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int barWidth = 48;
constexpr int focusWidth = 3;

} // namespace

void ListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.rect = option.rect.adjusted(space::inside, 0, -space::inside, 0);
    paintContent(painter, cell, index);
}

QSize ListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.rwidth() += 2 * space::inside;
    return size;
}

void ListDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *list = qobject_cast<const ListView *>(option.widget);
    const bool isFresh = list != nullptr && list->isFresh(index.row());
    QColor fill = isFresh ? ground(Tone::Information, option.palette) : option.palette.color(QPalette::Base);
    if (option.state.testFlag(QStyle::State_Selected))
        fill = tone(Tone::Selected, option.palette);
    else if (index.row() == m_hoverRow)
        fill = tone(Tone::Hover, option.palette);
    painter->fillRect(option.rect, fill);
    painter->setPen(tone(Tone::Border, option.palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (list == nullptr || list->horizontalHeader()->sectionPosition(index.column()) != 0)
        return;
    if (list->hasFocus() && list->currentIndex().row() == index.row())
        painter->fillRect(QRect(option.rect.topLeft(), QSize(focusWidth, option.rect.height())),
                          tone(Tone::Accent, option.palette));
    if (isFresh)
        paintMark(painter, option);
}

/// A dot between the row's edge and its first word.
void ListDelegate::paintMark(QPainter *painter, const QStyleOptionViewItem &option) const
{
    constexpr int gap = 2;
    constexpr int side = space::inside - 2 * gap;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tone(Tone::Information, option.palette));
    painter->drawEllipse(option.rect.left() + gap, option.rect.center().y() - side / 2, side, side);
    painter->restore();
}

void ListDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    painter->setFont(option.font);
    QRect words = option.rect;
    if (!option.icon.isNull()) {
        const int side = option.fontMetrics.height();
        option.icon.paint(painter, QRect(words.x(), words.y() + (words.height() - side) / 2, side, side));
        words.setLeft(words.left() + side + space::inside);
    }
    painter->setPen(option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    painter->drawText(words, static_cast<int>(option.displayAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter,
                      shortened(option, words.width()));
}

QString ListDelegate::shortened(const QStyleOptionViewItem &option, int width) const
{
    return option.fontMetrics.elidedText(option.text, Qt::ElideRight, width);
}

QString RouteDelegate::shortened(const QStyleOptionViewItem &option, int width) const
{
    const QFontMetrics &metrics = option.fontMetrics;
    const qsizetype methods = option.text.indexOf(" /"_L1);
    if (methods < 0 || metrics.horizontalAdvance(option.text) <= width)
        return ListDelegate::shortened(option, width);
    const QString mark(u'…');
    const QString paths = option.text.mid(methods);
    const int room = std::max(width - metrics.horizontalAdvance(paths), metrics.horizontalAdvance(mark));
    const QString start = metrics.elidedText(option.text.left(methods), Qt::ElideRight, room);
    return start + metrics.elidedText(paths, Qt::ElideRight, width - metrics.horizontalAdvance(start));
}

ChipDelegate::ChipDelegate(Look look, QObject *parent)
    : ListDelegate(parent)
    , m_look(std::move(look))
{
}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return chipSize(m_look(index), option.fontMetrics) + QSize(2 * space::inside, 2 * space::tight);
}

void ChipDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->setFont(option.font);
    paintChip(painter, option.rect, m_look(index), option.palette);
}

ShareDelegate::ShareDelegate(Share share, QObject *parent)
    : ListDelegate(parent)
    , m_share(std::move(share))
{
}

QSize ShareDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return ListDelegate::sizeHint(option, index) + QSize(barWidth + space::inside, 0);
}

void ShareDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int share = m_share(index);
    if (share < 0)
        return ListDelegate::paintContent(painter, option, index);
    const QRect bar(option.rect.x(), option.rect.center().y() - 3, barWidth, 8);
    painter->fillRect(bar, tone(Tone::CurrentFill, option.palette));
    const int target = (barWidth * share + 50) / 100;
    painter->fillRect(QRect(bar.right() + 1 - target, bar.y(), target, bar.height()),
                      tone(Tone::TargetFill, option.palette));
    QStyleOptionViewItem words = option;
    words.rect.setLeft(bar.right() + space::inside);
    ListDelegate::paintContent(painter, words, index);
}

} // namespace sluice::app
