// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace sluice::simulator {

/// nginx's words for a status ("503 Service Temporarily Unavailable").
std::string_view reasonPhrase(int status);
/// nginx's error page as APISIX sends it (apisix.md 1.3): CRLF line ends, HTML.
std::string errorPage(int status);

} // namespace sluice::simulator
