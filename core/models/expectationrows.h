// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/models/keyedtablemodel.h"
#include "core/verify/expectationcount.h"

namespace sluice {

enum class ExpectationColumn { Verdict, Expected, Target, Current, Neither };

QStringList expectationHeaders();
/// A row an expectation, as they were written; the payload is the ExpectationCount.
QList<KeyedRow> expectationRows(const QList<ExpectationCount> &counts);

} // namespace sluice

Q_DECLARE_METATYPE(sluice::ExpectationCount)
