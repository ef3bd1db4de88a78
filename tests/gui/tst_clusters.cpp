// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/clusterdialog.h"
#include "app/dialogs/confirmationdialog.h"
#include "app/dialogs/keydialog.h"
#include "tests/support/testgateway.h"
#include "tests/support/testwindow.h"

#include <QFile>
#include <QLineEdit>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

ClusterProfile named(const QString &name, const QUrl &admin)
{
    ClusterProfile profile;
    profile.id = name + u"-id"_s;
    profile.name = name;
    profile.admin = admin;
    return profile;
}

} // namespace

/// Clusters added, changed, ordered and removed in the window; keys that are missing, wrong and right.
class ClustersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addedFromTheWelcomePage();
    void saysWhatIsWrongAndKeepsWhatWasTyped();
    void testsTheConnectionStepByStep();
    void asksForAMissingKey();
    void neverShowsOrStoresAKey();
    void orderedDuplicatedAndRemoved();
    void demoClustersAreNotChanged();
    void exportedAndImported();

private:
    static void type(const QWidget *dialog, const QString &field, const QString &text);

    TestGateway m_gateway;
};

void ClustersTest::type(const QWidget *dialog, const QString &field, const QString &text)
{
    auto *line = dialog->findChild<QLineEdit *>(field);
    QVERIFY2(line != nullptr, qPrintable(field));
    line->selectAll();
    QTest::keyClicks(line, text);
}

// B1, B1a: from the first start to the workspaces of a cluster of one's own, its address pasted with the path.
void ClustersTest::addedFromTheWelcomePage()
{
    TestWindow window({named(u"other"_s, QUrl(u"http://127.0.0.1:1"_s))});
    Location place;
    place.section = Section::Welcome;
    window.window().go(place);
    QVERIFY(press(window.page(), u"Add cluster"_s));
    auto *dialog = dialogOver<ClusterDialog>(window.window());
    QVERIFY(dialog != nullptr);
    QCOMPARE(namelessInputs(dialog), QStringList());
    type(dialog, u"name"_s, u"mine"_s);
    type(dialog, u"admin"_s, m_gateway.cluster().admin.toString() + u"/apisix/admin/"_s);
    type(dialog, u"key"_s, QString::fromUtf8(m_gateway.key()));
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"key"_s), Qt::Key_Return);
    QVERIFY(dialogOver<ClusterDialog>(window.window()) == nullptr);
    QCOMPARE(TestWindow::column(window.list(), 0), QStringList({u"other"_s, u"mine"_s}));
    const QString id = window.application().clusters().clusters().last().id;
    QVERIFY(TestWindow::select(window.list(), id));
    QTest::keyClick(window.list(), Qt::Key_Return);
    QCOMPARE(window.window().location().section, Section::Workspaces);
    QTRY_VERIFY(TestWindow::column(window.list(), 0).contains(u"payments"_s));
}

void ClustersTest::saysWhatIsWrongAndKeepsWhatWasTyped()
{
    TestWindow window({named(u"taken"_s, QUrl(u"http://127.0.0.1:1"_s))});
    QVERIFY(window.go(Section::Clusters));
    QTest::keyClick(&window.window(), Qt::Key_N, Qt::ControlModifier);
    auto *dialog = dialogOver<ClusterDialog>(window.window());
    QVERIFY(dialog != nullptr);
    QVERIFY(press(dialog, u"Save"_s));
    QVERIFY(label(dialog, u"The cluster needs a name."_s) != nullptr);
    type(dialog, u"admin"_s, u"gateway"_s);
    QVERIFY(label(dialog, u"not an address of an Admin API"_s) != nullptr);
    type(dialog, u"admin"_s, u"http://127.0.0.1:2"_s);
    type(dialog, u"name"_s, u"taken"_s);
    QVERIFY(press(dialog, u"Save"_s));
    QTRY_VERIFY(label(dialog, u"There is a cluster \"taken\" already."_s) != nullptr);
    QCOMPARE(dialog->profile().admin, QUrl(u"http://127.0.0.1:2"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialogOver<ClusterDialog>(window.window()) == nullptr);
}

void ClustersTest::testsTheConnectionStepByStep()
{
    TestWindow window({named(u"mine"_s, m_gateway.cluster().admin)});
    QVERIFY(window.go(Section::Clusters));
    QVERIFY(TestWindow::select(window.list(), u"mine-id"_s));
    TestWindow::offer(window.list(), u"Edit"_s).trigger();
    auto *dialog = dialogOver<ClusterDialog>(window.window());
    QVERIFY(dialog != nullptr);
    type(dialog, u"key"_s, u"wrong"_s);
    QVERIFY(press(dialog, u"Test connection"_s));
    QTRY_VERIFY(label(dialog, u"Something is missing"_s) != nullptr);
    type(dialog, u"key"_s, QString::fromUtf8(m_gateway.key()));
    QVERIFY(press(dialog, u"Test connection"_s));
    QTRY_VERIFY(label(dialog, u"Everything that work with this cluster needs is there."_s) != nullptr);
    QVERIFY(label(dialog, u"The Admin key is accepted."_s) != nullptr);
    QVERIFY(label(dialog, u"Something is missing"_s) == nullptr);
}

// A missing key shows in the banner with the way out; where no keychain answers it lasts for the session.
void ClustersTest::asksForAMissingKey()
{
    TestWindow window({named(u"mine"_s, m_gateway.cluster().admin)});
    window.go(Section::Workspaces, {}, {}, u"mine-id"_s);
    QVERIFY(press(window.page(), u"Enter the key"_s));
    auto *dialog = dialogOver<KeyDialog>(window.window());
    QVERIFY(dialog != nullptr);
    QVERIFY(label(dialog, u"It is kept until Sluice closes, and stored nowhere."_s) != nullptr);
    type(dialog, u"key"_s, QString::fromUtf8(m_gateway.key()));
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"key"_s), Qt::Key_Return);
    QTRY_VERIFY(TestWindow::column(window.list(), 0).contains(u"payments"_s));
    QVERIFY(button(window.page(), u"Enter the key"_s) == nullptr);
}

