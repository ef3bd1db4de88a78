// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/mainwindow.h"

#include "app/dialogs/question.h"
#include "app/dialogs/shortcutsdialog.h"
#include "app/pages/page.h"
#include "app/support/icons.h"
#include "app/support/palette.h"
#include "app/support/plaintooltip.h"
#include "app/widgets/breadcrumb.h"
#include "app/widgets/jumpbox.h"
#include "app/widgets/listview.h"
#include "app/widgets/progressline.h"
#include "app/widgets/sidemenu.h"
#include "app/widgets/topbar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

/// The ground of the left menu.
class SidePanel : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tone(Tone::Sidebar, palette()));
        painter.fillRect(QRect(width() - 1, 0, 1, height()), tone(Tone::Border, palette()));
    }
};

/// The coloured stripe by which an environment is known on every page.
class EnvironmentStripe : public QWidget
{
public:
    explicit EnvironmentStripe(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(space::tight);
    }

    Tone meaning = Tone::Sidebar; ///< outside a cluster it is not seen, but takes its place

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), tone(meaning, palette())); }
};

/// Set off from the page above it, which it may cut.
class StatusLine : public QLabel
{
public:
    explicit StatusLine(QWidget *parent)
        : QLabel(parent)
    {
        setContentsMargins(0, space::inside, 0, 0);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QLabel::paintEvent(event);
        if (!text().isEmpty())
            QPainter(this).fillRect(QRect(0, 0, width(), 1), tone(Tone::Border, palette()));
    }
};

bool insideCluster(const Location &location)
{
    return !location.cluster.isEmpty();
}

} // namespace

MainWindow::MainWindow(Questions questions, QWidget *parent)
    : QMainWindow(parent)
    , m_questions(std::move(questions))
    , m_top(new TopBar(this))
    , m_clusterSwitch(new QToolButton(this))
    , m_stripe(new EnvironmentStripe(this))
    , m_menu(new SideMenu(this))
    , m_breadcrumb(new Breadcrumb(this))
    , m_title(new QLabel(this))
    , m_tools(new QHBoxLayout)
    , m_progress(new ProgressLine(this))
    , m_stack(new QStackedWidget(this))
    , m_status(new StatusLine(this))
{
    setWindowTitle(u"Sluice"_s);
    makeActions();
    makeMenus();
    m_top->addButton(m_actions.action(u"jump"_s));
    m_top->addButton(m_actions.action(u"refresh"_s));
    m_top->addButton(m_actions.action(u"theme"_s));
    connect(m_top, &TopBar::chosen, this, &MainWindow::go);
    connect(m_top->languageButton(), &QToolButton::clicked, this, &MainWindow::languageWanted);
    connect(m_menu, &SideMenu::chosen, this, &MainWindow::go);
    connect(m_breadcrumb, &Breadcrumb::chosen, this, &MainWindow::go);

    auto *side = new SidePanel(this);
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, space::group, 1, space::inside);
    sideColumn->setSpacing(space::inside);
    QFont strong = m_clusterSwitch->font();
    strong.setWeight(QFont::DemiBold);
    m_clusterSwitch->setFont(strong);
    m_clusterSwitch->setObjectName(u"cluster-switch"_s);
    m_clusterSwitch->setAutoRaise(true);
    m_clusterSwitch->setToolButtonStyle(Qt::ToolButtonTextOnly);
    connect(m_clusterSwitch, &QToolButton::clicked, this, &MainWindow::openClusterSwitch);
    auto *switchRow = new QHBoxLayout;
    switchRow->setContentsMargins(space::inside, 0, space::inside, 0);
    switchRow->addWidget(m_clusterSwitch, 0, Qt::AlignLeft);
    sideColumn->addLayout(switchRow);
    sideColumn->addWidget(m_menu, 1);
    side->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);

    auto *lower = new QHBoxLayout;
    lower->setSpacing(0);
    lower->addWidget(side);
    lower->addWidget(makeContent(), 1);
    auto *frame = new QWidget(this);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_stripe);
    column->addLayout(lower, 1);
    setCentralWidget(frame);
    retranslate();
}

