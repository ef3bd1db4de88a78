// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/clusterpage.h"

#include "app/dialogs/keydialog.h"
#include "app/support/palette.h"
#include "app/support/trafficalarms.h"
#include "app/widgets/banner.h"
#include "app/widgets/keychainnotice.h"
#include "core/model/prose.h"
#include "core/release/planwords.h"
#include "core/release/releasewords.h"

#include <QAction>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr std::chrono::milliseconds progressDelay{300};

} // namespace

ClusterPage::ClusterPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_keychain(new KeychainNotice(context.clusters.secrets(), this))
    , m_fault(new Banner(this))
    , m_alarm(new Banner(this))
    , m_notice(new Banner(this))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(space::inside);
    m_column->addWidget(m_keychain);
    m_column->addWidget(m_fault);
    m_column->addWidget(m_alarm);
    m_column->addWidget(m_notice);
    m_fault->setClosable(false);
    m_alarm->setObjectName(u"alarm"_s);
    followOperations();
    connect(m_keychain, &KeychainNotice::sessionChosen, this, [this] {
        if (isVisible() && m_watch && m_watch->isAwaitingKey())
            askKey();
    });
    connect(m_alarm, &Banner::closed, this, &ClusterPage::dismissAlarm);
    connect(&m_context.alarms, &TrafficAlarms::changed, this, [this](const QString &cluster) {
        if (cluster == location().cluster)
            showAlarm();
    });
}

void ClusterPage::setContent(QWidget *content)
{
    m_column->addWidget(content, 1);
}

const ClusterSnapshot &ClusterPage::snapshot() const
{
    static const ClusterSnapshot nothing;
    return m_watch ? m_watch->snapshot() : nothing;
}

QString ClusterPage::refusal() const
{
    const auto refusal = m_watch ? m_watch->refusal() : std::nullopt;
    return refusal ? refusal->reason : QString();
}

void ClusterPage::refresh()
{
    if (m_watch)
        m_watch->refresh();
}

void ClusterPage::entered()
{
    m_notice->clear();
    follow(m_context.clusters.watch(location().cluster));
    showFault();
    showAlarm();
    present();
    showCount();
    const QList<Operation> running = m_context.operations.running(location().cluster);
    for (const Operation &operation : running)
        showRunning(operation);
    tellOutcome();
}

void ClusterPage::follow(ClusterWatch *watch)
{
    if (watch == m_watch)
        return;
    if (m_watch) {
        m_watch->disconnect(this);
        m_watch->setWatched(false);
    }
    m_watch = watch;
    if (!watch)
        return;
    connect(watch, &ClusterWatch::snapshotChanged, this, [this] {
        if (!isVisible())
            return; // entering shows what is known then
        showAlarm();
        present();
        showCount();
    });
    connect(watch, &ClusterWatch::stateChanged, this, [this] {
        showFault();
        showCount();
    });
    connect(watch, &ClusterWatch::readingChanged, this, &Page::busyChanged);
    // The profile was changed: the same cluster under a new watch.
    connect(watch, &QObject::destroyed, this, [this] {
        if (isVisible())
            enter(location());
    });
    watch->setWatched(isVisible());
}

void ClusterPage::followOperations()
{
    const auto concerns = [this](const Operation &operation) {
        return operation.cluster == location().cluster && isVisible();
    };
    connect(&m_context.operations, &Operations::began, this, [this, concerns](const Operation &operation) {
        if (!concerns(operation))
            return;
        present();
        QTimer::singleShot(progressDelay, this, [this, operation] { showRunning(operation); });
    });
    connect(&m_context.operations, &Operations::ended, this, [this, concerns](const Operation &operation) {
        if (concerns(operation))
            tellOutcome();
    });
}

void ClusterPage::tellOutcome()
{
    if (const auto outcome = m_context.operations.takeOutcome(location().cluster))
        showOutcome(*outcome);
}

void ClusterPage::showOutcome(const Operations::Outcome &outcome)
{
    if (outcome.result)
        showDone(*outcome.result);
    else
        showFailed(outcome.operation, outcome.result.error());
    present();
    refresh();
}

void ClusterPage::showRunning(const Operation &operation)
{
    if (operation.lasts || !isVisible() || !m_context.operations.isRunning(operation.cluster, operation.subject))
        return;
    //: %1 is a verb, for example "Cancel release".
    m_notice->showMessage(Banner::Severity::Information, tr("%1: waiting for the gateway…").arg(operation.title),
                          tr("The window stays usable meanwhile."));
    connect(m_notice->addButton(tr("Give up")), &QAction::triggered, this, [this] {
        if (m_watch)
            m_watch->giveUp();
    });
}

void ClusterPage::showDone(const OperationResult &result)
{
    m_notice->showMessage(result.isWarning ? Banner::Severity::Warning : Banner::Severity::Success, result.text,
                          result.detail);
    if (result.api) {
        const QString api = result.api->toText();
        connect(m_notice->addButton(tr("API details")), &QAction::triggered, this,
                [this, api] { Q_EMIT navigateTo(elsewhere(Section::ApiDetail, api)); });
    }
}

