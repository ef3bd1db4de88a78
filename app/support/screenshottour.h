// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/location.h"
#include "app/support/palette.h"

#include <QObject>
#include <QSize>

namespace sluice::app {

class Application;

/// Writes the window as PNG for every place, language, theme and size (scripts/screenshots). One picture a turn of the
/// event loop, because a change of language or theme reaches the widgets by events. Ends at the first picture that
/// can't be written.
class ScreenshotTour : public QObject
{
    Q_OBJECT

public:
    ScreenshotTour(Application &application, const QString &folder, const QList<Location> &places);

    void start();

Q_SIGNALS:
    /// The file that could not be written, or empty.
    void finished(const QString &failedFile);

private:
    struct Picture
    {
        QString language;
        Theme theme = Theme::Light;
        QSize size;
        Location place;
    };

    void prepare();
    void take();
    QString fileOf(const Picture &picture) const;

    Application &m_application;
    QString m_folder;
    QList<Picture> m_left;
};

} // namespace sluice::app
