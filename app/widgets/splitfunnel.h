// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/widgets/plot.h"
#include "core/verify/splitstatistics.h"

#include <QList>
#include <QPointF>

namespace sluice::app {

/// The measured share of the target, request by request, against what a healthy gateway can give: a band that narrows
/// as the requests add up. Band hatched, wanted share dashed, measured share solid, so that no colour is needed.
class SplitFunnel : public Plot
{
    Q_OBJECT

public:
    explicit SplitFunnel(QWidget *parent = nullptr);

    /// Begins a picture of so many requests.
    void begin(const SplitRun &run, qint64 requests);
    void add(qint64 onTarget, qint64 counted);
    void clear();
    bool isEmpty() const { return m_points.isEmpty(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void describe() override;

private:
    struct Point
    {
        qint64 counted = 0;
        qint64 onTarget = 0;
        double share() const { return 100.0 * double(onTarget) / double(counted); }
    };

    QPointF at(double requests, double share) const;
    void paintBand(QPainter &painter) const;
    void paintScale(QPainter &painter) const;
    void paintMeasured(QPainter &painter) const;

    SplitRun m_run;
    qint64 m_requests = 0;
    double m_low = 0; ///< percent at the lower edge
    double m_high = 100;
    QList<Point> m_points;
};

} // namespace sluice::app
