// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/proxy/runtimeconfig.h"

#include "simulator/admin/references.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>
#include <cctype>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

std::vector<std::string> strings(const QJsonArray &array)
{
    std::vector<std::string> result;
    for (const QJsonValue &value : array)
        result.push_back(value.toString().toStdString());
    return result;
}

std::vector<std::string> oneOrMany(const QJsonObject &object, const QString &one, const QString &many)
{
    if (object.contains(one))
        return {object.value(one).toString().toStdString()};
    return strings(object.value(many).toArray());
}

void sortByPriority(Plugins &plugins)
{
    std::stable_sort(plugins.begin(), plugins.end(),
                     [](const PluginPtr &a, const PluginPtr &b) { return a->priority > b->priority; });
}

// The one form of filter_func that needs no Lua: function(vars) return vars['arg_k'] == 'v' end
std::optional<Expression> comparison(const QString &function)
{
    static const QRegularExpression form(
        uR"(^function\s*\(\s*(\w+)\s*\)\s*return\s+\1(?:\[\s*['"](\w+)['"]\s*\]|\.(\w+))\s*([=~]=)\s*(['"])([^'"\\]*)\5\s*;?\s*end\s*$)"_s);
    const auto match = form.match(function);
    if (!match.hasMatch())
        return std::nullopt;
    QJsonArray rule;
    rule.append(QJsonArray{match.captured(2) + match.captured(3), match.captured(4), match.captured(6)});
    const auto compiled = Expression::compile(rule);
    return compiled ? std::optional(*compiled) : std::nullopt;
}

template <class Container>
bool mentionsBody(const Container &conf)
{
    return QJsonDocument(conf).toJson(QJsonDocument::Compact).contains("post_arg");
}

QJsonObject addMissing(QJsonObject over, const QJsonObject &under)
{
    for (auto it = under.begin(); it != under.end(); ++it) {
        if (!over.contains(it.key()))
            over.insert(it.key(), it.value());
    }
    return over;
}

} // namespace

SplitOrders::SplitOrders(const std::vector<std::uint64_t> &weights, unsigned workers, bool randomStart)
{
    for (unsigned worker = 0; worker < workers; ++worker)
        m_orders.push_back(std::make_unique<SplitSchedule>(weights, firstEntry(weights.size(), randomStart)));
}

RuntimeConfig::RuntimeConfig(SnapshotPtr snapshot, RuntimeOptions options,
                             const std::shared_ptr<const RuntimeConfig> &before)
    : m_snapshot(std::move(snapshot))
    , m_options(options)
{
    if (before) {
        const std::scoped_lock lock(before->m_ordersMutex);
        m_orders = before->m_orders;
    }
    forgetOrders();
    readUpstreams(before.get());
    readConsumers();
    readGlobalRules();
    readServerNames();
    readRoutes(before.get());
    collectChecks();
}

// Orders of what is there no more would pile up. A key is made of "<kind>/<id>" parts and ends with the rule's number.
void RuntimeConfig::forgetOrders()
{
    static const std::pair<std::string_view, Collection> kinds[] = {
        {"route", Collection::Routes},
        {"service", Collection::Services},
        {"plugin_config", Collection::PluginConfigs},
        {"global_rule", Collection::GlobalRules},
        {"consumer", Collection::Consumers},
        {"consumer_group", Collection::ConsumerGroups},
    };
    const auto isGone = [this](std::string_view part) {
        const std::size_t slash = part.find('/');
        const auto *const kind = std::find_if(std::begin(kinds), std::end(kinds),
                                              [&](const auto &known) { return known.first == part.substr(0, slash); });
        return slash != std::string_view::npos && kind != std::end(kinds) &&
               !m_snapshot->find(kind->second, std::string(part.substr(slash + 1)));
    };
    std::erase_if(m_orders, [&](const auto &kept) {
        const std::string_view key = kept.first;
        for (std::size_t at = 0; at < key.size();) {
            const std::size_t end = std::min(key.find(' ', at), key.size());
            if (isGone(key.substr(at, end - at)))
                return true;
            at = end + 1;
        }
        return false;
    });
}

std::shared_ptr<Upstream> RuntimeConfig::upstream(const std::string &id) const
{
    const auto found = m_upstreams.find(id);
    return found == m_upstreams.end() ? nullptr : found->second.upstream;
}

void RuntimeConfig::collectChecks()
{
    for (const auto &[id, kept] : m_upstreams) {
        if (kept.upstream->health())
            m_checked.push_back(kept.upstream->health());
    }
    for (const auto &route : m_routes) {
        if (route->upstream && route->upstream->id.empty() && route->upstream->health())
            m_checked.push_back(route->upstream->health());
    }
}

