// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/simulator.h"

#include "simulator/admin/adminapi.h"
#include "simulator/admin/luajson.h"
#include "simulator/admin/references.h"
#include "simulator/admin/resourcekind.h"
#include "simulator/demobackends.h"
#include "simulator/inspect/inspection.h"
#include "simulator/net/gateway.h"
#include "simulator/net/plainserver.h"
#include "simulator/proxy/dataplane.h"
#include "simulator/sample.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

QString randomKey()
{
    QByteArray bytes(16, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return QString::fromLatin1(bytes.toHex());
}

QUrl localUrl(const QHostAddress &address, std::uint16_t port)
{
    QUrl url;
    url.setScheme(u"http"_s);
    const bool any =
        address == QHostAddress::Any || address == QHostAddress::AnyIPv4 || address == QHostAddress::AnyIPv6;
    url.setHost(any ? u"127.0.0.1"_s : address.toString());
    url.setPort(port);
    return url;
}

// The order of references: what is named comes before what names it.
constexpr Collection loadOrder[] = {
    Collection::PluginMetadata, Collection::Secrets,        Collection::Ssls,      Collection::Protos,
    Collection::Upstreams,      Collection::ConsumerGroups, Collection::Consumers, Collection::Services,
    Collection::PluginConfigs,  Collection::GlobalRules,    Collection::Routes,
};

} // namespace

struct Simulator::Cluster
{
    Cluster(const SimulatedCluster &wanted, const SimulatorOptions &options)
        : name(wanted.name)
        , admin(store, {.adminKey = options.adminKey.toStdString(), .viewerKey = options.viewerKey.toStdString()})
        , dataplane({.emulateWorkers = options.emulateWorkers,
                     .randomStart = options.randomStart,
                     .explain = options.explain,
                     .defaultHost = options.defaultHost.toLower().toStdString()})
        , nodes(options.demoBackends ? std::unique_ptr<NodeDirectory>(std::make_unique<DemoBackends>())
                                     : std::make_unique<RealNodes>())
        , gateway(dataplane, *nodes, options.threads)
        , adminServer([this](const Request &request, const QHostAddress &, std::uint16_t) { return answer(request); })
    {
        store.follow([this](const SnapshotPtr &snapshot, const std::vector<Change> &) { dataplane.apply(snapshot); });
    }

    Response answer(const Request &request)
    {
        if (!request.target.starts_with("/sluice/"))
            return admin.handle(request);
        if (admin.mayRead(request))
            return inspect(dataplane, request);
        return {401,
                {{"Content-Type", "application/json"}},
                "{\"error_msg\":\"X-API-KEY must carry the Admin key\"}\n",
                false};
    }

    Result<void> load(const QJsonObject &configuration);

    QString name;
    ConfigStore store;
    AdminApi admin;
    Dataplane dataplane;
    std::unique_ptr<NodeDirectory> nodes;
    Gateway gateway;
    PlainServer adminServer;
    std::uint16_t adminPort = 0;
    std::uint16_t gatewayPort = 0;
};

Result<void> Simulator::Cluster::load(const QJsonObject &configuration)
{
    const std::string key = admin.adminKey();
    for (const Collection collection : loadOrder) {
        const ResourceKind &kind = resourceKind(collection);
        const QJsonArray items = configuration.value(QLatin1StringView(kind.segment)).toArray();
        for (const QJsonValue &value : items) {
            QJsonObject item = value.toObject();
            item.remove("create_time"_L1);
            item.remove("update_time"_L1);
            const QString id = collection == Collection::Consumers ? item.value("username"_L1).toString()
                                                                   : idText(item.value("id"_L1));
            const std::string target = u"/apisix/admin/%1/%2"_s.arg(QLatin1StringView(kind.segment), id).toStdString();
            const Response response = admin.handle({.method = "PUT",
                                                    .target = target,
                                                    .headers = {{"X-API-KEY", key}},
                                                    .body = encodeJson(item),
                                                    .peerAddress = {}});
            if (response.status >= 300)
                return Error{.kind = Error::Kind::Invalid,
                             .reason = QCoreApplication::translate("Simulator", "%1 \"%2\" can't be loaded.")
                                           .arg(QLatin1StringView(kind.words), id),
                             .detail = QString::fromStdString(response.body).trimmed(),
                             .traffic = {},
                             .advice = QCoreApplication::translate("Simulator", "Mend the item in the file.")};
        }
    }
    return {};
}

Simulator::Simulator(SimulatorOptions options)
    : m_options(std::move(options))
{
    if (m_options.adminKey.isEmpty())
        m_options.adminKey = randomKey();
}

Simulator::~Simulator() = default;

Result<void> Simulator::start()
{
    for (const SimulatedCluster &wanted : std::as_const(m_options.clusters)) {
        auto cluster = std::make_unique<Cluster>(wanted, m_options);
        if (m_options.sample) {
            if (auto loaded = cluster->load(sampleConfiguration()); !loaded)
                return loaded.error();
        }
        if (auto loaded = cluster->load(wanted.configuration); !loaded)
            return loaded.error();
        const auto gatewayPort = cluster->gateway.listen(m_options.bind, wanted.gatewayPort);
        if (!gatewayPort)
            return gatewayPort.error();
        const auto adminPort = cluster->adminServer.listen(m_options.adminBind, wanted.adminPort);
        if (!adminPort)
            return adminPort.error();
        cluster->gatewayPort = *gatewayPort;
        cluster->adminPort = *adminPort;
        m_clusters.push_back(std::move(cluster));
    }
    return {};
}

QList<RunningCluster> Simulator::clusters() const
{
    QList<RunningCluster> result;
    for (const auto &cluster : m_clusters)
        result.append({cluster->name, localUrl(m_options.adminBind, cluster->adminPort),
                       localUrl(m_options.bind, cluster->gatewayPort)});
    return result;
}

QJsonObject Simulator::exported(const QString &name) const
{
    QJsonObject result;
    for (const auto &cluster : m_clusters) {
        if (cluster->name != name)
            continue;
        const SnapshotPtr snapshot = cluster->store.snapshot();
        for (const Collection collection : loadOrder) {
            QJsonArray items;
            for (const auto &[id, item] : (*snapshot)[collection])
                items.append(item->value);
            if (!items.isEmpty())
                result.insert(QLatin1StringView(resourceKind(collection).segment), items);
        }
    }
    return result;
}

} // namespace sluice::simulator
