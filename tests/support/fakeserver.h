// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace sluice::test {

/// A server that answers as it is told, counts what reaches it, and may as well say nothing.
class FakeServer : public QObject
{
public:
    struct Answer
    {
        QByteArray bytes;   ///< the whole answer, status line and all
        bool close = false; ///< and then the connection is closed
    };
    using Script = std::function<Answer(const QByteArray &requestLine)>;

    explicit FakeServer(Script script)
        : m_script(std::move(script))
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                serve(socket);
        });
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }
    /// Request lines in the order in which they came.
    const QList<QByteArray> &requests() const { return m_requests; }
    qsizetype count(const QByteArray &beginning) const
    {
        return std::count_if(m_requests.begin(), m_requests.end(),
                             [&](const QByteArray &line) { return line.startsWith(beginning); });
    }

    static Answer json(const QByteArray &body, const QByteArray &status = "200 OK")
    {
        return {"HTTP/1.1 " + status +
                    "\r\nServer: APISIX/3.18.0\r\nContent-Type: application/json\r\nContent-Length: " +
                    QByteArray::number(body.size()) + "\r\n\r\n" + body,
                false};
    }
    static Answer html(const QByteArray &status, const QByteArray &extra = {})
    {
        const QByteArray body = "<html><body>" + status + "</body></html>";
        return {"HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\n" + extra +
                    "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body,
                false};
    }

private:
    void serve(QTcpSocket *socket)
    {
        auto *received = new QByteArray;
        connect(socket, &QObject::destroyed, this, [received] { delete received; });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, received] {
            *received += socket->readAll();
            while (takeOne(*received)) {
                const Answer answer = m_script(m_requests.last());
                socket->write(answer.bytes);
                if (answer.close)
                    socket->disconnectFromHost();
            }
        });
    }

    bool takeOne(QByteArray &received)
    {
        const qsizetype end = received.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        qsizetype length = 0;
        const QList<QByteArray> lines = received.left(end).split('\n');
        for (const QByteArray &line : lines) {
            if (line.toLower().startsWith("content-length:"))
                length = line.mid(15).trimmed().toLongLong();
        }
        if (received.size() < end + 4 + length)
            return false;
        m_requests.append(lines.first().trimmed());
        received.remove(0, end + 4 + length);
        return true;
    }

    QTcpServer m_server;
    Script m_script;
    QList<QByteArray> m_requests;
};

} // namespace sluice::test
