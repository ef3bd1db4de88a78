// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/proxy/plugin.h"

namespace sluice::simulator {

std::shared_ptr<Plugin> makeCors(const QJsonObject &conf);
std::shared_ptr<Plugin> makeFaultInjection(const QJsonObject &conf);
std::shared_ptr<Plugin> makeKeyAuth(const QJsonObject &conf, const RuntimeConfig &config);
std::shared_ptr<Plugin> makeMocking(const QJsonObject &conf);
std::shared_ptr<Plugin> makePrometheus(const QJsonObject &conf);
std::shared_ptr<Plugin> makeProxyRewrite(const QJsonObject &conf);
std::shared_ptr<Plugin> makeRedirect(const QJsonObject &conf);
std::shared_ptr<Plugin> makeRequestId(const QJsonObject &conf);
std::shared_ptr<Plugin> makeResponseRewrite(const QJsonObject &conf);
std::shared_ptr<Plugin> makeTrafficSplit(const QJsonObject &conf, const SplitOwner &owner, const RuntimeConfig &config);

} // namespace sluice::simulator
