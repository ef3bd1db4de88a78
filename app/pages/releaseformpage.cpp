// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/releaseformpage.h"

#include "app/dialogs/upstreamdialog.h"
#include "app/support/formdrafts.h"
#include "app/support/palette.h"
#include "app/widgets/banner.h"
#include "app/widgets/policyeditor.h"
#include "app/widgets/requestsview.h"
#include "app/widgets/sectiontitle.h"
#include "core/models/upstreamrows.h"
#include "core/release/ownership.h"
#include "core/release/releaseback.h"
#include "core/release/releasewords.h"
#include "core/session/fieldnames.h"
#include "core/traffic/policyadvice.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int firstShare = 10; ///< what a new release begins with, in percent
constexpr std::chrono::milliseconds settling{400};
constexpr int fieldColumn = 1;

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

Seen seenOf(const ObservedRelease &observed)
{
    return {observed.record.modifiedIndex, observed.api ? observed.api->resource.modifiedIndex : 0};
}

/// The entry that a typed text means: by its id, or because no other one contains it; -1 for none.
int entryMeant(const QComboBox *box, const QString &typed)
{
    const int byId = box->findData(typed);
    if (byId >= 0 || typed.isEmpty())
        return byId;
    const QModelIndexList found =
        box->model()->match(box->model()->index(0, 0), Qt::DisplayRole, typed, 2, Qt::MatchContains);
    return found.size() == 1 ? found.first().row() : -1;
}

/// The field must never say another name than the one that is chosen.
void takeTyped(QComboBox *box)
{
    if (box->currentText() == box->itemText(box->currentIndex()))
        return;
    if (const int entry = entryMeant(box, box->currentText()); entry >= 0)
        box->setCurrentIndex(entry);
    box->setEditText(box->itemText(box->currentIndex()));
}

QComboBox *searchable(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(32);
    QObject::connect(box->lineEdit(), &QLineEdit::editingFinished, box, [box] { takeTyped(box); });
    // Whole entries are chosen at once: assistive technology writes them without leaving the field afterwards.
    QObject::connect(box->lineEdit(), &QLineEdit::textChanged, box, [box](const QString &text) {
        const int entry = box->findText(text, Qt::MatchFixedString | Qt::MatchCaseSensitive);
        if (entry >= 0 && text != box->itemText(box->currentIndex()))
            box->setCurrentIndex(entry);
    });
    return box;
}

} // namespace

ReleaseFormPage::ReleaseFormPage(const PageContext &context, QWidget *parent)
    : ClusterPage(context, parent)
    , m_scroll(new QScrollArea(this))
    , m_whatTitle(new SectionTitle(this))
    , m_nameTitle(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_descriptionTitle(new QLabel(this))
    , m_description(new QLineEdit(this))
    , m_apiTitle(new QLabel(this))
    , m_api(searchable(this))
    , m_current(wrapped(this))
    , m_targetTitle(new QLabel(this))
    , m_target(searchable(this))
    , m_newUpstream(new QPushButton(this))
    , m_targetNote(wrapped(this))
    , m_reasonTitle(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_allocationTitle(new SectionTitle(this))
    , m_policy(new PolicyEditor(this))
    , m_effectTitle(new SectionTitle(this))
    , m_effect(wrapped(this))
    , m_concernText(wrapped(this))
    , m_requests(new RequestsView(this))
    , m_problem(wrapped(this))
    , m_rehearse(new QPushButton(this))
    , m_back(new QPushButton(this))
    , m_submit(new QPushButton(this))
{
    makeParts();
    m_settle.setSingleShot(true);
    m_settle.setInterval(settling);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        keepDraft();
        readConcerns();
    });
    connect(m_name, &QLineEdit::textChanged, this, &ReleaseFormPage::changed);
    connect(m_description, &QLineEdit::textChanged, this, &ReleaseFormPage::changed);
    connect(m_reason, &QLineEdit::textChanged, this, &ReleaseFormPage::changed);
    connect(m_api, &QComboBox::currentIndexChanged, this, &ReleaseFormPage::changed);
    connect(m_target, &QComboBox::currentIndexChanged, this, &ReleaseFormPage::changed);
    connect(m_policy, &PolicyEditor::edited, this, &ReleaseFormPage::changed);
    connect(m_newUpstream, &QPushButton::clicked, this, &ReleaseFormPage::makeUpstream);
    connect(m_submit, &QPushButton::clicked, this, &ReleaseFormPage::submit);
    connect(m_back, &QPushButton::clicked, this, [this] {
        Q_EMIT navigateTo(isNew() ? elsewhere(Section::Releases)
                                  : elsewhere(Section::ReleaseDetail, m_release.release.id));
    });
    connect(m_rehearse, &QPushButton::clicked, this, [this] {
        Location there = elsewhere(Section::Rehearsal, m_release.release.id);
        const NewRelease release = wanted();
        there.extra = {{u"name"_s, release.name},
                       {u"api"_s, release.api.toText()},
                       {u"target"_s, release.target},
                       {u"policy"_s, toText(release.policy)},
                       {u"workspace"_s, release.workspace}};
        keepDraft();
        m_dirty = false;
        Q_EMIT navigateTo(there);
    });
    retranslate();
}