void RuntimeConfig::readUpstreams(const RuntimeConfig *before)
{
    for (const auto &[id, item] : (*m_snapshot)[Collection::Upstreams]) {
        if (before) {
            const auto kept = before->m_upstreams.find(id);
            if (kept != before->m_upstreams.end() && kept->second.modifiedIndex == item->modifiedIndex) {
                m_upstreams.emplace(id, kept->second);
                continue;
            }
        }
        m_upstreams[id] = {item->modifiedIndex,
                           std::make_shared<Upstream>(id, item->value, m_options, false, "/apisix/upstreams/" + id)};
    }
}

void RuntimeConfig::readServerNames()
{
    for (const auto &[id, item] : (*m_snapshot)[Collection::Ssls]) {
        const std::vector<std::string> names = servedNames(item->value);
        for (const std::string &name : names)
            m_clientCertificates.set(name, item->value.contains("client"_L1));
    }
}

void RuntimeConfig::readConsumers()
{
    for (const auto &[name, item] : (*m_snapshot)[Collection::Consumers]) {
        auto consumer = std::make_shared<CompiledConsumer>();
        consumer->name = name;
        consumer->group = idText(item->value.value("group_id"_L1)).toStdString();
        consumer->customId = item->value.value("labels"_L1).toObject().value("custom_id"_L1).toString().toStdString();
        consumer->stamp = std::to_string(item->modifiedIndex);
        QJsonObject plugins = item->value.value("plugins"_L1).toObject();
        const QString key = plugins.value("key-auth"_L1).toObject().value("key"_L1).toString();
        plugins.remove("key-auth"_L1);
        if (const ItemPtr group = m_snapshot->find(Collection::ConsumerGroups, consumer->group)) {
            consumer->ownPlugins = plugins.keys();
            plugins = addMissing(plugins, group->value.value("plugins"_L1).toObject());
            consumer->groupStamp = std::to_string(group->modifiedIndex);
        }
        consumer->plugins = plugins;
        m_consumers[name] = consumer;
        if (!key.isEmpty())
            m_keys[key.toStdString()] = {consumer, {}};
    }
    for (const auto &[id, item] : (*m_snapshot)[Collection::Credentials]) {
        const std::string name = id.substr(0, id.find('/'));
        const QString key =
            item->value.value("plugins"_L1).toObject().value("key-auth"_L1).toObject().value("key"_L1).toString();
        if (const auto owner = m_consumers.find(name); owner != m_consumers.end() && !key.isEmpty())
            m_keys[key.toStdString()] = {owner->second, id.substr(id.find('/') + 1)};
    }
}

RuntimeConfig::Identified RuntimeConfig::consumerByKey(const std::string &key) const
{
    const auto found = m_keys.find(key);
    return found == m_keys.end() ? Identified{} : found->second;
}

std::shared_ptr<const CompiledConsumer> RuntimeConfig::consumer(const std::string &name) const
{
    const auto found = m_consumers.find(name);
    return found == m_consumers.end() ? nullptr : found->second;
}

void RuntimeConfig::readGlobalRules()
{
    for (const auto &[id, item] : (*m_snapshot)[Collection::GlobalRules]) {
        const QJsonObject plugins = item->value.value("plugins"_L1).toObject();
        const SplitOwner owner{"global_rule/" + id, std::to_string(item->modifiedIndex)};
        for (auto it = plugins.begin(); it != plugins.end(); ++it) {
            if (auto plugin = makePlugin(it.key(), it.value().toObject(), owner, *this))
                m_globalPlugins.push_back(std::move(plugin));
        }
    }
    sortByPriority(m_globalPlugins);
}

std::size_t RuntimeConfig::keptOrders() const
{
    const std::scoped_lock lock(m_ordersMutex);
    return m_orders.size();
}

std::shared_ptr<SplitOrders> RuntimeConfig::splitOrders(const SplitOwner &owner,
                                                        const std::vector<std::uint64_t> &weights) const
{
    const std::scoped_lock lock(m_ordersMutex);
    KeptOrders &kept = m_orders[owner.key];
    if (!kept.orders || kept.stamp != owner.stamp)
        kept = {owner.stamp, std::make_shared<SplitOrders>(weights, m_options.workers, m_options.randomStart)};
    return kept.orders;
}