QWidget *MainWindow::makeContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::margin, space::inside, space::margin, space::tight);
    column->setSpacing(space::tight);
    column->addWidget(m_breadcrumb);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::inside);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setMinimumHeight(m_title->fontMetrics().height() + space::group);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_tools->setSpacing(space::inside);
    head->addWidget(m_title, 1);
    head->addLayout(m_tools);
    column->addLayout(head);
    column->addWidget(m_progress);
    column->addSpacing(space::tight);
    column->addWidget(m_stack, 1);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_status);
    return content;
}

void MainWindow::makeActions()
{
    const auto add = [this](const QString &id, const std::function<QString()> &text, const QList<QKeySequence> &keys,
                            const QString &iconName = {}) {
        QAction *action = m_actions.add(id, text, keys, iconName);
        addAction(action);
        return action;
    };
    connect(add(
                u"back"_s, [] { return tr("Go back"); }, {QKeySequence(Qt::ALT | Qt::Key_Left)}, u"back"_s),
            &QAction::triggered, this, [this] {
                leaveThen([this] {
                    if (const auto place = m_history.back())
                        present(*place, Visit::Again);
                });
            });
    connect(add(
                u"forward"_s, [] { return tr("Go forward"); }, {QKeySequence(Qt::ALT | Qt::Key_Right)}, u"forward"_s),
            &QAction::triggered, this, [this] {
                leaveThen([this] {
                    if (const auto place = m_history.forward())
                        present(*place, Visit::Again);
                });
            });
    connect(add(u"up"_s, [] { return tr("Go up"); }, {QKeySequence(Qt::ALT | Qt::Key_Up)}), &QAction::triggered, this,
            [this] { go(parentOf(m_location)); });
    connect(add(
                u"refresh"_s, [] { return tr("Refresh"); }, {QKeySequence(Qt::Key_F5)}, u"refresh"_s),
            &QAction::triggered, this, [this] {
                if (page() != nullptr)
                    page()->refresh();
            });
    connect(add(
                u"filter"_s, [] { return tr("Filter the list"); }, {QKeySequence(Qt::CTRL | Qt::Key_F)}, u"search"_s),
            &QAction::triggered, this, [this] {
                if (page() != nullptr)
                    page()->focusFilter();
            });
    connect(add(
                u"new"_s, [] { return tr("New"); }, {QKeySequence(Qt::CTRL | Qt::Key_N)}, u"add"_s),
            &QAction::triggered, this, [this] {
                const QList<QAction *> tools = page() == nullptr ? QList<QAction *>() : page()->toolActions();
                if (!tools.isEmpty() && tools.first()->isEnabled())
                    tools.first()->trigger();
            });
    connect(add(
                u"theme"_s, [] { return tr("Light or dark"); }, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)},
                u"settings"_s),
            &QAction::triggered, this, &MainWindow::themeWanted);
    connect(add(
                u"language"_s, [] { return tr("Switch the language"); },
                {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}, u"language"_s),
            &QAction::triggered, this, &MainWindow::languageWanted);
    connect(add(
                u"shortcuts"_s, [] { return tr("Keyboard shortcuts"); },
                {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)}, u"help"_s),
            &QAction::triggered, this, &MainWindow::openShortcuts);
    connect(add(
                u"jump"_s, [] { return tr("Jump to…"); },
                {QKeySequence(Qt::CTRL | Qt::Key_L), QKeySequence(Qt::CTRL | Qt::Key_K)}, u"search"_s),
            &QAction::triggered, this, &MainWindow::openJumpBox);
    connect(add(
                u"copy-list"_s, [] { return tr("Copy the list"); }, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
                u"copy"_s),
            &QAction::triggered, this, &MainWindow::copyList);
    connect(add(u"export-list"_s, [] { return tr("Export the list as CSV…"); }, {QKeySequence(Qt::CTRL | Qt::Key_E)}),
            &QAction::triggered, this, &MainWindow::askExport);
    connect(add(u"quit"_s, [] { return tr("Quit"); }, {QKeySequence(Qt::CTRL | Qt::Key_Q)}), &QAction::triggered, this,
            &QWidget::close);
}

