// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/inspect/routereasons.h"

#include "simulator/inspect/conditiontree.h"
#include "simulator/inspect/text.h"
#include "simulator/proxy/requestcontext.h"
#include "simulator/proxy/runtimeconfig.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

constexpr qsizetype mostOthers = 50;

QString joined(const std::vector<std::string> &values)
{
    QStringList list;
    for (const std::string &value : values)
        list.append(text(value));
    return list.join(u", "_s);
}

QJsonObject reason(const char *code, const QString &words)
{
    return {{u"code"_s, QLatin1StringView(code)}, {u"text"_s, words}};
}

QJsonObject withConditions(QJsonObject reason, const Expression &expression, const RequestContext &request)
{
    reason.insert("conditions"_L1, conditionTree(expression, request));
    return reason;
}

bool fitsHost(const std::string &pattern, const std::string &host)
{
    return pattern.starts_with('*') ? host.ends_with(std::string_view(pattern).substr(1)) : host == pattern;
}

bool fitsPath(const std::string &pattern, const std::string &path)
{
    const std::size_t star = pattern.find('*');
    return star == std::string::npos ? path == pattern : path.starts_with(std::string_view(pattern).substr(0, star));
}

// What the order of two matching routes depends on, the first difference deciding (apisix.md 4.2, 4.3).
struct Rank
{
    std::string host; ///< the pattern that fitReasons; empty: the route asks for no host
    std::string path;
    std::size_t hostClass = 0; ///< 2: exact, 1: with a star, 0: none
    std::size_t hostLength = 0;
    bool exactPath = false;
    std::size_t prefixLength = 0;
    std::int64_t priority = 0;
};

std::string bestOf(const std::vector<std::string> &patterns, const std::string &value,
                   bool (*fitReasons)(const std::string &, const std::string &))
{
    std::string best;
    for (const std::string &pattern : patterns) {
        const bool exact = pattern.find('*') == std::string::npos;
        if (fitReasons(pattern, value) && (exact || pattern.size() > best.size()))
            best = pattern;
        if (exact && best == pattern)
            return best;
    }
    return best;
}

Rank rankOf(const CompiledRoute &route, const RequestContext &request)
{
    Rank rank;
    rank.host = bestOf(route.hosts, request.host, fitsHost);
    rank.path = bestOf(route.paths, request.path, fitsPath);
    rank.hostClass = rank.host.empty() ? 0 : rank.host.starts_with('*') ? 1 : 2;
    rank.hostLength = rank.host.size();
    rank.exactPath = rank.path.find('*') == std::string::npos;
    rank.prefixLength = std::min(rank.path.find('*'), rank.path.size());
    rank.priority = route.priority;
    return rank;
}

QString hostWords(const Rank &rank)
{
    return rank.host.empty() ? u"no host"_s : u"host "_s + text(rank.host);
}

QJsonObject outranked(const Rank &chosen, const Rank &other)
{
    if (std::tie(chosen.hostClass, chosen.hostLength) != std::tie(other.hostClass, other.hostLength))
        return reason("host-less-specific", u"%1 is less specific than %2"_s.arg(hostWords(other), hostWords(chosen)));
    if (std::tie(chosen.exactPath, chosen.prefixLength) != std::tie(other.exactPath, other.prefixLength))
        return reason("path-less-specific",
                      u"path %1 is less specific than %2"_s.arg(text(other.path), text(chosen.path)));
    if (chosen.priority != other.priority)
        return reason("lower-priority", u"priority %1 is lower than %2"_s.arg(other.priority).arg(chosen.priority));
    if (chosen.path.size() != other.path.size())
        return reason("shorter-path",
                      u"path %1 is shorter as written than %2"_s.arg(text(other.path), text(chosen.path)));
    return reason("made-later", u"it stands behind the other in the gateway's list of routes"_s);
}

