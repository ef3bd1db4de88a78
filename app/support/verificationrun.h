// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/clustersession.h"
#include "core/verify/verificationsetup.h"

#include <QPointer>

#include <memory>
#include <variant>

namespace sluice::app {

/// What is verified: a release by its id, or an API without one.
using VerificationSubject = std::variant<QString, Api>;

/// One verification at a time, beside the window. What it needs lives as long as its requests do, also when the page is
/// gone meanwhile.
class VerificationRun : public QObject
{
    Q_OBJECT

public:
    /// The fields of the form, on top of what was read.
    using Edit = std::function<VerificationRequest(VerificationRequest)>;

    explicit VerificationRun(QObject *parent = nullptr);
    ~VerificationRun() override;

    /// Reads what can be known about the subject: prepared() or failed().
    void prepare(std::shared_ptr<ClusterSession> session, const VerificationSubject &subject);
    /// Reads it afresh, so that it is judged by what the gateway holds now, and begins.
    void start(std::shared_ptr<ClusterSession> session, const VerificationSubject &subject, const Edit &edit);
    void stop();
    bool isRunning() const { return m_verifier != nullptr; }

Q_SIGNALS:
    void prepared(const sluice::VerificationRequest &request);
    /// What tells the upstreams apart, where the form left it open: the nodes were asked directly.
    void learned(const sluice::Identification &identification);
    /// Of a run: this is what it sends.
    void began(const sluice::VerificationRequest &request);
    void progressed(const sluice::VerificationProgress &progress);
    void measured(const sluice::VerificationRow &row);
    void restarted();
    void finished(const sluice::VerificationReport &report);
    void failed(const sluice::Error &error);

private:
    using Session = std::shared_ptr<ClusterSession>;
    static QCoro::Task<Result<VerificationRequest>> read(Session session, VerificationSubject subject);
    static QCoro::Task<void> prepareFor(QPointer<VerificationRun> self, Session session, VerificationSubject subject);
    static QCoro::Task<void> run(QPointer<VerificationRun> self, std::shared_ptr<Verifier> verifier, Session session,
                                 VerificationSubject subject, Edit edit);

    std::shared_ptr<Verifier> m_verifier; ///< null: nothing runs
    bool m_stopped = false;
};

} // namespace sluice::app
