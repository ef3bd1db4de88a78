// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/pastedrequest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sluice;

namespace {

QString written(const PastedRequest::Fields &fields)
{
    QStringList pairs;
    for (const auto &[name, value] : fields)
        pairs.append(name + u'=' + value);
    return pairs.join(u'&');
}

} // namespace

class PastedRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data();
    void understands();
    void refuses_data();
    void refuses();
};

void PastedRequestTest::understands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted"); // method host path | query | headers | cookies

    QTest::newRow("curl, quoted as by a browser")
        << u"curl 'https://shop.example/pay/1?v=2&q=a%20b' \\\n  -H 'x-canary: 1' \\\n  -H 'cookie: uid=7; team=qa' --compressed"_s
        << u" shop.example /pay/1|v=2&q=a b|x-canary=1|uid=7&team=qa"_s;
    QTest::newRow("curl with a method, double quotes and -b")
        << u"curl -sS -X put -b \"uid=\\\"7\\\"\" --url http://h/x -H \"A: b c\""_s << u"PUT h /x||A=b c|uid=\"7\""_s;
    QTest::newRow("curl with a body is a POST") << u"curl http://h/x -d '{\"a\":1}'"_s << u"POST h /x|||"_s;
    QTest::newRow("options with values are no addresses")
        << u"curl -o /tmp/out -u me:secret http://h/x"_s << u" h /x|||"_s;
    QTest::newRow("header lines") << u"X-Canary: 1\nCookie: uid=7\n\n"_s
                                  << u"  |||X-Canary=1|uid=7"_s.replace(u"|||"_s, u"||"_s);
    QTest::newRow("head of a request") << u"GET /pay?v=2 HTTP/1.1\r\nHost: shop\r\nX-A: 1\r\n"_s
                                       << u"GET shop /pay|v=2|X-A=1|"_s;
    QTest::newRow("names of HTTP/2 are passed over") << u":authority: shop\nx-a: 1"_s << u"  ||x-a=1|"_s;
    QTest::newRow("an address alone") << u"https://shop/pay"_s << u" shop /pay|||"_s;
}

void PastedRequestTest::understands()
{
    QFETCH(QString, text);
    const auto request = parsePastedRequest(text);
    QVERIFY2(request, request ? "" : qPrintable(request.error().reason));
    const QString found =
        u"%1 %2 %3|%4|%5|%6"_s.arg(request->method, request->host, request->path, written(request->query),
                                   written(request->headers), written(request->cookies));
    QTEST(found, "wanted");
}

void PastedRequestTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a sentence") << u"please send it to the new one"_s;
    QTest::newRow("a header without a colon") << u"curl -H 'x-canary' http://h/"_s;
}

void PastedRequestTest::refuses()
{
    QFETCH(QString, text);
    const auto request = parsePastedRequest(text);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, Error::Kind::Invalid);
    QVERIFY(!request.error().advice.isEmpty());
}

QTEST_APPLESS_MAIN(PastedRequestTest)
#include "tst_pastedrequest.moc"
