// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/models/keyedtablemodel.h"
#include "core/session/clustersnapshot.h"

namespace sluice {

/// Columns of a list of upstreams, in their order.
enum class UpstreamColumn { Name, Nodes, Balancing, UsedBy, Id };

QStringList upstreamHeaders();
/// One row an upstream; the payload is its Upstream.
QList<KeyedRow> upstreamRows(const ClusterSnapshot &snapshot, const QString &workspace);

/// Who would notice if it went: APIs that send their traffic there, and releases in progress that it is the target of.
struct UpstreamUse
{
    QList<Api> apis;
    QList<Release> releases;

    bool isEmpty() const { return apis.isEmpty() && releases.isEmpty(); }
};
UpstreamUse usersOf(const QString &upstream, const ClusterSnapshot &snapshot);

/// "10.0.0.1:80, 10.0.0.2:80", or the service discovery that knows the nodes.
QString nodesWord(const Upstream &upstream);

} // namespace sluice

Q_DECLARE_METATYPE(sluice::Upstream)
