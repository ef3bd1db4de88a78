// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/clusterdialog.h"
#include "app/dialogs/confirmationdialog.h"
#include "app/dialogs/keydialog.h"
#include "tests/support/promptingkeychain.h"
#include "tests/support/testgateway.h"
#include "tests/support/testwindow.h"

#include <QLineEdit>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

/// The window while a keychain waits for its owner's password: it says so, goes on without, and takes a late answer.
class KeychainPromptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void takesALateAnswer();
    void usesAKeyForThisSessionOnly();
    void takesALateAnswerAfterGoingOn();
    void asksOnceWhereItIsDismissed();
    void savesWhileItWaits_data();
    void savesWhileItWaits();
    void removesWhileItWaits();
    void keepsWhatOnlyTheKeychainKnows();

private:
    const QString waiting = u"Waiting for the keychain…"_s;

    void openCluster(TestWindow &window) const;
    /// What the keychain holds, as another start of the program finds it.
    static ClusterSecrets inKeychain(const ClusterProfile &profile);
    static void type(const QWidget *dialog, const QString &field, const QString &text);

    PromptingKeychain m_keychain;
    TestGateway m_gateway;
    ClusterProfile m_cluster;
};

/// The keychain holds the key, and is locked.
void KeychainPromptTest::init()
{
    m_cluster = {};
    m_cluster.id = u"mine-id"_s;
    m_cluster.name = u"mine"_s;
    m_cluster.admin = m_gateway.cluster().admin;
    m_keychain.forget();
    m_keychain.open();
    SecretStore store;
    QCoro::waitFor(store.write(m_cluster.id, {m_gateway.key(), {}}));
    QVERIFY(!store.isSessionOnly());
    m_keychain.lock();
}

/// Whatever the test did: a question that is left would hold up those of the next one.
void KeychainPromptTest::cleanup()
{
    m_keychain.open();
    m_keychain.answer();
}

void KeychainPromptTest::openCluster(TestWindow &window) const
{
    Location place;
    place.section = Section::Workspaces;
    place.cluster = m_cluster.id;
    window.window().go(place);
}

ClusterSecrets KeychainPromptTest::inKeychain(const ClusterProfile &profile)
{
    SecretStore store;
    const Result<ClusterSecrets> found = wait(store.read(profile));
    return found ? *found : ClusterSecrets();
}

void KeychainPromptTest::type(const QWidget *dialog, const QString &field, const QString &text)
{
    auto *line = dialog->findChild<QLineEdit *>(field);
    QVERIFY2(line != nullptr, qPrintable(field));
    line->selectAll();
    QTest::keyClicks(line, text);
}

void KeychainPromptTest::takesALateAnswer()
{
    TestWindow window({m_cluster});
    openCluster(window);
    QVERIFY(m_keychain.prompts());
    QTRY_VERIFY(label(window.page(), waiting) != nullptr);
    QTRY_VERIFY(button(window.page(), u"Use for this session only"_s) != nullptr);
    m_keychain.answer();
    QTRY_VERIFY(TestWindow::column(window.list(), 0).contains(u"payments"_s));
    QVERIFY(label(window.page(), waiting) == nullptr);
}

// The key is asked for by a dialog; what the keychain says then, and what it holds, stays as it was.
void KeychainPromptTest::usesAKeyForThisSessionOnly()
{
    m_keychain.open();
    SecretStore store;
    QCoro::waitFor(store.write(m_cluster.id, {"a key of before", {}}));
    m_keychain.lock();
    TestWindow window({m_cluster});
    openCluster(window);
    QVERIFY(m_keychain.prompts());
    QVERIFY(press(window.page(), u"Use for this session only"_s));
    auto *dialog = dialogOver<KeyDialog>(window.window());
    QVERIFY(dialog != nullptr);
    QVERIFY(label(window.page(), waiting) == nullptr);
    QVERIFY(label(dialog, u"It is kept until Sluice closes, and stored nowhere."_s) != nullptr);
    type(dialog, u"key"_s, QString::fromUtf8(m_gateway.key()));
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"key"_s), Qt::Key_Return);
    QTRY_VERIFY(TestWindow::column(window.list(), 0).contains(u"payments"_s));
    m_keychain.answer();
    QTRY_VERIFY(!window.application().clusters().secrets().isSessionOnly());
    window.page()->refresh();
    QTRY_VERIFY(window.application().isSettled());
    QVERIFY(TestWindow::column(window.list(), 0).contains(u"payments"_s));
    QCOMPARE(inKeychain(m_cluster).adminKey, QByteArray("a key of before"));
}

// The person went on, typed no key, and then found the keychain's window.
void KeychainPromptTest::takesALateAnswerAfterGoingOn()
{
    TestWindow window({m_cluster});
    openCluster(window);
    QVERIFY(m_keychain.prompts());
    QVERIFY(press(window.page(), u"Use for this session only"_s));
    auto *dialog = dialogOver<KeyDialog>(window.window());
    QVERIFY(dialog != nullptr);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(label(window.page(), u"The keychain has not answered."_s) != nullptr);
    QVERIFY(button(window.page(), u"Enter the key"_s) != nullptr);
    m_keychain.answer();
    QTRY_VERIFY(TestWindow::column(window.list(), 0).contains(u"payments"_s));
    QVERIFY(button(window.page(), u"Enter the key"_s) == nullptr);
}

