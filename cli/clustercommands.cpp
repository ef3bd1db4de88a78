// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "cli/connection.h"
#include "cli/output.h"
#include "core/settings/clusterstore.h"
#include "core/settings/secretstore.h"

#include <QCoreApplication>
#include <QUuid>

#include <cstdio>
#include <iostream>

using namespace Qt::StringLiterals;

namespace sluice::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClusterCommands)
};

QString joined(const QList<QUrl> &addresses)
{
    QStringList texts;
    for (const QUrl &address : addresses)
        texts.append(address.toString());
    return texts.join(u", "_s);
}

int list(const ClusterStore &store, const Arguments &arguments)
{
    QJsonArray items;
    QList<QStringList> rows{{Text::tr("NAME"), Text::tr("ENVIRONMENT"), Text::tr("ADMIN API"), Text::tr("GATEWAYS")}};
    for (const ClusterProfile &profile : store.clusters()) {
        items.append(toJson(profile));
        rows.append({profile.name, toText(profile.environment), profile.admin.toString(), joined(profile.gateways)});
    }
    if (arguments.json())
        print(items);
    else
        printTable(rows);
    return Done;
}

ClusterProfile described(const Arguments &arguments)
{
    const auto text = [](const std::string &value) { return QString::fromStdString(value); };
    QJsonArray gateways;
    QJsonArray metrics;
    QJsonArray controls;
    for (const std::string &url : arguments.gateways)
        gateways.append(text(url));
    for (const std::string &url : arguments.metrics)
        metrics.append(text(url));
    for (const std::string &url : arguments.controls)
        controls.append(text(url));
    ClusterProfile profile;
    // The words of --environment and --owner are those of the file.
    const auto words = clusterFromJson({{u"name"_s, u"x"_s},
                                        {u"admin"_s, u"http://x"_s},
                                        {u"environment"_s, text(arguments.environment)},
                                        {u"gateways"_s, gateways},
                                        {u"metrics"_s, metrics},
                                        {u"controls"_s, controls},
                                        {u"owner"_s, text(arguments.owner)}});
    if (words)
        profile = *words;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.name = text(arguments.subject);
    profile.admin = QUrl(text(arguments.admin));
    profile.workers = arguments.workers;
    profile.workspaceKey = text(arguments.workspaceKey);
    profile.readOnly = arguments.readOnly;
    profile.demandReason = arguments.demandReason;
    profile.tls = {text(arguments.authorityFile), text(arguments.certificateFile), text(arguments.keyFile),
                   text(arguments.pin)};
    profile.askKey = arguments.askKey;
    if (!arguments.proxy.empty() && arguments.proxy != "system") {
        profile.proxy.kind =
            arguments.proxy == "none" ? ClusterProfile::Proxy::Kind::None : ClusterProfile::Proxy::Kind::Manual;
        profile.proxy.address = arguments.proxy == "none" ? QUrl() : QUrl(text(arguments.proxy));
    }
    return profile;
}

QCoro::Task<int> add(ClusterStore &store, const Arguments &arguments)
{
    const ClusterProfile profile = described(arguments);
    const Result<void> saved = store.save(profile);
    if (!saved)
        co_return printError(saved.error(), arguments.json());
    std::string key;
    std::getline(std::cin, key);
    while (!key.empty() && (key.back() == '\r' || key.back() == ' '))
        key.pop_back();
    if (key.empty())
        co_return Done;
    SecretStore secrets;
    ClusterSecrets kept;
    kept.adminKey = QByteArray::fromStdString(key);
    co_await secrets.write(profile.id, kept);
    if (secrets.isSessionOnly()) {
        const QString text = Text::tr("No keychain answers, so the key was not kept: set SLUICE_ADMIN_KEY.");
        std::fputs((text + u'\n').toUtf8().constData(), stderr);
    }
    co_return Done;
}

QCoro::Task<int> remove(ClusterStore &store, const Arguments &arguments)
{
    const ClusterProfile *found = store.find(QString::fromStdString(arguments.subject));
    const QString id = found == nullptr ? QString::fromStdString(arguments.subject) : found->id;
    const Result<void> removed = store.remove(id);
    if (!removed)
        co_return printError(removed.error(), arguments.json());
    SecretStore secrets;
    co_await secrets.remove(id);
    co_return Done;
}

QString wordOf(GatewayInfo::Role role)
{
    switch (role) {
    case GatewayInfo::Role::Admin:
        return u"admin"_s;
    case GatewayInfo::Role::Viewer:
        return u"viewer"_s;
    case GatewayInfo::Role::Unknown:
        break;
    }
    return u"unknown"_s;
}

QCoro::Task<int> test(const Arguments &arguments)
{
    Arguments named = arguments;
    if (!named.subject.empty())
        named.cluster = named.subject;
    Result<std::shared_ptr<ClusterSession>> session = co_await connectTo(named);
    if (!session)
        co_return printError(session.error(), arguments.json());
    const GatewayInfo &info = (*session)->gateway();
    const auto refusal = (*session)->refusal();
    if (arguments.json()) {
        const QJsonObject json{{u"server"_s, info.server},
                               {u"version"_s, info.version.toString()},
                               {u"role"_s, wordOf(info.role)},
                               {u"trafficSplit"_s, info.hasTrafficSplit},
                               {u"writable"_s, !refusal.has_value()},
                               {u"reason"_s, refusal ? refusal->reason : QString()}};
        print(json);
        co_return Done;
    }
    print(Text::tr("%1 answers; the key's role is %2.").arg(info.server, wordOf(info.role)));
    if (refusal)
        print(refusal->reason + u' ' + refusal->advice);
    co_return Done;
}

} // namespace

QCoro::Task<int> runClusters(const Arguments &arguments)
{
    if (arguments.command == "clusters test") {
        const int code = co_await test(arguments);
        co_return code;
    }
    ClusterStore store;
    const Result<void> loaded = store.load();
    if (!loaded)
        co_return printError(loaded.error(), arguments.json());
    if (arguments.command == "clusters list")
        co_return list(store, arguments);
    if (arguments.command == "clusters add") {
        const int code = co_await add(store, arguments);
        co_return code;
    }
    const int code = co_await remove(store, arguments);
    co_return code;
}

} // namespace sluice::cli
