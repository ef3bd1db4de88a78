// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "simulator/store/configstore.h"

#include <QJsonObject>

namespace sluice::simulator {

class Schemas;

/// A whole configuration as one JSON object (design.md 8), which is also the JSON form of APISIX's standalone file:
/// {"routes":[...],"upstreams":[...], ...}, each item as the Admin API's value. Credentials stand among the consumers,
/// with ids such as jack/credentials/c1. stream_routes are kept as they are, for there is no stream proxy.
QJsonObject toFile(const Snapshot &snapshot);

/// What is stored already, and what a file holds on top, checked as the Admin API checks it. Times that an item carries
/// are kept. Keys of a standalone file that hold no items (plugins, routes_conf_version ...) are passed over. The error
/// names the item that is not valid.
Result<Snapshot> withFile(Snapshot snapshot, const QJsonObject &file, const Schemas &schemas);

} // namespace sluice::simulator
