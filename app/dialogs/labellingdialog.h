// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/workspaceoperations.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace sluice::app {

class RequestsView;

/// The dry run of writing workspace labels, and its confirmation (B26): what gets which label, what is skipped and why,
/// each to be left out, and the exact requests.
class LabellingDialog : public QDialog
{
    Q_OBJECT

public:
    LabellingDialog(const SharedSession &session, const QList<LabelChange> &changes, QWidget *parent);

    /// Writes what is ticked.
    Operation operation() const;

private:
    void fill();
    QList<LabelChange> chosen() const;
    void follow();

    SharedSession m_session;
    QList<LabelChange> m_changes;
    QTreeWidget *m_list;
    QLabel *m_count;
    RequestsView *m_requests;
    QPushButton *m_confirm;
};

} // namespace sluice::app
