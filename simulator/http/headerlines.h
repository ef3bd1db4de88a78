// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/http/httpmessage.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace sluice::simulator {

/// The headers of a head on its way out, as the very text that will be sent ("Name: value\r\n" each): one piece of
/// memory, however many there are. Names are told apart without regard to case; one may stand several times.
class HeaderLines
{
public:
    HeaderLines() = default;
    HeaderLines(std::initializer_list<std::pair<std::string_view, std::string_view>> headers);
    explicit HeaderLines(const Headers &headers);

    void add(std::string_view name, std::string_view value);
    /// In the place of all of that name.
    void set(std::string_view name, std::string_view value);
    void remove(std::string_view name);
    bool contains(std::string_view name) const;

    void reserve(std::size_t size) { m_text.reserve(size); }
    const std::string &text() const { return m_text; }

private:
    std::size_t find(std::string_view name, std::size_t from) const; ///< where its line begins; npos: none

    std::string m_text;
};

} // namespace sluice::simulator
