// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/luajson.h"
#include "simulator/admin/merge.h"
#include "simulator/admin/schemas.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace sluice;
using namespace sluice::simulator;
using namespace Qt::StringLiterals;

/// How the Admin API reads, merges and checks JSON (apisix.md 1.4, 2.6, 3.1).
class TestAdminJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesFaultsAsCjson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("fault");
        QTest::newRow("end") << "{"_ba << u"Expected object key string but found T_END at character 2"_s;
        QTest::newRow("comma") << R"({"a":1,})"_ba
                               << u"Expected object key string but found T_OBJ_END at character 8"_s;
        QTest::newRow("single quotes") << "{'a':1}"_ba
                                       << u"Expected object key string but found invalid token at character 2"_s;
        QTest::newRow("form") << "uri=/a"_ba << u"Expected value but found invalid token at character 1"_s;
        QTest::newRow("rest") << R"({"a":1} x)"_ba << u"Expected the end but found invalid token at character 9"_s;
        QTest::newRow("colon") << R"({"a" 1})"_ba << u"Expected colon but found T_NUMBER at character 6"_s;
        QTest::newRow("array") << "[1 2]"_ba << u"Expected comma or array end but found T_NUMBER at character 4"_s;
        QTest::newRow("deep") << "["_ba.repeated(2000)
                              << u"Found too many nested data structures (1001) at character 1001"_s;
    }
    void namesFaultsAsCjson()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, fault);
        const auto decoded = decodeJson(text.toStdString());
        QVERIFY(!decoded);
        QCOMPARE(decoded.error(), fault);
    }

    void writesAsCjson()
    {
        const auto value = decodeJson(R"({"a":10.0,"b":"/\u0001\n","c":[],"d":{},"e":null,"f":1e20,"a":2})");
        QVERIFY(value);
        QCOMPARE(QByteArray::fromStdString(encodeJson(*value)),
                 R"({"a":2,"b":"/\u0001\n","c":[],"d":{},"e":null,"f":1e+20})"_ba);
    }

    void readsALongStringInLinearTime()
    {
        const auto value = decodeJson('"' + std::string(1500000, 'a') + '"');
        QVERIFY(value);
        QCOMPARE(value->toString().size(), 1500000);
    }

    void mergesPatches_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QByteArray>("result");
        QTest::newRow("null removes") << R"({"l":{"a":"1","b":"2"}})"_ba
                                      << R"({"l":{"b":null}})"_ba
                                      << R"({"l":{"a":"1"}})"_ba;
        QTest::newRow("empty replaces") << R"({"l":{"a":"1"}})"_ba
                                        << R"({"l":{}})"_ba
                                        << R"({"l":{}})"_ba;
        QTest::newRow("last one leaves {}") << R"({"l":{"a":"1"}})"_ba
                                            << R"({"l":{"a":null}})"_ba
                                            << R"({"l":{}})"_ba;
        QTest::newRow("null is stored below an empty one") << R"({"l":{}})"_ba
                                                           << R"({"l":{"a":null}})"_ba
                                                           << R"({"l":{"a":null}})"_ba;
        QTest::newRow("absent null") << R"({"a":1})"_ba
                                     << R"({"b":null})"_ba
                                     << R"({"a":1})"_ba;
        QTest::newRow("arrays replace") << R"({"u":["a","b"]})"_ba
                                        << R"({"u":["c"]})"_ba
                                        << R"({"u":["c"]})"_ba;
        QTest::newRow("map to array") << R"({"n":{"a:80":1}})"_ba
                                      << R"({"n":[{"host":"b"}]})"_ba
                                      << R"({"n":[{"host":"b"}]})"_ba;
        QTest::newRow("maps merge") << R"({"n":{"a:80":1}})"_ba
                                    << R"({"n":{"b:80":1}})"_ba
                                    << R"({"n":{"a:80":1,"b:80":1}})"_ba;
    }
    void mergesPatches()
    {
        QFETCH(QByteArray, stored);
        QFETCH(QByteArray, patch);
        QFETCH(QByteArray, result);
        const auto object = [](const QByteArray &json) { return QJsonDocument::fromJson(json).object(); };
        QCOMPARE(merged(object(stored), object(patch)), object(result));
    }

    void everySchemaIsThere()
    {
        const Schemas schemas;
        for (const auto name : {"route", "service", "upstream", "plugin_config", "consumer", "consumer_group",
                                "global_rule", "ssl", "proto", "stream_route", "credential", "plugins/traffic-split"})
            QVERIFY2(schemas.find(QString::fromLatin1(name)), name);
        QVERIFY(!schemas.find(u"nope"_s));
        QVERIFY(schemas.plugins().size() > 90);
    }

    void aLongLabelNeitherCrashesNorStalls()
    {
        const Schemas schemas;
        const QJsonObject route{{u"uri"_s, u"/a"_s},
                                {u"plugins"_s, QJsonObject()},
                                {u"labels"_s, QJsonObject{{u"a"_s, QString(1500000, u'x')}}}};
        const auto fault = schemas.find(u"route"_s)->validate(route);
        QVERIFY(fault);
        QVERIFY(fault->endsWith(u"string too long, expected at most 256, got 1500000"_s));
    }
};

QTEST_GUILESS_MAIN(TestAdminJson)
#include "tst_adminjson.moc"