void MainWindow::makeMenus()
{
    const auto menu = [this](const QStringList &ids) {
        QMenu *made = menuBar()->addMenu(QString());
        made->setToolTipsVisible(true);
        for (const QString &id : ids) {
            if (id.isEmpty())
                made->addSeparator();
            else
                made->addAction(m_actions.action(id));
        }
        return made;
    };
    const QString line;
    m_fileMenu = menu({u"new"_s, line, u"export-list"_s, line, u"quit"_s});
    m_editMenu = menu({u"copy-list"_s, line, u"filter"_s});
    m_viewMenu =
        menu({u"jump"_s, u"back"_s, u"forward"_s, u"up"_s, line, u"refresh"_s, line, u"theme"_s, u"language"_s});
    m_releaseMenu = menu({});
    m_simulatorMenu = menu({});
    m_helpMenu = menu({u"shortcuts"_s});
    connect(m_releaseMenu, &QMenu::aboutToShow, this, &MainWindow::fillReleaseMenu);
    connect(m_simulatorMenu, &QMenu::aboutToShow, this, &MainWindow::fillSimulatorMenu);
}

void MainWindow::fillReleaseMenu()
{
    m_releaseMenu->clear();
    const QList<RowAction> offered = page() == nullptr ? QList<RowAction>() : page()->releaseActions();
    fillRowMenu(m_releaseMenu, offered);
    if (offered.isEmpty())
        m_releaseMenu->addAction(tr("No release is chosen on this page"))->setEnabled(false);
}

void MainWindow::fillSimulatorMenu()
{
    m_simulatorMenu->clear();
    Location there;
    there.section = Section::Simulator;
    connect(m_simulatorMenu->addAction(tr("Open the local simulator")), &QAction::triggered, this,
            [this, there] { go(there); });
    if (Page *simulator = pageFor(Section::Simulator)) {
        m_simulatorMenu->addSeparator();
        m_simulatorMenu->addActions(simulator->toolActions());
    }
}

void MainWindow::openClusterSwitch()
{
    auto *menu = new QMenu(m_clusterSwitch);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList clusters = m_questions.clusters();
    for (const QString &id : clusters) {
        //: a cluster and its environment
        QAction *entry =
            menu->addAction(tr("%1 · %2").arg(m_questions.clusterName(id), m_questions.environment(id).word));
        entry->setCheckable(true);
        entry->setChecked(id == m_location.cluster);
        Location there;
        there.section = Section::Overview;
        there.cluster = id;
        connect(entry, &QAction::triggered, this, [this, there] { go(there); });
    }
    menu->popup(m_clusterSwitch->mapToGlobal(m_clusterSwitch->rect().bottomLeft()));
}

Page *MainWindow::page() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

void MainWindow::go(const Location &location)
{
    leaveThen([this, location] { present(location, Visit::New); });
}

void MainWindow::leaveThen(std::function<void()> proceed)
{
    if (page() == nullptr || !page()->hasUnsavedInput())
        return proceed();
    ask(this,
        {tr("Leave this page?"), tr("What you typed here has not been submitted yet."), {}, tr("Leave"), tr("Stay")},
        std::move(proceed));
}

Page *MainWindow::pageFor(Section section)
{
    if (m_pages.contains(section))
        return m_pages.value(section);
    Page *made = m_questions.makePage(section, m_stack);
    if (made == nullptr)
        return nullptr;
    m_pages.insert(section, made);
    m_stack->addWidget(made);
    connect(made, &Page::navigateTo, this, &MainWindow::go);
    connect(made, &Page::titleChanged, this, [this, made] {
        if (page() == made)
            showTitle();
    });
    connect(made, &Page::statusChanged, this, [this, made](const QString &status) {
        if (page() == made)
            m_status->setText(status);
    });
    connect(made, &Page::busyChanged, this, [this, made](bool busy) {
        if (page() == made)
            m_progress->setRunning(busy);
    });
    return made;
}

void MainWindow::present(const Location &location, Visit visit)
{
    Page *next = pageFor(location.section);
    if (next == nullptr)
        return refreshFrame();
    if (visit == Visit::New)
        m_history.visit(location);
    m_location = location;
    m_progress->setRunning(false);
    m_stack->setCurrentWidget(next);
    next->enter(location);
    if (next->mainList() != nullptr)
        next->mainList()->setFocus(Qt::OtherFocusReason);
    showTools();
    refreshFrame();
    m_status->setText(next->status());
    m_actions.action(u"back"_s)->setEnabled(m_history.canGoBack());
    m_actions.action(u"forward"_s)->setEnabled(m_history.canGoForward());
    m_actions.action(u"copy-list"_s)->setEnabled(next->mainList() != nullptr);
    m_actions.action(u"export-list"_s)->setEnabled(next->mainList() != nullptr);
    Q_EMIT arrived(location);
}

