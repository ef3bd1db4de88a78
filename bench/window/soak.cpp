// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0

// The window for a long time on a cluster that changes: every round something is written, the page is read again, and
// another page is opened. Prints the rounds and the memory as one line of JSON: bench-soak [SECONDS]
#include "bench/window/manyroutes.h"
#include "simulator/simulator.h"
#include "tests/support/gatewaywindow.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <cstdio>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int routes = 500;

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication qt(argc, argv);
    const qint64 wanted = (argc > 1 ? QByteArray(argv[1]).toLongLong() : 600) * 1000;

    simulator::SimulatorOptions options;
    options.clusters = {{u"test"_s, 0, 0, bench::configuration(routes)}};
    simulator::Simulator simulator(options);
    if (!simulator.start())
        return 1;
    const QUrl admin = simulator.clusters().first().admin;
    const QByteArray key = simulator.adminKey().toUtf8();
    GatewayWindow window(admin, key);
    QNetworkAccessManager network;
    const auto change = [&](int round) {
        QNetworkRequest request(admin.resolved(QUrl(u"/apisix/admin/routes/r%1"_s.arg(round % routes))));
        request.setRawHeader("X-API-KEY", key);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const std::unique_ptr<QNetworkReply> reply(
            network.put(request, QJsonDocument(bench::route(round % routes, round)).toJson()));
        return QTest::qWaitFor([&reply] { return reply->isFinished(); }) && reply->error() == QNetworkReply::NoError;
    };

    const QList<QPair<app::Section, QString>> places{{app::Section::Apis, {}},
                                                     {app::Section::ApiDetail, u"route/r1"_s},
                                                     {app::Section::Upstreams, {}},
                                                     {app::Section::Releases, {}},
                                                     {app::Section::Workspaces, {}}};
    QElapsedTimer clock;
    clock.start();
    double early = 0;
    int round = 0;
    while (clock.elapsed() < wanted) {
        const auto &[section, object] = places.at(round % places.size());
        if (!change(round) || !window.goTo(section, object))
            return 1;
        window.page()->refresh();
        if (!QTest::qWaitFor([&window] { return window.application().isSettled(); }))
            return 1;
        ++round;
        if (early == 0 && clock.elapsed() > wanted / 10)
            early = bench::residentMiB();
    }
    const QJsonObject figures{
        {u"rounds"_s, round}, {u"MiB after a tenth"_s, early}, {u"MiB at the end"_s, bench::residentMiB()}};
    std::puts(QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    return 0;
}
