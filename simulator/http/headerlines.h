// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/http/httpmessage.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace sluice::simulator {

/// The parts of a head that are written from what others have said.
enum class HeadPart {
    Name,   ///< of a header; also a method
    Value,  ///< of a header; also the words behind a status
    Target, ///< path and query of a request line
};

/// Appends text; what can't stand in that part, and could begin another line or another message there, is written as
/// %XX, as OpenResty writes it. Every head that leaves goes through here.
void appendEncoded(std::string &out, std::string_view text, HeadPart part);

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
    void removeAll(bool (*matches)(std::string_view name));
    bool contains(std::string_view name) const;

    void reserve(std::size_t size) { m_text.reserve(size); }
    const std::string &text() const { return m_text; }

private:
    std::size_t find(std::string_view name, std::size_t from) const; ///< where its line begins; npos: none

    std::string m_text;
};

} // namespace sluice::simulator
