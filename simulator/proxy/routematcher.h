// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/proxy/compiledroute.h"

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace sluice::simulator {

/// APISIX's default router radixtree_host_uri (admin-api 4.2, 4.3): the most specific host first, then exact paths,
/// then the longest prefix; priority only decides inside one stored key.
class RouteMatcher
{
public:
    /// routes in insertion order; those with status 0 must not be among them.
    explicit RouteMatcher(const std::vector<std::shared_ptr<const CompiledRoute>> &routes);

    std::shared_ptr<const CompiledRoute> match(const RequestContext &request) const;

private:
    struct Entry
    {
        std::shared_ptr<const CompiledRoute> route;
        std::string path;                       ///< as written
        std::optional<QRegularExpression> rest; ///< the whole path must match too
    };
    struct Paths
    {
        std::unordered_map<std::string, std::vector<Entry>> exact;
        std::map<std::size_t, std::unordered_map<std::string, std::vector<Entry>>, std::greater<>> prefixes;
        void add(const std::shared_ptr<const CompiledRoute> &route, const std::string &path);
        void sort();
        std::shared_ptr<const CompiledRoute> match(const RequestContext &request) const;
    };

    std::unordered_map<std::string, Paths> m_hosts;
    std::map<std::size_t, std::unordered_map<std::string, Paths>, std::greater<>>
        m_suffixes; ///< of *.foo.com: .foo.com
    Paths m_anyHost;
};

} // namespace sluice::simulator
