// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/apipage.h"

#include "app/support/icons.h"
#include "app/support/looks.h"
#include "app/support/palette.h"
#include "app/support/releaseoffers.h"
#include "app/widgets/codeview.h"
#include "app/widgets/emptypage.h"
#include "app/widgets/explainview.h"
#include "app/widgets/factsview.h"
#include "app/widgets/linklabel.h"
#include "app/widgets/listview.h"
#include "app/widgets/offerbar.h"
#include "app/widgets/pagesection.h"
#include "app/widgets/splitview.h"
#include "app/widgets/statechip.h"
#include "core/model/prose.h"
#include "core/model/secretfields.h"
#include "core/models/apirows.h"
#include "core/models/releaserows.h"
#include "core/models/upstreamrows.h"
#include "core/release/releasewords.h"
#include "core/traffic/splitcodec.h"
#include "rehearsal/localtwin.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr auto releaseLink = "release/"_L1;

/// On one line, with blanks where it may be broken.
QString onOneLine(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson()).simplified();
}

QString labelsOf(const Api &api)
{
    QStringList words;
    const QJsonObject labels = api.resource.labels();
    for (auto label = labels.begin(); label != labels.end(); ++label)
        words.append(label.key() + u'=' + label->toString());
    return words.join(u"  "_s);
}

/// A request that this API takes, to begin with.
QString exampleOf(const Api &api)
{
    const QString method = api.methods().value(0, u"GET"_s);
    const QString path = api.uris().value(0, u"/"_s).replace(u'*', u"x"_s);
    const QString host = api.hosts().value(0);
    return method + u' ' + path + (host.isEmpty() ? QString() : u"\nHost: "_s + host);
}

} // namespace

ApiPage::ApiPage(const PageContext &context, QWidget *parent)
    : DetailPage(context, u"api"_s, parent)
    , m_new(new QAction(icon(u"add"_s), QString(), this))
    , m_facts(new FactsView(this))
    , m_split(new SplitView(this))
    , m_release(new QWidget(this))
    , m_chip(new StateChip(m_release))
    , m_releaseText(new LinkLabel(m_release))
    , m_offers(new OfferBar(m_release))
    , m_routeRows(new KeyedTableModel(apiHeaders, this))
    , m_routes(new ListView(this))
    , m_historyRows(new KeyedTableModel(releaseHeaders, this))
    , m_history(new ListView(this))
    , m_plugins(new FactsView(this))
    , m_noPlugins(new QLabel(this))
    , m_explain(new ExplainView(this))
    , m_json(new CodeView(this))
{
    m_releaseText->setWordWrap(true);
    m_releaseText->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_releaseText, &QLabel::linkActivated, this, &ApiPage::openLink);
    auto *releaseRow = new QHBoxLayout(m_release);
    releaseRow->setContentsMargins({});
    releaseRow->setSpacing(space::inside);
    releaseRow->addWidget(m_chip);
    releaseRow->addWidget(m_releaseText, 1);
    releaseRow->addWidget(m_offers);

    m_routes->setSource(m_routeRows, {{u"release"_s, 21, false, false, false},
                                      {u"name"_s, 20, false, false, false},
                                      {u"route"_s, 0, true, false, false},
                                      {u"hosts"_s, 14, false, false, true},
                                      {u"upstream"_s, 18, false, false, false},
                                      {u"kind"_s, 14, false, false, false},
                                      {u"id"_s, 16, false, false, true}});
    for (ListView *list : {m_routes, m_history})
        list->setSortRole(KeyedTableModel::SortRole);
    m_routes->setRouteColumn(static_cast<int>(ApiColumn::Route));
    m_routes->setChipColumn(static_cast<int>(ApiColumn::Release), [this](const QModelIndex &source) {
        return badgeOf(source.data(KeyedTableModel::PayloadRole).value<Api>(), snapshot());
    });
    m_routes->setRowActions([this](const QModelIndex &source) { return offersOfRoute(source); });
    m_history->setSource(m_historyRows, {{u"state"_s, 14, false, false, false},
                                         {u"name"_s, 20, false, false, false},
                                         {u"api"_s, 20, false, false, true},
                                         {u"upstreams"_s, 0, true, false, false},
                                         {u"allocation"_s, 13, false, false, false},
                                         {u"by"_s, 8, false, false, false},
                                         {u"updated"_s, 18, false, false, false},
                                         {u"workspace"_s, 14, false, false, true}});
    m_history->setChipColumn(static_cast<int>(ReleaseColumn::State), [](const QModelIndex &source) {
        return lookOf(source.data(KeyedTableModel::PayloadRole).value<ObservedRelease>());
    });
    m_history->setRowActions([this](const QModelIndex &source) { return offersOfRelease(source); });

    auto *plugins = new QWidget(this);
    auto *pluginColumn = new QVBoxLayout(plugins);
    pluginColumn->setContentsMargins({});
    pluginColumn->addWidget(m_plugins);
    pluginColumn->addWidget(m_noPlugins);
    m_noPlugins->setForegroundRole(QPalette::PlaceholderText);

    m_releaseSection = addSection(m_release);
    m_factsSection = addSection(m_facts, Width::Left);
    m_splitSection = addSection(m_split, Width::Right);
    m_routesSection = addSection(m_routes);
    m_historySection = addSection(m_history);
    m_explainSection = addSection(m_explain);
    m_pluginsSection = addSection(plugins);
    m_jsonSection = addSection(m_json);
    m_jsonSection->addTool(m_json->copyButton());
    connect(m_facts, &FactsView::linkActivated, this, &ApiPage::openLink);
    connect(m_new, &QAction::triggered, this, &ApiPage::newRelease);
    retranslate();
}

