// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/latestrun.h"
#include "app/widgets/rowsort.h"

#include <QAbstractProxyModel>
#include <QByteArrayMatcher>
#include <QSet>

#include <functional>
#include <vector>

namespace sluice::app {

/// Filters and sorts the flat model of a list. What it looks at is kept for each row, so that both answer within a
/// frame for tens of thousands of rows; QSortFilterProxyModel asks its source again for every comparison. A long list
/// is sorted in another thread and stands as before until that is done. Current row and selection stay where their rows
/// stay.
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
    /// What is known of a source row.
    struct Entry
    {
        QByteArray folded; ///< all cells, in lower case, as UTF-8: half the memory to look through
        bool accepted = true;
    };
    struct Sorting
    {
        int column = -1; ///< none: as the source has them
        Qt::SortOrder order = Qt::AscendingOrder;
    };
    using Rows = RowSort::Rows;

    bool accepts(int row, const Entry &entry) const;
    Entry entryOf(int row) const;
    QList<QVariant> sortValues(const Sorting &sorting, int first, int last) const;
    Rows acceptedRows() const; ///< as they are sorted

    void sourceInserted(int first, int last);
    void sourceAboutToBeRemoved(int first, int last);
    void sourceRemoved(int first, int last);
    void sourceChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles);
    void tellChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles);
    void sourceAboutToBeArranged();
    void sourceArranged();

    void readSource();
    void filterAgain();
    void sortAgain();
    void follow(RowSort sort);
    void sourceMoved();
    void show(Rows next);
    bool isPatch(const Rows &next) const;
    void patch(const Rows &next);
    void permute(Rows next);
    void notePlaces();

    std::vector<Entry> m_entries;     ///< by source row
    RowSort m_sort;                   ///< all source rows by m_sorting
    Rows m_shown;                     ///< those of them that are accepted
    std::vector<int> m_place;         ///< by source row: where it is shown; -1: it is not
    QList<QByteArrayMatcher> m_words; ///< as UTF-8
    std::function<bool(const QModelIndex &)> m_accepts;
    QSet<int> m_numeric;
    int m_sortRole = Qt::DisplayRole;
    Sorting m_sorting;
    Sorting m_wantedSorting; ///< the same, unless another thread is still at it
    LatestRun m_sortRun;
    QModelIndexList m_kept;                     ///< persistent indexes while the source is arranged anew
    QList<QPersistentModelIndex> m_keptSources; ///< and what they stand for
};

} // namespace sluice::app
