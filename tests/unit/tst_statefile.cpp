// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/store/statefile.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <numeric>

using namespace sluice;
using namespace sluice::simulator;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

ItemPtr item(const std::string &id, int revision)
{
    return std::make_shared<const StoredItem>(StoredItem{id, QJsonObject{{u"n"_s, revision}}, revision, revision});
}

/// As long as it lives, no file grows beyond that size: a disk that is full.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t size)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{size, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
};

/// One simulator process that can be killed at any moment.
class Victim
{
public:
    explicit Victim(const QString &state)
    {
        m_process.start(
            QStringLiteral(SLUICE_BIN_DIR "/sluice-simulator"),
            {u"--cluster"_s, u"a:0:0"_s, u"--admin-key"_s, u"key"_s, u"--state"_s, state, u"--threads"_s, u"1"_s});
        while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning)
            m_process.waitForReadyRead(100);
        const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
        m_admin = QUrl(ready.value(u"clusters"_s).toArray().first().toObject().value(u"admin"_s).toString());
    }
    ~Victim() { kill(); }
    bool isReady() const { return m_admin.isValid() && !m_admin.isEmpty(); }
    QByteArray complaint() { return m_process.readAllStandardError(); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    std::unique_ptr<QTcpSocket> connection() const
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(m_admin.host(), static_cast<quint16>(m_admin.port()));
        return socket->waitForConnected() ? std::move(socket) : nullptr;
    }

    /// What is stored: id of a route -> its desc.
    QMap<QByteArray, QByteArray> routes() const
    {
        const auto socket = connection();
        socket->write("GET /apisix/admin/routes HTTP/1.0\r\nHost: x\r\nX-API-KEY: key\r\nConnection: close\r\n\r\n");
        QByteArray answer;
        while (socket->waitForReadyRead(5000))
            answer += socket->readAll();
        const qsizetype begin = answer.indexOf('{');
        const QByteArray body = answer.mid(begin, answer.lastIndexOf('}') + 1 - begin);
        QMap<QByteArray, QByteArray> result;
        const QJsonArray list = QJsonDocument::fromJson(body).object().value(u"list"_s).toArray();
        for (const QJsonValue &entry : list) {
            const QJsonObject value = entry.toObject().value(u"value"_s).toObject();
            result.insert(value.value(u"id"_s).toString().toUtf8(), value.value(u"desc"_s).toString().toUtf8());
        }
        return result;
    }

private:
    QProcess m_process;
    QUrl m_admin;
};

/// One client that writes without a pause, over routes of its own: two writes, then a removal, and again.
class Writer
{
public:
    explicit Writer(int number)
        : m_number(number)
    {
    }
    void connectTo(const Victim &victim) { m_socket = victim.connection(); }
    /// Sends the next write where the one before has been answered.
    void step()
    {
        if (!m_underWay)
            send();
        if (m_socket->waitForReadyRead(1))
            m_answer += m_socket->readAll();
        if (!m_answer.contains("\r\n0\r\n\r\n"))
            return;
        m_underWay = false;
        if (!m_answer.startsWith("HTTP/1.1 20"))
            return;
        ++answered;
        m_wanted[m_id] = m_next;
    }
    /// Empty, or what the store lost of that which it had answered. A write under way may have arrived or not.
    QByteArray missedIn(const QMap<QByteArray, QByteArray> &stored)
    {
        if (m_underWay && stored.value(m_id) == m_next)
            m_wanted[m_id] = m_next;
        m_underWay = false;
        for (auto it = m_wanted.cbegin(); it != m_wanted.cend(); ++it) {
            if (stored.value(it.key()) != it.value())
                return it.key() + " is \"" + stored.value(it.key()) + "\", answered was \"" + it.value() + '"';
        }
        return {};
    }

    int answered = 0;

private:
    void send()
    {
        ++m_count;
        m_id = "w" + QByteArray::number(m_number) + '-' + QByteArray::number(m_count % 7);
        m_next = m_count % 3 == 2 || !m_wanted.contains(m_id) || m_wanted[m_id].isEmpty() ? QByteArray::number(m_count)
                                                                                          : QByteArray();
        const bool removes = m_next.isEmpty();
        const QByteArray body =
            removes ? QByteArray()
                    : R"({"uri":"/x","plugins":{},"name":")" + QByteArray(200, 'n') + R"(","desc":")" + m_next + "\"}";
        m_answer.clear();
        m_underWay = true;
        m_socket->write((removes ? "DELETE" : "PUT") + (" /apisix/admin/routes/" + m_id) +
                        " HTTP/1.1\r\nHost: x\r\nX-API-KEY: key\r\nContent-Length: " + QByteArray::number(body.size()) +
                        "\r\n\r\n" + body);
        m_socket->flush();
    }

    int m_number;
    int m_count = 0;
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_answer;
    bool m_underWay = false;
    QByteArray m_id;
    QByteArray m_next;                     ///< desc that the write under way gives; empty: it removes
    QMap<QByteArray, QByteArray> m_wanted; ///< answered last; an empty desc: removed
};

