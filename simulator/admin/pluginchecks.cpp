// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/pluginchecks.h"

#include "core/traffic/expression.h"
#include "simulator/admin/certificatechecks.h"
#include "simulator/admin/fault.h"
#include "simulator/admin/luajson.h"
#include "simulator/admin/references.h"
#include "simulator/admin/schemas.h"

#include <QHash>
#include <QHostAddress>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

Fault checkVars(const QJsonValue &vars)
{
    if (vars.isUndefined())
        return u"failed to validate the 'vars' expression: missing argument rule"_s;
    const auto compiled = Expression::compile(vars.toArray());
    return compiled ? Fault{} : u"failed to validate the 'vars' expression: "_s + compiled.error();
}

Fault checkTrafficSplit(const QJsonObject &conf)
{
    const QJsonArray rules = conf.value("rules"_L1).toArray();
    for (const QJsonValue &rule : rules) {
        const QJsonArray match = rule.toObject().value("match"_L1).toArray();
        for (const QJsonValue &entry : match) {
            if (auto fault = checkVars(entry.toObject().value("vars"_L1)))
                return fault;
        }
    }
    return std::nullopt;
}

Fault checkFaultInjection(const QJsonObject &conf)
{
    for (const auto part : {"abort"_L1, "delay"_L1}) {
        const QJsonArray rules = conf.value(part).toObject().value("vars"_L1).toArray();
        for (const QJsonValue &rule : rules) {
            if (const auto compiled = Expression::compile(rule.toArray()); !compiled)
                return compiled.error();
        }
    }
    return std::nullopt;
}

// As OpenResty tells of a pattern that PCRE refuses.
Fault patternFault(const QString &pattern)
{
    const QRegularExpression compiled(pattern);
    if (compiled.isValid())
        return std::nullopt;
    const QString rest = pattern.sliced(std::clamp<qsizetype>(compiled.patternErrorOffset(), 0, pattern.size()));
    return u"pcre2_compile() failed: %1 in \"%2\""_s.arg(compiled.errorString(), pattern) +
           (rest.isEmpty() ? QString() : u" at \"%1\""_s.arg(rest));
}

Fault patternsFault(const QJsonValue &patterns)
{
    const QJsonArray list = patterns.toArray();
    for (const QJsonValue &pattern : list) {
        if (auto fault = patternFault(pattern.toString()))
            return fault;
    }
    return std::nullopt;
}

Fault checkCors(const QJsonObject &conf)
{
    const auto isStar = [&](QLatin1StringView name, const QString &fallback) {
        return conf.value(name).toString(fallback) == "*"_L1;
    };
    if (conf.value("allow_credential"_L1).toBool() &&
        (isStar("allow_origins"_L1, u"*"_s) || isStar("allow_methods"_L1, u"*"_s) ||
         isStar("allow_headers"_L1, u"*"_s) || isStar("expose_headers"_L1, {}) ||
         isStar("timing_allow_origins"_L1, {})))
        return u"you can not set '*' for other option when 'allow_credential' is true"_s;
    if (auto fault = patternsFault(conf.value("allow_origins_by_regex"_L1)))
        return fault;
    return patternsFault(conf.value("timing_allow_origins_by_regex"_L1));
}

// A plain map of headers to set.
Fault headerFault(const QJsonObject &headers)
{
    static const QRegularExpression name(u"^[!-9;-~]*$"_s);
    static const QRegularExpression value(u"^[ -~]*$"_s);
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        if (it.key().isEmpty())
            return u"invalid field length in header"_s;
        if (!name.match(it.key()).hasMatch())
            return u"invalid field character in header"_s;
        if (it.value().isString() && !value.match(it.value().toString()).hasMatch())
            return u"invalid value character in header"_s;
    }
    return std::nullopt;
}

Fault checkProxyRewrite(const QJsonObject &conf)
{
    const QJsonArray pairs = conf.value("regex_uri"_L1).toArray();
    if (pairs.size() % 2 != 0)
        return u"The length of regex_uri should be an even number"_s;
    for (qsizetype i = 0; i < pairs.size(); i += 2) {
        if (const auto fault = patternFault(pairs.at(i).toString()))
            return u"invalid regex_uri(%1, %2): %3"_s.arg(pairs.at(i).toString(), pairs.at(i + 1).toString(), *fault);
    }
    const QJsonObject headers = conf.value("headers"_L1).toObject();
    const bool byOperation = headers.value("add"_L1).isObject() || headers.value("set"_L1).isObject() ||
                             headers.value("remove"_L1).isArray();
    return byOperation ? std::nullopt : headerFault(headers);
}

Fault checkRedirect(const QJsonObject &conf)
{
    const QJsonArray pair = conf.value("regex_uri"_L1).toArray();
    if (const auto fault = pair.isEmpty() ? std::nullopt : patternFault(pair.at(0).toString()))
        return u"invalid regex_uri (%1, %2), err:%3"_s.arg(pair.at(0).toString(), pair.at(1).toString(), *fault);
    if (conf.value("http_to_https"_L1).toBool() && conf.value("append_query_string"_L1).toBool())
        return u"only one of `http_to_https` and `append_query_string` can be configured."_s;
    return std::nullopt;
}

