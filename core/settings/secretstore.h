// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/cluster.h"
#include "core/model/clustersecrets.h"
#include "core/model/result.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPromise>
#include <QSet>
#include <QTimer>

#include <QCoroTask>

#include <memory>

namespace QKeychain {
class Job;
} // namespace QKeychain

namespace sluice {

/// Admin keys and header values, in the operating system's keychain only. Where no keychain answers they last for the
/// session, and isSessionOnly() says so.
///
/// A keychain may ask its owner for a password, so it is waited for as long as it takes, or until stopWaiting(). What
/// it was asked for lives until it has answered, whether this store does or not, and a late answer counts.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    explicit SecretStore(QObject *parent = nullptr);
    ~SecretStore() override;

    /// Empty values where none are kept, an error where the keychain did not say.
    QCoro::Task<Result<ClusterSecrets>> read(ClusterProfile profile);
    QCoro::Task<void> write(QString clusterId, ClusterSecrets secrets);
    QCoro::Task<void> remove(QString clusterId);
    /// Without a keychain: of demo clusters, and of "ask each time".
    void keepForSession(const QString &clusterId, const ClusterSecrets &secrets);

    bool isSessionOnly() const { return m_sessionOnly; }
    /// The keychain has been silent for longer than a moment, and somebody waits for it.
    bool isWaiting() const { return m_waiting; }
    /// Goes on without the keychain until it answers: what is read is unknown, what is written lasts for the session.
    void stopWaiting();

Q_SIGNALS:
    void sessionOnlyChanged();
    void waitingChanged(bool waiting);
    /// The keychain has answered all that nobody waited for any longer: what was unknown can be read now.
    void answeredLate();

private:
    struct Answer
    {
        bool isGiven = false;
        QByteArray content;
        QString fault;
    };
    using Question = std::shared_ptr<QPromise<Answer>>;

    QFuture<Answer> ask(QKeychain::Job *job, const QString &clusterId, QKeychain::Job *before = nullptr);
    void take(QKeychain::Job *answered);
    static Answer answerOf(const QKeychain::Job &job);
    static Error unknown(const QString &fault);
    void setWaiting(bool waiting);
    void keepInSession(bool sessionOnly);

    QHash<QString, QByteArray> m_session;
    QHash<QString, QByteArray> m_late;           ///< what came when nobody waited for it; until it is read
    QHash<QKeychain::Job *, Question> m_awaited; ///< asked, and not answered
    QSet<QKeychain::Job *> m_left;               ///< likewise, but nobody waits for it
    QTimer m_moment;
    bool m_waiting = false;
    bool m_sessionOnly = false;
};

} // namespace sluice
