// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/workspacespage.h"

#include "app/support/icons.h"
#include "app/widgets/emptypage.h"
#include "core/models/workspacerows.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace sluice::app {

WorkspacesPage::WorkspacesPage(const PageContext &context, QWidget *parent)
    : ClusterListPage(context,
                      {u"workspaces"_s,
                       u"workspaces"_s,
                       workspaceHeaders,
                       {{u"name"_s, 0, true, false, false},
                        {u"apis"_s, 10, false, true, false},
                        {u"upstreams"_s, 12, false, true, false},
                        {u"in-progress"_s, 20, false, true, false},
                        {u"alarms"_s, 10, false, true, false}},
                       static_cast<int>(WorkspaceColumn::Name)},
                      parent)
    , m_rules(new QAction(icon(u"edit"_s), QString(), this))
{
    connect(m_rules, &QAction::triggered, this, [this] { Q_EMIT navigateTo(elsewhere(Section::WorkspaceRules)); });
    list()->setRowActions([this](const QModelIndex &source) {
        const QString workspace = source.data(KeyedTableModel::KeyRole).toString();
        RowAction open;
        open.text = tr("Open");
        open.place = RowAction::Place::Primary;
        open.trigger = [this, workspace] { this->open(workspace); };
        return QList<RowAction>{open};
    });
    retranslate();
}

QString WorkspacesPage::title() const
{
    return tr("Workspaces");
}

QList<QAction *> WorkspacesPage::toolActions()
{
    return {m_rules};
}

ClusterListPage::RowMaker WorkspacesPage::rowMaker(const ClusterSnapshot &snapshot) const
{
    return [snapshot] { return workspaceRows(snapshot); };
}

QString WorkspacesPage::countWord(const QList<KeyedRow> &rows) const
{
    return tr("%n workspace(s)", "", static_cast<int>(rows.size()));
}

void WorkspacesPage::retranslate()
{
    ClusterListPage::retranslate();
    m_rules->setText(tr("Rules…"));
    m_rules->setToolTip(tr("Which API and upstream belongs to which workspace"));
    list()->setAccessibleName(tr("Workspaces"));
    empty()->setText(tr("This cluster holds no APIs yet."),
                     tr("Workspaces follow from a label of its routes, or from rules."));
}

void WorkspacesPage::open(const QString &workspace)
{
    Location there = elsewhere(Section::Apis);
    there.workspace = workspace;
    Q_EMIT navigateTo(there);
}

} // namespace sluice::app
