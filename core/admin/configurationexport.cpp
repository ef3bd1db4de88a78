// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/configurationexport.h"

#include "core/model/secretfields.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

bool isLease(const Resource &resource)
{
    return resource.label(u"sluice.kind"_s) == "lease"_L1;
}

/// A gateway of another version or mode may lack a collection; that is no reason to export nothing.
bool isAbsent(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Invalid;
}

/// 400 to everything (apisix.md 1.3): a gateway without stream proxy has no stream routes, it hides none.
bool isWithoutStreams(ResourceKind kind, const Error &error)
{
    return kind == ResourceKind::StreamRoutes && error.kind == Error::Kind::Invalid;
}

AdminClient::PluginPlace placeOf(ResourceKind kind)
{
    if (kind == ResourceKind::Consumers || kind == ResourceKind::Credentials)
        return AdminClient::PluginPlace::Consumer;
    return kind == ResourceKind::StreamRoutes ? AdminClient::PluginPlace::Stream : AdminClient::PluginPlace::Http;
}

/// What the gateway says about its plugins' secrets, asked once for each plugin.
class DeclaredSecrets
{
public:
    explicit DeclaredSecrets(AdminClient &admin)
        : m_admin(admin)
    {
    }

    QCoro::Task<Result<EncryptedFields>> of(ResourceKind kind, QJsonObject value)
    {
        const AdminClient::PluginPlace place = placeOf(kind);
        EncryptedFields &known = m_known[place];
        const QStringList plugins = value[u"plugins"_s].toObject().keys();
        for (const QString &plugin : plugins) {
            if (known.contains(plugin))
                continue;
            Result<QStringList> fields = co_await m_admin.encryptedFields(plugin, place);
            if (!fields)
                co_return fields.error();
            known.insert(plugin, *fields);
        }
        co_return known;
    }

private:
    AdminClient &m_admin;
    QMap<AdminClient::PluginPlace, EncryptedFields> m_known;
};

QCoro::Task<Result<QList<Resource>>> credentialsOf(AdminClient &admin, QList<Resource> consumers)
{
    QList<Resource> all;
    for (const Resource &consumer : std::as_const(consumers)) {
        const QString name = consumer.value[u"username"_s].toString();
        Result<QList<Resource>> own = co_await admin.credentials(name);
        if (!own && !isAbsent(own.error()))
            co_return own.error();
        if (!own)
            break; // before 3.11 there are none
        for (Resource &credential : *own) {
            credential.value.insert(u"id"_s, name + u"/credentials/"_s + credential.id());
            all.append(credential);
        }
    }
    co_return all;
}

} // namespace

QJsonObject withoutTimes(QJsonObject value)
{
    value.remove(u"create_time"_s);
    value.remove(u"update_time"_s);
    return value;
}

QList<ResourceKind> kindsByReference()
{
    return {ResourceKind::Ssls,          ResourceKind::Secrets,        ResourceKind::Protos,
            ResourceKind::Upstreams,     ResourceKind::PluginMetadata, ResourceKind::ConsumerGroups,
            ResourceKind::PluginConfigs, ResourceKind::Services,       ResourceKind::Routes,
            ResourceKind::StreamRoutes,  ResourceKind::Consumers,      ResourceKind::Credentials,
            ResourceKind::GlobalRules};
}

QString itemId(ResourceKind kind, const QJsonObject &item)
{
    const bool isConsumer = kind == ResourceKind::Consumers && item.contains(u"username"_s);
    return item[isConsumer ? u"username"_s : u"id"_s].toVariant().toString();
}

QCoro::Task<Result<ConfigurationExport>> exportConfiguration(AdminClient &admin, bool withSecrets)
{
    ConfigurationExport result;
    DeclaredSecrets declared(admin);
    QList<Resource> consumers;
    const QList<ResourceKind> kinds = kindsByReference();
    for (const ResourceKind kind : kinds) {
        Result<QList<Resource>> listed = QList<Resource>{};
        if (kind == ResourceKind::Credentials)
            listed = co_await credentialsOf(admin, consumers);
        else
            listed = co_await admin.list(kind);
        if (!listed && !isAbsent(listed.error()))
            co_return listed.error();
        if (!listed) {
            if (!isWithoutStreams(kind, listed.error()))
                result.missing.append(toText(kind));
            continue;
        }
        if (kind == ResourceKind::Consumers)
            consumers = *listed;
        QJsonArray items = result.content.value(toText(kind)).toArray();
        for (const Resource &resource : std::as_const(*listed)) {
            if (isLease(resource))
                continue;
            QJsonObject value = withoutTimes(resource.value);
            if (!withSecrets) {
                Result<EncryptedFields> fields = co_await declared.of(kind, value);
                if (!fields)
                    co_return fields.error();
                value = withPlaceholders(kind, value, *fields);
            } else if (kind == ResourceKind::Ssls) {
                // The Admin API never shows the keys of certificates.
                value = withPlaceholders(kind, value, {});
            }
            if (hasPlaceholder(value))
                result.placeholders.append(toText(kind) + u'/' + itemId(kind, value));
            items.append(value);
        }
        if (!items.isEmpty())
            result.content.insert(toText(kind), items);
    }
    co_return result;
}

} // namespace sluice
