// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/settings/clusterstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ClusterStoreText
{
    Q_DECLARE_TR_FUNCTIONS(ClusterStore)
};

Error invalid(const QString &reason, const QString &detail, const QString &advice)
{
    return {.kind = Error::Kind::Invalid, .reason = reason, .detail = detail, .traffic = {}, .advice = advice};
}

qsizetype positionOf(const QList<ClusterProfile> &clusters, const QString &id)
{
    const auto found = std::find_if(clusters.begin(), clusters.end(),
                                    [&id](const ClusterProfile &profile) { return profile.id == id; });
    return found == clusters.end() ? -1 : found - clusters.begin();
}

Error unknown(const QString &id)
{
    return {.kind = Error::Kind::NotFound,
            .reason = ClusterStoreText::tr("There is no cluster \"%1\".").arg(id),
            .detail = {},
            .traffic = {},
            .advice = ClusterStoreText::tr("Look at the list of clusters.")};
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

QString ClusterStore::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/sluice/clusters.json"_s;
}

ClusterStore::ClusterStore(QString path)
    : m_path(std::move(path))
{
}

Result<void> ClusterStore::load()
{
    m_clusters.clear();
    m_readable = true;
    QFile file(m_path);
    if (!file.exists())
        return {};
    const bool opened = file.open(QIODevice::ReadOnly);
    QJsonParseError fault;
    const QJsonDocument content = QJsonDocument::fromJson(opened ? file.readAll() : QByteArray(), &fault);
    const QString advice = ClusterStoreText::tr("Correct the file, or move it away; it is left as it is.");
    m_readable = opened && content[u"clusters"_s].isArray();
    if (!m_readable)
        return invalid(ClusterStoreText::tr("The list of clusters in \"%1\" can't be read.").arg(m_path),
                       opened ? fault.errorString() : file.errorString(), advice);
    QList<ClusterProfile> clusters;
    const QJsonArray items = content[u"clusters"_s].toArray();
    for (const QJsonValue &item : items) {
        const auto profile = clusterFromJson(item.toObject());
        if (!profile) {
            m_readable = false;
            return invalid(ClusterStoreText::tr("The list of clusters in \"%1\" can't be read.").arg(m_path),
                           profile.error().reason, advice);
        }
        clusters.append(*profile);
    }
    m_clusters = clusters;
    return {};
}

const ClusterProfile *ClusterStore::find(const QString &nameOrId) const
{
    const auto found = std::find_if(m_clusters.begin(), m_clusters.end(), [&nameOrId](const ClusterProfile &profile) {
        return profile.name == nameOrId || profile.id == nameOrId;
    });
    return found == m_clusters.end() ? nullptr : &*found;
}

Result<void> ClusterStore::save(const ClusterProfile &profile)
{
    if (const QList<Error> faults = problems(profile); !faults.isEmpty())
        return faults.first();
    const ClusterProfile *same = find(profile.name);
    if (same != nullptr && same->id != profile.id)
        return invalid(ClusterStoreText::tr("There is a cluster \"%1\" already.").arg(profile.name), {},
                       ClusterStoreText::tr("Choose another name."));
    QList<ClusterProfile> clusters = m_clusters;
    const qsizetype position = positionOf(clusters, profile.id);
    if (position < 0)
        clusters.append(profile);
    else
        clusters[position] = profile;
    return write(clusters);
}

Result<void> ClusterStore::remove(const QString &id)
{
    const qsizetype position = positionOf(m_clusters, id);
    if (position < 0)
        return unknown(id);
    QList<ClusterProfile> clusters = m_clusters;
    clusters.removeAt(position);
    return write(clusters);
}

Result<void> ClusterStore::move(const QString &id, qsizetype position)
{
    const qsizetype from = positionOf(m_clusters, id);
    if (from < 0)
        return unknown(id);
    QList<ClusterProfile> clusters = m_clusters;
    clusters.move(from, std::clamp<qsizetype>(position, 0, clusters.size() - 1));
    return write(clusters);
}

Result<QString> ClusterStore::duplicate(const QString &id)
{
    const qsizetype position = positionOf(m_clusters, id);
    if (position < 0)
        return unknown(id);
    ClusterProfile copy = m_clusters[position];
    copy.id = newId();
    copy.demo = false;
    for (int number = 2; find(copy.name) != nullptr; ++number)
        copy.name = u"%1 (%2)"_s.arg(m_clusters[position].name).arg(number);
    QList<ClusterProfile> clusters = m_clusters;
    clusters.insert(position + 1, copy);
    if (const Result<void> written = write(clusters); !written)
        return written.error();
    return copy.id;
}

Result<QJsonObject> ClusterStore::exported(const QStringList &names) const
{
    QJsonArray items;
    for (const QString &name : names) {
        if (find(name) == nullptr)
            return unknown(name);
    }
    for (const ClusterProfile &profile : m_clusters) {
        if (profile.demo || (!names.isEmpty() && !names.contains(profile.name)))
            continue;
        QJsonObject item = toJson(profile);
        item.remove(u"id"_s);
        items.append(item);
    }
    return QJsonObject{{u"clusters"_s, items}};
}

Result<ClusterStore::Imported> ClusterStore::importFrom(const QJsonObject &content)
{
    const QString reason = ClusterStoreText::tr("This is not a list of clusters.");
    if (!content[u"clusters"_s].isArray())
        return invalid(reason, {}, ClusterStoreText::tr("It has to be a file that clusters export has written."));
    Imported result;
    QList<ClusterProfile> clusters = m_clusters;
    const QJsonArray items = content[u"clusters"_s].toArray();
    for (const QJsonValue &item : items) {
        auto profile = clusterFromJson(item.toObject());
        if (!profile)
            return invalid(reason, profile.error().reason, ClusterStoreText::tr("Nothing was changed."));
        const bool isTaken = std::any_of(clusters.begin(), clusters.end(), [&profile](const ClusterProfile &other) {
            return other.name == profile->name;
        });
        (isTaken ? result.skipped : result.added).append(profile->name);
        if (isTaken)
            continue;
        profile->id = newId();
        clusters.append(*profile);
    }
    if (const Result<void> written = write(clusters); !written)
        return written.error();
    return result;
}

Result<void> ClusterStore::write(QList<ClusterProfile> clusters)
{
    const QString advice = ClusterStoreText::tr("Nothing was changed.");
    if (!m_readable)
        return invalid(ClusterStoreText::tr("The list of clusters in \"%1\" can't be read.").arg(m_path), {}, advice);
    QJsonArray items;
    for (const ClusterProfile &profile : std::as_const(clusters)) {
        if (!profile.demo)
            items.append(toJson(profile));
    }
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    const QByteArray content = QJsonDocument(QJsonObject{{u"clusters"_s, items}}).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return invalid(ClusterStoreText::tr("The list of clusters can't be written to \"%1\".").arg(m_path),
                       file.errorString(), advice);
    m_clusters = clusters;
    return {};
}

} // namespace sluice
