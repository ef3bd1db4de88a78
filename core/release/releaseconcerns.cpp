// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/releaseconcerns.h"

#include "core/model/prose.h"
#include "core/release/releaserecord.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ReleaseConcernsText
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseConcerns)
};

bool hasSplit(const Resource &resource)
{
    return resource.plugins().contains(u"traffic-split"_s);
}

const Resource *find(const QList<Resource> &resources, const QString &id)
{
    const auto found = std::find_if(resources.begin(), resources.end(),
                                    [&id](const Resource &resource) { return resource.id() == id; });
    return found == resources.end() ? nullptr : &*found;
}

void addSplits(QList<SplitLayer> &layers, const QList<Resource> &resources, SplitLayer::Level level)
{
    for (const Resource &resource : resources) {
        if (hasSplit(resource))
            layers.append({level, resource.id()});
    }
}

QString joined(const QList<SplitLayer> &layers)
{
    QStringList names;
    for (const SplitLayer &layer : layers)
        names.append(toText(layer));
    return enumerated(names);
}

QString stringOf(const Upstream &upstream, const QString &field, const QString &byDefault)
{
    return upstream.resource.value[field].toString(byDefault);
}

QStringList targetConcerns(const Surroundings &around)
{
    if (!around.target)
        return {};
    QStringList concerns;
    const Upstream &target = *around.target;
    if (!target.discovery().isEmpty())
        concerns.append(
            ReleaseConcernsText::tr("The target finds its nodes by service discovery (%1).").arg(target.discovery()));
    else if (target.nodes().isEmpty())
        concerns.append(ReleaseConcernsText::tr("The target upstream has no nodes: its requests will fail."));
    else if (target.totalWeight() == 0)
        concerns.append(ReleaseConcernsText::tr("All nodes of the target have the weight 0: its requests will fail."));
    if (!around.current)
        return concerns;
    const Upstream &current = *around.current;
    QStringList ours = target.nodes();
    QStringList theirs = current.nodes();
    ours.sort();
    theirs.sort();
    if (!ours.isEmpty() && ours == theirs)
        concerns.append(ReleaseConcernsText::tr("The target has the same nodes as the current upstream."));
    if (stringOf(target, u"scheme"_s, u"http"_s) != stringOf(current, u"scheme"_s, u"http"_s))
        concerns.append(ReleaseConcernsText::tr("The target speaks another scheme than the current upstream."));
    if (stringOf(target, u"pass_host"_s, u"pass"_s) != stringOf(current, u"pass_host"_s, u"pass"_s))
        concerns.append(
            ReleaseConcernsText::tr("The target passes the host on in another way than the current upstream."));
    return concerns;
}

QStringList neighbourConcerns(const Surroundings &around)
{
    QStringList concerns;
    const QString service = around.api.resource.reference(u"service_id"_s);
    for (const Release &release : around.releases) {
        const bool ofService =
            release.api.kind == ApiRef::Kind::Service && !service.isEmpty() && release.api.id == service;
        const bool ofRoute = std::any_of(around.routes.begin(), around.routes.end(),
                                         [&release](const Api &route) { return route.ref == release.api; });
        if (ofService)
            concerns.append(ReleaseConcernsText::tr("The route's service has a release in progress: \"%1\" (%2).")
                                .arg(release.name, release.id));
        if (ofRoute)
            concerns.append(ReleaseConcernsText::tr("A route of this service has a release of its own: \"%1\" (%2).")
                                .arg(release.name, release.id));
    }
    return concerns;
}

QStringList serviceConcerns(const Surroundings &around)
{
    QStringList moving;
    QStringList own;
    QStringList split;
    for (const Api &route : around.routes) {
        if (route.hasSplit())
            split.append(route.name());
        else if (route.currentUpstream() != "service"_L1)
            own.append(route.name());
        else
            moving.append(route.name());
    }
    QStringList concerns;
    if (!moving.isEmpty())
        concerns.append(ReleaseConcernsText::tr("These routes move together: %1.").arg(enumerated(moving)));
    if (!own.isEmpty())
        concerns.append(ReleaseConcernsText::tr(
                            "These routes have an upstream of their own: the split's share goes to the target, the "
                            "rest stays there, and a full release does not move them: %1.")
                            .arg(enumerated(own)));
    if (!split.isEmpty())
        concerns.append(ReleaseConcernsText::tr("These routes have a split of their own and are not touched: %1.")
                            .arg(enumerated(split)));
    return concerns;
}

} // namespace

QString toText(const SplitLayer &layer)
{
    switch (layer.level) {
    case SplitLayer::Level::PluginConfig:
        return ReleaseConcernsText::tr("plugin config %1").arg(layer.id);
    case SplitLayer::Level::Service:
        return ReleaseConcernsText::tr("service %1").arg(layer.id);
    case SplitLayer::Level::Route:
        return ReleaseConcernsText::tr("route %1").arg(layer.id);
    case SplitLayer::Level::Consumer:
        return ReleaseConcernsText::tr("consumer %1").arg(layer.id);
    case SplitLayer::Level::ConsumerGroup:
        return ReleaseConcernsText::tr("consumer group %1").arg(layer.id);
    case SplitLayer::Level::GlobalRule:
        return ReleaseConcernsText::tr("global rule %1").arg(layer.id);
    }
    return {};
}

