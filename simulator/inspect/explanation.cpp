// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/inspect/explanation.h"

#include "core/traffic/expression.h"
#include "simulator/inspect/conditiontree.h"
#include "simulator/inspect/routereasons.h"
#include "simulator/inspect/text.h"
#include "simulator/proxy/dataplane.h"
#include "simulator/proxy/plugins/trafficsplit.h"
#include "simulator/proxy/requestcontext.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

/// A share of the requests, and the upstream that they go to; nullptr: the route's own.
struct Share
{
    std::shared_ptr<Upstream> upstream;
    double probability = 1;
};

std::vector<double> probabilities(const std::vector<SplitTarget> &targets)
{
    const double sum =
        std::accumulate(targets.begin(), targets.end(), 0.0, [](double total, const SplitTarget &target) {
            return total + static_cast<double>(target.weight);
        });
    std::vector<double> result;
    result.reserve(targets.size());
    for (const SplitTarget &target : targets)
        result.push_back(sum > 0 ? static_cast<double>(target.weight) / sum
                                 : 1.0 / static_cast<double>(targets.size()));
    return result;
}

QJsonValue upstreamName(const std::shared_ptr<Upstream> &upstream)
{
    if (!upstream)
        return QJsonValue::Null;
    return upstream->id.empty() ? u"inline"_s : text(upstream->id);
}

QJsonArray nodesOf(const Upstream &upstream)
{
    int highest = std::numeric_limits<int>::min();
    for (const Node &node : upstream.nodes)
        highest = std::max(highest, node.priority);
    double sum = 0;
    for (const Node &node : upstream.nodes)
        sum += node.priority == highest ? static_cast<double>(node.weight) : 0;
    QJsonArray nodes;
    for (std::size_t i = 0; i < upstream.nodes.size(); ++i) {
        const Node &node = upstream.nodes[i];
        QJsonObject shown{{u"node"_s, text(node.name)}, {u"weight"_s, static_cast<qint64>(node.weight)}};
        if (node.priority != 0)
            shown.insert("priority"_L1, node.priority);
        if (upstream.type() == "roundrobin" && sum > 0)
            shown.insert("probability"_L1, node.priority == highest ? static_cast<double>(node.weight) / sum : 0.0);
        if (upstream.health())
            shown.insert("healthy"_L1, upstream.health()->isUp(i));
        nodes.append(shown);
    }
    return nodes;
}

// How many of 100 requests a fault of fault-injection hits: all or none where it doesn't draw.
int percentHit(const QJsonObject &fault, const RequestContext &request)
{
    const QJsonArray rules = fault.value("vars"_L1).toArray();
    const bool hits = rules.isEmpty() || std::any_of(rules.begin(), rules.end(), [&](const QJsonValue &rule) {
                          const auto compiled = Expression::compile(rule.toArray());
                          return compiled && compiled->evaluate(request);
                      });
    return hits ? fault.value("percentage"_L1).toInt(100) : 0;
}

/// One request, followed through the phases as Transaction runs them.
class Walk
{
public:
    Walk(const Dataplane &dataplane, const RuntimeConfig &config, RequestContext &request)
        : m_dataplane(dataplane)
        , m_config(config)
        , m_request(request)
    {
    }

    QJsonObject run();

private:
    using Phase = std::optional<LocalAnswer> (Plugin::*)(RequestContext &) const;

    void walkPhases();
    bool walk(const Plugins &plugins, bool global, Phase phase);
    bool skips(const Plugin &plugin) const { return plugin.metaFilter && !plugin.metaFilter->evaluate(m_request); }
    QJsonObject confOf(const Plugin &plugin, bool global) const;
    QString ownerOf(const QString &plugin, bool global) const;
    void answer(int status, double probability, const QString &by, const QString &words);
    void answerWith(int status, const QString &by, const QString &words)
    {
        answer(status, m_left, by, words);
        m_left = 0;
    }
    void note(const Plugin &plugin, bool global, const char *code, const QString &effect);
    bool injectFaults(const Plugin &plugin, bool global);
    bool split(const TrafficSplit &plugin, bool global);
    QJsonObject shownRule(const TrafficSplit &plugin, std::size_t index, const TrafficSplit::Choice &choice) const;
    void takeShares(const SplitRule &rule);
    void addUpstreams();
    void nameUnsimulated();
    void takeConsumer();

    const Dataplane &m_dataplane;
    const RuntimeConfig &m_config;
    RequestContext &m_request;
    Plugins m_plugins; ///< of the route, with its consumer's once that is known
    double m_left = 1; ///< share of such requests that no answer has ended yet
    std::vector<Share> m_shares{{nullptr, 1}};
    QJsonArray m_notes;
    QJsonArray m_splits;
    QJsonArray m_answers;
    QJsonArray m_upstreams;
};

