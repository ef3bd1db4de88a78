// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPair>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sluice {

/// A request as it goes over the wire, without the framing that the prober adds.
struct ProbeRequest
{
    int id = 0; ///< given back with the answer
    QByteArray method = "GET";
    QByteArray target;  ///< path and query, encoded
    QByteArray headers; ///< whole lines, each with its CRLF; Host among them
    QByteArray body;
};

struct ProbeAnswer
{
    int id = 0;
    int status = 0; ///< 0: no answer, fault says why
    QString fault;
    QByteArray header; ///< value of the header that was asked for; empty where it is missing
    bool hasHeader = false;
    QByteArray body;                              ///< its beginning, as much as is kept
    qint64 bodySize = 0;                          ///< of the whole body, without framing
    QList<QPair<QByteArray, QByteArray>> headers; ///< all, where they are kept
    qint64 microseconds = 0;
};

/// Sends requests to one gateway over keep-alive connections, each request once, and counts the connections that were
/// really opened. Redirects are answers. Ends when the source has no more, or at once on stop(): what is under way then
/// is given up and not reported.
class Prober : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QUrl gateway;
        QString connectHost; ///< where it differs from the gateway's name
        quint16 connectPort = 0;
        QByteArray authorities; ///< PEM, beside the system's; for https
        QString serverName;     ///< what a certificate is asked for and checked against; empty: the gateway's name
        int connections = 1;
        int rate = 0;                            ///< requests a second over all connections; 0: as fast as answers come
        bool jitter = false;                     ///< traffic in lockstep with others skews a round robin
        QByteArray header = "X-Sluice-Upstream"; ///< whose value answers carry
        bool keepHeaders = false;                ///< answers carry all of them
        std::size_t keptBody = 0;                ///< bytes of the body that answers carry
        std::chrono::milliseconds timeout{10'000};
    };
    /// The next request, or nothing when all are sent.
    using Source = std::function<std::optional<ProbeRequest>()>;

    Prober(Options options, Source source, QObject *parent = nullptr);
    ~Prober() override;

    void start();
    void stop();
    int connectionsOpened() const { return m_opened; }
    /// Connections that the gateway closed before the 1,000 requests after which nginx does so anyway: its workers may
    /// have begun anew.
    int closedEarly() const { return m_closedEarly; }

Q_SIGNALS:
    void answered(const sluice::ProbeAnswer &answer);
    void finished();

private:
    class Connection;
    friend class Connection;

    void ended();
    std::chrono::nanoseconds pauseBeforeNext();

    Options m_options;
    Source m_source;
    std::vector<std::unique_ptr<Connection>> m_connections;
    QTimer m_sweep;
    QElapsedTimer m_clock;
    std::chrono::nanoseconds m_due{0}; ///< when the next request may go out, by m_clock
    int m_opened = 0;
    int m_closedEarly = 0;
    int m_running = 0;
};

} // namespace sluice
