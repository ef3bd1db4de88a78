// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/resource.h"
#include "core/net/curlcommand.h"
#include "core/net/transport.h"

#include <QVersionNumber>

namespace sluice {

/// What was found out on connecting.
struct GatewayInfo
{
    enum class Role { Unknown, Admin, Viewer };

    QString server;         ///< as it calls itself: "APISIX/3.18.0", or "APISIX"
    QVersionNumber version; ///< null where the gateway hides it
    Role role = Role::Unknown;
    bool hasTrafficSplit = true;
    bool isReadOnlyVersion = false; ///< 3.0 to 3.6: no guard of targets, or no names in plugin_configs
    QStringList plugins;
    int simulatorWorkers = 0; ///< of Sluice's own simulator, which nobody else calls; 0: a real gateway

    /// Why nothing can be changed there, and what to do; nothing where it can.
    std::optional<Error> refusal() const;
};

/// The Admin API of APISIX 3 as typed calls. Resources keep every field through a round trip.
class AdminClient : public QObject
{
    Q_OBJECT

public:
    /// readOnly: no write leaves this computer.
    explicit AdminClient(Transport &transport, bool readOnly = false, QObject *parent = nullptr);

    QCoro::Task<Result<Resource>> get(ResourceKind kind, QString id);
    /// All pages, by creation, each object once, also while others write. label: only what has this label.
    QCoro::Task<Result<QList<Resource>>> list(ResourceKind kind, QString label = {});
    /// The value comes from the answer: no indexes, and encrypted fields as ciphertext. Never write it back.
    QCoro::Task<Result<Resource>> put(ResourceKind kind, QString id, QJsonObject value, int ttl = 0);
    QCoro::Task<Result<Resource>> patch(ResourceKind kind, QString id, QJsonObject change);
    /// Finding nothing to delete is success: a DELETE may be repeated after a lost answer.
    QCoro::Task<Result<void>> remove(ResourceKind kind, QString id);
    QCoro::Task<Result<QList<Resource>>> credentials(QString consumer);
    /// Where a plugin stands: it has a schema of its own on consumers and credentials, and on stream routes.
    enum class PluginPlace { Http, Consumer, Stream };
    /// Fields that the plugin's schema declares secret, "a.b" for nested ones; empty for a plugin that the gateway does
    /// not know.
    QCoro::Task<Result<QStringList>> encryptedFields(QString plugin, PluginPlace place = PluginPlace::Http);
    /// Recognises the product, its version and the role of the key. askRole writes nothing (PUT schema/route is no
    /// resource), but is a write to a proxy in between: not asked on a read-only cluster.
    QCoro::Task<Result<GatewayInfo>> probe(bool askRole);

    const QUrl &admin() const { return m_transport.admin(); }

private:
    QCoro::Task<Result<QJsonValue>> call(HttpRequest request);
    QCoro::Task<Result<Resource>> one(HttpRequest request);

    Transport &m_transport;
    bool m_readOnly;
};

AdminRequest putRequest(ResourceKind kind, const QString &id, const QJsonObject &value);
AdminRequest patchRequest(ResourceKind kind, const QString &id, const QJsonObject &change);
AdminRequest deleteRequest(ResourceKind kind, const QString &id);

} // namespace sluice
