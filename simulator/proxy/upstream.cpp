// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/proxy/upstream.h"

#include "simulator/proxy/compiledroute.h"
#include "simulator/proxy/requestcontext.h"

#include <QJsonArray>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

constexpr unsigned pointsPerWeight = 160;

// CRC-32 without its last step; begin goes on from an earlier one.
std::uint32_t crcOf(std::string_view text, std::uint32_t begin = 0xffffffffU)
{
    static const auto table = [] {
        std::array<std::uint32_t, 256> result{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            std::uint32_t value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1U) != 0 ? 0xedb88320U ^ (value >> 1U) : value >> 1U;
            result[i] = value;
        }
        return result;
    }();
    for (const char c : text)
        begin = table[(begin ^ static_cast<unsigned char>(c)) & 0xffU] ^ (begin >> 8U);
    return begin;
}

using Ring = std::vector<std::pair<std::uint32_t, std::size_t>>;

// nginx's ketama points, which APISIX's chash takes over: a node's name with NUL for the colon, then the point before.
void addPoints(Ring &ring, std::string name, std::uint64_t weight, std::size_t member)
{
    std::replace(name.begin(), name.end(), ':', '\0');
    const std::uint32_t base = crcOf(name);
    std::uint32_t point = 0;
    for (std::uint64_t i = 0; i < pointsPerWeight * weight; ++i) {
        const std::array<char, 4> before{static_cast<char>(point), static_cast<char>(point >> 8U),
                                         static_cast<char>(point >> 16U), static_cast<char>(point >> 24U)};
        point = ~crcOf({before.data(), before.size()}, base);
        ring.emplace_back(point, member);
    }
}

std::uint16_t defaultPort(const std::string &scheme)
{
    return scheme == "https" || scheme == "grpcs" ? 443 : 80;
}

Node mapNode(const QString &key, double weight, std::uint16_t fallback)
{
    Node node;
    const qsizetype colon = key.lastIndexOf(u':');
    const bool hasPort = colon > 0 && !key.endsWith(u']');
    node.host = (hasPort ? key.left(colon) : key).toStdString();
    node.port = hasPort ? static_cast<std::uint16_t>(key.sliced(colon + 1).toUInt()) : fallback;
    node.weight = static_cast<std::uint64_t>(weight);
    return node;
}

std::vector<Node> readNodes(const QJsonValue &value, std::uint16_t fallback)
{
    std::vector<Node> nodes;
    const QJsonObject map = value.toObject();
    for (auto it = map.begin(); it != map.end(); ++it)
        nodes.push_back(mapNode(it.key(), it.value().toDouble(), fallback));
    const QJsonArray list = value.toArray();
    for (const QJsonValue &item : list) {
        const QJsonObject object = item.toObject();
        Node node;
        node.host = object.value("host"_L1).toString().toStdString();
        node.port = static_cast<std::uint16_t>(object.value("port"_L1).toInt(fallback));
        node.weight = static_cast<std::uint64_t>(object.value("weight"_L1).toInteger(1));
        node.priority = object.value("priority"_L1).toInt();
        nodes.push_back(std::move(node));
    }
    for (Node &node : nodes)
        node.name = node.host + ':' + std::to_string(node.port);
    return nodes;
}

std::chrono::milliseconds milliseconds(const QJsonValue &seconds)
{
    return std::chrono::milliseconds(static_cast<std::int64_t>(seconds.toDouble() * 1000));
}

} // namespace

std::optional<Timeouts> timeouts(const QJsonValue &value)
{
    if (!value.isObject() || value.toObject().isEmpty())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    return Timeouts{milliseconds(object.value("connect"_L1)), milliseconds(object.value("send"_L1)),
                    milliseconds(object.value("read"_L1))};
}

std::size_t firstEntry(std::size_t count, bool randomStart)
{
    return randomStart && count > 0 ? QRandomGenerator::global()->bounded(static_cast<quint32>(count)) : 0;
}

