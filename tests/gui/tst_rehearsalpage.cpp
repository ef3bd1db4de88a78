// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/banner.h"
#include "tests/support/testwindow.h"

#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto checkout = "sluice-5f0c1e7a92d4"_L1;

} // namespace

/// A release tried on a twin of the embedded simulator's cluster, from the window.
class RehearsalPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<TestWindow>(); }
    void cleanup();

    void triesAReleaseWithAnotherShare();
    void triesWhatTheFormPassed();
    void refusesLinesThatAreNoPolicy();

private:
    bool settle();
    QPlainTextEdit *policies() { return m_window->page()->findChild<QPlainTextEdit *>(u"policies"_s); }
    Banner *verdict() { return m_window->page()->findChild<Banner *>(u"verdict"_s); }

    std::unique_ptr<TestWindow> m_window;
};

void RehearsalPageTest::cleanup()
{
    QVERIFY(settle());
    m_window.reset();
}

bool RehearsalPageTest::settle()
{
    // A real event loop: qWaitFor() sleeps between any two answers.
    QSignalSpy busy(m_window->page(), &Page::busyChanged);
    while (!m_window->page()->isSettled()) {
        if (!busy.wait(60'000))
            return false;
    }
    return QTest::qWaitFor([this] { return m_window->application().isSettled(); });
}

// B24a, B25: as it is, with another share, cancelled, fully released; the cluster keeps what it has.
void RehearsalPageTest::triesAReleaseWithAnotherShare()
{
    QVERIFY(m_window->go(Section::Rehearsal, checkout));
    QTest::keyClicks(policies(), u"50"_s);
    QCOMPARE(namelessInputs(m_window->page()), QStringList());
    QTRY_VERIFY(button(&m_window->window(), u"Start"_s)->isEnabled());
    QVERIFY(press(&m_window->window(), u"Start"_s));
    QVERIFY(settle());
    QCOMPARE(verdict()->text(), u"Every step does what it should."_s);
    const ListView *steps = m_window->list(u"Steps"_s);
    QCOMPARE(TestWindow::column(steps, 0), QStringList(4, u"Matches"_s));
    QVERIFY(label(m_window->page(), u"limit-count"_s) != nullptr);
    const auto *watch = m_window->application().clusters().watch(u"demo-staging"_s);
    QCOMPARE(watch->snapshot().release(checkout)->release.policy.percentage, 20);
    // B29: what was found is told in the language of the moment.
    m_window->application().language().use(u"zh_CN"_s);
    QTRY_COMPARE(verdict()->text(), u"每一步都符合预期。"_s);
    QCOMPARE(TestWindow::column(m_window->list(u"步骤"_s), 1).last(), u"全量发布"_s);
    QVERIFY(label(m_window->page(), u"limit-count"_s)->text().contains(u"429 或 503"_s));
    m_window->application().language().use(u"en"_s);
    QVERIFY(press(&m_window->window(), u"Back to the release"_s));
}

// A release that does not exist yet; the way back to the form carries what was typed there.
void RehearsalPageTest::triesWhatTheFormPassed()
{
    Location place;
    place.section = Section::Rehearsal;
    place.cluster = u"demo-staging"_s;
    place.workspace = u"payments"_s;
    place.extra = {{u"name"_s, u"Invoices by mail"_s}, {u"api"_s, u"route/invoices"_s}, {u"target"_s, u"invoice-v2"_s},
                   {u"policy"_s, u"percentage 10"_s},  {u"workspace"_s, u"payments"_s}, {u"start"_s, true}};
    m_window->window().go(place);
    QCOMPARE(m_window->page()->title(), u"Rehearse: Invoices by mail"_s);
    QTRY_VERIFY(m_window->list(u"Steps"_s)->shownRows() > 0);
    QVERIFY(settle());
    QVERIFY(press(&m_window->window(), u"Back to the form"_s));
    QCOMPARE(m_window->window().location().section, Section::ReleaseForm);
    QCOMPARE(m_window->window().location().extra.value(u"target"_s).toString(), u"invoice-v2"_s);
}

void RehearsalPageTest::refusesLinesThatAreNoPolicy()
{
    QVERIFY(m_window->go(Section::Rehearsal, checkout));
    QTRY_VERIFY(button(&m_window->window(), u"Start"_s)->isEnabled());
    QTest::keyClicks(policies(), u"120"_s);
    QVERIFY(!button(&m_window->window(), u"Start"_s)->isEnabled());
    QVERIFY(!button(&m_window->window(), u"Start"_s)->toolTip().isEmpty());
}

QTEST_MAIN(RehearsalPageTest)
#include "tst_rehearsalpage.moc"
