// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/splitfunnel.h"

#include "app/support/palette.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int steps = 120; ///< of the band's edge
constexpr double leastReach = 4;

} // namespace

SplitFunnel::SplitFunnel(QWidget *parent)
    : Plot(parent)
{
    describe();
}

void SplitFunnel::begin(const SplitRun &run, qint64 requests)
{
    m_run = run;
    m_requests = std::max<qint64>(1, requests);
    m_points.clear();
    // What happens in the first tenth of the run may stick out; the picture is about where it settles.
    const auto early = std::max<qint64>(1, m_requests / 10);
    const CountBand band = bandOf(run, early);
    const double reach = std::max(leastReach, 50 * (band.high - band.low) / double(early)) * 1.6;
    m_low = std::max(0.0, run.percentage - reach);
    m_high = std::min(100.0, run.percentage + reach);
    describe();
    update();
}

void SplitFunnel::add(qint64 onTarget, qint64 counted)
{
    if (counted <= 0)
        return;
    m_points.append({counted, onTarget});
    describe();
    update();
}

void SplitFunnel::clear()
{
    m_points.clear();
    m_requests = 0;
    describe();
    update();
}

QPointF SplitFunnel::at(double requests, double share) const
{
    const QRectF plot = area();
    const double part = (std::clamp(share, m_low, m_high) - m_low) / (m_high - m_low);
    return {plot.left() + plot.width() * requests / double(m_requests), plot.bottom() - plot.height() * part};
}

void SplitFunnel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeading(painter, tr("Share of the target as requests add up"));
    if (m_requests == 0)
        return;
    paintBand(painter);
    paintScale(painter);
    paintMeasured(painter);
}

void SplitFunnel::paintBand(QPainter &painter) const
{
    QPolygonF upper;
    QPolygonF lower;
    for (int step = 1; step <= steps; ++step) {
        const auto requests = std::max<qint64>(1, m_requests * step / steps);
        const CountBand band = bandOf(m_run, requests);
        upper.append(at(double(requests), 100 * band.high / double(requests)));
        lower.prepend(at(double(requests), 100 * band.low / double(requests)));
    }
    QPainterPath path;
    path.addPolygon(upper + lower);
    path.closeSubpath();
    QColor fill = tone(Tone::TargetFill, palette());
    fill.setAlphaF(0.16F);
    painter.fillPath(path, fill);
    fill.setAlphaF(0.55F);
    painter.fillPath(path, QBrush(fill, Qt::BDiagPattern));
}

void SplitFunnel::paintScale(QPainter &painter) const
{
    paintFrame(painter);
    painter.setPen(QPen(tone(Tone::Secondary, palette()), 1, Qt::DashLine));
    painter.drawLine(at(0, m_run.percentage), at(double(m_requests), m_run.percentage));
    for (const double share : {m_low, m_run.percentage, m_high})
        paintMark(painter, at(0, share).y(), percent(share));
    paintFoot(painter, u"0"_s, tr("%n request(s)", "", static_cast<int>(m_requests)));
}

void SplitFunnel::paintMeasured(QPainter &painter) const
{
    if (m_points.isEmpty())
        return;
    QPolygonF line;
    for (const Point &point : m_points)
        line.append(at(double(point.counted), point.share()));
    const QColor ink = palette().color(QPalette::Text);
    painter.setPen(QPen(ink, 2));
    painter.drawPolyline(line);
    painter.setBrush(ink);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(line.last(), space::tight, space::tight);
    const QString words = percent(m_points.last().share(), 1);
    const int advance = fontMetrics().horizontalAdvance(words);
    const bool fits = line.last().x() + advance + space::inside < area().right();
    const QPointF corner(fits ? line.last().x() + space::inside : line.last().x() - advance - space::inside,
                         line.last().y() - space::inside);
    painter.setPen(ink);
    painter.drawText(corner, words);
}

void SplitFunnel::describe()
{
    setAccessibleName(tr("Split during the run"));
    QString words = tr("Nothing measured yet.");
    if (!m_points.isEmpty()) {
        const Point &last = m_points.last();
        const CountBand band = bandOf(m_run, last.counted);
        words = tr("%1 of %2 requests on the target, %3; a healthy gateway gives %4 to %5.")
                    .arg(last.onTarget)
                    .arg(last.counted)
                    .arg(percent(last.share(), 1))
                    .arg(std::ceil(band.low - 1e-9))
                    .arg(std::floor(band.high + 1e-9));
    }
    say(words, tr("Line: measured. Hatched: what a healthy gateway can give. Dashed: expected."));
}

} // namespace sluice::app
