// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/workspaceoperations.h"

#include "core/admin/workspacerules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

struct WorkspaceOperationsText
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceOperations)
};

using Labelling = std::shared_ptr<WorkspaceLabelling>;

QCoro::Task<Result<QList<AdminRequest>>> writeOf(QList<WorkspaceRule> rules)
{
    QList<AdminRequest> requests{workspaceRulesRequest(rules)};
    co_return requests;
}

QCoro::Task<Result<OperationResult>> replaceRules(SharedSession session, QList<WorkspaceRule> rules,
                                                  QList<WorkspaceRule> seen)
{
    Result<void> written = co_await session->setWorkspaceRules(rules, seen);
    if (!written)
        co_return written.error();
    OperationResult done{WorkspaceOperationsText::tr("The workspace rules are saved."),
                         WorkspaceOperationsText::tr("Every operator sees them.")};
    co_return done;
}

Labelling makeLabelling(const SharedSession &session)
{
    return std::make_shared<WorkspaceLabelling>(session->admin(), session->gateway().version,
                                                session->profile().workspaceKey);
}

QCoro::Task<Result<QList<AdminRequest>>> labelWrites(SharedSession session, QList<LabelChange> changes)
{
    const Labelling labelling = makeLabelling(session);
    Result<QList<AdminRequest>> requests = co_await labelling->preview(changes);
    co_return requests;
}

QCoro::Task<Result<OperationResult>> writeLabels(SharedSession session, QList<LabelChange> changes)
{
    const Labelling labelling = makeLabelling(session);
    Result<WorkspaceLabelling::Report> report = co_await labelling->run(changes);
    if (!report)
        co_return report.error();
    OperationResult done{WorkspaceOperationsText::tr("%n label(s) written.", nullptr, report->written), {}};
    if (!report->skipped.isEmpty())
        done.detail = WorkspaceOperationsText::tr("Skipped: %1").arg(report->skipped.join(u"; "_s));
    co_return done;
}

} // namespace

Operation replacementOfRules(const SharedSession &session, const QList<WorkspaceRule> &rules,
                             const QList<WorkspaceRule> &seen)
{
    Operation operation = operationIn(session->profile(), u"workspace-rules"_s);
    operation.title = WorkspaceOperationsText::tr("Save the workspace rules");
    operation.effect =
        rules.isEmpty()
            ? WorkspaceOperationsText::tr(
                  "The rules go from the gateway: what has no label is in the workspace default, "
                  "for every operator. No traffic moves, and no API is touched.")
            : WorkspaceOperationsText::tr("%n rule(s) will say for every operator which workspace an object without a "
                                          "label belongs to. No traffic moves, and no API is touched.",
                                          nullptr, static_cast<int>(rules.size()));
    operation.takesReason = false;
    operation.preview = [rules] { return writeOf(rules); };
    operation.run = [session, rules, seen](const QString &) { return replaceRules(session, rules, seen); };
    return operation;
}

Operation labellingOf(const SharedSession &session, const QList<LabelChange> &changes)
{
    Operation operation = operationIn(session->profile(), u"workspace-labels"_s);
    operation.title = WorkspaceOperationsText::tr("Write workspace labels");
    operation.effect =
        WorkspaceOperationsText::tr(
            "Each ticked item gets the label %1 with the workspace beside it. Nothing else of it changes, and no "
            "traffic moves.")
            .arg(session->profile().workspaceKey);
    operation.takesReason = false;
    operation.preview = [session, changes] { return labelWrites(session, changes); };
    operation.run = [session, changes](const QString &) { return writeLabels(session, changes); };
    return operation;
}

QList<Release> releasesOf(const ClusterSnapshot &snapshot)
{
    QList<Release> releases;
    for (const ObservedRelease &observed : snapshot.releases())
        releases.append(observed.release);
    return releases;
}

} // namespace sluice::app
