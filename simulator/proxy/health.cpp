// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/proxy/health.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

std::set<int> statuses(const QJsonObject &conf, std::set<int> fallback)
{
    if (!conf.contains("http_statuses"_L1))
        return fallback;
    std::set<int> result;
    const QJsonArray list = conf.value("http_statuses"_L1).toArray();
    for (const QJsonValue &status : list)
        result.insert(status.toInt());
    return result;
}

unsigned number(const QJsonObject &conf, QLatin1StringView name, int fallback)
{
    return static_cast<unsigned>(conf.value(name).toInt(fallback));
}

std::chrono::milliseconds seconds(const QJsonValue &value, double fallback)
{
    return std::chrono::milliseconds(static_cast<std::int64_t>(value.toDouble(fallback) * 1000));
}

HealthLimits activeLimits(const QJsonObject &active)
{
    const QJsonObject good = active.value("healthy"_L1).toObject();
    const QJsonObject bad = active.value("unhealthy"_L1).toObject();
    return {.successes = number(good, "successes"_L1, 2),
            .httpFailures = number(bad, "http_failures"_L1, 5),
            .tcpFailures = number(bad, "tcp_failures"_L1, 2),
            .timeouts = number(bad, "timeouts"_L1, 3),
            .healthyStatuses = statuses(good, {200, 302}),
            .unhealthyStatuses = statuses(bad, {429, 404, 500, 501, 502, 503, 504, 505})};
}

HealthLimits passiveLimits(const QJsonObject &passive)
{
    const QJsonObject good = passive.value("healthy"_L1).toObject();
    const QJsonObject bad = passive.value("unhealthy"_L1).toObject();
    std::set<int> fine{226};
    for (int status = 200; status <= 208; ++status)
        fine.insert(status);
    for (int status = 300; status <= 308; ++status)
        fine.insert(status);
    return {.successes = number(good, "successes"_L1, 5),
            .httpFailures = number(bad, "http_failures"_L1, 5),
            .tcpFailures = number(bad, "tcp_failures"_L1, 2),
            .timeouts = number(bad, "timeouts"_L1, 7),
            .healthyStatuses = statuses(good, fine),
            .unhealthyStatuses = statuses(bad, {429, 500, 503})};
}

ActiveCheck activeCheck(const QJsonObject &conf)
{
    ActiveCheck check;
    check.type = conf.value("type"_L1).toString(u"http"_s).toStdString();
    check.timeout = seconds(conf.value("timeout"_L1), 1);
    check.host = conf.value("host"_L1).toString().toStdString();
    check.port = static_cast<std::uint16_t>(conf.value("port"_L1).toInt());
    check.method = conf.value("http_method"_L1).toString(u"GET"_s).toStdString();
    check.path = conf.value("http_path"_L1).toString(u"/"_s).toStdString();
    check.body = conf.value("http_req_body"_L1).toString().toStdString();
    check.verify = conf.value("https_verify_certificate"_L1).toBool(true);
    const QJsonArray headers = conf.value("req_headers"_L1).toArray();
    for (const QJsonValue &header : headers)
        check.headers.push_back(header.toString().toStdString());
    // Defaults stand only inside objects that are there.
    if (conf.contains("healthy"_L1))
        check.healthyInterval = seconds(conf.value("healthy"_L1).toObject().value("interval"_L1), 1);
    if (conf.contains("unhealthy"_L1))
        check.unhealthyInterval = seconds(conf.value("unhealthy"_L1).toObject().value("interval"_L1), 1);
    return check;
}

QString stateName(HealthRecord::State state)
{
    switch (state) {
    case HealthRecord::State::Healthy:
        return u"healthy"_s;
    case HealthRecord::State::MostlyHealthy:
        return u"mostly_healthy"_s;
    case HealthRecord::State::MostlyUnhealthy:
        return u"mostly_unhealthy"_s;
    case HealthRecord::State::Unhealthy:
        break;
    }
    return u"unhealthy"_s;
}

} // namespace

unsigned HealthLimits::of(Sighting sighting) const
{
    switch (sighting) {
    case Sighting::Success:
        return successes;
    case Sighting::HttpFailure:
        return httpFailures;
    case Sighting::TcpFailure:
        return tcpFailures;
    case Sighting::Timeout:
        break;
    }
    return timeouts;
}

std::optional<Sighting> HealthLimits::judge(int status) const
{
    if (healthyStatuses.contains(status))
        return Sighting::Success;
    return unhealthyStatuses.contains(status) ? std::optional(Sighting::HttpFailure) : std::nullopt;
}

