// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/clusterpage.h"

namespace sluice::app {

/// A page that carries out something which takes a while: Start and Stop at its top, Escape for Stop too, and the line
/// under the title that runs meanwhile. Extra "start" of the place begins as soon as what it needs has been read.
class RunPage : public ClusterPage
{
    Q_OBJECT

public:
    bool isSettled() const override;

protected:
    explicit RunPage(const PageContext &context, QWidget *parent);

    QAction *startAction() const { return m_start; }
    QAction *stopAction() const { return m_stop; }

    virtual bool isRunning() const = 0;
    /// What it needs has been read.
    virtual bool isReady() const = 0;
    /// Why what is typed can't be carried out; empty where it can.
    virtual QString problem() const = 0;
    /// What Start does.
    virtual QString startTip() const = 0;
    /// The user wants it.
    virtual void start() = 0;
    virtual void stop() = 0;
    /// Also while it is made ready.
    virtual bool isBusy() const;

    void startIfWanted();
    virtual void showActions();
    void entered() override;
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QAction *m_start;
    QAction *m_stop;
    bool m_startWanted = false;
};

} // namespace sluice::app
