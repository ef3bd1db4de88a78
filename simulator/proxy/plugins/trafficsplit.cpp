// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/proxy/plugins/simulatedplugins.h"
#include "simulator/proxy/requestcontext.h"
#include "simulator/proxy/runtimeconfig.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

// Where one entry of weighted_upstreams leads.
struct Target
{
    QString key;                        ///< what APISIX's map of targets tells apart
    std::string upstreamId;             ///< empty: inline or plain
    std::shared_ptr<Upstream> upstream; ///< nullptr: the plain entry, the route's own upstream
};

struct Rule
{
    bool hasMatch = false;
    std::vector<Expression> match;
    std::vector<Target> targets;
    std::string missing; ///< an upstream id that isn't there: 500 for every request that reaches the rule
    std::shared_ptr<SplitOrders> orders;
};

class TrafficSplit final : public Plugin
{
public:
    bool unpickable = false; ///< "rules": [] : chosen but empty, APISIX fails in Lua
    std::vector<Rule> rules;

    std::optional<LocalAnswer> access(RequestContext &request) const override
    {
        if (unpickable)
            return htmlAnswer(500);
        bool passed = true;
        const Rule *chosen = nullptr;
        for (std::size_t index = 0; index < rules.size() && !chosen; ++index) {
            const Rule &rule = rules[index];
            if (!rule.missing.empty()) {
                const std::string text = "failed to fetch upstream info by upstream id: " + rule.missing;
                return LocalAnswer{500, {{"Content-Type", "text/plain; charset=utf-8"}}, text, true};
            }
            if (!rule.hasMatch)
                passed = true;
            else if (!rule.match.empty())
                passed = std::any_of(rule.match.begin(), rule.match.end(),
                                     [&](const Expression &expression) { return expression.evaluate(request); });
            if (passed) {
                chosen = &rule;
                request.ruleIndex = std::to_string(index);
            }
        }
        if (chosen && !chosen->targets.empty()) {
            const std::size_t pick = chosen->orders->of(request.peer.worker).next();
            if (chosen->targets[pick].upstream)
                request.upstream = chosen->targets[pick].upstream;
        }
        return std::nullopt;
    }
};

QString targetKey(const QJsonObject &entry)
{
    const QJsonValue id = entry.value("upstream_id"_L1);
    if (id.isDouble())
        return u"number "_s + QString::number(id.toInteger());
    if (id.isString())
        return u"id "_s + id.toString();
    return entry.contains("upstream"_L1) ? QString() : u"plain"_s;
}

Rule makeRule(const QJsonObject &conf, const SplitOwner &owner, const RuntimeConfig &config)
{
    Rule rule;
    rule.hasMatch = conf.contains("match"_L1);
    const QJsonArray match = conf.value("match"_L1).toArray();
    for (const QJsonValue &entry : match) {
        auto compiled = Expression::compile(entry.toObject().value("vars"_L1).toArray());
        if (compiled)
            rule.match.push_back(*compiled);
    }
    QJsonArray entries = conf.value("weighted_upstreams"_L1).toArray();
    if (!conf.contains("weighted_upstreams"_L1))
        entries = {QJsonObject{{u"weight"_s, 1}}};
    std::vector<std::uint64_t> weights;
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        const auto weight = static_cast<std::uint64_t>(entry.value("weight"_L1).toInteger(1));
        Target target;
        target.key = targetKey(entry);
        const auto same = std::find_if(rule.targets.begin(), rule.targets.end(), [&](const Target &other) {
            return !target.key.isEmpty() && other.key == target.key;
        });
        if (same != rule.targets.end()) { // the last one's weight counts
            weights[static_cast<std::size_t>(same - rule.targets.begin())] = weight;
            continue;
        }
        if (target.key.startsWith("id "_L1) || target.key.startsWith("number "_L1)) {
            target.upstreamId = target.key.section(u' ', 1).toStdString();
            target.upstream = config.upstream(target.upstreamId);
            if (!target.upstream && rule.missing.empty())
                rule.missing = target.upstreamId;
        } else if (target.key.isEmpty()) {
            target.upstream = std::make_shared<Upstream>(std::string(), entry.value("upstream"_L1).toObject(),
                                                         config.workers(), true);
        }
        rule.targets.push_back(std::move(target));
        weights.push_back(weight);
    }
    rule.orders = config.splitOrders(owner, weights);
    return rule;
}

} // namespace

std::shared_ptr<Plugin> makeTrafficSplit(const QJsonObject &conf, const SplitOwner &owner, const RuntimeConfig &config)
{
    auto plugin = std::make_shared<TrafficSplit>();
    const QJsonArray rules = conf.value("rules"_L1).toArray();
    plugin->unpickable = conf.value("rules"_L1).isArray() && rules.isEmpty();
    for (qsizetype i = 0; i < rules.size(); ++i) {
        SplitOwner part = owner;
        part.key += " rule " + std::to_string(i);
        plugin->rules.push_back(makeRule(rules.at(i).toObject(), part, config));
    }
    return plugin;
}

} // namespace sluice::simulator
