// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace sluice::simulator {

class Schemas;
struct Snapshot;

/// Whose plugins are checked: a consumer's auth plugins have a schema of their own.
enum class PluginOwner { Route, Consumer };

/// The text of the first fault in a "plugins" object (apisix.md 3.11), or nothing.
std::optional<QString> checkPlugins(const Schemas &schemas, const QJsonObject &plugins, PluginOwner owner);

/// What APISIX checks of an upstream after its schema (apisix.md 3.4), or nothing. Without a snapshot, its certificate
/// is not looked up.
std::optional<QString> checkUpstream(const QJsonObject &upstream, const Snapshot *snapshot);

} // namespace sluice::simulator
