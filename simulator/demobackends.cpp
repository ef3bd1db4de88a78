// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/demobackends.h"

#include "simulator/admin/luajson.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

// Its clients are the gateway's workers, which keep idle connections for a minute, and as many as they like.
constexpr PlainServerLimits limitsForGateways{.patience = std::chrono::minutes(5), .connections = 100000};

} // namespace

DemoBackends::DemoBackends()
    : m_server([this](const Request &request, const QHostAddress &local,
                      std::uint16_t port) { return echo(request, local, port); },
               limitsForGateways)
{
}

std::pair<std::string, std::uint16_t> DemoBackends::locate(const std::string &host, std::uint16_t port)
{
    const std::string name = host + ':' + std::to_string(port);
    const std::scoped_lock lock(m_mutex);
    Place &place = m_places[name];
    if (place.port == 0) {
        const auto number = static_cast<quint32>(m_places.size() + 1);
        QHostAddress address(QHostAddress(u"127.0.0.0"_s).toIPv4Address() + 1 + number % 65000);
        auto taken = m_server.listen(address, 0);
        if (!taken) { // a system with one loopback address only
            address = QHostAddress(QHostAddress::LocalHost);
            taken = m_server.listen(address, 0);
        }
        if (!taken)
            return {host, port};
        place = {address.toString().toStdString(), *taken};
        m_names[{place.address, place.port}] = name;
    }
    return {place.address, place.port};
}

Response DemoBackends::echo(const Request &request, const QHostAddress &local, std::uint16_t port) const
{
    std::string name;
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_names.find({local.toString().toStdString(), port});
        if (found != m_names.end())
            name = found->second;
    }
    QJsonObject headers;
    for (const auto &[header, value] : request.headers)
        headers.insert(QString::fromStdString(header), QString::fromStdString(value));
    const QJsonObject body{
        {u"backend"_s, QString::fromStdString(name)},
        {u"method"_s, QString::fromStdString(request.method)},
        {u"uri"_s, QString::fromStdString(request.target)},
        {u"headers"_s, headers},
        {u"bodySize"_s, static_cast<qint64>(request.bodyTooLarge ? request.declaredLength : request.body.size())}};
    return {200, {{"Content-Type", "application/json"}, {"X-Backend", name}}, encodeJson(body) + '\n', false};
}

} // namespace sluice::simulator
