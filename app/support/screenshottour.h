// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/location.h"
#include "app/support/palette.h"

#include <QObject>
#include <QSize>

namespace sluice::app {

class Application;

/// Writes the window as PNG for every page of the demo clusters, language, theme and size (scripts/screenshots). Each
/// picture waits until the page has read what it shows. Ends at the first one that can't be written.
class ScreenshotTour : public QObject
{
    Q_OBJECT

public:
    ScreenshotTour(Application &application, const QString &folder);

    void start();
    /// What is pictured.
    static QList<Location> places();

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
