// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"

#include <QJsonObject>
#include <QStringList>

namespace sluice::simulator {

/// An object or array as Lua keeps it: the items of an array have the keys 1, 2, 3 ...
QJsonObject asTable(const QJsonValue &value);

/// PATCH of a whole object as APISIX 3.16+ merges it (apisix.md 2.6): objects are merged, arrays and empty objects
/// replace on either side, null removes a key of an object that is merged and is stored as it is elsewhere.
QJsonObject merged(const QJsonObject &stored, const QJsonObject &patch);

/// PATCH below an object: the value replaces what is at the path; missing objects on the way are made.
/// The error is the path, where a part of it can't be entered.
Result<QJsonObject, QString> replacedAt(const QJsonObject &stored, const QStringList &path, const QJsonValue &value);

} // namespace sluice::simulator
