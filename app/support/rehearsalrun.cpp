// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/rehearsalrun.h"

namespace sluice::app {

RehearsalRun::RehearsalRun(QObject *parent)
    : QObject(parent)
{
}

RehearsalRun::~RehearsalRun()
{
    stop();
}

void RehearsalRun::start(const std::shared_ptr<ClusterSession> &session, const RehearsalSubject &subject,
                         const QList<TrafficPolicy> &policies)
{
    if (m_rehearsal)
        return;
    run(this, session, subject, policies);
}

void RehearsalRun::follow(const std::shared_ptr<Rehearsal> &rehearsal)
{
    m_rehearsal = rehearsal;
    connect(rehearsal.get(), &Rehearsal::stepped, this, &RehearsalRun::stepped);
    connect(rehearsal.get(), &Rehearsal::proved, this, &RehearsalRun::proved);
}

void RehearsalRun::stop()
{
    if (m_rehearsal)
        m_rehearsal->stop();
}

QCoro::Task<void> RehearsalRun::run(QPointer<RehearsalRun> self, std::shared_ptr<ClusterSession> session,
                                    RehearsalSubject subject, QList<TrafficPolicy> policies)
{
    const auto rehearsal = std::make_shared<Rehearsal>(*session);
    self->follow(rehearsal);
    if (const auto *id = std::get_if<QString>(&subject)) {
        Result<RehearsalReport> report = co_await rehearsal->ofRelease(*id, policies);
        if (self)
            self->finish(report);
        co_return;
    }
    Result<RehearsalReport> report = co_await rehearsal->ofNew(std::get<NewRelease>(subject), policies);
    if (self)
        self->finish(report);
}

void RehearsalRun::finish(const Result<RehearsalReport> &report)
{
    m_rehearsal.reset();
    if (report)
        Q_EMIT finished(*report);
    else
        Q_EMIT failed(report.error());
}

} // namespace sluice::app
