// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0

// The window on a cluster with many routes: how long its thread is held by one event at most, in each thing that a user
// does, and what a route costs in memory. Processor time of the thread, which a busy machine hardly changes. Prints one
// line of JSON: bench-window [ROUTES]
#include "app/widgets/filterline.h"
#include "bench/window/manyroutes.h"
#include "simulator/simulator.h"
#include "tests/support/gatewaywindow.h"
#include "tests/support/testgateway.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

#include <cstdio>
#include <ctime>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

double processorMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Measures every event of the window's thread.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        const double began = processorMs();
        const QEvent::Type type = event->type();
        const QByteArray name = receiver->metaObject()->className();
        const bool result = QApplication::notify(receiver, event);
        const double took = processorMs() - began;
        --m_depth;
        if (took > longest) {
            longest = took;
            where = name + ' ' + QByteArray::number(type);
        }
        return result;
    }

    double longest = 0;
    QByteArray where;

private:
    int m_depth = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    WatchedApplication qt(argc, argv);
    const int routes = argc > 1 ? QByteArray(argv[1]).toInt() : 20000;

    simulator::SimulatorOptions options;
    options.clusters = {{u"test"_s, 0, 0, bench::configuration(routes)}};
    simulator::Simulator simulator(options);
    if (!simulator.start())
        return 1;
    GatewayWindow window(simulator.clusters().first().admin, simulator.adminKey().toUtf8());
    window.goTo(app::Section::Upstreams, {}, {});

    QJsonObject figures;
    const auto measure = [&](const QString &what, const std::function<void()> &begin,
                             const std::function<bool()> &done) {
        qt.longest = 0;
        qt.where.clear();
        QElapsedTimer clock;
        clock.start();
        const double began = processorMs();
        begin();
        qt.longest = std::max(qt.longest, processorMs() - began);
        const bool came = QTest::qWaitFor(done, 60'000);
        figures.insert(what, QJsonObject{{u"longest ms"_s, qt.longest},
                                         {u"wall ms"_s, came ? clock.elapsed() : -1},
                                         {u"where"_s, QString::fromLatin1(qt.where)}});
    };
    const auto shown = [&] { return window.list() ? window.list()->shownRows() : -1; };
    const double before = bench::residentMiB();
    app::Location apis;
    apis.section = app::Section::Apis;
    apis.cluster = u"test"_s;
    measure(
        u"open the list"_s, [&] { window.window().go(apis); }, [&] { return shown() == routes; });
    figures.insert("KiB a route"_L1, (bench::residentMiB() - before) * 1024 / routes);
    auto *filter = window.page()->tools()->findChild<app::FilterLine *>();
    measure(
        u"refresh, nothing changed"_s, [&] { window.page()->refresh(); },
        [&] { return window.application().isSettled(); });
    const auto session = window.application().clusters().watch(u"test"_s)->session();
    for (int number = 0; number < routes; number += 100) {
        if (!wait(session->admin().put(ResourceKind::Routes, u"r%1"_s.arg(number), bench::route(number, 1))))
            qFatal("route %d was not changed", number);
    }
    measure(
        u"refresh, one in a hundred changed"_s, [&] { window.page()->refresh(); },
        [&] { return window.application().isSettled(); });
    measure(
        u"filter"_s, [&] { filter->setText(u"orders-77"_s); }, [&] { return shown() < routes; });
    measure(
        u"filter off"_s, [&] { filter->clear(); }, [&] { return shown() == routes; });
    QSignalSpy arranged(window.list()->model(), &QAbstractItemModel::layoutChanged);
    measure(
        u"sort by path"_s, [&] { window.list()->sortByColumn(2, Qt::DescendingOrder); },
        [&] { return arranged.count() == 1; });
    measure(
        u"sort by name"_s, [&] { window.list()->sortByColumn(1, Qt::AscendingOrder); },
        [&] { return arranged.count() == 2; });
    measure(
        u"scroll to the end"_s, [&] { window.list()->scrollToBottom(); }, [] { return true; });
    QList<WorkspaceRule> rules;
    for (int number = 0; number < 10; ++number)
        rules.append({WorkspaceRule::Match::Name, {}, u"orders-.*%1-"_s.arg(number), u"team-%1"_s.arg(number)});
    if (!wait(session->setWorkspaceRules(rules, std::nullopt)))
        qFatal("the workspace rules were not saved");
    apis.section = app::Section::WorkspaceRules;
    measure(
        u"preview of ten workspace rules"_s, [&] { window.window().go(apis); },
        [&] { return window.application().isSettled() && shown() > routes; });
    std::puts(QJsonDocument(figures).toJson().constData());
    return 0;
}
