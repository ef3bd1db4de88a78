// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/activitymodel.h"
#include "tests/support/testgateway.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

/// What this client did: newest first, without keys, each line as a command for a shell.
class TestActivityModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirstUpToALimit()
    {
        ActivityModel model(nullptr, 20);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QUrl admin(u"http://127.0.0.1:9180"_s);
        for (int number = 0; number < 30; ++number)
            model.add(u"staging"_s, admin,
                      {"GET", u"routes/%1"_s.arg(number), 200, 3, {}, QDateTime::currentDateTimeUtc()});
        QCOMPARE(model.rowCount(), 20);
        QCOMPARE(model.index(0, ActivityModel::Request).data().toString(), u"GET routes/29"_s);
        QVERIFY(!model.index(0, 0).data(ActivityModel::FailedRole).toBool());
        model.add(u"staging"_s, admin, {"PATCH", u"routes/x"_s, 0, 10'000, {}, QDateTime::currentDateTimeUtc()},
                  u"cancel"_s);
        QVERIFY(model.index(0, 0).data(ActivityModel::FailedRole).toBool());
        QVERIFY(model.index(0, 0).data(ActivityModel::IsWriteRole).toBool());
        QCOMPARE(model.index(0, ActivityModel::Action).data().toString(), u"cancel"_s);
        model.retranslate();
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }
    // Fed by a real session: the curl line does the same once more, and no secret is in the model.
    void fedByTheTransport()
    {
        const TestGateway gateway;
        const auto session = gateway.session();
        ActivityModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        connect(&session->transport(), &Transport::exchanged, &model, [&](const Exchange &exchange) {
            model.add(u"test"_s, session->transport().admin(), exchange, u"try"_s);
        });
        const QJsonObject consumer = json("{'username':'jack','plugins':{'key-auth':{'key':'top-secret'}}}");
        QVERIFY(wait(session->admin().put(ResourceKind::Consumers, u"jack"_s, consumer)));
        QVERIFY(wait(session->admin().list(ResourceKind::Routes)));
        QCOMPARE(model.rowCount(), 2);
        QString everything;
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column)
                everything += model.index(row, column).data().toString() +
                              model.index(row, column).data(Qt::ToolTipRole).toString();
            everything += model.index(row, 0).data(ActivityModel::CurlRole).toString();
        }
        QVERIFY2(!everything.contains("top-secret"_L1), qPrintable(everything));
        QVERIFY(!everything.contains(QString::fromUtf8(gateway.key())));
        const QString curl = model.index(1, 0).data(ActivityModel::CurlRole).toString();
        QVERIFY2(curl.contains("-X PUT"_L1) && curl.contains("/apisix/admin/consumers/jack"_L1) &&
                     curl.contains("$SLUICE_ADMIN_KEY"_L1) && curl.contains("***"_L1),
                 qPrintable(curl));
        QVERIFY(model.index(0, ActivityModel::Request).data().toString().contains("page_size"_L1));
    }
};

QTEST_GUILESS_MAIN(TestActivityModel)
#include "tst_activitymodel.moc"
