// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/references.h"

#include "simulator/admin/luajson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

bool splitNames(const QJsonObject &item, const QString &upstream)
{
    const QJsonArray rules =
        item.value("plugins"_L1).toObject().value("traffic-split"_L1).toObject().value("rules"_L1).toArray();
    for (const QJsonValue &rule : rules) {
        const QJsonArray entries = rule.toObject().value("weighted_upstreams"_L1).toArray();
        for (const QJsonValue &entry : entries) {
            const QJsonValue id = entry.toObject().value("upstream_id"_L1);
            if (!id.isUndefined() && idText(id) == upstream)
                return true;
        }
    }
    return false;
}

// The first of those that uses says true of, in the order in which the data plane holds them: that of their creation.
template <class Uses>
const StoredItem *firstUser(const Items &items, Uses uses)
{
    const StoredItem *first = nullptr;
    for (const auto &[name, item] : items) {
        if ((!first || item->createdIndex < first->createdIndex) && uses(item->value))
            first = item.get();
    }
    return first;
}

bool names(const QJsonObject &item, QLatin1StringView field, const QString &id)
{
    const QJsonValue reference = item.value(field);
    return !reference.isUndefined() && idText(reference) == id;
}

std::optional<QString> userByField(const Items &items, QLatin1StringView field, const QString &id)
{
    const StoredItem *user = firstUser(items, [&](const QJsonObject &item) { return names(item, field, id); });
    return user ? std::optional(QString::fromStdString(user->id)) : std::nullopt;
}

struct UpstreamUser
{
    Collection collection;
    const char *word; ///< as APISIX writes it
};

std::optional<QString> upstreamUser(const Snapshot &snapshot, const QString &id)
{
    static constexpr UpstreamUser users[] = {
        {Collection::Routes, "route"},
        {Collection::Services, "service"},
        {Collection::PluginConfigs, "plugin_config"},
        {Collection::Consumers, "consumer"},
        {Collection::ConsumerGroups, "consumer_group"},
        {Collection::GlobalRules, "global_rules"},
    };
    for (const UpstreamUser &user : users) {
        const StoredItem *item = firstUser(snapshot[user.collection], [&](const QJsonObject &value) {
            return splitNames(value, id) || names(value, "upstream_id"_L1, id);
        });
        if (!item)
            continue;
        const QString who = QLatin1StringView(user.word) + u" ["_s + QString::fromStdString(item->id) + u']';
        return splitNames(item->value, id) ? u"plugin in "_s + who : who;
    }
    return std::nullopt;
}

std::optional<QString> protoUser(const Items &items, const QString &id)
{
    const StoredItem *user = firstUser(items, [&](const QJsonObject &item) {
        return names(item.value("plugins"_L1).toObject().value("grpc-transcode"_L1).toObject(), "proto_id"_L1, id);
    });
    return user ? std::optional(QString::fromStdString(user->id)) : std::nullopt;
}

// What tells consumers apart, for each auth plugin.
constexpr std::pair<QLatin1StringView, QLatin1StringView> keyFields[] = {{"key-auth"_L1, "key"_L1},
                                                                         {"basic-auth"_L1, "username"_L1},
                                                                         {"jwt-auth"_L1, "key"_L1},
                                                                         {"hmac-auth"_L1, "key_id"_L1}};

std::optional<QString> duplicateKey(const Snapshot &snapshot, Collection collection, const std::string &id,
                                    const QJsonObject &plugins)
{
    for (const auto &[plugin, field] : keyFields) {
        const QJsonValue key = plugins.value(plugin).toObject().value(field);
        if (!key.isString())
            continue;
        for (const Collection kind : {Collection::Consumers, Collection::Credentials}) {
            for (const auto &[other, item] : snapshot[kind]) {
                const std::string owner = other.substr(0, other.find('/'));
                const bool own = collection == Collection::Consumers ? owner == id : kind == collection && other == id;
                const QJsonObject theirs = item->value.value("plugins"_L1).toObject().value(plugin).toObject();
                if (!own && theirs.value(field) == key)
                    return u"duplicate key of plugin %1 found with consumer: %2"_s.arg(plugin,
                                                                                       QString::fromStdString(owner));
            }
        }
    }
    return std::nullopt;
}

} // namespace

