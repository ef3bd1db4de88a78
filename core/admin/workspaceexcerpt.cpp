// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/workspaceexcerpt.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

/// A field that names another object, and the collection that holds it.
const QList<QPair<QString, ResourceKind>> &references()
{
    static const QList<QPair<QString, ResourceKind>> all{{u"upstream_id"_s, ResourceKind::Upstreams},
                                                         {u"service_id"_s, ResourceKind::Services},
                                                         {u"plugin_config_id"_s, ResourceKind::PluginConfigs}};
    return all;
}

QString keyOf(ResourceKind kind, const QString &id)
{
    return toText(kind) + u'/' + id;
}

class Excerpt
{
public:
    explicit Excerpt(const QJsonObject &configuration)
        : m_configuration(configuration)
    {
        for (const auto &[field, kind] : references()) {
            const QJsonArray items = configuration[toText(kind)].toArray();
            for (const QJsonValue &item : items)
                m_items.insert(keyOf(kind, Resource{item.toObject()}.id()), item.toObject());
        }
    }

    /// With whatever it names, and what that names.
    void keep(ResourceKind kind, const QJsonObject &item)
    {
        const QString key = keyOf(kind, Resource{item}.id());
        if (m_kept.contains(key))
            return;
        m_kept.insert(key);
        keepNamedIn(item);
    }
    bool has(ResourceKind kind, const QString &id) const { return m_kept.contains(keyOf(kind, id)); }

    /// The configuration without what was not kept.
    QJsonObject content() const
    {
        QJsonObject content = m_configuration;
        for (const ResourceKind kind :
             {ResourceKind::Routes, ResourceKind::Services, ResourceKind::Upstreams, ResourceKind::PluginConfigs}) {
            QJsonArray kept;
            const QJsonArray items = m_configuration[toText(kind)].toArray();
            for (const QJsonValue &item : items) {
                if (has(kind, Resource{item.toObject()}.id()))
                    kept.append(item);
            }
            content.insert(toText(kind), kept);
        }
        return content;
    }

private:
    void keepNamedIn(const QJsonValue &value)
    {
        const QJsonArray elements = value.toArray();
        for (const QJsonValue &element : elements)
            keepNamedIn(element);
        const QJsonObject fields = value.toObject();
        for (const QJsonValue &field : fields)
            keepNamedIn(field);
        for (const auto &[name, kind] : references()) {
            const auto named = m_items.constFind(keyOf(kind, fields[name].toVariant().toString()));
            if (named != m_items.cend())
                keep(kind, *named);
        }
    }

    QJsonObject m_configuration;
    QHash<QString, QJsonObject> m_items; ///< that others may name
    QSet<QString> m_kept;
};

} // namespace

QJsonObject excerptOf(const QJsonObject &configuration, const Workspaces &workspaces, const QString &workspace)
{
    Excerpt excerpt(configuration);
    for (const ResourceKind kind : {ResourceKind::Routes, ResourceKind::Services, ResourceKind::Upstreams}) {
        const QJsonArray items = configuration[toText(kind)].toArray();
        for (const QJsonValue &item : items) {
            if (workspaces.of(Resource{item.toObject()}) == workspace)
                excerpt.keep(kind, item.toObject());
        }
    }
    const QJsonArray records = configuration[toText(ResourceKind::PluginConfigs)].toArray();
    for (const QJsonValue &item : records) {
        const Resource record{item.toObject()};
        const auto api = parseApiRef(record.label(u"sluice.api"_s));
        const bool isShared = record.label(u"sluice.kind"_s) == "workspaces"_L1;
        if (isShared || (api && excerpt.has(kindOf(api->kind), api->id)))
            excerpt.keep(ResourceKind::PluginConfigs, record.value);
    }
    return excerpt.content();
}

} // namespace sluice
