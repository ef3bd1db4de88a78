// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/resource.h"
#include "core/session/simulatorinspection.h"

#include <QMap>
#include <QScrollArea>

class QGridLayout;

namespace sluice::app {

class FaultRow;

/// Every upstream of a simulated cluster with two sliders: how long its demo backends wait, and how many of their
/// answers are an error.
class BackendFaults : public QScrollArea
{
    Q_OBJECT

public:
    explicit BackendFaults(QWidget *parent = nullptr);

    void setUpstreams(const QList<Upstream> &upstreams);
    /// What the simulator says; a slider that is held stays where it is.
    void setFaults(const QMap<QString, SimulatedFault> &faults);

Q_SIGNALS:
    /// A slider has come to rest.
    void faultWanted(const QString &upstream, const sluice::SimulatedFault &fault);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addHead(QGridLayout *grid);

    QList<Upstream> m_upstreams;
    QMap<QString, SimulatedFault> m_faults;
    QMap<QString, FaultRow *> m_rows;
};

} // namespace sluice::app
