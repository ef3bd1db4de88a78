// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/trafficcounts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

using Buckets = QMap<double, qint64>;

void addBuckets(Buckets &sum, const Buckets &more)
{
    for (auto bucket = more.cbegin(); bucket != more.cend(); ++bucket)
        sum[bucket.key()] += bucket.value();
}

template <class Key>
bool fell(const QMap<Key, qint64> &before, const QMap<Key, qint64> &now)
{
    for (auto counter = before.cbegin(); counter != before.cend(); ++counter) {
        if (now.value(counter.key()) < counter.value())
            return true;
    }
    return false;
}

bool beganAnew(const ApiCounts &before, const ApiCounts &now)
{
    for (auto node = before.cbegin(); node != before.cend(); ++node) {
        const NodeCounts after = now.value(node.key());
        if (fell(node->statuses, after.statuses) || fell(node->latency, after.latency))
            return true;
    }
    return false;
}

template <class Key>
QMap<Key, qint64> difference(QMap<Key, qint64> now, const QMap<Key, qint64> &before)
{
    for (auto counter = now.begin(); counter != now.end(); ++counter)
        *counter -= before.value(counter.key());
    return now;
}

double boundOf(const QString &text)
{
    return text == "+Inf"_L1 ? std::numeric_limits<double>::infinity() : text.toDouble();
}

/// The time that the upstream took where the gateway tells it, else the whole.
QString latencyTypeIn(const QList<MetricSample> &samples)
{
    const bool hasUpstream = std::any_of(samples.begin(), samples.end(), [](const MetricSample &sample) {
        return sample.name == "apisix_http_latency_bucket"_L1 && sample.label("type") == "upstream"_L1;
    });
    return hasUpstream ? u"upstream"_s : u"request"_s;
}

std::optional<double> measured(TrafficLimit::Measure measure, const SideTraffic &side)
{
    switch (measure) {
    case TrafficLimit::Measure::Errors:
        return side.errorRate();
    case TrafficLimit::Measure::Median:
        return side.quantile(0.5);
    case TrafficLimit::Measure::P95:
        return side.quantile(0.95);
    case TrafficLimit::Measure::P99:
        return side.quantile(0.99);
    }
    return std::nullopt;
}

} // namespace

qint64 NodeCounts::requests() const
{
    return std::accumulate(statuses.cbegin(), statuses.cend(), qint64(0));
}

qint64 NodeCounts::errors() const
{
    qint64 sum = 0;
    for (auto status = statuses.lowerBound(500); status != statuses.cend(); ++status)
        sum += *status;
    return sum;
}

ApiCounts countsOf(const QList<MetricSample> &samples, const ApiRef &api, const QString &name)
{
    const char *label = api.kind == ApiRef::Kind::Route ? "route" : "service";
    const QString latencyType = latencyTypeIn(samples);
    ApiCounts counts;
    for (const MetricSample &sample : samples) {
        const QString owner = sample.label(label);
        if (owner != api.id && (name.isEmpty() || owner != name))
            continue;
        const auto value = qint64(std::llround(sample.value));
        if (sample.name == "apisix_http_status"_L1)
            counts[sample.label("node")].statuses[sample.label("code").toInt()] += value;
        else if (sample.name == "apisix_http_latency_bucket"_L1 && sample.label("type") == latencyType)
            counts[sample.label("node")].latency[boundOf(sample.label("le"))] += value;
    }
    return counts;
}

ApiCounts added(const ApiCounts &before, const ApiCounts &now)
{
    if (beganAnew(before, now))
        return now;
    ApiCounts result;
    for (auto node = now.cbegin(); node != now.cend(); ++node) {
        const NodeCounts old = before.value(node.key());
        const NodeCounts more{difference(node->statuses, old.statuses), difference(node->latency, old.latency)};
        if (more.requests() > 0)
            result.insert(node.key(), more);
    }
    return result;
}