void ReleaseFormPage::makeParts()
{
    m_name->setObjectName(u"name"_s);
    m_description->setObjectName(u"description"_s);
    m_api->setObjectName(u"api"_s);
    m_target->setObjectName(u"target"_s);
    m_reason->setObjectName(u"reason"_s);
    m_nameTitle->setBuddy(m_name);
    m_descriptionTitle->setBuddy(m_description);
    m_apiTitle->setBuddy(m_api);
    m_targetTitle->setBuddy(m_target);
    m_reasonTitle->setBuddy(m_reason);
    for (QLabel *quiet : {m_current, m_targetNote})
        quiet->setForegroundRole(QPalette::PlaceholderText);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::group);
    grid->setVerticalSpacing(space::inside);
    const auto addRow = [grid](QLabel *title, QWidget *field) {
        const int row = grid->rowCount();
        grid->addWidget(title, row, 0);
        grid->addWidget(field, row, fieldColumn);
    };
    addRow(m_nameTitle, m_name);
    addRow(m_descriptionTitle, m_description);
    addRow(m_apiTitle, m_api);
    grid->addWidget(m_current, grid->rowCount(), fieldColumn);
    // A layout, not a widget: the label names the field only beside it.
    auto *targetFields = new QHBoxLayout;
    targetFields->setSpacing(space::inside);
    targetFields->addWidget(m_target, 1);
    targetFields->addWidget(m_newUpstream);
    m_newUpstream->setObjectName(u"new-upstream"_s);
    m_newUpstream->setAutoDefault(false);
    const int targetRow = grid->rowCount();
    grid->addWidget(m_targetTitle, targetRow, 0);
    grid->addLayout(targetFields, targetRow, fieldColumn);
    grid->addWidget(m_targetNote, grid->rowCount(), fieldColumn);
    addRow(m_reasonTitle, m_reason);
    grid->setColumnStretch(fieldColumn, 1);

    auto *form = new QWidget(this);
    form->setMaximumWidth(fontMetrics().averageCharWidth() * 150);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, space::group, space::group);
    column->setSpacing(12);
    column->addWidget(m_whatTitle);
    column->addLayout(grid);
    column->addWidget(m_allocationTitle);
    column->addWidget(m_policy);
    column->addWidget(m_effectTitle);
    column->addWidget(m_effect);
    column->addWidget(m_concernText);
    column->addWidget(m_requests);
    column->addStretch();
    m_scroll->setWidget(form);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = new QWidget(this);
    auto *rows = new QVBoxLayout(whole);
    rows->setContentsMargins({});
    rows->setSpacing(space::inside);
    rows->addWidget(m_scroll, 1);
    rows->addWidget(makeFoot());
    setContent(whole);
}

