// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/rehearsal.h"

#include "core/release/releaserecord.h"
#include "rehearsal/twingaps.h"
#include "simulator/simulator.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rehearsal)
};

/// In the order of references, so that each finds what it names.
constexpr ResourceKind kinds[] = {ResourceKind::Upstreams,      ResourceKind::Services,  ResourceKind::PluginConfigs,
                                  ResourceKind::ConsumerGroups, ResourceKind::Consumers, ResourceKind::GlobalRules,
                                  ResourceKind::Routes};

bool isLease(const Resource &resource)
{
    return resource.label(u"sluice.kind"_s) == "lease"_L1;
}

/// One line a request, without what is new each time that it is made.
QStringList steadyLines(const QList<AdminRequest> &requests)
{
    static const QRegularExpression id(u"sluice-[0-9a-f]{12}"_s);
    static const QRegularExpression time(u"\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z"_s);
    static const QRegularExpression write(u"(?<=[0-9][-.]|\"sluice\\.write\":\")[0-9a-f]{8}(?=[\"|.])"_s);
    QStringList lines;
    for (const AdminRequest &request : requests) {
        QString line =
            QString::fromLatin1(request.method) + u' ' + request.path + u' ' + QString::fromUtf8(request.bodyText());
        lines.append(line.replace(id, u"ID"_s).replace(time, u"TIME"_s).replace(write, u"WRITE"_s).trimmed());
    }
    return lines;
}

QCoro::Task<QStringList> requestsOf(ClusterSession &session, std::optional<NewRelease> wanted, QString id,
                                    QList<TrafficPolicy> policies)
{
    ReleaseService &releases = session.releases();
    Result<QList<AdminRequest>> requests = QList<AdminRequest>();
    if (wanted)
        requests = co_await releases.previewCreate(*wanted);
    else if (!policies.isEmpty())
        requests = co_await releases.preview(ReleaseAction::Configure, id, policies.first());
    co_return requests ? steadyLines(*requests) : QStringList();
}

Error notStarted(const QString &reason)
{
    return {.kind = Error::Kind::Server,
            .reason = Text::tr("The twin can't be started: %1").arg(reason),
            .detail = {},
            .traffic = {},
            .advice = Text::tr("The cluster was only read; nothing was changed there.")};
}

} // namespace

/// One embedded simulator and a client for it.
class Rehearsal::Twin
{
public:
    Twin(const QJsonObject &configuration, int workers)
        : simulator(options(configuration, workers))
    {
    }

    /// Nothing of the profile that names the cluster itself stays.
    void open(const ClusterProfile &original, const QString &operatorName)
    {
        const simulator::RunningCluster running = simulator.clusters().first();
        ClusterProfile profile = original;
        profile.admin = running.admin;
        profile.gateways = {running.gateway};
        profile.metrics.clear();
        profile.controls.clear();
        profile.readOnly = false;
        profile.headers.clear();
        profile.tls = {};
        const ClusterSecrets secrets{simulator.adminKey().toUtf8(), {}};
        const ClusterSession::Options options{operatorName, QDir::tempPath()};
        session = std::make_unique<ClusterSession>(profile, secrets, options);
    }

    simulator::Simulator simulator;
    std::unique_ptr<ClusterSession> session;

private:
    static simulator::SimulatorOptions options(const QJsonObject &configuration, int workers)
    {
        simulator::SimulatorOptions options;
        options.clusters = {{u"twin"_s, 0, 0, configuration}};
        options.demoBackends = true;
        options.emulateWorkers = unsigned(std::max(1, workers));
        return options;
    }
};

Verdict RehearsalReport::verdict() const
{
    const bool anyRefused =
        std::any_of(steps.begin(), steps.end(), [](const RehearsalStep &step) { return !step.fault.isEmpty(); });
    const auto has = [this](Verdict wanted) {
        return std::any_of(steps.begin(), steps.end(),
                           [wanted](const RehearsalStep &step) { return step.report.verdict() == wanted; });
    };
    if (anyRefused || has(Verdict::DoesNotMatch))
        return Verdict::DoesNotMatch;
    return steps.isEmpty() || has(Verdict::TooFew) ? Verdict::TooFew : Verdict::Matches;
}

