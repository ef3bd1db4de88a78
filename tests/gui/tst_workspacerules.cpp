// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/confirmationdialog.h"
#include "app/dialogs/workspacechoicedialog.h"
#include "tests/support/gatewaywindow.h"
#include "tests/support/testgateway.h"

#include <QMenu>
#include <QPlainTextEdit>
#include <QScopeGuard>
#include <QSemaphore>
#include <QThreadPool>
#include <QToolButton>
#include <QTreeWidget>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

using Match = WorkspaceRule::Match;

const WorkspaceRule shops{Match::UriPrefix, {}, u"/s"_s, u"shops"_s};

} // namespace

/// Workspaces by rules and their labels in the window (design.md 3), against the simulator.
class WorkspaceRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void savedForEveryone();
    void theOrderDecides();
    void previewIsMadeInAnotherThread();
    void saysWhatIsWrong();
    void meetsAnotherOperator();
    void keepsWhatIsTyped();
    void aViewerMayTry();
    void writesLabels();
    void labelsWhatIsSelected();

private:
    void open(const QByteArray &key);
    bool enterRules();
    template <class Field>
    QList<Field *> fields(const QString &name);
    QString lastText(const QString &name);
    bool add(const WorkspaceRule &rule);
    QString placeOf(const QString &key);
    bool save();
    QAbstractButton *saveButton() { return button(m_window->page(), u"Save…"_s); }
    QJsonArray storedRules() const;

    std::unique_ptr<TestGateway> m_gateway;
    std::unique_ptr<GatewayWindow> m_window;
};

void WorkspaceRulesTest::init()
{
    m_gateway = std::make_unique<TestGateway>();
    open(m_gateway->key());
}

void WorkspaceRulesTest::open(const QByteArray &key)
{
    m_window = std::make_unique<GatewayWindow>(m_gateway->cluster().admin, key);
}

/// As a user comes there.
bool WorkspaceRulesTest::enterRules()
{
    return m_window->goTo(Section::Workspaces, {}, {}) && press(&m_window->window(), u"Rules…"_s) &&
           QTest::qWaitFor([this] { return m_window->application().isSettled(); }) &&
           m_window->window().location().section == Section::WorkspaceRules;
}

/// In the order in which they are seen.
template <class Field>
QList<Field *> WorkspaceRulesTest::fields(const QString &name)
{
    QList<Field *> found = m_window->page()->findChildren<Field *>(name);
    found.removeIf([](const Field *field) { return !field->isVisible(); });
    const auto top = [](const QWidget *field) { return field->mapTo(field->window(), QPoint()).y(); };
    std::sort(found.begin(), found.end(), [&top](const Field *a, const Field *b) { return top(a) < top(b); });
    return found;
}

/// Empty where there is no such field yet.
QString WorkspaceRulesTest::lastText(const QString &name)
{
    const QList<QLineEdit *> all = fields<QLineEdit>(name);
    return all.isEmpty() ? QString() : all.last()->text();
}

bool WorkspaceRulesTest::add(const WorkspaceRule &rule)
{
    if (!press(m_window->page(), u"Rule"_s))
        return false;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    if (rule.match != Match::Label && !choose(fields<QComboBox>(u"rule-match"_s).last(), toText(rule.match)))
        return false;
    if (rule.match == Match::Label)
        fill(fields<QLineEdit>(u"rule-key"_s).last(), rule.key);
    fill(fields<QLineEdit>(u"rule-value"_s).last(), rule.value);
    fill(fields<QLineEdit>(u"rule-workspace"_s).last(), rule.workspace);
    return true;
}

/// The workspace that the preview shows for an object.
QString WorkspaceRulesTest::placeOf(const QString &key)
{
    if (!TestWindow::select(m_window->list(), key))
        return {};
    return m_window->list()->model()->index(m_window->list()->currentIndex().row(), 3).data().toString();
}

bool WorkspaceRulesTest::save()
{
    if (!press(m_window->page(), u"Save…"_s))
        return false;
    auto *question = dialogOver<ConfirmationDialog>(m_window->window());
    return question != nullptr && press(question, u"Confirm"_s);
}

QJsonArray WorkspaceRulesTest::storedRules() const
{
    const QJsonObject object = m_gateway->stored(u"plugin_configs"_s, u"sluice-workspaces"_s);
    return object[u"plugins"_s][u"traffic-split"_s][u"sluice"_s][u"workspaces"_s].toArray();
}

