// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/viewstate.h"

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

// Raised when a layout of an older version can't be read any more; older ones are then ignored.
constexpr int layoutVersion = 1;

} // namespace

ViewState::ViewState(const QString &file)
    : m_file(file, QSettings::IniFormat)
{
}

Theme ViewState::theme() const
{
    const QString kept = m_file.value(u"theme"_s).toString();
    if (kept == "light"_L1)
        return Theme::Light;
    return kept == "dark"_L1 ? Theme::Dark : Theme::System;
}

void ViewState::setTheme(Theme theme)
{
    m_file.setValue(u"theme"_s, theme == Theme::Light ? u"light"_s : theme == Theme::Dark ? u"dark"_s : u"system"_s);
}

QString ViewState::language() const
{
    return m_file.value(u"language"_s).toString();
}

void ViewState::setLanguage(const QString &language)
{
    m_file.setValue(u"language"_s, language);
}

QByteArray ViewState::geometry() const
{
    return m_file.value(u"geometry"_s).toByteArray();
}

void ViewState::setGeometry(const QByteArray &geometry)
{
    m_file.setValue(u"geometry"_s, geometry);
}

std::optional<Location> ViewState::lastPlace() const
{
    return locationFromText(m_file.value(u"place"_s).toString());
}

void ViewState::setLastPlace(const Location &location)
{
    m_file.setValue(u"place"_s, toText(location));
}

QVariantMap ViewState::listLayout(const QString &list) const
{
    const QVariantMap kept = m_file.value(u"lists/%1"_s.arg(list)).toMap();
    return kept.value(u"version"_s).toInt() == layoutVersion ? kept : QVariantMap();
}

void ViewState::setListLayout(const QString &list, const QVariantMap &layout)
{
    QVariantMap kept = layout;
    kept.insert(u"version"_s, layoutVersion);
    m_file.setValue(u"lists/%1"_s.arg(list), kept);
}

} // namespace sluice::app
