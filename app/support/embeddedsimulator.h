// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/cluster.h"
#include "simulator/simulator.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>

#include <memory>

namespace sluice::app {

/// The simulator inside this program: two demo clusters, staging and production, with the sample data.
class EmbeddedSimulator : public QObject
{
    Q_OBJECT

public:
    explicit EmbeddedSimulator(QObject *parent = nullptr);
    ~EmbeddedSimulator() override;

    /// On APISIX's own ports where they are free, else on any. fault() tells where neither goes.
    void start();
    void stop();
    /// Begins anew with this in place of what a cluster holds, in the form of an export; the others keep what they
    /// have. Where an item is not valid, nothing changes. workspaceKey: the label that says the workspace there.
    Result<void> load(const QString &cluster, const QJsonObject &configuration, const QString &workspaceKey);
    bool isRunning() const { return m_simulator != nullptr; }
    const std::optional<Error> &fault() const { return m_fault; }

    QList<simulator::RunningCluster> running() const;
    QByteArray adminKey() const;
    /// How the window knows its clusters; empty while it stands still.
    QList<ClusterProfile> profiles() const;

Q_SIGNALS:
    void changed();

private:
    Result<void> startWith(const simulator::SimulatorOptions &options);

    std::unique_ptr<simulator::Simulator> m_simulator;
    std::optional<Error> m_fault;
    QHash<QString, QString> m_workspaceKeys; ///< by cluster, of what was loaded
};

} // namespace sluice::app
