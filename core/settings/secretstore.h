// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/cluster.h"
#include "core/model/clustersecrets.h"

#include <QHash>
#include <QObject>

#include <QCoroTask>

namespace sluice {

/// Admin keys and header values, in the operating system's keychain only. Where no keychain answers they last for the
/// session, and isSessionOnly() says so.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    explicit SecretStore(QObject *parent = nullptr);

    /// An empty key where none is kept.
    QCoro::Task<ClusterSecrets> read(ClusterProfile profile);
    QCoro::Task<void> write(QString clusterId, ClusterSecrets secrets);
    QCoro::Task<void> remove(QString clusterId);
    /// Without a keychain: of demo clusters, and of "ask each time".
    void keepForSession(const QString &clusterId, const ClusterSecrets &secrets);

    bool isSessionOnly() const { return m_sessionOnly; }

Q_SIGNALS:
    void sessionOnlyChanged();

private:
    void keepInSession(bool sessionOnly);

    QHash<QString, QByteArray> m_session;
    bool m_sessionOnly = false;
};

} // namespace sluice
