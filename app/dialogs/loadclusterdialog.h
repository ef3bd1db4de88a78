// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/operation.h"
#include "core/session/clusterwatch.h"

#include <QDialog>
#include <QPointer>

class QComboBox;
class QLabel;
class QPushButton;

namespace sluice::app {

class Banner;
class ClusterDirectory;

/// What was read of a cluster, to be loaded into the simulator.
struct ReadCluster
{
    QString cluster;   ///< its name
    QString workspace; ///< empty: all of them
    QString workspaceKey;
    QJsonObject configuration;
    QStringList notes; ///< what could not be read, or was left out
};

/// Asks which cluster, and which workspace of it, a simulated cluster shall hold, and reads that: the cluster sees
/// nothing but reads.
class LoadClusterDialog : public QDialog
{
    Q_OBJECT

public:
    /// into: the simulated cluster, by its name and by its id.
    LoadClusterDialog(ClusterDirectory &clusters, const QString &into, const QString &intoId, QWidget *parent);

Q_SIGNALS:
    /// It closes by itself then.
    void wasRead(const sluice::app::ReadCluster &read);

private:
    void fillClusters(const QString &except);
    void chooseCluster();
    void showWorkspaces();
    void follow();
    void showFault();
    void start();
    void finish(const Result<ReadCluster> &read);
    static QCoro::Task<void> read(QPointer<LoadClusterDialog> self, SharedSession session, QString workspace);

    ClusterDirectory &m_clusters;
    QPointer<ClusterWatch> m_watch;
    Banner *m_fault;
    QComboBox *m_cluster;
    QComboBox *m_workspace;
    QLabel *m_state;
    QPushButton *m_load;
    bool m_reading = false;
};

} // namespace sluice::app
