// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/clustersession.h"
#include "core/verify/trafficcounts.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace sluice {

/// The traffic of one API as its gateways count it: polls their Prometheus text and keeps what was added between two
/// readings. From APISIX 3.14 a gateway makes that text every 15 s: then most points are empty, and one in a few holds
/// all; windows of 30 s and more even that out.
class LiveTraffic : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QList<QUrl> metrics; ///< whole addresses, one a gateway
        ApiRef api;
        QString name; ///< of the API, where gateways tell names
        NodeSides sides;
        QStringList targetNames;    ///< nodes of the target that are host names: resolved from here
        QStringList currentNames;   ///< likewise of the current upstream
        bool countsNothing = false; ///< no plugin prometheus on the API
        std::chrono::milliseconds interval{2000};
        std::chrono::milliseconds timeout{5000};
        int kept = 3600; ///< points
    };

    explicit LiveTraffic(Options options, QObject *parent = nullptr);

    void start();
    void stop();

    /// Oldest first. The first reading of a gateway is its beginning and no point.
    const QList<TrafficPoint> &points() const { return m_points; }
    /// All that was added from then on.
    TrafficPoint since(const QDateTime &time) const;
    /// All of the newest seconds; nothing while they have not all been watched.
    std::optional<TrafficPoint> window(int seconds) const;
    /// The limit that the target exceeds over the limits' window, in words; empty: none.
    QString broken(const TrafficLimits &limits) const;
    /// What an operator has to know to read the counts, in sentences: gateways that can't be read, nodes that belong
    /// to neither upstream, upstreams that can't be told apart, an API that counts nothing.
    QStringList notes() const;

Q_SIGNALS:
    /// A point was added, or a gateway could not be read.
    void polled();

private:
    struct Gateway
    {
        QUrl metrics;
        std::optional<ApiCounts> counts; ///< of the last reading
        QString fault;
    };

    void poll();
    void read(qsizetype gateway);
    void take(Gateway &gateway, const QByteArray &text);
    void resolve(const QString &name, bool isTarget);

    Options m_options;
    QNetworkAccessManager m_network;
    QTimer m_timer;
    QList<Gateway> m_gateways;
    QList<TrafficPoint> m_points;
    TrafficPoint m_next;
    QDateTime m_begin;
    qsizetype m_unread = 0;
    bool m_hasReading = false;
};

/// Options for a release: its gateways' metrics, its API, and the nodes of both upstreams. NotFound where the API is
/// gone; Invalid where the cluster has no metrics address.
QCoro::Task<Result<LiveTraffic::Options>> liveTrafficOf(ClusterSession &session, ObservedRelease release);

} // namespace sluice
