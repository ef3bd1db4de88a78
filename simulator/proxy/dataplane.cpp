// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/proxy/dataplane.h"

#include <QJsonArray>

namespace sluice::simulator {

Dataplane::Dataplane(DataplaneOptions options)
    : m_options(std::move(options))
    , m_pending(std::make_shared<Snapshot>())
{
}

void Dataplane::apply(const SnapshotPtr &snapshot)
{
    const std::scoped_lock lock(m_mutex);
    m_pending = snapshot;
}

std::shared_ptr<const RuntimeConfig> Dataplane::runtime()
{
    const std::scoped_lock lock(m_mutex);
    if (m_pending) {
        m_runtime = std::make_shared<const RuntimeConfig>(
            std::move(m_pending), RuntimeOptions{m_options.emulateWorkers, m_options.randomStart}, m_runtime);
        m_pending = nullptr;
    }
    return m_runtime;
}

std::vector<std::shared_ptr<UpstreamHealth>> Dataplane::checkedUpstreams()
{
    return runtime()->checkedUpstreams();
}

QJsonArray Dataplane::healthPage()
{
    std::map<std::string, QJsonObject> pages;
    for (const auto &health : checkedUpstreams()) {
        if (health->isSetUp(std::chrono::steady_clock::now()))
            pages.try_emplace(health->name(), health->toJson());
    }
    QJsonArray list;
    for (const auto &[name, page] : pages)
        list.append(page);
    return list;
}

std::vector<NodeHealth> Dataplane::nodeHealth()
{
    std::vector<NodeHealth> result;
    for (const auto &health : checkedUpstreams()) {
        if (!health->isSetUp(std::chrono::steady_clock::now()))
            continue;
        for (std::size_t i = 0; i < health->nodes().size(); ++i)
            result.push_back({health->name(), health->nodes()[i].first, health->nodes()[i].second, health->isUp(i)});
    }
    return result;
}

void Dataplane::setFault(const std::string &upstream, OrderedFault fault)
{
    const std::scoped_lock lock(m_faultMutex);
    m_faults[upstream] = fault;
    m_hasFaults = true;
}

bool Dataplane::removeFault(const std::string &upstream)
{
    const std::scoped_lock lock(m_faultMutex);
    const bool removed = m_faults.erase(upstream) > 0;
    m_hasFaults = !m_faults.empty();
    return removed;
}

std::map<std::string, OrderedFault> Dataplane::faults() const
{
    const std::scoped_lock lock(m_faultMutex);
    return m_faults;
}

OrderedFault Dataplane::fault(const std::string &upstream) const
{
    if (!m_hasFaults)
        return {};
    const std::scoped_lock lock(m_faultMutex);
    const auto found = m_faults.find(upstream);
    return found == m_faults.end() ? OrderedFault{} : found->second;
}

} // namespace sluice::simulator
