// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/http/httpparser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace sluice::simulator {

namespace {

constexpr std::array<bool, 256> tokenTable = [] {
    std::array<bool, 256> table{};
    for (unsigned code = 0; code < table.size(); ++code)
        table[code] = isTokenByte(static_cast<char>(code));
    return table;
}();

bool isToken(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return tokenTable[static_cast<unsigned char>(c)]; });
}

// As nginx reads it: what is written otherwise is for no method that anybody knows.
bool isMethod(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '_' || c == '-'; });
}

// A length that fits into a signed number, as everybody else counts it too.
bool readLength(std::string_view text, int base, std::uint64_t &length)
{
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), length, base);
    return fault == std::errc{} && end == text.data() + text.size() &&
           length <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
}

// A field's value: no NUL, no control characters but the tab.
bool isValue(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return (code < 0x20 && c != '\t') || code == 0x7f;
    });
}

int hexValue(char c)
{
    int value = 0;
    const auto [end, fault] = std::from_chars(&c, &c + 1, value, 16);
    return fault == std::errc{} ? value : -1;
}

// Every % of the path must begin an octet, and none of them NUL; nginx looks at the path only, not at the query.
bool isDecodable(std::string_view path)
{
    for (std::size_t at = path.find('%'); at != std::string_view::npos; at = path.find('%', at + 3)) {
        if (at + 2 >= path.size())
            return false;
        const int high = hexValue(path[at + 1]);
        const int low = hexValue(path[at + 2]);
        if (high < 0 || low < 0 || (high == 0 && low == 0))
            return false;
    }
    return true;
}

bool isTarget(std::string_view text)
{
    const bool printable = !text.empty() && std::none_of(text.begin(), text.end(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return code <= 0x20 || code == 0x7f;
    });
    return printable && isDecodable(text.substr(0, text.find_first_of("?#")));
}

// uri-host [":" port]: what can't stand there could be taken for another host by somebody else.
bool isHost(std::string_view text)
{
    return !text.empty() && text.find_first_of(" \t/\\?#@,\"<>") == std::string_view::npos &&
           text.find("..") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

// One line without its CRLF; nothing where it ends otherwise.
std::optional<std::string_view> takeLine(std::string_view &text)
{
    const auto end = text.find('\n');
    if (end == std::string_view::npos || end == 0 || text[end - 1] != '\r')
        return std::nullopt;
    const std::string_view line = text.substr(0, end - 1);
    text.remove_prefix(end + 1);
    if (line.find('\r') != std::string_view::npos)
        return std::nullopt;
    return line;
}

// A folded line begins with a blank, so it is none.
std::optional<RequestHead::Field> readField(std::string_view line)
{
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon)))
        return std::nullopt;
    const std::string_view value = trimmed(line.substr(colon + 1));
    return isValue(value) ? std::optional(RequestHead::Field{line.substr(0, colon), value}) : std::nullopt;
}

bool readFields(std::string_view text, std::vector<RequestHead::Field> &fields)
{
    fields.reserve(16); // as many as most heads have
    for (;;) {
        const auto line = takeLine(text);
        if (!line)
            return false;
        if (line->empty())
            return text.empty();
        const auto field = readField(*line);
        if (!field)
            return false;
        fields.push_back(*field);
    }
}

bool hasWord(std::string_view list, std::string_view word)
{
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        if (sameName(trimmed(list.substr(0, end)), word))
            return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

// Lengths and persistence, which requests and answers tell in the same way.
template <class Head>
bool readFraming(Head &head)
{
    head.keepAlive = head.minorVersion >= 1;
    for (const RequestHead::Field &field : head.fields) {
        if (sameName(field.name, "Content-Length")) {
            std::uint64_t length = 0;
            if (head.contentLength || !readLength(field.value, 10, length))
                return false;
            head.contentLength = length;
        } else if (sameName(field.name, "Transfer-Encoding")) {
            if (head.chunked || !sameName(field.value, "chunked") || head.minorVersion == 0)
                return false;
            head.chunked = true;
        } else if (sameName(field.name, "Connection")) {
            if (hasWord(field.value, "close"))
                head.keepAlive = false;
            else if (hasWord(field.value, "keep-alive"))
                head.keepAlive = true;
        }
    }
    return !(head.chunked && head.contentLength);
}

} // namespace

