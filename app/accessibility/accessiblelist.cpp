// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/accessibility/accessiblelist.h"

#include <QHeaderView>
#include <QItemSelectionModel>

namespace sluice::app {

namespace {

/// Where Qt's views count the child of a row and a column; -1 is the row or the column of the headers.
int positionOf(const ListView *view, int row, int column)
{
    return (row + 1) * (view->model()->columnCount() + 1) + column + 1;
}

/// What is said of an index or a header: words of its own where it has some, else those that are shown.
QString spoken(const QVariant &words, const QVariant &shown)
{
    return words.toString().isEmpty() ? shown.toString() : words.toString();
}

QString titleOf(const ListView *view, Qt::Orientation orientation, int section)
{
    return section < 0 ? QString()
                       : spoken(view->model()->headerData(section, orientation, Qt::AccessibleTextRole),
                                view->model()->headerData(section, orientation));
}

/// The title of a column, which sorts by it, or the number of a row.
class HeaderCell : public PaintedPart
{
public:
    HeaderCell(ListView *view, Qt::Orientation orientation, int section)
        : PaintedPart(view)
        , m_view(view)
        , m_orientation(orientation)
        , m_section(section)
    {
    }

    bool isValid() const override { return m_section < header()->count(); }
    QAccessible::Role role() const override
    {
        return m_orientation == Qt::Horizontal ? QAccessible::ColumnHeader : QAccessible::RowHeader;
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? titleOf(m_view, m_orientation, m_section) : QString();
    }
    QRect rect() const override
    {
        if (m_orientation == Qt::Vertical || m_view->isColumnHidden(m_section))
            return {};
        return onScreen(header()->viewport(), QRect(header()->sectionViewportPosition(m_section), 0,
                                                    header()->sectionSize(m_section), header()->height()));
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invisible = rect().isEmpty();
        return state;
    }
    QStringList actionNames() const override { return sorts() ? QStringList{pressAction()} : QStringList(); }
    void doAction(const QString &name) override
    {
        if (name != pressAction() || !sorts())
            return;
        const bool again = header()->sortIndicatorSection() == m_section;
        const bool ascending = again && header()->sortIndicatorOrder() == Qt::AscendingOrder;
        m_view->sortByColumn(m_section, ascending ? Qt::DescendingOrder : Qt::AscendingOrder);
    }

private:
    QHeaderView *header() const
    {
        return m_orientation == Qt::Horizontal ? m_view->horizontalHeader() : m_view->verticalHeader();
    }
    bool sorts() const { return m_orientation == Qt::Horizontal && m_section < m_view->actionColumn(); }

    ListView *m_view;
    Qt::Orientation m_orientation;
    int m_section; ///< -1: the corner
};

/// One action of a row, wherever it is shown.
class RowButton : public PaintedPart
{
public:
    RowButton(ListView *view, int row, int position)
        : PaintedPart(view)
        , m_view(view)
        , m_row(row)
        , m_position(position)
    {
    }

    bool isValid() const override { return m_position < m_view->actionsInRow(m_row).size(); }
    QAccessibleInterface *parent() const override
    {
        return PaintedPart::parent()->child(positionOf(m_view, m_row, m_view->actionColumn()));
    }
    QAccessible::Role role() const override { return QAccessible::Button; }
    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name)
            return action().text;
        return kind == QAccessible::Description ? action().reason : QString();
    }
    QRect rect() const override { return onScreen(m_view->viewport(), m_view->actionRect(m_row, action().text)); }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.disabled = !action().enabled;
        state.invisible = !m_view->isVisible();
        return state;
    }
    QStringList actionNames() const override { return action().enabled ? QStringList{pressAction()} : QStringList(); }
    void doAction(const QString &name) override
    {
        const RowAction wanted = action();
        // It may change the list, and with it this button.
        if (name == pressAction() && wanted.enabled && wanted.trigger)
            wanted.trigger();
    }

private:
    RowAction action() const { return m_view->actionsInRow(m_row).value(m_position); }

    ListView *m_view;
    int m_row;
    int m_position;
};

/// A cell; the last one of a row holds the row's actions.
class Cell : public PaintedPart, public QAccessibleTableCellInterface
{
public:
    Cell(ListView *view, int row, int column)
        : PaintedPart(view)
        , m_view(view)
        , m_row(row)
        , m_column(column)
    {
    }

