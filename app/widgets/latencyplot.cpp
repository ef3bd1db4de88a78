// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/latencyplot.h"

#include "app/support/palette.h"

#include <QLocale>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

QString inMilliseconds(double value)
{
    return QLocale().toString(value, 'f', value < 10 ? 1 : 0) + u" ms"_s;
}

double logarithm(double milliseconds)
{
    return std::log10(std::max(0.001, milliseconds));
}

} // namespace

LatencyPlot::LatencyPlot(QWidget *parent)
    : Plot(parent)
{
    describe();
}

void LatencyPlot::setSides(const QString &currentName, const SideSummary &current, const QString &targetName,
                           const SideSummary &target)
{
    m_current = {currentName, current};
    m_target = {targetName, target};
    findRange();
    describe();
    update();
}

void LatencyPlot::clear()
{
    setSides({}, {}, {}, {});
}

void LatencyPlot::findRange()
{
    const QList<double> all = m_current.latency.curve + m_target.latency.curve;
    if (all.isEmpty())
        return;
    const auto [least, most] = std::minmax_element(all.cbegin(), all.cend());
    m_from = logarithm(*least) - 0.05;
    m_to = std::max(m_from + 0.5, logarithm(*most) + 0.05);
}

double LatencyPlot::across(double milliseconds) const
{
    const QRectF plot = area();
    return plot.left() + plot.width() * (logarithm(milliseconds) - m_from) / (m_to - m_from);
}

void LatencyPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeading(painter, tr("Share of the answers that came within a time"));
    if (m_current.latency.curve.isEmpty() && m_target.latency.curve.isEmpty())
        return;
    paintScale(painter);
    const QPen solid(tone(Tone::CurrentFill, palette()), 2);
    const QPen dashed(tone(Tone::TargetFill, palette()), 2, Qt::DashLine);
    paintSide(painter, m_current, solid);
    paintSide(painter, m_target, dashed);
    paintLegend(painter, m_current, solid, 0);
    paintLegend(painter, m_target, dashed, 1);
}

void LatencyPlot::paintScale(QPainter &painter) const
{
    paintFrame(painter);
    const QRectF plot = area();
    for (const int share : {0, 50, 100})
        paintMark(painter, plot.bottom() - plot.height() * share / 100, u"%1 %"_s.arg(share));
    painter.setPen(QPen(tone(Tone::Border, palette()), 1, Qt::DotLine));
    painter.drawLine(QPointF(plot.left(), plot.center().y()), QPointF(plot.right(), plot.center().y()));
    paintFoot(painter, inMilliseconds(std::pow(10, m_from)), inMilliseconds(std::pow(10, m_to)));
}

void LatencyPlot::paintSide(QPainter &painter, const Side &side, const QPen &pen) const
{
    const QRectF plot = area();
    QPolygonF line;
    for (qsizetype at = 0; at < side.latency.curve.size(); ++at)
        line.append({across(side.latency.curve.at(at)), plot.bottom() - plot.height() * double(at) / 100});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
}

void LatencyPlot::paintLegend(QPainter &painter, const Side &side, const QPen &pen, int row) const
{
    if (side.latency.curve.isEmpty())
        return;
    const QRectF plot = area();
    const int line = fontMetrics().lineSpacing();
    const QString words = fontMetrics().elidedText(side.name, Qt::ElideMiddle, static_cast<int>(plot.width() / 2));
    const double y = plot.bottom() - line * (2.2 - row);
    const double right = plot.right() - space::tight;
    const int advance = fontMetrics().horizontalAdvance(words);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(right - advance, y, advance + 1, line), Qt::AlignVCenter, words);
    painter.setPen(pen);
    const double middle = y + line / 2.0;
    painter.drawLine(QPointF(right - advance - space::margin - space::inside, middle),
                     QPointF(right - advance - space::inside, middle));
}

QString LatencyPlot::wordsOf(const Side &side) const
{
    if (side.latency.curve.isEmpty())
        return {};
    return tr("%1: median %2, p95 %3, p99 %4")
        .arg(side.name, inMilliseconds(side.latency.median.value), inMilliseconds(side.latency.p95.value),
             inMilliseconds(side.latency.p99.value));
}

void LatencyPlot::describe()
{
    setAccessibleName(tr("Latency of both upstreams"));
    QStringList words{wordsOf(m_current), wordsOf(m_target)};
    words.removeAll(QString());
    say(words.isEmpty() ? tr("Nothing measured yet.") : words.join(u'\n'));
}

} // namespace sluice::app