// A change of anything that a route was made from makes it anew; its upstream objects and the existence of the
// upstreams that its split names are among that, for they are held in it.
std::string RuntimeConfig::stampOf(const StoredItem &item) const
{
    std::string stamp = std::to_string(item.modifiedIndex);
    const auto add = [&](Collection collection, const QJsonValue &id) {
        ItemPtr other = m_snapshot->find(collection, idText(id).toStdString());
        stamp += ' ' + std::to_string(other ? other->modifiedIndex : 0);
        return other;
    };
    const auto addUpstreams = [&](const QJsonObject &value) {
        add(Collection::Upstreams, value.value("upstream_id"_L1));
        const QJsonArray rules =
            value.value("plugins"_L1).toObject().value("traffic-split"_L1).toObject().value("rules"_L1).toArray();
        for (const QJsonValue &rule : rules) {
            const QJsonArray entries = rule.toObject().value("weighted_upstreams"_L1).toArray();
            for (const QJsonValue &entry : entries)
                add(Collection::Upstreams, entry.toObject().value("upstream_id"_L1));
        }
    };
    addUpstreams(item.value);
    for (const auto &[field, collection] : {std::pair("service_id"_L1, Collection::Services),
                                            std::pair("plugin_config_id"_L1, Collection::PluginConfigs)}) {
        if (!item.value.contains(field))
            continue;
        if (const ItemPtr other = add(collection, item.value.value(field)))
            addUpstreams(other->value);
    }
    return stamp;
}

void RuntimeConfig::readRoutes(const RuntimeConfig *before)
{
    std::unordered_map<std::string, std::shared_ptr<const CompiledRoute>> kept;
    const Items &items = (*m_snapshot)[Collection::Routes];
    const auto isServed = [](const StoredItem &item) { return item.value.value("status"_L1).toInt(1) != 0; };
    std::vector<const StoredItem *> order;
    if (before) {
        // A route that was there keeps its place; a new one comes last.
        for (const auto &route : before->m_routes) {
            kept.emplace(route->id, route);
            if (const auto found = items.find(route->id); found != items.end() && isServed(*found->second))
                order.push_back(found->second.get());
        }
    }
    std::vector<const StoredItem *> added;
    for (const auto &[id, item] : items) {
        if (isServed(*item) && !kept.contains(id))
            added.push_back(item.get());
    }
    if (before)
        std::stable_sort(added.begin(), added.end(),
                         [](const StoredItem *a, const StoredItem *b) { return a->createdIndex < b->createdIndex; });
    order.insert(order.end(), added.begin(), added.end());

    m_routes.reserve(order.size());
    for (const StoredItem *item : order) {
        const std::string stamp = stampOf(*item);
        const auto old = kept.find(item->id);
        // Plugins that look into the configuration (key-auth, missing upstreams) hold on to the one they were made for.
        const bool reusable =
            old != kept.end() && old->second->stamp == stamp && !old->second->pluginConfs.contains("key-auth"_L1);
        m_routes.push_back(reusable ? old->second : compile(*item, stamp));
    }
    m_routesReadBody =
        std::any_of(m_routes.begin(), m_routes.end(), [](const auto &route) { return route->matchReadsBody; });
    m_matcher = std::make_unique<RouteMatcher>(m_routes);
}

void RuntimeConfig::chooseUpstream(CompiledRoute &route, const QJsonObject &value, const StoredItem *service) const
{
    const auto byId = [&](const QJsonValue &id) {
        route.upstream = upstream(idText(id).toStdString());
        route.upstreamMissing = !route.upstream;
    };
    const auto inlined = [&](const QJsonValue &conf, const std::string &owner) {
        route.upstream = std::make_shared<Upstream>(std::string(), conf.toObject(), m_options, false, owner);
    };
    // The id wins over an upstream that is written inside; the route wins over its service.
    if (value.contains("upstream_id"_L1))
        byId(value.value("upstream_id"_L1));
    else if (value.contains("upstream"_L1))
        inlined(value.value("upstream"_L1), "/apisix/routes/" + route.id);
    else if (service && service->value.contains("upstream_id"_L1))
        byId(service->value.value("upstream_id"_L1));
    else if (service && service->value.contains("upstream"_L1))
        inlined(service->value.value("upstream"_L1), "/apisix/services/" + route.serviceId);
}