// However long it takes: what is typed next counts.
void WorkspaceRulesTest::previewIsMadeInAnotherThread()
{
    QVERIFY(enterRules());
    QSemaphore gate;
    const int threads = QThreadPool::globalInstance()->maxThreadCount();
    for (int busy = 0; busy < threads; ++busy)
        QThreadPool::globalInstance()->start([&gate] { gate.acquire(); });
    auto open = qScopeGuard([&gate, threads] { gate.release(threads); });
    QVERIFY(add(shops));
    QTRY_VERIFY(!m_window->page()->isSettled());
    QCOMPARE(placeOf(u"route/s1"_s), u"default"_s);
    fill(fields<QLineEdit>(u"rule-workspace"_s).last(), u"market"_s);
    gate.release(threads);
    open.dismiss();
    QTRY_COMPARE(placeOf(u"route/s1"_s), u"market"_s);
}

// Typed, seen at once in the preview, asked with the exact request, saved; no API is touched.
void WorkspaceRulesTest::savedForEveryone()
{
    const QJsonValue routes = m_gateway->exported()[u"routes"_s];
    QVERIFY(enterRules());
    QCOMPARE(placeOf(u"route/s1"_s), u"default"_s);
    QVERIFY(!saveButton()->isEnabled());
    QVERIFY(add(shops));
    QCOMPARE(namelessInputs(m_window->page()), QStringList());
    QTRY_COMPARE(placeOf(u"route/s1"_s), u"shops"_s);
    QCOMPARE(placeOf(u"route/pay"_s), u"payments"_s); // by its label
    QVERIFY(label(m_window->page(), u"matches 2"_s) != nullptr);
    QVERIFY(label(m_window->page(), u"1 by label · 2 by a rule · 6 unassigned"_s) != nullptr);
    QVERIFY(storedRules().isEmpty());

    QVERIFY(press(m_window->page(), u"Save…"_s));
    auto *question = dialogOver<ConfirmationDialog>(m_window->window());
    QVERIFY(question != nullptr);
    QVERIFY(press(question, u"Requests that will be sent"_s));
    QTRY_VERIFY(question->findChild<QPlainTextEdit *>()->toPlainText().startsWith(
        "PUT /apisix/admin/plugin_configs/sluice-workspaces"_L1));
    QVERIFY(press(question, u"Confirm"_s));
    QTRY_VERIFY(label(m_window->page(), u"The workspace rules are saved."_s) != nullptr);
    QCOMPARE(*workspaceRulesFrom(storedRules()), QList<WorkspaceRule>{shops});
    QCOMPARE(m_gateway->exported()[u"routes"_s], routes);
    QTRY_VERIFY(!saveButton()->isEnabled());
    QVERIFY(m_window->goTo(Section::Workspaces, {}, {}));
    QVERIFY(TestWindow::select(m_window->list(), u"shops"_s));
}

void WorkspaceRulesTest::theOrderDecides()
{
    QVERIFY(wait(m_gateway->session()->setWorkspaceRules({shops, {Match::Id, {}, u"^s1$"_s, u"first"_s}})));
    QVERIFY(enterRules());
    QTRY_COMPARE(placeOf(u"route/s1"_s), u"shops"_s);
    QVERIFY(label(m_window->page(), u"matches nothing"_s) != nullptr);
    QTest::mouseClick(fields<QToolButton>(u"rule-up"_s).last(), Qt::LeftButton);
    QTRY_COMPARE(placeOf(u"route/s1"_s), u"first"_s);
    QCOMPARE(placeOf(u"route/s2"_s), u"shops"_s);
    QTest::mouseClick(fields<QToolButton>(u"rule-remove"_s).first(), Qt::LeftButton);
    QTRY_COMPARE(placeOf(u"route/s1"_s), u"shops"_s);
    QTest::mouseClick(fields<QToolButton>(u"rule-remove"_s).first(), Qt::LeftButton);
    QVERIFY(save());
    QTRY_VERIFY(m_gateway->stored(u"plugin_configs"_s, u"sluice-workspaces"_s).isEmpty());
}

void WorkspaceRulesTest::saysWhatIsWrong()
{
    QVERIFY(enterRules());
    QVERIFY(add({Match::Name, {}, u"("_s, u"shops"_s}));
    QVERIFY(label(m_window->page(), u"Rule 1 is not a regular expression"_s) != nullptr);
    QVERIFY(!saveButton()->isEnabled());
    QVERIFY(saveButton()->toolTip().startsWith("Rule 1 is not a regular expression"_L1));
    fill(fields<QLineEdit>(u"rule-value"_s).last(), u"shop"_s);
    QVERIFY(saveButton()->isEnabled());
}

