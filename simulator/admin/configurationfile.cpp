// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/configurationfile.h"

#include "simulator/admin/references.h"
#include "simulator/admin/resourcechecks.h"
#include "simulator/admin/resourcekind.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

// The order of references: what is named comes before what names it.
constexpr Collection fileOrder[] = {
    Collection::PluginMetadata, Collection::Secrets,        Collection::Ssls,      Collection::Protos,
    Collection::Upstreams,      Collection::ConsumerGroups, Collection::Consumers, Collection::Services,
    Collection::PluginConfigs,  Collection::GlobalRules,    Collection::Routes,    Collection::StreamRoutes,
};

constexpr QLatin1StringView credentialsPart = "/credentials/"_L1;

Error invalid(const QString &reason, const QString &detail, const QString &advice)
{
    return Error{.kind = Error::Kind::Invalid, .reason = reason, .detail = detail, .traffic = {}, .advice = advice};
}

std::optional<QString> unknownKey(const QJsonObject &file)
{
    for (auto it = file.begin(); it != file.end(); ++it) {
        if (it.value().isArray() && it.key() != "plugins"_L1 && !resourceKind(it.key()))
            return it.key();
    }
    return std::nullopt;
}

// Kind, id and place of an item that stands in the list of a kind.
Candidate candidateOf(const ResourceKind &listed, const QJsonObject &item)
{
    const QString id = idText(item.value("id"_L1));
    if (listed.collection == Collection::Consumers) {
        if (!id.contains(credentialsPart)) {
            const QString name = item.value("username"_L1).toString();
            return {listed, {}, name.toStdString(), item};
        }
        const QString owner = id.section(credentialsPart, 0, 0);
        const QString own = id.section(credentialsPart, 1);
        QJsonObject value = item;
        value.insert("id"_L1, own);
        return {resourceKind(Collection::Credentials), own, (owner + u'/' + own).toStdString(), value};
    }
    return {listed, id, id.toStdString(), item};
}

void setTimes(const ResourceKind &kind, QJsonObject &value)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (const auto name : {"create_time"_L1, "update_time"_L1}) {
        if (kind.hasTimes && !value.contains(name))
            value.insert(name, now);
    }
}

std::optional<QString> add(Snapshot &snapshot, const ResourceKind &listed, const QJsonObject &item,
                           const Schemas &schemas)
{
    Candidate candidate = candidateOf(listed, item);
    const Collection collection = candidate.kind.collection;
    if (candidate.storeId.empty())
        return collection == Collection::Consumers ? u"it has no username"_s : u"it has no id"_s;
    if (collection == Collection::Credentials &&
        !snapshot.find(Collection::Consumers, candidate.storeId.substr(0, candidate.storeId.find('/'))))
        return u"consumer not found"_s;
    if (collection != Collection::StreamRoutes) {
        if (auto fault = conflictOf(candidate, schemas, &snapshot))
            return fault;
    }
    setTimes(candidate.kind, candidate.value);
    ++snapshot.revision;
    snapshot.collections[static_cast<std::size_t>(collection)][candidate.storeId] =
        std::make_shared<const StoredItem>(StoredItem{.id = candidate.storeId,
                                                      .value = std::move(candidate.value),
                                                      .createdIndex = snapshot.revision,
                                                      .modifiedIndex = snapshot.revision});
    return std::nullopt;
}

QString shownId(const QJsonObject &item)
{
    return idText(item.value(item.contains("id"_L1) ? "id"_L1 : "username"_L1));
}

} // namespace

QJsonObject toFile(const Snapshot &snapshot)
{
    QJsonObject file;
    for (const Collection collection : fileOrder) {
        QJsonArray items;
        for (const auto &[id, item] : snapshot[collection])
            items.append(item->value);
        if (collection == Collection::Consumers) {
            for (const auto &[id, item] : snapshot[Collection::Credentials]) {
                QJsonObject value = item->value;
                const QString name = QString::fromStdString(id);
                value.insert("id"_L1, name.section(u'/', 0, 0) + credentialsPart + name.section(u'/', 1));
                items.append(value);
            }
        }
        if (!items.isEmpty())
            file.insert(QLatin1StringView(resourceKind(collection).segment), items);
    }
    return file;
}

Result<Snapshot> withFile(Snapshot snapshot, const QJsonObject &file, const Schemas &schemas)
{
    if (const auto unknown = unknownKey(file))
        return invalid(QCoreApplication::translate("Simulator", "\"%1\" is not a kind of resource.").arg(*unknown), {},
                       QCoreApplication::translate("Simulator", "Write {\"routes\":[...],\"upstreams\":[...]}."));
    for (const Collection collection : fileOrder) {
        const ResourceKind &kind = resourceKind(collection);
        const QJsonArray items = file.value(QLatin1StringView(kind.segment)).toArray();
        for (const QJsonValue &value : items) {
            const QJsonObject item = value.toObject();
            if (const auto fault = add(snapshot, kind, item, schemas))
                return invalid(QCoreApplication::translate("Simulator", "%1 \"%2\" can't be loaded.")
                                   .arg(QLatin1StringView(kind.words), shownId(item)),
                               *fault, QCoreApplication::translate("Simulator", "Correct the item in the file."));
        }
    }
    return snapshot;
}

} // namespace sluice::simulator
