// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/placementrows.h"

#include <QCoreApplication>

namespace sluice {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PlacementRows)
};

QString becauseWord(const Placement &placement)
{
    if (placement.byLabel)
        return Text::tr("its label");
    return placement.rule < 0 ? Text::tr("no rule hits") : Text::tr("rule %1").arg(placement.rule + 1);
}

/// Puts one object into its place.
void place(const KeyedRow &named, const Placement &placement, Placements &all)
{
    KeyedRow row = named;
    row.cells += {placement.workspace, becauseWord(placement)};
    row.sortKeys = {{}, {}, {}, {}, placement.byLabel ? -1 : placement.rule < 0 ? all.hits.size() : placement.rule};
    all.rows.append(row);
    if (placement.byLabel)
        ++all.labelled;
    else if (placement.rule < 0)
        ++all.unassigned;
    else
        ++all.byRule;
    if (placement.rule >= 0)
        ++all.hits[placement.rule];
}

} // namespace

QStringList placementHeaders()
{
    return {Text::tr("Name"), Text::tr("Kind"), Text::tr("ID"), Text::tr("Workspace"), Text::tr("Because of")};
}

Placements placementsOf(const ClusterSnapshot &snapshot, const Workspaces &workspaces)
{
    Placements all;
    all.hits.fill(0, workspaces.rules().size());
    for (const Api &api : snapshot.apis()) {
        KeyedRow row;
        row.key = api.ref.toText();
        const QString kind = api.ref.kind == ApiRef::Kind::Route ? Text::tr("Route") : Text::tr("Service");
        row.cells = {api.title(), kind, api.ref.id};
        place(row, workspaces.placementOf(api.resource), all);
    }
    for (const Upstream &upstream : snapshot.upstreams()) {
        KeyedRow row;
        row.key = QStringLiteral("upstream/") + upstream.id();
        row.cells = {upstream.name(), Text::tr("Upstream"), upstream.id()};
        place(row, workspaces.placementOf(upstream.resource), all);
    }
    return all;
}

} // namespace sluice
