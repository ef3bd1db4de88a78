// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "cli/connection.h"
#include "cli/output.h"
#include "core/release/ownership.h"
#include "core/session/clustersnapshot.h"

#include <QCoreApplication>
#include <QMap>

using namespace Qt::StringLiterals;

namespace sluice::cli {

namespace {

struct ResourceCommandsText
{
    Q_DECLARE_TR_FUNCTIONS(ResourceCommands)
};

/// Everything of a cluster that the lists show.
QCoro::Task<Result<ClusterSnapshot>> inventoryOf(std::shared_ptr<ClusterSession> session)
{
    Result<QList<Api>> apis = co_await session->apis();
    if (!apis)
        co_return apis.error();
    Result<QList<Upstream>> upstreams = co_await session->upstreams();
    if (!upstreams)
        co_return upstreams.error();
    Result<QList<ObservedRelease>> releases = co_await session->releases().reader().among(*apis, *upstreams);
    if (!releases)
        co_return releases.error();
    ClusterSnapshot found(*apis, *upstreams, *releases, session->workspaces(), QDateTime::currentDateTime());
    co_return found;
}

QString wordOf(ApiCondition condition)
{
    switch (condition) {
    case ApiCondition::Plain:
        return u"plain"_s;
    case ApiCondition::Released:
        return u"released"_s;
    case ApiCondition::Orphaned:
        return u"orphaned"_s;
    case ApiCondition::External:
        return u"external"_s;
    }
    return {};
}

QJsonObject jsonOf(const Api &api, const ClusterSnapshot &inventory)
{
    const ObservedRelease *release = inventory.releaseOn(api.ref);
    return {{u"api"_s, api.ref.toText()},
            {u"name"_s, api.name()},
            {u"uris"_s, QJsonArray::fromStringList(api.uris())},
            {u"methods"_s, QJsonArray::fromStringList(api.methods())},
            {u"hosts"_s, QJsonArray::fromStringList(api.hosts())},
            {u"enabled"_s, api.enabled()},
            {u"current"_s, api.currentUpstream()},
            {u"release"_s, release == nullptr ? QJsonValue() : QJsonValue(release->release.id)},
            {u"condition"_s, wordOf(inventory.conditionOf(api))},
            {u"traffic"_s, trafficNow(api)},
            {u"workspace"_s, inventory.workspaceOf(api.resource)}};
}

QStringList usersOf(const QString &upstream, const ClusterSnapshot &inventory)
{
    QStringList users;
    for (const Api &api : inventory.apis()) {
        if (api.currentUpstream() == upstream)
            users.append(api.ref.toText());
    }
    for (const ObservedRelease &release : inventory.releases()) {
        if (release.release.isInProgress() && release.release.target == upstream)
            users.append(release.release.id);
    }
    return users;
}

QJsonObject jsonOf(const Upstream &upstream, const ClusterSnapshot &inventory)
{
    return {{u"id"_s, upstream.id()},
            {u"name"_s, upstream.name()},
            {u"nodes"_s, QJsonArray::fromStringList(upstream.nodes())},
            {u"weight"_s, upstream.totalWeight()},
            {u"discovery"_s, upstream.discovery()},
            {u"usedBy"_s, QJsonArray::fromStringList(usersOf(upstream.id(), inventory))},
            {u"workspace"_s, inventory.workspaceOf(upstream.resource)}};
}

bool isIn(const Resource &resource, const Arguments &arguments, const ClusterSnapshot &inventory)
{
    return arguments.workspace.empty() ||
           inventory.workspaceOf(resource) == QString::fromStdString(arguments.workspace);
}

int listWorkspaces(const ClusterSnapshot &inventory, const Arguments &arguments)
{
    const QMap<QString, WorkspaceCounts> counts = inventory.countsByWorkspace();
    QJsonArray items;
    QList<QStringList> rows{{ResourceCommandsText::tr("NAME"), ResourceCommandsText::tr("APIS"),
                             ResourceCommandsText::tr("UPSTREAMS"), ResourceCommandsText::tr("IN PROGRESS"),
                             ResourceCommandsText::tr("ALARMS")}};
    for (auto own = counts.cbegin(); own != counts.cend(); ++own) {
        items.append(QJsonObject{{u"name"_s, own.key()},
                                 {u"apis"_s, own->apis},
                                 {u"upstreams"_s, own->upstreams},
                                 {u"inProgress"_s, own->inProgress},
                                 {u"alarms"_s, own->alarms}});
        rows.append({own.key(), QString::number(own->apis), QString::number(own->upstreams),
                     QString::number(own->inProgress), QString::number(own->alarms)});
    }
    if (arguments.json())
        print(items);
    else
        printTable(rows);
    return Done;
}

int listApis(const ClusterSnapshot &inventory, const Arguments &arguments)
{
    QJsonArray items;
    QList<QStringList> rows{{ResourceCommandsText::tr("API"), ResourceCommandsText::tr("NAME"),
                             ResourceCommandsText::tr("PATH"), ResourceCommandsText::tr("CURRENT UPSTREAM"),
                             ResourceCommandsText::tr("RELEASE")}};
    for (const Api &api : inventory.apis()) {
        if (!isIn(api.resource, arguments, inventory))
            continue;
        items.append(jsonOf(api, inventory));
        const ObservedRelease *release = inventory.releaseOn(api.ref);
        rows.append({api.ref.toText(), api.name(), api.title(), api.currentUpstream(),
                     release == nullptr ? QString() : release->release.id});
    }
    if (arguments.json())
        print(items);
    else
        printTable(rows);
    return Done;
}

int listUpstreams(const ClusterSnapshot &inventory, const Arguments &arguments)
{
    QJsonArray items;
    QList<QStringList> rows{{ResourceCommandsText::tr("ID"), ResourceCommandsText::tr("NAME"),
                             ResourceCommandsText::tr("NODES"), ResourceCommandsText::tr("USED BY")}};
    for (const Upstream &upstream : inventory.upstreams()) {
        if (!isIn(upstream.resource, arguments, inventory))
            continue;
        items.append(jsonOf(upstream, inventory));
        rows.append({upstream.id(), upstream.name(),
                     upstream.discovery().isEmpty() ? upstream.nodes().join(u", "_s) : upstream.discovery(),
                     usersOf(upstream.id(), inventory).join(u", "_s)});
    }
    if (arguments.json())
        print(items);
    else
        printTable(rows);
    return Done;
}

Error missing(const QString &what)
{
    return {.kind = Error::Kind::NotFound,
            .reason = ResourceCommandsText::tr("The gateway has no %1.").arg(what),
            .detail = {},
            .traffic = {},
            .advice = ResourceCommandsText::tr("Look at the list.")};
}

int showApi(const ClusterSnapshot &inventory, const Arguments &arguments)
{
    const auto ref = parseApiRef(QString::fromStdString(arguments.subject));
    if (!ref)
        return printError(ref.error(), arguments.json());
    for (const Api &api : inventory.apis()) {
        if (api.ref != *ref)
            continue;
        if (arguments.desired) {
            const QJsonObject desired = desiredApi(api);
            if (arguments.json())
                print(desired);
            else
                print(toYaml(desired).chopped(1));
            return Done;
        }
        if (arguments.json()) {
            QJsonObject json = jsonOf(api, inventory);
            json.insert(u"value"_s, api.resource.value);
            print(json);
            return Done;
        }
        const ObservedRelease *release = inventory.releaseOn(api.ref);
        print(api.ref.toText() + u"  "_s + api.name() + u"  "_s + api.title());
        print(trafficNow(api));
        if (!api.enabled())
            print(ResourceCommandsText::tr("The route is disabled: nothing can be called."));
        if (release != nullptr)
            print(ResourceCommandsText::tr("Release: %1 (%2), %3")
                      .arg(release->release.name, release->release.id, toText(release->condition)));
        return Done;
    }
    return printError(missing(ref->toText()), arguments.json());
}

int showUpstream(const ClusterSnapshot &inventory, const Arguments &arguments)
{
    const QString id = QString::fromStdString(arguments.subject);
    for (const Upstream &upstream : inventory.upstreams()) {
        if (upstream.id() != id)
            continue;
        QJsonObject json = jsonOf(upstream, inventory);
        json.insert(u"value"_s, upstream.resource.value);
        if (arguments.json()) {
            print(json);
            return Done;
        }
        print(upstream.title());
        print(ResourceCommandsText::tr("Nodes: %1").arg(upstream.nodes().join(u", "_s)));
        print(ResourceCommandsText::tr("Used by: %1").arg(usersOf(id, inventory).join(u", "_s)));
        return Done;
    }
    return printError(missing(u"upstream "_s + id), arguments.json());
}

Result<QJsonObject> nodesFrom(const std::vector<std::string> &texts)
{
    QJsonObject nodes;
    for (const std::string &text : texts) {
        const QStringList parts = QString::fromStdString(text).split(u'=');
        bool isNumber = parts.size() == 1;
        const int weight = parts.size() == 2 ? parts[1].toInt(&isNumber) : 1;
        if (parts.size() > 2 || parts[0].isEmpty() || !isNumber || weight < 0)
            return Error{.kind = Error::Kind::Invalid,
                         .reason = ResourceCommandsText::tr("\"%1\" is not a node.").arg(QString::fromStdString(text)),
                         .detail = {},
                         .traffic = {},
                         .advice = ResourceCommandsText::tr("Write host:port, or host:port=weight.")};
        nodes.insert(parts[0], weight);
    }
    return nodes;
}

QCoro::Task<int> changeUpstream(const Arguments &arguments)
{
    const QString id = QString::fromStdString(arguments.subject);
    const bool create = arguments.command == "upstreams create";
    const Result<QJsonObject> nodes = nodesFrom(arguments.nodes);
    if (!nodes)
        co_return printError(nodes.error(), arguments.json());
    Result<std::shared_ptr<ClusterSession>> session = co_await connectForChange(arguments);
    if (!session)
        co_return printError(session.error(), arguments.json());
    AdminClient &admin = (*session)->admin();
    if (create) {
        Result<Resource> there = co_await admin.get(ResourceKind::Upstreams, id);
        if (there) {
            const Error error{.kind = Error::Kind::Conflict,
                              .reason = ResourceCommandsText::tr("There is an upstream \"%1\" already.").arg(id),
                              .detail = {},
                              .traffic = {},
                              .advice = ResourceCommandsText::tr("Choose another id.")};
            co_return printError(error, arguments.json());
        }
    }
    QJsonObject value{{u"type"_s, QString::fromStdString(arguments.algorithm)}, {u"nodes"_s, *nodes}};
    if (!arguments.name.empty())
        value.insert(u"name"_s, QString::fromStdString(arguments.name));
    const ClusterProfile &profile = (*session)->profile();
    if (!arguments.workspace.empty())
        value.insert(u"labels"_s, QJsonObject{{profile.workspaceKey, QString::fromStdString(arguments.workspace)}});
    const AdminRequest request =
        create ? putRequest(ResourceKind::Upstreams, id, value) : deleteRequest(ResourceKind::Upstreams, id);
    if (arguments.dryRun) {
        print(QJsonArray{toJson(request)});
        co_return Done;
    }
    Result<void> done;
    if (create) {
        Result<Resource> made = co_await admin.put(ResourceKind::Upstreams, id, value);
        if (!made)
            done = made.error();
    } else {
        done = co_await admin.remove(ResourceKind::Upstreams, id);
    }
    if (!done)
        co_return printError(done.error(), arguments.json());
    if (arguments.json())
        print(QJsonObject{{u"id"_s, id}});
    else
        print(create ? ResourceCommandsText::tr("Upstream \"%1\" is created.").arg(id)
                     : ResourceCommandsText::tr("Upstream \"%1\" is deleted.").arg(id));
    co_return Done;
}

} // namespace

QCoro::Task<int> runResources(const Arguments &arguments)
{
    if (arguments.command == "upstreams create" || arguments.command == "upstreams delete") {
        const int code = co_await changeUpstream(arguments);
        co_return code;
    }
    Result<std::shared_ptr<ClusterSession>> session = co_await connectTo(arguments);
    if (!session)
        co_return printError(session.error(), arguments.json());
    Result<ClusterSnapshot> inventory = co_await inventoryOf(*session);
    if (!inventory)
        co_return printError(inventory.error(), arguments.json());
    if (arguments.command == "workspaces list")
        co_return listWorkspaces(*inventory, arguments);
    if (arguments.command == "apis list")
        co_return listApis(*inventory, arguments);
    if (arguments.command == "apis show")
        co_return showApi(*inventory, arguments);
    if (arguments.command == "upstreams list")
        co_return listUpstreams(*inventory, arguments);
    co_return showUpstream(*inventory, arguments);
}

} // namespace sluice::cli
