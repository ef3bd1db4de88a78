// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/confirmationdialog.h"
#include "app/dialogs/upstreamdialog.h"
#include "tests/support/testgateway.h"
#include "tests/support/testwindow.h"

#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

/// Upstreams made, changed and deleted in the window, against the simulator.
class UpstreamPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<TestWindow>(); }
    void cleanup() { m_window.reset(); }

    void madeByTheKeyboardAlone();
    void saysWhatIsWrongUnderTheField();
    void keepsWhatWasTypedWhenItIsRefused();
    void changedWithoutLosingWhatTheFormHides();
    void asksBeforeTypedThingsAreLost();
    void deleteSaysWhoUsesIt();
    void deletedWhenNobodyUsesIt();

private:
    UpstreamDialog *openNew();
    QJsonObject stored(const QString &id);
    static void type(const QWidget *dialog, const QString &field, const QString &text);

    std::unique_ptr<TestWindow> m_window;
};

UpstreamDialog *UpstreamPagesTest::openNew()
{
    if (!m_window->go(Section::Upstreams))
        return nullptr;
    QTest::keyClick(&m_window->window(), Qt::Key_N, Qt::ControlModifier);
    return dialogOver<UpstreamDialog>(m_window->window());
}

QJsonObject UpstreamPagesTest::stored(const QString &id)
{
    const auto session = m_window->application().clusters().watch(u"demo-staging"_s)->session();
    const auto found = wait(session->admin().get(ResourceKind::Upstreams, id));
    return found ? found->value : QJsonObject();
}

void UpstreamPagesTest::type(const QWidget *dialog, const QString &field, const QString &text)
{
    auto *line = dialog->findChild<QLineEdit *>(field);
    QVERIFY2(line != nullptr, qPrintable(field));
    line->selectAll();
    QTest::keyClicks(line, text);
}

// B6: Ctrl+N, name, nodes, Enter; the id follows the name, a pasted host:port falls apart, the workspace is labelled.
void UpstreamPagesTest::madeByTheKeyboardAlone()
{
    UpstreamDialog *dialog = openNew();
    QVERIFY(dialog != nullptr);
    QCOMPARE(namelessInputs(dialog), QStringList());
    dialog->findChild<QLineEdit *>(u"id"_s)->setFocus();
    QTest::keyClick(dialog, Qt::Key_Tab);
    QTest::keyClick(dialog, Qt::Key_Tab);
    QCOMPARE(dialog->focusWidget()->objectName(), u"host"_s); // behind the id and the description
    QSignalSpy saved(dialog, &UpstreamDialog::saved);
    type(dialog, u"name"_s, u"Pay V3"_s);
    QCOMPARE(dialog->findChild<QLineEdit *>(u"id"_s)->text(), u"pay-v3"_s);
    QApplication::clipboard()->setText(u"http://10.20.1.31:8080/"_s);
    dialog->findChild<QLineEdit *>(u"host"_s)->paste();
    QCOMPARE(dialog->findChild<QLineEdit *>(u"port"_s)->text(), u"8080"_s);
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"host"_s), Qt::Key_Return);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(saved.first().first().toString(), u"pay-v3"_s);
    QTRY_VERIFY(TestWindow::select(m_window->list(), u"pay-v3"_s));
    QCOMPARE(stored(u"pay-v3"_s)[u"labels"_s].toObject(), json("{'workspace':'payments'}"));
    QCOMPARE(stored(u"pay-v3"_s)[u"nodes"_s].toArray().first().toObject(),
             json("{'host':'10.20.1.31','port':8080,'weight':1}"));
}

void UpstreamPagesTest::saysWhatIsWrongUnderTheField()
{
    UpstreamDialog *dialog = openNew();
    QVERIFY(dialog != nullptr);
    type(dialog, u"id"_s, u"a b"_s);
    QVERIFY(label(dialog, u"An id has letters"_s) != nullptr);
    type(dialog, u"id"_s, u"a-b"_s);
    QVERIFY(label(dialog, u"An id has letters"_s) == nullptr);
    type(dialog, u"port"_s, u"99999"_s);
    QVERIFY(label(dialog, u"The node needs a host."_s) != nullptr);
    type(dialog, u"host"_s, u"10.0.0.9"_s);
    QVERIFY(label(dialog, u"A port is a number"_s) != nullptr);
    QTest::mouseClick(button(dialog, u"Create"_s), Qt::LeftButton);
    QVERIFY(dialog->isVisible());
    QVERIFY(stored(u"a-b"_s).isEmpty());
}

