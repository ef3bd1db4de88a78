// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "core/traffic/pastedrequest.h"
#include "core/traffic/requestexplanation.h"

#include <QDateTime>
#include <QMap>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <QCoroTask>

namespace sluice {

/// One request that the simulator answered.
struct SimulatedRequest
{
    QString method;
    QString path;
    QString route;    ///< empty: none matched
    QString rule;     ///< index of the split's rule, or "none"
    QString upstream; ///< id, "inline", or empty: the gateway answered itself
    QString node;
    int status = 0;
    qint64 microseconds = 0;
    QDateTime ended;
    std::optional<RequestExplanation> reason; ///< nothing: the configuration of then is gone
};

/// Requests that took the same way.
struct SimulatedCount
{
    QString run; ///< X-Sluice-Run of the requests; empty: without
    QString route;
    QString rule;
    QString upstream;
    qint64 requests = 0;
    QMap<int, qint64> statuses;
};

struct SimulatedTraffic
{
    qint64 total = 0;
    QList<SimulatedCount> counts;
    QList<SimulatedRequest> newest; ///< the newest first
};

/// What a demo backend does to every request besides answering it.
struct SimulatedFault
{
    int delay = 0;     ///< milliseconds
    int errorRate = 0; ///< percent of the answers that are an error
};

/// The simulator's own pages below /sluice/ on its Admin address (design.md 6). No other gateway has them.
class SimulatorInspection : public QObject
{
    Q_OBJECT

public:
    SimulatorInspection(QUrl admin, QByteArray key, QObject *parent = nullptr);

    QCoro::Task<Result<SimulatedTraffic>> traffic();
    QCoro::Task<Result<void>> resetTraffic();
    QCoro::Task<Result<void>> setFault(QString upstream, SimulatedFault fault);
    /// By upstream; those that are not named have none.
    QCoro::Task<Result<QMap<QString, SimulatedFault>>> faults();
    /// "limit-count on routes/refunds": what is stored and does nothing.
    QCoro::Task<Result<QStringList>> unsupported();
    /// Nothing is sent to any backend.
    QCoro::Task<Result<RequestExplanation>> explain(PastedRequest request);

private:
    QCoro::Task<Result<QJsonObject>> ask(QByteArray method, QString path, QJsonObject body = {});

    QUrl m_admin;
    QByteArray m_key;
    QNetworkAccessManager m_network;
};

} // namespace sluice
