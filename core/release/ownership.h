// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/cluster.h"
#include "core/model/resource.h"

namespace sluice {

/// Who seems to write the configuration, by the `managed-by` labels of its APIs (E21): what most of those that have one
/// say; None where none has.
ClusterProfile::Owner proposedOwner(const QList<Api> &apis);

/// What the form says on a cluster with such an owner; empty for None.
QString ownerWarning(ClusterProfile::Owner owner);

/// The API as its owner's source should have it: without times, without the release's split and mark.
QJsonObject desiredApi(const Api &api);
/// As YAML: block style; scalars as JSON writes them, which YAML reads alike.
QString toYaml(const QJsonObject &object);

} // namespace sluice
