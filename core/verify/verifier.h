// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "core/model/trafficpolicy.h"
#include "core/verify/attribution.h"
#include "core/verify/probeplan.h"
#include "core/verify/prober.h"
#include "core/verify/verificationreport.h"

#include <QCoroTask>
#include <QObject>

#include <functional>
#include <memory>

namespace sluice {

/// What to send and what to expect of it.
struct VerificationRequest
{
    QString title; ///< of the report
    QList<QUrl> gateways;
    QString connectHost;
    quint16 connectPort = 0;
    QByteArray authorities; ///< PEM of a private certificate authority, for gateways over https
    QByteArray method = "GET";
    QString path;                                 ///< with its query
    QString host;                                 ///< empty: the gateway's own
    QList<QPair<QByteArray, QByteArray>> headers; ///< may hold credentials: never reported
    QByteArray body;
    Identification identify;
    QList<Expectation> expectations; ///< of every answer

    TrafficPolicy policy;
    QString currentId;
    QString currentName;
    QString targetId;
    QString targetName;
    QStringList currentNodes; ///< host:port; asked directly where nothing else tells who answers
    QStringList targetNodes;

    qint64 requests = 0; ///< 0: what suffices
    int concurrency = 1;
    int rate = 0;
    int workers = 1;
    bool exclusive = false;
    double deviation = 3;
    /// The API's revision on the gateway; a change during the run begins the orders anew, and the run with them.
    std::function<QCoro::Task<QString>()> revision;
    /// Waits until the gateways hold the configuration; says how that was found out, or that it could not be.
    std::function<QCoro::Task<VerificationNote>()> settled;
};

/// How far the case under way is.
struct VerificationProgress
{
    QString gateway;
    ProbeName name;
    qint64 sent = 0;
    qint64 wanted = 0; ///< requests
    qint64 onTarget = 0;
    qint64 onCurrent = 0;
    bool isShare = false;                 ///< judged by the split's statistics
    QList<ExpectationCount> expectations; ///< of the run so far
};

/// Proves a split with real requests: by percentage in one stream, by rules with one case after the other, for each
/// gateway on its own.
class Verifier : public QObject
{
    Q_OBJECT

public:
    explicit Verifier(QObject *parent = nullptr);
    ~Verifier() override;

    /// Whether a run can be made of it at all.
    static Result<void> possible(const VerificationRequest &request);
    /// What the run will need: shown before it.
    static SplitRun runOf(const VerificationRequest &request);

    QCoro::Task<Result<VerificationReport>> verify(VerificationRequest request);
    void stop();

Q_SIGNALS:
    /// A few times a second, and with the last answer of a case.
    void progressed(const sluice::VerificationProgress &progress);
    /// A case is done and judged.
    void measured(const sluice::VerificationRow &row);
    /// The API was changed meanwhile: what was measured does not count, the run begins anew.
    void restarted();

private:
    QCoro::Task<VerificationRow> measure(VerificationRequest request, QUrl gateway, ProbeCase probe, qint64 count);
    QCoro::Task<QList<VerificationRow>> measureAll(VerificationRequest request, ProbePlan plan);
    void beginRun(const VerificationRequest &request);
    void check(const ProbeAnswer &answer, Side side, const VerificationRequest &request, const QUrl &gateway,
               const ProbeCase &probe);

    std::unique_ptr<Prober> m_prober;
    SideSamples m_current; ///< of the whole run
    SideSamples m_target;
    QList<ExpectationCount> m_expectations;
    bool m_stopped = false;
};

} // namespace sluice
