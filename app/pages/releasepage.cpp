// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/releasepage.h"

#include "app/support/looks.h"
#include "app/support/palette.h"
#include "app/support/planoperation.h"
#include "app/support/planruns.h"
#include "app/support/releaseoffers.h"
#include "app/support/trafficalarms.h"
#include "app/widgets/alarmeditor.h"
#include "app/widgets/banner.h"
#include "app/widgets/codeview.h"
#include "app/widgets/emptypage.h"
#include "app/widgets/factsview.h"
#include "app/widgets/listview.h"
#include "app/widgets/livetrafficview.h"
#include "app/widgets/offerbar.h"
#include "app/widgets/pagesection.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/planview.h"
#include "app/widgets/statechip.h"
#include "app/widgets/trafficpicture.h"
#include "core/model/prose.h"
#include "core/models/historyrows.h"
#include "core/release/releasewords.h"
#include "core/release/standingsplit.h"
#include "core/traffic/policyadvice.h"

#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

QString indented(const QJsonObject &value)
{
    return QString::fromUtf8(QJsonDocument(value).toJson()).trimmed();
}

/// Both texts line by line, as in a patch: what only one of them has carries a sign.
QString difference(const QString &wanted, const QString &found)
{
    const QStringList left = wanted.split(u'\n');
    const QStringList right = found.split(u'\n');
    // How many lines the rests of both have in common, in their order.
    QList<QList<qsizetype>> common(left.size() + 1, QList<qsizetype>(right.size() + 1, 0));
    for (qsizetype l = left.size() - 1; l >= 0; --l) {
        for (qsizetype r = right.size() - 1; r >= 0; --r)
            common[l][r] =
                left.at(l) == right.at(r) ? common[l + 1][r + 1] + 1 : std::max(common[l + 1][r], common[l][r + 1]);
    }
    QStringList lines;
    qsizetype l = 0;
    qsizetype r = 0;
    while (l < left.size() || r < right.size()) {
        if (l < left.size() && r < right.size() && left.at(l) == right.at(r)) {
            lines.append(u"  "_s + left.at(l++));
            ++r;
        } else if (r == right.size() || (l < left.size() && common[l + 1][r] >= common[l][r + 1])) {
            lines.append(u"- "_s + left.at(l++));
        } else {
            lines.append(u"+ "_s + right.at(r++));
        }
    }
    return lines.join(u'\n');
}

} // namespace

ReleasePage::ReleasePage(const PageContext &context, QWidget *parent)
    : DetailPage(context, u"releases"_s, parent)
    , m_state(new QWidget(this))
    , m_chip(new StateChip(m_state))
    , m_actor(paragraph(m_state))
    , m_trouble(new Banner(m_state))
    , m_offers(new OfferBar(m_state))
    , m_traffic(new QWidget(this))
    , m_picture(new TrafficPicture(m_traffic))
    , m_words(paragraph(m_traffic))
    , m_askedTitle(paragraph(m_traffic))
    , m_asked(new TrafficPicture(m_traffic))
    , m_askedWords(paragraph(m_traffic))
    , m_plan(new PlanView(this))
    , m_liveColumn(new QWidget(this))
    , m_live(new LiveTrafficView(m_liveColumn))
    , m_alarm(new AlarmEditor(m_liveColumn))
    , m_facts(new FactsView(this))
    , m_drift(new QWidget(this))
    , m_driftWords(paragraph(m_drift))
    , m_difference(new CodeView(m_drift))
    , m_historyRows(new KeyedTableModel(historyHeaders, this))
    , m_history(new ListView(this))
    , m_rollback(new CodeView(this))
{
    auto *stateRow = new QHBoxLayout;
    stateRow->setSpacing(space::inside);
    stateRow->addWidget(m_chip);
    stateRow->addWidget(m_actor, 1);
    stateRow->addWidget(m_offers);
    auto *stateColumn = new QVBoxLayout(m_state);
    stateColumn->setContentsMargins({});
    stateColumn->setSpacing(space::inside);
    stateColumn->addWidget(m_trouble);
    stateColumn->addLayout(stateRow);
    m_trouble->setClosable(false);
    m_trouble->setObjectName(u"trouble"_s);
    auto *trafficColumn = new QVBoxLayout(m_traffic);
    trafficColumn->setContentsMargins({});
    trafficColumn->setSpacing(space::inside);
    trafficColumn->addWidget(m_picture);
    trafficColumn->addWidget(m_words);
    trafficColumn->addSpacing(space::inside);
    trafficColumn->addWidget(m_askedTitle);
    trafficColumn->addWidget(m_asked);
    trafficColumn->addWidget(m_askedWords);
    m_asked->setHollow(true);
    m_askedWords->setForegroundRole(QPalette::PlaceholderText);
    auto *driftColumn = new QVBoxLayout(m_drift);
    driftColumn->setContentsMargins({});
    driftColumn->setSpacing(space::inside);
    driftColumn->addWidget(m_driftWords);
    driftColumn->addWidget(m_difference);
    auto *liveColumn = new QVBoxLayout(m_liveColumn);
    liveColumn->setContentsMargins({});
    liveColumn->setSpacing(space::group);
    liveColumn->addWidget(m_live);
    liveColumn->addWidget(m_alarm);
    m_history->setSource(m_historyRows, {{u"time"_s, 20, false, false, false},
                                         {u"by"_s, 12, false, false, false},
                                         {u"action"_s, 22, false, false, false},
                                         {u"allocation"_s, 20, false, false, false},
                                         {u"reason"_s, 0, true, false, false}});
    m_history->setSortRole(KeyedTableModel::SortRole);
    m_history->sortByColumn(static_cast<int>(HistoryColumn::Time), Qt::DescendingOrder);
    m_stateSection = addSection(m_state);
    m_trafficSection = addSection(m_traffic, Width::Left);
    m_factsSection = addSection(m_facts, Width::Right);
    m_driftSection = addSection(m_drift);
    m_planSection = addSection(m_plan);
    m_liveSection = addSection(m_liveColumn);
    m_historySection = addSection(m_history);
    m_rollbackSection = addSection(m_rollback);
    m_driftSection->addTool(m_difference->copyButton());
    m_rollbackSection->addTool(m_rollback->copyButton());
    connect(m_facts, &FactsView::linkActivated, this, &ReleasePage::openLink);
    followPlan();
    followAlarm();
    retranslate();
}

