// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/confirmationdialog.h"
#include "app/support/languageswitch.h"
#include "tests/support/gatewaywindow.h"
#include "tests/support/testgateway.h"

#include <QPushButton>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

/// The words that both languages must have exactly so (behaviours.md, Words).
const QHash<QString, QString> chinese{
    {u"Clusters"_s, u"集群管理"_s},
    {u"Cluster list"_s, u"集群列表"_s},
    {u"Open"_s, u"访问"_s},
    {u"Workspaces"_s, u"工作分区"_s},
    {u"API management"_s, u"API 管理"_s},
    {u"APIs"_s, u"API 列表"_s},
    {u"Upstreams"_s, u"上游管理"_s},
    {u"Releases"_s, u"发布管理"_s},
    {u"New"_s, u"新建"_s},
    {u"Configure"_s, u"配置"_s},
    {u"Submit"_s, u"提交"_s},
    {u"More"_s, u"更多"_s},
    {u"Cancel release"_s, u"取消任务"_s},
    {u"Delete"_s, u"删除"_s},
    {u"Delete release"_s, u"删除任务"_s},
    {u"Full release"_s, u"全量发布"_s},
    {u"Confirm"_s, u"确认"_s},
    {u"Back"_s, u"返回"_s},
    {u"Current upstream"_s, u"当前上游"_s},
    {u"By percentage"_s, u"按百分比"_s},
    {u"By rules"_s, u"按规则"_s},
    {u"In progress"_s, u"进行中"_s},
    {u"Cancelled"_s, u"已取消"_s},
    {u"Completed"_s, u"已完成"_s},
    {u"API details"_s, u"API 详情"_s},
    {u"Traffic allocation"_s, u"流量分配方式"_s},
    {u"View"_s, u"查看"_s},
};

} // namespace

/// A whole release as a user makes it, in the window: what is on the gateway after each step is design.md 4's.
class ReleaseStoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void byMouse_data() { languages(); }
    void byMouse();
    void byKeyboard_data() { languages(); }
    void byKeyboard();

private:
    static void languages();
    void speak(const QString &language);
    QString word(const QString &english) const { return m_chinese ? chinese.value(english) : english; }

    void openWorkspaceByMouse();
    void openWorkspaceByKeyboard();
    void makeByMouse(const QString &name);
    void makeByKeyboard(const QString &name);
    void configureByMouse(const QString &id);
    void confirmByMouse(const QString &title);
    void confirmByKeyboard(const QString &title);
    void menuByKeyboard(const QString &id, const QString &entry);

    QJsonObject record(const QString &id) const { return m_gateway->stored(u"plugin_configs"_s, id); }
    QJsonObject route() const { return m_gateway->stored(u"routes"_s, u"pay"_s); }
    QString idOf(const QString &name) const;
    bool becomes(const QString &id, const QString &state);
    void carries(const QString &id, const QJsonObject &split);
    void isPlain(const QString &upstream);

    std::unique_ptr<TestGateway> m_gateway;
    std::unique_ptr<GatewayWindow> m_window;
    bool m_chinese = false;
};

void ReleaseStoryTest::init()
{
    m_gateway = std::make_unique<TestGateway>();
    m_window = std::make_unique<GatewayWindow>(m_gateway->cluster().admin, m_gateway->key());
}

void ReleaseStoryTest::languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("english") << u"en"_s;
    QTest::newRow("chinese") << u"zh_CN"_s;
}

// B29: without a restart.
void ReleaseStoryTest::speak(const QString &language)
{
    m_chinese = language == u"zh_CN"_s;
    m_window->application().language().use(language);
}

QString ReleaseStoryTest::idOf(const QString &name) const
{
    const QJsonArray records = m_gateway->exported()[u"plugin_configs"_s].toArray();
    for (const QJsonValue &record : records) {
        if (record[u"name"_s] == name)
            return record[u"id"_s].toString();
    }
    return {};
}

bool ReleaseStoryTest::becomes(const QString &id, const QString &state)
{
    return QTest::qWaitFor([&] {
        return m_window->window().location().section == Section::Releases && m_window->state(id) == word(state);
    });
}

