// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/confirmationdialog.h"
#include "app/widgets/codeview.h"
#include "app/widgets/statechip.h"
#include "app/widgets/topbar.h"
#include "simulator/sample.h"
#include "tests/support/gatedgateway.h"
#include "tests/support/gatewaywindow.h"
#include "tests/support/testgateway.h"

#include <QApplication>
#include <QMenu>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

const QString checkout = u"sluice-5f0c1e7a92d4"_s; ///< in progress at 20 %
const QString refunds = u"sluice-1d92f6b40e57"_s;  ///< cancelled
const QString login = u"sluice-e87c04a5312b"_s;    ///< completed

QStringList words(const QList<RowAction> &offers)
{
    QStringList words;
    for (const RowAction &offer : offers)
        words.append(offer.text);
    return words;
}

} // namespace

/// The list and the page of releases on the sample data: every condition with its word, its offers and its way out.
class ReleasePagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(ClusterProfile::Environment::Staging); }
    void cleanup() { m_window.reset(); }

    void everyConditionHasItsWordAndItsOffers_data();
    void everyConditionHasItsWordAndItsOffers();
    void theLaterOneIsSuperseded();
    void anApiThatIsGoneIsAnAlarm();
    void aTargetThatIsGoneIsAnAlarm();
    void aCompletedOneThatWasRevertedIsAnAlarm();
    void aViewerLooksAtEverything();
    void cancelIsTwoClicks_data();
    void cancelIsTwoClicks();
    void productionAsksForTheName_data();
    void productionAsksForTheName();
    void driftIsShownAndAdopted();
    void theMenuSaysWhereNoReleaseIsChosen();
    void theMenuActsOnTheChosenRelease();
    void theLeftMenuLeadsToAnotherCluster();
    void theReleasePageTellsTheWayBack();
    void aCompletedOneLeadsBack();
    void aCancelThatFailedMovesTheTraffic();
    void workspacesAreCounted();
    void demoClustersBesideOnesOwn();

private:
    void open(ClusterProfile::Environment environment);
    ConfirmationDialog *question() { return dialogOver<ConfirmationDialog>(m_window->window()); }
    QJsonObject labels(const QString &id) const
    {
        return m_gateway->stored(u"plugin_configs"_s, id)[u"labels"_s].toObject();
    }
    bool carriesSplit(const QString &route) const
    {
        return m_gateway->stored(u"routes"_s, route)[u"plugins"_s].toObject().contains(u"traffic-split"_s);
    }

    /// In one of the boxes for JSON and commands.
    bool shows(const QString &text);

    std::unique_ptr<TestGateway> m_gateway;
    std::unique_ptr<GatewayWindow> m_window;
};

bool ReleasePagesTest::shows(const QString &text)
{
    const auto views = m_window->page()->findChildren<CodeView *>();
    return std::any_of(views.begin(), views.end(), [&text](const CodeView *view) {
        return view->isVisible() && view->findChild<QPlainTextEdit *>()->toPlainText().contains(text);
    });
}

void ReleasePagesTest::open(ClusterProfile::Environment environment)
{
    m_window.reset();
    m_gateway = std::make_unique<TestGateway>(simulator::sampleConfiguration());
    m_window = std::make_unique<GatewayWindow>(m_gateway->cluster().admin, m_gateway->key(), environment);
}

void ReleasePagesTest::everyConditionHasItsWordAndItsOffers_data()
{
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QStringList>("offers");
    const QStringList proofs{u"Verify"_s, u"Rehearse"_s};
    QTest::newRow("in progress") << u"payments"_s << checkout << u"In progress"_s
                                 << QStringList{u"Configure"_s, u"Cancel release"_s, u"Full release"_s, u"Delete"_s,
                                                u"View"_s} +
                                        proofs;
    QTest::newRow("cancelled") << u"payments"_s << refunds << u"Cancelled"_s << QStringList{u"View"_s, u"Delete"_s};
    QTest::newRow("completed") << u"users"_s << login << u"Completed"_s
                               << QStringList{u"View"_s, u"New release back"_s, u"Archive"_s};
    QTest::newRow("pending") << u"catalog"_s << u"sluice-7b3e60d9f1a8"_s << u"Pending"_s
                             << QStringList{u"View"_s, u"Cancel release"_s, u"Apply pending change"_s, u"Delete"_s} +
                                    proofs;
    QTest::newRow("stopped outside") << u"users"_s << u"sluice-c2085d4ef693"_s << u"Stopped outside"_s
                                     << QStringList{u"View"_s, u"Cancel release"_s, u"Re-apply"_s, u"Delete"_s} +
                                            proofs;
    QTest::newRow("drift") << u"users"_s << u"sluice-90ad3b67e21f"_s << u"Drift"_s
                           << QStringList{u"View"_s, u"Cancel release"_s, u"Adopt"_s, u"Delete"_s} + proofs;
}

