// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/verifier.h"

#include "core/net/curlcommand.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QUrlQuery>

#include <QCoroSignal>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct VerifierText
{
    Q_DECLARE_TR_FUNCTIONS(Verifier)
};

constexpr int repetitions = 2;       ///< of a run that a change of the API disturbed
constexpr qint64 hitsPerCase = 20;   ///< a hit must land on the target every time: a few times show that
constexpr qint64 progressEvery = 50; ///< ms
constexpr qint64 coursePoints = 200;
constexpr auto wholeBody = std::numeric_limits<std::size_t>::max();

bool anyOf(const QList<Expectation> &expectations, bool (*holds)(const Expectation &))
{
    return std::any_of(expectations.cbegin(), expectations.cend(), holds);
}

bool means(const QString &value, const QString &pattern, const QString &id, const QString &name)
{
    if (!pattern.isEmpty())
        return QRegularExpression(pattern).match(value).hasMatch();
    return !value.isEmpty() && (value == id || value == name);
}

Side sideOf(const ProbeAnswer &answer, const VerificationRequest &request)
{
    if (answer.status == 0)
        return Side::Neither;
    const QString value = valueIn(answer, request.identify);
    if (means(value, request.identify.targetIs, request.targetId, request.targetName))
        return Side::Target;
    return means(value, request.identify.currentIs, request.currentId, request.currentName) ? Side::Current
                                                                                            : Side::Neither;
}

QByteArray targetOf(const VerificationRequest &request, const ProbeFields &fields)
{
    QUrl url = QUrl::fromEncoded(request.path.toUtf8());
    QUrlQuery query(url);
    for (const auto &[name, value] : fields.query)
        query.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(name)),
                           QString::fromLatin1(QUrl::toPercentEncoding(value)));
    url.setQuery(query);
    return url.toEncoded(QUrl::FullyEncoded);
}

QByteArray headersOf(const VerificationRequest &request, const ProbeFields &fields, const QUrl &gateway)
{
    QByteArray lines =
        "Host: " + (request.host.isEmpty() ? gateway.authority(QUrl::FullyEncoded) : request.host).toUtf8() + "\r\n";
    for (const auto &[name, value] : request.headers)
        lines += name + ": " + value + "\r\n";
    for (const auto &[name, value] : fields.headers)
        lines += name.toUtf8() + ": " + value.toUtf8() + "\r\n";
    QByteArrayList cookies;
    for (const auto &[name, value] : fields.cookies)
        cookies.append(name.toUtf8() + '=' + value.toUtf8());
    if (!cookies.isEmpty())
        lines += "Cookie: " + cookies.join("; ") + "\r\n";
    return lines;
}

/// The options with which curl shows what an answer is told or judged by.
QString shownByCurl(Expectation::Of of)
{
    switch (of) {
    case Expectation::Of::Status:
    case Expectation::Of::Header:
        return u"-o /dev/null -D -"_s;
    case Expectation::Of::Body:
    case Expectation::Of::Json:
        return u"-i"_s;
    case Expectation::Of::Time:
        return u"-o /dev/null -w '%{http_code} %{time_total}s\\n'"_s;
    }
    return {};
}

/// What anyone can repeat; the request's own headers may hold credentials and stay out.
QString curlOf(const VerificationRequest &request, const ProbeFields &fields, const QUrl &gateway,
               Expectation::Of shown = Expectation::Of::Header)
{
    QString line = u"curl -sS %1 -X "_s.arg(shownByCurl(shown)) + QString::fromLatin1(request.method);
    for (const auto &[name, value] : fields.headers)
        line += u" -H "_s + shellQuoted(name + u": "_s + value);
    for (const auto &[name, value] : fields.cookies)
        line += u" -b "_s + shellQuoted(name + u'=' + value);
    if (!request.host.isEmpty())
        line += u" -H "_s + shellQuoted(u"Host: "_s + request.host);
    QString base = gateway.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
    return line + u' ' + shellQuoted(base + QString::fromLatin1(targetOf(request, fields)));
}

