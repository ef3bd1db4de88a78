// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/proxy/compiledroute.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sluice::simulator {

/// APISIX's default router radixtree_host_uri (apisix.md 4.2, 4.3): the most specific host first, then exact paths,
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
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    template <class Value>
    using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;
    struct Paths
    {
        ByText<std::vector<Entry>> exact;
        std::map<std::size_t, ByText<std::vector<Entry>>, std::greater<>> prefixes; ///< by their length
        void add(const std::shared_ptr<const CompiledRoute> &route, const std::string &path);
        void sort();
        std::shared_ptr<const CompiledRoute> match(const RequestContext &request) const;
    };

    ByText<Paths> m_hosts;
    std::map<std::size_t, ByText<Paths>, std::greater<>> m_suffixes; ///< by their length; of *.foo.com: .foo.com
    Paths m_anyHost;
};

} // namespace sluice::simulator
