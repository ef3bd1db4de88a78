// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

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
class KeyedTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole, PayloadRole, SortRole };

    /// The headers are asked for each time, so that they follow the language.
    KeyedTableModel(std::function<QStringList()> headers, QObject *parent);

    void setRows(const QList<KeyedRow> &rows);
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
    void arrangeKept();
    void removeMissing(const QHash<QString, int> &places);
    void sortKept(const QHash<QString, int> &places);
    void placeSlice();
    qsizetype insertNew(qsizetype first, qsizetype end);
    qsizetype updateKept(qsizetype first, qsizetype end);

    std::function<QStringList()> m_headers;
    QStringList m_shownHeaders;
    QList<KeyedRow> m_rows;
    QList<KeyedRow> m_wanted;
    qsizetype m_placed = 0; ///< of m_wanted: so far the rows are the same
    QTimer m_more;
};

} // namespace sluice
