// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/keyedtablemodel.h"

#include <QSet>

namespace sluice {

KeyedTableModel::KeyedTableModel(std::function<QStringList()> headers, QObject *parent)
    : QAbstractTableModel(parent)
    , m_headers(std::move(headers))
    , m_shownHeaders(m_headers())
{
}

void KeyedTableModel::setRows(const QList<KeyedRow> &rows)
{
    QStringList keys;
    keys.reserve(rows.size());
    for (const KeyedRow &row : rows)
        keys.append(row.key);
    removeMissing(keys);
    if (m_rows.isEmpty() && !rows.isEmpty()) {
        // The first filling comes in one piece: row by row, 20,000 of them take seconds.
        beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
        m_rows = rows;
        endInsertRows();
        return;
    }
    for (int position = 0; position < rows.size(); ++position)
        placeRow(position, rows.at(position));
}

int KeyedTableModel::rowOf(const QString &key) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).key == key)
            return row;
    }
    return -1;
}

void KeyedTableModel::removeMissing(const QStringList &keys)
{
    const QSet<QString> wanted(keys.cbegin(), keys.cend());
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (wanted.contains(m_rows.at(row).key))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

void KeyedTableModel::placeRow(int position, const KeyedRow &row)
{
    const bool inPlace = position < m_rows.size() && m_rows.at(position).key == row.key;
    const int found = inPlace ? position : rowOf(row.key);
    if (found < 0) {
        beginInsertRows({}, position, position);
        m_rows.insert(position, row);
        endInsertRows();
        return;
    }
    if (found != position) {
        beginMoveRows({}, found, found, {}, found < position ? position + 1 : position);
        m_rows.move(found, position);
        endMoveRows();
    }
    if (m_rows.at(position) == row)
        return;
    m_rows[position] = row;
    Q_EMIT dataChanged(index(position, 0), index(position, columnCount() - 1));
}

int KeyedTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int KeyedTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shownHeaders.size());
}

QVariant KeyedTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const KeyedRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.cells.value(index.column());
    case Qt::ToolTipRole: {
        const QString tip = row.tips.value(index.column());
        return (tip.isEmpty() ? row.cells.value(index.column()) : tip).toHtmlEscaped();
    }
    case KeyRole:
        return row.key;
    case PayloadRole:
        return row.payload;
    case SortRole: {
        const QVariant key = row.sortKeys.value(index.column());
        return key.isValid() ? key : QVariant(row.cells.value(index.column()));
    }
    default:
        return {};
    }
}

QVariant KeyedTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_shownHeaders.value(section);
}

QHash<int, QByteArray> KeyedTableModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert(KeyRole, "key");
    names.insert(PayloadRole, "payload");
    names.insert(SortRole, "sort");
    return names;
}

void KeyedTableModel::retranslate()
{
    m_shownHeaders = m_headers();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

} // namespace sluice
