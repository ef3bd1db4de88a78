// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/proxy/requestcontext.h"

#include "simulator/proxy/compiledroute.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cctype>

namespace sluice::simulator {

namespace {

constexpr std::size_t mostArguments = 100; // what ngx.req.get_uri_args() reads

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string lowerCase(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

// As nginx reads it: without the dot that may end a name, too.
std::string hostWithoutPort(std::string_view host)
{
    if (host.starts_with('['))
        return lowerCase(host.substr(0, host.find(']') + 1));
    host = host.substr(0, host.find(':'));
    if (host.ends_with('.'))
        host.remove_suffix(1);
    return lowerCase(host);
}

bool isLocalName(std::string_view host)
{
    return host == "localhost" || host.find_first_not_of("0123456789.") == std::string_view::npos ||
           host.starts_with('[');
}

// http_x_canary for X-Canary and X_Canary alike.
bool namesHeader(std::string_view variable, std::string_view header)
{
    return variable.size() == header.size() &&
           std::equal(variable.begin(), variable.end(), header.begin(), [](unsigned char v, unsigned char h) {
               const auto normal = [](unsigned char c) { return c == '-' ? '_' : static_cast<char>(std::tolower(c)); };
               return normal(v) == normal(h);
           });
}

Variable textVariable(std::string_view value)
{
    return {Variable::Kind::Text, value, {}};
}

} // namespace

std::string percentDecoded(std::string_view input, bool plusIsBlank)
{
    std::string result;
    result.reserve(input.size());
    for (std::size_t i = 0; i < input.size(); ++i) {
        const int high = i + 2 < input.size() && input[i] == '%' ? hexDigit(input[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(input[i + 2]) : -1;
        if (low >= 0) {
            result += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            result += plusIsBlank && input[i] == '+' ? ' ' : input[i];
        }
    }
    return result;
}

std::string normalisedPath(std::string_view target)
{
    const std::string decoded = percentDecoded(target.substr(0, target.find_first_of("?#")), false);
    if (!decoded.starts_with('/'))
        return {};
    std::string result;
    std::size_t begin = 1;
    for (;;) {
        const std::size_t end = std::min(decoded.find('/', begin), decoded.size());
        const std::string_view segment(decoded.data() + begin, end - begin);
        const bool last = end == decoded.size();
        if (segment == "..") {
            if (result.empty())
                return {};
            result.erase(result.rfind('/'));
            if (last)
                result += '/';
        } else if (segment == "." || segment.empty()) {
            if (last)
                result += '/';
        } else {
            result += '/';
            result += segment;
        }
        if (last)
            return result;
        begin = end + 1;
    }
}

RequestContext::RequestContext(const RequestHead &requestHead, const Peer &requestPeer, const std::string &defaultHost)
    : head(requestHead)
    , peer(requestPeer)
    , path(normalisedPath(requestHead.target))
    , remoteAddress(requestPeer.clientAddress)
    , method(requestHead.method)
{
    headers.reserve(head.fields.size() + 8);
    for (const auto &field : head.fields)
        headers.emplace_back(field.name, field.value);
    if (const auto *value = head.find("Host"))
        host = hostWithoutPort(*value);
    if (!defaultHost.empty() && isLocalName(host))
        host = defaultHost;
    if (const auto *real = head.find("X-Real-IP"); real && peer.clientAddress == "127.0.0.1")
        remoteAddress = *real;

    const auto question = head.target.find('?');
    std::string_view rest = question == std::string_view::npos ? std::string_view() : head.target.substr(question + 1);
    while (!rest.empty()) {
        const auto end = std::min(rest.find('&'), rest.size());
        const std::string_view item = rest.substr(0, end);
        const auto equals = item.find('=');
        Argument argument{percentDecoded(item.substr(0, equals), true), std::nullopt, std::string(item)};
        if (equals != std::string_view::npos)
            argument.value = percentDecoded(item.substr(equals + 1), true);
        if (!item.empty())
            m_arguments.push_back(std::move(argument));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

std::string_view RequestContext::keep(std::string value) const
{
    m_texts.push_back(std::make_unique<std::string>(std::move(value)));
    return *m_texts.back();
}

const std::string *RequestContext::header(std::string_view name) const
{
    const auto found =
        std::find_if(headers.begin(), headers.end(), [&](const auto &h) { return sameName(h.first, name); });
    return found == headers.end() ? nullptr : &found->second;
}

void RequestContext::removeHeader(std::string_view name)
{
    std::erase_if(headers, [&](const auto &h) { return sameName(h.first, name); });
}

void RequestContext::setHeader(std::string_view name, std::string value)
{
    removeHeader(name);
    headers.emplace_back(name, std::move(value));
}

void RequestContext::addHeader(std::string_view name, std::string value)
{
    headers.emplace_back(name, std::move(value));
}

std::optional<std::string> RequestContext::argument(std::string_view name) const
{
    const auto found =
        std::find_if(m_arguments.begin(), m_arguments.end(), [&](const Argument &a) { return a.name == name; });
    return found == m_arguments.end() ? std::nullopt : std::optional(found->value.value_or(std::string()));
}

void RequestContext::removeArgument(std::string_view name)
{
    std::erase_if(m_arguments, [&](const Argument &a) { return a.name == name; });
}

std::string RequestContext::query() const
{
    std::string result;
    for (const Argument &argument : m_arguments) {
        if (!result.empty())
            result += '&';
        result += argument.raw;
    }
    return result;
}

Variable RequestContext::cookie(std::string_view name) const
{
    std::string all;
    for (const auto &[headerName, value] : headers) {
        if (sameName(headerName, "Cookie"))
            all += (all.empty() ? "" : "; ") + value;
    }
    std::string_view rest = all;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(';'), rest.size());
        std::string_view pair = rest.substr(0, end);
        while (pair.starts_with(' '))
            pair.remove_prefix(1);
        if (const auto equals = pair.find('='); equals != std::string_view::npos && pair.substr(0, equals) == name)
            return textVariable(keep(std::string(pair.substr(equals + 1))));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

// A field of a JSON body by its dotted path, or of a form.
Variable RequestContext::bodyField(std::string_view dotted) const
{
    const std::string *type = header("Content-Type");
    if (!type || !type->starts_with("application/json"))
        return variable("post_arg_" + std::string(dotted));
    QJsonValue value = QJsonDocument::fromJson(QByteArray::fromStdString(body)).object();
    const QStringList names = QString::fromUtf8(dotted.data(), static_cast<qsizetype>(dotted.size())).split(u'.');
    for (const QString &step : names)
        value = value.toObject().value(step);
    if (value.isString())
        return textVariable(keep(value.toString().toStdString()));
    if (value.isDouble())
        return textVariable(keep(QString::number(value.toDouble(), 'g', 14).toStdString()));
    if (value.isBool() && value.toBool())
        return {Variable::Kind::Flag, {}, {}};
    if (!value.isArray())
        return {};
    Variable list{Variable::Kind::List, {}, {}};
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items)
        list.list.push_back(item.toString().toStdString());
    return list;
}

Variable RequestContext::variable(std::string_view name) const
{
    if (name.starts_with("http_") && name != "http_host") {
        const std::string_view wanted = name.substr(5);
        std::string joined;
        const std::string *first = nullptr;
        for (const auto &[headerName, value] : headers) {
            if (!namesHeader(wanted, headerName))
                continue;
            if (!first)
                first = &value;
            else
                joined += (joined.empty() ? *first : std::string()) + ", " + value;
        }
        if (!first)
            return {};
        return textVariable(joined.empty() ? std::string_view(*first) : keep(std::move(joined)));
    }
    if (name.starts_with("arg_")) {
        const auto end = m_arguments.begin() + static_cast<std::ptrdiff_t>(std::min(m_arguments.size(), mostArguments));
        const auto found =
            std::find_if(m_arguments.begin(), end, [&](const Argument &a) { return a.name == name.substr(4); });
        if (found == end)
            return {};
        return found->value ? textVariable(*found->value) : Variable{Variable::Kind::Flag, {}, {}};
    }
    if (name.starts_with("cookie_"))
        return cookie(name.substr(7));
    if (name.starts_with("post_arg."))
        return bodyField(name.substr(9));
    if (name.starts_with("post_arg_")) {
        const std::string *type = header("Content-Type");
        if (!type || !type->starts_with("application/x-www-form-urlencoded"))
            return {};
        std::string_view rest = body;
        while (!rest.empty()) {
            const auto end = std::min(rest.find('&'), rest.size());
            const auto equals = rest.substr(0, end).find('=');
            if (equals != std::string_view::npos && percentDecoded(rest.substr(0, equals), true) == name.substr(9))
                return textVariable(keep(percentDecoded(rest.substr(equals + 1, end - equals - 1), true)));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return {};
    }
    if (name == "uri")
        return textVariable(path);
    if (name == "request_uri") {
        const auto question = head.target.find('?');
        return textVariable(
            keep(path + std::string(question == std::string_view::npos ? "" : head.target.substr(question))));
    }
    if (name == "real_request_uri")
        return textVariable(head.target);
    if (name == "args" || name == "query_string") {
        const auto question = head.target.find('?');
        return question == std::string_view::npos ? Variable{} : textVariable(head.target.substr(question + 1));
    }
    if (name == "is_args")
        return textVariable(head.target.find('?') == std::string_view::npos ? "" : "?");
    if (name == "host")
        return textVariable(host);
    if (name == "http_host") {
        const auto *value = head.find("Host");
        return value ? textVariable(*value) : Variable{};
    }
    if (name == "hostname")
        return textVariable("sluice");
    if (name == "scheme")
        return textVariable(peer.tls ? "https" : "http");
    if (name == "request_method" || name == "method")
        return textVariable(head.method);
    if (name == "remote_addr")
        return textVariable(remoteAddress);
    if (name == "remote_port")
        return textVariable(keep(std::to_string(peer.clientPort)));
    if (name == "server_addr")
        return textVariable(peer.serverAddress);
    if (name == "server_port")
        return textVariable(keep(std::to_string(peer.serverPort)));
    if (name == "server_protocol")
        return textVariable(head.minorVersion == 0 ? "HTTP/1.0" : "HTTP/1.1");
    if (name == "content_type")
        return variable("http_content_type");
    if (name == "content_length")
        return head.contentLength ? textVariable(keep(std::to_string(*head.contentLength))) : Variable{};
    if (name == "consumer_name" && consumer)
        return textVariable(consumer->name);
    if (name == "consumer_group_id" && consumer && !consumer->group.empty())
        return textVariable(consumer->group);
    if (name == "route_id" && route)
        return textVariable(route->id);
    if (name == "route_name" && route && !route->name.empty())
        return textVariable(route->name);
    if (name == "service_id" && route && !route->serviceId.empty())
        return textVariable(route->serviceId);
    if (name == "service_name" && route && !route->serviceName.empty())
        return textVariable(route->serviceName);
    if (name == "ssl_server_name" && !peer.sni.empty())
        return textVariable(peer.sni);
    return {};
}

std::string RequestContext::resolved(std::string_view input) const
{
    std::string result;
    for (std::size_t i = 0; i < input.size(); ++i) {
        if (input[i] != '$') {
            result += input[i];
            continue;
        }
        const bool braces = i + 1 < input.size() && input[i + 1] == '{';
        const std::size_t begin = i + (braces ? 2 : 1);
        std::size_t end = begin;
        while (end < input.size() && (std::isalnum(static_cast<unsigned char>(input[end])) != 0 || input[end] == '_'))
            ++end;
        if (end == begin || (braces && (end == input.size() || input[end] != '}'))) {
            result += '$';
            continue;
        }
        result += variable(input.substr(begin, end - begin)).text;
        i = braces ? end : end - 1;
    }
    return result;
}

} // namespace sluice::simulator
