// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/simulator.h"
#include "tests/support/rawpeer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTest>
#include <QTimer>

#include <sys/socket.h>

using namespace sluice;
using namespace sluice::simulator;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *okAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

/// What a strict client reads of one answer: its status and body, or why it is none.
struct ReadAnswer
{
    QByteArray head;
    QByteArray body;
    QByteArray fault;
    QByteArray summary() const
    {
        return fault.isEmpty() ? head.mid(9, 3) + ' ' + (body.contains("<html>") ? "page" : body) : fault;
    }
    QByteArrayList fields(const QByteArray &name) const
    {
        QByteArrayList result;
        for (const QByteArray &line : head.split('\n')) {
            if (line.toLower().startsWith(name.toLower() + ':'))
                result.append(line.mid(name.size() + 1).trimmed());
        }
        return result;
    }
};

QByteArray takeChunks(QByteArray &bytes, QByteArray &fault)
{
    QByteArray body;
    for (;;) {
        const qsizetype end = bytes.indexOf("\r\n");
        bool good = false;
        const qsizetype size = end < 0 ? 0 : bytes.left(end).toLongLong(&good, 16);
        if (!good || bytes.size() < end + 2 + size + 2 || bytes.mid(end + 2 + size, 2) != "\r\n") {
            fault = "cut";
            bytes.clear();
            return body;
        }
        body += bytes.mid(end + 2, size);
        bytes.remove(0, end + 4 + size);
        if (size == 0)
            return body;
    }
}

/// headOnly: that answer is one to HEAD.
ReadAnswer takeAnswer(QByteArray &bytes, bool headOnly)
{
    ReadAnswer answer;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (!bytes.startsWith("HTTP/1.1 ") || end < 0) {
        answer.fault = "junk " + bytes.left(20);
        bytes.clear();
        return answer;
    }
    answer.head = bytes.left(end);
    bytes.remove(0, end + 4);
    const int status = answer.head.mid(9, 3).toInt();
    const QByteArrayList lengths = answer.fields("Content-Length");
    const QByteArrayList codings = answer.fields("Transfer-Encoding");
    if (lengths.size() + codings.size() > 1) {
        answer.fault = "two framings";
    } else if (headOnly || status == 204 || status == 304 || status < 200) {
        if (!codings.isEmpty() || (status == 204 && !lengths.isEmpty()))
            answer.fault = "framing without a body";
    } else if (!codings.isEmpty()) {
        answer.body = takeChunks(bytes, answer.fault);
    } else if (!lengths.isEmpty()) {
        answer.body = bytes.left(lengths.first().toLongLong());
        if (answer.body.size() < lengths.first().toLongLong())
            answer.fault = "cut";
        bytes.remove(0, answer.body.size());
    } else {
        answer.body = bytes;
        bytes.clear();
    }
    return answer;
}

QByteArrayList summaries(QByteArray bytes, bool firstIsHead)
{
    QByteArrayList result;
    while (!bytes.isEmpty())
        result.append(takeAnswer(bytes, firstIsHead && result.isEmpty()).summary());
    return result;
}

/// One request as a node was sent it.
struct SeenRequest
{
    QByteArray head;
    QByteArray body;
};

/// A node that reads requests strictly one after the other and answers each by its script: bytes, pieces of them with
/// a pause between, "!close" and "!reset".
class ScriptedNode
{
public:
    using Script = std::function<QByteArrayList(const QByteArray &requestLine)>;
    explicit ScriptedNode(Script script)
        : m_script(std::move(script))
        , m_node([this](QTcpSocket &socket, QByteArray &received) { read(socket, received); })
    {
    }
    QString name() const { return m_node.name(); }
    QList<SeenRequest> seen;
    int underWay = 0; ///< answers of which not all has been said

private:
    void read(QTcpSocket &socket, QByteArray &received)
    {
        for (;;) {
            const qsizetype end = received.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            SeenRequest request{received.left(end), {}};
            const QByteArray lower = request.head.toLower();
            qsizetype size = end + 4;
            const qsizetype length = lower.indexOf("content-length:");
            if (length >= 0)
                size += lower.mid(length + 15, lower.indexOf("\r\n", length) - length - 15).trimmed().toLongLong();
            if (received.size() < size)
                return;
            request.body = received.mid(end + 4, size - end - 4);
            received.remove(0, size);
            seen.append(request);
            ++underWay;
            play(&socket, m_script(request.head.left(request.head.indexOf("\r\n"))));
        }
    }
    void play(const QPointer<QTcpSocket> &socket, QByteArrayList pieces)
    {
        if (pieces.isEmpty() || !socket) {
            --underWay;
            return;
        }
        const QByteArray piece = pieces.takeFirst();
        if (piece == "!close") {
            socket->disconnectFromHost();
        } else if (piece == "!reset") {
            const linger atOnce{1, 0};
            setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
            socket->abort();
        } else {
            socket->write(piece);
        }
        QTimer::singleShot(40, &m_node, [this, socket, pieces] { play(socket, pieces); });
    }

    Script m_script;
    RawNode m_node;
};

