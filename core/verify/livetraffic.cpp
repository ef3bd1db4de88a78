// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/livetraffic.h"

#include "core/model/prose.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkReply>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct LiveTrafficText
{
    Q_DECLARE_TR_FUNCTIONS(LiveTraffic)
};

QString hostOf(const QString &node)
{
    const QString host = node.section(u':', 0, node.count(u':') > 1 ? -2 : 0);
    return QString(host).remove(u'[').remove(u']');
}

/// Nodes by IP go to the sides at once; those by name have to be resolved.
void addNodes(LiveTraffic::Options &options, const QStringList &nodes, bool isTarget)
{
    for (const QString &node : nodes) {
        const QString host = hostOf(node);
        const bool isName = QHostAddress(host).isNull();
        if (isName)
            (isTarget ? options.targetNames : options.currentNames).append(host);
        else if (isTarget)
            options.sides.addTarget(host);
        else
            options.sides.addCurrent(host);
    }
}

QCoro::Task<Result<QStringList>> nodesOf(ClusterSession &session, QString upstream)
{
    Result<Resource> found = co_await session.admin().get(ResourceKind::Upstreams, upstream);
    if (!found)
        co_return found.error();
    co_return Upstream{*found}.nodes();
}

QCoro::Task<Result<QStringList>> currentNodesOf(ClusterSession &session, Api api, QString current)
{
    if (current == "inline"_L1) {
        const Upstream written{Resource{api.inlineUpstream(), 0, 0}};
        co_return written.nodes();
    }
    if (current == "service"_L1) {
        Result<Resource> service =
            co_await session.admin().get(ResourceKind::Services, api.resource.reference(u"service_id"_s));
        if (!service)
            co_return service.error();
        const Api above{ApiRef{ApiRef::Kind::Service, service->id()}, *service};
        const QString its = above.currentUpstream();
        Result<QStringList> nodes = co_await currentNodesOf(session, above, its);
        co_return nodes;
    }
    Result<QStringList> nodes = co_await nodesOf(session, current);
    co_return nodes;
}

QCoro::Task<bool> carriesPrometheus(ClusterSession &session, ResourceKind kind, QString id)
{
    if (id.isEmpty())
        co_return false;
    Result<Resource> found = co_await session.admin().get(kind, id);
    co_return found && found->plugins().contains(u"prometheus"_s);
}

/// True also where it can't be found out: then nothing is claimed.
QCoro::Task<bool> hasPrometheus(ClusterSession &session, Api api)
{
    if (api.resource.plugins().contains(u"prometheus"_s))
        co_return true;
    const QString service = api.resource.reference(u"service_id"_s);
    const QString pluginConfig = api.resource.reference(u"plugin_config_id"_s);
    bool found = co_await carriesPrometheus(session, ResourceKind::Services, service);
    if (!found)
        found = co_await carriesPrometheus(session, ResourceKind::PluginConfigs, pluginConfig);
    if (found)
        co_return true;
    Result<QList<Resource>> rules = co_await session.admin().list(ResourceKind::GlobalRules);
    if (!rules)
        co_return true;
    co_return std::any_of(rules->cbegin(), rules->cend(),
                          [](const Resource &rule) { return rule.plugins().contains(u"prometheus"_s); });
}

} // namespace

LiveTraffic::LiveTraffic(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    for (const QUrl &metrics : std::as_const(m_options.metrics))
        m_gateways.append({metrics, std::nullopt, {}});
    m_network.setTransferTimeout(int(m_options.timeout.count()));
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    connect(&m_timer, &QTimer::timeout, this, &LiveTraffic::poll);
}

void LiveTraffic::start()
{
    for (const QString &name : std::as_const(m_options.targetNames))
        resolve(name, true);
    for (const QString &name : std::as_const(m_options.currentNames))
        resolve(name, false);
    m_timer.start(m_options.interval);
    poll();
}

void LiveTraffic::stop()
{
    m_timer.stop();
}

void LiveTraffic::resolve(const QString &name, bool isTarget)
{
    QHostInfo::lookupHost(name, this, [this, isTarget](const QHostInfo &info) {
        const QList<QHostAddress> addresses = info.addresses();
        for (const QHostAddress &address : addresses) {
            if (isTarget)
                m_options.sides.addTarget(address.toString());
            else
                m_options.sides.addCurrent(address.toString());
        }
    });
}

void LiveTraffic::poll()
{
    if (m_unread > 0)
        return; // the last reading is not complete
    m_unread = m_gateways.size();
    m_next = {};
    m_hasReading = false;
    for (qsizetype gateway = 0; gateway < m_gateways.size(); ++gateway)
        read(gateway);
}

