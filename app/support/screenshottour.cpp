// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/screenshottour.h"

#include "app/application.h"
#include "app/mainwindow.h"

#include <QCoreApplication>
#include <QDir>
#include <QPixmap>

using namespace Qt::StringLiterals;

namespace sluice::app {

Result<int> takeScreenshots(Application &application, const QString &folder, const QList<Location> &places)
{
    int written = 0;
    const QList<QSize> sizes{QSize(1280, 800), QSize(1920, 1080)};
    const QStringList languages = LanguageSwitch::languages();
    for (const QString &language : languages) {
        application.language().use(language);
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            application.applyTheme(theme);
            for (const QSize &size : sizes) {
                application.window().resize(size);
                for (const Location &place : places) {
                    application.window().go(place);
                    const QString file = QDir(folder).filePath(u"%1-%2-%3-%4x%5.png"_s
                                                                   .arg(toText(place).section(u'|', 0, 0), language,
                                                                        theme == Theme::Dark ? u"dark"_s : u"light"_s)
                                                                   .arg(size.width())
                                                                   .arg(size.height()));
                    if (!application.window().grab().save(file)) {
                        Error error;
                        error.kind = Error::Kind::Invalid;
                        error.reason =
                            QCoreApplication::translate("Screenshots", "The picture can't be written: %1").arg(file);
                        error.advice =
                            QCoreApplication::translate("Screenshots", "Name a folder that exists and is writable.");
                        return error;
                    }
                    ++written;
                }
            }
        }
    }
    return written;
}

} // namespace sluice::app
