// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/store/configstore.h"

#include <QString>

#include <optional>

namespace sluice::simulator {

/// An id as text: 1 and "1" are the same (apisix.md 2.7).
QString idText(const QJsonValue &id);

/// A write that names what isn't there: APISIX's text, or nothing.
std::optional<QString> danglingReference(const Snapshot &snapshot, Collection collection, const QJsonObject &value);

/// A plugin that another global rule has already, or a consumer's key that another consumer has.
std::optional<QString> duplicatePlugin(const Snapshot &snapshot, Collection collection, const std::string &id,
                                       const QJsonObject &value);

/// Who still uses what is to be deleted: APISIX's text, or nothing.
std::optional<QString> stillUsed(const Snapshot &snapshot, Collection collection, const QString &id);

} // namespace sluice::simulator
