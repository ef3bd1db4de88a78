// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/simulatorpage.h"

#include "app/dialogs/loadclusterdialog.h"
#include "app/support/clusterdirectory.h"
#include "app/support/embeddedsimulator.h"
#include "app/support/icons.h"
#include "app/support/requestsender.h"
#include "app/widgets/backendfaults.h"
#include "app/widgets/banner.h"
#include "app/widgets/emptypage.h"
#include "app/widgets/listview.h"
#include "app/widgets/simulatedtrafficview.h"
#include "core/model/prose.h"
#include "core/models/keyedtablemodel.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sluice::app {

namespace {

enum SimulatorTab { TrafficTab, TryTab, BackendsTab, UnsupportedTab };

RowAction copyAction(const QString &text, const QUrl &address)
{
    RowAction copy;
    copy.text = text;
    copy.enabled = !address.isEmpty();
    copy.trigger = [address] { QGuiApplication::clipboard()->setText(address.toString()); };
    return copy;
}

QToolButton *toolButton(QWidget *parent, const QString &iconName)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIcon(icon(iconName));
    return button;
}

} // namespace

SimulatorPage::SimulatorPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_notice(new Banner(this))
    , m_model(new KeyedTableModel(
          [] {
              return QStringList{tr("Cluster"), tr("Admin address"), tr("Gateway"), tr("Metrics")};
          },
          this))
    , m_list(new ListView(this))
    , m_keyLabel(new QLabel(this))
    , m_key(new QLineEdit(this))
    , m_showKey(toolButton(this, u"key"_s))
    , m_copyKey(toolButton(this, u"copy"_s))
    , m_tabs(new QTabWidget(this))
    , m_choice(new QWidget(this))
    , m_clusterLabel(new QLabel(m_choice))
    , m_cluster(new QComboBox(m_choice))
    , m_traffic(new SimulatedTrafficView(this))
    , m_try(new ExplainView(this))
    , m_faults(new BackendFaults(this))
    , m_unsupported(new QPlainTextEdit(this))
    , m_nothing(new EmptyPage(u"simulator"_s, this))
    , m_stack(new QStackedWidget(this))
    , m_sender(new RequestSender(this))
    , m_start(new QAction(icon(u"play"_s), QString(), this))
    , m_stop(new QAction(icon(u"stop"_s), QString(), this))
    , m_load(new QAction(icon(u"add"_s), QString(), this))
    , m_loadCluster(new QAction(icon(u"clusters"_s), QString(), this))
    , m_reset(new QAction(icon(u"refresh"_s), QString(), this))
{
    m_unsupported->setReadOnly(true);
    m_unsupported->setTabChangesFocus(true);
    m_unsupported->setFrameShape(QFrame::NoFrame);
    m_try->setSendable(true);
    m_try->setExample(u"GET /payments/checkout\nX-Canary: 1"_s);
    for (QWidget *tab : {static_cast<QWidget *>(m_traffic), static_cast<QWidget *>(m_try),
                         static_cast<QWidget *>(m_faults), static_cast<QWidget *>(m_unsupported)})
        m_tabs->addTab(tab, QString());
    m_tabs->setDocumentMode(true);
    m_clusterLabel->setBuddy(m_cluster);
    auto *choice = new QHBoxLayout(m_choice);
    choice->setContentsMargins({});
    choice->setSpacing(space::inside);
    choice->addWidget(m_clusterLabel);
    choice->addWidget(m_cluster);
    m_tabs->setCornerWidget(m_choice);
    auto *running = new QWidget(this);
    auto *inside = new QVBoxLayout(running);
    inside->setContentsMargins({});
    inside->setSpacing(space::inside);
    inside->addWidget(makeClusters());
    inside->addWidget(makeKey());
    inside->addSpacing(space::inside);
    inside->addWidget(m_tabs, 1);
    m_nothing->setAction(m_start);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(running);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    m_timer.setInterval(1s);

    connect(&m_timer, &QTimer::timeout, this, &SimulatorPage::poll);
    connect(m_start, &QAction::triggered, &m_context.simulator, &EmbeddedSimulator::start);
    connect(m_stop, &QAction::triggered, &m_context.simulator, &EmbeddedSimulator::stop);
    connect(m_load, &QAction::triggered, this, &SimulatorPage::askFile);
    connect(m_loadCluster, &QAction::triggered, this, &SimulatorPage::askCluster);
    connect(m_reset, &QAction::triggered, this, &SimulatorPage::resetCounters);
    connect(&m_context.simulator, &EmbeddedSimulator::changed, this, &SimulatorPage::showState);
    connect(m_cluster, &QComboBox::currentIndexChanged, this, &SimulatorPage::choose);
    connect(m_faults, &BackendFaults::faultWanted, this, &SimulatorPage::setFault);
    connect(m_try, &ExplainView::sendWanted, this, &SimulatorPage::send);
    connect(m_sender, &RequestSender::answered, this, &SimulatorPage::showAnswer);
    retranslate();
}

