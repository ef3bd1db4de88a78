// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/net/eventloop.h"
#include "simulator/net/tlscontexts.h"

#include <map>
#include <memory>
#include <thread>

namespace sluice::simulator {

class Dataplane;
class NodeDirectory;
class UpstreamHealth;

/// Probes the nodes of upstreams with checks, in a thread of its own.
class ActiveChecks
{
public:
    ActiveChecks(Dataplane &dataplane, NodeDirectory &nodes);
    ~ActiveChecks();
    ActiveChecks(const ActiveChecks &) = delete;
    ActiveChecks &operator=(const ActiveChecks &) = delete;

private:
    class Probe;
    using Clock = std::chrono::steady_clock;

    void tick();
    void probeDue(const std::shared_ptr<UpstreamHealth> &health, Clock::time_point now);
    void ended(Probe *probe);

    Dataplane &m_dataplane;
    NodeDirectory &m_nodes;
    EventLoop m_loop;
    TlsClientContexts m_tls;
    std::map<Probe *, std::shared_ptr<Probe>> m_probes;
    std::map<std::pair<const UpstreamHealth *, std::size_t>, Clock::time_point> m_lastProbe;
    std::thread m_thread; ///< last: it uses all others
};

} // namespace sluice::simulator