// B17, B20, E1: the safe action first.
void ReleasePagesTest::everyConditionHasItsWordAndItsOffers()
{
    QFETCH(QString, workspace);
    QFETCH(QString, id);
    QVERIFY(m_window->goTo(Section::Releases, {}, workspace));
    QTEST(m_window->state(id), "state");
    QTEST(words(m_window->list()->actionsOf(m_window->list()->currentSource())), "offers");
}

// design.md 4: of two releases on one API the later is superseded, and only its record can go.
void ReleasePagesTest::theLaterOneIsSuperseded()
{
    QJsonObject late = m_gateway->stored(u"plugin_configs"_s, checkout);
    const auto colleague = m_gateway->session();
    QJsonObject itsLabels = late[u"labels"_s].toObject();
    itsLabels.remove(u"sluice.applied"_s);
    late[u"labels"_s] = itsLabels;
    for (const auto &key : {u"id"_s, u"create_time"_s, u"update_time"_s})
        late.remove(key);
    QVERIFY(wait(colleague->admin().put(ResourceKind::PluginConfigs, u"sluice-0000000000aa"_s, late)));
    QVERIFY(m_window->goTo(Section::Releases));
    QCOMPARE(m_window->state(u"sluice-0000000000aa"_s), u"Superseded"_s);
    QVERIFY(pressInRow(m_window->list(), u"sluice-0000000000aa"_s, u"More"_s));
    QVERIFY(pressInPopup(u"Delete"_s));
    QVERIFY(label(question(), u"is not touched"_s) != nullptr);
    QVERIFY(press(question(), u"Confirm"_s));
    QTRY_VERIFY(m_gateway->stored(u"plugin_configs"_s, u"sluice-0000000000aa"_s).isEmpty());
    QVERIFY(carriesSplit(u"checkout"_s));
}

// E5.
void ReleasePagesTest::anApiThatIsGoneIsAnAlarm()
{
    const auto colleague = m_gateway->session();
    QVERIFY(wait(colleague->admin().remove(ResourceKind::Routes, u"checkout"_s)));
    QVERIFY(m_window->goTo(Section::ReleaseDetail, checkout));
    QVERIFY(label(m_window->page(), u"does not exist any more"_s) != nullptr);
    QVERIFY(press(m_window->page(), u"Cancel release"_s));
    QVERIFY(press(question(), u"Confirm"_s));
    QTRY_COMPARE(labels(checkout)[u"sluice.state"_s].toString(), u"cancelled"_s);
}

// E5: the split is as the release asks, but nothing stands behind it.
void ReleasePagesTest::aTargetThatIsGoneIsAnAlarm()
{
    // APISIX refuses that while a split names it, unless it is forced to.
    QNetworkRequest request(m_gateway->cluster().admin.resolved(QUrl(u"/apisix/admin/upstreams/pay-v2?force=true"_s)));
    request.setRawHeader("X-API-KEY", m_gateway->key());
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> removed(network.deleteResource(request));
    QTRY_VERIFY(removed->isFinished());
    QCOMPARE(removed->error(), QNetworkReply::NoError);
    QVERIFY(m_window->goTo(Section::ReleaseDetail, checkout));
    QVERIFY(label(m_window->page(), u"The target upstream \"pay-v2\" does not exist any more."_s) != nullptr);
    QVERIFY(label(m_window->page(), u"Cancel the release."_s) != nullptr);
}

// E21.
void ReleasePagesTest::aCompletedOneThatWasRevertedIsAnAlarm()
{
    const auto colleague = m_gateway->session();
    QVERIFY(wait(colleague->admin().patch(ResourceKind::Routes, u"login"_s, json("{'upstream_id':'login-v1'}"))));
    QVERIFY(m_window->goTo(Section::Releases, {}, u"users"_s));
    QCOMPARE(m_window->state(login), u"Reverted outside"_s);
}

