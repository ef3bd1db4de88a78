// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "simulator/http/httpmessage.h"

#include <QHostAddress>
#include <QObject>
#include <QThread>

#include <chrono>
#include <functional>

namespace sluice::simulator {

/// What nobody may take more of, lest others get none.
struct PlainServerLimits
{
    std::chrono::milliseconds patience{60000}; ///< for a whole request, and for the silence before it
    std::size_t connections = 1000;
    qint64 unsent = 262144; ///< of answers to one client: no more is read from it meanwhile
};

/// A small HTTP/1.1 server for what is not hot: Admin API, inspection, metrics, demo backends. One thread of its own,
/// in which the handler is called; several addresses may lead to it.
class PlainServer : public QObject
{
    Q_OBJECT

public:
    static constexpr std::uint64_t largestBody = 1572864; ///< what APISIX reads of a body at most (apisix.md 1.4)

    /// local: the address and port that the request came in on.
    using Handler = std::function<Response(const Request &, const QHostAddress &local, std::uint16_t localPort)>;

    explicit PlainServer(Handler handler, PlainServerLimits limits = {});
    ~PlainServer() override;

    /// Port 0 takes a free one. The error says which address is in use or can't be had.
    Result<std::uint16_t> listen(const QHostAddress &address, std::uint16_t port);

private:
    class Clients;
    class Connection;

    Handler m_handler;
    PlainServerLimits m_limits;
    QThread m_thread;
    QObject *m_inThread = nullptr; ///< lives in m_thread; owns the listeners and the clients
    Clients *m_clients = nullptr;
};

} // namespace sluice::simulator
