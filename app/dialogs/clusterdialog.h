// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/cluster.h"
#include "core/model/clustersecrets.h"

#include <QDialog>
#include <QPointer>

#include <QCoroTask>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace sluice::app {

class Banner;
class ClusterDirectory;
class ConnectionTestView;
class FieldHint;
class HeadersEditor;

/// Adds a cluster or changes one. Keys and header values go to the operating system's keychain and are never shown
/// again; a field left empty keeps what was there.
class ClusterDialog : public QDialog
{
    Q_OBJECT

public:
    /// An empty id in the profile adds a new one. secretsOf: the cluster whose secrets are known already (the same, or
    /// the one that is duplicated); empty for none.
    ClusterDialog(ClusterDirectory &clusters, const ClusterProfile &profile, const QString &secretsOf, QWidget *parent);

    ClusterProfile profile() const;
    void reject() override;

Q_SIGNALS:
    void saved(const QString &name);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeConnectionTab();
    QWidget *makeGatewaysTab();
    QWidget *makeTrustTab();
    QWidget *makeRulesTab();
    QWidget *fileField(QLineEdit *line, const QString &title);
    void fill();
    void check();
    void showPin();
    void showKeyHint();
    void showProposal();
    ClusterSecrets secrets() const;
    bool secretsAreTyped() const;
    bool wouldForget() const;
    static QCoro::Task<void> readSecrets(QPointer<ClusterDialog> self, ClusterDirectory &clusters,
                                         ClusterProfile cluster);
    void save();

    ClusterDirectory &m_clusters;
    ClusterProfile m_start;
    ClusterSecrets m_kept;  ///< what the keychain holds
    bool m_isKnown = false; ///< the keychain has told m_kept
    QString m_pin;
    bool m_tried = false;
    bool m_asked = false;
    Banner *m_fault;
    QTabWidget *m_tabs;
    QLineEdit *m_name;
    FieldHint *m_nameHint;
    QComboBox *m_environment;
    QLineEdit *m_admin;
    FieldHint *m_adminHint;
    QLineEdit *m_key;
    QLabel *m_keyHint;
    QCheckBox *m_askKey;
    HeadersEditor *m_headers;
    QPlainTextEdit *m_gateways;
    FieldHint *m_gatewaysHint;
    QPlainTextEdit *m_metrics;
    QPlainTextEdit *m_controls;
    QSpinBox *m_workers;
    QLineEdit *m_authority;
    QLineEdit *m_certificate;
    QLineEdit *m_certificateKey;
    QLabel *m_pinText;
    QPushButton *m_unpin;
    QComboBox *m_proxy;
    QLineEdit *m_proxyAddress;
    FieldHint *m_proxyHint;
    QComboBox *m_owner;
    QLabel *m_proposal;
    QLineEdit *m_workspaceKey;
    FieldHint *m_workspaceHint;
    QCheckBox *m_readOnly;
    QCheckBox *m_demandReason;
    ConnectionTestView *m_test;
    QPushButton *m_save;
};

} // namespace sluice::app