QString ApiPage::title() const
{
    if (const Api *shown = api())
        return shown->name();
    return location().object.section(u'/', 1);
}

QList<QAction *> ApiPage::toolActions()
{
    return {m_new};
}

const Api *ApiPage::api() const
{
    const auto ref = parseApiRef(location().object);
    return ref ? snapshot().api(*ref) : nullptr;
}

void ApiPage::presentExplain(const Api &api)
{
    m_explain->setExample(exampleOf(api));
    const SharedSession session = watch() == nullptr ? nullptr : watch()->session();
    if (session == m_explained)
        return;
    m_explained = session;
    m_explain->setSource([session](const PastedRequest &request) { return explainOnTwin(session, request); });
}

void ApiPage::entered()
{
    m_explained.reset();
    m_readOf.clear();
    m_around.reset();
    m_splitFault.reset();
    m_split->clear();
    DetailPage::entered();
}

void ApiPage::refresh()
{
    m_readOf.clear();
    DetailPage::refresh();
}

void ApiPage::present()
{
    const Api *shown = api();
    setPresent(shown != nullptr || !snapshot().taken().isValid());
    setCount({});
    m_new->setVisible(shown != nullptr && snapshot().releaseOn(shown->ref) == nullptr);
    if (shown == nullptr)
        return;
    presentFacts(*shown);
    presentRelease(*shown);
    presentLists(*shown);
    presentExplain(*shown);
    m_json->setJson(withPlaceholders(kindOf(shown->ref.kind), shown->resource.value, {}));
    readSplit();
    announceTitle();
}

void ApiPage::presentFacts(const Api &api)
{
    const bool isRoute = api.ref.kind == ApiRef::Kind::Route;
    const QString current = api.currentUpstream();
    const Upstream *upstream = snapshot().upstream(current);
    const QString nodes = upstream == nullptr ? QString() : tr(" (%1)").arg(nodesWord(*upstream));
    const QString service = api.resource.reference(u"service_id"_s);
    QList<Fact> facts{{tr("Name"), api.name()}, {tr("ID"), api.ref.id, {}, true}};
    if (isRoute) {
        facts.append({tr("Kind"), api.enabled() ? tr("Route") : tr("Route, disabled: nothing can be called")});
        facts.append({tr("Methods"), api.methods().isEmpty() ? tr("any method") : api.methods().join(u'|')});
        facts.append({tr("Paths"), api.uris().join(u'\n'), {}, true});
    } else {
        facts.append({tr("Kind"), tr("Service: its routes move together")});
    }
    if (!api.hosts().isEmpty())
        facts.append({tr("Hosts"), api.hosts().join(u' '), {}, true});
    facts.append({tr("Current upstream"), current.isEmpty() ? tr("none") : snapshot().upstreamTitle(current) + nodes,
                  upstream == nullptr ? QString() : upstreamLink + current});
    if (!service.isEmpty())
        facts.append({tr("Service"), service, apiLink + u"service/"_s + service});
    const QString description = api.resource.value[u"desc"_s].toString();
    if (!description.isEmpty())
        facts.append({tr("Description"), description});
    if (!api.resource.labels().isEmpty())
        facts.append({tr("Labels"), labelsOf(api), {}, true});
    m_facts->setFacts(facts);
    QList<Fact> plugins;
    const Resource shown{withPlaceholders(kindOf(api.ref.kind), api.resource.value, {})};
    const QJsonObject used = shown.plugins();
    for (auto plugin = used.begin(); plugin != used.end(); ++plugin)
        plugins.append({plugin.key(), onOneLine(*plugin), {}, true});
    m_plugins->setFacts(plugins);
    m_noPlugins->setVisible(plugins.isEmpty());
}

