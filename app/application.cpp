// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"

#include "app/accessibility/accessibility.h"
#include "app/mainwindow.h"
#include "app/pages/activitypage.h"
#include "app/pages/apipage.h"
#include "app/pages/apispage.h"
#include "app/pages/clusterspage.h"
#include "app/pages/page.h"
#include "app/pages/rehearsalpage.h"
#include "app/pages/releaseformpage.h"
#include "app/pages/releasepage.h"
#include "app/pages/releasespage.h"
#include "app/pages/simulatorpage.h"
#include "app/pages/upstreampage.h"
#include "app/pages/upstreamspage.h"
#include "app/pages/verificationpage.h"
#include "app/pages/welcomepage.h"
#include "app/pages/workspacerulespage.h"
#include "app/pages/workspacespage.h"
#include "app/support/closingguard.h"
#include "app/support/looks.h"
#include "app/support/sluicestyle.h"
#include "core/settings/operatorname.h"

#include <QApplication>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

ClusterSession::Options sessionOptions()
{
    ClusterSession::Options options;
    options.operatorName = defaultOperatorName();
    options.archiveFolder =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/sluice/archive"_s;
    // For tests: how long to stand still between the two writes of an action.
    options.pause = std::chrono::milliseconds(qEnvironmentVariableIntValue("SLUICE_TEST_PAUSE_BEFORE_API_WRITE"));
    return options;
}

/// Without a named fall-back the first CJK font found is taken, which may have a bold face only or Japanese shapes.
void useChineseFallback()
{
    QFont font = QApplication::font();
    font.setFamilies(
        QStringList{QFontInfo(font).family(), u"Noto Sans CJK SC"_s, u"PingFang SC"_s, u"Microsoft YaHei UI"_s});
    QApplication::setFont(font);
}

} // namespace

Application::Application(QApplication &qt, Options options)
    : m_qt(qt)
    , m_view(options.settingsFile)
    , m_drafts(options.draftsFile)
    , m_systemPalette(QApplication::palette())
    , m_store(options.clustersFile)
    , m_clusters(m_store, m_secrets, sessionOptions())
    , m_alarms(m_clusters, m_operations)
{
    installAccessibility();
    QApplication::setStyle(new SluiceStyle);
    useChineseFallback();
    m_qt.installEventFilter(&m_wheel);
    applyTheme(options.theme.value_or(m_view.theme()));
    m_language.use(options.language.isEmpty() ? m_view.language() : options.language);
    connect(&m_clusters, &ClusterDirectory::exchanged, this, &Application::keepActivity);
    connect(&m_simulator, &EmbeddedSimulator::changed, this, &Application::showDemoClusters);
    if (options.demo)
        m_simulator.start();
    makeWindow();
}

Application::~Application()
{
    // What is cut now is nobody's activity any more.
    m_clusters.disconnect(this);
    if (m_window != nullptr)
        m_view.setGeometry(m_window->saveGeometry());
}

void Application::applyTheme(Theme theme)
{
    const bool dark = theme == Theme::Dark || (theme == Theme::System && isDark(m_systemPalette));
    QApplication::setPalette(paletteFor(dark));
}

void Application::makeWindow()
{
    MainWindow::Questions questions;
    questions.makePage = [this](Section section, QWidget *parent) { return makePage(section, parent); };
    questions.clusters = [this] {
        QStringList ids;
        const QList<ClusterProfile> all = m_clusters.clusters();
        for (const ClusterProfile &cluster : all)
            ids.append(cluster.id);
        return ids;
    };
    questions.clusterName = [this](const QString &id) {
        const auto profile = m_clusters.find(id);
        return profile ? profile->name : id;
    };
    questions.environment = [this](const QString &id) {
        const auto profile = m_clusters.find(id);
        return profile ? lookOf(profile->environment) : StateLook();
    };
    questions.state = [this](const QString &id) {
        const ClusterWatch *watch = m_clusters.watch(id);
        return watch == nullptr ? StateLook() : lookOf(*watch);
    };
    questions.jumpPlaces = [this](const Location &here) { return jumpPlaces(m_clusters, here); };
    m_window = std::make_unique<MainWindow>(std::move(questions));
    connect(m_window.get(), &MainWindow::languageWanted, this, &Application::switchLanguage);
    connect(m_window.get(), &MainWindow::themeWanted, this, &Application::switchTheme);
    connect(m_window.get(), &MainWindow::arrived, this, [this](const Location &place) { m_view.setLastPlace(place); });
    if (!m_window->restoreGeometry(m_view.geometry()))
        m_window->resize(1280, 800);
    connect(&m_clusters, &ClusterDirectory::clusterChanged, m_window.get(), &MainWindow::refreshFrame);
    connect(&m_clusters, &ClusterDirectory::changed, m_window.get(), &MainWindow::refreshFrame);
    m_closing = std::make_unique<ClosingGuard>(*m_window, m_operations, m_runs, m_alarms);
    m_window->go(startingPlace());
}

