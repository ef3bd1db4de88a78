// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractProxyModel>
#include <QCollator>
#include <QSet>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace sluice::app {

/// Filters and sorts the flat model of a list. What it looks at is kept for each row, so that both answer within a
/// frame for tens of thousands of rows; QSortFilterProxyModel asks its source again for every comparison. Current row
/// and selection stay where their rows stay.
class ListFilterModel : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit ListFilterModel(QObject *parent);

    /// Every word must occur somewhere in the row's cells; letter case does not matter.
    void setWords(const QString &text);
    /// One more condition on a source row; empty for none. It is asked again whenever the row changes.
    void setAccepts(std::function<bool(const QModelIndex &source)> accepts);
    /// The role by which columns are sorted: numbers, times and texts; the display text where none is set.
    void setSortRole(int role);
    /// These stand at the right, under their header.
    void setNumeric(const QSet<int> &columns) { m_numeric = columns; }

    void setSourceModel(QAbstractItemModel *source) override;
    QModelIndex mapToSource(const QModelIndex &shown) const override;
    QModelIndex mapFromSource(const QModelIndex &source) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    /// Plain ASCII is compared by its bytes, which is a hundred times cheaper than by the language's rules.
    struct SortKey
    {
        double number = 0;
        QByteArray ascii;
        std::optional<QCollatorSortKey> text; ///< of what is not ASCII; it comes behind what is
    };
    /// What is known of a source row.
    struct Entry
    {
        QString folded; ///< all cells, in lower case
        SortKey key;
        bool accepted = true;
    };
    using Rows = std::vector<int>; ///< of the source

    static int compare(const SortKey &a, const SortKey &b); ///< below 0: a stands first
    static SortKey keyOf(const QString &text, const QCollator &collator);
    bool stands(int before, int behind) const;
    SortKey keyOf(int row) const;
    bool accepts(int row, const Entry &entry) const;
    Entry entryOf(int row) const;
    Rows acceptedRows() const; ///< as they are sorted

    void sourceInserted(int first, int last);
    void sourceAboutToBeRemoved(int first, int last);
    void sourceRemoved(int first, int last);
    void sourceChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles);
    void sourceAboutToBeArranged();
    void sourceArranged();

    void readSource();
    void filterAgain();
    void sortAgain();
    void show(Rows next);
    bool isPatch(const Rows &next) const;
    void patch(const Rows &next);
    void permute(Rows next);
    void notePlaces();

    std::vector<Entry> m_entries; ///< by source row
    Rows m_order;                 ///< all source rows as they are sorted
    Rows m_shown;                 ///< those of them that are accepted
    std::vector<int> m_place;     ///< by source row: where it is shown; -1: it is not
    QStringList m_words;
    std::function<bool(const QModelIndex &)> m_accepts;
    QSet<int> m_numeric;
    QCollator m_collator;
    int m_sortRole = Qt::DisplayRole;
    int m_sortColumn = -1; ///< none: as the source has them
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QModelIndexList m_kept;                     ///< persistent indexes while the source is arranged anew
    QList<QPersistentModelIndex> m_keptSources; ///< and what they stand for
};

} // namespace sluice::app