int RehearsalReport::exitCode() const
{
    switch (verdict()) {
    case Verdict::Matches:
        return 0;
    case Verdict::DoesNotMatch:
        return 1;
    case Verdict::TooFew:
        return 5;
    }
    return 5;
}

QJsonObject toJson(const RehearsalReport &report)
{
    QJsonArray steps;
    for (const RehearsalStep &step : report.steps)
        steps.append(
            QJsonObject{{u"title"_s, step.title}, {u"fault"_s, step.fault}, {u"report"_s, toJson(step.report)}});
    QJsonArray gaps;
    for (const TwinGap &gap : report.gaps)
        gaps.append(QJsonObject{
            {u"what"_s, gap.what}, {u"where"_s, QJsonArray::fromStringList(gap.where)}, {u"meaning"_s, gap.meaning}});
    return {{u"verdict"_s, toText(report.verdict())},
            {u"steps"_s, steps},
            {u"gaps"_s, gaps},
            {u"requests"_s, QJsonArray::fromStringList(report.rehearsed)},
            {u"differences"_s, QJsonArray::fromStringList(report.differences())},
            {u"notes"_s, QJsonArray::fromStringList(report.notes)}};
}

QStringList RehearsalReport::differences() const
{
    QStringList lines;
    for (const QString &line : rehearsed) {
        if (!planned.contains(line))
            lines.append(u"- "_s + line);
    }
    for (const QString &line : planned) {
        if (!rehearsed.contains(line))
            lines.append(u"+ "_s + line);
    }
    return lines;
}

Rehearsal::Rehearsal(ClusterSession &cluster, QObject *parent)
    : QObject(parent)
    , m_cluster(cluster)
{
}

Rehearsal::~Rehearsal() = default;

QCoro::Task<Result<RehearsalReport>> Rehearsal::ofRelease(QString id, QList<TrafficPolicy> policies)
{
    std::optional<NewRelease> none;
    Result<RehearsalReport> report = co_await play(none, id, policies);
    co_return report;
}

QCoro::Task<Result<RehearsalReport>> Rehearsal::ofNew(NewRelease wanted, QList<TrafficPolicy> policies)
{
    std::optional<NewRelease> some = wanted;
    Result<RehearsalReport> report = co_await play(some, {}, policies);
    co_return report;
}

QCoro::Task<Result<QJsonObject>> Rehearsal::configuration()
{
    QJsonObject all;
    for (const ResourceKind kind : kinds) {
        Result<QList<Resource>> listed = co_await m_cluster.admin().list(kind);
        const bool needed = kind == ResourceKind::Routes || kind == ResourceKind::Upstreams ||
                            kind == ResourceKind::Services || kind == ResourceKind::PluginConfigs;
        if (!listed && needed)
            co_return listed.error();
        if (!listed) {
            m_report.notes.append(
                Text::tr("The twin is incomplete: %1 can't be read (%2)").arg(toText(kind), listed.error().reason));
            continue;
        }
        QJsonArray items;
        for (const Resource &resource : std::as_const(*listed)) {
            if (isLease(resource))
                continue;
            QJsonObject value = resource.value;
            value.remove(u"create_time"_s);
            value.remove(u"update_time"_s);
            items.append(value);
        }
        all.insert(toText(kind), items);
    }
    m_report.gaps = twinGaps(all);
    co_return all;
}

