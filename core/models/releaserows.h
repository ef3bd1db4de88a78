// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/models/keyedtablemodel.h"
#include "core/session/clustersnapshot.h"

namespace sluice {

/// Columns of a list of releases, in their order.
enum class ReleaseColumn { State, Name, Api, Upstreams, Allocation, By, Updated, Workspace };

QStringList releaseHeaders();
/// One row a release; the payload is its ObservedRelease. Empty workspace: of all.
QList<KeyedRow> releaseRows(const ClusterSnapshot &snapshot, const QString &workspace);

/// What the target gets of all requests now, 0 to 100. Nothing where rules decide, where it can't be told, and of one
/// that has ended.
std::optional<int> shareNow(const ObservedRelease &observed);
/// The same of a row of these, below 0 for nothing: it was found out with the row, so that painting decodes no split.
int shareOf(const QModelIndex &row);

/// Alarms first, then releases in progress, then what has ended; within each the newest change first.
bool comesBefore(const ObservedRelease &a, const ObservedRelease &b);

} // namespace sluice

Q_DECLARE_METATYPE(sluice::ObservedRelease)
