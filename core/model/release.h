// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/apiref.h"
#include "core/model/trafficpolicy.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace sluice {

/// One entry of a release's history: what was wanted by whom.
struct LogEntry
{
    int revision = 0;
    QString write;
    QDateTime time;
    QString by;
    QString action; ///< create, configure, cancel, full-release, finish, adopt, note
    QString policy; ///< in the command line's notation; parsePolicy() reads it
    QString reason;

    bool operator==(const LogEntry &) const = default;
};

/// <record>@<revision>.<write>: what an API says of the release that it carries.
struct ReleaseMark
{
    QString release;
    int revision = 0;
    QString write;

    bool operator==(const ReleaseMark &) const = default;
    QString toText() const;
};

/// Nothing where the text is no mark.
std::optional<ReleaseMark> parseMark(const QString &text);

/// A canary release task, as its record on the gateway says it (design.md 4).
struct Release
{
    enum class State { InProgress, Cancelled, Completed };

    QString id;
    QString name;
    QString description;
    State state = State::InProgress;
    ApiRef api;
    QString current; ///< upstream id, "inline" or "service"
    QString target;  ///< upstream id
    int revision = 0;
    QString write;   ///< 8 hex digits: whose write this is
    QString applied; ///< <revision>.<write> seen on the API, or empty
    QString by;
    QDateTime created;
    QDateTime updated;
    QString workspace;
    QJsonObject split;            ///< {"rules": [...]} wanted; empty once ended
    QJsonObject kept;             ///< what the record keeps: {"inline": ...}, {"adopted": ...}
    TrafficPolicy policy;         ///< of the split, or of the last log entry that has one
    bool policyIsReadable = true; ///< false: the split can't be shown in the form
    QList<LogEntry> log;          ///< oldest first
    bool formatIsKnown = true;    ///< false: made by a newer Sluice, read-only
    qint64 createdIndex = 0;
    qint64 modifiedIndex = 0;

    bool isInProgress() const { return state == State::InProgress; }
    ReleaseMark mark() const { return {id, revision, write}; }
    QString wanted() const;    ///< <revision>.<write>
    QString changedBy() const; ///< who wrote last; `by` began it
};

QString toText(Release::State state); ///< in-progress, cancelled, completed

} // namespace sluice
