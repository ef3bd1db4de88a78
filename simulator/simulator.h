// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"

#include <QHostAddress>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sluice::simulator {

class LocalAuthority;
class StateFile;

struct SimulatedCluster
{
    QString name = QStringLiteral("local");
    std::uint16_t adminPort = 9180; ///< 0: a free one
    std::uint16_t gatewayPort = 9080;
    QJsonObject configuration; ///< to begin with: {"routes":[...],"upstreams":[...]}, as an export
    std::optional<std::uint16_t> tlsPort = std::nullopt; ///< of the gateway over TLS; none: there is none
};

struct SimulatorOptions
{
    QList<SimulatedCluster> clusters{SimulatedCluster{}};
    QHostAddress bind{QHostAddress::LocalHost};
    QHostAddress adminBind{QHostAddress::LocalHost};
    QString adminKey;  ///< empty: a random one is made
    QString viewerKey; ///< empty: there is none
    unsigned threads = 1;
    unsigned emulateWorkers = 1;
    bool randomStart = false;
    bool explain = true;
    bool demoBackends = false;
    QMap<QString, QString> backendMap;        ///< node "host:port" -> where it really is; others are demo backends then
    std::function<void(const QString &)> log; ///< told one line a request, in any thread; no keys, no queries
    QString stateFile;   ///< keeps what is stored, for all clusters; one that it holds already ignores `configuration`
    bool sample = false; ///< every cluster begins with the sample data, and its `configuration` on top
    QString defaultHost;
    bool selfSigned = false; ///< a local authority certifies names that no ssl object is for
    /// Cluster number i has its metrics at this port + i, on the Admin API's address; 0: a free one each; none: no
    /// metrics port. likewise for the control API.
    std::optional<std::uint16_t> metricsPort;
    std::optional<std::uint16_t> controlPort;
    std::chrono::milliseconds clientPatience{60000}; ///< of every port: for a head, as nginx's; tests have less
    bool metricsPortMayMove = false;                 ///< a free port is taken where metricsPort is in use
};

/// Where a running cluster is to be found.
struct RunningCluster
{
    QString name;
    QUrl admin;
    QUrl gateway;
    QUrl metrics;    ///< the whole address of the Prometheus text; empty: there is none
    QUrl control;    ///< empty: there is none
    QUrl gatewayTls; ///< likewise
};

/// A gateway for one machine that answers as APISIX answers. Several clusters in one process, each with its own store.
class Simulator
{
public:
    explicit Simulator(SimulatorOptions options);
    ~Simulator();
    Simulator(const Simulator &) = delete;
    Simulator &operator=(const Simulator &) = delete;

    /// The error names the port that is in use, or the item of a configuration that is not valid.
    Result<void> start();
    const QString &adminKey() const { return m_options.adminKey; }
    QList<RunningCluster> clusters() const;
    /// What a cluster holds now, in the form that `configuration` takes.
    QJsonObject exported(const QString &cluster) const;

private:
    struct Cluster;

    SimulatorOptions m_options;
    std::unique_ptr<LocalAuthority> m_authority; ///< null: not asked for
    std::unique_ptr<StateFile> m_state;          ///< null: in memory only
    std::vector<std::unique_ptr<Cluster>> m_clusters;
};

} // namespace sluice::simulator
