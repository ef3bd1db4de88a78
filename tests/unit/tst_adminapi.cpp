// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/adminapi.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace sluice;
using namespace sluice::simulator;
using namespace Qt::StringLiterals;

namespace {

// Times and revisions differ from run to run.
QJsonValue settled(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray result;
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            result.append(settled(item));
        return result;
    }
    if (!value.isObject())
        return value;
    QJsonObject result;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        static const QStringList varying{u"create_time"_s, u"update_time"_s, u"createdIndex"_s, u"modifiedIndex"_s};
        if (!varying.contains(it.key()))
            result.insert(it.key(), settled(it.value()));
    }
    return result;
}

QByteArray compact(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isNull())
        return json.trimmed();
    const QJsonValue value = settled(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
    return value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                           : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

QByteArray doubleQuoted(QByteArray text)
{
    return text.replace('\'', '"').replace('`', '\'').replace('~', '`');
}

/// A gateway without a network: one line is one call, "METHOD path body", and the answer is "status body".
class Gateway
{
public:
    QByteArray answer(const QByteArray &line)
    {
        const QList<QByteArray> words = line.trimmed().split(' ');
        Request request;
        request.method = words.value(0).toStdString();
        request.target =
            (words.value(1).startsWith('/') ? words.value(1) : "/apisix/admin/" + words.value(1)).toStdString();
        request.body = words.sliced(std::min<qsizetype>(2, words.size())).join(' ').toStdString();
        request.headers.emplace_back("X-API-KEY", "key");
        m_last = m_admin.handle(request);
        return QByteArray::number(m_last.status) + ' ' + compact(QByteArray::fromStdString(m_last.body));
    }
    bool lastHas(std::string_view header) const
    {
        return std::any_of(m_last.headers.begin(), m_last.headers.end(),
                           [&](const auto &field) { return sameName(field.first, header); });
    }
    Response handle(const Request &request) { return m_admin.handle(request); }

private:
    ConfigStore m_store;
    AdminApi m_admin{m_store, {.adminKey = "key", .viewerKey = "viewer"}};
    Response m_last;
};

} // namespace

/// The rules of apisix.md 1 to 3 that no recording at hand shows. Scripts: one call a line, JSON with single quotes
/// (a real one is written `); the last line's answer counts.
class TestAdminApi : public QObject
{
    Q_OBJECT

private:
    static void row(const char *name, const char *script, const char *answer)
    {
        QTest::newRow(name) << QByteArray(script) << QByteArray(answer);
    }

private Q_SLOTS:
    void answers_data();
    void answers()
    {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, answer);
        Gateway gateway;
        QByteArray last;
        const QList<QByteArray> lines = doubleQuoted(script).split('\n');
        for (const QByteArray &line : lines) {
            if (!line.trimmed().isEmpty())
                last = gateway.answer(line);
        }
        const QByteArray wanted = doubleQuoted(answer);
        const qsizetype space = wanted.indexOf(' ');
        QCOMPARE(last, space < 0 ? wanted + ' ' : wanted.left(space + 1) + compact(wanted.mid(space + 1)));
    }

    // Each item with each would take minutes for what fits into one body, and nobody else would be answered meanwhile.
    void largeListsTakeNoTime()
    {
        constexpr int count = 60000;
        QByteArray uris;
        for (int i = 0; i < count; ++i)
            uris += "\"/" + QByteArray::number(i) + "\",";
        const auto put = [](const QByteArray &list) {
            Gateway gateway;
            return gateway.answer("PUT routes/r {\"uris\":[" + list +
                                  "],\"upstream\":{\"type\":\"roundrobin\",\"nodes\":{\"h:1\":1}}}");
        };
        QElapsedTimer watch;
        watch.start();
        QVERIFY(put(uris.chopped(1)).startsWith("201 "));
        QVERIFY(put(uris + "\"/7\"").contains("expected unique items but items 8 and 60001 are equal"));
        QVERIFY2(watch.elapsed() < 30000, QByteArray::number(watch.elapsed()).constData()); // it was above 10 minutes
    }

    // 1.2: the first place that has a key counts, be it empty or wrong.
    void keys_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("cookie");
        QTest::addColumn<QString>("description"); // empty: let in
        const QString missing = u"missing apikey"_s;
        const QString wrong = u"wrong apikey"_s;
        QTest::newRow("none") << "routes"_ba << QByteArray() << QByteArray() << missing;
        QTest::newRow("header") << "routes"_ba
                                << "key"_ba << QByteArray() << QString();
        QTest::newRow("upper case") << "routes"_ba
                                    << "KEY"_ba << QByteArray() << wrong;
        QTest::newRow("empty header") << "routes"_ba
                                      << ""_ba << QByteArray() << wrong;
        QTest::newRow("argument") << "routes?api_key=key"_ba << QByteArray() << QByteArray() << QString();
        QTest::newRow("wrong argument, right header") << "routes?api_key=x"_ba
                                                      << "key"_ba << QByteArray() << wrong;
        QTest::newRow("empty argument, right header") << "routes?api_key="_ba
                                                      << "key"_ba << QByteArray() << wrong;
        QTest::newRow("argument as a flag") << "routes?api_key"_ba
                                            << "key"_ba << QByteArray() << wrong;
        QTest::newRow("cookie") << "routes"_ba << QByteArray() << "a=b; x_api_key=key"_ba << QString();
        QTest::newRow("wrong cookie, right header") << "routes"_ba
                                                    << "key"_ba
                                                    << "x_api_key=x"_ba << QString();
        QTest::newRow("wrong header, right cookie") << "routes"_ba
                                                    << "x"_ba
                                                    << "x_api_key=key"_ba << wrong;
    }
    void keys()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, cookie);
        QFETCH(QString, description);
        Request request;
        request.method = "GET";
        request.target = "/apisix/admin/" + target.toStdString();
        if (!header.isNull())
            request.headers.emplace_back("X-API-KEY", header.toStdString());
        if (!cookie.isNull())
            request.headers.emplace_back("Cookie", cookie.toStdString());
        const Response response = Gateway().handle(request);
        QCOMPARE(response.status, description.isEmpty() ? 200 : 401);
        const QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(response.body)).object();
        QCOMPARE(body[u"description"_s].toString(), description);
    }

    // 1.1: only a resource's own handler sets X-API-VERSION.
    void versionHeader_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("there");
        QTest::newRow("list") << "GET routes"_ba << true;
        QTest::newRow("not found") << "GET routes/1"_ba << true;
        QTest::newRow("405") << "POST plugin_configs {}"_ba << true;
        QTest::newRow("page_size") << "GET routes?page=1&page_size=1"_ba << true;
        QTest::newRow("schema") << "GET schema/route"_ba << true;
        QTest::newRow("unknown schema") << "GET schema/x"_ba << true;
        QTest::newRow("plugin") << "GET plugins/cors"_ba << true;
        QTest::newRow("unsupported resource") << "GET x"_ba << false;
        QTest::newRow("verb of schema") << "PUT schema/route {}"_ba << false;
        QTest::newRow("verb of plugins") << "POST plugins/cors {}"_ba << false;
        QTest::newRow("bad JSON") << "PUT routes/1 {"_ba << false;
        QTest::newRow("bad JSON to a schema") << "GET schema/route {"_ba << false;
        QTest::newRow("ttl") << "GET routes?ttl=x"_ba << false;
        QTest::newRow("plugin list") << "GET plugins/list"_ba << false;
        QTest::newRow("reload") << "PUT plugins/reload"_ba << false;
        QTest::newRow("validate") << "POST schema/validate/routes {}"_ba << false;
        QTest::newRow("stream routes") << "GET stream_routes"_ba << false;
    }
    void versionHeader()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, there);
        Gateway gateway;
        gateway.answer(line);
        QCOMPARE(gateway.lastHas("X-API-VERSION"), there);
        QVERIFY(gateway.lastHas("X-Sluice-Simulator"));
    }
};

