// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/verificationrun.h"

#include <QCoreApplication>

namespace sluice::app {

namespace {

struct VerificationRunText
{
    Q_DECLARE_TR_FUNCTIONS(VerificationRun)
};

Error nothingTells()
{
    return {.kind = Error::Kind::Invalid,
            .reason = VerificationRunText::tr("Nothing tells which upstream answers."),
            .detail = {},
            .traffic = {},
            .advice = VerificationRunText::tr(
                "The backends can't be asked from here, or answer alike. Say by which header, JSON "
                "pointer or pattern an answer tells its upstream; or let the backends answer with a "
                "header that names their version.")};
}

} // namespace

VerificationRun::VerificationRun(QObject *parent)
    : QObject(parent)
{
}

VerificationRun::~VerificationRun()
{
    stop();
}

void VerificationRun::prepare(std::shared_ptr<ClusterSession> session, const VerificationSubject &subject)
{
    prepareFor(this, std::move(session), subject);
}

void VerificationRun::start(std::shared_ptr<ClusterSession> session, const VerificationSubject &subject,
                            const Edit &edit)
{
    if (m_verifier)
        return;
    m_stopped = false;
    m_verifier = std::make_shared<Verifier>();
    connect(m_verifier.get(), &Verifier::progressed, this, &VerificationRun::progressed);
    connect(m_verifier.get(), &Verifier::measured, this, &VerificationRun::measured);
    connect(m_verifier.get(), &Verifier::restarted, this, &VerificationRun::restarted);
    run(this, m_verifier, std::move(session), subject, edit);
}

void VerificationRun::stop()
{
    m_stopped = true;
    if (m_verifier)
        m_verifier->stop();
}

QCoro::Task<Result<VerificationRequest>> VerificationRun::read(Session session, VerificationSubject subject)
{
    if (const Api *api = std::get_if<Api>(&subject)) {
        Result<VerificationRequest> request = co_await verificationOf(*session, *api);
        co_return request;
    }
    Result<ObservedRelease> release = co_await session->releases().reader().one(std::get<QString>(subject));
    if (!release)
        co_return release.error();
    Result<VerificationRequest> request = co_await verificationOf(*session, *release);
    co_return request;
}

QCoro::Task<void> VerificationRun::prepareFor(QPointer<VerificationRun> self, Session session,
                                              VerificationSubject subject)
{
    Result<VerificationRequest> request = co_await read(session, subject);
    if (!self)
        co_return;
    if (request)
        Q_EMIT self->prepared(*request);
    else
        Q_EMIT self->failed(request.error());
}

QCoro::Task<void> VerificationRun::run(QPointer<VerificationRun> self, std::shared_ptr<Verifier> verifier,
                                       Session session, VerificationSubject subject, Edit edit)
{
    Result<VerificationRequest> request = co_await read(session, subject);
    if (!self)
        co_return;
    if (!request || self->m_stopped) {
        self->m_verifier.reset();
        const VerificationReport nothing;
        if (request)
            Q_EMIT self->finished(nothing);
        else
            Q_EMIT self->failed(request.error());
        co_return;
    }
    VerificationRequest wanted = edit(*request);
    if (wanted.identify.isEmpty()) {
        const std::optional<Identification> learned = co_await learnIdentification(wanted);
        if (!self)
            co_return;
        if (!learned) {
            self->m_verifier.reset();
            Q_EMIT self->failed(nothingTells());
            co_return;
        }
        wanted.identify = *learned;
        Q_EMIT self->learned(*learned);
    }
    Q_EMIT self->began(wanted);
    Result<VerificationReport> report = co_await verifier->verify(wanted);
    if (!self)
        co_return;
    self->m_verifier.reset();
    if (report)
        Q_EMIT self->finished(*report);
    else
        Q_EMIT self->failed(report.error());
}

} // namespace sluice::app
