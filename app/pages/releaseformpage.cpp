// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/releaseformpage.h"

#include "app/dialogs/upstreamdialog.h"
#include "app/support/formdrafts.h"
#include "app/support/palette.h"
#include "app/widgets/banner.h"
#include "app/widgets/formfoot.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/releasefields.h"
#include "app/widgets/requestsview.h"
#include "app/widgets/sectiontitle.h"
#include "core/model/prose.h"
#include "core/release/ownership.h"
#include "core/release/releaseback.h"
#include "core/release/releasewords.h"
#include "core/traffic/policyadvice.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int newShare = 10; ///< what a new release begins with, in percent
constexpr std::chrono::milliseconds formSettling{400};

Seen seenOf(const ObservedRelease &observed)
{
    return {observed.record.modifiedIndex, observed.api ? observed.api->resource.modifiedIndex : 0};
}

} // namespace

ReleaseFormPage::ReleaseFormPage(const PageContext &context, QWidget *parent)
    : ClusterPage(context, parent)
    , m_scroll(new QScrollArea(this))
    , m_fields(new ReleaseFields(this))
    , m_effectTitle(new SectionTitle(this))
    , m_effect(paragraph(this))
    , m_concernText(paragraph(this))
    , m_requests(new RequestsView(this))
    , m_problem(paragraph(this))
    , m_rehearse(new QPushButton(this))
    , m_back(new QPushButton(this))
    , m_submit(new QPushButton(this))
{
    makeParts();
    m_settle.setSingleShot(true);
    m_settle.setInterval(formSettling);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        keepDraft();
        readConcerns();
    });
    connect(m_fields, &ReleaseFields::edited, this, &ReleaseFormPage::changed);
    connect(m_fields, &ReleaseFields::newUpstreamWanted, this, &ReleaseFormPage::makeUpstream);
    connect(m_submit, &QPushButton::clicked, this, &ReleaseFormPage::submit);
    connect(m_back, &QPushButton::clicked, this, [this] {
        Q_EMIT navigateTo(isNew() ? elsewhere(Section::Releases)
                                  : elsewhere(Section::ReleaseDetail, m_release.release.id));
    });
    connect(m_rehearse, &QPushButton::clicked, this, [this] {
        Location there = elsewhere(Section::Rehearsal, m_release.release.id);
        const NewRelease release = m_fields->release();
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
    auto *form = new QWidget(this);
    const int widest = fontMetrics().averageCharWidth() * 165;
    form->setMaximumWidth(widest);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, space::group, space::inside);
    column->setSpacing(space::inside);
    column->addWidget(m_fields);
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
    auto *below = new QHBoxLayout; // the buttons end where the fields do
    below->setContentsMargins(0, 0, space::group, 0);
    QWidget *foot = makeFoot();
    foot->setMaximumWidth(widest - space::group);
    below->addWidget(foot, 1);
    below->addStretch();
    rows->addLayout(below);
    setContent(whole);
}

QWidget *ReleaseFormPage::makeFoot()
{
    m_submit->setObjectName(u"submit"_s);
    m_back->setObjectName(u"back"_s);
    m_rehearse->setObjectName(u"rehearse"_s);
    return formFoot(this, m_problem, {m_rehearse, m_back, m_submit});
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
    ClusterPage::entered();
}

