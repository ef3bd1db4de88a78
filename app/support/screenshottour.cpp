// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/screenshottour.h"

#include "app/application.h"
#include "app/mainwindow.h"

#include <QDir>
#include <QPixmap>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sluice::app {

namespace {

constexpr std::chrono::milliseconds pictureSettling = 120ms;
constexpr QSize narrow(1280, 800);
constexpr QSize wide(1920, 1080);

} // namespace

ScreenshotTour::ScreenshotTour(Application &application, const QString &folder)
    : m_application(application)
    , m_folder(folder)
{
    const bool scaled = application.window().devicePixelRatioF() > 1;
    const QList<Pictured> pages = picturedPages();
    const QList<Pictured> dialogs = picturedDialogs();
    const QStringList languages = LanguageSwitch::languages();
    for (const QString &language : languages) {
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            for (const Pictured &page : pages) {
                m_left.append({language, theme, narrow, page});
                if (!scaled)
                    m_left.append({language, theme, wide, page});
            }
            for (const Pictured &dialog : dialogs)
                m_left.append({language, theme, narrow, dialog});
        }
    }
}

void ScreenshotTour::start()
{
    prepare();
}

void ScreenshotTour::prepare()
{
    if (m_left.isEmpty()) {
        Q_EMIT finished({});
        return;
    }
    const Picture picture = m_left.first();
    m_application.language().use(picture.language);
    m_application.applyTheme(picture.theme);
    m_application.window().resize(picture.size);
    m_application.window().go(picture.subject.place);
    QTimer::singleShot(pictureSettling, this, &ScreenshotTour::show);
}

void ScreenshotTour::show()
{
    if (!m_application.isSettled()) {
        QTimer::singleShot(pictureSettling, this, &ScreenshotTour::show);
        return;
    }
    if (!m_left.first().subject.open)
        return take();
    m_dialog = m_left.first().subject.open(m_application);
    m_dialog->show();
    QTimer::singleShot(pictureSettling, this, &ScreenshotTour::take);
}

void ScreenshotTour::take()
{
    QWidget *shown = m_dialog ? m_dialog.data() : &m_application.window();
    const QPixmap picture = shown->grab();
    delete m_dialog;
    const QString file = fileOf(m_left.takeFirst());
    if (!picture.save(file)) {
        Q_EMIT finished(file);
        return;
    }
    prepare();
}

QString ScreenshotTour::fileOf(const Picture &picture) const
{
    QStringList parts{picture.subject.name, picture.language, picture.theme == Theme::Dark ? u"dark"_s : u"light"_s};
    if (!picture.subject.open)
        parts.append(u"%1x%2"_s.arg(picture.size.width()).arg(picture.size.height()));
    return QDir(m_folder).filePath(parts.join(u'-') + u".png"_s);
}

} // namespace sluice::app
