// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/clusterdirectory.h"

#include "core/settings/secretstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>

namespace sluice::app {

namespace {

struct ClusterDirectoryText
{
    Q_DECLARE_TR_FUNCTIONS(ClusterDirectory)
};

Error failure(const QString &reason, const QString &detail)
{
    return {.kind = Error::Kind::Invalid,
            .reason = reason,
            .detail = detail,
            .traffic = {},
            .advice = ClusterDirectoryText::tr("Choose another file.")};
}

/// Of the headers that a cluster had, each that it still has comes with its value.
bool hasValues(const ClusterProfile &profile, const ClusterSecrets &secrets, const QStringList &headers)
{
    return std::all_of(headers.cbegin(), headers.cend(), [&](const QString &name) {
        return !profile.headers.contains(name) ||
               std::any_of(secrets.headers.cbegin(), secrets.headers.cend(), [&name](const auto &known) {
                   return known.first == name.toUtf8() && !known.second.isEmpty();
               });
    });
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

ClusterDirectory::ClusterDirectory(ClusterStore &store, SecretStore &secrets, ClusterSession::Options session,
                                   QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_secrets(secrets)
    , m_session(std::move(session))
{
    if (const auto loaded = m_store.load(); !loaded)
        m_fault = loaded.error();
}

ClusterDirectory::~ClusterDirectory() = default;

QList<ClusterProfile> ClusterDirectory::clusters() const
{
    return m_demo + m_store.clusters();
}

std::optional<ClusterProfile> ClusterDirectory::find(const QString &id) const
{
    const QList<ClusterProfile> all = clusters();
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&id](const ClusterProfile &profile) { return profile.id == id; });
    return found == all.cend() ? std::nullopt : std::optional(*found);
}

ClusterWatch *ClusterDirectory::watch(const QString &id)
{
    const auto known = m_watches.find(id);
    if (known != m_watches.end())
        return known->second.get();
    const auto profile = find(id);
    if (!profile)
        return nullptr;
    auto watch = std::make_unique<ClusterWatch>(*profile, m_secrets, m_session);
    connect(watch.get(), &ClusterWatch::stateChanged, this, [this, id] { Q_EMIT clusterChanged(id); });
    connect(watch.get(), &ClusterWatch::snapshotChanged, this, [this, id] { Q_EMIT clusterChanged(id); });
    connect(watch.get(), &ClusterWatch::exchanged, this,
            [this, profile = *profile](const Exchange &exchange) { Q_EMIT exchanged(profile, exchange); });
    return m_watches.emplace(id, std::move(watch)).first->second.get();
}

void ClusterDirectory::setDemoClusters(const QList<ClusterProfile> &demo)
{
    for (const ClusterProfile &profile : std::as_const(m_demo))
        drop(profile.id);
    m_demo = demo;
    Q_EMIT changed();
}

Result<void> ClusterDirectory::save(ClusterProfile profile, const std::optional<ClusterSecrets> &secrets)
{
    if (profile.id.isEmpty())
        profile.id = newId();
    const auto before = find(profile.id);
    if (auto saved = m_store.save(profile); !saved)
        return saved;
    if (secrets)
        keep(profile, *secrets, before ? before->headers : QStringList());
    drop(profile.id);
    Q_EMIT changed();
    return {};
}

/// headers: those that the cluster had, whose values the keychain may hold.
void ClusterDirectory::keep(const ClusterProfile &profile, const ClusterSecrets &secrets, const QStringList &headers)
{
    if (profile.askKey)
        m_secrets.remove(profile.id);
    // At hand at once: the keychain takes its time, and the cluster is read again now.
    m_secrets.keepForSession(profile.id, secrets);
    if (!profile.askKey && !profile.demo && hasValues(profile, secrets, headers))
        m_secrets.write(profile.id, secrets);
}

QCoro::Task<void> ClusterDirectory::changeKey(QString id, QByteArray key)
{
    const QPointer<ClusterDirectory> self(this);
    const auto profile = find(id);
    if (!profile)
        co_return;
    const Result<ClusterSecrets> kept = co_await m_secrets.read(*profile);
    if (!self)
        co_return;
    ClusterSecrets secrets = kept ? *kept : ClusterSecrets();
    secrets.adminKey = key;
    keep(*profile, secrets, profile->headers);
    drop(id);
    Q_EMIT changed();
}

Result<void> ClusterDirectory::remove(const QString &id)
{
    if (auto removed = m_store.remove(id); !removed)
        return removed;
    m_secrets.remove(id);
    drop(id);
    Q_EMIT changed();
    return {};
}

Result<void> ClusterDirectory::move(const QString &id, qsizetype position)
{
    if (auto moved = m_store.move(id, position); !moved)
        return moved;
    Q_EMIT changed();
    return {};
}

QString ClusterDirectory::freeName(const QString &name) const
{
    const QList<ClusterProfile> known = clusters();
    const auto isTaken = [&known](const QString &wanted) {
        return std::any_of(known.cbegin(), known.cend(),
                           [&wanted](const ClusterProfile &profile) { return profile.name == wanted; });
    };
    QString free = name;
    for (int number = 2; isTaken(free); ++number)
        free = QStringLiteral("%1 %2").arg(name).arg(number);
    return free;
}

Result<ClusterStore::Imported> ClusterDirectory::importFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ClusterDirectoryText::tr("%1 can't be read.").arg(path), file.errorString());
    auto imported = m_store.importFrom(QJsonDocument::fromJson(file.readAll()).object());
    if (imported)
        Q_EMIT changed();
    return imported;
}

Result<void> ClusterDirectory::exportTo(const QString &path) const
{
    const auto content = m_store.exported();
    if (!content)
        return content.error();
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(*content).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(ClusterDirectoryText::tr("%1 can't be written.").arg(path), file.errorString());
    return {};
}

void ClusterDirectory::drop(const QString &id)
{
    const auto known = m_watches.find(id);
    if (known == m_watches.end())
        return;
    // A page may be in the middle of one of its signals.
    known->second->giveUp();
    known->second.release()->deleteLater();
    m_watches.erase(known);
}

} // namespace sluice::app