void ReleaseFormPage::present()
{
    if (snapshot().taken().isValid() && (!m_begun || isOutdated())) {
        begin();
    } else if (m_begun) {
        m_fields->setSnapshot(snapshot());
        if (m_lookingAgain && isAnotherStateNow())
            offerNewState();
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
    const bool isConfigured = observed != nullptr && observed->release.isInProgress();
    m_fields->begin(snapshot(), location().workspace,
                    isConfigured ? std::optional(observed->release.api) : std::nullopt);
    if (observed == nullptr)
        beginNew();
    else if (isConfigured)
        beginConfigure(*observed);
    else
        beginBack(*observed);
    takeDraft();
    m_dirty = false;
    showEffect();
    readConcerns();
    Q_EMIT titleChanged();
    m_fields->focusFirst();
}

void ReleaseFormPage::beginNew()
{
    TrafficPolicy policy;
    policy.percentage = newShare;
    m_fields->setPolicy(policy);
    m_fields->setName(location().extra.value(u"name"_s).toString());
    m_fields->setApi(location().extra.value(u"api"_s).toString());
    m_fields->setTarget(location().extra.value(u"target"_s).toString());
}

void ReleaseFormPage::beginConfigure(const ObservedRelease &observed)
{
    m_release = observed;
    m_seen = seenOf(observed);
    m_fields->setName(observed.release.name);
    m_fields->setDescription(observed.release.description);
    m_fields->setApi(observed.release.api.toText());
    m_fields->setTarget(observed.release.target);
    if (observed.release.policyIsReadable)
        m_fields->setPolicy(observed.release.policy);
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
    m_fields->setName(back->form.name);
    m_fields->setApi(back->form.api.toText());
    m_fields->setTarget(back->form.target);
    if (back->upstream.isEmpty() || snapshot().upstream(back->form.target) != nullptr)
        return;
    notice()->showMessage(
        Banner::Severity::Information,
        tr("The upstream that \"%1\" replaced was written inside the API.").arg(observed.release.name),
        tr("Create an upstream from it first: its content is kept in the release's record."));
    const Operation making = upstreamOf(watch()->session(), *back);
    connect(notice()->addButton(making.title), &QAction::triggered, this,
            [this, making] { context().operations.ask(this, making); });
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
        m_fields->setTarget(id);
        refresh();
    });
    dialog->open();
}

void ReleaseFormPage::changed()
{
    if (!m_begun)
        return;
    m_dirty = true;
    showEffect();
    m_settle.start();
}

QString ReleaseFormPage::firstProblem() const
{
    if (QString problem = m_fields->problem(); !problem.isEmpty())
        return problem;
    if (watch() != nullptr && watch()->profile().demandReason && m_fields->reason().isEmpty())
        return tr("This cluster requires a reason.");
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
    const auto api = m_fields->api();
    const TrafficPolicy policy = m_fields->release().policy;
    QString sentence = effectOf(policy, m_fields->currentTitle(), m_fields->targetTitle());
    if (api)
        sentence = joinSentences(
            {sentence, filledIn(tr("The API %1 itself keeps %2."), {api->title(), m_fields->currentTitle()})});
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
    const auto api = m_fields->api();
    const NewRelease release = m_fields->release();
    const SharedSession session = watch() == nullptr ? nullptr : watch()->session();
    if (!api || release.target.isEmpty() || !session)
        return showConcerns(problems(release.policy).isEmpty() ? adviceFor(release.policy) : QStringList());
    askConcerns(this, session, api->ref, release.target, ++m_asked);
}

QCoro::Task<void> ReleaseFormPage::askConcerns(QPointer<ReleaseFormPage> self, SharedSession session, ApiRef api,
                                               QString target, int generation)
{
    Result<QStringList> concerns = co_await session->concerns(api, target);
    if (!self || generation != self->m_asked)
        co_return;
    const TrafficPolicy policy = self->m_fields->release().policy;
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
    const NewRelease release = m_fields->release();
    if (!isNew())
        return configuration(session, snapshot(), m_release, release.policy, m_seen);
    const auto api = m_fields->api();
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
    context().operations.start(operation, m_fields->reason());
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
    if (m_begun && m_dirty && !m_busy)
        context().drafts.keep(draftKey(), m_fields->draft());
}

void ReleaseFormPage::takeDraft()
{
    const QJsonObject draft = context().drafts.draft(draftKey());
    if (draft.isEmpty())
        return;
    m_fields->setDraft(draft);
    notice()->showMessage(Banner::Severity::Information, tr("What you had typed here was kept."));
    connect(notice()->addButton(tr("Start over")), &QAction::triggered, this, [this] {
        context().drafts.drop(draftKey());
        m_dirty = false;
        enter(location());
    });
}

void ReleaseFormPage::retranslate()
{
    m_effectTitle->setText(tr("Effect"));
    m_rehearse->setText(tr("Rehearse…"));
    m_back->setText(tr("Back"));
    m_submit->setText(tr("Submit"));
    if (m_begun) {
        showEffect();
        readConcerns();
    }
    ClusterPage::retranslate();
}

} // namespace sluice::app
