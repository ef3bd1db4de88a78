// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/http/errorpage.h"
#include "simulator/proxy/plugins/simulatedplugins.h"
#include "simulator/proxy/requestcontext.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

struct HeaderEdits
{
    Headers add;
    Headers set;
    std::vector<std::string> remove;
};

std::string text(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 14).toStdString() : value.toString().toStdString();
}

Headers pairs(const QJsonObject &object)
{
    Headers result;
    for (auto it = object.begin(); it != object.end(); ++it)
        result.emplace_back(it.key().toStdString(), text(it.value()));
    return result;
}

HeaderEdits headerEdits(const QJsonObject &conf)
{
    HeaderEdits edits;
    const bool structured = conf.value("add"_L1).isObject() || conf.value("add"_L1).isArray() ||
                            conf.value("set"_L1).isObject() || conf.value("remove"_L1).isArray();
    if (!structured) { // the old form: a plain map sets
        edits.set = pairs(conf);
        return edits;
    }
    edits.add = pairs(conf.value("add"_L1).toObject());
    const QJsonArray lines = conf.value("add"_L1).toArray();
    for (const QJsonValue &line : lines) {
        const QString whole = line.toString();
        edits.add.emplace_back(whole.section(u':', 0, 0).trimmed().toStdString(),
                               whole.section(u':', 1).trimmed().toStdString());
    }
    edits.set = pairs(conf.value("set"_L1).toObject());
    const QJsonArray names = conf.value("remove"_L1).toArray();
    for (const QJsonValue &name : names)
        edits.remove.push_back(name.toString().toStdString());
    return edits;
}

// Replaces $1, $2 ... of a template by what a pattern has captured.
QString filled(const QString &pattern, const QRegularExpressionMatch &match)
{
    static const QRegularExpression reference(u"\\$(\\d+)"_s);
    QString result;
    qsizetype position = 0;
    auto references = reference.globalMatch(pattern);
    while (references.hasNext()) {
        const auto found = references.next();
        result +=
            pattern.mid(position, found.capturedStart() - position) + match.captured(found.capturedView(1).toInt());
        position = found.capturedEnd();
    }
    return result + pattern.mid(position);
}

std::optional<QString> rewritten(const std::vector<std::pair<QRegularExpression, QString>> &rules,
                                 const std::string &path)
{
    for (const auto &[pattern, replacement] : rules) {
        const auto match = pattern.match(QString::fromStdString(path));
        if (match.hasMatch())
            return filled(replacement, match);
    }
    return std::nullopt;
}

std::vector<std::pair<QRegularExpression, QString>> regexPairs(const QJsonArray &list)
{
    std::vector<std::pair<QRegularExpression, QString>> result;
    for (qsizetype i = 0; i + 1 < list.size(); i += 2)
        result.emplace_back(QRegularExpression(list.at(i).toString()), list.at(i + 1).toString());
    return result;
}

std::string withQuery(std::string uri, const std::string &query)
{
    if (query.empty())
        return uri;
    return uri + (uri.find('?') == std::string::npos ? '?' : '&') + query;
}

// What can't stand in the path of a request line, as nginx escapes it; so %20, decoded for a pattern, is %20 again.
std::string escaped(std::string_view path)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string result;
    for (const char c : path) {
        const auto code = static_cast<unsigned char>(c);
        if (code > 0x20 && code < 0x7f && c != '#' && c != '%' && c != '?') {
            result += c;
            continue;
        }
        result += '%';
        result += digits[code >> 4U];
        result += digits[code & 0xfU];
    }
    return result;
}

// A ? begins a query only where the plugin's own text has one: those of the client's path are part of the path.
std::string escapedUri(const std::string &uri, bool hasQuery)
{
    const std::size_t end = hasQuery ? std::min(uri.find('?'), uri.size()) : uri.size();
    return escaped(std::string_view(uri).substr(0, end)) + uri.substr(end);
}