// E13: every action is there and says why it is off.
void ReleasePagesTest::aViewerLooksAtEverything()
{
    m_window = std::make_unique<GatewayWindow>(m_gateway->cluster().admin, TestGateway::viewerKey());
    QVERIFY(m_window->goTo(Section::Releases));
    QCOMPARE(m_window->state(checkout), u"In progress"_s);
    for (const QString &action : {u"Configure"_s, u"Cancel release"_s, u"Full release"_s, u"Delete"_s}) {
        const RowAction offer = TestWindow::offer(m_window->list(), action);
        QVERIFY2(!offer.enabled && !offer.reason.isEmpty(), qPrintable(action));
    }
    QVERIFY(TestWindow::offer(m_window->list(), u"View"_s).enabled);
    const QAbstractButton *add = button(&m_window->window(), u"New"_s);
    QVERIFY(!add->isEnabled() && !add->toolTip().isEmpty());
    QVERIFY(!pressInRow(m_window->list(), checkout, u"Cancel release"_s));
    QTest::keyClick(m_window->list(), Qt::Key_Delete);
    QVERIFY(question() == nullptr);
    QVERIFY(m_window->goTo(Section::ReleaseDetail, checkout));
    QVERIFY(!button(m_window->page(), u"Cancel release"_s)->isEnabled());
    QVERIFY(m_window->goTo(Section::ReleaseForm));
    QVERIFY(!m_window->field<QPushButton>(u"submit"_s)->isEnabled());
}

void ReleasePagesTest::cancelIsTwoClicks_data()
{
    QTest::addColumn<int>("section");
    QTest::addColumn<QString>("object");
    QTest::newRow("list of releases") << int(Section::Releases) << QString();
    QTest::newRow("overview") << int(Section::Overview) << QString();
    QTest::newRow("release") << int(Section::ReleaseDetail) << checkout;
    QTest::newRow("API") << int(Section::ApiDetail) << u"route/checkout"_s;
}

// E19: on production too, without a typed name, from every page that shows it.
void ReleasePagesTest::cancelIsTwoClicks()
{
    QFETCH(int, section);
    QFETCH(QString, object);
    open(ClusterProfile::Environment::Production);
    QVERIFY(m_window->goTo(Section(section), object));
    if (object.isEmpty())
        QVERIFY(pressInRow(m_window->list(), checkout, u"Cancel release"_s));
    else
        QVERIFY(press(m_window->page(), u"Cancel release"_s));
    QVERIFY(question() != nullptr);
    QVERIFY(question()->findChild<QLineEdit *>(u"typed-name"_s) == nullptr);
    QVERIFY(press(question(), u"Confirm"_s));
    QTRY_COMPARE(labels(checkout)[u"sluice.state"_s].toString(), u"cancelled"_s);
    QTRY_VERIFY(!carriesSplit(u"checkout"_s));
}

void ReleasePagesTest::productionAsksForTheName_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("state");
    QTest::newRow("Full release") << u"Full release"_s << u"completed"_s;
    QTest::newRow("Delete") << u"Delete"_s << QString();
}

void ReleasePagesTest::productionAsksForTheName()
{
    QFETCH(QString, action);
    QFETCH(QString, state);
    open(ClusterProfile::Environment::Production);
    QVERIFY(m_window->goTo(Section::Releases));
    QVERIFY(pressInRow(m_window->list(), checkout, u"More"_s));
    QVERIFY(pressInPopup(action));
    QVERIFY(question() != nullptr);
    QVERIFY(!button(question(), u"Confirm"_s)->isEnabled());
    auto *name = question()->findChild<QLineEdit *>(u"typed-name"_s);
    QTest::keyClicks(name, u"checkout"_s);
    QVERIFY(!button(question(), u"Confirm"_s)->isEnabled());
    fill(name, u"Checkout"_s);
    QVERIFY(press(question(), u"Confirm"_s));
    QTRY_VERIFY(!carriesSplit(u"checkout"_s));
    QTRY_COMPARE(labels(checkout)[u"sluice.state"_s].toString(), state);
}

