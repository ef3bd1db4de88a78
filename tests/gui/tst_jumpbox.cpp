// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/shortcutsdialog.h"
#include "app/widgets/jumpbox.h"
#include "tests/support/testwindow.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

JumpEntry entry(const QString &title, const QString &words = {})
{
    return {{}, title, u"here"_s, words};
}

} // namespace

/// Jumping by typing, the list of keys, and lists that are copied, exported and laid out.
class JumpBoxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByEveryWord_data();
    void findsByEveryWord();
    void jumpsByKeysAlone();
    void runsAnAction();
    void showsEveryKey();
    void copiesAndExportsTheList();
    void keepsTheColumns();
};

void JumpBoxTest::findsByEveryWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("titles");
    QTest::newRow("everything") << QString() << QStringList{u"Checkout"_s, u"Old checkout"_s, u"Users"_s};
    QTest::newRow("a beginning comes first") << u"check"_s << QStringList{u"Checkout"_s, u"Old checkout"_s};
    QTest::newRow("letter case") << u"USERS"_s << QStringList{u"Users"_s};
    QTest::newRow("words in any order") << u"out old"_s << QStringList{u"Old checkout"_s};
    QTest::newRow("a path") << u"/users/*"_s << QStringList{u"Users"_s};
    QTest::newRow("nothing") << u"x y"_s << QStringList();
}

void JumpBoxTest::findsByEveryWord()
{
    QFETCH(QString, text);
    const QList<JumpEntry> entries{entry(u"Old checkout"_s), entry(u"Checkout"_s), entry(u"Users"_s, u"/users/*"_s)};
    QStringList titles;
    const QList<JumpEntry> found = matching(entries, text, 10);
    for (const JumpEntry &one : found)
        titles.append(one.title);
    if (text.isEmpty())
        titles.sort();
    QTEST(titles, "titles");
    QCOMPARE(matching(entries, {}, 2).size(), 2);
}

// ui.md, Frame: Ctrl+L, a part of the name, Enter; and back.
void JumpBoxTest::jumpsByKeysAlone()
{
    TestWindow window;
    QVERIFY(window.go(Section::Workspaces, {}, {}));
    QTest::keyClick(&window.window(), Qt::Key_L, Qt::ControlModifier);
    auto *box = dialogOver<JumpBox>(window.window());
    QVERIFY(box != nullptr);
    auto *text = box->findChild<QLineEdit *>();
    QTest::keyClicks(text, u"wallet balance"_s);
    QTest::keyClick(text, Qt::Key_Down);
    QTest::keyClick(text, Qt::Key_Up);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(window.window().location().object, u"route/wallet-balance"_s);
    QCOMPARE(window.window().location().workspace, u"payments"_s);
    QTest::keyClick(&window.window(), Qt::Key_K, Qt::ControlModifier);
    box = dialogOver<JumpBox>(window.window());
    QVERIFY(box != nullptr);
    QTest::keyClick(box->findChild<QLineEdit *>(), Qt::Key_Escape);
    QTRY_VERIFY(dialogOver<JumpBox>(window.window()) == nullptr);
}

void JumpBoxTest::runsAnAction()
{
    TestWindow window;
    QVERIFY(window.go(Section::Apis));
    QTest::keyClick(&window.window(), Qt::Key_L, Qt::ControlModifier);
    auto *box = dialogOver<JumpBox>(window.window());
    QVERIFY(box != nullptr);
    QTest::keyClicks(box->findChild<QLineEdit *>(), u"keyboard short"_s);
    QTest::keyClick(box->findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_VERIFY(dialogOver<ShortcutsDialog>(window.window()) != nullptr);
}

void JumpBoxTest::showsEveryKey()
{
    TestWindow window;
    QVERIFY(window.go(Section::Apis));
    QTest::keyClick(&window.window(), Qt::Key_F1);
    auto *dialog = dialogOver<ShortcutsDialog>(window.window());
    QVERIFY(dialog != nullptr);
    for (const QAction *action : window.window().actions().actions()) {
        if (!action->shortcut().isEmpty())
            QVERIFY2(label(dialog, action->text()) != nullptr, qPrintable(action->text()));
    }
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(dialogOver<ShortcutsDialog>(window.window()) == nullptr);
    QTest::keyClick(&window.window(), Qt::Key_Question);
    QVERIFY(dialogOver<ShortcutsDialog>(window.window()) != nullptr);
}

void JumpBoxTest::copiesAndExportsTheList()
{
    TestWindow window;
    QVERIFY(window.go(Section::Upstreams));
    QTest::keyClick(&window.window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), window.list()->shownRows() + 1);
    QCOMPARE(lines.first().split(u'\t').first(), u"Name"_s);
    const QByteArray csv = window.list()->toCsv();
    QVERIFY(csv.startsWith("\xef\xbb\xbf\"Name\",\"Nodes\""));
    QVERIFY(csv.contains("\"pay-v1\",\"10.20.1.11:8080, 10.20.1.12:8080\""));
    KeyedTableModel model([] { return QStringList{u"Name"_s}; }, nullptr);
    ListView list;
    list.setSource(&model, {{u"name"_s, 10, true, false, false}});
    KeyedRow evil;
    evil.key = u"k"_s;
    evil.cells = {u"=1+\"1\""_s};
    model.setRows({evil});
    QVERIFY(list.toCsv().endsWith("\"'=1+\"\"1\"\"\"\r\n"));
}

void JumpBoxTest::keepsTheColumns()
{
    TestWindow window;
    QVERIFY(window.go(Section::Upstreams));
    const int id = window.list()->model()->columnCount() - 2;
    QVERIFY(window.list()->isColumnHidden(id));
    window.list()->setColumnHidden(id, false);
    QVERIFY(window.go(Section::Apis));
    QVERIFY(window.go(Section::Upstreams));
    QVERIFY(!window.list()->isColumnHidden(id));
}

QTEST_MAIN(JumpBoxTest)
#include "tst_jumpbox.moc"
