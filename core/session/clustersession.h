// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/adminclient.h"
#include "core/model/cluster.h"
#include "core/model/clustersecrets.h"
#include "core/model/workspaces.h"
#include "core/net/transport.h"
#include "core/release/releaseservice.h"

#include <memory>

namespace sluice {

/// One cluster that is open: its connection, what was found out about its gateway, and its releases.
class ClusterSession : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString operatorName;
        QString archiveFolder;
        std::chrono::milliseconds timeout{10'000};
        std::chrono::milliseconds pause = {}; ///< ReleaseService::Options::pause
    };

    ClusterSession(ClusterProfile profile, const ClusterSecrets &secrets, Options options, QObject *parent = nullptr);
    ~ClusterSession() override;

    /// Recognises the gateway; before that there is no ReleaseService. A read-only profile is not asked for its role.
    QCoro::Task<Result<GatewayInfo>> open();
    /// Ends everything under way; lost writes are reported as unknown.
    void abort() { m_transport.abort(); }

    const ClusterProfile &profile() const { return m_profile; }
    const QString &operatorName() const { return m_options.operatorName; }
    const GatewayInfo &gateway() const { return m_gateway; }
    /// Why nothing can be changed here; nothing where it can.
    std::optional<Error> refusal() const;
    const Workspaces &workspaces() const { return m_workspaces; }
    /// Reads the rules that operators share; what can't be read leaves those that are known.
    QCoro::Task<void> refreshWorkspaces();
    /// Replaces them for everyone. seen: as writeWorkspaceRules() says.
    QCoro::Task<Result<void>> setWorkspaceRules(QList<WorkspaceRule> rules,
                                                std::optional<QList<WorkspaceRule>> seen = std::nullopt);

    AdminClient &admin() { return m_admin; }
    Transport &transport() { return m_transport; }
    ReleaseService &releases() { return *m_releases; }

    /// ReleaseService::concerns, with what only the profile knows: the configuration's owner (E21), and the target's
    /// nodes that a gateway's own checks call unhealthy (E22; where a control address is set).
    QCoro::Task<Result<QStringList>> concerns(ApiRef api, QString target);

    QCoro::Task<Result<QList<Api>>> apis();
    QCoro::Task<Result<QList<Upstream>>> upstreams();

private:
    ClusterProfile m_profile;
    Options m_options;
    Transport m_transport;
    AdminClient m_admin;
    GatewayInfo m_gateway;
    Workspaces m_workspaces;
    std::unique_ptr<ReleaseService> m_releases;
};

} // namespace sluice
