// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/listfiltermodel.h"

#include <algorithm>

namespace sluice::app {

namespace {

constexpr int mostRanges = 8; ///< of rows that come or go one by one; beyond it one change of layout is cheaper

constexpr std::size_t sortedAtOnce = 2000; // rows that are sorted well within a frame

} // namespace

ListFilterModel::ListFilterModel(QObject *parent)
    : QAbstractProxyModel(parent)
{
}

void ListFilterModel::setWords(const QString &text)
{
    m_words.clear();
    const QList<QByteArray> words = text.toLower().toUtf8().split(' ');
    for (const QByteArray &word : words) {
        if (!word.isEmpty())
            m_words.append(QByteArrayMatcher(word));
    }
    filterAgain();
}

void ListFilterModel::setAccepts(std::function<bool(const QModelIndex &)> accepts)
{
    m_accepts = std::move(accepts);
    filterAgain();
}

void ListFilterModel::setSortRole(int role)
{
    m_sortRole = role;
    sortAgain();
}

void ListFilterModel::setSourceModel(QAbstractItemModel *source)
{
    beginResetModel();
    if (sourceModel() != nullptr)
        sourceModel()->disconnect(this);
    QAbstractProxyModel::setSourceModel(source);
    if (source != nullptr) {
        connect(source, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) { sourceInserted(first, last); });
        connect(source, &QAbstractItemModel::rowsAboutToBeRemoved, this,
                [this](const QModelIndex &, int first, int last) { sourceAboutToBeRemoved(first, last); });
        connect(source, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { sourceRemoved(first, last); });
        connect(source, &QAbstractItemModel::dataChanged, this, &ListFilterModel::sourceChanged);
        connect(source, &QAbstractItemModel::headerDataChanged, this, &ListFilterModel::headerDataChanged);
        connect(source, &QAbstractItemModel::layoutAboutToBeChanged, this, &ListFilterModel::sourceAboutToBeArranged);
        connect(source, &QAbstractItemModel::layoutChanged, this, &ListFilterModel::sourceArranged);
        connect(source, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
        connect(source, &QAbstractItemModel::modelReset, this, [this] {
            readSource();
            endResetModel();
        });
    }
    readSource();
    endResetModel();
}

// Everything anew, without a signal.
void ListFilterModel::readSource()
{
    const int rows = sourceModel() == nullptr ? 0 : sourceModel()->rowCount();
    m_entries.clear();
    for (int row = 0; row < rows; ++row)
        m_entries.push_back(entryOf(row));
    m_sortRun.forget();
    m_sorting = m_wantedSorting;
    m_sort = RowSort(sortValues(m_sorting, 0, rows - 1), m_sorting.order);
    m_shown = acceptedRows();
    notePlaces();
}

ListFilterModel::Rows ListFilterModel::acceptedRows() const
{
    Rows rows;
    rows.reserve(m_entries.size());
    std::copy_if(m_sort.rows().begin(), m_sort.rows().end(), std::back_inserter(rows),
                 [this](int row) { return m_entries[std::size_t(row)].accepted; });
    return rows;
}

QList<QVariant> ListFilterModel::sortValues(const Sorting &sorting, int first, int last) const
{
    QList<QVariant> values(last - first + 1);
    for (int row = first; sorting.column >= 0 && row <= last; ++row)
        values[row - first] = sourceModel()->index(row, sorting.column).data(m_sortRole);
    return values;
}

bool ListFilterModel::accepts(int row, const Entry &entry) const
{
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&entry](const QByteArrayMatcher &word) { return word.indexIn(entry.folded) >= 0; }) &&
           (!m_accepts || m_accepts(sourceModel()->index(row, 0)));
}

ListFilterModel::Entry ListFilterModel::entryOf(int row) const
{
    QString cells;
    for (int column = 0; column < sourceModel()->columnCount(); ++column)
        cells += sourceModel()->index(row, column).data().toString() + u'\n';
    Entry entry;
    entry.folded = cells.toLower().toUtf8();
    entry.accepted = accepts(row, entry);
    return entry;
}

