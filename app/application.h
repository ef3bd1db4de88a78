// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/clusterrow.h"
#include "app/support/languageswitch.h"
#include "app/support/viewstate.h"
#include "app/support/wheelguard.h"

#include <QObject>

#include <memory>

class QApplication;

namespace sluice::app {

class MainWindow;

/// The composition root: makes settings, language, look and the window, and passes references. Lives in main().
class Application : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString settingsFile;
        QString language; ///< overrides what is kept; empty does not
        std::optional<Theme> theme;
        bool demo = false; ///< two clusters of samples
    };

    Application(QApplication &qt, Options options);
    ~Application() override;

    MainWindow &window() { return *m_window; }
    LanguageSwitch &language() { return m_language; }
    void applyTheme(Theme theme);

private:
    void makeWindow();
    void switchLanguage();
    void switchTheme();
    const ClusterRow *cluster(const QString &id) const;

    QApplication &m_qt;
    ViewState m_view;
    LanguageSwitch m_language;
    WheelGuard m_wheel;
    QPalette m_systemPalette;
    QList<ClusterRow> m_clusters;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace sluice::app
