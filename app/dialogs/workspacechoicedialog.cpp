// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/workspacechoicedialog.h"

#include "app/support/palette.h"
#include "app/widgets/formlayout.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

namespace sluice::app {

WorkspaceChoiceDialog::WorkspaceChoiceDialog(const SharedSession &session, const ClusterSnapshot &snapshot,
                                             const QList<Api> &apis, QWidget *parent)
    : LabellingDialog(session, {}, parent)
    , m_apis(apis)
    , m_releases(releasesOf(snapshot))
    , m_labelKey(session->profile().workspaceKey)
    , m_workspace(new QComboBox(this))
{
    m_workspace->setObjectName(u"workspace"_s);
    m_workspace->setEditable(true);
    m_workspace->addItems(snapshot.countsByWorkspace().keys());
    m_workspace->setCurrentIndex(-1);
    auto *form = new FormLayout;
    form->setHorizontalSpacing(space::group);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Workspace"), m_workspace);
    addChoice(form);
    connect(m_workspace, &QComboBox::currentTextChanged, this, &WorkspaceChoiceDialog::showPlan);
    showPlan();
    m_workspace->setFocus();
}

void WorkspaceChoiceDialog::showPlan()
{
    const QString workspace = m_workspace->currentText().trimmed();
    if (workspace.isEmpty())
        return setChanges({}, tr("Name the workspace first."));
    setChanges(chosenLabels(m_apis, m_releases, workspace, m_labelKey), tr("They have this label already."));
}

} // namespace sluice::app
