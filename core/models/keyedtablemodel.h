// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/models/freshkeys.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QStringList>
#include <QTimer>

#include <functional>

namespace sluice {

/// One row of a list, known by its key.
struct KeyedRow
{
    QString key;
    QStringList cells;
    QList<QVariant> sortKeys; ///< where a cell's text does not sort as it should; may be shorter than cells
    QStringList tips;         ///< tool tips by column; may be shorter
    QVariant payload;         ///< what the page wants back for this row

    bool operator==(const KeyedRow &) const = default;
};

/// A flat list that is told the whole content each time and changes only what is different, so that a refresh keeps
/// selection and scroll and marks nothing that stayed. A long list comes in slices, one a turn of the event loop.
/// dataChanged() names PayloadRole alone where a row looks as before, FreshRole alone where a mark ends.
class KeyedTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole,
        PayloadRole,
        SortRole,
        FreshRole, ///< true: the row is new, or its cells changed, a moment ago
    };
    enum class Marks { None, Changes };

    /// The headers are asked for each time, so that they follow the language.
    KeyedTableModel(std::function<QStringList()> headers, QObject *parent);

    /// Marks is None where they are of something else than the rows before, or in another language.
    void setRows(const QList<KeyedRow> &rows, Marks marks = Marks::None);
    /// False while slices of what was set are still to come.
    bool isComplete() const { return m_placed == m_wanted.size(); }
    const QList<KeyedRow> &rows() const { return m_rows; }
    int rowOf(const QString &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    void retranslate();

private:
    enum class Change { None, Payload, Cells };

    void arrangeKept();
    void removeMissing(const QHash<QString, int> &places);
    void sortKept(const QHash<QString, int> &places);
    void placeSlice();
    qsizetype insertNew(qsizetype first, qsizetype end);
    qsizetype updateKept(qsizetype first, qsizetype end);
    Change changeOf(qsizetype row) const;
    void mark(const QString &key);
    void endMarks();

    std::function<QStringList()> m_headers;
    QStringList m_shownHeaders;
    QList<KeyedRow> m_rows;
    QList<KeyedRow> m_wanted;
    qsizetype m_placed = 0; ///< of m_wanted: so far the rows are the same
    QTimer m_more;
    std::optional<FreshKeys::Time> m_markUntil; ///< nothing: what is placed is not marked
    FreshKeys m_fresh;
    QTimer m_marksEnd;
};

} // namespace sluice
