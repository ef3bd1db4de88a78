// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/confirmationdialog.h"
#include "core/models/activitymodel.h"
#include "tests/support/testwindow.h"

#include <QClipboard>
#include <QComboBox>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

/// What the window lists of its own requests.
class ActivityPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsChangesWithTheirAction();
    void copiesALineForAShell();
};

// B26: an action's requests under its name; what the window reads by itself stays out until it is asked for.
void ActivityPageTest::listsChangesWithTheirAction()
{
    TestWindow window;
    QVERIFY(window.go(Section::Activity));
    QVERIFY(label(window.page(), u"Nothing was changed from here yet"_s) != nullptr);
    QVERIFY(window.go(Section::ApiDetail, u"route/checkout"_s));
    QVERIFY(press(window.page(), u"Cancel release"_s));
    auto *question = dialogOver<ConfirmationDialog>(window.window());
    QVERIFY(question != nullptr);
    QVERIFY(press(question, u"Confirm"_s));
    QTRY_VERIFY(label(window.page(), u"is cancelled"_s) != nullptr);
    QVERIFY(window.go(Section::Activity));
    QCOMPARE(namelessInputs(window.page()), QStringList());
    const QStringList requests = TestWindow::column(window.list(), ActivityModel::Request);
    QVERIFY(requests.contains(u"PATCH routes/checkout"_s));
    QVERIFY(!requests.filter(u"GET "_s).contains(u"GET upstreams"_s));
    const qsizetype row = requests.indexOf(u"PATCH routes/checkout"_s);
    QCOMPARE(TestWindow::column(window.list(), ActivityModel::Action).at(row), u"Cancel release"_s);
    const int shown = window.list()->shownRows();
    window.page()->tools()->findChild<QComboBox *>()->setCurrentIndex(1);
    QVERIFY(window.list()->shownRows() > shown);
}

// E24: the key is read by the shell, and stands in no line.
void ActivityPageTest::copiesALineForAShell()
{
    TestWindow window;
    QVERIFY(window.go(Section::Apis));
    QVERIFY(window.go(Section::Activity));
    window.page()->tools()->findChild<QComboBox *>()->setCurrentIndex(1);
    QVERIFY(window.list()->shownRows() > 0);
    window.list()->setCurrentIndex(window.list()->model()->index(0, 0));
    QTest::keyClick(window.list(), Qt::Key_Return);
    const QString line = QApplication::clipboard()->text();
    QVERIFY2(line.startsWith(u"curl"_s) && line.contains(u"$SLUICE_ADMIN_KEY"_s), qPrintable(line));
}

QTEST_MAIN(ActivityPageTest)
#include "tst_activitypage.moc"
