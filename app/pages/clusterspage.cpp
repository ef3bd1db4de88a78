// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/clusterspage.h"

#include "app/dialogs/clusterdialog.h"
#include "app/dialogs/confirmationdialog.h"
#include "app/support/embeddedsimulator.h"
#include "app/support/icons.h"
#include "app/support/looks.h"
#include "app/support/viewstate.h"
#include "app/widgets/banner.h"
#include "app/widgets/emptypage.h"
#include "app/widgets/filterline.h"
#include "app/widgets/keychainnotice.h"
#include "app/widgets/listview.h"
#include "core/model/prose.h"
#include "core/models/keyedtablemodel.h"

#include <QAction>
#include <QCoreApplication>
#include <QFileDialog>
#include <QLocale>
#include <QStackedWidget>
#include <QTime>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

enum ClusterColumn { NameColumn, EnvironmentColumn, AdminColumn, GatewayColumn, AccessColumn };

ClusterProfile clusterOf(const QModelIndex &source)
{
    return source.data(KeyedTableModel::PayloadRole).value<ClusterProfile>();
}

QString addresses(const QList<QUrl> &urls)
{
    QStringList texts;
    for (const QUrl &url : urls)
        texts.append(url.toString());
    return texts.join(u", "_s);
}

} // namespace

ClustersPage::ClustersPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_add(new QAction(icon(u"add"_s), QString(), this))
    , m_import(new QAction(this))
    , m_export(new QAction(this))
    , m_fault(new Banner(this))
    , m_notice(new Banner(this))
    , m_model(new KeyedTableModel(
          [] {
              return QStringList{tr("Name"), tr("Environment"), tr("Admin address"), tr("Gateways"), tr("Access")};
          },
          this))
    , m_list(new ListView(this))
    , m_filter(new FilterLine(this))
    , m_empty(new EmptyPage(u"clusters"_s, this))
    , m_stack(new QStackedWidget(this))
{
    m_list->setSource(m_model, {{u"name"_s, 24, false, false, false},
                                {u"environment"_s, 18, false, false, false},
                                {u"admin"_s, 30, false, false, false},
                                {u"gateways"_s, 0, true, false, false},
                                {u"access"_s, 18, false, false, false}});
    m_list->setChipColumn(EnvironmentColumn,
                          [](const QModelIndex &source) { return lookOf(clusterOf(source).environment); });
    m_list->setRowActions([this](const QModelIndex &source) { return offers(source); });
    // In the order that the user gave them, until a column is chosen.
    m_list->sortByColumn(-1, Qt::AscendingOrder);
    m_list->restoreLayout(m_context.view.listLayout(u"clusters"_s));
    connect(m_add, &QAction::triggered, this, [this] { edit({}, {}); });
    connect(m_import, &QAction::triggered, this, &ClustersPage::askImport);
    connect(m_export, &QAction::triggered, this, &ClustersPage::askExport);
    m_filter->setList(m_list);
    m_filter->hide();
    connect(m_filter, &QLineEdit::textChanged, m_list, &ListView::setFilterText);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(new KeychainNotice(m_context.clusters.secrets(), this));
    column->addWidget(m_fault);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    m_fault->setClosable(false);
    if (const auto &unreadable = m_context.clusters.fault())
        m_fault->showError(*unreadable);
    else if (const auto &standing = m_context.simulator.fault())
        m_fault->showError(*standing);
    connect(&m_context.clusters, &ClusterDirectory::changed, this, &ClustersPage::refresh);
    retranslate();
}

QString ClustersPage::title() const
{
    return tr("Cluster list");
}

QList<QAction *> ClustersPage::toolActions()
{
    return {m_add, m_import, m_export};
}

QWidget *ClustersPage::tools()
{
    return m_filter;
}

void ClustersPage::refresh()
{
    QList<KeyedRow> rows;
    const QList<ClusterProfile> clusters = m_context.clusters.clusters();
    for (const ClusterProfile &cluster : clusters) {
        KeyedRow row;
        row.key = cluster.id;
        row.cells = {cluster.demo ? tr("%1 (demo)").arg(cluster.name) : cluster.name, lookOf(cluster.environment).word,
                     cluster.admin.toString(), addresses(cluster.gateways),
                     cluster.readOnly ? tr("Read only") : tr("Read and write")};
        row.payload = QVariant::fromValue(cluster);
        rows.append(row);
    }
    m_model->setRows(rows);
    const bool hasOwn =
        std::any_of(clusters.cbegin(), clusters.cend(), [](const ClusterProfile &cluster) { return !cluster.demo; });
    m_export->setEnabled(hasOwn);
    m_export->setToolTip(hasOwn ? QString() : tr("There is no cluster of your own to export."));
    m_stack->setCurrentWidget(rows.isEmpty() ? static_cast<QWidget *>(m_empty) : m_list);
    //: %1 is a time of day.
    setStatus(tr("%n cluster(s) · refreshed %1", "", static_cast<int>(rows.size()))
                  .arg(QLocale().toString(QTime::currentTime(), u"HH:mm:ss"_s)));
}

void ClustersPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

