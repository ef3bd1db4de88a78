// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/configurationimport.h"

#include "core/admin/configurationexport.h"
#include "core/model/secretfields.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ConfigurationImportText
{
    Q_DECLARE_TR_FUNCTIONS(ConfigurationImport)
};

QStringList differingFields(const QJsonObject &a, const QJsonObject &b)
{
    QStringList fields;
    for (auto field = a.begin(); field != a.end(); ++field) {
        if (b[field.key()] != *field)
            fields.append(field.key());
    }
    for (auto field = b.begin(); field != b.end(); ++field) {
        if (!a.contains(field.key()))
            fields.append(field.key());
    }
    return fields;
}

bool isCredential(const QJsonObject &item)
{
    return item[u"id"_s].toString().contains("/credentials/"_L1);
}

bool namesSuperior(const QJsonObject &streamRoute)
{
    return streamRoute[u"protocol"_s].toObject().contains(u"superior_id"_s);
}

/// The items of a kind; credentials stand among the consumers, and a stream route comes behind the one that it names.
QList<QJsonObject> itemsOf(ResourceKind kind, const QJsonObject &configuration)
{
    const bool mixed = kind == ResourceKind::Consumers || kind == ResourceKind::Credentials;
    QList<QJsonObject> items;
    const QJsonArray all = configuration[toText(kind)].toArray();
    for (const QJsonValue &item : all) {
        const QJsonObject value = item.toObject();
        if (!mixed || isCredential(value) == (kind == ResourceKind::Credentials))
            items.append(value);
    }
    if (kind == ResourceKind::StreamRoutes)
        std::stable_partition(items.begin(), items.end(), std::not_fn(namesSuperior));
    return items;
}

QString label(const QJsonObject &item, const QString &key)
{
    return item[u"labels"_s][key].toString();
}

bool isReleaseInProgress(const QJsonObject &item)
{
    return label(item, u"sluice.kind"_s) == "release"_L1 && label(item, u"sluice.state"_s) == "in-progress"_L1;
}

/// route/ID and service/ID of all releases in progress.
QSet<QString> apisInProgress(const QJsonObject &configuration)
{
    QSet<QString> apis;
    const QList<QJsonObject> records = itemsOf(ResourceKind::PluginConfigs, configuration);
    for (const QJsonObject &record : records) {
        if (isReleaseInProgress(record))
            apis.insert(label(record, u"sluice.api"_s));
    }
    return apis;
}

QString apiName(const ImportItem &item)
{
    if (item.kind == ResourceKind::Routes)
        return u"route/"_s + item.id;
    return item.kind == ResourceKind::Services ? u"service/"_s + item.id : QString();
}

QString reasonToSkip(const ImportItem &item, const QSet<QString> &inProgress)
{
    const QString kind = label(item.value, u"sluice.kind"_s);
    const bool isMarked =
        !label(item.value, u"sluice.release"_s).isEmpty() || !label(item.before, u"sluice.release"_s).isEmpty();
    if (item.id.isEmpty())
        return ConfigurationImportText::tr("it has no id");
    if (hasPlaceholder(item.value))
        return ConfigurationImportText::tr("it holds placeholders in place of secrets");
    if (kind == "lease"_L1)
        return ConfigurationImportText::tr("it is a lease");
    if (isReleaseInProgress(item.value) || isReleaseInProgress(item.before))
        return ConfigurationImportText::tr("it is the record of a release in progress");
    const QString api = apiName(item);
    if (!api.isEmpty() && (isMarked || inProgress.contains(api)))
        return ConfigurationImportText::tr("the API has a release in progress");
    return {};
}

} // namespace

QString toText(ImportItem::Step step)
{
    switch (step) {
    case ImportItem::Step::Create:
        return u"create"_s;
    case ImportItem::Step::Change:
        return u"change"_s;
    case ImportItem::Step::Same:
        return u"same"_s;
    case ImportItem::Step::Skip:
        return u"skip"_s;
    }
    return {};
}

