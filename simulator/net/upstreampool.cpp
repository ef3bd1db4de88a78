// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/net/upstreampool.h"

#include "simulator/proxy/transaction.h"

#include <algorithm>

namespace sluice::simulator {

namespace {

// One timer for all: an idle time-out is kept to within this.
constexpr std::chrono::seconds sweepInterval{1};

} // namespace

void UpstreamLink::ready(std::uint32_t /*events*/)
{
    m_pool->drop(this);
}

UpstreamPool::UpstreamPool(EventLoop &loop)
    : m_loop(loop)
{
}

UpstreamPool::~UpstreamPool() = default;

std::unique_ptr<UpstreamLink> UpstreamPool::take(const std::string &key, EventLoop::Watcher *watcher)
{
    const auto found = m_idle.find(key);
    if (found == m_idle.end() || found->second.empty())
        return nullptr;
    std::unique_ptr<UpstreamLink> link = std::move(found->second.back());
    found->second.pop_back();
    link->socket.setWatcher(watcher);
    return link;
}

void UpstreamPool::give(const std::string &key, std::unique_ptr<UpstreamLink> link, const Forward &limits)
{
    if (++link->m_requests >= limits.keepaliveRequests)
        return;
    auto &[kept, list] = *m_idle.try_emplace(key).first;
    if (list.size() >= limits.keepaliveSize)
        return;
    link->m_pool = this;
    link->m_key = &kept;
    link->m_idleUntil = std::chrono::steady_clock::now() + limits.keepaliveIdle;
    link->socket.setWatcher(link.get());
    link->socket.setReading(true);
    list.push_back(std::move(link));
    if (m_sweep == 0)
        m_sweep = m_loop.after(sweepInterval, [this] { sweep(); });
}

void UpstreamPool::drop(const UpstreamLink *link)
{
    auto &list = m_idle.find(*link->m_key)->second;
    std::erase_if(list, [&](const auto &other) { return other.get() == link; });
}

void UpstreamPool::sweep()
{
    const auto now = std::chrono::steady_clock::now();
    for (auto &[key, list] : m_idle)
        std::erase_if(list, [&](const auto &link) { return link->m_idleUntil <= now; });
    std::erase_if(m_idle, [](const auto &entry) { return entry.second.empty(); });
    m_sweep = m_idle.empty() ? 0 : m_loop.after(sweepInterval, [this] { sweep(); });
}

} // namespace sluice::simulator
