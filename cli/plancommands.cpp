// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "cli/connection.h"
#include "cli/output.h"
#include "core/net/untilsignal.h"
#include "core/plan/planrunner.h"
#include "core/process/stopsignal.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sluice::cli {

namespace {

struct PlanCommandsText
{
    Q_DECLARE_TR_FUNCTIONS(PlanCommands)
};

QString percent(std::optional<double> value)
{
    return value ? QString::number(*value, 'f', 1) + u" %"_s : u"-"_s;
}

QString milliseconds(std::optional<double> value)
{
    return value ? QString::number(*value, 'f', 0) + u" ms"_s : u"-"_s;
}

QJsonObject jsonOf(const SideTraffic &side)
{
    QJsonObject json{{u"requests"_s, side.requests}, {u"errors"_s, side.errors}};
    for (const auto &[name, share] : {std::pair{u"p50"_s, 0.5}, std::pair{u"p95"_s, 0.95}, std::pair{u"p99"_s, 0.99}}) {
        const std::optional<double> value = side.quantile(share);
        json.insert(name, value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null));
    }
    return json;
}

QJsonObject jsonOf(const TrafficPoint &point)
{
    QJsonObject unknown;
    for (auto node = point.unknown.cbegin(); node != point.unknown.cend(); ++node)
        unknown.insert(node.key(), *node);
    const std::optional<double> share = point.share();
    return {{u"time"_s, point.time.toUTC().toString(Qt::ISODate)},
            {u"share"_s, share ? QJsonValue(*share) : QJsonValue(QJsonValue::Null)},
            {u"target"_s, jsonOf(point.target)},
            {u"current"_s, jsonOf(point.current)},
            {u"indistinguishable"_s, point.indistinguishable},
            {u"byGateway"_s, point.byGateway},
            {u"unknown"_s, unknown}};
}

void printTraffic(const TrafficPoint &point, const Arguments &arguments)
{
    if (arguments.json()) {
        printLine(jsonOf(point));
        return;
    }
    print(PlanCommandsText::tr("%1  target %2 of %3 (%4), errors %5 / %6, p95 %7 / %8 (target / current)")
              .arg(point.time.toString(Qt::ISODate))
              .arg(point.target.requests)
              .arg(point.requests())
              .arg(percent(point.share()), percent(point.target.errorRate()), percent(point.current.errorRate()),
                   milliseconds(point.target.quantile(0.95)), milliseconds(point.current.quantile(0.95))));
}

/// Says each sentence once, on standard error.
class Notes
{
public:
    void say(const QStringList &sentences)
    {
        for (const QString &sentence : sentences) {
            if (!m_said.contains(sentence))
                printNote(sentence);
        }
        m_said = sentences;
    }

private:
    QStringList m_said;
};

int printPlan(const ObservedRelease &release, const Arguments &arguments)
{
    if (arguments.json()) {
        print(toJsonOfPlan(release));
        return Done;
    }
    const ReleasePlan &plan = release.plan;
    if (plan.isEmpty()) {
        print(PlanCommandsText::tr("The release has no plan."));
        return Done;
    }
    QList<QStringList> rows{
        {PlanCommandsText::tr("STEP"), PlanCommandsText::tr("SHARE | HOLD | LIMITS"), PlanCommandsText::tr("STATE")}};
    for (int number = 1; number <= plan.steps.size(); ++number) {
        const QString state = number < plan.at    ? PlanCommandsText::tr("passed")
                              : number == plan.at ? PlanCommandsText::tr("here")
                                                  : QString();
        rows.append({QString::number(number), toText(plan.steps[number - 1]), state});
    }
    printTable(rows);
    if (!plan.alarm.isEmpty())
        print(PlanCommandsText::tr("Alarm: %1").arg(plan.alarm));
    if (plan.isPaused())
        print(PlanCommandsText::tr("The plan is paused."));
    print(release.actor().isEmpty() ? PlanCommandsText::tr("Not running.")
                                    : PlanCommandsText::tr("%1 runs it now.").arg(release.actor()));
    return Done;
}