Location Application::startingPlace() const
{
    Location place;
    if (m_clusters.clusters().isEmpty())
        place.section = Section::Welcome;
    const auto last = m_view.lastPlace();
    if (last && !last->cluster.isEmpty() && m_clusters.find(last->cluster))
        place = *last;
    return place;
}

Page *Application::makePage(Section section, QWidget *parent)
{
    const PageContext context{m_clusters, m_operations, m_runs, m_alarms, m_simulator, m_view, m_drafts, m_activity};
    switch (section) {
    case Section::Welcome:
        return new WelcomePage(context, parent);
    case Section::Clusters:
        return new ClustersPage(context, parent);
    case Section::Overview:
        return new ReleasesPage(context, ReleasesPage::Scope::Cluster, parent);
    case Section::Workspaces:
        return new WorkspacesPage(context, parent);
    case Section::WorkspaceRules:
        return new WorkspaceRulesPage(context, parent);
    case Section::Apis:
        return new ApisPage(context, parent);
    case Section::ApiDetail:
        return new ApiPage(context, parent);
    case Section::Upstreams:
        return new UpstreamsPage(context, parent);
    case Section::UpstreamDetail:
        return new UpstreamPage(context, parent);
    case Section::Releases:
        return new ReleasesPage(context, ReleasesPage::Scope::Workspace, parent);
    case Section::Rehearsal:
        return new RehearsalPage(context, parent);
    case Section::Simulator:
        return new SimulatorPage(context, parent);
    case Section::Verification:
        return new VerificationPage(context, parent);
    case Section::ReleaseDetail:
        return new ReleasePage(context, parent);
    case Section::ReleaseForm:
        return new ReleaseFormPage(context, parent);
    case Section::Activity:
        return new ActivityPage(context, parent);
    default:
        return nullptr;
    }
}

void Application::showDemoClusters()
{
    const QList<ClusterProfile> demo = m_simulator.profiles();
    for (const ClusterProfile &profile : demo)
        m_secrets.keepForSession(profile.id, {m_simulator.adminKey(), {}});
    m_clusters.setDemoClusters(demo);
}

void Application::keepActivity(const ClusterProfile &cluster, const Exchange &exchange)
{
    // What the window reads by itself is nobody's action.
    QStringList titles;
    QStringList lasting;
    const QList<Operation> running = exchange.method == "GET" ? QList<Operation>() : m_operations.running(cluster.id);
    for (const Operation &operation : running)
        (operation.lasts ? lasting : titles).append(operation.title);
    m_activity.add(cluster.name, cluster.admin, exchange, (titles.isEmpty() ? lasting : titles).join(u", "_s));
}

bool Application::isSettled()
{
    if (m_window->page() != nullptr && !m_window->page()->isSettled())
        return false;
    const ClusterWatch *watch = m_clusters.watch(m_window->location().cluster);
    return watch == nullptr || (!watch->isReading() && watch->snapshot().taken().isValid());
}

void Application::switchLanguage()
{
    m_language.use(m_language.language() == "zh_CN"_L1 ? u"en"_s : u"zh_CN"_s);
    m_view.setLanguage(m_language.language());
}

void Application::switchTheme()
{
    const Theme next = isDark(QApplication::palette()) ? Theme::Light : Theme::Dark;
    m_view.setTheme(next);
    applyTheme(next);
}

} // namespace sluice::app
