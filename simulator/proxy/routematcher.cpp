// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/proxy/routematcher.h"

#include "simulator/proxy/requestcontext.h"

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

bool fits(const CompiledRoute &route, const RequestContext &request)
{
    if (route.unsimulatedFilter || (route.filter && !route.filter->evaluate(request)))
        return false;
    if (!route.methods.empty() &&
        std::find(route.methods.begin(), route.methods.end(), request.head.method) == route.methods.end())
        return false;
    if (route.remote && !route.remote->evaluate(request))
        return false;
    return !route.vars || route.vars->evaluate(request);
}

// A segment that begins with * is "anything, slashes included" where it stands inside the path.
QRegularExpression innerPattern(const std::string &path)
{
    const QStringList segments = QString::fromStdString(path).split(u'/');
    QStringList parts;
    for (const QString &segment : segments)
        parts.append(segment.startsWith(u'*') ? u".*"_s : QRegularExpression::escape(segment));
    return QRegularExpression(u"^"_s + parts.join(u'/') + u"$"_s);
}

} // namespace

void RouteMatcher::Paths::add(const std::shared_ptr<const CompiledRoute> &route, const std::string &path)
{
    const auto star = path.find('*');
    if (star == std::string::npos) {
        exact[path].push_back({route, path, std::nullopt});
        return;
    }
    const std::string prefix = path.substr(0, star);
    const bool inner = star + 1 < path.size() && star > 0 && path[star - 1] == '/';
    Entry entry{route, path, inner ? std::optional(innerPattern(path)) : std::nullopt};
    prefixes[prefix.size()][prefix].push_back(std::move(entry));
}

void RouteMatcher::Paths::sort()
{
    const auto before = [](const Entry &a, const Entry &b) {
        if (a.route->priority != b.route->priority)
            return a.route->priority > b.route->priority;
        return a.path.size() > b.path.size();
    };
    for (auto &[path, entries] : exact)
        std::stable_sort(entries.begin(), entries.end(), before);
    for (auto &[length, byPrefix] : prefixes) {
        for (auto &[prefix, entries] : byPrefix)
            std::stable_sort(entries.begin(), entries.end(), before);
    }
}

std::shared_ptr<const CompiledRoute> RouteMatcher::Paths::match(const RequestContext &request) const
{
    if (const auto found = exact.find(request.path); found != exact.end()) {
        for (const Entry &entry : found->second) {
            if (fits(*entry.route, request))
                return entry.route;
        }
    }
    for (const auto &[length, byPrefix] : prefixes) {
        if (length > request.path.size())
            continue;
        const auto found = byPrefix.find(std::string_view(request.path).substr(0, length));
        if (found == byPrefix.end())
            continue;
        for (const Entry &entry : found->second) {
            if (fits(*entry.route, request) &&
                (!entry.rest || entry.rest->match(QString::fromStdString(request.path)).hasMatch()))
                return entry.route;
        }
    }
    return nullptr;
}

RouteMatcher::RouteMatcher(const std::vector<std::shared_ptr<const CompiledRoute>> &routes)
{
    for (const auto &route : routes) {
        std::vector<Paths *> targets;
        if (route->hosts.empty())
            targets.push_back(&m_anyHost);
        for (const std::string &host : route->hosts) {
            if (host.starts_with('*'))
                targets.push_back(&m_suffixes[host.size() - 1][host.substr(1)]);
            else
                targets.push_back(&m_hosts[host]);
        }
        for (Paths *paths : targets) {
            for (const std::string &path : route->paths)
                paths->add(route, path);
        }
    }
    m_anyHost.sort();
    for (auto &[host, paths] : m_hosts)
        paths.sort();
    for (auto &[length, bySuffix] : m_suffixes) {
        for (auto &[suffix, paths] : bySuffix)
            paths.sort();
    }
}

std::shared_ptr<const CompiledRoute> RouteMatcher::match(const RequestContext &request) const
{
    if (request.path.empty())
        return nullptr;
    if (const auto found = m_hosts.find(request.host); found != m_hosts.end()) {
        if (auto route = found->second.match(request))
            return route;
    }
    for (const auto &[length, bySuffix] : m_suffixes) {
        if (length > request.host.size())
            continue;
        const auto found = bySuffix.find(std::string_view(request.host).substr(request.host.size() - length));
        if (found == bySuffix.end())
            continue;
        if (auto route = found->second.match(request))
            return route;
    }
    return m_anyHost.match(request);
}

} // namespace sluice::simulator
