// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/clustersession.h"
#include "core/verify/verificationsetup.h"

#include <QJsonObject>

#include <memory>

namespace sluice {

struct RehearsalStep
{
    QString title;
    QString fault; ///< why the twin refused the step; empty: it was done
    VerificationReport report;
};

/// Something in the cluster's configuration that the twin does not do.
struct TwinGap
{
    QString what;      ///< a plugin, a field of a route, a kind of upstream
    QStringList where; ///< "routes/pay" ...
    QString meaning;   ///< one sentence: how the cluster may behave otherwise
};

struct RehearsalReport
{
    QList<RehearsalStep> steps;
    QList<TwinGap> gaps;
    QStringList notes; ///< what could not be read
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

/// Tries a release on a local twin: the cluster's whole configuration, read once, in an embedded simulator with demo
/// backends in place of the real nodes. The cluster sees nothing but reads.
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

Q_SIGNALS:
    void stepped(const QString &title);

private:
    class Twin;

    QCoro::Task<Result<QJsonObject>> configuration();
    QCoro::Task<Result<std::shared_ptr<Twin>>> makeTwin();
    QCoro::Task<Result<QString>> begin(std::shared_ptr<Twin> twin, std::optional<NewRelease> wanted, QString id);
    QCoro::Task<void> compareRequests(std::shared_ptr<Twin> twin, std::optional<NewRelease> wanted, QString id,
                                      QList<TrafficPolicy> policies);
    QCoro::Task<void> prove(std::shared_ptr<Twin> twin, QString id, QString title);
    QCoro::Task<Result<RehearsalReport>> play(std::optional<NewRelease> wanted, QString id,
                                              QList<TrafficPolicy> policies);
    void refused(const QString &title, const Error &error);

    ClusterSession &m_cluster;
    QJsonObject m_configuration;
    RehearsalReport m_report;
};

} // namespace sluice
