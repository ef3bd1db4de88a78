// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/freshkeys.h"

#include <algorithm>

namespace sluice {

bool FreshKeys::expire(Time now)
{
    return m_ends.removeIf([now](const auto &entry) { return entry.value() <= now; }) > 0;
}

std::optional<FreshKeys::Time> FreshKeys::nextEnd() const
{
    const auto next = std::min_element(m_ends.cbegin(), m_ends.cend());
    return next == m_ends.cend() ? std::optional<Time>() : *next;
}

} // namespace sluice
