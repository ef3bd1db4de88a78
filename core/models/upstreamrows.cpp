// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/upstreamrows.h"

#include "core/model/prose.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct UpstreamRowsText
{
    Q_DECLARE_TR_FUNCTIONS(UpstreamRows)
};

QString useWord(const UpstreamUse &use)
{
    QStringList parts;
    if (!use.apis.isEmpty())
        parts.append(UpstreamRowsText::tr("%n API(s)", "", static_cast<int>(use.apis.size())));
    if (!use.releases.isEmpty())
        parts.append(UpstreamRowsText::tr("target of %n release(s)", "", static_cast<int>(use.releases.size())));
    return parts.isEmpty() ? UpstreamRowsText::tr("not used") : enumerated(parts);
}

KeyedRow rowOf(const Upstream &upstream, const UpstreamUse &use)
{
    KeyedRow row;
    row.key = upstream.id();
    row.cells = {upstream.name(), nodesWord(upstream), upstream.resource.value[u"type"_s].toString(u"roundrobin"_s),
                 useWord(use), upstream.id()};
    row.sortKeys = {{}, {}, {}, use.apis.size() + use.releases.size(), {}};
    row.payload = QVariant::fromValue(upstream);
    return row;
}

} // namespace

QStringList upstreamHeaders()
{
    return {UpstreamRowsText::tr("Name"), UpstreamRowsText::tr("Nodes"), UpstreamRowsText::tr("Balancing"),
            UpstreamRowsText::tr("Used by"), UpstreamRowsText::tr("ID")};
}

UpstreamUse usersOf(const QString &upstream, const ClusterSnapshot &snapshot)
{
    UpstreamUse use{snapshot.apisOn(upstream), {}};
    for (const ObservedRelease &observed : snapshot.releases()) {
        if (observed.release.isInProgress() && observed.release.target == upstream)
            use.releases.append(observed.release);
    }
    return use;
}

QString nodesWord(const Upstream &upstream)
{
    if (!upstream.discovery().isEmpty())
        return UpstreamRowsText::tr("by service discovery (%1)").arg(upstream.discovery());
    const QStringList nodes = upstream.nodes();
    return nodes.isEmpty() ? UpstreamRowsText::tr("no nodes") : enumerated(nodes);
}

QList<KeyedRow> upstreamRows(const ClusterSnapshot &snapshot, const QString &workspace)
{
    QList<KeyedRow> rows;
    for (const Upstream &upstream : snapshot.upstreams()) {
        if (workspace.isEmpty() || snapshot.workspaceOf(upstream.resource) == workspace)
            rows.append(rowOf(upstream, usersOf(upstream.id(), snapshot)));
    }
    return rows;
}

} // namespace sluice
