// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/livetrafficview.h"

#include "app/support/palette.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/sharetimeline.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int wordsSeconds = 60; ///< what the sentence looks back on

double wantedShare(const Release &release)
{
    const bool isShare = release.policyIsReadable && release.policy.kind == TrafficPolicy::Kind::Percentage;
    return isShare ? release.policy.percentage : -1;
}

QString inWords(const QString &name, const SideTraffic &side)
{
    const QLocale locale;
    QStringList words{LiveTrafficView::tr("%1: %n request(s)", "", static_cast<int>(side.requests)).arg(name)};
    if (const auto errors = side.errorRate())
        words.append(LiveTrafficView::tr("%1 % errors").arg(locale.toString(*errors, 'f', 1)));
    if (const auto slow = side.quantile(0.95))
        words.append(LiveTrafficView::tr("p95 %1 ms").arg(locale.toString(*slow, 'f', 0)));
    return words.join(u" · "_s);
}

} // namespace

LiveTrafficView::LiveTrafficView(QWidget *parent)
    : QWidget(parent)
    , m_timeline(new ShareTimeline(this))
    , m_words(paragraph(this))
    , m_notes(paragraph(this))
{
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addWidget(m_timeline);
    column->addWidget(m_words);
    column->addWidget(m_notes);
    retranslate();
}

LiveTrafficView::~LiveTrafficView() = default;

void LiveTrafficView::setRelease(const std::shared_ptr<ClusterSession> &session, const ObservedRelease &release,
                                 const QString &currentName, const QString &targetName)
{
    m_release = release;
    m_currentName = currentName;
    m_targetName = targetName;
    const QString wanted = release.release.id + u'@' + QString::number(release.release.revision);
    if (!session || wanted == m_followed)
        return showTraffic();
    const bool sameRelease = m_followed.section(u'@', 0, 0) == release.release.id;
    m_followed = wanted;
    // Another share of the same release is seen in the same line.
    if (sameRelease && m_traffic)
        return showTraffic();
    m_traffic.reset();
    m_fault.reset();
    open(this, session, release, ++m_generation);
    showTraffic();
}

void LiveTrafficView::clear()
{
    ++m_generation;
    m_followed.clear();
    m_traffic.reset();
    m_fault.reset();
    showTraffic();
}

QCoro::Task<void> LiveTrafficView::open(QPointer<LiveTrafficView> self, std::shared_ptr<ClusterSession> session,
                                        ObservedRelease release, int generation)
{
    Result<LiveTraffic::Options> options = co_await liveTrafficOf(*session, release);
    if (!self || generation != self->m_generation)
        co_return;
    if (options) {
        self->follow(*options);
        co_return;
    }
    self->m_fault = options.error();
    self->showTraffic();
}

void LiveTrafficView::follow(const LiveTraffic::Options &options)
{
    m_traffic = std::make_unique<LiveTraffic>(options);
    connect(m_traffic.get(), &LiveTraffic::polled, this, &LiveTrafficView::showTraffic);
    if (isVisible())
        m_traffic->start();
    showTraffic();
}

void LiveTrafficView::showTraffic()
{
    const QList<TrafficPoint> points = m_traffic ? m_traffic->points() : QList<TrafficPoint>();
    m_timeline->setPoints(points, wantedShare(m_release.release));
    m_timeline->setVisible(!m_fault);
    QStringList notes = m_traffic ? m_traffic->notes() : QStringList();
    if (m_fault)
        notes = {m_fault->reason, m_fault->advice};
    notes.removeAll(QString());
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_words->setVisible(!m_fault);
    if (points.isEmpty())
        return m_words->setText(tr("Waiting for the gateways' counters…"));
    TrafficPoint recent;
    for (const TrafficPoint &point : points) {
        if (point.time.secsTo(points.last().time) <= wordsSeconds)
            recent.add(point);
    }
    m_words->setText(tr("In the last minute:") + u'\n' + inWords(m_targetName, recent.target) + u'\n' +
                     inWords(m_currentName, recent.current));
}

void LiveTrafficView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_traffic)
        m_traffic->start();
}

void LiveTrafficView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_traffic)
        m_traffic->stop();
}

void LiveTrafficView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LiveTrafficView::retranslate()
{
    setAccessibleName(tr("Live traffic"));
    showTraffic();
}

} // namespace sluice::app
