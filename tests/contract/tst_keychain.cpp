// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/settings/clusterstore.h"
#include "core/settings/secretstore.h"
#include "tests/support/promptingkeychain.h"

#include <QSignalSpy>

#include <memory>
#include <optional>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

const ClusterSecrets kept{"admin key", {{"X-Tunnel", "tunnel key"}}};
const ClusterSecrets renewed{"another key", {{"X-Tunnel", "another tunnel key"}}};

} // namespace

/// A keychain that asks its owner for a password: answered late, dismissed, never, and dead in the middle.
class KeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void lateAnswerCounts_data();
    void lateAnswerCounts();
    void lateAnswerCountsAfterGoingOn_data();
    void lateAnswerCountsAfterGoingOn();
    void endsWhenDismissed_data();
    void endsWhenDismissed();
    void goesOnWhereItNeverAnswers();
    void keepsWhatWasTypedMeanwhile();
    void outlivesTheStore_data();
    void outlivesTheStore();
    void commandLine_data();
    void commandLine();
    void diesInTheMiddle(); ///< the last: libsecret answers no more in this process then

private:
    enum class Act { Read, Write, Remove };

    static void addActs();
    static ClusterProfile profile();
    void begin(Act act, const ClusterSecrets &secrets = renewed);
    bool ended() const { return m_read.has_value() || m_isDone; }
    static QByteArray keyAfter(Act act);
    /// The keychain holds this key, as another start of the program finds it.
    QByteArray keyInKeychain();

    PromptingKeychain m_keychain;
    std::unique_ptr<SecretStore> m_store;
    std::optional<Result<ClusterSecrets>> m_read;
    bool m_isDone = false;
};

ClusterProfile KeychainTest::profile()
{
    ClusterProfile profile;
    profile.id = profile.name = u"4711"_s;
    return profile;
}

void KeychainTest::addActs()
{
    QTest::addColumn<Act>("act");
    QTest::newRow("read") << Act::Read;
    QTest::newRow("write") << Act::Write;
    QTest::newRow("remove") << Act::Remove;
}

/// The keychain holds the key, and is locked.
void KeychainTest::init()
{
    m_keychain.forget();
    m_keychain.open();
    m_store = std::make_unique<SecretStore>();
    begin(Act::Write, kept);
    QTRY_VERIFY(ended());
    QVERIFY(!m_store->isSessionOnly());
    m_keychain.lock();
    m_store = std::make_unique<SecretStore>();
}

void KeychainTest::begin(Act act, const ClusterSecrets &secrets)
{
    m_read.reset();
    m_isDone = false;
    switch (act) {
    case Act::Read:
        m_store->read(profile()).then([this](const Result<ClusterSecrets> &found) { m_read = found; });
        break;
    case Act::Write:
        m_store->write(profile().id, secrets).then([this] { m_isDone = true; });
        break;
    case Act::Remove:
        m_store->remove(profile().id).then([this] { m_isDone = true; });
        break;
    }
}

QByteArray KeychainTest::keyAfter(Act act)
{
    return act == Act::Read ? kept.adminKey : act == Act::Write ? renewed.adminKey : QByteArray();
}

QByteArray KeychainTest::keyInKeychain()
{
    m_store = std::make_unique<SecretStore>();
    begin(Act::Read);
    return QTest::qWaitFor([this] { return ended(); }) && m_read && *m_read ? (*m_read)->adminKey : QByteArray();
}

void KeychainTest::lateAnswerCounts_data()
{
    addActs();
}

// It is waited for as long as it takes, and the user can see that.
void KeychainTest::lateAnswerCounts()
{
    QFETCH(Act, act);
    const QSignalSpy waiting(m_store.get(), &SecretStore::waitingChanged);
    begin(act);
    QVERIFY(m_keychain.prompts());
    QTRY_VERIFY(m_store->isWaiting());
    QVERIFY(!ended());
    m_keychain.answer();
    QTRY_VERIFY(ended());
    QTRY_VERIFY(!m_store->isWaiting());
    QCOMPARE(waiting.size(), 2);
    QVERIFY(!m_store->isSessionOnly());
    if (act == Act::Read) {
        QVERIFY(*m_read);
        QCOMPARE((*m_read)->adminKey, kept.adminKey);
        QCOMPARE((*m_read)->headers, kept.headers);
    }
    QCOMPARE(keyInKeychain(), keyAfter(act));
}

void KeychainTest::lateAnswerCountsAfterGoingOn_data()
{
    addActs();
}

// "Use for this session only": whoever waits goes on at once; what the keychain says then is used all the same.
void KeychainTest::lateAnswerCountsAfterGoingOn()
{
    QFETCH(Act, act);
    begin(act);
    QVERIFY(m_keychain.prompts());
    m_store->stopWaiting();
    QTRY_VERIFY(ended());
    QVERIFY(!m_store->isWaiting());
    QVERIFY(m_store->isSessionOnly());
    QCOMPARE(m_read && *m_read, false);
    begin(Act::Read);
    QTRY_VERIFY(ended());
    QCOMPARE(*m_read && (*m_read)->adminKey == renewed.adminKey, act == Act::Write); // for the session
    const QSignalSpy late(m_store.get(), &SecretStore::answeredLate);
    m_keychain.answer();
    QTRY_COMPARE(late.size(), 1);
    QVERIFY(!m_store->isSessionOnly());
    m_keychain.lock(); // so that what came is not asked for once more
    if (act == Act::Read) {
        begin(Act::Read);
        QTRY_VERIFY(ended());
        QVERIFY(*m_read);
        QCOMPARE((*m_read)->headers, kept.headers);
    }
    m_keychain.open();
    QCOMPARE(keyInKeychain(), keyAfter(act));
}