Fault filterFault(const QJsonObject &filter)
{
    const auto told = [&](const QString &text) {
        return u"regex \"%1\" validation failed: %2"_s.arg(filter.value("regex"_L1).toString(), text);
    };
    const QString flags = filter.value("options"_L1).toString();
    const auto unknown =
        std::find_if(flags.begin(), flags.end(), [](QChar flag) { return !u"ajodismuxUDJ"_s.contains(flag); });
    if (unknown != flags.end())
        return told(u"unknown flag \"%1\" (flags \"%2\")"_s.arg(QString(*unknown), flags));
    const auto fault = patternFault(filter.value("regex"_L1).toString());
    return fault ? Fault(told(*fault)) : std::nullopt;
}

Fault checkResponseRewrite(const QJsonObject &conf)
{
    if (conf.value("body_base64"_L1).toBool() && !isReference(conf.value("body"_L1))) {
        const QByteArray body = conf.value("body"_L1).toString().toLatin1();
        if (body.isEmpty() || !QByteArray::fromBase64Encoding(body, QByteArray::AbortOnBase64DecodingErrors))
            return u"invalid base64 content"_s;
    }
    if (conf.contains("vars"_L1)) {
        if (auto fault = checkVars(conf.value("vars"_L1)))
            return fault;
    }
    const QJsonArray filters = conf.value("filters"_L1).toArray();
    for (const QJsonValue &filter : filters) {
        if (auto fault = filterFault(filter.toObject()))
            return fault;
    }
    return std::nullopt;
}

Fault checkMocking(const QJsonObject &conf)
{
    static const QStringList known{u"application/xml"_s, u"application/json"_s, u"text/plain"_s, u"text/html"_s,
                                   u"text/xml"_s};
    const QString type = conf.value("content_type"_L1).toString(u"application/json"_s);
    return known.contains(type.section(u';', 0, 0)) ? Fault{} : u"unsupported content type!"_s;
}

Fault checkLimitCount(const QJsonObject &conf)
{
    if (conf.contains("group"_L1) && conf.contains("rules"_L1))
        return u"group and rules cannot be specified at the same time"_s;
    QStringList keys;
    const QJsonArray rules = conf.value("rules"_L1).toArray();
    for (const QJsonValue &rule : rules) {
        const QString key = rule.toObject().value("key"_L1).toString();
        if (keys.contains(key))
            return u"duplicate key '%1' in rules"_s.arg(key);
        keys.append(key);
    }
    return std::nullopt;
}

Fault checkAddresses(const QJsonObject &conf)
{
    for (const auto list : {"whitelist"_L1, "blacklist"_L1}) {
        const QJsonArray addresses = conf.value(list).toArray();
        for (const QJsonValue &address : addresses) {
            const QString text = address.toString();
            const bool network = text.contains(u'/');
            if (network ? QHostAddress::parseSubnet(text).second < 0 : QHostAddress(text).isNull())
                return u"invalid ip address: "_s + text;
        }
    }
    return std::nullopt;
}

Fault checkBeyondSchema(const QString &name, const QJsonObject &conf)
{
    static const QHash<QString, Fault (*)(const QJsonObject &)> checks{
        {u"traffic-split"_s, checkTrafficSplit},
        {u"fault-injection"_s, checkFaultInjection},
        {u"cors"_s, checkCors},
        {u"proxy-rewrite"_s, checkProxyRewrite},
        {u"redirect"_s, checkRedirect},
        {u"response-rewrite"_s, checkResponseRewrite},
        {u"mocking"_s, checkMocking},
        {u"limit-count"_s, checkLimitCount},
        {u"ip-restriction"_s, checkAddresses},
    };
    const auto check = checks.constFind(name);
    return check == checks.cend() ? std::nullopt : (*check)(conf);
}

// What auth plugins demand of a consumer's conf beside their schemas.
Fault checkConsumerConf(const QString &name, const QJsonObject &conf)
{
    const bool shared = conf.value("algorithm"_L1).toString(u"HS256"_s).startsWith("HS"_L1);
    if (name == "jwt-auth"_L1 && shared && !conf.contains("secret"_L1))
        return u"property \"secret\" is required when \"algorithm\" is \"HS256\" or \"HS512\""_s;
    return std::nullopt;
}

// limit-count says so where both ways to count are given, whatever its schema says of it.
Fault reworded(const QString &name, const QJsonObject &conf, Fault fault)
{
    const bool both = conf.contains("rules"_L1) && (conf.contains("count"_L1) || conf.contains("time_window"_L1));
    if (name == "limit-count"_L1 && both && (!fault || fault->contains("value should match only one schema"_L1)))
        return u"count/time_window and rules cannot be specified at the same time"_s;
    return fault;
}

