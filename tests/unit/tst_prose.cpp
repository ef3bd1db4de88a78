// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/prose.h"

#include <QLocale>
#include <QTest>

using namespace sluice;
using namespace Qt::StringLiterals;

/// How sentences are put together, in either language (B29).
class TestProse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joined()
    {
        QCOMPARE(joinSentences({u"One."_s, QString(), u"Two."_s}), u"One. Two."_s);
        QCOMPARE(joinSentences({u"一。"_s, u"二。"_s}), u"一。二。"_s);
        QCOMPARE(enumerated({u"a"_s, u"b"_s}), u"a, b"_s);
    }

    void filled_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("sentence");
        const QString zh = u"其余 %1 % 转到 %2，仍由 %3 承接"_s;
        QTest::newRow("English") << u"The rest goes to %1."_s << QStringList{u"\"v1\""_s}
                                 << u"The rest goes to \"v1\"."_s;
        QTest::newRow("a Chinese name in English")
            << u"All go to %1 now."_s << QStringList{u"支付 一"_s} << u"All go to 支付 一 now."_s;
        QTest::newRow("out of turn") << u"%2 to %1 and %2"_s << QStringList{u"a"_s, u"b"_s} << u"b to a and b"_s;
        QTest::newRow("a place within a value") << u"%1 to %2"_s << QStringList{u"%2"_s, u"b"_s} << u"%2 to b"_s;
        QTest::newRow("Latin") << zh << QStringList{u"80"_s, u"pay-v1"_s, u"pay-v2"_s}
                               << u"其余 80 % 转到 pay-v1，仍由 pay-v2 承接"_s;
        QTest::newRow("quoted") << zh << QStringList{u"80"_s, u"“pay-v1”"_s, u"“pay-v2”"_s}
                                << u"其余 80 % 转到“pay-v1”，仍由“pay-v2”承接"_s;
        QTest::newRow("Chinese") << zh << QStringList{u"80"_s, u"目标上游"_s, u"支付 一"_s}
                                 << u"其余 80 % 转到目标上游，仍由支付 一承接"_s;
        QTest::newRow("Chinese at one end") << zh << QStringList{u"80"_s, u"支付 v2"_s, u"Ingress 控制器"_s}
                                            << u"其余 80 % 转到支付 v2，仍由 Ingress 控制器承接"_s;
    }
    void filled()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, values);
        QTEST(filledIn(pattern, values), "sentence");
    }

    // E18
    void time_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedStates);
        QTest::newRow("Chinese") << QLocale(QLocale::Chinese, QLocale::China);
        QTest::newRow("Arabic digits") << QLocale(QLocale::Arabic, QLocale::Egypt);
    }
    void time()
    {
        QFETCH(QLocale, locale);
        QLocale::setDefault(locale);
        QCOMPARE(localTime(QDateTime(QDate(2026, 11, 20), QTime(8, 12, 59))), u"2026-11-20 08:12"_s);
        QCOMPARE(localTime(QDateTime(QDate(2026, 11, 20), QTime(8, 12)).toUTC()), u"2026-11-20 08:12"_s);
        QCOMPARE(localTime({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestProse)
#include "tst_prose.moc"
