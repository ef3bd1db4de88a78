// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/models/keyedtablemodel.h"
#include "core/session/clustersnapshot.h"

namespace sluice {

/// Columns of a list of APIs, in their order.
enum class ApiColumn { Release, Name, Route, Hosts, Upstream, Kind, Id };

QStringList apiHeaders();
/// One row a route or service; the payload is its Api.
QList<KeyedRow> apiRows(const ClusterSnapshot &snapshot, const QString &workspace);

/// What the badge of an API says (B11): nothing, the state of its release in progress, an external or orphaned split.
QString badgeWord(const Api &api, const ClusterSnapshot &snapshot);

} // namespace sluice

Q_DECLARE_METATYPE(sluice::Api)
