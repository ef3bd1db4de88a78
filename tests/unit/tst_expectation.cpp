// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/expectation.h"

#include <QTest>

using namespace sluice;
using namespace Qt::StringLiterals;

namespace {

ProbeAnswer exampleAnswer()
{
    ProbeAnswer answer;
    answer.status = 204;
    answer.headers = {{"Content-Type", "application/json; charset=utf-8"},
                      {"Vary", "Accept"},
                      {"vary", "Origin"},
                      {"X-Queue", "7"},
                      {"X-Empty", ""},
                      {"Set-Cookie", "session=abc"}};
    answer.body =
        "{\"status\":\"up\",\"count\":3,\"big\":9007199254740991,\"ok\":true,\"gone\":null,\"a/b\":{\"~c\":[1,"
        "{\"d\":\"deep\"}]},\"list\":[],\"token\":\"t0p\",\"in\":5}\n";
    answer.bodySize = answer.body.size();
    answer.microseconds = 250'500;
    return answer;
}

} // namespace

/// What may be expected of an answer, as text and against an answer.
class TestExpectation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAtAnswers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("kept");
        const auto row = [](const char *text, bool kept) { QTest::newRow(text) << QString::fromUtf8(text) << kept; };
        row("status == 204", true);
        row("status==200", false);
        row("status in 200,204", true);
        row("status in 200, 204", true);
        row("status in 200,3xx", false);
        row("status == 2xx", true);
        row("status != 5xx", true);
        row("status != 2xx", false);
        row("status < 400", true);
        row("status > 204", false);
        row("header:content-type ~ json", true);
        row("header:Content-Type ~ ^json", false);
        row("header:content-type contains 'charset=utf-8'", true);
        row("header:content-type contains JSON", false);
        row("header:vary == 'Accept, Origin'", true);
        row("header:vary in Accept,'Accept, Origin'", true);
        row("header:x-queue < 10", true);
        row("header:x-queue > 7", false);
        row("header:content-type < 10", false);
        row("header:x-empty exists", true);
        row("header:x-empty == ''", true);
        row("header:x-none exists", false);
        row("header:x-none absent", true);
        row("header:x-queue absent", false);
        row("header:x-none == ''", false);
        row("header:x-none != a", true);
        row("body contains '\"status\":\"up\"'", true);
        row("body contains down", false);
        row("body ~ '\"count\":[0-9]'", true);
        row("body ~ '(?i)STATUS.*Deep'", true);
        row("body ~ '^(?!.*down)'", true);
        row("json:/status == up", true);
        row("json:/status==down", false);
        row("json:/count == 3", true);
        row("json:/count > 2.5", true);
        row("json:/big == 9007199254740991", true);
        row("json:/ok == true", true);
        row("json:/gone exists", true);
        row("json:/gone == null", true);
        row("json:/none exists", false);
        row("json:/none absent", true);
        row("json:/a~1b/~0c/1/d == deep", true);
        row("json:/a~1b/~0c/1/d~^de", true);
        row("json:/a~1b/~0c/x absent", true);
        row("json:/a~1b/~0c/2 absent", true);
        row("json:/list == []", true);
        row("json:/in in 4,5", true);
        row("time < 251ms", true);
        row("time < 0.25s", false);
    }
    void looksAtAnswers()
    {
        QFETCH(QString, text);
        QFETCH(bool, kept);
        const auto expectation = parseExpectation(text);
        QVERIFY2(expectation, expectation ? "" : qPrintable(expectation.error().reason));
        QCOMPARE(!mismatch(*expectation, exampleAnswer()), kept);
        const auto again = parseExpectation(toText(*expectation));
        QVERIFY2(again, qPrintable(toText(*expectation)));
        QCOMPARE(*again, *expectation);
    }

    // The line break at the end of a body is nobody's expectation.
    void bodiesEndBeforeTheirLastLineBreak()
    {
        ProbeAnswer answer;
        answer.status = 200;
        const auto expectation = parseExpectation(u"body == ok"_s);
        for (const char *body : {"ok", "ok\n", "ok\r\n"}) {
            answer.body = body;
            QVERIFY(!mismatch(*expectation, answer));
        }
        answer.body = "ok\n\n";
        QVERIFY(mismatch(*expectation, answer));
        answer.body = "no JSON";
        QCOMPARE(mismatch(*parseExpectation(u"json:/a exists"_s), answer), std::optional(Mismatch{true, {}}));
    }

    void refusesText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *text, const char *says) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(says);
        };
        row("", "An expectation begins with status");
        row("code == 200", "not with \"code == 200\"");
        row("cookie:a == 1", "An expectation begins with");
        row("status:a == 200", "An expectation begins with");
        row("header == a", "An expectation begins with");
        row("header: == a", "The header has no name.");
        row("json:status == up", "A JSON pointer begins with a slash.");
        row("status 200,204", "After \"status\" one of ==, !=, >, <, in must follow.");
        row("status contains 2", "After \"status\" one of");
        row("status exists", "After \"status\" one of");
        row("body > 5", "After \"body\" one of ==, !=, ~, contains must follow.");
        row("time > 5ms", "After \"time\" one of < must follow.");
        row("status ==", "\"status ==\" is followed by no value.");
        row("status == 99", "\"99\" is not a status");
        row("status in 200,abc", "\"abc\" is not a status");
        row("status < ok", "\"ok\" is not a number.");
        row("header:x > much", "\"much\" is not a number.");
        row("time < 800", "\"800\" is not a time: write 800ms or 1.5s.");
        row("time < soon", "\"soon\" is not a time");
        row("body ~ (", "\"(\" is not a regular expression");
        row("body contains 'ok", "A quote is not closed.");
        row("body contains all is well", "Nothing can follow \"body contains all\".");
        row("status == 200 & time < 1s", "Nothing can follow \"status == 200\".");
        row("header:a exists twice", "Nothing can follow \"header:a exists\".");
    }
    void refusesText()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto expectation = parseExpectation(text);
        QVERIFY(!expectation);
        QVERIFY2(expectation.error().reason.contains(says), qPrintable(expectation.error().reason));
        QCOMPARE(expectation.error().kind, Error::Kind::Invalid);
    }

    void readsLines()
    {
        const auto read = parseExpectations(u"status == 200\n\n  time < 1s \n"_s);
        QVERIFY(read);
        QCOMPARE(read->size(), 2);
        QVERIFY(parseExpectations(u" \n"_s)->isEmpty());
        const auto wrong = parseExpectations(u"status == 200\n\ntime < 1"_s);
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().reason.startsWith("Line 3: "_L1), qPrintable(wrong.error().reason));
    }

    // What is told of an answer is short, and never a secret or what a body holds.
    void tellsWhatWasFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("status") << u"status == 200"_s << u"the status was 204"_s;
        QTest::newRow("header") << u"header:x-queue == 8"_s << u"the header was \"7\""_s;
        QTest::newRow("no header") << u"header:x-none exists"_s << u"there was no such header"_s;
        QTest::newRow("a cookie") << u"header:set-cookie ~ xyz"_s << u"the header was \"***\""_s;
        QTest::newRow("body") << u"body contains down"_s << u"the body was another one, of 132 bytes"_s;
        QTest::newRow("place") << u"json:/status == down"_s << u"the place had up"_s;
        QTest::newRow("no place") << u"json:/none == down"_s << u"the body was no JSON with such a place"_s;
        QTest::newRow("a token") << u"json:/token == other"_s << u"the place had ***"_s;
        QTest::newRow("time") << u"time < 100ms"_s << u"it took 250.5 ms"_s;
    }
    void tellsWhatWasFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto expectation = parseExpectation(text);
        const auto found = mismatch(*expectation, exampleAnswer());
        QVERIFY(found);
        QCOMPARE(toWords(*found, expectation->of), says);
        ProbeAnswer longer = exampleAnswer();
        longer.headers = {{"X-Queue", QByteArray(5000, 'q')}};
        QVERIFY(mismatch(*parseExpectation(u"header:x-queue == 8"_s), longer)->found.size() < 100);
    }
};

QTEST_GUILESS_MAIN(TestExpectation)
#include "tst_expectation.moc"
