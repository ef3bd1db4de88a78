// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/actionregistry.h"
#include "app/support/jumpentry.h"
#include "app/support/location.h"
#include "app/widgets/statechip.h"

#include <QHash>
#include <QMainWindow>

#include <functional>

class QHBoxLayout;
class QToolButton;
class QLabel;
class QStackedWidget;

namespace sluice::app {

class Breadcrumb;
class Page;
class ProgressLine;
class SideMenu;
class TopBar;

/// The frame (ui.md): top navigation, left menu by depth, breadcrumb, title with tools, the page, the status line.
/// It knows places, not gateways: pages come from a factory, names and states of clusters from questions it asks.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    struct Questions
    {
        std::function<Page *(Section, QWidget *parent)> makePage; ///< null where there is no such page
        std::function<QStringList()> clusters;                    ///< ids, in their order
        std::function<QString(const QString &cluster)> clusterName;
        std::function<StateLook(const QString &cluster)> environment;
        std::function<StateLook(const QString &cluster)> state;
        std::function<QList<JumpEntry>(const Location &here)> jumpPlaces;
    };

    explicit MainWindow(Questions questions, QWidget *parent = nullptr);

    ActionRegistry &actions() { return m_actions; }
    Page *page() const;
    const Location &location() const { return m_location; }

    /// Goes there, unless the page has unsaved input: then it asks first.
    void go(const Location &location);
    /// Shows names and states of the open cluster again.
    void refreshFrame();
    /// It is to be closed, and waits for what is under way.
    void showEnding();

Q_SIGNALS:
    void languageWanted();
    void themeWanted();
    void arrived(const sluice::app::Location &location);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Visit { New, Again };

    void makeActions();
    void makeMenus();
    QWidget *makeContent();
    void leaveThen(std::function<void()> proceed);
    void present(const Location &location, Visit visit);
    Page *pageFor(Section section);
    void showTools();
    void showTitle();
    void fillMenu();
    void fillReleaseMenu();
    void fillSimulatorMenu();
    void openClusterSwitch();
    void fillBreadcrumb();
    void openShortcuts();
    void openJumpBox();
    void copyList();
    void askExport();
    void exportList(const QString &file);
    void retranslate();

    Questions m_questions;
    ActionRegistry m_actions;
    LocationHistory m_history;
    Location m_location;
    QHash<Section, Page *> m_pages;
    TopBar *m_top;
    QToolButton *m_clusterSwitch;
    QWidget *m_stripe;
    SideMenu *m_menu;
    Breadcrumb *m_breadcrumb;
    QLabel *m_title;
    QHBoxLayout *m_tools;
    ProgressLine *m_progress;
    QStackedWidget *m_stack;
    QLabel *m_status;
    QMenu *m_fileMenu = nullptr;
    QMenu *m_editMenu = nullptr;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_releaseMenu = nullptr;
    QMenu *m_simulatorMenu = nullptr;
    QMenu *m_helpMenu = nullptr;
};

} // namespace sluice::app
