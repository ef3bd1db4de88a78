// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/confirmationdialog.h"
#include "app/widgets/planview.h"
#include "tests/support/gatewaywindow.h"
#include "tests/support/testgateway.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

/// The plan on the page of a release, as a user works with it (design.md 11).
class PlanViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aPlanIsMadeByHand();
    void stepsMoveAndGo();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void noRefreshTouchesTheEditor();
    void aPlanThatChangedMeanwhileIsAskedFor();
    void itRunsBesideThePages();
    void everyOrderIsHeard();
    void anotherRunnerIsNamed();
    void aCancelEndsTheRunWithoutAWord();
    void aRunForbidsAllButCancel();
    void aLeaseLeftBehindIsTakenOver();
    void closingAsksAndGivesTheLeaseBack();
    void aViewerOnlyLooks();

private:
    QString create(const QString &steps);
    QString plan(const QString &label) const;
    PlanView *view() { return m_window->page()->findChild<PlanView *>(); }
    ConfirmationDialog *question() { return dialogOver<ConfirmationDialog>(m_window->window()); }
    bool confirm(const QString &text);
    /// Makes a release with these steps, and runs it here; it stands at this step then.
    bool runsHere(const QString &steps, const QString &at = u"1"_s);
    bool confirmInMenu(const QString &text);
    bool says(const QString &text);
    /// What is offered comes with the next look at the gateway.
    QAbstractButton *offer(const QString &text);
    bool isOffered(const QString &text);
    /// The reason at a button that is there and can't be pressed.
    QString whyNot(const QString &text);
    bool removeOneStep();

    std::unique_ptr<TestGateway> m_gateway;
    std::unique_ptr<ClusterSession> m_colleague;
    std::unique_ptr<GatewayWindow> m_window;
    QString m_id;
};

void PlanViewTest::init()
{
    m_gateway = std::make_unique<TestGateway>();
    m_colleague = m_gateway->session(u"wang"_s);
    m_window = std::make_unique<GatewayWindow>(m_gateway->cluster().admin, m_gateway->key());
}

void PlanViewTest::cleanup()
{
    m_window.reset();
    m_colleague.reset();
    m_gateway.reset();
}

QString PlanViewTest::create(const QString &steps)
{
    NewRelease wanted{u"v2"_s, {}, *parseApiRef(u"route/pay"_s), u"pay-v2"_s, {}, u"payments"_s};
    wanted.policy.percentage = 5;
    if (!steps.isEmpty())
        wanted.plan.steps = *parseSteps(steps);
    const auto made = wait(m_colleague->releases().create(wanted));
    return made ? made->release.id : QString();
}

QString PlanViewTest::plan(const QString &label) const
{
    return m_gateway->stored(u"plugin_configs"_s, m_id)[u"labels"_s][QString(u"sluice.plan."_s + label)].toString();
}

/// Presses what is offered of the plan, and Confirm.
bool PlanViewTest::confirm(const QString &text)
{
    return press(view(), text) && question() != nullptr && press(question(), u"Confirm"_s);
}

bool PlanViewTest::runsHere(const QString &steps, const QString &at)
{
    m_id = create(steps);
    return m_window->goTo(Section::ReleaseDetail, m_id) && confirm(u"Run here"_s) &&
           QTest::qWaitFor([this, &at] { return plan(u"at"_s) == at; });
}

bool PlanViewTest::confirmInMenu(const QString &text)
{
    return press(view(), u"More"_s) && pressInPopup(text) && question() != nullptr && press(question(), u"Confirm"_s);
}

bool PlanViewTest::says(const QString &text)
{
    return view()->findChild<QLabel *>(u"plan-standing"_s)->text().contains(text);
}

QAbstractButton *PlanViewTest::offer(const QString &text)
{
    return QTest::qWaitFor([this, &text] { return button(view(), text) != nullptr; }) ? button(view(), text) : nullptr;
}

/// A step that is being written takes the button away for a moment.
bool PlanViewTest::isOffered(const QString &text)
{
    const QAbstractButton *offered = button(m_window->page(), text);
    return offered != nullptr && offered->isEnabled();
}

