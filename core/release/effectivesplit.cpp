// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/effectivesplit.h"

#include "core/release/releasewords.h"
#include "core/traffic/splitcodec.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct EffectiveSplitText
{
    Q_DECLARE_TR_FUNCTIONS(EffectiveSplit)
};

QJsonObject splitIn(const QList<Resource> &resources, const QString &id)
{
    const auto found = std::find_if(resources.begin(), resources.end(),
                                    [&id](const Resource &resource) { return resource.id() == id; });
    return found == resources.end() ? QJsonObject() : found->plugins()[u"traffic-split"_s].toObject();
}

QJsonObject splitOf(const Surroundings &around, const SplitLayer &layer)
{
    switch (layer.level) {
    case SplitLayer::Level::PluginConfig:
        return splitIn(around.pluginConfigs, layer.id);
    case SplitLayer::Level::Service:
        return around.api.ref.kind == ApiRef::Kind::Service ? around.api.split() : splitIn(around.services, layer.id);
    default:
        return around.api.split();
    }
}

SplitLayer ownLayer(const Api &api)
{
    const bool isRoute = api.ref.kind == ApiRef::Kind::Route;
    return {isRoute ? SplitLayer::Level::Route : SplitLayer::Level::Service, api.ref.id};
}

bool meetsEveryRequest(const QJsonObject &rule)
{
    return rule[u"match"_s].toArray().isEmpty();
}

QString requestsOf(const QJsonObject &rule, bool first)
{
    if (meetsEveryRequest(rule))
        return first ? EffectiveSplitText::tr("All requests") : EffectiveSplitText::tr("All other requests");
    const auto decoded = decodeSplit(QJsonObject{{u"rules"_s, QJsonArray{rule}}});
    if (decoded)
        return inWords(decoded->policy.groups);
    // On one line, with blanks where it may be broken.
    const QByteArray match = QJsonDocument(rule[u"match"_s].toArray()).toJson();
    return EffectiveSplitText::tr("Requests that match %1").arg(QString::fromUtf8(match).simplified());
}

QList<TrafficShare> sharesOf(const QJsonObject &rule)
{
    const QJsonArray entries = rule[u"weighted_upstreams"_s].toArray();
    if (entries.isEmpty())
        return {{QString(), 100}};
    double sum = 0;
    for (const QJsonValue &entry : entries)
        sum += entry[u"weight"_s].toDouble(1);
    QList<TrafficShare> shares;
    for (const QJsonValue &item : entries) {
        const Resource entry{item.toObject()};
        QString upstream = entry.reference(u"upstream_id"_s);
        if (upstream.isEmpty() && entry.value.contains(u"upstream"_s))
            upstream = u"inline"_s;
        const double part =
            sum > 0 ? entry.value[u"weight"_s].toDouble(1) / sum : 1.0 / static_cast<double>(entries.size());
        shares.append({upstream, 100 * part});
    }
    return shares;
}

} // namespace

QList<TrafficPart> partsOf(const QJsonObject &split)
{
    QList<TrafficPart> parts;
    const QJsonArray rules = split[u"rules"_s].toArray();
    for (const QJsonValue &item : rules) {
        const QJsonObject rule = item.toObject();
        parts.append({requestsOf(rule, parts.isEmpty()), sharesOf(rule)});
        if (meetsEveryRequest(rule))
            return parts;
    }
    parts.append(
        {parts.isEmpty() ? EffectiveSplitText::tr("All requests") : EffectiveSplitText::tr("All other requests"),
         {{QString(), 100}}});
    return parts;
}

EffectiveSplit effectiveSplit(const Surroundings &around)
{
    EffectiveSplit effective;
    effective.hidden = hiddenSplits(around);
    effective.overriding = overridingSplits(around);
    if (around.api.hasSplit())
        effective.decides = ownLayer(around.api);
    else if (!effective.hidden.isEmpty())
        effective.decides = effective.hidden.takeFirst();
    effective.parts = partsOf(effective.decides ? splitOf(around, *effective.decides) : QJsonObject());
    return effective;
}

} // namespace sluice
