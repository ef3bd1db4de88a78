// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/lastdigitdialog.h"
#include "app/dialogs/pasterequestdialog.h"
#include "app/dialogs/upstreamdialog.h"
#include "app/widgets/banner.h"
#include "app/widgets/policyeditor.h"
#include "app/widgets/splitbar.h"
#include "tests/support/gatedgateway.h"
#include "tests/support/gatewaywindow.h"
#include "tests/support/testgateway.h"

#include <QFile>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

/// The form of a release: what it says while one types, and that nothing typed is ever lost.
class ReleaseFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void asksForOneThingAfterAnother();
    void aTypedNameIsWhatIsSubmitted();
    void makesTheMissingUpstream();
    void sliderNumberAndBarGoTogether();
    void lastDigitMakesAStickyRule();
    void namesTheExtremes_data();
    void namesTheExtremes();
    void emptyRulesAreRefused();
    void pointsOutARuleThatChangesNothing();
    void switchingKeepsTheOtherWay();
    void saysWhichVariableAHeaderBecomes();
    void takesRulesFromAPastedRequest();
    void configureKeepsApiAndTarget();
    void draftSurvivesLeavingAndACrash();
    void keepsEverythingWhenRefused();
    void keepsEverythingWhenNobodyAnswers();
    void aDoubleClickSendsOnce();
    void overwritesNothingOfAColleague();

private:
    void begin();
    void fillIn(const QString &target = u"pay-v2"_s);
    QPushButton *submit() { return m_window->field<QPushButton>(u"submit"_s); }
    TrafficPolicy policy() { return m_window->page()->findChild<PolicyEditor *>()->policy(); }
    QJsonArray records() const { return m_gateway->exported()[u"plugin_configs"_s].toArray(); }
    QString releaseOfColleague(ClusterSession &colleague, int share);

    std::unique_ptr<TestGateway> m_gateway;
    std::unique_ptr<GatewayWindow> m_window;
};

void ReleaseFormTest::init()
{
    m_gateway = std::make_unique<TestGateway>();
    m_window = std::make_unique<GatewayWindow>(m_gateway->cluster().admin, m_gateway->key());
}

void ReleaseFormTest::begin()
{
    QVERIFY(m_window->goTo(Section::ReleaseForm));
}

void ReleaseFormTest::fillIn(const QString &target)
{
    fill(m_window->field<QLineEdit>(u"name"_s), u"checkout v2"_s);
    QVERIFY(choose(m_window->field<QComboBox>(u"api"_s), u"route/pay"_s));
    QVERIFY(choose(m_window->field<QComboBox>(u"target"_s), target));
}

QString ReleaseFormTest::releaseOfColleague(ClusterSession &colleague, int share)
{
    NewRelease wanted{u"checkout v2"_s, {}, *parseApiRef(u"route/pay"_s), u"pay-v2"_s, {}, u"payments"_s};
    wanted.policy.percentage = share;
    const auto made = wait(colleague.releases().create(wanted));
    return made ? made->release.id : QString();
}

// B5, B6: Submit says what is missing; the current upstream is filled in from the API; target = current is refused.
void ReleaseFormTest::asksForOneThingAfterAnother()
{
    begin();
    QCOMPARE(namelessInputs(m_window->page()), QStringList());
    QCOMPARE(submit()->toolTip(), u"Give the release a name."_s);
    fill(m_window->field<QLineEdit>(u"name"_s), u"checkout v2"_s);
    QCOMPARE(submit()->toolTip(), u"Choose the API."_s);
    QVERIFY(choose(m_window->field<QComboBox>(u"api"_s), u"route/pay"_s));
    QVERIFY(label(m_window->page(), u"Current upstream: pay-v1 (10.0.0.1:80)"_s) != nullptr);
    QCOMPARE(submit()->toolTip(), u"Choose the target upstream."_s);
    QVERIFY(choose(m_window->field<QComboBox>(u"target"_s), u"pay-v1"_s));
    QCOMPARE(submit()->toolTip(), u"The target is the current upstream."_s);
    QVERIFY(!submit()->isEnabled());
    QVERIFY(choose(m_window->field<QComboBox>(u"target"_s), u"pay-v2"_s));
    QCOMPARE(submit()->toolTip(), QString());
    QVERIFY(submit()->isEnabled());
}

