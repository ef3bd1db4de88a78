// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/expression.h"

#include <QJsonDocument>
#include <QTest>

#include <map>

using namespace sluice;
using namespace Qt::StringLiterals;

namespace {

class Values final : public VariableSource
{
public:
    std::map<std::string, std::string> texts;
    std::vector<std::string> flags;

    Variable variable(std::string_view name) const override
    {
        if (std::find(flags.begin(), flags.end(), name) != flags.end())
            return {Variable::Kind::Flag, {}, {}};
        const auto found = texts.find(std::string(name));
        return found == texts.end() ? Variable{} : Variable{Variable::Kind::Text, found->second, {}};
    }
};

// With single quotes, for moc loses its way in raw strings that hold brackets.
QJsonArray array(QByteArray json)
{
    return QJsonDocument::fromJson(json.replace('\'', '"')).array();
}

} // namespace

class TestExpression : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QString>("text");
        QTest::newRow("not wrapped") << "['arg_a','==','1']"_ba << u"rule should be wrapped inside brackets"_s;
        QTest::newRow("empty group") << "[[]]"_ba << u"rule too short"_s;
        QTest::newRow("OR of one") << "['OR',['a','==','1']]"_ba << u"rule too short"_s;
        QTest::newRow("name alone") << "[['arg_a']]"_ba << u"invalid expression"_s;
        QTest::newRow("operator") << "[['a','===','1']]"_ba << u"invalid operator '==='"_s;
        QTest::newRow("lower case") << "[['a','NOPE','1']]"_ba << u"invalid operator 'nope'"_s;
        QTest::newRow("bad not") << "[['a','x','==','1']]"_ba << u"bad 'not' expression"_s;
        QTest::newRow("ip") << "[['remote_addr','ipmatch','x']]"_ba << u"invalid ip address"_s;
    }
    void refuses()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QString, text);
        const auto compiled = Expression::compile(array(rule));
        QVERIFY(!compiled);
        QCOMPARE(compiled.error(), text);
    }

    void evaluates_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<bool>("holds");
        QTest::newRow("always") << "[]"_ba << true;
        QTest::newRow("text") << "[['t','==','abc']]"_ba << true;
        QTest::newRow("text, two elements") << "[['t','abc']]"_ba << true;
        QTest::newRow("number against text") << "[['n01','==',1]]"_ba << true;
        QTest::newRow("text against text") << "[['n01','==','1']]"_ba << false;
        QTest::newRow("absent ==") << "[['no','==','1']]"_ba << false;
        QTest::newRow("absent ~=") << "[['no','~=','1']]"_ba << true;
        QTest::newRow("is absent") << "[['no','==',null]]"_ba << true;
        QTest::newRow("is there") << "[['empty','~=',null]]"_ba << true;
        QTest::newRow("flag is no text") << "[['flag','==','1']]"_ba << false;
        QTest::newRow("greater") << "[['n10','>','9']]"_ba << true;
        QTest::newRow("hexadecimal") << "[['hex','==',16]]"_ba << true;
        QTest::newRow("less, absent") << "[['no','<',5]]"_ba << false;
        QTest::newRow("regex, not anchored") << "[['t','~~','b']]"_ba << true;
        QTest::newRow("regex, case") << "[['t','~*','^ABC$']]"_ba << true;
        QTest::newRow("bad regex") << "[['t','~~','[']]"_ba << false;
        QTest::newRow("in") << "[['t','in',['x','abc']]]"_ba << true;
        QTest::newRow("in never converts") << "[['n10','in',[10]]]"_ba << false;
        QTest::newRow("not in, absent") << "[['no','!','in',['1']]]"_ba << true;
        QTest::newRow("ip") << "[['ip','ipmatch',['10.0.0.0/8']]]"_ba << true;
        QTest::newRow("ip outside") << "[['ip','ipmatch','10.2.0.0/16']]"_ba << false;
        QTest::newRow("ip six") << "[['ip6','ipmatch','2001:db8::/32']]"_ba << true;
        QTest::newRow("and") << "[['t','==','abc'],['no','==','1']]"_ba << false;
        QTest::newRow("or") << "['OR',['t','==','abc'],['no','==','1']]"_ba << true;
        QTest::newRow("not or") << "['!or',['t','==','abc'],['no','==','1']]"_ba << false;
        QTest::newRow("nested") << "[['t','==','abc'],['OR',['no','==','1'],['n10','>',9]]]"_ba << true;
    }
    void evaluates()
    {
        QFETCH(QByteArray, rule);
        QFETCH(bool, holds);
        Values values;
        values.texts = {{"t", "abc"},  {"n01", "01"},      {"n10", " 10 "},       {"hex", "0x10"},
                        {"empty", ""}, {"ip", "10.1.2.3"}, {"ip6", "2001:db8::1"}};
        values.flags = {"flag"};
        const auto compiled = Expression::compile(array(rule));
        QVERIFY(compiled);
        QCOMPARE(compiled->evaluate(values), holds);
        QCOMPARE(compiled->explain(values).holds, holds);
    }

    void explainsEachCondition()
    {
        Values values;
        values.texts = {{"http_x", "1"}};
        const auto compiled = Expression::compile(array("[['http_x','==','1'],['http_y','==','2']]"));
        QVERIFY(compiled);
        const auto explanation = compiled->explain(values);
        QCOMPARE(explanation.parts.size(), std::size_t{2});
        QVERIFY(explanation.parts.at(0).holds);
        QVERIFY(!explanation.parts.at(1).holds);
        QCOMPARE(explanation.parts.at(0).actual, u"1"_s);
        QVERIFY(!explanation.parts.at(1).actual);
    }
};

QTEST_GUILESS_MAIN(TestExpression)
#include "tst_expression.moc"
