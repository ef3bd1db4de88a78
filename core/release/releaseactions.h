// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/release.h"
#include "core/model/resource.h"
#include "core/release/observedrelease.h"
#include "core/release/releaserecord.h"

namespace sluice {

/// The changes of one action: first the record, then the API with one PATCH (APISIX 3: PATCH merges objects, replaces
/// arrays, and a null deletes only what exists; an empty object would wipe its parent). Empty: nothing to write there.
struct PlannedWrites
{
    QJsonObject record;
    QJsonObject api;
};

/// What an action wants; each a pure function of what was read.
PlannedWrites plannedConfigure(const Resource &record, const Release &release, const Api &api,
                               const TrafficPolicy &policy, const WriteStamp &stamp);
/// Configure, to a step of the record's plan: its policy and the place in the plan (counted from 1) in one write.
PlannedWrites plannedStep(const Resource &record, const Release &release, const Api &api, int step,
                          const WriteStamp &stamp);
PlannedWrites plannedCancel(const Resource &record, const Release &release, const Api *api, const WriteStamp &stamp);
PlannedWrites plannedFullRelease(const Resource &record, const Release &release, const Api &api,
                                 const WriteStamp &stamp);
/// Does what the record says: its split for one in progress, its end for one that has ended.
PlannedWrites plannedFinish(const Resource &record, const Release &release, const Api &api, const WriteStamp &stamp);
/// Takes what the API carries now as what this release wants (drift).
PlannedWrites plannedAdopt(const Resource &record, const Release &release, const Api &api, const WriteStamp &stamp);

/// Any of the above by its action, or why it is refused. policy: of Configure.
Result<PlannedWrites> planned(ReleaseAction action, const ObservedRelease &found, const TrafficPolicy &policy,
                              const WriteStamp &stamp);
/// What would succeed now, the safe action first: where Finish would overwrite what is not this release's, Adopt stands
/// in its place if the form can show what is there.
QList<ReleaseAction> offeredActions(const ObservedRelease &found);
/// Where the API's traffic will go once these writes are made: for the question before an action (B26).
QString trafficAfter(const Api &api, const PlannedWrites &writes);
/// Takes the split off the API and leaves the mark, whatever the release's revision is by then: the rollback of a
/// runbook, which needs no Sluice (E24). The release reads as stopped outside afterwards.
AdminRequest rollbackRequest(const ApiRef &api);

/// The API's change that lets the split of a record hold.
QJsonObject applyChange(const Release &release);
/// The API's change that takes split and mark away; nulls only for what is there.
QJsonObject removalChange(const Api &api, bool withMark = true);
/// The API's change that makes the target its upstream.
QJsonObject promotionChange(const Release &release, const Api &api);

/// Finish overwrites nothing that is not this release's: refuses a split without mark, a split that is neither the old
/// nor the new one of this release, and an API whose upstream is no longer the current one.
Result<void> allowFinish(const Release &release, const Api &api);

/// APISIX's merge of a PATCH, to foretell what a write must have left (E8).
QJsonObject merged(QJsonObject stored, const QJsonObject &change);
/// Fields that differ, times left out; empty: as foretold.
QStringList differences(const QJsonObject &expected, const QJsonObject &actual);

} // namespace sluice
