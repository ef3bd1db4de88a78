// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/confirmationdialog.h"
#include "app/support/requestsender.h"
#include "app/widgets/alarmeditor.h"
#include "app/widgets/banner.h"
#include "core/session/simulatorinspection.h"
#include "tests/support/gatewaywindow.h"
#include "tests/support/testgateway.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QToolButton>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Limits of live traffic that this window watches: the alarm, the one click to Cancel, and the cancel by itself.
class TrafficAlarmsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aBrokenLimitOffersCancel();
    void aDismissedAlarmStaysAway();
    void itCancelsByItselfWhereItWasTold();
    void aPlanThatIsRunHereCancelsByItself();
    void anAlarmOfAPlanIsEveryones();
    void aViewerWatchesAndCancelsNothing();

private:
    void open(const QByteArray &key);
    bool call(int times);
    bool watch();
    AlarmEditor *editor() { return m_window->page()->findChild<AlarmEditor *>(); }
    Banner *alarm() { return m_window->page()->findChild<Banner *>(u"alarm"_s); }
    QString state() const
    {
        return m_gateway->stored(u"plugin_configs"_s, m_id)[u"labels"_s][u"sluice.state"_s].toString();
    }

    std::unique_ptr<TestGateway> m_gateway;
    std::unique_ptr<ClusterSession> m_colleague;
    std::unique_ptr<GatewayWindow> m_window;
    QString m_id;
};

/// A release at 50 % whose target fails every request.
void TrafficAlarmsTest::init()
{
    m_gateway = std::make_unique<TestGateway>();
    m_colleague = m_gateway->session(u"wang"_s);
    NewRelease wanted{u"v2"_s, {}, *parseApiRef(u"route/pay"_s), u"pay-v2"_s, {}, u"payments"_s};
    wanted.policy.percentage = 50;
    const auto made = wait(m_colleague->releases().create(wanted));
    QVERIFY(made);
    m_id = made->release.id;
    SimulatorInspection inspection(m_gateway->cluster().admin, m_gateway->key());
    QVERIFY(wait(inspection.setFault(u"pay-v2"_s, {0, 100})));
    open(m_gateway->key());
}

void TrafficAlarmsTest::cleanup()
{
    m_window.reset();
    m_colleague.reset();
    m_gateway.reset();
}

void TrafficAlarmsTest::open(const QByteArray &key)
{
    m_window = std::make_unique<GatewayWindow>(m_gateway->cluster().admin, key, ClusterProfile::Environment::Production,
                                               QList<QUrl>{m_gateway->cluster().metrics});
    m_window->application().alarms().setInterval(200ms);
    QVERIFY(m_window->goTo(Section::ReleaseDetail, m_id));
}

bool TrafficAlarmsTest::call(int times)
{
    RequestSender sender;
    QSignalSpy answered(&sender, &RequestSender::answered);
    const auto request = parsePastedRequest(u"/pay"_s);
    for (int sent = 0; sent < times; ++sent) {
        sender.send(m_gateway->cluster().gateway, *request);
        if (!answered.wait())
            return false;
    }
    return true;
}

/// Errors at most 1 %, over as short a time as can be, after two answers.
bool TrafficAlarmsTest::watch()
{
    fill(editor()->findChild<QLineEdit *>(u"limit-errors"_s), u"1"_s);
    fill(editor()->findChild<QSpinBox *>(u"limit-window"_s), 1);
    fill(editor()->findChild<QSpinBox *>(u"limit-minimum"_s), 2);
    return press(editor(), u"Watch these limits"_s);
}

