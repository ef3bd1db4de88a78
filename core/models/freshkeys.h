// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

namespace sluice {

/// Which rows of a list are marked as changed, and until when. Knows no clock: who asks says what time it is.
class FreshKeys
{
public:
    using Time = std::chrono::steady_clock::time_point;

    /// A row that changes again stays marked for longer.
    void add(const QString &key, Time until) { m_ends.insert(key, until); }
    bool contains(const QString &key) const { return m_ends.contains(key); }
    /// Drops those whose time is over; false where there are none.
    bool expire(Time now);
    /// When the next one's time is over; nothing: none is left.
    std::optional<Time> nextEnd() const;

private:
    QHash<QString, Time> m_ends;
};

} // namespace sluice