void ApiPage::presentRelease(const Api &api)
{
    const ObservedRelease *standing = snapshot().releaseOn(api.ref);
    const ApiCondition condition = snapshot().conditionOf(api);
    m_chip->setLook(badgeOf(api, snapshot()));
    QString text;
    if (standing != nullptr) {
        const Release &release = standing->release;
        const QString name =
            u"<a href=\"%1\">%2</a>"_s.arg((releaseLink + release.id).toHtmlEscaped(), release.name.toHtmlEscaped());
        //: A release's name, its current and its target upstream.
        text = tr("%1: %2 → %3")
                   .arg(name, snapshot().upstreamTitle(release.current).toHtmlEscaped(),
                        snapshot().upstreamTitle(release.target).toHtmlEscaped());
    } else if (condition == ApiCondition::External) {
        const auto decoded = decodeSplit(api.split());
        text = tr("A split that Sluice did not make.");
        if (!decoded)
            text = joinSentences({text, tr("It stays as it is, for the form can't show it: %1.").arg(decoded.error())});
    } else if (condition == ApiCondition::Orphaned) {
        text = tr("The record of this split is gone. Adopt it as a release, or remove it.");
    } else {
        text = api.enabled() ? tr("No release is in progress.")
                             : tr("No release is in progress. The route is disabled: nothing can be called.");
    }
    m_releaseText->setTextFormat(standing != nullptr ? Qt::RichText : Qt::PlainText);
    m_releaseText->setText(text);
    m_offers->setOffers(offersOf(api));
    const QString refused = refusal();
    const bool taken = condition == ApiCondition::External || condition == ApiCondition::Orphaned;
    m_new->setEnabled(refused.isEmpty() && !taken);
    m_new->setToolTip(!refused.isEmpty() ? refused
                      : taken            ? tr("The API carries a split already.")
                                         : tr("Begin a canary release of this API"));
}

QList<RowAction> ApiPage::offersOf(const Api &api)
{
    if (watch() == nullptr)
        return {};
    const QString workspace = snapshot().workspaceOf(api.resource);
    if (const ObservedRelease *standing = snapshot().releaseOn(api.ref))
        return releaseOffers(
            this, context().operations, *watch(), *standing,
            [this, workspace](Section section, const QString &object) { goTo(section, object, workspace); });
    return offersOfSplit(api, snapshot().conditionOf(api));
}

QList<RowAction> ApiPage::offersOfSplit(const Api &api, ApiCondition condition)
{
    const SharedSession session = watch()->session();
    if (!session || (condition != ApiCondition::External && condition != ApiCondition::Orphaned))
        return {};
    const bool busy = context().operations.isRunning(location().cluster, api.ref.toText());
    const auto offer = [this, busy](const Operation &operation, const QString &why) {
        RowAction action;
        action.text = operation.title;
        action.place = RowAction::Place::Button;
        action.destructive = operation.destructive;
        action.reason = !refusal().isEmpty() ? refusal() : why;
        action.enabled = action.reason.isEmpty() && !busy;
        action.trigger = [this, operation] { context().operations.ask(this, operation); };
        return action;
    };
    const auto decoded = decodeSplit(api.split());
    const QString why = decoded ? QString() : tr("The form can't show this split: %1.").arg(decoded.error());
    QList<RowAction> offers{offer(adoption(session, api), why)};
    if (condition == ApiCondition::Orphaned)
        offers.append(offer(removalOfOrphan(session, snapshot(), api), {}));
    return offers;
}

void ApiPage::presentLists(const Api &api)
{
    const bool isService = api.ref.kind == ApiRef::Kind::Service;
    QList<KeyedRow> routes = isService ? apiRows(snapshot(), {}) : QList<KeyedRow>();
    routes.removeIf([&api](const KeyedRow &row) {
        return row.payload.value<Api>().resource.reference(u"service_id"_s) != api.ref.id;
    });
    m_routeRows->setRows(routes);
    m_routesSection->setVisible(!routes.isEmpty());
    QList<KeyedRow> releases = releaseRows(snapshot(), {});
    releases.removeIf(
        [&api](const KeyedRow &row) { return row.payload.value<ObservedRelease>().release.api != api.ref; });
    m_historyRows->setRows(releases);
    m_historySection->setVisible(!releases.isEmpty());
    m_routes->showAllRows();
    m_history->showAllRows();
}