QString PlanViewTest::whyNot(const QString &text)
{
    const QAbstractButton *offered = button(m_window->page(), text);
    return offered == nullptr || offered->isEnabled() ? QString() : offered->toolTip();
}

/// The last that is seen.
bool PlanViewTest::removeOneStep()
{
    const auto steps = [this] {
        QList<QToolButton *> removes = view()->findChildren<QToolButton *>(u"delete"_s);
        removes.removeIf([](const QToolButton *remove) { return !remove->isVisible(); });
        std::sort(removes.begin(), removes.end(), [](const QToolButton *a, const QToolButton *b) {
            return a->mapToGlobal(QPoint()).y() < b->mapToGlobal(QPoint()).y();
        });
        return removes;
    };
    const qsizetype before = steps().size();
    if (before == 0 || !QTest::qWaitFor([&steps] { return steps().last()->height() > 0; }))
        return false;
    QTest::mouseClick(steps().last(), Qt::LeftButton);
    return steps().size() == before - 1;
}

// Issue "Release plan": made, kept with the release for every operator, and seen as it is kept.
void PlanViewTest::aPlanIsMadeByHand()
{
    m_id = create({});
    QVERIFY(m_window->goTo(Section::ReleaseDetail, m_id));
    QVERIFY(says(u"has no plan"_s));
    QVERIFY(press(view(), u"Make a plan"_s));
    QCOMPARE(namelessInputs(view()), QStringList());
    QVERIFY(m_window->page()->hasUnsavedInput());
    fill(view()->findChild<QSpinBox *>(u"step-share"_s), 10);
    fill(view()->findChild<QLineEdit *>(u"limit-errors"_s), u"0,5"_s);
    QVERIFY(press(view(), u"Step"_s));
    const auto shares = view()->findChildren<QSpinBox *>(u"step-share"_s);
    QCOMPARE(shares.size(), 2);
    QCOMPARE(shares.last()->value(), 20); // from small to large
    QVERIFY(shares.last()->hasFocus());
    auto *holds = view()->findChildren<QComboBox *>(u"step-holds"_s).last();
    holds->setFocus();
    QTest::keyClick(holds, Qt::Key_End);
    QTest::mouseClick(view()->findChild<QCheckBox *>(u"cancels-on-alarm"_s), Qt::LeftButton);
    QVERIFY(confirm(u"Save the plan…"_s));
    QTRY_COMPARE(plan(u"1"_s), u"10|300|errors%3C%3D0.5%25"_s);
    QCOMPARE(plan(u"2"_s), u"20|wait|errors%3C%3D0.5%25"_s);
    QCOMPARE(plan(u"cancels"_s), u"1"_s);
    // The editor closes by itself once the record says what was typed.
    QTRY_VERIFY(!view()->findChild<QPushButton *>(u"save-plan"_s)->isVisible());
    QVERIFY(!m_window->page()->hasUnsavedInput());
    QCOMPARE(TestWindow::column(m_window->list(u"Steps of the plan"_s), 1), QStringList({u"10 %"_s, u"20 %"_s}));
}

void PlanViewTest::stepsMoveAndGo()
{
    m_id = create(u"10 | 5m\n20 | wait\n50 | 1h"_s);
    QVERIFY(m_window->goTo(Section::ReleaseDetail, m_id));
    QVERIFY(press(view(), u"Edit the plan"_s));
    QVERIFY(!view()->findChild<QPushButton *>(u"save-plan"_s)->isEnabled()); // nothing is changed
    const auto downs = view()->findChildren<QToolButton *>(u"chevron-down"_s);
    QVERIFY(!downs.last()->isEnabled());
    downs.first()->setFocus();
    QTest::keyClick(downs.first(), Qt::Key_Space);
    QVERIFY(removeOneStep());
    QVERIFY(confirm(u"Save the plan…"_s));
    QTRY_COMPARE(plan(u"1"_s), u"20|wait|"_s);
    QCOMPARE(plan(u"2"_s), u"10|300|"_s);
    QCOMPARE(plan(u"3"_s), QString());

    // Without any step the plan is taken away.
    QTRY_VERIFY(offer(u"Edit the plan"_s)->isEnabled());
    QVERIFY(press(view(), u"Edit the plan"_s));
    QVERIFY(removeOneStep() && removeOneStep());
    QVERIFY(confirm(u"Remove the plan…"_s));
    QTRY_COMPARE(plan(u"1"_s), QString());
    QTRY_VERIFY(button(view(), u"Make a plan"_s) != nullptr);
}