LatencySummary summaryOf(std::vector<qint64> times)
{
    if (times.empty())
        return {};
    std::sort(times.begin(), times.end());
    const auto at = [&times](double share) {
        return times[std::min(times.size() - 1, std::size_t(share * double(times.size())))];
    };
    return {at(0.5), at(0.95), at(0.99)};
}

/// How the count on the target grew.
QList<QPair<qint64, qint64>> courseOf(const QList<Side> &sides)
{
    QList<QPair<qint64, qint64>> course;
    const qsizetype step = std::max<qsizetype>(1, sides.size() / coursePoints);
    qint64 counted = 0;
    qint64 onTarget = 0;
    for (qsizetype at = 0; at < sides.size(); ++at) {
        counted += sides[at] == Side::Neither ? 0 : 1;
        onTarget += sides[at] == Side::Target ? 1 : 0;
        if ((at + 1) % step == 0)
            course.append({counted, onTarget});
    }
    return course;
}

double wantedOf(const ProbeCase &probe, const TrafficPolicy &policy)
{
    switch (probe.expected) {
    case ProbeCase::Expected::Target:
        return 100;
    case ProbeCase::Expected::Current:
        return 0;
    case ProbeCase::Expected::Share:
        return policy.kind == TrafficPolicy::Kind::Percentage ? policy.percentage : policy.share;
    }
    return 0;
}

void judgeRow(VerificationRow &row, SplitRun run)
{
    run.percentage = row.wanted;
    run.connections = std::max(1, row.connections);
    run.restarts = row.restarts;
    const qint64 counted = row.onTarget + row.onCurrent;
    row.band = bandOf(run, counted);
    row.suffices = sufficientRequests(run);
    const bool wrong = row.isShare ? judge(run, counted, row.onTarget) == Verdict::DoesNotMatch
                                   : row.onTarget != std::llround(double(counted) * row.wanted / 100);
    if (wrong)
        row.verdict = Verdict::DoesNotMatch;
    else if (row.unattributed > 0)
        row.verdict = Verdict::TooFew;
    else if (row.isShare)
        row.verdict = judge(run, counted, row.onTarget);
    else
        row.verdict = counted > 0 ? Verdict::Matches : Verdict::TooFew;
}

Prober::Options optionsFor(const VerificationRequest &request, const QUrl &gateway, qint64 count)
{
    const bool byHeader = request.identify.by == Identification::By::Header;
    Prober::Options options;
    options.gateway = gateway;
    options.connectHost = request.connectHost;
    options.connectPort = request.connectPort;
    options.authorities = request.authorities;
    options.serverName = request.host; // APISIX picks its certificate by the name that is asked for
    options.connections = int(std::min<qint64>(request.concurrency, count));
    options.rate = request.rate;
    options.jitter = !request.exclusive;
    if (byHeader)
        options.header = request.identify.text.toLatin1();
    options.keepHeaders = anyOf(request.expectations, needsHeaders);
    options.keptBody = anyOf(request.expectations, needsBody) ? wholeBody : byHeader ? 0 : identifyingBody;
    return options;
}

/// What the answers of a run have shown so far.
struct Tally
{
    VerificationRow row;
    SideSamples target;
    SideSamples current;
    QList<Side> sides; ///< in the order of sending: answers overtake each other
    QElapsedTimer sinceProgress;

    void add(const ProbeAnswer &answer, Side side)
    {
        ++row.sent;
        ++row.statuses[answer.status];
        if (row.fault.isEmpty())
            row.fault = answer.fault;
        if (side == Side::Target)
            target.add(answer.status, answer.microseconds, answer.bodySize);
        else if (side == Side::Current)
            current.add(answer.status, answer.microseconds, answer.bodySize);
        row.unattributed += side == Side::Neither ? 1 : 0;
        row.onTarget = qint64(target.microseconds.size());
        row.onCurrent = qint64(current.microseconds.size());
        sides[answer.id] = side;
    }
};

} // namespace

