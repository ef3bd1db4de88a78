// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/location.h"
#include "app/support/palette.h"

#include <QByteArray>
#include <QSettings>
#include <QVariantMap>

namespace sluice::app {

/// How the user left the window: geometry, columns, theme, language, last place. No secrets and nothing of a cluster.
class ViewState
{
public:
    /// An INI file of its own; tests give a temporary one.
    explicit ViewState(const QString &file);

    Theme theme() const;
    void setTheme(Theme theme);
    /// zh_CN, en, or empty for the system's.
    QString language() const;
    void setLanguage(const QString &language);
    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    std::optional<Location> lastPlace() const;
    void setLastPlace(const Location &location);
    QVariantMap listLayout(const QString &list) const;
    void setListLayout(const QString &list, const QVariantMap &layout);

private:
    QSettings m_file;
};

} // namespace sluice::app
