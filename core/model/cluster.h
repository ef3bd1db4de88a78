// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace sluice {

/// One gateway deployment, as the operator described it. Holds no secret: keys are in the secret store, under the id.
struct ClusterProfile
{
    enum class Environment { Development, Staging, Production };
    /// Who writes the gateway's configuration besides people (E21).
    enum class Owner { None, Adc, IngressController, Other };

    struct Tls
    {
        QString authorityFile; ///< PEM; empty: the system's
        QString certificateFile;
        QString keyFile;
        /// SHA-256 of a certificate that is trusted although no authority vouches for it, as openssl prints it
        /// (AB:CD:...); empty: none. There is no way to trust whatever comes.
        QString pin;

        bool operator==(const Tls &) const = default;
    };

    /// How requests reach the Admin API; loopback addresses are always reached directly.
    struct Proxy
    {
        enum class Kind { None, System, Manual };

        Kind kind = Kind::System;
        QUrl address; ///< of Manual: http://host:port or socks5://host:port

        bool operator==(const Proxy &) const = default;
    };

    static constexpr int mostWorkers = 1024;

    QString id;
    QString name;
    Environment environment = Environment::Development;
    QUrl admin; ///< without /apisix/admin; a base path is allowed
    QList<QUrl> gateways;
    QList<QUrl> metrics;  ///< one a gateway, or none
    QList<QUrl> controls; ///< one a gateway, or none
    QStringList headers;  ///< names of fixed extra headers; their values are secrets
    int workers = 1;      ///< of one gateway, mostWorkers at most
    Owner owner = Owner::None;
    Tls tls;
    Proxy proxy;
    bool askKey = false; ///< the Admin key is asked for each time, never kept in a keychain
    QString workspaceKey = QStringLiteral("workspace");
    bool readOnly = false;
    bool demandReason = false;
    bool demo = false; ///< served by this program; never stored

    bool operator==(const ClusterProfile &) const = default;
};

QJsonObject toJson(const ClusterProfile &profile);
Result<ClusterProfile> clusterFromJson(const QJsonObject &json);
/// Everything that Save would refuse, first fault first.
QList<Error> problems(const ClusterProfile &profile);

/// Profiles by environment, production first; within one in their own order. Empty groups are left out.
struct EnvironmentGroup
{
    ClusterProfile::Environment environment = ClusterProfile::Environment::Development;
    QList<ClusterProfile> clusters;
};
QList<EnvironmentGroup> byEnvironment(const QList<ClusterProfile> &clusters);

QString toText(ClusterProfile::Environment environment); ///< development, staging, production
QString toText(ClusterProfile::Owner owner);
QString toText(ClusterProfile::Proxy::Kind kind); ///< none, system, manual

} // namespace sluice