std::shared_ptr<const CompiledRoute> RuntimeConfig::compile(const StoredItem &item, const std::string &stamp) const
{
    auto route = std::make_shared<CompiledRoute>();
    const QJsonObject &value = item.value;
    route->id = item.id;
    route->stamp = stamp;
    route->name = value.value("name"_L1).toString().toStdString();
    route->methods = strings(value.value("methods"_L1).toArray());
    route->hosts = oneOrMany(value, u"host"_s, u"hosts"_s);
    route->paths = oneOrMany(value, u"uri"_s, u"uris"_s);
    route->priority = value.value("priority"_L1).toInteger();
    if (value.contains("filter_func"_L1)) {
        route->filter = comparison(value.value("filter_func"_L1).toString());
        route->unsimulatedFilter = !route->filter;
    }
    route->timeout = timeouts(value.value("timeout"_L1));
    const std::vector<std::string> remotes = oneOrMany(value, u"remote_addr"_s, u"remote_addrs"_s);
    if (!remotes.empty()) {
        QJsonArray addresses;
        for (const std::string &remote : remotes)
            addresses.append(QString::fromStdString(remote));
        QJsonArray rule;
        rule.append(QJsonArray{u"remote_addr"_s, u"ipmatch"_s, addresses});
        if (auto compiled = Expression::compile(rule))
            route->remote = *compiled;
    }
    if (value.contains("vars"_L1)) {
        if (auto compiled = Expression::compile(value.value("vars"_L1).toArray()))
            route->vars = *compiled;
        route->matchReadsBody = mentionsBody(value.value("vars"_L1).toArray());
    }

    // Whose plugin it is decides what begins a split's order anew (apisix.md 5.3).
    struct Owned
    {
        QJsonObject conf;
        SplitOwner owner;
    };
    std::map<QString, Owned> merged;
    const auto take = [&](const QJsonObject &plugins, const SplitOwner &owner) {
        for (auto it = plugins.begin(); it != plugins.end(); ++it)
            merged.try_emplace(it.key(), Owned{it.value().toObject(), owner});
    };
    take(value.value("plugins"_L1).toObject(), {"route/" + item.id, std::to_string(item.modifiedIndex)});
    if (value.contains("plugin_config_id"_L1)) {
        const std::string id = idText(value.value("plugin_config_id"_L1)).toStdString();
        const ItemPtr shared = m_snapshot->find(Collection::PluginConfigs, id);
        route->pluginConfigMissing = !shared;
        if (shared)
            take(shared->value.value("plugins"_L1).toObject(),
                 {"plugin_config/" + id, std::to_string(shared->modifiedIndex)});
    }
    ItemPtr service;
    if (value.contains("service_id"_L1)) {
        route->serviceId = idText(value.value("service_id"_L1)).toStdString();
        service = m_snapshot->find(Collection::Services, route->serviceId);
        route->serviceMissing = !service;
    }
    if (service) {
        route->serviceName = service->value.value("name"_L1).toString().toStdString();
        take(service->value.value("plugins"_L1).toObject(),
             {"service/" + route->serviceId + " route/" + item.id,
              std::to_string(service->modifiedIndex) + ' ' + std::to_string(item.modifiedIndex)});
        if (route->hosts.empty())
            route->hosts = strings(service->value.value("hosts"_L1).toArray());
    }
    for (std::string &host : route->hosts)
        std::transform(host.begin(), host.end(), host.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    route->websocket = value.contains("enable_websocket"_L1)
                           ? value.value("enable_websocket"_L1).toBool()
                           : service && service->value.value("enable_websocket"_L1).toBool();
    for (const auto &[name, owned] : merged) {
        route->pluginConfs.insert(name, owned.conf);
        if (auto plugin = makePlugin(name, owned.conf, owned.owner, *this))
            route->plugins.push_back(std::move(plugin));
    }
    sortByPriority(route->plugins);
    route->readsRequestBody = mentionsBody(route->pluginConfs);
    chooseUpstream(*route, value, service.get());
    return route;
}

Plugins RuntimeConfig::pluginsFor(const CompiledRoute &route, const CompiledConsumer &consumer) const
{
    Plugins plugins;
    for (const PluginPtr &plugin : route.plugins) {
        if (!consumer.plugins.contains(QString::fromStdString(plugin->pluginName)))
            plugins.push_back(plugin);
    }
    const SplitOwner own{"consumer/" + consumer.name, consumer.stamp};
    const SplitOwner group{"consumer_group/" + consumer.group, consumer.groupStamp};
    for (auto it = consumer.plugins.begin(); it != consumer.plugins.end(); ++it) {
        const bool shared = !consumer.groupStamp.empty() && !consumer.ownPlugins.contains(it.key());
        if (auto plugin = makePlugin(it.key(), it.value().toObject(), shared ? group : own, *this))
            plugins.push_back(std::move(plugin));
    }
    sortByPriority(plugins);
    return plugins;
}

} // namespace sluice::simulator