QWidget *SimulatorPage::makeClusters()
{
    m_list->setSource(m_model, {{u"cluster"_s, 16, false, false, false},
                                {u"admin"_s, 26, false, false, false},
                                {u"gateway"_s, 26, false, false, false},
                                {u"metrics"_s, 0, true, false, false}});
    m_list->setRowActions([this](const QModelIndex &source) {
        const QString name = source.data(KeyedTableModel::KeyRole).toString();
        const auto clusters = m_context.simulator.running();
        QList<RowAction> actions;
        for (const simulator::RunningCluster &cluster : clusters) {
            if (cluster.name != name)
                continue;
            RowAction enter;
            enter.text = tr("Open");
            enter.place = RowAction::Place::Primary;
            enter.trigger = [this, name] { open(name); };
            actions = {enter, copyAction(tr("Copy the Admin address"), cluster.admin),
                       copyAction(tr("Copy the gateway's address"), cluster.gateway),
                       copyAction(tr("Copy the metrics address"), cluster.metrics)};
        }
        return actions;
    });
    return m_list;
}

QWidget *SimulatorPage::makeKey()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(space::inside, 0, 0, 0);
    layout->setSpacing(space::inside);
    m_key->setReadOnly(true);
    m_key->setObjectName(u"admin-key"_s);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_key->setFixedWidth(fontMetrics().averageCharWidth() * 44);
    m_keyLabel->setBuddy(m_key);
    m_showKey->setCheckable(true);
    connect(m_showKey, &QToolButton::toggled, this,
            [this](bool shown) { m_key->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_copyKey, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_key->text()); });
    layout->addWidget(m_keyLabel);
    layout->addWidget(m_key);
    layout->addWidget(m_showKey);
    layout->addWidget(m_copyKey);
    layout->addStretch();
    return row;
}

QString SimulatorPage::title() const
{
    return tr("Local simulator");
}

QList<QAction *> SimulatorPage::toolActions()
{
    return {m_start, m_stop, m_load, m_loadCluster, m_reset};
}

bool SimulatorPage::isSettled() const
{
    return !m_reading;
}

void SimulatorPage::entered()
{
    m_notice->clear();
    showState();
}

void SimulatorPage::showState()
{
    const bool running = m_context.simulator.isRunning();
    m_start->setVisible(!running);
    m_stop->setVisible(running);
    m_load->setVisible(running);
    m_loadCluster->setVisible(running);
    m_reset->setVisible(running);
    m_stack->setCurrentIndex(running ? 1 : 0);
    if (const auto &fault = m_context.simulator.fault())
        showFault(*fault);
    m_key->setText(QString::fromUtf8(m_context.simulator.adminKey()));
    showClusters();
    choose();
}

void SimulatorPage::showClusters()
{
    QList<KeyedRow> rows;
    QStringList names;
    const auto clusters = m_context.simulator.running();
    for (const simulator::RunningCluster &cluster : clusters) {
        KeyedRow row;
        row.key = cluster.name;
        row.cells = {cluster.name, cluster.admin.toString(), cluster.gateway.toString(), cluster.metrics.toString()};
        rows.append(row);
        names.append(cluster.name);
    }
    m_model->setRows(rows);
    const int lines = static_cast<int>(rows.size()) + 1;
    m_list->setFixedHeight(m_list->verticalHeader()->defaultSectionSize() * lines + space::inside);
    QStringList shown;
    for (int at = 0; at < m_cluster->count(); ++at)
        shown.append(m_cluster->itemText(at));
    if (shown != names) {
        const QSignalBlocker blocked(m_cluster);
        m_cluster->clear();
        m_cluster->addItems(names);
    }
    m_cluster->setEnabled(!names.isEmpty());
    setStatus(names.isEmpty() ? tr("The simulator is not running.")
                              : tr("%n simulated cluster(s)", "", static_cast<int>(names.size())));
}

