// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/prober.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTimer>

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>

namespace sluice {

namespace http = boost::beast::http;

namespace {

struct ProberText
{
    Q_DECLARE_TR_FUNCTIONS(Prober)
};

constexpr std::uint64_t largestBody = 256 * 1024 * 1024; ///< a download is no answer to count by
constexpr int keptAlive = 1000;                          ///< requests after which nginx closes a connection
constexpr std::chrono::milliseconds sweepEvery{250};     ///< for answers that don't come
constexpr int restBetweenTries = 100;                    ///< ms, after a connection that failed

} // namespace

/// One keep-alive connection: sends a request, reads its answer, asks for the next.
class Prober::Connection : public QObject
{
public:
    explicit Connection(Prober &prober)
        : m_prober(prober)
        , m_secure(prober.m_options.gateway.scheme() == QLatin1String("https"))
        , m_socket(m_secure ? new QSslSocket : new QTcpSocket)
    {
        connect(m_socket.get(), &QTcpSocket::readyRead, this, &Connection::read);
        connect(m_socket.get(), &QTcpSocket::disconnected, this, &Connection::disconnected);
        connect(m_socket.get(), &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
            if (error != QAbstractSocket::RemoteHostClosedError)
                fail(m_socket->errorString());
        });
        if (m_secure) {
            trust(prober.m_options.authorities);
            connect(tls(), &QSslSocket::encrypted, this, &Connection::write);
        } else {
            connect(m_socket.get(), &QTcpSocket::connected, this, &Connection::write);
        }
    }

    void next()
    {
        if (m_hasEnded)
            return;
        std::optional<ProbeRequest> request = m_prober.m_source();
        if (!request) {
            abandon();
            // Whoever hears of the end may delete the prober: not from within its own socket.
            QTimer::singleShot(0, &m_prober, &Prober::ended);
            return;
        }
        m_request = std::move(*request);
        const auto pause = std::chrono::round<std::chrono::milliseconds>(m_prober.pauseBeforeNext());
        if (pause.count() > 0)
            QTimer::singleShot(pause, this, &Connection::send);
        else
            send();
    }

    /// True where it had something under way, or would have gone on.
    bool abandon()
    {
        const bool wasRunning = !m_hasEnded;
        m_hasEnded = true;
        m_active = false;
        m_socket->disconnect(this);
        m_socket->abort();
        return wasRunning;
    }

    void giveUpLate()
    {
        if (m_active && m_asked.hasExpired(m_prober.m_options.timeout.count()))
            fail(ProberText::tr("no answer in time"));
    }

private:
    QSslSocket *tls() const { return static_cast<QSslSocket *>(m_socket.get()); }

    void trust(const QByteArray &authorities)
    {
        if (authorities.isEmpty())
            return;
        QSslConfiguration configuration = tls()->sslConfiguration();
        configuration.addCaCertificates(QSslCertificate::fromData(authorities));
        tls()->setSslConfiguration(configuration);
    }

    void send()
    {
        if (m_hasEnded)
            return;
        m_active = true;
        m_received = false;
        m_asked.start();
        if (m_socket->state() == QAbstractSocket::ConnectedState) {
            write();
            return;
        }
        const Options &options = m_prober.m_options;
        const bool elsewhere = !options.connectHost.isEmpty();
        const QString host = elsewhere ? options.connectHost : options.gateway.host();
        const int standard = m_secure ? 443 : 80;
        const auto port = elsewhere ? options.connectPort : quint16(options.gateway.port(standard));
        if (m_secure)
            tls()->connectToHostEncrypted(host, port,
                                          options.serverName.isEmpty() ? options.gateway.host() : options.serverName);
        else
            m_socket->connectToHost(host, port);
        m_isNew = true;
    }

    void write()
    {
        if (!m_active)
            return;
        if (m_isNew) {
            ++m_prober.m_opened;
            m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        }
        m_isNew = false;
        QByteArray text = m_request.method + ' ' + m_request.target + " HTTP/1.1\r\n" + m_request.headers;
        if (!m_request.body.isEmpty())
            text += "Content-Length: " + QByteArray::number(m_request.body.size()) + "\r\n";
        text += "\r\n" + m_request.body;
        begin();
        m_clock.start();
        m_socket->write(text);
    }

    void begin()
    {
        m_parser.emplace();
        m_parser->eager(true);
        m_parser->body_limit(largestBody);
        m_parser->skip(m_request.method == "HEAD");
    }

    void read()
    {
        const QByteArray read = m_socket->readAll();
        m_buffer = m_buffer.isEmpty() ? read : m_buffer + read;
        while (m_active && !m_buffer.isEmpty()) {
            boost::beast::error_code fault;
            const std::size_t used =
                m_parser->put(boost::asio::buffer(m_buffer.constData(), std::size_t(m_buffer.size())), fault);
            m_buffer = used == std::size_t(m_buffer.size()) ? QByteArray() : m_buffer.sliced(qsizetype(used));
            m_received = true;
            if (fault == http::error::need_more)
                return;
            if (fault) {
                fail(ProberText::tr("no HTTP answer: %1").arg(QString::fromStdString(fault.message())));
                return;
            }
            if (m_parser->is_done())
                done();
            else if (used == 0)
                return;
        }
    }

