// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/proxy/plugins/simulatedplugins.h"
#include "simulator/proxy/requestcontext.h"
#include "simulator/proxy/runtimeconfig.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

class FaultInjection final : public Plugin
{
public:
    struct Fault
    {
        bool on = false;
        std::optional<int> percentage;
        std::vector<Expression> vars; ///< any of them
        bool hits(const RequestContext &request) const
        {
            if (!on || (percentage && QRandomGenerator::global()->bounded(100) >= *percentage))
                return false;
            return vars.empty() || std::any_of(vars.begin(), vars.end(),
                                               [&](const Expression &rule) { return rule.evaluate(request); });
        }
    };
    Fault abort;
    Fault delay;
    int status = 200;
    std::string body;
    Headers headers;
    std::chrono::milliseconds duration{0};

    std::optional<LocalAnswer> rewrite(RequestContext &request) const override
    {
        if (delay.hits(request))
            request.delay += duration;
        if (!abort.hits(request))
            return std::nullopt;
        LocalAnswer answer{status, {{"Content-Type", "text/plain; charset=utf-8"}}, request.resolved(body), true};
        for (const auto &[name, value] : headers)
            answer.headers.emplace_back(name, request.resolved(value));
        return answer;
    }
};

FaultInjection::Fault readFault(const QJsonValue &value)
{
    FaultInjection::Fault fault;
    const QJsonObject conf = value.toObject();
    fault.on = value.isObject();
    if (conf.contains("percentage"_L1))
        fault.percentage = conf.value("percentage"_L1).toInt();
    const QJsonArray rules = conf.value("vars"_L1).toArray();
    for (const QJsonValue &rule : rules) {
        if (auto compiled = Expression::compile(rule.toArray()))
            fault.vars.push_back(*compiled);
    }
    return fault;
}

Headers readHeaders(const QJsonObject &object)
{
    Headers headers;
    for (auto it = object.begin(); it != object.end(); ++it)
        headers.emplace_back(it.key().toStdString(), it.value().toVariant().toString().toStdString());
    return headers;
}

class Mocking final : public Plugin
{
public:
    int status = 200;
    std::string contentType;
    std::string example;
    Headers headers;
    std::chrono::milliseconds pause{0};
    bool withMockHeader = true;

    std::optional<LocalAnswer> access(RequestContext &request) const override
    {
        request.delay += pause;
        LocalAnswer answer{status, {{"Content-Type", contentType}}, request.resolved(example), true};
        if (withMockHeader)
            answer.headers.emplace_back("x-mock-by", "APISIX/3.18.0");
        for (const auto &[name, value] : headers)
            answer.headers.emplace_back(name, request.resolved(value));
        return answer;
    }
};

class KeyAuth final : public Plugin
{
public:
    explicit KeyAuth(const RuntimeConfig &runtime)
        : config(runtime)
    {
    }
    const RuntimeConfig &config; ///< outlives its plugins
    std::string header;
    std::string argument;
    std::string realm;
    std::string anonymous;
    bool hide = false;

    std::optional<LocalAnswer> refused(const char *reason) const
    {
        LocalAnswer answer = jsonAnswer(401, QJsonObject{{u"message"_s, QString::fromLatin1(reason)}});
        answer.headers.emplace_back("WWW-Authenticate", "apikey realm=\"" + realm + '"');
        return answer;
    }

    std::optional<LocalAnswer> rewrite(RequestContext &request) const override
    {
        const std::string *given = request.header(header);
        const auto fromQuery = given ? std::nullopt : request.argument(argument);
        const std::optional<std::string> key = given ? std::optional(*given) : fromQuery;
        auto found = key ? config.consumerByKey(*key) : RuntimeConfig::Identified{};
        if (!found.consumer && !anonymous.empty())
            found = {config.consumer(anonymous), {}};
        if (!found.consumer)
            return refused(key ? "Invalid API key in request" : "Missing API key in request");
        if (hide) {
            request.removeHeader(header);
            if (fromQuery) {
                request.removeArgument(argument);
                const std::string query = request.query();
                request.newUri = std::string(request.head.target.substr(0, request.head.target.find('?'))) +
                                 (query.empty() ? "" : "?" + query);
            }
        }
        request.consumer = found.consumer;
        request.credential = found.credential;
        request.setHeader("X-Consumer-Username", found.consumer->name);
        if (!found.credential.empty())
            request.setHeader("X-Credential-Identifier", found.credential);
        if (!found.consumer->customId.empty())
            request.setHeader("X-Consumer-Custom-ID", found.consumer->customId);
        return std::nullopt;
    }
};

class Cors final : public Plugin
{
public:
    std::string origins;
    std::string methods;
    std::string allowedHeaders;
    std::string exposed;
    std::string maxAge;
    bool credential = false;
    std::vector<QRegularExpression> originPatterns;

