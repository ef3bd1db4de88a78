// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/workspacerules.h"

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

const QString objectId = u"sluice-workspaces"_s;

} // namespace

QCoro::Task<Result<QList<WorkspaceRule>>> readWorkspaceRules(AdminClient &admin)
{
    Result<Resource> stored = co_await admin.get(ResourceKind::PluginConfigs, objectId);
    if (!stored && stored.error().kind != Error::Kind::NotFound)
        co_return stored.error();
    QJsonArray json;
    if (stored)
        json = stored->plugins()[u"traffic-split"_s][u"sluice"_s][u"workspaces"_s].toArray();
    co_return workspaceRulesFrom(json);
}

QCoro::Task<Result<void>> writeWorkspaceRules(AdminClient &admin, QList<WorkspaceRule> rules)
{
    Result<void> result;
    if (const QList<Error> faults = problems(rules); !faults.isEmpty())
        co_return faults.first();
    if (rules.isEmpty()) {
        result = co_await admin.remove(ResourceKind::PluginConfigs, objectId);
        co_return result;
    }
    const QJsonObject kept{{u"workspaces"_s, toJson(rules)}};
    const QJsonObject plugins{{u"traffic-split"_s, QJsonObject{{u"sluice"_s, kept}}}};
    const QJsonObject labels{{u"sluice.kind"_s, u"workspaces"_s}, {u"sluice.format"_s, u"1"_s}};
    const QJsonObject value{{u"name"_s, objectId}, {u"plugins"_s, plugins}, {u"labels"_s, labels}};
    Result<Resource> written = co_await admin.put(ResourceKind::PluginConfigs, objectId, value);
    if (!written)
        result = written.error();
    co_return result;
}

} // namespace sluice
