// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/trafficalarms.h"

#include "app/support/clusterdirectory.h"
#include "app/support/operations.h"
#include "core/release/planwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

struct TrafficAlarmsText
{
    Q_DECLARE_TR_FUNCTIONS(TrafficAlarms)
};

} // namespace

TrafficAlarms::TrafficAlarms(ClusterDirectory &clusters, Operations &operations, QObject *parent)
    : QObject(parent)
    , m_clusters(clusters)
    , m_operations(operations)
{
    connect(&m_clusters, &ClusterDirectory::clusterChanged, this, &TrafficAlarms::letEndedGo);
}

TrafficAlarms::~TrafficAlarms() = default;

void TrafficAlarms::watch(const QString &cluster, const QString &release, const Guard &guard)
{
    const QString key = subjectKey(cluster, release);
    m_watched.remove(key);
    const ClusterWatch *watch = m_clusters.watch(cluster);
    const ObservedRelease *observed = watch == nullptr ? nullptr : watch->snapshot().release(release);
    if (!guard.limits.isEmpty() && observed != nullptr && watch->session()) {
        const int generation = ++m_generation;
        m_watched.insert(key, {cluster, release, guard, nullptr, std::nullopt, {}, false, generation});
        open(this, watch->session(), *observed, key, generation);
    }
    Q_EMIT changed(cluster);
}

TrafficAlarms::Guard TrafficAlarms::guard(const QString &cluster, const QString &release) const
{
    return m_watched.value(subjectKey(cluster, release)).guard;
}

QString TrafficAlarms::broken(const QString &cluster, const QString &release) const
{
    return m_watched.value(subjectKey(cluster, release)).broken;
}

QStringList TrafficAlarms::notes(const QString &cluster, const QString &release) const
{
    const Watched watched = m_watched.value(subjectKey(cluster, release));
    if (watched.fault)
        return {watched.fault->reason, watched.fault->advice};
    return watched.traffic ? watched.traffic->notes() : QStringList();
}

void TrafficAlarms::dismiss(const QString &cluster, const QString &release)
{
    const auto watched = m_watched.find(subjectKey(cluster, release));
    if (watched == m_watched.end())
        return;
    watched->broken.clear();
    watched->dismissed = true;
    Q_EMIT changed(cluster);
}

QCoro::Task<void> TrafficAlarms::open(QPointer<TrafficAlarms> self, SharedSession session, ObservedRelease release,
                                      QString key, int generation)
{
    Result<LiveTraffic::Options> options = co_await liveTrafficOf(*session, release);
    if (!self || self->m_watched.value(key).generation != generation)
        co_return;
    Watched &watched = self->m_watched[key];
    if (!options) {
        watched.fault = options.error();
    } else {
        options->interval = self->m_interval;
        watched.traffic = std::make_shared<LiveTraffic>(*options);
        connect(watched.traffic.get(), &LiveTraffic::polled, self, [self, key] { self->judge(key); });
        watched.traffic->start();
    }
    Q_EMIT self->changed(watched.cluster);
}

void TrafficAlarms::judge(const QString &key)
{
    const auto watched = m_watched.find(key);
    if (watched == m_watched.end())
        return;
    const QString broken = watched->traffic->broken(watched->guard.limits);
    if (broken.isEmpty()) {
        watched->dismissed = false;
        return;
    }
    if (watched->broken.isEmpty() && !watched->dismissed) {
        watched->broken = broken;
        Q_EMIT changed(watched->cluster);
    }
    // One that failed is tried again for as long as the limit is broken.
    if (watched->guard.cancels)
        cancelByItself(key, broken);
}

void TrafficAlarms::cancelByItself(const QString &key, const QString &broken)
{
    const Watched watched = m_watched.value(key);
    const ClusterWatch *watch = m_clusters.watch(watched.cluster);
    const ObservedRelease *observed = watch == nullptr ? nullptr : watch->snapshot().release(watched.release);
    if (observed == nullptr || watch->refusal() || !offeredActions(*observed).contains(ReleaseAction::Cancel))
        return;
    const QString why = TrafficAlarmsText::tr("A limit was broken: %1.").arg(brokenLimitInWords(broken));
    const Operation cancelling = operationOn(watch->session(), watch->snapshot(), *observed, ReleaseAction::Cancel);
    Operation operation = cancelling;
    operation.title = TrafficAlarmsText::tr("Automatic cancel");
    operation.run = [self = QPointer(this), cancelling, why, key](const QString &) {
        return cancel(self, cancelling, why, key);
    };
    m_operations.start(operation, why);
}

QCoro::Task<Result<OperationResult>> TrafficAlarms::cancel(QPointer<TrafficAlarms> self, Operation cancel, QString why,
                                                           QString key)
{
    Result<OperationResult> done = co_await cancel.run(why);
    if (!done)
        co_return done.error();
    if (self && self->m_watched.remove(key) > 0)
        Q_EMIT self->changed(cancel.cluster);
    OperationResult result = *done;
    result.text = TrafficAlarmsText::tr("Cancelled by itself. %1").arg(why);
    result.detail = done->text;
    result.isWarning = true;
    co_return result;
}

void TrafficAlarms::letEndedGo(const QString &cluster)
{
    const ClusterWatch *watch = m_clusters.watch(cluster);
    const auto hasEnded = [watch](const Watched &watched) {
        const ObservedRelease *observed = watch->snapshot().release(watched.release);
        return observed == nullptr || !observed->release.isInProgress();
    };
    const bool isRead = watch != nullptr && watch->snapshot().taken().isValid();
    const qsizetype before = m_watched.size();
    m_watched.removeIf([&](const QHash<QString, Watched>::iterator &watched) {
        return watched->cluster == cluster && isRead && hasEnded(*watched);
    });
    if (m_watched.size() != before)
        Q_EMIT changed(cluster);
}

} // namespace sluice::app
