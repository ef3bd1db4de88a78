// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/store/configstore.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace sluice::simulator {

class Schemas;
struct ResourceKind;

/// A conf that someone wants to store.
struct Candidate
{
    const ResourceKind &kind;
    QString name;        ///< as the URL has it: id, username, plugin, "vault/1"; empty: it has none
    std::string storeId; ///< under which it would be stored
    QJsonObject value;
};

/// "create_time" or "update_time", where a conf carries one that only the gateway may set (apisix.md 2.4).
std::optional<QString> forbiddenTime(const QJsonObject &value);

/// Why APISIX would not store it: the text of error_msg, checks in APISIX's order (apisix.md 2.8, from 10 on).
/// Without a snapshot, what it refers to is not looked up.
std::optional<QString> conflictOf(const Candidate &candidate, const Schemas &schemas, const Snapshot *snapshot);

} // namespace sluice::simulator
