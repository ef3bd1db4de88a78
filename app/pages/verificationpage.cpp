// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/verificationpage.h"

#include "app/dialogs/question.h"
#include "app/support/icons.h"
#include "app/support/reportfile.h"
#include "app/widgets/banner.h"
#include "app/widgets/emptypage.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/verificationform.h"
#include "app/widgets/verificationview.h"
#include "core/traffic/policyadvice.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

/// A production gateway is asked for before more than this goes there in a second.
constexpr int quietRate = 200;
constexpr int leastCharacters = 52; ///< across the form
constexpr int mostCharacters = 58;  ///< the address of a gateway is seen whole

QString placeKey(const Location &location)
{
    return location.cluster + u'\n' + location.object;
}

} // namespace

VerificationPage::VerificationPage(const PageContext &context, QWidget *parent)
    : RunPage(context, parent)
    , m_run(new VerificationRun(this))
    , m_form(new VerificationForm(this))
    , m_view(new VerificationView(this))
    , m_nothing(new EmptyPage(u"play"_s, this))
    , m_stack(new QStackedWidget(this))
    , m_effect(paragraph(this))
    , m_save(new QAction(icon(u"save"_s), QString(), this))
{
    m_nothing->setAction(startAction());
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_view);
    auto *fields = new QScrollArea(this);
    auto *top = new QWidget(this);
    auto *above = new QVBoxLayout(top);
    above->setContentsMargins(0, 0, space::group, 0);
    above->addWidget(m_form);
    above->addStretch();
    fields->setWidget(top);
    fields->setWidgetResizable(true);
    fields->setFrameShape(QFrame::NoFrame);
    fields->setFocusPolicy(Qt::NoFocus);
    fields->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fields->setMinimumWidth(fontMetrics().averageCharWidth() * leastCharacters);
    fields->setMaximumWidth(fontMetrics().averageCharWidth() * mostCharacters);
    auto *content = new QWidget(this);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins({});
    row->setSpacing(space::margin);
    auto *results = new QVBoxLayout;
    results->setSpacing(space::inside);
    results->addWidget(m_effect);
    results->addWidget(m_stack, 1);
    row->addWidget(fields, 1);
    row->addLayout(results, 2);
    setContent(content);

    connect(m_save, &QAction::triggered, this, &VerificationPage::askReportFile);
    connect(m_form, &VerificationForm::submitted, startAction(), &QAction::trigger);
    connect(m_form, &VerificationForm::changed, this, &VerificationPage::showActions);
    connect(m_run, &VerificationRun::prepared, this, &VerificationPage::showPrepared);
    connect(m_run, &VerificationRun::learned, m_form, &VerificationForm::setIdentification);
    connect(m_run, &VerificationRun::began, m_view, &VerificationView::begin);
    connect(m_run, &VerificationRun::began, m_form, &VerificationForm::setSubject);
    connect(m_run, &VerificationRun::progressed, m_view, &VerificationView::showProgress);
    connect(m_run, &VerificationRun::measured, m_view, &VerificationView::addRow);
    connect(m_run, &VerificationRun::restarted, m_view, &VerificationView::restart);
    connect(m_run, &VerificationRun::finished, this, &VerificationPage::showFinished);
    connect(m_run, &VerificationRun::failed, this, [this](const Error &error) {
        m_preparing = false;
        notice()->showError(error);
        showActions();
    });
    retranslate();
}

QString VerificationPage::title() const
{
    const ObservedRelease *release = snapshot().release(location().object);
    if (release != nullptr)
        return tr("Verify: %1").arg(release->release.name);
    const auto ref = parseApiRef(location().object);
    const Api *api = ref ? snapshot().api(*ref) : nullptr;
    return api == nullptr ? tr("Verify") : tr("Verify: %1").arg(api->name());
}

QList<QAction *> VerificationPage::toolActions()
{
    return {startAction(), stopAction(), m_save};
}

bool VerificationPage::isReady() const
{
    return m_shown == placeKey(location());
}

QString VerificationPage::problem() const
{
    return m_form->problem();
}

QString VerificationPage::startTip() const
{
    return tr("Send real requests and count where they land");
}