// B28: an id that is taken is refused, nothing of the other one is overwritten, and everything typed is still there.
void UpstreamPagesTest::keepsWhatWasTypedWhenItIsRefused()
{
    UpstreamDialog *dialog = openNew();
    QVERIFY(dialog != nullptr);
    type(dialog, u"name"_s, u"pay-v1"_s);
    type(dialog, u"host"_s, u"10.0.0.9"_s);
    const QJsonObject before = stored(u"pay-v1"_s);
    const UpstreamDraft typed = dialog->draft();
    QVERIFY(press(dialog, u"Create"_s));
    QTRY_VERIFY(label(dialog, u"There is an upstream with the id \"pay-v1\" already."_s) != nullptr);
    QCOMPARE(dialog->draft(), typed);
    QCOMPARE(stored(u"pay-v1"_s), before);
}

// E8: fields that the form does not show stay as they were.
void UpstreamPagesTest::changedWithoutLosingWhatTheFormHides()
{
    QVERIFY(m_window->go(Section::UpstreamDetail, u"wallet-v1"_s));
    const QJsonObject before = stored(u"wallet-v1"_s);
    QVERIFY(before.contains(u"timeout"_s));
    QVERIFY(press(&m_window->window(), u"Edit"_s));
    auto *dialog = dialogOver<UpstreamDialog>(m_window->window());
    QVERIFY(dialog != nullptr);
    QVERIFY(!dialog->findChild<QLineEdit *>(u"id"_s)->isEnabled());
    dialog->findChild<QSpinBox *>()->setValue(7);
    QVERIFY(press(dialog, u"Save"_s));
    QTRY_VERIFY(dialogOver<UpstreamDialog>(m_window->window()) == nullptr);
    QJsonObject after = stored(u"wallet-v1"_s);
    QCOMPARE(after[u"nodes"_s].toArray().first()[u"weight"_s].toInt(), 7);
    QCOMPARE(after[u"timeout"_s], before[u"timeout"_s]);
    QCOMPARE(after[u"labels"_s], before[u"labels"_s]);
    const ListView *nodes = m_window->list(u"Nodes"_s);
    QTRY_COMPARE(TestWindow::column(nodes, 2).first(), u"87.5 %"_s);
}

void UpstreamPagesTest::asksBeforeTypedThingsAreLost()
{
    UpstreamDialog *dialog = openNew();
    QVERIFY(dialog != nullptr);
    type(dialog, u"name"_s, u"x"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog->isVisible());
    QVERIFY(label(dialog, u"What you typed has not been saved."_s) != nullptr);
    QVERIFY(press(dialog, u"Leave without saving"_s));
    QVERIFY(dialogOver<UpstreamDialog>(m_window->window()) == nullptr);
}

// E22: in use by an API and as a release's target: who that is, and no Delete.
void UpstreamPagesTest::deleteSaysWhoUsesIt()
{
    QVERIFY(m_window->go(Section::Upstreams));
    QVERIFY(TestWindow::select(m_window->list(), u"pay-v1"_s));
    const RowAction current = TestWindow::offer(m_window->list(), u"Delete"_s);
    QVERIFY(!current.enabled);
    QCOMPARE(current.reason, u"In use: Checkout."_s);
    QVERIFY(TestWindow::select(m_window->list(), u"pay-v2"_s));
    QCOMPARE(TestWindow::offer(m_window->list(), u"Delete"_s).reason, u"In use: release \"Checkout 2.4\"."_s);
}

// B26: asked first, with the request; no field for a reason that nothing records.
void UpstreamPagesTest::deletedWhenNobodyUsesIt()
{
    QVERIFY(m_window->go(Section::Upstreams));
    QVERIFY(TestWindow::select(m_window->list(), u"invoice-v2"_s));
    QTest::keyClick(m_window->list(), Qt::Key_Delete);
    auto *question = dialogOver<ConfirmationDialog>(m_window->window());
    QVERIFY(question != nullptr);
    QVERIFY(question->findChild<QLineEdit *>(u"reason"_s) == nullptr);
    QVERIFY(press(question, u"Confirm"_s));
    QTRY_VERIFY(!TestWindow::select(m_window->list(), u"invoice-v2"_s));
    QVERIFY(stored(u"invoice-v2"_s).isEmpty());
}

QTEST_MAIN(UpstreamPagesTest)
#include "tst_upstreampages.moc"
