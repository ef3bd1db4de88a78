// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/localtwin.h"

#include "core/session/simulatorinspection.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct LocalTwinText
{
    Q_DECLARE_TR_FUNCTIONS(Rehearsal)
};

/// In the order of references, so that each finds what it names.
constexpr ResourceKind kinds[] = {ResourceKind::Upstreams,      ResourceKind::Services,  ResourceKind::PluginConfigs,
                                  ResourceKind::ConsumerGroups, ResourceKind::Consumers, ResourceKind::GlobalRules,
                                  ResourceKind::Routes};

bool isLease(const Resource &resource)
{
    return resource.label(u"sluice.kind"_s) == "lease"_L1;
}

/// Without it a twin would send requests elsewhere.
bool isNeeded(ResourceKind kind)
{
    return kind == ResourceKind::Routes || kind == ResourceKind::Upstreams || kind == ResourceKind::Services ||
           kind == ResourceKind::PluginConfigs;
}

QJsonArray itemsOf(const QList<Resource> &resources)
{
    QJsonArray items;
    for (const Resource &resource : resources) {
        if (isLease(resource))
            continue;
        QJsonObject value = resource.value;
        value.remove(u"create_time"_s);
        value.remove(u"update_time"_s);
        items.append(value);
    }
    return items;
}

simulator::SimulatorOptions optionsFor(const QJsonObject &configuration, int workers)
{
    simulator::SimulatorOptions options;
    options.clusters = {{u"twin"_s, 0, 0, configuration}};
    options.demoBackends = true;
    options.emulateWorkers = unsigned(std::max(1, workers));
    return options;
}

Error notStarted(const Error &fault)
{
    return {.kind = Error::Kind::Server,
            .reason = LocalTwinText::tr("The twin can't be started: %1").arg(fault.reason),
            .detail = fault.detail,
            .traffic = {},
            .advice = LocalTwinText::tr("The cluster was only read; nothing was changed there.")};
}

} // namespace

QCoro::Task<Result<ClusterConfiguration>> configurationOf(ClusterSession &cluster)
{
    ClusterConfiguration configuration;
    for (const ResourceKind kind : kinds) {
        Result<QList<Resource>> listed = co_await cluster.admin().list(kind);
        if (!listed && isNeeded(kind))
            co_return listed.error();
        if (listed)
            configuration.content.insert(toText(kind), itemsOf(*listed));
        else
            configuration.notes.append(LocalTwinText::tr("The twin is incomplete: %1 can't be read (%2)")
                                           .arg(toText(kind), listed.error().reason));
    }
    co_return configuration;
}

LocalTwin::LocalTwin(const QJsonObject &configuration, int workers)
    : m_simulator(optionsFor(configuration, workers))
{
}

/// Nothing of the profile that names the cluster itself stays.
void LocalTwin::connectTo(const ClusterProfile &original, const QString &operatorName)
{
    const simulator::RunningCluster running = m_simulator.clusters().constFirst();
    ClusterProfile profile = original;
    profile.admin = running.admin;
    profile.gateways = {running.gateway};
    profile.metrics.clear();
    profile.controls.clear();
    profile.readOnly = false;
    profile.headers.clear();
    profile.tls = {};
    const ClusterSecrets secrets{m_simulator.adminKey().toUtf8(), {}};
    const ClusterSession::Options options{operatorName, QDir::tempPath()};
    m_session = std::make_unique<ClusterSession>(profile, secrets, options);
}

QCoro::Task<Result<std::shared_ptr<LocalTwin>>> LocalTwin::start(QJsonObject configuration, ClusterProfile original,
                                                                 QString operatorName)
{
    const std::shared_ptr<LocalTwin> twin(new LocalTwin(configuration, original.workers));
    const Result<void> started = twin->m_simulator.start();
    if (!started) {
        Error fault = notStarted(started.error());
        co_return fault;
    }
    twin->connectTo(original, operatorName);
    Result<GatewayInfo> opened = co_await twin->m_session->open();
    if (!opened)
        co_return opened.error();
    co_return twin;
}

QCoro::Task<Result<RequestExplanation>> explainOnTwin(std::shared_ptr<ClusterSession> cluster, PastedRequest request)
{
    Result<ClusterConfiguration> configuration = co_await configurationOf(*cluster);
    if (!configuration)
        co_return configuration.error();
    Result<std::shared_ptr<LocalTwin>> twin =
        co_await LocalTwin::start(configuration->content, cluster->profile(), cluster->operatorName());
    if (!twin)
        co_return twin.error();
    SimulatorInspection inspection((*twin)->admin(), (*twin)->key());
    Result<RequestExplanation> explanation = co_await inspection.explain(request);
    co_return explanation;
}

} // namespace sluice
