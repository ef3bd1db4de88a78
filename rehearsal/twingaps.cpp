// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/twingaps.h"

#include "core/model/resource.h"
#include "simulator/proxy/plugin.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct TwinGapsText
{
    Q_DECLARE_TR_FUNCTIONS(TwinGaps)
};

bool refuses(const QString &plugin)
{
    static const QStringList names{u"basic-auth"_s,
                                   u"jwt-auth"_s,
                                   u"hmac-auth"_s,
                                   u"ldap-auth"_s,
                                   u"openid-connect"_s,
                                   u"forward-auth"_s,
                                   u"authz-casbin"_s,
                                   u"authz-keycloak"_s,
                                   u"opa"_s,
                                   u"multi-auth"_s,
                                   u"consumer-restriction"_s,
                                   u"ip-restriction"_s,
                                   u"ua-restriction"_s,
                                   u"referer-restriction"_s,
                                   u"csrf"_s,
                                   u"uri-blocker"_s,
                                   u"wolf-rbac"_s,
                                   u"request-validation"_s,
                                   u"cas-auth"_s};
    return names.contains(plugin);
}

bool limits(const QString &plugin)
{
    return plugin.startsWith("limit-"_L1) || plugin == "api-breaker"_L1 || plugin == "graphql-limit-count"_L1;
}

bool onlyTells(const QString &plugin)
{
    static const QStringList names{u"zipkin"_s, u"skywalking"_s,  u"opentelemetry"_s, u"datadog"_s,
                                   u"syslog"_s, u"server-info"_s, u"node-status"_s,   u"proxy-mirror"_s};
    return plugin.endsWith("-logger"_L1) || plugin.endsWith("-logging"_L1) || names.contains(plugin);
}

bool runsCode(const QString &plugin)
{
    return plugin.startsWith("serverless-"_L1) || plugin.startsWith("ext-plugin-"_L1) || plugin == "workflow"_L1;
}

TwinGap::Kind kindOf(const QString &plugin)
{
    if (refuses(plugin))
        return TwinGap::Kind::Refusal;
    if (limits(plugin))
        return TwinGap::Kind::Limit;
    if (onlyTells(plugin))
        return TwinGap::Kind::Telling;
    return runsCode(plugin) ? TwinGap::Kind::Code : TwinGap::Kind::Plugin;
}

class Gaps
{
public:
    void add(TwinGap::Kind kind, const QString &name, const QString &where)
    {
        for (TwinGap &gap : m_gaps) {
            if (gap.name == name) {
                gap.where.append(where);
                return;
            }
        }
        m_gaps.append({kind, name, {where}});
    }
    QList<TwinGap> take() { return std::move(m_gaps); }

private:
    QList<TwinGap> m_gaps;
};

void addFields(Gaps &gaps, const QJsonObject &value, const QString &where)
{
    if (value.contains(u"filter_func"_s))
        gaps.add(TwinGap::Kind::FilterFunc, u"filter_func"_s, where);
    if (value.contains(u"script"_s))
        gaps.add(TwinGap::Kind::Script, u"script"_s, where);
    if (value.contains(u"service_name"_s) && value.contains(u"discovery_type"_s))
        gaps.add(TwinGap::Kind::Discovery, u"discovery_type"_s, where);
}

} // namespace

QString TwinGap::what() const
{
    return kind == Kind::Backends ? TwinGapsText::tr("backends") : name;
}

QString TwinGap::meaning() const
{
    switch (kind) {
    case Kind::Refusal:
        return TwinGapsText::tr("Requests that the gateway refuses pass on the twin.");
    case Kind::Limit:
        return TwinGapsText::tr(
            "Nothing is limited on the twin: the gateway may answer 429 or 503 to the same requests.");
    case Kind::Telling:
        return TwinGapsText::tr("Nothing is logged or traced on the twin; where requests go does not change.");
    case Kind::Code:
        return TwinGapsText::tr("Code on the gateway may change or answer a request before the split sees it.");
    case Kind::Plugin:
        return TwinGapsText::tr("The twin answers as if it did nothing.");
    case Kind::FilterFunc:
        return TwinGapsText::tr(
            "A function on the gateway decides whether the route is meant: on the twin it always is.");
    case Kind::Script:
        return TwinGapsText::tr("A script takes the place of all plugins on the gateway, the split among them.");
    case Kind::Discovery:
        return TwinGapsText::tr("The nodes are found while the gateway runs; the twin knows none of them.");
    case Kind::Backends:
        return TwinGapsText::tr(
            "Demo backends answer in the place of the real nodes: latency, errors and health are not "
            "theirs.");
    }
    return {};
}

QList<TwinGap> twinGaps(const QJsonObject &configuration)
{
    Gaps gaps;
    for (auto kind = configuration.begin(); kind != configuration.end(); ++kind) {
        const QJsonArray items = kind->toArray();
        for (const QJsonValue &item : items) {
            const Resource resource{item.toObject(), 0, 0};
            const QString where = kind.key() + u'/' + resource.id();
            const QStringList plugins = resource.plugins().keys();
            for (const QString &plugin : plugins) {
                if (!simulator::isSimulated(plugin))
                    gaps.add(kindOf(plugin), plugin, where);
            }
            addFields(gaps, resource.value, where);
            addFields(gaps, resource.value[u"upstream"_s].toObject(), where);
        }
    }
    gaps.add(TwinGap::Kind::Backends, QString(), u"upstreams"_s);
    return gaps.take();
}

} // namespace sluice