void MainWindow::showEnding()
{
    m_stack->setEnabled(false);
    m_progress->setRunning(true);
    m_status->setText(tr("Ending what is under way…"));
}

void MainWindow::refreshFrame()
{
    const QString cluster = m_location.cluster;
    const bool inside = insideCluster(m_location);
    const StateLook environment = inside ? m_questions.environment(cluster) : StateLook();
    m_top->setCurrentSection(m_location.section, inside);
    m_top->setCluster(environment, inside ? m_questions.state(cluster) : StateLook());
    static_cast<EnvironmentStripe *>(m_stripe)->meaning = inside ? environment.tone : Tone::Sidebar;
    m_stripe->update();
    const QString name = inside ? m_questions.clusterName(cluster) : QString();
    m_clusterSwitch->setText(name + u"  \u25be"_s); // a sign that it folds out
    m_clusterSwitch->setAccessibleName(name);
    m_clusterSwitch->setToolTip(tr("Go to another cluster"));
    m_clusterSwitch->setVisible(inside);
    fillMenu();
    fillBreadcrumb();
    showTitle();
}

void MainWindow::showTitle()
{
    if (page() == nullptr)
        return;
    m_title->setText(page()->title());
    m_title->setToolTip(plainToolTip(page()->title())); // many actions beside it leave it little room
    setWindowTitle(u"%1 – Sluice"_s.arg(page()->title()));
    fillBreadcrumb();
}

void MainWindow::showTools()
{
    while (QLayoutItem *item = m_tools->takeAt(0)) {
        QWidget *widget = item->widget();
        if (widget != nullptr && widget->property("sluiceTool").toBool())
            widget->deleteLater();
        else if (widget != nullptr)
            widget->setParent(m_pages.value(m_location.section));
        if (widget != nullptr)
            widget->hide();
        delete item;
    }
    if (QWidget *tools = page()->tools()) {
        m_tools->addWidget(tools);
        tools->show();
    }
    const QList<QAction *> actions = page()->toolActions();
    for (auto action = actions.crbegin(); action != actions.crend(); ++action) {
        auto *button = new QPushButton(this);
        button->setProperty("sluiceTool", true);
        button->setDefault(*action == actions.first());
        button->setAutoDefault(false);
        const auto follow = [button, tool = *action] {
            button->setText(tool->text());
            button->setIcon(button->isDefault() ? QIcon() : tool->icon());
            button->setEnabled(tool->isEnabled());
            button->setToolTip(tool->toolTip());
            button->setVisible(tool->isVisible());
        };
        connect(*action, &QAction::changed, button, follow);
        connect(button, &QPushButton::clicked, *action, &QAction::trigger);
        m_tools->addWidget(button);
        follow();
    }
}

void MainWindow::fillMenu()
{
    QList<SideMenu::Entry> entries;
    const auto at = [this](Section section, const QString &workspace) {
        Location there;
        there.section = section;
        there.cluster = section == Section::Clusters ? QString() : m_location.cluster;
        there.workspace = workspace;
        return there;
    };
    const auto entry = [&at](const QString &text, const QString &name, Section section, const QString &workspace = {},
                             int level = 0) {
        return SideMenu::Entry{text, name, at(section, workspace), false, level};
    };
    if (m_location.section == Section::Simulator) {
        entries = {entry(tr("Local simulator"), u"simulator"_s, Section::Simulator)};
    } else if (m_location.section == Section::Activity) {
        entries = {entry(tr("Activity"), u"activity"_s, Section::Activity)};
    } else if (!insideCluster(m_location)) {
        entries = {entry(tr("Cluster list"), u"clusters"_s, Section::Clusters)};
    } else {
        entries = {entry(tr("Overview"), u"overview"_s, Section::Overview),
                   entry(tr("Workspaces"), u"workspaces"_s, Section::Workspaces)};
        const QString workspace = m_location.workspace;
        if (!workspace.isEmpty()) {
            entries.append({workspace, {}, {}, true, 0});
            entries.append({tr("API management"), {}, {}, true, 1});
            entries.append(entry(tr("APIs"), u"api"_s, Section::Apis, workspace, 2));
            entries.append(entry(tr("Releases"), u"releases"_s, Section::Releases, workspace, 2));
            entries.append(entry(tr("Upstreams"), u"upstreams"_s, Section::Upstreams, workspace, 1));
        }
    }
    m_menu->setEntries(entries);
    m_menu->setCurrentSection(m_location.section);
}

