// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/operation.h"
#include "core/plan/planrunner.h"

#include <QHash>
#include <QPointer>

#include <memory>

namespace sluice::app {

/// The plans that this window runs, beside its pages: each until it has passed, a limit is broken, or it is stopped.
class PlanRuns : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// Stops them all; whoever runs them next goes on.
    ~PlanRuns() override;

    /// Ends when the run ends: the operation of a run lasts as long.
    QCoro::Task<Result<OperationResult>> run(SharedSession session, QString release);
    void stop(const QString &cluster, const QString &release);
    void stopAll();
    /// Looks at once whether something was ordered; nothing where it is not run here.
    void look(const QString &cluster, const QString &release);
    int count() const { return static_cast<int>(m_runs.size()); }
    bool isRunning(const QString &cluster, const QString &release) const;
    /// What was decided last; nothing before the first look.
    std::optional<PlanProgress> progress(const QString &cluster, const QString &release) const;

Q_SIGNALS:
    /// A run has begun, looked, moved or ended.
    void changed(const QString &cluster, const QString &release);
    /// It goes to another step: what was read of the cluster is outdated soon.
    void moved(const QString &cluster);

private:
    struct Run
    {
        std::shared_ptr<PlanRunner> runner;
        std::optional<PlanProgress> progress;
    };

    static QCoro::Task<Result<OperationResult>> carryOut(QPointer<PlanRuns> self, SharedSession session,
                                                         QString release);
    void begin(const QString &cluster, const QString &release, const std::shared_ptr<PlanRunner> &runner);
    void end(const QString &cluster, const QString &release);

    QHash<QString, Run> m_runs; ///< by cluster and release
};

} // namespace sluice::app
