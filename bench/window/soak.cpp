// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0

// The window for a long time on a cluster that changes: every round something is written, the page is read again, and
// another page is opened. Prints the rounds and the memory as one line of JSON: bench-soak [SECONDS]
#include "simulator/simulator.h"
#include "tests/support/gatewaywindow.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <cstdio>
#include <fstream>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int routes = 500;

double residentMiB()
{
    std::ifstream pages("/proc/self/statm");
    double whole = 0;
    double resident = 0;
    pages >> whole >> resident;
    return resident * 4096 / 1048576;
}

QJsonObject route(int number, int round)
{
    return {{u"id"_s, u"r%1"_s.arg(number)},
            {u"name"_s, u"orders-%1-%2"_s.arg(number).arg(round)},
            {u"uri"_s, u"/orders/%1/*"_s.arg(number)},
            {u"upstream_id"_s, u"v1"_s},
            {u"labels"_s, QJsonObject{{u"sluice.workspace"_s, u"payments"_s}}}};
}

QJsonObject configuration()
{
    QJsonArray list;
    for (int i = 0; i < routes; ++i)
        list.append(route(i, 0));
    const QJsonObject upstream{{u"id"_s, u"v1"_s}, {u"nodes"_s, QJsonObject{{u"127.0.0.1:1"_s, 1}}}};
    return {{u"routes"_s, list}, {u"upstreams"_s, QJsonArray{upstream}}};
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication qt(argc, argv);
    const qint64 wanted = (argc > 1 ? QByteArray(argv[1]).toLongLong() : 600) * 1000;

    simulator::SimulatorOptions options;
    options.clusters = {{u"test"_s, 0, 0, configuration()}};
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
            network.put(request, QJsonDocument(route(round % routes, round)).toJson()));
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
            early = residentMiB();
    }
    const QJsonObject figures{
        {u"rounds"_s, round}, {u"MiB after a tenth"_s, early}, {u"MiB at the end"_s, residentMiB()}};
    std::puts(QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    return 0;
}
