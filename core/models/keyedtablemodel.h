// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

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
/// selection and scroll and marks nothing that stayed.
class KeyedTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole, PayloadRole, SortRole };

    /// The headers are asked for each time, so that they follow the language.
    KeyedTableModel(std::function<QStringList()> headers, QObject *parent);

    void setRows(const QList<KeyedRow> &rows);
    const QList<KeyedRow> &rows() const { return m_rows; }
    int rowOf(const QString &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    void retranslate();

private:
    void removeMissing(const QStringList &keys);
    void placeRow(int position, const KeyedRow &row);

    std::function<QStringList()> m_headers;
    QStringList m_shownHeaders;
    QList<KeyedRow> m_rows;
};

} // namespace sluice