std::string escapedPath(const std::string &path)
{
    return QUrl::toPercentEncoding(QString::fromStdString(path), "/:@!$&'()*+,;=").toStdString();
}

class ProxyRewrite final : public Plugin
{
public:
    std::string uri;
    std::vector<std::pair<QRegularExpression, QString>> regexUri;
    std::string host;
    std::string method;
    HeaderEdits edits;

    std::optional<LocalAnswer> rewrite(RequestContext &request) const override
    {
        if (!uri.empty()) {
            const bool hasQuery = uri.find('?') != std::string::npos;
            request.newUri = withQuery(escapedUri(request.resolved(uri), hasQuery), request.query());
        } else if (const auto path = rewritten(regexUri, request.path)) {
            const bool hasQuery = std::any_of(regexUri.begin(), regexUri.end(),
                                              [](const auto &rule) { return rule.second.contains(u'?'); });
            request.newUri = withQuery(escapedUri(path->toStdString(), hasQuery), request.query());
        }
        for (const auto &[name, value] : edits.add)
            request.addHeader(name, request.resolved(value));
        for (const auto &[name, value] : edits.set)
            request.setHeader(name, request.resolved(value));
        for (const std::string &name : edits.remove)
            request.removeHeader(name);
        if (!host.empty())
            request.newHost = host;
        if (!method.empty())
            request.method = method;
        return std::nullopt;
    }
};

class Redirect final : public Plugin
{
public:
    bool toHttps = false;
    bool appendQuery = false;
    bool encode = false;
    int status = 302;
    std::string uri;
    std::vector<std::pair<QRegularExpression, QString>> regexUri;

    std::optional<LocalAnswer> rewrite(RequestContext &request) const override
    {
        int code = status;
        std::string location;
        if (toHttps) {
            const std::string *forwarded = request.header("X-Forwarded-Proto");
            if (request.peer.tls || (forwarded && *forwarded == "https"))
                return std::nullopt;
            constexpr std::string_view httpsPort = ":9443"; // plugin_attr's default is the first TLS port
            location =
                "https://" + request.host + std::string(httpsPort) + std::string(request.variable("request_uri").text);
            code = request.method == "GET" || request.method == "HEAD" ? 301 : 308;
        } else if (!uri.empty()) {
            location = request.resolved(uri);
        } else if (const auto path = rewritten(regexUri, request.path)) {
            location = path->toStdString();
        } else {
            return std::nullopt;
        }
        if (encode)
            location = escapedPath(location);
        if (appendQuery)
            location = withQuery(std::move(location), request.query());
        LocalAnswer answer = htmlAnswer(code);
        answer.headers.emplace_back("Location", location);
        return answer;
    }
};

class ResponseRewrite final : public Plugin
{
public:
    struct Filter
    {
        QRegularExpression pattern;
        QString replacement;
        bool global = false;
    };
    int status = 0;
    std::optional<std::string> body;
    HeaderEdits edits;
    std::optional<Expression> vars;
    std::vector<Filter> filters;

    bool applies(const RequestContext &request) const { return !vars || vars->evaluate(request); }

    void headerFilter(const RequestContext &request, AnswerHead &head) const override
    {
        if (!applies(request))
            return;
        if (status != 0) {
            head.status = status;
            head.reason.clear();
        }
        if (body || !filters.empty()) {
            for (const std::string_view name : {"Content-Length", "Content-Encoding", "ETag", "Last-Modified"})
                head.headers.remove(name);
        }
        for (const auto &[name, value] : edits.add)
            head.headers.add(name, request.resolved(value));
        for (const auto &[name, value] : edits.set)
            head.headers.set(name, request.resolved(value));
        for (const std::string &name : edits.remove)
            head.headers.remove(name);
    }

    BodyUse bodyUse(const RequestContext &request) const override
    {
        if (!applies(request))
            return BodyUse::Passed;
        return body ? BodyUse::Replaced : filters.empty() ? BodyUse::Passed : BodyUse::Rewritten;
    }