QJsonObject parsed(QByteArray text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.replace('\'', '"'));
    [&] { QVERIFY2(document.isObject(), text.constData()); }();
    return document.object();
}

} // namespace

/// One request stays one, and one answer too, whatever is asked, answered, or written by plugins (RFC 9112; beside
/// them what nginx and APISIX 3.18 did with the same bytes).
class TestFraming : public QObject
{
    Q_OBJECT

private:
    // Routes /rewritten* with those plugins, and /plain* without; the second request of a case goes there.
    void start(const ScriptedNode &node, const QJsonObject &plugins)
    {
        const QJsonObject upstream{
            {u"nodes"_s, QJsonObject{{node.name(), 1}}}, {u"type"_s, u"roundrobin"_s}, {u"retries"_s, 0}};
        const QJsonArray routes{
            QJsonObject{{u"id"_s, u"rewritten"_s},
                        {u"uri"_s, u"/rewritten*"_s},
                        {u"plugins"_s, plugins},
                        {u"upstream"_s, upstream}},
            QJsonObject{{u"id"_s, u"plain"_s}, {u"uri"_s, u"/plain*"_s}, {u"upstream"_s, upstream}}};
        SimulatorOptions options;
        options.clusters = {SimulatedCluster{u"a"_s, 0, 0, {{u"routes"_s, routes}}}};
        options.threads = 1;
        m_simulator = std::make_unique<Simulator>(options);
        const auto started = m_simulator->start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().reason + started.error().detail));
        m_gateway = m_simulator->clusters().first().gateway;
    }

    std::unique_ptr<Simulator> m_simulator;
    QUrl m_gateway;