NodeSides::Side NodeSides::sideOf(const QString &node) const
{
    if (node.isEmpty())
        return Side::Gateway;
    const bool isTarget = m_target.contains(node);
    const bool isCurrent = m_current.contains(node);
    if (isTarget && isCurrent)
        return Side::Both;
    if (isTarget)
        return Side::Target;
    return isCurrent ? Side::Current : Side::Unknown;
}

QStringList NodeSides::shared() const
{
    QStringList both;
    for (const QString &ip : m_target) {
        if (m_current.contains(ip) && !both.contains(ip))
            both.append(ip);
    }
    return both;
}

void SideTraffic::add(const NodeCounts &counts)
{
    requests += counts.requests();
    errors += counts.errors();
    addBuckets(latency, counts.latency);
}

void SideTraffic::add(const SideTraffic &other)
{
    requests += other.requests;
    errors += other.errors;
    addBuckets(latency, other.latency);
}

std::optional<double> SideTraffic::errorRate() const
{
    if (requests <= 0)
        return std::nullopt;
    return 100 * double(errors) / double(requests);
}

std::optional<double> SideTraffic::quantile(double share) const
{
    if (latency.isEmpty() || latency.last() <= 0)
        return std::nullopt;
    const double rank = share * double(latency.last());
    double lower = 0;
    qint64 below = 0;
    for (auto bucket = latency.cbegin(); bucket != latency.cend(); ++bucket) {
        if (double(*bucket) >= rank) {
            if (std::isinf(bucket.key()))
                return std::nullopt;
            const double within = (rank - double(below)) / double(std::max<qint64>(1, *bucket - below));
            return lower + (bucket.key() - lower) * within;
        }
        lower = bucket.key();
        below = *bucket;
    }
    return std::nullopt;
}

void TrafficPoint::add(const ApiCounts &counts, const NodeSides &sides)
{
    for (auto node = counts.cbegin(); node != counts.cend(); ++node) {
        switch (sides.sideOf(node.key())) {
        case NodeSides::Side::Target:
            target.add(*node);
            break;
        case NodeSides::Side::Current:
            current.add(*node);
            break;
        case NodeSides::Side::Both:
            indistinguishable += node->requests();
            break;
        case NodeSides::Side::Gateway:
            byGateway += node->requests();
            break;
        case NodeSides::Side::Unknown:
            unknown[node.key()] += node->requests();
            break;
        }
    }
}

void TrafficPoint::add(const TrafficPoint &other)
{
    time = other.time;
    target.add(other.target);
    current.add(other.current);
    indistinguishable += other.indistinguishable;
    byGateway += other.byGateway;
    for (auto node = other.unknown.cbegin(); node != other.unknown.cend(); ++node)
        unknown[node.key()] += *node;
}

qint64 TrafficPoint::requests() const
{
    return target.requests + current.requests + indistinguishable + byGateway +
           std::accumulate(unknown.cbegin(), unknown.cend(), qint64(0));
}

std::optional<double> TrafficPoint::share() const
{
    const qint64 both = target.requests + current.requests;
    if (both <= 0)
        return std::nullopt;
    return 100 * double(target.requests) / double(both);
}

QString exceeded(const TrafficLimits &limits, const SideTraffic &target)
{
    if (target.requests < limits.minimum)
        return {};
    for (const TrafficLimit &limit : limits.limits) {
        const bool isShare = limit.measure == TrafficLimit::Measure::Errors;
        const std::optional<double> found = measured(limit.measure, target);
        // Beyond the last bound of a histogram a latency is more than any limit.
        const bool isBeyond = !found && !isShare && !target.latency.isEmpty();
        if (isBeyond)
            return toText(limit);
        if (found && *found > limit.most)
            return toText(limit) + u": "_s + QString::number(*found, 'f', 1) + (isShare ? u" %"_s : u" ms"_s);
    }
    return {};
}

} // namespace sluice
