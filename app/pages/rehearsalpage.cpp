// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/rehearsalpage.h"

#include "app/support/icons.h"
#include "app/support/looks.h"
#include "app/widgets/banner.h"
#include "app/widgets/fieldhint.h"
#include "app/widgets/listview.h"
#include "app/widgets/paragraph.h"
#include "core/model/prose.h"
#include "core/models/keyedtablemodel.h"
#include "core/traffic/policyadvice.h"

#include <QAction>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int policyLines = 2;

/// "50" is short for 50 % of all requests.
Result<TrafficPolicy> policyFrom(const QString &line)
{
    bool isNumber = false;
    line.toInt(&isNumber);
    return parsePolicy(isNumber ? u"percentage "_s + line : line);
}

/// What the twin does otherwise than the cluster, and whether Submit sends what was rehearsed.
QStringList notesOf(const RehearsalReport &report)
{
    QStringList notes;
    for (const TwinGap &gap : report.gaps)
        notes.append(filledIn(RehearsalPage::tr("Not simulated: %1 on %2. %3"),
                              {gap.what(), enumerated(gap.where), gap.meaning()}));
    notes += report.notes;
    const QStringList differences = report.differences();
    if (!differences.isEmpty())
        notes.append(RehearsalPage::tr("Submit would send something else than was rehearsed:") + u'\n' +
                     differences.join(u'\n'));
    else if (!report.planned.isEmpty())
        notes.append(RehearsalPage::tr("Submit sends exactly what was rehearsed: %n request(s).", "",
                                       static_cast<int>(report.planned.size())));
    return notes;
}

StateLook lookOfStep(const QModelIndex &source)
{
    return source.data(KeyedTableModel::PayloadRole).value<StateLook>();
}

} // namespace

RehearsalPage::RehearsalPage(const PageContext &context, QWidget *parent)
    : RunPage(context, parent)
    , m_run(new RehearsalRun(this))
    , m_promise(paragraph(this))
    , m_subject(paragraph(this))
    , m_policiesLabel(new QLabel(this))
    , m_policies(new QPlainTextEdit(this))
    , m_policiesProblem(new FieldHint(m_policies, this))
    , m_verdict(new Banner(this))
    , m_model(new KeyedTableModel(
          [] {
              return QStringList{tr("Verdict"), tr("Step"), tr("Found")};
          },
          this))
    , m_list(new ListView(this))
    , m_notes(paragraph(this))
    , m_back(new QAction(icon(u"back"_s), QString(), this))
{
    m_promise->setForegroundRole(QPalette::PlaceholderText);
    m_policies->setObjectName(u"policies"_s);
    m_policies->setTabChangesFocus(true);
    m_policies->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_policies->setFixedHeight(m_policies->fontMetrics().lineSpacing() * policyLines + space::group);
    m_policies->setMaximumWidth(fontMetrics().averageCharWidth() * 90);
    m_policiesLabel->setBuddy(m_policies);
    m_verdict->setClosable(false);
    m_verdict->setObjectName(u"verdict"_s);
    m_list->setSource(m_model, {{u"verdict"_s, 18, false, false, false},
                                {u"step"_s, 34, false, false, false},
                                {u"found"_s, 0, true, false, false}});
    m_list->setChipColumn(0, lookOfStep);
    m_list->setSortingEnabled(false);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addWidget(m_promise);
    column->addWidget(m_subject);
    column->addSpacing(space::inside);
    column->addWidget(m_policiesLabel);
    column->addWidget(m_policies);
    column->addWidget(m_policiesProblem);
    column->addSpacing(space::inside);
    column->addWidget(m_verdict);
    column->addWidget(m_notes); // what the verdict does not cover
    column->addWidget(m_list, 1);
    setContent(content);

    connect(m_back, &QAction::triggered, this, &RehearsalPage::goBack);
    connect(m_policies, &QPlainTextEdit::textChanged, this, &RehearsalPage::showActions);
    connect(m_run, &RehearsalRun::stepped, this, [this](const RehearsedAction &action) { showRunning(action); });
    connect(m_run, &RehearsalRun::proved, this, &RehearsalPage::addStep);
    connect(m_run, &RehearsalRun::finished, this, &RehearsalPage::showFinished);
    connect(m_run, &RehearsalRun::failed, this, [this](const Error &error) {
        showRunning({});
        notice()->showError(error);
        showActions();
    });
    retranslate();
}

