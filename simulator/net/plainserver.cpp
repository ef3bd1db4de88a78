// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/net/plainserver.h"

#include "simulator/http/errorpage.h"
#include "simulator/http/headerlines.h"
#include "simulator/http/httpparser.h"
#include "simulator/net/listener.h"

#include <QDateTime>
#include <QLocale>
#include <QTcpSocket>
#include <QTimer>

#include <unistd.h>

#include <array>
#include <list>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

// Chunks are for HTTP/1.1; what knows none gets a length.
std::string serialized(const Response &response, bool withBody, bool mayChunk, bool keepAlive)
{
    std::string out =
        "HTTP/1.1 " + std::to_string(response.status) + ' ' + std::string(reasonPhrase(response.status)) + "\r\n";
    static const QString format = u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s;
    out += "Date: " + QLocale::c().toString(QDateTime::currentDateTimeUtc(), format).toStdString() + "\r\n";
    out += HeaderLines(response.headers).text();
    out += keepAlive ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
    if (!response.chunked || !withBody || !mayChunk)
        return out + "Content-Length: " + std::to_string(response.body.size()) + "\r\n\r\n" +
               (withBody ? response.body : "");
    out += "Transfer-Encoding: chunked\r\n\r\n";
    if (!response.body.empty()) {
        std::array<char, 20> size{};
        std::snprintf(size.data(), size.size(), "%zx\r\n", response.body.size());
        out += size.data() + response.body + "\r\n";
    }
    return out + "0\r\n\r\n";
}

} // namespace

/// The connections of one server, so many at most: a new one ends the one that has been silent for the longest time.
class PlainServer::Clients : public QObject
{
public:
    Clients(const Handler &handler, const PlainServerLimits &limits, QObject *parent)
        : QObject(parent)
        , m_handler(handler)
        , m_limits(limits)
    {
    }
    ~Clients() override { qDeleteAll(findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly)); }
    void add(int descriptor);

private:
    const Handler &m_handler;
    const PlainServerLimits &m_limits;
    std::list<Connection *> m_bySilence; ///< the longest silent one first
    friend class Connection;
};

/// One client: reads whole requests one after the other and answers each. A request has its time as a whole, counted
/// from its first byte; so has the silence before it, and each piece of an answer that is not taken.
class PlainServer::Connection : public QObject
{
public:
    Connection(QTcpSocket *socket, Clients &clients)
        : QObject(socket)
        , m_socket(socket)
        , m_clients(clients)
        , m_place(clients.m_bySilence.insert(clients.m_bySilence.end(), this))
        , m_handler(clients.m_handler)
    {
        socket->setReadBufferSize(mostUnread);
        m_deadline.setSingleShot(true);
        m_deadline.setInterval(clients.m_limits.patience);
        connect(&m_deadline, &QTimer::timeout, this, &Connection::abandon);
        connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
        connect(socket, &QTcpSocket::bytesWritten, this, &Connection::goOn);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        m_deadline.start();
    }
    ~Connection() override { leave(); }

    /// At once, whatever is under way.
    void abandon()
    {
        leave();
        m_closing = true;
        m_socket->abort();
        m_socket->deleteLater();
    }

private:
    void leave()
    {
        std::list<Connection *> &all = m_clients.m_bySilence;
        if (m_place != all.end())
            all.erase(m_place);
        m_place = all.end();
    }

    // Whoever does not take its answers gets no more of them, and what it asks stays with the kernel.
    bool keepsUp() const { return m_socket->bytesToWrite() < m_clients.m_limits.unsent; }

    void read()
    {
        if (m_closing) {
            m_socket->readAll(); // thrown away, lest what was said is lost with it
            return;
        }
        std::list<Connection *> &all = m_clients.m_bySilence;
        all.splice(all.end(), all, m_place);
        if (!m_requestBegan)
            m_deadline.start();
        m_requestBegan = true;
        answerAll();
    }

    void goOn()
    {
        m_deadline.start();
        answerAll();
    }

    void answerAll()
    {
        while (!m_closing && keepsUp()) {
            if (advance())
                continue;
            if (m_closing || m_socket->bytesAvailable() == 0)
                return;
            const QByteArray bytes = m_socket->readAll();
            m_buffer.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        }
    }

