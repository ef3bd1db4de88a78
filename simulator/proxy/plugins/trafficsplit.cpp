// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/proxy/plugins/trafficsplit.h"

#include "simulator/proxy/plugins/simulatedplugins.h"
#include "simulator/proxy/requestcontext.h"
#include "simulator/proxy/runtimeconfig.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

TrafficSplit::Choice TrafficSplit::choose(const RequestContext &request) const
{
    bool passed = true;
    for (std::size_t index = 0; index < rules.size(); ++index) {
        const SplitRule &rule = rules[index];
        if (!rule.missing.empty())
            return {nullptr, &rule, index};
        if (!rule.hasMatch)
            passed = true;
        else if (!rule.match.empty())
            passed = std::any_of(rule.match.begin(), rule.match.end(),
                                 [&](const Expression &expression) { return expression.evaluate(request); });
        if (passed)
            return {&rule, nullptr, index};
    }
    return {};
}

std::optional<LocalAnswer> TrafficSplit::access(RequestContext &request) const
{
    if (unpickable)
        return htmlAnswer(500);
    const Choice choice = choose(request);
    if (choice.stopped) {
        const std::string text = "failed to fetch upstream info by upstream id: " + choice.stopped->missing;
        return LocalAnswer{500, {{"Content-Type", "text/plain; charset=utf-8"}}, text, true};
    }
    if (!choice.rule)
        return std::nullopt;
    request.ruleIndex = std::to_string(choice.index);
    if (choice.rule->targets.empty())
        return std::nullopt;
    const auto [entry, number] = choice.rule->orders->of(request.peer.worker).pick();
    request.pick = number;
    if (const auto &upstream = choice.rule->targets[entry].upstream)
        request.upstream = upstream;
    return std::nullopt;
}

namespace {

QString targetKey(const QJsonObject &entry)
{
    const QJsonValue id = entry.value("upstream_id"_L1);
    if (id.isDouble())
        return u"number "_s + QString::number(id.toInteger());
    if (id.isString())
        return u"id "_s + id.toString();
    return entry.contains("upstream"_L1) ? QString() : u"plain"_s;
}

SplitRule makeRule(const QJsonObject &conf, const SplitOwner &owner, const RuntimeConfig &config)
{
    SplitRule rule;
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
    for (const QJsonValue &value : std::as_const(entries)) {
        const QJsonObject entry = value.toObject();
        const auto weight = static_cast<std::uint64_t>(entry.value("weight"_L1).toInteger(1));
        SplitTarget target;
        target.weight = weight;
        target.key = targetKey(entry);
        const auto same = std::find_if(rule.targets.begin(), rule.targets.end(), [&](const SplitTarget &other) {
            return !target.key.isEmpty() && other.key == target.key;
        });
        if (same != rule.targets.end()) { // the last one's weight counts
            same->weight = weight;
            continue;
        }
        if (target.key.startsWith("id "_L1) || target.key.startsWith("number "_L1)) {
            target.upstreamId = target.key.section(u' ', 1).toStdString();
            target.upstream = config.upstream(target.upstreamId);
            if (!target.upstream && rule.missing.empty())
                rule.missing = target.upstreamId;
        } else if (target.key.isEmpty()) {
            target.upstream = std::make_shared<Upstream>(std::string(), entry.value("upstream"_L1).toObject(),
                                                         config.options(), true);
        }
        rule.targets.push_back(std::move(target));
    }
    std::vector<std::uint64_t> weights;
    for (const SplitTarget &target : rule.targets)
        weights.push_back(target.weight);
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