// B28: what the field says is where the traffic goes, also where a name was typed instead of chosen.
void ReleaseFormTest::aTypedNameIsWhatIsSubmitted()
{
    begin();
    fillIn();
    auto *target = m_window->field<QComboBox>(u"target"_s);
    fill(target->lineEdit(), u"pay-v3"_s);
    pressKey(Qt::Key_Tab);
    QTRY_COMPARE(target->currentData().toString(), u"pay-v3"_s);
    fill(target->lineEdit(), u"pay-v"_s);
    pressKey(Qt::Key_Tab);
    QTRY_VERIFY(target->currentText().startsWith(u"pay-v3 "_s));
    QCOMPARE(target->currentData().toString(), u"pay-v3"_s);
}

// B6: no other upstream: says so, and makes one on the spot, which is the target then.
void ReleaseFormTest::makesTheMissingUpstream()
{
    m_window.reset();
    m_gateway = std::make_unique<TestGateway>(
        json("{'upstreams':[{'id':'pay-v1','type':'roundrobin','nodes':{'10.0.0.1:80':1}}],"
             "'routes':[{'id':'pay','uri':'/pay','upstream_id':'pay-v1','labels':{'workspace':'payments'}}]}"));
    m_window = std::make_unique<GatewayWindow>(m_gateway->cluster().admin, m_gateway->key());
    begin();
    fill(m_window->field<QLineEdit>(u"name"_s), u"checkout v2"_s);
    QVERIFY(choose(m_window->field<QComboBox>(u"api"_s), u"route/pay"_s));
    QVERIFY(label(m_window->page(), u"There is no other upstream yet."_s) != nullptr);
    QVERIFY(press(m_window->page(), u"New upstream"_s));
    auto *dialog = dialogOver<UpstreamDialog>(m_window->window());
    QVERIFY(dialog != nullptr);
    fill(dialog->findChild<QLineEdit *>(u"name"_s), u"pay-v2"_s);
    fill(dialog->findChild<QLineEdit *>(u"host"_s), u"10.0.0.2"_s);
    QVERIFY(press(dialog, u"Create"_s));
    QTRY_COMPARE(m_window->field<QComboBox>(u"target"_s)->currentData().toString(), u"pay-v2"_s);
    QTRY_VERIFY(submit()->isEnabled());
    QCOMPARE(m_window->field<QLineEdit>(u"name"_s)->text(), u"checkout v2"_s);
}

// B7.
void ReleaseFormTest::sliderNumberAndBarGoTogether()
{
    begin();
    fillIn();
    auto *slider = m_window->field<QSlider>(u"share-slider"_s);
    auto *number = m_window->field<QSpinBox>(u"share"_s);
    const auto *bar = m_window->page()->findChild<SplitBar *>();
    fill(number, 17);
    QCOMPARE(slider->value(), 17);
    QCOMPARE(bar->share(), 17);
    QVERIFY(label(m_window->page(), u"the same user may see both"_s) != nullptr);
    QTRY_VERIFY(label(m_window->page(), u"come in bursts"_s) != nullptr);
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(number->value(), 18);
    QCOMPARE(bar->share(), 18);
    fill(number, 20);
    QTRY_VERIFY(label(m_window->page(), u"come in bursts"_s) == nullptr);
    number->setFocus();
    number->selectAll();
    QTest::keyClicks(number, u"101"_s);
    QVERIFY(number->value() <= 100);
}

// B7: two of ten users by the last digit of a cookie.
void ReleaseFormTest::lastDigitMakesAStickyRule()
{
    begin();
    fillIn();
    fill(m_window->field<QSpinBox>(u"share"_s), 20);
    QVERIFY(press(m_window->page(), u"By last digit…"_s));
    auto *dialog = dialogOver<LastDigitDialog>(m_window->window());
    QVERIFY(dialog != nullptr);
    QCOMPARE(namelessInputs(dialog), QStringList());
    QVERIFY(!button(dialog, u"Use as a rule"_s)->isEnabled());
    fill(dialog->findChild<QLineEdit *>(u"digit-name"_s), u"uid"_s);
    QVERIFY(label(dialog, u"2 of ten users"_s) != nullptr);
    QVERIFY(press(dialog, u"Use as a rule"_s));
    QCOMPARE(toText(policy()), u"rules cookie:uid~[0-1]$"_s);
    QVERIFY(press(m_window->page(), u"Submit"_s));
    QTRY_COMPARE(m_window->window().location().section, Section::Releases);
    QCOMPARE(m_gateway->stored(u"routes"_s, u"pay"_s)[u"plugins"_s][u"traffic-split"_s].toObject(),
             json("{'rules':[{'match':[{'vars':[['cookie_uid','~~','[0-1]$']]}],"
                  "'weighted_upstreams':[{'upstream_id':'pay-v2','weight':100}]}]}"));
}