void HealthRecord::report(Sighting sighting, unsigned limit)
{
    const bool good = sighting == Sighting::Success;
    if (limit == 0 || (good && m_state == State::Healthy))
        return;
    unsigned reached = 0;
    if (good) {
        m_counters = {.success = m_counters.success + 1};
        reached = m_counters.success;
    } else {
        m_counters.success = 0;
        unsigned &counter = sighting == Sighting::HttpFailure  ? m_counters.httpFailure
                            : sighting == Sighting::TcpFailure ? m_counters.tcpFailure
                                                               : m_counters.timeoutFailure;
        reached = ++counter;
    }
    if (reached >= limit) {
        const State end = good ? State::Healthy : State::Unhealthy;
        if (m_state != end)
            m_counters = {};
        m_state = end;
    } else if (good && m_state == State::Unhealthy) {
        m_state = State::MostlyUnhealthy;
    } else if (!good && m_state == State::Healthy) {
        m_state = State::MostlyHealthy;
    }
}

UpstreamHealth::UpstreamHealth(std::string name, const QJsonObject &checks,
                               std::vector<std::pair<std::string, std::uint16_t>> nodes)
    : m_name(std::move(name))
    , m_nodes(std::move(nodes))
    , m_active(activeCheck(checks.value("active"_L1).toObject()))
    , m_activeLimits(activeLimits(checks.value("active"_L1).toObject()))
    , m_records(m_nodes.size())
    , m_up(std::make_unique<std::atomic<bool>[]>(m_nodes.size()))
{
    if (checks.contains("passive"_L1))
        m_passiveLimits = passiveLimits(checks.value("passive"_L1).toObject());
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
        m_up[i] = true; // healthy until proven otherwise
}

void UpstreamHealth::report(std::size_t node, const HealthLimits &limits, Sighting sighting)
{
    const std::scoped_lock lock(m_mutex);
    m_records[node].report(sighting, limits.of(sighting));
    m_up[node] = m_records[node].isUp();
}

void UpstreamHealth::requestAnswered(std::size_t node, int status)
{
    if (!m_passiveLimits)
        return;
    if (const auto sighting = m_passiveLimits->judge(status))
        report(node, *m_passiveLimits, *sighting);
}

void UpstreamHealth::requestFailed(std::size_t node, bool timedOut)
{
    if (m_passiveLimits)
        report(node, *m_passiveLimits, timedOut ? Sighting::Timeout : Sighting::TcpFailure);
}

void UpstreamHealth::probeAnswered(std::size_t node, int status)
{
    if (const auto sighting = m_activeLimits.judge(status))
        report(node, m_activeLimits, *sighting);
}

void UpstreamHealth::probed(std::size_t node, Sighting sighting)
{
    report(node, m_activeLimits, sighting);
}

void UpstreamHealth::use()
{
    std::int64_t never = 0;
    if (m_firstUse.load(std::memory_order_relaxed) == 0)
        m_firstUse.compare_exchange_strong(never, std::chrono::steady_clock::now().time_since_epoch().count());
}

bool UpstreamHealth::isSetUp(std::chrono::steady_clock::time_point now) const
{
    const std::int64_t first = m_firstUse.load();
    const std::chrono::steady_clock::time_point began{std::chrono::steady_clock::duration(first)};
    return first != 0 && now - began >= std::chrono::seconds(1);
}

QJsonObject UpstreamHealth::toJson() const
{
    const std::scoped_lock lock(m_mutex);
    QJsonArray nodes;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const HealthRecord::Counters &counters = m_records[i].counters();
        const QString host = QString::fromStdString(m_nodes[i].first);
        nodes.append(QJsonObject{
            {u"ip"_s, host},
            {u"hostname"_s, host},
            {u"port"_s, m_active.port != 0 ? m_active.port : m_nodes[i].second},
            {u"status"_s, stateName(m_records[i].state())},
            {u"counter"_s, QJsonObject{{u"success"_s, static_cast<int>(counters.success)},
                                       {u"http_failure"_s, static_cast<int>(counters.httpFailure)},
                                       {u"tcp_failure"_s, static_cast<int>(counters.tcpFailure)},
                                       {u"timeout_failure"_s, static_cast<int>(counters.timeoutFailure)}}}});
    }
    return {{u"name"_s, QString::fromStdString(m_name)},
            {u"type"_s, QString::fromStdString(m_active.type)},
            {u"nodes"_s, nodes}};
}

} // namespace sluice::simulator
