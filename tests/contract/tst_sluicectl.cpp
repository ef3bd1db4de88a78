// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/commandline.h"
#include "tests/support/fakeserver.h"

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(sluice::test::FakeServer::Answer)

namespace {

/// A terminal without a person: what a program shows there is read, and typed into it.
class PseudoTerminal
{
public:
    PseudoTerminal()
        : m_handle(::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK))
    {
        if (m_handle < 0 || ::grantpt(m_handle) != 0 || ::unlockpt(m_handle) != 0)
            qFatal("there is no terminal for the test");
    }
    ~PseudoTerminal() { ::close(m_handle); }
    Q_DISABLE_COPY_MOVE(PseudoTerminal)

    QString name() const { return QString::fromLocal8Bit(::ptsname(m_handle)); }
    void type(const QByteArray &text) { m_typed = ::write(m_handle, text.constData(), std::size_t(text.size())); }
    /// All that was shown so far.
    QByteArray shown()
    {
        QByteArray part(512, Qt::Uninitialized);
        for (qint64 count = 0; (count = ::read(m_handle, part.data(), std::size_t(part.size()))) > 0;)
            m_shown += part.first(count);
        return m_shown;
    }

private:
    int m_handle;
    qint64 m_typed = 0;
    QByteArray m_shown;
};

} // namespace

/// The command line as a shell sees it: exit codes, -o json and messages of design.md 7.
class TestSluicectl : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestGateway> m_gateway;
    std::unique_ptr<ClusterSession> m_session;

    std::unique_ptr<CommandLine> m_command;

    CommandOutcome run(const QStringList &arguments, const QStringList &pairs = {}, const QByteArray &input = {}) const
    {
        return m_command->run(arguments, pairs, input);
    }
    CommandOutcome ctl(const QStringList &arguments) const { return m_command->ctl(arguments); }
    QString create(const QStringList &policy = {u"--percentage"_s, u"20"_s}) const
    {
        const CommandOutcome made =
            ctl(QStringList{u"-o"_s, u"json"_s, u"releases"_s, u"create"_s, u"--name"_s, u"checkout"_s, u"--api"_s,
                            u"route/pay"_s, u"--target"_s, u"pay-v2"_s} +
                policy);
        return made.object()[u"id"_s].toString();
    }