QList<ImportItem> plannedImport(const QJsonObject &file, const QJsonObject &current, bool overwrite)
{
    const QSet<QString> inProgress = apisInProgress(file) + apisInProgress(current);
    QList<ImportItem> planned;
    const QList<ResourceKind> kinds = kindsByReference();
    for (const ResourceKind kind : kinds) {
        QMap<QString, QJsonObject> existing;
        const QList<QJsonObject> there = itemsOf(kind, current);
        for (const QJsonObject &value : there)
            existing.insert(itemId(kind, value), withoutTimes(value));
        const QList<QJsonObject> wanted = itemsOf(kind, file);
        for (const QJsonObject &value : wanted) {
            ImportItem item{kind, itemId(kind, value), ImportItem::Step::Create, withoutTimes(value), {}, {}, {}};
            item.before = existing.value(item.id);
            item.fields = item.before.isEmpty() ? QStringList() : differingFields(item.value, item.before);
            item.reason = reasonToSkip(item, inProgress);
            if (!item.before.isEmpty() && item.fields.isEmpty()) {
                item.step = ImportItem::Step::Same;
                item.reason.clear();
            } else if (!item.reason.isEmpty()) {
                item.step = ImportItem::Step::Skip;
            } else if (!item.before.isEmpty()) {
                item.step = overwrite ? ImportItem::Step::Change : ImportItem::Step::Skip;
                item.reason = overwrite ? QString()
                                        : ConfigurationImportText::tr("it exists and differs; --overwrite changes it");
            }
            planned.append(item);
        }
    }
    return planned;
}

Result<QJsonObject> configurationFrom(const QByteArray &text)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(text, &fault);
    const QString advice =
        ConfigurationImportText::tr("It has to be a JSON object such as {\"routes\":[...],\"upstreams\":[...]}.");
    if (!document.isObject())
        return Error{.kind = Error::Kind::Invalid,
                     .reason =
                         ConfigurationImportText::tr("This is not a configuration: %1 at byte %2.")
                             .arg(document.isNull() ? fault.errorString() : ConfigurationImportText::tr("no object"))
                             .arg(fault.offset),
                     .detail = {},
                     .traffic = {},
                     .advice = advice};
    const QJsonObject content = document.object();
    QStringList known;
    const QList<ResourceKind> kinds = kindsByReference();
    for (const ResourceKind kind : kinds)
        known.append(toText(kind));
    for (auto part = content.begin(); part != content.end(); ++part) {
        if (!known.contains(part.key()) || !part->isArray())
            return Error{.kind = Error::Kind::Invalid,
                         .reason =
                             ConfigurationImportText::tr("\"%1\" is not part of a configuration.").arg(part.key()),
                         .detail = {},
                         .traffic = {},
                         .advice = advice};
    }
    return content;
}

ConfigurationImport::ConfigurationImport(AdminClient &admin, QObject *parent)
    : QObject(parent)
    , m_admin(admin)
{
}

QCoro::Task<Result<void>> ConfigurationImport::write(ImportItem item)
{
    Result<void> result;
    if (item.step == ImportItem::Step::Change) {
        Result<Resource> now = co_await m_admin.get(item.kind, item.id);
        if (!now)
            co_return now.error();
        QJsonObject value = withoutTimes(now->value);
        if (item.kind == ResourceKind::Credentials)
            value.insert(u"id"_s, item.id);
        if (value != item.before) {
            result = Error{.kind = Error::Kind::Conflict,
                           .reason = ConfigurationImportText::tr("It was changed since the comparison."),
                           .detail = {},
                           .traffic = {},
                           .advice = ConfigurationImportText::tr("Import once more.")};
            co_return result;
        }
    }
    QJsonObject value = item.value;
    // Their ids are a part of the address alone.
    if (item.kind == ResourceKind::Credentials || item.kind == ResourceKind::Secrets ||
        item.kind == ResourceKind::PluginMetadata)
        value.remove(u"id"_s);
    Result<Resource> written = co_await m_admin.put(item.kind, item.id, value);
    if (!written)
        result = written.error();
    co_return result;
}

QCoro::Task<Result<ConfigurationImport::Report>> ConfigurationImport::run(QList<ImportItem> items)
{
    m_cancelled = false;
    items.removeIf([](const ImportItem &item) {
        return item.step == ImportItem::Step::Same || item.step == ImportItem::Step::Skip;
    });
    Report report;
    int done = 0;
    for (const ImportItem &item : std::as_const(items)) {
        if (m_cancelled)
            break;
        Result<void> written = co_await write(item);
        const bool wasRefused =
            !written && (written.error().kind == Error::Kind::Invalid || written.error().kind == Error::Kind::Conflict);
        if (!written && !wasRefused)
            co_return written.error();
        if (wasRefused)
            report.faults.append(
                u"%1/%2: %3 %4"_s.arg(toText(item.kind), item.id, written.error().reason, written.error().detail));
        else
            ++report.written;
        Q_EMIT progressed(++done, int(items.size()));
    }
    co_return report;
}

} // namespace sluice
