// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/keydialog.h"
#include "app/dialogs/loadclusterdialog.h"
#include "app/widgets/explanationtree.h"
#include "tests/support/gatewaywindow.h"
#include "tests/support/testgateway.h"

#include <QFile>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QToolButton>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

/// The page of the embedded simulator.
class SimulatorPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void masksTheKey();
    void explainsAndSends();
    void ordersFaults();
    void loadsAnExport();
    void loadsAWorkspaceOfACluster();
    void asksForAMissingKey();
    void stopsAndStarts();

private:
    void showTab(const QString &title);
    QStringList explanation();
    bool answered(const QString &text);

    std::unique_ptr<TestWindow> m_window;
};

void SimulatorPageTest::init()
{
    m_window = std::make_unique<TestWindow>();
    QVERIFY(m_window->go(Section::Simulator));
}

void SimulatorPageTest::showTab(const QString &title)
{
    auto *tabs = m_window->page()->findChild<QTabWidget *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (tabs->tabText(tab) == title)
            tabs->setCurrentIndex(tab);
    }
}

QStringList SimulatorPageTest::explanation()
{
    QStringList lines;
    const auto trees = m_window->page()->findChildren<ExplanationTree *>();
    for (const ExplanationTree *tree : trees) {
        if (!tree->isVisible())
            continue;
        for (QTreeWidgetItemIterator line(const_cast<ExplanationTree *>(tree)); *line != nullptr; ++line)
            lines.append((*line)->text(0) + u": "_s + (*line)->text(1));
    }
    return lines;
}

bool SimulatorPageTest::answered(const QString &text)
{
    return QTest::qWaitFor([this, &text] { return label(m_window->page(), text) != nullptr; });
}

void SimulatorPageTest::masksTheKey()
{
    auto *key = m_window->page()->findChild<QLineEdit *>(u"admin-key"_s);
    QCOMPARE(key->echoMode(), QLineEdit::Password);
    QVERIFY(!key->text().isEmpty());
    QCOMPARE(m_window->list(u"Simulated clusters"_s)->shownRows(), 2);
    QCOMPARE(namelessInputs(m_window->page()), QStringList());
}

// A request is explained without being sent; then it is sent, counted, and explained in the log.
void SimulatorPageTest::explainsAndSends()
{
    showTab(u"Try a request"_s);
    auto *request = m_window->page()->findChild<QPlainTextEdit *>(u"explain-request"_s);
    request->selectAll();
    QTest::keyClicks(request, u"curl http://shop.example.com/catalog/search -H 'X-Canary: 1'"_s);
    QTest::keyClick(request, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!explanation().isEmpty());
    QVERIFY2(explanation().contains(u"Upstream search-v2: 100 %"_s), qPrintable(explanation().join(u'\n')));
    QVERIFY(press(m_window->page(), u"Send"_s));
    QVERIFY(answered(u"200, answered by search-v2"_s));
    showTab(u"Traffic"_s);
    QTRY_VERIFY(m_window->list(u"Newest requests"_s) != nullptr);
    QTRY_COMPARE(m_window->list(u"Newest requests"_s)->shownRows(), 1);
    QCOMPARE(TestWindow::column(m_window->list(u"Newest requests"_s), 5), QStringList{u"rule 1 matches"_s});
    QVERIFY(press(&m_window->window(), u"Reset counters"_s));
    QVERIFY(answered(u"Nobody has called this gateway yet."_s));
}

void SimulatorPageTest::ordersFaults()
{
    showTab(u"Demo backends"_s);
    QTRY_VERIFY(m_window->page()->findChild<QSlider *>(u"errors-status"_s) != nullptr);
    m_window->page()->findChild<QSlider *>(u"errors-status"_s)->setValue(100);
    QCOMPARE(namelessInputs(m_window->page()), QStringList());
    showTab(u"Try a request"_s);
    m_window->page()->findChild<QPlainTextEdit *>(u"explain-request"_s)->setPlainText(u"/status"_s);
    QTRY_VERIFY(press(m_window->page(), u"Send"_s) &&
                QTest::qWaitFor([this] { return label(m_window->page(), u"500, answered"_s) != nullptr; }, 500));
}

void SimulatorPageTest::loadsAnExport()
{
    QFile file(m_window->folder() + u"/export.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"upstreams":[{"id":"only","type":"roundrobin","nodes":{"10.0.0.1:80":1}}]})");
    file.close();
    QVERIFY(press(&m_window->window(), u"Load an export…"_s));
    auto *dialog = dialogOver<QFileDialog>(m_window->window());
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(file.fileName());
    dialog->reject();
    QVERIFY(answered(u"staging holds what the file says."_s));
    auto *watch = m_window->application().clusters().watch(u"demo-staging"_s);
    QTRY_COMPARE(watch->snapshot().upstreams().size(), 1);
    auto *other = m_window->application().clusters().watch(u"demo-production"_s);
    other->refresh();
    QTRY_VERIFY(other->snapshot().upstreams().size() > 1);
}

