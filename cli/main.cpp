// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/output.h"

#include <QCoreApplication>
#include <QTimer>
#include <QTranslator>

#include <set>

using namespace sluice::cli;
using namespace Qt::StringLiterals;

namespace {

bool isAboutPlan(const std::string &command)
{
    static const std::set<std::string> commands{"releases plan", "releases run",  "releases pause", "releases resume",
                                                "releases skip", "releases back", "releases watch"};
    return commands.contains(command);
}

QCoro::Task<int> run(const Arguments &arguments)
{
    if (isAboutPlan(arguments.command))
        return runPlan(arguments);
    if (arguments.command.rfind("clusters", 0) == 0)
        return runClusters(arguments);
    if (arguments.command.rfind("releases", 0) == 0)
        return runReleases(arguments);
    if (arguments.command.rfind("workspaces", 0) == 0 && arguments.command != "workspaces list")
        return runWorkspaces(arguments);
    if (arguments.command == "export" || arguments.command == "import")
        return runConfiguration(arguments);
    if (arguments.command == "preview")
        return runPreview(arguments);
    if (arguments.command == "verify")
        return runVerify(arguments);
    if (arguments.command == "rehearse")
        return runRehearse(arguments);
    return runResources(arguments);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sluicectl"_s);
    QTranslator plurals;
    if (plurals.load(u":/i18n/sluice_en.qm"_s))
        QCoreApplication::installTranslator(&plurals);

    Arguments arguments;
    if (const auto ended = readArguments(argc, argv, arguments))
        return *ended;
    QTimer::singleShot(0, &application,
                       [&arguments] { run(arguments).then([](int code) { QCoreApplication::exit(code); }); });
    return QCoreApplication::exec();
}