QString SimulatorPage::chosenName() const
{
    return m_cluster->currentText();
}

std::optional<simulator::RunningCluster> SimulatorPage::chosen() const
{
    const auto clusters = m_context.simulator.running();
    const auto found =
        std::find_if(clusters.cbegin(), clusters.cend(),
                     [this](const simulator::RunningCluster &cluster) { return cluster.name == chosenName(); });
    return found == clusters.cend() ? std::nullopt : std::optional(*found);
}

void SimulatorPage::choose()
{
    const auto cluster = chosen();
    const QString place = cluster ? cluster->admin.toString() + m_key->text() : QString();
    if (place != m_place) {
        m_place = place;
        m_reading = false;
        m_traffic->setTraffic({});
        m_inspection.reset();
        if (cluster)
            m_inspection = std::make_shared<SimulatorInspection>(cluster->admin, m_context.simulator.adminKey());
        m_try->setSource(explainer());
    }
    follow(cluster ? m_context.clusters.watch(u"demo-"_s + cluster->name) : nullptr);
    refresh();
}

ExplainView::Source SimulatorPage::explainer() const
{
    if (!m_inspection)
        return {};
    return [inspection = m_inspection](const PastedRequest &request) { return inspection->explain(request); };
}

void SimulatorPage::follow(ClusterWatch *watch)
{
    if (watch == m_watch)
        return;
    if (m_watch) {
        m_watch->disconnect(this);
        m_watch->setWatched(false);
    }
    m_watch = watch;
    if (!watch)
        return m_faults->setUpstreams({});
    const auto show = [this] { m_faults->setUpstreams(m_watch->snapshot().upstreams()); };
    connect(watch, &ClusterWatch::snapshotChanged, this, show);
    show();
    watch->setWatched(isVisible());
}

void SimulatorPage::refresh()
{
    poll();
    if (m_inspection)
        readRest(this, m_inspection);
}

void SimulatorPage::poll()
{
    if (!m_inspection || m_reading || !isVisible())
        return;
    m_reading = true;
    readTraffic(this, m_inspection);
}

QCoro::Task<void> SimulatorPage::readTraffic(QPointer<SimulatorPage> self, Inspection inspection)
{
    Result<SimulatedTraffic> traffic = co_await inspection->traffic();
    if (!self || inspection != self->m_inspection)
        co_return;
    self->m_reading = false;
    if (traffic)
        self->m_traffic->setTraffic(*traffic);
    else
        self->showFault(traffic.error());
}

QCoro::Task<void> SimulatorPage::readRest(QPointer<SimulatorPage> self, Inspection inspection)
{
    Result<QMap<QString, SimulatedFault>> faults = co_await inspection->faults();
    Result<QStringList> unsupported = co_await inspection->unsupported();
    if (!self || inspection != self->m_inspection)
        co_return;
    if (faults)
        self->m_faults->setFaults(*faults);
    if (!unsupported)
        co_return;
    self->m_unsupported->setPlainText(unsupported->isEmpty() ? tr("All that this cluster holds is simulated.")
                                                             : unsupported->join(u'\n'));
    if (std::exchange(self->m_tellUnsupported, false) && !unsupported->isEmpty())
        self->m_tabs->setCurrentIndex(UnsupportedTab);
}

QCoro::Task<void> SimulatorPage::changed(QPointer<SimulatorPage> self, Inspection inspection,
                                         QCoro::Task<Result<void>> change)
{
    Result<void> done = co_await change;
    if (!self || inspection != self->m_inspection)
        co_return;
    if (done)
        self->poll();
    else
        self->showFault(done.error());
}

void SimulatorPage::resetCounters()
{
    if (m_inspection)
        changed(this, m_inspection, m_inspection->resetTraffic());
}

void SimulatorPage::setFault(const QString &upstream, const SimulatedFault &fault)
{
    if (m_inspection)
        changed(this, m_inspection, m_inspection->setFault(upstream, fault));
}

void SimulatorPage::send(const PastedRequest &request)
{
    if (const auto cluster = chosen())
        m_sender->send(cluster->gateway, request);
}

void SimulatorPage::showAnswer(const ProbeAnswer &answer)
{
    if (answer.status == 0)
        return m_try->setAnswer(tr("No answer: %1").arg(answer.fault));
    const QString upstream = answer.hasHeader ? QString::fromUtf8(answer.header) : tr("the gateway itself");
    const QString took = QLocale().toString(double(answer.microseconds) / 1000, 'f', 1);
    m_try->setAnswer(tr("%1, answered by %2 in %3 ms").arg(answer.status).arg(upstream, took));
    poll();
}