    // True where a whole request was answered and the next may follow.
    bool advance()
    {
        if (!m_headSize) {
            const HeadState state = m_finder.find(m_buffer);
            if (state == HeadState::Incomplete)
                return false;
            m_head = {};
            if (state != HeadState::Complete ||
                !parseRequestHead(std::string_view(m_buffer).substr(0, m_finder.size()), m_head))
                return refuse();
            m_headSize = m_finder.size();
            m_request = {.method = std::string(m_head.method),
                         .target = std::string(m_head.target),
                         .headers = {},
                         .body = {},
                         .peerAddress = m_socket->peerAddress().toString().toStdString()};
            for (const RequestHead::Field &field : m_head.fields)
                m_request.headers.emplace_back(field.name, field.value);
            m_keepAlive = m_head.keepAlive;
            m_mayChunk = m_head.minorVersion >= 1;
            m_length = m_head.contentLength.value_or(0);
            m_chunked = m_head.chunked;
            m_chunks = {};
            m_buffer.erase(0, *m_headSize);
            if (m_length > largestBody) {
                m_request.bodyTooLarge = true;
                m_request.declaredLength = m_length;
                m_drop = m_length;
                m_length = 0;
            } else if (const std::string *expect = m_request.header("Expect");
                       expect && sameName(*expect, "100-continue")) {
                m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            }
        }
        if (m_drop > 0) { // the answer comes when the body has been read: clients that only write would miss it
            const auto dropped = static_cast<std::size_t>(std::min<std::uint64_t>(m_drop, m_buffer.size()));
            m_buffer.erase(0, dropped);
            m_drop -= dropped;
            return m_drop == 0 && answer();
        }
        return readBody() && answer();
    }

    bool readBody()
    {
        if (!m_chunked) {
            if (m_buffer.size() < m_length)
                return false;
            m_request.body = m_buffer.substr(0, static_cast<std::size_t>(m_length));
            m_buffer.erase(0, static_cast<std::size_t>(m_length));
            return true;
        }
        std::string_view input = m_buffer;
        const auto state = m_chunks.read(input, m_request.body);
        m_buffer.erase(0, m_buffer.size() - input.size());
        if (state == ChunkedReader::State::Malformed) {
            refuse();
            return false;
        }
        if (m_request.bodyTooLarge || m_request.body.size() > largestBody) { // only its length is told
            m_request.bodyTooLarge = true;
            m_request.declaredLength += m_request.body.size();
            m_request.body.clear();
        }
        return state == ChunkedReader::State::Done;
    }

    bool answer()
    {
        const Response response = m_handler(m_request, m_socket->localAddress(), m_socket->localPort());
        send(serialized(response, m_request.method != "HEAD", m_mayChunk, m_keepAlive));
        m_headSize.reset();
        m_finder.reset();
        m_requestBegan = !m_buffer.empty();
        m_deadline.start();
        if (!m_keepAlive)
            close();
        return m_keepAlive;
    }

    bool refuse()
    {
        send(serialized({400, {{"Content-Type", "text/html; charset=utf-8"}}, errorPage(400), false}, true, false,
                        false));
        close();
        return false;
    }

    void send(const std::string &bytes) { m_socket->write(bytes.data(), static_cast<qint64>(bytes.size())); }
    void close()
    {
        m_closing = true;
        m_socket->disconnectFromHost();
    }

    static constexpr qint64 mostUnread = 64 * 1024;

    QTcpSocket *m_socket;
    Clients &m_clients;
    std::list<Connection *>::iterator m_place;
    const Handler &m_handler;
    QTimer m_deadline;
    bool m_requestBegan = false;
    std::string m_buffer;
    HeadFinder m_finder;
    RequestHead m_head;
    std::optional<std::size_t> m_headSize;
    Request m_request;
    std::uint64_t m_length = 0;
    std::uint64_t m_drop = 0;
    ChunkedReader m_chunks;
    bool m_chunked = false;
    bool m_mayChunk = true;
    bool m_keepAlive = true;
    bool m_closing = false;
};

void PlainServer::Clients::add(int descriptor)
{
    auto socket = std::make_unique<QTcpSocket>(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(descriptor);
        return;
    }
    if (m_bySilence.size() >= m_limits.connections)
        m_bySilence.front()->abandon();
    new Connection(socket.release(), *this);
}

PlainServer::PlainServer(Handler handler, PlainServerLimits limits)
    : m_handler(std::move(handler))
    , m_limits(limits)
    , m_inThread(new QObject)
    , m_clients(new Clients(m_handler, m_limits, m_inThread))
{
    m_inThread->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_inThread, &QObject::deleteLater);
    m_thread.start();
}

PlainServer::~PlainServer()
{
    m_thread.quit();
    m_thread.wait();
}

Result<std::uint16_t> PlainServer::listen(const QHostAddress &address, std::uint16_t port)
{
    std::optional<Result<std::uint16_t>> taken;
    // The listener lives in the server's thread; this waits for one short call there, at start only.
    QMetaObject::invokeMethod(
        m_inThread,
        [&, this] {
            auto listener =
                std::make_unique<Listener>(m_inThread, [this](int descriptor) { m_clients->add(descriptor); });
            taken = listener->listen(address, port);
            if (*taken)
                static_cast<void>(listener.release()); // its parent has it
        },
        Qt::BlockingQueuedConnection);
    return *taken;
}

} // namespace sluice::simulator
