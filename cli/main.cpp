// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/output.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QTimer>

using namespace sluice::cli;
using namespace Qt::StringLiterals;

namespace {

QCoro::Task<int> run(const Arguments &arguments)
{
    if (arguments.command.rfind("clusters", 0) == 0)
        return runClusters(arguments);
    if (arguments.command.rfind("releases", 0) == 0)
        return runReleases(arguments);
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

    CLI::App parser("Canary releases on Apache APISIX from a shell.", "sluicectl");
    Arguments arguments;
    declare(parser, arguments);
    try {
        parser.parse(argc, argv);
    } catch (const CLI::ParseError &fault) {
        return parser.exit(fault) == 0 ? Done : WrongUsage;
    }
    QTimer::singleShot(0, &application,
                       [&arguments] { run(arguments).then([](int code) { QCoreApplication::exit(code); }); });
    return QCoreApplication::exec();
}