QWidget *ReleaseFormPage::makeFoot()
{
    m_submit->setObjectName(u"submit"_s);
    m_back->setObjectName(u"back"_s);
    m_rehearse->setObjectName(u"rehearse"_s);
    m_submit->setDefault(true);
    for (QPushButton *button : {m_back, m_rehearse})
        button->setAutoDefault(false);
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins({});
    row->setSpacing(space::inside);
    row->addWidget(m_problem, 1);
    row->addWidget(m_rehearse);
    row->addWidget(m_back);
    row->addWidget(m_submit);
    return foot;
}

QString ReleaseFormPage::title() const
{
    return isNew() ? tr("New release") : tr("Configure %1").arg(m_release.release.name);
}

bool ReleaseFormPage::hasUnsavedInput() const
{
    return m_dirty && !m_busy;
}

void ReleaseFormPage::entered()
{
    m_begun = false;
    m_dirty = false;
    m_busy = false;
    m_lookingAgain = false;
    m_release = {};
    m_seen = {};
    m_wantedTarget.clear();
    m_targets.clear();
    ClusterPage::entered();
}

void ReleaseFormPage::present()
{
    if (snapshot().taken().isValid() && (!m_begun || isOutdated())) {
        begin();
    } else if (m_lookingAgain && isAnotherStateNow()) {
        offerNewState();
    } else if (m_begun) {
        fillTargets();
        showCurrent();
        showProblem();
    }
    setBusy(m_busy);
}

/// Than the one that the form was opened on.
bool ReleaseFormPage::isAnotherStateNow() const
{
    const ObservedRelease *now = snapshot().release(m_release.release.id);
    if (now == nullptr || !now->release.isInProgress())
        return false;
    const Seen seen = seenOf(*now);
    return seen.record != m_seen.record || seen.api != m_seen.api;
}

/// Nothing was typed yet: the form may have been opened while the cluster was being read.
bool ReleaseFormPage::isOutdated() const
{
    return !m_dirty && !m_busy && isAnotherStateNow();
}

void ReleaseFormPage::begin()
{
    const QString id = location().object;
    const ObservedRelease *observed = snapshot().release(id);
    if (!id.isEmpty() && observed == nullptr) {
        notice()->showMessage(Banner::Severity::Warning, tr("There is no release \"%1\" any more.").arg(id),
                              tr("Go back to the list of releases."));
        return;
    }
    m_begun = true;
    m_name->clear();
    m_description->clear();
    m_reason->clear();
    m_policy->setDrafts({}, {TrafficPolicy::Kind::Rules, 0, {{Condition()}}, 100});
    m_policy->setNames([this](Condition::Place place) { return fieldNamesUsed(snapshot(), place); });
    if (observed == nullptr)
        beginNew();
    else if (observed->release.isInProgress())
        beginConfigure(*observed);
    else
        beginBack(*observed);
    takeDraft();
    m_dirty = false;
    showCurrent();
    showEffect();
    readConcerns();
    Q_EMIT titleChanged();
    (isNew() ? static_cast<QWidget *>(m_name) : m_policy)->setFocus();
}

void ReleaseFormPage::beginNew()
{
    fillApis();
    fillTargets();
    TrafficPolicy policy;
    policy.percentage = firstShare;
    m_policy->setPolicy(policy);
    m_name->setText(location().extra.value(u"name"_s).toString());
    setChoice(m_api, location().extra.value(u"api"_s).toString());
    m_wantedTarget = location().extra.value(u"target"_s).toString();
    setChoice(m_target, m_wantedTarget);
}

void ReleaseFormPage::beginConfigure(const ObservedRelease &observed)
{
    m_release = observed;
    m_seen = seenOf(observed);
    fillApis();
    fillTargets();
    m_name->setText(observed.release.name);
    m_description->setText(observed.release.description);
    setChoice(m_api, observed.release.api.toText());
    setChoice(m_target, observed.release.target);
    if (observed.release.policyIsReadable)
        m_policy->setPolicy(observed.release.policy);
}

