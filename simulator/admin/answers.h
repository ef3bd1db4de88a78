// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/http/httpmessage.h"

#include <QJsonValue>
#include <QString>

namespace sluice::simulator {

/// The shapes in which APISIX's own handlers answer (apisix.md 1.1, 2.2).
Response jsonResponse(int status, const QJsonValue &body);
/// A bare text: APISIX calls it JSON all the same.
Response textResponse(int status, const QString &body);
/// {"error_msg": message}
Response refusal(int status, const QString &message);
/// nginx's page of that status.
Response htmlResponse(int status);

} // namespace sluice::simulator