void ClusterPage::showFailed(const Operation &operation, const Error &error)
{
    m_notice->showError(error);
    connect(m_notice->addButton(tr("Try again")), &QAction::triggered, this,
            [this, operation] { m_context.operations.ask(this, operation); });
    if (operation.rescue) {
        const Operation rescue = *operation.rescue;
        connect(m_notice->addButton(rescue.title), &QAction::triggered, this,
                [this, rescue] { m_context.operations.ask(this, rescue); });
    }
}

void ClusterPage::showFault()
{
    if (!m_watch || !m_watch->fault()) {
        m_fault->clear();
        return;
    }
    m_fault->showError(*m_watch->fault());
    if (m_watch->fault()->kind == Error::Kind::Unauthorized)
        connect(m_fault->addButton(tr("Enter the key")), &QAction::triggered, this, &ClusterPage::askKey);
    connect(m_fault->addButton(tr("Try again")), &QAction::triggered, this, &ClusterPage::refresh);
}

/// The release of this page first, else the first whose limit is broken: by this window's own watch, or by its plan.
void ClusterPage::showAlarm()
{
    const ObservedRelease *shown = nullptr;
    qsizetype others = -1;
    for (const ObservedRelease &observed : snapshot().releases()) {
        if (!observed.release.isInProgress() || brokenLimitOf(observed).isEmpty())
            continue;
        ++others;
        if (shown == nullptr || observed.release.id == location().object)
            shown = &observed;
    }
    if (shown == nullptr) {
        m_alarmShown.clear();
        return m_alarm->clear();
    }
    QStringList advice{alarmAdvice(*shown)};
    if (others > 0)
        advice.append(tr("%n more release(s) break a limit.", "", static_cast<int>(others)));
    const QString broken = brokenLimitInWords(brokenLimitOf(*shown));
    fillAlarm(*shown, {.kind = Error::Kind::Conflict,
                       .reason = tr("%1: a limit is broken: %2.").arg(shown->release.name, broken),
                       .detail = {},
                       .traffic = shown->api ? trafficNow(*shown->api) : QString(),
                       .advice = joinSentences(advice)});
}

/// What happens by itself, or why nothing can be done from here.
QString ClusterPage::alarmAdvice(const ObservedRelease &observed) const
{
    if (!refusal().isEmpty())
        return refusal();
    if (m_context.alarms.guard(location().cluster, observed.release.id).cancels)
        return tr("Sluice cancels the release by itself, as it was told here.");
    return observed.plan.alarm.isEmpty() ? QString() : tr("Its plan is paused; the traffic stays as it is.");
}

QString ClusterPage::brokenLimitOf(const ObservedRelease &observed) const
{
    const QString here = m_context.alarms.broken(location().cluster, observed.release.id);
    return here.isEmpty() ? observed.plan.alarm : here;
}

/// The same alarm again leaves the buttons, and with them the keyboard's place.
void ClusterPage::fillAlarm(const ObservedRelease &observed, const Error &alarm)
{
    const QString id = observed.release.id;
    const bool isElsewhere = location().section != Section::ReleaseDetail || location().object != id;
    const QString all =
        QStringList{id, alarm.reason, alarm.traffic, alarm.advice, QString::number(isElsewhere)}.join(u'\n');
    if (all == m_alarmShown)
        return;
    m_alarmShown = all;
    m_alarmed = id;
    m_alarm->showError(alarm);
    m_alarm->setClosable(observed.plan.alarm.isEmpty());
    if (refusal().isEmpty())
        connect(m_alarm->addButton(actionWord(ReleaseAction::Cancel)), &QAction::triggered, this,
                &ClusterPage::askCancel);
    if (!isElsewhere)
        return;
    Location there = elsewhere(Section::ReleaseDetail, id);
    there.workspace = observed.release.workspace;
    connect(m_alarm->addButton(tr("Open the release")), &QAction::triggered, this,
            [this, there] { Q_EMIT navigateTo(there); });
}

void ClusterPage::askCancel()
{
    const ObservedRelease *observed = snapshot().release(m_alarmed);
    if (observed != nullptr && m_watch && m_watch->session())
        m_context.operations.ask(this, operationOn(m_watch->session(), snapshot(), *observed, ReleaseAction::Cancel));
}

void ClusterPage::dismissAlarm()
{
    m_alarmShown.clear();
    m_context.alarms.dismiss(location().cluster, m_alarmed);
}

void ClusterPage::askKey()
{
    KeyDialog::ask(m_context.clusters, location().cluster, window());
}

void ClusterPage::setCount(const QString &count)
{
    m_count = count;
    showCount();
}

void ClusterPage::showCount()
{
    const QDateTime taken = snapshot().taken();
    if (!taken.isValid())
        return setStatus(m_watch && m_watch->isReading() ? tr("Reading the cluster…") : QString());
    const QString time = QLocale().toString(taken.time(), u"HH:mm:ss"_s);
    //: %1 is a time of day.
    const QString refreshed = tr("refreshed %1").arg(time);
    setStatus(m_count.isEmpty() ? refreshed : m_count + u" · "_s + refreshed);
}

void ClusterPage::retranslate()
{
    showFault();
    showAlarm();
    present();
    showCount();
}

void ClusterPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_watch)
        m_watch->setWatched(true);
}

void ClusterPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (m_watch)
        m_watch->setWatched(false);
}

} // namespace sluice::app
