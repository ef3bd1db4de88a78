// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/http/httpmessage.h"

#include <string_view>

namespace sluice::simulator {

class Schemas;

/// POST /configs/validate (apisix.md 1.5): a whole configuration, each item as a PUT would check it, references left
/// out. The answer names every fault.
Response validateConfiguration(const Schemas &schemas, std::string_view body);

} // namespace sluice::simulator
