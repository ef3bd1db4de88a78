// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "core/net/transport.h"

#include <QJsonObject>
#include <QJsonValue>

namespace sluice {

/// What an answer of an Admin API means. Pure; a row each in its test.
/// APISIX: 401 with "invalid method for role viewer" is a read-only key, 403 an nginx page, 404 {"message"}, 400 and
/// 503
/// {"error_msg"}; 301 and the like are a portal in front of it; HTML 502 and 503 come from a proxy.
Result<QJsonValue> meaningOf(const HttpReply &reply, const HttpRequest &request);

} // namespace sluice
