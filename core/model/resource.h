// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/apiref.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace sluice {

/// The collections of the Admin API that the client works with. Ids of secrets are "<manager>/<id>", of credentials
/// "<consumer>/credentials/<id>".
enum class ResourceKind {
    Routes,
    Services,
    Upstreams,
    PluginConfigs,
    Consumers,
    ConsumerGroups,
    GlobalRules,
    Ssls,
    Protos,
    PluginMetadata,
    Secrets,
    Credentials,
    StreamRoutes, ///< a gateway without stream proxy refuses even to list them
};

/// The path segment, and the key in an export: routes, services, plugin_configs ... Credentials stand among consumers.
QString toText(ResourceKind kind);
ResourceKind kindOf(ApiRef::Kind kind);

/// One object of the gateway, with every field that it has, known to us or not. The indexes are etcd's and come from
/// GET alone; 0 means not read.
struct Resource
{
    QJsonObject value;
    qint64 createdIndex = 0;
    qint64 modifiedIndex = 0;

    /// Ids may be numbers or strings on the gateway; they are the same thing to APISIX.
    QString id() const;
    QString name() const { return value[QStringLiteral("name")].toString(); }
    QJsonObject labels() const { return value[QStringLiteral("labels")].toObject(); }
    QString label(const QString &key) const { return labels()[key].toString(); }
    QJsonObject plugins() const { return value[QStringLiteral("plugins")].toObject(); }
    /// A field that names another object, as text: upstream_id, service_id ...
    QString reference(const QString &field) const;
    QString workspace(const QString &workspaceKey) const;
};

/// A route or a service, seen as an API.
struct Api
{
    ApiRef ref;
    Resource resource;

    QString name() const; ///< its name; the first path, or the id, where it has none
    QStringList uris() const;
    QStringList methods() const; ///< empty: all
    QStringList hosts() const;
    bool enabled() const;
    /// "POST /pay/*", or the name of a service.
    QString title() const;
    /// As a record says it: an upstream id, "inline", "service", or empty where there is none.
    /// APISIX: upstream_id wins over an inline upstream, a route's own over its service's.
    QString currentUpstream() const;
    QJsonObject inlineUpstream() const;
    bool hasSplit() const;
    QJsonObject split() const; ///< conf of traffic-split
    QString mark() const;      ///< label sluice.release, or empty
};

/// An upstream object.
struct Upstream
{
    Resource resource;

    QString id() const { return resource.id(); }
    QString name() const;  ///< its name, or the id
    QString title() const; ///< "pay-v2", or "new checkout (pay-v2)" where the name is another
    /// host:port as written, both forms of nodes; empty for service discovery.
    QStringList nodes() const;
    /// Sum of the weights of all nodes; -1 for service discovery.
    int totalWeight() const;
    QString discovery() const; ///< "consul: service", or empty
};

} // namespace sluice
