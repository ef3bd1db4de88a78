// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/simulator.h"

#include "core/process/stopsignal.h"
#include "core/version/version.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;
using namespace sluice;
using namespace sluice::simulator;

namespace {

constexpr int exitUsage = 2;
constexpr std::uint16_t defaultMetricsPort = 9091;
constexpr std::uint16_t defaultTlsPort = 9443;

struct Arguments
{
    std::vector<std::string> clusters;
    std::string bind = "127.0.0.1";
    std::string adminBind = "127.0.0.1";
    std::string adminKey;
    std::string adminKeyFile;
    std::string viewerKey;
    unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    unsigned emulateWorkers = 1;
    bool randomStart = false;
    bool demo = false;
    bool sample = false;
    bool selfSigned = false;
    std::string backends;
    bool explain = true;
    std::vector<std::string> load;
    std::string readyFile;
    std::string state;
    bool verbose = false;
    std::string defaultHost;
    std::optional<std::uint16_t> metricsPort;
    std::optional<std::uint16_t> controlPort;
};

int fail(const QString &text)
{
    std::fputs((u"sluice-simulator: "_s + text + u'\n').toUtf8().constData(), stderr);
    return exitUsage;
}

int fail(const Error &error)
{
    QStringList sentences;
    for (const QString &part : {error.reason, error.detail, error.advice}) {
        if (!part.isEmpty())
            sentences.append(part.endsWith(u'.') ? part : part + u'.');
    }
    return fail(sentences.join(u' '));
}

Result<SimulatedCluster> parseCluster(const std::string &text)
{
    const QStringList parts = QString::fromStdString(text).split(u':');
    bool adminOk = false;
    bool gatewayOk = false;
    bool tlsOk = parts.size() < 4;
    SimulatedCluster cluster{
        parts.value(0), parts.value(1).toUShort(&adminOk), parts.value(2).toUShort(&gatewayOk), {}, {}};
    if (parts.size() == 4)
        cluster.tlsPort = parts.at(3).toUShort(&tlsOk);
    if (parts.size() < 3 || parts.size() > 4 || !tlsOk || cluster.name.isEmpty() || !adminOk || !gatewayOk)
        return Error::invalid(u"\"%1\" is no cluster."_s.arg(QString::fromStdString(text)),
                              u"Write NAME:ADMINPORT:GATEWAYPORT[:TLSPORT], for example local:9180:9080:9443."_s);
    return cluster;
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error::invalid(u"\"%1\" can't be read: %2."_s.arg(path, file.errorString()));
    return file.readAll();
}

bool isNode(const QString &text)
{
    return text.lastIndexOf(u':') > 0 && text.sliced(text.lastIndexOf(u':') + 1).toUShort() != 0;
}

Result<QMap<QString, QString>> readMap(const QString &path)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
    QMap<QString, QString> map;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (isNode(it.key()) && isNode(it.value().toString()))
            map.insert(it.key(), it.value().toString());
    }
    if (map.isEmpty() || map.size() != object.size())
        return Error::invalid(u"\"%1\" maps no nodes."_s.arg(path), u"Write {\"host:port\": \"address:port\"}."_s);
    return map;
}

// Several files may be loaded into one cluster, one on top of the other.
void addTo(QJsonObject &configuration, const QJsonObject &file)
{
    for (auto it = file.begin(); it != file.end(); ++it) {
        QJsonArray items = configuration.value(it.key()).toArray();
        const QJsonArray added = it.value().toArray();
        for (const QJsonValue &item : added)
            items.append(item);
        configuration.insert(it.key(), it.value().isArray() ? QJsonValue(items) : it.value());
    }
}

Result<void> load(const std::string &argument, QList<SimulatedCluster> &clusters)
{
    const QString text = QString::fromStdString(argument);
    const bool named = text.contains(u'=');
    const QString name = named ? text.section(u'=', 0, 0) : clusters.first().name;
    const QString path = named ? text.section(u'=', 1) : text;
    const auto bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    QJsonParseError fault{};
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &fault);
    if (fault.error != QJsonParseError::NoError)
        return Error::invalid(u"\"%1\" is no JSON: %2 at byte %3."_s.arg(path, fault.errorString()).arg(fault.offset));
    if (!document.isObject())
        return Error::invalid(u"\"%1\" is no JSON object."_s.arg(path),
                              u"Write {\"routes\":[...],\"upstreams\":[...]}."_s);
    const auto cluster = std::find_if(clusters.begin(), clusters.end(),
                                      [&](const SimulatedCluster &known) { return known.name == name; });
    if (cluster == clusters.end())
        return Error::invalid(u"There is no cluster \"%1\" to load \"%2\" into."_s.arg(name, path));
    addTo(cluster->configuration, document.object());
    return {};
}

