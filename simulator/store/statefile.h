// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "simulator/store/configstore.h"

#include <QFile>
#include <QLockFile>

namespace sluice::simulator {

/// What clusters store, on disk: FILE holds everything at some revision, as one JSON object that is only ever replaced
/// whole; FILE.journal holds the writes since, a line each with its checksum, synced before the write is answered. So
/// no moment of a kill loses a write that was answered. A last line that is cut was never answered and is dropped;
/// anything else that can't be read is an error, and nothing is overwritten. Safe from many threads.
class StateFile
{
public:
    /// A file that isn't there yet is begun. Errors: unreadable, cut, of another format, in use by another simulator.
    static Result<std::unique_ptr<StateFile>> open(const QString &path);
    ~StateFile();

    bool holds(const QString &cluster) const;
    std::vector<std::pair<Collection, StoredItem>> items(const QString &cluster) const;
    std::int64_t revision(const QString &cluster) const;

    /// Everything of a cluster anew, in one step.
    Result<void> begin(const QString &cluster, const SnapshotPtr &snapshot);
    /// The writes of one revision; they are on the disk when this returns.
    Result<void> append(const QString &cluster, std::int64_t revision, const std::vector<Change> &changes);

private:
    explicit StateFile(const QString &path);

    struct Cluster
    {
        std::int64_t revision = 0;
        std::map<std::pair<Collection, std::string>, ItemPtr> items;
    };
    Result<void> readWhole();
    Result<void> readJournal();
    bool replay(const QJsonObject &line);
    Result<void> writeWhole();
    Result<void> openJournal();
    Error unreadable(const QString &path, const QString &why) const;
    Error unwritable(const QFileDevice &file) const;

    mutable std::mutex m_mutex;
    QString m_path;
    QLockFile m_lock;
    QFile m_journal;
    std::map<QString, Cluster> m_clusters;
};

} // namespace sluice::simulator
