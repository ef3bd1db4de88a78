// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/clusterspage.h"

#include "app/support/keyedtablemodel.h"
#include "app/widgets/emptypage.h"
#include "app/widgets/filterline.h"
#include "app/widgets/listview.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStackedLayout>
#include <QTime>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

enum Column { NameColumn, EnvironmentColumn, AdminColumn, GatewayColumn, AccessColumn };

ClusterRow clusterOf(const QModelIndex &source)
{
    return source.data(KeyedTableModel::PayloadRole).value<ClusterRow>();
}

} // namespace

StateLook environmentLook(ClusterRow::Environment environment)
{
    switch (environment) {
    case ClusterRow::Environment::Development:
        return {u"ring"_s, Tone::Development, QCoreApplication::translate("Environment", "Development"), {}};
    case ClusterRow::Environment::Staging:
        return {u"disc"_s, Tone::Staging, QCoreApplication::translate("Environment", "Staging"), {}};
    case ClusterRow::Environment::Production:
        break;
    }
    return {u"warning"_s, Tone::Production, QCoreApplication::translate("Environment", "Production"), {}};
}

ClustersPage::ClustersPage(std::function<QList<ClusterRow>()> clusters, QWidget *parent)
    : Page(parent)
    , m_clusters(std::move(clusters))
    , m_model(new KeyedTableModel(
          [] {
              return QStringList{tr("Name"), tr("Environment"), tr("Admin address"), tr("Gateways"), tr("Access")};
          },
          this))
    , m_list(new ListView(this))
    , m_filter(new FilterLine(this))
    , m_empty(new EmptyPage(u"clusters"_s, this))
    , m_layout(new QStackedLayout(this))
{
    m_list->setSource(m_model, {{u"name"_s, 24, false, false, false},
                                {u"environment"_s, 18, false, false, false},
                                {u"admin"_s, 30, false, false, false},
                                {u"gateways"_s, 0, true, false, false},
                                {u"access"_s, 18, false, false, false}});
    m_list->setChipColumn(EnvironmentColumn,
                          [](const QModelIndex &source) { return environmentLook(clusterOf(source).environment); });
    m_list->setRowActions([this](const QModelIndex &source) {
        const ClusterRow cluster = clusterOf(source);
        RowAction open;
        open.text = tr("Open");
        open.place = RowAction::Place::Primary;
        open.trigger = [this, cluster] { this->open(cluster); };
        return QList<RowAction>{open};
    });
    m_filter->setList(m_list);
    m_filter->hide();
    connect(m_filter, &QLineEdit::textChanged, m_list, &ListView::setFilterText);
    m_layout->addWidget(m_list);
    m_layout->addWidget(m_empty);
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
    const QList<ClusterRow> clusters = m_clusters();
    for (const ClusterRow &cluster : clusters) {
        KeyedRow row;
        row.key = cluster.id;
        row.cells = {cluster.demo ? tr("%1 (demo)").arg(cluster.name) : cluster.name,
                     environmentLook(cluster.environment).word, cluster.admin, cluster.gateways.join(u", "_s),
                     cluster.readOnly ? tr("Read only") : tr("Read and write")};
        row.payload = QVariant::fromValue(cluster);
        rows.append(row);
    }
    m_model->setRows(rows);
    if (rows.isEmpty())
        m_layout->setCurrentWidget(m_empty);
    else
        m_layout->setCurrentWidget(m_list);
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

void ClustersPage::open(const ClusterRow &cluster)
{
    Location there;
    there.section = Section::Workspaces;
    there.cluster = cluster.id;
    Q_EMIT navigateTo(there);
}

} // namespace sluice::app
