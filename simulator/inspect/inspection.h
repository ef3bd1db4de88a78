// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/http/httpmessage.h"

namespace sluice::simulator {

class Dataplane;

/// Everything below /sluice/ on the Admin port: what the gateway has done, what it would do, and faults to order.
Response inspect(Dataplane &dataplane, const Request &request);

} // namespace sluice::simulator
