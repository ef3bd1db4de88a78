// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/resource.h"
#include "core/model/result.h"

namespace sluice {

/// What the form of an upstream holds. Fields that the form does not show stay as they are on the gateway.
struct UpstreamDraft
{
    struct Node
    {
        QString host;
        QString port; ///< as typed; empty: the scheme's own
        int weight = 1;

        bool operator==(const Node &) const = default;
    };

    QString id;
    QString name;
    QString description;
    QList<Node> nodes;
    QString type = QStringLiteral("roundrobin"); ///< roundrobin, chash, ewma, least_conn
    QString scheme = QStringLiteral("http");     ///< http, https, grpc, grpcs ...
    QString passHost = QStringLiteral("pass");   ///< pass, node, rewrite
    QString upstreamHost;                        ///< of rewrite
    bool byDiscovery = false;                    ///< its nodes are not ours to write

    bool operator==(const UpstreamDraft &) const = default;
};

/// Where a fault belongs, for a form that says it under the field.
enum class UpstreamField { Id, Name, Nodes, UpstreamHost };

struct UpstreamProblem
{
    UpstreamField field = UpstreamField::Id;
    int node = -1; ///< of Nodes: which one
    QString text;
};

/// Everything that the gateway would refuse, in words, first fault first.
QList<UpstreamProblem> problems(const UpstreamDraft &draft);
/// "pay v2" gives pay-v2: an id that APISIX takes; empty where no letter or digit is left.
QString idFromName(const QString &name);

UpstreamDraft draftOf(const Upstream &upstream);
/// The whole of a new object. Labels: for example its workspace.
QJsonObject newUpstream(const UpstreamDraft &draft, const QJsonObject &labels);
/// The PATCH that makes an upstream what the draft says, naming only what differs; empty: nothing.
/// Nodes go as a list, which APISIX replaces as a whole.
QJsonObject changeOf(const Upstream &before, const UpstreamDraft &draft);

} // namespace sluice
