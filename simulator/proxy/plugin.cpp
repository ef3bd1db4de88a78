// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/proxy/plugin.h"

#include "simulator/http/errorpage.h"
#include "simulator/proxy/plugins/simulatedplugins.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

const QMap<QString, int> &priorities()
{
    static const QMap<QString, int> known{
        {u"request-id"_s, 12015},     {u"fault-injection"_s, 11000}, {u"mocking"_s, 10900},     {u"cors"_s, 4000},
        {u"key-auth"_s, 2500},        {u"proxy-rewrite"_s, 1008},    {u"traffic-split"_s, 966}, {u"redirect"_s, 900},
        {u"response-rewrite"_s, 899}, {u"prometheus"_s, 500},
    };
    return known;
}

std::shared_ptr<Plugin> make(const QString &name, const QJsonObject &conf, const SplitOwner &owner,
                             const RuntimeConfig &config)
{
    if (name == "traffic-split"_L1)
        return makeTrafficSplit(conf, owner, config);
    if (name == "proxy-rewrite"_L1)
        return makeProxyRewrite(conf);
    if (name == "response-rewrite"_L1)
        return makeResponseRewrite(conf);
    if (name == "redirect"_L1)
        return makeRedirect(conf);
    if (name == "fault-injection"_L1)
        return makeFaultInjection(conf);
    if (name == "mocking"_L1)
        return makeMocking(conf);
    if (name == "key-auth"_L1)
        return makeKeyAuth(conf, config);
    if (name == "cors"_L1)
        return makeCors(conf);
    if (name == "request-id"_L1)
        return makeRequestId(conf);
    return name == "prometheus"_L1 ? makePrometheus(conf) : nullptr;
}

} // namespace

bool isSimulated(const QString &plugin)
{
    return priorities().contains(plugin);
}

PluginPtr makePlugin(const QString &name, const QJsonObject &conf, const SplitOwner &owner, const RuntimeConfig &config)
{
    const QJsonObject meta = conf.value("_meta"_L1).toObject();
    if (meta.value("disable"_L1).toBool())
        return nullptr;
    auto plugin = make(name, conf, owner, config);
    if (!plugin)
        return nullptr;
    plugin->pluginName = name.toStdString();
    plugin->priority = meta.value("priority"_L1).toInt(priorities().value(name));
    if (meta.contains("filter"_L1)) {
        if (auto compiled = Expression::compile(meta.value("filter"_L1).toArray()))
            plugin->metaFilter = *compiled;
    }
    if (meta.contains("error_response"_L1))
        plugin->errorResponse = meta.value("error_response"_L1);
    return plugin;
}

LocalAnswer htmlAnswer(int status)
{
    return {status, {{"Content-Type", "text/html; charset=utf-8"}}, errorPage(status), false};
}

LocalAnswer jsonAnswer(int status, const QJsonObject &body)
{
    return {status,
            {{"Content-Type", "text/plain; charset=utf-8"}},
            QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString() + '\n',
            true};
}

} // namespace sluice::simulator