void Walk::answer(int status, double probability, const QString &by, const QString &words)
{
    if (probability > 0)
        m_answers.append(
            QJsonObject{{u"status"_s, status}, {u"probability"_s, probability}, {u"by"_s, by}, {u"text"_s, words}});
}

QString Walk::ownerOf(const QString &plugin, bool global) const
{
    const auto has = [&](const QJsonObject &value) { return value.value("plugins"_L1).toObject().contains(plugin); };
    const Snapshot &snapshot = m_config.snapshot();
    if (global) {
        for (const auto &[id, item] : snapshot[Collection::GlobalRules]) {
            if (has(item->value))
                return u"global_rule/"_s + text(id);
        }
    }
    if (m_request.consumer && m_request.consumer->plugins.contains(plugin)) {
        const ItemPtr consumer = snapshot.find(Collection::Consumers, m_request.consumer->name);
        const bool own = consumer && has(consumer->value);
        return own ? u"consumer/"_s + text(m_request.consumer->name)
                   : u"consumer_group/"_s + text(m_request.consumer->group);
    }
    const ItemPtr route = snapshot.find(Collection::Routes, m_request.route->id);
    if (!route || has(route->value))
        return u"route/"_s + text(m_request.route->id);
    const QString shared = route->value.value("plugin_config_id"_L1).toVariant().toString();
    const ItemPtr config = snapshot.find(Collection::PluginConfigs, shared.toStdString());
    return config && has(config->value) ? u"plugin_config/"_s + shared
                                        : u"service/"_s + text(m_request.route->serviceId);
}

QJsonObject Walk::confOf(const Plugin &plugin, bool global) const
{
    const QString name = text(plugin.pluginName);
    if (global) {
        for (const auto &[id, item] : m_config.snapshot()[Collection::GlobalRules]) {
            const QJsonObject plugins = item->value.value("plugins"_L1).toObject();
            if (plugins.contains(name))
                return plugins.value(name).toObject();
        }
    }
    if (m_request.consumer && m_request.consumer->plugins.contains(name))
        return m_request.consumer->plugins.value(name).toObject();
    return m_request.route->pluginConfs.value(name).toObject();
}

void Walk::note(const Plugin &plugin, bool global, const char *code, const QString &effect)
{
    const QString name = text(plugin.pluginName);
    m_notes.append(QJsonObject{{u"plugin"_s, name},
                               {u"of"_s, ownerOf(name, global)},
                               {u"priority"_s, plugin.priority},
                               {u"code"_s, QLatin1StringView(code)},
                               {u"effect"_s, effect}});
}

// True where no request is left after it.
bool Walk::injectFaults(const Plugin &plugin, bool global)
{
    const QJsonObject conf = confOf(plugin, global);
    const QJsonObject abort = conf.value("abort"_L1).toObject();
    const int aborted = conf.contains("abort"_L1) ? percentHit(abort, m_request) : 0;
    const int delayed = conf.contains("delay"_L1) ? percentHit(conf.value("delay"_L1).toObject(), m_request) : 0;
    QStringList effects;
    if (delayed > 0)
        effects.append(u"delays %1 % of such requests"_s.arg(delayed));
    if (aborted > 0) {
        effects.append(u"answers %1 % of such requests itself"_s.arg(aborted));
        const double probability = m_left * aborted / 100;
        answer(abort.value("http_status"_L1).toInt(), probability, u"fault-injection"_s, u"its fault hits"_s);
        m_left -= probability;
    }
    if (effects.isEmpty())
        note(plugin, global, "leaves-alone", u"its faults don't hit"_s);
    else
        note(plugin, global, "draws", effects.join(u"; "_s));
    return aborted == 100;
}

// One phase of several plugins. True where the gateway has answered every such request itself.
bool Walk::walk(const Plugins &plugins, bool global, Phase phase)
{
    const bool rewrites = phase == static_cast<Phase>(&Plugin::rewrite);
    for (const PluginPtr &plugin : plugins) {
        if (skips(*plugin)) {
            if (rewrites)
                note(*plugin, global, "skipped", u"skipped: its _meta.filter doesn't hold"_s);
            continue;
        }
        if (plugin->pluginName == "traffic-split") {
            if (!rewrites && split(static_cast<const TrafficSplit &>(*plugin), global))
                return true;
            continue;
        }
        if (plugin->pluginName == "fault-injection") { // it draws
            if (rewrites && injectFaults(*plugin, global))
                return true;
            continue;
        }
        if (const auto local = ((*plugin).*phase)(m_request)) {
            note(*plugin, global, "answers", u"answers itself"_s);
            answerWith(local->status, text(plugin->pluginName), u"the plugin answers, nothing is sent on"_s);
            return true;
        }
        if (rewrites && plugin->pluginName != "mocking")
            note(*plugin, global, "runs", u"runs"_s);
    }
    return false;
}

