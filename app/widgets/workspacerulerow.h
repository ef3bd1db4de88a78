// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/workspaces.h"

#include <QWidget>

class QAbstractItemModel;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace sluice::app {

/// One rule that puts objects into a workspace: what it looks at, what it looks for, the workspace. Says under the
/// fields what is wrong with it, and at their end how many objects it is the first to hit.
class WorkspaceRuleRow : public QWidget
{
    Q_OBJECT

public:
    /// workspaces: names to suggest; outlives the row.
    explicit WorkspaceRuleRow(QAbstractItemModel *workspaces, QWidget *parent = nullptr);

    WorkspaceRule rule() const;
    void setRule(const WorkspaceRule &rule);
    /// Nothing was typed into it.
    bool isBlank() const;
    /// Where it stands, counted from 1: rules are tried in this order.
    void setPlace(int number, bool isFirst, bool isLast);
    void setHits(int hits);
    /// The widget that the keyboard goes to first.
    QWidget *firstField() const;
    /// What the Tab key visits, in the order that one reads.
    QList<QWidget *> fields() const;

Q_SIGNALS:
    void edited();
    void upWanted();
    void downWanted();
    void removeWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void retranslate();

    QLabel *m_number;
    QComboBox *m_match;
    QLineEdit *m_key;
    QLineEdit *m_value;
    QLabel *m_arrow;
    QLineEdit *m_workspace;
    QLabel *m_hits;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_remove;
    QLabel *m_problem;
    int m_place = 1;
    int m_hitCount = 0;
    bool m_touched = false; ///< before that an empty field is no fault
};

} // namespace sluice::app