    // The origin to name in the answer; nothing where it is not allowed.
    std::optional<std::string> allowed(const RequestContext &request) const
    {
        const auto *origin = request.head.find("Origin");
        const std::string given = origin ? std::string(*origin) : std::string();
        if (!originPatterns.empty()) {
            const QString text = QString::fromStdString(given);
            const bool hit =
                std::any_of(originPatterns.begin(), originPatterns.end(),
                            [&](const QRegularExpression &pattern) { return pattern.match(text).hasMatch(); });
            return hit ? std::optional(given) : std::nullopt;
        }
        if (origins == "*")
            return "*";
        if (origins == "**")
            return given.empty() ? "*" : given;
        const QStringList list = QString::fromStdString(origins).split(u',');
        return list.contains(QString::fromStdString(given)) ? std::optional(given) : std::nullopt;
    }

    std::optional<LocalAnswer> rewrite(RequestContext &request) const override
    {
        if (request.method != "OPTIONS")
            return std::nullopt;
        return LocalAnswer{200, {{"Content-Type", "text/plain; charset=utf-8"}}, {}, true};
    }

    void headerFilter(const RequestContext &request, AnswerHead &head) const override
    {
        if (origins != "*")
            head.headers.add("Vary", "Origin");
        const auto origin = allowed(request);
        if (!origin)
            return;
        const auto set = [&](const char *name, const std::string &value) {
            head.headers.remove(name);
            if (!value.empty())
                head.headers.add(name, value);
        };
        const auto *wanted = request.head.find("Access-Control-Request-Headers");
        set("Access-Control-Allow-Origin", *origin);
        set("Access-Control-Allow-Methods",
            methods == "**" ? "GET,POST,PUT,DELETE,PATCH,HEAD,OPTIONS,CONNECT,TRACE" : methods);
        set("Access-Control-Max-Age", maxAge);
        set("Access-Control-Allow-Headers", allowedHeaders != "**" ? allowedHeaders
                                            : wanted               ? std::string(*wanted)
                                                                   : std::string());
        set("Access-Control-Expose-Headers", exposed);
        if (credential)
            set("Access-Control-Allow-Credentials", "true");
    }
};

class Prometheus final : public Plugin
{
};

} // namespace

std::shared_ptr<Plugin> makeFaultInjection(const QJsonObject &conf)
{
    auto plugin = std::make_shared<FaultInjection>();
    plugin->abort = readFault(conf.value("abort"_L1));
    plugin->delay = readFault(conf.value("delay"_L1));
    const QJsonObject abort = conf.value("abort"_L1).toObject();
    plugin->status = abort.value("http_status"_L1).toInt();
    plugin->body = abort.value("body"_L1).toString().toStdString();
    plugin->headers = readHeaders(abort.value("headers"_L1).toObject());
    const double seconds = conf.value("delay"_L1).toObject().value("duration"_L1).toDouble();
    plugin->duration = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
    return plugin;
}

std::shared_ptr<Plugin> makeMocking(const QJsonObject &conf)
{
    auto plugin = std::make_shared<Mocking>();
    plugin->status = conf.value("response_status"_L1).toInt(200);
    plugin->contentType = conf.value("content_type"_L1).toString(u"application/json;charset=utf8"_s).toStdString();
    plugin->example = conf.value("response_example"_L1).toString().toStdString();
    plugin->headers = readHeaders(conf.value("response_headers"_L1).toObject());
    plugin->pause = std::chrono::seconds(conf.value("delay"_L1).toInt());
    plugin->withMockHeader = conf.value("with_mock_header"_L1).toBool(true);
    return plugin;
}

std::shared_ptr<Plugin> makeKeyAuth(const QJsonObject &conf, const RuntimeConfig &config)
{
    auto plugin = std::make_shared<KeyAuth>(config);
    plugin->header = conf.value("header"_L1).toString(u"apikey"_s).toStdString();
    plugin->argument = conf.value("query"_L1).toString(u"apikey"_s).toStdString();
    plugin->realm = conf.value("realm"_L1).toString(u"key"_s).toStdString();
    plugin->anonymous = conf.value("anonymous_consumer"_L1).toString().toStdString();
    plugin->hide = conf.value("hide_credentials"_L1).toBool();
    return plugin;
}

std::shared_ptr<Plugin> makeCors(const QJsonObject &conf)
{
    auto plugin = std::make_shared<Cors>();
    const auto text = [&](QLatin1StringView name, const QString &fallback) {
        return conf.value(name).toString(fallback).toStdString();
    };
    plugin->origins = text("allow_origins"_L1, u"*"_s);
    plugin->methods = text("allow_methods"_L1, u"*"_s);
    plugin->allowedHeaders = text("allow_headers"_L1, u"*"_s);
    plugin->exposed = text("expose_headers"_L1, {});
    plugin->maxAge = std::to_string(conf.value("max_age"_L1).toInt(5));
    plugin->credential = conf.value("allow_credential"_L1).toBool();
    const QJsonArray patterns = conf.value("allow_origins_by_regex"_L1).toArray();
    for (const QJsonValue &pattern : patterns)
        plugin->originPatterns.emplace_back(pattern.toString());
    return plugin;
}

std::shared_ptr<Plugin> makePrometheus(const QJsonObject &conf)
{
    auto plugin = std::make_shared<Prometheus>();
    plugin->counts = true;
    plugin->countsByName = conf.value("prefer_name"_L1).toBool();
    return plugin;
}

} // namespace sluice::simulator
