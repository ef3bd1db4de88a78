// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/plan/planrunner.h"

#include "core/net/untilsignal.h"
#include "core/release/planwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct PlanRunnerText
{
    Q_DECLARE_TR_FUNCTIONS(PlanRunner)
};

/// An order that arrives between the two writes of a step looks like a stranger: the step is finished on the next look.
constexpr int conflictsInARow = 3;

/// Why this release can't be run now; nothing where it can.
std::optional<Error> refusal(const ObservedRelease &release)
{
    if (release.plan.isEmpty())
        return Error::conflict(PlanRunnerText::tr("The release \"%1\" has no plan.").arg(release.release.name),
                               PlanRunnerText::tr("Give it one, then run it."));
    if (!release.release.isInProgress())
        return Error::conflict(PlanRunnerText::tr("The release has ended: %1.").arg(toText(release.release.state)), {});
    const bool canRun =
        release.condition == ReleaseCondition::Applied || release.condition == ReleaseCondition::Pending;
    if (canRun)
        return std::nullopt;
    Error error = Error::conflict(
        PlanRunnerText::tr("The plan stops: the release's condition is \"%1\".").arg(toText(release.condition)),
        PlanRunnerText::tr("Look at the release, put it right, then run the plan again."));
    if (release.api)
        error.traffic = trafficNow(*release.api);
    return error;
}

bool hasLimits(const ReleasePlan &plan)
{
    return std::any_of(plan.steps.begin(), plan.steps.end(),
                       [](const PlanStep &step) { return !step.limits.isEmpty(); });
}

} // namespace

PlanRunner::PlanRunner(ClusterSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

PlanRunner::~PlanRunner() = default;

void PlanRunner::stop()
{
    m_stopped = true;
    Q_EMIT woken();
}

void PlanRunner::look()
{
    Q_EMIT woken();
}

QCoro::Task<Result<PlanOutcome>> PlanRunner::run(QString id)
{
    m_stopped = false;
    m_traffic.reset();
    m_stepBegan = QDateTime::currentDateTimeUtc();
    Result<ObservedRelease> found = co_await m_session.releases().reader().one(id);
    if (!found)
        co_return found.error();
    if (const auto error = refusal(*found))
        co_return *error;
    Result<void> watched = co_await watch(*found);
    if (!watched)
        co_return watched.error();
    const ApiRef api = found->release.api;
    Result<std::shared_ptr<ApiReservation>> reservation = co_await m_session.releases().reserve(api);
    if (!reservation)
        co_return reservation.error();
    Result<PlanOutcome> outcome = co_await runReserved(id, *reservation);
    co_await (*reservation)->lease.giveBack();
    m_traffic.reset();
    co_return outcome;
}

QCoro::Task<Result<void>> PlanRunner::watch(ObservedRelease release)
{
    Result<void> result;
    if (!hasLimits(release.plan))
        co_return result;
    Result<LiveTraffic::Options> options = co_await liveTrafficOf(m_session, release);
    if (!options) {
        result = options.error();
        co_return result;
    }
    options->interval = std::min(options->interval, m_interval);
    m_traffic = std::make_unique<LiveTraffic>(*options);
    m_traffic->start();
    co_return result;
}

PlanSituation PlanRunner::situationOf(const ObservedRelease &release) const
{
    PlanSituation situation;
    situation.condition = release.condition;
    situation.policy = release.release.policy;
    situation.now = QDateTime::currentDateTimeUtc();
    const ClusterProfile &profile = m_session.profile();
    const int workers = std::max(profile.workers, m_session.gateway().simulatorWorkers);
    situation.workers = workers * std::max(1, int(profile.gateways.size()));
    if (!m_traffic || release.plan.at == 0)
        return situation;
    const TrafficLimits &limits = release.plan.steps[release.plan.at - 1].limits;
    const TrafficPoint traffic = m_traffic->since(m_stepBegan);
    situation.requests = traffic.requests();
    situation.onTarget = traffic.target.requests;
    situation.unmet = exceeded(limits, traffic.target);
    // What was before the step is not held against it.
    if (m_stepBegan.secsTo(situation.now) >= limits.seconds)
        situation.broken = m_traffic->broken(limits);
    return situation;
}

QCoro::Task<Result<PlanOutcome>> PlanRunner::runReserved(QString id, std::shared_ptr<ApiReservation> reservation)
{
    int conflicts = 0;
    for (;;) {
        if (m_stopped) {
            PlanOutcome stopped{PlanOutcome::End::Stopped,
                                PlanRunnerText::tr("The run was stopped; the split stays as it is.")};
            co_return stopped;
        }
        Result<void> held = co_await reservation->lease.hold();
        if (!held)
            co_return held.error();
        Result<ObservedRelease> release = co_await m_session.releases().reader().one(id);
        if (!release)
            co_return release.error();
        if (const auto error = refusal(*release))
            co_return *error;
        const PlanMove move = nextMove(release->plan, situationOf(*release));
        PlanProgress progress{release->plan, move, {}, {}};
        if (m_traffic) {
            progress.traffic = m_traffic->since(m_stepBegan);
            progress.notes = m_traffic->notes();
        }
        Q_EMIT progressed(progress);
        if (move.kind == PlanMove::Kind::Done) {
            PlanOutcome done{PlanOutcome::End::Done, move.why};
            co_return done;
        }
        if (move.kind == PlanMove::Kind::Alarm) {
            Result<PlanOutcome> ended = co_await alarm(*release, move.why);
            co_return ended;
        }
        if (move.kind == PlanMove::Kind::Wait) {
            co_await UntilSignal(this, &PlanRunner::woken, m_interval);
            continue;
        }
        Result<void> done = co_await carryOut(move, id, reservation);
        conflicts = done ? 0 : conflicts + 1;
        if (!done && (done.error().kind != Error::Kind::Conflict || conflicts == conflictsInARow))
            co_return done.error();
    }
}

QCoro::Task<Result<void>> PlanRunner::carryOut(PlanMove move, QString id, std::shared_ptr<ApiReservation> reservation)
{
    ReleaseService &releases = m_session.releases();
    Result<ObservedRelease> done = ObservedRelease{};
    if (move.kind == PlanMove::Kind::Finish)
        done = co_await releases.finishStep(id, reservation);
    else
        done = co_await releases.moveTo(id, move.step, reservation);
    m_stepBegan = QDateTime::currentDateTimeUtc();
    Result<void> result;
    if (!done)
        result = done.error();
    co_return result;
}

QCoro::Task<Result<PlanOutcome>> PlanRunner::alarm(ObservedRelease release, QString what)
{
    const QString id = release.release.id;
    ReleaseService &releases = m_session.releases();
    if (release.plan.alarm.isEmpty()) {
        Result<void> raised = co_await releases.raiseAlarm(id, what);
        if (!raised && !release.plan.cancelsOnAlarm)
            co_return raised.error();
    }
    const QString words = brokenLimitInWords(what);
    PlanOutcome outcome{PlanOutcome::End::Alarm,
                        PlanRunnerText::tr("A limit is broken: %1. The plan is paused.").arg(words)};
    if (release.plan.cancelsOnAlarm) {
        const ActionContext context{what};
        Result<ObservedRelease> cancelled = co_await releases.cancel(id, context);
        if (!cancelled)
            co_return cancelled.error();
        outcome.end = PlanOutcome::End::Cancelled;
        outcome.sentence = PlanRunnerText::tr("A limit is broken: %1. The release is cancelled.").arg(words);
    }
    co_return outcome;
}

} // namespace sluice