void MainWindow::fillBreadcrumb()
{
    QList<Breadcrumb::Part> parts;
    Location there;
    if (m_location.section == Section::Simulator || m_location.section == Section::Activity) {
        m_breadcrumb->setParts({{page() == nullptr ? QString() : page()->title(), m_location}});
        return;
    }
    parts.append({tr("Clusters"), there});
    if (insideCluster(m_location)) {
        there.cluster = m_location.cluster;
        there.section = Section::Workspaces;
        parts.append({m_questions.clusterName(there.cluster), there});
    }
    if (!m_location.workspace.isEmpty()) {
        there.workspace = m_location.workspace;
        there.section = Section::Apis;
        parts.append({there.workspace, there});
        const bool upstreams =
            m_location.section == Section::Upstreams || m_location.section == Section::UpstreamDetail;
        const bool apis = m_location.section == Section::Apis || m_location.section == Section::ApiDetail;
        if (!upstreams)
            parts.append({tr("API management"), there});
        there.section = upstreams ? Section::Upstreams : apis ? Section::Apis : Section::Releases;
        if (there.section != m_location.section)
            parts.append({upstreams ? tr("Upstreams") : apis ? tr("APIs") : tr("Releases"), there});
    }
    if (page() != nullptr)
        parts.append({page()->title(), m_location});
    m_breadcrumb->setParts(parts);
}

void MainWindow::openShortcuts()
{
    auto *dialog = new ShortcutsDialog(m_actions.actions(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openJumpBox()
{
    QList<JumpEntry> entries = m_questions.jumpPlaces(m_location);
    const QList<QAction *> ofPage = page() == nullptr ? QList<QAction *>() : page()->toolActions();
    const QList<QAction *> all = ofPage + m_actions.actions();
    for (QAction *action : all) {
        if (!action->isEnabled() || !action->isVisible() || action == m_actions.action(u"jump"_s))
            continue;
        JumpEntry entry{
            u"play"_s, action->text(), action->shortcut().toString(QKeySequence::NativeText), {}, tr("action")};
        entry.action = action;
        entries.append(entry);
    }
    auto *box = new JumpBox(entries, this);
    connect(box, &JumpBox::chosen, this, &MainWindow::go);
    box->open();
}

void MainWindow::copyList()
{
    const ListView *list = page() == nullptr ? nullptr : page()->mainList();
    if (list == nullptr)
        return;
    QApplication::clipboard()->setText(list->toTsv(false));
    m_status->setText(tr("%n row(s) copied, with tabs between the columns.", "", list->shownRows()));
}

void MainWindow::askExport()
{
    auto *dialog = new QFileDialog(this, tr("Export as CSV"), {}, tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(page()->title() + u".csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::exportList);
    dialog->open();
}

void MainWindow::exportList(const QString &file)
{
    const ListView *list = page() == nullptr ? nullptr : page()->mainList();
    if (list == nullptr)
        return;
    QSaveFile target(file);
    const QByteArray content = list->toCsv();
    const bool written =
        target.open(QIODevice::WriteOnly) && target.write(content) == content.size() && target.commit();
    m_status->setText(written ? tr("Exported to %1.").arg(file)
                              : tr("%1 can't be written: %2").arg(file, target.errorString()));
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        fillBreadcrumb();
}

void MainWindow::retranslate()
{
    m_actions.retranslate();
    m_fileMenu->setTitle(tr("&File"));
    m_editMenu->setTitle(tr("&Edit"));
    m_viewMenu->setTitle(tr("&View"));
    m_releaseMenu->setTitle(tr("&Release"));
    m_simulatorMenu->setTitle(tr("&Simulator"));
    m_helpMenu->setTitle(tr("&Help"));
    m_menu->setAccessibleName(tr("Menu"));
    m_breadcrumb->setAccessibleName(tr("You are here"));
    refreshFrame();
}

} // namespace sluice::app
