// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/admin/schemavalidator.h"

#include <QMap>

#include <memory>

namespace sluice::simulator {

struct PluginInfo
{
    QString name;
    int priority = 0;
    bool isAuth = false;
    bool isHttp = true;
    bool isStream = false;
    QStringList secretFields; ///< "auth.password": encrypted at rest, and ciphertext in answers to writes
};

/// The JSON Schemas of resources/schemas, by name, ready to validate. A value {"$use": name} in a file stands for that
/// part of common.json.
class Schemas
{
public:
    Schemas();

    /// nullptr where there is none: "route", "plugins/traffic-split", "plugins/key-auth.consumer",
    /// "plugins/http-logger.metadata".
    const SchemaValidator *find(const QString &name) const;
    const PluginInfo *plugin(const QString &name) const;
    const QList<PluginInfo> &plugins() const { return m_plugins; }

private:
    QMap<QString, std::shared_ptr<const SchemaValidator>> m_validators;
    QList<PluginInfo> m_plugins; ///< highest priority first
};

} // namespace sluice::simulator