void ClustersPage::entered()
{
    m_notice->clear();
    refresh();
    if (location().extra.value(u"add"_s).toBool())
        edit({}, {});
    if (m_list->currentSource().isValid() || m_model->rowCount() == 0)
        return;
    m_list->selectSource(m_model->index(0, 0));
}

void ClustersPage::retranslate()
{
    m_model->retranslate();
    m_list->setAccessibleName(tr("Clusters"));
    m_add->setText(tr("Add cluster"));
    m_import->setText(tr("Import…"));
    m_import->setToolTip(tr("Adds the clusters of a file. Keys are in no such file."));
    m_export->setText(tr("Export…"));
    m_empty->setText(tr("No cluster is known yet."), tr("Try a release on the local simulator first."));
    m_empty->setAction(m_add);
    refresh();
}

void ClustersPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_context.view.setListLayout(u"clusters"_s, m_list->saveLayout());
}

QList<RowAction> ClustersPage::offers(const QModelIndex &source)
{
    const ClusterProfile cluster = clusterOf(source);
    const QString ofSimulator = cluster.demo ? tr("This demo cluster belongs to the local simulator.") : QString();
    const auto offer = [&ofSimulator](const QString &text, std::function<void()> trigger) {
        RowAction action;
        action.text = text;
        action.enabled = ofSimulator.isEmpty();
        action.reason = ofSimulator;
        action.trigger = std::move(trigger);
        return action;
    };
    RowAction open = offer(tr("Open"), [this, cluster] { this->open(cluster); });
    open.place = RowAction::Place::Primary;
    open.enabled = true;
    open.reason.clear();
    RowAction remove = offer(tr("Remove"), [this, cluster] { askRemoval(cluster); });
    remove.destructive = true;
    return {open,
            offer(tr("Edit"), [this, cluster] { edit(cluster, cluster.id); }),
            offer(tr("Duplicate"), [this, cluster] { duplicate(cluster); }),
            offer(tr("Move up"), [this, cluster] { move(cluster, -1); }),
            offer(tr("Move down"), [this, cluster] { move(cluster, 1); }),
            remove};
}

void ClustersPage::edit(const ClusterProfile &profile, const QString &secretsOf)
{
    auto *dialog = new ClusterDialog(m_context.clusters, profile, secretsOf, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ClusterDialog::saved, this,
            [this](const QString &name) { say({}, tr("%1 is saved.").arg(name)); });
    dialog->open();
}

void ClustersPage::duplicate(const ClusterProfile &cluster)
{
    ClusterProfile copy = cluster;
    copy.id.clear();
    copy.name = m_context.clusters.freeName(cluster.name);
    edit(copy, cluster.id);
}

void ClustersPage::askRemoval(const ClusterProfile &cluster)
{
    Operation removal = operationIn(cluster, {});
    removal.title = tr("Remove cluster");
    removal.effect = tr("%1 goes from this list, and its key from the keychain. The gateway itself is not touched: its "
                        "releases stay as they are.")
                         .arg(cluster.name);
    removal.takesReason = false;
    removal.destructive = true;
    auto *dialog = new ConfirmationDialog(removal, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, cluster] {
        say(m_context.clusters.remove(cluster.id), tr("%1 is removed from this list.").arg(cluster.name));
    });
    dialog->open();
}

void ClustersPage::move(const ClusterProfile &cluster, int by)
{
    QList<ClusterProfile> own = m_context.clusters.clusters();
    own.removeIf([](const ClusterProfile &profile) { return profile.demo; });
    const qsizetype position = own.indexOf(cluster) + by;
    m_list->sortByColumn(-1, Qt::AscendingOrder);
    if (const auto moved = m_context.clusters.move(cluster.id, position); !moved)
        say(moved, {});
}

void ClustersPage::askImport()
{
    auto *dialog = new QFileDialog(this, tr("Import clusters"), {}, tr("Clusters (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const auto imported = m_context.clusters.importFrom(file);
        if (!imported)
            return m_notice->showError(imported.error());
        QString advice = tr("Their keys are asked for when they are opened.");
        if (!imported->skipped.isEmpty())
            advice = tr("Left out, for their names are taken: %1.").arg(enumerated(imported->skipped));
        m_notice->showMessage(Banner::Severity::Success,
                              tr("%n cluster(s) added.", "", static_cast<int>(imported->added.size())), advice);
    });
    dialog->open();
}

void ClustersPage::askExport()
{
    auto *dialog = new QFileDialog(this, tr("Export clusters"), {}, tr("Clusters (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"clusters.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        say(m_context.clusters.exportTo(file), tr("Written to %1, without keys.").arg(file));
    });
    dialog->open();
}

void ClustersPage::say(const Result<void> &result, const QString &success)
{
    if (result)
        m_notice->showMessage(Banner::Severity::Success, success);
    else
        m_notice->showError(result.error());
}

void ClustersPage::open(const ClusterProfile &cluster)
{
    Location there;
    there.section = Section::Workspaces;
    there.cluster = cluster.id;
    Q_EMIT navigateTo(there);
}

} // namespace sluice::app
