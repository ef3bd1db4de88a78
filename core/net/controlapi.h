// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QUrl>

#include <QCoroTask>

#include <chrono>

namespace sluice {

/// Nodes of an upstream object that a gateway's own checks call unhealthy, as host:port: from its control API
/// (GET /v1/healthcheck/upstreams/ID). Empty as well where it has no checks, or does not answer: nothing is known then.
QCoro::Task<QStringList> unhealthyNodes(QUrl control, QString upstream, std::chrono::milliseconds timeout);

} // namespace sluice
