// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/luajson.h"

#include "simulator/http/httpmessage.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

constexpr int deepest = 1000;

enum class Token {
    ObjectBegin,
    ObjectEnd,
    ArrayBegin,
    ArrayEnd,
    String,
    Number,
    Boolean,
    Null,
    Colon,
    Comma,
    End,
    Fault
};

class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_text(text)
    {
    }

    Result<QJsonValue, QString> read()
    {
        next();
        QJsonValue value = readValue();
        if (m_fault.isEmpty()) {
            next();
            if (m_token != Token::End)
                expected("the end");
        }
        if (!m_fault.isEmpty())
            return m_fault;
        return value;
    }

private:
    void next();
    void readString();
    bool readEscape(std::string &out);
    std::optional<unsigned> readHex4();
    void readNumber();
    void word(std::string_view text, Token token, QJsonValue value = {});
    void faulty(const char *name)
    {
        m_token = Token::Fault;
        m_faultName = name;
    }

    QString tokenName() const
    {
        static constexpr std::array names{"T_OBJ_BEGIN", "T_OBJ_END", "T_ARR_BEGIN", "T_ARR_END",
                                          "T_STRING",    "T_NUMBER",  "T_BOOLEAN",   "T_NULL",
                                          "T_COLON",     "T_COMMA",   "T_END"};
        return QString::fromLatin1(m_token == Token::Fault ? m_faultName : names[static_cast<std::size_t>(m_token)]);
    }
    void expected(const char *what)
    {
        m_fault = u"Expected %1 but found %2 at character %3"_s.arg(QString::fromLatin1(what), tokenName(),
                                                                    QString::number(m_tokenBegin + 1));
    }
    bool deeper()
    {
        if (++m_depth <= deepest)
            return true;
        m_fault = u"Found too many nested data structures (%1) at character %2"_s.arg(m_depth).arg(m_tokenBegin + 1);
        return false;
    }

    QJsonValue readValue();
    QJsonValue readObject();
    QJsonValue readArray();

    std::string_view m_text;
    std::size_t m_position = 0;
    std::size_t m_tokenBegin = 0;
    Token m_token = Token::End;
    const char *m_faultName = "";
    QJsonValue m_value;
    QString m_fault;
    int m_depth = 0;
};

void Reader::word(std::string_view text, Token token, QJsonValue value)
{
    if (m_text.substr(m_position, text.size()) != text)
        return faulty("invalid token");
    m_position += text.size();
    m_token = token;
    m_value = std::move(value);
}

void Reader::next()
{
    while (m_position < m_text.size() && (m_text[m_position] == ' ' || m_text[m_position] == '\t' ||
                                          m_text[m_position] == '\n' || m_text[m_position] == '\r'))
        ++m_position;
    m_tokenBegin = m_position;
    if (m_position == m_text.size()) {
        m_token = Token::End;
        return;
    }
    const auto single = [this](Token token) {
        ++m_position;
        m_token = token;
    };
    switch (m_text[m_position]) {
    case '{':
        return single(Token::ObjectBegin);
    case '}':
        return single(Token::ObjectEnd);
    case '[':
        return single(Token::ArrayBegin);
    case ']':
        return single(Token::ArrayEnd);
    case ':':
        return single(Token::Colon);
    case ',':
        return single(Token::Comma);
    case '"':
        return readString();
    case 't':
        return word("true", Token::Boolean, true);
    case 'f':
        return word("false", Token::Boolean, false);
    case 'n':
        if (m_text.substr(m_position, 4) == "null")
            return word("null", Token::Null, QJsonValue::Null);
        return readNumber();
    default:
        return readNumber();
    }
}

std::optional<unsigned> Reader::readHex4()
{
    if (m_position + 4 > m_text.size())
        return std::nullopt;
    unsigned value = 0;
    for (int i = 0; i < 4; ++i) {
        const char c = m_text[m_position++];
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0)
            return std::nullopt;
        value = value * 16 + static_cast<unsigned>(digit);
    }
    return value;
}

bool Reader::readEscape(std::string &out)
{
    if (m_position >= m_text.size())
        return false;
    const char c = m_text[m_position++];
    static constexpr std::string_view plain = "\"\\/bfnrt";
    static constexpr std::string_view meaning = "\"\\/\b\f\n\r\t";
    if (const auto at = plain.find(c); at != std::string_view::npos) {
        out += meaning[at];
        return true;
    }
    if (c != 'u')
        return false;
    auto code = readHex4();
    if (code && *code >= 0xd800 && *code < 0xdc00 && m_text.substr(m_position, 2) == "\\u") {
        m_position += 2;
        const auto low = readHex4();
        code = low && *low >= 0xdc00 && *low < 0xe000
                   ? std::optional(0x10000 + ((*code - 0xd800) << 10U) + (*low - 0xdc00))
                   : std::nullopt;
    }
    if (!code || (*code >= 0xd800 && *code < 0xe000))
        return false;
    const char32_t character = *code;
    out += QString::fromUcs4(&character, 1).toStdString();
    return true;
}

