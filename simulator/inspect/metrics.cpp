// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/inspect/metrics.h"

#include "simulator/admin/luajson.h"

#include <QSysInfo>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace sluice::simulator {

namespace {

using Label = std::pair<std::string_view, std::string_view>;

void appendLabel(std::string &out, const Label &label)
{
    if (!out.empty())
        out += ',';
    out += label.first;
    out += "=\"";
    for (const char c : label.second) {
        if (c == '\\' || c == '"')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    out += '"';
}

std::string labelText(std::initializer_list<Label> labels)
{
    std::string out;
    for (const Label &label : labels)
        appendLabel(out, label);
    return out;
}

std::string number(double value)
{
    return numberText(value).toStdString();
}

std::string_view sourceName(ResponseSource source)
{
    switch (source) {
    case ResponseSource::Apisix:
        return "apisix";
    case ResponseSource::Nginx:
        return "nginx";
    case ResponseSource::Upstream:
        break;
    }
    return "upstream";
}

std::string perRequest(std::string_view type, const MeasuredRequest &request)
{
    return labelText({{"type", type},
                      {"route", request.route},
                      {"service", request.service},
                      {"consumer", request.consumer},
                      {"node", request.node},
                      {"request_type", "traditional_http"},
                      {"request_llm_model", ""},
                      {"llm_model", ""}});
}

class MetricsText
{
public:
    void begin(std::string_view name, std::string_view type, std::string_view help)
    {
        m_name = name;
        m_text += "# HELP " + m_name + ' ' + std::string(help) + "\n# TYPE " + m_name + ' ' + std::string(type) + '\n';
    }
    void add(const std::string &labels, double value, std::string_view suffix = {})
    {
        m_text += m_name;
        m_text += suffix;
        if (!labels.empty())
            m_text += '{' + labels + '}';
        m_text += ' ' + number(value) + '\n';
    }
    std::string take() { return std::move(m_text); }

private:
    std::string m_name;
    std::string m_text;
};

void addModifyIndexes(MetricsText &page, const Snapshot &snapshot)
{
    static constexpr std::pair<Collection, const char *> kinds[] = {
        {Collection::Consumers, "consumers"}, {Collection::GlobalRules, "global_rules"}, {Collection::Protos, "protos"},
        {Collection::Routes, "routes"},       {Collection::Services, "services"},        {Collection::Ssls, "ssls"},
        {Collection::Upstreams, "upstreams"},
    };
    std::map<std::string, std::int64_t> values;
    std::int64_t newest = 0;
    for (const auto &[collection, name] : kinds) {
        std::int64_t &value = values[name];
        for (const auto &[id, item] : snapshot[collection])
            value = std::max(value, item->modifiedIndex);
        newest = std::max(newest, value);
    }
    values["max_modify_index"] = newest;
    values["prev_index"] = snapshot.revision;
    values["x_etcd_index"] = snapshot.revision;
    page.begin("apisix_etcd_modify_indexes", "gauge", "Etcd modify index for APISIX keys");
    for (const auto &[key, value] : values)
        page.add(labelText({{"key", key}}), static_cast<double>(value));
}

} // namespace

void Metrics::Histogram::add(double milliseconds)
{
    const auto *bound = std::lower_bound(bounds.begin(), bounds.end(), milliseconds,
                                         [](unsigned limit, double value) { return limit < value; });
    ++counts[static_cast<std::size_t>(bound - bounds.begin())];
    sum += milliseconds;
}

void Metrics::requestEnded(const MeasuredRequest &request)
{
    const std::string status = std::to_string(request.status);
    const std::string labels = labelText({{"code", status},
                                          {"route", request.route},
                                          {"matched_uri", request.matchedUri},
                                          {"matched_host", request.matchedHost},
                                          {"service", request.service},
                                          {"consumer", request.consumer},
                                          {"node", request.node},
                                          {"request_type", "traditional_http"},
                                          {"request_llm_model", ""},
                                          {"llm_model", ""},
                                          {"response_source", sourceName(request.source)}});
    const bool proxied = request.source == ResponseSource::Upstream;
    const std::scoped_lock lock(m_mutex);
    ++m_status[labels];
    m_latency[perRequest("request", request)].add(request.totalMs);
    if (proxied)
        m_latency[perRequest("upstream", request)].add(request.upstreamMs);
    m_latency[perRequest("apisix", request)].add(std::max(request.totalMs - request.upstreamMs, 0.0));
    m_bandwidth[perRequest("ingress", request)] += request.bytesIn;
    m_bandwidth[perRequest("egress", request)] += request.bytesOut;
}

std::string Metrics::text(const Snapshot &snapshot, const std::vector<NodeHealth> &health,
                          std::string_view version) const
{
    MetricsText page;
    const std::scoped_lock lock(m_mutex);
    if (!m_bandwidth.empty())
        page.begin("apisix_bandwidth", "counter", "Total bandwidth in bytes consumed per service in APISIX");
    for (const auto &[labels, bytes] : m_bandwidth)
        page.add(labels, static_cast<double>(bytes));
    addModifyIndexes(page, snapshot);
    page.begin("apisix_etcd_reachable", "gauge", "Config server etcd reachable from APISIX, 0 is unreachable");
    page.add({}, 1);
    if (!m_latency.empty())
        page.begin("apisix_http_latency", "histogram", "HTTP request latency in milliseconds per service in APISIX");
    for (const auto &[labels, histogram] : m_latency) {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
            sum += histogram.counts[i];
            const std::string bound = i < bounds.size() ? std::to_string(bounds[i]) : "+Inf";
            page.add(labels + ",le=\"" + bound + '"', static_cast<double>(sum), "_bucket");
        }
        page.add(labels, static_cast<double>(sum), "_count");
        page.add(labels, histogram.sum, "_sum");
    }
    page.begin("apisix_http_requests_total", "gauge", "The total number of client requests since APISIX started");
    page.add({}, static_cast<double>(totals.requests.load()));
    if (!m_status.empty())
        page.begin("apisix_http_status", "counter", "HTTP status codes per service in APISIX");
    for (const auto &[labels, count] : m_status)
        page.add(labels, static_cast<double>(count));

