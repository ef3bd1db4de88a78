// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/columnwidths.h"

#include <algorithm>

namespace sluice::app {

namespace {

template <class Amount>
double sum(const QList<ColumnNeed> &columns, Amount amount)
{
    double whole = 0;
    for (const ColumnNeed &column : columns)
        whole += amount(column);
    return whole;
}

template <class Amount>
QList<int> each(const QList<ColumnNeed> &columns, Amount amount)
{
    QList<int> widths;
    for (const ColumnNeed &column : columns)
        widths.append(static_cast<int>(amount(column)));
    return widths;
}

QList<int> grown(const QList<ColumnNeed> &columns, double spare)
{
    const double growing = sum(columns, [](const ColumnNeed &column) { return column.grows ? column.need : 0; });
    return each(columns, [spare, growing](const ColumnNeed &column) {
        return column.need + (column.grows && growing > 0 ? spare * column.need / growing : 0);
    });
}

/// Between two widths of each: what is wider than the others, and can be less, is cut to the width of the others.
QList<int> levelled(const QList<ColumnNeed> &columns, double room, int ColumnNeed::*from, int ColumnNeed::*to)
{
    constexpr int steps = 24; // enough for a pixel
    double low = 0;
    double high = room;
    const auto cutTo = [from, to](double level) {
        return
            [from, to, level](const ColumnNeed &column) { return std::clamp<double>(level, column.*from, column.*to); };
    };
    for (int step = 0; step < steps; ++step) {
        const double middle = (low + high) / 2;
        (sum(columns, cutTo(middle)) > room ? high : low) = middle;
    }
    return each(columns, cutTo(low));
}

} // namespace

QList<int> sharedWidths(const QList<ColumnNeed> &columns, int room)
{
    constexpr double smallest = 0.5; // of what a column must have; then the list scrolls sideways
    const double needed = sum(columns, [](const ColumnNeed &column) { return column.need; });
    if (needed <= room)
        return grown(columns, room - needed);
    const double least = sum(columns, [](const ColumnNeed &column) { return column.least; });
    const double usual = sum(columns, [](const ColumnNeed &column) { return column.usual; });
    if (usual <= room)
        return levelled(columns, room, &ColumnNeed::usual, &ColumnNeed::need);
    if (least <= room)
        return levelled(columns, room, &ColumnNeed::least, &ColumnNeed::usual);
    const double part = std::max(smallest, room / least);
    return each(columns, [part](const ColumnNeed &column) { return column.least * part; });
}

} // namespace sluice::app