    void done()
    {
        const auto &message = m_parser->get();
        if (message.result_int() < 200) {
            begin(); // an interim answer; the real one follows
            return;
        }
        ProbeAnswer answer;
        answer.status = int(message.result_int());
        const auto header = message.find(m_prober.m_options.header.constData());
        answer.hasHeader = header != message.end();
        if (answer.hasHeader)
            answer.header = QByteArray(header->value().data(), qsizetype(header->value().size()));
        answer.bodySize = qint64(message.body().size());
        answer.body = QByteArray::fromStdString(message.body().substr(0, m_prober.m_options.keptBody));
        if (m_prober.m_options.keepHeaders) {
            for (const auto &field : message)
                answer.headers.append({QByteArray(field.name_string().data(), qsizetype(field.name_string().size())),
                                       QByteArray(field.value().data(), qsizetype(field.value().size()))});
        }
        const bool keep = message.keep_alive();
        report(answer, keep);
    }

    void disconnected()
    {
        if (!m_active) {
            m_prober.m_closedEarly += m_sent > 0 && m_sent < keptAlive ? 1 : 0;
            m_sent = 0;
            return;
        }
        if (m_parser && m_received && !m_parser->is_done()) {
            boost::beast::error_code fault;
            m_parser->put_eof(fault);
            if (!fault && m_parser->is_done()) {
                done();
                return;
            }
        }
        fail(ProberText::tr("the gateway closed the connection"));
    }

    void fail(const QString &reason)
    {
        if (!m_active)
            return;
        ProbeAnswer answer;
        answer.fault = reason;
        report(answer, false);
    }

    void report(ProbeAnswer answer, bool keep)
    {
        m_active = false;
        answer.id = m_request.id;
        answer.microseconds = m_clock.isValid() ? m_clock.nsecsElapsed() / 1000 : 0;
        m_clock.invalidate();
        ++m_sent;
        if (!keep) {
            m_prober.m_closedEarly += answer.status > 0 && m_sent < keptAlive ? 1 : 0;
            m_sent = 0;
            m_socket->abort();
            m_buffer.clear();
        }
        const bool failed = answer.status == 0;
        Q_EMIT m_prober.answered(answer);
        // A connection that fails at once must not pile up on the stack; an answer takes its turn through the socket.
        if (failed || !keep)
            QTimer::singleShot(failed ? restBetweenTries : 0, this, &Connection::next);
        else
            next();
    }

    Prober &m_prober;
    const bool m_secure;
    std::unique_ptr<QTcpSocket> m_socket; ///< a QSslSocket where it is secure
    QElapsedTimer m_asked;                ///< since the connection was begun, or the request was written
    QElapsedTimer m_clock;                ///< since the request was written
    QByteArray m_buffer;
    std::optional<http::response_parser<http::string_body>> m_parser;
    ProbeRequest m_request;
    bool m_active = false;
    bool m_received = false;
    bool m_isNew = false;
    bool m_hasEnded = false;
    int m_sent = 0; ///< over this connection
};

Prober::Prober(Options options, Source source, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_source(std::move(source))
{
}

Prober::~Prober()
{
    for (const auto &connection : m_connections)
        connection->abandon();
}

void Prober::start()
{
    m_clock.start();
    connect(&m_sweep, &QTimer::timeout, this, [this] {
        for (const auto &connection : m_connections)
            connection->giveUpLate();
    });
    m_sweep.start(std::min(sweepEvery, m_options.timeout / 4));
    m_running = m_options.connections;
    for (int i = 0; i < m_options.connections; ++i)
        m_connections.push_back(std::make_unique<Connection>(*this));
    for (const auto &connection : m_connections)
        QTimer::singleShot(0, connection.get(), &Connection::next);
}

void Prober::stop()
{
    for (const auto &connection : m_connections) {
        if (connection->abandon())
            QTimer::singleShot(0, this, &Prober::ended);
    }
}

std::chrono::nanoseconds Prober::pauseBeforeNext()
{
    using namespace std::chrono_literals;
    const double drawn = m_options.jitter ? QRandomGenerator::global()->generateDouble() : 0.5;
    if (m_options.rate == 0)
        return m_options.jitter && drawn < 0.1 ? 1ms + std::chrono::nanoseconds(qint64(3e7 * drawn)) : 0ns;
    // Each has its place in time, whichever connection sends it; with jitter half of the gaps are longer, half shorter.
    const std::chrono::nanoseconds now(m_clock.nsecsElapsed());
    const std::chrono::nanoseconds gap(qint64(2e9 * drawn / m_options.rate));
    const std::chrono::nanoseconds due = std::max(now, m_due);
    m_due = due + gap;
    return due - now;
}

void Prober::ended()
{
    if (--m_running > 0)
        return;
    m_sweep.stop();
    Q_EMIT finished();
}

} // namespace sluice