/// E23: current and target exchanged.
void ReleaseFormPage::beginBack(const ObservedRelease &observed)
{
    beginNew();
    const QString serviceId = observed.api ? observed.api->resource.reference(u"service_id"_s) : QString();
    const Api *service = snapshot().api({ApiRef::Kind::Service, serviceId});
    const auto back = backOf(observed, service == nullptr ? std::nullopt : std::optional(*service));
    if (!back)
        return notice()->showError(back.error());
    m_name->setText(back->form.name);
    setChoice(m_api, back->form.api.toText());
    m_wantedTarget = back->form.target;
    setChoice(m_target, m_wantedTarget);
    if (back->upstream.isEmpty() || snapshot().upstream(m_wantedTarget) != nullptr)
        return;
    notice()->showMessage(
        Banner::Severity::Information,
        tr("The upstream that \"%1\" replaced was written inside the API.").arg(observed.release.name),
        tr("Make an upstream of it first: its content is kept in the release's record."));
    const Operation making = upstreamOf(watch()->session(), *back);
    connect(notice()->addButton(making.title), &QAction::triggered, this,
            [this, making] { context().operations.ask(this, making); });
}

void ReleaseFormPage::fillApis()
{
    const QSignalBlocker quiet(m_api);
    m_api->clear();
    for (const Api &api : snapshot().apis()) {
        const bool isChosen = api.ref == m_release.release.api;
        if (snapshot().workspaceOf(api.resource) != location().workspace && !isChosen)
            continue;
        const QString kind = api.ref.kind == ApiRef::Kind::Service ? tr("service") : QString();
        const QString text = api.name() == api.title() ? api.title() : api.title() + u"  –  "_s + api.name();
        m_api->addItem(kind.isEmpty() ? text : tr("%1 (%2)").arg(text, kind), api.ref.toText());
    }
    m_api->setCurrentIndex(-1);
    // B14: neither can be changed once the release is in progress.
    for (QWidget *field :
         {static_cast<QWidget *>(m_api), static_cast<QWidget *>(m_target), static_cast<QWidget *>(m_newUpstream)})
        field->setEnabled(isNew());
    m_name->setEnabled(isNew());
    m_description->setEnabled(isNew());
}

QList<QPair<QString, QString>> ReleaseFormPage::targets() const
{
    QList<QPair<QString, QString>> own;
    QList<QPair<QString, QString>> others;
    for (const Upstream &upstream : snapshot().upstreams()) {
        const QString text = tr("%1  (%2)").arg(upstream.title(), nodesWord(upstream));
        const QString workspace = snapshot().workspaceOf(upstream.resource);
        if (workspace == location().workspace)
            own.append({text, upstream.id()});
        else
            others.append({tr("%1  –  workspace %2").arg(text, workspace), upstream.id()});
    }
    return own + others;
}

/// Keeps what is chosen, so that an upstream that was made meanwhile can be taken.
void ReleaseFormPage::fillTargets()
{
    const auto now = targets();
    if (now == m_targets)
        return;
    m_targets = now;
    const QString chosen = chosenTarget();
    const QSignalBlocker quiet(m_target);
    m_target->clear();
    for (const auto &[text, id] : now)
        m_target->addItem(text, id);
    setChoice(m_target, chosen.isEmpty() ? m_wantedTarget : chosen);
}

void ReleaseFormPage::setChoice(QComboBox *box, const QString &id)
{
    box->setCurrentIndex(id.isEmpty() ? -1 : box->findData(id));
}

std::optional<Api> ReleaseFormPage::chosenApi() const
{
    const auto ref = parseApiRef(m_api->currentData().toString());
    const Api *api = ref ? snapshot().api(*ref) : nullptr;
    return api == nullptr ? std::nullopt : std::optional(*api);
}

QString ReleaseFormPage::chosenTarget() const
{
    return m_target->currentData().toString();
}

