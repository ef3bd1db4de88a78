// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/delegates/listdelegate.h"
#include "app/widgets/rowaction.h"

namespace sluice::app {

/// The buttons at a row's end: the primary action, further buttons, and More.
class RowActionDelegate : public ListDelegate
{
    Q_OBJECT

public:
    using ListDelegate::ListDelegate;

    struct Button
    {
        QRect rect;
        RowAction action;
        bool more = false; ///< opens the menu; the action has no trigger
    };

    /// Asked with an index of the view's model.
    void setActions(RowActions actions) { m_actions = std::move(actions); }
    /// Where the buttons of a row are; option.rect is the cell's.
    QList<Button> buttonsOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

Q_SIGNALS:
    void moreWanted(const QModelIndex &index, const QPoint &globalPosition);

protected:
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QList<Button> buttons(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    RowActions m_actions;
};

} // namespace sluice::app
