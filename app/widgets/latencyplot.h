// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/widgets/plot.h"
#include "core/verify/sidecomparison.h"

namespace sluice::app {

/// How fast both upstreams answered: for each time the share of the answers that had come by then. The current upstream
/// is a solid line, the target a dashed one; the times are spaced by their logarithm.
class LatencyPlot : public Plot
{
    Q_OBJECT

public:
    explicit LatencyPlot(QWidget *parent = nullptr);

    void setSides(const QString &currentName, const SideSummary &current, const QString &targetName,
                  const SideSummary &target);
    void clear();

protected:
    void paintEvent(QPaintEvent *event) override;
    void describe() override;

private:
    struct Side
    {
        QString name;
        SideSummary latency;
    };

    double across(double milliseconds) const;
    void findRange();
    void paintScale(QPainter &painter) const;
    void paintSide(QPainter &painter, const Side &side, const QPen &pen) const;
    void paintLegend(QPainter &painter, const Side &side, const QPen &pen, int row) const;
    QString wordsOf(const Side &side) const;

    Side m_current;
    Side m_target;
    double m_from = 0; ///< logarithm of milliseconds
    double m_to = 1;
};

} // namespace sluice::app
