// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/apirows.h"

#include "core/release/releasewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ApiRowsText
{
    Q_DECLARE_TR_FUNCTIONS(ApiRows)
};

QString kindWord(const Api &api, const ClusterSnapshot &snapshot)
{
    if (api.ref.kind == ApiRef::Kind::Route)
        return api.enabled() ? ApiRowsText::tr("Route") : ApiRowsText::tr("Route, disabled");
    return ApiRowsText::tr("Service, %n route(s)", "", static_cast<int>(snapshot.routesOf(api.ref.id).size()));
}

QString routeWord(const Api &api)
{
    const QString methods = api.methods().isEmpty() ? ApiRowsText::tr("any method") : api.methods().join(u'|');
    return api.ref.kind == ApiRef::Kind::Service ? QString() : methods + u' ' + api.uris().join(u' ');
}

KeyedRow rowOf(const Api &api, const ClusterSnapshot &snapshot)
{
    KeyedRow row;
    row.key = api.ref.toText();
    row.cells = {badgeWord(api, snapshot),
                 api.name(),
                 routeWord(api),
                 api.hosts().join(u' '),
                 snapshot.upstreamTitle(api.currentUpstream()),
                 kindWord(api, snapshot),
                 api.ref.id};
    row.payload = QVariant::fromValue(api);
    return row;
}

} // namespace

QStringList apiHeaders()
{
    return {ApiRowsText::tr("Release"),
            ApiRowsText::tr("Name"),
            ApiRowsText::tr("Methods and paths"),
            ApiRowsText::tr("Hosts"),
            ApiRowsText::tr("Current upstream"),
            ApiRowsText::tr("Kind"),
            ApiRowsText::tr("ID")};
}

QString badgeWord(const Api &api, const ClusterSnapshot &snapshot)
{
    if (const ObservedRelease *release = snapshot.releaseOn(api.ref))
        return ApiRowsText::tr("%1, %2").arg(stateWord(*release), allocationWord(*release));
    switch (snapshot.conditionOf(api)) {
    case ApiCondition::Plain:
    case ApiCondition::Released:
        return {};
    case ApiCondition::Orphaned:
        return ApiRowsText::tr("Split without a release");
    case ApiCondition::External:
        return ApiRowsText::tr("External split");
    }
    return {};
}

QList<KeyedRow> apiRows(const ClusterSnapshot &snapshot, const QString &workspace)
{
    QList<KeyedRow> rows;
    for (const Api &api : snapshot.apis()) {
        if (workspace.isEmpty() || snapshot.workspaceOf(api.resource) == workspace)
            rows.append(rowOf(api, snapshot));
    }
    return rows;
}

} // namespace sluice