// E6: what differs is on the page; a split that is neither the old nor the wanted one is never overwritten, but
// adopted.
void ReleasePagesTest::driftIsShownAndAdopted()
{
    const QString id = u"sluice-90ad3b67e21f"_s;
    const QJsonObject route = m_gateway->stored(u"routes"_s, u"sessions"_s);
    QVERIFY(m_window->goTo(Section::ReleaseDetail, id, u"users"_s));
    QVERIFY(label(m_window->page(), u"The API is not what the release"_s) != nullptr);
    QVERIFY(label(m_window->page(), u"Share of the target: 30 % asked, 60 % found"_s) != nullptr);
    QVERIFY(shows(u"\"weight\": 60"_s));
    QTRY_VERIFY(button(m_window->page(), u"Adopt"_s) != nullptr);
    // Cancel release stands where it stands on the page of a release that is as it should be.
    QTRY_VERIFY(button(m_window->page(), u"Adopt"_s)->x() < button(m_window->page(), u"Cancel release"_s)->x());
    QVERIFY(press(m_window->page(), u"Adopt"_s));
    QVERIFY(label(question(), u"No traffic moves."_s) != nullptr);
    QVERIFY(press(question(), u"Confirm"_s));
    QTRY_VERIFY(button(m_window->page(), u"Configure"_s) != nullptr);
    const QJsonObject now = m_gateway->stored(u"routes"_s, u"sessions"_s);
    QCOMPARE(now[u"plugins"_s], route[u"plugins"_s]);
    QCOMPARE(m_gateway->stored(u"plugin_configs"_s, id)[u"plugins"_s][u"traffic-split"_s][u"rules"_s],
             route[u"plugins"_s][u"traffic-split"_s][u"rules"_s]);
}

// ui.md, Frame: the Release menu, by the keyboard.
void ReleasePagesTest::theMenuSaysWhereNoReleaseIsChosen()
{
    QVERIFY(m_window->goTo(Section::Upstreams));
    QTest::keyClick(&m_window->window(), Qt::Key_R, Qt::AltModifier);
    QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()) != nullptr);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QCOMPARE(menu->actions().size(), 1);
    QVERIFY(!menu->actions().first()->isEnabled());
    menu->close();
}

void ReleasePagesTest::theMenuActsOnTheChosenRelease()
{
    QVERIFY(m_window->goTo(Section::Releases));
    QTRY_VERIFY(TestWindow::select(m_window->list(), checkout));
    QTest::keyClick(&m_window->window(), Qt::Key_R, Qt::AltModifier);
    QVERIFY(pressInPopup(u"Cancel release"_s));
    QTRY_VERIFY(question() != nullptr);
    QVERIFY(label(question(), u"Checkout 2.4"_s) != nullptr);
}

void ReleasePagesTest::theLeftMenuLeadsToAnotherCluster()
{
    QVERIFY(m_window->goTo(Section::Releases));
    auto *clusters = m_window->window().findChild<QToolButton *>(u"cluster-switch"_s);
    QVERIFY(clusters != nullptr);
    QTest::mouseClick(clusters, Qt::LeftButton);
    QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()) != nullptr);
    const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu->actions().first()->isChecked());
    QVERIFY(pressInPopup(menu->actions().first()->text()));
    QTRY_COMPARE(m_window->window().location().section, Section::Overview);
}

// E24: a rollback that needs no Sluice, and no key in it.
void ReleasePagesTest::theReleasePageTellsTheWayBack()
{
    QVERIFY(m_window->goTo(Section::ReleaseDetail, checkout));
    QCOMPARE(namelessInputs(m_window->page()), QStringList());
    QVERIFY(shows(u"$SLUICE_ADMIN_KEY"_s));
    QVERIFY(!shows(QString::fromUtf8(m_gateway->key())));
    QVERIFY(m_window->list(u"History"_s)->shownRows() > 0);
}

// E23: current and target exchanged.
void ReleasePagesTest::aCompletedOneLeadsBack()
{
    QVERIFY(m_window->goTo(Section::Releases, {}, u"users"_s));
    QVERIFY(pressInRow(m_window->list(), login, u"More"_s));
    QVERIFY(pressInPopup(u"New release back"_s));
    QCOMPARE(m_window->page()->title(), u"New release"_s);
    QTRY_COMPARE(m_window->field<QComboBox>(u"target"_s)->currentData().toString(), u"login-v1"_s);
    QCOMPARE(m_window->field<QComboBox>(u"api"_s)->currentData().toString(), u"route/login"_s);
    QVERIFY(m_window->field<QPushButton>(u"submit"_s)->isEnabled());
}

