// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/adminclient.h"
#include "core/model/release.h"

namespace sluice {

/// A split on another level than the API's own.
struct SplitLayer
{
    enum class Level { PluginConfig, Service, Route, Consumer, ConsumerGroup, GlobalRule };

    Level level = Level::Service;
    QString id;
};

/// "service shop", "consumer alice" ...: for messages.
QString toText(const SplitLayer &layer);

/// What else on the gateway decides about an API's traffic. APISIX: plugins merge by name, whole; consumer over
/// consumer group over route over plugin config over service; global rules run beside.
struct Surroundings
{
    Api api;
    std::optional<Upstream> current; ///< an object, or what is written inside the API or its service
    std::optional<Upstream> target;
    QList<Api> routes; ///< of a service API
    QList<Resource> pluginConfigs;
    QList<Resource> services;
    QList<Resource> consumers;
    QList<Resource> consumerGroups;
    QList<Resource> globalRules;
    QList<Release> releases; ///< in progress, of all APIs
};

QCoro::Task<Result<Surroundings>> surroundingsOf(AdminClient &admin, Api api, QString target, QString workspaceKey);

/// Splits that the API's own hides: they come to light when it goes (E20).
QList<SplitLayer> hiddenSplits(const Surroundings &around);
/// Splits that win over the API's own for some requests.
QList<SplitLayer> overridingSplits(const Surroundings &around);
/// Everything that an operator should know before Submit, in sentences (E9, E17, E20, E22).
QStringList concernsOf(const Surroundings &around);

} // namespace sluice
