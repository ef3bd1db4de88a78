// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/runpage.h"
#include "app/support/verificationrun.h"

#include <optional>

class QLabel;
class QStackedWidget;

namespace sluice::app {

class EmptyPage;
class VerificationForm;
class VerificationView;

/// Proves a split with real requests (B24a, B25): the fields at the left, what came of it at the right. The place's
/// object is a release id, or route/ID or service/ID of an API without one; extra "start" begins at once.
class VerificationPage : public RunPage
{
    Q_OBJECT

public:
    explicit VerificationPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QList<QAction *> toolActions() override;

protected:
    bool isRunning() const override { return m_run->isRunning(); }
    bool isReady() const override;
    QString problem() const override;
    QString startTip() const override;
    void start() override;
    void stop() override { m_run->stop(); }
    bool isBusy() const override { return m_run->isRunning() || m_preparing; }
    void showActions() override;
    void present() override;
    void entered() override;
    void retranslate() override;

private:
    std::optional<VerificationSubject> subject() const;
    void prepare();
    void showPrepared(const VerificationRequest &request);
    void begin();
    void showFinished(const VerificationReport &report);
    void askReportFile();
    void showPlan();

    VerificationRun *m_run;
    VerificationForm *m_form;
    VerificationView *m_view;
    EmptyPage *m_nothing;
    QStackedWidget *m_stack;
    QLabel *m_effect;
    QAction *m_save;
    QString m_shown; ///< the place whose values the form holds
    bool m_preparing = false;
    VerificationRequest m_request;
    std::optional<VerificationReport> m_report;
};

} // namespace sluice::app
