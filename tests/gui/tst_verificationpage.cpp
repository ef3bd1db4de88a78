// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/reportfile.h"
#include "app/widgets/banner.h"
#include "app/widgets/splitfunnel.h"
#include "tests/support/testgateway.h"
#include "tests/support/testwindow.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>

#include <algorithm>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto checkout = "sluice-5f0c1e7a92d4"_L1;

} // namespace

/// The page that proves a split with real requests, against the embedded simulator.
class VerificationPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<TestWindow>(); }
    void cleanup();

    void provesAShare();
    void provesRulesCaseByCase();
    void saysThatNoRequestHits();
    void stopsAtOnce();
    void saysWhyItCannotStart();
    void keepsWhatWasTypedWhenNobodyAnswers();
    void saysWhatWasNotAsExpected();
    void asksOnProduction();
    void savesReports();

private:
    bool enter(const QString &object = checkout, const QString &workspace = u"payments"_s,
               const QString &cluster = u"demo-staging"_s);
    bool start();
    bool settle();
    Banner *verdict() { return m_window->page()->findChild<Banner *>(u"verdict"_s); }
    template <class Field>
    Field *field(const QString &name)
    {
        return m_window->page()->findChild<Field *>(name);
    }

    std::unique_ptr<TestWindow> m_window;
};

void VerificationPageTest::cleanup()
{
    QVERIFY(settle());
    m_window.reset();
}

bool VerificationPageTest::enter(const QString &object, const QString &workspace, const QString &cluster)
{
    return m_window->go(Section::Verification, object, workspace, cluster) &&
           QTest::qWaitFor([this] { return !field<QLineEdit>(u"identify"_s)->text().isEmpty(); });
}

bool VerificationPageTest::start()
{
    return press(&m_window->window(), u"Start"_s);
}

