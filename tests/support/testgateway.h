// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/clustersession.h"
#include "simulator/simulator.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <QCoroTask>

namespace sluice::test {

/// JSON written with single quotes: moc 6.4 loses classes behind raw strings with brackets.
inline QJsonObject json(const char *text)
{
    QByteArray content(text);
    content.replace('\'', '"');
    const QJsonDocument document = QJsonDocument::fromJson(content);
    Q_ASSERT(document.isObject());
    return document.object();
}

/// Lets a task run to its end. (QCoro 0.8's waitFor() wants values that can be made of nothing; a Result can't.)
template <class T>
T wait(QCoro::Task<T> task)
{
    std::optional<T> result;
    QEventLoop loop;
    task.then([&](T value) {
        result = std::move(value);
        loop.quit();
    });
    if (!result)
        loop.exec();
    return std::move(*result);
}

/// The simulator on free ports with a small configuration: route pay (pay-v1) with other plugins and labels, upstreams
/// pay-v2 and pay-v3, a route with an inline upstream, a service with two routes.
class TestGateway
{
public:
    explicit TestGateway(QJsonObject configuration = defaultConfiguration())
        : m_simulator(options(std::move(configuration)))
    {
        const Result<void> started = m_simulator.start();
        if (!started)
            qFatal("%s", qPrintable(started.error().reason));
    }

    static QJsonObject defaultConfiguration()
    {
        return json("{'upstreams':["
                    "{'id':'pay-v1','type':'roundrobin','nodes':{'10.0.0.1:80':1}},"
                    "{'id':'pay-v2','type':'roundrobin','nodes':{'10.0.0.2:80':1}},"
                    "{'id':'pay-v3','type':'roundrobin','nodes':{'10.0.0.3:80':1}}],"
                    "'services':[{'id':'svc','name':'shop','upstream_id':'pay-v1'}],"
                    "'routes':["
                    "{'id':'pay','name':'pay','uri':'/pay','upstream_id':'pay-v1',"
                    "'labels':{'workspace':'payments','team':'a'},"
                    "'plugins':{'prometheus':{},'proxy-rewrite':{'headers':{'set':{'X-From':'gw'}}}},"
                    "'vars':[['http_x_old','==',null]]},"
                    "{'id':'bare','uri':'/bare','upstream':{'type':'roundrobin','nodes':{'10.0.0.1:80':1}}},"
                    "{'id':'s1','uri':'/s1','service_id':'svc'},"
                    "{'id':'s2','uri':'/s2','service_id':'svc'},"
                    "{'id':'empty','uri':'/empty','plugins':{'prometheus':{}}}]}");
    }

    simulator::RunningCluster cluster() const { return m_simulator.clusters().first(); }
    QString archiveFolder() const { return m_folder.path(); }
    QJsonObject exported() const { return m_simulator.exported(QStringLiteral("test")); }
    /// One item of that; empty where there is none.
    QJsonObject stored(const QString &collection, const QString &id) const
    {
        const QJsonArray items = exported()[collection].toArray();
        for (const QJsonValue &item : items) {
            if (item[QStringLiteral("id")] == id)
                return item.toObject();
        }
        return {};
    }
    QByteArray key() const { return m_simulator.adminKey().toUtf8(); }
    static QByteArray viewerKey() { return "looks-only"; }

    /// A client of its own: another desktop.
    std::unique_ptr<ClusterSession> session(const QString &operatorName = QStringLiteral("li")) const
    {
        ClusterProfile profile;
        profile.id = profile.name = QStringLiteral("test");
        profile.admin = cluster().admin;
        const ClusterSecrets secrets{key(), {}};
        const ClusterSession::Options options{operatorName, archiveFolder()};
        auto session = std::make_unique<ClusterSession>(profile, secrets, options);
        const Result<GatewayInfo> opened = wait(session->open());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().reason));
        return session;
    }

private:
    static simulator::SimulatorOptions options(QJsonObject configuration)
    {
        simulator::SimulatorOptions options;
        options.clusters = {{QStringLiteral("test"), 0, 0, std::move(configuration)}};
        options.demoBackends = true;
        options.viewerKey = QString::fromLatin1(viewerKey());
        options.metricsPort = 0;
        options.controlPort = 0;
        return options;
    }

    QTemporaryDir m_folder;
    simulator::Simulator m_simulator;
};

} // namespace sluice::test
