// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/resourcechecks.h"

#include "core/traffic/expression.h"
#include "simulator/admin/certificatechecks.h"
#include "simulator/admin/fault.h"
#include "simulator/admin/pluginchecks.h"
#include "simulator/admin/references.h"
#include "simulator/admin/resourcekind.h"
#include "simulator/admin/schemas.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

Fault checkSchema(const SchemaValidator &schema, const QJsonObject &value)
{
    const auto fault = schema.validate(value);
    return fault ? Fault(u"invalid configuration: "_s + *fault) : std::nullopt;
}

Fault checkMetadata(const Candidate &candidate, const Schemas &schemas)
{
    if (candidate.name.isEmpty())
        return u"missing plugin name"_s;
    if (!schemas.plugin(candidate.name))
        return u"invalid plugin name"_s;
    const SchemaValidator *schema = schemas.find(u"plugins/%1.metadata"_s.arg(candidate.name));
    return schema ? checkSchema(*schema, candidate.value) : std::nullopt;
}

Fault checkSecret(const Candidate &candidate, const Schemas &schemas)
{
    const QString manager = candidate.name.section(u'/', 0, 0);
    const SchemaValidator *schema = schemas.find(u"secret-"_s + manager);
    return schema ? checkSchema(*schema, candidate.value) : u"invalid secret manager: "_s + manager;
}

Fault checkConsumer(const Candidate &candidate, const Schemas &schemas, const Snapshot *snapshot)
{
    const QJsonObject &value = candidate.value;
    const QJsonObject plugins = value.value("plugins"_L1).toObject();
    const bool credential = candidate.kind.collection == Collection::Credentials;
    if (!credential && !candidate.name.isEmpty() && value.value("username"_L1).toString() != candidate.name)
        return u"wrong username"_s;
    if (const auto fault = checkPlugins(schemas, plugins, PluginOwner::Consumer))
        return u"invalid plugins configuration: "_s + *fault;
    if (credential && !plugins.isEmpty() && !schemas.plugin(plugins.constBegin().key())->isAuth)
        return u"only supports auth type plugins in consumer credential"_s;
    if (!snapshot)
        return std::nullopt;
    if (auto fault = duplicatePlugin(*snapshot, candidate.kind.collection, candidate.storeId, value))
        return fault;
    return danglingReference(*snapshot, candidate.kind.collection, value);
}

Fault checkHosts(const QJsonObject &route)
{
    for (const auto &[one, many] : {std::pair("host"_L1, "hosts"_L1), std::pair("remote_addr"_L1, "remote_addrs"_L1)}) {
        if (route.contains(one) && route.contains(many))
            return u"only one of %1 or %2 is allowed"_s.arg(one, many);
    }
    return std::nullopt;
}

Fault checkUpstreamOf(const Candidate &candidate, const Snapshot *snapshot)
{
    const QJsonValue upstream =
        candidate.kind.collection == Collection::Upstreams ? candidate.value : candidate.value.value("upstream"_L1);
    return upstream.isObject() ? checkUpstream(upstream.toObject(), snapshot) : std::nullopt;
}

// The beginning of a .proto text, or a compiled descriptor in base64; what follows is not compiled here.
Fault checkProto(const QString &content)
{
    const QByteArray::FromBase64Result binary =
        QByteArray::fromBase64Encoding(content.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (binary && (*binary).startsWith('\n')) // its first field: a list of files
        return std::nullopt;
    static const QRegularExpression beginning(uR"(\A(?:\s|//[^\n]*|/\*.*?\*/)*+(\w*))"_s,
                                              QRegularExpression::DotMatchesEverythingOption);
    static const QStringList keywords{u"syntax"_s,  u"package"_s, u"import"_s, u"option"_s,
                                      u"message"_s, u"enum"_s,    u"extend"_s, u"service"_s};
    const auto match = beginning.match(content);
    if (keywords.contains(match.captured(1)))
        return std::nullopt;
    const qsizetype end = match.capturedEnd(1);
    const qsizetype line = content.left(end).count(u'\n') + 1;
    const qsizetype column = end - content.left(end).lastIndexOf(u'\n');
    return u"invalid content: filename for loaded:%1:%2: unknown keyword '%3'"_s.arg(
        QString::number(line), QString::number(column), match.captured(1));
}

Fault checkVars(const QJsonObject &route)
{
    if (!route.value("vars"_L1).isArray())
        return std::nullopt;
    const auto compiled = Expression::compile(route.value("vars"_L1).toArray());
    return compiled ? Fault{} : u"failed to validate the 'vars' expression: "_s + compiled.error();
}

} // namespace

std::optional<QString> forbiddenTime(const QJsonObject &value)
{
    const std::pair<QString, QJsonObject> parts[] = {{QString(), value},
                                                     {u"upstream."_s, value.value("upstream"_L1).toObject()},
                                                     {u"plugins."_s, value.value("plugins"_L1).toObject()}};
    for (const auto &[place, part] : parts) {
        for (const auto name : {"create_time"_L1, "update_time"_L1}) {
            if (part.contains(name))
                return place + name;
        }
    }
    return std::nullopt;
}

std::optional<QString> conflictOf(const Candidate &candidate, const Schemas &schemas, const Snapshot *snapshot)
{
    const Collection collection = candidate.kind.collection;
    const QJsonObject &value = candidate.value;
    if (collection == Collection::PluginMetadata)
        return checkMetadata(candidate, schemas);
    if (collection == Collection::Secrets)
        return checkSecret(candidate, schemas);
    if (collection == Collection::Routes) {
        if (auto fault = checkHosts(value))
            return fault;
    }
    if (auto fault = checkSchema(*schemas.find(QLatin1StringView(candidate.kind.schema)), value))
        return fault;
    if (collection == Collection::Consumers || collection == Collection::Credentials)
        return checkConsumer(candidate, schemas, snapshot);
    if (collection == Collection::Ssls)
        return checkCertificates(value);
    if (collection == Collection::Protos)
        return checkProto(value.value("content"_L1).toString());
    if (auto fault = checkUpstreamOf(candidate, snapshot))
        return fault;
    if (auto fault = snapshot ? danglingReference(*snapshot, collection, value) : std::nullopt)
        return fault;
    if (auto fault = checkPlugins(schemas, value.value("plugins"_L1).toObject(), PluginOwner::Route))
        return fault;
    if (auto fault = snapshot ? duplicatePlugin(*snapshot, collection, candidate.storeId, value) : std::nullopt)
        return fault;
    return collection == Collection::Routes ? checkVars(value) : std::nullopt;
}

} // namespace sluice::simulator