QJsonObject Walk::shownRule(const TrafficSplit &plugin, std::size_t index, const TrafficSplit::Choice &choice) const
{
    const SplitRule &rule = plugin.rules[index];
    const bool decided = choice.rule || choice.stopped;
    const bool reached = !decided || index <= choice.index;
    QJsonArray groups;
    bool hit = !rule.hasMatch;
    for (const Expression &expression : rule.match) {
        groups.append(conditionTree(expression, m_request));
        hit = hit || expression.evaluate(m_request);
    }
    const bool chosen = choice.rule == &rule;
    QString words = hit ? u"it holds"_s : u"none of its groups holds"_s;
    if (!rule.hasMatch)
        words = u"it has no match: it holds for every request"_s;
    else if (rule.match.empty())
        words = chosen ? u"its match is empty: nothing before it had failed, so it holds for every request"_s
                       : u"its match is empty: it holds only where the rule before did"_s;
    if (!rule.missing.empty())
        words = u"it names the upstream %1, which isn't there: every request that reaches it gets 500"_s.arg(
            text(rule.missing));
    if (!reached)
        words = u"not looked at: rule %1 has decided"_s.arg(choice.index);
    QJsonObject shown{{u"rule"_s, static_cast<qint64>(index)},
                      {u"reached"_s, reached},
                      {u"chosen"_s, chosen},
                      {u"holds"_s, hit || chosen},
                      {u"text"_s, words},
                      {u"groups"_s, groups}};
    QJsonArray targets;
    const std::vector<double> shares = probabilities(rule.targets);
    for (std::size_t i = 0; i < rule.targets.size(); ++i) {
        const SplitTarget &target = rule.targets[i];
        const bool plain = !target.upstream && target.upstreamId.empty();
        targets.append(QJsonObject{{u"upstream"_s, plain                       ? QJsonValue(QJsonValue::Null)
                                                   : target.upstreamId.empty() ? QJsonValue(u"inline"_s)
                                                                               : text(target.upstreamId)},
                                   {u"weight"_s, static_cast<qint64>(target.weight)},
                                   {u"probability"_s, shares[i]}});
    }
    shown.insert("targets"_L1, targets);
    return shown;
}

bool Walk::split(const TrafficSplit &plugin, bool global)
{
    const TrafficSplit::Choice choice = plugin.choose(m_request);
    QJsonArray rules;
    for (std::size_t i = 0; i < plugin.rules.size(); ++i)
        rules.append(shownRule(plugin, i, choice));
    const QString owner = ownerOf(u"traffic-split"_s, global);
    QJsonObject shown{{u"of"_s, owner}, {u"rules"_s, rules}, {u"chosen"_s, QJsonValue::Null}};
    if (choice.rule)
        shown.insert("chosen"_L1, static_cast<qint64>(choice.index));
    m_splits.append(shown);
    if (plugin.unpickable || choice.stopped) {
        const QString effect = plugin.unpickable ? u"an empty list of rules: APISIX fails with 500"_s
                                                 : u"rule %1 names an upstream that isn't there"_s.arg(choice.index);
        note(plugin, global, "stops", effect);
        answerWith(500, u"traffic-split"_s, effect);
        return true;
    }
    if (!choice.rule) {
        note(plugin, global, "leaves-alone", u"leaves the request alone: no rule holds"_s);
        return false;
    }
    note(plugin, global, "decides", u"rule %1 decides"_s.arg(choice.index));
    takeShares(*choice.rule);
    return false;
}

void Walk::takeShares(const SplitRule &rule)
{
    if (rule.targets.empty())
        return;
    std::vector<Share> shares;
    const std::vector<double> weights = probabilities(rule.targets);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto &upstream = rule.targets[i].upstream;
        if (upstream)
            shares.push_back({upstream, weights[i]});
        for (const Share &before : m_shares) {
            if (!upstream) // the plain entry leaves what was chosen before
                shares.push_back({before.upstream, before.probability * weights[i]});
        }
    }
    m_shares = std::move(shares);
}

