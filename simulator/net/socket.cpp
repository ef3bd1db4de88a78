// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/net/socket.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <numeric>

namespace sluice::simulator {

Socket::Socket(EventLoop &loop, int descriptor, EventLoop::Watcher *watcher)
    : m_loop(loop)
    , m_descriptor(descriptor)
    , m_watcher(watcher)
    , m_events(EventLoop::Readable)
{
    const int on = 1;
    setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    m_loop.watch(m_descriptor, this, m_events);
}

Socket::~Socket()
{
    m_tls.reset();
    m_loop.forget(this);
    close(m_descriptor);
}

int Socket::connectTo(const std::string &host, std::uint16_t port)
{
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    const std::string name = bracketed ? host.substr(1, host.size() - 2) : host;
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo *found = nullptr;
    if (getaddrinfo(name.c_str(), std::to_string(port).c_str(), &hints, &found) != 0)
        return -1;
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> addresses(found, &freeaddrinfo);
    for (const addrinfo *address = found; address; address = address->ai_next) {
        const int descriptor = socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (descriptor < 0)
            continue;
        if (connect(descriptor, address->ai_addr, address->ai_addrlen) == 0 || errno == EINPROGRESS)
            return descriptor;
        close(descriptor);
    }
    return -1;
}

void Socket::ready(std::uint32_t events)
{
    m_peerEnded = m_peerEnded || (events & EventLoop::Ended) != 0;
    m_watcher->ready(events);
}

void Socket::awaitConnection()
{
    m_awaitsConnection = true;
    updateEvents();
}

bool Socket::isConnected()
{
    m_awaitsConnection = false;
    updateEvents();
    int fault = 0;
    socklen_t size = sizeof fault;
    return getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &fault, &size) == 0 && fault == 0;
}

void Socket::startTls(std::shared_ptr<ssl_st> session)
{
    m_tls = std::move(session);
    SSL_set_fd(m_tls.get(), m_descriptor);
    m_handshaking = true;
    m_tlsWantsWrite = SSL_is_server(m_tls.get()) == 0; // a client speaks first
    updateEvents();
}

std::string Socket::serverName() const
{
    const char *name = m_tls ? SSL_get_servername(m_tls.get(), TLSEXT_NAMETYPE_host_name) : nullptr;
    return name ? name : std::string();
}

bool Socket::peerIsCertified() const
{
    return m_tls && SSL_get0_peer_certificate(m_tls.get()) && SSL_get_verify_result(m_tls.get()) == X509_V_OK;
}

// What a call of OpenSSL that did not succeed waits for; false: the session is over.
bool Socket::mayGoOn(int result)
{
    const int reason = SSL_get_error(m_tls.get(), result);
    m_tlsWantsWrite = reason == SSL_ERROR_WANT_WRITE;
    return reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE;
}

// False: it failed. Until it is done there is nothing to read or write.
bool Socket::handshake()
{
    ERR_clear_error();
    const int result = SSL_do_handshake(m_tls.get());
    m_handshaking = result != 1;
    if (!m_handshaking)
        m_tlsWantsWrite = false;
    const bool alive = !m_handshaking || mayGoOn(result);
    updateEvents();
    return alive;
}

Socket::Read Socket::readTls(std::string &buffer, std::size_t limit)
{
    if (m_handshaking) {
        if (!handshake())
            return Read::Fault;
        if (m_handshaking)
            return Read::Nothing;
        if (!flushTls())
            return Read::Fault;
    }
    const std::size_t before = buffer.size();
    std::array<char, 16384> chunk; // NOLINT: filled by SSL_read, one record at most
    // Nothing may stay inside the session: no event would tell of it.
    do {
        ERR_clear_error();
        const int size = SSL_read(m_tls.get(), chunk.data(), static_cast<int>(chunk.size()));
        if (size <= 0) {
            if (buffer.size() > before) {
                readAgain(); // what ends the session is met again then
                return Read::Some;
            }
            if (SSL_get_error(m_tls.get(), size) == SSL_ERROR_ZERO_RETURN)
                return Read::End;
            const bool alive = mayGoOn(size);
            updateEvents();
            return alive ? Read::Nothing : Read::Fault;
        }
        buffer.append(chunk.data(), static_cast<std::size_t>(size));
    } while (buffer.size() - before < limit || SSL_pending(m_tls.get()) > 0);
    readAgain();
    return Read::Some;
}

