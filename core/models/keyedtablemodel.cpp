// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/keyedtablemodel.h"

#include <algorithm>

namespace sluice {

namespace {

constexpr qsizetype sliceSize = 250; // rows that a list takes in well within a frame
constexpr std::chrono::milliseconds markTime{2000};

} // namespace

KeyedTableModel::KeyedTableModel(std::function<QStringList()> headers, QObject *parent)
    : QAbstractTableModel(parent)
    , m_headers(std::move(headers))
    , m_shownHeaders(m_headers())
{
    m_more.setSingleShot(true);
    connect(&m_more, &QTimer::timeout, this, &KeyedTableModel::placeSlice);
    m_marksEnd.setSingleShot(true);
    connect(&m_marksEnd, &QTimer::timeout, this, &KeyedTableModel::endMarks);
}

void KeyedTableModel::setRows(const QList<KeyedRow> &rows, Marks marks)
{
    m_markUntil.reset();
    if (marks == Marks::Changes)
        m_markUntil = std::chrono::steady_clock::now() + markTime;
    m_wanted = rows;
    m_placed = 0;
    arrangeKept();
    placeSlice();
}

int KeyedTableModel::rowOf(const QString &key) const
{
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&key](const KeyedRow &row) { return row.key == key; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

// The rows that stay, in the order that is wanted; whatever is new goes between them later.
void KeyedTableModel::arrangeKept()
{
    const bool begin = m_rows.size() <= m_wanted.size() &&
                       std::equal(m_rows.cbegin(), m_rows.cend(), m_wanted.cbegin(),
                                  [](const KeyedRow &a, const KeyedRow &b) { return a.key == b.key; });
    if (begin)
        return;
    QHash<QString, int> places;
    places.reserve(m_wanted.size());
    for (const KeyedRow &row : std::as_const(m_wanted))
        places.insert(row.key, static_cast<int>(places.size()));
    removeMissing(places);
    sortKept(places);
}

void KeyedTableModel::removeMissing(const QHash<QString, int> &places)
{
    for (qsizetype last = m_rows.size() - 1; last >= 0; --last) {
        if (places.contains(m_rows.at(last).key))
            continue;
        qsizetype first = last;
        while (first > 0 && !places.contains(m_rows.at(first - 1).key))
            --first;
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last));
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void KeyedTableModel::sortKept(const QHash<QString, int> &places)
{
    const auto stands = [&places](const KeyedRow &a, const KeyedRow &b) {
        return places.value(a.key) < places.value(b.key);
    };
    if (std::is_sorted(m_rows.cbegin(), m_rows.cend(), stands))
        return;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList kept = persistentIndexList();
    QStringList keys;
    for (const QModelIndex &index : kept)
        keys.append(m_rows.at(index.row()).key);
    std::sort(m_rows.begin(), m_rows.end(), stands);
    QHash<QString, int> rows;
    for (const KeyedRow &row : std::as_const(m_rows))
        rows.insert(row.key, static_cast<int>(rows.size()));
    QModelIndexList moved;
    for (qsizetype i = 0; i < kept.size(); ++i)
        moved.append(index(rows.value(keys.at(i)), kept.at(i).column()));
    changePersistentIndexList(kept, moved);
    Q_EMIT layoutChanged();
}

void KeyedTableModel::placeSlice()
{
    const qsizetype end = std::min(m_placed + sliceSize, m_wanted.size());
    while (m_placed < end) {
        const bool isNew = m_placed == m_rows.size() || m_rows.at(m_placed).key != m_wanted.at(m_placed).key;
        m_placed = isNew ? insertNew(m_placed, end) : updateKept(m_placed, end);
    }
    if (!isComplete())
        m_more.start();
}

// Both return where the next one begins.
qsizetype KeyedTableModel::insertNew(qsizetype first, qsizetype end)
{
    const QString next = m_rows.value(first).key;
    qsizetype last = first;
    while (last + 1 < end && m_wanted.at(last + 1).key != next)
        ++last;
    for (qsizetype row = first; row <= last; ++row)
        mark(m_wanted.at(row).key);
    beginInsertRows({}, static_cast<int>(first), static_cast<int>(last));
    m_rows.insert(first, last - first + 1, KeyedRow());
    std::copy(m_wanted.cbegin() + first, m_wanted.cbegin() + last + 1, m_rows.begin() + first);
    endInsertRows();
    return last + 1;
}

qsizetype KeyedTableModel::updateKept(qsizetype first, qsizetype end)
{
    const Change change = changeOf(first);
    qsizetype row = first;
    while (row < end && m_rows.value(row).key == m_wanted.at(row).key && changeOf(row) == change) {
        if (m_rows.at(row).cells != m_wanted.at(row).cells)
            mark(m_wanted.at(row).key);
        m_rows[row] = m_wanted.at(row);
        ++row;
    }
    if (change != Change::None) {
        Q_EMIT dataChanged(index(static_cast<int>(first), 0), index(static_cast<int>(row) - 1, columnCount() - 1),
                           change == Change::Payload ? QList<int>{PayloadRole} : QList<int>());
    }
    return row;
}

KeyedTableModel::Change KeyedTableModel::changeOf(qsizetype row) const
{
    const KeyedRow &old = m_rows.at(row);
    const KeyedRow &wanted = m_wanted.at(row);
    if (old.cells != wanted.cells || old.sortKeys != wanted.sortKeys || old.tips != wanted.tips)
        return Change::Cells;
    return old.payload == wanted.payload ? Change::None : Change::Payload;
}

void KeyedTableModel::mark(const QString &key)
{
    if (!m_markUntil)
        return;
    m_fresh.add(key, *m_markUntil);
    if (!m_marksEnd.isActive())
        m_marksEnd.start(markTime);
}

void KeyedTableModel::endMarks()
{
    const FreshKeys::Time now = std::chrono::steady_clock::now();
    const bool isOver = m_fresh.expire(now);
    if (const auto next = m_fresh.nextEnd())
        m_marksEnd.start(std::chrono::ceil<std::chrono::milliseconds>(*next - now));
    if (isOver && !m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {FreshRole});
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
    case FreshRole:
        return m_fresh.contains(row.key);
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
    names.insert(FreshRole, "fresh");
    return names;
}

void KeyedTableModel::retranslate()
{
    m_shownHeaders = m_headers();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

} // namespace sluice
