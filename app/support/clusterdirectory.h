// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/clusterwatch.h"
#include "core/settings/clusterstore.h"

#include <QObject>

#include <map>
#include <memory>

namespace sluice {
class SecretStore;
} // namespace sluice

namespace sluice::app {

/// Every cluster that the window knows: the user's own, and the demo ones of the embedded simulator, never mixed up
/// (B1a). A cluster is watched from the first time that someone asks for it.
class ClusterDirectory : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it. Loads the store.
    ClusterDirectory(ClusterStore &store, SecretStore &secrets, ClusterSession::Options session,
                     QObject *parent = nullptr);
    ~ClusterDirectory() override;

    /// Demo clusters first, then the user's own in their order.
    QList<ClusterProfile> clusters() const;
    std::optional<ClusterProfile> find(const QString &id) const;
    /// Why the user's own clusters can't be read.
    const std::optional<Error> &fault() const { return m_fault; }
    SecretStore &secrets() { return m_secrets; }

    /// Null where there is no such cluster. Lives until the profile changes or goes: hold it by QPointer.
    ClusterWatch *watch(const QString &id);

    void setDemoClusters(const QList<ClusterProfile> &demo);
    /// An empty id makes a new one. Secrets are kept only where given.
    Result<void> save(ClusterProfile profile, const std::optional<ClusterSecrets> &secrets);
    /// Another Admin key for a cluster; its header values stay. Lasts for the session where they can't be read: what
    /// the keychain holds is not written over with less.
    QCoro::Task<void> changeKey(QString id, QByteArray key);
    Result<void> remove(const QString &id);
    Result<void> move(const QString &id, qsizetype position);

    /// A name that no cluster has, as near to this one as can be.
    QString freeName(const QString &name) const;
    /// Adds the clusters of a file that exportTo() wrote; keys are in no such file.
    Result<ClusterStore::Imported> importFrom(const QString &path);
    /// The user's own clusters.
    Result<void> exportTo(const QString &path) const;

Q_SIGNALS:
    void changed();
    /// A cluster's state or what it holds is another one now.
    void clusterChanged(const QString &id);
    void exchanged(const sluice::ClusterProfile &cluster, const sluice::Exchange &exchange);

private:
    void keep(const ClusterProfile &profile, const ClusterSecrets &secrets, const QStringList &headers);
    void drop(const QString &id);

    ClusterStore &m_store;
    SecretStore &m_secrets;
    ClusterSession::Options m_session;
    std::optional<Error> m_fault;
    QList<ClusterProfile> m_demo;
    std::map<QString, std::unique_ptr<ClusterWatch>> m_watches;
};

} // namespace sluice::app
