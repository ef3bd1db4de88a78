// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace sluice {

/// A text as Lua's tonumber() reads it, and APISIX with it: blanks around, decimal, exponent, hexadecimal.
std::optional<double> luaNumber(std::string_view text);

} // namespace sluice
