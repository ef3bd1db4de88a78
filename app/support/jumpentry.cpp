// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/jumpentry.h"

#include "app/support/clusterdirectory.h"

#include <QAction>
#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

struct JumpEntryText
{
    Q_DECLARE_TR_FUNCTIONS(JumpEntry)
};

struct KindLook
{
    QString icon;
    QString word;
};

/// Adds what one cluster holds.
class Collector
{
public:
    Collector(const ClusterProfile &cluster, const ClusterSnapshot &snapshot, QList<JumpEntry> &entries)
        : m_cluster(cluster)
        , m_snapshot(snapshot)
        , m_entries(entries)
    {
    }

    void collect()
    {
        addWorkspaces();
        for (const ObservedRelease &observed : m_snapshot.releases())
            add({u"releases"_s, JumpEntryText::tr("release")}, observed.release.name, observed.release.workspace,
                Section::ReleaseDetail, observed.release.id, observed.release.api.toText());
        for (const Api &api : m_snapshot.apis())
            add({u"api"_s, JumpEntryText::tr("API")}, api.name(), m_snapshot.workspaceOf(api.resource),
                Section::ApiDetail, api.ref.toText(), api.uris().join(u' ') + u' ' + api.hosts().join(u' '));
        for (const Upstream &upstream : m_snapshot.upstreams())
            add({u"upstreams"_s, JumpEntryText::tr("upstream")}, upstream.name(),
                m_snapshot.workspaceOf(upstream.resource), Section::UpstreamDetail, upstream.id(),
                upstream.nodes().join(u' '));
    }

private:
    void addWorkspaces()
    {
        QSet<QString> names;
        for (const Api &api : m_snapshot.apis())
            names.insert(m_snapshot.workspaceOf(api.resource));
        for (const Upstream &upstream : m_snapshot.upstreams())
            names.insert(m_snapshot.workspaceOf(upstream.resource));
        QStringList sorted(names.cbegin(), names.cend());
        sorted.sort();
        for (const QString &name : std::as_const(sorted))
            add({u"workspaces"_s, JumpEntryText::tr("workspace")}, name, name, Section::Apis, {}, {});
    }

    void add(const KindLook &kind, const QString &title, const QString &workspace, Section section,
             const QString &object, const QString &words)
    {
        JumpEntry entry{kind.icon, title, m_cluster.name, object + u' ' + words, kind.word};
        if (section != Section::Apis)
            entry.place += u" › "_s + workspace;
        entry.location.section = section;
        entry.location.cluster = m_cluster.id;
        entry.location.workspace = workspace;
        entry.location.object = object;
        m_entries.append(entry);
    }

    const ClusterProfile &m_cluster;
    const ClusterSnapshot &m_snapshot;
    QList<JumpEntry> &m_entries;
};

/// 0: begins with the first word; 1: all words in the title; 2: elsewhere; -1: not at all.
int rankOf(const JumpEntry &entry, const QStringList &words)
{
    const auto occurs = [](const QString &text, const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    };
    bool inTitle = true;
    for (const QString &word : words) {
        if (occurs(entry.title, word))
            continue;
        inTitle = false;
        if (!occurs(entry.place, word) && !occurs(entry.words, word) && !occurs(entry.kind, word))
            return -1;
    }
    if (!inTitle)
        return 2;
    return words.isEmpty() || entry.title.startsWith(words.first(), Qt::CaseInsensitive) ? 0 : 1;
}

} // namespace

QList<JumpEntry> jumpPlaces(ClusterDirectory &clusters, const Location &here)
{
    QList<ClusterProfile> order = clusters.clusters();
    std::stable_partition(order.begin(), order.end(),
                          [&here](const ClusterProfile &cluster) { return cluster.id == here.cluster; });
    QList<JumpEntry> entries;
    for (const ClusterProfile &cluster : std::as_const(order)) {
        JumpEntry entry{u"clusters"_s, cluster.name, cluster.admin.toString(), {}, JumpEntryText::tr("cluster")};
        entry.location.section = Section::Workspaces;
        entry.location.cluster = cluster.id;
        entries.append(entry);
    }
    for (const ClusterProfile &cluster : std::as_const(order)) {
        if (const ClusterWatch *watch = clusters.watch(cluster.id))
            Collector(cluster, watch->snapshot(), entries).collect();
    }
    return entries;
}

QList<JumpEntry> matching(const QList<JumpEntry> &entries, const QString &text, qsizetype limit)
{
    constexpr std::size_t ranks = 3;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    std::array<QList<JumpEntry>, ranks> found;
    for (const JumpEntry &entry : entries) {
        const int rank = rankOf(entry, words);
        if (rank >= 0 && found.at(static_cast<std::size_t>(rank)).size() < limit)
            found.at(static_cast<std::size_t>(rank)).append(entry);
    }
    QList<JumpEntry> all;
    for (const QList<JumpEntry> &rank : found)
        all += rank;
    return all.first(std::min(limit, all.size()));
}

} // namespace sluice::app