void ReleasePage::followPlan()
{
    connect(m_plan, &PlanView::actionWanted, this, &ReleasePage::actOnPlan);
    connect(m_plan, &PlanView::changeWanted, this, &ReleasePage::changePlan);
    connect(&context().runs, &PlanRuns::changed, this, [this](const QString &cluster, const QString &id) {
        const ObservedRelease *shown = release();
        if (shown != nullptr && cluster == location().cluster && id == location().object)
            presentPlan(*shown);
    });
    connect(&context().runs, &PlanRuns::moved, this, [this](const QString &cluster) {
        if (isVisible() && cluster == location().cluster)
            refresh();
    });
}

void ReleasePage::followAlarm()
{
    connect(m_alarm, &AlarmEditor::watchWanted, this, [this](const TrafficAlarms::Guard &guard) {
        context().alarms.watch(location().cluster, location().object, guard);
    });
    connect(&context().alarms, &TrafficAlarms::changed, this, [this](const QString &cluster) {
        const ObservedRelease *shown = release();
        if (shown != nullptr && cluster == location().cluster)
            presentAlarm(*shown);
    });
}

bool ReleasePage::hasUnsavedInput() const
{
    return m_plan->isEdited();
}

QList<RowAction> ReleasePage::releaseActions() const
{
    return m_offers->offers();
}

void ReleasePage::entered()
{
    const QString place = location().cluster + u'\n' + location().object;
    if (place != m_shown) {
        m_plan->discard();
        m_pulse = {};
        m_alarm->begin(context().alarms.guard(location().cluster, location().object));
    }
    m_shown = place;
    DetailPage::entered();
}

QString ReleasePage::title() const
{
    const ObservedRelease *shown = release();
    return shown == nullptr ? location().object : shown->release.name;
}

const ObservedRelease *ReleasePage::release() const
{
    return snapshot().release(location().object);
}

void ReleasePage::present()
{
    const ObservedRelease *shown = release();
    setPresent(shown != nullptr || !snapshot().taken().isValid());
    setCount({});
    if (shown == nullptr)
        return;
    presentState(*shown);
    presentDrift(*shown);
    presentTraffic(*shown);
    presentPlan(*shown);
    presentLive(*shown);
    presentFacts(*shown);
    presentHistory(*shown);
    presentRollback(*shown);
    announceTitle();
}

void ReleasePage::presentState(const ObservedRelease &observed)
{
    m_chip->setLook(lookOf(observed));
    const QString actor = observed.actor();
    m_actor->setText(actor.isEmpty() ? QString() : tr("%1 is acting on this API now.").arg(actor));
    // An empty line is no stop for the keyboard.
    m_actor->setTextInteractionFlags(actor.isEmpty() ? Qt::NoTextInteraction : Qt::TextSelectableByMouse);
    presentTrouble(observed);
    if (watch() != nullptr)
        m_offers->setOffers(releaseOffers(
            this, context().operations, *watch(), observed,
            [this](Section section, const QString &object) { Q_EMIT navigateTo(elsewhere(section, object)); },
            ReleaseView::Whole));
}