    std::string bodyFilter(const RequestContext &request, std::string original) const override
    {
        if (!applies(request))
            return original;
        if (body)
            return *body;
        QString text = QString::fromStdString(original);
        for (const Filter &filter : filters) {
            if (filter.global) {
                text.replace(filter.pattern, filter.replacement);
            } else if (const auto match = filter.pattern.match(text); match.hasMatch()) {
                text.replace(match.capturedStart(), match.capturedLength(), filled(filter.replacement, match));
            }
        }
        return text.toStdString();
    }
};

class RequestId final : public Plugin
{
public:
    std::string header = "X-Request-Id";
    bool inResponse = true;

    std::optional<LocalAnswer> rewrite(RequestContext &request) const override
    {
        const std::string *given = request.header(header);
        request.requestId =
            given && !given->empty() ? *given : QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
        request.setHeader(header, request.requestId);
        return std::nullopt;
    }
    void headerFilter(const RequestContext &request, AnswerHead &head) const override
    {
        if (inResponse && !head.headers.contains(header))
            head.headers.add(header, request.requestId);
    }
};

} // namespace

std::shared_ptr<Plugin> makeProxyRewrite(const QJsonObject &conf)
{
    auto plugin = std::make_shared<ProxyRewrite>();
    plugin->uri = conf.value("uri"_L1).toString().toStdString();
    plugin->regexUri = regexPairs(conf.value("regex_uri"_L1).toArray());
    plugin->host = conf.value("host"_L1).toString().toStdString();
    plugin->method = conf.value("method"_L1).toString().toStdString();
    plugin->edits = headerEdits(conf.value("headers"_L1).toObject());
    return plugin;
}

std::shared_ptr<Plugin> makeRedirect(const QJsonObject &conf)
{
    auto plugin = std::make_shared<Redirect>();
    plugin->toHttps = conf.value("http_to_https"_L1).toBool();
    plugin->appendQuery = conf.value("append_query_string"_L1).toBool();
    plugin->encode = conf.value("encode_uri"_L1).toBool();
    plugin->status = conf.value("ret_code"_L1).toInt(302);
    plugin->uri = conf.value("uri"_L1).toString().toStdString();
    plugin->regexUri = regexPairs(conf.value("regex_uri"_L1).toArray());
    return plugin;
}

std::shared_ptr<Plugin> makeResponseRewrite(const QJsonObject &conf)
{
    auto plugin = std::make_shared<ResponseRewrite>();
    plugin->status = conf.value("status_code"_L1).toInt();
    if (conf.contains("body"_L1)) {
        const QByteArray body = conf.value("body"_L1).toString().toUtf8();
        plugin->body = (conf.value("body_base64"_L1).toBool() ? QByteArray::fromBase64(body) : body).toStdString();
    }
    plugin->edits = headerEdits(conf.value("headers"_L1).toObject());
    if (conf.contains("vars"_L1)) {
        if (auto compiled = Expression::compile(conf.value("vars"_L1).toArray()))
            plugin->vars = *compiled;
    }
    const QJsonArray filters = conf.value("filters"_L1).toArray();
    for (const QJsonValue &value : filters) {
        const QJsonObject filter = value.toObject();
        QString replacement = filter.value("replace"_L1).toString();
        const bool global = filter.value("scope"_L1).toString() == "global"_L1;
        if (global) // QString::replace writes captures as \1
            replacement.replace(QRegularExpression(u"\\$(\\d+)"_s), u"\\\\1"_s);
        plugin->filters.push_back({QRegularExpression(filter.value("regex"_L1).toString()), replacement, global});
    }
    return plugin;
}

std::shared_ptr<Plugin> makeRequestId(const QJsonObject &conf)
{
    auto plugin = std::make_shared<RequestId>();
    plugin->header = conf.value("header_name"_L1).toString(u"X-Request-Id"_s).toStdString();
    plugin->inResponse = conf.value("include_in_response"_L1).toBool(true);
    return plugin;
}

} // namespace sluice::simulator
