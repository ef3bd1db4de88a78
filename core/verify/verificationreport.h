// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/verify/expectationcount.h"
#include "core/verify/sidecomparison.h"
#include "core/verify/splitstatistics.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace sluice {

/// Latency of one side's answers, in microseconds; 0 where there were none.
struct LatencySummary
{
    qint64 median = 0;
    qint64 p95 = 0;
    qint64 p99 = 0;
};

/// One row: requests of one kind to one gateway.
struct VerificationRow
{
    QString gateway;
    ProbeName name;
    QString request;      ///< as curl, for the eye; no credentials
    double wanted = 0;    ///< percent on the target
    bool isShare = false; ///< judged by the split's statistics; else every request must land on the wanted side
    qint64 sent = 0;
    qint64 onTarget = 0;
    qint64 onCurrent = 0;
    qint64 unattributed = 0; ///< answers that neither side gave, and errors
    CountBand band;
    int connections = 0;
    int restarts = 0; ///< SplitRun::restarts
    QList<QPair<qint64, qint64>>
        course; ///< how the count grew in the order of sending: attributed, on the target; 200 points or so
    QMap<int, qint64> statuses; ///< 0: no answer
    QString fault;              ///< why the first of those had none
    LatencySummary target;
    LatencySummary current;
    Verdict verdict = Verdict::TooFew;
    qint64 suffices = 0;     ///< requests that would tell, where it is judged by statistics
    bool isOutdated = false; ///< the API was changed during the run

    QString reason() const; ///< of the verdict, one sentence
};

/// What was waited for, repeated, or not tested.
struct VerificationNote
{
    enum class Kind {
        NothingHits,      ///< no request that could be built hits a rule
        NotTested,        ///< a case that can't be built
        Arrived,          ///< the configuration, as the control address says
        Waited,           ///< a while, for it to arrive: there is no control address
        NotArrived,       ///< as far as the control address says: waited a while
        Repeated,         ///< the API was changed during the run
        ChangedEveryTime, ///< during every run
        Stopped,
    };

    Kind kind = Kind::Stopped;
    ProbeName untested = {}; ///< for NotTested
};

QString toWords(const VerificationNote &note);

struct VerificationReport
{
    QString title; ///< release, API
    QString policy;
    QString currentName;
    QString targetName;
    QDateTime started;
    qint64 milliseconds = 0;
    bool exclusive = false;
    int workers = 1;
    double deviation = 3;
    qint64 suffices = 0;
    QList<VerificationRow> rows;
    QList<ExpectationCount> expectations;
    SideComparison comparison; ///< of all answers that were attributed
    QString identification;    ///< how answers were recognised, as the command line writes it
    QList<VerificationNote> notes;
    bool gatewayFailed = false; ///< errors of the gateway: exit 1 rather than 5
    bool stopped = false;       ///< before every case was measured: never a match

    Verdict splitVerdict() const; ///< of the rows alone
    Verdict verdict() const;      ///< no match where an answer was not as expected
    QString sentence() const;
    QStringList noteWords() const;
    int exitCode() const; ///< 0 matches, 1 does not match, 5 could not tell
};

QString toText(Verdict verdict); ///< matches, does-not-match, too-few
/// For people, translated.
QString toWords(Verdict verdict);

QJsonObject toJson(const VerificationReport &report);
QByteArray toJUnit(const VerificationReport &report);

} // namespace sluice
