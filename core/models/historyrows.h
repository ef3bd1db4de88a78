// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/release.h"
#include "core/models/keyedtablemodel.h"

namespace sluice {

/// Columns of a release's history, in their order.
enum class HistoryColumn { Time, By, Action, Allocation, Reason };

QStringList historyHeaders();
/// One row an entry of the record's log, the newest first.
QList<KeyedRow> historyRows(const Release &release);

} // namespace sluice
