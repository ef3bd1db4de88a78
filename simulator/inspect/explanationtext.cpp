// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/inspect/explanationtext.h"

#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

class TextPage
{
public:
    void line(int depth, const QString &words) { m_lines.append(QString(depth * 2, u' ') + words); }
    QString take() const { return m_lines.join(u'\n') + u'\n'; }

private:
    QStringList m_lines;
};

QString percent(double probability)
{
    return QString::number(probability * 100, 'g', 4) + u" %"_s;
}

QString yesNo(const QJsonObject &part)
{
    return !part.value("evaluated"_L1).toBool() ? u"not looked at"_s
           : part.value("holds"_L1).toBool()    ? u"yes"_s
                                                : u"no"_s;
}

void addCondition(TextPage &page, int depth, const QJsonObject &part)
{
    if (part.contains("parts"_L1)) {
        page.line(depth, u"%1: %2"_s.arg(part.value("text"_L1).toString(), yesNo(part)));
        const QJsonArray parts = part.value("parts"_L1).toArray();
        for (const QJsonValue &inner : parts)
            addCondition(page, depth + 1, inner.toObject());
        return;
    }
    const QJsonValue actual = part.value("actual"_L1);
    page.line(depth, u"%1: %2 (%3)"_s.arg(part.value("text"_L1).toString(), yesNo(part),
                                          actual.isString() ? u"it is \"%1\""_s.arg(actual.toString()) : u"absent"_s));
}

void addReason(TextPage &page, int depth, const QString &prefix, const QJsonObject &reason)
{
    page.line(depth, prefix + reason.value("text"_L1).toString());
    if (reason.contains("conditions"_L1))
        addCondition(page, depth + 1, reason.value("conditions"_L1).toObject());
}

void addRoutes(TextPage &page, const QJsonObject &explanation)
{
    const QJsonValue route = explanation.value("route"_L1);
    const QString name = explanation.value("name"_L1).toString();
    page.line(0, route.isNull()   ? u"No route matches"_s
                 : name.isEmpty() ? u"Route %1"_s.arg(route.toString())
                                  : u"Route %1 (%2)"_s.arg(route.toString(), name));
    const QJsonArray why = explanation.value("why"_L1).toArray();
    for (const QJsonValue &reason : why)
        addReason(page, 1, {}, reason.toObject());
    const QJsonArray others = explanation.value("others"_L1).toArray();
    for (const QJsonValue &value : others) {
        const QJsonObject other = value.toObject();
        addReason(page, 1, u"not %1: "_s.arg(other.value("route"_L1).toString()), other.value("reason"_L1).toObject());
    }
    page.line(1, u"routes for other paths: %1"_s.arg(explanation.value("elsewhere"_L1).toInteger()));
}

void addSplit(TextPage &page, const QJsonObject &split)
{
    page.line(0, u"Split of %1"_s.arg(split.value("of"_L1).toString()));
    const QJsonArray rules = split.value("rules"_L1).toArray();
    for (const QJsonValue &value : rules) {
        const QJsonObject rule = value.toObject();
        page.line(1, u"rule %1%2: %3"_s.arg(QString::number(rule.value("rule"_L1).toInteger()),
                                            rule.value("chosen"_L1).toBool() ? u" decides"_s : QString(),
                                            rule.value("text"_L1).toString()));
        const QJsonArray groups = rule.value("groups"_L1).toArray();
        for (const QJsonValue &group : groups) {
            if (rule.value("reached"_L1).toBool())
                addCondition(page, 2, group.toObject());
        }
    }
}

} // namespace

QString explanationText(const QJsonObject &explanation)
{
    TextPage page;
    const QJsonObject request = explanation.value("request"_L1).toObject();
    const QString query = request.value("query"_L1).toString();
    page.line(0, u"%1 %2%3 for host %4 from %5"_s.arg(
                     request.value("method"_L1).toString(), request.value("path"_L1).toString(),
                     query.isEmpty() ? QString() : u'?' + query,
                     request.value("host"_L1).toString().isEmpty() ? u"(none)"_s : request.value("host"_L1).toString(),
                     request.value("client"_L1).toString()));
    addRoutes(page, explanation);
    if (explanation.value("consumer"_L1).isString())
        page.line(0, u"Consumer %1"_s.arg(explanation.value("consumer"_L1).toString()));
    const QJsonArray plugins = explanation.value("plugins"_L1).toArray();
    for (const QJsonValue &value : plugins) {
        const QJsonObject plugin = value.toObject();
        page.line(0,
                  u"Plugin %1 of %2: %3"_s.arg(plugin.value("plugin"_L1).toString(), plugin.value("of"_L1).toString(),
                                               plugin.value("effect"_L1).toString()));
    }
    const QJsonArray splits = explanation.value("splits"_L1).toArray();
    for (const QJsonValue &split : splits)
        addSplit(page, split.toObject());
    const QJsonArray upstreams = explanation.value("upstreams"_L1).toArray();
    for (const QJsonValue &value : upstreams) {
        const QJsonObject upstream = value.toObject();
        page.line(0, u"%1 to upstream %2%3"_s.arg(
                         percent(upstream.value("probability"_L1).toDouble()), upstream.value("upstream"_L1).toString(),
                         upstream.value("current"_L1).toBool() ? u" (the route's own)"_s : QString()));
        const QJsonArray nodes = upstream.value("nodes"_L1).toArray();
        for (const QJsonValue &node : nodes)
            page.line(1, u"node %1, weight %2"_s.arg(node.toObject().value("node"_L1).toString())
                             .arg(node.toObject().value("weight"_L1).toInteger()));
    }
    const QJsonArray answers = explanation.value("answers"_L1).toArray();
    for (const QJsonValue &value : answers) {
        const QJsonObject answer = value.toObject();
        page.line(0, u"%1 answered %2 by %3: %4"_s.arg(percent(answer.value("probability"_L1).toDouble()),
                                                       QString::number(answer.value("status"_L1).toInt()),
                                                       answer.value("by"_L1).toString(),
                                                       answer.value("text"_L1).toString()));
    }
    return page.take();
}

} // namespace sluice::simulator
