// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehearsal/rehearsal.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <variant>

namespace sluice::app {

/// A release by its id, or one that does not exist yet.
using RehearsalSubject = std::variant<QString, NewRelease>;

/// One rehearsal at a time, beside the window; ends cleanly also when the page is gone meanwhile.
class RehearsalRun : public QObject
{
    Q_OBJECT

public:
    explicit RehearsalRun(QObject *parent = nullptr);
    ~RehearsalRun() override;

    void start(const std::shared_ptr<ClusterSession> &session, const RehearsalSubject &subject,
               const QList<TrafficPolicy> &policies);
    void stop();
    bool isRunning() const { return m_rehearsal != nullptr; }

Q_SIGNALS:
    void stepped(const sluice::RehearsedAction &action);
    void proved(const sluice::RehearsalStep &step);
    void finished(const sluice::RehearsalReport &report);
    void failed(const sluice::Error &error);

private:
    static QCoro::Task<void> run(QPointer<RehearsalRun> self, std::shared_ptr<ClusterSession> session,
                                 RehearsalSubject subject, QList<TrafficPolicy> policies);
    void follow(const std::shared_ptr<Rehearsal> &rehearsal);
    void finish(const Result<RehearsalReport> &report);

    std::shared_ptr<Rehearsal> m_rehearsal; ///< null: nothing runs
};

} // namespace sluice::app
