// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/workspaces.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct WorkspacesText
{
    Q_DECLARE_TR_FUNCTIONS(Workspaces)
};

constexpr std::array matches{"label", "host", "uri-prefix", "id", "name"};

bool isExpression(WorkspaceRule::Match match)
{
    return match == WorkspaceRule::Match::Id || match == WorkspaceRule::Match::Name;
}

bool isBelow(const QString &host, const QString &pattern)
{
    return host == pattern || (pattern.startsWith("*."_L1) && host.endsWith(QStringView(pattern).sliced(1)));
}

Error invalid(const QString &reason)
{
    return {.kind = Error::Kind::Invalid,
            .reason = reason,
            .detail = {},
            .traffic = {},
            .advice = WorkspacesText::tr("Correct the rule.")};
}

} // namespace

Workspaces::Workspaces(QString labelKey, QList<WorkspaceRule> rules)
    : m_labelKey(std::move(labelKey))
    , m_rules(std::move(rules))
{
    for (const WorkspaceRule &rule : std::as_const(m_rules))
        m_expressions.append(isExpression(rule.match) ? QRegularExpression(rule.value) : QRegularExpression());
}

bool Workspaces::hits(qsizetype position, const Resource &resource) const
{
    const WorkspaceRule &rule = m_rules[position];
    const Api api{{}, resource};
    switch (rule.match) {
    case WorkspaceRule::Match::Label:
        return resource.labels().contains(rule.key) && resource.label(rule.key) == rule.value;
    case WorkspaceRule::Match::Host: {
        const QStringList hosts = api.hosts();
        return std::any_of(hosts.begin(), hosts.end(),
                           [&rule](const QString &host) { return isBelow(host, rule.value); });
    }
    case WorkspaceRule::Match::UriPrefix: {
        const QStringList uris = api.uris();
        return std::any_of(uris.begin(), uris.end(),
                           [&rule](const QString &uri) { return uri.startsWith(rule.value); });
    }
    case WorkspaceRule::Match::Id:
        return m_expressions[position].match(resource.id()).hasMatch();
    case WorkspaceRule::Match::Name:
        return m_expressions[position].match(resource.name()).hasMatch();
    }
    return false;
}

Placement Workspaces::placementOf(const Resource &resource) const
{
    if (const QString labelled = resource.label(m_labelKey); !labelled.isEmpty())
        return {labelled, true};
    for (qsizetype position = 0; position < m_rules.size(); ++position) {
        if (hits(position, resource))
            return {m_rules[position].workspace, false, position};
    }
    return {u"default"_s};
}

QString toText(WorkspaceRule::Match match)
{
    return QLatin1StringView(matches.at(std::size_t(match)));
}

QJsonArray toJson(const QList<WorkspaceRule> &rules)
{
    QJsonArray json;
    for (const WorkspaceRule &rule : rules) {
        QJsonObject item{{u"match"_s, toText(rule.match)}, {u"value"_s, rule.value}, {u"workspace"_s, rule.workspace}};
        if (rule.match == WorkspaceRule::Match::Label)
            item.insert(u"key"_s, rule.key);
        json.append(item);
    }
    return json;
}

Result<QList<WorkspaceRule>> workspaceRulesFrom(const QJsonArray &json)
{
    Result<QList<WorkspaceRule>> rules = unfinishedRulesFrom(json);
    if (!rules)
        return rules;
    if (const QList<Error> faults = problems(*rules); !faults.isEmpty())
        return faults.first();
    return rules;
}

Result<QList<WorkspaceRule>> unfinishedRulesFrom(const QJsonArray &json)
{
    QList<WorkspaceRule> rules;
    for (const QJsonValue &item : json) {
        const QString word = item[u"match"_s].toString();
        const auto *const found = std::find_if(matches.begin(), matches.end(),
                                               [&word](const char *match) { return word == QLatin1StringView(match); });
        if (found == matches.end())
            return invalid(
                WorkspacesText::tr("\"%1\" is not a way to match: label, host, uri-prefix, id or name.").arg(word));
        rules.append({WorkspaceRule::Match(found - matches.begin()), item[u"key"_s].toString(),
                      item[u"value"_s].toString(), item[u"workspace"_s].toString()});
    }
    return rules;
}

QList<Error> problems(const QList<WorkspaceRule> &rules)
{
    QList<Error> faults;
    for (qsizetype position = 0; position < rules.size(); ++position) {
        if (const auto fault = problemOf(rules[position], position + 1))
            faults.append(*fault);
    }
    return faults;
}

std::optional<Error> problemOf(const WorkspaceRule &rule, qsizetype number)
{
    if (rule.value.isEmpty() || (rule.match == WorkspaceRule::Match::Label && rule.key.isEmpty()))
        return invalid(WorkspacesText::tr("Rule %1 says nothing to match.").arg(number));
    const QRegularExpression expression(rule.value);
    if (isExpression(rule.match) && !expression.isValid())
        return invalid(
            WorkspacesText::tr("Rule %1 is not a regular expression: %2.").arg(number).arg(expression.errorString()));
    if (rule.workspace.trimmed().isEmpty())
        return invalid(WorkspacesText::tr("Rule %1 names no workspace.").arg(number));
    return std::nullopt;
}

} // namespace sluice
