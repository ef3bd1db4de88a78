// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/proxy/dataplane.h"

#include "simulator/admin/references.h"
#include "simulator/proxy/requestcontext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

QJsonObject shown(const Expression::Explanation &explanation)
{
    QJsonObject object{
        {u"text"_s, explanation.text}, {u"holds"_s, explanation.holds}, {u"evaluated"_s, explanation.evaluated}};
    if (explanation.parts.empty())
        object.insert("actual"_L1, explanation.actual);
    QJsonArray parts;
    for (const auto &part : explanation.parts)
        parts.append(shown(part));
    if (!parts.isEmpty())
        object.insert("parts"_L1, parts);
    return object;
}

QString upstreamName(const QJsonObject &entry)
{
    if (entry.contains("upstream_id"_L1))
        return idText(entry.value("upstream_id"_L1));
    return entry.contains("upstream"_L1) ? u"inline"_s : u"current"_s;
}

QJsonArray probabilities(const QJsonArray &entries)
{
    double sum = 0;
    for (const QJsonValue &entry : entries)
        sum += entry.toObject().value("weight"_L1).toDouble(1);
    QJsonArray result;
    for (const QJsonValue &entry : entries) {
        const double weight = entry.toObject().value("weight"_L1).toDouble(1);
        const double even = 1.0 / static_cast<double>(entries.size());
        result.append(QJsonObject{{u"upstream"_s, upstreamName(entry.toObject())},
                                  {u"probability"_s, sum > 0 ? weight / sum : even}});
    }
    return result;
}

// The rules of a split, each with its conditions; the first that hits says where the request goes.
void explainSplit(const QJsonObject &split, const RequestContext &request, QJsonObject &result)
{
    QJsonArray rules;
    bool chosen = false;
    const QJsonArray confs = split.value("rules"_L1).toArray();
    for (qsizetype i = 0; i < confs.size(); ++i) {
        const QJsonObject conf = confs.at(i).toObject();
        QJsonArray groups;
        bool hit = !conf.contains("match"_L1);
        const QJsonArray match = conf.value("match"_L1).toArray();
        for (const QJsonValue &entry : match) {
            if (const auto compiled = Expression::compile(entry.toObject().value("vars"_L1).toArray())) {
                const auto explanation = compiled->explain(request);
                hit = hit || explanation.holds;
                groups.append(shown(explanation));
            }
        }
        rules.append(QJsonObject{{u"rule"_s, i}, {u"hit"_s, hit}, {u"evaluated"_s, !chosen}, {u"groups"_s, groups}});
        if (hit && !chosen) {
            chosen = true;
            result.insert("rule"_L1, i);
            result.insert("upstreams"_L1, probabilities(conf.value("weighted_upstreams"_L1).toArray()));
        }
    }
    result.insert("rules"_L1, rules);
}

} // namespace

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

OrderedFault Dataplane::fault(const std::string &upstream) const
{
    if (!m_hasFaults)
        return {};
    const std::scoped_lock lock(m_faultMutex);
    const auto found = m_faults.find(upstream);
    return found == m_faults.end() ? OrderedFault{} : found->second;
}

QJsonObject Dataplane::explain(const QJsonObject &description)
{
    const std::string method = description.value("method"_L1).toString(u"GET"_s).toStdString();
    const std::string target = description.value("path"_L1).toString(u"/"_s).toStdString();
    Headers headers;
    if (description.contains("host"_L1))
        headers.emplace_back("Host", description.value("host"_L1).toString().toStdString());
    const QJsonObject given = description.value("headers"_L1).toObject();
    for (auto it = given.begin(); it != given.end(); ++it)
        headers.emplace_back(it.key().toStdString(), it.value().toString().toStdString());

    RequestHead head;
    head.method = method;
    head.target = target;
    for (const auto &[name, value] : headers)
        head.fields.push_back({name, value});
    Peer peer;
    peer.clientAddress = "127.0.0.1";
    RequestContext request(head, peer, m_options.defaultHost);
    const auto config = runtime();
    const auto route = config->match(request);
    if (!route)
        return {{u"route"_s, QJsonValue::Null},
                {u"status"_s, 404},
                {u"why"_s, u"no route matches host, path, method and conditions"_s}};
    request.route = route;
    QJsonObject result{{u"route"_s, QString::fromStdString(route->id)},
                       {u"current"_s, route->upstream ? QString::fromStdString(route->upstream->id) : QString()}};
    result.insert("upstreams"_L1, QJsonArray{QJsonObject{{u"upstream"_s, u"current"_s}, {u"probability"_s, 1}}});
    if (route->pluginConfs.contains("traffic-split"_L1))
        explainSplit(route->pluginConfs.value("traffic-split"_L1).toObject(), request, result);
    return result;
}

} // namespace sluice::simulator
