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

constexpr std::chrono::milliseconds settling = 120ms;

Location placeOf(Section section, const QString &object = {})
{
    const bool inside = section != Section::Clusters && section != Section::Welcome && section != Section::Simulator &&
                        section != Section::Activity;
    const bool deeper =
        inside && section != Section::Overview && section != Section::Workspaces && section != Section::WorkspaceRules;
    Location place;
    place.section = section;
    place.cluster = inside ? u"demo-staging"_s : QString();
    place.workspace = deeper ? u"payments"_s : QString();
    place.object = object;
    return place;
}

/// With something on it, not as it is before the first click.
Location begun(Section section, const QString &object)
{
    Location place = placeOf(section, object);
    place.extra.insert(u"start"_s, true);
    return place;
}

} // namespace

QList<Location> ScreenshotTour::places()
{
    return {placeOf(Section::Welcome),
            placeOf(Section::Clusters),
            placeOf(Section::Overview),
            placeOf(Section::Workspaces),
            placeOf(Section::WorkspaceRules),
            placeOf(Section::Apis),
            placeOf(Section::ApiDetail, u"route/checkout"_s),
            placeOf(Section::Upstreams),
            placeOf(Section::UpstreamDetail, u"pay-v1"_s),
            placeOf(Section::Releases),
            placeOf(Section::ReleaseForm),
            placeOf(Section::ReleaseDetail, u"sluice-5f0c1e7a92d4"_s),
            begun(Section::Verification, u"sluice-5f0c1e7a92d4"_s),
            begun(Section::Rehearsal, u"sluice-5f0c1e7a92d4"_s),
            placeOf(Section::Simulator),
            placeOf(Section::Activity)};
}

ScreenshotTour::ScreenshotTour(Application &application, const QString &folder)
    : m_application(application)
    , m_folder(folder)
{
    const QStringList languages = LanguageSwitch::languages();
    for (const QString &language : languages) {
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            for (const QSize &size : {QSize(1280, 800), QSize(1920, 1080)}) {
                for (const Location &place : places())
                    m_left.append({language, theme, size, place});
            }
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
    m_application.window().go(picture.place);
    QTimer::singleShot(settling, this, &ScreenshotTour::take);
}

void ScreenshotTour::take()
{
    if (!m_application.isSettled()) {
        QTimer::singleShot(settling, this, &ScreenshotTour::take);
        return;
    }
    const QString file = fileOf(m_left.takeFirst());
    if (!m_application.window().grab().save(file)) {
        Q_EMIT finished(file);
        return;
    }
    prepare();
}

QString ScreenshotTour::fileOf(const Picture &picture) const
{
    const QString name = toText(picture.place).section(u'|', 0, 0);
    const QString theme = picture.theme == Theme::Dark ? u"dark"_s : u"light"_s;
    const QString size = u"%1x%2"_s.arg(picture.size.width()).arg(picture.size.height());
    return QDir(m_folder).filePath(u"%1-%2-%3-%4.png"_s.arg(name, picture.language, theme, size));
}

} // namespace sluice::app
