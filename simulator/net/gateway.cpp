// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/net/gateway.h"

#include "simulator/net/gatewayconnection.h"
#include "simulator/net/listener.h"
#include "simulator/net/resolver.h"
#include "simulator/proxy/dataplane.h"

#include <QThread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <atomic>
#include <memory>
#include <thread>
#include <unordered_map>
#include <vector>

namespace sluice::simulator {

namespace {

std::pair<std::string, std::uint16_t> endText(const sockaddr_storage &address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.ss_family == AF_INET6) {
        const auto *six = reinterpret_cast<const sockaddr_in6 *>(&address);
        inet_ntop(AF_INET6, &six->sin6_addr, text.data(), text.size());
        return {text.data(), ntohs(six->sin6_port)};
    }
    const auto *four = reinterpret_cast<const sockaddr_in *>(&address);
    inet_ntop(AF_INET, &four->sin_addr, text.data(), text.size());
    return {text.data(), ntohs(four->sin_port)};
}

GatewayConnection::Ends endsOf(int descriptor)
{
    GatewayConnection::Ends ends;
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (getpeername(descriptor, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        std::tie(ends.clientAddress, ends.clientPort) = endText(address);
    size = sizeof address;
    if (getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        std::tie(ends.serverAddress, ends.serverPort) = endText(address);
    return ends;
}

/// One worker thread: a loop, a pool, and the connections that were handed to it.
class Worker
{
public:
    Worker(Dataplane &dataplane, NodeDirectory &nodes, TlsClientContexts &tls, Resolver &resolver,
           std::chrono::milliseconds clientPatience)
        : m_pool(std::make_unique<UpstreamPool>(m_loop))
        , m_context{m_loop, *m_pool, dataplane, nodes, tls, resolver, clientPatience, {}}
        , m_thread([this] { m_loop.run(); })
    {
    }
    ~Worker()
    {
        stop();
        m_connections.clear();
        m_pool.reset();
    }

    /// Its loop can still be posted to afterwards; nothing runs there any more.
    void stop()
    {
        if (!m_thread.joinable())
            return;
        m_loop.stop();
        m_thread.join();
    }

    void adopt(int descriptor, unsigned emulatedWorker, SslPtr tls)
    {
        m_loop.post([this, descriptor, emulatedWorker, tls = std::move(tls)] {
            auto ends = endsOf(descriptor);
            ends.emulatedWorker = emulatedWorker;
            ends.tls = tls;
            auto connection = std::make_unique<GatewayConnection>(
                m_context, descriptor, std::move(ends), [this](GatewayConnection *closed) { release(closed); });
            GatewayConnection *key = connection.get();
            m_connections.emplace(key, std::move(connection));
        });
    }

private:
    void release(GatewayConnection *connection)
    {
        m_loop.post([this, connection] { m_connections.erase(connection); });
    }

    EventLoop m_loop;
    std::unique_ptr<UpstreamPool> m_pool;
    WorkerContext m_context;
    std::unordered_map<GatewayConnection *, std::unique_ptr<GatewayConnection>> m_connections;
    std::thread m_thread;
};

} // namespace

struct Gateway::Private
{
    TlsClientContexts tls; ///< before the workers, which use it
    std::vector<std::unique_ptr<Worker>> workers;
    Resolver resolver; ///< ends when the workers have stopped, and before their loops, which it posts to, are gone
    QThread thread;
    QObject *inThread = new QObject;
    unsigned accepted = 0; ///< in the acceptor's thread only
    unsigned emulated = 1;
};

Gateway::Gateway(Dataplane &dataplane, NodeDirectory &nodes, unsigned threads, std::chrono::milliseconds clientPatience)
    : d(std::make_unique<Private>())
{
    for (unsigned i = 0; i < std::max(threads, 1U); ++i)
        d->workers.push_back(std::make_unique<Worker>(dataplane, nodes, d->tls, d->resolver, clientPatience));
    d->emulated = std::max(dataplane.options().emulateWorkers, 1U);
    d->inThread->moveToThread(&d->thread);
    QObject::connect(&d->thread, &QThread::finished, d->inThread, &QObject::deleteLater);
    d->thread.start();
}

Gateway::~Gateway()
{
    d->thread.quit();
    d->thread.wait();
    for (const auto &worker : d->workers)
        worker->stop();
}

Result<std::uint16_t> Gateway::listen(const QHostAddress &address, std::uint16_t port, const TlsServerContexts *tls)
{
    std::optional<Result<std::uint16_t>> taken;
    // The listener lives in the acceptor's thread; this waits for one short call there, at start only.
    QMetaObject::invokeMethod(
        d->inThread,
        [&, this] {
            auto listener = std::make_unique<Listener>(d->inThread, [this, tls](int descriptor) {
                const unsigned number = d->accepted++;
                d->workers[number % d->workers.size()]->adopt(descriptor, number % d->emulated,
                                                              tls ? tls->session() : nullptr);
            });
            taken = listener->listen(address, port);
            if (*taken)
                static_cast<void>(listener.release()); // its parent has it
        },
        Qt::BlockingQueuedConnection);
    return *taken;
}

} // namespace sluice::simulator
