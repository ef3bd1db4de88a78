// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/http/httpmessage.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace sluice::simulator {

/// Where a head stands that is still being read. TargetTooLong: its first line is longer than longestLine.
enum class HeadState { Incomplete, Complete, Malformed, TooLarge, TargetTooLong };

/// Finds the end of a head and takes it apart, strictly by RFC 9112: what two parties could read in two ways is
/// malformed (bare LF, folded lines, blanks before a colon, NUL, repeated or mixed lengths, absolute-form, CONNECT).
/// Beast's parser accepts several of these, and copies each field; this one keeps views and never reads a byte twice.
class HeadFinder
{
public:
    /// buffer holds everything received so far from the head's first byte on. Complete: size() bytes are the head.
    HeadState find(std::string_view buffer);
    std::size_t size() const { return m_size; }
    void reset() { *this = HeadFinder(); }

private:
    std::size_t m_scanned = 0;
    std::size_t m_lineBegin = 0;
    std::size_t m_size = 0;
};

/// nginx's limits (large_client_header_buffers 4 8k): of a line, and of all lines together.
constexpr std::size_t longestLine = 8 * 1024;
constexpr std::size_t largestHead = 4 * longestLine;

/// True for what may stand in a token (RFC 9110 5.6.2): in a method, or the name of a header.
constexpr bool isTokenByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

/// A complete head of a request. False: malformed (400). Views point into text.
bool parseRequestHead(std::string_view text, RequestHead &head);

/// A complete head of an answer.
struct ResponseHead
{
    int status = 0;
    std::string_view reason;
    int minorVersion = 1;
    std::vector<RequestHead::Field> fields;
    std::optional<std::uint64_t> contentLength;
    bool chunked = false;
    bool keepAlive = true;
};
bool parseResponseHead(std::string_view text, ResponseHead &head);

/// Takes a chunked body apart, piece by piece as it arrives. Trailer fields are checked and dropped, as nginx drops
/// them.
class ChunkedReader
{
public:
    enum class State { More, Done, Malformed };
    /// Consumes from input and appends the content to out; input is left behind the last byte that was used.
    State read(std::string_view &input, std::string &out);

private:
    enum class Part { Size, Data, DataEnd, Trailer };
    State endLine();

    Part m_part = Part::Size;
    std::string m_line;
    std::uint64_t m_left = 0;
    std::size_t m_trailerSize = 0;
};

} // namespace sluice::simulator
