// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/http/httpmessage.h"

#include <algorithm>

namespace sluice::simulator {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

bool sameName(std::string_view a, std::string_view b)
{
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

bool saysFraming(std::string_view name)
{
    static constexpr std::string_view names[] = {"Connection",        "Keep-Alive", "Proxy-Connection", "TE", "Trailer",
                                                 "Transfer-Encoding", "Upgrade",    "Content-Length"};
    return std::any_of(std::begin(names), std::end(names),
                       [&](std::string_view known) { return sameName(known, name); });
}

const std::string_view *RequestHead::find(std::string_view name) const
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field &f) { return sameName(f.name, name); });
    return found == fields.end() ? nullptr : &found->value;
}

const std::string *Request::header(std::string_view name) const
{
    const auto found =
        std::find_if(headers.begin(), headers.end(), [&](const auto &h) { return sameName(h.first, name); });
    return found == headers.end() ? nullptr : &found->second;
}

} // namespace sluice::simulator
