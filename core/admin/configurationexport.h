// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/adminclient.h"

#include <QJsonObject>

namespace sluice {

/// A cluster's whole configuration, {"routes":[...],"upstreams":[...], ...}: each item as the Admin API's value,
/// without times (design.md 8). Credentials stand among the consumers under their id "<consumer>/credentials/<id>", as
/// in APISIX's own files. Leases are left out.
struct ConfigurationExport
{
    QJsonObject content;
    QStringList placeholders; ///< items whose secrets are replaced: "consumers/alice"
    QStringList missing;      ///< collections that this gateway does not have, or does not show
};

/// Reads only. Without secrets, placeholders stand in their place.
QCoro::Task<Result<ConfigurationExport>> exportConfiguration(AdminClient &admin, bool withSecrets);

/// An item as it is sent: without what only the gateway may set.
QJsonObject withoutTimes(QJsonObject value);
/// The kinds in the order of references, so that each item finds what it names.
QList<ResourceKind> kindsByReference();
/// The id of an item of an export.
QString itemId(ResourceKind kind, const QJsonObject &item);

} // namespace sluice
