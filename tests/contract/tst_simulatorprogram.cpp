// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// sluice-simulator as a shell sees it.
class Program
{
public:
    explicit Program(const QStringList &arguments)
    {
        process.start(QStringLiteral(SLUICE_BIN_DIR "/sluice-simulator"), arguments);
    }
    ~Program()
    {
        process.kill();
        process.waitForFinished();
    }
    /// The ready line, or nothing where it ended before.
    QJsonObject ready()
    {
        while (!process.canReadLine() && process.state() != QProcess::NotRunning)
            process.waitForReadyRead(100);
        return QJsonDocument::fromJson(process.readLine()).object();
    }

    QProcess process;
};

// JSON written with single quotes: moc 6.4 loses classes behind raw strings with brackets.
QByteArray doubleQuoted(QByteArray text)
{
    return text.replace('\'', '"');
}

QJsonObject cluster(const QJsonObject &ready, int number = 0)
{
    return ready[u"clusters"_s].toArray().at(number).toObject();
}

} // namespace

/// The program's own contract (design.md 6): options, the ready line, exit codes, files.
class TestSimulatorProgram : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;

    QString file(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(doubleQuoted(content));
        return file.fileName();
    }
    QByteArray call(const QByteArray &method, const QString &address, int *status = nullptr)
    {
        QNetworkRequest request{QUrl(address)};
        request.setRawHeader("X-API-KEY", "key");
        QNetworkReply *reply = m_network.sendCustomRequest(request, method);
        if (!reply->isFinished())
            QSignalSpy(reply, &QNetworkReply::finished).wait();
        if (status)
            *status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        reply->deleteLater();
        return reply->readAll();
    }
    QStringList localArguments(const QStringList &more) const
    {
        return QStringList{u"--cluster"_s, u"a:0:0"_s, u"--admin-key"_s, u"key"_s} + more;
    }