Fault checkPlugin(const Schemas &schemas, const QString &name, const QJsonValue &given, PluginOwner owner)
{
    const QJsonObject conf = given.toObject();
    const SchemaValidator *validator = schemas.find(u"plugins/"_s + name);
    const SchemaValidator *consumers = schemas.find(u"plugins/"_s + name + u".consumer"_s);
    const bool ofConsumer = owner == PluginOwner::Consumer && consumers;
    Fault fault = reworded(name, conf, (ofConsumer ? consumers : validator)->validate(given));
    if (!fault)
        fault = ofConsumer ? checkConsumerConf(name, conf) : checkBeyondSchema(name, conf);
    const QJsonObject meta = conf.value("_meta"_L1).toObject();
    if (fault && !meta.value("disable"_L1).toBool())
        return u"failed to check the configuration of plugin %1 err: %2"_s.arg(name, *fault);
    if (meta.contains("filter"_L1))
        return checkVars(meta.value("filter"_L1));
    return std::nullopt;
}

QString shown(const QJsonValue &value)
{
    return value.isNull() ? u"\"userdata: NULL\""_s : QString::fromStdString(encodeJson(value));
}

Fault checkNodes(const QJsonValue &nodes)
{
    static const QRegularExpression port(u"^(.*):(\\d+)$"_s);
    const QJsonObject map = nodes.toObject();
    for (auto it = map.begin(); it != map.end(); ++it) {
        const auto match = port.match(it.key());
        if (match.hasMatch() && (match.capturedView(2).toInt() < 1 || match.capturedView(2).toInt() > 65535))
            return u"invalid port "_s + match.captured(2);
    }
    const QJsonArray list = nodes.toArray();
    for (const QJsonValue &node : list) {
        const QString host = node.toObject().value("host"_L1).toString();
        if (host.count(u':') > 1 && !host.startsWith(u'['))
            return u"invalid configuration: IPv6 address must be enclosed with '[' and ']'"_s;
    }
    return std::nullopt;
}

Fault danglingCertificate(const Snapshot &snapshot, const QJsonObject &tls)
{
    const QJsonValue id = tls.value("client_cert_id"_L1);
    if (id.isUndefined())
        return std::nullopt;
    const ItemPtr ssl = snapshot.find(Collection::Ssls, idText(id).toStdString());
    if (!ssl)
        return u"failed to fetch ssl info by ssl id [%1], response code: 404"_s.arg(idText(id));
    if (ssl->value.value("type"_L1).toString() != "client"_L1)
        return u"failed to fetch ssl info by ssl id [%1], wrong ssl type"_s.arg(idText(id));
    return std::nullopt;
}

Fault checkHashKey(const QJsonObject &upstream)
{
    const QString hashOn = upstream.value("hash_on"_L1).toString(u"vars"_s);
    if (hashOn == "consumer"_L1)
        return std::nullopt;
    if (!upstream.contains("key"_L1))
        return u"missing key"_s;
    QString pattern;
    if (hashOn == "vars"_L1)
        pattern = u"^((uri|server_name|server_addr|request_uri|remote_port|remote_addr|query_string|host|hostname|"
                  "mqtt_client_id)|arg_[0-9a-zA-z_-]+)$"_s;
    else if (hashOn == "header"_L1 || hashOn == "cookie"_L1)
        pattern = u"^[a-zA-Z0-9-_]+$"_s;
    const QString key = upstream.value("key"_L1).toString();
    if (!pattern.isEmpty() && !QRegularExpression(pattern).match(key).hasMatch())
        return u"invalid configuration: failed to match pattern "_s + luaQuoted(pattern) + u" with "_s + luaQuoted(key);
    return std::nullopt;
}

} // namespace

std::optional<QString> checkPlugins(const Schemas &schemas, const QJsonObject &plugins, PluginOwner owner)
{
    for (auto it = plugins.begin(); it != plugins.end(); ++it) {
        if (!it.value().isObject() && !it.value().isArray())
            return u"invalid plugin conf %1 for plugin [%2]"_s.arg(shown(it.value()), it.key());
        if (!schemas.plugin(it.key()))
            return u"unknown plugin [%1]"_s.arg(it.key());
        if (auto fault = checkPlugin(schemas, it.key(), it.value(), owner))
            return fault;
    }
    return std::nullopt;
}

std::optional<QString> checkUpstream(const QJsonObject &upstream, const Snapshot *snapshot)
{
    if (auto fault = checkNodes(upstream.value("nodes"_L1)))
        return fault;
    const QJsonObject tls = upstream.value("tls"_L1).toObject();
    if (auto fault = snapshot ? danglingCertificate(*snapshot, tls) : std::nullopt)
        return fault;
    if (upstream.value("pass_host"_L1).toString() == "rewrite"_L1 && !upstream.contains("upstream_host"_L1))
        return u"`upstream_host` can't be empty when `pass_host` is `rewrite`"_s;
    if (tls.contains("client_cert"_L1)) {
        if (auto fault =
                checkCertificate(tls.value("client_cert"_L1).toString(), tls.value("client_key"_L1).toString()))
            return fault;
    }
    if (upstream.value("type"_L1).toString() == "chash"_L1)
        return checkHashKey(upstream);
    return std::nullopt;
}

} // namespace sluice::simulator
