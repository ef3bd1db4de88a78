// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
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
        QTest::newRow("plain") << with("") << true;
        QTest::newRow("1.0 without host") << "GET / HTTP/1.0\r\n\r\n"_ba << true;
        QTest::newRow("3.2 no host") << "GET / HTTP/1.1\r\n\r\n"_ba << false;
        QTest::newRow("3.2 two hosts") << with("Host: y\r\n") << false;
        QTest::newRow("3.2.2 absolute-form") << "GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n"_ba << false;
        QTest::newRow("3.2.3 CONNECT") << "CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n"_ba << false;
        QTest::newRow("3.2.4 OPTIONS *") << "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"_ba << true;
        QTest::newRow("3 two blanks") << "GET  / HTTP/1.1\r\nHost: x\r\n\r\n"_ba << false;
        QTest::newRow("2.3 version") << "GET / HTTP/2.0\r\nHost: x\r\n\r\n"_ba << false;
        QTest::newRow("5.1 blank before colon") << with("A : b\r\n") << false;
        QTest::newRow("5.2 folded") << with("A: b\r\n c\r\n") << false;
        QTest::newRow("5 NUL") << with(QByteArray("A: b\0c\r\n", 8)) << false;
        QTest::newRow("5 empty name") << with(": b\r\n") << false;
        QTest::newRow("2.2 bare CR") << with("A: b\rc\r\n") << false;
        QTest::newRow("6.1 TE and CL") << with("Transfer-Encoding: chunked\r\nContent-Length: 1\r\n") << false;
        QTest::newRow("6.1 unknown coding") << with("Transfer-Encoding: gzip\r\n") << false;
        QTest::newRow("6.1 two TE") << with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") << false;
        QTest::newRow("6.3 repeated CL") << with("Content-Length: 1\r\nContent-Length: 1\r\n") << false;
        QTest::newRow("6.3 CL list") << with("Content-Length: 1, 1\r\n") << false;
        QTest::newRow("6.2 negative CL") << with("Content-Length: -1\r\n") << false;
        QTest::newRow("6.2 CL overflow") << with("Content-Length: 99999999999999999999\r\n") << false;
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

    void refusesBareLineFeeds()
    {
        HeadFinder finder;
        QCOMPARE(finder.find("GET / HTTP/1.1\nHost: x\n\n"), HeadState::Malformed);
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
        QTest::newRow("bad size") << "g\r\n"_ba
                                  << ""_ba << false;
        QTest::newRow("sign") << "-1\r\n"_ba
                              << ""_ba << false;
        QTest::newRow("overflow") << "fffffffffffffffff\r\n"_ba
                                  << ""_ba << false;
        QTest::newRow("bare LF") << "1\na"_ba
                                 << ""_ba << false;
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
};

QTEST_GUILESS_MAIN(TestHttpParser)
#include "tst_httpparser.moc"
