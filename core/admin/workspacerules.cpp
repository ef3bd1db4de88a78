// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/workspacerules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct WorkspaceRulesText
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceRules)
};

const QString objectId = u"sluice-workspaces"_s;

QJsonObject objectWith(const QList<WorkspaceRule> &rules)
{
    const QJsonObject kept{{u"workspaces"_s, toJson(rules)}};
    const QJsonObject plugins{{u"traffic-split"_s, QJsonObject{{u"sluice"_s, kept}}}};
    const QJsonObject labels{{u"sluice.kind"_s, u"workspaces"_s}, {u"sluice.format"_s, u"1"_s}};
    return {{u"name"_s, objectId}, {u"plugins"_s, plugins}, {u"labels"_s, labels}};
}

Error changedMeanwhile()
{
    return {.kind = Error::Kind::Conflict,
            .reason =
                WorkspaceRulesText::tr("The workspace rules were changed elsewhere meanwhile. Nothing was written."),
            .detail = {},
            .traffic = {},
            .advice = WorkspaceRulesText::tr("Look at what holds now, then save yours again.")};
}

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

AdminRequest workspaceRulesRequest(const QList<WorkspaceRule> &rules)
{
    return rules.isEmpty() ? deleteRequest(ResourceKind::PluginConfigs, objectId)
                           : putRequest(ResourceKind::PluginConfigs, objectId, objectWith(rules));
}

QCoro::Task<Result<void>> writeWorkspaceRules(AdminClient &admin, QList<WorkspaceRule> rules,
                                              std::optional<QList<WorkspaceRule>> seen)
{
    Result<void> result;
    if (const QList<Error> faults = problems(rules); !faults.isEmpty())
        co_return faults.first();
    if (seen) {
        Result<QList<WorkspaceRule>> now = co_await readWorkspaceRules(admin);
        if (!now)
            co_return now.error();
        if (*now != *seen)
            co_return changedMeanwhile();
    }
    if (rules.isEmpty()) {
        result = co_await admin.remove(ResourceKind::PluginConfigs, objectId);
        co_return result;
    }
    Result<Resource> written = co_await admin.put(ResourceKind::PluginConfigs, objectId, objectWith(rules));
    if (!written)
        result = written.error();
    co_return result;
}

} // namespace sluice