/// A broken limit has a banner of its own, over every page.
void ReleasePage::presentTrouble(const ObservedRelease &observed)
{
    if (const auto fault = faultOf(observed))
        m_trouble->showMessage(Banner::Severity::Warning, joinSentences({fault->reason, fault->traffic}),
                               fault->advice);
    else
        m_trouble->clear();
}

/// What holds is the picture; what the release asks for stands below it where that differs.
void ReleasePage::presentTraffic(const ObservedRelease &observed)
{
    const auto standing = standingSplit(observed);
    const auto asked = askedSplit(observed.release);
    const bool holds = standing && standing == asked;
    m_picture->setVisible(standing.has_value());
    if (standing)
        show(*standing, m_picture);
    m_words->setText(holds ? effect(*standing) : observed.api ? trafficNow(*observed.api) : QString());
    m_words->setVisible(observed.api.has_value());
    presentAsked(observed, holds);
}

void ReleasePage::presentAsked(const ObservedRelease &observed, bool holds)
{
    const auto asked = askedSplit(observed.release);
    m_askedTitle->setVisible(asked && !holds);
    m_asked->setVisible(asked && !holds);
    m_askedWords->setVisible(!asked || !holds);
    if (asked)
        show(*asked, m_asked);
    if (!observed.release.policyIsReadable)
        m_askedWords->setText(tr("The split that this release asks for can't be shown as a share or as rules."));
    else
        m_askedWords->setText(asked ? effect(*asked)
                                    : tr("Allocation before it ended: %1").arg(allocationWord(observed.release)));
}

void ReleasePage::show(const StandingSplit &split, TrafficPicture *picture) const
{
    picture->setPolicy(split.policy, snapshot().upstreamTitle(split.current), snapshot().upstreamTitle(split.target));
}

QString ReleasePage::effect(const StandingSplit &split) const
{
    QString words =
        effectOf(split.policy, snapshot().upstreamTitle(split.current), snapshot().upstreamTitle(split.target));
    if (split.policy.kind != TrafficPolicy::Kind::Rules)
        return words;
    return words + u'\n' + tr("In words: requests whose %1").arg(inWords(split.policy.groups));
}

PlanHolder ReleasePage::planHolder(const ObservedRelease &observed) const
{
    if (context().runs.isRunning(location().cluster, observed.release.id))
        return PlanHolder::Here;
    if (!observed.lease)
        return PlanHolder::Nobody;
    return m_pulse.isStale() ? PlanHolder::LeftBehind : PlanHolder::Other;
}

void ReleasePage::presentPlan(const ObservedRelease &observed)
{
    const QString id = observed.release.id;
    m_planSection->setVisible(observed.release.isInProgress() || !observed.plan.isEmpty());
    m_pulse.look(observed.lease, snapshot().taken());
    PlanView::Sight sight;
    sight.holder = planHolder(observed);
    sight.progress = context().runs.progress(location().cluster, id);
    sight.refusal = refusal();
    sight.isBusy = context().operations.isRunning(location().cluster, planSubject(id));
    // The run here has read the record later than the page.
    ObservedRelease newest = observed;
    if (sight.progress)
        newest.plan = sight.progress->plan;
    m_plan->setPlan(newest, sight);
}

void ReleasePage::actOnPlan(PlanAction action)
{
    const ObservedRelease *shown = release();
    if (shown == nullptr || watch() == nullptr || !watch()->session())
        return;
    const SharedSession session = watch()->session();
    if (action == PlanAction::Stop)
        context().runs.stop(location().cluster, shown->release.id);
    else if (const auto order = orderOf(action))
        context().operations.ask(this, planOrder(context().runs, session, snapshot(), *shown, *order));
    else
        context().operations.ask(this, planRun(context().runs, session, *shown));
}

void ReleasePage::changePlan(const ReleasePlan &plan, bool othersToo)
{
    const ObservedRelease *shown = release();
    if (shown != nullptr && watch() != nullptr && watch()->session())
        context().operations.ask(this, planChange(watch()->session(), *shown, plan, othersToo));
}

