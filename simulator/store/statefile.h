// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "simulator/store/configstore.h"

#include <QFile>
#include <QLockFile>

namespace sluice::simulator {

/// What clusters store, on disk: FILE holds everything at some revision, as one JSON object that is only ever replaced
/// whole; FILE.journal holds the writes since, a line each with its number and checksum, synced before the write is
/// answered. So no moment of a kill and no full disk loses a write that was answered, or lets one appear that was
/// refused. A last line that is cut was never answered and is dropped; anything else that can't be read, a line that
/// is missing included, is an error, and nothing is overwritten. (Whole lines that somebody takes from the journal's
/// end leave no trace.) One simulator at a time, by whatever links the file is named. Safe from many threads.
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
    bool follows(const QJsonObject &entry, std::int64_t &last) const;
    bool replay(const QJsonObject &line);
    Result<void> writeWhole();
    Result<void> openJournal();
    Result<void> trimJournal();
    void beginJournalAnew();
    Error unreadable(const QString &path, const QString &why) const;
    Error unwritable(const QFileDevice &file) const;

    mutable std::mutex m_mutex;
    QString m_path;
    QLockFile m_lock;
    QFile m_journal;
    std::int64_t m_lines = 0; ///< number of the last line that was written
    bool m_numbered = true;   ///< false while a journal of the first format is read
    qint64 m_goodSize = 0;    ///< of the journal, up to the end of the last line that was answered
    qint64 m_nextWhole = 0;   ///< size of the journal from which it is begun anew
    std::map<QString, Cluster> m_clusters;
};

} // namespace sluice::simulator
