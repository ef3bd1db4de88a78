// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/workspacerows.h"

#include <QCoreApplication>
#include <QMap>

namespace sluice {

namespace {

struct WorkspaceRowsText
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceRows)
};

} // namespace

QStringList workspaceHeaders()
{
    return {WorkspaceRowsText::tr("Name"), WorkspaceRowsText::tr("APIs"), WorkspaceRowsText::tr("Upstreams"),
            WorkspaceRowsText::tr("Unfinished releases"), WorkspaceRowsText::tr("Alarms")};
}

QList<KeyedRow> workspaceRows(const ClusterSnapshot &snapshot)
{
    QList<KeyedRow> rows;
    const QMap<QString, WorkspaceCounts> counts = snapshot.countsByWorkspace();
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
