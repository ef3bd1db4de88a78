// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/resource.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

QStringList strings(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList result;
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items)
        result.append(item.toString());
    return result;
}

} // namespace

QString toText(ResourceKind kind)
{
    switch (kind) {
    case ResourceKind::Routes:
        return u"routes"_s;
    case ResourceKind::Services:
        return u"services"_s;
    case ResourceKind::Upstreams:
        return u"upstreams"_s;
    case ResourceKind::PluginConfigs:
        return u"plugin_configs"_s;
    case ResourceKind::Ssls:
        return u"ssls"_s;
    case ResourceKind::Protos:
        return u"protos"_s;
    case ResourceKind::PluginMetadata:
        return u"plugin_metadata"_s;
    case ResourceKind::Secrets:
        return u"secrets"_s;
    case ResourceKind::Consumers:
    case ResourceKind::Credentials:
        return u"consumers"_s;
    case ResourceKind::ConsumerGroups:
        return u"consumer_groups"_s;
    case ResourceKind::GlobalRules:
        return u"global_rules"_s;
    case ResourceKind::StreamRoutes:
        return u"stream_routes"_s;
    }
    return {};
}

ResourceKind kindOf(ApiRef::Kind kind)
{
    return kind == ApiRef::Kind::Route ? ResourceKind::Routes : ResourceKind::Services;
}

QString Resource::id() const
{
    return reference(value.contains(u"id"_s) ? u"id"_s : u"username"_s);
}

QString Resource::reference(const QString &field) const
{
    return value[field].toVariant().toString();
}

QString Resource::workspace(const QString &workspaceKey) const
{
    const QString found = label(workspaceKey);
    return found.isEmpty() ? u"default"_s : found;
}

QStringList Api::uris() const
{
    return strings(resource.value[resource.value.contains(u"uri"_s) ? u"uri"_s : u"uris"_s]);
}

QStringList Api::methods() const
{
    return strings(resource.value[u"methods"_s]);
}

QStringList Api::hosts() const
{
    return strings(resource.value[resource.value.contains(u"hosts"_s) ? u"hosts"_s : u"host"_s]);
}

bool Api::enabled() const
{
    return resource.value[u"status"_s].toInt(1) != 0;
}

QString Api::name() const
{
    if (!resource.name().isEmpty())
        return resource.name();
    return uris().value(0, ref.id);
}

QString Api::title() const
{
    const QStringList paths = uris();
    if (paths.isEmpty())
        return name();
    const QString path = paths.size() > 1 ? paths.first() + u" …"_s : paths.first();
    return methods().isEmpty() ? path : methods().join(u'|') + u' ' + path;
}

QString Api::currentUpstream() const
{
    QString id = resource.reference(u"upstream_id"_s);
    if (!id.isEmpty())
        return id;
    if (resource.value[u"upstream"_s].isObject())
        return u"inline"_s;
    return resource.value.contains(u"service_id"_s) ? u"service"_s : QString();
}

QJsonObject Api::inlineUpstream() const
{
    return resource.value[u"upstream"_s].toObject();
}

bool Api::hasSplit() const
{
    return resource.plugins().contains(u"traffic-split"_s);
}

QJsonObject Api::split() const
{
    return resource.plugins()[u"traffic-split"_s].toObject();
}

QString Api::mark() const
{
    return resource.label(u"sluice.release"_s);
}

QString Upstream::name() const
{
    return resource.name().isEmpty() ? id() : resource.name();
}

QString Upstream::title() const
{
    return name() == id() ? id() : u"%1 (%2)"_s.arg(name(), id());
}

QStringList Upstream::nodes() const
{
    const QJsonValue written = resource.value[u"nodes"_s];
    if (written.isObject())
        return written.toObject().keys();
    QStringList result;
    const QJsonArray nodes = written.toArray();
    for (const QJsonValue &node : nodes) {
        const QString host = node[u"host"_s].toString();
        result.append(node[u"port"_s].isUndefined() ? host : u"%1:%2"_s.arg(host).arg(node[u"port"_s].toInt()));
    }
    return result;
}

int Upstream::totalWeight() const
{
    const QJsonValue written = resource.value[u"nodes"_s];
    if (written.isUndefined())
        return -1;
    int sum = 0;
    const QJsonObject weights = written.toObject();
    for (const QJsonValue &weight : weights)
        sum += weight.toInt();
    const QJsonArray nodes = written.toArray();
    for (const QJsonValue &node : nodes)
        sum += node[u"weight"_s].toInt();
    return sum;
}

QString Upstream::discovery() const
{
    const QString type = resource.reference(u"discovery_type"_s);
    return type.isEmpty() ? QString() : u"%1: %2"_s.arg(type, resource.reference(u"service_name"_s));
}

} // namespace sluice
