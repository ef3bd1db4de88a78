// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/runpage.h"
#include "app/support/rehearsalrun.h"

#include <optional>

class QLabel;
class QPlainTextEdit;

namespace sluice {
class KeyedTableModel;
}

namespace sluice::app {

class FieldHint;
class ListView;

/// Tries a release on a local twin before the cluster is touched. The place's object is a release in progress, or empty
/// for one that a form passes in the extras: name, description, api, target, policy (as toText() writes it),
/// workspace. Extra "start" begins at once.
class RehearsalPage : public RunPage
{
    Q_OBJECT

public:
    explicit RehearsalPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QList<QAction *> toolActions() override;

protected:
    bool isRunning() const override { return m_run->isRunning(); }
    bool isReady() const override;
    QString problem() const override;
    QString startTip() const override;
    void start() override;
    void stop() override { m_run->stop(); }
    void showActions() override;
    void present() override;
    void entered() override;
    void retranslate() override;

private:
    bool isNew() const { return location().object.isEmpty(); }
    Result<NewRelease> wanted() const;
    Result<QList<TrafficPolicy>> policies() const;
    void addStep(const RehearsalStep &step);
    void showRunning(const std::optional<RehearsedAction> &action);
    void showFinished(const RehearsalReport &report);
    void showReport(const RehearsalReport &report);
    void showSteps();
    void showSubject();
    void goBack();

    RehearsalRun *m_run;
    QLabel *m_promise;
    QLabel *m_subject;
    QLabel *m_policiesLabel;
    QPlainTextEdit *m_policies;
    FieldHint *m_policiesProblem;
    Banner *m_verdict;
    KeyedTableModel *m_model;
    ListView *m_list;
    QLabel *m_notes;
    QAction *m_back;
    Location m_shown; ///< whose steps are listed
    QList<RehearsalStep> m_steps;
    std::optional<RehearsedAction> m_action; ///< under way
    bool m_isReading = false;                ///< before the first action
    std::optional<RehearsalReport> m_report;
};

} // namespace sluice::app
