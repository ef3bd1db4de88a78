// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/requestsender.h"
#include "app/widgets/livetrafficview.h"
#include "app/widgets/sharetimeline.h"
#include "tests/support/testwindow.h"

#include <QSignalSpy>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

/// Live traffic on the page of a release, from the metrics of the embedded simulator.
class LiveTrafficViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheRealShare();
    void isNotThereForEndedReleases();

private:
    bool call(const QUrl &gateway, int times);
};

bool LiveTrafficViewTest::call(const QUrl &gateway, int times)
{
    RequestSender sender;
    QSignalSpy answered(&sender, &RequestSender::answered);
    const auto request = parsePastedRequest(u"/payments/checkout"_s);
    for (int sent = 0; sent < times; ++sent) {
        sender.send(gateway, *request);
        if (!answered.wait())
            return false;
    }
    return true;
}

// Issue "Live traffic": counted by node at the gateway, shown with the wanted share, and told in words.
void LiveTrafficViewTest::showsTheRealShare()
{
    TestWindow window;
    const QUrl gateway = window.application().clusters().find(u"demo-staging"_s)->gateways.first();
    QVERIFY(window.go(Section::ReleaseDetail, u"sluice-5f0c1e7a92d4"_s));
    auto *live = window.page()->findChild<LiveTrafficView *>();
    QVERIFY(live->isVisible());
    const auto *timeline = live->findChild<ShareTimeline *>();
    // What comes before the first reading is nobody's share.
    QTRY_VERIFY_WITH_TIMEOUT(
        call(gateway, 5) && timeline->accessibleDescription().contains(u"The target gets 20.0 % now"_s), 20'000);
    QVERIFY(timeline->accessibleDescription().contains(u"expected is 20 %"_s));
    QVERIFY(label(live, u"pay-v2: "_s) != nullptr);
}

void LiveTrafficViewTest::isNotThereForEndedReleases()
{
    TestWindow window;
    QVERIFY(window.go(Section::ReleaseDetail, u"sluice-1d92f6b40e57"_s));
    QVERIFY(!window.page()->findChild<LiveTrafficView *>()->isVisible());
}

QTEST_MAIN(LiveTrafficViewTest)
#include "tst_livetrafficview.moc"