// A cluster that names no TLS port gets APISIX's own, or a free one where it takes free ones.
void giveTlsPorts(QList<SimulatedCluster> &clusters)
{
    for (qsizetype i = 0; i < clusters.size(); ++i) {
        SimulatedCluster &cluster = clusters[i];
        if (!cluster.tlsPort)
            cluster.tlsPort = static_cast<std::uint16_t>(cluster.gatewayPort == 0 ? 0 : defaultTlsPort + i);
    }
}

Result<SimulatorOptions> toOptions(const Arguments &arguments)
{
    SimulatorOptions options;
    options.bind = QHostAddress(QString::fromStdString(arguments.bind));
    options.adminBind = QHostAddress(QString::fromStdString(arguments.adminBind));
    if (options.bind.isNull() || options.adminBind.isNull())
        return Error::invalid(u"--bind and --admin-bind take an IP address."_s);
    options.adminKey = QString::fromStdString(arguments.adminKey);
    options.viewerKey = QString::fromStdString(arguments.viewerKey);
    options.threads = arguments.threads;
    options.emulateWorkers = arguments.emulateWorkers;
    options.randomStart = arguments.randomStart;
    options.explain = arguments.explain;
    options.demoBackends =
        arguments.demo || arguments.backends == "demo" || (arguments.backends.empty() && !arguments.load.empty());
    options.stateFile = QString::fromStdString(arguments.state);
    options.sample = arguments.sample;
    options.defaultHost = QString::fromStdString(arguments.defaultHost);
    if (!arguments.adminKeyFile.empty()) {
        const auto key = readFile(QString::fromStdString(arguments.adminKeyFile));
        if (!key)
            return key.error();
        options.adminKey = QString::fromUtf8(*key).trimmed();
        if (options.adminKey.isEmpty())
            return Error::invalid(u"\"%1\" holds no key."_s.arg(QString::fromStdString(arguments.adminKeyFile)));
    }
    if (!arguments.clusters.empty())
        options.clusters.clear();
    for (const std::string &text : arguments.clusters) {
        auto cluster = parseCluster(text);
        if (!cluster)
            return cluster.error();
        if (std::any_of(options.clusters.cbegin(), options.clusters.cend(),
                        [&](const SimulatedCluster &other) { return other.name == cluster->name; }))
            return Error::invalid(u"Two clusters are called \"%1\"."_s.arg(cluster->name),
                                  u"Give each a name of its own."_s);
        options.clusters.append(*cluster);
    }
    options.selfSigned = arguments.selfSigned;
    if (arguments.verbose)
        options.log = [](const QString &line) { std::fputs((line + u'\n').toUtf8().constData(), stderr); };
    if (arguments.backends.starts_with("map=")) {
        auto map = readMap(QString::fromStdString(arguments.backends).sliced(4));
        if (!map)
            return map.error();
        options.backendMap = *map;
    }
    if (options.selfSigned)
        giveTlsPorts(options.clusters);
    const bool anyPort = std::any_of(options.clusters.cbegin(), options.clusters.cend(),
                                     [](const SimulatedCluster &cluster) { return cluster.adminPort == 0; });
    options.metricsPort = arguments.metricsPort.value_or(anyPort ? 0 : defaultMetricsPort);
    options.metricsPortMayMove = !arguments.metricsPort;
    options.controlPort = arguments.controlPort;
    for (const std::string &file : arguments.load) {
        if (auto loaded = load(file, options.clusters); !loaded)
            return loaded.error();
    }
    return options;
}

