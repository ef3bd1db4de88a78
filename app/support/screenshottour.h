// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/palette.h"
#include "app/support/pictured.h"

#include <QObject>
#include <QPointer>
#include <QSize>

namespace sluice::app {

/// Writes every page and every dialog of the demo clusters as PNG, in each language and theme (scripts/screenshots):
/// pages in two sizes of the window, in one where the display is scaled. Each picture waits until the page has read
/// what it shows. Ends at the first one that can't be written.
class ScreenshotTour : public QObject
{
    Q_OBJECT

public:
    ScreenshotTour(Application &application, const QString &folder);

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
        Pictured subject;
    };

    void prepare();
    void show();
    void take();
    QString fileOf(const Picture &picture) const;

    Application &m_application;
    QString m_folder;
    QList<Picture> m_left;
    QPointer<QWidget> m_dialog; ///< that is open for the picture
};

} // namespace sluice::app
