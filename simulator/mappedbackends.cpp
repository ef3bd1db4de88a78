// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/mappedbackends.h"

namespace sluice::simulator {

namespace {

std::string nodeName(const std::string &host, std::uint16_t port)
{
    return host + ':' + std::to_string(port);
}

} // namespace

MappedBackends::MappedBackends(const QMap<QString, QString> &places)
{
    for (auto it = places.begin(); it != places.end(); ++it) {
        const qsizetype colon = it->lastIndexOf(u':');
        m_places[it.key().toStdString()] = {it->left(colon).toStdString(), it->sliced(colon + 1).toUShort()};
    }
}

std::pair<std::string, std::uint16_t> MappedBackends::locate(const std::string &host, std::uint16_t port)
{
    const auto found = m_places.find(nodeName(host, port));
    return found == m_places.end() ? m_others.locate(host, port) : found->second;
}

bool MappedBackends::speaksPlainly(const std::string &host, std::uint16_t port) const
{
    return !m_places.contains(nodeName(host, port));
}

} // namespace sluice::simulator