QString idText(const QJsonValue &id)
{
    return id.isDouble() ? numberText(id.toDouble()) : id.toString();
}

std::optional<QString> danglingReference(const Snapshot &snapshot, Collection collection, const QJsonObject &value)
{
    const auto missing = [&](QLatin1StringView field, Collection target) {
        return value.contains(field) && !snapshot.find(target, idText(value.value(field)).toStdString());
    };
    const auto text = [&](const char *words, QLatin1StringView field) {
        return u"failed to fetch %1 info by %1 id [%2], response code: 404"_s.arg(QLatin1StringView(words),
                                                                                  idText(value.value(field)));
    };
    if (collection == Collection::Routes || collection == Collection::Services ||
        collection == Collection::StreamRoutes) {
        if (missing("upstream_id"_L1, Collection::Upstreams))
            return text("upstream", "upstream_id"_L1);
    }
    if (collection == Collection::Routes || collection == Collection::StreamRoutes) {
        if (missing("service_id"_L1, Collection::Services))
            return text("service", "service_id"_L1);
    }
    if (collection == Collection::Routes && missing("plugin_config_id"_L1, Collection::PluginConfigs))
        return text("plugin config", "plugin_config_id"_L1);
    if (collection == Collection::Consumers && missing("group_id"_L1, Collection::ConsumerGroups))
        return text("consumer group", "group_id"_L1);
    return std::nullopt;
}

std::optional<QString> duplicatePlugin(const Snapshot &snapshot, Collection collection, const std::string &id,
                                       const QJsonObject &value)
{
    const QJsonObject plugins = value.value("plugins"_L1).toObject();
    if (collection == Collection::GlobalRules) {
        for (const auto &[other, item] : snapshot[collection]) {
            const QJsonObject theirs = item->value.value("plugins"_L1).toObject();
            for (auto it = plugins.begin(); it != plugins.end() && other != id; ++it) {
                if (theirs.contains(it.key()))
                    return u"plugin '%1' already exists in global rule with id '%2'"_s.arg(
                        it.key(), QString::fromStdString(other));
            }
        }
    }
    if (collection == Collection::Consumers || collection == Collection::Credentials)
        return duplicateKey(snapshot, collection, id, plugins);
    return std::nullopt;
}

std::optional<QString> stillUsed(const Snapshot &snapshot, Collection collection, const QString &id)
{
    switch (collection) {
    case Collection::Upstreams:
        if (const auto user = upstreamUser(snapshot, id))
            return u"can not delete this upstream, %1 is still using it now"_s.arg(*user);
        break;
    case Collection::Services:
        if (const auto route = userByField(snapshot[Collection::Routes], "service_id"_L1, id))
            return u"can not delete this service directly, route [%1] is still using it now"_s.arg(*route);
        break;
    case Collection::PluginConfigs:
        if (const auto route = userByField(snapshot[Collection::Routes], "plugin_config_id"_L1, id))
            return u"can not delete this plugin config, route [%1] is still using it now"_s.arg(*route);
        break;
    case Collection::ConsumerGroups:
        if (const auto consumer = userByField(snapshot[Collection::Consumers], "group_id"_L1, id))
            return u"can not delete this consumer group, consumer [%1] is still using it now"_s.arg(*consumer);
        break;
    case Collection::Protos:
        if (const auto route = protoUser(snapshot[Collection::Routes], id))
            return u"can not delete this proto, route [%1] is still using it now"_s.arg(*route);
        if (const auto service = protoUser(snapshot[Collection::Services], id))
            return u"can not delete this proto, service [%1] is still using it now"_s.arg(*service);
        break;
    default:
        break;
    }
    return std::nullopt;
}

} // namespace sluice::simulator
