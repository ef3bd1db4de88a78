// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>
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
    QByteArray body; ///< the first 64 KiB
    qint64 microseconds = 0;
};

/// Sends requests to one gateway over keep-alive connections, each request once, and counts the connections that were
/// really opened. Redirects are answers. Ends when the source has no more, or on stop().
class Prober : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QUrl gateway;
        QString connectHost; ///< where it differs from the gateway's name
        quint16 connectPort = 0;
        int connections = 1;
        int rate = 0;                            ///< requests a second over all connections; 0: as fast as answers come
        bool jitter = false;                     ///< traffic in lockstep with others skews a round robin
        QByteArray header = "X-Sluice-Upstream"; ///< whose value answers carry
        bool keepBodies = false;
        std::chrono::milliseconds timeout{10'000};
    };
    /// The next request, or nothing when all are sent.
    using Source = std::function<std::optional<ProbeRequest>()>;

    Prober(Options options, Source source, QObject *parent = nullptr);
    ~Prober() override;

    void start();
    /// At once: answers that are still to come are not waited for.
    void stop();
    int connectionsOpened() const { return m_opened; }

Q_SIGNALS:
    void answered(const sluice::ProbeAnswer &answer);
    void finished();

private:
    class Connection;
    friend class Connection;

    void ended();

    Options m_options;
    Source m_source;
    std::vector<std::unique_ptr<Connection>> m_connections;
    int m_opened = 0;
    int m_running = 0;
    bool m_stopped = false;
};

} // namespace sluice