QCoro::Task<int> showOrSet(std::shared_ptr<ClusterSession> session, const Arguments &arguments)
{
    const QString id = QString::fromStdString(arguments.subject);
    Result<ReleasePlan> plan = planFrom(arguments);
    if (!plan)
        co_return printError(plan.error(), arguments.json());
    if (plan->isEmpty() && !arguments.clear) {
        Result<ObservedRelease> found = co_await session->releases().reader().one(id);
        co_return found ? printPlan(*found, arguments) : printError(found.error(), arguments.json());
    }
    if (arguments.dryRun) {
        Result<QList<AdminRequest>> requests = co_await session->releases().previewPlan(id, *plan);
        co_return requests ? printRequests(*requests, session->profile().admin, arguments)
                           : printError(requests.error(), arguments.json());
    }
    const ActionContext context{QString::fromStdString(arguments.reason)};
    Result<ObservedRelease> set = co_await session->releases().setPlan(id, *plan, context);
    co_return set ? printPlan(*set, arguments) : printError(set.error(), arguments.json());
}

QCoro::Task<int> order(std::shared_ptr<ClusterSession> session, const Arguments &arguments)
{
    const QString id = QString::fromStdString(arguments.subject);
    Result<ObservedRelease> found = co_await session->releases().reader().one(id);
    if (!found)
        co_return printError(found.error(), arguments.json());
    PlanOrder wanted = resumeOrder(found->plan);
    if (arguments.command == "releases pause")
        wanted = PlanOrder::Pause;
    else if (arguments.command == "releases skip")
        wanted = PlanOrder::Skip;
    else if (arguments.command == "releases back")
        wanted = PlanOrder::Back;
    if (arguments.dryRun) {
        Result<QList<AdminRequest>> requests = co_await session->releases().previewOrder(id, wanted);
        co_return requests ? printRequests(*requests, session->profile().admin, arguments)
                           : printError(requests.error(), arguments.json());
    }
    const ActionContext context{QString::fromStdString(arguments.reason)};
    Result<void> ordered = co_await session->releases().order(id, wanted, context);
    if (!ordered)
        co_return printError(ordered.error(), arguments.json());
    found = co_await session->releases().reader().one(id);
    co_return found ? printPlan(*found, arguments) : printError(found.error(), arguments.json());
}