void SimulatorPage::askFile()
{
    auto *dialog = new QFileDialog(window(), tr("Load an export into %1").arg(chosenName()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Exports (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &SimulatorPage::load);
    dialog->open();
}

void SimulatorPage::load(const QString &path)
{
    QFile file(path);
    const bool readable = file.open(QIODevice::ReadOnly);
    const QJsonDocument document = QJsonDocument::fromJson(readable ? file.readAll() : QByteArray());
    if (!document.isObject())
        return showFault({.kind = Error::Kind::Invalid,
                          .reason = tr("%1 is not an export.").arg(path),
                          .detail = readable ? QString() : file.errorString(),
                          .traffic = {},
                          .advice = tr("Take a file that sluicectl export wrote.")});
    const QString cluster = chosenName();
    if (replace(cluster, document.object(), ClusterProfile().workspaceKey))
        m_notice->showMessage(Banner::Severity::Success, tr("%1 holds what the file says.").arg(cluster));
}

bool SimulatorPage::replace(const QString &cluster, const QJsonObject &configuration, const QString &workspaceKey)
{
    const Result<void> loaded = m_context.simulator.load(cluster, configuration, workspaceKey);
    if (!loaded) {
        showFault(loaded.error());
        return false;
    }
    m_cluster->setCurrentText(cluster);
    m_tellUnsupported = true;
    refresh();
    return true;
}

void SimulatorPage::askCluster()
{
    const QString into = chosenName();
    auto *dialog = new LoadClusterDialog(m_context.clusters, into, u"demo-"_s + into, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LoadClusterDialog::wasRead, this, [this, into](const ReadCluster &read) { loadRead(into, read); });
    dialog->open();
}

void SimulatorPage::loadRead(const QString &into, const ReadCluster &read)
{
    if (!replace(into, read.configuration, read.workspaceKey))
        return;
    const QString what =
        read.workspace.isEmpty()
            ? tr("%1 holds what the cluster %2 holds.").arg(into, read.cluster)
            : tr("%1 holds the workspace %3 of the cluster %2.").arg(into, read.cluster, read.workspace);
    m_notice->showMessage(Banner::Severity::Success, what, joinSentences(read.notes));
}

void SimulatorPage::open(const QString &name)
{
    Location there;
    there.section = Section::Workspaces;
    there.cluster = u"demo-"_s + name;
    Q_EMIT navigateTo(there);
}

void SimulatorPage::showFault(const Error &error)
{
    m_notice->showError(error);
}

void SimulatorPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_watch)
        m_watch->setWatched(true);
    m_timer.start();
    poll();
}

void SimulatorPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (m_watch)
        m_watch->setWatched(false);
    m_timer.stop();
}

void SimulatorPage::retranslate()
{
    m_model->retranslate();
    m_tabs->setAccessibleName(title());
    m_list->setAccessibleName(tr("Simulated clusters"));
    m_clusterLabel->setText(tr("Cluster"));
    m_cluster->setAccessibleName(tr("Cluster"));
    m_cluster->setToolTip(tr("The cluster that the tabs show"));
    m_keyLabel->setText(tr("Admin key"));
    m_showKey->setToolTip(tr("Show the key"));
    m_showKey->setAccessibleName(tr("Show the key"));
    m_copyKey->setToolTip(tr("Copy the key"));
    m_copyKey->setAccessibleName(tr("Copy the key"));
    m_tabs->setTabText(TrafficTab, tr("Traffic"));
    m_tabs->setTabText(TryTab, tr("Try a request"));
    m_tabs->setTabText(BackendsTab, tr("Demo backends"));
    m_tabs->setTabText(UnsupportedTab, tr("Not simulated"));
    m_unsupported->setAccessibleName(tr("Not simulated"));
    m_start->setText(tr("Start"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Its clusters and what was changed in them are gone then"));
    m_load->setText(tr("Load an export…"));
    m_loadCluster->setText(tr("Load a cluster…"));
    m_reset->setText(tr("Reset counters"));
    m_nothing->setText(tr("The simulator is not running."),
                       tr("It serves two demo clusters on this computer, with an Admin API, a gateway and backends. "
                          "Nothing leaves this computer."));
    showClusters();
}

} // namespace sluice::app