// The cluster sees nothing but reads; the simulated one holds the workspace, what it names, and nothing else.
void SimulatorPageTest::loadsAWorkspaceOfACluster()
{
    const TestGateway gateway(
        json("{'upstreams':[{'id':'v1','nodes':{'10.0.0.1:80':1}},{'id':'v2','nodes':{'10.0.0.2:80':1}}],"
             "'services':[{'id':'svc','upstream_id':'v1'}],"
             "'routes':[{'id':'pay','uri':'/pay','service_id':'svc','labels':{'workspace':'payments'},"
             "'plugins':{'ip-restriction':{'whitelist':['127.0.0.1']}}},"
             "{'id':'other','uri':'/other','upstream_id':'v2'}]}"));
    m_window = std::make_unique<GatewayWindow>(gateway.cluster().admin, gateway.key());
    QSignalSpy exchanged(&m_window->application().clusters(), &ClusterDirectory::exchanged);
    QVERIFY(m_window->go(Section::Simulator));
    QVERIFY(press(m_window->page(), u"Start"_s));
    QVERIFY(press(&m_window->window(), u"Load a cluster…"_s));
    auto *dialog = dialogOver<LoadClusterDialog>(m_window->window());
    QVERIFY(dialog != nullptr);
    QCOMPARE(namelessInputs(dialog), QStringList());
    QCOMPARE(dialog->findChild<QComboBox *>(u"from-cluster"_s)->currentText(), u"test"_s);
    auto *workspace = dialog->findChild<QComboBox *>(u"from-workspace"_s);
    QTRY_VERIFY(workspace->isEnabled());
    QVERIFY(choose(workspace, u"payments"_s));
    QVERIFY(press(dialog, u"Load"_s));
    QVERIFY(answered(u"staging holds the workspace payments of the cluster test."_s));
    for (const QList<QVariant> &one : std::as_const(exchanged)) {
        const auto exchange = one.at(1).value<Exchange>();
        const bool asksRole = exchange.path == "schema/route"_L1; // on opening a cluster; it writes nothing
        QVERIFY2(exchange.method == "GET" || asksRole, exchange.method.constData());
    }
    auto *watch = m_window->application().clusters().watch(u"demo-staging"_s);
    QTRY_VERIFY(watch->snapshot().taken().isValid());
    QCOMPARE(watch->snapshot().apis().size(), 2);
    QVERIFY(watch->snapshot().api({ApiRef::Kind::Route, u"pay"_s}) != nullptr);
    QCOMPARE(watch->snapshot().upstreams().size(), 1);
    const auto *unsupported = m_window->page()->findChild<QTabWidget *>();
    QTRY_COMPARE(unsupported->tabText(unsupported->currentIndex()), u"Not simulated"_s);
    QVERIFY(label(m_window->page(), u"Routes of other workspaces are left out"_s) != nullptr);
}

// A cluster without a key, or whose key is asked for each time: asked where it is missed, and gone on from there.
void SimulatorPageTest::asksForAMissingKey()
{
    const TestGateway gateway;
    m_window = std::make_unique<GatewayWindow>(gateway.cluster().admin, "");
    QVERIFY(m_window->go(Section::Simulator));
    QVERIFY(press(m_window->page(), u"Start"_s));
    QVERIFY(QTest::qWaitFor([this] { return press(&m_window->window(), u"Load a cluster…"_s); }));
    auto *dialog = dialogOver<LoadClusterDialog>(m_window->window());
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(button(dialog, u"Enter the key"_s) != nullptr);
    QVERIFY(button(dialog, u"Try again"_s) != nullptr);
    QVERIFY(!button(dialog, u"Load"_s)->isEnabled());
    QVERIFY(press(dialog, u"Enter the key"_s));
    auto *question = dialog->findChild<KeyDialog *>();
    QVERIFY(question != nullptr && question->isVisible());
    QTest::keyClicks(question->findChild<QLineEdit *>(u"key"_s), QString::fromLatin1(gateway.key()));
    QVERIFY(press(question, u"Use this key"_s));
    QTRY_VERIFY(button(dialog, u"Load"_s)->isEnabled());
    QVERIFY(button(dialog, u"Enter the key"_s) == nullptr);
    QVERIFY(dialog->findChild<QComboBox *>(u"from-workspace"_s)->findText(u"payments"_s) >= 0);
    QVERIFY(press(dialog, u"Load"_s));
    QVERIFY(answered(u"staging holds what the cluster test holds."_s));
}

void SimulatorPageTest::stopsAndStarts()
{
    QVERIFY(press(&m_window->window(), u"Stop"_s));
    QVERIFY(answered(u"The simulator is not running."_s));
    QVERIFY(m_window->application().clusters().clusters().isEmpty());
    QVERIFY(press(m_window->page(), u"Start"_s));
    QTRY_COMPARE(m_window->application().clusters().clusters().size(), 2);
}

QTEST_MAIN(SimulatorPageTest)
#include "tst_simulatorpage.moc"
