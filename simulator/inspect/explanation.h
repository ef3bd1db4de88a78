// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"

#include <QJsonObject>

namespace sluice::simulator {

class Dataplane;
class RequestContext;
class RuntimeConfig;

/// What the gateway would do with a request, and why, as docs/simulator.md shows it. Nothing is sent, no order of a
/// split and no counter moves. description: {"method", "host", "path", "headers", "client", "body"}, all but path
/// optional. The error says what of it is wrong.
Result<QJsonObject, QString> explainDescribed(Dataplane &dataplane, const QJsonObject &description);

/// The same for a request at hand.
QJsonObject explain(const Dataplane &dataplane, const RuntimeConfig &config, RequestContext &request);

} // namespace sluice::simulator
