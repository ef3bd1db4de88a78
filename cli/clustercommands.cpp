// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "cli/connection.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "core/admin/connectiontest.h"
#include "core/model/prose.h"
#include "core/settings/clusterstore.h"
#include "core/settings/secretstore.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUuid>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace sluice::cli {

namespace {

struct ClusterCommandsText
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
    QList<QStringList> rows{{ClusterCommandsText::tr("NAME"), ClusterCommandsText::tr("ENVIRONMENT"),
                             ClusterCommandsText::tr("ADMIN API"), ClusterCommandsText::tr("GATEWAYS")}};
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
    if (profile.askKey)
        co_return Done;
    SecretStore secrets;
    ClusterSecrets kept;
    kept.adminKey = readHiddenLine(ClusterCommandsText::tr("Admin key of %1: ").arg(profile.name));
    if (kept.adminKey.isEmpty())
        co_return Done;
    waitAtTerminal(secrets);
    co_await secrets.write(profile.id, kept);
    if (secrets.isSessionOnly()) {
        const QString text =
            ClusterCommandsText::tr("No keychain has taken the key, so it was not kept: set SLUICE_ADMIN_KEY.");
        std::fputs((text + u'\n').toUtf8().constData(), stderr);
    }
    co_return Done;
}

int exportList(const ClusterStore &store, const Arguments &arguments)
{
    const Result<QJsonObject> content = store.exported();
    if (!content)
        return printError(content.error(), arguments.json());
    if (arguments.file.empty()) {
        print(*content);
        return Done;
    }
    const auto written = writeFile(arguments.file, QJsonDocument(*content).toJson());
    return written ? int(Done) : printError(written.error(), arguments.json());
}

int importList(ClusterStore &store, const Arguments &arguments)
{
    const Result<QByteArray> text = readFile(arguments.file);
    if (!text)
        return printError(text.error(), arguments.json());
    const Result<ClusterStore::Imported> done = store.importFrom(QJsonDocument::fromJson(*text).object());
    if (!done)
        return printError(done.error(), arguments.json());
    if (arguments.json()) {
        print(QJsonObject{{u"added"_s, QJsonArray::fromStringList(done->added)},
                          {u"skipped"_s, QJsonArray::fromStringList(done->skipped)}});
        return Done;
    }
    print(ClusterCommandsText::tr("Added: %1").arg(done->added.isEmpty() ? u"-"_s : done->added.join(u", "_s)));
    if (!done->skipped.isEmpty())
        print(ClusterCommandsText::tr("Left out, for the name is taken: %1").arg(done->skipped.join(u", "_s)));
    return Done;
}

QCoro::Task<int> remove(ClusterStore &store, const Arguments &arguments)
{
    const ClusterProfile *found = store.find(QString::fromStdString(arguments.subject));
    const QString id = found == nullptr ? QString::fromStdString(arguments.subject) : found->id;
    const Result<void> removed = store.remove(id);
    if (!removed)
        co_return printError(removed.error(), arguments.json());
    SecretStore secrets;
    waitAtTerminal(secrets);
    co_await secrets.remove(id);
    if (secrets.isSessionOnly())
        std::fputs(
            qUtf8Printable(ClusterCommandsText::tr("No keychain has answered: a key that it may keep stays there.") +
                           u'\n'),
            stderr);
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

QJsonObject jsonOf(const PeerCertificate &peer)
{
    return {{u"subject"_s, peer.subject},
            {u"issuer"_s, peer.issuer},
            {u"from"_s, peer.from.toUTC().toString(Qt::ISODate)},
            {u"until"_s, peer.until.toUTC().toString(Qt::ISODate)},
            {u"fingerprint"_s, peer.fingerprint},
            {u"faults"_s, QJsonArray::fromStringList(peer.faults)}};
}

QJsonObject jsonOf(const ConnectionReport &report)
{
    QJsonArray steps;
    for (const ConnectionStep &step : report.steps)
        steps.append(QJsonObject{{u"step"_s, toText(step.kind)},
                                 {u"outcome"_s, toText(step.outcome)},
                                 {u"found"_s, step.found},
                                 {u"advice"_s, step.advice},
                                 {u"detail"_s, step.detail}});
    QJsonObject json{{u"passed"_s, report.passed()}, {u"steps"_s, steps}};
    if (report.gateway) {
        const auto refusal = report.gateway->refusal();
        json.insert(u"server"_s, report.gateway->server);
        json.insert(u"version"_s, report.gateway->version.toString());
        json.insert(u"role"_s, wordOf(report.gateway->role));
        json.insert(u"trafficSplit"_s, report.gateway->hasTrafficSplit);
        json.insert(u"writable"_s, !refusal.has_value());
        json.insert(u"reason"_s, refusal ? refusal->reason : QString());
    }
    if (report.untrusted)
        json.insert(u"certificate"_s, jsonOf(*report.untrusted));
    return json;
}

void printReport(const ConnectionReport &report)
{
    QList<QStringList> rows{
        {ClusterCommandsText::tr("STEP"), ClusterCommandsText::tr("OUTCOME"), ClusterCommandsText::tr("FOUND")}};
    for (const ConnectionStep &step : report.steps)
        rows.append({toText(step.kind), toText(step.outcome), joinSentences({step.found, step.advice})});
    printTable(rows);
    if (!report.untrusted)
        return;
    const PeerCertificate &peer = *report.untrusted;
    print(ClusterCommandsText::tr("The server showed this certificate:"));
    printTable({{ClusterCommandsText::tr("subject"), peer.subject},
                {ClusterCommandsText::tr("issuer"), peer.issuer},
                {ClusterCommandsText::tr("valid"),
                 peer.from.toUTC().toString(Qt::ISODate) + u" - "_s + peer.until.toUTC().toString(Qt::ISODate)},
                {ClusterCommandsText::tr("SHA-256"), peer.fingerprint},
                {ClusterCommandsText::tr("refused"), peer.faults.join(u"; "_s)}});
    print(ClusterCommandsText::tr(
        "Compare the fingerprint with the gateway's own; if they are the same, --pin trusts it."));
}

/// Step by step; the first that fails gives the exit code.
QCoro::Task<int> test(const Arguments &arguments)
{
    Arguments named = arguments;
    if (!named.subject.empty())
        named.cluster = named.subject;
    const Result<ClusterProfile> profile = profileFrom(named);
    if (!profile)
        co_return printError(profile.error(), arguments.json());
    const Result<ClusterSecrets> secrets = co_await secretsOf(*profile);
    if (!secrets)
        co_return printError(secrets.error(), arguments.json());
    ConnectionTest connection(*profile, *secrets, std::chrono::milliseconds(int(arguments.timeout * 1000)));
    const ConnectionReport report = co_await connection.run();
    if (arguments.json())
        print(jsonOf(report));
    else
        printReport(report);
    if (report.fault)
        co_return printError(*report.fault, arguments.json());
    co_return report.passed() ? Done : NotReached;
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
    if (arguments.command == "clusters export")
        co_return exportList(store, arguments);
    if (arguments.command == "clusters import")
        co_return importList(store, arguments);
    if (arguments.command == "clusters add") {
        const int code = co_await add(store, arguments);
        co_return code;
    }
    const int code = co_await remove(store, arguments);
    co_return code;
}

} // namespace sluice::cli
