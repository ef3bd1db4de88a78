// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"

#include "app/mainwindow.h"
#include "app/pages/clusterspage.h"
#include "app/support/sluicestyle.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

QList<ClusterRow> demoClusters()
{
    ClusterRow staging;
    staging.id = u"demo-staging"_s;
    staging.name = u"staging"_s;
    staging.environment = ClusterRow::Environment::Staging;
    staging.admin = u"http://127.0.0.1:9180"_s;
    staging.gateways = {u"http://127.0.0.1:9080"_s};
    staging.demo = true;
    ClusterRow production = staging;
    production.id = u"demo-production"_s;
    production.name = u"production"_s;
    production.environment = ClusterRow::Environment::Production;
    production.admin = u"http://127.0.0.1:9181"_s;
    production.gateways = {u"http://127.0.0.1:9081"_s};
    return {staging, production};
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
    , m_systemPalette(QApplication::palette())
{
    QApplication::setStyle(new SluiceStyle);
    useChineseFallback();
    m_qt.installEventFilter(&m_wheel);
    applyTheme(options.theme.value_or(m_view.theme()));
    m_language.use(options.language.isEmpty() ? m_view.language() : options.language);
    if (options.demo)
        m_clusters = demoClusters();
    makeWindow();
}

Application::~Application()
{
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
    questions.makePage = [this](Section section, QWidget *parent) -> Page * {
        if (section != Section::Clusters)
            return nullptr;
        return new ClustersPage([this] { return m_clusters; }, parent);
    };
    questions.clusterName = [this](const QString &id) {
        const ClusterRow *found = cluster(id);
        return found == nullptr ? id : found->name;
    };
    questions.environment = [this](const QString &id) {
        const ClusterRow *found = cluster(id);
        return found == nullptr ? StateLook() : environmentLook(found->environment);
    };
    questions.state = [](const QString &) { return StateLook(); };
    m_window = std::make_unique<MainWindow>(std::move(questions));
    connect(m_window.get(), &MainWindow::languageWanted, this, &Application::switchLanguage);
    connect(m_window.get(), &MainWindow::themeWanted, this, &Application::switchTheme);
    connect(m_window.get(), &MainWindow::arrived, this, [this](const Location &place) { m_view.setLastPlace(place); });
    if (!m_window->restoreGeometry(m_view.geometry()))
        m_window->resize(1280, 800);
    m_window->go(Location());
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

const ClusterRow *Application::cluster(const QString &id) const
{
    for (const ClusterRow &row : m_clusters) {
        if (row.id == id)
            return &row;
    }
    return nullptr;
}

} // namespace sluice::app