// E12: who saves second is told, and decides whose rules hold; nothing typed is lost meanwhile.
void WorkspaceRulesTest::meetsAnotherOperator()
{
    const QList<WorkspaceRule> theirs{{Match::Label, u"team"_s, u"a"_s, u"team-a"_s}};
    QVERIFY(enterRules());
    QVERIFY(add(shops));
    QVERIFY(wait(m_gateway->session(u"zhao"_s)->setWorkspaceRules(theirs)));
    QVERIFY(save());
    QTRY_VERIFY(label(m_window->page(), u"The workspace rules were changed elsewhere."_s) != nullptr);
    QCOMPARE(*workspaceRulesFrom(storedRules()), theirs);
    QTRY_COMPARE(lastText(u"rule-value"_s), shops.value);
    QVERIFY(press(m_window->page(), u"Keep mine"_s));
    QVERIFY(save());
    QTRY_COMPARE(*workspaceRulesFrom(storedRules()), QList<WorkspaceRule>{shops});
    QTRY_VERIFY(!saveButton()->isEnabled());

    // What was saved is read once more, and the rows are made anew.
    QTRY_COMPARE(lastText(u"rule-workspace"_s), shops.workspace);
    fill(fields<QLineEdit>(u"rule-workspace"_s).last(), u"other"_s);
    QVERIFY(wait(m_gateway->session(u"zhao"_s)->setWorkspaceRules(theirs)));
    m_window->page()->refresh();
    QVERIFY(press(m_window->page(), u"Take theirs"_s));
    QTRY_COMPARE(lastText(u"rule-workspace"_s), u"team-a"_s);
    QVERIFY(!saveButton()->isEnabled());
}

// A refresh, and a program that ends, lose nothing: not even what is no whole rule yet.
void WorkspaceRulesTest::keepsWhatIsTyped()
{
    QVERIFY(enterRules());
    QVERIFY(add({Match::Host, {}, u"*.shop.example.com"_s, {}}));
    QTRY_VERIFY(QFile::exists(m_window->folder() + u"/drafts.json"_s));
    m_window->page()->refresh();
    QTRY_VERIFY(m_window->application().isSettled());
    QTRY_COMPARE(lastText(u"rule-value"_s), u"*.shop.example.com"_s);
    m_window->reopen();
    QVERIFY(m_window->goTo(Section::WorkspaceRules, {}, {}));
    QTRY_COMPARE(lastText(u"rule-value"_s), u"*.shop.example.com"_s);
    QVERIFY(press(m_window->page(), u"Start over"_s));
    QVERIFY(fields<QLineEdit>(u"rule-value"_s).isEmpty());
}

// E13
void WorkspaceRulesTest::aViewerMayTry()
{
    QVERIFY(wait(m_gateway->session()->setWorkspaceRules({shops})));
    open(TestGateway::viewerKey());
    QVERIFY(enterRules());
    fill(fields<QLineEdit>(u"rule-workspace"_s).last(), u"mine"_s);
    QTRY_COMPARE(placeOf(u"route/s1"_s), u"mine"_s);
    QVERIFY(!saveButton()->isEnabled());
    QCOMPARE(saveButton()->toolTip(), u"This Admin key may only read."_s);
    const auto *labels = button(&m_window->window(), u"Write labels…"_s);
    QVERIFY(!labels->isEnabled());
    QCOMPARE(labels->toolTip(), u"This Admin key may only read."_s);
}

// A dry run first: each can be left out, and an API with a release is skipped and says why.
void WorkspaceRulesTest::writesLabels()
{
    const auto session = m_gateway->session();
    QVERIFY(wait(session->setWorkspaceRules({{Match::Id, {}, u"^(s[12]|bare)$"_s, u"shops"_s}})));
    const NewRelease wanted{u"r"_s, {}, *parseApiRef(u"route/s1"_s), u"pay-v2"_s, {}, {}};
    QVERIFY(wait(session->releases().create(wanted)));
    QVERIFY(enterRules());
    QVERIFY(press(&m_window->window(), u"Write labels…"_s));
    auto *dialog = dialogOver<LabellingDialog>(m_window->window());
    QVERIFY(dialog != nullptr);
    QCOMPARE(namelessInputs(dialog), QStringList());
    auto *list = dialog->findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItemCount(), 3);
    const auto line = [list](const QString &item) { return list->findItems(item, Qt::MatchStartsWith).value(0); };
    QVERIFY(line(u"routes/s1"_s)->isDisabled());
    QCOMPARE(line(u"routes/s1"_s)->text(2), u"it has a release in progress"_s);
    list->setCurrentItem(line(u"routes/bare"_s));
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(label(dialog, u"1 label"_s) != nullptr);
    QVERIFY(press(dialog, u"Requests that will be sent"_s));
    QTRY_VERIFY(dialog->findChild<QPlainTextEdit *>()->toPlainText().startsWith("PATCH /apisix/admin/routes/s2"_L1));
    QVERIFY(!m_gateway->stored(u"routes"_s, u"s2"_s).contains(u"labels"_s));
    QVERIFY(press(dialog, u"Confirm"_s));
    QTRY_VERIFY(label(m_window->page(), u"1 label"_s) != nullptr);
    QCOMPARE(m_gateway->stored(u"routes"_s, u"s2"_s)[u"labels"_s].toObject(), json("{'workspace':'shops'}"));
    QVERIFY(!m_gateway->stored(u"routes"_s, u"bare"_s).contains(u"labels"_s));
}