NewRelease ReleaseFormPage::wanted() const
{
    NewRelease wanted;
    wanted.name = m_name->text().trimmed();
    wanted.description = m_description->text().trimmed();
    if (const auto ref = parseApiRef(m_api->currentData().toString()))
        wanted.api = *ref;
    wanted.target = chosenTarget();
    wanted.policy = m_policy->policy();
    wanted.workspace = location().workspace;
    return wanted;
}

/// B6: on the spot, and it is the target then.
void ReleaseFormPage::makeUpstream()
{
    const SharedSession session = watch() == nullptr ? nullptr : watch()->session();
    if (!session)
        return;
    auto *dialog = new UpstreamDialog(session, location().workspace, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &UpstreamDialog::saved, this, [this](const QString &id) {
        m_wantedTarget = id;
        m_target->setCurrentIndex(-1);
        refresh();
    });
    dialog->open();
}

void ReleaseFormPage::changed()
{
    if (!m_begun)
        return;
    m_dirty = true;
    showCurrent();
    showEffect();
    m_settle.start();
}

void ReleaseFormPage::showCurrent()
{
    const auto api = chosenApi();
    const QString current = api ? snapshot().upstreamTitle(api->currentUpstream()) : tr("the current upstream");
    const Upstream *target = snapshot().upstream(chosenTarget());
    const Upstream *now = api ? snapshot().upstream(api->currentUpstream()) : nullptr;
    const QString nodes = now == nullptr ? QString() : tr(" (%1)").arg(nodesWord(*now));
    m_current->setText(api ? tr("Current upstream: %1%2").arg(current, nodes) : QString());
    m_current->setVisible(api.has_value());
    m_policy->setUpstreams(current, target == nullptr ? tr("the target upstream") : target->name());
    const bool elsewhere = target != nullptr && snapshot().workspaceOf(target->resource) != location().workspace;
    m_targetNote->setText(
        elsewhere ? tr("This upstream belongs to the workspace %1.").arg(snapshot().workspaceOf(target->resource))
                  : QString());
    m_targetNote->setVisible(elsewhere);
}

QString ReleaseFormPage::firstProblem() const
{
    const auto api = chosenApi();
    const NewRelease now = wanted();
    if (now.name.isEmpty())
        return tr("Give the release a name.");
    if (!api)
        return tr("Choose the API.");
    const ObservedRelease *standing = snapshot().releaseOn(api->ref);
    if (isNew() && standing != nullptr)
        return tr("The API carries the release \"%1\" already.").arg(standing->release.name);
    if (isNew() && snapshot().conditionOf(*api) == ApiCondition::External)
        return tr("The API carries a split that Sluice did not make. Adopt it on the API's page.");
    if (now.target.isEmpty())
        return m_target->count() < 2 ? tr("There is no other upstream yet. Make one first.")
                                     : tr("Choose the target upstream.");
    if (now.target == api->currentUpstream())
        return tr("The target is the current upstream.");
    const QList<Error> faults = problems(now.policy);
    if (!faults.isEmpty())
        return faults.first().reason;
    if (watch() != nullptr && watch()->profile().demandReason && m_reason->text().trimmed().isEmpty())
        return tr("This cluster demands a reason.");
    return refusal();
}

void ReleaseFormPage::showProblem()
{
    const QString problem = firstProblem();
    m_problem->setText(m_dirty ? problem : QString());
    m_submit->setToolTip(problem);
    m_submit->setEnabled(problem.isEmpty() && !m_busy);
    m_rehearse->setEnabled(problem.isEmpty() && !m_busy);
}

void ReleaseFormPage::showEffect()
{
    const auto api = chosenApi();
    const Upstream *target = snapshot().upstream(chosenTarget());
    const QString current = api ? snapshot().upstreamTitle(api->currentUpstream()) : tr("the current upstream");
    const QString to = target == nullptr ? tr("the target upstream") : target->name();
    const TrafficPolicy policy = m_policy->policy();
    QString sentence = effectOf(policy, current, to);
    if (api)
        sentence += u' ' + tr("The API %1 itself keeps %2.").arg(api->title(), current);
    if (policy.kind == TrafficPolicy::Kind::Rules && problems(policy).isEmpty())
        sentence += u"\n"_s + tr("In words: requests whose %1").arg(inWords(policy.groups));
    m_effect->setText(sentence);
    if (!firstProblem().isEmpty())
        m_requests->setSource(nullptr);
    else
        m_requests->setSource(submission().preview);
    m_requests->setEnabled(firstProblem().isEmpty());
    showProblem();
}

