// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/proxy/upstream.h"

#include "simulator/proxy/compiledroute.h"
#include "simulator/proxy/requestcontext.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

constexpr unsigned pointsPerWeight = 160;

std::uint32_t crc32(std::string_view text)
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
    std::uint32_t value = 0xffffffffU;
    for (const char c : text)
        value = table[(value ^ static_cast<unsigned char>(c)) & 0xffU] ^ (value >> 8U);
    return value ^ 0xffffffffU;
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

Upstream::Upstream(std::string upstreamId, const QJsonObject &conf, unsigned workers, bool insideSplit,
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
        for (unsigned worker = 0; worker < workers; ++worker)
            group.orders.push_back(std::make_unique<SplitSchedule>(weights));
        if (m_type == "chash") {
            for (const std::size_t member : group.members) {
                const std::uint64_t points = divisor == 0 ? 0 : pointsPerWeight * nodes[member].weight / divisor;
                for (std::uint64_t point = 0; point < points; ++point)
                    group.ring.emplace_back(crc32(nodes[member].name + '-' + std::to_string(point)), member);
            }
            std::sort(group.ring.begin(), group.ring.end());
        }
        m_groups.push_back(std::move(group));
    }
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

const Node *Upstream::pickFrom(Group &group, const RequestContext &request, unsigned worker,
                               const std::set<const Node *> &tried, bool healthyOnly)
{
    if (tried.size() >= nodes.size())
        return nullptr;
    const auto free = [&](std::size_t member) {
        return !tried.contains(&nodes[member]) && (!healthyOnly || m_health->isUp(member));
    };
    if (std::none_of(group.members.begin(), group.members.end(), free))
        return nullptr;
    if (m_type == "chash" && !group.ring.empty()) {
        auto point =
            std::lower_bound(group.ring.begin(), group.ring.end(), std::pair(crc32(hashKey(request)), std::size_t{0}));
        for (std::size_t i = 0; i < group.ring.size(); ++i, ++point) {
            if (point == group.ring.end())
                point = group.ring.begin();
            if (free(point->second))
                return &nodes[point->second];
        }
        return nullptr;
    }
    if (m_type == "least_conn" || m_type == "ewma") {
        const auto load = [&](std::size_t member) {
            const double running = 1.0 + m_running[member].load(std::memory_order_relaxed);
            return m_type == "ewma" ? running
                                    : running / static_cast<double>(std::max<std::uint64_t>(nodes[member].weight, 1));
        };
        const Node *best = nullptr;
        double least = 0;
        for (const std::size_t member : group.members) {
            if (free(member) && (!best || load(member) < least)) {
                best = &nodes[member];
                least = load(member);
            }
        }
        return best;
    }
    SplitSchedule &order = *group.orders[worker % group.orders.size()];
    for (std::uint64_t i = 0; i <= order.period(); ++i) {
        const std::size_t member = group.members[order.next()];
        if (free(member))
            return &nodes[member];
    }
    const auto left = std::find_if(group.members.begin(), group.members.end(), free);
    return &nodes[*left];
}

const Node *Upstream::pick(const RequestContext &request, unsigned worker, const std::set<const Node *> &tried)
{
    if (m_health) {
        m_health->use();
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

void Upstream::answered(const Node &node, int status)
{
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
