// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/location.h"

#include <QList>
#include <QPointer>

class QAction;

namespace sluice::app {

class ClusterDirectory;

/// Something that can be jumped to, or done, by typing a part of its name.
struct JumpEntry
{
    QString icon;
    QString title;
    QString place; ///< where it lies, or the keys of an action
    QString words; ///< by what else it is found: ids, paths
    QString kind = {};
    Location location = {};
    QPointer<QAction> action = {}; ///< instead of a place
};

/// Clusters, and what those that were read hold: workspaces, APIs, releases, upstreams; what is near comes first.
QList<JumpEntry> jumpPlaces(ClusterDirectory &clusters, const Location &here);

/// Entries in which every word occurs, whatever the letter case; titles that begin with it first.
QList<JumpEntry> matching(const QList<JumpEntry> &entries, const QString &text, qsizetype limit);

} // namespace sluice::app