QCoro::Task<Result<std::shared_ptr<Rehearsal::Twin>>> Rehearsal::makeTwin()
{
    auto twin = std::make_shared<Twin>(m_configuration, m_cluster.profile().workers);
    const Result<void> started = twin->simulator.start();
    if (!started) {
        Error fault = notStarted(started.error().reason);
        fault.detail = started.error().detail;
        co_return fault;
    }
    twin->open(m_cluster.profile(), m_cluster.operatorName());
    Result<GatewayInfo> opened = co_await twin->session->open();
    if (!opened)
        co_return opened.error();
    co_return twin;
}

void Rehearsal::refused(const QString &title, const Error &error)
{
    m_report.steps.append({title, error.reason + u' ' + error.detail, {}});
}

QCoro::Task<Result<QString>> Rehearsal::begin(std::shared_ptr<Twin> twin, std::optional<NewRelease> wanted, QString id)
{
    if (!wanted)
        co_return id;
    Result<ObservedRelease> made = co_await twin->session->releases().create(*wanted);
    if (!made)
        co_return made.error();
    co_return made->release.id;
}

/// The first thing that Submit would do, asked of both.
QCoro::Task<void> Rehearsal::compareRequests(std::shared_ptr<Twin> twin, std::optional<NewRelease> wanted, QString id,
                                             QList<TrafficPolicy> policies)
{
    m_report.rehearsed = co_await requestsOf(*twin->session, wanted, id, policies);
    m_report.planned = co_await requestsOf(m_cluster, wanted, id, policies);
}

QCoro::Task<void> Rehearsal::prove(std::shared_ptr<Twin> twin, QString id, QString title)
{
    Q_EMIT stepped(title);
    Result<ObservedRelease> release = co_await twin->session->releases().reader().one(id);
    if (!release) {
        refused(title, release.error());
        co_return;
    }
    Result<VerificationRequest> request = co_await verificationOf(*twin->session, *release);
    if (!request) {
        refused(title, request.error());
        co_return;
    }
    Verifier verifier;
    Result<VerificationReport> report = co_await verifier.verify(*request);
    if (!report) {
        refused(title, report.error());
        co_return;
    }
    m_report.steps.append({title, {}, *report});
}

QCoro::Task<Result<RehearsalReport>> Rehearsal::play(std::optional<NewRelease> wanted, QString id,
                                                     QList<TrafficPolicy> policies)
{
    m_report = {};
    Result<QJsonObject> read = co_await configuration();
    if (!read)
        co_return read.error();
    m_configuration = *read;

    Result<std::shared_ptr<Twin>> first = co_await makeTwin();
    if (!first)
        co_return first.error();
    co_await compareRequests(*first, wanted, id, policies);
    Result<QString> begun = co_await begin(*first, wanted, id);
    if (!begun)
        co_return begun.error();
    QString release = *begun;
    ReleaseService &service = (*first)->session->releases();
    const QString beginning = wanted ? Text::tr("New") : Text::tr("As it is");
    co_await prove(*first, release, beginning);
    for (const TrafficPolicy &policy : std::as_const(policies)) {
        const QString title = Text::tr("Configure: %1").arg(toText(policy));
        Result<ObservedRelease> configured = co_await service.configure(release, policy);
        if (!configured)
            refused(title, configured.error());
        else
            co_await prove(*first, release, title);
    }
    Result<ObservedRelease> cancelled = co_await service.cancel(release);
    if (!cancelled)
        refused(Text::tr("Cancel release"), cancelled.error());
    else
        co_await prove(*first, release, Text::tr("Cancel release"));

    // What is cancelled can't be resumed: a second twin is fully released.
    Result<std::shared_ptr<Twin>> second = co_await makeTwin();
    if (!second)
        co_return second.error();
    begun = co_await begin(*second, wanted, id);
    if (!begun)
        co_return begun.error();
    release = *begun;
    Result<ObservedRelease> completed = co_await (*second)->session->releases().fullRelease(release);
    if (!completed)
        refused(Text::tr("Full release"), completed.error());
    else
        co_await prove(*second, release, Text::tr("Full release"));
    co_return m_report;
}

} // namespace sluice