void ReleaseFormTest::namesTheExtremes_data()
{
    QTest::addColumn<int>("share");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QJsonObject>("split");
    QTest::newRow("0 %") << 0 << u"No traffic to the target"_s
                         << json("{'rules':[{'weighted_upstreams':[{'weight':100}]}]}");
    QTest::newRow("100 %") << 100 << u"All traffic goes to pay-v2, not yet released"_s
                           << json("{'rules':[{'weighted_upstreams':[{'upstream_id':'pay-v2','weight':100}]}]}");
}

// E3: no entry of weight 0 is ever written.
void ReleaseFormTest::namesTheExtremes()
{
    QFETCH(int, share);
    QFETCH(QString, words);
    begin();
    fillIn();
    fill(m_window->field<QSpinBox>(u"share"_s), share);
    QVERIFY(label(m_window->page(), words) != nullptr);
    QVERIFY(press(m_window->page(), u"Submit"_s));
    QTRY_COMPARE(m_window->window().location().section, Section::Releases);
    QTEST(m_gateway->stored(u"routes"_s, u"pay"_s)[u"plugins"_s][u"traffic-split"_s].toObject(), "split");
}

// E2: an empty list never means everything.
void ReleaseFormTest::emptyRulesAreRefused()
{
    begin();
    fillIn();
    QVERIFY(press(m_window->page(), u"By rules"_s));
    QVERIFY(!submit()->isEnabled());
    QVERIFY(!submit()->toolTip().isEmpty());
    QTest::keyClick(submit(), Qt::Key_Space);
    const auto rows = m_window->page()->findChildren<ConditionRow *>();
    QCOMPARE(rows.size(), 1);
    QTRY_VERIFY(rows.first()->height() > 0);
    QTest::mouseClick(rows.first()->findChild<QToolButton *>(), Qt::LeftButton);
    QTRY_VERIFY(m_window->page()->findChildren<ConditionRow *>().isEmpty());
    QCOMPARE(submit()->toolTip(), u"There is no rule yet."_s);
    QVERIFY(label(m_window->page(), u"nothing can be submitted"_s) != nullptr);
    QVERIFY(records().isEmpty());
    QVERIFY(press(m_window->page(), u"Group"_s));
    QTRY_COMPARE(m_window->window().focusWidget(), m_window->field<QLineEdit>(u"condition-name"_s));
}

// E2: a rule that another shadows.
void ReleaseFormTest::pointsOutARuleThatChangesNothing()
{
    begin();
    fillIn();
    QVERIFY(press(m_window->page(), u"By rules"_s));
    fill(m_window->field<QLineEdit>(u"condition-name"_s), u"x-canary"_s);
    fill(m_window->field<QLineEdit>(u"condition-value"_s), u"1"_s);
    QVERIFY(press(m_window->page(), u"Group"_s));
    const auto rows = m_window->page()->findChildren<ConditionRow *>();
    QCOMPARE(rows.size(), 2);
    fill(rows.last()->findChild<QLineEdit *>(u"condition-name"_s), u"x-canary"_s);
    fill(rows.last()->findChild<QLineEdit *>(u"condition-value"_s), u"1"_s);
    QTRY_VERIFY(label(m_window->page(), u"changes nothing"_s) != nullptr);
    QVERIFY(submit()->isEnabled());
}

// E4.
void ReleaseFormTest::switchingKeepsTheOtherWay()
{
    begin();
    fillIn();
    fill(m_window->field<QSpinBox>(u"share"_s), 33);
    QVERIFY(press(m_window->page(), u"By rules"_s));
    fill(m_window->field<QLineEdit>(u"condition-name"_s), u"x-canary"_s);
    fill(m_window->field<QLineEdit>(u"condition-value"_s), u"1"_s);
    QVERIFY(press(m_window->page(), u"By percentage"_s));
    QCOMPARE(toText(policy()), u"percentage 33"_s);
    QVERIFY(press(m_window->page(), u"By rules"_s));
    QCOMPARE(toText(policy()), u"rules header:x-canary==1"_s);
    QVERIFY(press(m_window->page(), u"By percentage"_s));
    QCOMPARE(m_window->field<QSpinBox>(u"share"_s)->value(), 33);
}

