// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/planruns.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

struct PlanRunsText
{
    Q_DECLARE_TR_FUNCTIONS(PlanRuns)
};

OperationResult resultOf(const PlanOutcome &outcome, const Release &release)
{
    OperationResult result;
    result.isWarning = outcome.end == PlanOutcome::End::Alarm || outcome.end == PlanOutcome::End::Cancelled;
    result.text = outcome.sentence;
    result.detail = PlanRunsText::tr("The plan of \"%1\" is no longer run here.").arg(release.name);
    return result;
}

/// Where someone ended the release the run had to end: he knows.
bool isEnd(const Error &error, const Result<ObservedRelease> &after)
{
    if (!after)
        return after.error().kind == Error::Kind::NotFound;
    return error.kind == Error::Kind::Conflict && !after->release.isInProgress();
}

} // namespace

PlanRuns::~PlanRuns()
{
    stopAll();
}

QCoro::Task<Result<OperationResult>> PlanRuns::run(SharedSession session, QString release)
{
    return carryOut(this, std::move(session), std::move(release));
}

void PlanRuns::stop(const QString &cluster, const QString &release)
{
    // Stopping may end the run at once, and with it what is kept of it.
    const Run run = m_runs.value(subjectKey(cluster, release));
    if (run.runner)
        run.runner->stop();
}

void PlanRuns::stopAll()
{
    const QHash<QString, Run> all = m_runs;
    for (const Run &run : all)
        run.runner->stop();
}

void PlanRuns::look(const QString &cluster, const QString &release)
{
    const Run run = m_runs.value(subjectKey(cluster, release));
    if (run.runner)
        run.runner->look();
}

bool PlanRuns::isRunning(const QString &cluster, const QString &release) const
{
    return m_runs.contains(subjectKey(cluster, release));
}

std::optional<PlanProgress> PlanRuns::progress(const QString &cluster, const QString &release) const
{
    return m_runs.value(subjectKey(cluster, release)).progress;
}

void PlanRuns::begin(const QString &cluster, const QString &release, const std::shared_ptr<PlanRunner> &runner)
{
    const QString key = subjectKey(cluster, release);
    m_runs.insert(key, {runner, std::nullopt});
    connect(runner.get(), &PlanRunner::progressed, this, [this, key, cluster, release](const PlanProgress &progress) {
        m_runs[key].progress = progress;
        Q_EMIT changed(cluster, release);
        if (progress.move.kind != PlanMove::Kind::Wait)
            Q_EMIT moved(cluster);
    });
    Q_EMIT changed(cluster, release);
}

void PlanRuns::end(const QString &cluster, const QString &release)
{
    m_runs.remove(subjectKey(cluster, release));
    Q_EMIT changed(cluster, release);
    Q_EMIT moved(cluster);
}

QCoro::Task<Result<OperationResult>> PlanRuns::carryOut(QPointer<PlanRuns> self, SharedSession session, QString release)
{
    const QString cluster = session->profile().id;
    const auto runner = std::make_shared<PlanRunner>(*session);
    self->begin(cluster, release, runner);
    Result<PlanOutcome> outcome = co_await runner->run(release);
    Result<ObservedRelease> after = co_await session->releases().reader().one(release);
    if (self)
        self->end(cluster, release);
    OperationResult result;
    if (outcome && after)
        result = resultOf(*outcome, after->release);
    else if (!outcome && !isEnd(outcome.error(), after))
        co_return outcome.error();
    co_return result;
}

} // namespace sluice::app