void ListFilterModel::sourceInserted(int first, int last)
{
    const int count = last - first + 1;
    for (int &row : m_shown)
        row += row >= first ? count : 0;
    std::vector<Entry> entries;
    for (int row = first; row <= last; ++row)
        entries.push_back(entryOf(row));
    m_entries.insert(m_entries.begin() + first, std::make_move_iterator(entries.begin()),
                     std::make_move_iterator(entries.end()));
    notePlaces();
    m_sort.insert(first, sortValues(m_sorting, first, last));
    show(acceptedRows());
    sourceMoved();
}

// While the source still has the rows, so that whoever stands on one of them can step aside.
void ListFilterModel::sourceAboutToBeRemoved(int first, int last)
{
    Rows next = m_shown;
    std::erase_if(next, [first, last](int row) { return row >= first && row <= last; });
    show(std::move(next));
}

void ListFilterModel::sourceRemoved(int first, int last)
{
    m_entries.erase(m_entries.begin() + first, m_entries.begin() + last + 1);
    m_sort.remove(first, last);
    for (int &row : m_shown)
        row -= row > last ? last - first + 1 : 0;
    notePlaces();
    sourceMoved();
}

void ListFilterModel::sourceChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    const int first = topLeft.row();
    const int last = bottomRight.row();
    const bool isShownAnew = roles.isEmpty() || roles.contains(Qt::DisplayRole);
    bool isAcceptedAnew = false;
    for (int row = first; (isShownAnew || m_accepts) && row <= last; ++row) {
        Entry &known = m_entries[std::size_t(row)];
        const bool wasAccepted = known.accepted;
        if (isShownAnew)
            known = entryOf(row);
        else
            known.accepted = accepts(row, known);
        isAcceptedAnew = isAcceptedAnew || known.accepted != wasAccepted;
    }
    const bool isSortedAnew =
        (isShownAnew || roles.contains(m_sortRole)) && m_sort.replace(first, sortValues(m_sorting, first, last));
    if (isAcceptedAnew || isSortedAnew)
        show(acceptedRows());
    tellChanged(topLeft, bottomRight, roles);
    if (isShownAnew || roles.contains(m_sortRole))
        sourceMoved();
}

// One signal for all of them: what lies between is only painted once more.
void ListFilterModel::tellChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    int first = rowCount();
    int last = -1;
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
        const int shown = m_place[std::size_t(row)];
        first = shown < 0 ? first : std::min(first, shown);
        last = std::max(last, shown);
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first, topLeft.column()), index(last, bottomRight.column()), roles);
}

void ListFilterModel::sourceAboutToBeArranged()
{
    Q_EMIT layoutAboutToBeChanged();
    m_kept = persistentIndexList();
    m_keptSources.clear();
    for (const QModelIndex &index : std::as_const(m_kept))
        m_keptSources.append(mapToSource(index));
}

void ListFilterModel::sourceArranged()
{
    readSource();
    QModelIndexList moved;
    for (const QPersistentModelIndex &source : std::as_const(m_keptSources))
        moved.append(mapFromSource(source));
    changePersistentIndexList(m_kept, moved);
    Q_EMIT layoutChanged();
}

void ListFilterModel::filterAgain()
{
    for (std::size_t row = 0; row < m_entries.size(); ++row)
        m_entries[row].accepted = accepts(int(row), m_entries[row]);
    show(acceptedRows());
}

void ListFilterModel::sort(int column, Qt::SortOrder order)
{
    m_wantedSorting = {column, order};
    sortAgain();
}

void ListFilterModel::sortAgain()
{
    const QList<QVariant> values = sortValues(m_wantedSorting, 0, int(m_entries.size()) - 1);
    m_sortRun.forget();
    if (m_entries.size() <= sortedAtOnce)
        return follow(RowSort(values, m_wantedSorting.order));
    m_sortRun.start([values, order = m_wantedSorting.order] { return RowSort(values, order); },
                    [this](RowSort sort) { follow(std::move(sort)); });
}

void ListFilterModel::follow(RowSort sort)
{
    m_sorting = m_wantedSorting;
    m_sort = std::move(sort);
    show(acceptedRows());
}

// What another thread sorts is no longer what the source has.
void ListFilterModel::sourceMoved()
{
    if (m_sortRun.isRunning())
        sortAgain();
}