/// A line whenever something else is to be said, and at every step.
class RunPrinter
{
public:
    explicit RunPrinter(const Arguments &arguments)
        : m_arguments(arguments)
    {
    }
    void show(const PlanProgress &progress)
    {
        m_notes.say(progress.notes);
        const bool waits = progress.move.kind == PlanMove::Kind::Wait;
        const QString line =
            PlanCommandsText::tr("step %1 of %2: %3")
                .arg(progress.move.kind == PlanMove::Kind::GoTo ? progress.move.step : progress.plan.at)
                .arg(progress.plan.steps.size())
                .arg(progress.move.why);
        // A hold that counts down is said once in ten seconds.
        if (line == m_last || (waits && !m_quiet.hasExpired()))
            return;
        m_last = line;
        m_quiet.setRemainingTime(waits ? 10'000 : 0);
        if (m_arguments.json())
            printLine(QJsonObject{{u"step"_s, progress.plan.at}, {u"why"_s, progress.move.why}});
        else
            print(line);
    }

private:
    const Arguments &m_arguments;
    Notes m_notes;
    QString m_last;
    QDeadlineTimer m_quiet{0};
};

QCoro::Task<int> run(std::shared_ptr<ClusterSession> session, const Arguments &arguments)
{
    const QString id = QString::fromStdString(arguments.subject);
    RunPrinter printer(arguments);
    PlanRunner runner(*session);
    QObject::connect(&runner, &PlanRunner::progressed, &runner,
                     [&printer](const PlanProgress &progress) { printer.show(progress); });
    // So that whoever runs it next need not wait until the lease runs out.
    const StopSignal interruption;
    QObject::connect(&interruption, &StopSignal::received, &runner, &PlanRunner::stop);
    Result<PlanOutcome> outcome = co_await runner.run(id);
    if (!outcome)
        co_return printError(outcome.error(), arguments.json());
    if (arguments.json())
        printLine(QJsonObject{{u"done"_s, outcome->end == PlanOutcome::End::Done}, {u"why"_s, outcome->sentence}});
    else
        print(outcome->sentence);
    co_return outcome->end == PlanOutcome::End::Done ? Done : SaidNo;
}

/// Live traffic of a release until the time is over, or a limit is broken.
QCoro::Task<int> watch(std::shared_ptr<ClusterSession> session, const Arguments &arguments)
{
    const QString id = QString::fromStdString(arguments.subject);
    const auto limits = parseLimits(QString::fromStdString(arguments.limits));
    if (!limits)
        co_return printError(limits.error(), arguments.json());
    Result<ObservedRelease> release = co_await session->releases().reader().one(id);
    if (!release)
        co_return printError(release.error(), arguments.json());
    Result<LiveTraffic::Options> options = co_await liveTrafficOf(*session, *release);
    if (!options)
        co_return printError(options.error(), arguments.json());
    LiveTraffic traffic(*options);
    traffic.start();
    Notes notes;
    const QDateTime begin = QDateTime::currentDateTimeUtc();
    const QDeadlineTimer end = arguments.seconds > 0 ? QDeadlineTimer(qint64(arguments.seconds) * 1000)
                                                     : QDeadlineTimer(QDeadlineTimer::Forever);
    while (!end.hasExpired()) {
        co_await UntilSignal(&traffic, &LiveTraffic::polled);
        notes.say(traffic.notes());
        if (!traffic.points().isEmpty())
            printTraffic(traffic.points().last(), arguments);
        const QString broken = traffic.broken(*limits);
        if (broken.isEmpty())
            continue;
        printNote(PlanCommandsText::tr("A limit is broken: %1").arg(broken));
        if (!arguments.cancelOnAlarm)
            co_return SaidNo;
        const ActionContext context{broken};
        Result<ObservedRelease> cancelled = co_await session->releases().cancel(id, context);
        if (!cancelled)
            co_return printError(cancelled.error(), arguments.json());
        printNote(PlanCommandsText::tr("The release is cancelled: all traffic goes to the current upstream."));
        co_return SaidNo;
    }
    const TrafficPoint whole = traffic.since(begin);
    if (!arguments.json())
        print(PlanCommandsText::tr("In all:"));
    printTraffic(whole, arguments);
    co_return Done;
}

} // namespace

Result<ReleasePlan> planFrom(const Arguments &arguments)
{
    ReleasePlan plan;
    plan.cancelsOnAlarm = arguments.cancelOnAlarm;
    QStringList lines;
    for (const std::string &step : arguments.steps)
        lines.append(QString::fromStdString(step));
    if (!arguments.planFile.empty()) {
        QFile file(QString::fromStdString(arguments.planFile));
        if (!file.open(QIODevice::ReadOnly))
            return Error::invalid(PlanCommandsText::tr("The file \"%1\" can't be read.").arg(file.fileName()), {},
                                  file.errorString());
        lines.append(QString::fromUtf8(file.readAll()));
    }
    if (lines.isEmpty())
        return plan;
    const auto steps = parseSteps(lines.join(u'\n'));
    if (!steps)
        return steps.error();
    plan.steps = *steps;
    return plan;
}

QCoro::Task<int> runPlan(const Arguments &arguments)
{
    const bool onlyLooks = (arguments.command == "releases plan" && arguments.steps.empty() &&
                            arguments.planFile.empty() && !arguments.clear) ||
                           (arguments.command == "releases watch" && !arguments.cancelOnAlarm);
    Result<std::shared_ptr<ClusterSession>> session = std::shared_ptr<ClusterSession>();
    if (onlyLooks)
        session = co_await connectTo(arguments);
    else
        session = co_await connectForChange(arguments);
    if (!session)
        co_return printError(session.error(), arguments.json());
    int code = Done;
    if (arguments.command == "releases run")
        code = co_await run(*session, arguments);
    else if (arguments.command == "releases plan")
        code = co_await showOrSet(*session, arguments);
    else if (arguments.command == "releases watch")
        code = co_await watch(*session, arguments);
    else
        code = co_await order(*session, arguments);
    co_return code;
}

} // namespace sluice::cli
