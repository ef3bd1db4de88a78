// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/http/headerlines.h"

namespace sluice::simulator {

namespace {

bool isNamed(std::string_view line, std::string_view name)
{
    return line.size() > name.size() && line[name.size()] == ':' && sameName(line.substr(0, name.size()), name);
}

} // namespace

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
    m_text.append(name).append(": ", 2).append(value).append("\r\n", 2);
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
