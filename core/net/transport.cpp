// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/net/transport.h"

#include "core/model/secretfields.h"
#include "core/net/oncebody.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QPointer>
#include <QSslCertificate>
#include <QSslKey>
#include <QTimer>

#include <QCoroNetworkReply>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct TransportText
{
    Q_DECLARE_TR_FUNCTIONS(Transport)
};

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

QByteArray contentOf(const QString &path, QString &fault)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    fault = TransportText::tr("The file \"%1\" can't be read: %2.").arg(path, file.errorString());
    return {};
}

QSslConfiguration tlsFrom(const ClusterProfile::Tls &tls, QString &fault)
{
    QSslConfiguration result = QSslConfiguration::defaultConfiguration();
    if (!tls.authorityFile.isEmpty())
        result.setCaCertificates(QSslCertificate::fromData(contentOf(tls.authorityFile, fault)));
    if (!tls.certificateFile.isEmpty())
        result.setLocalCertificateChain(QSslCertificate::fromData(contentOf(tls.certificateFile, fault)));
    if (!tls.keyFile.isEmpty()) {
        const QByteArray pem = contentOf(tls.keyFile, fault);
        QSslKey key(pem, QSsl::Rsa);
        if (key.isNull())
            key = QSslKey(pem, QSsl::Ec);
        result.setPrivateKey(key);
    }
    return result;
}

/// What the system's settings say, asked for each address anew.
class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return systemProxyForQuery(query); }
};

void setProxy(QNetworkAccessManager &network, const ClusterProfile::Proxy &proxy)
{
    using Kind = ClusterProfile::Proxy::Kind;
    if (proxy.kind == Kind::System) {
        network.setProxyFactory(new SystemProxies);
    } else if (proxy.kind == Kind::Manual) {
        const bool isSocks = proxy.address.scheme() == "socks5"_L1;
        network.setProxy(QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
                                       proxy.address.host(), quint16(proxy.address.port())));
    } else {
        network.setProxy(QNetworkProxy::NoProxy);
    }
}

Error lostWrite(const QString &detail)
{
    return {.kind = Error::Kind::Unknown,
            .reason = TransportText::tr("The write was sent, and its answer was lost."),
            .detail = detail,
            .traffic = TransportText::tr("Whether the gateway took it is not known until it is read back."),
            .advice = TransportText::tr("Refresh, and look at what the gateway holds.")};
}

Error unreachable(const QUrl &admin, const QString &detail)
{
    return {
        .kind = Error::Kind::Unreachable,
        .reason = TransportText::tr("The Admin API at %1 can't be reached.").arg(admin.toString(QUrl::RemoveUserInfo)),
        .detail = detail,
        .traffic = {},
        .advice = TransportText::tr("Check the address, the port, and whether a VPN or a firewall stands between.")};
}

/// Before a byte of the request could have been read by the server.
bool neverConnected(QNetworkReply::NetworkError fault)
{
    return fault == QNetworkReply::ConnectionRefusedError || fault == QNetworkReply::HostNotFoundError ||
           fault == QNetworkReply::SslHandshakeFailedError || fault == QNetworkReply::ProxyConnectionRefusedError ||
           fault == QNetworkReply::ProxyNotFoundError || fault == QNetworkReply::ProtocolUnknownError;
}

/// Its answer may be on the way to it already: Qt would tell it of that as well, and warn of a second error.
void giveUp(QNetworkReply *reply)
{
    if (reply->isFinished())
        return;
    QCoreApplication::removePostedEvents(reply, QEvent::MetaCall);
    reply->abort();
}

Error errorOf(const QNetworkReply &reply, const HttpRequest &request, const QUrl &admin, bool aborted)
{
    const QNetworkReply::NetworkError fault = reply.error();
    if (fault == QNetworkReply::SslHandshakeFailedError)
        return {.kind = Error::Kind::Tls,
                .reason = TransportText::tr("No trusted connection to %1 can be made.").arg(admin.host()),
                .detail = reply.errorString(),
                .traffic = {},
                .advice =
                    TransportText::tr("Set the certificate authority's file in the cluster's TLS settings, or pin the "
                                      "certificate once its fingerprint has been compared.")};
    if (neverConnected(fault))
        return unreachable(admin, reply.errorString());
    if (!request.isRead())
        return lostWrite(reply.errorString());
    if (aborted)
        return {.kind = Error::Kind::Cancelled,
                .reason = TransportText::tr("The request was given up."),
                .detail = {},
                .traffic = {},
                .advice = {}};
    if (fault == QNetworkReply::OperationCanceledError)
        return unreachable(admin, TransportText::tr("No complete answer came in time."));
    return unreachable(admin, reply.errorString());
}

} // namespace

