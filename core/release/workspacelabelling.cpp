// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/workspacelabelling.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct WorkspaceLabellingText
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceLabelling)
};

QString hasRelease()
{
    return WorkspaceLabellingText::tr("it has a release in progress");
}

bool isByRule(const Resource &resource, const Workspaces &workspaces)
{
    const Placement placement = workspaces.placementOf(resource);
    return placement.rule >= 0 && placement.workspace != "default"_L1;
}

/// Labels hold no white space (APISIX: ^\\S+$, 256 characters).
bool canBeLabel(const QString &workspace)
{
    const bool isBlank = std::any_of(workspace.begin(), workspace.end(), [](QChar c) { return c.isSpace(); });
    return !isBlank && workspace.size() <= 256;
}

bool isBusy(const Api &api, const QList<Release> &releases)
{
    return !api.mark().isEmpty() || std::any_of(releases.begin(), releases.end(), [&api](const Release &release) {
        return release.isInProgress() && release.api == api.ref;
    });
}

QString reasonToSkip(const QString &workspace, bool isBusy)
{
    if (isBusy)
        return hasRelease();
    return canBeLabel(workspace) ? QString() : WorkspaceLabellingText::tr("the workspace's name can't be a label");
}

} // namespace

QList<LabelChange> plannedLabels(const QList<Api> &apis, const QList<Upstream> &upstreams,
                                 const QList<Release> &releases, const Workspaces &workspaces)
{
    QList<LabelChange> changes;
    const auto add = [&](ResourceKind kind, const Resource &resource, const QString &name, bool isBusy) {
        if (!isByRule(resource, workspaces))
            return;
        const QString workspace = workspaces.of(resource);
        changes.append({kind, resource, name, workspace, reasonToSkip(workspace, isBusy)});
    };
    for (const Api &api : apis)
        add(kindOf(api.ref.kind), api.resource, api.name(), isBusy(api, releases));
    for (const Upstream &upstream : upstreams)
        add(ResourceKind::Upstreams, upstream.resource, upstream.name(), false);
    return changes;
}

QList<LabelChange> chosenLabels(const QList<Api> &apis, const QList<Release> &releases, const QString &workspace,
                                const QString &labelKey)
{
    QList<LabelChange> changes;
    for (const Api &api : apis) {
        if (api.resource.label(labelKey) != workspace)
            changes.append({kindOf(api.ref.kind), api.resource, api.name(), workspace,
                            reasonToSkip(workspace, isBusy(api, releases))});
    }
    return changes;
}

WorkspaceLabelling::WorkspaceLabelling(AdminClient &admin, const QVersionNumber &version, QString labelKey,
                                       QObject *parent)
    : QObject(parent)
    , m_admin(admin)
    , m_version(version)
    , m_labelKey(std::move(labelKey))
{
}

QJsonObject WorkspaceLabelling::labelOf(const LabelChange &change) const
{
    return {{u"labels"_s, QJsonObject{{m_labelKey, change.workspace}}}};
}

QCoro::Task<Result<QList<AdminRequest>>> WorkspaceLabelling::preview(QList<LabelChange> changes)
{
    QList<AdminRequest> requests;
    for (const LabelChange &change : std::as_const(changes)) {
        if (!change.skipped.isEmpty())
            continue;
        Result<AdminRequest> request =
            co_await changeRequest(m_admin, m_version, change.kind, change.resource, labelOf(change));
        if (!request)
            co_return request.error();
        requests.append(*request);
    }
    co_return requests;
}

/// Why it was skipped after all; empty: it is written.
QCoro::Task<Result<QString>> WorkspaceLabelling::label(LabelChange change)
{
    Result<Resource> now = co_await m_admin.get(change.kind, change.resource.id());
    if (!now && now.error().kind == Error::Kind::NotFound)
        co_return WorkspaceLabellingText::tr("it was deleted meanwhile");
    if (!now)
        co_return now.error();
    if (now->label(m_labelKey) != change.resource.label(m_labelKey))
        co_return WorkspaceLabellingText::tr("its label was changed meanwhile");
    if (!now->label(u"sluice.release"_s).isEmpty())
        co_return hasRelease();
    Result<Resource> written = co_await changeResource(m_admin, m_version, change.kind, *now, labelOf(change));
    if (!written && written.error().kind == Error::Kind::Invalid)
        co_return written.error().detail;
    if (!written)
        co_return written.error();
    co_return QString();
}

QCoro::Task<Result<WorkspaceLabelling::Report>> WorkspaceLabelling::run(QList<LabelChange> changes)
{
    m_cancelled = false;
    Report report;
    int done = 0;
    for (const LabelChange &change : std::as_const(changes)) {
        if (m_cancelled)
            break;
        QString why = change.skipped;
        if (why.isEmpty()) {
            Result<QString> outcome = co_await label(change);
            if (!outcome)
                co_return outcome.error();
            why = *outcome;
        }
        if (why.isEmpty())
            ++report.written;
        else
            report.skipped.append(u"%1: %2"_s.arg(change.item(), why));
        Q_EMIT progressed(++done, int(changes.size()));
    }
    co_return report;
}

} // namespace sluice
