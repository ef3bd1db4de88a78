// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/clustersecrets.h"
#include "core/session/clustersession.h"
#include "core/session/clustersnapshot.h"

#include <QPointer>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace sluice {

class SecretStore;

/// Keeps what is known of one cluster fresh: opens its session, and reads it again and again while somebody looks,
/// less often where it answers slowly or not at all. What was read last stays when a later read fails.
class ClusterWatch : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Connecting, Open, Failed };
    Q_ENUM(State)

    ClusterWatch(ClusterProfile profile, SecretStore &secrets, ClusterSession::Options options,
                 QObject *parent = nullptr);
    ~ClusterWatch() override;

    /// Reads now; where a read is under way, once more after it. A key that was not there is asked for again.
    void refresh();
    /// Polls while this is on.
    void setWatched(bool watched);
    /// Gives up what is under way, writes included (they are unknown then); the next read comes as after any other. A
    /// cluster that was being connected to is Failed then.
    void giveUp();

    const ClusterProfile &profile() const { return m_profile; }
    State state() const { return m_state; }
    bool isReading() const { return m_reading; }
    /// It can't go on before the keychain has given the key, or not.
    bool isAwaitingKey() const { return m_awaitingKey; }
    /// Between two reads, while this is watched.
    std::chrono::milliseconds pause() const { return m_pause; }
    /// Of the last read; nothing where it succeeded.
    const std::optional<Error> &fault() const { return m_fault; }
    const ClusterSnapshot &snapshot() const { return m_snapshot; }
    /// Null until it was open once. Hold a copy across an await.
    std::shared_ptr<ClusterSession> session() const { return m_session; }
    /// Why nothing can be changed there, or nothing where it can.
    std::optional<Error> refusal() const;

Q_SIGNALS:
    void stateChanged();
    void snapshotChanged();
    void readingChanged(bool reading);
    /// A request of this cluster's session has ended.
    void exchanged(const sluice::Exchange &exchange);

private:
    void poll();
    QCoro::Task<void> read(QPointer<ClusterWatch> self, int generation);
    static QCoro::Task<Result<ClusterSnapshot>> snapshotOf(std::shared_ptr<ClusterSession> session);
    bool abandon();
    bool isStale(int generation) const { return generation != m_generation; }
    void finish(std::optional<Error> fault);
    void plan();

    ClusterProfile m_profile;
    SecretStore &m_secrets;
    ClusterSession::Options m_options;
    std::shared_ptr<ClusterSession> m_session;
    std::weak_ptr<ClusterSession> m_opening; ///< that is connecting for the first time
    /// What the keychain said last. A keychain may ask its owner each time, so that polling alone does not ask it
    /// again.
    std::optional<Result<ClusterSecrets>> m_secretsRead;
    ClusterSnapshot m_snapshot;
    std::optional<Error> m_fault;
    QTimer m_timer;
    std::chrono::milliseconds m_pause;
    State m_state = State::Idle;
    int m_generation = 0; ///< a read that finds another one drops what it read
    bool m_watched = false;
    bool m_reading = false;
    bool m_again = false;
    bool m_awaitingKey = false;
};

} // namespace sluice
