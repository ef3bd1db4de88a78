// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/embeddedsimulator.h"

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

simulator::SimulatorOptions demoOptions(bool ownPorts)
{
    const auto port = [ownPorts](int wanted) { return static_cast<std::uint16_t>(ownPorts ? wanted : 0); };
    simulator::SimulatorOptions options;
    options.clusters = {{u"staging"_s, port(9180), port(9080), {}}, {u"production"_s, port(9181), port(9081), {}}};
    options.demoBackends = true;
    options.sample = true;
    options.metricsPort = port(9091);
    options.metricsPortMayMove = true;
    return options;
}

ClusterProfile profileOf(const simulator::RunningCluster &running)
{
    ClusterProfile profile;
    profile.id = u"demo-"_s + running.name;
    profile.name = running.name;
    profile.environment = running.name == "production"_L1 ? ClusterProfile::Environment::Production
                                                          : ClusterProfile::Environment::Staging;
    profile.admin = running.admin;
    profile.gateways = {running.gateway};
    if (!running.metrics.isEmpty())
        profile.metrics = {running.metrics};
    profile.demo = true;
    return profile;
}

} // namespace

EmbeddedSimulator::EmbeddedSimulator(QObject *parent)
    : QObject(parent)
{
}

EmbeddedSimulator::~EmbeddedSimulator() = default;

void EmbeddedSimulator::start()
{
    for (const bool ownPorts : {true, false}) {
        if (!m_simulator)
            static_cast<void>(startWith(demoOptions(ownPorts)));
    }
    Q_EMIT changed();
}

Result<void> EmbeddedSimulator::startWith(const simulator::SimulatorOptions &options)
{
    auto simulator = std::make_unique<simulator::Simulator>(options);
    const auto started = simulator->start();
    if (!started) {
        m_fault = started.error();
        return started.error();
    }
    m_fault.reset();
    m_simulator = std::move(simulator);
    return {};
}

Result<void> EmbeddedSimulator::load(const QString &cluster, const QJsonObject &configuration,
                                     const QString &workspaceKey)
{
    simulator::SimulatorOptions before = demoOptions(true);
    before.sample = false;
    before.adminKey = m_simulator->adminKey();
    before.clusters.clear();
    const auto clusters = running();
    for (const simulator::RunningCluster &each : clusters)
        before.clusters.append({each.name, static_cast<std::uint16_t>(each.admin.port()),
                                static_cast<std::uint16_t>(each.gateway.port()), m_simulator->exported(each.name)});
    simulator::SimulatorOptions wanted = before;
    for (simulator::SimulatedCluster &each : wanted.clusters) {
        if (each.name == cluster)
            each.configuration = configuration;
    }
    m_simulator.reset();
    Result<void> loaded = startWith(wanted);
    if (loaded)
        m_workspaceKeys.insert(cluster, workspaceKey);
    else
        static_cast<void>(startWith(before));
    Q_EMIT changed();
    return loaded;
}

void EmbeddedSimulator::stop()
{
    m_simulator.reset();
    m_workspaceKeys.clear();
    Q_EMIT changed();
}

QList<simulator::RunningCluster> EmbeddedSimulator::running() const
{
    return m_simulator ? m_simulator->clusters() : QList<simulator::RunningCluster>();
}

QByteArray EmbeddedSimulator::adminKey() const
{
    return m_simulator ? m_simulator->adminKey().toUtf8() : QByteArray();
}

QList<ClusterProfile> EmbeddedSimulator::profiles() const
{
    QList<ClusterProfile> profiles;
    const auto clusters = running();
    for (const simulator::RunningCluster &cluster : clusters) {
        ClusterProfile profile = profileOf(cluster);
        profile.workspaceKey = m_workspaceKeys.value(cluster.name, profile.workspaceKey);
        profiles.append(profile);
    }
    return profiles;
}

} // namespace sluice::app
