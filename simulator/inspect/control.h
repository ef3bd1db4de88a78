// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/http/httpmessage.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sluice::simulator {

class Schemas;
struct Snapshot;

/// APISIX's control API (apisix.md 8.1): what the data plane holds, with its defaults filled in. It needs no key and
/// only reads. health: what /v1/healthcheck lists.
Response controlApi(const Snapshot &snapshot, const Schemas &schemas, const QJsonArray &health, const Request &request);

} // namespace sluice::simulator
