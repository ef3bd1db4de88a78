// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/inspect/trafficlog.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <functional>
#include <thread>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

TrafficLog::Part &TrafficLog::own()
{
    static thread_local const std::size_t number = std::hash<std::thread::id>()(std::this_thread::get_id());
    return m_parts[number % m_parts.size()];
}

// For part.key. Clients choose the names of their runs, so there may be any number of them.
TrafficLog::Count &TrafficLog::counter(Part &part)
{
    if (const auto found = part.counts.find(part.key); found != part.counts.end())
        return found->second;
    if (part.counts.size() >= countersKept) {
        part.counts.erase(std::min_element(part.counts.begin(), part.counts.end(),
                                           [](const auto &a, const auto &b) { return a.second.last < b.second.last; }));
    }
    return part.counts[part.key];
}

void TrafficLog::add(const TrafficEntry &entry)
{
    Part &part = own();
    const std::scoped_lock lock(part.mutex);
    part.key.clear();
    for (const std::string *piece : {&entry.run, &entry.route, &entry.rule, &entry.upstream})
        part.key.append(*piece).push_back('\n');
    Count &count = counter(part);
    ++count.requests;
    count.last = ++part.requests;
    ++count.byStatus[entry.status];
    if (part.newest.size() < newestKept)
        part.newest.push_back(entry);
    else
        part.newest[part.next] = entry; // into the memory of the oldest
    part.next = (part.next + 1) % newestKept;
}

void TrafficLog::reset()
{
    for (Part &part : m_parts) {
        const std::scoped_lock lock(part.mutex);
        part.counts.clear();
        part.newest.clear();
        part.next = 0;
    }
}

QJsonObject TrafficLog::counters(const std::string &run) const
{
    std::map<std::string, Count> sums;
    for (const Part &part : m_parts) {
        const std::scoped_lock lock(part.mutex);
        for (const auto &[key, count] : part.counts) {
            Count &sum = sums[key];
            sum.requests += count.requests;
            for (const auto &[status, requests] : count.byStatus)
                sum.byStatus[status] += requests;
        }
    }
    qint64 total = 0;
    QJsonArray routes;
    for (const auto &[key, count] : sums) {
        const QStringList pieces = QString::fromStdString(key).split(u'\n');
        if (!run.empty() && pieces.at(0).toStdString() != run)
            continue;
        QJsonObject statuses;
        for (const auto &[status, requests] : count.byStatus)
            statuses.insert(QString::number(status), static_cast<qint64>(requests));
        routes.append(QJsonObject{{u"run"_s, pieces.at(0)},
                                  {u"route"_s, pieces.at(1)},
                                  {u"rule"_s, pieces.at(2)},
                                  {u"upstream"_s, pieces.at(3)},
                                  {u"requests"_s, static_cast<qint64>(count.requests)},
                                  {u"status"_s, statuses}});
        total += static_cast<qint64>(count.requests);
    }
    return {{u"total"_s, total}, {u"routes"_s, routes}};
}

std::vector<TrafficEntry> TrafficLog::newest(const std::string &run) const
{
    std::vector<TrafficEntry> result;
    for (const Part &part : m_parts) {
        const std::scoped_lock lock(part.mutex);
        std::copy_if(part.newest.begin(), part.newest.end(), std::back_inserter(result),
                     [&](const TrafficEntry &entry) { return run.empty() || entry.run == run; });
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const TrafficEntry &a, const TrafficEntry &b) { return a.ended > b.ended; });
    result.resize(std::min(result.size(), newestKept));
    return result;
}

} // namespace sluice::simulator
