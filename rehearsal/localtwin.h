// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/clustersession.h"
#include "core/traffic/pastedrequest.h"
#include "core/traffic/requestexplanation.h"
#include "simulator/simulator.h"

#include <QJsonObject>

#include <memory>

namespace sluice {

/// Everything that decides where a cluster's requests go, in the form of an export.
struct ClusterConfiguration
{
    QJsonObject content;
    QStringList notes; ///< what could not be read
};

/// Sends nothing but reads. An error where a twin without that part would answer wrongly.
QCoro::Task<Result<ClusterConfiguration>> configurationOf(ClusterSession &cluster);

/// A cluster's configuration in an embedded simulator, with demo backends in place of the real nodes, and a client.
class LocalTwin
{
public:
    /// original: the cluster's profile; workspace key, workers and the like are the same on the twin.
    static QCoro::Task<Result<std::shared_ptr<LocalTwin>>> start(QJsonObject configuration, ClusterProfile original,
                                                                 QString operatorName);

    ClusterSession &session() { return *m_session; }
    QUrl admin() const { return m_simulator.clusters().constFirst().admin; }
    QByteArray key() const { return m_simulator.adminKey().toUtf8(); }

private:
    LocalTwin(const QJsonObject &configuration, int workers);
    void connectTo(const ClusterProfile &original, const QString &operatorName);

    simulator::Simulator m_simulator;
    std::unique_ptr<ClusterSession> m_session;
};

/// Where the cluster would send a request, and why, found out on a twin: the cluster is only read, nothing is sent.
QCoro::Task<Result<RequestExplanation>> explainOnTwin(std::shared_ptr<ClusterSession> cluster, PastedRequest request);

} // namespace sluice
