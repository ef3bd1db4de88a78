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

    /// Asked with an index of the view's model.
    void setActions(RowActions actions) { m_actions = std::move(actions); }

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
    struct Button
    {
        QRect rect;
        RowAction action;
        bool more = false;
    };

    QList<Button> buttons(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    RowActions m_actions;
};

} // namespace sluice::app