Verifier::Verifier(QObject *parent)
    : QObject(parent)
{
}

Verifier::~Verifier() = default;

void Verifier::stop()
{
    m_stopped = true;
    if (m_prober)
        m_prober->stop();
}

Result<void> Verifier::possible(const VerificationRequest &request)
{
    if (request.gateways.isEmpty())
        return Error::invalid(VerifierText::tr("There is no gateway to send requests to."),
                              VerifierText::tr("Give the gateway's address: --gateway, or in the cluster's settings."));
    if (request.path.isEmpty())
        return Error::invalid(VerifierText::tr("There is no path to call."),
                              VerifierText::tr("The route has no single literal path: name one."));
    if (request.method == "HEAD" && anyOf(request.expectations, needsBody))
        return Error::invalid(VerifierText::tr("Answers to HEAD have no body to expect anything of."),
                              VerifierText::tr("Name another method."));
    return {};
}

SplitRun Verifier::runOf(const VerificationRequest &request)
{
    SplitRun run;
    run.percentage =
        request.policy.kind == TrafficPolicy::Kind::Percentage ? request.policy.percentage : request.policy.share;
    run.workers = request.workers;
    run.connections = request.concurrency;
    run.exclusive = request.exclusive;
    run.deviation = request.deviation;
    return run;
}

QCoro::Task<VerificationRow> Verifier::measure(VerificationRequest request, QUrl gateway, ProbeCase probe, qint64 count)
{
    const auto tally = std::make_shared<Tally>(); // answers may come after this coroutine is gone
    VerificationRow &row = tally->row;
    row.gateway = gateway.toString(QUrl::RemoveUserInfo);
    row.name = probe.name;
    row.request = curlOf(request, probe.fields, gateway);
    row.wanted = wantedOf(probe, request.policy);
    row.isShare = probe.expected == ProbeCase::Expected::Share;
    tally->sides.fill(Side::Neither, count);
    tally->sinceProgress.start();

    ProbeRequest prepared;
    prepared.method = request.method;
    prepared.target = targetOf(request, probe.fields);
    prepared.headers = headersOf(request, probe.fields, gateway);
    prepared.body = request.body;

    const Prober::Options options = optionsFor(request, gateway, count);
    const auto source = [handedOut = 0, count, prepared]() mutable -> std::optional<ProbeRequest> {
        if (handedOut == count)
            return std::nullopt;
        ProbeRequest next = prepared;
        next.id = handedOut++;
        return next;
    };
    m_prober = std::make_unique<Prober>(options, source);
    connect(m_prober.get(), &Prober::answered, this, [this, tally, request, gateway, probe](const ProbeAnswer &answer) {
        const Side side = sideOf(answer, request);
        tally->add(answer, side);
        check(answer, side, request, gateway, probe);
        const VerificationRow &sofar = tally->row;
        const qint64 all = tally->sides.size();
        if (tally->sinceProgress.elapsed() < progressEvery && sofar.sent != all)
            return;
        tally->sinceProgress.restart();
        Q_EMIT progressed({sofar.gateway, sofar.name, sofar.sent, all, sofar.onTarget, sofar.onCurrent, sofar.isShare,
                           m_expectations});
    });
    m_prober->start();
    co_await qCoro(m_prober.get(), &Prober::finished);
    row.connections = m_prober->connectionsOpened();
    row.restarts = (m_prober->closedEarly() + options.connections - 1) / options.connections;
    row.course = courseOf(tally->sides);
    row.target = summaryOf(tally->target.microseconds);
    row.current = summaryOf(tally->current.microseconds);
    m_target.append(tally->target);
    m_current.append(tally->current);
    m_prober.reset();
    judgeRow(row, runOf(request));
    co_return row;
}

void Verifier::beginRun(const VerificationRequest &request)
{
    m_target = {};
    m_current = {};
    m_expectations.clear();
    for (const Expectation &expectation : request.expectations)
        m_expectations.append({expectation, {}, {}, {}, {}});
}

