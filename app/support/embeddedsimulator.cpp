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
        if (m_simulator)
            break;
        auto simulator = std::make_unique<simulator::Simulator>(demoOptions(ownPorts));
        if (const auto started = simulator->start(); !started)
            m_fault = started.error();
        else
            m_simulator = std::move(simulator);
    }
    if (m_simulator)
        m_fault.reset();
    Q_EMIT changed();
}

void EmbeddedSimulator::stop()
{
    m_simulator.reset();
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
    for (const simulator::RunningCluster &cluster : clusters)
        profiles.append(profileOf(cluster));
    return profiles;
}

} // namespace sluice::app
