// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/simulatorinspection.h"

#include <QWidget>

class QStackedWidget;

namespace sluice {
class KeyedTableModel;
}

namespace sluice::app {

class EmptyPage;
class ExplanationTree;
class ListView;

/// What the simulator answered: counters by the way that requests took, the newest requests, and for the chosen one why
/// it went there.
class SimulatedTrafficView : public QWidget
{
    Q_OBJECT

public:
    explicit SimulatedTrafficView(QWidget *parent = nullptr);

    void setTraffic(const SimulatedTraffic &traffic);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showChosen();
    void retranslate();

    SimulatedTraffic m_traffic;
    KeyedTableModel *m_counts;
    ListView *m_countList;
    KeyedTableModel *m_newest;
    ListView *m_newestList;
    ExplanationTree *m_why;
    EmptyPage *m_nothing;
    QStackedWidget *m_stack;
};

} // namespace sluice::app
