// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace sluice::simulator {

/// Why something is refused, in APISIX's words; nothing where it is fine.
using Fault = std::optional<QString>;

} // namespace sluice::simulator