// E15.
void ReleaseFormTest::saysWhichVariableAHeaderBecomes()
{
    begin();
    fillIn();
    QVERIFY(press(m_window->page(), u"By rules"_s));
    auto *name = m_window->field<QLineEdit>(u"condition-name"_s);
    fill(name, u"X-Canary"_s);
    fill(m_window->field<QLineEdit>(u"condition-value"_s), u"1"_s);
    QVERIFY(label(m_window->page(), u"APISIX looks at the variable http_x_canary"_s) != nullptr);
    fill(name, u"X_Canary"_s);
    QVERIFY(label(m_window->page(), u"APISIX looks at the variable http_x_canary"_s) != nullptr);
    QTRY_VERIFY(label(m_window->page(), u"drop names with underscores"_s) != nullptr);
}

void ReleaseFormTest::takesRulesFromAPastedRequest()
{
    begin();
    fillIn();
    QVERIFY(press(m_window->page(), u"By rules"_s));
    QVERIFY(press(m_window->page(), u"Paste curl or headers…"_s));
    auto *dialog = dialogOver<PasteRequestDialog>(m_window->window());
    QVERIFY(dialog != nullptr);
    QCOMPARE(namelessInputs(dialog), QStringList());
    QVERIFY(!button(dialog, u"Add as a group"_s)->isEnabled());
    dialog->findChild<QPlainTextEdit *>(u"pasted"_s)
        ->insertPlainText(
            u"curl 'http://shop.example.com/pay?beta=1' -H 'X-Canary: 1' -H 'User-Agent: x' -b 'uid=7'"_s);
    QVERIFY(press(dialog, u"Add as a group"_s));
    QCOMPARE(toText(policy()), u"rules header:x-canary==1 & query:beta==1 & cookie:uid==7"_s);
}

// B14.
void ReleaseFormTest::configureKeepsApiAndTarget()
{
    const auto colleague = m_gateway->session();
    const QString id = releaseOfColleague(*colleague, 20);
    QVERIFY(m_window->goTo(Section::ReleaseForm, id));
    QCOMPARE(m_window->page()->title(), u"Configure checkout v2"_s);
    QVERIFY(!m_window->field<QComboBox>(u"api"_s)->isEnabled());
    QVERIFY(!m_window->field<QComboBox>(u"target"_s)->isEnabled());
    QVERIFY(!m_window->field<QPushButton>(u"new-upstream"_s)->isEnabled());
    QVERIFY(!m_window->field<QLineEdit>(u"name"_s)->isEnabled());
    QCOMPARE(m_window->field<QSpinBox>(u"share"_s)->value(), 20);
}

// B28: left on purpose, or because the program ended: it is offered again.
void ReleaseFormTest::draftSurvivesLeavingAndACrash()
{
    begin();
    fillIn();
    fill(m_window->field<QSpinBox>(u"share"_s), 35);
    QTest::keyClick(&m_window->window(), Qt::Key_Up, Qt::AltModifier);
    QTRY_VERIFY(dialogOver<QMessageBox>(m_window->window()) != nullptr);
    QVERIFY(press(dialogOver<QMessageBox>(m_window->window()), u"Leave"_s));
    QTRY_COMPARE(m_window->window().location().section, Section::Releases);
    const auto isKept = [this] {
        QFile drafts(m_window->folder() + u"/drafts.json"_s);
        return drafts.open(QIODevice::ReadOnly) && drafts.readAll().contains("checkout v2");
    };
    QTRY_VERIFY(isKept());
    const auto isThere = [this] {
        QTRY_VERIFY(label(m_window->page(), u"What you had typed here was kept."_s) != nullptr);
        QCOMPARE(m_window->field<QLineEdit>(u"name"_s)->text(), u"checkout v2"_s);
        QCOMPARE(m_window->field<QComboBox>(u"target"_s)->currentData().toString(), u"pay-v2"_s);
        QCOMPARE(m_window->field<QSpinBox>(u"share"_s)->value(), 35);
    };
    begin();
    isThere();
    m_window->reopen();
    begin();
    isThere();
    QVERIFY(press(m_window->page(), u"Start over"_s));
    QTRY_COMPARE(m_window->field<QLineEdit>(u"name"_s)->text(), QString());
}