private Q_SLOTS:
    void init()
    {
        m_gateway = std::make_unique<TestGateway>();
        m_command = std::make_unique<CommandLine>(*m_gateway);
        m_session = m_gateway->session();
    }
    void cleanup()
    {
        m_session.reset();
        m_gateway.reset();
    }

    // B24a: the whole story, each step proven.
    void wholeStory()
    {
        const QString id = create();
        QVERIFY(id.startsWith("sluice-"_L1));
        QCOMPARE(ctl({u"verify"_s, id}).code, 0);
        QCOMPARE(ctl({u"releases"_s, u"configure"_s, id, u"--percentage"_s, u"50"_s}).code, 0);
        QCOMPARE(ctl({u"verify"_s, id}).code, 0);
        QCOMPARE(ctl({u"releases"_s, u"configure"_s, id, u"--rule"_s, u"header:x-canary==1"_s, u"--rule"_s,
                      u"query:v in a,b"_s})
                     .code,
                 0);
        QCOMPARE(ctl({u"verify"_s, id}).code, 0);
        QCOMPARE(ctl({u"releases"_s, u"cancel"_s, id}).code, 0);
        QCOMPARE(ctl({u"verify"_s, id}).code, 0);
        QCOMPARE(ctl({u"releases"_s, u"delete"_s, id}).code, 0);
        QCOMPARE(ctl({u"verify"_s, u"route/pay"_s}).code, 0);
        const QString second = create();
        QCOMPARE(ctl({u"releases"_s, u"full-release"_s, second, u"--yes"_s}).code, 0);
        QCOMPARE(ctl({u"verify"_s, second}).code, 0);
        const QJsonObject api = ctl({u"-o"_s, u"json"_s, u"apis"_s, u"show"_s, u"route/pay"_s}).object();
        QCOMPARE(api[u"current"_s].toString(), u"pay-v2"_s);
    }

    void apisGetALabel()
    {
        const CommandOutcome shown =
            m_command->line(u"--dry-run -o json workspaces label shops route/pay service/svc"_s);
        QCOMPARE(shown.code, 0);
        QCOMPARE(shown.array().size(), 2);
        QCOMPARE(m_gateway->stored(u"routes"_s, u"pay"_s)[u"labels"_s][u"workspace"_s].toString(), u"payments"_s);
        QCOMPARE(m_command->line(u"--yes workspaces label shops route/pay service/svc"_s).code, 0);
        QCOMPARE(m_gateway->stored(u"routes"_s, u"pay"_s)[u"labels"_s][u"workspace"_s].toString(), u"shops"_s);
        QCOMPARE(m_command->line(u"workspaces label shops route/none"_s).code, 1);
        QCOMPARE(m_command->line(u"workspaces label shops"_s).code, 2);
    }
    void plurals_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("one") << u"--yes workspaces label shops route/pay"_s << "1 label written."_ba;
        QTest::newRow("two") << u"--yes workspaces label shops route/pay service/svc"_s << "2 labels written."_ba;
    }
    void plurals()
    {
        QFETCH(QString, words);
        QFETCH(QByteArray, said);
        const CommandOutcome outcome = m_command->line(words);
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains(said), outcome.out.constData());
    }
    // What every answer must be like: counted by upstream, said in words, ended with 1; the split's verdict stays.
    void expectations()
    {
        const QString id = create();
        const QStringList verify{u"-o"_s, u"json"_s, u"verify"_s, id, u"--expect"_s, u"status in 200,3xx"_s};
        const CommandOutcome kept = ctl(verify);
        QVERIFY2(kept.code == 0, kept.out.constData());
        QCOMPARE(kept.object()[u"expectations"_s].toArray().first()[u"verdict"_s].toString(), u"matches"_s);
        const CommandOutcome failed = ctl(verify + QStringList{u"--expect"_s, u"header:content-type ~ html"_s});
        QCOMPARE(failed.code, 1);
        QCOMPARE(failed.object()[u"split"_s].toString(), u"matches"_s);
        QCOMPARE(failed.object()[u"verdict"_s].toString(), u"does-not-match"_s);
        QVERIFY(failed.object()[u"expectations"_s].toArray().last()[u"request"_s].toString().startsWith("curl "_L1));
        const CommandOutcome table = ctl({u"verify"_s, id, u"--expect"_s, u"header:content-type ~ html"_s});
        QCOMPARE(table.code, 1);
        QVERIFY2(table.out.contains("answers of the target"), table.out.constData());
    }
    // Said before anything is sent, whether or not there is a gateway.
    void wrongExpectations()
    {
        const CommandOutcome outcome =
            run({u"--admin"_s, u"http://127.0.0.1:1"_s, u"verify"_s, u"route/pay"_s, u"--expect"_s, u"status 200"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("For example: status in 200,204,3xx"), outcome.err.constData());
        QCOMPARE(outcome.err.trimmed().count('\n'), 0);
    }

    void releaseShape()
    {
        const QString id = create();
        const QJsonArray list = ctl({u"releases"_s, u"list"_s, u"-o"_s, u"json"_s}).array();
        QCOMPARE(list.size(), 1);
        const QJsonObject release = list.first().toObject();
        QStringList keys = release.keys();
        QStringList wanted{u"id"_s,      u"name"_s,    u"description"_s, u"state"_s,   u"condition"_s,
                           u"api"_s,     u"current"_s, u"target"_s,      u"policy"_s,  u"revision"_s,
                           u"applied"_s, u"by"_s,      u"created"_s,     u"updated"_s, u"workspace"_s};
        keys.sort();
        wanted.sort();
        QCOMPARE(keys, wanted);
        QCOMPARE(release[u"policy"_s].toObject(), json("{'percentage':20}"));
        QCOMPARE(release[u"state"_s].toString(), u"in-progress"_s);
        QCOMPARE(release[u"condition"_s].toString(), u"applied"_s);
        QCOMPARE(release[u"by"_s].toString(), u"韩梅"_s);
        ctl({u"releases"_s, u"configure"_s, id, u"--rule"_s, u"cookie:user~^qa & header:x-n exists"_s,
             u"--rule-share"_s, u"30"_s});
        const QJsonObject shown = ctl({u"-o"_s, u"json"_s, u"releases"_s, u"show"_s, id}).object();
        QCOMPARE(shown[u"policy"_s].toObject(),
                 json("{'rules':[[{'place':'cookie','name':'user','op':'~','value':'^qa'},"
                      "{'place':'header','name':'x-n','op':'exists'}]],'share':30}"));
    }

    // E1, E2, B6, B10 and wrong usage: exit codes, and one line that says what and what to do.
    void refusals_data()
    {
        QTest::addColumn<QString>("line"); // %1: a release in progress
        QTest::addColumn<int>("code");
        QTest::newRow("no command") << u""_s << 2;
        QTest::newRow("unknown command") << u"frobnicate"_s << 2;
        QTest::newRow("101 %") << u"releases configure %1 --percentage 101"_s << 2;
        QTest::newRow("negative") << u"releases configure %1 --percentage -1"_s << 2;
        QTest::newRow("a fraction") << u"releases configure %1 --percentage 2.5"_s << 2;
        QTest::newRow("both ways") << u"releases configure %1 --percentage 5 --rule header:x==1"_s << 2;
        QTest::newRow("no way") << u"releases configure %1"_s << 2;
        QTest::newRow("broken rule") << u"releases configure %1 --rule header:x"_s << 2;
        QTest::newRow("no such target") << u"releases create --api route/bare --target pay-v9 --percentage 5"_s << 2;
        QTest::newRow("has one already") << u"releases create --api route/pay --target pay-v3 --percentage 5"_s << 4;
        QTest::newRow("no such API") << u"releases create --api route/x --target pay-v2 --percentage 5"_s << 1;
        QTest::newRow("no such release") << u"releases cancel sluice-000000000000"_s << 1;
        QTest::newRow("finish: nothing pending") << u"releases finish %1"_s << 4;
        QTest::newRow("archive in progress") << u"releases archive %1"_s << 4;
        QTest::newRow("adopt nothing") << u"releases adopt route/bare"_s << 4;
        QTest::newRow("cancel nothing") << u"releases cancel route/bare"_s << 4;
        QTest::newRow("too few requests") << u"verify %1 --requests 3"_s << 5;
        QTest::newRow("no such identification") << u"verify %1 --identify nonsense"_s << 2;
        QTest::newRow("upstream in use") << u"upstreams delete pay-v2"_s << 1;
    }
    void refusals()
    {
        QFETCH(QString, line);
        QFETCH(int, code);
        const QString id = create();
        const QJsonObject before = m_gateway->exported();
        const QString whole = line.contains(u"%1"_s) ? line.arg(id) : line;
        const QStringList arguments = whole.split(u' ', Qt::SkipEmptyParts);
        const CommandOutcome outcome = ctl(arguments);
        QVERIFY2(outcome.code == code, (outcome.err + outcome.out).constData());
        QVERIFY(!outcome.err.trimmed().isEmpty() || outcome.code == 5);
        if (line.startsWith("releases c"_L1))
            QVERIFY2(outcome.err.contains("traffic"), outcome.err.constData());
        QCOMPARE(m_gateway->exported(), before);
    }
    // E1: what each state forbids, with exit code 4, a sentence that names the state, and what the traffic does.
    void stateForbids_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("line"); // %1: the release
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QString &state, const QString &line, const QString &says) {
            QTest::newRow(name) << state << line << says;
        };
        row("in progress: finish", u"in progress"_s, u"releases finish %1"_s, u"Nothing is pending"_s);
        row("in progress: archive", u"in progress"_s, u"releases archive %1"_s, u"only a completed one is archived"_s);
        row("in progress: another", u"in progress"_s,
            u"releases create --api route/pay --target pay-v3 --percentage 5"_s,
            u"has a release in progress already"_s);
        row("in progress: adopt", u"in progress"_s, u"releases adopt route/pay"_s, u"There is nothing to do"_s);
        row("cancelled: configure", u"cancelled"_s, u"releases configure %1 --percentage 5"_s, u"can't be resumed"_s);
        row("cancelled: cancel", u"cancelled"_s, u"releases cancel %1"_s, u"can't be resumed"_s);
        row("cancelled: full release", u"cancelled"_s, u"releases full-release %1"_s, u"can't be resumed"_s);
        row("cancelled: finish", u"cancelled"_s, u"releases finish %1"_s, u"can't be resumed"_s);
        row("cancelled: archive", u"cancelled"_s, u"releases archive %1"_s, u"only a completed one is archived"_s);
        row("completed: configure", u"completed"_s, u"releases configure %1 --percentage 5"_s, u"is completed"_s);
        row("completed: cancel", u"completed"_s, u"releases cancel %1"_s, u"is completed"_s);
        row("completed: full release", u"completed"_s, u"releases full-release %1"_s, u"is completed"_s);
        row("completed: delete", u"completed"_s, u"releases delete %1"_s, u"it is the record of what was released"_s);
        row("completed: finish", u"completed"_s, u"releases finish %1"_s, u"is completed"_s);
    }
    void stateForbids()
    {
        QFETCH(QString, state);
        QFETCH(QString, line);
        QFETCH(QString, says);
        const QString id = create();
        if (state == "cancelled"_L1)
            QCOMPARE(m_command->line(u"releases cancel "_s + id).code, 0);
        if (state == "completed"_L1)
            QCOMPARE(m_command->line(u"releases full-release --yes "_s + id).code, 0);
        const QJsonObject before = m_gateway->exported();
        const CommandOutcome refused = m_command->line(line.contains(u"%1"_s) ? line.arg(id) : line);
        QCOMPARE(refused.code, 4);
        QVERIFY2(refused.err.contains(says.toUtf8()), refused.err.constData());
        QVERIFY2(refused.err.contains("traffic"), refused.err.constData());
        QCOMPARE(refused.err.trimmed().count('\n'), 0);
        QCOMPARE(m_gateway->exported(), before);
    }
    void errorsAreObjectsToo()
    {
        const CommandOutcome outcome = ctl({u"-o"_s, u"json"_s, u"releases"_s, u"show"_s, u"nothing"_s});
        QCOMPARE(outcome.code, 1);
        const QJsonObject error = QJsonDocument::fromJson(outcome.err).object();
        QCOMPARE(error[u"kind"_s].toString(), u"not-found"_s);
        QVERIFY(!error[u"reason"_s].toString().isEmpty());
    }

    void dryRunSendsNothing()
    {
        const QString id = create();
        const QJsonObject before = m_gateway->exported();
        const CommandOutcome shown = ctl({u"-o"_s, u"json"_s, u"releases"_s, u"cancel"_s, id, u"--dry-run"_s});
        QCOMPARE(shown.code, 0);
        QCOMPARE(shown.array().first().toObject()[u"method"_s].toString(), u"PATCH"_s);
        const CommandOutcome curl = ctl({u"preview"_s, u"cancel"_s, id, u"--curl"_s});
        QVERIFY(curl.out.contains("$SLUICE_ADMIN_KEY"));
        QVERIFY(!curl.out.contains(m_gateway->key()));
        QCOMPARE(m_gateway->exported(), before);
        // E24: the line of the runbook, in a shell, without Sluice.
        QProcess shell;
        shell.setProcessEnvironment(m_command->environment());
        shell.start(u"/bin/sh"_s, {u"-c"_s, QString::fromUtf8(curl.out)});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 0);
        QCOMPARE(wait(m_session->releases().reader().one(id))->condition, ReleaseCondition::StoppedOutside);
    }

    // Whatever the command: a dry run sends nothing.
    void dryRunOfEverything()
    {
        const QString id = create();
        QVERIFY(wait(m_session->admin().patch(ResourceKind::Routes, u"s1"_s,
                                              json("{'plugins':{'traffic-split':{'rules':[{'weighted_upstreams':["
                                                   "{'upstream_id':'pay-v2','weight':1},{'weight':4}]}]}},"
                                                   "'labels':{'sluice.release':'sluice-0000000000ff@1.0a1b2c3d'}}"))));
        const QJsonObject before = m_gateway->exported();
        const QStringList lines{u"cancel %1"_s,       u"cancel route/pay"_s,
                                u"cancel route/s1"_s, u"cancel %1 --traffic-only"_s,
                                u"adopt route/s1"_s,  u"delete %1"_s,
                                u"full-release %1"_s, u"configure %1 --percentage 7"_s,
                                u"note %1 text"_s,    u"create --api route/bare --target pay-v2 --percentage 1"_s};
        for (const QString &line : lines) {
            const QString words = line.contains(u"%1"_s) ? line.arg(id) : line;
            const CommandOutcome outcome = m_command->line(u"--dry-run releases "_s + words);
            const bool isForetold = !line.startsWith("note"_L1);
            QVERIFY2((outcome.code == 0) == isForetold, qPrintable(line + u": "_s + QString::fromUtf8(outcome.err)));
            QVERIFY2(outcome.out.contains("/apisix/admin/") == isForetold, outcome.out.constData());
            QCOMPARE(m_gateway->exported(), before);
        }
    }

    void notReached_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("variables");
        QTest::addColumn<int>("code");
        QTest::newRow("closed port") << QStringList{u"--admin"_s, u"http://127.0.0.1:1"_s} << QStringList{} << 3;
        QTest::newRow("no address") << QStringList{u"--admin"_s, u"nonsense"_s} << QStringList{} << 2;
        QTest::newRow("no cluster") << QStringList{} << QStringList{} << 2;
        QTest::newRow("unknown cluster") << QStringList{u"--cluster"_s, u"x"_s} << QStringList{} << 2;
        QTest::newRow("wrong key") << QStringList{u"--admin"_s, u"%1"_s} << QStringList{u"SLUICE_ADMIN_KEY=no"_s} << 3;
        QTest::newRow("the gateway's port") << QStringList{u"--admin"_s, u"%2"_s} << QStringList{} << 3;
    }
    void notReached()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, variables);
        QFETCH(int, code);
        arguments.replaceInStrings(u"%1"_s, m_gateway->cluster().admin.toString());
        arguments.replaceInStrings(u"%2"_s, m_gateway->cluster().gateway.toString());
        const CommandOutcome outcome = run(arguments + QStringList{u"releases"_s, u"list"_s}, variables);
        QVERIFY2(outcome.code == code, outcome.err.constData());
        QCOMPARE(outcome.err.trimmed().count('\n'), 0);
    }

    // Asked on a terminal, where nothing of it shows; where nobody sits, it says what to do instead.
    void asksForTheKey()
    {
        const QStringList noKey{u"SLUICE_ADMIN_KEY="_s};
        QCOMPARE(run({u"--admin"_s, m_gateway->cluster().admin.toString(), u"clusters"_s, u"add"_s, u"asked"_s,
                      u"--ask-key"_s})
                     .code,
                 0);
        const QStringList list{u"-o"_s, u"json"_s, u"--cluster"_s, u"asked"_s, u"apis"_s, u"list"_s};
        const CommandOutcome unattended = run(list, noKey);
        QCOMPARE(unattended.code, 2);
        QVERIFY2(unattended.err.contains("SLUICE_ADMIN_KEY"), unattended.err.constData());

        PseudoTerminal terminal;
        QProcess process;
        process.setStandardInputFile(terminal.name());
        process.setStandardErrorFile(terminal.name());
        m_command->begin(process, list, noKey);
        QTRY_VERIFY(terminal.shown().contains("Admin key of asked: "));
        terminal.type(m_gateway->key() + '\n');
        QTRY_COMPARE(process.state(), QProcess::NotRunning);
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(QJsonDocument::fromJson(process.readAllStandardOutput()).array().size(), 6);
        QVERIFY(!terminal.shown().contains(m_gateway->key()));
    }

    // What answers is no gateway that can be steered: one line that says what it is, and what the traffic does.
    void badGateways_data()
    {
        QTest::addColumn<FakeServer::Answer>("answer");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        const FakeServer::Answer cut{
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{", true};
        QTest::newRow("login page") << FakeServer::html("302 Found", "Location: https://login.example.com/sso\r\n") << 3
                                    << QByteArray("redirects to https://login.example.com/sso");
        QTest::newRow("allow_admin") << FakeServer::html("403 Forbidden") << 3 << QByteArray("allow_admin");
        QTest::newRow("proxy") << FakeServer::html("502 Bad Gateway") << 1
                               << QByteArray("A proxy in front of the Admin API");
        QTest::newRow("APISIX 2.x") << FakeServer::json("{\"action\":\"get\",\"node\":{\"nodes\":[]},\"count\":0}") << 1
                                    << QByteArray("APISIX 2.x");
        QTest::newRow("another service") << FakeServer::json("{\"hello\":\"world\"}") << 1
                                         << QByteArray("something else may answer there");
        QTest::newRow("no JSON") << FakeServer::json("{\"total\":") << 1 << QByteArray("is not that of an Admin API");
        QTest::newRow("a web site") << FakeServer::html("200 OK") << 1 << QByteArray("is not that of an Admin API");
        QTest::newRow("half an answer") << cut << 3 << QByteArray("can't be reached");
        QTest::newRow("silence") << FakeServer::Answer{} << 3 << QByteArray("No complete answer came in time");
    }
    void badGateways()
    {
        QFETCH(FakeServer::Answer, answer);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        FakeServer server([answer](const QByteArray &) { return answer; });
        const CommandOutcome outcome =
            run({u"--admin"_s, server.url().toString(), u"--timeout"_s, u"0.5"_s, u"releases"_s, u"create"_s,
                 u"--api"_s, u"route/pay"_s, u"--target"_s, u"pay-v2"_s, u"--percentage"_s, u"20"_s});
        QVERIFY2(outcome.code == code, outcome.err.constData());
        QVERIFY2(outcome.err.contains(says), outcome.err.constData());
        QVERIFY2(outcome.err.contains("Nothing was changed: the traffic goes where it went."), outcome.err.constData());
        QCOMPARE(outcome.err.trimmed().count('\n'), 0);
        QVERIFY(!outcome.err.contains(m_gateway->key()));
        QCOMPARE(server.count("PUT") + server.count("PATCH") + server.count("DELETE"), 0);
    }
    // A gateway without the plugin: what to add, before anything is sent.
    void missingPlugin()
    {
        FakeServer server([](const QByteArray &line) {
            if (line.contains("plugins/list"))
                return FakeServer::json("[\"cors\"]");
            if (line.startsWith("PUT"))
                return FakeServer::json("{}", "404 Not Found");
            return FakeServer::json("{\"total\":0,\"list\":[]}");
        });
        const CommandOutcome outcome =
            run({u"--admin"_s, server.url().toString(), u"releases"_s, u"create"_s, u"--api"_s, u"route/pay"_s,
                 u"--target"_s, u"pay-v2"_s, u"--percentage"_s, u"20"_s});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("- traffic-split") && outcome.err.contains("Nothing was changed"),
                 outcome.err.constData());
    }

    // The list of clusters; on production, Full release and Delete want the API's name, Cancel never does (E19).
    void productionAsksForTheApi()
    {
        const simulator::RunningCluster cluster = m_gateway->cluster();
        const CommandOutcome added = run({u"clusters"_s, u"add"_s, u"prod"_s, u"--admin"_s, cluster.admin.toString(),
                                          u"--environment"_s, u"production"_s},
                                         {}, m_gateway->key() + '\n');
        QVERIFY2(added.code == 0, added.err.constData());
        QFile file(m_gateway->archiveFolder() + u"/sluice/clusters.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(m_gateway->key()));
        QCOMPARE(run({u"clusters"_s, u"test"_s, u"prod"_s}).code, 0);
        const QString id = create();
        QCOMPARE(run({u"releases"_s, u"full-release"_s, id}).code, 2);
        QCOMPARE(run({u"releases"_s, u"delete"_s, id}).code, 2);
        QCOMPARE(run({u"releases"_s, u"cancel"_s, id}).code, 0);
        QCOMPARE(run({u"releases"_s, u"delete"_s, id, u"--confirm"_s, u"route/pay"_s}).code, 0);
        QCOMPARE(run({u"clusters"_s, u"remove"_s, u"prod"_s}).code, 0);
        QCOMPARE(run({u"clusters"_s, u"list"_s, u"-o"_s, u"json"_s}).array().size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSluicectl)
#include "tst_sluicectl.moc"
