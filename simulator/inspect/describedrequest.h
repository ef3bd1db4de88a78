// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"

#include <QJsonObject>

namespace sluice::simulator {

class Dataplane;

/// What the gateway would do with a request that is only described, as explain() tells it.
/// description: {"method", "host", "path", "headers", "client", "body"}, all but path optional. The error says what of
/// it is wrong.
Result<QJsonObject, QString> explainDescribed(Dataplane &dataplane, const QJsonObject &description);

} // namespace sluice::simulator
