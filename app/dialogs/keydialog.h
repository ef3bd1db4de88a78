// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/cluster.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace sluice::app {

class ClusterDirectory;

/// Asks for a cluster's Admin key, where it is missing, wrong, or asked for each time. The key is never shown.
class KeyDialog : public QDialog
{
    Q_OBJECT

public:
    KeyDialog(ClusterDirectory &clusters, const ClusterProfile &cluster, QWidget *parent);

    /// Opens it over a window, for a cluster of the list.
    static void ask(ClusterDirectory &clusters, const QString &id, QWidget *window);

    void accept() override;

private:
    ClusterDirectory &m_clusters;
    QString m_cluster;
    QLineEdit *m_key;
    QPushButton *m_use;
};

} // namespace sluice::app
