// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/simulator.h"

#include "simulator/admin/adminapi.h"
#include "simulator/admin/configurationfile.h"
#include "simulator/demobackends.h"
#include "simulator/http/errorpage.h"
#include "simulator/http/headerlines.h"
#include "simulator/inspect/control.h"
#include "simulator/inspect/inspection.h"
#include "simulator/mappedbackends.h"
#include "simulator/net/activechecks.h"
#include "simulator/net/gateway.h"
#include "simulator/net/localauthority.h"
#include "simulator/net/plainserver.h"
#include "simulator/net/tlscontexts.h"
#include "simulator/proxy/dataplane.h"
#include "simulator/proxy/requestcontext.h"
#include "simulator/sample.h"
#include "simulator/store/statefile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QNetworkInterface>
#include <QRandomGenerator>

#include <atomic>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

constexpr const char *metricsPath = "/apisix/prometheus/metrics";
constexpr std::string_view exportPath = "/sluice/export";

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

std::unique_ptr<NodeDirectory> directory(const SimulatorOptions &options)
{
    if (!options.backendMap.isEmpty())
        return std::make_unique<MappedBackends>(options.backendMap);
    if (options.demoBackends)
        return std::make_unique<DemoBackends>();
    return std::make_unique<RealNodes>();
}

// What a client chose forges no second line, and no colour.
QString inOneLine(const std::string &text)
{
    std::string safe;
    appendEncoded(safe, text, HeadPart::Target);
    return QString::fromStdString(safe);
}

QString orDash(const std::string &text)
{
    return text.empty() ? u"-"_s : inOneLine(text);
}

std::function<void(const TrafficEntry &)> observer(const std::function<void(const QString &)> &log, const QString &name)
{
    if (!log)
        return {};
    return [log, name](const TrafficEntry &entry) {
        log(u"%1 gateway %2 %3 %4 route %5 rule %6 upstream %7 node %8 %9 us"_s.arg(
            name, inOneLine(entry.method), inOneLine(entry.path), QString::number(entry.status), orDash(entry.route),
            orDash(entry.rule), orDash(entry.upstream), orDash(entry.node), QString::number(entry.microseconds)));
    };
}

// What a client that sends no SNI may have connected to.
std::vector<std::string> ownNames(const QHostAddress &bind)
{
    std::vector<std::string> names{"localhost", "127.0.0.1", "::1"};
    if (bind == QHostAddress::LocalHost)
        return names;
    const auto addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : addresses) {
        if (!address.isLoopback() && address.scopeId().isEmpty())
            names.push_back(address.toString().toStdString());
    }
    return names;
}

} // namespace

struct Simulator::Cluster
{
    Cluster(const SimulatedCluster &wanted, const SimulatorOptions &options, const LocalAuthority *localAuthority)
        : name(wanted.name)
        , authority(localAuthority)
        , tls(localAuthority, ownNames(options.bind))
        , admin(store, {.adminKey = options.adminKey.toStdString(),
                        .viewerKey = options.viewerKey.toStdString(),
                        .workers = options.emulateWorkers})
        , dataplane({.emulateWorkers = options.emulateWorkers,
                     .randomStart = options.randomStart,
                     .explain = options.explain,
                     .defaultHost = options.defaultHost.toLower().toStdString(),
                     .observer = observer(options.log, wanted.name)})
        , log(options.log)
        , nodes(directory(options))
        , gateway(dataplane, *nodes, options.threads, options.clientPatience)
        , checks(dataplane, *nodes)
        , adminServer(
              [this](const Request &request, const QHostAddress &, std::uint16_t port) {
                  if (port == metricsPort)
                      return metrics(request);
                  return port == controlPort ? control(request) : answer(request);
              },
              {.patience = options.clientPatience})
    {
        store.follow([this](const SnapshotPtr &snapshot, const std::vector<Change> &changes) {
            dataplane.apply(snapshot);
            if (std::any_of(changes.begin(), changes.end(),
                            [](const Change &change) { return change.collection == Collection::Ssls; }))
                tls.apply(*snapshot);
        });
    }

    Response answer(const Request &request)
    {
        Response response = answered(request);
        if (log)
            log(u"%1 admin %2 %3 %4"_s.arg(name, QString::fromStdString(request.method),
                                           QString::fromStdString(request.target).section(u'?', 0, 0),
                                           QString::number(response.status)));
        return response;
    }

    Response answered(const Request &request)
    {
        if (!request.target.starts_with("/sluice/"))
            return admin.handle(request);
        if (!admin.mayCall(request))
            return {401,
                    {{"Content-Type", "application/json"}},
                    "{\"error_msg\":\"X-API-KEY must carry the Admin key\"}\n",
                    false};
        const std::string path = normalisedPath(request.target);
        if (path == exportPath && !admin.maySeeSecrets(request))
            return {401,
                    {{"Content-Type", "application/json"}},
                    "{\"error_msg\":\"an export holds secrets: X-API-KEY must carry the Admin key\"}\n",
                    false};
        const bool wantsAuthority = request.target.substr(0, request.target.find('?')) == "/sluice/ca.crt";
        if (authority && wantsAuthority)
            return {200, {{"Content-Type", "application/x-x509-ca-cert"}}, authority->certificate(), false};
        return inspect(dataplane, request);
    }

    Response metrics(const Request &request)
    {
        if (request.method != "GET" || request.target.substr(0, request.target.find('?')) != metricsPath)
            return {404, {{"Content-Type", "text/html; charset=utf-8"}}, errorPage(404), false};
        return {200,
                {{"Content-Type", "text/plain"}},
                dataplane.metrics().text(*store.snapshot(), dataplane.nodeHealth(), dataplane.options().version),
                true};
    }

