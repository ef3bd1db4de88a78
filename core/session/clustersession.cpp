// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/session/clustersession.h"

#include "core/admin/workspacerules.h"
#include "core/model/prose.h"
#include "core/net/controlapi.h"
#include "core/release/ownership.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ClusterSessionText
{
    Q_DECLARE_TR_FUNCTIONS(ClusterSession)
};

Transport::Options transportOptions(const ClusterProfile &profile, const ClusterSecrets &secrets,
                                    std::chrono::milliseconds timeout)
{
    return {profile.admin, secrets.adminKey, secrets.headers, profile.tls, timeout, profile.proxy};
}

QList<Api> apisOf(const QList<Resource> &resources, ApiRef::Kind kind)
{
    QList<Api> apis;
    apis.reserve(resources.size());
    for (const Resource &resource : resources)
        apis.append({{kind, resource.id()}, resource});
    return apis;
}

} // namespace

ClusterSession::ClusterSession(ClusterProfile profile, const ClusterSecrets &secrets, Options options, QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_options(std::move(options))
    , m_transport(transportOptions(m_profile, secrets, m_options.timeout))
    , m_admin(m_transport, m_profile.readOnly)
    , m_workspaces(m_profile.workspaceKey)
    , m_releases(std::make_unique<ReleaseService>(
          m_admin, ReleaseService::Options{m_options.operatorName, m_profile.workspaceKey, m_options.archiveFolder,
                                           m_options.pause}))
{
}

ClusterSession::~ClusterSession()
{
    // What is under way ends while everything that it uses is still there.
    m_transport.abort();
}

QCoro::Task<Result<GatewayInfo>> ClusterSession::open()
{
    Result<GatewayInfo> found = co_await m_admin.probe(!m_profile.readOnly);
    if (!found)
        co_return found;
    m_gateway = *found;
    m_releases->setGatewayVersion(m_gateway.version);
    co_await refreshWorkspaces();
    co_return found;
}

QCoro::Task<void> ClusterSession::refreshWorkspaces()
{
    Result<QList<WorkspaceRule>> rules = co_await readWorkspaceRules(m_admin);
    if (!rules)
        co_return;
    m_workspaces = Workspaces(m_profile.workspaceKey, *rules);
    m_releases->setWorkspaces(m_workspaces);
}

QCoro::Task<Result<void>> ClusterSession::setWorkspaceRules(QList<WorkspaceRule> rules,
                                                            std::optional<QList<WorkspaceRule>> seen)
{
    Result<void> written = co_await writeWorkspaceRules(m_admin, rules, seen);
    co_await refreshWorkspaces();
    co_return written;
}

std::optional<Error> ClusterSession::refusal() const
{
    if (m_profile.readOnly)
        return Error{.kind = Error::Kind::ReadOnlyCluster,
                     .reason = ClusterSessionText::tr("This cluster is set to read-only."),
                     .detail = {},
                     .traffic = {},
                     .advice = ClusterSessionText::tr("Change that in the cluster's settings.")};
    return m_gateway.refusal();
}

QCoro::Task<Result<QStringList>> ClusterSession::concerns(ApiRef api, QString target)
{
    Result<QStringList> sentences = co_await m_releases->concerns(api, target);
    if (!sentences)
        co_return sentences;
    for (const QUrl &control : std::as_const(m_profile.controls)) {
        const QStringList nodes = co_await unhealthyNodes(control, target, m_options.timeout);
        if (!nodes.isEmpty())
            sentences->append(
                ClusterSessionText::tr("The gateway's checks call nodes of the target unhealthy (%1): %2.")
                    .arg(control.authority(), enumerated(nodes)));
    }
    if (const QString warning = ownerWarning(m_profile.owner); !warning.isEmpty())
        sentences->append(warning);
    co_return sentences;
}

QCoro::Task<Result<QList<Api>>> ClusterSession::apis()
{
    Result<QList<Resource>> routes = co_await m_admin.list(ResourceKind::Routes);
    if (!routes)
        co_return routes.error();
    Result<QList<Resource>> services = co_await m_admin.list(ResourceKind::Services);
    if (!services)
        co_return services.error();
    // In another thread: for tens of thousands of routes it takes longer than a frame.
    const QFuture<QList<Api>> made = QtConcurrent::run([routes = *routes, services = *services] {
        return apisOf(routes, ApiRef::Kind::Route) + apisOf(services, ApiRef::Kind::Service);
    });
    QList<Api> all = co_await made;
    co_return all;
}

QCoro::Task<Result<QList<Upstream>>> ClusterSession::upstreams()
{
    Result<QList<Resource>> listed = co_await m_admin.list(ResourceKind::Upstreams);
    if (!listed)
        co_return listed.error();
    QList<Upstream> all;
    for (const Resource &resource : std::as_const(*listed))
        all.append(Upstream{resource});
    co_return all;
}

} // namespace sluice