int answeredBy(const std::array<Writer, 3> &writers)
{
    return std::accumulate(writers.begin(), writers.end(), 0,
                           [](int sum, const Writer &writer) { return sum + writer.answered; });
}

} // namespace

/// --state: no answered write is lost, and what can't be read is never overwritten (design.md 6).
class TestStateFile : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"state"_s);
    }

    void keepsWritesAndRemovals()
    {
        {
            auto state = StateFile::open(m_path);
            QVERIFY(state);
            QVERIFY(!(*state)->holds(u"a"_s));
            QVERIFY((*state)->begin(u"a"_s, std::make_shared<Snapshot>()));
            QVERIFY((*state)->append(u"a"_s, 1, {{Collection::Routes, "r1", item("r1", 1)}}));
            QVERIFY((*state)->append(u"a"_s, 2, {{Collection::Routes, "r2", item("r2", 2)}}));
            QVERIFY((*state)->append(u"a"_s, 3, {{Collection::Routes, "r1", nullptr}}));
        }
        for (int again = 0; again < 2; ++again) {
            auto state = StateFile::open(m_path);
            QVERIFY(state);
            QVERIFY((*state)->holds(u"a"_s));
            QCOMPARE((*state)->revision(u"a"_s), std::int64_t{3});
            const auto items = (*state)->items(u"a"_s);
            QCOMPARE(items.size(), std::size_t{1});
            QCOMPARE(items.front().second.id, std::string("r2"));
            QCOMPARE(items.front().second.createdIndex, std::int64_t{2});
        }
    }

    void aSecondSimulatorIsRefused()
    {
        const auto first = StateFile::open(m_path);
        QVERIFY(first);
        const auto second = StateFile::open(m_path);
        QVERIFY(!second);
        QVERIFY(second.error().reason.contains(u"in use"_s));
    }

    void aCutLastLineWasNeverAnswered()
    {
        {
            auto state = StateFile::open(m_path);
            QVERIFY((*state)->append(u"a"_s, 1, {{Collection::Routes, "r1", item("r1", 1)}}));
            QVERIFY((*state)->append(u"a"_s, 2, {{Collection::Routes, "r2", item("r2", 2)}}));
        }
        const QString journal = m_path + u".journal"_s;
        write(journal, contentOf(journal).chopped(7));
        const auto state = StateFile::open(m_path);
        QVERIFY(state);
        QCOMPARE((*state)->items(u"a"_s).size(), std::size_t{1});
    }

    // A kill between the new whole and the end of the old journal.
    void anOldJournalIsPassedOver()
    {
        QByteArray journal;
        {
            auto state = StateFile::open(m_path);
            QVERIFY((*state)->append(u"a"_s, 1, {{Collection::Routes, "r1", item("r1", 1)}}));
            journal = contentOf(m_path + u".journal"_s);
            QVERIFY((*state)->append(u"a"_s, 2, {{Collection::Routes, "r1", nullptr}}));
        }
        QVERIFY(StateFile::open(m_path));
        write(m_path + u".journal"_s, journal);
        const auto state = StateFile::open(m_path);
        QVERIFY(state);
        QVERIFY((*state)->items(u"a"_s).empty());
    }

    void damageIsAnErrorAndIsLeftAlone_data()
    {
        QTest::addColumn<bool>("ofJournal");
        QTest::addColumn<int>("cutAt"); // -1: empty, 0: half, else a byte that is changed
        QTest::newRow("whole cut in half") << false << 0;
        QTest::newRow("whole emptied") << false << -1;
        QTest::newRow("whole is something else") << false << -2;
        QTest::newRow("whole without clusters") << false << -3;
        QTest::newRow("journal damaged in its first line") << true << 20;
    }
    void damageIsAnErrorAndIsLeftAlone()
    {
        QFETCH(bool, ofJournal);
        QFETCH(int, cutAt);
        {
            auto state = StateFile::open(m_path);
            QVERIFY((*state)->append(u"a"_s, 1, {{Collection::Routes, "r1", item("r1", 1)}}));
            QVERIFY((*state)->append(u"a"_s, 2, {{Collection::Routes, "r2", item("r2", 2)}}));
        }
        const QString path = ofJournal ? m_path + u".journal"_s : m_path;
        QByteArray content = contentOf(path);
        if (cutAt == 0)
            content.truncate(content.size() / 2);
        else if (cutAt == -1)
            content.clear();
        else if (cutAt == -2)
            content = "{\"routes\":[]}";
        else if (cutAt == -3)
            content = R"({"sluice-state":2,"clusters":[1]})";
        else
            content[cutAt] = '#';
        write(path, content);
        const auto state = StateFile::open(m_path);
        QVERIFY(!state);
        QVERIFY(!state.error().advice.isEmpty());
        QCOMPARE(contentOf(path), content);
    }

    // A line that is missing was answered once; so were those behind it.
    void aJournalIsWholeOrAnError_data()
    {
        QTest::addColumn<QList<int>>("lines"); // that are left of 0 to 4
        QTest::addColumn<bool>("good");
        QTest::newRow("all") << QList<int>{0, 1, 2, 3, 4} << true;
        QTest::newRow("first missing") << QList<int>{1, 2, 3, 4} << false;
        QTest::newRow("one missing") << QList<int>{0, 1, 3, 4} << false;
        QTest::newRow("two swapped") << QList<int>{0, 2, 1, 3, 4} << false;
        QTest::newRow("one twice") << QList<int>{0, 1, 1, 2, 3, 4} << false;
        QTest::newRow("the last missing leaves no trace") << QList<int>{0, 1, 2, 3} << true;
    }
    void aJournalIsWholeOrAnError()
    {
        QFETCH(QList<int>, lines);
        QFETCH(bool, good);
        {
            auto state = StateFile::open(m_path);
            for (int i = 1; i <= 5; ++i)
                QVERIFY((*state)->append(u"a"_s, i, {{Collection::Routes, "r", item("r", i)}}));
        }
        const QString journal = m_path + u".journal"_s;
        const QByteArrayList before = contentOf(journal).split('\n');
        QByteArray after;
        for (const int line : std::as_const(lines))
            after += before.at(line) + '\n';
        write(journal, after);
        const auto state = StateFile::open(m_path);
        QCOMPARE(static_cast<bool>(state), good);
        if (good)
            QCOMPARE((*state)->revision(u"a"_s), std::int64_t{lines.last() + 1});
        else
            QCOMPARE(contentOf(journal), after);
    }

    // As 0.9 wrote it; a kill may come when the new whole is there, and the old journal still is.
    void theFirstFormatIsRead()
    {
        const QByteArray body =
            R"({"changes":[{"created":1,"id":"r","in":"routes","modified":1,"value":{}}],"cluster":"a","revision":1})";
        const QByteArray line = QByteArray::number(qChecksum(body), 16).rightJustified(4, '0') + ' ' + body + '\n';
        write(m_path, R"({"sluice-state":1,"clusters":{"a":{"revision":0,"items":[]}}})");
        write(m_path + u".journal"_s, line);
        for (int again = 0; again < 2; ++again) {
            const auto state = StateFile::open(m_path);
            QVERIFY(state);
            QCOMPARE((*state)->items(u"a"_s).size(), std::size_t{1});
            write(m_path + u".journal"_s, line);
        }
    }

    // The disk is full when the journal is to begin anew: the write is kept already, and the whole of before stays.
    void aFullDiskLosesNothing()
    {
        const QJsonObject large{{u"desc"_s, QString(1000000, u'x')}};
        const auto put = [&](StateFile &state, int revision, const QJsonObject &value) {
            const auto stored =
                std::make_shared<const StoredItem>(StoredItem{std::to_string(revision % 8), value, revision, revision});
            return static_cast<bool>(state.append(u"a"_s, revision, {{Collection::Routes, stored->id, stored}}));
        };
        int answered = 0;
        {
            auto state = StateFile::open(m_path);
            while (answered < 8)
                QVERIFY(put(**state, ++answered, large));
        }
        {
            auto state = StateFile::open(m_path); // the whole has 8 MB now
            const QByteArray whole = contentOf(m_path);
            const FileSizeLimit limit(6 * 1024 * 1024);
            while (answered < 100 && put(**state, answered + 1, QJsonObject{{u"desc"_s, QString(1000000, u'y')}}))
                ++answered;
            QVERIFY(answered >= 13); // beyond the size at which the journal is to begin anew
            QVERIFY(answered < 100); // no room for the journal either: refused
            QVERIFY(contentOf(m_path) == whole);
        }
        const auto state = StateFile::open(m_path);
        QVERIFY(state);
        QCOMPARE((*state)->revision(u"a"_s), std::int64_t{answered}); // neither less, nor what was refused
    }

    // By whatever way it is named, it is one file.
    void linksLeadToOneLock()
    {
        QVERIFY(StateFile::open(m_path));
        const QString folder = m_folder->filePath(u"sub"_s);
        QVERIFY(QDir().mkpath(folder));
        const QString link = folder + u"/link"_s;
        QVERIFY(QFile::link(m_path, link));
        QVERIFY(QFile::link(link, folder + u"/linkToLink"_s));
        QVERIFY(QFile::link(m_folder->path(), folder + u"/folder"_s));
        {
            const auto first = StateFile::open(m_path);
            QVERIFY(first);
            for (const QString &name : {link, folder + u"/linkToLink"_s, folder + u"/folder/state"_s,
                                        folder + u"/../state"_s, m_folder->path() + u"//state"_s}) {
                const auto second = StateFile::open(name);
                QVERIFY2(!second && second.error().reason.contains(u"in use"_s), qPrintable(name));
            }
        }
        {
            auto byLink = StateFile::open(link);
            QVERIFY(byLink);
            QVERIFY((*byLink)->append(u"a"_s, 1, {{Collection::Routes, "r1", item("r1", 1)}}));
        }
        {
            const auto direct = StateFile::open(m_path);
            QCOMPARE((*direct)->revision(u"a"_s), std::int64_t{1});
        }
        QCOMPARE(::link(qPrintable(m_path), qPrintable(folder + u"/hard"_s)), 0);
        for (const QString &name : {m_path, folder + u"/hard"_s}) {
            const auto state = StateFile::open(name);
            QVERIFY(!state && state.error().detail.contains(u"hard link"_s));
        }
    }

    // Beyond its limit the journal begins anew, and nothing is lost.
    void theJournalDoesNotGrowForEver()
    {
        {
            auto state = StateFile::open(m_path);
            const QJsonObject large{{u"desc"_s, QString(300000, u'x')}};
            for (int i = 1; i <= 20; ++i) {
                const auto stored = std::make_shared<const StoredItem>(StoredItem{std::to_string(i), large, i, i});
                QVERIFY((*state)->append(u"a"_s, i, {{Collection::Routes, stored->id, stored}}));
            }
            QVERIFY(QFileInfo(m_path + u".journal"_s).size() < 5 * 1024 * 1024);
        }
        const auto state = StateFile::open(m_path);
        QVERIFY(state);
        QCOMPARE((*state)->items(u"a"_s).size(), std::size_t{20});
    }

    // Killed under load at moments that differ, so that a kill meets every part of a write and of a start.
    void killsLoseNothingThatWasAnswered()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        constexpr int kills = 30; // a start takes ten times as long there, and a kill shows them nothing
