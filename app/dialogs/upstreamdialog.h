// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/operation.h"
#include "core/model/upstreamdraft.h"

#include <QDialog>
#include <QPointer>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace sluice::app {

class Banner;
class FieldHint;
class NodesEditor;

/// Makes an upstream, or changes one. Nothing that was typed is lost when the gateway refuses it (B28); the dialog
/// closes by itself once the gateway has it.
class UpstreamDialog : public QDialog
{
    Q_OBJECT

public:
    /// A new one, labelled for the workspace ("default" is the one without a label).
    UpstreamDialog(const SharedSession &session, const QString &workspace, QWidget *parent);
    /// Changes this one.
    UpstreamDialog(const SharedSession &session, const Upstream &upstream, QWidget *parent);

    UpstreamDraft draft() const;

    /// Asks first where something would be lost.
    void reject() override;

Q_SIGNALS:
    /// The gateway holds it now.
    void saved(const QString &id);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    UpstreamDialog(const SharedSession &session, std::optional<Upstream> before, QString workspace, QWidget *parent);

    void addFields(QFormLayout *form);
    void fill(const UpstreamDraft &draft);
    void check();
    void submit();
    static QCoro::Task<void> send(QPointer<UpstreamDialog> self, SharedSession session, UpstreamDraft draft);
    static QCoro::Task<Result<Upstream>> write(SharedSession session, std::optional<Upstream> before,
                                               UpstreamDraft draft, QJsonObject labels);
    QJsonObject labels() const;
    void finish(const Result<Upstream> &result);

    SharedSession m_session;
    std::optional<Upstream> m_before;
    QString m_workspace;
    UpstreamDraft m_start;
    bool m_idIsTyped = false;
    bool m_busy = false;
    bool m_tried = false; ///< Submit was pressed: what is missing is said from then on
    bool m_asked = false; ///< whether to leave without saving; Escape once more leaves
    Banner *m_fault;
    QLineEdit *m_name;
    QLineEdit *m_id;
    QLineEdit *m_description;
    NodesEditor *m_nodes;
    QComboBox *m_type;
    QComboBox *m_scheme;
    QComboBox *m_passHost;
    QLineEdit *m_upstreamHost;
    FieldHint *m_nameHint;
    FieldHint *m_idHint;
    FieldHint *m_hostHint;
    QWidget *m_hostRow = nullptr;
    QPushButton *m_submit = nullptr;
};

} // namespace sluice::app
