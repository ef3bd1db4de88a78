// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/rehearsal.h"

#include "core/model/prose.h"
#include "rehearsal/localtwin.h"
#include "rehearsal/twingaps.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct RehearsalText
{
    Q_DECLARE_TR_FUNCTIONS(Rehearsal)
};

/// One line a request, without what is new each time that it is made.
QStringList steadyLines(const QList<AdminRequest> &requests)
{
    static const QRegularExpression id(u"sluice-[0-9a-f]{12}"_s);
    static const QRegularExpression time(u"\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z"_s);
    static const QRegularExpression write(u"(?<=[0-9][-.]|pause\\.|\"sluice\\.write\":\")[0-9a-f]{8}(?=[\"|.])"_s);
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

} // namespace

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
    return stopped || steps.isEmpty() || has(Verdict::TooFew) ? Verdict::TooFew : Verdict::Matches;
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

QString RehearsedAction::title() const
{
    switch (kind) {
    case Kind::New:
        return RehearsalText::tr("New");
    case Kind::AsItIs:
        return RehearsalText::tr("As it is");
    case Kind::Configure:
        return RehearsalText::tr("Configure: %1").arg(toText(policy));
    case Kind::Cancel:
        return RehearsalText::tr("Cancel release");
    case Kind::FullRelease:
        return RehearsalText::tr("Full release");
    }
    return {};
}

QJsonObject toJson(const RehearsalReport &report)
{
    QJsonArray steps;
    for (const RehearsalStep &step : report.steps)
        steps.append(QJsonObject{
            {u"title"_s, step.action.title()}, {u"fault"_s, step.fault}, {u"report"_s, toJson(step.report)}});
    QJsonArray gaps;
    for (const TwinGap &gap : report.gaps)
        gaps.append(QJsonObject{{u"what"_s, gap.what()},
                                {u"where"_s, QJsonArray::fromStringList(gap.where)},
                                {u"meaning"_s, gap.meaning()}});
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

void Rehearsal::stop()
{
    m_stopped = true;
    if (m_verifier)
        m_verifier->stop();
}

void Rehearsal::add(const RehearsalStep &step)
{
    m_report.steps.append(step);
    Q_EMIT proved(step);
}

void Rehearsal::refused(const RehearsedAction &action, const Error &error)
{
    add({action, joinSentences({error.reason, error.detail}), {}});
}

QCoro::Task<Result<Rehearsal::Twin>> Rehearsal::makeTwin()
{
    Result<Twin> twin = co_await LocalTwin::start(m_configuration, m_cluster.profile(), m_cluster.operatorName());
    co_return twin;
}

QCoro::Task<Result<QString>> Rehearsal::begin(Twin twin, std::optional<NewRelease> wanted, QString id)
{
    if (!wanted)
        co_return id;
    Result<ObservedRelease> made = co_await twin->session().releases().create(*wanted);
    if (!made)
        co_return made.error();
    co_return made->release.id;
}

/// The first thing that Submit would do, asked of both.
QCoro::Task<void> Rehearsal::compareRequests(Twin twin, std::optional<NewRelease> wanted, QString id,
                                             QList<TrafficPolicy> policies)
{
    m_report.rehearsed = co_await requestsOf(twin->session(), wanted, id, policies);
    m_report.planned = co_await requestsOf(m_cluster, wanted, id, policies);
}

QCoro::Task<void> Rehearsal::prove(Twin twin, QString id, RehearsedAction action)
{
    Q_EMIT stepped(action);
    Result<ObservedRelease> release = co_await twin->session().releases().reader().one(id);
    if (!release) {
        refused(action, release.error());
        co_return;
    }
    Result<VerificationRequest> request = co_await verificationOf(twin->session(), *release);
    if (!request) {
        refused(action, request.error());
        co_return;
    }
    if (m_stopped)
        co_return;
    m_verifier = std::make_shared<Verifier>();
    const std::shared_ptr<Verifier> verifier = m_verifier;
    Result<VerificationReport> report = co_await verifier->verify(*request);
    m_verifier.reset();
    if (!report)
        refused(action, report.error());
    else if (!m_stopped)
        add({action, {}, *report});
}

QCoro::Task<Result<RehearsalReport>> Rehearsal::play(std::optional<NewRelease> wanted, QString id,
                                                     QList<TrafficPolicy> policies)
{
    m_report = {};
    m_stopped = false;
    Result<ClusterConfiguration> read = co_await configurationOf(m_cluster);
    if (!read)
        co_return read.error();
    m_configuration = read->content;
    m_report.gaps = twinGaps(m_configuration);
    m_report.notes = read->notes;
    Result<void> first = co_await playUntilCancel(wanted, id, policies);
    if (!first)
        co_return first.error();
    // What is cancelled can't be resumed: a second twin is fully released.
    Result<void> second = co_await playFullRelease(wanted, id);
    if (!second)
        co_return second.error();
    m_report.stopped = m_stopped;
    if (m_stopped)
        m_report.notes.append(RehearsalText::tr("The rehearsal was stopped."));
    co_return m_report;
}

QCoro::Task<Result<void>> Rehearsal::playUntilCancel(std::optional<NewRelease> wanted, QString id,
                                                     QList<TrafficPolicy> policies)
{
    Result<Twin> twin = co_await makeTwin();
    if (!twin)
        co_return twin.error();
    co_await compareRequests(*twin, wanted, id, policies);
    Result<QString> begun = co_await begin(*twin, wanted, id);
    if (!begun)
        co_return begun.error();
    const QString release = *begun;
    ReleaseService &service = (*twin)->session().releases();
    const RehearsedAction beginning{wanted ? RehearsedAction::Kind::New : RehearsedAction::Kind::AsItIs};
    co_await prove(*twin, release, beginning);
    for (const TrafficPolicy &policy : std::as_const(policies)) {
        if (m_stopped)
            co_return {};
        const RehearsedAction action{RehearsedAction::Kind::Configure, policy};
        Result<ObservedRelease> configured = co_await service.configure(release, policy);
        if (!configured)
            refused(action, configured.error());
        else
            co_await prove(*twin, release, action);
    }
    if (m_stopped)
        co_return {};
    const RehearsedAction action{RehearsedAction::Kind::Cancel};
    Result<ObservedRelease> cancelled = co_await service.cancel(release);
    if (!cancelled)
        refused(action, cancelled.error());
    else
        co_await prove(*twin, release, action);
    co_return {};
}

QCoro::Task<Result<void>> Rehearsal::playFullRelease(std::optional<NewRelease> wanted, QString id)
{
    if (m_stopped)
        co_return {};
    Result<Twin> twin = co_await makeTwin();
    if (!twin)
        co_return twin.error();
    Result<QString> begun = co_await begin(*twin, wanted, id);
    if (!begun)
        co_return begun.error();
    const QString release = *begun;
    const RehearsedAction action{RehearsedAction::Kind::FullRelease};
    Result<ObservedRelease> completed = co_await (*twin)->session().releases().fullRelease(release);
    if (!completed)
        refused(action, completed.error());
    else
        co_await prove(*twin, release, action);
    co_return {};
}

} // namespace sluice
