// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/apiref.h"
#include "core/model/trafficlimits.h"
#include "core/verify/prometheustext.h"

#include <QDateTime>
#include <QMap>
#include <QStringList>

#include <optional>

namespace sluice {

/// What one node answered. A gateway names a node by its IP without the port (apisix.md 8.2).
struct NodeCounts
{
    QMap<int, qint64> statuses;
    QMap<double, qint64> latency; ///< upper bound in milliseconds -> answers up to it, all smaller ones among them

    qint64 requests() const;
    qint64 errors() const; ///< 5xx
};

/// By node; under the empty name what the gateway answered without any.
using ApiCounts = QMap<QString, NodeCounts>;

/// The counts of one API since its gateway began, from apisix_http_status and apisix_http_latency. A route is found by
/// its id, or by its name where the gateway is set to tell names; a service likewise.
ApiCounts countsOf(const QList<MetricSample> &samples, const ApiRef &api, const QString &name);
/// What was added between two readings of one gateway. A counter that fell or is missing means that the gateway began
/// anew: then all that it has counted was added.
ApiCounts added(const ApiCounts &before, const ApiCounts &now);

/// Which nodes belong to which upstream.
class NodeSides
{
public:
    enum class Side { Target, Current, Both, Unknown, Gateway };

    void addTarget(const QString &ip) { m_target.append(ip); }
    void addCurrent(const QString &ip) { m_current.append(ip); }
    Side sideOf(const QString &node) const;
    /// IPs of both upstreams: their answers can't be told apart.
    QStringList shared() const;

private:
    QStringList m_target;
    QStringList m_current;
};

/// The answers of one upstream.
struct SideTraffic
{
    qint64 requests = 0;
    qint64 errors = 0;
    QMap<double, qint64> latency; ///< as NodeCounts has it

    void add(const NodeCounts &counts);
    void add(const SideTraffic &other);
    /// Percent of the answers; nothing where there are none.
    std::optional<double> errorRate() const;
    /// Milliseconds, interpolated within a bucket; nothing where nothing was measured, and beyond the last bound.
    std::optional<double> quantile(double share) const;
};

/// What happened between two readings, all gateways together.
struct TrafficPoint
{
    QDateTime time;
    SideTraffic target;
    SideTraffic current;
    qint64 indistinguishable = 0;  ///< answers of nodes that belong to both
    qint64 byGateway = 0;          ///< answers without any node
    QMap<QString, qint64> unknown; ///< answers of nodes that belong to neither

    void add(const ApiCounts &counts, const NodeSides &sides);
    void add(const TrafficPoint &other);
    qint64 requests() const;
    /// Percent of what both gave that is the target's; nothing where there is nothing.
    std::optional<double> share() const;
};

/// The first limit that these answers exceed, with what was measured: "errors<=1%: 12.5 %". Empty: none does, or there
/// are fewer answers than the limits want.
QString exceeded(const TrafficLimits &limits, const SideTraffic &target);

} // namespace sluice
