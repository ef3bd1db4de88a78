// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/loadclusterdialog.h"

#include "app/dialogs/keydialog.h"
#include "app/support/clusterdirectory.h"
#include "app/support/palette.h"
#include "app/widgets/banner.h"
#include "app/widgets/formlayout.h"
#include "app/widgets/keychainnotice.h"
#include "app/widgets/paragraph.h"
#include "core/admin/workspaceexcerpt.h"
#include "rehearsal/localtwin.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace sluice::app {

LoadClusterDialog::LoadClusterDialog(ClusterDirectory &clusters, const QString &into, const QString &intoId,
                                     QWidget *parent)
    : QDialog(parent)
    , m_clusters(clusters)
    , m_fault(new Banner(this))
    , m_cluster(new QComboBox(this))
    , m_workspace(new QComboBox(this))
    , m_state(paragraph(this))
{
    setWindowTitle(tr("Load a cluster into %1").arg(into));
    setModal(true);
    const QString effect = tr("The cluster is only read. What the simulated cluster %1 holds is replaced by it, with "
                              "demo backends in place of the real nodes.")
                               .arg(into);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_cluster->setObjectName(u"from-cluster"_s);
    m_workspace->setObjectName(u"from-workspace"_s);
    auto *form = new FormLayout;
    form->setHorizontalSpacing(space::group);
    form->setVerticalSpacing(space::inside);
    form->addRow(tr("&Cluster"), m_cluster);
    form->addRow(tr("&Workspace"), m_workspace);
    auto *buttons = new QDialogButtonBox(this);
    m_load = buttons->addButton(tr("Load"), QDialogButtonBox::AcceptRole);
    m_load->setObjectName(u"load"_s);
    m_load->setDefault(true);
    buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::margin, space::margin, space::margin, space::group);
    column->setSpacing(space::inside);
    auto *keychain = new KeychainNotice(m_clusters.secrets(), this);
    column->addWidget(keychain);
    column->addWidget(m_fault);
    column->addWidget(paragraph(this, effect));
    column->addLayout(form);
    column->addWidget(m_state);
    column->addStretch();
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 72);
    connect(buttons, &QDialogButtonBox::accepted, this, &LoadClusterDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &LoadClusterDialog::reject);
    connect(keychain, &KeychainNotice::sessionChosen, this, [this] {
        if (m_watch && m_watch->isAwaitingKey())
            KeyDialog::ask(m_clusters, m_cluster->currentData().toString(), this);
    });
    fillClusters(intoId);
    connect(m_cluster, &QComboBox::currentIndexChanged, this, &LoadClusterDialog::chooseCluster);
    // Another key makes another watch.
    connect(&m_clusters, &ClusterDirectory::changed, this, &LoadClusterDialog::chooseCluster);
    chooseCluster();
}

void LoadClusterDialog::fillClusters(const QString &except)
{
    const QList<ClusterProfile> all = m_clusters.clusters();
    for (const ClusterProfile &profile : all) {
        if (profile.id != except)
            m_cluster->addItem(profile.demo ? tr("%1 (simulated)").arg(profile.name) : profile.name, profile.id);
    }
    // One's own cluster is what this is for.
    const auto own = std::find_if(all.begin(), all.end(), [](const ClusterProfile &profile) { return !profile.demo; });
    if (own != all.end())
        m_cluster->setCurrentIndex(m_cluster->findData(own->id));
}

void LoadClusterDialog::chooseCluster()
{
    if (m_watch)
        m_watch->disconnect(this);
    m_watch = m_clusters.watch(m_cluster->currentData().toString());
    if (m_watch) {
        connect(m_watch, &ClusterWatch::snapshotChanged, this, &LoadClusterDialog::showWorkspaces);
        connect(m_watch, &ClusterWatch::stateChanged, this, &LoadClusterDialog::follow);
        m_watch->refresh();
    }
    m_workspace->clear();
    showWorkspaces();
}

/// Keeps the choice while the cluster is read again.
void LoadClusterDialog::showWorkspaces()
{
    const QString chosen = m_workspace->currentData().toString();
    m_workspace->clear();
    m_workspace->addItem(tr("All workspaces"), QString());
    if (m_watch) {
        const QStringList names = m_watch->snapshot().countsByWorkspace().keys();
        for (const QString &name : names)
            m_workspace->addItem(name, name);
    }
    m_workspace->setCurrentIndex(std::max(0, m_workspace->findData(chosen)));
    follow();
}

void LoadClusterDialog::follow()
{
    const bool isOpen = m_watch && m_watch->session() && m_watch->snapshot().taken().isValid();
    if (m_watch && m_watch->fault())
        showFault();
    else if (!m_reading && m_fault->severity() == Banner::Severity::Error)
        m_fault->clear();
    m_state->setText(m_watch == nullptr ? tr("There is no other cluster in the list.")
                     : m_reading        ? tr("Reading the configuration…")
                     : !isOpen          ? tr("Connecting…")
                                        : QString());
    m_load->setEnabled(isOpen && !m_reading);
    m_cluster->setEnabled(!m_reading);
    m_workspace->setEnabled(isOpen && !m_reading);
}

/// Why the chosen cluster can't be read, and what helps.
void LoadClusterDialog::showFault()
{
    m_fault->showError(*m_watch->fault());
    if (m_watch->fault()->kind == Error::Kind::Unauthorized)
        connect(m_fault->addButton(tr("Enter the key")), &QAction::triggered, this,
                [this] { KeyDialog::ask(m_clusters, m_cluster->currentData().toString(), this); });
    connect(m_fault->addButton(tr("Try again")), &QAction::triggered, m_watch, &ClusterWatch::refresh);
}

void LoadClusterDialog::start()
{
    m_reading = true;
    m_fault->clear();
    follow();
    read(this, m_watch->session(), m_workspace->currentData().toString());
}

QCoro::Task<void> LoadClusterDialog::read(QPointer<LoadClusterDialog> self, SharedSession session, QString workspace)
{
    Result<ClusterConfiguration> configuration = co_await configurationOf(*session);
    if (!self)
        co_return;
    if (!configuration) {
        self->finish(configuration.error());
        co_return;
    }
    const ClusterProfile &profile = session->profile();
    ReadCluster found{profile.name, workspace, profile.workspaceKey, configuration->content, configuration->notes};
    if (!workspace.isEmpty()) {
        found.configuration = excerptOf(found.configuration, session->workspaces(), workspace);
        found.notes.append(tr("Routes of other workspaces are left out: where one of them would take a request on the "
                              "cluster, the simulator chooses another."));
    }
    self->finish(found);
}

void LoadClusterDialog::finish(const Result<ReadCluster> &read)
{
    m_reading = false;
    follow();
    if (!read)
        return m_fault->showError(read.error());
    Q_EMIT wasRead(*read);
    accept();
}

} // namespace sluice::app
