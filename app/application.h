// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/clusterdirectory.h"
#include "app/support/embeddedsimulator.h"
#include "app/support/formdrafts.h"
#include "app/support/languageswitch.h"
#include "app/support/location.h"
#include "app/support/operations.h"
#include "app/support/planruns.h"
#include "app/support/trafficalarms.h"
#include "app/support/viewstate.h"
#include "app/support/wheelguard.h"
#include "core/models/activitymodel.h"
#include "core/settings/clusterstore.h"
#include "core/settings/secretstore.h"

#include <QObject>

#include <memory>

class QApplication;

namespace sluice::app {

class ClosingGuard;
class MainWindow;
class Page;

/// The composition root: makes settings, language, look and the window, and passes references. Lives in main().
class Application : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString settingsFile;
        QString clustersFile;
        QString draftsFile;
        QString language; ///< overrides what is kept; empty does not
        std::optional<Theme> theme;
        bool demo = false; ///< two clusters of samples
    };

    Application(QApplication &qt, Options options);
    ~Application() override;

    MainWindow &window() { return *m_window; }
    LanguageSwitch &language() { return m_language; }
    ClusterDirectory &clusters() { return m_clusters; }
    const Operations &operations() const { return m_operations; }
    TrafficAlarms &alarms() { return m_alarms; }
    void applyTheme(Theme theme);
    /// Nothing that the window shows is still being read.
    bool isSettled();

private:
    void makeWindow();
    Page *makePage(Section section, QWidget *parent);
    Location startingPlace() const;
    void showDemoClusters();
    void keepActivity(const ClusterProfile &cluster, const Exchange &exchange);
    void switchLanguage();
    void switchTheme();

    QApplication &m_qt;
    ViewState m_view;
    FormDrafts m_drafts;
    LanguageSwitch m_language;
    WheelGuard m_wheel;
    QPalette m_systemPalette;
    EmbeddedSimulator m_simulator;
    ClusterStore m_store;
    SecretStore m_secrets;
    ClusterDirectory m_clusters;
    Operations m_operations;
    PlanRuns m_runs;
    TrafficAlarms m_alarms;
    ActivityModel m_activity;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<ClosingGuard> m_closing;
};

} // namespace sluice::app
