// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/inspect/inspection.h"

#include "simulator/admin/answers.h"
#include "simulator/admin/arguments.h"
#include "simulator/admin/configurationfile.h"
#include "simulator/admin/luajson.h"
#include "simulator/admin/resourcekind.h"
#include "simulator/http/headerlines.h"
#include "simulator/http/httpparser.h"
#include "simulator/inspect/describedrequest.h"
#include "simulator/inspect/explanation.h"
#include "simulator/inspect/explanationtext.h"
#include "simulator/inspect/text.h"
#include "simulator/proxy/dataplane.h"
#include "simulator/proxy/requestcontext.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

// Why it went where it went: its head is explained again, by the configuration that answered it.
QJsonObject explained(const Dataplane &dataplane, const RuntimeConfig &config, const TrafficEntry &entry)
{
    RequestHead head;
    const std::string whole = entry.head + "\r\n\r\n";
    if (!parseRequestHead(whole, head))
        return {};
    Peer peer;
    peer.clientAddress = entry.client;
    RequestContext request(head, peer, dataplane.options().defaultHost);
    QJsonObject explanation = explain(dataplane, config, request);
    // What an order would give is beside the point: it has picked.
    for (const auto part : {"route"_L1, "request"_L1, "upstreams"_L1, "answers"_L1})
        explanation.remove(part);
    return explanation;
}

QJsonObject shown(Dataplane &dataplane, const TrafficEntry &entry)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(entry.ended.time_since_epoch());
    const QDateTime ended = QDateTime::fromMSecsSinceEpoch(milliseconds.count(), Qt::UTC);
    QJsonObject object{{u"run"_s, text(entry.run)},
                       {u"ended"_s, ended.toString(Qt::ISODateWithMs)},
                       {u"method"_s, text(entry.method)},
                       {u"path"_s, text(entry.path)},
                       {u"route"_s, text(entry.route)},
                       {u"rule"_s, text(entry.rule)},
                       {u"pick"_s, static_cast<qint64>(entry.pick)},
                       {u"upstream"_s, text(entry.upstream)},
                       {u"node"_s, text(entry.node)},
                       {u"status"_s, entry.status},
                       {u"microseconds"_s, static_cast<qint64>(entry.microseconds)}};
    if (const auto config = entry.config.lock())
        object.insert("reason"_L1, explained(dataplane, *config, entry));
    else
        object.insert("reason"_L1, QJsonValue::Null); // the configuration of then is gone
    return object;
}

Response traffic(Dataplane &dataplane, const Arguments &arguments)
{
    const std::string run = arguments.text("run").value_or(QString()).toStdString();
    QJsonObject page = dataplane.traffic().counters(run);
    page.insert("workers"_L1, static_cast<qint64>(dataplane.options().emulateWorkers));
    page.insert("explain"_L1, dataplane.options().explain);
    const auto limit = static_cast<std::size_t>(
        std::clamp(arguments.number("newest").value_or(20), 0.0, static_cast<double>(TrafficLog::newestKept)));
    QJsonArray newest;
    for (const TrafficEntry &entry : dataplane.traffic().newest(run)) {
        if (static_cast<std::size_t>(newest.size()) < limit)
            newest.append(shown(dataplane, entry));
    }
    page.insert("newest"_L1, newest);
    return jsonResponse(200, page);
}

QJsonObject shown(const OrderedFault &fault)
{
    return {{u"delay"_s, static_cast<double>(fault.delay.count()) / 1000}, {u"error_rate"_s, fault.errorRate}};
}

Response putFault(Dataplane &dataplane, const std::string &upstream, const std::string &body)
{
    const auto conf = decodeJson(body);
    const QJsonObject fault = conf ? conf->toObject() : QJsonObject();
    const QJsonValue delay = fault.value("delay"_L1);
    const QJsonValue rate = fault.value("error_rate"_L1);
    const qsizetype known = (delay.isDouble() ? 1 : 0) + (rate.isDouble() ? 1 : 0);
    if (known == 0 || known != fault.size())
        return refusal(400, u"The body must be {\"delay\": seconds, \"error_rate\": 0 to 1}; one of them is enough."_s);
    constexpr double longest = 3600;
    if (delay.toDouble() < 0 || delay.toDouble() > longest || rate.toDouble() < 0 || rate.toDouble() > 1)
        return refusal(400, u"A delay lies between 0 and 3600 seconds, and an error rate between 0 and 1."_s);
    const OrderedFault ordered{std::chrono::milliseconds(static_cast<std::int64_t>(delay.toDouble() * 1000)),
                               rate.toDouble()};
    dataplane.setFault(upstream, ordered);
    return jsonResponse(200, shown(ordered));
}

