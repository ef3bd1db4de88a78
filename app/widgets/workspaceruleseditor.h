// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/workspaces.h"

#include <QWidget>

class QPushButton;
class QStringListModel;
class QVBoxLayout;

namespace sluice::app {

class WorkspaceRuleRow;

/// The rules by which workspaces are found, in the order in which they are tried.
class WorkspaceRulesEditor : public QWidget
{
    Q_OBJECT

public:
    explicit WorkspaceRulesEditor(QWidget *parent = nullptr);

    /// Rows that nothing was typed into are left out.
    QList<WorkspaceRule> rules() const;
    void setRules(const QList<WorkspaceRule> &rules);
    /// How many objects each of rules() is the first to hit.
    void setHits(const QList<int> &hits);
    /// Names to suggest.
    void setWorkspaces(const QStringList &names);

Q_SIGNALS:
    void edited();
    /// By the button, and not shown yet.
    void rowAdded(QWidget *row);

protected:
    void changeEvent(QEvent *event) override;

private:
    WorkspaceRuleRow *addRow(const WorkspaceRule &rule);
    void removeRow(WorkspaceRuleRow *row);
    void moveRow(WorkspaceRuleRow *row, int by);
    void renumber();
    void retranslate();

    QStringListModel *m_workspaces;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    QList<WorkspaceRuleRow *> m_rows;
};

} // namespace sluice::app