#else
        constexpr int kills = 220;
#endif
        std::array<Writer, 3> writers{Writer(0), Writer(1), Writer(2)};
        int answered = 0;
        for (int i = 0; i <= kills; ++i) {
            Victim victim(m_path);
            QVERIFY2(victim.isReady(), victim.complaint().constData());
            const auto stored = victim.routes();
            for (Writer &writer : writers) {
                const QByteArray missed = writer.missedIn(stored);
                QVERIFY2(missed.isEmpty(), missed.constData());
                writer.connectTo(victim);
            }
            answered = answeredBy(writers);
            // Most live until they have answered something, some don't.
            const int least = i % 5 == 4 ? answered : answered + 1;
            QDeadlineTimer deadline(std::chrono::microseconds(2000 + (i * 1373) % 9000));
            while (!deadline.hasExpired() || answeredBy(writers) < least) {
                for (Writer &writer : writers)
                    writer.step();
            }
        }
        QVERIFY(answered >= kills * 4 / 5);
        qInfo("%d kills, %d answered writes", kills, answered);
    }

    void anUnreadableFileEndsTheSimulatorWith2()
    {
        write(m_path, "{\"sluice-state\":1,\"clus");
        QProcess process;
        process.start(QStringLiteral(SLUICE_BIN_DIR "/sluice-simulator"),
                      {u"--cluster"_s, u"a:0:0"_s, u"--state"_s, m_path});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        QCOMPARE(process.readAllStandardError().count('\n'), 1);
        QCOMPARE(contentOf(m_path), "{\"sluice-state\":1,\"clus"_ba);
    }
};

QTEST_GUILESS_MAIN(TestStateFile)
#include "tst_statefile.moc"
