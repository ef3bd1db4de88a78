// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>

namespace sluice::simulator {

struct CompiledRoute;
class RequestContext;
class RuntimeConfig;

/// Why a request is this route's, and why it is not the others'. A reason is {"code", "text"}: the code for programs,
/// the text for people; where conditions decided, "conditions" has them as conditionTree() shows them.
/// Codes: path, host, method, client, conditions, filter-not-simulated, disabled; and of routes that would have matched
/// as well: host-less-specific, path-less-specific, lower-priority, shorter-path, made-later.
struct RouteReasons
{
    QJsonArray why;          ///< what of the chosen route fits; empty where none was chosen
    QJsonArray others;       ///< [{"route", "name", "reason"}]: those whose path fits
    qsizetype elsewhere = 0; ///< how many routes are for other paths
};

/// chosen: nullptr where no route matched.
RouteReasons routeReasons(const RuntimeConfig &config, const RequestContext &request, const CompiledRoute *chosen);

} // namespace sluice::simulator