QList<RowAction> ApiPage::offersOfRoute(const QModelIndex &source)
{
    const Api route = source.data(KeyedTableModel::PayloadRole).value<Api>();
    RowAction view;
    view.text = tr("View");
    view.place = RowAction::Place::Primary;
    view.trigger = [this, route] {
        goTo(Section::ApiDetail, route.ref.toText(), snapshot().workspaceOf(route.resource));
    };
    return {view};
}

QList<RowAction> ApiPage::offersOfRelease(const QModelIndex &source)
{
    const ObservedRelease observed = source.data(KeyedTableModel::PayloadRole).value<ObservedRelease>();
    RowAction view;
    view.text = tr("View");
    view.place = RowAction::Place::Primary;
    view.trigger = [this, observed] { goTo(Section::ReleaseDetail, observed.release.id, observed.release.workspace); };
    return {view};
}

void ApiPage::readSplit()
{
    const Api *shown = api();
    const SharedSession session = watch() == nullptr ? nullptr : watch()->session();
    if (shown == nullptr || !session)
        return;
    const QString state = shown->ref.toText() + u'@' + QString::number(shown->resource.modifiedIndex);
    if (state == m_readOf)
        return;
    m_readOf = state;
    readAround(this, session, *shown, ++m_generation);
}

QCoro::Task<void> ApiPage::readAround(QPointer<ApiPage> self, SharedSession session, Api api, int generation)
{
    const QString workspaceKey = session->profile().workspaceKey;
    Result<Surroundings> around = co_await surroundingsOf(session->admin(), api, {}, workspaceKey);
    if (!self || generation != self->m_generation)
        co_return;
    self->m_splitFault = around ? std::nullopt : std::optional(around.error());
    self->m_around = around ? std::optional(*around) : std::nullopt;
    self->showSplit();
}

void ApiPage::showSplit()
{
    const Api *shown = api();
    if (shown == nullptr)
        return;
    if (m_splitFault)
        return m_split->setFault(*m_splitFault);
    if (!m_around)
        return;
    const QString own = snapshot().upstreamTitle(shown->currentUpstream());
    m_split->setSplit(effectiveSplit(*m_around), [this, own](const QString &upstream) {
        return upstream.isEmpty() ? own : snapshot().upstreamTitle(upstream);
    });
}

void ApiPage::newRelease()
{
    Location form = elsewhere(Section::ReleaseForm);
    form.extra.insert(u"api"_s, location().object);
    Q_EMIT navigateTo(form);
}

void ApiPage::openLink(const QString &link)
{
    if (link.startsWith(upstreamLink)) {
        const QString id = link.mid(upstreamLink.size());
        if (const Upstream *upstream = snapshot().upstream(id))
            goTo(Section::UpstreamDetail, id, snapshot().workspaceOf(upstream->resource));
        return;
    }
    if (link.startsWith(releaseLink))
        return goTo(Section::ReleaseDetail, link.mid(releaseLink.size()), location().workspace);
    const auto ref = parseApiRef(link.mid(apiLink.size()));
    const Api *linked = ref ? snapshot().api(*ref) : nullptr;
    if (linked != nullptr)
        goTo(Section::ApiDetail, ref->toText(), snapshot().workspaceOf(linked->resource));
}

void ApiPage::goTo(Section section, const QString &object, const QString &workspace)
{
    Location there = elsewhere(section, object);
    there.workspace = workspace;
    Q_EMIT navigateTo(there);
}

void ApiPage::retranslate()
{
    m_new->setText(tr("New release"));
    m_factsSection->setTitle(tr("Details"));
    m_splitSection->setTitle(tr("Traffic now"));
    m_releaseSection->setTitle(tr("Release"));
    m_explainSection->setTitle(tr("Explain a request"));
    m_routesSection->setTitle(tr("Routes of this service"));
    m_historySection->setTitle(tr("Releases of this API"));
    m_pluginsSection->setTitle(tr("Plugins"));
    m_jsonSection->setTitle(tr("As the gateway holds it"));
    m_json->setName(tr("As the gateway holds it"));
    m_noPlugins->setText(tr("none"));
    m_routes->setAccessibleName(tr("Routes of this service"));
    m_history->setAccessibleName(tr("Releases of this API"));
    m_routeRows->retranslate();
    m_historyRows->retranslate();
    empty()->setText(tr("This API is not on the gateway."), tr("It was deleted, or its id is another one now."));
    DetailPage::retranslate();
    showSplit();
}

} // namespace sluice::app