void KeychainTest::endsWhenDismissed_data()
{
    addActs();
}

void KeychainTest::endsWhenDismissed()
{
    QFETCH(Act, act);
    begin(act);
    QVERIFY(m_keychain.prompts());
    QTRY_VERIFY(m_store->isWaiting());
    m_keychain.dismiss();
    QTRY_VERIFY(ended());
    QTRY_VERIFY(!m_store->isWaiting());
    if (act == Act::Read)
        QVERIFY(!*m_read || (*m_read)->adminKey.isEmpty());
    if (act != Act::Write)
        return;
    // It lasts for the session.
    QVERIFY(m_store->isSessionOnly());
    begin(Act::Read);
    QTRY_VERIFY(ended());
    QVERIFY(*m_read);
    QCOMPARE((*m_read)->adminKey, renewed.adminKey);
}

// Nothing is asked again behind a question that hangs, and nothing that is wanted then waits.
void KeychainTest::goesOnWhereItNeverAnswers()
{
    begin(Act::Read);
    QVERIFY(m_keychain.prompts());
    m_store->stopWaiting();
    QTRY_VERIFY(ended());
    for (const Act act : {Act::Read, Act::Write, Act::Remove, Act::Read}) {
        begin(act);
        QTRY_VERIFY(ended());
        QVERIFY(!m_store->isWaiting());
    }
    QVERIFY(!*m_read);
    QCOMPARE(m_read->error().kind, Error::Kind::Cancelled);
    QVERIFY(!m_read->error().reason.isEmpty());
    const QSignalSpy late(m_store.get(), &SecretStore::answeredLate);
    m_keychain.open(); // else the removal, which is still to be done, prompts anew
    m_keychain.dismiss();
    QTRY_COMPARE(late.size(), 1);
}

// A key that was typed while the keychain kept silent is newer than what it says then, and than what was written.
void KeychainTest::keepsWhatWasTypedMeanwhile()
{
    for (const Act act : {Act::Read, Act::Write}) {
        m_keychain.lock();
        begin(act);
        QVERIFY(m_keychain.prompts());
        m_store->keepForSession(profile().id, {"typed", {}});
        m_keychain.answer();
        QTRY_VERIFY(ended());
        begin(Act::Read);
        QTRY_VERIFY(ended());
        QVERIFY(*m_read);
        QCOMPARE((*m_read)->adminKey, QByteArray("typed"));
        m_store = std::make_unique<SecretStore>();
    }
}

void KeychainTest::outlivesTheStore_data()
{
    addActs();
}

// The window was closed, or a command has ended, before the prompt is answered: what was asked is still done.
void KeychainTest::outlivesTheStore()
{
    QFETCH(Act, act);
    begin(act);
    QVERIFY(m_keychain.prompts());
    m_store.reset();
    m_keychain.answer();
    QTRY_VERIFY(ended());
    QCOMPARE(keyInKeychain(), keyAfter(act));
}

void KeychainTest::commandLine_data()
{
    QTest::addColumn<bool>("answers");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("answered late") << true << QByteArray("can't be reached");
    QTest::newRow("never") << false << QByteArray("The keychain has not answered. Unlock it, or set SLUICE_ADMIN_KEY.");
}

// Where nobody sits before the command it waits for ten seconds, and says what for.
void KeychainTest::commandLine()
{
    QFETCH(bool, answers);
    QFETCH(QByteArray, end);
    const QTemporaryDir home;
    ClusterProfile cluster = profile();
    cluster.admin = QUrl(u"http://127.0.0.1:1"_s);
    QVERIFY(ClusterStore(home.filePath(u"sluice/clusters.json"_s)).save(cluster));
    QProcess command;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(u"XDG_CONFIG_HOME"_s, home.path());
    variables.remove(u"SLUICE_ADMIN_KEY"_s);
    command.setProcessEnvironment(variables);
    command.start(QStringLiteral(SLUICE_BIN_DIR "/sluicectl"), {u"apis"_s, u"list"_s});
    command.closeWriteChannel();
    QVERIFY(m_keychain.prompts());
    QByteArray said;
    const auto says = [&](const QByteArray &words) {
        said += command.readAllStandardError();
        return said.contains(words);
    };
    QTRY_VERIFY2(says("Waiting for the keychain"), said.constData());
    if (answers)
        m_keychain.answer();
    QTRY_VERIFY2_WITH_TIMEOUT(says(end), said.constData(), 20'000);
    QTRY_COMPARE(command.state(), QProcess::NotRunning);
    QVERIFY(command.exitCode() != 0);
}

// libsecret never calls back for a prompt whose service is gone: that is a keychain that never answers.
void KeychainTest::diesInTheMiddle()
{
    begin(Act::Read);
    QVERIFY(m_keychain.prompts());
    m_keychain.die();
    QTRY_VERIFY(m_store->isWaiting());
    m_store->stopWaiting();
    QTRY_VERIFY(ended());
    QVERIFY(!*m_read);
    m_keychain.start();
    for (const Act act : {Act::Remove, Act::Write, Act::Read}) {
        begin(act);
        QTRY_VERIFY(ended());
    }
    QVERIFY(*m_read);
    QCOMPARE((*m_read)->adminKey, renewed.adminKey);
    QVERIFY(m_store->isSessionOnly());
    QVERIFY(!m_store->isWaiting());
}

QTEST_GUILESS_MAIN(KeychainTest)
#include "tst_keychain.moc"