/// Record and API hold the split, the mark is the record's, and everything else of the route is as it was (E8).
void ReleaseStoryTest::carries(const QString &id, const QJsonObject &split)
{
    const QJsonObject labels = record(id)[u"labels"_s].toObject();
    const QString mark = labels[u"sluice.revision"_s].toString() + u'.' + labels[u"sluice.write"_s].toString();
    QCOMPARE(labels[u"sluice.state"_s].toString(), u"in-progress"_s);
    QCOMPARE(labels[u"sluice.applied"_s].toString(), mark);
    QCOMPARE(record(id)[u"plugins"_s][u"traffic-split"_s].toObject(), split);
    QJsonObject plugins = route()[u"plugins"_s].toObject();
    QCOMPARE(plugins.take(u"traffic-split"_s).toObject(), split);
    QCOMPARE(plugins, json("{'prometheus':{},'proxy-rewrite':{'headers':{'set':{'X-From':'gw'}}}}"));
    QCOMPARE(route()[u"labels"_s][u"sluice.release"_s].toString(), id + u'@' + mark);
    QCOMPARE(route()[u"labels"_s][u"team"_s].toString(), u"a"_s);
    QCOMPARE(route()[u"upstream_id"_s].toString(), u"pay-v1"_s);
}

/// No split and no mark are left.
void ReleaseStoryTest::isPlain(const QString &upstream)
{
    QCOMPARE(route()[u"plugins"_s].toObject(),
             json("{'prometheus':{},'proxy-rewrite':{'headers':{'set':{'X-From':'gw'}}}}"));
    QCOMPARE(route()[u"labels"_s].toObject(), json("{'workspace':'payments','team':'a'}"));
    QCOMPARE(route()[u"upstream_id"_s].toString(), upstream);
}

// B1, B2, B3.
void ReleaseStoryTest::openWorkspaceByMouse()
{
    QVERIFY(press(&m_window->window(), word(u"Clusters"_s)));
    QCOMPARE(m_window->page()->title(), word(u"Cluster list"_s));
    QVERIFY(pressInRow(m_window->list(), u"test"_s, word(u"Open"_s)));
    QCOMPARE(m_window->page()->title(), word(u"Workspaces"_s));
    QVERIFY(pressInRow(m_window->list(), u"payments"_s, word(u"Open"_s)));
    QCOMPARE(m_window->page()->title(), word(u"APIs"_s));
    auto *menu = m_window->window().findChild<SideMenu *>();
    QVERIFY(!menu->findItems(word(u"API management"_s), Qt::MatchExactly).isEmpty());
    QVERIFY(!menu->findItems(word(u"Upstreams"_s), Qt::MatchExactly).isEmpty());
    QVERIFY(pressInMenu(m_window->window(), word(u"Releases"_s)));
    QCOMPARE(m_window->window().location().section, Section::Releases);
}

// B5, B7, B9: 20 % of pay go to pay-v2.
void ReleaseStoryTest::makeByMouse(const QString &name)
{
    QVERIFY(press(&m_window->window(), word(u"New"_s)));
    QCOMPARE(m_window->window().location().section, Section::ReleaseForm);
    QTRY_VERIFY(m_window->field<QComboBox>(u"api"_s)->count() > 0);
    fill(m_window->field<QLineEdit>(u"name"_s), name);
    QVERIFY(choose(m_window->field<QComboBox>(u"api"_s), u"route/pay"_s));
    QVERIFY(label(m_window->page(), word(u"Current upstream"_s)) != nullptr);
    QVERIFY(choose(m_window->field<QComboBox>(u"target"_s), u"pay-v2"_s));
    fill(m_window->field<QSpinBox>(u"share"_s), 20);
    QVERIFY(press(m_window->page(), word(u"Submit"_s)));
}

// B12: to 50 %, and from there to rules.
void ReleaseStoryTest::configureByMouse(const QString &id)
{
    QVERIFY(pressInRow(m_window->list(), id, word(u"Configure"_s)));
    QTRY_COMPARE(m_window->field<QSpinBox>(u"share"_s)->value(), 20);
    fill(m_window->field<QSpinBox>(u"share"_s), 50);
    QVERIFY(press(m_window->page(), word(u"Submit"_s)));
    QVERIFY(becomes(id, u"In progress"_s));
    carries(id, json("{'rules':[{'weighted_upstreams':[{'upstream_id':'pay-v2','weight':50},{'weight':50}]}]}"));

    QVERIFY(pressInRow(m_window->list(), id, word(u"Configure"_s)));
    QTRY_COMPARE(m_window->field<QSpinBox>(u"share"_s)->value(), 50);
    QVERIFY(press(m_window->page(), word(u"By rules"_s)));
    fill(m_window->field<QLineEdit>(u"condition-name"_s), u"X-Canary"_s);
    fill(m_window->field<QLineEdit>(u"condition-value"_s), u"1"_s);
    QVERIFY(press(m_window->page(), word(u"Submit"_s)));
    QVERIFY(becomes(id, u"In progress"_s));
    carries(id, json("{'rules':[{'match':[{'vars':[['http_x_canary','==','1']]}],"
                     "'weighted_upstreams':[{'upstream_id':'pay-v2','weight':100}]}]}"));
}