// No key is no key that the gateway refused; and the keychain's window does not come again by itself.
void KeychainPromptTest::asksOnceWhereItIsDismissed()
{
    TestWindow window({m_cluster});
    openCluster(window);
    QVERIFY(m_keychain.prompts());
    m_keychain.dismiss();
    QTRY_VERIFY(button(window.page(), u"Enter the key"_s) != nullptr);
    QVERIFY(label(window.page(), u"No Admin key of this cluster is known here."_s) != nullptr);
    ClusterWatch *watch = window.application().clusters().watch(m_cluster.id);
    watch->setWatched(false);
    watch->setWatched(true); // as polling and other pages do
    QVERIFY(watch->isReading() && !watch->isAwaitingKey());
    QTRY_VERIFY(!watch->isReading());
    window.page()->refresh(); // the user wants it
    QVERIFY(m_keychain.prompts());
    m_keychain.answer();
    QTRY_VERIFY(TestWindow::column(window.list(), 0).contains(u"payments"_s));
}

void KeychainPromptTest::savesWhileItWaits_data()
{
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("until it answers") << false;
    QTest::newRow("for this session only") << true;
}

// The cluster is of use at once; a late answer keeps the key in either case.
void KeychainPromptTest::savesWhileItWaits()
{
    QFETCH(bool, goesOn);
    TestWindow window({m_cluster});
    QVERIFY(window.go(Section::Clusters));
    QTest::keyClick(&window.window(), Qt::Key_N, Qt::ControlModifier);
    auto *dialog = dialogOver<ClusterDialog>(window.window());
    QVERIFY(dialog != nullptr);
    type(dialog, u"name"_s, u"new"_s);
    type(dialog, u"admin"_s, m_gateway.cluster().admin.toString());
    type(dialog, u"key"_s, QString::fromUtf8(m_gateway.key()));
    QVERIFY(press(dialog, u"Save"_s));
    QVERIFY(dialogOver<ClusterDialog>(window.window()) == nullptr);
    QVERIFY(m_keychain.prompts());
    QTRY_VERIFY(label(window.page(), waiting) != nullptr);
    if (goesOn) {
        QVERIFY(press(window.page(), u"Use for this session only"_s));
        QVERIFY(label(window.page(), waiting) == nullptr);
        QVERIFY(dialogOver<KeyDialog>(window.window()) == nullptr); // the key is known
    }
    m_cluster = window.application().clusters().clusters().last();
    openCluster(window);
    QTRY_VERIFY(TestWindow::column(window.list(), 0).contains(u"payments"_s));
    m_keychain.answer();
    QTRY_VERIFY(label(window.page(), waiting) == nullptr);
    QTRY_VERIFY(!window.application().clusters().secrets().isSessionOnly());
    QTRY_COMPARE(inKeychain(m_cluster).adminKey, m_gateway.key());
}

void KeychainPromptTest::removesWhileItWaits()
{
    TestWindow window({m_cluster});
    QVERIFY(window.go(Section::Clusters));
    QVERIFY(TestWindow::select(window.list(), m_cluster.id));
    TestWindow::offer(window.list(), u"Remove"_s).trigger();
    auto *dialog = dialogOver<ConfirmationDialog>(window.window());
    QVERIFY(dialog != nullptr);
    dialog->accept();
    QVERIFY(m_keychain.prompts());
    QTRY_VERIFY(label(window.page(), waiting) != nullptr);
    QVERIFY(window.application().clusters().clusters().isEmpty());
    QVERIFY(press(window.page(), u"Use for this session only"_s));
    m_keychain.answer();
    QTRY_VERIFY(!window.application().clusters().secrets().isSessionOnly());
    QVERIFY(inKeychain(m_cluster).adminKey.isEmpty());
}

// Part of the secrets is typed before the keychain has told the rest: nothing of that is written over.
void KeychainPromptTest::keepsWhatOnlyTheKeychainKnows()
{
    m_cluster.headers = {u"X-Tunnel"_s};
    m_keychain.open();
    SecretStore store;
    QCoro::waitFor(store.write(m_cluster.id, {"a key of before", {{"X-Tunnel", "tunnel key"}}}));
    m_keychain.lock();
    TestWindow window({m_cluster});
    QVERIFY(window.go(Section::Clusters));
    QVERIFY(TestWindow::select(window.list(), m_cluster.id));
    TestWindow::offer(window.list(), u"Edit"_s).trigger();
    auto *dialog = dialogOver<ClusterDialog>(window.window());
    QVERIFY(dialog != nullptr);
    QVERIFY(m_keychain.prompts());
    QTRY_VERIFY(label(dialog, waiting) != nullptr);
    QVERIFY(press(dialog, u"Use for this session only"_s));
    type(dialog, u"key"_s, QString::fromUtf8(m_gateway.key()));
    QVERIFY(press(dialog, u"Save"_s));
    QVERIFY(label(dialog, u"The keychain has not told what is kept for this cluster."_s) != nullptr);
    m_keychain.answer();
    QTRY_VERIFY(dialog->findChild<QLineEdit *>(u"key"_s)->placeholderText().contains(u"kept"_s));
    QVERIFY(press(dialog, u"Save"_s));
    QVERIFY(dialogOver<ClusterDialog>(window.window()) == nullptr);
    QTRY_COMPARE(inKeychain(m_cluster).adminKey, m_gateway.key());
    QCOMPARE(inKeychain(m_cluster).headers.value(0).second, QByteArray("tunnel key"));
}

QTEST_MAIN(KeychainPromptTest)
#include "tst_keychainprompt.moc"
