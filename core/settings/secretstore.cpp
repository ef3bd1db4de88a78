// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/settings/secretstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

#include <QCoroSignal>
#include <qt6keychain/keychain.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

constexpr std::chrono::seconds keychainPatience{10}; ///< a keychain may ask its owner for a password

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

bool answered(const QKeychain::Job &job)
{
    return job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
}

} // namespace

SecretStore::SecretStore(QObject *parent)
    : QObject(parent)
{
}

void SecretStore::keepInSession(bool sessionOnly)
{
    if (sessionOnly == m_sessionOnly)
        return;
    m_sessionOnly = sessionOnly;
    Q_EMIT sessionOnlyChanged();
}

QCoro::Task<ClusterSecrets> SecretStore::read(ClusterProfile profile)
{
    if (m_session.contains(profile.id))
        co_return unpacked(m_session.value(profile.id));
    if (profile.askKey)
        co_return ClusterSecrets{};
    const QPointer<SecretStore> self(this);
    QKeychain::ReadPasswordJob job(service());
    job.setAutoDelete(false);
    job.setKey(profile.id);
    job.start();
    const auto ended = co_await qCoro(&job, &QKeychain::Job::finished, keychainPatience);
    if (!self)
        co_return ClusterSecrets{};
    if (!ended || !answered(job)) {
        keepInSession(true);
        co_return ClusterSecrets{};
    }
    ClusterSecrets secrets = unpacked(job.binaryData());
    co_return secrets;
}

QCoro::Task<void> SecretStore::write(QString clusterId, ClusterSecrets secrets)
{
    const QPointer<SecretStore> self(this);
    QKeychain::WritePasswordJob job(service());
    job.setAutoDelete(false);
    job.setKey(clusterId);
    job.setBinaryData(packed(secrets));
    job.start();
    const auto ended = co_await qCoro(&job, &QKeychain::Job::finished, keychainPatience);
    if (!self)
        co_return;
    if (!ended || !answered(job)) {
        m_session.insert(clusterId, packed(secrets));
        keepInSession(true);
        co_return;
    }
    m_session.remove(clusterId);
    keepInSession(false);
}

void SecretStore::keepForSession(const QString &clusterId, const ClusterSecrets &secrets)
{
    m_session.insert(clusterId, packed(secrets));
}

QCoro::Task<void> SecretStore::remove(QString clusterId)
{
    m_session.remove(clusterId);
    QKeychain::DeletePasswordJob job(service());
    job.setAutoDelete(false);
    job.setKey(clusterId);
    job.start();
    co_await qCoro(&job, &QKeychain::Job::finished, keychainPatience);
}

} // namespace sluice