// Why a route whose path fitReasons does not match, in the order in which the router looks.
std::optional<QJsonObject> misfit(const CompiledRoute &route, const RequestContext &request)
{
    if (!route.hosts.empty() && bestOf(route.hosts, request.host, fitsHost).empty())
        return reason("host", request.host.empty()
                                  ? u"the request names no host, and it is for %1"_s.arg(joined(route.hosts))
                                  : u"host %1 is none of %2"_s.arg(text(request.host), joined(route.hosts)));
    const QString method =
        QString::fromUtf8(request.head.method.data(), static_cast<qsizetype>(request.head.method.size()));
    if (!route.methods.empty() &&
        std::find(route.methods.begin(), route.methods.end(), request.head.method) == route.methods.end())
        return reason("method", u"method %1 is none of %2"_s.arg(method, joined(route.methods)));
    if (route.remote && !route.remote->evaluate(request))
        return withConditions(
            reason("client", u"client %1 is in none of its addresses"_s.arg(text(request.remoteAddress))),
            *route.remote, request);
    if (route.vars && !route.vars->evaluate(request))
        return withConditions(reason("conditions", u"its vars don't hold"_s), *route.vars, request);
    if (route.unsimulatedFilter)
        return reason("filter-not-simulated", u"its filter_func is not simulated: it never matches here"_s);
    if (route.filter && !route.filter->evaluate(request))
        return withConditions(reason("conditions", u"its filter_func doesn't hold"_s), *route.filter, request);
    return std::nullopt;
}

// Of a path with a star inside, only the router knows whether all of it fitReasons.
bool matchesAlone(const std::shared_ptr<const CompiledRoute> &route, const RequestContext &request)
{
    return RouteMatcher({route}).match(request) != nullptr;
}

QJsonArray fitReasons(const CompiledRoute &route, const RequestContext &request)
{
    const Rank rank = rankOf(route, request);
    QJsonArray why{reason("path", rank.exactPath ? u"path is %1"_s.arg(text(rank.path))
                                                 : u"path begins as %1"_s.arg(text(rank.path)))};
    if (!rank.host.empty())
        why.append(reason("host", u"host fitReasons %1"_s.arg(text(rank.host))));
    if (!route.methods.empty())
        why.append(reason("method", u"method is one of %1"_s.arg(joined(route.methods))));
    if (route.remote)
        why.append(withConditions(reason("client", u"client is in its addresses"_s), *route.remote, request));
    if (route.vars)
        why.append(withConditions(reason("conditions", u"its vars hold"_s), *route.vars, request));
    if (route.filter)
        why.append(withConditions(reason("conditions", u"its filter_func holds"_s), *route.filter, request));
    return why;
}

class Others
{
public:
    void add(const QString &id, const QString &name, const QJsonObject &why)
    {
        if (m_list.size() == mostOthers)
            return;
        QJsonObject other{{u"route"_s, id}, {u"reason"_s, why}};
        if (!name.isEmpty())
            other.insert("name"_L1, name);
        m_list.append(other);
    }
    QJsonArray take() { return std::move(m_list); }

private:
    QJsonArray m_list;
};

// Routes with status 0 are in no table: only the stored objects tell of them.
void addDisabled(const RuntimeConfig &config, const RequestContext &request, Others &others)
{
    for (const auto &[id, item] : config.snapshot()[Collection::Routes]) {
        const QJsonObject &value = item->value;
        if (value.value("status"_L1).toInt(1) != 0)
            continue;
        QJsonArray paths = value.value("uris"_L1).toArray();
        paths.append(value.value("uri"_L1));
        const bool fitting = std::any_of(paths.begin(), paths.end(), [&](const QJsonValue &path) {
            return path.isString() && fitsPath(path.toString().toStdString(), request.path);
        });
        if (fitting)
            others.add(text(id), value.value("name"_L1).toString(), reason("disabled", u"it is disabled (status 0)"_s));
    }
}

} // namespace

RouteReasons routeReasons(const RuntimeConfig &config, const RequestContext &request, const CompiledRoute *chosen)
{
    RouteReasons result;
    Others others;
    std::optional<Rank> best;
    if (chosen) {
        result.why = fitReasons(*chosen, request);
        best = rankOf(*chosen, request);
    }
    for (const auto &route : config.routes()) {
        if (route.get() == chosen || bestOf(route->paths, request.path, fitsPath).empty()) {
            result.elsewhere += route.get() == chosen ? 0 : 1;
            continue;
        }
        auto why = misfit(*route, request);
        if (!why && best && matchesAlone(route, request))
            why = outranked(*best, rankOf(*route, request));
        others.add(text(route->id), text(route->name),
                   why.value_or(reason("path", u"path %1 doesn't fit to its end"_s.arg(joined(route->paths)))));
    }
    addDisabled(config, request, others);
    result.others = others.take();
    return result;
}

} // namespace sluice::simulator