bool Socket::flushTls()
{
    if (m_handshaking) {
        if (!handshake())
            return false;
        if (m_handshaking)
            return true;
    }
    while (m_written < m_out.size()) {
        ERR_clear_error();
        const auto size = static_cast<int>(std::min<std::size_t>(m_out.size() - m_written, 1U << 30U));
        const int sent = SSL_write(m_tls.get(), m_out.data() + m_written, size);
        if (sent <= 0) {
            if (!mayGoOn(sent))
                return false;
            break;
        }
        m_written += static_cast<std::size_t>(sent);
    }
    dropWritten();
    if (m_out.empty())
        m_tlsWantsWrite = false;
    updateEvents();
    return true;
}

Socket::Read Socket::read(std::string &buffer, std::size_t limit)
{
    if (m_tls)
        return readTls(buffer, limit);
    std::array<char, 65536> chunk; // NOLINT: filled by recv
    const ssize_t size = recv(m_descriptor, chunk.data(), std::min(limit, chunk.size()), 0);
    if (size > 0) {
        buffer.append(chunk.data(), static_cast<std::size_t>(size));
        // Fewer than were asked for is all there was (epoll(7)), but the end, which no second event tells of.
        if (m_peerEnded || static_cast<std::size_t>(size) == std::min(limit, chunk.size()))
            readAgain();
        return Read::Some;
    }
    if (size == 0)
        return Read::End;
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? Read::Nothing : Read::Fault;
}

// A few bytes are cheaper copied together than described to the kernel one by one.
ssize_t Socket::sendPieces(std::initializer_list<std::string_view> pieces) const
{
    const std::size_t size =
        std::accumulate(pieces.begin(), pieces.end(), std::size_t(0),
                        [](std::size_t sum, std::string_view piece) { return sum + piece.size(); });
    std::array<char, 2048> together; // NOLINT: filled just below
    if (size == 0)
        return 0;
    if (size <= together.size()) {
        auto *end = together.begin();
        for (const std::string_view piece : pieces)
            end = std::copy(piece.begin(), piece.end(), end);
        return send(m_descriptor, together.data(), size, MSG_NOSIGNAL);
    }
    std::array<iovec, 8> parts{};
    msghdr message{};
    message.msg_iov = parts.data();
    for (const std::string_view piece : pieces) {
        if (!piece.empty()) // iovec is C: it takes what it only reads as not constant
            parts[message.msg_iovlen++] = {const_cast<char *>(piece.data()), piece.size()};
    }
    return sendmsg(m_descriptor, &message, MSG_NOSIGNAL);
}

bool Socket::write(std::initializer_list<std::string_view> pieces)
{
    std::size_t sent = 0;
    if (!m_tls && m_out.empty()) {
        const ssize_t size = sendPieces(pieces);
        if (size < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR && errno != ENOTCONN)
            return false;
        sent = size > 0 ? static_cast<std::size_t>(size) : 0;
    }
    for (const std::string_view piece : pieces) {
        const std::size_t skipped = std::min(sent, piece.size());
        m_out.append(piece.substr(skipped));
        sent -= skipped;
    }
    if (m_tls && !m_handshaking)
        return flushTls();
    updateEvents();
    return true;
}

// What has been sent goes, lest a peer that never quite keeps up makes this grow for ever.
void Socket::dropWritten()
{
    constexpr std::size_t worthMoving = 64 * 1024;
    if (m_written == m_out.size()) {
        m_out.clear();
        if (m_out.capacity() > worthMoving)
            m_out.shrink_to_fit();
        m_written = 0;
    } else if (m_written > worthMoving) {
        m_out.erase(0, m_written);
        m_written = 0;
    }
}

bool Socket::flush()
{
    if (m_tls)
        return flushTls();
    while (m_written < m_out.size()) {
        const ssize_t size = send(m_descriptor, m_out.data() + m_written, m_out.size() - m_written, MSG_NOSIGNAL);
        if (size < 0) {
            if (errno == EINTR)
                continue;
            if (errno == EAGAIN || errno == EWOULDBLOCK)
                break;
            return false;
        }
        m_written += static_cast<std::size_t>(size);
    }
    dropWritten();
    updateEvents();
    return true;
}

void Socket::shutdownWrite()
{
    if (m_tls && !m_handshaking) {
        ERR_clear_error();
        SSL_shutdown(m_tls.get());
    }
    shutdown(m_descriptor, SHUT_WR);
}

void Socket::setReading(bool on)
{
    m_reading = on;
    updateEvents();
}

// There may be more to read: the event comes once more.
void Socket::readAgain()
{
    m_loop.change(m_descriptor, this, m_events);
}

void Socket::updateEvents()
{
    std::uint32_t events = m_reading || m_handshaking ? EventLoop::Readable : EventLoop::None;
    if ((!m_out.empty() && !m_handshaking) || m_tlsWantsWrite || m_awaitsConnection)
        events |= EventLoop::Writable;
    if (events == m_events)
        return;
    m_events = events;
    m_loop.change(m_descriptor, this, m_events);
}

} // namespace sluice::simulator
