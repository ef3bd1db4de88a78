// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/placementrows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct PlacementRowsText
{
    Q_DECLARE_TR_FUNCTIONS(PlacementRows)
};

/// The words of one language, looked up once: there may be twenty thousand rows.
class Rows
{
public:
    explicit Rows(const Workspaces &workspaces)
        : m_workspaces(workspaces)
    {
        m_all.hits.fill(0, workspaces.rules().size());
        for (qsizetype rule = 0; rule < m_all.hits.size(); ++rule)
            m_rules.append(PlacementRowsText::tr("rule %1").arg(rule + 1));
    }

    void add(const QString &key, const QStringList &named, const Resource &resource)
    {
        const Placement placement = m_workspaces.placementOf(resource);
        const bool isByRule = placement.rule >= 0;
        KeyedRow row;
        row.key = key;
        row.cells = named + QStringList{placement.workspace, isByRule            ? m_rules.at(placement.rule)
                                                             : placement.byLabel ? m_label
                                                                                 : m_nothing};
        row.sortKeys = {{}, {}, {}, {}, placement.byLabel ? -1 : isByRule ? placement.rule : m_rules.size()};
        m_all.rows.append(row);
        ++(isByRule ? m_all.byRule : placement.byLabel ? m_all.labelled : m_all.unassigned);
        if (isByRule)
            ++m_all.hits[placement.rule];
    }
    const Placements &all() const { return m_all; }

private:
    const Workspaces &m_workspaces;
    Placements m_all;
    QStringList m_rules;
    QString m_label = PlacementRowsText::tr("its label");
    QString m_nothing = PlacementRowsText::tr("no rule matches");
};

} // namespace

QStringList placementHeaders()
{
    return {PlacementRowsText::tr("Name"), PlacementRowsText::tr("Kind"), PlacementRowsText::tr("ID"),
            PlacementRowsText::tr("Workspace"), PlacementRowsText::tr("Decided by")};
}

Placements placementsOf(const ClusterSnapshot &snapshot, const Workspaces &workspaces)
{
    Rows rows(workspaces);
    const QString route = PlacementRowsText::tr("Route");
    const QString service = PlacementRowsText::tr("Service");
    for (const Api &api : snapshot.apis()) {
        const QString kind = api.ref.kind == ApiRef::Kind::Route ? route : service;
        rows.add(api.ref.toText(), {api.title(), kind, api.ref.id}, api.resource);
    }
    const QString upstreamWord = PlacementRowsText::tr("Upstream");
    for (const Upstream &upstream : snapshot.upstreams())
        rows.add(u"upstream/"_s + upstream.id(), {upstream.name(), upstreamWord, upstream.id()}, upstream.resource);
    return rows.all();
}

} // namespace sluice
