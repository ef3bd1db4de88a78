// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/rowsort.h"

#include <QDateTime>

#include <algorithm>
#include <numeric>

namespace sluice::app {

namespace {

/// NUL for what is not ASCII.
char lowerAscii(QChar c)
{
    const char16_t code = c.unicode();
    const bool isUpper = code >= u'A' && code <= u'Z';
    return code < 0x80 ? static_cast<char>(isUpper ? code + 0x20 : code) : '\0';
}

} // namespace

RowSort::RowSort()
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

RowSort::RowSort(const QList<QVariant> &values, Qt::SortOrder order)
    : RowSort()
{
    m_order = order;
    m_keys.reserve(std::size_t(values.size()));
    for (const QVariant &value : values)
        m_keys.push_back(keyOf(value));
    m_rows.resize(m_keys.size());
    std::iota(m_rows.begin(), m_rows.end(), 0);
    std::sort(m_rows.begin(), m_rows.end(), [this](int a, int b) { return stands(a, b); });
}

void RowSort::insert(int first, const QList<QVariant> &values)
{
    const int count = int(values.size());
    for (int &row : m_rows)
        row += row >= first ? count : 0;
    std::vector<Key> keys;
    for (const QVariant &value : values)
        keys.push_back(keyOf(value));
    m_keys.insert(m_keys.begin() + first, std::make_move_iterator(keys.begin()), std::make_move_iterator(keys.end()));
    Rows added(static_cast<std::size_t>(values.size()));
    std::iota(added.begin(), added.end(), first);
    merge(std::move(added));
}

void RowSort::remove(int first, int last)
{
    m_keys.erase(m_keys.begin() + first, m_keys.begin() + last + 1);
    std::erase_if(m_rows, [first, last](int row) { return row >= first && row <= last; });
    for (int &row : m_rows)
        row -= row > last ? last - first + 1 : 0;
}

bool RowSort::replace(int first, const QList<QVariant> &values)
{
    std::vector<bool> moves(m_keys.size());
    Rows moved;
    for (int row = first; row < first + int(values.size()); ++row) {
        Key key = keyOf(values.at(row - first));
        Key &known = m_keys[std::size_t(row)];
        if (compare(key, known) == 0)
            continue;
        known = std::move(key);
        moves[std::size_t(row)] = true;
        moved.push_back(row);
    }
    if (moved.empty())
        return false;
    std::erase_if(m_rows, [&moves](int row) { return moves[std::size_t(row)]; });
    merge(std::move(moved));
    return true;
}

RowSort::Key RowSort::keyOf(const QVariant &value) const
{
    switch (value.typeId()) {
    case QMetaType::QDateTime:
        return {double(value.toDateTime().toMSecsSinceEpoch()), {}, {}};
    case QMetaType::QString:
        return keyOf(value.toString());
    default:
        return {value.toDouble(), {}, {}};
    }
}

RowSort::Key RowSort::keyOf(const QString &text) const
{
    QByteArray ascii(text.size(), Qt::Uninitialized);
    std::transform(text.begin(), text.end(), ascii.begin(), [](QChar c) { return lowerAscii(c); });
    if (ascii.contains('\0'))
        return {0, {}, m_collator.sortKey(text)};
    return {0, ascii, {}};
}

int RowSort::compare(const Key &a, const Key &b)
{
    if (a.number < b.number || b.number < a.number)
        return a.number < b.number ? -1 : 1;
    if (a.text && b.text)
        return a.text->compare(*b.text);
    if (a.text || b.text)
        return b.text ? -1 : 1;
    return a.ascii.compare(b.ascii);
}

bool RowSort::stands(int before, int behind) const
{
    const int order = compare(m_keys[std::size_t(before)], m_keys[std::size_t(behind)]);
    if (order == 0)
        return before < behind;
    return m_order == Qt::DescendingOrder ? order > 0 : order < 0;
}

void RowSort::merge(Rows added)
{
    const auto before = [this](int a, int b) { return stands(a, b); };
    std::sort(added.begin(), added.end(), before);
    Rows all;
    all.reserve(m_rows.size() + added.size());
    std::merge(m_rows.begin(), m_rows.end(), added.begin(), added.end(), std::back_inserter(all), before);
    m_rows = std::move(all);
}

} // namespace sluice::app