bool VerificationPageTest::settle()
{
    // A real event loop: qWaitFor() sleeps between any two answers.
    QSignalSpy busy(m_window->page(), &Page::busyChanged);
    while (!m_window->page()->isSettled()) {
        if (!busy.wait(60'000))
            return false;
    }
    return QTest::qWaitFor([this] { return m_window->application().isSettled(); });
}

// B25, B7: fields that can be known are filled in; Enter begins; the verdict in one sentence with the counts.
void VerificationPageTest::provesAShare()
{
    QVERIFY(enter());
    QCOMPARE(field<QLineEdit>(u"path"_s)->text(), u"/payments/checkout"_s);
    QCOMPARE(field<QComboBox>(u"method"_s)->currentText(), u"GET"_s);
    QCOMPARE(namelessInputs(m_window->page()), QStringList());
    field<QDoubleSpinBox>(u"deviation"_s)->setValue(10);
    QTest::keyClick(field<QLineEdit>(u"path"_s), Qt::Key_Return);
    QVERIFY(settle());
    QCOMPARE(verdict()->text(), u"Matches"_s);
    QCOMPARE(verdict()->severity(), Banner::Severity::Success);
    const ListView *cases = m_window->list(u"Cases"_s);
    QCOMPARE(cases->shownRows(), 1);
    const auto labels = m_window->page()->findChildren<QLabel *>();
    const auto saysIt = [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"landed on the target"_s);
    };
    QCOMPARE(std::count_if(labels.begin(), labels.end(), saysIt), 1); // of one case the verdict has said all
    const QString said = m_window->page()->findChild<SplitFunnel *>()->accessibleDescription();
    QVERIFY2(said.contains(u"20.0 %"_s), qPrintable(said));
    QVERIFY(field<QPlainTextEdit>(u"curl"_s)->toPlainText().startsWith(u"curl "_s));
    QCOMPARE(namelessInputs(m_window->page()), QStringList());
}

// B8, B25: one request that hits for each group, and those that must not.
void VerificationPageTest::provesRulesCaseByCase()
{
    QVERIFY(enter(u"sluice-a41b7d30c86e"_s, u"catalog"_s));
    QVERIFY(start());
    QVERIFY(settle());
    QCOMPARE(verdict()->text(), u"Matches"_s);
    const ListView *cases = m_window->list(u"Cases"_s);
    QVERIFY(cases->shownRows() >= 4);
    QVERIFY(!m_window->page()->findChild<SplitFunnel *>()->isVisible());
    // B29: what was measured is told in the language of the moment.
    QVERIFY(TestWindow::column(cases, 1).first().startsWith(u"matches "_s));
    m_window->application().language().use(u"zh_CN"_s);
    QTRY_COMPARE(verdict()->text(), u"符合"_s);
    QVERIFY(label(verdict(), u"个用例都符合预期"_s) != nullptr);
    QVERIFY(TestWindow::column(cases, 1).first().startsWith(u"命中"_s));
}

// B13: rules that nothing hits are said, not failed silently; B12: the policy of the moment is what is verified.
void VerificationPageTest::saysThatNoRequestHits()
{
    QVERIFY(enter());
    const auto session = m_window->application().clusters().watch(u"demo-staging"_s)->session();
    const auto policy = parsePolicy(u"rules header:x-a==1 & header:x-a==2"_s);
    QVERIFY(policy);
    const auto configured = wait(session->releases().configure(checkout, *policy));
    QVERIFY2(configured, configured ? "" : qPrintable(configured.error().reason));
    QVERIFY(start());
    QVERIFY(settle());
    QVERIFY(label(m_window->page(), u"No request that could be built matches a rule"_s) != nullptr);
}

// B27: the window stays usable, and Escape ends a slow run at once, far from a match.
void VerificationPageTest::stopsAtOnce()
{
    QVERIFY(enter());
    field<QSpinBox>(u"requests"_s)->setValue(100'000);
    field<QSpinBox>(u"rate"_s)->setValue(50);
    QVERIFY(start());
    QTRY_VERIFY(label(m_window->page(), u"100,000 sent"_s) != nullptr);
    QVERIFY(!start());
    QTest::keyClick(m_window->page(), Qt::Key_Escape);
    QVERIFY(settle());
    QCOMPARE(verdict()->text(), u"Too few requests"_s);
    QCOMPARE(field<QSpinBox>(u"requests"_s)->value(), 100'000);
}

// B28: what is missing is said under its field and on the button; nothing is sent.
void VerificationPageTest::saysWhyItCannotStart()
{
    QVERIFY(enter());
    field<QLineEdit>(u"path"_s)->clear();
    QVERIFY(!start());
    QVERIFY(label(m_window->page(), u"name one"_s) != nullptr);
    QVERIFY(button(&m_window->window(), u"Start"_s)->toolTip().contains(u"name one"_s));
    QTest::keyClicks(field<QLineEdit>(u"path"_s), u"payments"_s);
    QVERIFY(label(m_window->page(), u"A path begins with a slash."_s) != nullptr);
}

// B28: a gateway that is not there is told by the answers, and no field is lost.
void VerificationPageTest::keepsWhatWasTypedWhenNobodyAnswers()
{
    QVERIFY(enter());
    field<QLineEdit>(u"gateways"_s)->setText(u"http://127.0.0.1:1"_s);
    field<QSpinBox>(u"requests"_s)->setValue(3);
    QVERIFY(start());
    QVERIFY(settle());
    QCOMPARE(verdict()->text(), u"Too few requests"_s);
    QVERIFY(label(verdict(), u"got no answer"_s) != nullptr);
    QCOMPARE(field<QLineEdit>(u"gateways"_s)->text(), u"http://127.0.0.1:1"_s);
    QVERIFY(m_window->go(Section::Releases));
    QVERIFY(enter());
    QCOMPARE(field<QSpinBox>(u"requests"_s)->value(), 3);
}

// A line each; a wrong one is told while it is typed. The split's verdict stays, the whole does not match.
void VerificationPageTest::saysWhatWasNotAsExpected()
{
    QVERIFY(enter());
    field<QDoubleSpinBox>(u"deviation"_s)->setValue(10);
    auto *lines = field<QPlainTextEdit>(u"expectations"_s);
    lines->setPlainText(u"status == 200\ntime < 800"_s);
    QVERIFY(label(m_window->page(), u"Line 2: \"800\" is not a time"_s) != nullptr);
    QVERIFY(!start());
    lines->setPlainText(u"status == 200\nbody contains html"_s);
    QVERIFY(label(m_window->page(), u"is not a time"_s) == nullptr);
    field<QComboBox>(u"method"_s)->setCurrentText(u"HEAD"_s);
    QVERIFY(label(m_window->page(), u"have no body"_s) != nullptr);
    field<QComboBox>(u"method"_s)->setCurrentText(u"GET"_s);
    QVERIFY(start());
    QVERIFY(settle());
    QCOMPARE(verdict()->text(), u"Does not match"_s);
    QCOMPARE(verdict()->severity(), Banner::Severity::Error);
    QCOMPARE(TestWindow::column(m_window->list(u"Cases"_s), 0), QStringList{u"Matches"_s});
    const ListView *expected = m_window->list(u"Expected of each answer"_s);
    QCOMPARE(TestWindow::column(expected, 0), (QStringList{u"Matches"_s, u"Does not match"_s}));
    QCOMPARE(TestWindow::column(expected, 1), (QStringList{u"status == 200"_s, u"body contains html"_s}));
    // The chosen line is the one that fails, with a request that shows the body.
    QVERIFY(label(m_window->page(), u"Not as expected (body contains html)"_s) != nullptr);
    QVERIFY(field<QPlainTextEdit>(u"curl"_s)->toPlainText().startsWith(u"curl -sS -i "_s));
    QCOMPARE(namelessInputs(m_window->page()), QStringList());
}

// A production gateway is asked for before it is flooded.
void VerificationPageTest::asksOnProduction()
{
    QVERIFY(enter(checkout, u"payments"_s, u"demo-production"_s));
    field<QSpinBox>(u"rate"_s)->setValue(0);
    field<QDoubleSpinBox>(u"deviation"_s)->setValue(10);
    QVERIFY(start());
    auto *question = dialogOver<QMessageBox>(m_window->window());
    QVERIFY(question != nullptr);
    QVERIFY(press(question, u"Back"_s));
    QVERIFY(m_window->application().isSettled());
    QVERIFY(verdict() == nullptr || !verdict()->isVisible());
    QVERIFY(start());
    question = dialogOver<QMessageBox>(m_window->window());
    QVERIFY(question != nullptr);
    QVERIFY(press(question, u"Confirm"_s));
    QVERIFY(settle());
    QCOMPARE(verdict()->text(), u"Matches"_s);
}

void VerificationPageTest::savesReports()
{
    VerificationReport report;
    report.title = u"checkout"_s;
    const QString folder = m_window->folder();
    for (const QString &name : {u"report.html"_s, u"report.json"_s, u"report.xml"_s})
        QVERIFY(saveReport(report, folder + u'/' + name));
    QFile json(folder + u"/report.json"_s);
    QVERIFY(json.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(json.readAll())[u"title"_s].toString(), u"checkout"_s);
    QCOMPARE(saveReport(report, folder + u"/nowhere/report.html"_s).error().kind, Error::Kind::Invalid);
}

QTEST_MAIN(VerificationPageTest)
#include "tst_verificationpage.moc"
