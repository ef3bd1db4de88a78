// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/net/eventloop.h"

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include <sys/types.h>

struct ssl_st;

namespace sluice::simulator {

/// One non-blocking stream socket in an event loop, with what waits to be written. Owns its descriptor. Whoever it
/// tells of its events may change without a system call.
class Socket final : public EventLoop::Watcher
{
public:
    enum class Read { Some, Nothing, End, Fault };

    Socket(EventLoop &loop, int descriptor, EventLoop::Watcher *watcher);
    ~Socket();
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;

    /// Begins to connect. -1: at once refused. host: an address, or a name that is looked up.
    static int connectTo(const std::string &host, std::uint16_t port);
    /// After the first writable event of a connecting socket: true where it is connected.
    bool isConnected();
    /// Be told of the connection even where nothing is to be written.
    void awaitConnection();

    /// From now on everything goes through this session; its handshake is made as events come. Before the first read or
    /// write.
    void startTls(std::shared_ptr<ssl_st> session);
    bool isTls() const { return m_tls != nullptr; }
    /// True until both sides have agreed; nothing of what was written has been sent then.
    bool isHandshaking() const { return m_handshaking; }
    /// The name that the client asked for; empty: none, or no TLS.
    std::string serverName() const;
    /// True where the other side showed a certificate, and it is good.
    bool peerIsCertified() const;

    /// Appends what has arrived to buffer, at most limit bytes.
    Read read(std::string &buffer, std::size_t limit);
    /// Writes what can be written now and keeps the rest. False: the peer is gone.
    bool write(std::string_view bytes) { return write({bytes}); }
    /// The same for several pieces one after the other, with one system call; eight at most.
    bool write(std::initializer_list<std::string_view> pieces);
    bool flush();
    std::size_t unwritten() const { return m_out.size() - m_written; }
    void shutdownWrite();

    void setReading(bool on);
    bool isReading() const { return m_reading; }
    void setWatcher(EventLoop::Watcher *watcher) { m_watcher = watcher; }
    void ready(std::uint32_t events) override;

private:
    void updateEvents();
    void readAgain();
    ssize_t sendPieces(std::initializer_list<std::string_view> pieces) const;
    void dropWritten();
    bool handshake();
    Read readTls(std::string &buffer, std::size_t limit);
    bool flushTls();
    bool mayGoOn(int result);

    EventLoop &m_loop;
    int m_descriptor;
    EventLoop::Watcher *m_watcher;
    std::string m_out;
    std::size_t m_written = 0;
    bool m_reading = true;
    bool m_peerEnded = false;
    std::uint32_t m_events = 0;
    std::shared_ptr<ssl_st> m_tls;
    bool m_handshaking = false;
    bool m_awaitsConnection = false;
    bool m_tlsWantsWrite = false; ///< the session itself waits to write
};

} // namespace sluice::simulator
