// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/confirmationdialog.h"
#include "app/widgets/explanationtree.h"
#include "app/widgets/splitbar.h"
#include "tests/support/testgateway.h"
#include "tests/support/testwindow.h"

#include <QClipboard>
#include <QPlainTextEdit>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

/// The page of an API against the simulator: what it is, who gets its traffic, and splits of others.
class ApiPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<TestWindow>(); }
    void cleanup() { m_window.reset(); }

    void opensFromTheList();
    void saysWhoGetsWhat();
    void showsTheRoutesOfAService();
    void adoptsWhatTheFormCanShow();
    void saysWhyASplitStaysExternal();
    void removesASplitWhoseRecordIsGone();
    void saysThatAnApiIsGone();
    void explainsOnATwin();

private:
    /// Changes the API behind the window's back, as other hands would.
    bool patch(const QString &route, const QJsonObject &change);
    bool refreshUntil(const QString &text);

    std::unique_ptr<TestWindow> m_window;
};

bool ApiPageTest::patch(const QString &route, const QJsonObject &change)
{
    const auto session = m_window->application().clusters().watch(u"demo-staging"_s)->session();
    return bool(wait(session->admin().patch(ResourceKind::Routes, route, change)));
}

bool ApiPageTest::refreshUntil(const QString &text)
{
    QTest::keyClick(&m_window->window(), Qt::Key_F5);
    return QTest::qWaitFor([this, &text] { return label(m_window->page(), text) != nullptr; });
}

