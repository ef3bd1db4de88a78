// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/widgets/plot.h"
#include "core/verify/trafficcounts.h"

#include <QList>

namespace sluice::app {

/// The real share of the target over time, each point over the half minute before it, with the wanted share as a dashed
/// line.
class ShareTimeline : public Plot
{
    Q_OBJECT

public:
    explicit ShareTimeline(QWidget *parent = nullptr);

    /// Oldest first; wanted below 0: there is no share to compare with (rules).
    void setPoints(const QList<TrafficPoint> &points, double wanted);

protected:
    void paintEvent(QPaintEvent *event) override;
    void describe() override;

private:
    struct Sample
    {
        QDateTime time;
        double share = 0;
    };

    QPointF at(const QDateTime &time, double share) const;

    QList<Sample> m_samples;
    double m_wanted = -1;
    double m_high = 100; ///< percent at the upper edge
};

} // namespace sluice::app
