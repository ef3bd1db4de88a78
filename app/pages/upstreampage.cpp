// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/upstreampage.h"

#include "app/support/looks.h"
#include "app/support/upstreamoffers.h"
#include "app/widgets/codeview.h"
#include "app/widgets/emptypage.h"
#include "app/widgets/factsview.h"
#include "app/widgets/listview.h"
#include "app/widgets/offerbar.h"
#include "app/widgets/pagesection.h"
#include "core/model/secretfields.h"
#include "core/model/upstreamdraft.h"
#include "core/models/apirows.h"
#include "core/models/releaserows.h"
#include "core/models/upstreamrows.h"

#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

struct NodeText
{
    Q_DECLARE_TR_FUNCTIONS(UpstreamPage)
};

QStringList nodeHeaders()
{
    return {NodeText::tr("Node"), NodeText::tr("Weight"), NodeText::tr("Share")};
}

/// What a node gets of the upstream's requests. APISIX: all weights 0 is an even split.
QString shareOf(const UpstreamDraft::Node &node, int sum, qsizetype count)
{
    const double part = sum > 0 ? 1.0 * node.weight / sum : 1.0 / static_cast<double>(count);
    return NodeText::tr("%1 %").arg(QLocale().toString(100 * part, 'g', 3));
}

QList<KeyedRow> nodeRows(const Upstream &upstream)
{
    const QList<UpstreamDraft::Node> nodes = draftOf(upstream).nodes;
    QList<KeyedRow> rows;
    for (const UpstreamDraft::Node &node : nodes) {
        const QString address = node.port.isEmpty() ? node.host : node.host + u':' + node.port;
        KeyedRow row;
        row.key = address;
        row.cells = {address, QString::number(node.weight), shareOf(node, upstream.totalWeight(), nodes.size())};
        row.sortKeys = {{}, node.weight, node.weight};
        rows.append(row);
    }
    return rows;
}

QString labelsOf(const Upstream &upstream)
{
    QStringList words;
    const QJsonObject labels = upstream.resource.labels();
    for (auto label = labels.begin(); label != labels.end(); ++label)
        words.append(label.key() + u'=' + label->toString());
    return words.join(u"  "_s);
}

} // namespace

UpstreamPage::UpstreamPage(const PageContext &context, QWidget *parent)
    : DetailPage(context, u"upstreams"_s, parent)
    , m_offers(new OfferBar(this))
    , m_facts(new FactsView(this))
    , m_nodeRows(new KeyedTableModel(nodeHeaders, this))
    , m_nodes(new ListView(this))
    , m_apiRows(new KeyedTableModel(apiHeaders, this))
    , m_apis(new ListView(this))
    , m_releaseRows(new KeyedTableModel(releaseHeaders, this))
    , m_releases(new ListView(this))
    , m_json(new CodeView(this))
{
    m_offers->hide();
    m_nodes->setSource(m_nodeRows, {{u"node"_s, 0, true, false, false},
                                    {u"weight"_s, 10, false, true, false},
                                    {u"share"_s, 10, false, true, false}});
    m_apis->setSource(m_apiRows, {{u"release"_s, 21, false, false, false},
                                  {u"name"_s, 20, false, false, false},
                                  {u"route"_s, 0, true, false, false},
                                  {u"hosts"_s, 14, false, false, true},
                                  {u"upstream"_s, 18, false, false, true},
                                  {u"kind"_s, 14, false, false, false},
                                  {u"id"_s, 16, false, false, true}});
    for (ListView *list : {m_apis, m_releases})
        list->setSortRole(KeyedTableModel::SortRole);
    m_apis->setRouteColumn(static_cast<int>(ApiColumn::Route));
    m_apis->setChipColumn(static_cast<int>(ApiColumn::Release), [this](const QModelIndex &source) {
        return badgeOf(source.data(KeyedTableModel::PayloadRole).value<Api>(), snapshot());
    });
    m_apis->setRowActions([this](const QModelIndex &source) {
        const Api api = source.data(KeyedTableModel::PayloadRole).value<Api>();
        RowAction view;
        view.text = tr("View");
        view.place = RowAction::Place::Primary;
        view.trigger = [this, api] {
            goTo(Section::ApiDetail, api.ref.toText(), snapshot().workspaceOf(api.resource));
        };
        return QList<RowAction>{view};
    });
    m_releases->setSource(m_releaseRows, {{u"state"_s, 14, false, false, false},
                                          {u"name"_s, 20, false, false, false},
                                          {u"api"_s, 20, false, false, false},
                                          {u"upstreams"_s, 0, true, false, false},
                                          {u"allocation"_s, 13, false, false, false},
                                          {u"by"_s, 8, false, false, false},
                                          {u"updated"_s, 18, false, false, true},
                                          {u"workspace"_s, 14, false, false, true}});
    m_releases->setRouteColumn(static_cast<int>(ReleaseColumn::Api));
    m_releases->setChipColumn(static_cast<int>(ReleaseColumn::State), [](const QModelIndex &source) {
        return lookOf(source.data(KeyedTableModel::PayloadRole).value<ObservedRelease>());
    });
    m_releases->setRowActions([this](const QModelIndex &source) {
        const ObservedRelease observed = source.data(KeyedTableModel::PayloadRole).value<ObservedRelease>();
        RowAction view;
        view.text = tr("View");
        view.place = RowAction::Place::Primary;
        view.trigger = [this, observed] {
            goTo(Section::ReleaseDetail, observed.release.id, observed.release.workspace);
        };
        return QList<RowAction>{view};
    });
    m_factsSection = addSection(m_facts, Width::Left);
    m_nodesSection = addSection(m_nodes, Width::Right);
    m_apisSection = addSection(m_apis);
    m_releasesSection = addSection(m_releases);
    m_jsonSection = addSection(m_json);
    m_jsonSection->addTool(m_json->copyButton());
    retranslate();
}