HeadState HeadFinder::find(std::string_view buffer)
{
    while (m_scanned < buffer.size()) {
        const auto end = buffer.find('\n', m_scanned);
        const std::size_t line = std::min(end, buffer.size()) - m_lineBegin;
        if (line > longestLine)
            return m_lineBegin == 0 ? HeadState::TargetTooLong : HeadState::TooLarge;
        if (end == std::string_view::npos) {
            m_scanned = buffer.size();
            break;
        }
        if (line == 0 || buffer[end - 1] != '\r')
            return HeadState::Malformed; // a bare LF
        m_scanned = end + 1;
        if (m_scanned > largestHead)
            return HeadState::TooLarge;
        if (line == 1 && m_lineBegin > 0) {
            m_size = m_scanned;
            return HeadState::Complete;
        }
        m_lineBegin = m_scanned;
    }
    return HeadState::Incomplete;
}

bool parseRequestHead(std::string_view text, RequestHead &head)
{
    const auto line = takeLine(text);
    if (!line)
        return false;
    const auto first = line->find(' ');
    const auto last = line->rfind(' ');
    if (first == std::string_view::npos || first == last)
        return false;
    head.method = line->substr(0, first);
    head.target = line->substr(first + 1, last - first - 1);
    const std::string_view version = line->substr(last + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return false;
    head.minorVersion = version.back() - '0';
    const bool asterisk = head.target == "*" && head.method == "OPTIONS";
    if (!isMethod(head.method) || !isTarget(head.target) || (!head.target.starts_with('/') && !asterisk))
        return false;
    if (!readFields(text, head.fields) || !readFraming(head))
        return false;
    std::size_t hosts = 0;
    std::size_t expectations = 0;
    for (const RequestHead::Field &field : head.fields) {
        expectations += sameName(field.name, "Expect") ? 1U : 0U;
        if (!sameName(field.name, "Host"))
            continue;
        ++hosts;
        if (!isHost(field.value))
            return false;
    }
    if (expectations > 1)
        return false;
    return hosts == 1 || (hosts == 0 && head.minorVersion == 0);
}

bool parseResponseHead(std::string_view text, ResponseHead &head)
{
    const auto line = takeLine(text);
    if (!line || line->size() < 12 || !line->starts_with("HTTP/1.") || (*line)[8] != ' ' ||
        ((*line)[7] != '0' && (*line)[7] != '1') || (line->size() > 12 && (*line)[12] != ' '))
        return false;
    head.minorVersion = (*line)[7] - '0';
    const auto [end, fault] = std::from_chars(line->data() + 9, line->data() + 12, head.status);
    if (fault != std::errc{} || end != line->data() + 12 || head.status < 100)
        return false;
    head.reason = line->size() > 13 ? line->substr(13) : std::string_view();
    return readFields(text, head.fields) && readFraming(head);
}

ChunkedReader::State ChunkedReader::read(std::string_view &input, std::string &out)
{
    while (!input.empty()) {
        if (m_part == Part::Data) {
            const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, input.size()));
            out.append(input.substr(0, size));
            input.remove_prefix(size);
            m_left -= size;
            if (m_left == 0)
                m_part = Part::DataEnd;
            continue;
        }
        const auto end = input.find('\n');
        const std::size_t size = end == std::string_view::npos ? input.size() : end + 1;
        if (m_line.size() + size > longestLine)
            return State::Malformed;
        m_line += input.substr(0, size);
        input.remove_prefix(size);
        if (end == std::string_view::npos)
            break;
        const State state = endLine();
        m_line.clear();
        if (state != State::More)
            return state;
    }
    return State::More;
}

// m_line is a whole line, with its end.
ChunkedReader::State ChunkedReader::endLine()
{
    std::string_view rest = m_line;
    const auto line = takeLine(rest);
    if (!line)
        return State::Malformed;
    if (m_part == Part::DataEnd) {
        m_part = Part::Size;
        return line->empty() ? State::More : State::Malformed;
    }
    if (m_part == Part::Size) {
        // Nothing but digits before the extensions: blanks there are read differently by different servers.
        const std::string_view size = line->substr(0, line->find(';'));
        if (!readLength(size, 16, m_left) || !isValue(*line))
            return State::Malformed;
        m_part = m_left == 0 ? Part::Trailer : Part::Data;
        return State::More;
    }
    if (line->empty()) {
        m_part = Part::Size;
        return State::Done;
    }
    m_trailerSize += m_line.size();
    return m_trailerSize <= largestHead && readField(*line) ? State::More : State::Malformed;
}

} // namespace sluice::simulator
