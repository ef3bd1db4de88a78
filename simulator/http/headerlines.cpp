// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/http/headerlines.h"

#include "simulator/http/httpparser.h"

#include <algorithm>
#include <array>

namespace sluice::simulator {

namespace {

using ByteTable = std::array<bool, 256>;

template <class Allowed>
constexpr ByteTable bytesWhere(Allowed allowed)
{
    ByteTable table{};
    for (unsigned code = 0; code < table.size(); ++code)
        table[code] = allowed(code);
    return table;
}

constexpr ByteTable inNames = bytesWhere([](unsigned code) { return isTokenByte(static_cast<char>(code)); });
constexpr ByteTable inValues = bytesWhere([](unsigned code) { return (code >= 0x20 || code == '\t') && code != 0x7f; });
constexpr ByteTable inTargets = bytesWhere([](unsigned code) { return code > 0x20 && code != 0x7f; });

const ByteTable &allowedIn(HeadPart part)
{
    return part == HeadPart::Name ? inNames : part == HeadPart::Value ? inValues : inTargets;
}

bool isNamed(std::string_view line, std::string_view name)
{
    return line.size() > name.size() && line[name.size()] == ':' && sameName(line.substr(0, name.size()), name);
}

} // namespace

void appendEncoded(std::string &out, std::string_view text, HeadPart part)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    const ByteTable &table = allowedIn(part);
    const auto allowed = [&](char c) { return table[static_cast<unsigned char>(c)]; };
    if (std::all_of(text.begin(), text.end(), allowed)) {
        out.append(text);
        return;
    }
    for (const char c : text) {
        if (allowed(c)) {
            out += c;
            continue;
        }
        const auto code = static_cast<unsigned char>(c);
        out += '%';
        out += digits[code >> 4U];
        out += digits[code & 0xfU];
    }
}

HeaderLines::HeaderLines(std::initializer_list<std::pair<std::string_view, std::string_view>> headers)
{
    for (const auto &[name, value] : headers)
        add(name, value);
}

HeaderLines::HeaderLines(const Headers &headers)
{
    for (const auto &[name, value] : headers)
        add(name, value);
}

void HeaderLines::add(std::string_view name, std::string_view value)
{
    if (name.empty())
        return; // a line that begins with its colon is none
    appendEncoded(m_text, name, HeadPart::Name);
    m_text.append(": ", 2);
    appendEncoded(m_text, value, HeadPart::Value);
    m_text.append("\r\n", 2);
}

void HeaderLines::set(std::string_view name, std::string_view value)
{
    remove(name);
    add(name, value);
}

void HeaderLines::remove(std::string_view name)
{
    for (std::size_t line = find(name, 0); line != std::string::npos; line = find(name, line))
        m_text.erase(line, m_text.find('\n', line) + 1 - line);
}

void HeaderLines::removeAll(bool (*matches)(std::string_view name))
{
    for (std::size_t line = 0; line < m_text.size();) {
        const std::size_t end = m_text.find('\n', line) + 1;
        if (matches(std::string_view(m_text).substr(line, m_text.find(':', line) - line)))
            m_text.erase(line, end - line);
        else
            line = end;
    }
}

bool HeaderLines::contains(std::string_view name) const
{
    return find(name, 0) != std::string::npos;
}

std::size_t HeaderLines::find(std::string_view name, std::size_t from) const
{
    const std::string_view text = m_text;
    for (std::size_t line = from; line < text.size(); line = text.find('\n', line) + 1) {
        if (isNamed(text.substr(line), name))
            return line;
    }
    return std::string::npos;
}

} // namespace sluice::simulator
