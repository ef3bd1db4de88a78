// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/adminapi.h"

#include "core/version/version.h"
#include "simulator/admin/answers.h"
#include "simulator/admin/configvalidation.h"
#include "simulator/admin/luajson.h"
#include "simulator/admin/schemapages.h"
#include "simulator/net/plainserver.h"
#include "simulator/proxy/requestcontext.h"

#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

void addCors(Response &response, bool preflight)
{
    response.headers.emplace_back("Access-Control-Allow-Origin", "*");
    response.headers.emplace_back("Access-Control-Allow-Credentials", "true");
    response.headers.emplace_back("Access-Control-Max-Age", "3600");
    if (preflight) {
        response.headers.emplace_back("Access-Control-Allow-Methods", "POST, GET, PUT, OPTIONS, DELETE, PATCH");
        response.headers.emplace_back("Access-Control-Allow-Headers", "*");
    } else {
        response.headers.emplace_back("Access-Control-Expose-Headers", "*");
    }
}

// Only what a resource's own handler answered carries the version.
Response versioned(Response response)
{
    response.headers.emplace_back("X-API-VERSION", "v3");
    return response;
}

Response plainText(int status)
{
    return {status, {{"Content-Type", "text/plain; charset=utf-8"}}, {}, false};
}

std::optional<std::string> cookie(const Request &request, std::string_view name)
{
    const std::string *cookies = request.header("Cookie");
    if (!cookies)
        return std::nullopt;
    const auto pairs = QString::fromStdString(*cookies).split(u';');
    for (const QString &pair : pairs) {
        const std::string text = pair.trimmed().toStdString();
        if (text.starts_with(std::string(name) + '='))
            return text.substr(name.size() + 1);
    }
    return std::nullopt;
}

// Where the key is looked for: the first place that has one counts, be it empty.
std::optional<std::string> keyOf(const Request &request, const Arguments &arguments)
{
    if (const Arguments::Argument *argument = arguments.first("api_key"))
        return argument->value.value_or(std::string());
    if (const std::string *header = request.header("X-API-KEY"))
        return *header;
    return cookie(request, "x_api_key");
}

} // namespace

struct AdminApi::Call
{
    const Request &request;
    Arguments arguments;
    QStringList segments; ///< below /apisix/admin
    std::optional<QJsonValue> body;
};

AdminApi::AdminApi(ConfigStore &store, AdminOptions options)
    : m_options(std::move(options))
    , m_resources(store, m_schemas)
{
}

std::optional<QString> AdminApi::checkKey(const Request &request, const Arguments &arguments) const
{
    const std::optional<std::string> key = keyOf(request, arguments);
    if (!key)
        return u"missing apikey"_s;
    if (*key == m_options.adminKey)
        return std::nullopt;
    if (m_options.viewerKey.empty() || *key != m_options.viewerKey)
        return u"wrong apikey"_s;
    return request.method == "GET" ? std::nullopt : std::optional(u"invalid method for role viewer"_s);
}

bool AdminApi::mayCall(const Request &request) const
{
    return !checkKey(request, Arguments::ofTarget(request.target));
}

bool AdminApi::maySeeSecrets(const Request &request) const
{
    return keyOf(request, Arguments::ofTarget(request.target)) == m_options.adminKey;
}

Response AdminApi::handle(const Request &request)
{
    m_resources.expire();
    const QString path = QString::fromStdString(normalisedPath(request.target));
    Call call{request, Arguments::ofTarget(request.target), path.split(u'/', Qt::SkipEmptyParts), {}};
    const bool below = path.startsWith("/apisix/admin"_L1);
    const bool preflight = below && request.method == "OPTIONS";
    const bool routed = call.segments.value(0) == "apisix"_L1 && call.segments.value(1) == "admin"_L1;
    Response response = path.isEmpty() ? htmlResponse(400) : htmlResponse(404);
    if (preflight) {
        response = plainText(200);
    } else if (routed && request.method == "HEAD") {
        response = path == "/apisix/admin"_L1 ? plainText(200) : htmlResponse(404);
    } else if (routed && call.segments.size() > 2) {
        call.segments.remove(0, 2);
        response = dispatch(call);
    }
    if (below)
        addCors(response, preflight);
    response.headers.emplace_back("Server", "APISIX/" + m_options.version);
    response.headers.emplace_back("X-Sluice-Simulator", version().toStdString());
    // A verification must know how many orders of a split there are.
    response.headers.emplace_back("X-Sluice-Workers", std::to_string(m_options.workers));
    return response;
}

