// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/resource.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <optional>

namespace sluice {

/// Puts resources without a workspace label into a workspace; writes nothing to them.
struct WorkspaceRule
{
    enum class Match {
        Label,     ///< key and value
        Host,      ///< of a route or service: equal, or below "*.example.com"
        UriPrefix, ///< of a route
        Id,        ///< regular expression, not anchored
        Name,      ///< likewise
    };

    Match match = Match::Label;
    QString key; ///< of Match::Label
    QString value;
    QString workspace;

    bool operator==(const WorkspaceRule &) const = default;
};

/// Where a resource belongs, and why.
struct Placement
{
    QString workspace;
    bool byLabel = false;
    qsizetype rule = -1; ///< the place of the rule that hit first; -1: its label, or nothing, decides
};

/// Which workspace a resource belongs to: its label's, else the first rule's that hits, else "default" (design.md 3).
/// The one place that decides it.
class Workspaces
{
public:
    Workspaces(QString labelKey = QStringLiteral("workspace"), QList<WorkspaceRule> rules = {});

    Placement placementOf(const Resource &resource) const;
    QString of(const Resource &resource) const { return placementOf(resource).workspace; }
    const QString &labelKey() const { return m_labelKey; }
    const QList<WorkspaceRule> &rules() const { return m_rules; }

private:
    bool hits(qsizetype rule, const Resource &resource) const;

    QString m_labelKey;
    QList<WorkspaceRule> m_rules;
    QList<QRegularExpression> m_expressions; ///< one a rule; empty where it has none
};

/// [{"match","key","value","workspace"}, ...]
QJsonArray toJson(const QList<WorkspaceRule> &rules);
/// Refuses what problems() names.
Result<QList<WorkspaceRule>> workspaceRulesFrom(const QJsonArray &json);
/// The same with their problems(): of a form that is not finished.
Result<QList<WorkspaceRule>> unfinishedRulesFrom(const QJsonArray &json);
QList<Error> problems(const QList<WorkspaceRule> &rules);
/// What is wrong with one of them, its number counted from 1; nothing where it can be used.
std::optional<Error> problemOf(const WorkspaceRule &rule, qsizetype number);
QString toText(WorkspaceRule::Match match); ///< label, host, uri-prefix, id, name

} // namespace sluice
