// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/traffic/expression.h"

#include <QJsonObject>

namespace sluice::simulator {

/// An expression with what a request made of it: {"text", "holds", "evaluated"}, and "actual" (the variable's value;
/// null: absent) for a condition, "parts" for a group. Not evaluated: an earlier part had decided.
QJsonObject conditionTree(const Expression &expression, const VariableSource &request);

} // namespace sluice::simulator