void Walk::addUpstreams()
{
    for (const Share &share : m_shares) {
        const auto &own = m_request.route->upstream;
        const auto &upstream = share.upstream ? share.upstream : own;
        const double probability = share.probability * m_left;
        if (!upstream) {
            const bool named = m_request.route->upstreamMissing;
            answer(named ? 502 : 503, probability, u"gateway"_s,
                   named ? u"the upstream that the route names isn't there"_s : u"the route has no upstream"_s);
            continue;
        }
        if (upstream->nodes.empty()) {
            answer(503, probability, u"gateway"_s, u"the upstream has no nodes"_s);
            continue;
        }
        const OrderedFault fault = m_dataplane.fault(upstream->id);
        if (fault.errorRate > 0)
            answer(500, probability * fault.errorRate, u"fault"_s, u"ordered by PUT /sluice/faults"_s);
        QJsonObject shown{{u"upstream"_s, upstreamName(upstream)},
                          {u"current"_s, upstream == own},
                          {u"probability"_s, probability * (1 - fault.errorRate)},
                          {u"type"_s, text(upstream->type())},
                          {u"nodes"_s, nodesOf(*upstream)}};
        if (const ItemPtr item = m_config.snapshot().find(Collection::Upstreams, upstream->id);
            item && item->value.contains("name"_L1))
            shown.insert("name"_L1, item->value.value("name"_L1));
        m_upstreams.append(shown);
    }
}

void Walk::nameUnsimulated()
{
    if (!m_request.route)
        return;
    const QJsonObject confs = m_request.route->pluginConfs;
    for (auto it = confs.begin(); it != confs.end(); ++it) {
        const bool disabled = it.value().toObject().value("_meta"_L1).toObject().value("disable"_L1).toBool();
        if (!disabled && isSimulated(it.key()))
            continue;
        m_notes.append(QJsonObject{{u"plugin"_s, it.key()},
                                   {u"of"_s, ownerOf(it.key(), false)},
                                   {u"code"_s, disabled ? u"disabled"_s : u"not-simulated"_s},
                                   {u"effect"_s, disabled ? u"disabled"_s : u"not simulated"_s}});
    }
}

// A consumer's plugins have missed the rewrite phase: APISIX runs it for them once the consumer is known.
void Walk::takeConsumer()
{
    if (!m_request.consumer || m_request.consumer->plugins.isEmpty())
        return;
    m_plugins = m_config.pluginsFor(*m_request.route, *m_request.consumer);
    for (const PluginPtr &plugin : m_plugins) {
        const bool brought = m_request.consumer->plugins.contains(text(plugin->pluginName));
        if (brought && plugin->pluginName != "fault-injection")
            static_cast<void>(plugin->rewrite(m_request));
    }
}

void Walk::walkPhases()
{
    const Plugins &global = m_config.globalPlugins();
    if (walk(global, true, &Plugin::rewrite))
        return;
    if (!m_request.route) {
        if (!walk(global, true, &Plugin::access))
            answerWith(404, u"gateway"_s, u"no route matches"_s);
        return;
    }
    if (m_request.route->pluginConfigMissing)
        return answerWith(503, u"gateway"_s, u"the route's plugin_config isn't there"_s);
    if (m_request.route->serviceMissing)
        return answerWith(404, u"gateway"_s, u"the route's service isn't there"_s);
    m_plugins = m_request.route->plugins;
    if (walk(m_plugins, false, &Plugin::rewrite))
        return;
    takeConsumer();
    if (!walk(global, true, &Plugin::access) && !walk(m_plugins, false, &Plugin::access))
        addUpstreams();
}

QJsonObject Walk::run()
{
    m_request.route = m_config.match(m_request);
    const RouteReasons reasons = routeReasons(m_config, m_request, m_request.route.get());
    const std::size_t question = m_request.head.target.find('?');
    QJsonObject result{{u"request"_s, QJsonObject{{u"method"_s, text(m_request.head.method)},
                                                  {u"host"_s, text(m_request.host)},
                                                  {u"path"_s, text(m_request.path)},
                                                  {u"query"_s, question == std::string_view::npos
                                                                   ? QString()
                                                                   : text(m_request.head.target.substr(question + 1))},
                                                  {u"client"_s, text(m_request.remoteAddress)}}},
                       {u"route"_s, QJsonValue::Null},
                       {u"why"_s, reasons.why},
                       {u"others"_s, reasons.others},
                       {u"elsewhere"_s, reasons.elsewhere}};
    if (m_request.route) {
        result.insert("route"_L1, text(m_request.route->id));
        if (!m_request.route->name.empty())
            result.insert("name"_L1, text(m_request.route->name));
    }
    walkPhases();
    nameUnsimulated();
    result.insert("consumer"_L1, m_request.consumer ? QJsonValue(text(m_request.consumer->name)) : QJsonValue::Null);
    result.insert("plugins"_L1, m_notes);
    result.insert("splits"_L1, m_splits);
    result.insert("upstreams"_L1, m_upstreams);
    result.insert("answers"_L1, m_answers);
    return result;
}

} // namespace

QJsonObject explain(const Dataplane &dataplane, const RuntimeConfig &config, RequestContext &request)
{
    return Walk(dataplane, config, request).run();
}

} // namespace sluice::simulator
