// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/release/releaseplan.h"
#include "core/session/clustersession.h"
#include "core/verify/livetraffic.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace sluice {

/// Where a run stands: for a page, or a line of a log.
struct PlanProgress
{
    ReleasePlan plan;
    PlanMove move;        ///< what was decided just now, with its reason
    TrafficPoint traffic; ///< since the step began here; empty where the plan has no limits
    QStringList notes;    ///< of the live traffic
};

/// How a run ended without an error.
struct PlanOutcome
{
    enum class End {
        Done,      ///< the last step has passed; Full release is left to a person or a pipeline
        Alarm,     ///< a limit is broken: the plan is paused, the traffic stays as it is
        Cancelled, ///< the same, and all traffic is back: the plan was told to
        Stopped,   ///< by stop(); whoever runs it next goes on
    };

    End end = End::Stopped;
    QString sentence;
};

/// Runs the plan of a release: one step after the other, each held and judged as the plan says. It keeps the API's
/// lease for as long as it runs, so there is exactly one runner; what it knows is in the record, so that the next one
/// goes on where this one was cut. Operators pause, resume, skip and go back by the record, from anywhere; Cancel
/// always passes.
class PlanRunner : public QObject
{
    Q_OBJECT

public:
    /// The session and the runner outlive the run.
    explicit PlanRunner(ClusterSession &session, QObject *parent = nullptr);
    ~PlanRunner() override;

    /// How often the record is read, and the lease looked after: well below the ten seconds of a renewal.
    void setInterval(std::chrono::milliseconds interval) { m_interval = interval; }

    /// Conflict: someone else runs it or acts on the API, the release has ended, or its condition needs a person first.
    QCoro::Task<Result<PlanOutcome>> run(QString id);
    /// Ends the run soon; the split stays as it is.
    void stop();
    /// At once instead of at its next look: an order was given.
    void look();

Q_SIGNALS:
    void progressed(const sluice::PlanProgress &progress);
    void woken();

private:
    QCoro::Task<Result<PlanOutcome>> runReserved(QString id, std::shared_ptr<ApiReservation> reservation);
    QCoro::Task<Result<void>> watch(ObservedRelease release);
    QCoro::Task<Result<void>> carryOut(PlanMove move, QString id, std::shared_ptr<ApiReservation> reservation);
    QCoro::Task<Result<PlanOutcome>> alarm(ObservedRelease release, QString what);
    PlanSituation situationOf(const ObservedRelease &release) const;

    ClusterSession &m_session;
    std::chrono::milliseconds m_interval{1000};
    std::unique_ptr<LiveTraffic> m_traffic; ///< null: the plan has no limits
    QDateTime m_stepBegan;                  ///< here: what was before is not known
    bool m_stopped = false;
};

} // namespace sluice