void Verifier::check(const ProbeAnswer &answer, Side side, const VerificationRequest &request, const QUrl &gateway,
                     const ProbeCase &probe)
{
    for (ExpectationCount &count : m_expectations) {
        const std::optional<Mismatch> found = count.add(answer, side);
        if (found && !count.first)
            count.first = {*found, gateway.toString(QUrl::RemoveUserInfo), probe.name,
                           curlOf(request, probe.fields, gateway, count.expectation.of)};
    }
}

QCoro::Task<QList<VerificationRow>> Verifier::measureAll(VerificationRequest request, ProbePlan plan)
{
    const SplitRun run = runOf(request);
    QList<VerificationRow> rows;
    for (const QUrl &gateway : std::as_const(request.gateways)) {
        for (const ProbeCase &probe : std::as_const(plan.cases)) {
            if (m_stopped)
                break;
            const bool isShare = probe.expected == ProbeCase::Expected::Share;
            const qint64 needed = isShare ? sufficientRequests(run) : hitsPerCase;
            const qint64 count = isShare && request.requests > 0 ? request.requests : needed;
            VerificationRow row = co_await measure(request, gateway, probe, count);
            rows.append(row);
            Q_EMIT measured(row);
        }
    }
    co_return rows;
}

QCoro::Task<Result<VerificationReport>> Verifier::verify(VerificationRequest request)
{
    m_stopped = false;
    if (const auto can = possible(request); !can)
        co_return can.error();
    VerificationReport report;
    report.title = request.title;
    report.policy = toText(request.policy);
    report.currentName = request.currentName;
    report.targetName = request.targetName;
    report.started = QDateTime::currentDateTimeUtc();
    report.exclusive = request.exclusive;
    report.workers = request.workers;
    report.deviation = request.deviation;
    report.identification = toText(request.identify);
    report.suffices = sufficientRequests(runOf(request));
    ProbePlan plan;
    if (request.policy.kind == TrafficPolicy::Kind::Rules) {
        plan = planFor(request.policy);
        const bool anyHit = std::any_of(plan.cases.cbegin(), plan.cases.cend(), [](const ProbeCase &probe) {
            return probe.expected != ProbeCase::Expected::Current;
        });
        if (!anyHit)
            report.notes.append({VerificationNote::Kind::NothingHits});
    } else {
        const ProbeName all{ProbeName::Kind::All, QString::number(request.policy.percentage), {}};
        plan.cases = {{all, {}, ProbeCase::Expected::Share}};
    }
    for (const ProbeName &name : std::as_const(plan.notTested))
        report.notes.append({VerificationNote::Kind::NotTested, name});
    if (request.settled) {
        const VerificationNote waited = co_await request.settled();
        report.notes.append(waited);
    }
    QElapsedTimer clock;
    clock.start();
    for (int run = 0;; ++run) {
        QString before;
        QString after;
        if (request.revision)
            before = co_await request.revision();
        beginRun(request);
        report.rows = co_await measureAll(request, plan);
        if (request.revision)
            after = co_await request.revision();
        if (before == after)
            break;
        const bool again = run < repetitions && !m_stopped;
        report.notes.append({again ? VerificationNote::Kind::Repeated : VerificationNote::Kind::ChangedEveryTime});
        if (again) {
            Q_EMIT restarted();
            continue;
        }
        for (VerificationRow &row : report.rows) {
            row.verdict = Verdict::TooFew;
            row.isOutdated = true;
        }
        break;
    }
    report.stopped = m_stopped;
    if (m_stopped)
        report.notes.append({VerificationNote::Kind::Stopped});
    report.milliseconds = clock.elapsed();
    report.comparison = compare(m_current, m_target);
    report.expectations = m_expectations;
    report.gatewayFailed = std::any_of(report.rows.cbegin(), report.rows.cend(), [](const VerificationRow &row) {
        return !row.statuses.isEmpty() && (row.statuses.contains(0) || row.statuses.lastKey() >= 500);
    });
    co_return report;
}

} // namespace sluice