void TestAdminApi::answers_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("answer");

    // 1.3: routing
    row("HEAD of the prefix", "HEAD /apisix/admin", "200");
    row("verb that schema lacks", "PUT schema/route {}", "404 {'error_msg':'not found'}");
    row("verb is looked at before the body", "PUT schema/route {", "404 {'error_msg':'not found'}");
    row("verb that plugins lack", "DELETE plugins/cors", "404 {'error_msg':'not found'}");
    row("reload by GET", "GET plugins/reload",
        "405 {'error_msg':'please use PUT method to reload the plugins, GET method is not allowed.'}");
    row("validate nothing", "POST schema/validate {}", "404 {'error_msg':'not found'}");
    row("dots in the path", "GET x/../routes", "200 {'total':0,'list':[]}");
    row("plus is a blank", "PUT routes/1 {'uri':'/a','plugins':{},'name':'a b'}\nGET routes?name=a+b",
        "200 {'total':1,'list':[{'key':'/apisix/routes/1','value':{'id':'1','uri':'/a','plugins':{},'name':'a b'}}]}");

    // 1.4: bodies
    row("GET with a bad body", "GET routes {",
        "400 {'error_msg':'invalid request body: Expected object key string but found T_END at character 2',"
        "'req_body':'{'}");
    row("DELETE with a bad body", "DELETE routes/1 x",
        "400 {'error_msg':'invalid request body: Expected value but found invalid token at character 1',"
        "'req_body':'x'}");
    row("cjson reads leading zeros", "PUT routes/1 {'uri':'/a','plugins':{},'priority':007}",
        "201 {'key':'/apisix/routes/1','value':{'id':'1','uri':'/a','plugins':{},'priority':7}}");
    row("NaN is no integer", "PUT routes/1 {'uri':'/a','plugins':{},'priority':NaN}",
        "400 {'error_msg':'invalid configuration: property \\'priority\\' validation failed: wrong type: expected "
        "integer, got number'}");
    row("Infinity can't be stored",
        "PUT routes/1 {'uri':'/a','plugins':{},'timeout':{'connect':Infinity,'send':1,'read':1}}",
        "503 {'error_msg':'Cannot serialise number: must not be NaN or Infinity'}");
    row("an array has numbered keys", "PUT routes/1 ['x']",
        "400 {'error_msg':'invalid configuration: additional properties forbidden, found 1'}");
    row("false is no conf", "PUT routes/1 false", "400 {'error_msg':'missing configurations'}");
    row("ttl as a flag", "PUT routes/1?ttl {'uri':'/a','plugins':{}}",
        "400 {'error_msg':'invalid argument ttl: should be a number'}");
    row("ttl of a GET", "GET routes?ttl=x", "400 {'error_msg':'invalid argument ttl: should be a number'}");

    // 1.5: schemas and plugins
    row("no schema named", "GET schema", "400 {'error_msg':'not found schema'}");
    row("schema of all plugins", "GET schema/plugins", "404 {'error_msg':'plugin not found in subsystem http'}");
    row("no consumer schema", "GET plugins/cors?schema_type=consumer", "400 {'error_msg':'not found schema'}");
    row("unsupported subsystem", "GET plugins/cors?subsystem=x", "400 {'error_msg':'unsupported subsystem: x'}");
    row("no stream plugin", "GET plugins/cors?subsystem=stream",
        "404 {'error_msg':'plugin not found in subsystem stream'}");
    row("no http plugin", "GET plugins/mqtt-proxy", "404 {'error_msg':'plugin not found in subsystem http'}");
    row("list of another subsystem", "GET plugins/list?subsystem=x", "400 invalid subsystem passed");
    row("list of stream plugins", "GET plugins/list?subsystem=stream",
        "200 ['ip-restriction','limit-conn','mqtt-proxy','traffic-split','syslog']");
    row("validate without a body", "POST schema/validate/routes",
        "400 {'error_msg':'wrong type: expected object, got nil'}");
    row("validate looks at no plugins", "POST schema/validate/routes {'uri':'/a','plugins':{'nope':{}}}", "200");
    row("validate looks at no references", "POST schema/validate/routes {'uri':'/a','upstream_id':'nope'}", "200");
    row("validate: host and hosts",
        "POST schema/validate/routes {'uri':'/a','plugins':{},'host':'a.com','hosts':['b.com']}",
        "400 {'error_msg':'allOf 2 failed: value should match only one schema, but matches both schemas 2 and 3'}");
    row("validate a credential", "POST schema/validate/credentials {'plugins':{'a':{},'b':{}}}",
        "400 {'error_msg':'property \\'plugins\\' validation failed: expect object to have at most 1 properties'}");
    row("validate everything", "POST configs/validate {'routes':[{'id':'1','uri':'/a','plugins':{}}]}", "200 {}");
    row("validate everything: references are not looked up",
        "POST configs/validate {'routes':[{'id':'1','uri':'/a','upstream_id':'nope'}]}", "200 {}");
    row("validate everything: faults",
        "POST configs/validate {'routes':[{'id':'1','uri':'/a'},{'id':'2','uri':'/a','plugins':{'nope':{}}},"
        "{'id':'2','uri':'/a','plugins':{}}]}",
        "400 {'error_msg':'Configuration validation failed','errors':["
        "{'resource_type':'routes','resource_id':'1','index':0,'error':'invalid routes at index 0, err: invalid "
        "configuration: object matches none of the required: [\\'plugins\\',\\'uri\\'] or "
        "[\\'upstream\\',\\'uri\\'] or [\\'upstream_id\\',\\'uri\\'] or [\\'service_id\\',\\'uri\\'] or "
        "[\\'plugins\\',\\'uris\\'] or [\\'upstream\\',\\'uris\\'] or [\\'upstream_id\\',\\'uris\\'] or "
        "[\\'service_id\\',\\'uris\\'] or [\\'script\\',\\'uri\\'] or [\\'script\\',\\'uris\\']'},"
        "{'resource_type':'routes','resource_id':'2','index':1,"
        "'error':'invalid routes at index 1, err: unknown plugin [nope]'},"
        "{'resource_type':'routes','resource_id':'2','index':2,'error':'found duplicate id 2 in routes'}]}");

    // 2.2: answers
    row("a neighbour of what is missing", "PUT plugin_metadata/syslog {}\nGET plugin_metadata/sys",
        "404 {'message':'Key not found','kvs':[{'key':'/apisix/plugin_metadata/syslog','value':{'id':'syslog'},"
        "'create_revision':'1','mod_revision':'1','version':'1'}]}");
    row("its version counts writes",
        "PUT plugin_metadata/syslog {}\nPUT plugin_metadata/syslog {}\nGET plugin_metadata/sys",
        "404 {'message':'Key not found','kvs':[{'key':'/apisix/plugin_metadata/syslog','value':{'id':'syslog'},"
        "'create_revision':'1','mod_revision':'2','version':'2'}]}");
    row("DELETE tells of no neighbours", "PUT routes/10 {'uri':'/a','plugins':{}}\nDELETE routes/1",
        "404 {'message':'Key not found'}");
    row("credentials leave with their consumer",
        "PUT consumers/jack {'username':'jack'}\nPUT consumers/jack/credentials/c {'plugins':{}}\n"
        "DELETE consumers/jack\nPUT consumers/jack {'username':'jack'}\nGET consumers/jack/credentials",
        "404 {'message':'Key not found'}");
    row("ciphertext in the answer to a write",
        "PUT consumers/jack {'username':'jack','plugins':{'key-auth':{'key':'one'}}}",
        "201 {'key':'/apisix/consumers/jack','value':{'username':'jack','plugins':{'key-auth':"
        "{'key':'+XxdKZQb+xsv2rCHSQargg=='}}}}");
    row("plain text in a GET",
        "PUT consumers/jack {'username':'jack','plugins':{'key-auth':{'key':'one'}}}\nGET consumers/jack",
        "200 {'key':'/apisix/consumers/jack','value':{'username':'jack','plugins':{'key-auth':{'key':'one'}}}}");

    // 2.3: ids
    row("id null in the body", "PUT routes/1 {'id':null,'uri':'/a','plugins':{}}",
        "400 {'error_msg':'wrong route id'}");
    row("a number stays one", "PUT routes {'id':7,'uri':'/a','plugins':{}}",
        "201 {'key':'/apisix/routes/7','value':{'id':7,'uri':'/a','plugins':{}}}");
    row("PATCH makes it a text", "PUT routes {'id':7,'uri':'/a','plugins':{}}\nPATCH routes/7 {'desc':'d'}",
        "200 {'key':'/apisix/routes/7','value':{'id':'7','uri':'/a','plugins':{},'desc':'d'}}");
    row("PATCH of the id by path", "PUT routes/1 {'uri':'/a','plugins':{}}\nPATCH routes/1/id '2'",
        "400 {'error_msg':'wrong route id'}");
    row("PATCH with another id of what is missing", "PATCH routes/1 {'id':'2'}", "404 {'message':'Key not found'}");
    row("kinds in messages", "PUT plugin_configs {'plugins':{}}", "400 {'error_msg':'missing plugin config id'}");
    row("kinds in messages: group", "DELETE consumer_groups", "400 {'error_msg':'missing consumer group id'}");
    row("kinds in messages: global rule", "PUT global_rules/1 {'id':'2','plugins':{}}",
        "400 {'error_msg':'wrong global rule id'}");
    row("refused POSTs use no revision", "POST routes {}\nPOST routes {}\nPOST upstreams {'nodes':{}}",
        "201 {'key':'/apisix/upstreams/00000000000000000001','value':{'id':'00000000000000000001','nodes':{}}}");

    // 2.4: times
    row("times inside an upstream", "PUT routes/1 {'uri':'/a','upstream':{'nodes':{},'create_time':1}}",
        "400 {'error_msg':'the property is forbidden:  upstream.create_time'}");
    row("times among plugins", "PUT routes/1 {'uri':'/a','plugins':{'update_time':1}}",
        "400 {'error_msg':'the property is forbidden:  plugins.update_time'}");
    row("times before the schema", "PUT routes/1 {'update_time':1,'nope':1}",
        "400 {'error_msg':'the property is forbidden:  update_time'}");
    row("times in a PATCH are allowed", "PUT routes/1 {'uri':'/a','plugins':{}}\nPATCH routes/1 {'update_time':5}",
        "200 {'key':'/apisix/routes/1','value':{'id':'1','uri':'/a','plugins':{}}}");

    // 2.5: arguments
    const char *three = "PUT routes/1 {'uri':'/a','plugins':{},'labels':{'k':'v'}}\n"
                        "PUT routes/10 {'uri':'/b','plugins':{}}\nPUT routes/2 {'uri':'/c','plugins':{}}\n";
    const auto listed = [three](const char *name, const char *query, const char *answer) {
        QTest::newRow(name) << QByteArray(three) + "GET routes" + query << QByteArray(answer);
    };
    listed("a place between two", "?page=1.05&page_size=10", "200 {'total':3,'list':{}}");
    listed("hexadecimal page_size", "?page=2&page_size=0x10", "200 {'total':3,'list':{}}");
    listed("page without an end", "?page=1e300&page_size=10", "200 {'total':3,'list':{}}");
    listed("page_size 9.9", "?page=1&page_size=9.9", "400 page_size must be between 10 and 500");
    listed("page_size 0", "?page=1&page_size=0", "400 page_size must be between 10 and 500");
    listed("page given twice is none", "?page=9&page=9&page_size=10&label=nope", "200 {'total':0,'list':[]}");
    listed("label as a flag", "?label", "200 {'total':0,'list':[]}");
    listed("label with its value", "?label=k:v", "200 {'total':0,'list':[]}");
    listed("unknown filter fields", "?filter=uri%3D/a&label=nope", "200 {'total':0,'list':[]}");
    row("filter: a number never matches",
        "PUT upstreams/1 {'nodes':{}}\nPUT routes/1 {'uri':'/a','upstream_id':1}\nGET routes?filter=upstream_id%3D1",
        "200 {'total':0,'list':[]}");
    row("filter is for routes alone",
        "PUT upstreams/1 {'nodes':{}}\nPUT services/1 {'upstream_id':'1'}\nGET services?filter=upstream_id%3Dx",
        "200 {'total':1,'list':[{'key':'/apisix/services/1','value':{'id':'1','upstream_id':'1'}}]}");
    row("name of the nameless", "PUT upstreams/1 {'nodes':{}}\nGET upstreams?name=^nil$",
        "200 {'total':1,'list':[{'key':'/apisix/upstreams/1','value':{'id':'1','nodes':{}}}]}");
    row("a consumers filter that leaves nothing", "PUT consumers/a {'username':'a'}\nGET consumers?label=x",
        "200 {'total':0,'list':{}}");
    row("force with another value",
        "PUT upstreams/1 {'nodes':{}}\nPUT routes/1 {'uri':'/a','upstream_id':'1'}\nDELETE upstreams/1?force=1",
        "400 {'error_msg':'can not delete this upstream, route [1] is still using it now'}");

    // 2.6: PATCH
    row("a missing object is made on the way",
        "PUT routes/1 {'uri':'/a','plugins':{}}\nPATCH routes/1/plugins/traffic-split/rules []",
        "200 {'key':'/apisix/routes/1','value':{'id':'1','uri':'/a','plugins':{'traffic-split':{'rules':[]}}}}");
    row("a text on the way", "PUT routes/1 {'uri':'/a','plugins':{}}\nPATCH routes/1/uri/x 1",
        "400 {'error_msg':'invalid sub-path: /uri/x'}");
    row("a node by path", "PUT upstreams/1 {'nodes':{'a:80':1}}\nPATCH upstreams/1/nodes/127.0.0.1:8080 2",
        "200 {'key':'/apisix/upstreams/1','value':{'id':'1','nodes':{'a:80':1,'127.0.0.1:8080':2}}}");
    row("a whole PATCH by array", "PUT routes/1 {'uri':'/a','plugins':{}}\nPATCH routes/1 ['x']",
        "400 {'error_msg':'invalid configuration: additional properties forbidden, found 1'}");
    row("a text for a whole PATCH", "PUT routes/1 {'uri':'/a','plugins':{}}\nPATCH routes/1 'x'",
        "400 {'error_msg':'invalid configuration'}");

    // 2.7: references
    row("the first made is named",
        "PUT upstreams/u {'nodes':{}}\nPUT routes/2 {'uri':'/a','upstream_id':'u'}\n"
        "PUT routes/1 {'uri':'/b','upstream_id':'u'}\nDELETE upstreams/u",
        "400 {'error_msg':'can not delete this upstream, route [2] is still using it now'}");
    row("the plugin comes first",
        "PUT upstreams/u {'nodes':{}}\nPUT routes/1 {'uri':'/a','upstream_id':'u','plugins':{'traffic-split':"
        "{'_meta':{'disable':true},'rules':[{'weighted_upstreams':[{'upstream_id':'u'}]}]}}}\nDELETE upstreams/u",
        "400 {'error_msg':'can not delete this upstream, plugin in route [1] is still using it now'}");
    row("ids are compared as texts",
        "PUT upstreams/1 {'nodes':{}}\nPUT routes/1 {'uri':'/a','upstream_id':1}\nDELETE upstreams/1",
        "400 {'error_msg':'can not delete this upstream, route [1] is still using it now'}");
    row("upstream of a consumer's plugin",
        "PUT upstreams/u {'nodes':{}}\nPUT consumers/a {'username':'a','plugins':{'traffic-split':{'rules':"
        "[{'weighted_upstreams':[{'upstream_id':'u'}]}]}}}\nDELETE upstreams/u",
        "400 {'error_msg':'can not delete this upstream, plugin in consumer [a] is still using it now'}");
    row("proto",
        "PUT protos/1 {'content':'syntax = \\'proto3\\';'}\nPUT services/s "
        "{'plugins':{'grpc-transcode':{'proto_id':1}}}\n"
        "DELETE protos/1",
        "400 {'error_msg':'can not delete this proto, service [s] is still using it now'}");
    row("no such certificate", "PUT upstreams/1 {'nodes':{},'tls':{'client_cert_id':'c'}}",
        "400 {'error_msg':'failed to fetch ssl info by ssl id [c], response code: 404'}");
    row("the certificate before the upstream",
        "PUT routes/1 {'uri':'/a','upstream_id':'u','upstream':{'nodes':{},'tls':{'client_cert_id':'c'}}}",
        "400 {'error_msg':'failed to fetch ssl info by ssl id [c], response code: 404'}");
    row("the port before the certificate", "PUT upstreams/1 {'nodes':{'a:70000':1},'tls':{'client_cert_id':'c'}}",
        "400 {'error_msg':'invalid port 70000'}");
    row("references before plugins", "PUT routes/1 {'uri':'/a','upstream_id':'u','plugins':{'nope':{}}}",
        "400 {'error_msg':'failed to fetch upstream info by upstream id [u], response code: 404'}");
    row("a key of another consumer",
        "PUT consumers/bob {'username':'bob','plugins':{'key-auth':{'key':'k'}}}\n"
        "PUT consumers/jack {'username':'jack','plugins':{'key-auth':{'key':'k'}}}",
        "400 {'error_msg':'duplicate key of plugin key-auth found with consumer: bob'}");
    row("a user name of another consumer",
        "PUT consumers/bob {'username':'bob','plugins':{'basic-auth':{'username':'u','password':'p'}}}\n"
        "PUT consumers/jack {'username':'jack','plugins':{'basic-auth':{'username':'u','password':'q'}}}",
        "400 {'error_msg':'duplicate key of plugin basic-auth found with consumer: bob'}");
    row("one's own key",
        "PUT consumers/bob {'username':'bob','plugins':{'key-auth':{'key':'k'}}}\n"
        "PUT consumers/bob {'username':'bob','plugins':{'key-auth':{'key':'k'}},'desc':'d'}\nGET consumers?label=x",
        "200 {'total':0,'list':{}}");
    row("a key of a credential",
        "PUT consumers/bob {'username':'bob'}\nPUT consumers/bob/credentials/c {'plugins':{'key-auth':{'key':'k'}}}\n"
        "PUT consumers/jack {'username':'jack'}\nPUT consumers/jack/credentials/d {'plugins':{'key-auth':{'key':'k'}}}",
        "400 {'error_msg':'duplicate key of plugin key-auth found with consumer: bob'}");

    // 3: what a conf may be
    row("scheme has no type", "PUT upstreams/1 {'nodes':{},'scheme':1}",
        "400 {'error_msg':'invalid configuration: property \\'scheme\\' validation failed: matches none of the enum "
        "values'}");
    row("a bare IPv6 node", "PUT upstreams/1 {'nodes':[{'host':'::1','port':80,'weight':1}]}",
        "400 {'error_msg':'invalid configuration: IPv6 address must be enclosed with `[` and `]`'}");
    row("method of a check", "PUT upstreams/1 {'nodes':{},'checks':{'active':{'http_method':'get'}}}",
        "400 {'error_msg':'invalid configuration: property \\'checks\\' validation failed: property \\'active\\' "
        "validation failed: property \\'http_method\\' validation failed: matches none of the enum values'}");
    row("half a client certificate",
        "PUT upstreams/1 "
        "{'nodes':{},'tls':{'client_key':'0123456789012345678901234567890123456789012345678901234567890123'}}",
        "400 {'error_msg':'invalid configuration: property \\'tls\\' validation failed: failed to validate dependent "
        "schema for \\'client_key\\': property \\'client_cert\\' is required'}");
    row("a script and plugins", "PUT routes/1 {'uri':'/a','plugins':{},'script':'return {}; --'}",
        "400 {'error_msg':'invalid configuration: value wasn`t supposed to match schema'}");
    row("filter_func is a function", "PUT routes/1 {'uri':'/a','plugins':{},'filter_func':'return true or not'}",
        "400 {'error_msg':'invalid configuration: property \\'filter_func\\' validation failed: failed to match "
        "pattern \\'^function\\' with \\'return true or not\\''}");
    row("a secret is not validated", "PUT upstreams/1 {'nodes':{},'key':'$env://KEY','name':'$secret://vault/1/n'}",
        "201 "
        "{'key':'/apisix/upstreams/1','value':{'id':'1','nodes':{},'key':'$env://KEY','name':'$secret://vault/1/n'}}");
    row("the schema before the user name", "PUT consumers/jim {'username':'a b'}",
        "400 {'error_msg':'invalid configuration: property \\'username\\' validation failed: failed to match pattern "
        "\\'^[a-zA-Z0-9_\\\\\\\\-]+$\\' with \\'a b\\''}");
    row("no user name", "PUT consumers/jim {}",
        "400 {'error_msg':'invalid configuration: property \\'username\\' is required'}");
    row("plugins of a consumer", "PUT consumers/a {'username':'a','plugins':{'key-auth':{}}}",
        "400 {'error_msg':'invalid plugins configuration: failed to check the configuration of plugin key-auth err: "
        "property \\'key\\' is required'}");
    row("the group comes last", "PUT consumers/a {'username':'a','group_id':'g','plugins':{'nope':{}}}",
        "400 {'error_msg':'invalid plugins configuration: unknown plugin [nope]'}");
    row("credential with no auth plugin",
        "PUT consumers/a {'username':'a'}\nPUT consumers/a/credentials/c {'plugins':{'cors':{}}}",
        "400 {'error_msg':'only supports auth type plugins in consumer credential'}");
    row("credential with two plugins", "PUT consumers/a/credentials/c {'plugins':{'cors':{},'key-auth':{'key':'k'}}}",
        "400 {'error_msg':'invalid configuration: property \\'plugins\\' validation failed: expect object to have at "
        "most 1 properties'}");
    row("credential with a bad plugin", "PUT consumers/a/credentials/c {'plugins':{'key-auth':{}}}",
        "400 {'error_msg':'invalid plugins configuration: failed to check the configuration of plugin key-auth err: "
        "property \\'key\\' is required'}");
    row("credential without an id", "PUT consumers/a/credentials {'plugins':{}}",
        "400 {'error_msg':'missing credential id'}");
    row("credentials by POST", "POST consumers/nope/credentials {}",
        "405 {'error_msg':'not supported ~POST~ method for credential'}");
    row("credentials of nobody", "GET consumers/nope/credentials", "404 {'message':'Key not found'}");
    row("a credential of nobody", "DELETE consumers/nope/credentials/c", "404 {'message':'Key not found'}");
    row("secret without its id", "DELETE secrets/vault", "400 {'error_msg':'missing secret id'}");
    row("PATCH of a manager", "PATCH secrets/vault {}", "400 {'error_msg':'no secret id'}");
    row("PATCH of a secret by path",
        "PUT secrets/vault/1 {'uri':'http://a','prefix':'p','token':'t'}\nPATCH secrets/vault/1/token 'u'",
        "200 {'key':'/apisix/secrets/vault/1','value':{'id':'vault/1','uri':'http://a','prefix':'p','token':'u'}}");
    row("the address of a vault", "PUT secrets/vault/1 {'uri':'127.0.0.1:8200','prefix':'p','token':'t'}",
        "400 {'error_msg':'invalid configuration: property \\'uri\\' validation failed: failed to match pattern "
        "\\'^[^\\\\\\\\/]+:\\\\\\\\/\\\\\\\\/"
        "([\\\\\\\\da-zA-Z.-]+|\\\\\\\\[[\\\\\\\\da-fA-F:]+\\\\\\\\])(:\\\\\\\\d+)?\\' with "
        "\\'127.0.0.1:8200\\''}");
    row("another id in a secret", "PUT secrets/vault/1 {'id':'2'}", "400 {'error_msg':'wrong secret id'}");
    row("a manager lists all secrets",
        "PUT secrets/vault/1 {'uri':'http://a','prefix':'p','token':'t'}\nGET secrets/aws",
        "200 {'total':1,'list':[{'key':'/apisix/secrets/vault/1','value':{'id':'vault/1','uri':'http://a','prefix':'p',"
        "'token':'t'}}]}");
    row("a proto that is none", "PUT protos/1 {'content':'// text\\nnonsense'}",
        "400 {'error_msg':'invalid content: filename for loaded:2:9: unknown keyword `nonsense`'}");
    row("a compiled proto", "PUT protos/1 {'content':'CgEK'}",
        "201 {'key':'/apisix/protos/1','value':{'id':'1','content':'CgEK'}}");
    row("metadata without a plugin", "PUT plugin_metadata {}", "400 {'error_msg':'missing plugin name'}");
    row("metadata has a schema", "PUT plugin_metadata/http-logger {'log_format':'x'}",
        "400 {'error_msg':'invalid configuration: property \\'log_format\\' validation failed: wrong type: expected "
        "object, got string'}");
    row("metadata and times", "PUT plugin_metadata/cors {'create_time':1}",
        "400 {'error_msg':'the property is forbidden:  create_time'}");
    row("a certificate that is none",
        "PUT ssls/1 {'sni':'a.com','cert':'0123456789012345678901234567890123456789012345678901234567890123456789012345"
        "6789012345678901234567890123456789012345678901234567890123456789','key':'0123456789012345678901234567890123456"
        "789012345678901234567890123456789'}",
        "400 {'error_msg':'failed to parse cert: PEM_read_bio_X509_AUX() failed'}");
    row("a client certificate needs no name", "PUT ssls/1 {'type':'client'}",
        "400 {'error_msg':'invalid configuration: else clause did not match'}");

    // 3.11 and 12: plugins
    const auto plugin = [](const char *name, const char *conf, const char *text) {
        QTest::newRow(name) << "PUT routes/1 {'uri':'/a','plugins':{" + QByteArray(conf) + "}}"
                            << "400 {'error_msg':'" + QByteArray(text) + "'}";
    };
    plugin("conf is null", "'cors':null", "invalid plugin conf \\'userdata: NULL\\' for plugin [cors]");
    plugin("conf is an array", "'cors':[1]",
           "failed to check the configuration of plugin cors err: wrong type: expected object, got table");
    plugin("unknown key of _meta", "'cors':{'_meta':{'x':1}}",
           "failed to check the configuration of plugin cors err: property \\'_meta\\' validation failed: additional "
           "properties forbidden, found x");
    plugin("_meta of a plugin that is not simulated", "'zipkin':{'_meta':{'priority':'1'}}",
           "failed to check the configuration of plugin zipkin err: property \\'_meta\\' validation failed: property "
           "\\'priority\\' validation failed: wrong type: expected integer, got string");
    plugin("cors: credentials and a star", "'cors':{'allow_credential':true}",
           "failed to check the configuration of plugin cors err: you can not set `*` for other option when "
           "`allow_credential` is true");
    plugin("cors: a pattern", "'cors':{'allow_origins_by_regex':['(']}",
           "failed to check the configuration of plugin cors err: pcre2_compile() failed: missing closing parenthesis "
           "in \\'(\\'");
    plugin(
        "cors: an origin", "'cors':{'allow_origins':'a.com'}",
        "failed to check the configuration of plugin cors err: property \\'allow_origins\\' validation failed: failed "
        "to match pattern \\'^(\\\\\\\\*|\\\\\\\\*\\\\\\\\*|null|\\\\\\\\w+://[^,]+(,\\\\\\\\w+://[^,]+)*)$\\' with "
        "\\'a.com\\'");
    plugin("redirect: two ways", "'redirect':{'uri':'/b','http_to_https':true}",
           "failed to check the configuration of plugin redirect err: value should match only one schema, but matches "
           "both schemas 1 and 3");
    plugin("fault-injection: nothing", "'fault-injection':{}",
           "failed to check the configuration of plugin fault-injection err: expect object to have at least 1 "
           "properties");
    plugin("proxy-rewrite: odd", "'proxy-rewrite':{'regex_uri':['a','b','c']}",
           "failed to check the configuration of plugin proxy-rewrite err: The length of regex_uri should be an even "
           "number");
    plugin("mocking: no answer", "'mocking':{}",
           "failed to check the configuration of plugin mocking err: object matches none of the required: "
           "[\\'response_example\\'] or [\\'response_schema\\']");
    plugin("fault-injection: vars", "'fault-injection':{'abort':{'http_status':503,'vars':[[['a','?','b']]]}}",
           "failed to check the configuration of plugin fault-injection err: invalid operator `?`");
    plugin("mocking: content type", "'mocking':{'response_example':'x','content_type':'image/png'}",
           "failed to check the configuration of plugin mocking err: unsupported content type!");
    plugin("proxy-rewrite: method", "'proxy-rewrite':{'method':'CONNECT'}",
           "failed to check the configuration of plugin proxy-rewrite err: property \\'method\\' validation failed: "
           "matches none of the enum values");
    plugin("proxy-rewrite: a header's name", "'proxy-rewrite':{'headers':{'a b':'1'}}",
           "failed to check the configuration of plugin proxy-rewrite err: invalid field character in header");
    plugin("proxy-rewrite: a header's value", "'proxy-rewrite':{'headers':{'set':{'a':[]}}}",
           "failed to check the configuration of plugin proxy-rewrite err: property \\'headers\\' validation failed: "
           "value should match only one schema, but matches none");
    plugin("response-rewrite: body and filters",
           "'response-rewrite':{'body':'x','filters':[{'regex':'a','replace':'b'}]}",
           "failed to check the configuration of plugin response-rewrite err: failed to validate dependent schema for "
           "\\'body\\': value wasn`t supposed to match schema");
    plugin(
        "response-rewrite: vars", "'response-rewrite':{'vars':[['a','?','b']]}",
        "failed to check the configuration of plugin response-rewrite err: failed to validate the `vars` expression: "
        "invalid operator `?`");
    plugin("response-rewrite: flags", "'response-rewrite':{'filters':[{'regex':'a','replace':'b','options':'jh'}]}",
           "failed to check the configuration of plugin response-rewrite err: regex \\'a\\' validation failed: unknown "
           "flag \\'h\\' (flags \\'jh\\')");
    plugin("limit-count: count", "'limit-count':{'count':0,'time_window':60}",
           "failed to check the configuration of plugin limit-count err: property \\'count\\' validation failed: value "
           "should match only one schema, but matches none");
    plugin(
        "limit-count: both ways", "'limit-count':{'count':1,'time_window':60,'rules':[]}",
        "failed to check the configuration of plugin limit-count err: count/time_window and rules cannot be specified "
        "at the same time");
    plugin("limit-count: redis without its host", "'limit-count':{'count':1,'time_window':60,'policy':'redis'}",
           "failed to check the configuration of plugin limit-count err: then clause did not match");
    plugin("limit-req: no key", "'limit-req':{'rate':1,'burst':0}",
           "failed to check the configuration of plugin limit-req err: property \\'key\\' is required");
    plugin("ip-restriction: both lists", "'ip-restriction':{'whitelist':['10.0.0.1'],'blacklist':['10.0.0.2']}",
           "failed to check the configuration of plugin ip-restriction err: value should match only one schema, but "
           "matches both schemas 1 and 2");
    plugin(
        "ip-restriction: an address", "'ip-restriction':{'whitelist':['10.0.0.256']}",
        "failed to check the configuration of plugin ip-restriction err: property \\'whitelist\\' validation failed: "
        "failed to validate item 1: object matches none of the required");
    row("jwt-auth: no secret", "PUT consumers/a {'username':'a','plugins':{'jwt-auth':{'key':'k'}}}",
        "400 {'error_msg':'invalid plugins configuration: failed to check the configuration of plugin jwt-auth err: "
        "property \\'secret\\' is required when \\'algorithm\\' is \\'HS256\\' or \\'HS512\\''}");
    row("a disabled plugin's conf may be wrong",
        "PUT routes/1 {'uri':'/a','plugins':{'fault-injection':{'_meta':{'disable':true}}}}",
        "201 {'key':'/apisix/routes/1','value':{'id':'1','uri':'/a','plugins':{'fault-injection':{'_meta':"
        "{'disable':true}}}}}");
}

QTEST_GUILESS_MAIN(TestAdminApi)
#include "tst_adminapi.moc"
