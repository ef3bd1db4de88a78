// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/rowactioncolumn.h"

namespace sluice::app {

int RowActionColumn::actionColumn() const
{
    return sourceModel() == nullptr ? 0 : sourceModel()->columnCount();
}

int RowActionColumn::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || sourceModel() == nullptr ? 0 : actionColumn() + 1;
}

QModelIndex RowActionColumn::index(int row, int column, const QModelIndex &parent) const
{
    if (parent.isValid() || row < 0 || row >= rowCount())
        return {};
    return column == actionColumn() ? createIndex(row, column) : QIdentityProxyModel::index(row, column, parent);
}

QModelIndex RowActionColumn::parent(const QModelIndex &) const
{
    return {};
}

QModelIndex RowActionColumn::sibling(int row, int column, const QModelIndex &) const
{
    return index(row, column);
}

QModelIndex RowActionColumn::buddy(const QModelIndex &index) const
{
    return isAction(index) ? index : QIdentityProxyModel::buddy(index);
}

QModelIndex RowActionColumn::mapToSource(const QModelIndex &index) const
{
    return isAction(index) ? QModelIndex() : QIdentityProxyModel::mapToSource(index);
}

QVariant RowActionColumn::data(const QModelIndex &index, int role) const
{
    if (!isAction(index))
        return QIdentityProxyModel::data(index, role);
    return role == Qt::AccessibleTextRole ? QVariant(tr("Actions")) : QVariant();
}

QVariant RowActionColumn::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && section == actionColumn())
        return role == Qt::AccessibleTextRole ? QVariant(tr("Actions"))
               : role == Qt::DisplayRole      ? QVariant(QString())
                                              : QVariant();
    return QIdentityProxyModel::headerData(section, orientation, role);
}

Qt::ItemFlags RowActionColumn::flags(const QModelIndex &index) const
{
    return isAction(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : QIdentityProxyModel::flags(index);
}

} // namespace sluice::app
