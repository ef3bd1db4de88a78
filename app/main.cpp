// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"
#include "app/mainwindow.h"
#include "app/support/screenshottour.h"
#include "core/version/version.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <string_view>

using namespace Qt::StringLiterals;
using namespace sluice::app;

namespace {

std::optional<Theme> themeFrom(const QString &word)
{
    if (word == "light"_L1)
        return Theme::Light;
    if (word == "dark"_L1)
        return Theme::Dark;
    if (word == "system"_L1)
        return Theme::System;
    return std::nullopt;
}

int refuse(const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    return 2;
}

/// Asked by packages and reports, so it is answered where there is no display, too.
bool asksForVersion(int argc, char *argv[])
{
    return std::any_of(argv + 1, argv + argc,
                       [](std::string_view word) { return word == "--version" || word == "-v"; });
}

} // namespace

int main(int argc, char *argv[])
{
    if (asksForVersion(argc, argv)) {
        const QCoreApplication withoutDisplay(argc, argv);
        std::puts(qPrintable(sluice::versionLine(u"sluice"_s)));
        return 0;
    }
    QApplication qt(argc, argv);
    QApplication::setApplicationName(u"Sluice"_s);
    QApplication::setApplicationVersion(sluice::version());

    QCommandLineParser line;
    line.addHelpOption();
    const QCommandLineOption version({u"v"_s, u"version"_s}, u"Say the version, the commit and the libraries."_s);
    const QCommandLineOption demo(u"demo"_s, u"Open with two demo clusters."_s);
    const QCommandLineOption language(u"language"_s, u"zh_CN or en."_s, u"language"_s);
    const QCommandLineOption theme(u"theme"_s, u"system, light or dark."_s, u"theme"_s);
    QCommandLineOption tour(u"screenshot-tour"_s, u"Write every page and dialog as a picture and end."_s, u"folder"_s);
    tour.setFlags(QCommandLineOption::HiddenFromHelp);
    line.addOptions({version, demo, language, theme, tour});
    line.process(qt);

    Application::Options options;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    options.settingsFile = folder + u"/window.ini"_s;
    options.draftsFile = folder + u"/drafts.json"_s;
    options.clustersFile = sluice::ClusterStore::defaultPath();
    options.demo = line.isSet(demo);
    options.language = line.value(language);
    if (!options.language.isEmpty() && !LanguageSwitch::languages().contains(options.language))
        return refuse(u"--language takes zh_CN or en."_s);
    options.theme = themeFrom(line.value(theme));
    if (line.isSet(theme) && !options.theme)
        return refuse(u"--theme takes system, light or dark."_s);

    Application application(qt, options);
    application.window().show();
    ScreenshotTour pictures(application, line.value(tour));
    QObject::connect(&pictures, &ScreenshotTour::finished, &qt, [](const QString &failedFile) {
        QApplication::exit(failedFile.isEmpty() ? 0 : refuse(u"The picture can't be written: %1"_s.arg(failedFile)));
    });
    if (line.isSet(tour))
        pictures.start();
    return QApplication::exec();
}
