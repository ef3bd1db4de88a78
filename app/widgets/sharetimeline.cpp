// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/sharetimeline.h"

#include "app/support/palette.h"

#include <QLocale>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int windowSeconds = 30; ///< gateways from 3.14 count anew every 15 s
constexpr int shownSeconds = 600;

} // namespace

ShareTimeline::ShareTimeline(QWidget *parent)
    : Plot(parent)
{
    describe();
}

void ShareTimeline::setPoints(const QList<TrafficPoint> &points, double wanted)
{
    m_wanted = wanted;
    m_samples.clear();
    double most = std::max(10.0, wanted);
    for (qsizetype last = 0; last < points.size(); ++last) {
        const QDateTime time = points.at(last).time;
        if (time.secsTo(points.last().time) > shownSeconds)
            continue;
        TrafficPoint window;
        for (qsizetype each = last; each >= 0 && points.at(each).time.secsTo(time) <= windowSeconds; --each)
            window.add(points.at(each));
        if (const auto share = window.share()) {
            m_samples.append({time, *share});
            most = std::max(most, *share);
        }
    }
    m_high = std::min(100.0, std::ceil(most * 1.25 / 10) * 10);
    describe();
    update();
}

QPointF ShareTimeline::at(const QDateTime &time, double share) const
{
    const QRectF plot = area();
    const double span = std::max<double>(1, double(m_samples.first().time.msecsTo(m_samples.last().time)));
    const double part = double(m_samples.first().time.msecsTo(time)) / span;
    return {plot.left() + plot.width() * part, plot.bottom() - plot.height() * share / m_high};
}

void ShareTimeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeading(painter, m_wanted < 0 ? tr("Share of the target over time")
                                       : tr("Share of the target over time (dashed: as the release asks)"));
    paintFrame(painter);
    const QRectF plot = area();
    paintMark(painter, plot.bottom(), percent(0));
    paintMark(painter, plot.top(), percent(m_high));
    if (m_wanted >= 0) {
        const double y = plot.bottom() - plot.height() * m_wanted / m_high;
        painter.setPen(QPen(tone(Tone::Secondary, palette()), 1, Qt::DashLine));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        if (m_wanted > 0 && m_wanted < m_high)
            paintMark(painter, y, percent(m_wanted));
    }
    if (m_samples.isEmpty())
        return;
    const QLocale locale;
    paintFoot(painter, locale.toString(m_samples.first().time.toLocalTime().time(), u"HH:mm:ss"_s),
              locale.toString(m_samples.last().time.toLocalTime().time(), u"HH:mm:ss"_s));
    QPolygonF line;
    for (const Sample &sample : m_samples)
        line.append(at(sample.time, sample.share));
    const QColor ink = palette().color(QPalette::Text);
    painter.setPen(QPen(ink, 2));
    painter.drawPolyline(line);
    painter.setBrush(ink);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(line.last(), space::tight, space::tight);
}

void ShareTimeline::describe()
{
    setAccessibleName(tr("Share of the target over time"));
    if (m_samples.isEmpty())
        return say(tr("No request was counted yet."));
    const QString now = percent(m_samples.last().share, 1);
    say(m_wanted < 0 ? tr("The target gets %1 now.").arg(now)
                     : tr("The target gets %1 now; expected is %2.").arg(now, percent(m_wanted)),
        tr("Line: measured over half a minute. Dashed: expected."));
}

} // namespace sluice::app