void ReleaseFormPage::readConcerns()
{
    const auto api = chosenApi();
    const QString target = chosenTarget();
    const SharedSession session = watch() == nullptr ? nullptr : watch()->session();
    if (!api || target.isEmpty() || !session)
        return showConcerns(problems(m_policy->policy()).isEmpty() ? adviceFor(m_policy->policy()) : QStringList());
    askConcerns(this, session, api->ref, target, ++m_asked);
}

QCoro::Task<void> ReleaseFormPage::askConcerns(QPointer<ReleaseFormPage> self, SharedSession session, ApiRef api,
                                               QString target, int generation)
{
    Result<QStringList> concerns = co_await session->concerns(api, target);
    if (!self || generation != self->m_asked)
        co_return;
    const TrafficPolicy policy = self->m_policy->policy();
    QStringList sentences = problems(policy).isEmpty() ? adviceFor(policy) : QStringList();
    if (concerns)
        sentences += *concerns;
    if (const QString owner = ownerWarning(session->profile().owner); !owner.isEmpty())
        sentences.append(owner);
    self->showConcerns(sentences);
}

void ReleaseFormPage::showConcerns(const QStringList &sentences)
{
    QStringList lines;
    for (const QString &sentence : sentences)
        lines.append(u"•  "_s + sentence);
    m_concernText->setText(lines.join(u'\n'));
    m_concernText->setVisible(!lines.isEmpty());
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, tone(Tone::Warning, palette()));
    m_concernText->setPalette(ink);
}

Operation ReleaseFormPage::submission() const
{
    const SharedSession session = watch()->session();
    const NewRelease release = wanted();
    if (!isNew())
        return configuration(session, snapshot(), m_release, release.policy, m_seen);
    const auto api = chosenApi();
    return creation(session, snapshot(), release, {0, api ? api->resource.modifiedIndex : 0});
}

void ReleaseFormPage::submit()
{
    m_dirty = true;
    showProblem();
    if (!firstProblem().isEmpty())
        return;
    notice()->clear();
    const Operation operation = submission();
    m_submitted = operation.subject;
    setBusy(true);
    context().operations.start(operation, m_reason->text().trimmed());
}

void ReleaseFormPage::setBusy(bool busy)
{
    m_busy = busy;
    m_scroll->widget()->setEnabled(!busy);
    m_back->setEnabled(!busy);
    Q_EMIT busyChanged(busy || (watch() != nullptr && watch()->isReading()));
    if (m_begun)
        showProblem();
}

/// Where it went well the list of releases says so; where not, everything typed is still here.
void ReleaseFormPage::showOutcome(const Operations::Outcome &outcome)
{
    if (!m_busy || outcome.operation.subject != m_submitted)
        return ClusterPage::showOutcome(outcome);
    setBusy(false);
    if (outcome.result) {
        context().drafts.drop(draftKey());
        context().operations.tellLater(outcome);
        return leaveTo(Section::Releases);
    }
    const Error &error = outcome.result.error();
    notice()->showError(error);
    if (error.kind == Error::Kind::Conflict && !isNew())
        connect(notice()->addButton(tr("Look at it again")), &QAction::triggered, this, &ReleaseFormPage::lookAgain);
    if (error.kind == Error::Kind::Unknown)
        connect(notice()->addButton(tr("Look at the releases")), &QAction::triggered, this, [this] {
            keepDraft();
            leaveTo(Section::Releases);
        });
    refresh();
}

void ReleaseFormPage::leaveTo(Section section)
{
    m_dirty = false;
    Q_EMIT navigateTo(elsewhere(section));
}

