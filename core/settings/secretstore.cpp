// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/settings/secretstore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

#include <QCoroFuture>
#include <qt6keychain/keychain.h>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

constexpr std::chrono::seconds moment{1}; ///< a keychain that is open answers within milliseconds

struct SecretStoreText
{
    Q_DECLARE_TR_FUNCTIONS(SecretStore)
};

const QString &service()
{
    static const QString name = u"sluice"_s;
    return name;
}

QByteArray packed(const ClusterSecrets &secrets)
{
    QJsonArray headers;
    for (const auto &[name, value] : secrets.headers)
        headers.append(QJsonArray{QString::fromUtf8(name), QString::fromUtf8(value)});
    const QJsonObject content{{u"key"_s, QString::fromUtf8(secrets.adminKey)}, {u"headers"_s, headers}};
    return QJsonDocument(content).toJson(QJsonDocument::Compact);
}

ClusterSecrets unpacked(const QByteArray &text)
{
    const QJsonDocument content = QJsonDocument::fromJson(text);
    ClusterSecrets secrets;
    secrets.adminKey = content[u"key"_s].toString().toUtf8();
    const QJsonArray headers = content[u"headers"_s].toArray();
    for (const QJsonValue &header : headers)
        secrets.headers.append({header[0].toString().toUtf8(), header[1].toString().toUtf8()});
    return secrets;
}

} // namespace

SecretStore::SecretStore(QObject *parent)
    : QObject(parent)
{
    m_moment.setSingleShot(true);
    m_moment.setInterval(moment);
    connect(&m_moment, &QTimer::timeout, this, [this] { setWaiting(!m_awaited.isEmpty()); });
}

SecretStore::~SecretStore() = default;

void SecretStore::keepInSession(bool sessionOnly)
{
    if (std::exchange(m_sessionOnly, sessionOnly) != sessionOnly)
        Q_EMIT sessionOnlyChanged();
}

void SecretStore::setWaiting(bool waiting)
{
    if (std::exchange(m_waiting, waiting) != waiting)
        Q_EMIT waitingChanged(waiting);
}

QCoro::Task<Result<ClusterSecrets>> SecretStore::read(ClusterProfile profile)
{
    if (m_session.contains(profile.id))
        co_return unpacked(m_session.value(profile.id));
    if (profile.askKey)
        co_return ClusterSecrets{};
    if (m_late.contains(profile.id))
        co_return unpacked(m_late.take(profile.id));
    if (!m_left.isEmpty()) // one more question would only wait behind them
        co_return unknown({});
    const QPointer<SecretStore> self(this);
    const QFuture<Answer> asked = ask(new QKeychain::ReadPasswordJob(service()), profile.id);
    const Answer answer = co_await asked;
    if (self && self->m_session.contains(profile.id)) // typed meanwhile
        co_return unpacked(self->m_session.value(profile.id));
    if (!answer.isGiven)
        co_return unknown(answer.fault);
    co_return unpacked(answer.content);
}

QCoro::Task<void> SecretStore::write(QString clusterId, ClusterSecrets secrets)
{
    const QByteArray text = packed(secrets);
    m_session.insert(clusterId, text); // until the keychain has it
    m_late.remove(clusterId);
    if (!m_left.isEmpty())
        co_return;
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setBinaryData(text);
    connect(job, &QKeychain::Job::finished, this, [this, clusterId, text](const QKeychain::Job *written) {
        m_late.remove(clusterId);
        // Typed anew meanwhile: that is another one's to keep.
        if (answerOf(*written).isGiven && m_session.value(clusterId) == text)
            m_session.remove(clusterId);
    });
    const QFuture<Answer> asked = ask(job, clusterId);
    co_await asked;
}

void SecretStore::keepForSession(const QString &clusterId, const ClusterSecrets &secrets)
{
    m_session.insert(clusterId, packed(secrets));
}

QCoro::Task<void> SecretStore::remove(QString clusterId)
{
    m_session.remove(clusterId);
    m_late.remove(clusterId);
    // A Secret Service that is locked removes nothing, and says so to nobody; for reading it lets itself be opened.
    const QFuture<Answer> asked =
        ask(new QKeychain::DeletePasswordJob(service()), clusterId, new QKeychain::ReadPasswordJob(service()));
    co_await asked;
}

/// A job is its own owner until it has finished: the keychain points at it all that time. Done after another one, if
/// any.
QFuture<SecretStore::Answer> SecretStore::ask(QKeychain::Job *job, const QString &clusterId, QKeychain::Job *before)
{
    const auto question = std::make_shared<QPromise<Answer>>();
    question->start();
    connect(job, &QKeychain::Job::finished, job, [question](const QKeychain::Job *answered) {
        question->addResult(answerOf(*answered)); // the second one, where stopWaiting() has given the first, is dropped
        question->finish();
    });
    connect(job, &QKeychain::Job::finished, this, &SecretStore::take);
    m_awaited.insert(job, question);
    if (!m_left.isEmpty())
        stopWaiting();
    else if (!m_moment.isActive())
        m_moment.start();
    job->setKey(clusterId);
    if (before != nullptr) {
        before->setKey(clusterId);
        connect(before, &QKeychain::Job::finished, job, &QKeychain::Job::start);
    }
    (before == nullptr ? job : before)->start();
    return question->future();
}

void SecretStore::take(QKeychain::Job *answered)
{
    const Answer answer = answerOf(*answered);
    const bool wasLeft = m_left.remove(answered);
    m_awaited.remove(answered);
    if (wasLeft && answer.isGiven && !answer.content.isEmpty())
        m_late.insert(answered->key(), answer.content);
    if (m_awaited.isEmpty()) {
        m_moment.stop();
        setWaiting(false);
    }
    keepInSession(!answer.isGiven);
    if (wasLeft && m_left.isEmpty())
        Q_EMIT answeredLate();
}

void SecretStore::stopWaiting()
{
    const QHash<QKeychain::Job *, Question> left = std::exchange(m_awaited, {});
    for (auto [job, question] : left.asKeyValueRange()) {
        m_left.insert(job);
        question->addResult(Answer{});
        question->finish();
    }
    m_moment.stop();
    setWaiting(false);
    keepInSession(true);
}

SecretStore::Answer SecretStore::answerOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::EntryNotFound)
        return {.isGiven = true, .content = {}, .fault = {}};
    if (job.error() != QKeychain::NoError)
        return {.isGiven = false, .content = {}, .fault = u"%1 (%2)"_s.arg(job.errorString()).arg(job.error())};
    const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(&job);
    return {.isGiven = true, .content = read == nullptr ? QByteArray() : read->binaryData(), .fault = {}};
}

Error SecretStore::unknown(const QString &fault)
{
    return {.kind = fault.isEmpty() ? Error::Kind::Cancelled : Error::Kind::Unreachable,
            .reason = fault.isEmpty() ? SecretStoreText::tr("The keychain has not answered.")
                                      : SecretStoreText::tr("The keychain does not give the key."),
            .detail = fault,
            .traffic = {},
            .advice = {}};
}

} // namespace sluice
