// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/store/configstore.h"

#include <algorithm>

namespace sluice::simulator {

ItemPtr Snapshot::find(Collection c, const std::string &id) const
{
    const Items &items = (*this)[c];
    const auto found = items.find(id);
    return found == items.end() ? nullptr : found->second;
}

SnapshotPtr ConfigStore::snapshot() const
{
    const std::scoped_lock lock(m_snapshotMutex);
    return m_snapshot;
}

std::int64_t ConfigStore::nextRevision()
{
    const std::scoped_lock lock(m_writeMutex);
    auto next = std::make_shared<Snapshot>(*snapshot());
    const std::int64_t revision = ++next->revision;
    publish(std::move(next), {});
    return revision;
}

Result<ItemPtr> ConfigStore::put(Collection collection, const std::string &id, QJsonObject value, std::int64_t expires)
{
    const std::scoped_lock lock(m_writeMutex);
    auto next = std::make_shared<Snapshot>(*snapshot());
    const std::int64_t revision = ++next->revision;
    ItemPtr &slot = next->collections[static_cast<std::size_t>(collection)][id];
    const std::int64_t created = slot ? slot->createdIndex : revision;
    const std::int64_t version = slot ? slot->version + 1 : 1;
    slot = std::make_shared<const StoredItem>(StoredItem{id, std::move(value), created, revision, expires, version});
    const ItemPtr stored = slot;
    if (const auto written = write(std::move(next), {{collection, id, stored}}); !written)
        return written.error();
    return stored;
}

Result<bool> ConfigStore::remove(Collection collection, const std::string &id)
{
    const std::scoped_lock lock(m_writeMutex);
    if (!snapshot()->find(collection, id))
        return false;
    auto next = std::make_shared<Snapshot>(*snapshot());
    ++next->revision;
    next->collections[static_cast<std::size_t>(collection)].erase(id);
    if (const auto written = write(std::move(next), {{collection, id, nullptr}}); !written)
        return written.error();
    return true;
}

void ConfigStore::replaceAll(const std::vector<std::pair<Collection, StoredItem>> &items, std::int64_t revision)
{
    Snapshot next;
    next.revision = std::max(snapshot()->revision, revision);
    for (const auto &[collection, item] : items) {
        StoredItem stored = item;
        if (stored.createdIndex == 0)
            stored.createdIndex = stored.modifiedIndex = ++next.revision;
        next.revision = std::max(next.revision, stored.modifiedIndex);
        const auto pointer = std::make_shared<const StoredItem>(std::move(stored));
        next.collections[static_cast<std::size_t>(collection)][pointer->id] = pointer;
    }
    replaceAll(std::move(next));
}

void ConfigStore::replaceAll(Snapshot snapshot)
{
    const std::scoped_lock lock(m_writeMutex);
    std::vector<Change> changes;
    for (std::size_t i = 0; i < collectionCount; ++i) {
        for (const auto &[id, item] : snapshot.collections[i])
            changes.push_back({static_cast<Collection>(i), id, item});
    }
    publish(std::make_shared<Snapshot>(std::move(snapshot)), changes);
}

void ConfigStore::follow(Follower follower)
{
    const std::scoped_lock lock(m_writeMutex);
    m_followers.push_back(std::move(follower));
}

void ConfigStore::setJournal(Journal journal)
{
    const std::scoped_lock lock(m_writeMutex);
    m_journal = std::move(journal);
}

Result<void> ConfigStore::write(std::shared_ptr<Snapshot> next, const std::vector<Change> &changes)
{
    if (m_journal) {
        if (auto kept = m_journal(next->revision, changes); !kept)
            return kept;
    }
    publish(std::move(next), changes);
    return {};
}

void ConfigStore::publish(std::shared_ptr<Snapshot> next, const std::vector<Change> &changes)
{
    const SnapshotPtr published = std::move(next);
    {
        const std::scoped_lock lock(m_snapshotMutex);
        m_snapshot = published;
    }
    for (const Follower &follower : m_followers)
        follower(published, changes);
}

} // namespace sluice::simulator