void PlanViewTest::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    QTest::newRow("rules without a place") << u"step-rules"_s << u"x-canary==1"_s << u"x-canary==1"_s;
    QTest::newRow("no rules") << u"step-rules"_s << u""_s << u"rule"_s;
    QTest::newRow("a limit that is none") << u"limit-errors"_s << u"100"_s << u"never broken"_s;
}

void PlanViewTest::whatIsWrongIsSaid()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, problem);
    m_id = create(u"rules header:x-canary==1 | wait"_s);
    QVERIFY(m_window->goTo(Section::ReleaseDetail, m_id));
    QVERIFY(press(view(), u"Edit the plan"_s));
    auto *line = view()->findChild<QLineEdit *>(field);
    fill(line, text);
    if (text.isEmpty())
        line->clear();
    QVERIFY(label(view(), problem) != nullptr);
    const auto *save = view()->findChild<QPushButton *>(u"save-plan"_s);
    QVERIFY(!save->isEnabled() && !save->toolTip().isEmpty());
}

// B28: nothing that was typed is lost.
void PlanViewTest::noRefreshTouchesTheEditor()
{
    m_id = create(u"10 | wait"_s);
    QVERIFY(m_window->goTo(Section::ReleaseDetail, m_id));
    QVERIFY(press(view(), u"Edit the plan"_s));
    auto *share = view()->findChild<QSpinBox *>(u"step-share"_s);
    fill(share, 33);
    QVERIFY(wait(m_colleague->releases().order(m_id, PlanOrder::Pause)));
    QTest::keyClick(&m_window->window(), Qt::Key_F5);
    QTRY_VERIFY(says(u"The plan is paused."_s));
    QCOMPARE(share->value(), 33);
    QVERIFY(share->hasFocus());
    // Leaving the page is asked for.
    QVERIFY(pressInMenu(m_window->window(), u"APIs"_s));
    auto *box = dialogOver<QMessageBox>(m_window->window());
    QVERIFY(box != nullptr);
    QVERIFY(press(box, u"Stay"_s));
    QCOMPARE(m_window->window().location().section, Section::ReleaseDetail);
    QVERIFY(press(view(), u"Discard"_s));
    QVERIFY(!m_window->page()->hasUnsavedInput());
}

// E12: the second write is never silent.
void PlanViewTest::aPlanThatChangedMeanwhileIsAskedFor()
{
    m_id = create(u"10 | wait"_s);
    QVERIFY(m_window->goTo(Section::ReleaseDetail, m_id));
    QVERIFY(press(view(), u"Edit the plan"_s));
    fill(view()->findChild<QSpinBox *>(u"step-share"_s), 33);
    QVERIFY(press(view(), u"Save the plan…"_s));
    ReleasePlan other;
    other.steps = *parseSteps(u"44 | wait"_s);
    QVERIFY(wait(m_colleague->releases().setPlan(m_id, other)));
    // The question was opened on what is no more.
    QVERIFY(press(question(), u"Confirm"_s));
    QTRY_VERIFY(label(m_window->page(), u"Someone else changed this release"_s) != nullptr);
    QCOMPARE(plan(u"1"_s), u"44|wait|"_s);
    QCOMPARE(view()->findChild<QSpinBox *>(u"step-share"_s)->value(), 33);
    QTRY_COMPARE(TestWindow::column(m_window->list(u"Steps of the plan"_s), 1), QStringList(u"44 %"_s));
    QVERIFY(press(view(), u"Save the plan…"_s));
    QVERIFY(label(question(), u"was changed elsewhere"_s) != nullptr);
    QVERIFY(press(question(), u"Confirm"_s));
    QTRY_COMPARE(plan(u"1"_s), u"33|wait|"_s);
}

