// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/net/plainserver.h"
#include "simulator/proxy/nodedirectory.h"

#include <map>
#include <mutex>

namespace sluice::simulator {

/// Echo servers that answer in the place of whatever nodes an upstream names. Each node has a loopback address of its
/// own where the system allows it (127.0.0.2, 127.0.0.3 ...), for APISIX's metrics name a node by its IP alone.
class DemoBackends final : public NodeDirectory
{
public:
    DemoBackends();

    std::pair<std::string, std::uint16_t> locate(const std::string &host, std::uint16_t port) override;
    bool speaksPlainly(const std::string &, std::uint16_t) const override { return true; }

private:
    struct Place
    {
        std::string address;
        std::uint16_t port = 0;
    };
    Response echo(const Request &request, const QHostAddress &local, std::uint16_t port) const;

    mutable std::mutex m_mutex;
    std::map<std::string, Place> m_places;                                ///< by host:port
    std::map<std::pair<std::string, std::uint16_t>, std::string> m_names; ///< back again
    PlainServer m_server;
};

} // namespace sluice::simulator
