// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/store/configstore.h"

#include <QString>

#include <span>

namespace sluice::simulator {

/// What the Admin API knows of one kind of resource (apisix.md 2.1).
struct ResourceKind
{
    Collection collection;
    const char *segment; ///< in paths and keys: "plugin_configs"
    const char *words;   ///< in messages: "plugin config"
    const char *schema;  ///< name of its JSON Schema: "plugin_config"
    bool post = true;
    bool patch = true;
    bool hasId = true;    ///< false: named by a field of its own
    bool hasTimes = true; ///< create_time and update_time
};

std::span<const ResourceKind> resourceKinds();
const ResourceKind *resourceKind(const QString &segment);
const ResourceKind &resourceKind(Collection collection);
/// Key in APISIX's store: /apisix/routes/1, /apisix/consumers/jack/credentials/c1.
QString storeKey(Collection collection, const std::string &id);

} // namespace sluice::simulator