Response allFaults(const Dataplane &dataplane)
{
    QJsonObject all;
    for (const auto &[id, fault] : dataplane.faults())
        all.insert(text(id), shown(fault));
    return jsonResponse(200, QJsonObject{{u"faults"_s, all}});
}

Response faults(Dataplane &dataplane, const std::string &upstream, const Request &request)
{
    if (upstream.empty())
        return request.method == "GET" ? allFaults(dataplane) : refusal(405, u"Name an upstream: /sluice/faults/ID."_s);
    if (!dataplane.runtime()->upstream(upstream))
        return refusal(404, u"There is no upstream \"%1\"."_s.arg(text(upstream)));
    if (request.method == "PUT")
        return putFault(dataplane, upstream, request.body);
    if (request.method == "DELETE") {
        dataplane.removeFault(upstream);
        return jsonResponse(200, shown(OrderedFault{}));
    }
    return request.method == "GET" ? jsonResponse(200, shown(dataplane.fault(upstream)))
                                   : refusal(405, u"A fault knows GET, PUT and DELETE."_s);
}

QJsonObject unsupported(const Snapshot &snapshot)
{
    QJsonArray items;
    const auto add = [&items](const ResourceKind &kind, const std::string &id, const char *what, const QString &name) {
        items.append(QJsonObject{{u"in"_s, QLatin1StringView(kind.segment) + u'/' + text(id)},
                                 {QString::fromLatin1(what), name}});
    };
    for (const ResourceKind &kind : resourceKinds()) {
        for (const auto &[id, item] : snapshot[kind.collection]) {
            const QJsonObject plugins = item->value.value("plugins"_L1).toObject();
            for (auto it = plugins.begin(); it != plugins.end(); ++it) {
                if (!isSimulated(it.key()))
                    add(kind, id, "plugin", it.key());
            }
            for (const auto field : {"filter_func"_L1, "script"_L1}) {
                if (item->value.contains(field))
                    add(kind, id, "field", field);
            }
            if (kind.collection == Collection::StreamRoutes)
                add(kind, id, "field", QLatin1StringView(kind.segment));
        }
    }
    return {{u"unsupported"_s, items}};
}

// For a terminal: what stands in a request or in the store begins no line there, and moves no cursor.
QJsonValue printable(const QJsonValue &value)
{
    if (value.isString()) {
        std::string safe;
        appendEncoded(safe, value.toString().toStdString(), HeadPart::Value);
        return QString::fromStdString(safe);
    }
    if (value.isArray()) {
        QJsonArray result;
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            result.append(printable(item));
        return result;
    }
    if (!value.isObject())
        return value;
    QJsonObject result;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(it.key(), printable(it.value()));
    return result;
}

Response explainPage(Dataplane &dataplane, const Request &request)
{
    const auto body = decodeJson(request.body);
    if (!body || !body->isObject())
        return refusal(400, u"The body must be {\"method\", \"host\", \"path\", \"headers\"}; the path is enough."_s);
    const auto explanation = explainDescribed(dataplane, body->toObject());
    if (!explanation)
        return refusal(400, explanation.error());
    const std::string *accept = request.header("Accept");
    if (accept && accept->find("text/plain") != std::string::npos)
        return {200,
                {{"Content-Type", "text/plain; charset=utf-8"}},
                explanationText(printable(*explanation).toObject()).toStdString(),
                true};
    return jsonResponse(200, *explanation);
}

} // namespace

Response inspect(Dataplane &dataplane, const Request &request)
{
    const std::string path = normalisedPath(request.target);
    const bool get = request.method == "GET";
    constexpr std::string_view faultsPath = "/sluice/faults";
    if (path == "/sluice/traffic" && get)
        return traffic(dataplane, Arguments::ofTarget(request.target));
    if (path == "/sluice/traffic/reset" && request.method == "POST") {
        dataplane.traffic().reset();
        return jsonResponse(200, QJsonObject());
    }
    if (path == "/sluice/unsupported" && get)
        return jsonResponse(200, unsupported(dataplane.runtime()->snapshot()));
    if (path == "/sluice/export" && get)
        return jsonResponse(200, toFile(dataplane.runtime()->snapshot()));
    if (path == faultsPath || path.starts_with(std::string(faultsPath) + '/'))
        return faults(dataplane, path.substr(std::min(path.size(), faultsPath.size() + 1)), request);
    if (path == "/sluice/explain" && request.method == "POST")
        return explainPage(dataplane, request);
    return refusal(404, u"Below /sluice/ are GET traffic, POST traffic/reset, POST explain, GET, PUT and DELETE "
                        "faults/ID, GET unsupported, GET export, and GET ca.crt where there is a local authority."_s);
}

} // namespace sluice::simulator
