// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/cluster.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ClusterText
{
    Q_DECLARE_TR_FUNCTIONS(Cluster)
};

constexpr std::array environments{"development", "staging", "production"};
constexpr std::array owners{"none", "adc", "ingress-controller", "other"};
constexpr std::array proxyKinds{"none", "system", "manual"};

template <std::size_t N>
int positionOf(const std::array<const char *, N> &words, const QString &word)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (word == QLatin1StringView(words.at(i)))
            return int(i);
    }
    return 0;
}

QJsonArray toJson(const QList<QUrl> &addresses)
{
    QJsonArray result;
    for (const QUrl &address : addresses)
        result.append(address.toString());
    return result;
}

QList<QUrl> urls(const QJsonValue &value)
{
    QList<QUrl> result;
    const QJsonArray addresses = value.toArray();
    for (const QJsonValue &address : addresses)
        result.append(QUrl(address.toString()));
    return result;
}

bool isWebAddress(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

QList<Error> proxyProblems(const QUrl &address)
{
    const bool isProxy = address.scheme() == "http"_L1 || address.scheme() == "socks5"_L1;
    if (!address.isValid() || address.host().isEmpty() || address.port() <= 0 || !isProxy)
        return {Error::invalid(
            ClusterText::tr("\"%1\" is not an address of a proxy.").arg(address.toString(QUrl::RemoveUserInfo)),
            ClusterText::tr("Write it as http://host:port or socks5://host:port."))};
    if (!address.userInfo().isEmpty())
        return {
            Error::invalid(ClusterText::tr("A proxy's password would be kept in the list of clusters."),
                           ClusterText::tr("Set it in the system's proxy settings, and choose the system's proxy."))};
    return {};
}

bool isFingerprint(const QString &text)
{
    static const QRegularExpression form(u"^([0-9A-F]{2}:){31}[0-9A-F]{2}$"_s);
    return form.match(text).hasMatch();
}

} // namespace

QString toText(ClusterProfile::Environment environment)
{
    return QString::fromLatin1(environments.at(std::size_t(environment)));
}

QString toText(ClusterProfile::Owner owner)
{
    return QString::fromLatin1(owners.at(std::size_t(owner)));
}

QString toText(ClusterProfile::Proxy::Kind kind)
{
    return QLatin1StringView(proxyKinds.at(std::size_t(kind)));
}

QList<EnvironmentGroup> byEnvironment(const QList<ClusterProfile> &clusters)
{
    using Environment = ClusterProfile::Environment;
    QList<EnvironmentGroup> groups;
    for (const Environment environment : {Environment::Production, Environment::Staging, Environment::Development}) {
        EnvironmentGroup group{environment, {}};
        for (const ClusterProfile &profile : clusters) {
            if (profile.environment == environment)
                group.clusters.append(profile);
        }
        if (!group.clusters.isEmpty())
            groups.append(group);
    }
    return groups;
}

QJsonObject toJson(const ClusterProfile &profile)
{
    return {{u"id"_s, profile.id},
            {u"name"_s, profile.name},
            {u"environment"_s, toText(profile.environment)},
            {u"admin"_s, profile.admin.toString()},
            {u"gateways"_s, toJson(profile.gateways)},
            {u"metrics"_s, toJson(profile.metrics)},
            {u"controls"_s, toJson(profile.controls)},
            {u"headers"_s, QJsonArray::fromStringList(profile.headers)},
            {u"workers"_s, profile.workers},
            {u"owner"_s, toText(profile.owner)},
            {u"tls"_s, QJsonObject{{u"authorityFile"_s, profile.tls.authorityFile},
                                   {u"certificateFile"_s, profile.tls.certificateFile},
                                   {u"keyFile"_s, profile.tls.keyFile},
                                   {u"pin"_s, profile.tls.pin}}},
            {u"proxy"_s,
             QJsonObject{{u"kind"_s, toText(profile.proxy.kind)}, {u"address"_s, profile.proxy.address.toString()}}},
            {u"askKey"_s, profile.askKey},
            {u"workspaceKey"_s, profile.workspaceKey},
            {u"readOnly"_s, profile.readOnly},
            {u"demandReason"_s, profile.demandReason}};
}

