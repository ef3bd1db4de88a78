// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice::simulator {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// True for names that are equal without regard to case (ASCII).
bool sameName(std::string_view a, std::string_view b);

/// True for what belongs to one connection only (RFC 9110 7.6.1), and for Content-Length: whoever sends a message says
/// these itself, of the message that it really sends.
bool saysFraming(std::string_view name);

/// Head of a request on the gateway, as views into its connection's buffer: valid until the request has ended.
struct RequestHead
{
    struct Field
    {
        std::string_view name;
        std::string_view value;
    };

    std::string_view method;
    std::string_view target; ///< as received: path and query
    int minorVersion = 1;    ///< HTTP/1.x
    std::vector<Field> fields;
    std::optional<std::uint64_t> contentLength;
    bool chunked = false;
    bool keepAlive = true;

    /// First value of a header, or nullptr.
    const std::string_view *find(std::string_view name) const;
};

/// A whole request to the Admin API, the inspection, metrics or control port (these are small; nothing streams).
struct Request
{
    std::string method;
    std::string target; ///< as received: path and query
    Headers headers;
    std::string body;
    std::string peerAddress;
    bool bodyTooLarge = false; ///< the body was not read: longer than the server's limit; declaredLength says how long
    std::uint64_t declaredLength = 0;

    const std::string *header(std::string_view name) const;
};

struct Response
{
    int status = 200;
    Headers headers; ///< without Content-Length, Transfer-Encoding, Date and Connection: the server adds those
    std::string body;
    bool chunked = false; ///< send the body chunked, as APISIX does for what Lua answers
};

} // namespace sluice::simulator
