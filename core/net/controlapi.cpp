// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/net/controlapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <QCoroNetworkReply>

using namespace Qt::StringLiterals;

namespace sluice {

QCoro::Task<QStringList> unhealthyNodes(QUrl control, QString upstream, std::chrono::milliseconds timeout)
{
    control.setPath(u"/v1/healthcheck/upstreams/"_s + upstream);
    QNetworkRequest request(control);
    request.setTransferTimeout(int(timeout.count()));
    request.setRawHeader("Accept", "application/json");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    co_await qCoro(reply.get()).waitForFinished();
    QStringList found;
    const QJsonDocument answer = QJsonDocument::fromJson(reply->readAll());
    const QJsonArray nodes = answer[u"nodes"_s].toArray();
    for (const QJsonValue &node : nodes) {
        if (node[u"status"_s].toString() == "unhealthy"_L1)
            found.append(u"%1:%2"_s.arg(node[u"ip"_s].toString()).arg(node[u"port"_s].toInt()));
    }
    co_return found;
}

} // namespace sluice