Upstream::Upstream(std::string upstreamId, const QJsonObject &conf, const RuntimeOptions &options, bool insideSplit,
                   const std::string &checkName)
    : id(std::move(upstreamId))
    , scheme(conf.value("scheme"_L1).toString(u"http"_s).toStdString())
    , passHost(conf.value("pass_host"_L1).toString(u"pass"_s).toStdString())
    , upstreamHost(conf.value("upstream_host"_L1).toString().toStdString())
    , timeout(timeouts(conf.value("timeout"_L1)))
    , nodes(readNodes(conf.value("nodes"_L1), defaultPort(scheme)))
    , needsPort(!insideSplit)
    , m_type(conf.value("type"_L1).toString(u"roundrobin"_s).toStdString())
    , m_hashOn(conf.value("hash_on"_L1).toString(u"vars"_s).toStdString())
    , m_key(conf.value("key"_L1).toString().toStdString())
    , m_running(std::make_unique<std::atomic<int>[]>(nodes.size()))
{
    // An upstream that is written inside a split brings only its nodes, type, key, timeout, host and scheme.
    if (!insideSplit) {
        if (conf.contains("retries"_L1))
            retries = static_cast<unsigned>(conf.value("retries"_L1).toInt());
        retryTimeout = milliseconds(conf.value("retry_timeout"_L1));
        const QJsonObject tls = conf.value("tls"_L1).toObject();
        verifyTls = tls.value("verify"_L1).toBool();
        clientCertificate = tls.value("client_cert"_L1).toString().toStdString();
        clientKey = tls.value("client_key"_L1).toString().toStdString();
        const QJsonObject pool = conf.value("keepalive_pool"_L1).toObject();
        keepaliveSize = static_cast<unsigned>(pool.value("size"_L1).toInt(320));
        keepaliveIdle = milliseconds(pool.value("idle_timeout"_L1).toDouble(60));
        keepaliveRequests = static_cast<unsigned>(pool.value("requests"_L1).toInt(1000));
    }
    if (!checkName.empty() && conf.value("checks"_L1).toObject().contains("active"_L1)) {
        std::vector<std::pair<std::string, std::uint16_t>> places;
        for (const Node &node : nodes)
            places.emplace_back(node.host, node.port);
        m_health = std::make_shared<UpstreamHealth>(checkName, conf.value("checks"_L1).toObject(), std::move(places));
    }
    std::map<int, std::vector<std::size_t>, std::greater<>> byPriority;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        byPriority[nodes[i].priority].push_back(i);
    for (auto &[priority, members] : byPriority) {
        Group group{priority, std::move(members), {}, {}};
        std::vector<std::uint64_t> weights;
        std::uint64_t divisor = 0;
        for (const std::size_t member : group.members) {
            weights.push_back(nodes[member].weight);
            divisor = std::gcd(divisor, nodes[member].weight);
        }
        for (unsigned worker = 0; worker < options.workers; ++worker)
            group.orders.push_back(
                std::make_unique<SplitSchedule>(weights, firstEntry(weights.size(), options.randomStart)));
        if (m_type == "chash") {
            for (const std::size_t member : group.members)
                addPoints(group.ring, nodes[member].name, divisor == 0 ? 0 : nodes[member].weight / divisor, member);
            std::sort(group.ring.begin(), group.ring.end());
        }
        m_groups.push_back(std::move(group));
    }
    static const std::set<std::string> types{"roundrobin", "chash", "least_conn", "ewma"};
    // One node is taken without a balancer.
    m_unusable = (insideSplit && !conf.contains("nodes"_L1)) || (nodes.size() > 1 && !types.contains(m_type));
    if (m_type == "ewma")
        m_latencies.resize(nodes.size());
}

std::string Upstream::hashKey(const RequestContext &request) const
{
    std::string key;
    if (m_hashOn == "header")
        key = request.variable("http_" + m_key).text;
    else if (m_hashOn == "cookie")
        key = request.variable("cookie_" + m_key).text;
    else if (m_hashOn == "consumer")
        key = request.variable("consumer_name").text;
    else if (m_hashOn == "vars_combinations")
        key = request.resolved(m_key);
    else
        key = request.variable(m_key).text;
    return key.empty() ? request.remoteAddress : key;
}

const Node *Upstream::pickByHash(const Group &group, const RequestContext &request,
                                 const std::function<bool(std::size_t)> &free) const
{
    auto point = std::lower_bound(group.ring.begin(), group.ring.end(), std::pair(~crcOf(hashKey(request)), 0UL));
    for (std::size_t i = 0; i < group.ring.size(); ++i, ++point) {
        if (point == group.ring.end())
            point = group.ring.begin();
        if (free(point->second))
            return &nodes[point->second];
    }
    return nullptr;
}