    Response control(const Request &request)
    {
        return controlApi(dataplane.runtime()->snapshot(), admin.schemas(), dataplane.healthPage(), request);
    }

    Result<void> load(const QJsonObject &configuration);
    Result<void> fill(const QJsonObject &configuration, bool sample, StateFile *state);
    Result<void> listen(const SimulatorOptions &options, const SimulatedCluster &wanted, unsigned number);
    Result<void> listenBeside(const SimulatorOptions &options, unsigned number);

    QString name;
    const LocalAuthority *authority; ///< null: there is none
    TlsServerContexts tls;
    ConfigStore store;
    AdminApi admin;
    Dataplane dataplane;
    std::function<void(const QString &)> log;
    std::unique_ptr<NodeDirectory> nodes;
    Gateway gateway;
    ActiveChecks checks;
    std::uint16_t adminPort = 0;
    std::uint16_t gatewayPort = 0;
    std::uint16_t tlsPort = 0;                  ///< 0: there is none
    std::atomic<std::uint16_t> metricsPort = 0; ///< 0: there is none
    std::atomic<std::uint16_t> controlPort = 0;
    PlainServer adminServer; ///< serves those three, each by its port; last, for its thread uses all others
};

Result<void> Simulator::Cluster::listen(const SimulatorOptions &options, const SimulatedCluster &wanted,
                                        unsigned number)
{
    const auto takenGateway = gateway.listen(options.bind, wanted.gatewayPort);
    if (!takenGateway)
        return takenGateway.error();
    gatewayPort = *takenGateway;
    if (wanted.tlsPort) {
        const auto takenTls = gateway.listen(options.bind, *wanted.tlsPort, &tls);
        if (!takenTls)
            return takenTls.error();
        tlsPort = *takenTls;
    }
    const auto takenAdmin = adminServer.listen(options.adminBind, wanted.adminPort);
    if (!takenAdmin)
        return takenAdmin.error();
    adminPort = *takenAdmin;
    return listenBeside(options, number);
}

Result<void> Simulator::Cluster::listenBeside(const SimulatorOptions &options, unsigned number)
{
    const auto numbered = [&](std::uint16_t port) { return static_cast<std::uint16_t>(port == 0 ? 0 : port + number); };
    if (options.metricsPort) {
        auto taken = adminServer.listen(options.adminBind, numbered(*options.metricsPort));
        if (!taken && options.metricsPortMayMove)
            taken = adminServer.listen(options.adminBind, 0);
        if (!taken)
            return taken.error();
        metricsPort = *taken;
    }
    if (options.controlPort) {
        const auto taken = adminServer.listen(options.adminBind, numbered(*options.controlPort));
        if (!taken)
            return taken.error();
        controlPort = *taken;
    }
    return {};
}

Result<void> Simulator::Cluster::load(const QJsonObject &configuration)
{
    auto loaded = withFile(*store.snapshot(), configuration, admin.schemas());
    if (!loaded)
        return loaded.error();
    store.replaceAll(std::move(*loaded));
    return {};
}

// What the state file holds comes before everything that the options say.
Result<void> Simulator::Cluster::fill(const QJsonObject &configuration, bool sample, StateFile *state)
{
    if (state && state->holds(name)) {
        store.replaceAll(state->items(name), state->revision(name));
        admin.takeOverExpiry();
    } else {
        if (sample) {
            if (auto loaded = load(sampleConfiguration()); !loaded)
                return loaded;
        }
        if (auto loaded = load(configuration); !loaded)
            return loaded;
        if (!state)
            return {};
        if (auto begun = state->begin(name, store.snapshot()); !begun)
            return begun;
    }
    store.setJournal([state, cluster = name](std::int64_t revision, const std::vector<Change> &changes) {
        return state->append(cluster, revision, changes);
    });
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
    if (m_options.selfSigned)
        m_authority = std::make_unique<LocalAuthority>();
    if (!m_options.stateFile.isEmpty()) {
        auto state = StateFile::open(m_options.stateFile);
        if (!state)
            return state.error();
        m_state = std::move(*state);
    }
    for (const SimulatedCluster &wanted : std::as_const(m_options.clusters)) {
        auto cluster = std::make_unique<Cluster>(wanted, m_options, m_authority.get());
        if (auto filled = cluster->fill(wanted.configuration, m_options.sample, m_state.get()); !filled)
            return filled.error();
        const auto number = static_cast<unsigned>(m_clusters.size());
        if (auto listening = cluster->listen(m_options, wanted, number); !listening)
            return listening.error();
        m_clusters.push_back(std::move(cluster));
    }
    return {};
}

QList<RunningCluster> Simulator::clusters() const
{
    QList<RunningCluster> result;
    for (const auto &cluster : m_clusters) {
        RunningCluster running{cluster->name,
                               localUrl(m_options.adminBind, cluster->adminPort),
                               localUrl(m_options.bind, cluster->gatewayPort),
                               {},
                               {},
                               {}};
        if (cluster->tlsPort != 0) {
            running.gatewayTls = localUrl(m_options.bind, cluster->tlsPort);
            running.gatewayTls.setScheme(u"https"_s);
        }
        if (cluster->metricsPort != 0) {
            running.metrics = localUrl(m_options.adminBind, cluster->metricsPort);
            running.metrics.setPath(QLatin1StringView(metricsPath));
        }
        if (cluster->controlPort != 0)
            running.control = localUrl(m_options.adminBind, cluster->controlPort);
        result.append(running);
    }
    return result;
}

QJsonObject Simulator::exported(const QString &name) const
{
    QJsonObject result;
    for (const auto &cluster : m_clusters) {
        if (cluster->name == name)
            result = toFile(*cluster->store.snapshot());
    }
    return result;
}

} // namespace sluice::simulator
