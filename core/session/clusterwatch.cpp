// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/session/clusterwatch.h"

#include "core/settings/secretstore.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QElapsedTimer>
#include <QtConcurrentRun>
#include <QThreadPool>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace sluice {

namespace {

constexpr std::chrono::milliseconds shortestPause = 5s;
constexpr std::chrono::milliseconds longestPause = 60s;
constexpr int restFactor = 10; ///< a gateway that needs a second for an answer is asked every ten

struct ClusterWatchText
{
    Q_DECLARE_TR_FUNCTIONS(ClusterWatch)
};

Error connectingGivenUp()
{
    return {.kind = Error::Kind::Cancelled,
            .reason = ClusterWatchText::tr("Connecting to the cluster was given up."),
            .detail = {},
            .traffic = {},
            .advice = {}};
}

/// A gateway that was shown no key has refused none.
Error explained(Error fault, const Result<ClusterSecrets> &secrets)
{
    const bool hasKey = secrets && !secrets->adminKey.isEmpty();
    if (hasKey || fault.kind != Error::Kind::Unauthorized)
        return fault;
    fault.reason =
        secrets ? ClusterWatchText::tr("No Admin key of this cluster is known here.") : secrets.error().reason;
    return fault;
}

} // namespace

ClusterWatch::ClusterWatch(ClusterProfile profile, SecretStore &secrets, ClusterSession::Options options,
                           QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_secrets(secrets)
    , m_options(std::move(options))
    , m_pause(shortestPause)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ClusterWatch::poll);
    connect(&m_secrets, &SecretStore::answeredLate, this, [this] {
        if (m_secretsRead && !*m_secretsRead)
            refresh();
    });
}

ClusterWatch::~ClusterWatch()
{
    abandon();
}

/// False where nothing was being read.
bool ClusterWatch::abandon()
{
    ++m_generation;
    m_awaitingKey = false;
    if (const auto opening = m_opening.lock())
        opening->abort();
    if (m_session)
        m_session->abort();
    if (!std::exchange(m_reading, false))
        return false;
    Q_EMIT readingChanged(false);
    return true;
}

void ClusterWatch::giveUp()
{
    const QPointer<ClusterWatch> self(this);
    if (!abandon() || !self)
        return;
    plan();
    if (m_state != State::Connecting)
        return;
    m_state = State::Failed;
    m_fault = connectingGivenUp();
    Q_EMIT stateChanged();
}

void ClusterWatch::refresh()
{
    m_secretsRead.reset();
    poll();
}

void ClusterWatch::poll()
{
    m_timer.stop();
    m_again = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    Q_EMIT readingChanged(true);
    if (!m_session || m_state == State::Failed) {
        m_state = State::Connecting;
        Q_EMIT stateChanged();
    }
    read(this, m_generation);
}

void ClusterWatch::setWatched(bool watched)
{
    if (watched == m_watched)
        return;
    m_watched = watched;
    if (watched)
        poll();
    else
        m_timer.stop();
}

std::optional<Error> ClusterWatch::refusal() const
{
    return m_session ? m_session->refusal() : m_fault;
}

QCoro::Task<void> ClusterWatch::read(QPointer<ClusterWatch> self, int generation)
{
    QElapsedTimer clock;
    clock.start();
    std::shared_ptr<ClusterSession> session = m_session;
    if (!session) {
        if (!m_secretsRead) {
            m_awaitingKey = true;
            Result<ClusterSecrets> found = co_await m_secrets.read(m_profile);
            if (!self || isStale(generation))
                co_return;
            m_awaitingKey = false;
            m_secretsRead = found;
        }
        const Result<ClusterSecrets> secrets = *m_secretsRead;
        session = std::make_shared<ClusterSession>(m_profile, secrets ? *secrets : ClusterSecrets(), m_options);
        m_opening = session;
        connect(&session->transport(), &Transport::exchanged, this, &ClusterWatch::exchanged);
        Result<GatewayInfo> opened = co_await session->open();
        if (!self || isStale(generation))
            co_return;
        if (!opened) {
            finish(explained(opened.error(), secrets));
            co_return;
        }
        m_session = session;
    }
    Result<ClusterSnapshot> found = co_await snapshotOf(session);
    if (!self || isStale(generation))
        co_return;
    if (!found) {
        finish(found.error());
        co_return;
    }
    m_pause = std::clamp(std::chrono::milliseconds(clock.elapsed()) * restFactor, shortestPause, longestPause);
    // What was known so far goes in another thread: tens of thousands of APIs take longer than a frame to be freed.
    QThreadPool::globalInstance()->start([old = std::exchange(m_snapshot, *found)] {});
    finish(std::nullopt);
    if (self)
        Q_EMIT snapshotChanged();
}

QCoro::Task<Result<ClusterSnapshot>> ClusterWatch::snapshotOf(std::shared_ptr<ClusterSession> session)
{
    Result<QList<Api>> apis = co_await session->apis();
    if (!apis)
        co_return apis.error();
    Result<QList<Upstream>> upstreams = co_await session->upstreams();
    if (!upstreams)
        co_return upstreams.error();
    Result<QList<ObservedRelease>> releases = co_await session->releases().reader().among(*apis, *upstreams);
    if (!releases)
        co_return releases.error();
    co_await session->refreshWorkspaces();
    // In another thread: for tens of thousands of APIs it takes longer than a frame.
    const QFuture<ClusterSnapshot> made = QtConcurrent::run(
        [apis = *apis, upstreams = *upstreams, releases = *releases, workspaces = session->workspaces()] {
            return ClusterSnapshot(apis, upstreams, releases, workspaces, QDateTime::currentDateTime());
        });
    ClusterSnapshot snapshot = co_await made;
    co_return snapshot;
}

void ClusterWatch::finish(std::optional<Error> fault)
{
    m_fault = std::move(fault);
    if (m_fault)
        m_pause = std::min(m_pause * 2, longestPause);
    m_reading = false;
    m_state = m_fault ? State::Failed : State::Open;
    plan();
    const QPointer<ClusterWatch> self(this);
    Q_EMIT stateChanged();
    if (self)
        Q_EMIT readingChanged(false);
}

void ClusterWatch::plan()
{
    if (m_again)
        m_timer.start(0ms);
    else if (m_watched)
        m_timer.start(m_pause);
    m_again = false;
}

} // namespace sluice
