// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/operation.h"
#include "core/verify/livetraffic.h"

#include <QHash>
#include <QPointer>

#include <memory>

namespace sluice::app {

class ClusterDirectory;
class Operations;

/// Limits that this window watches the target of a release by, beside its pages and without a plan. They end with the
/// window: what is to hold for every operator is kept in a plan.
class TrafficAlarms : public QObject
{
    Q_OBJECT

public:
    struct Guard
    {
        TrafficLimits limits;
        bool cancels = false; ///< the release is cancelled by itself where a limit is broken

        bool operator==(const Guard &) const = default;
    };

    /// Both outlive it.
    TrafficAlarms(ClusterDirectory &clusters, Operations &operations, QObject *parent = nullptr);
    ~TrafficAlarms() override;

    /// Between two readings of the gateways' counters.
    void setInterval(std::chrono::milliseconds interval) { m_interval = interval; }

    /// From now on; one without limits ends it. A release that has ended is let go.
    void watch(const QString &cluster, const QString &release, const Guard &guard);
    /// Releases that are watched.
    int count() const { return static_cast<int>(m_watched.size()); }
    /// Without limits where it is not watched.
    Guard guard(const QString &cluster, const QString &release) const;
    /// The limit that was broken, as exceeded() tells it, until someone dismisses it; empty: none.
    QString broken(const QString &cluster, const QString &release) const;
    /// Why nothing can be counted, in sentences.
    QStringList notes(const QString &cluster, const QString &release) const;
    /// Raised again only where the limit was kept in between.
    void dismiss(const QString &cluster, const QString &release);

Q_SIGNALS:
    void changed(const QString &cluster);

private:
    struct Watched
    {
        QString cluster;
        QString release;
        Guard guard;
        std::shared_ptr<LiveTraffic> traffic; ///< null: not opened yet, or it can't be
        std::optional<Error> fault;
        QString broken;
        bool dismissed = false;
        int generation = 0; ///< of this guard: what an older one opened is dropped
    };

    static QCoro::Task<void> open(QPointer<TrafficAlarms> self, SharedSession session, ObservedRelease release,
                                  QString key, int generation);
    static QCoro::Task<Result<OperationResult>> cancel(QPointer<TrafficAlarms> self, Operation cancel, QString why,
                                                       QString key);
    void judge(const QString &key);
    void cancelByItself(const QString &key, const QString &broken);
    void letEndedGo(const QString &cluster);

    ClusterDirectory &m_clusters;
    Operations &m_operations;
    QHash<QString, Watched> m_watched; ///< by cluster and release
    std::chrono::milliseconds m_interval{2000};
    int m_generation = 0;
};

} // namespace sluice::app