// E19, B27, B28: nobody answers, one gives up; the API's PATCH alone brings the traffic back.
void ReleasePagesTest::aCancelThatFailedMovesTheTraffic()
{
    GatedGateway gateway;
    for (const char *id : {"pay-v1", "pay-v2"})
        gateway.put(simulator::Collection::Upstreams, id, json("{'type':'roundrobin','nodes':{'10.0.0.1:80':1}}"));
    gateway.put(simulator::Collection::Routes, "pay",
                json("{'uri':'/pay','upstream_id':'pay-v1','labels':{'workspace':'payments'}}"));
    m_window = std::make_unique<GatewayWindow>(gateway.url(0), GatedGateway::key);
    QVERIFY(m_window->goTo(Section::Releases));
    const auto session = m_window->application().clusters().watch(u"test"_s)->session();
    const NewRelease wanted{u"v2"_s, {}, *parseApiRef(u"route/pay"_s), u"pay-v2"_s, {}, u"payments"_s};
    const auto made = wait(session->releases().create(wanted));
    QVERIFY2(made, made ? "" : qPrintable(made.error().reason + made.error().detail));
    const QString id = made->release.id;
    QTest::keyClick(&m_window->window(), Qt::Key_F5);
    QTRY_COMPARE(m_window->state(id), u"In progress"_s);

    gateway.setOpen(false);
    QVERIFY(pressInRow(m_window->list(), id, u"Cancel release"_s));
    QVERIFY(press(question(), u"Confirm"_s));
    QTRY_VERIFY(button(m_window->page(), u"Give up"_s) != nullptr);
    QVERIFY(!TestWindow::offer(m_window->list(), u"Cancel release"_s).enabled);
    QVERIFY(pressInMenu(m_window->window(), u"APIs"_s));
    QCOMPARE(m_window->window().location().section, Section::Apis);
    QVERIFY(pressInMenu(m_window->window(), u"Releases"_s));
    QVERIFY(press(m_window->page(), u"Give up"_s));
    gateway.setOpen(true);
    QVERIFY(press(m_window->page(), u"Move traffic now"_s));
    QVERIFY(press(question(), u"Confirm"_s));
    QTRY_COMPARE(m_window->state(id), u"Stopped outside"_s);
}

// B2.
void ReleasePagesTest::workspacesAreCounted()
{
    QVERIFY(m_window->goTo(Section::Workspaces, {}, {}));
    QCOMPARE(TestWindow::column(m_window->list(), 0),
             (QStringList{u"catalog"_s, u"default"_s, u"payments"_s, u"users"_s}));
    QCOMPARE(TestWindow::column(m_window->list(), 3), (QStringList{u"2"_s, u"0"_s, u"1"_s, u"2"_s}));
    QCOMPARE(TestWindow::column(m_window->list(), 4), (QStringList{u"1"_s, u"0"_s, u"0"_s, u"2"_s}));
}

// B1a: marked, and beside one's own.
void ReleasePagesTest::demoClustersBesideOnesOwn()
{
    Location welcome;
    welcome.section = Section::Welcome;
    m_window->window().go(welcome);
    QVERIFY(button(m_window->page(), u"Add cluster"_s) != nullptr);
    QVERIFY(press(m_window->page(), u"Try on the local simulator"_s));
    QCOMPARE(m_window->window().location().section, Section::Clusters);
    QStringList names = TestWindow::column(m_window->list(), 0);
    names.sort();
    QCOMPARE(names, (QStringList{u"production (demo)"_s, u"staging (demo)"_s, u"test"_s}));
    const auto states = [this] {
        QStringList words;
        const auto chips = m_window->window().findChild<TopBar *>()->findChildren<StateChip *>();
        for (const StateChip *chip : chips)
            words.append(chip->look().word);
        return words;
    };
    QVERIFY(m_window->go(Section::Workspaces, {}, {}, u"demo-production"_s));
    QTRY_COMPARE(states(), (QStringList{u"Production"_s, u"demo · reachable · admin"_s}));
    QVERIFY(m_window->goTo(Section::Workspaces, {}, {}));
    QTRY_COMPARE(states(), (QStringList{u"Staging"_s, u"reachable · admin"_s}));
}

QTEST_MAIN(ReleasePagesTest)
#include "tst_releasepages.moc"