void ReleaseFormPage::lookAgain()
{
    m_lookingAgain = true;
    if (isAnotherStateNow())
        offerNewState();
    else
        refresh();
}

/// What was typed stays; what it is compared with is what holds now.
void ReleaseFormPage::offerNewState()
{
    m_lookingAgain = false;
    m_release = *snapshot().release(m_release.release.id);
    m_seen = seenOf(m_release);
    const Release &release = m_release.release;
    const QString now = release.policyIsReadable ? allocationWord(release) : QString();
    notice()->showMessage(Banner::Severity::Information,
                          tr("%1 set it to %2. Your own values are still in the form.").arg(release.changedBy(), now),
                          tr("Submit puts yours in their place."));
    showEffect();
}

QString ReleaseFormPage::draftKey() const
{
    const QString of = location().object.isEmpty() ? u"new"_s : location().object;
    return QStringList{location().cluster, location().workspace, of}.join(u'|');
}

void ReleaseFormPage::keepDraft()
{
    if (!m_begun || !m_dirty || m_busy)
        return;
    const auto [percentage, rules] = m_policy->drafts();
    context().drafts.keep(draftKey(), {{u"name"_s, m_name->text()},
                                       {u"description"_s, m_description->text()},
                                       {u"reason"_s, m_reason->text()},
                                       {u"api"_s, m_api->currentData().toString()},
                                       {u"target"_s, chosenTarget()},
                                       {u"percentage"_s, percentage.percentage},
                                       {u"rules"_s, toText(rules)},
                                       {u"byRules"_s, m_policy->policy().kind == TrafficPolicy::Kind::Rules}});
}

void ReleaseFormPage::takeDraft()
{
    const QJsonObject draft = context().drafts.draft(draftKey());
    if (draft.isEmpty())
        return;
    if (isNew()) {
        m_name->setText(draft[u"name"_s].toString());
        m_description->setText(draft[u"description"_s].toString());
        setChoice(m_api, draft[u"api"_s].toString());
        setChoice(m_target, draft[u"target"_s].toString());
    }
    m_reason->setText(draft[u"reason"_s].toString());
    TrafficPolicy percentage;
    percentage.percentage = draft[u"percentage"_s].toInt();
    const auto rules = parsePolicy(draft[u"rules"_s].toString());
    const TrafficPolicy empty{TrafficPolicy::Kind::Rules, 0, {{Condition()}}, 100};
    m_policy->setDrafts(percentage, rules ? *rules : empty);
    m_policy->setPolicy(draft[u"byRules"_s].toBool() ? (rules ? *rules : empty) : percentage);
    notice()->showMessage(Banner::Severity::Information, tr("What you had typed here was kept."));
    connect(notice()->addButton(tr("Begin anew")), &QAction::triggered, this, [this] {
        context().drafts.drop(draftKey());
        m_dirty = false;
        enter(location());
    });
}

void ReleaseFormPage::retranslate()
{
    m_whatTitle->setText(tr("What"));
    m_nameTitle->setText(tr("Name *"));
    m_descriptionTitle->setText(tr("Description"));
    m_apiTitle->setText(tr("API *"));
    m_targetTitle->setText(tr("Target upstream *"));
    m_reasonTitle->setText(tr("Reason"));
    m_reason->setPlaceholderText(tr("Shown in the release's history"));
    for (const auto &[box, title] : {std::pair(m_api, m_apiTitle), std::pair(m_target, m_targetTitle)}) {
        box->lineEdit()->setPlaceholderText(tr("Type to search"));
        box->lineEdit()->setAccessibleName(title->text());
    }
    m_allocationTitle->setText(tr("Traffic allocation"));
    m_newUpstream->setText(tr("New upstream"));
    m_effectTitle->setText(tr("Effect"));
    m_rehearse->setText(tr("Rehearse…"));
    m_back->setText(tr("Back"));
    m_submit->setText(tr("Submit"));
    if (m_begun) {
        showCurrent();
        showEffect();
        readConcerns();
    }
    ClusterPage::retranslate();
}

} // namespace sluice::app