// Non-blocking, and it goes on while one looks at other pages.
void PlanViewTest::itRunsBesideThePages()
{
    QVERIFY(runsHere(u"10 | 0\n20 | 2\n30 | wait"_s, u"2"_s));
    QTRY_VERIFY(says(u"This window runs it"_s));
    QTRY_VERIFY(!offer(u"Edit the plan"_s)->isEnabled());
    QVERIFY(m_window->goTo(Section::Apis));
    QTRY_COMPARE_WITH_TIMEOUT(plan(u"at"_s), u"3"_s, 10'000);
    QVERIFY(m_window->goTo(Section::ReleaseDetail, m_id));
    QTRY_VERIFY(says(u"waits until someone says go on"_s));
    QVERIFY(press(view(), u"Stop running here"_s));
    QTRY_VERIFY(says(u"Not running"_s));
    QTRY_VERIFY(offer(u"Run here"_s)->isEnabled());
    QVERIFY(label(m_window->page(), u"the split stays as it is"_s) != nullptr);
}

void PlanViewTest::everyOrderIsHeard()
{
    QVERIFY(runsHere(u"10 | wait\n20 | wait\n30 | wait\n40 | wait"_s));
    QTRY_VERIFY(says(u"Step 1 of 4"_s));
    QVERIFY(confirm(u"Go on"_s));
    QTRY_COMPARE(plan(u"at"_s), u"2"_s);
    QTRY_VERIFY(says(u"Step 2 of 4"_s));
    QVERIFY(confirmInMenu(u"Skip the step"_s));
    QTRY_COMPARE(plan(u"at"_s), u"3"_s);
    QTRY_VERIFY(says(u"Step 3 of 4"_s));
    QVERIFY(confirmInMenu(u"One step back"_s));
    QTRY_COMPARE(plan(u"at"_s), u"2"_s);
    QTRY_VERIFY(says(u"Step 2 of 4"_s));
    QVERIFY(confirm(u"Pause the plan"_s));
    QTRY_VERIFY(says(u"The plan is paused."_s));
    QVERIFY(confirm(u"Resume the plan"_s));
    QTRY_VERIFY(says(u"waits until someone says go on"_s));
    QCOMPARE(plan(u"at"_s), u"2"_s);
}

// Exactly one runner, visible to all.
void PlanViewTest::anotherRunnerIsNamed()
{
    m_id = create(u"10 | wait"_s);
    PlanRunner runner(*m_colleague);
    std::optional<Result<PlanOutcome>> outcome;
    runner.run(m_id).then([&outcome](Result<PlanOutcome> result) { outcome = std::move(result); });
    QTRY_COMPARE(plan(u"at"_s), u"1"_s);
    QVERIFY(m_window->goTo(Section::ReleaseDetail, m_id));
    QTRY_VERIFY(says(u"wang holds the lease of the API since"_s));
    QVERIFY(!offer(u"Run here"_s)->isEnabled() && offer(u"Run here"_s)->toolTip().contains(u"wang"_s));
    QVERIFY(!offer(u"Edit the plan"_s)->isEnabled());
    QVERIFY(offer(u"Pause the plan"_s)->isEnabled());
    runner.stop();
    QTRY_VERIFY(outcome);
}

// E19: it passes while a plan is run here, and is the last word.
void PlanViewTest::aCancelEndsTheRunWithoutAWord()
{
    QVERIFY(runsHere(u"10 | wait"_s));
    QVERIFY(press(m_window->page(), u"Cancel release"_s));
    QVERIFY(press(question(), u"Confirm"_s));
    QTRY_VERIFY(label(m_window->page(), u"is cancelled: all new requests"_s) != nullptr);
    QTRY_VERIFY(says(u"The release has ended at step 1 of 1."_s));
    QTRY_VERIFY(m_window->application().operations().running(u"test"_s).isEmpty());
    QVERIFY(label(m_window->page(), u"is cancelled: all new requests"_s) != nullptr);
}

void PlanViewTest::aRunForbidsAllButCancel()
{
    m_id = create(u"10 | wait"_s);
    QVERIFY(m_window->goTo(Section::ReleaseDetail, m_id));
    QVERIFY(confirm(u"Run here"_s));
    QTRY_VERIFY(whyNot(u"Configure"_s).contains(u"stop that first"_s));
    QVERIFY(isOffered(u"Cancel release"_s));
    QTRY_COMPARE(plan(u"at"_s), u"1"_s);
    QVERIFY(press(view(), u"Stop running here"_s));
    QTRY_VERIFY(isOffered(u"Configure"_s));
}

// Design 11: a runner that died blocks for 30 seconds at most (here for two), and who takes over goes on from there.
void PlanViewTest::aLeaseLeftBehindIsTakenOver()
{
    m_id = create(u"10 | wait"_s);
    {
        const auto reservation = wait(m_colleague->releases().reserve(*parseApiRef(u"route/pay"_s)));
        QVERIFY(reservation);
    }
    const auto leases = wait(m_colleague->admin().list(ResourceKind::PluginConfigs, u"sluice.kind"_s));
    const auto lease = std::find_if(leases->begin(), leases->end(), [](const Resource &resource) {
        return resource.id().startsWith("sluice-lease-"_L1);
    });
    QVERIFY(lease != leases->end());
    const QJsonObject value{{u"plugins"_s, QJsonObject()}, {u"labels"_s, lease->value[u"labels"_s]}};
    QVERIFY(wait(m_colleague->admin().put(ResourceKind::PluginConfigs, lease->id(), value, 2)));

    QVERIFY(m_window->goTo(Section::ReleaseDetail, m_id));
    const auto observed = wait(m_colleague->releases().reader().one(m_id));
    PlanView::Sight sight;
    sight.holder = PlanHolder::LeftBehind;
    view()->setPlan(*observed, sight);
    QVERIFY(says(u"wang"_s));
    QVERIFY(confirm(u"Take over"_s));
    QTRY_VERIFY_WITH_TIMEOUT(says(u"This window runs it"_s), 10'000);
    QTRY_COMPARE(plan(u"at"_s), u"1"_s);
}

// Nothing of it is lost, and whoever runs the plan next does not wait for a lease.
void PlanViewTest::closingAsksAndGivesTheLeaseBack()
{
    QVERIFY(runsHere(u"10 | wait"_s));
    const auto box = [this] { return dialogOver<QMessageBox>(m_window->window()); };
    QVERIFY(!m_window->window().close());
    QVERIFY(box() != nullptr && box()->text().contains(u"1 plan is run by this window"_s));
    QVERIFY(!m_window->window().close());
    QCOMPARE(m_window->window().findChildren<QMessageBox *>().size(), 1);
    QVERIFY(press(box(), u"Stay"_s));
    QTRY_VERIFY(box() == nullptr);
    QTRY_VERIFY(says(u"This window runs it"_s));
    QVERIFY(!m_window->window().close());
    QVERIFY(press(box(), u"Close"_s));
    QTRY_VERIFY(!m_window->window().isVisible());
    const auto free = wait(m_colleague->releases().reader().one(m_id));
    QVERIFY(free->actor().isEmpty());
}

// E13.
void PlanViewTest::aViewerOnlyLooks()
{
    m_id = create(u"10 | wait\n20 | wait"_s);
    m_window = std::make_unique<GatewayWindow>(m_gateway->cluster().admin, TestGateway::viewerKey());
    QVERIFY(m_window->goTo(Section::ReleaseDetail, m_id));
    for (const QString &action : {u"Run here"_s, u"Pause the plan"_s, u"Edit the plan"_s}) {
        const QAbstractButton *offered = offer(action);
        QVERIFY2(offered != nullptr && !offered->isEnabled() && !offered->toolTip().isEmpty(), qPrintable(action));
    }
}

QTEST_MAIN(PlanViewTest)
#include "tst_planview.moc"