std::optional<VerificationSubject> VerificationPage::subject() const
{
    const QString object = location().object;
    if (!object.contains(u'/'))
        return object.isEmpty() ? std::nullopt : std::optional<VerificationSubject>(object);
    const auto ref = parseApiRef(object);
    const Api *api = ref ? snapshot().api(*ref) : nullptr;
    return api == nullptr ? std::nullopt : std::optional<VerificationSubject>(*api);
}

void VerificationPage::entered()
{
    if (placeKey(location()) != m_shown) {
        m_run->stop();
        m_shown.clear();
        m_report.reset();
        m_view->clear();
        m_stack->setCurrentWidget(m_nothing);
    }
    RunPage::entered();
}

void VerificationPage::present()
{
    setCount({});
    Q_EMIT titleChanged();
    prepare();
    showActions();
}

void VerificationPage::prepare()
{
    const auto what = subject();
    const auto session = watch() == nullptr ? nullptr : watch()->session();
    if (isReady() || m_preparing || m_run->isRunning() || !what || !session || !snapshot().taken().isValid())
        return;
    m_preparing = true;
    m_run->prepare(session, *what);
}

void VerificationPage::showPrepared(const VerificationRequest &request)
{
    m_preparing = false;
    m_shown = placeKey(location());
    m_request = request;
    m_form->fill(request);
    showPlan();
    showActions();
    startIfWanted();
}

void VerificationPage::showPlan()
{
    const bool known = !m_request.currentId.isEmpty();
    const QString target = m_request.targetName.isEmpty() ? tr("the target") : m_request.targetName;
    m_effect->setText(known ? effectOf(m_request.policy, m_request.currentName, target) : QString());
    m_effect->setVisible(known);
}

void VerificationPage::start()
{
    if (m_run->isRunning() || !m_form->problem().isEmpty())
        return;
    const VerificationRequest wanted = m_form->applied(m_request);
    const bool production = watch()->profile().environment == ClusterProfile::Environment::Production;
    if (!production || (wanted.rate > 0 && wanted.rate <= quietRate))
        return begin();
    const QString text = wanted.rate == 0
                             ? tr("Requests will go to a production gateway as fast as it answers.")
                             : tr("%n request(s) a second will go to a production gateway.", "", wanted.rate);
    ask(this,
        {tr("Verify on production"), text,
         tr("Verification stays below %1 a second there unless you say otherwise.").arg(quietRate), tr("Confirm"),
         tr("Back"), QMessageBox::AcceptRole},
        [this] { begin(); });
}

void VerificationPage::begin()
{
    const auto what = subject();
    const auto session = watch() == nullptr ? nullptr : watch()->session();
    if (!what || !session || m_run->isRunning())
        return;
    notice()->clear();
    m_report.reset();
    m_view->clear();
    m_stack->setCurrentWidget(m_view);
    m_run->start(session, *what, [this](const VerificationRequest &request) {
        m_request = request;
        showPlan();
        return m_form->applied(request);
    });
    showActions();
}

void VerificationPage::showFinished(const VerificationReport &report)
{
    if (!isReady())
        return prepare();
    m_report = report;
    m_view->finish(report);
    showActions();
    refresh();
}

void VerificationPage::askReportFile()
{
    if (!m_report)
        return;
    const QString suggestion = u"verification-%1.html"_s.arg(m_report->started.toString(u"yyyyMMdd-HHmmss"_s));
    const QStringList filters{tr("Report for people (*.html)"), tr("Report for programs (*.json)"),
                              tr("JUnit (*.xml)")};
    askFileName(this, tr("Save report"), suggestion, filters, [this](const QString &path) {
        if (const auto saved = saveReport(*m_report, path); !saved)
            notice()->showError(saved.error());
        else
            notice()->showMessage(Banner::Severity::Success, tr("The report is in %1.").arg(path));
    });
}

void VerificationPage::showActions()
{
    RunPage::showActions();
    m_save->setEnabled(m_report && !isRunning());
    m_form->setEnabled(isReady() && !isRunning());
}

void VerificationPage::retranslate()
{
    m_save->setText(tr("Save report…"));
    m_nothing->setText(tr("Nothing was sent yet."),
                       tr("Start sends real requests to each gateway and counts which upstream answers."));
    showPlan();
    RunPage::retranslate();
}

} // namespace sluice::app
