// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/traffic/expression.h"
#include "simulator/http/httpmessage.h"
#include "simulator/proxy/transaction.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sluice::simulator {

struct CompiledRoute;
struct CompiledConsumer;
class Upstream;

/// One request as the phases see it: what came, what is known of it, and what is to be sent on.
class RequestContext final : public VariableSource
{
public:
    RequestContext(const RequestHead &head, const Peer &peer, const std::string &defaultHost);

    Variable variable(std::string_view name) const override;
    /// A text with $name and ${name} replaced by variables; absent ones by nothing.
    std::string resolved(std::string_view text) const;
    /// First value of a header as plugins have left it, or nullptr.
    const std::string *header(std::string_view name) const;
    void setHeader(std::string_view name, std::string value);
    void addHeader(std::string_view name, std::string value);
    void removeHeader(std::string_view name);
    std::optional<std::string> argument(std::string_view name) const; ///< decoded; first of several
    void removeArgument(std::string_view name);
    std::string query() const; ///< as it will be sent on

    const RequestHead &head;
    const Peer &peer;
    std::string host;          ///< lower case, without port
    std::string path;          ///< decoded, normalised
    std::string remoteAddress; ///< X-Real-IP is believed from 127.0.0.1, as APISIX's default set-up does
    std::string body;          ///< only where a variable or plugin asked for it

    std::string method;                 ///< to send on
    std::optional<std::string> newUri;  ///< path (and query) that replaces the client's
    std::optional<std::string> newHost; ///< Host for pass_host "pass"
    Headers headers;                    ///< of the client, as plugins change them

    std::shared_ptr<const CompiledRoute> route;
    std::shared_ptr<const CompiledConsumer> consumer;
    std::string credential;
    std::shared_ptr<Upstream> upstream; ///< picked by traffic-split; else the route's
    bool upstreamMissing = false;
    std::string ruleIndex = "none"; ///< of the split, for X-Sluice-Rule
    std::uint64_t pick = 0;
    std::chrono::milliseconds delay{0};
    std::string requestId;

private:
    struct Argument
    {
        std::string name;
        std::optional<std::string> value;
        std::string raw;
    };
    std::vector<Argument> m_arguments;
    mutable std::vector<std::unique_ptr<std::string>> m_texts; ///< what variables' views point into
    std::string_view keep(std::string text) const;
    Variable cookie(std::string_view name) const;
    Variable bodyField(std::string_view dotted) const;
};

/// Path without query, percent-decoded, with // merged and dots resolved. Empty where it is malformed.
std::string normalisedPath(std::string_view target);
std::string percentDecoded(std::string_view text, bool plusIsBlank);

} // namespace sluice::simulator
