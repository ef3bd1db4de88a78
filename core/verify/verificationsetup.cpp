// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/verificationsetup.h"

#include <QCoreApplication>
#include <QCoroSignal>
#include <QCoroTimer>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct VerificationSetupText
{
    Q_DECLARE_TR_FUNCTIONS(VerificationSetup)
};

/// Requests a second where nothing else is said: no gateway but the simulator is flooded.
constexpr int productionRate = 200;
constexpr int otherRate = 1000;

constexpr std::chrono::seconds settleTime{1};
constexpr std::chrono::milliseconds betweenLooks{100};
constexpr int looks = 100;
constexpr int askedNodes = 3; ///< of each upstream, directly
constexpr int asks = 3;       ///< of each node

bool isLiteral(const QString &text)
{
    return !text.isEmpty() && !text.contains(u'*') && !text.contains(u"/:"_s);
}

void describe(VerificationRequest &request, const Api &route)
{
    const QStringList methods = route.methods();
    const QStringList uris = route.uris();
    if (uris.size() == 1 && isLiteral(uris.first()))
        request.path = uris.first();
    const QStringList hosts = route.hosts();
    if (!hosts.isEmpty() && isLiteral(hosts.first()))
        request.host = hosts.first();
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

QCoro::Task<QStringList> nodesIfKnown(ClusterSession &session, QString upstream)
{
    Result<Resource> found = co_await session.admin().get(ResourceKind::Upstreams, upstream);
    co_return found ? Upstream{*found}.nodes() : QStringList();
}

/// What a gateway's control API says of an object: its modifiedIndex; 0 where it says nothing.
QCoro::Task<qint64> indexAt(QNetworkAccessManager &network, QUrl address)
{
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(address)));
    co_await qCoro(reply.get(), &QNetworkReply::finished);
    const QJsonObject item = QJsonDocument::fromJson(reply->readAll()).object();
    co_return qint64(item[u"modifiedIndex"_s].toDouble());
}

QCoro::Task<bool> isSeen(QList<QUrl> addresses, qint64 index)
{
    QNetworkAccessManager network;
    network.setTransferTimeout(2000);
    for (const QUrl &address : std::as_const(addresses)) {
        for (int look = 0;; ++look) {
            const qint64 seen = co_await indexAt(network, address);
            if (seen >= index)
                break;
            if (look == looks || seen == 0)
                co_return false;
            co_await QCoro::sleepFor(betweenLooks);
        }
    }
    co_return true;
}

/// Workers follow a write within moments: seen by the control API of every gateway, else a short time is waited.
QCoro::Task<VerificationNote> settle(ClusterSession &session, ApiRef ref)
{
    Result<Resource> resource = co_await session.admin().get(kindOf(ref.kind), ref.id);
    QList<QUrl> addresses;
    for (QUrl control : session.profile().controls) {
        control.setPath(u"/v1/%1/%2"_s.arg(ref.kind == ApiRef::Kind::Route ? u"route"_s : u"service"_s, ref.id));
        addresses.append(control);
    }
    if (resource && !addresses.isEmpty()) {
        const bool seen = co_await isSeen(addresses, resource->modifiedIndex);
        if (seen)
            co_return VerificationNote{VerificationNote::Kind::Arrived};
    }
    co_await QCoro::sleepFor(settleTime);
    const VerificationNote waited{addresses.isEmpty() ? VerificationNote::Kind::Waited
                                                      : VerificationNote::Kind::NotArrived};
    co_return waited;
}

/// Answers of one node to the request itself; empty where it can't be reached.
QCoro::Task<NodeAnswers> askedDirectly(VerificationRequest request, QString node)
{
    ProbeRequest probe;
    probe.method = request.method;
    probe.target = request.path.toUtf8();
    probe.headers = "Host: " + (request.host.isEmpty() ? node : request.host).toUtf8() + "\r\n";
    for (const auto &[name, value] : request.headers)
        probe.headers += name + ": " + value + "\r\n";
    Prober::Options options;
    options.gateway = QUrl(u"http://"_s + node);
    options.keepHeaders = true;
    options.keptBody = identifyingBody;
    options.timeout = settleTime;
    NodeAnswers answers;
    bool failed = false;
    int left = asks;
    Prober prober(options, [&left, &failed, probe]() -> std::optional<ProbeRequest> {
        if (failed || left == 0)
            return std::nullopt;
        --left;
        return probe;
    });
    QObject::connect(&prober, &Prober::answered, &prober, [&answers, &failed](const ProbeAnswer &answer) {
        failed = failed || answer.status == 0;
        answers.append(answer);
    });
    prober.start();
    co_await qCoro(&prober, &Prober::finished);
    if (failed)
        answers.clear();
    co_return answers;
}

QCoro::Task<QList<NodeAnswers>> askedNodesOf(VerificationRequest request, QStringList nodes)
{
    QList<NodeAnswers> all;
    for (const QString &node : std::as_const(nodes)) {
        const NodeAnswers answers = co_await askedDirectly(request, node);
        // One that keeps silent may answer anything.
        if (answers.isEmpty())
            co_return QList<NodeAnswers>();
        all.append(answers);
    }
    co_return all;
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
    if (!profile.tls.authorityFile.isEmpty()) {
        QFile authorities(profile.tls.authorityFile);
        if (authorities.open(QIODevice::ReadOnly))
            request.authorities = authorities.readAll();
    }
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
    } else {
        const bool isProduction = profile.environment == ClusterProfile::Environment::Production;
        request.rate = isProduction ? productionRate : otherRate;
    }
    request.currentNodes = co_await nodesIfKnown(session, request.currentId);
    if (request.currentId == "inline"_L1)
        request.currentNodes = Upstream{Resource{api.inlineUpstream(), 0, 0}}.nodes();
    ClusterSession *open = &session;
    const ApiRef ref = api.ref;
    // The simulator tells its data plane before it answers.
    if (session.gateway().simulatorWorkers == 0 || !profile.controls.isEmpty())
        request.settled = [open, ref] { return settle(*open, ref); };
    request.revision = [open, ref] { return revisionOf(*open, ref); };
    co_return request;
}

QCoro::Task<Result<VerificationRequest>> verificationOf(ClusterSession &session, ObservedRelease observed)
{
    const Release &release = observed.release;
    if (!observed.api) {
        Error gone{.kind = Error::Kind::NotFound,
                   .reason = VerificationSetupText::tr("The API %1 does not exist any more.").arg(release.api.toText()),
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
    request->targetNodes = co_await nodesIfKnown(session, release.target);
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

QCoro::Task<std::optional<Identification>> learnIdentification(VerificationRequest request)
{
    std::optional<Identification> found;
    const bool isSafe = request.method == "GET" || request.method == "HEAD";
    const QStringList target = request.targetNodes.mid(0, askedNodes);
    const QStringList current = request.currentNodes.mid(0, askedNodes);
    const bool knowsAll = target == request.targetNodes && current == request.currentNodes;
    if (!isSafe || !knowsAll || request.path.isEmpty())
        co_return found;
    const QList<NodeAnswers> theirs = co_await askedNodesOf(request, current);
    if (theirs.isEmpty())
        co_return found;
    const QList<NodeAnswers> ours = co_await askedNodesOf(request, target);
    found = proposeIdentification(theirs, ours);
    co_return found;
}

} // namespace sluice