// B26: the verb in the title, Confirm and Back and nothing else.
void ReleaseStoryTest::confirmByMouse(const QString &title)
{
    auto *question = dialogOver<ConfirmationDialog>(m_window->window());
    QVERIFY(question != nullptr);
    QCOMPARE(question->windowTitle(), word(title));
    QVERIFY(button(question, word(u"Back"_s)) != nullptr);
    QVERIFY(press(question, word(u"Confirm"_s)));
}

// B1 to B24.
void ReleaseStoryTest::byMouse()
{
    QFETCH(QString, language);
    speak(language);
    openWorkspaceByMouse();
    makeByMouse(u"checkout v2"_s);
    QTRY_VERIFY(!idOf(u"checkout v2"_s).isEmpty());
    const QString first = idOf(u"checkout v2"_s);
    QVERIFY(becomes(first, u"In progress"_s));
    carries(first, json("{'rules':[{'weighted_upstreams':[{'upstream_id':'pay-v2','weight':20},{'weight':80}]}]}"));

    // B11: the badge of the API.
    QVERIFY(pressInMenu(m_window->window(), word(u"APIs"_s)));
    QTRY_VERIFY(TestWindow::select(m_window->list(), u"route/pay"_s));
    QVERIFY(m_window->state(u"route/pay"_s).startsWith(word(u"In progress"_s)));
    QVERIFY(pressInMenu(m_window->window(), word(u"Releases"_s)));

    configureByMouse(first);

    // B15 to B17.
    QVERIFY(pressInRow(m_window->list(), first, word(u"More"_s)));
    QVERIFY(pressInPopup(word(u"Cancel release"_s)));
    confirmByMouse(u"Cancel release"_s);
    QVERIFY(becomes(first, u"Cancelled"_s));
    isPlain(u"pay-v1"_s);
    QCOMPARE(record(first)[u"labels"_s][u"sluice.state"_s].toString(), u"cancelled"_s);
    QCOMPARE(record(first)[u"plugins"_s].toObject(), QJsonObject());

    makeByMouse(u"checkout v3"_s);
    QTRY_VERIFY(!idOf(u"checkout v3"_s).isEmpty());
    const QString second = idOf(u"checkout v3"_s);
    QVERIFY(becomes(second, u"In progress"_s));

    // B21, B22, B23 (the way to the API's page), B24.
    QVERIFY(pressInRow(m_window->list(), second, word(u"More"_s)));
    QVERIFY(pressInPopup(word(u"Full release"_s)));
    confirmByMouse(u"Full release"_s);
    QVERIFY(becomes(second, u"Completed"_s));
    isPlain(u"pay-v2"_s);
    QVERIFY(press(m_window->page(), word(u"API details"_s)));
    QCOMPARE(m_window->window().location().object, u"route/pay"_s);
    QTRY_VERIFY(label(m_window->page(), u"pay-v2"_s) != nullptr);
    QVERIFY(pressInMenu(m_window->window(), word(u"Releases"_s)));

    // B20, B18, B19.
    QVERIFY(TestWindow::select(m_window->list(), second));
    QVERIFY(TestWindow::offer(m_window->list(), word(u"Delete"_s)).text.isEmpty());
    QVERIFY(pressInRow(m_window->list(), first, word(u"More"_s)));
    QVERIFY(pressInPopup(word(u"Delete"_s)));
    confirmByMouse(u"Delete release"_s);
    QTRY_VERIFY(!TestWindow::select(m_window->list(), first));
    QVERIFY(record(first).isEmpty());
    isPlain(u"pay-v2"_s);
}

