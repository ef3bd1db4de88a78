// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/release.h"
#include "core/model/workspaces.h"
#include "core/release/resourcechange.h"

#include <QObject>

namespace sluice {

/// One resource that gets the label of a workspace, or why it does not.
struct LabelChange
{
    ResourceKind kind = ResourceKind::Routes;
    Resource resource; ///< as it was when this was planned
    QString name;
    QString workspace;
    QString skipped; ///< why; empty: it is written

    QString item() const { return toText(kind) + QLatin1Char('/') + resource.id(); } ///< "routes/pay"
};

/// Everything that is in a workspace by a rule alone. APIs with a release in progress are skipped: a write of a route
/// begins its split anew, and would meet an action under way.
QList<LabelChange> plannedLabels(const QList<Api> &apis, const QList<Upstream> &upstreams,
                                 const QList<Release> &releases, const Workspaces &workspaces);

/// APIs that were chosen, whatever label they have; what has that of the workspace already is none of it. APIs with a
/// release in progress are skipped likewise.
QList<LabelChange> chosenLabels(const QList<Api> &apis, const QList<Release> &releases, const QString &workspace,
                                const QString &labelKey);

/// Writes them one by one. Given up or cut off, it is planned and begun again: what has its label drops out of the
/// plan.
class WorkspaceLabelling : public QObject
{
    Q_OBJECT

public:
    struct Report
    {
        int written = 0;
        QStringList skipped; ///< "routes/pay: why"
    };

    WorkspaceLabelling(AdminClient &admin, const QVersionNumber &version, QString labelKey, QObject *parent = nullptr);

    /// Each is read before it is written; what has got another label or a release meanwhile is skipped.
    QCoro::Task<Result<Report>> run(QList<LabelChange> changes);
    /// The exact writes, made from what was planned on.
    QCoro::Task<Result<QList<AdminRequest>>> preview(QList<LabelChange> changes);
    /// Ends behind the one that is under way.
    void cancel() { m_cancelled = true; }

Q_SIGNALS:
    void progressed(int done, int total);

private:
    QCoro::Task<Result<QString>> label(LabelChange change);
    QJsonObject labelOf(const LabelChange &change) const;

    AdminClient &m_admin;
    QVersionNumber m_version;
    QString m_labelKey;
    bool m_cancelled = false;
};

} // namespace sluice
