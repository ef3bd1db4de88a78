// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dialogs/labellingdialog.h"
#include "core/session/clustersnapshot.h"

class QComboBox;

namespace sluice::app {

/// Puts APIs that were chosen into one workspace: which one is typed or taken from those that there are.
class WorkspaceChoiceDialog : public LabellingDialog
{
    Q_OBJECT

public:
    WorkspaceChoiceDialog(const SharedSession &session, const ClusterSnapshot &snapshot, const QList<Api> &apis,
                          QWidget *parent);

private:
    void showPlan();

    QList<Api> m_apis;
    QList<Release> m_releases;
    QString m_labelKey;
    QComboBox *m_workspace;
};

} // namespace sluice::app
