// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/release.h"
#include "core/model/resource.h"

namespace sluice {

/// True for a plugin_config that is a release's record, whatever its format. Lists are filtered by the key of the label
/// alone, so leases come along.
bool isRecord(const Resource &resource);
/// A record as stored, read (design.md 4). What can't be understood is left at its default, never refused.
Release releaseFrom(const Resource &record, const QString &workspaceKey);

/// Who writes, when, and under which random name: new with every action.
struct WriteStamp
{
    QString write; ///< 8 hex digits
    QDateTime time;
    QString by;
    QString reason;
};

/// The whole record of a new release, revision 1.
QJsonObject newRecord(const Release &release, const WriteStamp &stamp, const QString &workspaceKey);

/// The labels of a log entry: sluice.log.<revision>-<write>, continued in .<n>; no label is longer than 256 characters.
QJsonObject logLabels(const LogEntry &entry);
QList<LogEntry> readLog(const QJsonObject &labels);
/// Keys of entries that are older than the newest 50 revisions.
QStringList outdatedLogKeys(const QJsonObject &labels, int newestRevision);

} // namespace sluice
