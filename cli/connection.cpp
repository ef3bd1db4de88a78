// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/connection.h"

#include "cli/terminal.h"
#include "core/settings/clusterstore.h"
#include "core/settings/operatorname.h"
#include "core/settings/secretstore.h"

#include <QCoreApplication>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace sluice::cli {

namespace {

struct ConnectionText
{
    Q_DECLARE_TR_FUNCTIONS(Connection)
};

constexpr std::chrono::seconds unattendedPatience{10}; ///< for a keychain that asks its owner for a password

QList<QUrl> urls(const std::vector<std::string> &texts)
{
    QList<QUrl> result;
    for (const std::string &text : texts)
        result.append(QUrl(QString::fromStdString(text)));
    return result;
}

/// Addresses on the command line win over the profile's.
void override(ClusterProfile &profile, const Arguments &arguments)
{
    if (!arguments.gateways.empty())
        profile.gateways = urls(arguments.gateways);
    if (!arguments.metrics.empty())
        profile.metrics = urls(arguments.metrics);
    if (!arguments.controls.empty())
        profile.controls = urls(arguments.controls);
}

/// For tests: how long to stand still between the two writes of an action.
std::chrono::milliseconds testPause()
{
    return std::chrono::milliseconds(qEnvironmentVariableIntValue("SLUICE_TEST_PAUSE_BEFORE_API_WRITE"));
}

} // namespace

Result<ClusterProfile> profileFrom(const Arguments &arguments)
{
    ClusterProfile profile;
    if (!arguments.admin.empty()) {
        profile.name = u"--admin"_s;
        profile.admin = QUrl(QString::fromStdString(arguments.admin));
        override(profile, arguments);
        if (const QList<Error> faults = problems(profile); !faults.isEmpty())
            return faults.first();
        return profile;
    }
    ClusterStore store;
    if (const auto loaded = store.load(); !loaded)
        return loaded.error();
    const QString name = QString::fromStdString(arguments.cluster);
    const QString advice = ConnectionText::tr("Name one with --cluster, or give --admin URL.");
    if (name.isEmpty() && store.clusters().size() != 1)
        return Error::invalid(store.clusters().isEmpty()
                                  ? ConnectionText::tr("There is no cluster in the list.")
                                  : ConnectionText::tr("There are several clusters in the list."),
                              advice);
    const ClusterProfile *found = name.isEmpty() ? &store.clusters().first() : store.find(name);
    if (found == nullptr)
        return Error::invalid(ConnectionText::tr("There is no cluster \"%1\" in the list.").arg(name), advice);
    profile = *found;
    override(profile, arguments);
    return profile;
}

void waitAtTerminal(SecretStore &store)
{
    QObject::connect(&store, &SecretStore::waitingChanged, &store, [](bool waiting) {
        if (waiting)
            std::fputs(qUtf8Printable(ConnectionText::tr("Waiting for the keychain…") + u'\n'), stderr);
    });
    if (!isAttended())
        QTimer::singleShot(unattendedPatience, &store, &SecretStore::stopWaiting);
}

QCoro::Task<Result<ClusterSecrets>> secretsOf(ClusterProfile profile)
{
    ClusterSecrets secrets;
    const QByteArray given = qgetenv("SLUICE_ADMIN_KEY");
    if (!profile.id.isEmpty() && (given.isEmpty() || !profile.headers.isEmpty())) {
        SecretStore store;
        waitAtTerminal(store);
        Result<ClusterSecrets> kept = co_await store.read(profile);
        // Where there is no keychain nothing is kept; of one that is silent it can't be known.
        if (!kept && kept.error().kind == Error::Kind::Cancelled) {
            Error silent = kept.error();
            silent.advice = given.isEmpty() ? ConnectionText::tr("Unlock it, or set SLUICE_ADMIN_KEY.")
                                            : ConnectionText::tr("Unlock it: it holds values of extra headers.");
            co_return silent;
        }
        if (kept)
            secrets = *kept;
    }
    if (!given.isEmpty())
        secrets.adminKey = given;
    else if (profile.askKey && isAttended())
        secrets.adminKey = readHiddenLine(ConnectionText::tr("Admin key of %1: ").arg(profile.name));
    if (profile.askKey && secrets.adminKey.isEmpty()) {
        const Error fault =
            Error::invalid(ConnectionText::tr("The Admin key of \"%1\" is asked for each time.").arg(profile.name),
                           ConnectionText::tr("Type it at a terminal, or set SLUICE_ADMIN_KEY."));
        co_return fault;
    }
    co_return secrets;
}

namespace {

QCoro::Task<Result<std::shared_ptr<ClusterSession>>> open(ClusterProfile profile, const Arguments &arguments)
{
    // Whatever a command does then, no write leaves this computer.
    profile.readOnly = profile.readOnly || arguments.dryRun;
    Result<ClusterSecrets> secrets = co_await secretsOf(profile);
    if (!secrets)
        co_return secrets.error();
    ClusterSession::Options options;
    options.operatorName =
        arguments.operatorName.empty() ? defaultOperatorName() : QString::fromStdString(arguments.operatorName);
    options.archiveFolder =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/sluice/archive"_s;
    options.timeout = std::chrono::milliseconds(int(arguments.timeout * 1000));
    options.pause = testPause();
    auto session = std::make_shared<ClusterSession>(profile, *secrets, options);
    Result<GatewayInfo> opened = co_await session->open();
    if (!opened)
        co_return opened.error();
    co_return session;
}

} // namespace

QCoro::Task<Result<std::shared_ptr<ClusterSession>>> connectTo(const Arguments &arguments)
{
    Result<ClusterProfile> profile = profileFrom(arguments);
    if (!profile)
        co_return profile.error();
    Result<std::shared_ptr<ClusterSession>> session = co_await open(*profile, arguments);
    co_return session;
}

QCoro::Task<Result<std::shared_ptr<ClusterSession>>> connectReadOnly(const Arguments &arguments)
{
    Result<ClusterProfile> profile = profileFrom(arguments);
    if (!profile)
        co_return profile.error();
    profile->readOnly = true;
    Result<std::shared_ptr<ClusterSession>> session = co_await open(*profile, arguments);
    co_return session;
}

QCoro::Task<Result<std::shared_ptr<ClusterSession>>> connectForChange(const Arguments &arguments)
{
    Result<std::shared_ptr<ClusterSession>> session = co_await connectTo(arguments);
    if (!session || arguments.dryRun)
        co_return session;
    if (const auto refusal = (*session)->refusal())
        co_return *refusal;
    if ((*session)->profile().demandReason && arguments.reason.empty()) {
        Error fault = Error::invalid(ConnectionText::tr("This cluster requires a reason for every action."),
                                     ConnectionText::tr("Add --reason."));
        co_return fault;
    }
    co_return session;
}

} // namespace sluice::cli
