// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "cli/connection.h"
#include "cli/output.h"
#include "core/release/workspacelabelling.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::cli {

namespace {

struct WorkspaceCommandsText
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceCommands)
};

QCoro::Task<int> showRules(const Arguments &arguments)
{
    Result<std::shared_ptr<ClusterSession>> session = co_await connectTo(arguments);
    if (!session)
        co_return printError(session.error(), arguments.json());
    print(toJson((*session)->workspaces().rules()));
    co_return Done;
}

QCoro::Task<int> setRules(const Arguments &arguments)
{
    const Result<QByteArray> text = readFile(arguments.file);
    if (!text)
        co_return printError(text.error(), arguments.json());
    const Result<QList<WorkspaceRule>> rules = workspaceRulesFrom(QJsonDocument::fromJson(*text).array());
    if (!rules)
        co_return printError(rules.error(), arguments.json());
    Result<std::shared_ptr<ClusterSession>> session = co_await connectForChange(arguments);
    if (!session)
        co_return printError(session.error(), arguments.json());
    if (arguments.dryRun) {
        print(toJson(*rules));
        co_return Done;
    }
    Result<void> written = co_await (*session)->setWorkspaceRules(*rules);
    if (!written)
        co_return printError(written.error(), arguments.json());
    co_return Done;
}

QJsonArray jsonOf(const QList<LabelChange> &changes)
{
    QJsonArray items;
    for (const LabelChange &change : changes)
        items.append(QJsonObject{{u"kind"_s, toText(change.kind)},
                                 {u"id"_s, change.resource.id()},
                                 {u"workspace"_s, change.workspace},
                                 {u"skipped"_s, change.skipped}});
    return items;
}

void printChanges(const QList<LabelChange> &changes)
{
    QList<QStringList> rows{{WorkspaceCommandsText::tr("ITEM"), WorkspaceCommandsText::tr("WORKSPACE"),
                             WorkspaceCommandsText::tr("WHY NOT")}};
    for (const LabelChange &change : changes)
        rows.append({change.item(), change.workspace, change.skipped});
    printTable(rows);
}

/// Those of the list that were named, or that one of them is not there.
Result<QList<Api>> named(const std::vector<std::string> &names, const QList<Api> &all)
{
    QList<Api> found;
    for (const std::string &name : names) {
        const QString text = QString::fromStdString(name);
        const auto api = std::find_if(all.cbegin(), all.cend(),
                                      [&text](const Api &candidate) { return candidate.ref.toText() == text; });
        if (api == all.cend())
            return Error{.kind = Error::Kind::NotFound,
                         .reason = WorkspaceCommandsText::tr("The API %1 does not exist.").arg(text),
                         .detail = {},
                         .traffic = {},
                         .advice = WorkspaceCommandsText::tr("Name it as apis list does: route/ID or service/ID.")};
        found.append(*api);
    }
    return found;
}

QCoro::Task<Result<QList<LabelChange>>> changesOf(std::shared_ptr<ClusterSession> session, const Arguments &arguments)
{
    Result<QList<Api>> apis = co_await session->apis();
    if (!apis)
        co_return apis.error();
    Result<QList<Upstream>> upstreams = co_await session->upstreams();
    if (!upstreams)
        co_return upstreams.error();
    Result<QList<ObservedRelease>> found = co_await session->releases().reader().among(*apis, *upstreams);
    if (!found)
        co_return found.error();
    QList<Release> releases;
    for (const ObservedRelease &observed : std::as_const(*found))
        releases.append(observed.release);
    if (!arguments.apis.empty()) {
        const Result<QList<Api>> chosen = named(arguments.apis, *apis);
        if (!chosen)
            co_return chosen.error();
        co_return chosenLabels(*chosen, releases, QString::fromStdString(arguments.subject),
                               session->profile().workspaceKey);
    }
    co_return plannedLabels(*apis, *upstreams, releases, session->workspaces());
}

QCoro::Task<int> label(const Arguments &arguments)
{
    Result<std::shared_ptr<ClusterSession>> session = co_await connectForChange(arguments);
    if (!session)
        co_return printError(session.error(), arguments.json());
    Result<QList<LabelChange>> changes = co_await changesOf(*session, arguments);
    if (!changes)
        co_return printError(changes.error(), arguments.json());
    if (!arguments.json())
        printChanges(*changes);
    const auto writes = std::count_if(changes->begin(), changes->end(),
                                      [](const LabelChange &change) { return change.skipped.isEmpty(); });
    if (arguments.dryRun || writes == 0) {
        if (arguments.json())
            print(jsonOf(*changes));
        co_return Done;
    }
    if (!agreed(WorkspaceCommandsText::tr("%n label(s) will be written.", nullptr, int(writes)), arguments.yes))
        co_return SaidNo;
    WorkspaceLabelling labelling((*session)->admin(), (*session)->gateway().version,
                                 (*session)->profile().workspaceKey);
    Result<WorkspaceLabelling::Report> report = co_await labelling.run(*changes);
    if (!report)
        co_return printError(report.error(), arguments.json());
    if (arguments.json())
        print(
            QJsonObject{{u"written"_s, report->written}, {u"skipped"_s, QJsonArray::fromStringList(report->skipped)}});
    else
        print(WorkspaceCommandsText::tr("%n label(s) written.", nullptr, report->written));
    co_return Done;
}

} // namespace

QCoro::Task<int> runWorkspaces(const Arguments &arguments)
{
    if (arguments.command == "workspaces rules")
        return showRules(arguments);
    return arguments.command == "workspaces set-rules" ? setRules(arguments) : label(arguments);
}

} // namespace sluice::cli