    bool isValid() const override { return index().isValid(); }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this)
                                                       : PaintedPart::interface_cast(type);
    }
    int childCount() const override
    {
        return holdsActions() ? static_cast<int>(m_view->actionsInRow(m_row).size()) : 0;
    }
    QAccessibleInterface *child(int position) const override
    {
        if (position < 0 || position >= childCount())
            return nullptr;
        return m_buttons.at(position, [this, position] { return new RowButton(m_view, m_row, position); });
    }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Description)
            return m_column == 0 ? m_view->newsOf(m_row) : index().data(Qt::AccessibleDescriptionRole).toString();
        return kind == QAccessible::Name ? spoken(index().data(Qt::AccessibleTextRole), index().data()) : QString();
    }
    QRect rect() const override
    {
        return m_view->isColumnHidden(m_column) ? QRect() : onScreen(m_view->viewport(), m_view->visualRect(index()));
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.selected = isSelected();
        state.focusable = true;
        state.focused = m_view->hasFocus() && m_view->currentIndex() == index();
        state.invisible = !m_view->isVisible() || m_view->isColumnHidden(m_column);
        state.offscreen = !m_view->viewport()->rect().intersects(m_view->visualRect(index()));
        return state;
    }
    QStringList actionNames() const override { return {setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (name != setFocusAction())
            return;
        m_view->setFocus(Qt::OtherFocusReason);
        m_view->setCurrentIndex(index());
    }

    bool isSelected() const override { return m_view->selectionModel()->isSelected(index()); }
    QList<QAccessibleInterface *> columnHeaderCells() const override
    {
        return {parent()->child(positionOf(m_view, -1, m_column))};
    }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

private:
    QModelIndex index() const { return m_view->model()->index(m_row, m_column); }
    bool holdsActions() const { return m_column == m_view->actionColumn(); }

    ListView *m_view;
    int m_row;
    int m_column;
    mutable PaintedParts m_buttons;
};

} // namespace

AccessibleList::AccessibleList(ListView *view)
    : QAccessibleWidget(view, QAccessible::Table)
{
}

ListView *AccessibleList::view() const
{
    return static_cast<ListView *>(widget());
}

void *AccessibleList::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                               : QAccessibleWidget::interface_cast(type);
}

int AccessibleList::rowCount() const
{
    return view()->model() == nullptr ? 0 : view()->model()->rowCount();
}

int AccessibleList::columnCount() const
{
    return view()->model() == nullptr ? 0 : view()->model()->columnCount();
}

int AccessibleList::childCount() const
{
    return view()->model() == nullptr ? 0 : (rowCount() + 1) * (columnCount() + 1);
}

QAccessibleInterface *AccessibleList::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    return m_parts.at(index, [this, index] { return make(index); });
}

PaintedPart *AccessibleList::make(int index) const
{
    const int row = index / (columnCount() + 1) - 1;
    const int column = index % (columnCount() + 1) - 1;
    if (column < 0)
        return new HeaderCell(view(), Qt::Vertical, row);
    if (row < 0)
        return new HeaderCell(view(), Qt::Horizontal, column);
    return new Cell(view(), row, column);
}

QAccessibleInterface *AccessibleList::childAt(int x, int y) const
{
    const QModelIndex index = view()->indexAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
    return index.isValid() ? cellAt(index.row(), index.column()) : nullptr;
}

int AccessibleList::indexOfChild(const QAccessibleInterface *child) const
{
    return m_parts.positionOf(child);
}

QAccessibleInterface *AccessibleList::focusChild() const
{
    const QModelIndex current = view()->currentIndex();
    return view()->hasFocus() && current.isValid() ? cellAt(current.row(), current.column())
                                                   : QAccessibleWidget::focusChild();
}

QAccessibleInterface *AccessibleList::cellAt(int row, int column) const
{
    const bool isThere = row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
    return isThere ? child(positionOf(view(), row, column)) : nullptr;
}

int AccessibleList::selectedCellCount() const
{
    return selectedRowCount() * columnCount();
}

QList<QAccessibleInterface *> AccessibleList::selectedCells() const
{
    QList<QAccessibleInterface *> cells;
    const QList<int> rows = selectedRows();
    for (const int row : rows) {
        for (int column = 0; column < columnCount(); ++column)
            cells.append(cellAt(row, column));
    }
    return cells;
}

QString AccessibleList::columnDescription(int column) const
{
    return titleOf(view(), Qt::Horizontal, column);
}

int AccessibleList::selectedRowCount() const
{
    return static_cast<int>(selectedRows().size());
}

QList<int> AccessibleList::selectedRows() const
{
    QList<int> rows;
    const QModelIndexList selected =
        view()->model() == nullptr ? QModelIndexList() : view()->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    return rows;
}

bool AccessibleList::isRowSelected(int row) const
{
    return row < rowCount() && view()->selectionModel()->isRowSelected(row);
}

bool AccessibleList::selectRow(int row)
{
    if (row < 0 || row >= rowCount())
        return false;
    view()->selectionModel()->setCurrentIndex(view()->model()->index(row, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
    return true;
}

bool AccessibleList::unselectRow(int row)
{
    if (row < 0 || row >= rowCount())
        return false;
    view()->selectionModel()->select(view()->model()->index(row, 0),
                                     QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    return true;
}

/// Rows that came or went move others: who knows a cell by its position shall ask anew.
void AccessibleList::modelChange(QAccessibleTableModelChangeEvent *event)
{
    if (event->modelChangeType() != QAccessibleTableModelChangeEvent::DataChanged)
        m_parts.clear();
}

} // namespace sluice::app