    const auto accepted = static_cast<double>(totals.accepted.load());
    const auto active = static_cast<double>(totals.active.load());
    const auto busy = static_cast<double>(totals.busy.load());
    page.begin("apisix_nginx_http_current_connections", "gauge", "Number of HTTP connections");
    page.add(labelText({{"state", "accepted"}}), accepted);
    page.add(labelText({{"state", "active"}}), active);
    page.add(labelText({{"state", "handled"}}), accepted);
    page.add(labelText({{"state", "reading"}}), 0);
    page.add(labelText({{"state", "waiting"}}), std::max(active - busy, 0.0));
    page.add(labelText({{"state", "writing"}}), busy);
    page.begin("apisix_nginx_metric_errors_total", "counter", "Number of nginx-lua-prometheus errors");
    page.add({}, 0);
    page.begin("apisix_node_info", "gauge", "Info of APISIX node");
    page.add(labelText({{"hostname", QSysInfo::machineHostName().toStdString()}, {"version", version}}), 1);
    if (!health.empty())
        page.begin("apisix_upstream_status", "gauge", "Upstream status from health check");
    for (const NodeHealth &node : health)
        page.add(labelText({{"name", node.name}, {"ip", node.ip}, {"port", std::to_string(node.port)}}),
                 node.healthy ? 1 : 0);
    return page.take();
}

std::string matchedPattern(const std::vector<std::string> &patterns, std::string_view text, bool hosts)
{
    if (patterns.size() == 1)
        return patterns.front();
    std::string_view best;
    for (const std::string &pattern : patterns) {
        if (pattern == text)
            return pattern;
        const std::size_t star = pattern.find('*');
        if (star == std::string::npos || pattern.size() <= best.size())
            continue;
        const std::string_view rest =
            std::string_view(pattern).substr(hosts ? star + 1 : 0, hosts ? std::string::npos : star);
        if (hosts ? text.ends_with(rest) : text.starts_with(rest))
            best = pattern;
    }
    return std::string(best);
}

} // namespace sluice::simulator
