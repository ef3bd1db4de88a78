// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/verificationsetup.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VerificationSetup)
};

/// A production gateway is not flooded by default.
constexpr int productionRate = 200;

bool isLiteral(const QString &text)
{
    return !text.isEmpty() && !text.contains(u'*') && !text.contains(u"/:"_s);
}

void describe(VerificationRequest &request, const Api &route)
{
    const QStringList methods = route.methods();
    if (route.uris().size() == 1 && isLiteral(route.uris().first()))
        request.path = route.uris().first();
    if (!route.hosts().isEmpty() && isLiteral(route.hosts().first()))
        request.host = route.hosts().first();
    if (methods.isEmpty() || methods.contains("GET"_L1))
        request.method = "GET";
    else if (methods.contains("HEAD"_L1))
        request.method = "HEAD";
    else
        request.path.clear(); // an unsafe method is sent only when it is named
}

QCoro::Task<QList<Api>> routesOf(ClusterSession &session, QString service)
{
    QList<Api> routes;
    Result<QList<Resource>> listed = co_await session.admin().list(ResourceKind::Routes);
    if (!listed)
        co_return routes;
    for (const Resource &resource : std::as_const(*listed)) {
        const ApiRef ref{ApiRef::Kind::Route, resource.id()};
        if (resource.reference(u"service_id"_s) == service)
            routes.append(Api{ref, resource});
    }
    co_return routes;
}

/// Changes with every write that begins the orders of this API's split anew.
QCoro::Task<QString> revisionOf(ClusterSession &session, ApiRef ref)
{
    Result<Resource> resource = co_await session.admin().get(kindOf(ref.kind), ref.id);
    QString revision = resource ? QString::number(resource->modifiedIndex) : QString();
    if (ref.kind == ApiRef::Kind::Service) {
        const QList<Api> routes = co_await routesOf(session, ref.id);
        for (const Api &route : routes)
            revision += u' ' + QString::number(route.resource.modifiedIndex);
    }
    co_return revision;
}

QCoro::Task<QString> nameOf(ClusterSession &session, QString upstream)
{
    Result<Resource> found = co_await session.admin().get(ResourceKind::Upstreams, upstream);
    co_return found ? Upstream{*found}.name() : upstream;
}

/// The id that an answer of the current upstream tells: of the service's, where a route uses that.
QCoro::Task<QString> currentOf(ClusterSession &session, Api api)
{
    QString current = api.currentUpstream();
    if (current != "service"_L1)
        co_return current;
    const QString service = api.resource.reference(u"service_id"_s);
    Result<Resource> found = co_await session.admin().get(ResourceKind::Services, service);
    if (found) {
        const ApiRef ref{ApiRef::Kind::Service, service};
        current = Api{ref, *found}.currentUpstream();
    }
    co_return current;
}

} // namespace

QCoro::Task<Result<VerificationRequest>> verificationOf(ClusterSession &session, Api api)
{
    const ClusterProfile &profile = session.profile();
    VerificationRequest request;
    request.title = api.ref.toText() + u' ' + api.name();
    request.gateways = profile.gateways;
    request.workers = profile.workers;
    if (api.ref.kind == ApiRef::Kind::Route) {
        describe(request, api);
    } else {
        const QList<Api> routes = co_await routesOf(session, api.ref.id);
        for (const Api &route : routes) {
            if (request.path.isEmpty() && route.currentUpstream() == "service"_L1 && !route.hasSplit())
                describe(request, route);
        }
    }
    request.currentId = co_await currentOf(session, api);
    request.currentName = co_await nameOf(session, request.currentId);
    request.policy.percentage = 0;
    request.identify.text.clear();
    if (session.gateway().simulatorWorkers > 0) {
        request.workers = session.gateway().simulatorWorkers;
        request.exclusive = true;
        request.identify = Identification{};
    } else if (profile.environment == ClusterProfile::Environment::Production) {
        request.rate = productionRate;
    }
    ClusterSession *open = &session;
    const ApiRef ref = api.ref;
    request.revision = [open, ref] { return revisionOf(*open, ref); };
    co_return request;
}

QCoro::Task<Result<VerificationRequest>> verificationOf(ClusterSession &session, ObservedRelease observed)
{
    const Release &release = observed.release;
    if (!observed.api) {
        Error gone{.kind = Error::Kind::NotFound,
                   .reason = Text::tr("The API %1 does not exist any more.").arg(release.api.toText()),
                   .detail = {},
                   .traffic = {},
                   .advice = {}};
        co_return gone;
    }
    Result<VerificationRequest> request = co_await verificationOf(session, *observed.api);
    if (!request)
        co_return request;
    request->title = release.name + u" ("_s + release.id + u"), "_s + release.api.toText();
    request->targetId = release.target;
    request->targetName = co_await nameOf(session, release.target);
    switch (release.state) {
    case Release::State::InProgress:
        request->policy = release.policy;
        break;
    case Release::State::Cancelled:
        break;
    case Release::State::Completed:
        request->policy.percentage = 100;
        if (release.current != "inline"_L1 && release.current != "service"_L1) {
            request->currentId = release.current;
            request->currentName = co_await nameOf(session, release.current);
        }
        break;
    }
    co_return request;
}

} // namespace sluice
