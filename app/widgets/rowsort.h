// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QCollator>
#include <QList>
#include <QVariant>

#include <optional>
#include <vector>

namespace sluice::app {

/// How the rows of a list stand: by a number, a time or a text each. A value, so that another thread can make it.
class RowSort
{
public:
    using Rows = std::vector<int>; ///< of the source

    /// No rows yet.
    RowSort();
    /// One value a row; rows whose value is invalid stand as in the source.
    RowSort(const QList<QVariant> &values, Qt::SortOrder order);

    /// All of them as they are sorted. Rows that are equal stand as in the source, whichever way the others go.
    const Rows &rows() const { return m_rows; }

    void insert(int first, const QList<QVariant> &values);
    void remove(int first, int last);
    /// False where all rows stay where they are.
    bool replace(int first, const QList<QVariant> &values);

private:
    struct Key
    {
        double number = 0;
        QByteArray ascii; ///< compared by its bytes, which is a hundred times cheaper than by the language's rules
        std::optional<QCollatorSortKey> text; ///< of what is not ASCII; it comes behind what is
    };

    static int compare(const Key &a, const Key &b); ///< below 0: a stands first
    Key keyOf(const QVariant &value) const;
    Key keyOf(const QString &text) const;
    bool stands(int before, int behind) const;
    void merge(Rows added);

    QCollator m_collator;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    std::vector<Key> m_keys; ///< by row of the source
    Rows m_rows;
};

} // namespace sluice::app
