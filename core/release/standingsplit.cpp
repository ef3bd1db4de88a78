// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/standingsplit.h"

#include "core/release/releasewords.h"
#include "core/traffic/splitcodec.h"

#include <QCoreApplication>

namespace sluice {

namespace {

struct StandingSplitText
{
    Q_DECLARE_TR_FUNCTIONS(StandingSplit)
};

/// Without a split all goes to the API's own upstream, which is the target's once it was fully released.
StandingSplit withoutSplit(const Release &release, const QString &own)
{
    const bool isReleased = own == release.target && release.current != release.target;
    TrafficPolicy policy;
    policy.percentage = isReleased ? 100 : 0;
    return {policy, isReleased ? release.current : own, release.target};
}

} // namespace

std::optional<StandingSplit> standingSplit(const ObservedRelease &observed)
{
    if (!observed.api)
        return std::nullopt;
    const QString own = observed.api->currentUpstream();
    if (!observed.api->hasSplit())
        return withoutSplit(observed.release, own);
    const auto found = decodeSplit(observed.api->split());
    if (!found)
        return std::nullopt;
    // A split of 0 % names no target.
    return StandingSplit{found->policy, own, found->target.isEmpty() ? observed.release.target : found->target};
}

std::optional<StandingSplit> askedSplit(const Release &release)
{
    if (!release.isInProgress() || !release.policyIsReadable)
        return std::nullopt;
    return StandingSplit{release.policy, release.current, release.target};
}

QStringList driftInWords(const ObservedRelease &observed, const std::function<QString(const QString &)> &titleOf)
{
    const auto found = standingSplit(observed);
    const auto asked = askedSplit(observed.release);
    if (!asked || !observed.api)
        return {};
    if (!found)
        return {StandingSplitText::tr("The split of the API can't be shown as a share or as rules.")};
    const auto differs = [](const QString &what, const QString &wanted, const QString &there) {
        //: %1 is for example "Target upstream"; then what the release asks for, and what the API has
        return StandingSplitText::tr("%1: %2 asked, %3 found").arg(what, wanted, there);
    };
    QStringList lines;
    if (found->current != asked->current)
        lines.append(
            differs(StandingSplitText::tr("Current upstream"), titleOf(asked->current), titleOf(found->current)));
    if (found->target != asked->target)
        lines.append(differs(StandingSplitText::tr("Target upstream"), titleOf(asked->target), titleOf(found->target)));
    const QString wanted = allocationWord(asked->policy);
    const QString there = allocationWord(found->policy);
    if (wanted != there)
        lines.append(differs(StandingSplitText::tr("Share of the target"), wanted, there));
    else if (found->policy != asked->policy)
        lines.append(
            differs(StandingSplitText::tr("Rules"), inWords(asked->policy.groups), inWords(found->policy.groups)));
    if (lines.isEmpty())
        lines.append(StandingSplitText::tr("The split is written in another way, with the same effect."));
    return lines;
}

} // namespace sluice
