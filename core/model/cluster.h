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
        bool verify = true;

        bool operator==(const Tls &) const = default;
    };

    QString id;
    QString name;
    Environment environment = Environment::Development;
    QUrl admin; ///< without /apisix/admin; a base path is allowed
    QList<QUrl> gateways;
    QList<QUrl> metrics;  ///< one a gateway, or none
    QList<QUrl> controls; ///< one a gateway, or none
    QStringList headers;  ///< names of fixed extra headers; their values are secrets
    int workers = 1;      ///< of one gateway
    Owner owner = Owner::None;
    Tls tls;
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

QString toText(ClusterProfile::Environment environment); ///< development, staging, production
QString toText(ClusterProfile::Owner owner);

} // namespace sluice