QString RehearsalPage::title() const
{
    const ObservedRelease *release = snapshot().release(location().object);
    const QString name = release == nullptr ? location().extra.value(u"name"_s).toString() : release->release.name;
    return name.isEmpty() ? tr("Rehearse") : tr("Rehearse: %1").arg(name);
}

QList<QAction *> RehearsalPage::toolActions()
{
    return {startAction(), stopAction(), m_back};
}

bool RehearsalPage::isReady() const
{
    return snapshot().taken().isValid() && watch() != nullptr && watch()->session() != nullptr;
}

QString RehearsalPage::problem() const
{
    const auto tried = policies();
    return tried ? QString() : tried.error().reason;
}

QString RehearsalPage::startTip() const
{
    return tr("Try it on a twin on this computer");
}

Result<NewRelease> RehearsalPage::wanted() const
{
    const QVariantMap extra = location().extra;
    const auto api = parseApiRef(extra.value(u"api"_s).toString());
    if (!api)
        return api.error();
    const auto policy = parsePolicy(extra.value(u"policy"_s).toString());
    if (!policy)
        return policy.error();
    NewRelease release;
    release.name = extra.value(u"name"_s).toString();
    release.description = extra.value(u"description"_s).toString();
    release.api = *api;
    release.target = extra.value(u"target"_s).toString();
    release.policy = *policy;
    release.workspace = extra.value(u"workspace"_s, location().workspace).toString();
    return release;
}

Result<QList<TrafficPolicy>> RehearsalPage::policies() const
{
    QList<TrafficPolicy> policies;
    const QStringList lines = m_policies->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        const auto policy = policyFrom(line.trimmed());
        if (!policy)
            return policy.error();
        const QList<Error> faults = problems(*policy);
        if (!faults.isEmpty())
            return faults.first();
        policies.append(*policy);
    }
    return policies;
}

void RehearsalPage::entered()
{
    if (location() != m_shown) {
        m_run->stop();
        m_steps.clear();
        m_report.reset();
        m_verdict->clear();
        m_notes->hide();
        m_policies->clear();
        m_shown = location();
        showSteps();
    }
    RunPage::entered();
}

void RehearsalPage::present()
{
    setCount({});
    Q_EMIT titleChanged();
    showSubject();
    showActions();
    startIfWanted();
}

void RehearsalPage::showSubject()
{
    const ObservedRelease *release = snapshot().release(location().object);
    const auto fromForm = isNew() ? wanted() : Result<NewRelease>(Error());
    m_subject->setVisible(release != nullptr || fromForm);
    if (release != nullptr) {
        m_subject->setText(tr("%1: %2").arg(
            release->apiTitle(), effectOf(release->release.policy, snapshot().upstreamTitle(release->release.current),
                                          snapshot().upstreamTitle(release->release.target))));
    } else if (fromForm) {
        const Api *api = snapshot().api(fromForm->api);
        const QString current = api == nullptr ? QString() : snapshot().upstreamTitle(api->currentUpstream());
        m_subject->setText(
            tr("%1: %2").arg(api == nullptr ? fromForm->api.toText() : api->title(),
                             effectOf(fromForm->policy, current, snapshot().upstreamTitle(fromForm->target))));
    }
}