Transport::Transport(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_tls(tlsFrom(m_options.tls, m_tlsFault))
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setAutoDeleteReplies(false);
    setProxy(m_network, isLoopback(m_options.admin.host())
                            ? ClusterProfile::Proxy{ClusterProfile::Proxy::Kind::None, {}}
                            : m_options.proxy);
    QObject::connect(&m_network, &QNetworkAccessManager::sslErrors, this, &Transport::judge);
}

/// Only the certificate that the operator has pinned passes without an authority that vouches for it.
void Transport::judge(QNetworkReply *reply, const QList<QSslError> &faults)
{
    const PeerCertificate peer = peerCertificate(reply->sslConfiguration().peerCertificate(), faults);
    if (!m_options.tls.pin.isEmpty() && peer.fingerprint == m_options.tls.pin)
        reply->ignoreSslErrors(faults);
    else
        m_untrusted = peer;
}

Transport::~Transport()
{
    abort();
}

void Transport::abort()
{
    m_aborting = true;
    const QList<QNetworkReply *> running = m_running;
    for (QNetworkReply *reply : running)
        giveUp(reply);
    m_aborting = false;
}

QNetworkRequest Transport::prepared(const HttpRequest &request) const
{
    QUrl url = m_options.admin;
    const QString base = url.path(QUrl::FullyEncoded);
    const QUrl below = QUrl::fromEncoded(request.path.toUtf8());
    url.setPath((base.endsWith(u'/') ? base.chopped(1) : base) + u"/apisix/admin/"_s + below.path(QUrl::FullyEncoded),
                QUrl::TolerantMode);
    url.setQuery(below.query(QUrl::FullyEncoded));
    QNetworkRequest result(url);
    result.setSslConfiguration(m_tls);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    if (!m_options.key.isEmpty())
        result.setRawHeader("X-API-KEY", m_options.key);
    for (const auto &[name, value] : m_options.headers)
        result.setRawHeader(name, value);
    return result;
}

QNetworkReply *Transport::start(const HttpRequest &request)
{
    QNetworkRequest ready = prepared(request);
    if (request.body.isEmpty())
        return m_network.sendCustomRequest(ready, request.method);
    ready.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    ready.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    ready.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto *body = new OnceBody(request.body);
    QNetworkReply *reply = m_network.sendCustomRequest(ready, request.method, body);
    body->setParent(reply);
    return reply;
}

QCoro::Task<Result<HttpReply>> Transport::send(HttpRequest request)
{
    Result<HttpReply> first = co_await sendOnce(request);
    const bool again = !first && request.isRead() && first.error().kind == Error::Kind::Unreachable &&
                       first.error().detail.contains("closed"_L1, Qt::CaseInsensitive);
    if (!again)
        co_return first;
    Result<HttpReply> second = co_await sendOnce(request);
    co_return second;
}

QCoro::Task<Result<HttpReply>> Transport::sendOnce(HttpRequest request)
{
    if (!m_tlsFault.isEmpty()) {
        Error fault{.kind = Error::Kind::Tls, .reason = m_tlsFault, .detail = {}, .traffic = {}, .advice = {}};
        co_return fault;
    }
    const QPointer<Transport> self(this);
    const QUrl admin = m_options.admin;
    const QDateTime sent = QDateTime::currentDateTimeUtc();
    QElapsedTimer clock;
    clock.start();
    const std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater> reply(start(request));
    m_running.append(reply.get());
    bool aborted = false;
    QObject::connect(reply.get(), &QNetworkReply::finished, this, [this, &aborted] { aborted = m_aborting; });
    // The transfer time-out of QNetworkRequest counts silence only: a server that trickles would hold us for ever.
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, reply.get(), [reply = reply.get()] { giveUp(reply); });
    deadline.start(m_options.timeout);

    co_await qCoro(reply.get()).waitForFinished();

    HttpReply answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (self) {
        m_running.removeOne(reply.get());
        Q_EMIT exchanged(
            {request.method, request.path, answer.status, clock.elapsed(), withoutSecrets(request.body), sent});
    }
    // An error after a status line may still be a cut body; an HTTP error status is an answer like any other.
    const QNetworkReply::NetworkError fault = reply->error();
    const bool cut =
        fault != QNetworkReply::NoError && (fault < QNetworkReply::ContentAccessDenied || answer.status < 300);
    if (answer.status == 0 || cut) {
        Error error = errorOf(*reply, request, admin, aborted);
        co_return error;
    }
    answer.server = reply->rawHeader("Server");
    answer.type = reply->rawHeader("Content-Type");
    answer.location = reply->rawHeader("Location");
    answer.workers = reply->rawHeader("X-Sluice-Workers");
    answer.body = reply->readAll();
    co_return answer;
}

} // namespace sluice