private Q_SLOTS:
    // One line that says what and what to do, and exit code 2.
    void refusals_data()
    {
        QTest::addColumn<QString>("line"); // %1: the folder
        QTest::addColumn<QByteArray>("words");
        file(u"dangling.json"_s, "{'routes':[{'id':'r','uri':'/a','upstream_id':'nope'}]}");
        file(u"typo.json"_s, "{'routez':[]}");
        file(u"array.json"_s, "[]");
        file(u"cut.json"_s, "{'routes':[");
        file(u"empty"_s, "\n");
        const auto row = [](const char *name, const QString &line, const QByteArray &words) {
            QTest::newRow(name) << line << words;
        };
        row("an unknown option", u"--nope"_s, "--nope"_ba);
        row("a word too many", u"start"_s, "start"_ba);
        row("no number", u"--threads x"_s, "--threads"_ba);
        row("no threads", u"--threads 0"_s, "--threads"_ba);
        row("an unknown way to backends", u"--backends x"_s, "--backends"_ba);
        row("no cluster", u"--cluster a:x:0"_s, "\"a:x:0\" is no cluster"_ba);
        row("two of one name", u"--cluster a:0:0 --cluster a:0:0"_s, "Two clusters are called \"a\""_ba);
        row("a name for an address", u"--bind localhost"_s, "IP address"_ba);
        row("no such file to load", u"--load %1/none.json"_s, "none.json\" can't be read"_ba);
        row("an item that is not valid", u"--load %1/dangling.json"_s,
            "route \"r\" can't be loaded. failed to fetch"_ba);
        row("a kind that is none", u"--load %1/typo.json"_s, "\"routez\" is not a kind of resource"_ba);
        row("an array to load", u"--load %1/array.json"_s, "is no JSON object"_ba);
        row("a cut file", u"--load %1/cut.json"_s, "is no JSON"_ba);
        row("a cluster that is none", u"--cluster a:0:0 --load b=%1/typo.json"_s, "no cluster \"b\""_ba);
        row("no such key file", u"--admin-key-file %1/none"_s, "can't be read"_ba);
        row("an empty key file", u"--admin-key-file %1/empty"_s, "holds no key"_ba);
        row("two keys", u"--admin-key a --admin-key-file %1/empty"_s, "--admin-key"_ba);
        row("a map of nothing", u"--backends map=%1/typo.json"_s, "maps no nodes"_ba);
        row("a state in no folder", u"--cluster a:0:0 --state %1/none/state"_s, "folder"_ba);
        row("a ready file in no folder", u"--cluster a:0:0 --ready-file %1/none/ready"_s, "--ready-file"_ba);
    }
    void refusals()
    {
        QFETCH(QString, line);
        QFETCH(QByteArray, words);
        Program program(line.replace(u"%1"_s, m_folder.path()).split(u' '));
        QVERIFY(program.process.waitForFinished());
        const QByteArray complaint = program.process.readAllStandardError();
        QCOMPARE(program.process.exitCode(), 2);
        QCOMPARE(complaint.count('\n'), 1);
        QVERIFY2(complaint.contains(words), complaint.constData());
    }

    void aPortInUse()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Program program({u"--cluster"_s, u"a:0:%1"_s.arg(other.serverPort())});
        QVERIFY(program.process.waitForFinished());
        QCOMPARE(program.process.exitCode(), 2);
        QVERIFY(program.process.readAllStandardError().contains(QByteArray::number(other.serverPort())));
    }

    void theReadyLine()
    {
        const QString readyFile = m_folder.filePath(u"ready"_s);
        Program program({u"--cluster"_s, u"a:0:0:0"_s, u"--cluster"_s, u"b:0:0"_s, u"--control-port"_s, u"0"_s,
                         u"--metrics-port"_s, u"0"_s, u"--ready-file"_s, readyFile});
        const QJsonObject ready = program.ready();
        QVERIFY(ready[u"ready"_s].toBool());
        QCOMPARE(ready[u"clusters"_s].toArray().size(), 2);
        const QStringList all{u"admin"_s,      u"adminKey"_s, u"control"_s, u"gateway"_s,
                              u"gatewayTls"_s, u"metrics"_s,  u"name"_s};
        QCOMPARE(cluster(ready).keys(), all);
        QCOMPARE(cluster(ready, 1)[u"name"_s].toString(), u"b"_s);
        QVERIFY(!cluster(ready, 1).contains(u"gatewayTls"_s));
        QVERIFY(cluster(ready)[u"metrics"_s].toString().endsWith("/apisix/prometheus/metrics"_L1));
        QFile file(readyFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(file.readAll()).object(), ready);
        program.process.terminate();
        QVERIFY(program.process.waitForFinished());
        QCOMPARE(program.process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.process.exitCode(), 0);
    }

    // What is loaded comes out as it went in, also by way of a state file.
    void filesRoundTrip()
    {
        const QByteArray content =
            "{'upstreams':[{'id':'u','nodes':{'10.0.0.1:80':1},'create_time':1700000000,'update_time':1700000001}],"
            "'routes':[{'id':'r','uri':'/a','upstream_id':'u','vars':[['arg_x','==',null]],'plugins':{'cors':{}},"
            "'create_time':1700000000,'update_time':1700000001}],"
            "'consumers':[{'username':'jack','plugins':{'key-auth':{'key':'k'}},'create_time':1,'update_time':2},"
            "{'id':'jack/credentials/c1','plugins':{'key-auth':{'key':'l'}},'create_time':1,'update_time':2}],"
            "'secrets':[{'id':'vault/1','uri':'http://a','prefix':'p','token':'t','create_time':1,'update_time':2}],"
            "'plugin_metadata':[{'id':'cors'}],"
            "'stream_routes':[{'id':'s','server_port':9000,'create_time':1,'update_time':2}]}";
        const QString path = file(u"whole.json"_s, content);
        const QJsonObject whole = QJsonDocument::fromJson(doubleQuoted(content)).object();
        const QString state = m_folder.filePath(u"state"_s);
        for (const QStringList &arguments :
             {QStringList{u"--load"_s, path}, QStringList{u"--load"_s, path, u"--state"_s, state},
              QStringList{u"--state"_s, state}}) {
            Program program(localArguments(arguments));
            const QString admin = cluster(program.ready())[u"admin"_s].toString();
            QCOMPARE(QJsonDocument::fromJson(call("GET", admin + u"/sluice/export"_s)).object(), whole);
            int status = 0;
            call("GET", admin + u"/apisix/admin/consumers/jack/credentials/c1"_s, &status);
            QCOMPARE(status, 200);
        }
    }

    // Admin-api 1.4: a body beyond the limit is refused by its length, also where that is only known at its end.
    void aChunkedBodyBeyondTheLimit()
    {
        Program program(localArguments({}));
        const QUrl admin(cluster(program.ready())[u"admin"_s].toString());
        QTcpSocket socket;
        socket.connectToHost(admin.host(), static_cast<quint16>(admin.port()));
        const QByteArray piece(100'000, 'x');
        socket.write(
            "PUT /apisix/admin/routes/1 HTTP/1.1\r\nHost: x\r\nX-API-KEY: key\r\nTransfer-Encoding: chunked\r\n"
            "\r\n");
        for (int i = 0; i < 16; ++i)
            socket.write(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
        socket.write("0\r\n\r\n");
        QByteArray answer;
        const auto complete = [&] {
            answer += socket.readAll();
            return answer.endsWith("\r\n0\r\n\r\n");
        };
        QTRY_VERIFY(complete());
        QVERIFY(answer.startsWith("HTTP/1.1 400 "));
        QVERIFY(answer.contains("request size 1600000 is greater than the maximum size 1572864 allowed"));
    }

    // A standalone file's other keys are passed over; several files are laid over one another; nodes are demo backends.
    void standaloneFiles()
    {
        const QString one = file(
            u"one.json"_s,
            "{'upstreams':[{'id':'u','nodes':{'10.0.0.1:80':1}}],"
            "'routes':[{'id':'r','uri':'/a','upstream_id':'u'}],'routes_conf_version':7,'plugins':[{'name':'cors'}]}");
        const QString two = file(u"two.json"_s, "{'routes':[{'id':'r','uri':'/b','upstream_id':'u'}]}");
        Program program(localArguments({u"--load"_s, one, u"--load"_s, u"a="_s + two}));
        const QString gateway = cluster(program.ready())[u"gateway"_s].toString();
        int status = 0;
        call("GET", gateway + u"/a"_s, &status);
        QCOMPARE(status, 404);
        QVERIFY(call("GET", gateway + u"/b"_s, &status).contains("10.0.0.1:80"));
        QCOMPARE(status, 200);
    }
};

QTEST_GUILESS_MAIN(TestSimulatorProgram)
#include "tst_simulatorprogram.moc"