void Reader::readString()
{
    ++m_position;
    std::string out;
    for (;;) {
        const auto special = m_text.find_first_of("\"\\", m_position);
        if (special == std::string_view::npos) {
            m_tokenBegin = m_text.size();
            return faulty("unexpected end of string");
        }
        out.append(m_text, m_position, special - m_position);
        m_position = special + 1;
        if (m_text[special] == '"')
            break;
        const bool unicode = m_position < m_text.size() && m_text[m_position] == 'u';
        if (!readEscape(out)) {
            m_tokenBegin = special;
            return faulty(unicode ? "invalid unicode escape code" : "invalid escape code");
        }
    }
    m_token = Token::String;
    m_value = QString::fromStdString(out);
}

void Reader::readNumber()
{
    // cjson takes what strtod takes: decimal, hexadecimal, leading zeros and signs, inf and nan.
    const char first = m_text[m_position];
    const std::string copy(m_text.substr(m_position, 64));
    const bool begins = (first >= '0' && first <= '9') || first == '-' || first == '+';
    const std::string_view word = std::string_view(copy).substr(0, 3);
    if (!begins && !sameName(word, "inf") && !sameName(word, "nan"))
        return faulty("invalid token");
    char *end = nullptr;
    const double number = std::strtod(copy.c_str(), &end);
    if (end == copy.c_str())
        return faulty("invalid number");
    m_position += static_cast<std::size_t>(end - copy.c_str());
    m_token = Token::Number;
    m_value = number;
}

QJsonValue Reader::readValue()
{
    switch (m_token) {
    case Token::String:
    case Token::Number:
    case Token::Boolean:
    case Token::Null:
        return m_value;
    case Token::ObjectBegin:
        return readObject();
    case Token::ArrayBegin:
        return readArray();
    default:
        expected("value");
        return {};
    }
}

QJsonValue Reader::readObject()
{
    QJsonObject object;
    if (!deeper())
        return {};
    next();
    if (m_token == Token::ObjectEnd) {
        --m_depth;
        return object;
    }
    for (;;) {
        if (m_token != Token::String) {
            expected("object key string");
            return {};
        }
        const QString key = m_value.toString();
        next();
        if (m_token != Token::Colon) {
            expected("colon");
            return {};
        }
        next();
        const QJsonValue value = readValue();
        if (!m_fault.isEmpty())
            return {};
        object.insert(key, value);
        next();
        if (m_token == Token::ObjectEnd) {
            --m_depth;
            return object;
        }
        if (m_token != Token::Comma) {
            expected("comma or object end");
            return {};
        }
        next();
    }
}

QJsonValue Reader::readArray()
{
    QJsonArray array;
    if (!deeper())
        return {};
    next();
    if (m_token == Token::ArrayEnd) {
        --m_depth;
        return array;
    }
    for (;;) {
        const QJsonValue value = readValue();
        if (!m_fault.isEmpty())
            return {};
        array.append(value);
        next();
        if (m_token == Token::ArrayEnd) {
            --m_depth;
            return array;
        }
        if (m_token != Token::Comma) {
            expected("comma or array end");
            return {};
        }
        next();
    }
}

void writeString(const QString &value, std::string &out)
{
    out += '"';
    const QByteArray utf8 = value.toUtf8();
    for (const char c : utf8) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
                std::array<char, 8> escaped{};
                std::snprintf(escaped.data(), escaped.size(), "\\u%04x", static_cast<unsigned>(c));
                out += escaped.data();
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

void write(const QJsonValue &value, std::string &out)
{
    switch (value.type()) {
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        out += '{';
        bool first = true;
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!std::exchange(first, false))
                out += ',';
            writeString(it.key(), out);
            out += ':';
            write(it.value(), out);
        }
        out += '}';
        break;
    }
    case QJsonValue::Array: {
        const QJsonArray array = value.toArray();
        out += '[';
        bool first = true;
        for (const QJsonValue &item : array) {
            if (!std::exchange(first, false))
                out += ',';
            write(item, out);
        }
        out += ']';
        break;
    }
    case QJsonValue::String:
        writeString(value.toString(), out);
        break;
    case QJsonValue::Double:
        out += numberText(value.toDouble()).toStdString();
        break;
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out += "null";
        break;
    }
}

} // namespace

Result<QJsonValue, QString> decodeJson(std::string_view text)
{
    return Reader(text).read();
}

std::string encodeJson(const QJsonValue &value)
{
    std::string out;
    write(value, out);
    return out;
}

QString numberText(double number)
{
    return QString::asprintf("%.14g", number);
}

} // namespace sluice::simulator