QString UpstreamPage::title() const
{
    const Upstream *shown = upstream();
    return shown == nullptr ? location().object : shown->name();
}

QWidget *UpstreamPage::tools()
{
    return m_offers;
}

const Upstream *UpstreamPage::upstream() const
{
    return snapshot().upstream(location().object);
}

void UpstreamPage::present()
{
    const Upstream *shown = upstream();
    setPresent(shown != nullptr || !snapshot().taken().isValid());
    setCount({});
    m_offers->setOffers({});
    if (shown == nullptr)
        return;
    QList<RowAction> offers = upstreamOffers(this, context().operations, *watch(), *shown);
    for (RowAction &offer : offers)
        offer.place = RowAction::Place::Button;
    m_offers->setOffers(offers);
    presentFacts(*shown);
    presentUsers(*shown);
    m_json->setJson(withPlaceholders(ResourceKind::Upstreams, shown->resource.value, {}));
    announceTitle();
}

void UpstreamPage::presentFacts(const Upstream &upstream)
{
    const UpstreamDraft draft = draftOf(upstream);
    QList<Fact> facts{{tr("Name"), upstream.name()},
                      {tr("ID"), upstream.id(), {}, true},
                      {tr("Workspace"), snapshot().workspaceOf(upstream.resource)},
                      {tr("Balancing"), draft.type},
                      {tr("Scheme"), draft.scheme},
                      {tr("Host header"),
                       draft.passHost == "rewrite"_L1 ? draft.passHost + u' ' + draft.upstreamHost : draft.passHost}};
    if (!upstream.discovery().isEmpty())
        facts.append({tr("Service discovery"), upstream.discovery()});
    if (!draft.description.isEmpty())
        facts.append({tr("Description"), draft.description});
    if (!upstream.resource.labels().isEmpty())
        facts.append({tr("Labels"), labelsOf(upstream), {}, true});
    m_facts->setFacts(facts);
    m_nodeRows->setRows(nodeRows(upstream));
    m_nodesSection->setVisible(upstream.discovery().isEmpty());
    m_nodes->showAllRows();
}

void UpstreamPage::presentUsers(const Upstream &upstream)
{
    QList<KeyedRow> apis = apiRows(snapshot(), {});
    apis.removeIf(
        [&upstream](const KeyedRow &row) { return row.payload.value<Api>().currentUpstream() != upstream.id(); });
    QList<KeyedRow> releases = releaseRows(snapshot(), {});
    releases.removeIf([&upstream](const KeyedRow &row) {
        const Release release = row.payload.value<ObservedRelease>().release;
        return !release.isInProgress() || (release.target != upstream.id() && release.current != upstream.id());
    });
    m_apisSection->setTitle(apis.isEmpty() ? tr("No API sends its traffic here") : tr("APIs that send traffic here"));
    m_apiRows->setRows(apis);
    m_apis->setVisible(!apis.isEmpty());
    m_releaseRows->setRows(releases);
    m_releasesSection->setVisible(!releases.isEmpty());
    m_apis->showAllRows();
    m_releases->showAllRows();
}

void UpstreamPage::goTo(Section section, const QString &object, const QString &workspace)
{
    Location there = elsewhere(section, object);
    there.workspace = workspace;
    Q_EMIT navigateTo(there);
}

void UpstreamPage::retranslate()
{
    m_factsSection->setTitle(tr("Details"));
    m_nodesSection->setTitle(tr("Nodes"));
    m_apisSection->setTitle(tr("APIs that send traffic here"));
    m_releasesSection->setTitle(tr("Releases in progress from or to it"));
    m_jsonSection->setTitle(tr("As the gateway holds it"));
    m_json->setName(tr("As the gateway holds it"));
    m_nodes->setAccessibleName(tr("Nodes"));
    m_apis->setAccessibleName(tr("APIs that send traffic here"));
    m_releases->setAccessibleName(tr("Releases in progress from or to it"));
    m_nodeRows->retranslate();
    m_apiRows->retranslate();
    m_releaseRows->retranslate();
    empty()->setText(tr("This upstream is not on the gateway."), tr("It was deleted, or its id is another one now."));
    DetailPage::retranslate();
}

} // namespace sluice::app
