// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/workspaceoperations.h"

#include <QDialog>
#include <QSet>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;
class QVBoxLayout;

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

protected:
    /// Instead of what was there. What was left out stays left out. problem: why it is empty.
    void setChanges(const QList<LabelChange> &changes, const QString &problem);
    /// Between what it is about and the list.
    void addChoice(QLayout *choice);

private:
    void fill();
    void addLine(const LabelChange &change);
    void keepTick(QTreeWidgetItem *line);
    QList<LabelChange> chosen() const;
    void follow();

    SharedSession m_session;
    QList<LabelChange> m_changes;
    QSet<QString> m_leftOut; ///< items
    QString m_problem;       ///< why there is nothing to write
    QVBoxLayout *m_column;
    QTreeWidget *m_list;
    QLabel *m_count;
    RequestsView *m_requests;
    QPushButton *m_confirm;
};

} // namespace sluice::app
