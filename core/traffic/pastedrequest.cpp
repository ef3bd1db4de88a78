// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/pastedrequest.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct PastedRequestText
{
    Q_DECLARE_TR_FUNCTIONS(PastedRequest)
};

Error noPartOfRequest(const QString &part)
{
    return {.kind = Error::Kind::Invalid,
            .reason = PastedRequestText::tr("\"%1\" is not part of a request.").arg(part.left(60)),
            .detail = {},
            .traffic = {},
            .advice = PastedRequestText::tr("Paste a curl command, or lines such as \"x-canary: 1\".")};
}

/// The words of a shell's command line. Single quotes keep everything, double quotes know a backslash, and a backslash
/// before the end of a line joins it with the next.
QStringList shellWords(const QString &text)
{
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar letter = text.at(at);
        const bool escapes = letter == u'\\' && quote != u'\'' && at + 1 < text.size();
        if (escapes) {
            const QChar next = text.at(++at);
            if (next != u'\n' && next != u'\r') {
                word += next;
                inWord = true;
            }
        } else if (!quote.isNull() && letter == quote) {
            quote = QChar();
        } else if (quote.isNull() && (letter == u'\'' || letter == u'"')) {
            quote = letter;
            inWord = true;
        } else if (quote.isNull() && letter.isSpace()) {
            if (inWord)
                words.append(word);
            word.clear();
            inWord = false;
        } else {
            word += letter;
            inWord = true;
        }
    }
    if (inWord)
        words.append(word);
    return words;
}

void takeCookies(PastedRequest &request, const QString &value)
{
    const QStringList pairs = value.split(u';', Qt::SkipEmptyParts);
    for (const QString &pair : pairs)
        request.cookies.append({pair.section(u'=', 0, 0).trimmed(), pair.section(u'=', 1).trimmed()});
}

bool takeHeader(PastedRequest &request, const QString &line)
{
    const qsizetype colon = line.indexOf(u':', 1); // HTTP/2's own names begin with one
    if (colon < 1)
        return false;
    const QString name = line.left(colon).trimmed();
    const QString value = line.mid(colon + 1).trimmed();
    static const QRegularExpression token(u"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"_s);
    if (!token.match(name).hasMatch())
        return name.startsWith(u':');
    if (name.compare("cookie"_L1, Qt::CaseInsensitive) == 0)
        takeCookies(request, value);
    else if (name.compare("host"_L1, Qt::CaseInsensitive) == 0)
        request.host = request.host.isEmpty() ? value : request.host;
    else
        request.headers.append({name, value});
    return true;
}

void takeTarget(PastedRequest &request, const QString &text)
{
    const QUrl url(text, QUrl::TolerantMode);
    if (!url.host().isEmpty())
        request.host = url.host();
    request.path = url.path(QUrl::FullyEncoded);
    if (request.path.isEmpty())
        request.path = u"/"_s;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        request.query.append({name, value});
}

bool takesValue(const QString &option)
{
    static const QStringList known{u"-o"_s, u"--output"_s,  u"-u"_s,    u"--user"_s,      u"-A"_s,
                                   u"-e"_s, u"--referer"_s, u"-m"_s,    u"--max-time"_s,  u"--connect-timeout"_s,
                                   u"-x"_s, u"--proxy"_s,   u"-w"_s,    u"--write-out"_s, u"--resolve"_s,
                                   u"-F"_s, u"--form"_s,    u"-T"_s,    u"--cacert"_s,    u"--user-agent"_s,
                                   u"-E"_s, u"--cert"_s,    u"--key"_s, u"--connect-to"_s};
    return known.contains(option);
}

bool isData(const QString &option)
{
    return option == "-d"_L1 || option.startsWith("--data"_L1) || option == "--json"_L1;
}

Result<PastedRequest> fromCurl(const QStringList &words)
{
    PastedRequest request;
    for (qsizetype at = 1; at < words.size(); ++at) {
        const QString &word = words.at(at);
        const QString value = words.value(at + 1);
        if (word == "-H"_L1 || word == "--header"_L1) {
            if (!takeHeader(request, value))
                return noPartOfRequest(value);
            ++at;
        } else if (word == "-b"_L1 || word == "--cookie"_L1) {
            takeCookies(request, value);
            ++at;
        } else if (word == "-X"_L1 || word == "--request"_L1) {
            request.method = value.toUpper();
            ++at;
        } else if (word == "-I"_L1 || word == "--head"_L1) {
            request.method = u"HEAD"_s;
        } else if (word == "--url"_L1) {
            takeTarget(request, value);
            ++at;
        } else if (isData(word)) {
            if (request.method.isEmpty())
                request.method = u"POST"_s;
            ++at;
        } else if (takesValue(word)) {
            ++at;
        } else if (!word.startsWith(u'-')) {
            takeTarget(request, word);
        }
    }
    return request;
}

/// "GET /path?x=1 HTTP/1.1", or "GET https://host/path".
bool takeRequestLine(PastedRequest &request, const QString &line)
{
    static const QRegularExpression form(u"^([A-Z]{3,10}) (\\S+)( HTTP/[0-9.]+)?$"_s);
    const auto match = form.match(line);
    if (!match.hasMatch())
        return false;
    request.method = match.captured(1);
    takeTarget(request, match.captured(2));
    return true;
}

Result<PastedRequest> fromLines(const QString &text)
{
    PastedRequest request;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &each : lines) {
        const QString line = each.trimmed();
        const bool isAddress = line.startsWith("http://"_L1) || line.startsWith("https://"_L1) || line.startsWith(u'/');
        if (isAddress)
            takeTarget(request, line);
        else if (!line.isEmpty() && !takeRequestLine(request, line) && !takeHeader(request, line))
            return noPartOfRequest(line);
    }
    return request;
}

} // namespace

QString targetOf(const PastedRequest &request)
{
    QString path = request.path.isEmpty() ? u"/"_s : request.path;
    if (request.query.isEmpty())
        return path;
    QStringList parts;
    for (const auto &[name, value] : request.query)
        parts.append(QString::fromLatin1(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value)));
    return path + u'?' + parts.join(u'&');
}

Result<PastedRequest> parsePastedRequest(const QString &text)
{
    const QStringList words = shellWords(text.trimmed());
    const bool isCurl = !words.isEmpty() && (words.first() == "curl"_L1 || words.first().endsWith("/curl"_L1));
    Result<PastedRequest> request = isCurl ? fromCurl(words) : fromLines(text);
    if (request && request->isEmpty())
        return noPartOfRequest(text.trimmed());
    return request;
}

} // namespace sluice
