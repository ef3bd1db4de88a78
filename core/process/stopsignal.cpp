// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/process/stopsignal.h"

// The one file that knows signals. Elsewhere than on Unix they end the program as they always do.
#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace sluice {

#ifdef Q_OS_UNIX

namespace {

constexpr std::array signals{SIGINT, SIGTERM};

volatile std::sig_atomic_t handlerSocket = -1;

/// Nothing else may be done here (POSIX: async-signal-safe functions only).
void tell(int)
{
    const char one = 1;
    static_cast<void>(::write(handlerSocket, &one, 1) == 1);
}

void handle(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    for (const int number : signals)
        ::sigaction(number, &action, nullptr);
}

} // namespace

StopSignal::StopSignal(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, m_sockets.data()) != 0)
        return; // signals end the program as they always do
    m_notifier = std::make_unique<QSocketNotifier>(m_sockets[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char one = 0;
        if (::read(m_sockets[0], &one, 1) == 1)
            Q_EMIT received();
    });
    handlerSocket = m_sockets[1];
    handle(tell);
}

StopSignal::~StopSignal()
{
    if (!m_notifier)
        return;
    handle(SIG_DFL);
    m_notifier.reset();
    for (const int socket : m_sockets)
        ::close(socket);
}

#else

StopSignal::StopSignal(QObject *parent)
    : QObject(parent)
{
}

StopSignal::~StopSignal() = default;

#endif

} // namespace sluice
