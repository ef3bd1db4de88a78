// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/connectiontest.h"

#include <QCoreApplication>
#include <QCoroAbstractSocket>
#include <QCoroNetworkReply>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

using Kind = ConnectionStep::Kind;
using Outcome = ConnectionStep::Outcome;

struct ConnectionTestText
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionTest)
};

constexpr std::array kinds{"address", "tls", "key", "version", "role", "gateway", "metrics"};
constexpr std::array outcomes{"passed", "warned", "failed", "skipped"};

ConnectionStep passed(Kind kind, const QString &found)
{
    return {kind, Outcome::Passed, found, {}, {}};
}

ConnectionStep warned(Kind kind, const QString &found, const QString &advice)
{
    return {kind, Outcome::Warned, found, advice, {}};
}

ConnectionStep failed(Kind kind, const Error &error)
{
    return {kind, Outcome::Failed, error.reason, error.advice, error.detail};
}

ConnectionStep skipped(Kind kind, const QString &why, const QString &advice = {})
{
    return {kind, Outcome::Skipped, why, advice, {}};
}

/// Which step an answer of the Admin API fails.
Kind failingStep(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Tls:
        return Kind::Tls;
    case Error::Kind::Unauthorized:
        return Kind::Key;
    case Error::Kind::Unsupported:
        return Kind::Version;
    default:
        return Kind::Address;
    }
}

QString hostAndPort(const QUrl &url)
{
    return u"%1:%2"_s.arg(url.host()).arg(url.port(url.scheme() == "https"_L1 ? 443 : 80));
}

ConnectionStep tlsStep(const ClusterProfile &profile)
{
    if (profile.admin.scheme() == "https"_L1)
        return passed(Kind::Tls, profile.tls.pin.isEmpty()
                                     ? ConnectionTestText::tr("The certificate is trusted.")
                                     : ConnectionTestText::tr("The certificate is trusted, or the pinned one."));
    const QString host = profile.admin.host();
    const bool isHere = host == "localhost"_L1 || QHostAddress(host).isLoopback();
    if (profile.environment == ClusterProfile::Environment::Production && !isHere)
        return warned(
            Kind::Tls, ConnectionTestText::tr("The Admin key travels unencrypted."),
            ConnectionTestText::tr("Give the Admin API a certificate (https_admin), or reach it through a tunnel."));
    return skipped(Kind::Tls, ConnectionTestText::tr("The connection is not encrypted."));
}

ConnectionStep keyStep(bool hasKey)
{
    if (hasKey)
        return passed(Kind::Key, ConnectionTestText::tr("The Admin key is accepted."));
    return warned(
        Kind::Key,
        ConnectionTestText::tr("The gateway asks for no Admin key: whoever reaches it can change everything."),
        ConnectionTestText::tr("Set admin_key_required in the gateway's configuration."));
}

ConnectionStep versionStep(const GatewayInfo &gateway)
{
    const QString server = gateway.server.isEmpty() ? ConnectionTestText::tr("A gateway") : gateway.server;
    if (const auto refusal = gateway.refusal(); refusal && refusal->kind == Error::Kind::Unsupported)
        return warned(Kind::Version, refusal->reason, refusal->advice);
    if (gateway.version.isNull())
        return warned(Kind::Version, ConnectionTestText::tr("%1 answers, and hides its version.").arg(server),
                      ConnectionTestText::tr("It is treated as one before 3.18."));
    return passed(Kind::Version, ConnectionTestText::tr("%1 answers.").arg(server));
}

ConnectionStep roleStep(const GatewayInfo &gateway)
{
    switch (gateway.role) {
    case GatewayInfo::Role::Admin:
        return passed(Kind::Role, ConnectionTestText::tr("The key may change everything."));
    case GatewayInfo::Role::Viewer:
        return warned(Kind::Role, ConnectionTestText::tr("This Admin key may only read."),
                      ConnectionTestText::tr("Use a key with the role admin to change anything."));
    case GatewayInfo::Role::Unknown:
        break;
    }
    return skipped(Kind::Role, ConnectionTestText::tr("Not asked on a read-only cluster."));
}

} // namespace

QString toText(ConnectionStep::Kind kind)
{
    return QLatin1StringView(kinds.at(std::size_t(kind)));
}

QString toText(ConnectionStep::Outcome outcome)
{
    return QLatin1StringView(outcomes.at(std::size_t(outcome)));
}

QList<ConnectionStep> adminSteps(const ClusterProfile &profile, bool hasKey, const Result<GatewayInfo> &answer)
{
    QList<ConnectionStep> steps{
        passed(Kind::Address, ConnectionTestText::tr("%1 answers.").arg(hostAndPort(profile.admin))), tlsStep(profile),
        keyStep(hasKey)};
    if (answer)
        return steps << versionStep(*answer) << roleStep(*answer);
    const Kind failing = failingStep(answer.error().kind);
    steps << skipped(Kind::Version, {}) << skipped(Kind::Role, {});
    for (ConnectionStep &step : steps) {
        if (step.kind == failing)
            step = failed(failing, answer.error());
        else if (step.kind > failing)
            step = skipped(step.kind, ConnectionTestText::tr("Not tried."));
    }
    return steps;
}