private Q_SLOTS:
    void cleanup() { m_simulator.reset(); }

    // OpenResty writes %0D%0A; without that a line could be put in, or a whole request.
    void whatPluginsWriteStaysInItsLine_data()
    {
        QTest::addColumn<QByteArray>("plugins");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("line"); // of the answer's head; of the node's where it begins with >
        const QByteArray inject = "%0d%0aX-INJ:%201";
        const auto row = [&](const char *name, const QByteArray &plugins, const QByteArray &target,
                             const QByteArray &line) { QTest::newRow(name) << plugins << target << line; };
        row("redirect to https", "{'redirect':{'http_to_https':true}}", "/rewritten/a" + inject,
            "Location: https://x:9443/rewritten/a%0D%0AX-INJ: 1");
        row("redirect to $uri", "{'redirect':{'uri':'https://x.example$uri'}}", "/rewritten/a" + inject,
            "Location: https://x.example/rewritten/a%0D%0AX-INJ: 1");
        row("redirect to $arg", "{'redirect':{'uri':'/x?y=$arg_a'}}", "/rewritten?a=v" + inject,
            "Location: /x?y=v%0D%0AX-INJ: 1");
        row("redirect by pattern", "{'redirect':{'regex_uri':['^/rewritten/([^0]*)','/new/$1']}}",
            "/rewritten/a" + inject, "Location: /new/a%0D%0AX-INJ: 1");
        row("response-rewrite of $uri", "{'response-rewrite':{'headers':{'set':{'X-U':'$uri'}}}}",
            "/rewritten/a" + inject, "X-U: /rewritten/a%0D%0AX-INJ: 1");
        row("response-rewrite adds $arg", "{'response-rewrite':{'headers':{'add':['X-A: $arg_a']}}}",
            "/rewritten?a=v" + inject, "X-A: v%0D%0AX-INJ: 1");
        row("response-rewrite, NUL and others", "{'response-rewrite':{'headers':{'set':{'X-A':'$arg_a'}}}}",
            "/rewritten?a=v%00w%01x%7fy%09z", "X-A: v%00w%01x%7Fy\tz");
        row("fault-injection", "{'fault-injection':{'abort':{'http_status':200,'headers':{'X-A':'$arg_a'}}}}",
            "/rewritten?a=v" + inject, "X-A: v%0D%0AX-INJ: 1");
        row("mocking", "{'mocking':{'response_example':'x','response_headers':{'X-A':'$arg_a'}}}",
            "/rewritten?a=v" + inject, "X-A: v%0D%0AX-INJ: 1");
        row("proxy-rewrite sets $uri", "{'proxy-rewrite':{'headers':{'set':{'X-U':'$uri'}}}}", "/rewritten/a" + inject,
            ">X-U: /rewritten/a%0D%0AX-INJ: 1");
        row("proxy-rewrite, a second request", "{'proxy-rewrite':{'headers':{'set':{'X-A':'$arg_a'}}}}",
            "/rewritten?a=v%0d%0a%0d%0aGET%20/SMUG%20HTTP/1.1%0d%0aHost:%20a",
            ">X-A: v%0D%0A%0D%0AGET /SMUG HTTP/1.1%0D%0AHost: a");
        row("proxy-rewrite of the path", "{'proxy-rewrite':{'uri':'/z$arg_a'}}", "/rewritten?a=v%20HTTP/1.1" + inject,
            ">GET /zv%20HTTP/1.1%0D%0AX-INJ:%201?a=v%20HTTP/1.1%0d%0aX-INJ:%201 HTTP/1.1");
        row("proxy-rewrite behind the ?", "{'proxy-rewrite':{'uri':'/z?x=$arg_a'}}",
            "/rewritten?a=v%20HTTP/1.1" + inject,
            ">GET /z?x=v%20HTTP/1.1%0D%0AX-INJ:%201&a=v%20HTTP/1.1%0d%0aX-INJ:%201 HTTP/1.1");
        row("proxy-rewrite by pattern", "{'proxy-rewrite':{'regex_uri':['^/rewritten/([^0]*)','/n?$1']}}",
            "/rewritten/a%20HTTP/1.1" + inject, ">GET /n?a%20HTTP/1.1%0D%0AX-INJ:%201 HTTP/1.1");
        row("a name that is none", "{'response-rewrite':{'headers':{'set':{'X-A\\r\\nX-INJ':'v'}}}}", "/rewritten",
            "X-A%0D%0AX-INJ: v");
        row("a name with a colon", "{'mocking':{'response_example':'x','response_headers':{'X-INJ: 1':'v'}}}",
            "/rewritten", "X-INJ%3A%201: v");
    }
    void whatPluginsWriteStaysInItsLine()
    {
        QFETCH(QByteArray, plugins);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, line);
        ScriptedNode node([](const QByteArray &) { return QByteArrayList{okAnswer}; });
        start(node, parsed(plugins));
        RawClient client(m_gateway);
        client.write("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
        const QByteArray answer = "\r\n" + client.received.left(client.received.indexOf("\r\n\r\n")) + "\r\n";
        const bool atNode = line.startsWith('>');
        QVERIFY(node.seen.size() <= 1);
        if (atNode)
            QCOMPARE(node.seen.size(), 1);
        const QByteArray text = atNode ? "\r\n" + node.seen.first().head + "\r\n" : answer;
        QVERIFY2(text.contains("\r\n" + line.mid(atNode ? 1 : 0) + "\r\n"), text.constData());
        QVERIFY2(!text.contains("\r\nX-INJ:"), text.constData());
    }

    // Two requests on one connection, the first through plugins: what a strict client reads.
    void answersAreFramedAsTheyAreSent_data()
    {
        QTest::addColumn<QByteArray>("plugins");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("nodeSays"); // ok, chunks, 204, 304, or bytes
        QTest::addColumn<QByteArray>("first");
        const auto row = [](const QByteArray &name, const QByteArray &plugins, const QByteArray &nodeSays,
                            const QByteArray &first, const QByteArray &method = "GET") {
            QTest::newRow(name.constData()) << plugins << method << nodeSays << first;
        };
        for (const char *node : {"ok", "chunks", "204", "304"}) {
            const QByteArray name = node;
            const bool hasBody = name == "ok" || name == "chunks";
            const auto rewrite = [](const QByteArray &conf) { return "{'response-rewrite':{" + conf + "}}"; };
            row("204 over " + name, rewrite("'status_code':204"), name, "204 ");
            row("304 over " + name, "{'fault-injection':{'abort':{'http_status':304,'body':'hello'}}}", name, "304 ");
            row("200 over " + name, rewrite("'status_code':200"), name, hasBody ? "200 hello" : "200 ");
            row("200 and a body over " + name, rewrite("'status_code':200,'body':'BODY'"), name, "200 BODY");
            row("204 and a body over " + name, rewrite("'status_code':204,'body':'BODY'"), name, "204 ");
            row("filters over " + name, rewrite("'status_code':200,'filters':[{'regex':'l+','replace':'L'}]"), name,
                hasBody ? "200 heLo" : "200 ");
            row("length taken away from " + name, rewrite("'headers':{'remove':['Content-Length']}"), name,
                hasBody ? "200 hello" : name + ' ');
            for (const char *length : {"0", "3", "500"})
                row("length " + QByteArray(length) + " said over " + name,
                    rewrite("'headers':{'set':{'Content-Length':'" + QByteArray(length) + "'}}"), name,
                    hasBody ? "200 hello" : name + ' ');
            row("chunks said over " + name, rewrite("'headers':{'set':{'Transfer-Encoding':'chunked'}}"), name,
                hasBody ? "200 hello" : name + ' ');
            row("connection said over " + name,
                rewrite("'headers':{'set':{'Connection':'close','Keep-Alive':'1','Upgrade':'x','Trailer':'T'}}"), name,
                hasBody ? "200 hello" : name + ' ');
            row("HEAD with 204 over " + name, rewrite("'status_code':204"), hasBody ? QByteArray("length") : name,
                "204 ", "HEAD");
        }
        row("fault-injection 204", "{'fault-injection':{'abort':{'http_status':204,'body':'hello'}}}", "ok", "204 ");
        row("fault-injection says a length",
            "{'fault-injection':{'abort':{'http_status':200,'body':'hello','headers':{'Content-Length':'1'}}}}", "ok",
            "200 hello");
        row("mocking 204", "{'mocking':{'response_status':204,'response_example':'hello'}}", "ok", "204 ");
        row("mocking says a length",
            "{'mocking':{'response_example':'hello','response_headers':{'Content-Length':'1'}}}", "ok", "200 hello");
        row("mocking says chunks",
            "{'mocking':{'response_example':'hello','response_headers':{'Transfer-Encoding':'chunked'}}}", "ok",
            "200 hello");
        row("GET sent as HEAD", "{'proxy-rewrite':{'method':'HEAD'}}", "length", "200 ");
        row("HEAD sent as GET", "{'proxy-rewrite':{'method':'GET'}}", "ok", "200 ", "HEAD");
        row("HEAD sent as GET, chunks", "{'proxy-rewrite':{'method':'GET'}}", "chunks", "200 ", "HEAD");
        row("HEAD sent as GET, rewritten", "{'proxy-rewrite':{'method':'GET'},'response-rewrite':{'body':'BODY'}}",
            "ok", "200 ", "HEAD");
    }
    void answersAreFramedAsTheyAreSent()
    {
        QFETCH(QByteArray, plugins);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, nodeSays);
        QFETCH(QByteArray, first);
        const QMap<QByteArray, QByteArray> answers{
            {"ok", okAnswer},
            {"chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"},
            {"204", "HTTP/1.1 204 No Content\r\n\r\n"},
            {"304", "HTTP/1.1 304 Not Modified\r\n\r\n"},
            {"length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"}};
        ScriptedNode node([&](const QByteArray &line) {
            return QByteArrayList{line.contains("/plain") ? QByteArray(okAnswer) : answers.value(nodeSays)};
        });
        start(node, parsed(plugins));
        RawClient client(m_gateway);
        client.write(method + " /rewritten HTTP/1.1\r\nHost: x\r\n\r\n");
        client.write("GET /plain HTTP/1.1\r\nHost: x\r\n\r\n");
        const QByteArrayList wanted{first, "200 hello"};
        QTRY_VERIFY2(summaries(client.received, method == "HEAD") == wanted, client.received.constData());
    }

    // An answer below 200 is no last one: its connection ends, so that nobody waits for more or takes the next for it.
    void aStatusThatEndsNothingEndsTheConnection()
    {
        ScriptedNode node([](const QByteArray &) { return QByteArrayList{okAnswer}; });
        start(node, parsed("{'mocking':{'response_status':100,'response_example':'x'}}"));
        RawClient client(m_gateway);
        client.write("GET /rewritten HTTP/1.1\r\nHost: x\r\n\r\nGET /plain HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(client.received.count("HTTP/1.1 "), 1);
    }

    // What a node is told of the message is the gateway's own, whatever plugins and clients say.
    void nodesGetOneFraming_data()
    {
        QTest::addColumn<QByteArray>("plugins");
        const auto row = [](const char *name, const QByteArray &set) {
            QTest::newRow(name) << "{'proxy-rewrite':{'headers':{'set':{" + set + "}}}}";
        };
        row("length 0", "'Content-Length':'0'");
        row("length 99", "'Content-Length':'99'");
        row("length of the client's choice", "'Content-Length':'$http_x_any'");
        row("chunks", "'Transfer-Encoding':'chunked'");
        row("both", "'Transfer-Encoding':'chunked','content-length':'1'");
        row("the connection's", "'Connection':'close','Keep-Alive':'1','TE':'trailers','Trailer':'T'");
        row("upgrade", "'Upgrade':'websocket','Connection':'upgrade'");
        row("expectation", "'Expect':'100-continue'");
    }
    void nodesGetOneFraming()
    {
        QFETCH(QByteArray, plugins);
        ScriptedNode node([](const QByteArray &) { return QByteArrayList{okAnswer}; });
        start(node, parsed(plugins));
        RawClient client(m_gateway);
        client.write("POST /rewritten HTTP/1.1\r\nHost: x\r\nX-Any: 2\r\nContent-Length: 5\r\n\r\n12345"
                     "POST /rewritten HTTP/1.1\r\nHost: x\r\nX-Any: 2\r\nTransfer-Encoding: chunked\r\n\r\n"
                     "5\r\n12345\r\n0\r\n\r\n");
        QTRY_COMPARE(summaries(client.received, false), (QByteArrayList{"200 hello", "200 hello"}));
        QCOMPARE(node.seen.size(), 2);
        for (const SeenRequest &request : std::as_const(node.seen)) {
            const ReadAnswer read{request.head, {}, {}};
            QCOMPARE(read.fields("Content-Length"), QByteArrayList{"5"});
            for (const char *name :
                 {"Transfer-Encoding", "Connection", "Keep-Alive", "TE", "Trailer", "Upgrade", "Expect"})
                QVERIFY2(read.fields(name).isEmpty(), request.head.constData());
            QCOMPARE(request.body, "12345"_ba);
        }
    }

    // The body of an answer that nobody reads must not be the head of somebody else's.
    void aBodyThatIsNotReadReachesNobody_data()
    {
        QTest::addColumn<QByteArray>("plugins");
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("HEAD sent as GET") << "{'proxy-rewrite':{'method':'GET'}}"_ba
                                          << "HEAD"_ba;
        QTest::newRow("204 set") << "{'response-rewrite':{'status_code':204}}"_ba
                                 << "GET"_ba;
    }
    void aBodyThatIsNotReadReachesNobody()
    {
        QFETCH(QByteArray, plugins);
        QFETCH(QByteArray, method);
        ScriptedNode node([](const QByteArray &line) {
            return line.contains("/rewritten")
                       ? QByteArrayList{"HTTP/1.1 200 OK\r\nContent-Length: 42\r\n\r\n",   "", "", "", "",
                                        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nEVIL"}
                       : QByteArrayList{"", "", "", "", "", "", "", okAnswer};
        });
        start(node, parsed(plugins));
        RawClient attacker(m_gateway);
        attacker.write(method + " /rewritten HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY(attacker.received.contains("\r\n\r\n"));
        RawClient victim(m_gateway);
        victim.write("GET /plain HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(summaries(victim.received, false), QByteArrayList{"200 hello"});
        QVERIFY(!attacker.received.contains("EVIL"));
    }

    // Requests: RFC 9112. reference: what APISIX 3.18 answered, where this had been looser once.
    void requests_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("answers"); // statuses, in their order; x: then the connection is closed
        QTest::addColumn<QByteArray>("atNode");  // methods of what reached the node
        QTest::addColumn<QByteArray>("reference");
        const auto row = [](const char *name, const QByteArray &request, const QByteArray &answers,
                            const QByteArray &atNode, const QByteArray &reference = {}) {
            QTest::newRow(name) << request << answers << atNode << reference;
        };
        const auto post = [](const QByteArray &fields, const QByteArray &body) {
            return "POST /plain HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n" + body;
        };
        const auto get = [](const QByteArray &fields) {
            return "GET /plain HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
        };
        const QByteArray next = "GET /plain HTTP/1.1\r\nHost: x\r\n\r\n";
        const QByteArray smuggled = "0\r\n\r\nDELETE /plain HTTP/1.1\r\nHost: x\r\n\r\n";
        const QByteArray chunked = "Transfer-Encoding: chunked\r\n";

        row("two requests", get("") + next, "200 200", "GET GET");
        row("length and another request", post("Content-Length: 3\r\n", "abc") + next, "200 200", "POST GET");
        row("chunks and another request", post(chunked, "3\r\nabc\r\n0\r\n\r\n") + next, "200 200", "POST GET");
        row("chunk extensions", post(chunked, "3;a=b;c\r\nabc\r\n0;d\r\n\r\n") + next, "200 200", "POST GET");
        row("trailers", post(chunked, "3\r\nabc\r\n0\r\nX-T: 1\r\n\r\n") + next, "200 200", "POST GET");
        row("body on GET", get("Content-Length: 3\r\n") + "abc" + next, "200 200", "GET GET");
        row("length and chunks", post("Content-Length: 4\r\n" + chunked, smuggled), "400 x", "");
        row("chunks and length", post(chunked + "Content-Length: 4\r\n", smuggled), "400 x", "");
        row("two lengths, equal", post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), "400 x", "");
        row("two lengths", post("Content-Length: 3\r\nContent-Length: 30\r\n", smuggled), "400 x", "");
        row("list of lengths", post("Content-Length: 3, 3\r\n", "abc"), "400 x", "");
        row("length +3", post("Content-Length: +3\r\n", "abc"), "400 x", "");
        row("length -3", post("Content-Length: -3\r\n", "abc"), "400 x", "");
        row("length 0x3", post("Content-Length: 0x3\r\n", "abc"), "400 x", "");
        row("length empty", post("Content-Length:\r\n", "abc"), "400 x", "");
        row("length 3 4", post("Content-Length: 3 4\r\n", "abc"), "400 x", "");
        row("length 2^63", post("Content-Length: 9223372036854775808\r\n", "abc"), "400 x", "", "APISIX 400");
        row("length 2^64", post("Content-Length: 18446744073709551616\r\n", "abc"), "400 x", "");
        row("length with a blank before the colon", post("Content-Length : 3\r\n", "abc"), "400 x", "");
        row("length_with_underline is no length", post("Content_Length: 30\r\nContent-Length: 0\r\n", "") + next,
            "200 200", "POST GET");
        row("coding identity", post("Transfer-Encoding: identity\r\n", smuggled), "400 x", "");
        row("coding xchunked", post("Transfer-Encoding: xchunked\r\n", smuggled), "400 x", "");
        row("coding gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n", smuggled), "400 x", "");
        row("coding chunked, identity", post("Transfer-Encoding: chunked, identity\r\n", smuggled), "400 x", "");
        row("coding twice", post(chunked + chunked, smuggled), "400 x", "");
        row("coding \"chunked\"", post("Transfer-Encoding: \"chunked\"\r\n", smuggled), "400 x", "");
        row("coding with a tab before", post("Transfer-Encoding:\tchunked\r\n", "0\r\n\r\n") + next, "200 200",
            "POST GET");
        row("coding with VT", post("Transfer-Encoding: \vchunked\r\n", smuggled), "400 x", "");
        row("coding with a blank before the colon", post("Transfer-Encoding : chunked\r\n", smuggled), "400 x", "");
        row("coding in HTTP/1.0", "POST /plain HTTP/1.0\r\nHost: x\r\n" + chunked + "\r\n" + smuggled, "400 x", "");
        row("folded coding", post("Transfer-Encoding:\r\n chunked\r\n", smuggled), "400 x", "");
        row("folded field", get("X: a\r\n b\r\n"), "400 x", "");
        row("chunk size 3 (blank)", post(chunked, "3 \r\nabc\r\n0\r\n\r\n"), "400 x", "");
        row("chunk size 0x3", post(chunked, "0x3\r\nabc\r\n0\r\n\r\n"), "400 x", "");
        row("chunk size +3", post(chunked, "+3\r\nabc\r\n0\r\n\r\n"), "400 x", "");
        row("chunk size -3", post(chunked, "-3\r\nabc\r\n0\r\n\r\n"), "400 x", "");
        row("chunk size empty", post(chunked, "\r\nabc\r\n0\r\n\r\n"), "400 x", "");
        row("chunk size 2^63", post(chunked, "8000000000000000\r\nabc"), "400 x", "", "APISIX 400");
        row("chunk size 2^64", post(chunked, "10000000000000000\r\nabc"), "400 x", "");
        row("chunk with bare LF", post(chunked, "3\nabc\n0\n\n"), "400 x", "");
        row("chunk longer than it says", post(chunked, "3\r\nabcd\r\n0\r\n\r\n"), "400 x", "");
        row("chunk extension with CR", post(chunked, "3;\rx\r\nabc\r\n0\r\n\r\n"), "400 x", "");
        row("trailer that is none", post(chunked, "0\r\nno colon\r\n\r\n"), "400 x", "");
        row("bare LF", "GET /plain HTTP/1.1\nHost: x\n\n", "400 x", "");
        row("bare CR in a field", get("X: a\rY: b\r\n"), "400 x", "");
        row("NUL in a field", "GET /plain HTTP/1.1\r\nHost: x\r\nX: a" + QByteArray(1, '\0') + "b\r\n\r\n", "400 x",
            "");
        row("field without a colon", get("XXXX\r\n"), "400 x", "");
        row("field without a name", get(": a\r\n"), "400 x", "");
        row("blank in a name", get("X Y: a\r\n"), "400 x", "");
        row("no Host", "GET /plain HTTP/1.1\r\n\r\n", "400 x", "");
        row("two Hosts", get("Host: y\r\n"), "400 x", "");
        row("Host empty", "GET /plain HTTP/1.1\r\nHost:\r\n\r\n", "400 x", "");
        row("Host with a slash", "GET /plain HTTP/1.1\r\nHost: a/b\r\n\r\n", "400 x", "");
        row("Host with userinfo", "GET /plain HTTP/1.1\r\nHost: a@b\r\n\r\n", "400 x", "");
        row("no Host in HTTP/1.0", "GET /plain HTTP/1.0\r\n\r\n", "200 x", "GET");
        row("two Expects", post("Expect: 100-continue\r\nExpect: 100-continue\r\nContent-Length: 3\r\n", "abc"),
            "400 x", "", "APISIX 400");
        row("TRACE", "TRACE /plain HTTP/1.1\r\nHost: x\r\n\r\n" + next, "405 200", "GET", "APISIX 405");
        row("CONNECT with a path", "CONNECT /plain HTTP/1.1\r\nHost: x\r\n\r\n" + next, "405 200", "GET", "APISIX 405");
        row("CONNECT", "CONNECT x:80 HTTP/1.1\r\nHost: x:80\r\n\r\n", "400 x", "");
        row("method get", "get /plain HTTP/1.1\r\nHost: x\r\n\r\n", "400 x", "", "APISIX 400");
        row("method G3T", "G3T /plain HTTP/1.1\r\nHost: x\r\n\r\n", "400 x", "", "APISIX 400");
        row("method of its own", "M-SEARCH /plain HTTP/1.1\r\nHost: x\r\n\r\n" + next, "200 200", "M-SEARCH GET");
        row("no method", " /plain HTTP/1.1\r\nHost: x\r\n\r\n", "400 x", "");
        row("absolute form", "GET http://y/plain HTTP/1.1\r\nHost: x\r\n\r\n", "400 x", "");
        row("asterisk", "GET * HTTP/1.1\r\nHost: x\r\n\r\n", "400 x", "");
        row("target without a slash", "GET plain HTTP/1.1\r\nHost: x\r\n\r\n", "400 x", "");
        row("target with a blank", "GET /plain b HTTP/1.1\r\nHost: x\r\n\r\n", "400 x", "");
        row("target with a tab", "GET /plain\tb HTTP/1.1\r\nHost: x\r\n\r\n", "400 x", "");
        row("target with %00", "GET /plain%00 HTTP/1.1\r\nHost: x\r\n\r\n", "400 x", "");
        row("target with %zz", "GET /plain%zz HTTP/1.1\r\nHost: x\r\n\r\n", "400 x", "");
        row("HTTP/0.9", "GET /plain\r\n\r\n", "400 x", "");
        row("HTTP/1.2", "GET /plain HTTP/1.2\r\nHost: x\r\n\r\n", "400 x", "");
        row("HTTP/2.0", "GET /plain HTTP/2.0\r\nHost: x\r\n\r\n", "400 x", "");
        row("http/1.1", "GET /plain http/1.1\r\nHost: x\r\n\r\n", "400 x", "");
        row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400 x", "");
        row("blank lines before", "\r\n\r\n" + next, "200", "GET");
        row("blank before", " " + next, "400 x", "");
        row("upgrade to h2c",
            get("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AA\r\n") + next, "200 200",
            "GET GET");
        row("close, then another", get("Connection: close\r\n") + next, "200 x", "GET");
        row("HEAD", "HEAD /plain HTTP/1.1\r\nHost: x\r\n\r\n", "200", "HEAD");
    }
    void requests()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, answers);
        QFETCH(QByteArray, atNode);
        ScriptedNode node([](const QByteArray &line) {
            const QByteArray answer = okAnswer;
            return QByteArrayList{line.startsWith("HEAD") ? answer.chopped(5) : answer};
        });
        start(node, {});
        RawClient client(m_gateway);
        client.write(request);
        const bool closes = answers.endsWith(" x");
        const QByteArray statuses = closes ? answers.chopped(2) : answers;
        const auto got = [&] {
            QByteArrayList result;
            for (const QByteArray &summary : summaries(client.received, request.startsWith("HEAD")))
                result.append(summary.left(3));
            return result.join(' ');
        };
        QTRY_VERIFY2(got() == statuses && (client.state() == QAbstractSocket::UnconnectedState) == closes,
                     client.received.constData());
        QByteArrayList methods;
        for (const SeenRequest &seen : std::as_const(node.seen))
            methods.append(seen.head.left(seen.head.indexOf(' ')));
        QCOMPARE(methods.join(' '), atNode);
    }

    // Answers of nodes; each is followed by a request on the same connection. nginx answered the same in every row.
    void answers_data()
    {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::addColumn<QByteArrayList>("wanted"); // the last is missing where the connection is cut
        QTest::addColumn<QByteArray>("method");
        const auto row = [](const char *name, const QByteArrayList &pieces, const QByteArrayList &wanted,
                            const QByteArray &method = "GET") { QTest::newRow(name) << pieces << wanted << method; };
        const auto head = [](const QByteArray &fields) { return "HTTP/1.1 200 OK\r\n" + fields + "\r\n"; };
        const QByteArray ok = head("Content-Length: 2\r\n") + "ok";
        const QByteArray evil = head("Content-Length: 4\r\n") + "EVIL";
        const QByteArray chunked = head("Transfer-Encoding: chunked\r\n");
        const QByteArrayList good{"200 ok", "200 hello"};
        const QByteArrayList bad{"502 page", "200 hello"};
        const QByteArrayList cut{"cut"};
        row("length", {ok}, good);
        row("chunks", {chunked + "2\r\nok\r\n0\r\n\r\n"}, good);
        row("trailers", {chunked + "2\r\nok\r\n0\r\nX-T: 1\r\n\r\n"}, good);
        row("until the end", {head("") + "ok", "!close"}, good);
        row("HTTP/1.0 until the end", {"HTTP/1.0 200 OK\r\n\r\nok", "!close"}, good);
        row("until the end, which is a reset", {head("") + "ok", "!reset"}, cut);
        row("length and chunks", {head("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n") + "2\r\nok\r\n0\r\n\r\n"},
            bad);
        row("chunks and length, with another answer",
            {head("Transfer-Encoding: chunked\r\nContent-Length: 100\r\n") + "0\r\n\r\n" + evil}, bad);
        row("two lengths, equal", {head("Content-Length: 2\r\nContent-Length: 2\r\n") + "ok"}, bad);
        row("two lengths", {head("Content-Length: 2\r\nContent-Length: 3\r\n") + "ok"}, bad);
        for (const char *length : {"-2", "+2", "abc", "2, 2", "9223372036854775808", "18446744073709551616"})
            row(length, {head("Content-Length: " + QByteArray(length) + "\r\n") + "ok"}, bad);
        row("shorter than it says, end", {head("Content-Length: 10\r\n") + "ok", "!close"}, cut);
        row("shorter than it says, reset", {head("Content-Length: 10\r\n") + "ok", "!reset"}, cut);
        row("longer than it says, by an answer", {ok + evil}, good);
        row("another answer a little later", {ok, evil}, good);
        row("chunk cut", {chunked + "5\r\nok", "!close"}, cut);
        row("no last chunk", {chunked + "2\r\nok\r\n", "!close"}, cut);
        row("chunk in HTTP/1.0", {"HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"}, bad);
        for (const char *coding : {"gzip, chunked", "identity", "xchunked"})
            row(coding, {head("Transfer-Encoding: " + QByteArray(coding) + "\r\n") + "2\r\nok\r\n0\r\n\r\n"}, bad);
        row("204 with an answer as its body", {"HTTP/1.1 204 No Content\r\nContent-Length: 42\r\n\r\n" + evil},
            {"204 ", "200 hello"});
        row("204 with chunks", {"HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"},
            {"204 ", "200 hello"});
        row("304 with an answer as its body", {"HTTP/1.1 304 Not Modified\r\nContent-Length: 42\r\n\r\n" + evil},
            {"304 ", "200 hello"});
        row("HEAD with an answer as its body", {head("Content-Length: 42\r\n") + evil}, {"200 ", "200 hello"}, "HEAD");
        row("HEAD with chunks", {chunked + "2\r\nok\r\n0\r\n\r\n"}, {"200 ", "200 hello"}, "HEAD");
        const QByteArray interim = "HTTP/1.1 100 Continue\r\n\r\n";
        row("interim answer", {interim + ok}, good);
        row("early hints", {"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + ok}, good);
        row("five interim answers", {interim.repeated(5) + ok}, good);
        row("interim answer apart", {interim, ok}, good);
        row("interim answer in two pieces", {interim.left(9), interim.mid(9), ok}, good);
        row("interim answer, then half a head", {interim + ok.left(20), ok.mid(20)}, good);
        row("half an interim answer, then half a head", {interim.left(9), interim.mid(9) + ok.left(20), ok.mid(20)},
            good);
        row("3000 interim answers", {interim.repeated(3000) + ok}, good);
        row("101 that nobody asked for", {"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nTUNNEL"}, bad);
        row("status 099", {"HTTP/1.1 099 X\r\nContent-Length: 2\r\n\r\nok"}, bad);
        row("status 1000", {"HTTP/1.1 1000 X\r\nContent-Length: 2\r\n\r\nok"}, bad);
        row("status 999", {"HTTP/1.1 999 X\r\nContent-Length: 2\r\n\r\nok"}, {"999 ok", "200 hello"});
        row("no words", {"HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok"}, good);
        row("words with CR", {"HTTP/1.1 200 O\rSet-Cookie: a\r\nContent-Length: 2\r\n\r\nok"}, bad);
        row("endless words", {"HTTP/1.1 200 " + QByteArray(20000, 'O') + "\r\nContent-Length: 2\r\n\r\nok"}, bad);
        for (const char *version : {"HTTP/2.0", "HTTP/1.5", "ICY", "http/1.1"})
            row(version, {QByteArray(version) + " 200 OK\r\nContent-Length: 2\r\n\r\nok"}, bad);
        row("no head", {"<html>hello</html>", "!close"}, bad);
        row("blank line before", {"\r\n" + ok}, bad);
        row("bare LF", {"HTTP/1.1 200 OK\nContent-Length: 2\n\nok"}, bad);
        row("folded field", {head("X: a\r\n b\r\nContent-Length: 2\r\n") + "ok"}, bad);
        row("blank before the colon", {head("Content-Length : 2\r\n") + "ok"}, bad);
        row("NUL in a field", {head("X: a" + QByteArray(1, '\0') + "b\r\nContent-Length: 2\r\n") + "ok"}, bad);
        row("CR in a field", {head("X: a\rSet-Cookie: x\r\nContent-Length: 2\r\n") + "ok"}, bad);
        row("field without a colon", {head("XXXX\r\nContent-Length: 2\r\n") + "ok"}, bad);
        row("head of 60 KB",
            {head(("X: " + QByteArray(6000, 'a') + "\r\n").repeated(10) + "Content-Length: 2\r\n") + "ok"}, bad);
        row("end before anything", {"!close"}, bad);
        row("reset before anything", {"!reset"}, bad);
        row("half a head", {"HTTP/1.1 200 OK\r\nConten", "!close"}, bad);
        row("close is said", {head("Content-Length: 2\r\nConnection: close\r\n") + "ok", "!close"}, good);
        row("Transfer_Encoding is none", {head("Transfer_Encoding: chunked\r\nContent-Length: 2\r\n") + "ok"}, good);
    }
    void answers()
    {
        QFETCH(QByteArrayList, pieces);
        QFETCH(QByteArrayList, wanted);
        QFETCH(QByteArray, method);
        ScriptedNode node(
            [&](const QByteArray &line) { return line.contains("/plain/case") ? pieces : QByteArrayList{okAnswer}; });
        start(node, {});
        RawClient client(m_gateway);
        client.write(method + " /plain/case HTTP/1.1\r\nHost: x\r\n\r\n");
        const bool head = method == "HEAD";
        const bool isCut = wanted == QByteArrayList{"cut"};
        if (isCut) {
            QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
            QVERIFY2(summaries(client.received, head) == wanted, client.received.constData());
            return;
        }
        QTRY_VERIFY2(summaries(client.received, head) == wanted.mid(0, 1), client.received.constData());
        QTRY_COMPARE(node.underWay, 0);
        client.write("GET /plain HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY2(summaries(client.received, head) == wanted, client.received.constData());
    }
};

QTEST_GUILESS_MAIN(TestFraming)
#include "tst_framing.moc"
