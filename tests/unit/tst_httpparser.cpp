// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/http/headerlines.h"
#include "simulator/http/httpparser.h"

#include <QTest>

using namespace sluice::simulator;
using namespace Qt::StringLiterals;

/// Requests are read strictly: what two parties could read in two ways is refused (RFC 9112).
class TestHttpParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHeads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        const auto with = [](const QByteArray &fields) { return "GET /a HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n"; };
        const auto line = [](const QByteArray &first) { return first + "\r\nHost: x\r\n\r\n"; };
        QTest::newRow("plain") << with("") << true;
        QTest::newRow("1.0 without host") << "GET / HTTP/1.0\r\n\r\n"_ba << true;
        QTest::newRow("2.2 bare CR in a value") << with("A: b\rc\r\n") << false;
        QTest::newRow("2.2 bare CR in the first line") << line("GET /\ra HTTP/1.1") << false;
        QTest::newRow("2.3 version 2.0") << line("GET / HTTP/2.0") << false;
        QTest::newRow("2.3 version 1.10") << line("GET / HTTP/1.10") << false;
        QTest::newRow("2.3 version without minor") << line("GET / HTTP/1") << false;
        QTest::newRow("2.3 version in lower case") << line("GET / http/1.1") << false;
        QTest::newRow("2.3 no version") << line("GET /") << false;
        QTest::newRow("3 two blanks") << line("GET  / HTTP/1.1") << false;
        QTest::newRow("3 blank at the end") << line("GET / HTTP/1.1 ") << false;
        QTest::newRow("3 tab between") << line("GET\t/ HTTP/1.1") << false;
        QTest::newRow("3.1 method is no token") << line("G(T / HTTP/1.1") << false;
        QTest::newRow("3.1 no method") << line(" / HTTP/1.1") << false;
        QTest::newRow("3.2 no host") << "GET / HTTP/1.1\r\n\r\n"_ba << false;
        QTest::newRow("3.2 two hosts") << with("Host: y\r\n") << false;
        QTest::newRow("3.2 the same host twice") << with("Host: x\r\n") << false;
        QTest::newRow("3.2 empty host") << "GET / HTTP/1.1\r\nHost:\r\n\r\n"_ba << false;
        QTest::newRow("3.2 host with a path") << "GET / HTTP/1.1\r\nHost: x/y\r\n\r\n"_ba << false;
        QTest::newRow("3.2 host with user") << "GET / HTTP/1.1\r\nHost: u@x\r\n\r\n"_ba << false;
        QTest::newRow("3.2 two hosts in a list") << "GET / HTTP/1.1\r\nHost: x, y\r\n\r\n"_ba << false;
        QTest::newRow("3.2 host with a port") << "GET / HTTP/1.1\r\nHost: x:8080\r\n\r\n"_ba << true;
        QTest::newRow("3.2 host is IPv6") << "GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n"_ba << true;
        QTest::newRow("3.2.1 no slash") << line("GET a HTTP/1.1") << false;
        QTest::newRow("3.2.1 half an octet") << line("GET /%4 HTTP/1.1") << false;
        QTest::newRow("3.2.1 no octet") << line("GET /%zz HTTP/1.1") << false;
        QTest::newRow("3.2.1 encoded NUL") << line("GET /a%00b HTTP/1.1") << false;
        QTest::newRow("3.2.1 percent in the query") << line("GET /?a=100% HTTP/1.1") << true;
        QTest::newRow("3.2.2 absolute-form") << line("GET http://x/ HTTP/1.1") << false;
        QTest::newRow("3.2.3 CONNECT") << line("CONNECT x:80 HTTP/1.1") << false;
        QTest::newRow("3.2.4 OPTIONS *") << line("OPTIONS * HTTP/1.1") << true;
        QTest::newRow("3.2.4 GET *") << line("GET * HTTP/1.1") << false;
        QTest::newRow("5 NUL") << with(QByteArray("A: b\0c\r\n", 8)) << false;
        QTest::newRow("5 DEL") << with("A: b\x7f\r\n") << false;
        QTest::newRow("5 control character") << with("A: b\x01\r\n") << false;
        QTest::newRow("5 empty name") << with(": b\r\n") << false;
        QTest::newRow("5 no colon") << with("A\r\n") << false;
        QTest::newRow("5 name is no token") << with("A[]: b\r\n") << false;
        QTest::newRow("5 tab and bytes over 127") << with("A: b\tc\xc3\xa9\r\n") << true;
        QTest::newRow("5.1 blank before the colon") << with("A : b\r\n") << false;
        QTest::newRow("5.1 tab before the colon") << with("A\t: b\r\n") << false;
        QTest::newRow("5.1 blank before the first field") << "GET / HTTP/1.1\r\n Host: x\r\n\r\n"_ba << false;
        QTest::newRow("5.2 folded") << with("A: b\r\n c\r\n") << false;
        QTest::newRow("5.2 folded by a tab") << with("A: b\r\n\tc\r\n") << false;
        QTest::newRow("6.1 TE and CL") << with("Transfer-Encoding: chunked\r\nContent-Length: 1\r\n") << false;
        QTest::newRow("6.1 CL and TE") << with("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n") << false;
        QTest::newRow("6.1 unknown coding") << with("Transfer-Encoding: gzip\r\n") << false;
        QTest::newRow("6.1 gzip before chunked") << with("Transfer-Encoding: gzip, chunked\r\n") << false;
        QTest::newRow("6.1 chunked twice") << with("Transfer-Encoding: chunked, chunked\r\n") << false;
        QTest::newRow("6.1 two TE") << with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") << false;
        QTest::newRow("6.1 chunked, not quite") << with("Transfer-Encoding: xchunked\r\n") << false;
        QTest::newRow("6.1 chunked behind a vertical tab") << with("Transfer-Encoding: \x0b"
                                                                   "chunked\r\n")
                                                           << false;
        QTest::newRow("6.1 empty TE") << with("Transfer-Encoding:\r\n") << false;
        QTest::newRow("6.1 TE in HTTP/1.0") << "GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"_ba << false;
        QTest::newRow("6.1 in capitals") << with("Transfer-Encoding: CHUNKED\r\n") << true;
        QTest::newRow("6.2 negative CL") << with("Content-Length: -1\r\n") << false;
        QTest::newRow("6.2 CL with a sign") << with("Content-Length: +1\r\n") << false;
        QTest::newRow("6.2 hexadecimal CL") << with("Content-Length: 0x1\r\n") << false;
        QTest::newRow("6.2 empty CL") << with("Content-Length:\r\n") << false;
        QTest::newRow("6.2 CL with a blank inside") << with("Content-Length: 1 1\r\n") << false;
        QTest::newRow("6.2 CL overflow") << with("Content-Length: 99999999999999999999\r\n") << false;
        QTest::newRow("6.3 repeated CL") << with("Content-Length: 1\r\nContent-Length: 1\r\n") << false;
        QTest::newRow("6.3 two CL") << with("Content-Length: 1\r\nContent-Length: 2\r\n") << false;
        QTest::newRow("6.3 CL list") << with("Content-Length: 1, 1\r\n") << false;
    }
    void readsHeads()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        RequestHead head;
        QCOMPARE(parseRequestHead({text.constData(), static_cast<std::size_t>(text.size())}, head), good);
    }

    void findsTheEndByteByByte()
    {
        const std::string text = "GET / HTTP/1.1\r\nHost: x\r\n\r\nrest";
        HeadFinder finder;
        for (std::size_t size = 1; size < 27; ++size)
            QCOMPARE(finder.find(std::string_view(text).substr(0, size)), HeadState::Incomplete);
        QCOMPARE(finder.find(text), HeadState::Complete);
        QCOMPARE(finder.size(), std::size_t{27});
    }

    void refusesHeadsEarly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<HeadState>("state");
        const QByteArray longText(static_cast<qsizetype>(longestLine), 'a');
        QByteArray many = "GET / HTTP/1.1\r\n";
        while (many.size() <= static_cast<qsizetype>(largestHead))
            many += "A: " + longText.first(1000) + "\r\n";
        QTest::newRow("2.2 bare LF") << "GET / HTTP/1.1\nHost: x\n\n"_ba << HeadState::Malformed;
        QTest::newRow("2.2 bare LF at the end") << "GET / HTTP/1.1\r\nHost: x\r\n\n"_ba << HeadState::Malformed;
        QTest::newRow("3 long line that has not ended") << "GET /" + longText << HeadState::TargetTooLong;
        QTest::newRow("3 long target") << "GET /" + longText + " HTTP/1.1\r\n" << HeadState::TargetTooLong;
        QTest::newRow("5.4 long field") << "GET / HTTP/1.1\r\nA: " + longText << HeadState::TooLarge;
        QTest::newRow("5.4 many fields") << many << HeadState::TooLarge;
    }
    void refusesHeadsEarly()
    {
        QFETCH(QByteArray, text);
        QFETCH(HeadState, state);
        HeadFinder finder;
        QCOMPARE(finder.find({text.constData(), static_cast<std::size_t>(text.size())}), state);
    }

    void readsChunks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("good");
        QTest::newRow("two") << "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"_ba
                             << "abcde"_ba << true;
        QTest::newRow("trailer") << "1\r\na\r\n0\r\nA: b\r\n\r\n"_ba
                                 << "a"_ba << true;
        const auto bad = [](const char *name, const QByteArray &text, const QByteArray &body = {}) {
            QTest::newRow(name) << text << body << false;
        };
        bad("7.1 no digit", "g\r\n");
        bad("7.1 sign", "-1\r\n");
        bad("7.1 0x", "0x1\r\na\r\n");
        bad("7.1 empty size", "\r\na\r\n");
        bad("7.1 blank before the size", " 1\r\na\r\n");
        bad("7.1 blank behind the size", "1 \r\na\r\n");
        bad("7.1 overflow", "fffffffffffffffff\r\n");
        bad("7.1 bare LF behind the size", "1\na");
        bad("7.1 bare CR behind the size", "1\r\ra\r\n");
        bad("7.1 bare LF behind the data", "1\r\na\n0\r\n\r\n", "a");
        bad("7.1.1 NUL in an extension", QByteArray("1;\0\r\na", 6));
        bad("7.1.1 endless extension", "1;" + QByteArray(static_cast<qsizetype>(longestLine), 'x'));
        bad("7.1.2 trailer without colon", "0\r\nA\r\n\r\n");
        bad("7.1.2 folded trailer", "0\r\nA: b\r\n c\r\n\r\n");
        bad("7.1.2 endless trailers", "0\r\n" + QByteArray("A: b\r\n").repeated(static_cast<qsizetype>(largestHead)));
        QTest::newRow("too long") << "1\r\nab\r\n"_ba
                                  << "a"_ba << false;
    }
    void readsChunks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, body);
        QFETCH(bool, good);
        for (const std::size_t step : {std::size_t{1}, std::size_t{1000}}) {
            ChunkedReader reader;
            std::string out;
            auto state = ChunkedReader::State::More;
            for (std::size_t at = 0; at < static_cast<std::size_t>(text.size()) && state == ChunkedReader::State::More;
                 at += step) {
                std::string_view piece =
                    std::string_view(text.constData(), static_cast<std::size_t>(text.size())).substr(at, step);
                state = reader.read(piece, out);
            }
            QCOMPARE(state, good ? ChunkedReader::State::Done : ChunkedReader::State::Malformed);
            QCOMPARE(QByteArray::fromStdString(out), body);
        }
    }

    void headerLinesAreKeptAsText()
    {
        HeaderLines lines{{"Server", "a"}, {"X-Server", "b"}, {"server", "c"}, {"Empty", ""}};
        QVERIFY(lines.contains("SERVER"));
        QVERIFY(!lines.contains("Serve"));
        QVERIFY(!lines.contains("b"));
        lines.set("Server", "d");
        QCOMPARE(lines.text(), std::string("X-Server: b\r\nEmpty: \r\nServer: d\r\n"));
        lines.remove("empty");
        lines.remove("absent");
        lines.remove("Server");
        QCOMPARE(lines.text(), std::string("X-Server: b\r\n"));
        lines.remove("x-server");
        QVERIFY(lines.text().empty());
    }
};

QTEST_GUILESS_MAIN(TestHttpParser)
#include "tst_httpparser.moc"
