// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/workspacerows.h"

#include <QCoreApplication>
#include <QMap>

namespace sluice {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceRows)
};

struct Counts
{
    int apis = 0;
    int upstreams = 0;
    int inProgress = 0;
    int alarms = 0;
};

QMap<QString, Counts> countsOf(const ClusterSnapshot &snapshot)
{
    QMap<QString, Counts> counts;
    for (const Api &api : snapshot.apis())
        ++counts[snapshot.workspaceOf(api.resource)].apis;
    for (const Upstream &upstream : snapshot.upstreams())
        ++counts[snapshot.workspaceOf(upstream.resource)].upstreams;
    for (const ObservedRelease &observed : snapshot.releases()) {
        Counts &of = counts[observed.release.workspace];
        of.inProgress += observed.release.isInProgress() ? 1 : 0;
        of.alarms += alarmOf(observed) ? 1 : 0;
    }
    return counts;
}

} // namespace

QStringList workspaceHeaders()
{
    return {Text::tr("Name"), Text::tr("APIs"), Text::tr("Upstreams"), Text::tr("Releases in progress"),
            Text::tr("Alarms")};
}

QList<KeyedRow> workspaceRows(const ClusterSnapshot &snapshot)
{
    QList<KeyedRow> rows;
    const QMap<QString, Counts> counts = countsOf(snapshot);
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        KeyedRow row;
        row.key = it.key();
        row.cells = {it.key(), QString::number(it->apis), QString::number(it->upstreams),
                     QString::number(it->inProgress), QString::number(it->alarms)};
        row.sortKeys = {it.key(), it->apis, it->upstreams, it->inProgress, it->alarms};
        row.payload = it.key();
        rows.append(row);
    }
    return rows;
}

} // namespace sluice