// B28: says why; all that was typed stands, and nothing of it is on the gateway.
void ReleaseFormTest::keepsEverythingWhenRefused()
{
    begin();
    fillIn(u"pay-v3"_s);
    const auto colleague = m_gateway->session();
    QVERIFY(wait(colleague->admin().remove(ResourceKind::Upstreams, u"pay-v3"_s)));
    QVERIFY(press(m_window->page(), u"Submit"_s));
    QTRY_VERIFY(label(m_window->page(), u"pay-v3"_s) != nullptr);
    const auto isSaid = [this] {
        const auto banners = m_window->page()->findChildren<Banner *>();
        return std::any_of(banners.begin(), banners.end(), [](const Banner *banner) {
            return banner->isVisible() && banner->severity() == Banner::Severity::Error;
        });
    };
    QTRY_VERIFY(isSaid());
    QCOMPARE(m_window->window().location().section, Section::ReleaseForm);
    QCOMPARE(m_window->field<QLineEdit>(u"name"_s)->text(), u"checkout v2"_s);
    QVERIFY(records().isEmpty());
    QVERIFY(!m_gateway->stored(u"routes"_s, u"pay"_s)[u"plugins"_s].toObject().contains(u"traffic-split"_s));
}

// B27, B28: the window stays usable, and one can give up.
void ReleaseFormTest::keepsEverythingWhenNobodyAnswers()
{
    GatedGateway silent;
    for (const char *id : {"pay-v1", "pay-v2"})
        silent.put(simulator::Collection::Upstreams, id, json("{'type':'roundrobin','nodes':{'10.0.0.1:80':1}}"));
    silent.put(simulator::Collection::Routes, "pay",
               json("{'uri':'/pay','upstream_id':'pay-v1','labels':{'workspace':'payments'}}"));
    m_window = std::make_unique<GatewayWindow>(silent.url(0), GatedGateway::key);
    begin();
    fillIn();
    silent.setOpen(false);
    QVERIFY(press(m_window->page(), u"Submit"_s));
    QVERIFY(!submit()->isEnabled());
    QTRY_VERIFY(label(m_window->page(), u"waiting for the gateway"_s) != nullptr);
    QTest::keyClick(&m_window->window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier); // the other language
    QTest::keyClick(&m_window->window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(button(m_window->page(), u"Give up"_s) != nullptr);
    QVERIFY(press(m_window->page(), u"Give up"_s));
    silent.setOpen(true);
    QTRY_VERIFY(submit()->isEnabled());
    QCOMPARE(m_window->field<QLineEdit>(u"name"_s)->text(), u"checkout v2"_s);
    QVERIFY(press(m_window->page(), u"Submit"_s));
    QTRY_COMPARE(m_window->window().location().section, Section::Releases);
}

// B27, E12.
void ReleaseFormTest::aDoubleClickSendsOnce()
{
    begin();
    fillIn();
    QTest::mouseClick(submit(), Qt::LeftButton);
    QTest::mouseDClick(submit(), Qt::LeftButton);
    QTRY_COMPARE(m_window->window().location().section, Section::Releases);
    QCOMPARE(records().size(), 1);
    QCOMPARE(records().first()[u"labels"_s][u"sluice.revision"_s].toString(), u"1"_s);
}

// E12: someone configured it meanwhile; nothing is lost on either side.
void ReleaseFormTest::overwritesNothingOfAColleague()
{
    const auto first = m_gateway->session(u"li"_s);
    const QString id = releaseOfColleague(*first, 20);
    const auto colleague = m_gateway->session(u"wang"_s);
    QVERIFY(m_window->goTo(Section::ReleaseForm, id));
    fill(m_window->field<QSpinBox>(u"share"_s), 40);
    TrafficPolicy theirs;
    theirs.percentage = 30;
    QVERIFY(wait(colleague->releases().configure(id, theirs)));
    const QJsonValue before = m_gateway->stored(u"plugin_configs"_s, id);
    QVERIFY(press(m_window->page(), u"Submit"_s));
    QVERIFY(press(m_window->page(), u"Look at it again"_s));
    QCOMPARE(m_gateway->stored(u"plugin_configs"_s, id), before.toObject());
    QTRY_VERIFY(label(m_window->page(), u"wang set it to 30 %"_s) != nullptr);
    QCOMPARE(m_window->field<QSpinBox>(u"share"_s)->value(), 40);
    QVERIFY(press(m_window->page(), u"Submit"_s));
    QTRY_COMPARE(m_window->window().location().section, Section::Releases);
    QCOMPARE(m_gateway->stored(u"plugin_configs"_s, id)[u"plugins"_s][u"traffic-split"_s].toObject(),
             json("{'rules':[{'weighted_upstreams':[{'upstream_id':'pay-v2','weight':40},{'weight':60}]}]}"));
}

QTEST_MAIN(ReleaseFormTest)
#include "tst_releaseform.moc"