// Any choice of APIs, from their list: the workspace is typed, what it would do is seen at once.
void WorkspaceRulesTest::labelsWhatIsSelected()
{
    const auto session = m_gateway->session();
    const NewRelease wanted{u"r"_s, {}, *parseApiRef(u"route/s1"_s), u"pay-v2"_s, {}, {}};
    QVERIFY(wait(session->releases().create(wanted)));
    QVERIFY(m_window->goTo(Section::Apis, {}, u"default"_s));
    QVERIFY(TestWindow::select(m_window->list(), u"route/bare"_s));
    QVERIFY(TestWindow::offer(m_window->list(), u"Label with a workspace…"_s).enabled);
    // The button More at the end of a selected row keeps the selection.
    ListView *apis = m_window->list();
    apis->selectAll();
    QTest::mouseClick(apis->viewport(), Qt::LeftButton, {}, apis->actionRect(2, u"More"_s).center());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    menu->close();
    QCOMPARE(apis->selectedSources().size(), 5);
    TestWindow::offer(apis, u"Label with a workspace…"_s).trigger();
    auto *dialog = dialogOver<WorkspaceChoiceDialog>(m_window->window());
    QVERIFY(dialog != nullptr);
    QCOMPARE(namelessInputs(dialog), QStringList());
    QVERIFY(!button(dialog, u"Confirm"_s)->isEnabled());
    QCOMPARE(button(dialog, u"Confirm"_s)->toolTip(), u"Name the workspace first."_s);
    auto *workspace = dialog->findChild<QComboBox *>(u"workspace"_s);
    QVERIFY(workspace->findText(u"payments"_s) >= 0);
    QTest::keyClicks(workspace, u"two words"_s);
    QVERIFY(!button(dialog, u"Confirm"_s)->isEnabled());
    workspace->lineEdit()->clear();
    QTest::keyClicks(workspace, u"shop"_s);
    auto *list = dialog->findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItemCount(), 5);
    const auto line = [list](const QString &item) { return list->findItems(item, Qt::MatchStartsWith).value(0); };
    QVERIFY(line(u"routes/s1"_s)->isDisabled());
    line(u"routes/s2"_s)->setCheckState(0, Qt::Unchecked);
    QTest::keyClicks(workspace, u"s"_s); // what was left out stays so
    QCOMPARE(line(u"routes/bare"_s)->text(1), u"shops"_s);
    QVERIFY(label(dialog, u"3 labels"_s) != nullptr);
    QVERIFY(press(dialog, u"Confirm"_s));
    QTRY_VERIFY(label(m_window->page(), u"3 labels"_s) != nullptr);
    QCOMPARE(m_gateway->stored(u"routes"_s, u"bare"_s)[u"labels"_s].toObject(), json("{'workspace':'shops'}"));
    QCOMPARE(m_gateway->stored(u"services"_s, u"svc"_s)[u"labels"_s].toObject(), json("{'workspace':'shops'}"));
    QVERIFY(!m_gateway->stored(u"routes"_s, u"s2"_s).contains(u"labels"_s));
    open(TestGateway::viewerKey()); // E13
    QVERIFY(m_window->goTo(Section::Apis, {}, u"default"_s));
    QVERIFY(TestWindow::select(m_window->list(), u"route/s2"_s));
    QVERIFY(!TestWindow::offer(m_window->list(), u"Label with a workspace…"_s).enabled);
}

QTEST_MAIN(WorkspaceRulesTest)
#include "tst_workspacerules.moc"
