// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/rehearsal.h"

#include "rehearsal/localtwin.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rehearsal)
};

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

QJsonObject toJson(const RehearsalReport &report)
{
    QJsonArray steps;
    for (const RehearsalStep &step : report.steps)
        steps.append(
            QJsonObject{{u"title"_s, step.title}, {u"fault"_s, step.fault}, {u"report"_s, toJson(step.report)}});
    return {{u"verdict"_s, toText(report.verdict())},
            {u"steps"_s, steps},
            {u"notes"_s, QJsonArray::fromStringList(report.notes)}};
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

void Rehearsal::refused(const QString &title, const Error &error)
{
    add({title, error.reason + u' ' + error.detail, {}});
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

QCoro::Task<void> Rehearsal::prove(Twin twin, QString id, QString title)
{
    Q_EMIT stepped(title);
    Result<ObservedRelease> release = co_await twin->session().releases().reader().one(id);
    if (!release) {
        refused(title, release.error());
        co_return;
    }
    Result<VerificationRequest> request = co_await verificationOf(twin->session(), *release);
    if (!request) {
        refused(title, request.error());
        co_return;
    }
    if (m_stopped)
        co_return;
    m_verifier = std::make_shared<Verifier>();
    const std::shared_ptr<Verifier> verifier = m_verifier;
    Result<VerificationReport> report = co_await verifier->verify(*request);
    m_verifier.reset();
    if (!report)
        refused(title, report.error());
    else if (!m_stopped)
        add({title, {}, *report});
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
        m_report.notes.append(Text::tr("The rehearsal was stopped."));
    co_return m_report;
}

QCoro::Task<Result<void>> Rehearsal::playUntilCancel(std::optional<NewRelease> wanted, QString id,
                                                     QList<TrafficPolicy> policies)
{
    Result<Twin> twin = co_await LocalTwin::start(m_configuration, m_cluster.profile());
    if (!twin)
        co_return twin.error();
    Result<QString> begun = co_await begin(*twin, wanted, id);
    if (!begun)
        co_return begun.error();
    const QString release = *begun;
    ReleaseService &service = (*twin)->session().releases();
    const QString beginning = wanted ? Text::tr("New") : Text::tr("As it is");
    co_await prove(*twin, release, beginning);
    for (const TrafficPolicy &policy : std::as_const(policies)) {
        if (m_stopped)
            co_return {};
        const QString title = Text::tr("Configure: %1").arg(toText(policy));
        Result<ObservedRelease> configured = co_await service.configure(release, policy);
        if (!configured)
            refused(title, configured.error());
        else
            co_await prove(*twin, release, title);
    }
    if (m_stopped)
        co_return {};
    const QString title = Text::tr("Cancel release");
    Result<ObservedRelease> cancelled = co_await service.cancel(release);
    if (!cancelled)
        refused(title, cancelled.error());
    else
        co_await prove(*twin, release, title);
    co_return {};
}

QCoro::Task<Result<void>> Rehearsal::playFullRelease(std::optional<NewRelease> wanted, QString id)
{
    if (m_stopped)
        co_return {};
    Result<Twin> twin = co_await LocalTwin::start(m_configuration, m_cluster.profile());
    if (!twin)
        co_return twin.error();
    Result<QString> begun = co_await begin(*twin, wanted, id);
    if (!begun)
        co_return begun.error();
    const QString release = *begun;
    const QString title = Text::tr("Full release");
    Result<ObservedRelease> completed = co_await (*twin)->session().releases().fullRelease(release);
    if (!completed)
        refused(title, completed.error());
    else
        co_await prove(*twin, release, title);
    co_return {};
}

} // namespace sluice