void LiveTraffic::read(qsizetype gateway)
{
    QNetworkReply *reply = m_network.get(QNetworkRequest(m_gateways[gateway].metrics));
    connect(reply, &QNetworkReply::finished, this, [this, reply, gateway] {
        reply->deleteLater();
        Gateway &from = m_gateways[gateway];
        from.fault.clear();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 200)
            take(from, reply->readAll());
        else
            from.fault = status == 0 ? reply->errorString() : LiveTrafficText::tr("answer %1").arg(status);
        if (--m_unread > 0)
            return;
        m_next.time = QDateTime::currentDateTimeUtc();
        if (m_hasReading)
            m_points.append(m_next);
        if (m_points.size() > m_options.kept)
            m_points.removeFirst();
        Q_EMIT polled();
    });
}

void LiveTraffic::take(Gateway &gateway, const QByteArray &text)
{
    const Result<QList<MetricSample>> samples = parseMetrics(text);
    if (!samples) {
        gateway.fault = samples.error().reason;
        return;
    }
    const ApiCounts counts = countsOf(*samples, m_options.api, m_options.name);
    if (gateway.counts) {
        m_next.add(added(*gateway.counts, counts), m_options.sides);
        m_hasReading = true;
    }
    gateway.counts = counts;
    if (!m_begin.isValid())
        m_begin = QDateTime::currentDateTimeUtc();
}

TrafficPoint LiveTraffic::since(const QDateTime &time) const
{
    TrafficPoint sum;
    for (const TrafficPoint &point : m_points) {
        if (point.time >= time)
            sum.add(point);
    }
    return sum;
}

std::optional<TrafficPoint> LiveTraffic::window(int seconds) const
{
    // A window shorter than two readings would be empty now and then.
    const std::chrono::milliseconds length =
        std::max<std::chrono::milliseconds>(std::chrono::seconds(seconds), 2 * m_options.interval);
    const QDateTime from = QDateTime::currentDateTimeUtc().addMSecs(-length.count());
    if (!m_begin.isValid() || m_begin > from)
        return std::nullopt;
    return since(from);
}

QString LiveTraffic::broken(const TrafficLimits &limits) const
{
    const std::optional<TrafficPoint> newest = window(limits.seconds);
    return newest ? exceeded(limits, newest->target) : QString();
}

QStringList LiveTraffic::notes() const
{
    QStringList sentences;
    for (const Gateway &gateway : m_gateways) {
        if (!gateway.fault.isEmpty())
            sentences.append(LiveTrafficText::tr("%1 can't be read: %2")
                                 .arg(gateway.metrics.toString(QUrl::RemoveUserInfo), gateway.fault));
    }
    if (m_options.countsNothing)
        sentences.append(LiveTrafficText::tr("Plugin prometheus is not on the API: its requests are not counted."));
    if (m_options.api.kind == ApiRef::Kind::Service)
        sentences.append(LiveTrafficText::tr(
            "Counted by service: routes with an upstream of their own are among the nodes named here."));
    const QStringList shared = m_options.sides.shared();
    if (!shared.isEmpty())
        sentences.append(LiveTrafficText::tr("Both upstreams have nodes at %1: these answers can't be told apart.")
                             .arg(enumerated(shared)));
    TrafficPoint all;
    for (const TrafficPoint &point : m_points)
        all.add(point);
    if (!all.unknown.isEmpty())
        sentences.append(
            LiveTrafficText::tr("Nodes of neither upstream answered: %1.").arg(enumerated(all.unknown.keys())));
    return sentences;
}

QCoro::Task<Result<LiveTraffic::Options>> liveTrafficOf(ClusterSession &session, ObservedRelease release)
{
    LiveTraffic::Options options;
    options.metrics = session.profile().metrics;
    options.api = release.release.api;
    if (!release.api || options.metrics.isEmpty()) {
        Error error{.kind = Error::Kind::Invalid,
                    .reason = LiveTrafficText::tr("The cluster has no metrics address."),
                    .detail = {},
                    .traffic = {},
                    .advice =
                        LiveTrafficText::tr("Give the gateways' Prometheus addresses: --metrics, or in the cluster's "
                                            "settings.")};
        if (!release.api) {
            error.kind = Error::Kind::NotFound;
            error.reason = LiveTrafficText::tr("The API %1 does not exist any more.").arg(release.release.api.toText());
            error.advice = LiveTrafficText::tr("Cancel the release.");
        }
        co_return error;
    }
    const Api api = *release.api;
    options.name = api.resource.name();
    Result<QStringList> target = co_await nodesOf(session, release.release.target);
    if (!target)
        co_return target.error();
    Result<QStringList> current = co_await currentNodesOf(session, api, release.release.current);
    if (!current)
        co_return current.error();
    addNodes(options, *target, true);
    addNodes(options, *current, false);
    const bool counted = co_await hasPrometheus(session, api);
    options.countsNothing = !counted;
    co_return options;
}

} // namespace sluice
