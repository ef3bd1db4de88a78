// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/inspect/inspection.h"

#include "simulator/admin/luajson.h"
#include "simulator/proxy/dataplane.h"

#include <QJsonArray>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

Response json(int status, const QJsonValue &body)
{
    return {status, {{"Content-Type", "application/json"}}, encodeJson(body) + '\n', false};
}

Response refusal(int status, const QString &reason)
{
    return json(status, QJsonObject{{u"error_msg"_s, reason}});
}

QJsonObject unsupported(const Snapshot &snapshot)
{
    QJsonArray items;
    for (const Collection collection : {Collection::Routes, Collection::Services, Collection::PluginConfigs,
                                        Collection::GlobalRules, Collection::Consumers, Collection::ConsumerGroups}) {
        for (const auto &[id, item] : snapshot[collection]) {
            const QJsonObject plugins = item->value.value("plugins"_L1).toObject();
            for (auto it = plugins.begin(); it != plugins.end(); ++it) {
                if (!isSimulated(it.key()))
                    items.append(QJsonObject{{u"in"_s, QString::fromStdString(id)}, {u"plugin"_s, it.key()}});
            }
            for (const auto field : {"filter_func"_L1, "script"_L1}) {
                if (item->value.contains(field))
                    items.append(QJsonObject{{u"in"_s, QString::fromStdString(id)}, {u"field"_s, field}});
            }
        }
    }
    return {{u"unsupported"_s, items}};
}

} // namespace

Response inspect(Dataplane &dataplane, const Request &request)
{
    const QString target = QString::fromStdString(request.target);
    const QString path = target.section(u'?', 0, 0);
    const QUrlQuery query(target.section(u'?', 1));
    if (path == "/sluice/traffic"_L1 && request.method == "GET") {
        QJsonObject traffic = dataplane.traffic().toJson(query.queryItemValue(u"run"_s).toStdString());
        traffic.insert("workers"_L1, static_cast<qint64>(dataplane.options().emulateWorkers));
        traffic.insert("explain"_L1, dataplane.options().explain);
        return json(200, traffic);
    }
    if (path == "/sluice/traffic/reset"_L1 && request.method == "POST") {
        dataplane.traffic().reset();
        return json(200, QJsonObject());
    }
    if (path == "/sluice/unsupported"_L1 && request.method == "GET")
        return json(200, unsupported(dataplane.runtime()->snapshot()));
    if (path.startsWith("/sluice/faults/"_L1) && request.method == "PUT") {
        const auto body = decodeJson(request.body);
        if (!body || !body->isObject())
            return refusal(400, u"The body must be {\"delay\": seconds, \"error_rate\": 0 to 1}."_s);
        const QJsonObject fault = body->toObject();
        const double delay = fault.value("delay"_L1).toDouble();
        const double rate = fault.value("error_rate"_L1).toDouble();
        if (delay < 0 || rate < 0 || rate > 1)
            return refusal(400, u"A delay can't be negative, and an error rate lies between 0 and 1."_s);
        dataplane.setFault(path.section(u'/', 3).toStdString(),
                           {std::chrono::milliseconds(static_cast<std::int64_t>(delay * 1000)), rate});
        return json(200, fault);
    }
    if (path == "/sluice/explain"_L1 && request.method == "POST") {
        const auto body = decodeJson(request.body);
        if (!body || !body->isObject())
            return refusal(400, u"The body must be {\"method\", \"host\", \"path\", \"headers\"}."_s);
        return json(200, dataplane.explain(body->toObject()));
    }
    return refusal(404, u"Below /sluice/ are traffic, traffic/reset, faults/ID, unsupported and explain."_s);
}

} // namespace sluice::simulator
