// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"

#include <QJsonObject>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace sluice::simulator {

enum class Collection {
    Routes,
    Services,
    Upstreams,
    PluginConfigs,
    GlobalRules,
    Consumers,
    Credentials, ///< id is "<consumer>/<credential>"
    ConsumerGroups,
    PluginMetadata,
    Ssls,
    Protos,
    Secrets, ///< id is "<manager>/<id>"
    StreamRoutes,
};
constexpr std::size_t collectionCount = 13;

/// One object of the gateway as it is stored: what a GET of the Admin API shows.
struct StoredItem
{
    std::string id;
    QJsonObject value;
    std::int64_t createdIndex = 0;  ///< etcd revision of its creation
    std::int64_t modifiedIndex = 0; ///< etcd revision of its last write
    std::int64_t expires = 0;       ///< of a write with ttl: milliseconds since 1970, UTC; 0: never
    std::int64_t version = 1;       ///< counts its writes since its creation
};
using ItemPtr = std::shared_ptr<const StoredItem>;
using Items = std::map<std::string, ItemPtr>; ///< bytewise by id, as etcd orders keys

/// Everything that is stored at one revision. Immutable; shared freely between threads.
struct Snapshot
{
    std::int64_t revision = 0;
    std::array<Items, collectionCount> collections;

    const Items &operator[](Collection c) const { return collections[static_cast<std::size_t>(c)]; }
    ItemPtr find(Collection c, const std::string &id) const;
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// One write, as told to those who follow the store. removed: item is null.
struct Change
{
    Collection collection = Collection::Routes;
    std::string id;
    ItemPtr item;
};

/// The gateway's etcd: revisions, and snapshots for readers in other threads.
/// Writers are serialized inside; a follower has been told before the write returns, so a request sent after the
/// answer of a write never meets the old configuration.
class ConfigStore
{
public:
    /// Called in the writer's thread, in order of revision, with the snapshot after the changes.
    using Follower = std::function<void(const SnapshotPtr &, const std::vector<Change> &)>;

    SnapshotPtr snapshot() const;
    std::int64_t nextRevision(); ///< uses up one revision (a POST's id generation costs one)

    /// Stores value under id and returns it as stored. The value is taken as it is; checks are the Admin API's work.
    /// An error is the journal's: nothing has changed then.
    Result<ItemPtr> put(Collection collection, const std::string &id, QJsonObject value, std::int64_t expires = 0);
    /// False where it is not there.
    Result<bool> remove(Collection collection, const std::string &id);
    /// Everything at once, as loading a file does, past the journal. Keeps indexes where the items carry them; the
    /// revision is at least the one given.
    void replaceAll(const std::vector<std::pair<Collection, StoredItem>> &items, std::int64_t revision = 0);
    void replaceAll(Snapshot snapshot);

    void follow(Follower follower);

    /// Asked to keep every write before it takes effect; where it can't, the write fails.
    using Journal = std::function<Result<void>(std::int64_t revision, const std::vector<Change> &)>;
    void setJournal(Journal journal);

private:
    Result<void> write(std::shared_ptr<Snapshot> next, const std::vector<Change> &changes);
    void publish(std::shared_ptr<Snapshot> next, const std::vector<Change> &changes);

    mutable std::mutex m_snapshotMutex; ///< guards m_snapshot only, held for a pointer copy
    std::mutex m_writeMutex;
    SnapshotPtr m_snapshot = std::make_shared<Snapshot>();
    std::vector<Follower> m_followers;
    Journal m_journal;
};

} // namespace sluice::simulator
