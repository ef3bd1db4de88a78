// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/admin/arguments.h"
#include "simulator/http/httpmessage.h"

#include <QJsonValue>
#include <QStringList>

namespace sluice::simulator {

class Schemas;

/// What the Admin API tells of schemas and plugins (apisix.md 1.5). segments: what stands behind /plugins or /schema.
Response pluginsPage(const Schemas &schemas, const QStringList &segments, const Arguments &arguments);
Response pluginList(const Schemas &schemas, const Arguments &arguments);
Response schemaPage(const Schemas &schemas, const QStringList &segments, const Arguments &arguments);
/// POST /schema/validate/<resource>: a conf against its schema alone.
Response validateOne(const Schemas &schemas, const QString &resource, const std::optional<QJsonValue> &body);

} // namespace sluice::simulator
