// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/clusterspage.h"

#include "app/support/embeddedsimulator.h"
#include "app/support/looks.h"
#include "app/widgets/banner.h"
#include "app/widgets/emptypage.h"
#include "app/widgets/filterline.h"
#include "app/widgets/listview.h"
#include "core/models/keyedtablemodel.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStackedWidget>
#include <QTime>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

enum Column { NameColumn, EnvironmentColumn, AdminColumn, GatewayColumn, AccessColumn };

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
    , m_fault(new Banner(this))
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
    m_list->setRowActions([this](const QModelIndex &source) {
        const ClusterProfile cluster = clusterOf(source);
        RowAction open;
        open.text = tr("Open");
        open.place = RowAction::Place::Primary;
        open.trigger = [this, cluster] { this->open(cluster); };
        return QList<RowAction>{open};
    });
    m_filter->setList(m_list);
    m_filter->hide();
    connect(m_filter, &QLineEdit::textChanged, m_list, &ListView::setFilterText);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_fault);
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
    refresh();
    if (m_list->currentSource().isValid() || m_model->rowCount() == 0)
        return;
    m_list->selectSource(m_model->index(0, 0));
}

void ClustersPage::retranslate()
{
    m_model->retranslate();
    m_list->setAccessibleName(tr("Clusters"));
    m_empty->setText(tr("No cluster is known yet."), tr("Try a release on the local simulator first."));
    refresh();
}

void ClustersPage::open(const ClusterProfile &cluster)
{
    Location there;
    there.section = Section::Workspaces;
    there.cluster = cluster.id;
    Q_EMIT navigateTo(there);
}

} // namespace sluice::app
