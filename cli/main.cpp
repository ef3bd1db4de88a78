// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/output.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QTimer>
#include <QTranslator>

#include <set>
#include <string_view>

using namespace sluice::cli;
using namespace Qt::StringLiterals;

namespace {

bool isAboutPlan(const std::string &command)
{
    static const std::set<std::string> commands{"releases plan", "releases run",  "releases pause", "releases resume",
                                                "releases skip", "releases back", "releases watch"};
    return commands.contains(command);
}
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Main)
};

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

sluice::Error wrongUsage(const CLI::ParseError &fault)
{
    return {.kind = sluice::Error::Kind::Invalid,
            .reason = QString::fromStdString(fault.what()).simplified() + u'.',
            .detail = {},
            .traffic = {},
            .advice = Text::tr("Run sluicectl with --help for more.")};
}

/// Where the command line can't be understood, nothing of it has been read.
bool wantsJson(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const std::string_view next = i + 1 < argc ? argv[i + 1] : "";
        if (word == "-ojson" || word == "--output=json" || ((word == "-o" || word == "--output") && next == "json"))
            return true;
    }
    return false;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sluicectl"_s);
    QTranslator plurals;
    if (plurals.load(u":/i18n/sluice_en.qm"_s))
        QCoreApplication::installTranslator(&plurals);

    CLI::App parser("Canary releases on Apache APISIX from a shell.", "sluicectl");
    Arguments arguments;
    declare(parser, arguments);
    try {
        parser.parse(argc, argv);
    } catch (const CLI::ParseError &fault) {
        if (fault.get_exit_code() == 0)
            return parser.exit(fault);
        const bool asJson = wantsJson(argc, argv);
        return parser.got_subcommand("releases") ? printRefused(wrongUsage(fault), asJson)
                                                 : printError(wrongUsage(fault), asJson);
    }
    QTimer::singleShot(0, &application,
                       [&arguments] { run(arguments).then([](int code) { QCoreApplication::exit(code); }); });
    return QCoreApplication::exec();
}