// Issue "Live traffic": on every page of the cluster, with the reason, and Cancel as it always is (E19).
void TrafficAlarmsTest::aBrokenLimitOffersCancel()
{
    QVERIFY(!button(editor(), u"Watch these limits"_s)->isEnabled());
    QCOMPARE(namelessInputs(editor()), QStringList());
    QVERIFY(watch());
    QVERIFY(label(editor(), u"This window watches: errors at most 1 %, over 1 s, after 2"_s) != nullptr);
    QVERIFY(label(editor(), u"raises an alarm"_s) != nullptr);
    QVERIFY(!alarm()->isVisible());
    QVERIFY(m_window->goTo(Section::Releases));
    QTRY_VERIFY_WITH_TIMEOUT(call(8) && alarm()->isVisible(), 20'000);
    QCOMPARE(alarm()->text(), u"v2: a limit is broken: errors at most 1 % (measured: 100.0 %)."_s);
    QCOMPARE(state(), u"in-progress"_s);
    QVERIFY(press(alarm(), u"Open the release"_s));
    QVERIFY(alarm()->isVisible());
    QVERIFY(label(editor(), u"A limit is broken"_s) != nullptr);
    QVERIFY(press(alarm(), u"Cancel release"_s));
    auto *question = dialogOver<ConfirmationDialog>(m_window->window());
    QVERIFY(question != nullptr);
    QVERIFY(question->findChild<QLineEdit *>(u"typed-name"_s) == nullptr);
    QVERIFY(press(question, u"Confirm"_s));
    QTRY_COMPARE(state(), u"cancelled"_s);
    QTRY_VERIFY(!alarm()->isVisible());
}

void TrafficAlarmsTest::aDismissedAlarmStaysAway()
{
    QVERIFY(watch());
    QTRY_VERIFY_WITH_TIMEOUT(call(8) && alarm()->isVisible(), 20'000);
    const auto buttons = alarm()->findChildren<QToolButton *>();
    for (QToolButton *close : buttons) {
        if (close->accessibleName() == "Dismiss"_L1)
            QTest::mouseClick(close, Qt::LeftButton);
    }
    QVERIFY(!alarm()->isVisible());
    QVERIFY(m_window->goTo(Section::Releases));
    QVERIFY(!alarm()->isVisible());
    QVERIFY(m_window->goTo(Section::ReleaseDetail, m_id));
    QVERIFY(press(editor(), u"Stop watching"_s));
    QVERIFY(label(editor(), u"This window watches no limit."_s) != nullptr);
}

// Only where it is switched on, and it says so: in words, in the list of activity, in the history.
void TrafficAlarmsTest::itCancelsByItselfWhereItWasTold()
{
    auto *cancels = editor()->findChild<QCheckBox *>(u"alarm-cancels"_s);
    QVERIFY(!cancels->isChecked());
    QVERIFY(label(editor(), u"only while Sluice runs and this window is open"_s) != nullptr);
    QTest::mouseClick(cancels, Qt::LeftButton);
    QVERIFY(watch());
    QVERIFY(label(editor(), u"cancels the release by itself"_s) != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(call(8) && state() == "cancelled"_L1, 20'000);
    QTRY_VERIFY(label(m_window->page(), u"Cancelled by itself. A limit was broken: errors at most 1 %"_s) != nullptr);
    const QJsonObject labels = m_gateway->stored(u"plugin_configs"_s, m_id)[u"labels"_s].toObject();
    const QStringList keys = labels.keys();
    QVERIFY(std::any_of(keys.begin(), keys.end(), [&labels](const QString &key) {
        return labels[key].toString().contains(u"A%20limit%20was%20broken"_s);
    }));
    QVERIFY(m_window->go(Section::Activity));
    QVERIFY(TestWindow::column(m_window->list(), 2).contains(u"Automatic cancel"_s));
}

void TrafficAlarmsTest::aPlanThatIsRunHereCancelsByItself()
{
    ReleasePlan plan;
    plan.steps = *parseSteps(u"50 | 1h | errors<=1% over=1s min=2"_s);
    plan.cancelsOnAlarm = true;
    QVERIFY(wait(m_colleague->releases().setPlan(m_id, plan)));
    QTest::keyClick(&m_window->window(), Qt::Key_F5);
    QVERIFY(press(m_window->page(), u"Run here"_s));
    auto *question = dialogOver<ConfirmationDialog>(m_window->window());
    QVERIFY(label(question, u"A broken limit cancels the release by itself."_s) != nullptr);
    QVERIFY(press(question, u"Confirm"_s));
    QTRY_VERIFY_WITH_TIMEOUT(call(8) && state() == "cancelled"_L1, 20'000);
    QTRY_VERIFY(label(m_window->page(), u"(measured: 100.0 %). The release is cancelled."_s) != nullptr);
}

void TrafficAlarmsTest::anAlarmOfAPlanIsEveryones()
{
    ReleasePlan plan;
    plan.steps = *parseSteps(u"50 | wait | errors<=1%"_s);
    QVERIFY(wait(m_colleague->releases().setPlan(m_id, plan)));
    QVERIFY(wait(m_colleague->releases().raiseAlarm(m_id, u"errors<=1%: 12.5 %"_s)));
    QVERIFY(m_window->goTo(Section::Overview));
    QTest::keyClick(&m_window->window(), Qt::Key_F5);
    QTRY_VERIFY(alarm()->isVisible());
    QVERIFY(alarm()->text().contains(u"errors at most 1 % (measured: 12.5 %)"_s));
    QVERIFY(label(alarm(), u"Its plan is paused"_s) != nullptr);
    QVERIFY(press(alarm(), u"Cancel release"_s));
    QVERIFY(press(dialogOver<ConfirmationDialog>(m_window->window()), u"Confirm"_s));
    QTRY_COMPARE(state(), u"cancelled"_s);
}

// E13.
void TrafficAlarmsTest::aViewerWatchesAndCancelsNothing()
{
    open(TestGateway::viewerKey());
    auto *cancels = editor()->findChild<QCheckBox *>(u"alarm-cancels"_s);
    QVERIFY(!cancels->isEnabled() && !cancels->toolTip().isEmpty());
    QVERIFY(watch());
    QTRY_VERIFY_WITH_TIMEOUT(call(8) && alarm()->isVisible(), 20'000);
    QVERIFY(button(alarm(), u"Cancel release"_s) == nullptr);
    QCOMPARE(state(), u"in-progress"_s);
}

QTEST_MAIN(TrafficAlarmsTest)
#include "tst_trafficalarms.moc"
