// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/release.h"
#include "core/model/resource.h"

#include <QList>
#include <QSet>

namespace sluice {

/// What a release really is, whoever looks: derived from record, mark and API alone. Conditions of releases in progress
/// come first, those of ended ones last; each release has exactly one.
enum class ReleaseCondition {
    Applied,
    Pending,
    Superseded,
    StoppedOutside,
    Drift,
    Ended,
    RevertedOutside,
    EndedOtherwise,
};

/// What may be done with a release, the safe action first where there is a choice.
enum class ReleaseAction {
    Configure,
    Cancel,
    FullRelease,
    Finish, ///< Apply pending change, or Re-apply
    Adopt,
    Delete,
    Archive,
    NewBack, ///< the form with current and target exchanged (E23)
};

/// The other releases that the condition of one depends on.
struct ReleaseNeighbours
{
    QStringList records;    ///< ids of all records that exist
    QList<Release> sameApi; ///< all releases of the API, this one may be among them
};

/// api: nothing where it was deleted (E5). The first row of the table that holds counts.
ReleaseCondition conditionOf(const Release &release, const std::optional<Api> &api, const ReleaseNeighbours &others);

/// By state and condition alone; releaseactions.h knows which of them the API allows.
QList<ReleaseAction> offeredActions(const Release &release, ReleaseCondition condition);
/// Refuses what the state table (E1) or the condition forbids, in a sentence.
Result<void> allow(ReleaseAction action, const Release &release, ReleaseCondition condition);

/// What is the matter with a release that is not as it should be, and the way out.
Error explained(const Release &release, ReleaseCondition condition);

/// What an API without a release of ours carries.
enum class ApiCondition {
    Plain,
    Released, ///< its mark names a record
    Orphaned, ///< its mark names no record
    External, ///< a split without mark
};
ApiCondition conditionOf(const Api &api, const QSet<QString> &records);

/// Stable words for -o json: applied, pending, superseded, stopped outside, drift, ended, reverted outside ...
QString toText(ReleaseCondition condition);
QString toText(ReleaseAction action);

} // namespace sluice