QByteArray readyLine(const Simulator &simulator, bool withKey)
{
    QJsonArray clusters;
    const auto running = simulator.clusters();
    for (const RunningCluster &cluster : running) {
        QJsonObject object{{u"name"_s, cluster.name},
                           {u"admin"_s, cluster.admin.toString()},
                           {u"gateway"_s, cluster.gateway.toString()}};
        if (!cluster.metrics.isEmpty())
            object.insert("metrics"_L1, cluster.metrics.toString());
        if (!cluster.control.isEmpty())
            object.insert("control"_L1, cluster.control.toString());
        if (!cluster.gatewayTls.isEmpty())
            object.insert("gatewayTls"_L1, cluster.gatewayTls.toString());
        if (withKey)
            object.insert("adminKey"_L1, simulator.adminKey());
        clusters.append(object);
    }
    return QJsonDocument(QJsonObject{{u"ready"_s, true}, {u"clusters"_s, clusters}}).toJson(QJsonDocument::Compact) +
           '\n';
}

int serve(QCoreApplication &application, const Arguments &arguments)
{
    const auto options = toOptions(arguments);
    if (!options)
        return fail(options.error());
    Simulator simulator(*options);
    if (const auto started = simulator.start(); !started)
        return fail(started.error());

    const StopSignal stop;
    QObject::connect(&stop, &StopSignal::received, &application, &QCoreApplication::quit);

    const QByteArray ready = readyLine(simulator, options->adminKey.isEmpty());
    if (!arguments.readyFile.empty()) {
        QSaveFile file(QString::fromStdString(arguments.readyFile));
        // It may hold the key, so nobody else reads it.
        if (!file.open(QIODevice::WriteOnly) ||
            !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
            file.write(ready) != ready.size() || !file.commit())
            return fail(u"--ready-file can't be written: "_s + file.errorString());
    }
    std::fputs(ready.constData(), stdout);
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sluice-simulator"_s);

    Arguments arguments;
    CLI::App app("A gateway for one machine that answers as Apache APISIX answers.");
    app.set_version_flag("--version", versionLine(u"sluice-simulator"_s).toStdString());
    app.add_option("--cluster", arguments.clusters, "NAME:ADMINPORT:GATEWAYPORT[:TLSPORT]; port 0 takes a free one");
    app.add_option("--bind", arguments.bind, "address of the gateway");
    app.add_option("--admin-bind", arguments.adminBind, "address of the Admin API");
    auto *key = app.add_option("--admin-key", arguments.adminKey,
                               "key of the Admin API; without one a random one is made and printed");
    app.add_option("--admin-key-file", arguments.adminKeyFile, "file that holds the key")->excludes(key);
    app.add_option("--viewer-key", arguments.viewerKey, "key that may only read");
    app.add_option("--threads", arguments.threads, "worker threads")->check(CLI::Range(1, 256));
    app.add_option("--emulate-workers", arguments.emulateWorkers,
                   "independent orders of a split, as a gateway with so many workers has")
        ->check(CLI::Range(1, 1024));
    app.add_flag("--random-start", arguments.randomStart, "draw where an order begins, as APISIX does");
    app.add_flag("--demo", arguments.demo, "echo servers answer in the place of all nodes");
    app.add_flag("--tls-self-signed", arguments.selfSigned,
                 "a TLS port with certificates of a local authority, to be had at /sluice/ca.crt");
    app.add_flag("--sample", arguments.sample, "begin with sample data: APIs, upstreams, and a release in each state");
    app.add_option("--backends", arguments.backends,
                   "demo, real, or map=FILE: JSON that says where nodes are, {\"host:port\": \"address:port\"}")
        ->check([](const std::string &text) {
            const bool known = text == "demo" || text == "real" || text.starts_with("map=");
            return known ? std::string() : "demo, real or map=FILE";
        });
    app.add_flag("--verbose", arguments.verbose, "a line on standard error for each request");
    app.add_option("--load", arguments.load, "[NAME=]FILE: an export, or APISIX's standalone JSON");
    app.add_option("--state", arguments.state,
                   "keep what is stored in this file; what it holds wins over --load and --sample");
    app.add_option("--default-host", arguments.defaultHost, "requests to an IP or localhost are matched as this host");
    app.add_option("--metrics-port", arguments.metricsPort,
                   "Prometheus text of the first cluster, the next one each at the next port; 9091, or a free one");
    app.add_option("--control-port", arguments.controlPort, "control API, likewise; without it there is none");
    app.add_option("--ready-file", arguments.readyFile, "the ready line goes to this file too");
    app.add_flag("--explain,!--no-explain", arguments.explain, "X-Sluice-* headers in answers");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        if (error.get_exit_code() == 0) // --help, --version
            return app.exit(error);
        return fail(Error::invalid(QString::fromStdString(error.what()), u"See --help."_s));
    }
    return serve(application, arguments);
}
