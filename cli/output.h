// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "core/model/error.h"
#include "core/net/curlcommand.h"
#include "core/release/observedrelease.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <string>

namespace sluice::cli {

/// Exit codes of design.md 7.
enum Exit { Done = 0, SaidNo = 1, WrongUsage = 2, NotReached = 3, Refused = 4, CouldNotTell = 5 };

int exitCodeOf(const Error &error);

/// One line on standard error, or an object there; returns the exit code.
int printError(const Error &error, bool asJson);
/// Of a change that was refused before anything was sent: says so, where the error does not say what the traffic does.
int printRefused(Error error, bool asJson);
void print(const QString &text);
void print(const QJsonObject &object);
void print(const QJsonArray &array);
/// On one line: for output that goes on.
void printLine(const QJsonObject &object);
/// On standard error, beside what a program reads.
void printNote(const QString &text);
/// Columns that line up, also with wide characters. The first row is the heading.
void printTable(const QList<QStringList> &rows);

Result<QByteArray> readFile(const std::string &path);
/// Whole or not at all. ownerOnly: nobody else can read it, from the first byte on.
Result<void> writeFile(const std::string &path, const QByteArray &content, bool ownerOnly = false);

/// Where a person sits before it, asks once; true where nobody does, and with --yes.
bool agreed(const QString &question, bool yes);

/// The documented shapes of -o json.
QJsonObject toJson(const TrafficPolicy &policy);
QJsonObject toJson(const ObservedRelease &release);
QJsonObject toJson(const AdminRequest &request);
/// What would be sent, a line each: for preview and --dry-run. admin: the cluster's address, for curl.
int printRequests(const QList<AdminRequest> &requests, const QUrl &admin, const Arguments &arguments);
/// With its history: releases show.
QJsonObject toJsonWithHistory(const ObservedRelease &release);

/// {steps: [{policy, hold, limits}], at, since, paused, alarm, cancelOnAlarm, runner}
QJsonObject toJsonOfPlan(const ObservedRelease &release);

/// As the lists show it: "20 %", "header:x-canary==1".
QString shortPolicy(const Release &release);

} // namespace sluice::cli
