// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/net/socket.h"

#include <chrono>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace sluice::simulator {

struct Forward;
class UpstreamPool;

/// A connection to a node. While it is idle it watches itself: whatever arrives then ends it.
class UpstreamLink final : public EventLoop::Watcher
{
public:
    UpstreamLink(EventLoop &loop, int descriptor, EventLoop::Watcher *watcher)
        : socket(loop, descriptor, watcher)
    {
    }
    void ready(std::uint32_t events) override;

    Socket socket;

private:
    friend class UpstreamPool;
    UpstreamPool *m_pool = nullptr;
    const std::string *m_key = nullptr;
    unsigned m_requests = 0;
    std::chrono::steady_clock::time_point m_idleUntil;
};

/// Idle connections to nodes, by address; one pool a worker thread.
class UpstreamPool
{
public:
    explicit UpstreamPool(EventLoop &loop);
    ~UpstreamPool();
    UpstreamPool(const UpstreamPool &) = delete;
    UpstreamPool &operator=(const UpstreamPool &) = delete;

    /// Null where none is idle.
    std::unique_ptr<UpstreamLink> take(const std::string &key, EventLoop::Watcher *watcher);
    /// After a request: kept within the limits (keepalive_pool of the upstream), else closed.
    void give(const std::string &key, std::unique_ptr<UpstreamLink> link, const Forward &limits);
    void clear(const std::string &key) { m_idle.erase(key); }

private:
    friend class UpstreamLink;
    void drop(const UpstreamLink *link);
    void sweep();

    EventLoop &m_loop;
    EventLoop::TimerId m_sweep = 0;
    std::unordered_map<std::string, std::vector<std::unique_ptr<UpstreamLink>>> m_idle;
};

} // namespace sluice::simulator
