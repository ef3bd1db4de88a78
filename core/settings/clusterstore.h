// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/cluster.h"

namespace sluice {

/// The profiles of all clusters in one JSON file, {"clusters": [...]}, written atomically. It holds no secret.
class ClusterStore
{
public:
    /// The user's own file.
    static QString defaultPath();

    explicit ClusterStore(QString path = defaultPath());

    /// A file that is missing is an empty list; one that can't be understood is an error, and is never overwritten.
    Result<void> load();
    const QList<ClusterProfile> &clusters() const { return m_clusters; }
    const ClusterProfile *find(const QString &nameOrId) const;

    /// Adds it, or changes the one with its id. Refuses what problems() names, and a name that another one has.
    Result<void> save(const ClusterProfile &profile);
    Result<void> remove(const QString &id);
    Result<void> move(const QString &id, qsizetype position);
    /// A copy behind the original, under an id of its own and a free name; it has no key yet. Returns its id.
    Result<QString> duplicate(const QString &id);

    /// Profiles for another computer, in the form of the file, without ids and keys. names empty: all.
    Result<QJsonObject> exported(const QStringList &names = {}) const;
    struct Imported
    {
        QStringList added;   ///< names
        QStringList skipped; ///< names that are taken here
    };
    /// All or nothing, but for names that are taken.
    Result<Imported> importFrom(const QJsonObject &content);

private:
    Result<void> write(QList<ClusterProfile> clusters);

    QString m_path;
    bool m_readable = true;
    QList<ClusterProfile> m_clusters;
};

} // namespace sluice