/// Only while there is something to watch: an ended release has no split.
void ReleasePage::presentLive(const ObservedRelease &observed)
{
    const Release &release = observed.release;
    const bool watched = release.isInProgress() && observed.api;
    m_liveSection->setVisible(watched);
    if (!watched)
        return m_live->clear();
    m_live->setRelease(watch()->session(), observed, snapshot().upstreamTitle(release.current),
                       snapshot().upstreamTitle(release.target));
    presentAlarm(observed);
}

void ReleasePage::presentAlarm(const ObservedRelease &observed)
{
    const TrafficAlarms &alarms = context().alarms;
    const QString &cluster = location().cluster;
    const QString &id = observed.release.id;
    m_alarm->setState({alarms.guard(cluster, id), alarms.broken(cluster, id), alarms.notes(cluster, id), refusal()});
}

void ReleasePage::presentFacts(const ObservedRelease &observed)
{
    const Release &release = observed.release;
    const auto upstreamFact = [this](const QString &label, const QString &id) {
        const bool known = snapshot().upstream(id) != nullptr;
        return Fact{label, snapshot().upstreamTitle(id), known ? QString(upstreamLink + id) : QString(), false};
    };
    QList<Fact> facts{
        {tr("API"), observed.apiTitle(), observed.api ? QString(apiLink + release.api.toText()) : QString(), false},
        upstreamFact(tr("Current upstream"), release.current),
        upstreamFact(tr("Target upstream"), release.target)};
    if (!release.description.isEmpty())
        facts.append({tr("Description"), release.description, {}, false});
    facts.append({tr("Started"), localTime(release.created), {}, false});
    facts.append({tr("Last change"), tr("%1, by %2").arg(localTime(release.updated), release.changedBy()), {}, false});
    facts.append({tr("Workspace"), release.workspace, {}, false});
    facts.append({tr("Revision"), QString::number(release.revision), {}, false});
    facts.append({tr("ID"), release.id, {}, true});
    m_facts->setFacts(facts);
}

void ReleasePage::presentDrift(const ObservedRelease &observed)
{
    const bool drifted = observed.condition == ReleaseCondition::Drift && observed.api;
    m_driftSection->setVisible(drifted);
    if (!drifted)
        return;
    const Release &release = observed.release;
    const QJsonObject wanted{{u"traffic-split"_s, release.split}, {u"upstream"_s, release.current}};
    const QJsonObject found{{u"traffic-split"_s, observed.api->split()},
                            {u"upstream"_s, observed.api->currentUpstream()}};
    m_driftWords->setText(
        driftInWords(observed, [this](const QString &id) { return snapshot().upstreamTitle(id); }).join(u'\n'));
    m_difference->setText(difference(indented(wanted), indented(found)));
}

void ReleasePage::presentHistory(const ObservedRelease &observed)
{
    m_historyRows->setRows(historyRows(observed.release));
    m_history->showAllRows();
}

void ReleasePage::presentRollback(const ObservedRelease &observed)
{
    const bool useful = observed.release.isInProgress() && observed.api;
    m_rollbackSection->setVisible(useful);
    if (useful && watch() != nullptr)
        m_rollback->setText(toCurl(rollbackRequest(observed.release.api), watch()->profile().admin));
}

void ReleasePage::openLink(const QString &link)
{
    if (link.startsWith(upstreamLink)) {
        const QString id = link.mid(upstreamLink.size());
        Location there = elsewhere(Section::UpstreamDetail, id);
        if (const Upstream *upstream = snapshot().upstream(id))
            there.workspace = snapshot().workspaceOf(upstream->resource);
        Q_EMIT navigateTo(there);
        return;
    }
    Q_EMIT navigateTo(elsewhere(Section::ApiDetail, link.mid(apiLink.size())));
}

void ReleasePage::retranslate()
{
    m_stateSection->setTitle(tr("State"));
    m_driftSection->setTitle(tr("What differs: - the release asks, + the API has"));
    m_askedTitle->setText(tr("The release asks for:"));
    m_trafficSection->setTitle(tr("Traffic allocation"));
    m_factsSection->setTitle(tr("Details"));
    m_planSection->setTitle(tr("Plan"));
    m_liveSection->setTitle(tr("Live traffic"));
    m_historySection->setTitle(tr("History"));
    m_rollbackSection->setTitle(tr("The way back without Sluice, for the runbook"));
    m_difference->setName(tr("What differs"));
    m_rollback->setName(tr("Rollback by curl"));
    m_history->setAccessibleName(tr("History"));
    m_historyRows->retranslate();
    empty()->setText(tr("There is no such release on the gateway."), tr("It was deleted or archived."));
    DetailPage::retranslate();
}

} // namespace sluice::app
