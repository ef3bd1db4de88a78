// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/net/listener.h"

#include <QCoreApplication>
#include <QNetworkProxy>

#include <sys/socket.h>

#include <cerrno>
#include <chrono>

namespace sluice::simulator {

namespace {

constexpr int backlog = 511; // nginx's
constexpr int mostAtOnce = 64;
constexpr std::chrono::milliseconds restTime{500};

} // namespace

Listener::Listener(QObject *parent, std::function<void(int)> accepted)
    : QObject(parent)
    , m_accepted(std::move(accepted))
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    m_server.setListenBacklogSize(backlog);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restTime);
    connect(&m_rest, &QTimer::timeout, this, [this] { m_knocks->setEnabled(true); });
}

Result<std::uint16_t> Listener::listen(const QHostAddress &address, std::uint16_t port)
{
    if (!m_server.listen(address, port))
        return Error{.kind = Error::Kind::Invalid,
                     .reason = QCoreApplication::translate("Gateway", "Can't listen on %1 port %2: %3.")
                                   .arg(address.toString(), QString::number(port), m_server.errorString()),
                     .detail = {},
                     .traffic = {},
                     .advice =
                         QCoreApplication::translate("Gateway", "Choose another port, or port 0 for a free one.")};
    m_server.pauseAccepting();
    m_knocks = std::make_unique<QSocketNotifier>(m_server.socketDescriptor(), QSocketNotifier::Read);
    connect(m_knocks.get(), &QSocketNotifier::activated, this, &Listener::accept);
    return m_server.serverPort();
}

void Listener::accept()
{
    const int listening = static_cast<int>(m_server.socketDescriptor());
    for (int i = 0; i < mostAtOnce; ++i) {
        const int descriptor = accept4(listening, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor >= 0) {
            m_accepted(descriptor);
            continue;
        }
        if (errno == EINTR || errno == ECONNABORTED)
            continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK) {
            m_knocks->setEnabled(false);
            m_rest.start();
        }
        return;
    }
}

} // namespace sluice::simulator