void ReleaseStoryTest::openWorkspaceByKeyboard()
{
    m_window->list()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_window->page()->title(), word(u"Workspaces"_s));
    QTRY_VERIFY(TestWindow::select(m_window->list(), u"payments"_s));
    m_window->list()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_window->page()->title(), word(u"APIs"_s));
    auto *menu = m_window->window().findChild<SideMenu *>();
    menu->setFocus();
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(m_window->window().location().section, Section::Releases);
}

// From field to field by Tab alone.
void ReleaseStoryTest::makeByKeyboard(const QString &name)
{
    m_window->window().activateWindow(); // as a window manager does when a dialog has closed
    QVERIFY(QTest::qWaitForWindowActive(&m_window->window()));
    QTest::keyClick(&m_window->window(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_window->window().location().section, Section::ReleaseForm);
    QTRY_COMPARE(QApplication::focusWidget(), m_window->field<QLineEdit>(u"name"_s));
    QTest::keyClicks(QApplication::focusWidget(), name);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    const auto pick = [](QComboBox *box, const QString &value) {
        QVERIFY(box->isAncestorOf(QApplication::focusWidget()) || box->hasFocus());
        for (int at = 0; at < box->count() && box->currentData() != value; ++at)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(box->currentData().toString(), value);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    };
    pick(m_window->field<QComboBox>(u"api"_s), u"route/pay"_s);
    pick(m_window->field<QComboBox>(u"target"_s), u"pay-v2"_s);
    const auto *share = m_window->field<QSpinBox>(u"share"_s);
    for (int tabs = 0; tabs < 12 && QApplication::focusWidget() != share; ++tabs)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), share);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"20"_s);
    auto *submit = m_window->field<QPushButton>(u"submit"_s);
    for (int tabs = 0; tabs < 12 && QApplication::focusWidget() != submit; ++tabs)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), submit);
    QTest::keyClick(submit, Qt::Key_Space);
}

void ReleaseStoryTest::menuByKeyboard(const QString &id, const QString &entry)
{
    QTRY_VERIFY(TestWindow::select(m_window->list(), id));
    m_window->list()->setFocus();
    QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(m_window->list()->viewport(), &key);
    QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()) != nullptr);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    const auto isThere = [&] { return menu->activeAction() != nullptr && menu->activeAction()->text() == entry; };
    for (qsizetype at = 0; at < menu->actions().size() && !isThere(); ++at)
        QTest::keyClick(menu, Qt::Key_Down);
    QVERIFY(isThere());
    QTest::keyClick(menu, Qt::Key_Return);
}

void ReleaseStoryTest::confirmByKeyboard(const QString &title)
{
    auto *question = dialogOver<ConfirmationDialog>(m_window->window());
    QVERIFY(question != nullptr);
    QCOMPARE(question->windowTitle(), word(title));
    QTest::keyClick(question, Qt::Key_Return);
}

// ui.md, Keyboard first: the same without a mouse.
void ReleaseStoryTest::byKeyboard()
{
    QFETCH(QString, language);
    speak(language);
    openWorkspaceByKeyboard();
    makeByKeyboard(u"checkout v2"_s);
    QTRY_VERIFY(!idOf(u"checkout v2"_s).isEmpty());
    const QString first = idOf(u"checkout v2"_s);
    QVERIFY(becomes(first, u"In progress"_s));
    carries(first, json("{'rules':[{'weighted_upstreams':[{'upstream_id':'pay-v2','weight':20},{'weight':80}]}]}"));

    menuByKeyboard(first, word(u"Cancel release"_s));
    confirmByKeyboard(u"Cancel release"_s);
    QVERIFY(becomes(first, u"Cancelled"_s));
    isPlain(u"pay-v1"_s);

    m_window->list()->setFocus();
    QTest::keyClick(m_window->list(), Qt::Key_Delete);
    confirmByKeyboard(u"Delete release"_s);
    QTRY_VERIFY(record(first).isEmpty());

    makeByKeyboard(u"checkout v3"_s);
    QTRY_VERIFY(!idOf(u"checkout v3"_s).isEmpty());
    const QString second = idOf(u"checkout v3"_s);
    QVERIFY(becomes(second, u"In progress"_s));
    menuByKeyboard(second, word(u"Full release"_s));
    confirmByKeyboard(u"Full release"_s);
    QVERIFY(becomes(second, u"Completed"_s));
    isPlain(u"pay-v2"_s);
}

QTEST_MAIN(ReleaseStoryTest)
#include "tst_releasestory.moc"