Response AdminApi::dispatch(Call &call)
{
    static constexpr std::array<std::string_view, 5> known{"GET", "PUT", "POST", "PATCH", "DELETE"};
    const std::string &method = call.request.method;
    if (std::find(known.begin(), known.end(), method) == known.end())
        return htmlResponse(404);
    if (const auto refused = checkKey(call.request, call.arguments))
        return jsonResponse(401,
                            QJsonObject{{u"error_msg"_s, u"failed to check token"_s}, {u"description"_s, *refused}});

    const QStringList &segments = call.segments;
    const QString &first = segments.first();
    if (first == "stream_routes"_L1)
        return refusal(400, u"stream mode is disabled, can not add stream routes"_s);
    if (first == "plugins"_L1 || first == "schema"_L1 || first == "configs"_L1)
        return page(call);
    const auto resource = ResourceCall::of(method, segments, call.arguments, call.body);
    if (!resource)
        return refusal(404, u"Unsupported resource type: "_s + first);
    if (Response fault = readBody(call); fault.status != 200)
        return fault;
    return versioned(m_resources.handle(*resource));
}

// What is no resource of the store: /plugins, /schema, /configs.
Response AdminApi::page(Call &call)
{
    const QStringList &segments = call.segments;
    const std::string &method = call.request.method;
    const QString first = segments.first();
    const QString second = segments.value(1);
    if (first == "plugins"_L1 && segments.size() == 2 && second == "list"_L1 && method == "GET")
        return pluginList(m_schemas, call.arguments);
    if (first == "plugins"_L1 && segments.size() == 2 && second == "reload"_L1) {
        const QString text = u"please use PUT method to reload the plugins, %1 method is not allowed."_s;
        return method == "PUT" ? textResponse(200, u"done"_s) : refusal(405, text.arg(QString::fromStdString(method)));
    }
    if (first == "configs"_L1) {
        if (second == "validate"_L1 && method == "POST")
            return validateConfiguration(m_schemas, call.request.body);
        return refusal(404, u"Unsupported resource type: configs"_s);
    }
    const bool validates = first == "schema"_L1 && second == "validate"_L1 && method == "POST" && segments.size() > 2;
    if (method != "GET" && !validates)
        return refusal(404, u"not found"_s);
    if (Response fault = readBody(call); fault.status != 200)
        return fault;
    if (validates)
        return validateOne(m_schemas, segments.at(2), call.body);
    return versioned(first == "plugins"_L1 ? pluginsPage(m_schemas, segments.sliced(1), call.arguments)
                                           : schemaPage(m_schemas, segments.sliced(1), call.arguments));
}

// Status 200 means that the body, if there is one, is in call.body.
Response AdminApi::readBody(Call &call) const
{
    const Request &request = call.request;
    const std::uint64_t size = request.bodyTooLarge ? request.declaredLength : request.body.size();
    if (size > PlainServer::largestBody)
        return refusal(
            400, u"invalid request body: request size %1 is greater than the maximum size %2 allowed"_s.arg(size).arg(
                     PlainServer::largestBody));
    if (!request.body.empty()) {
        auto body = decodeJson(request.body);
        if (!body)
            return jsonResponse(400, QJsonObject{{u"error_msg"_s, u"invalid request body: "_s + body.error()},
                                                 {u"req_body"_s, QString::fromStdString(request.body)}});
        call.body = *body;
    }
    if (call.arguments.has("ttl") && !call.arguments.number("ttl"))
        return refusal(400, u"invalid argument ttl: should be a number"_s);
    return {};
}

} // namespace sluice::simulator
