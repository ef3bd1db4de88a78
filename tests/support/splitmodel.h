// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/traffic/splitschedule.h"
#include "core/verify/splitstatistics.h"

#include <QRandomGenerator>

#include <cmath>
#include <memory>
#include <vector>

namespace sluice::test {

/// A healthy gateway as design.md 6 describes it, without a network: each worker walks an order of its own that begins
/// anywhere; a connection belongs to one worker; requests of others take places in between.
class SplitModel
{
public:
    struct Setting
    {
        int percentage = 20;
        int workers = 1;
        int connections = 1;
        double others = 0;     ///< requests of others a request of ours, on average
        bool restarts = false; ///< all workers begin anew somewhere in the run, and close their connections
    };

    SplitModel(const Setting &setting, QRandomGenerator &random)
        : m_setting(setting)
        , m_random(random)
    {
        begin();
    }

    /// How many of so many requests land on the target.
    qint64 send(qint64 requests)
    {
        const qint64 restart = m_setting.restarts ? m_random.bounded(requests) : -1;
        qint64 onTarget = 0;
        for (qint64 sent = 0; sent < requests; ++sent) {
            if (sent == restart)
                begin();
            letOthersCall();
            const std::size_t connection = std::size_t(m_random.bounded(int(m_workers.size())));
            onTarget += pick(m_workers[connection]) ? 1 : 0;
        }
        return onTarget;
    }

    /// What the verifier knows of such a run.
    SplitRun run(bool exclusive) const
    {
        return {double(m_setting.percentage), m_setting.workers, m_setting.connections, exclusive, 3,
                m_setting.restarts ? 1 : 0};
    }

private:
    void begin()
    {
        const auto target = std::uint64_t(m_setting.percentage);
        m_orders.clear();
        for (int worker = 0; worker < m_setting.workers; ++worker) {
            // As written: an entry of weight 0 is left out (E3).
            m_orders.push_back(std::make_unique<SplitSchedule>(std::vector<std::uint64_t>{target, 100 - target}));
            const auto skipped = m_random.bounded(quint64(m_orders.back()->period()));
            for (quint64 skip = 0; skip < skipped; ++skip)
                m_orders.back()->next();
        }
        m_workers.clear();
        for (int connection = 0; connection < m_setting.connections; ++connection)
            m_workers.push_back(std::size_t(m_random.bounded(m_setting.workers)));
    }
    bool pick(std::size_t worker)
    {
        if (m_setting.percentage == 0 || m_setting.percentage == 100)
            return m_setting.percentage == 100;
        return m_orders[worker]->next() == 0;
    }
    /// Geometric: as many as a Poisson stream sends between two of ours that come at random times.
    void letOthersCall()
    {
        const double go = m_setting.others / (1 + m_setting.others);
        while (m_setting.others > 0 && m_random.generateDouble() < go)
            pick(std::size_t(m_random.bounded(m_setting.workers)));
    }

    Setting m_setting;
    QRandomGenerator &m_random;
    std::vector<std::unique_ptr<SplitSchedule>> m_orders;
    std::vector<std::size_t> m_workers; ///< of each connection
};

} // namespace sluice::test
