// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/resourcekind.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

constexpr std::array<ResourceKind, collectionCount> kinds{{
    {Collection::Routes, "routes", "route", "route"},
    {Collection::Services, "services", "service", "service"},
    {Collection::Upstreams, "upstreams", "upstream", "upstream"},
    {Collection::PluginConfigs, "plugin_configs", "plugin config", "plugin_config", false},
    {Collection::GlobalRules, "global_rules", "global rule", "global_rule", false},
    {Collection::Consumers, "consumers", "consumer", "consumer", false, false, false},
    {Collection::Credentials, "credentials", "credential", "credential", false, false},
    {Collection::ConsumerGroups, "consumer_groups", "consumer group", "consumer_group", false},
    {Collection::PluginMetadata, "plugin_metadata", "plugin_metadata", "plugin_metadata", false, false, false, false},
    {Collection::Ssls, "ssls", "ssl", "ssl"},
    {Collection::Protos, "protos", "proto", "proto", true, false},
    {Collection::Secrets, "secrets", "secret", "secret", false},
    {Collection::StreamRoutes, "stream_routes", "stream route", "stream_route", true, false},
}};

} // namespace

std::span<const ResourceKind> resourceKinds()
{
    return kinds;
}

const ResourceKind *resourceKind(const QString &segment)
{
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const ResourceKind &kind) {
        return segment == QLatin1StringView(kind.segment) && kind.collection != Collection::Credentials;
    });
    return found == kinds.end() ? nullptr : &*found;
}

const ResourceKind &resourceKind(Collection collection)
{
    return kinds[static_cast<std::size_t>(collection)];
}

QString storeKey(Collection collection, const std::string &id)
{
    const QString name = QString::fromStdString(id);
    if (collection == Collection::Credentials)
        return u"/apisix/consumers/%1/credentials/%2"_s.arg(name.section(u'/', 0, 0), name.section(u'/', 1));
    return u"/apisix/%1/%2"_s.arg(QLatin1StringView(resourceKind(collection).segment), name);
}

} // namespace sluice::simulator
