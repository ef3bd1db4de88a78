// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/widgets/statechip.h"

#include <QModelIndex>
#include <QStyledItemDelegate>

#include <functional>

namespace sluice::app {

/// Paints the ground of a row (hover, selection, and for a moment that it changed) without focus frames around cells;
/// the base of every cell's delegate.
class ListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The row under the pointer, or -1.
    void setHoverRow(int row) { m_hoverRow = row; }
    int hoverRow() const { return m_hoverRow; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    virtual void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// The cell's text, elided to the width.
    virtual QString shortened(const QStyleOptionViewItem &option, int width) const;

private:
    void paintMark(QPainter *painter, const QStyleOptionViewItem &option) const;

    int m_hoverRow = -1;
};

/// Shows methods and paths; where there is little room the methods give way first.
class RouteDelegate : public ListDelegate
{
    Q_OBJECT

public:
    using ListDelegate::ListDelegate;

protected:
    QString shortened(const QStyleOptionViewItem &option, int width) const override;
};

/// Shows a chip instead of the text.
class ChipDelegate : public ListDelegate
{
    Q_OBJECT

public:
    using Look = std::function<StateLook(const QModelIndex &shown)>;

    ChipDelegate(Look look, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Look m_look;
};

/// Shows the share of the target as a small bar beside the text.
class ShareDelegate : public ListDelegate
{
    Q_OBJECT

public:
    using Share = std::function<int(const QModelIndex &shown)>; ///< 0 to 100, or below 0 for no bar

    ShareDelegate(Share share, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Share m_share;
};

} // namespace sluice::app
