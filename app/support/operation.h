// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/release/releaseback.h"
#include "core/session/clustersession.h"
#include "core/session/clustersnapshot.h"

#include <functional>
#include <memory>

namespace sluice::app {

/// What came of an operation, in words.
struct OperationResult
{
    QString text;                   ///< empty: nothing that is not seen anyhow
    QString detail;                 ///< for example where a record was kept
    std::optional<ApiRef> api = {}; ///< worth a look now: its upstream is another one (B23)
    QString release = {};           ///< that was made or changed
    bool isWarning = false;         ///< done, but it is not what one hoped for
};

/// Something that moves traffic or removes things: what a confirmation says of it (B26), and how it is done.
struct Operation
{
    QString cluster; ///< id of the profile
    QString clusterName;
    ClusterProfile::Environment environment = ClusterProfile::Environment::Development;
    QString subject;         ///< release id or route/ID: never two at a time on one (B27)
    QString title;           ///< the verb: "Cancel release"
    QString about;           ///< what it acts on: the release and its API; may be empty
    QString effect;          ///< what will happen to the traffic
    QString warning;         ///< what deserves a second look; empty for nothing
    QString typedName;       ///< must be typed before Confirm; empty for nothing
    bool takesReason = true; ///< off: nothing records one
    bool demandsReason = false;
    bool destructive = false;
    bool lasts = false; ///< goes on for long and shows itself elsewhere: nobody waits for it
    std::function<QCoro::Task<Result<QList<AdminRequest>>>()> preview;
    std::function<QCoro::Task<Result<OperationResult>>(QString reason)> run;
    std::shared_ptr<const Operation> rescue; ///< what is left to do when it fails (E19); may be null
};

using SharedSession = std::shared_ptr<ClusterSession>;

/// One key for what happens to a subject of a cluster.
QString subjectKey(const QString &cluster, const QString &subject);
/// Nothing yet, in this cluster and on this subject.
Operation operationIn(const ClusterProfile &cluster, const QString &subject);
/// What an operation on a release is about.
QString aboutRelease(const ObservedRelease &observed);
/// An action on a release that needs no form.
Operation operationOn(const SharedSession &session, const ClusterSnapshot &snapshot, const ObservedRelease &observed,
                      ReleaseAction action);
/// What a form wants: it is its own confirmation. seen: what it was opened on.
Operation creation(const SharedSession &session, const ClusterSnapshot &snapshot, const NewRelease &wanted,
                   const Seen &seen);
Operation configuration(const SharedSession &session, const ClusterSnapshot &snapshot, const ObservedRelease &observed,
                        const TrafficPolicy &policy, const Seen &seen);
/// Takes over a split that Sluice did not make, or one whose record is gone (E7).
Operation adoption(const SharedSession &session, const Api &api);
/// Removes a split whose record is gone.
Operation removalOfOrphan(const SharedSession &session, const ClusterSnapshot &snapshot, const Api &api);
/// Makes an upstream object of what a completed release took out of its API (E23).
Operation upstreamOf(const SharedSession &session, const ReleaseBack &back);
/// Deletes an upstream object.
Operation removalOf(const SharedSession &session, const Upstream &upstream);

} // namespace sluice::app
