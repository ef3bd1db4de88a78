// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <functional>

namespace sluice::test {

/// A node that sees every byte and says whatever it is told to, bytes that no server would say included.
class RawNode : public QTcpServer
{
public:
    /// Called whenever something has arrived on a connection, with everything that has arrived on it so far.
    using Arrived = std::function<void(QTcpSocket &socket, QByteArray &received)>;

    explicit RawNode(Arrived arrived)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, arrived = std::move(arrived)] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                ++connections;
                auto received = std::make_shared<QByteArray>();
                connect(socket, &QTcpSocket::readyRead, this, [socket, received, arrived] {
                    *received += socket->readAll();
                    arrived(*socket, *received);
                });
            }
        });
    }

    QString name() const { return QStringLiteral("127.0.0.1:%1").arg(serverPort()); }
    int connections = 0;
};

/// A client that sends bytes as they are.
class RawClient : public QTcpSocket
{
public:
    explicit RawClient(const QUrl &gateway)
    {
        connectToHost(gateway.host(), static_cast<quint16>(gateway.port()));
        [this] { QTRY_COMPARE(state(), QAbstractSocket::ConnectedState); }();
        connect(this, &QTcpSocket::readyRead, this, [this] { received += readAll(); });
    }

    QByteArray received;
};

} // namespace sluice::test