// B3, B4, B11: from the list by Enter, the badge, the release by its button, and back by keys.
void ApiPageTest::opensFromTheList()
{
    QVERIFY(m_window->go(Section::Apis));
    QVERIFY(TestWindow::select(m_window->list(), u"route/checkout"_s));
    QTest::keyClick(m_window->list(), Qt::Key_Return);
    QCOMPARE(m_window->window().location().section, Section::ApiDetail);
    QCOMPARE(m_window->page()->title(), u"Checkout"_s);
    QVERIFY(label(m_window->page(), u"Checkout 2.4"_s) != nullptr);
    QTRY_VERIFY(button(m_window->page(), u"Cancel release"_s) != nullptr); // E19
    QTest::keyClick(&m_window->window(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->window().location().section, Section::Apis);
    QCOMPARE(namelessInputs(m_window->page()), QStringList());
}

// E20: the effective split, as a bar and with the layer that decides; the JSON can be copied.
void ApiPageTest::saysWhoGetsWhat()
{
    QVERIFY(m_window->go(Section::ApiDetail, u"route/checkout"_s));
    QTRY_VERIFY(label(m_window->page(), u"The split of route checkout decides."_s) != nullptr);
    QCOMPARE(m_window->page()->findChild<SplitBar *>()->share(), 20);
    QVERIFY(press(m_window->page(), u"Copy"_s));
    QVERIFY(QApplication::clipboard()->text().contains(u"\"uri\": \"/payments/checkout\""_s));
    QVERIFY(m_window->go(Section::ApiDetail, u"route/refunds"_s));
    QTRY_VERIFY(label(m_window->page(), u"There is no split."_s) != nullptr);
}

// E9: the routes of a service API, each with a way to it; New release begins with this API.
void ApiPageTest::showsTheRoutesOfAService()
{
    QVERIFY(m_window->go(Section::ApiDetail, u"service/wallet"_s));
    ListView *routes = m_window->list(u"Routes of this service"_s);
    QVERIFY(routes != nullptr);
    QCOMPARE(routes->shownRows(), 3);
    QVERIFY(TestWindow::select(routes, u"route/wallet-balance"_s));
    QTest::keyClick(routes, Qt::Key_Return);
    QCOMPARE(m_window->window().location().object, u"route/wallet-balance"_s);
}

// E7: an external split becomes a release; the confirmation says that Cancel removes it altogether.
void ApiPageTest::adoptsWhatTheFormCanShow()
{
    QVERIFY(m_window->go(Section::ApiDetail, u"route/refunds"_s));
    QVERIFY(patch(u"refunds"_s, json("{'plugins':{'traffic-split':{'rules':[{'weighted_upstreams':["
                                     "{'upstream_id':'refund-v2','weight':30},{'weight':70}]}]}}}")));
    QVERIFY(refreshUntil(u"A split that Sluice did not make."_s));
    QVERIFY(press(m_window->page(), u"Adopt"_s));
    auto *question = dialogOver<ConfirmationDialog>(m_window->window());
    QVERIFY(question != nullptr);
    QVERIFY(label(question, u"remove the split altogether"_s) != nullptr);
    QVERIFY(press(question, u"Confirm"_s));
    QTRY_VERIFY(button(m_window->page(), u"Configure"_s) != nullptr);
}

// E7: what the form can't show stays External, with the reason.
void ApiPageTest::saysWhyASplitStaysExternal()
{
    QVERIFY(m_window->go(Section::ApiDetail, u"route/refunds"_s));
    QVERIFY(patch(u"refunds"_s, json("{'plugins':{'traffic-split':{'rules':[{'weighted_upstreams':["
                                     "{'upstream_id':'refund-v2','weight':1},{'upstream_id':'pay-v2','weight':1},"
                                     "{'weight':2}]}]}}}")));
    QVERIFY(refreshUntil(u"It stays as it is"_s));
    QTRY_VERIFY(button(m_window->page(), u"Adopt"_s) != nullptr);
    const QAbstractButton *adopt = button(m_window->page(), u"Adopt"_s);
    QVERIFY(!adopt->isEnabled());
    QVERIFY(!adopt->toolTip().isEmpty());
    QTRY_VERIFY(label(m_window->page(), u"refund-v2 25 %"_s) != nullptr);
}

// E5: a mark without its record.
void ApiPageTest::removesASplitWhoseRecordIsGone()
{
    QVERIFY(m_window->go(Section::ApiDetail, u"route/refunds"_s));
    QVERIFY(patch(u"refunds"_s, json("{'labels':{'sluice.release':'sluice-000000000000@1.00000000'},"
                                     "'plugins':{'traffic-split':{'rules':[{'weighted_upstreams':["
                                     "{'upstream_id':'refund-v2','weight':30},{'weight':70}]}]}}}")));
    QVERIFY(refreshUntil(u"The record of this split is gone"_s));
    QVERIFY(press(m_window->page(), u"Remove the split"_s));
    auto *question = dialogOver<ConfirmationDialog>(m_window->window());
    QVERIFY(question != nullptr);
    QVERIFY(press(question, u"Confirm"_s));
    QTRY_VERIFY(label(m_window->page(), u"No release is in progress."_s) != nullptr);
    QTRY_VERIFY(label(m_window->page(), u"There is no split."_s) != nullptr);
}

void ApiPageTest::saysThatAnApiIsGone()
{
    QVERIFY(m_window->go(Section::ApiDetail, u"route/nowhere"_s));
    QVERIFY(label(m_window->page(), u"This API is not on the gateway."_s) != nullptr);
}

// Issue "Explain": a pasted request, told with the reason of each condition; the gateway is sent nothing.
void ApiPageTest::explainsOnATwin()
{
    QVERIFY(m_window->go(Section::ApiDetail, u"route/search"_s, u"catalog"_s));
    auto *request = m_window->page()->findChild<QPlainTextEdit *>(u"explain-request"_s);
    QTRY_COMPARE(request->toPlainText(), u"GET /catalog/search"_s);
    request->setPlainText(u"curl http://shop.example.com/catalog/search -b uid=41"_s);
    QTest::keyClick(request, Qt::Key_Return, Qt::ControlModifier);
    auto *tree = m_window->page()->findChild<ExplanationTree *>();
    QTRY_VERIFY(tree->isVisible());
    QCOMPARE(tree->topLevelItem(0)->text(0), u"Upstream search-v2"_s);
    QVERIFY(!tree->findItems(u"cookie_uid"_s, Qt::MatchContains | Qt::MatchRecursive).isEmpty());
}

QTEST_MAIN(ApiPageTest)
#include "tst_apipage.moc"