QList<SplitLayer> hiddenSplits(const Surroundings &around)
{
    QList<SplitLayer> layers;
    if (around.api.ref.kind == ApiRef::Kind::Service)
        return layers;
    const QString config = around.api.resource.reference(u"plugin_config_id"_s);
    const QString service = around.api.resource.reference(u"service_id"_s);
    const Resource *foundConfig = find(around.pluginConfigs, config);
    const Resource *foundService = find(around.services, service);
    if (foundConfig != nullptr && hasSplit(*foundConfig))
        layers.append({SplitLayer::Level::PluginConfig, config});
    if (foundService != nullptr && hasSplit(*foundService))
        layers.append({SplitLayer::Level::Service, service});
    return layers;
}

QList<SplitLayer> overridingSplits(const Surroundings &around)
{
    QList<SplitLayer> layers;
    addSplits(layers, around.consumers, SplitLayer::Level::Consumer);
    addSplits(layers, around.consumerGroups, SplitLayer::Level::ConsumerGroup);
    addSplits(layers, around.globalRules, SplitLayer::Level::GlobalRule);
    for (const Api &route : around.routes) {
        const Resource *config = find(around.pluginConfigs, route.resource.reference(u"plugin_config_id"_s));
        if (!route.hasSplit() && config != nullptr && hasSplit(*config))
            layers.append({SplitLayer::Level::PluginConfig, config->id()});
    }
    return layers;
}

QStringList concernsOf(const Surroundings &around)
{
    QStringList concerns;
    if (!around.api.enabled())
        concerns.append(ReleaseConcernsText::tr("The route is disabled: nothing can be called."));
    concerns += targetConcerns(around);
    concerns += neighbourConcerns(around);
    concerns += serviceConcerns(around);
    if (const QList<SplitLayer> hidden = hiddenSplits(around); !hidden.isEmpty())
        concerns.append(ReleaseConcernsText::tr("This split hides another one, which applies again after Cancel: %1.")
                            .arg(joined(hidden)));
    if (const QList<SplitLayer> overriding = overridingSplits(around); !overriding.isEmpty())
        concerns.append(
            ReleaseConcernsText::tr("Some requests are not part of the release, for a split of theirs decides: %1.")
                .arg(joined(overriding)));
    return concerns;
}

QCoro::Task<Result<Surroundings>> surroundingsOf(AdminClient &admin, Api api, QString target, QString workspaceKey)
{
    Surroundings around;
    around.api = api;
    const auto upstream = [&admin](QString id) -> QCoro::Task<std::optional<Upstream>> {
        std::optional<Upstream> result;
        if (id.isEmpty() || id == "inline"_L1 || id == "service"_L1)
            co_return result;
        Result<Resource> found = co_await admin.get(ResourceKind::Upstreams, id);
        if (found)
            result = Upstream{*found};
        co_return result;
    };
    QString currentId = api.currentUpstream();
    if (currentId == "inline"_L1)
        around.current = Upstream{{api.inlineUpstream()}};
    if (currentId == "service"_L1) {
        Result<Resource> service = co_await admin.get(ResourceKind::Services, api.resource.reference(u"service_id"_s));
        currentId = service ? service->reference(u"upstream_id"_s) : QString();
        if (service && currentId.isEmpty() && service->value[u"upstream"_s].isObject())
            around.current = Upstream{{service->value[u"upstream"_s].toObject()}};
    }
    if (!around.current)
        around.current = co_await upstream(currentId);
    around.target = co_await upstream(target);
    const std::pair<ResourceKind, QList<Resource> *> lists[] = {
        {ResourceKind::PluginConfigs, &around.pluginConfigs}, {ResourceKind::Services, &around.services},
        {ResourceKind::Consumers, &around.consumers},         {ResourceKind::ConsumerGroups, &around.consumerGroups},
        {ResourceKind::GlobalRules, &around.globalRules},
    };
    for (const auto &[kind, list] : lists) {
        Result<QList<Resource>> found = co_await admin.list(kind);
        if (!found)
            co_return found.error();
        *list = *found;
    }
    for (const Resource &config : std::as_const(around.pluginConfigs)) {
        const Release release = releaseFrom(config, workspaceKey);
        if (isRecord(config) && release.isInProgress())
            around.releases.append(release);
    }
    if (api.ref.kind == ApiRef::Kind::Service) {
        Result<QList<Resource>> routes = co_await admin.list(ResourceKind::Routes);
        if (!routes)
            co_return routes.error();
        for (const Resource &route : std::as_const(*routes)) {
            const ApiRef ref{ApiRef::Kind::Route, route.id()};
            if (route.reference(u"service_id"_s) == api.ref.id)
                around.routes.append(Api{ref, route});
        }
    }
    co_return around;
}

} // namespace sluice