double Upstream::Latency::at(std::chrono::steady_clock::time_point now) const
{
    constexpr double fadesIn = 10;
    return seconds * std::exp(-std::chrono::duration<double>(now - measured).count() / fadesIn);
}

// The better of two drawn nodes.
const Node *Upstream::pickByLatency(std::vector<std::size_t> candidates)
{
    std::shuffle(candidates.begin(), candidates.end(), *QRandomGenerator::global());
    candidates.resize(std::min<std::size_t>(candidates.size(), 2));
    const auto now = std::chrono::steady_clock::now();
    const std::scoped_lock lock(m_latencyMutex);
    const auto best = std::min_element(candidates.begin(), candidates.end(), [&](std::size_t a, std::size_t b) {
        return m_latencies[a].at(now) < m_latencies[b].at(now);
    });
    return &nodes[*best];
}

const Node *Upstream::pickFrom(Group &group, const RequestContext &request, unsigned worker,
                               const std::vector<const Node *> &tried, bool healthyOnly)
{
    const auto free = [&](std::size_t member) {
        return std::find(tried.begin(), tried.end(), &nodes[member]) == tried.end() &&
               (!healthyOnly || m_health->isUp(member));
    };
    std::vector<std::size_t> candidates;
    std::copy_if(group.members.begin(), group.members.end(), std::back_inserter(candidates), free);
    if (candidates.empty())
        return nullptr;
    if (m_type == "chash")
        return pickByHash(group, request, free);
    if (m_type == "ewma")
        return pickByLatency(std::move(candidates));
    if (m_type == "least_conn") {
        const auto load = [&](std::size_t member) {
            const double running = 1.0 + m_running[member].load(std::memory_order_relaxed);
            return running / static_cast<double>(std::max<std::uint64_t>(nodes[member].weight, 1));
        };
        return &nodes[*std::min_element(candidates.begin(), candidates.end(),
                                        [&](std::size_t a, std::size_t b) { return load(a) < load(b); })];
    }
    SplitSchedule &order = *group.orders[worker % group.orders.size()];
    for (std::uint64_t i = 0; i <= order.period(); ++i) {
        const std::size_t member = group.members[order.next()];
        if (free(member))
            return &nodes[member];
    }
    return nullptr; // only nodes of weight 0 are left, and those are never picked beside others
}

const Node *Upstream::pick(const RequestContext &request, unsigned worker, const std::vector<const Node *> &tried)
{
    if (m_health)
        m_health->use();
    if (nodes.size() == 1)
        return nodes.data();
    if (m_health) {
        for (Group &group : m_groups) {
            if (const Node *node = pickFrom(group, request, worker, tried, true))
                return node;
        }
    }
    // Without checks, or where no node is up.
    for (Group &group : m_groups) {
        if (const Node *node = pickFrom(group, request, worker, tried, false))
            return node;
    }
    return nullptr;
}

void Upstream::answered(const Node &node, int status, std::chrono::nanoseconds took)
{
    if (!m_latencies.empty()) {
        const auto now = std::chrono::steady_clock::now();
        const std::scoped_lock lock(m_latencyMutex);
        Latency &latency = m_latencies[indexOf(node)];
        const double weight = latency.seconds > 0 ? latency.at(now) / latency.seconds : 0;
        latency = {latency.seconds * weight + std::chrono::duration<double>(took).count() * (1 - weight), now};
    }
    if (m_health)
        m_health->requestAnswered(indexOf(node), status);
}

void Upstream::failed(const Node &node, bool timedOut)
{
    if (m_health)
        m_health->requestFailed(indexOf(node), timedOut);
}

void Upstream::began(const Node &node)
{
    m_running[static_cast<std::size_t>(&node - nodes.data())].fetch_add(1, std::memory_order_relaxed);
}

void Upstream::ended(const Node &node)
{
    m_running[static_cast<std::size_t>(&node - nodes.data())].fetch_sub(1, std::memory_order_relaxed);
}

std::string Upstream::hostHeader(const Node &node, const std::string &clientHost) const
{
    if (passHost == "rewrite")
        return upstreamHost;
    if (passHost != "node")
        return clientHost;
    return !needsPort || node.port == defaultPort(scheme) ? node.host : node.name;
}

} // namespace sluice::simulator
