// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/clustersession.h"
#include "core/verify/verificationsetup.h"
#include "rehearsal/twingaps.h"

#include <QJsonObject>

#include <memory>
#include <optional>

namespace sluice {

class LocalTwin;

/// What is done on the twin before its traffic is verified.
struct RehearsedAction
{
    enum class Kind { New, AsItIs, Configure, Cancel, FullRelease };

    Kind kind = Kind::New;
    TrafficPolicy policy = {}; ///< of Configure

    QString title() const;
};

struct RehearsalStep
{
    RehearsedAction action;
    QString fault; ///< why the twin refused the step; empty: it was done
    VerificationReport report;
};

struct RehearsalReport
{
    QList<RehearsalStep> steps;
    QList<TwinGap> gaps;
    QStringList notes;    ///< what could not be read
    bool stopped = false; ///< before the last step: never a match
    /// What was sent to the twin, and what Submit would send to the cluster now: one request a line, with everything
    /// that is new each time (ids, times, the mark of a write) replaced by its name.
    QStringList rehearsed;
    QStringList planned;
    /// Lines that only one of both has; empty: Submit sends exactly what was rehearsed.
    QStringList differences() const;

    Verdict verdict() const;
    int exitCode() const;
};

QJsonObject toJson(const RehearsalReport &report);

/// Tries a release on local twins of a cluster, whose configuration is read once. The cluster sees nothing but reads.
class Rehearsal : public QObject
{
    Q_OBJECT

public:
    /// The session outlives the rehearsal.
    explicit Rehearsal(ClusterSession &cluster, QObject *parent = nullptr);
    ~Rehearsal() override;

    /// A release that is in progress: as it is, with each of the policies (the steps of a plan), cancelled, and fully
    /// released.
    QCoro::Task<Result<RehearsalReport>> ofRelease(QString id, QList<TrafficPolicy> policies);
    /// One that does not exist yet.
    QCoro::Task<Result<RehearsalReport>> ofNew(NewRelease wanted, QList<TrafficPolicy> policies);

    /// Ends soon: the step under way is the last, and what follows it is left out.
    void stop();

Q_SIGNALS:
    /// A step begins.
    void stepped(const sluice::RehearsedAction &action);
    /// It is done and judged, or refused.
    void proved(const sluice::RehearsalStep &step);

private:
    using Twin = std::shared_ptr<LocalTwin>;

    QCoro::Task<Result<Twin>> makeTwin();
    QCoro::Task<Result<QString>> begin(Twin twin, std::optional<NewRelease> wanted, QString id);
    QCoro::Task<void> compareRequests(Twin twin, std::optional<NewRelease> wanted, QString id,
                                      QList<TrafficPolicy> policies);
    QCoro::Task<void> prove(Twin twin, QString id, RehearsedAction action);
    QCoro::Task<Result<RehearsalReport>> play(std::optional<NewRelease> wanted, QString id,
                                              QList<TrafficPolicy> policies);
    QCoro::Task<Result<void>> playUntilCancel(std::optional<NewRelease> wanted, QString id,
                                              QList<TrafficPolicy> policies);
    QCoro::Task<Result<void>> playFullRelease(std::optional<NewRelease> wanted, QString id);
    void add(const RehearsalStep &step);
    void refused(const RehearsedAction &action, const Error &error);

    ClusterSession &m_cluster;
    QJsonObject m_configuration;
    RehearsalReport m_report;
    std::shared_ptr<Verifier> m_verifier; ///< of the step under way
    bool m_stopped = false;
};

} // namespace sluice