void ListFilterModel::show(Rows next)
{
    if (next == m_shown)
        return;
    if (isPatch(next))
        patch(next);
    else
        permute(std::move(next));
}

// True where only rows come or go, in few places.
bool ListFilterModel::isPatch(const Rows &next) const
{
    std::vector<bool> stays(m_entries.size());
    for (const int row : next)
        stays[std::size_t(row)] = true;
    int ranges = 0;
    std::size_t at = 0; // in what is shown
    const auto skipLeaving = [&] {
        const std::size_t begin = at;
        while (at < m_shown.size() && !stays[std::size_t(m_shown[at])])
            ++at;
        ranges += at > begin ? 1 : 0;
    };
    bool inRange = false;
    for (const int row : next) {
        skipLeaving();
        const bool isNew = m_place[std::size_t(row)] < 0;
        ranges += isNew && !inRange ? 1 : 0;
        inRange = isNew;
        if (isNew)
            continue;
        if (at == m_shown.size() || m_shown[at] != row)
            return false;
        ++at;
    }
    skipLeaving();
    return ranges <= mostRanges;
}

void ListFilterModel::patch(const Rows &next)
{
    std::vector<bool> stays(m_entries.size());
    for (const int row : next)
        stays[std::size_t(row)] = true;
    for (auto last = int(m_shown.size()) - 1; last >= 0; --last) {
        if (stays[std::size_t(m_shown[std::size_t(last)])])
            continue;
        int first = last;
        while (first > 0 && !stays[std::size_t(m_shown[std::size_t(first) - 1])])
            --first;
        beginRemoveRows({}, first, last);
        m_shown.erase(m_shown.begin() + first, m_shown.begin() + last + 1);
        notePlaces();
        endRemoveRows();
        last = first;
    }
    for (std::size_t first = 0; first < next.size(); ++first) {
        std::size_t end = first;
        while (end < next.size() && m_place[std::size_t(next[end])] < 0)
            ++end;
        if (end == first)
            continue;
        beginInsertRows({}, int(first), int(end) - 1);
        m_shown.insert(m_shown.begin() + std::ptrdiff_t(first), next.begin() + std::ptrdiff_t(first),
                       next.begin() + std::ptrdiff_t(end));
        notePlaces();
        endInsertRows();
        first = end - 1;
    }
}

void ListFilterModel::permute(Rows next)
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList kept = persistentIndexList();
    QModelIndexList sources;
    for (const QModelIndex &index : kept)
        sources.append(mapToSource(index));
    m_shown = std::move(next);
    notePlaces();
    QModelIndexList moved;
    for (const QModelIndex &source : std::as_const(sources))
        moved.append(mapFromSource(source));
    changePersistentIndexList(kept, moved);
    Q_EMIT layoutChanged();
}

void ListFilterModel::notePlaces()
{
    m_place.assign(m_entries.size(), -1);
    for (std::size_t shown = 0; shown < m_shown.size(); ++shown)
        m_place[std::size_t(m_shown[shown])] = int(shown);
}

QModelIndex ListFilterModel::mapToSource(const QModelIndex &shown) const
{
    return shown.isValid() ? sourceModel()->index(m_shown[std::size_t(shown.row())], shown.column()) : QModelIndex();
}

QModelIndex ListFilterModel::mapFromSource(const QModelIndex &source) const
{
    const int row = source.isValid() ? m_place[std::size_t(source.row())] : -1;
    return row < 0 ? QModelIndex() : createIndex(row, source.column());
}

QModelIndex ListFilterModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex ListFilterModel::parent(const QModelIndex &) const
{
    return {};
}

int ListFilterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ListFilterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || sourceModel() == nullptr ? 0 : sourceModel()->columnCount();
}

QVariant ListFilterModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole && m_numeric.contains(index.column()))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return QAbstractProxyModel::data(index, role);
}

QVariant ListFilterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || sourceModel() == nullptr)
        return {};
    if (role == Qt::TextAlignmentRole && m_numeric.contains(section))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    // A narrow column cuts its title.
    return sourceModel()->headerData(section, orientation, role == Qt::ToolTipRole ? Qt::DisplayRole : role);
}

} // namespace sluice::app
