// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/adminclient.h"
#include "core/model/clustersecrets.h"
#include "core/net/peercertificate.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <optional>

namespace sluice {

/// One thing that work with a cluster needs, and whether it is there.
struct ConnectionStep
{
    enum class Kind { Address, Tls, Key, Version, Role, Gateway, Metrics };
    enum class Outcome {
        Passed,
        Warned, ///< works, with a restriction that the words name
        Failed,
        Skipped, ///< nothing to test, or a step before it failed
    };

    Kind kind = Kind::Address;
    Outcome outcome = Outcome::Skipped;
    QString found;  ///< what was found, in words
    QString advice; ///< what would mend it; empty where nothing need be
    QString detail; ///< what the other side answered, word for word
};

QString toText(ConnectionStep::Kind kind);       ///< address, tls, key, version, role, gateway, metrics
QString toText(ConnectionStep::Outcome outcome); ///< passed, warned, failed, skipped

struct ConnectionReport
{
    QList<ConnectionStep> steps;
    std::optional<PeerCertificate> untrusted; ///< the certificate to ask about, where TLS failed
    std::optional<GatewayInfo> gateway;
    std::optional<Error> fault; ///< of the first step that failed

    bool passed() const;
};

/// Tries a profile step by step, before it is saved or where something is wrong with it. Writes nothing; to the
/// gateways themselves no request is sent, for that would be traffic.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    ConnectionTest(ClusterProfile profile, const ClusterSecrets &secrets, std::chrono::milliseconds timeout,
                   QObject *parent = nullptr);

    QCoro::Task<ConnectionReport> run();
    /// Ends at once; what has not been tried is skipped.
    void cancel();

Q_SIGNALS:
    void stepped(const sluice::ConnectionStep &step);
    void cancelled();

private:
    void add(ConnectionReport &report, ConnectionStep step);
    QCoro::Task<ConnectionStep> reach(QUrl gateway);
    QCoro::Task<ConnectionStep> readMetrics(QUrl metrics);

    ClusterProfile m_profile;
    bool m_hasKey;
    std::chrono::milliseconds m_timeout;
    Transport m_transport;
    AdminClient m_admin;
    QNetworkAccessManager m_network;
    bool m_cancelled = false;
};

/// Address to Role, from what the Admin API answered.
QList<ConnectionStep> adminSteps(const ClusterProfile &profile, bool hasKey, const Result<GatewayInfo> &answer);

} // namespace sluice

Q_DECLARE_METATYPE(sluice::ConnectionStep)
