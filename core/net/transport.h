// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/cluster.h"
#include "core/model/result.h"
#include "core/net/peercertificate.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPair>
#include <QSslConfiguration>
#include <QString>
#include <QUrl>

#include <QCoroTask>

#include <chrono>
#include <optional>

namespace sluice {

struct HttpRequest
{
    QByteArray method = "GET";
    QString path; ///< below the Admin prefix, percent-encoded, with its query: "routes/1?ttl=30"
    QByteArray body;

    bool isRead() const { return method == "GET" || method == "HEAD"; }
};

struct HttpReply
{
    int status = 0;
    QByteArray server;   ///< header Server
    QByteArray type;     ///< header Content-Type
    QByteArray location; ///< header Location
    QByteArray workers;  ///< header X-Sluice-Workers, of the simulator
    QByteArray body;
};

/// What went over the wire, without keys: for the activity list.
struct Exchange
{
    QByteArray method;
    QString path;   ///< below the Admin prefix, percent-encoded, with its query
    int status = 0; ///< 0: no answer
    qint64 milliseconds = 0;
    QByteArray body = {}; ///< of the request, JSON, values of secret fields taken out
    QDateTime time = {};  ///< when it was sent, UTC
};

/// Carries requests to one Admin API. Never follows a redirect (the key would travel), keeps no cookies, sends a write
/// once and a read at most twice. Every request ends: by its answer, its deadline, or abort().
class Transport : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QUrl admin; ///< without /apisix/admin
        QByteArray key;
        QList<QPair<QByteArray, QByteArray>> headers; ///< fixed extra ones; values are secrets
        ClusterProfile::Tls tls;
        std::chrono::milliseconds timeout{10'000};
        ClusterProfile::Proxy proxy = {};
    };

    explicit Transport(Options options, QObject *parent = nullptr);
    ~Transport() override;

    QCoro::Task<Result<HttpReply>> send(HttpRequest request);
    /// Ends everything under way: reads as Cancelled, writes as Unknown.
    void abort();
    const QUrl &admin() const { return m_options.admin; }
    /// The certificate that was refused last; nothing where none was. For the question whether to pin it.
    const std::optional<PeerCertificate> &untrustedPeer() const { return m_untrusted; }

Q_SIGNALS:
    void exchanged(const sluice::Exchange &exchange);

private:
    QNetworkRequest prepared(const HttpRequest &request) const;
    QNetworkReply *start(const HttpRequest &request);
    QCoro::Task<Result<HttpReply>> sendOnce(HttpRequest request);
    void judge(QNetworkReply *reply, const QList<QSslError> &faults);

    Options m_options;
    QString m_tlsFault; ///< why m_tls is not what was asked for; written on making that one
    QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
    QList<QNetworkReply *> m_running;
    std::optional<PeerCertificate> m_untrusted;
    bool m_aborting = false;
};

} // namespace sluice
