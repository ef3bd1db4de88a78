// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/admin/adminapi.h"

#include <QEventLoop>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <array>
#include <functional>

namespace sluice::test {

/// The Admin API of one gateway for two clients, each with a port of its own. What a client sends waits at the gate
/// until the test lets it through, so that every order of their requests can be played, always the same way.
class GatedGateway : public QObject
{
public:
    static constexpr const char *key = "gated";

    GatedGateway()
        : m_admin(m_store, {key, {}})
    {
        for (std::size_t client = 0; client < m_gates.size(); ++client) {
            Gate &gate = m_gates[client];
            gate.server.listen(QHostAddress::LocalHost);
            connect(&gate.server, &QTcpServer::newConnection, this, [this, &gate] {
                while (QTcpSocket *socket = gate.server.nextPendingConnection())
                    serve(gate, socket);
            });
        }
    }

    QUrl url(int client) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_gates[std::size_t(client)].server.serverPort()));
    }
    simulator::ConfigStore &store() { return m_store; }
    void put(simulator::Collection collection, const char *id, QJsonObject value)
    {
        value[QStringLiteral("id")] = QString::fromLatin1(id);
        const auto stored = m_store.put(collection, id, value);
        if (!stored)
            qFatal("%s", qPrintable(stored.error().reason));
    }

    /// Without a gate everything passes at once.
    void setOpen(bool open)
    {
        m_open = open;
        for (Gate &gate : m_gates)
            gate.lostWrite.clear();
    }
    /// Whatever this client sends from now on is cut off before it has an effect, as if the client had been killed.
    void setDead(int client, bool dead) { m_gates[std::size_t(client)].dead = dead; }
    bool isWaiting(int client) const { return m_gates[std::size_t(client)].waiting; }
    void pass(int client) { answer(m_gates[std::size_t(client)]); }
    /// It has its effect, and the connection is closed without an answer.
    void lose(int client)
    {
        m_gates[std::size_t(client)].lost = true;
        pass(client);
    }
    /// PUTs and PATCHes that were sent again, byte for byte, after their answer was lost.
    int repeatedWrites() const { return m_repeated; }
    /// Called when something has come to a gate.
    std::function<void()> arrived;

private:
    struct Gate
    {
        QTcpServer server;
        QPointer<QTcpSocket> socket;
        simulator::Request request;
        bool waiting = false;
        bool dead = false;
        bool lost = false;
        std::string lostWrite;
    };

    void serve(Gate &gate, QTcpSocket *socket)
    {
        auto received = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, &gate, socket, received] {
            *received += socket->readAll();
            if (!take(*received, gate.request))
                return;
            gate.socket = socket;
            gate.waiting = true;
            if (m_open || gate.dead)
                answer(gate);
            else if (arrived)
                arrived();
        });
    }

    static bool take(QByteArray &received, simulator::Request &request)
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
        const QList<QByteArray> words = lines.first().trimmed().split(' ');
        request = {};
        request.method = words.value(0).toStdString();
        request.target = words.value(1).toStdString();
        request.headers = {{"X-API-KEY", key}};
        request.body = received.mid(end + 4, length).toStdString();
        received.remove(0, end + 4 + length);
        return true;
    }

    void answer(Gate &gate)
    {
        gate.waiting = false;
        if (!gate.socket)
            return;
        if (gate.dead) {
            gate.socket->abort();
            return;
        }
        const std::string &method = gate.request.method;
        const std::string write = method + gate.request.target + gate.request.body;
        if (method == "PUT" || method == "PATCH")
            m_repeated += write == gate.lostWrite ? 1 : 0;
        const simulator::Response response = m_admin.handle(gate.request);
        if (std::exchange(gate.lost, false)) {
            gate.lostWrite = write;
            gate.socket->disconnectFromHost();
            return;
        }
        QByteArray bytes = "HTTP/1.1 " + QByteArray::number(response.status) +
                           " x\r\nContent-Length: " + QByteArray::number(qsizetype(response.body.size())) + "\r\n";
        for (const auto &[name, value] : response.headers)
            bytes += QByteArray::fromStdString(name + ": " + value + "\r\n");
        gate.socket->write(bytes + "\r\n" + QByteArray::fromStdString(response.body));
    }

    simulator::ConfigStore m_store;
    simulator::AdminApi m_admin;
    std::array<Gate, 2> m_gates;
    bool m_open = true;
    int m_repeated = 0;
};

} // namespace sluice::test