void RehearsalPage::start()
{
    const auto session = watch() == nullptr ? nullptr : watch()->session();
    const auto tried = policies();
    if (!session || !tried || m_run->isRunning())
        return;
    RehearsalSubject subject = location().object;
    if (isNew()) {
        const auto release = wanted();
        if (!release)
            return notice()->showError(release.error());
        subject = *release;
    }
    notice()->clear();
    m_steps.clear();
    m_report.reset();
    m_verdict->clear();
    m_notes->hide();
    m_isReading = true;
    showSteps();
    m_run->start(session, subject, *tried);
    showActions();
}

void RehearsalPage::addStep(const RehearsalStep &step)
{
    m_steps.append(step);
    showRunning({});
}

void RehearsalPage::showRunning(const std::optional<RehearsedAction> &action)
{
    m_action = action;
    m_isReading = false;
    showSteps();
}

void RehearsalPage::showFinished(const RehearsalReport &report)
{
    showRunning({});
    if (location() != m_shown)
        return;
    m_report = report;
    m_steps = report.steps;
    showSteps();
    showReport(report);
    showActions();
}

void RehearsalPage::showReport(const RehearsalReport &report)
{
    const QStringList notes = notesOf(report);
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    const QString untouched = tr("The cluster was only read; nothing was changed there.");
    switch (report.verdict()) {
    case Verdict::Matches:
        m_verdict->showMessage(Banner::Severity::Success, tr("Every step does what it should."), untouched);
        break;
    case Verdict::DoesNotMatch:
        m_verdict->showMessage(Banner::Severity::Error, tr("A step does not do what it should."), untouched);
        break;
    case Verdict::TooFew:
        m_verdict->showMessage(Banner::Severity::Warning, tr("Not every step could be judged."), untouched);
        break;
    }
}

void RehearsalPage::showSteps()
{
    QList<KeyedRow> rows;
    for (const RehearsalStep &step : std::as_const(m_steps)) {
        const bool refused = !step.fault.isEmpty();
        StateLook look = lookOf(refused ? Verdict::DoesNotMatch : step.report.verdict());
        if (refused)
            look.word = tr("Refused");
        KeyedRow row;
        row.key = QString::number(rows.size());
        row.cells = {look.word, step.action.title(), refused ? step.fault : step.report.sentence()};
        row.tips = row.cells;
        row.payload = QVariant::fromValue(look);
        rows.append(row);
    }
    const QString running = m_action ? m_action->title() : m_isReading ? tr("Reading the cluster…") : QString();
    if (!running.isEmpty()) {
        KeyedRow row;
        row.key = u"running"_s;
        const StateLook look{u"hourglass"_s, Tone::Information, tr("Running"), {}};
        row.cells = {look.word, running, {}};
        row.payload = QVariant::fromValue(look);
        rows.append(row);
    }
    m_model->setRows(rows);
}

void RehearsalPage::showActions()
{
    m_back->setText(isNew() ? tr("Back to the form") : tr("Back to the release"));
    m_policiesProblem->setProblem(problem());
    m_policies->setReadOnly(isRunning());
    RunPage::showActions();
}

void RehearsalPage::goBack()
{
    Location there = elsewhere(isNew() ? Section::ReleaseForm : Section::ReleaseDetail, location().object);
    if (isNew())
        there.extra = location().extra;
    there.extra.remove(u"start"_s);
    Q_EMIT navigateTo(there);
}

void RehearsalPage::retranslate()
{
    m_model->retranslate();
    m_promise->setText(tr("The cluster's whole configuration is read into a simulator on this computer, with demo "
                          "backends in place of the real nodes. The release is made there, every step is proven with "
                          "requests, then it is cancelled, and fully released. The cluster sees nothing but reads."));
    m_policiesLabel->setText(tr("Also try, one a line: a percentage, or rules as the command line writes them"));
    m_policies->setPlaceholderText(u"50\nrules header:x-canary==1"_s);
    m_list->setAccessibleName(tr("Steps"));
    showSteps();
    RunPage::retranslate();
    if (m_report)
        showReport(*m_report);
}

} // namespace sluice::app