bool ConnectionReport::passed() const
{
    return std::none_of(steps.begin(), steps.end(),
                        [](const ConnectionStep &step) { return step.outcome == Outcome::Failed; });
}

ConnectionTest::ConnectionTest(ClusterProfile profile, const ClusterSecrets &secrets, std::chrono::milliseconds timeout,
                               QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_hasKey(!secrets.adminKey.isEmpty())
    , m_timeout(timeout)
    , m_transport({m_profile.admin, secrets.adminKey, secrets.headers, m_profile.tls, timeout, m_profile.proxy})
    , m_admin(m_transport, m_profile.readOnly)
{
    m_network.setAutoDeleteReplies(false);
}

void ConnectionTest::cancel()
{
    m_cancelled = true;
    m_transport.abort();
    Q_EMIT cancelled();
}

void ConnectionTest::add(ConnectionReport &report, ConnectionStep step)
{
    if (m_cancelled)
        step = skipped(step.kind, ConnectionTestText::tr("Not tried."));
    report.steps.append(step);
    Q_EMIT stepped(step);
}

QCoro::Task<ConnectionReport> ConnectionTest::run()
{
    m_cancelled = false;
    ConnectionReport report;
    Result<GatewayInfo> answer = co_await m_admin.probe(!m_profile.readOnly);
    if (answer)
        report.gateway = *answer;
    else
        report.fault = answer.error();
    if (!answer && answer.error().kind == Error::Kind::Tls)
        report.untrusted = m_transport.untrustedPeer();
    const QList<ConnectionStep> steps = adminSteps(m_profile, m_hasKey, answer);
    for (const ConnectionStep &step : steps)
        add(report, step);
    for (const QUrl &gateway : std::as_const(m_profile.gateways)) {
        const ConnectionStep step = co_await reach(gateway);
        add(report, step);
    }
    if (m_profile.gateways.isEmpty())
        add(report, skipped(Kind::Gateway, ConnectionTestText::tr("No gateway is named."),
                            ConnectionTestText::tr("Add its address: a verification sends its requests there.")));
    for (const QUrl &metrics : std::as_const(m_profile.metrics)) {
        const ConnectionStep step = co_await readMetrics(metrics);
        add(report, step);
    }
    if (m_profile.metrics.isEmpty())
        add(report, skipped(Kind::Metrics, ConnectionTestText::tr("No metrics are named."),
                            ConnectionTestText::tr("Add their address to see live traffic.")));
    co_return report;
}

/// A connection and no request: that would be a call of somebody's API.
QCoro::Task<ConnectionStep> ConnectionTest::reach(QUrl gateway)
{
    if (m_cancelled)
        co_return skipped(Kind::Gateway, ConnectionTestText::tr("Not tried."));
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    connect(this, &ConnectionTest::cancelled, &socket, &QTcpSocket::abort);
    const int port = gateway.port(gateway.scheme() == "https"_L1 ? 443 : 80);
    socket.connectToHost(gateway.host(), quint16(port));
    const bool connected = co_await qCoro(&socket).waitForConnected(m_timeout);
    ConnectionStep step =
        passed(Kind::Gateway, ConnectionTestText::tr("%1 accepts connections.").arg(hostAndPort(gateway)));
    if (!connected)
        step = {
            Kind::Gateway, Outcome::Failed,
            ConnectionTestText::tr("%1 accepts no connection.").arg(hostAndPort(gateway)),
            ConnectionTestText::tr("Check the gateway's address and port; a verification needs it, nothing else does."),
            socket.errorString()};
    co_return step;
}

QCoro::Task<ConnectionStep> ConnectionTest::readMetrics(QUrl metrics)
{
    if (m_cancelled)
        co_return skipped(Kind::Metrics, ConnectionTestText::tr("Not tried."));
    QNetworkRequest request(metrics);
    request.setTransferTimeout(int(m_timeout.count()));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    const std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater> reply(m_network.get(request));
    connect(this, &ConnectionTest::cancelled, reply.get(), &QNetworkReply::abort);
    co_await qCoro(reply.get()).waitForFinished();
    const QString address = metrics.toString(QUrl::RemoveUserInfo);
    ConnectionStep step = passed(Kind::Metrics, ConnectionTestText::tr("%1 shows the gateway's metrics.").arg(address));
    const bool isMetrics = reply->error() == QNetworkReply::NoError && reply->readAll().contains("apisix_");
    if (!isMetrics)
        step = {Kind::Metrics, Outcome::Failed, ConnectionTestText::tr("%1 shows no metrics of APISIX.").arg(address),
                ConnectionTestText::tr("Name the address of export_server in plugin_attr.prometheus, such as "
                                       "http://host:9091/apisix/prometheus/metrics."),
                reply->error() == QNetworkReply::NoError ? QString() : reply->errorString()};
    co_return step;
}

} // namespace sluice