Result<ClusterProfile> clusterFromJson(const QJsonObject &json)
{
    ClusterProfile profile;
    profile.id = json[u"id"_s].toString();
    profile.name = json[u"name"_s].toString();
    profile.environment = ClusterProfile::Environment(positionOf(environments, json[u"environment"_s].toString()));
    profile.admin = QUrl(json[u"admin"_s].toString());
    profile.gateways = urls(json[u"gateways"_s]);
    profile.metrics = urls(json[u"metrics"_s]);
    profile.controls = urls(json[u"controls"_s]);
    const QJsonArray headers = json[u"headers"_s].toArray();
    for (const QJsonValue &name : headers)
        profile.headers.append(name.toString());
    profile.workers = json[u"workers"_s].toInt(1);
    profile.owner = ClusterProfile::Owner(positionOf(owners, json[u"owner"_s].toString()));
    const QJsonObject tls = json[u"tls"_s].toObject();
    profile.tls.authorityFile = tls[u"authorityFile"_s].toString();
    profile.tls.certificateFile = tls[u"certificateFile"_s].toString();
    profile.tls.keyFile = tls[u"keyFile"_s].toString();
    profile.tls.pin = tls[u"pin"_s].toString();
    const QJsonObject proxy = json[u"proxy"_s].toObject();
    profile.proxy.kind = ClusterProfile::Proxy::Kind(positionOf(proxyKinds, proxy[u"kind"_s].toString(u"system"_s)));
    profile.proxy.address = QUrl(proxy[u"address"_s].toString());
    profile.askKey = json[u"askKey"_s].toBool();
    profile.workspaceKey = json[u"workspaceKey"_s].toString(u"workspace"_s);
    profile.readOnly = json[u"readOnly"_s].toBool();
    profile.demandReason = json[u"demandReason"_s].toBool();
    const QList<Error> found = problems(profile);
    if (!found.isEmpty())
        return found.first();
    return profile;
}

QList<Error> problems(const ClusterProfile &profile)
{
    QList<Error> found;
    if (profile.name.trimmed().isEmpty())
        found.append(Error::invalid(ClusterText::tr("The cluster needs a name.")));
    if (!isWebAddress(profile.admin))
        found.append(
            Error::invalid(ClusterText::tr("\"%1\" is not an address of an Admin API.").arg(profile.admin.toString()),
                           ClusterText::tr("Write it as http://host:9180, without /apisix/admin.")));
    for (const QUrl &gateway : profile.gateways) {
        if (!isWebAddress(gateway))
            found.append(
                Error::invalid(ClusterText::tr("\"%1\" is not an address of a gateway.").arg(gateway.toString()),
                               ClusterText::tr("Write it as http://host:9080.")));
    }
    if (profile.proxy.kind == ClusterProfile::Proxy::Kind::Manual)
        found += proxyProblems(profile.proxy.address);
    if (!profile.tls.pin.isEmpty() && !isFingerprint(profile.tls.pin))
        found.append(Error::invalid(
            ClusterText::tr("\"%1\" is not a SHA-256 fingerprint of a certificate.").arg(profile.tls.pin),
            ClusterText::tr("Write its 32 bytes as AB:CD:...")));
    if (profile.workers < 1)
        found.append(Error::invalid(ClusterText::tr("A gateway has at least one worker.")));
    if (profile.workspaceKey.isEmpty() || profile.workspaceKey.contains(u' '))
        found.append(Error::invalid(ClusterText::tr("The label of workspaces must be a word without blanks.")));
    return found;
}

} // namespace sluice
