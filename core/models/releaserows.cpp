// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/releaserows.h"

#include "core/model/prose.h"
#include "core/release/releasewords.h"
#include "core/release/standingsplit.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ReleaseRowsText
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseRows)
};

int rankOf(const ObservedRelease &observed)
{
    if (alarmOf(observed))
        return 0;
    return observed.release.isInProgress() ? 1 : 2;
}

constexpr int noShare = 101; ///< rules come after every share

/// What has ended comes before every share.
int allocationRank(const ObservedRelease &observed)
{
    if (!observed.release.isInProgress())
        return -1;
    return shareNow(observed).value_or(noShare);
}

KeyedRow rowOf(const ObservedRelease &observed, const ClusterSnapshot &snapshot)
{
    const Release &release = observed.release;
    const QString upstreams = ReleaseRowsText::tr("%1 → %2").arg(snapshot.upstreamTitle(release.current),
                                                                 snapshot.upstreamTitle(release.target));
    KeyedRow row;
    row.key = release.id;
    row.cells = {stateWord(observed),      release.name, observed.apiTitle(),        upstreams,
                 allocationWord(observed), release.by,   localTime(release.updated), release.workspace};
    row.sortKeys = {rankOf(observed), {}, {}, {}, allocationRank(observed), {}, release.updated, {}};
    row.tips = {stateExplanation(observed), release.description, release.api.toText()};
    if (release.policyIsReadable && release.policy.kind == TrafficPolicy::Kind::Rules)
        row.tips = {row.tips[0], row.tips[1], row.tips[2], {}, inWords(release.policy.groups)};
    row.payload = QVariant::fromValue(observed);
    return row;
}

} // namespace

std::optional<int> shareNow(const ObservedRelease &observed)
{
    const auto found = observed.release.isInProgress() ? standingSplit(observed) : std::nullopt;
    if (!found || found->policy.kind != TrafficPolicy::Kind::Percentage)
        return std::nullopt;
    return found->policy.percentage;
}

int shareOf(const QModelIndex &row)
{
    const int rank =
        row.siblingAtColumn(static_cast<int>(ReleaseColumn::Allocation)).data(KeyedTableModel::SortRole).toInt();
    return rank < noShare ? rank : -1;
}

QStringList releaseHeaders()
{
    return {ReleaseRowsText::tr("State"),      ReleaseRowsText::tr("Name"),
            ReleaseRowsText::tr("API"),        ReleaseRowsText::tr("Current → Target"),
            ReleaseRowsText::tr("Allocation"), ReleaseRowsText::tr("By"),
            ReleaseRowsText::tr("Updated"),    ReleaseRowsText::tr("Workspace")};
}

bool comesBefore(const ObservedRelease &a, const ObservedRelease &b)
{
    if (rankOf(a) != rankOf(b))
        return rankOf(a) < rankOf(b);
    return a.release.updated > b.release.updated;
}

QList<KeyedRow> releaseRows(const ClusterSnapshot &snapshot, const QString &workspace)
{
    QList<ObservedRelease> chosen;
    std::copy_if(snapshot.releases().cbegin(), snapshot.releases().cend(), std::back_inserter(chosen),
                 [&workspace](const ObservedRelease &observed) {
                     return workspace.isEmpty() || observed.release.workspace == workspace;
                 });
    std::stable_sort(chosen.begin(), chosen.end(), comesBefore);
    QList<KeyedRow> rows;
    rows.reserve(chosen.size());
    for (const ObservedRelease &observed : std::as_const(chosen))
        rows.append(rowOf(observed, snapshot));
    return rows;
}

} // namespace sluice
