// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/net/plainserver.h"

#include "simulator/http/errorpage.h"
#include "simulator/http/httpparser.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>

#include <array>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

std::string serialized(const Response &response, bool withBody, bool keepAlive)
{
    std::string out =
        "HTTP/1.1 " + std::to_string(response.status) + ' ' + std::string(reasonPhrase(response.status)) + "\r\n";
    static const QString format = u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s;
    out += "Date: " + QLocale::c().toString(QDateTime::currentDateTimeUtc(), format).toStdString() + "\r\n";
    for (const auto &[name, value] : response.headers)
        out += name + ": " + value + "\r\n";
    out += keepAlive ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
    if (!response.chunked || !withBody)
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

/// One client: reads whole requests one after the other and answers each.
class PlainServer::Connection : public QObject
{
public:
    Connection(QTcpSocket *socket, const Handler &handler)
        : QObject(socket)
        , m_socket(socket)
        , m_handler(handler)
    {
        connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

private:
    void read()
    {
        const QByteArray bytes = m_socket->readAll();
        m_buffer.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        while (!m_closing && advance()) {
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
        send(serialized(response, m_request.method != "HEAD", m_keepAlive));
        m_headSize.reset();
        m_finder.reset();
        if (!m_keepAlive)
            close();
        return m_keepAlive;
    }

    bool refuse()
    {
        send(serialized({400, {{"Content-Type", "text/html; charset=utf-8"}}, errorPage(400), false}, true, false));
        close();
        return false;
    }

    void send(const std::string &bytes) { m_socket->write(bytes.data(), static_cast<qint64>(bytes.size())); }
    void close()
    {
        m_closing = true;
        m_socket->disconnectFromHost();
    }

    QTcpSocket *m_socket;
    const Handler &m_handler;
    std::string m_buffer;
    HeadFinder m_finder;
    RequestHead m_head;
    std::optional<std::size_t> m_headSize;
    Request m_request;
    std::uint64_t m_length = 0;
    std::uint64_t m_drop = 0;
    ChunkedReader m_chunks;
    bool m_chunked = false;
    bool m_keepAlive = true;
    bool m_closing = false;
};

PlainServer::PlainServer(Handler handler)
    : m_handler(std::move(handler))
    , m_inThread(new QObject)
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
    std::optional<Error> fault;
    std::uint16_t taken = 0;
    // The listener lives in the server's thread; this waits for one short call there, at start only.
    QMetaObject::invokeMethod(
        m_inThread,
        [&, this] {
            auto *server = new QTcpServer(m_inThread);
            server->setProxy(QNetworkProxy::NoProxy);
            if (!server->listen(address, port)) {
                fault = Error{.kind = Error::Kind::Invalid,
                              .reason = QCoreApplication::translate("PlainServer", "Can't listen on %1 port %2: %3.")
                                            .arg(address.toString(), QString::number(port), server->errorString()),
                              .detail = {},
                              .traffic = {},
                              .advice = QCoreApplication::translate("PlainServer",
                                                                    "Choose another port, or port 0 for a free one.")};
                delete server;
                return;
            }
            taken = server->serverPort();
            connect(server, &QTcpServer::newConnection, server, [this, server] {
                while (QTcpSocket *socket = server->nextPendingConnection())
                    new Connection(socket, m_handler);
            });
        },
        Qt::BlockingQueuedConnection);
    if (fault)
        return *fault;
    return taken;
}

} // namespace sluice::simulator
