// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/inspect/describedrequest.h"

#include "simulator/inspect/explanation.h"
#include "simulator/proxy/dataplane.h"
#include "simulator/proxy/requestcontext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

/// A request that was only described. It lives as long as its parts are looked at.
struct Described
{
    std::string method;
    std::string target;
    std::string client;
    std::vector<std::pair<std::string, std::string>> fields;
    RequestHead head;
    Peer peer;
};

std::optional<QString> read(const QJsonObject &description, Described &out)
{
    static const QStringList known{u"method"_s, u"host"_s, u"path"_s, u"headers"_s, u"client"_s, u"body"_s};
    for (auto it = description.begin(); it != description.end(); ++it) {
        if (!known.contains(it.key()))
            return u"\"%1\" is none of %2."_s.arg(it.key(), known.join(u", "_s));
        if (it.key() != "headers"_L1 && !it.value().isString())
            return u"\"%1\" must be a text."_s.arg(it.key());
    }
    out.method = description.value("method"_L1).toString(u"GET"_s).toStdString();
    out.target = description.value("path"_L1).toString().toStdString();
    out.client = description.value("client"_L1).toString(u"127.0.0.1"_s).toStdString();
    if (!out.target.starts_with('/'))
        return u"\"path\" must begin with a slash; a query may follow it."_s;
    if (description.contains("host"_L1))
        out.fields.emplace_back("Host", description.value("host"_L1).toString().toStdString());
    const QJsonObject headers = description.value("headers"_L1).toObject();
    if (description.contains("headers"_L1) && !description.value("headers"_L1).isObject())
        return u"\"headers\" must be an object: {\"X-Canary\": \"1\"}, or a list of values."_s;
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        const QJsonArray values = it.value().isArray() ? it.value().toArray() : QJsonArray{it.value()};
        for (const QJsonValue &value : values)
            out.fields.emplace_back(it.key().toStdString(), value.toVariant().toString().toStdString());
    }
    out.head.method = out.method;
    out.head.target = out.target;
    for (const auto &[name, value] : out.fields)
        out.head.fields.push_back({name, value});
    out.peer.clientAddress = out.client;
    return std::nullopt;
}

} // namespace

Result<QJsonObject, QString> explainDescribed(Dataplane &dataplane, const QJsonObject &description)
{
    Described described;
    if (const auto fault = read(description, described))
        return *fault;
    RequestContext request(described.head, described.peer, dataplane.options().defaultHost);
    request.body = description.value("body"_L1).toString().toStdString();
    return explain(dataplane, *dataplane.runtime(), request);
}

} // namespace sluice::simulator
