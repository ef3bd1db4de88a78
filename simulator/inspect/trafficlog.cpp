// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/inspect/trafficlog.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

constexpr std::size_t newestKept = 200;

QJsonValue text(const std::string &value)
{
    return QString::fromStdString(value);
}

} // namespace

void TrafficLog::add(const TrafficEntry &entry)
{
    const std::scoped_lock lock(m_mutex);
    Count &count = m_counts[{entry.run, entry.route, entry.rule, entry.upstream}];
    ++count.requests;
    ++count.byStatus[entry.status];
    m_newest.push_back(entry);
    if (m_newest.size() > newestKept)
        m_newest.pop_front();
}

void TrafficLog::reset()
{
    const std::scoped_lock lock(m_mutex);
    m_counts.clear();
    m_newest.clear();
}

QJsonObject TrafficLog::toJson(const std::string &run) const
{
    const std::scoped_lock lock(m_mutex);
    qint64 total = 0;
    QJsonArray routes;
    for (const auto &[key, count] : m_counts) {
        if (!run.empty() && key.run != run)
            continue;
        QJsonObject statuses;
        for (const auto &[status, requests] : count.byStatus)
            statuses.insert(QString::number(status), static_cast<qint64>(requests));
        routes.append(QJsonObject{{u"run"_s, text(key.run)},
                                  {u"route"_s, text(key.route)},
                                  {u"rule"_s, text(key.rule)},
                                  {u"upstream"_s, text(key.upstream)},
                                  {u"requests"_s, static_cast<qint64>(count.requests)},
                                  {u"status"_s, statuses}});
        total += static_cast<qint64>(count.requests);
    }
    QJsonArray newest;
    for (auto entry = m_newest.rbegin(); entry != m_newest.rend(); ++entry) {
        if (!run.empty() && entry->run != run)
            continue;
        newest.append(QJsonObject{{u"method"_s, text(entry->method)},
                                  {u"path"_s, text(entry->path)},
                                  {u"route"_s, text(entry->route)},
                                  {u"rule"_s, text(entry->rule)},
                                  {u"upstream"_s, text(entry->upstream)},
                                  {u"node"_s, text(entry->node)},
                                  {u"status"_s, entry->status},
                                  {u"microseconds"_s, static_cast<qint64>(entry->microseconds)}});
    }
    return {{u"total"_s, total}, {u"routes"_s, routes}, {u"newest"_s, newest}};
}

} // namespace sluice::simulator
