// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/models/keyedtablemodel.h"
#include "core/verify/verificationreport.h"

namespace sluice {

enum class VerificationColumn { Verdict, Case, Gateway, Sent, Target, Current, Neither, Share, Wanted };

QStringList verificationHeaders();
/// A row a case and gateway, in the order of the run; the payload is the VerificationRow.
QList<KeyedRow> verificationRows(const QList<VerificationRow> &rows);

} // namespace sluice

Q_DECLARE_METATYPE(sluice::VerificationRow)
