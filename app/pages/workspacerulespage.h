// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/clusterpage.h"
#include "app/support/latestrun.h"

#include <QTimer>

class QLabel;
class QPushButton;

namespace sluice {
class KeyedTableModel;
}

namespace sluice::app {

class FilterLine;
class ListView;
class SectionTitle;
class WorkspaceRulesEditor;

/// The rules by which a cluster's workspaces are found, shared by all its operators (design.md 3): edited beside what
/// they would put where, saved behind a confirmation, and made into labels where that is wanted.
class WorkspaceRulesPage : public ClusterPage
{
    Q_OBJECT

public:
    explicit WorkspaceRulesPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QWidget *tools() override;
    void focusFilter() override;
    ListView *mainList() const override;
    bool hasUnsavedInput() const override;
    bool isSettled() const override;

protected:
    void entered() override;
    void present() override;
    void showOutcome(const Operations::Outcome &outcome) override;
    void retranslate() override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeEditor();
    QWidget *makePreview();
    QWidget *makeFoot();
    const QList<WorkspaceRule> &stored() const;
    bool isDirty() const;
    bool isBusy() const;
    void begin();
    void tellChange();
    void take(const QList<WorkspaceRule> &rules);
    void takeStored();
    struct Preview;
    void showPreview();
    void show(const Preview &preview);
    void showProblem();
    QString firstProblem() const;
    QString labelProblem() const;
    void save();
    void openLabels();
    QString draftKey() const;
    void keepDraft();
    void takeDraft();

    bool m_begun = false;
    QList<WorkspaceRule> m_seen; ///< what the typed ones were made from
    QList<WorkspaceRule> m_sent; ///< that were asked to be saved last
    QString m_submitted;         ///< subject of that operation
    QList<WorkspaceRule> m_told; ///< others' rules that the user knows of
    int m_byRule = 0;            ///< objects that a rule puts somewhere
    QTimer m_settle;
    LatestRun m_preview;

    FilterLine *m_filter;
    SectionTitle *m_rulesTitle;
    QLabel *m_explanation;
    WorkspaceRulesEditor *m_editor;
    SectionTitle *m_previewTitle;
    QLabel *m_summary;
    KeyedTableModel *m_model;
    ListView *m_list;
    QLabel *m_problem;
    QPushButton *m_label;
    QPushButton *m_back;
    QPushButton *m_save;
};

} // namespace sluice::app