void ClustersTest::neverShowsOrStoresAKey()
{
    TestWindow window({named(u"mine"_s, m_gateway.cluster().admin)});
    QVERIFY(window.go(Section::Clusters));
    wait([](ClusterDirectory &clusters, QByteArray key) -> QCoro::Task<bool> {
        co_await clusters.changeKey(u"mine-id"_s, key);
        co_return true;
    }(window.application().clusters(), m_gateway.key()));
    QVERIFY(TestWindow::select(window.list(), u"mine-id"_s));
    TestWindow::offer(window.list(), u"Edit"_s).trigger();
    auto *dialog = dialogOver<ClusterDialog>(window.window());
    QVERIFY(dialog != nullptr);
    const auto *key = dialog->findChild<QLineEdit *>(u"key"_s);
    QTRY_VERIFY(key->placeholderText().contains(u"kept"_s));
    QVERIFY(key->text().isEmpty());
    QCOMPARE(key->echoMode(), QLineEdit::Password);
    type(dialog, u"name"_s, u"renamed"_s);
    QVERIFY(press(dialog, u"Save"_s));
    QFile file(window.folder() + u"/clusters.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    QVERIFY(kept.contains("renamed"));
    QVERIFY(!kept.contains(m_gateway.key()));
    window.go(Section::Workspaces, {}, {}, u"mine-id"_s);
    QTRY_VERIFY(TestWindow::column(window.list(), 0).contains(u"payments"_s));
}

void ClustersTest::orderedDuplicatedAndRemoved()
{
    TestWindow window({named(u"a"_s, QUrl(u"http://127.0.0.1:1"_s)), named(u"b"_s, QUrl(u"http://127.0.0.1:2"_s))});
    QVERIFY(window.go(Section::Clusters));
    QVERIFY(TestWindow::select(window.list(), u"b-id"_s));
    TestWindow::offer(window.list(), u"Move up"_s).trigger();
    QTRY_COMPARE(TestWindow::column(window.list(), 0), QStringList({u"b"_s, u"a"_s}));
    QCOMPARE(window.list()->currentSource().data(KeyedTableModel::KeyRole).toString(), u"b-id"_s);
    TestWindow::offer(window.list(), u"Duplicate"_s).trigger();
    auto *dialog = dialogOver<ClusterDialog>(window.window());
    QVERIFY(dialog != nullptr);
    QVERIFY(press(dialog, u"Save"_s));
    QTRY_COMPARE(TestWindow::column(window.list(), 0), QStringList({u"b"_s, u"a"_s, u"b 2"_s}));
    QTest::keyClick(window.list(), Qt::Key_Delete);
    auto *question = dialogOver<ConfirmationDialog>(window.window());
    QVERIFY(question != nullptr);
    QVERIFY(press(question, u"Confirm"_s));
    QTRY_COMPARE(TestWindow::column(window.list(), 0), QStringList({u"a"_s, u"b 2"_s}));
}

// B1a: demo clusters are marked, and never mixed with real ones.
void ClustersTest::demoClustersAreNotChanged()
{
    TestWindow window;
    QVERIFY(window.go(Section::Clusters));
    QVERIFY(TestWindow::select(window.list(), u"demo-staging"_s));
    QCOMPARE(window.list()->currentSource().data().toString(), u"staging (demo)"_s);
    QVERIFY(!TestWindow::offer(window.list(), u"Edit"_s).enabled);
    QVERIFY(!TestWindow::offer(window.list(), u"Remove"_s).enabled);
    QVERIFY(TestWindow::offer(window.list(), u"Open"_s).enabled);
}

void ClustersTest::exportedAndImported()
{
    TestWindow window({named(u"a"_s, QUrl(u"http://127.0.0.1:1"_s))});
    ClusterDirectory &clusters = window.application().clusters();
    const QString file = window.folder() + u"/exported.json"_s;
    QVERIFY(clusters.exportTo(file));
    const auto again = clusters.importFrom(file);
    QVERIFY(again);
    QCOMPARE(again->skipped, QStringList{u"a"_s});
    QVERIFY(clusters.remove(u"a-id"_s));
    const auto added = clusters.importFrom(file);
    QVERIFY(added);
    QCOMPARE(added->added, QStringList{u"a"_s});
    QCOMPARE(clusters.clusters().first().admin, QUrl(u"http://127.0.0.1:1"_s));
    QVERIFY(!clusters.importFrom(window.folder() + u"/nowhere.json"_s));
}

QTEST_MAIN(ClustersTest)
#include "tst_clusters.moc"
