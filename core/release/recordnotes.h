// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/release/observedrelease.h"
#include "core/release/releaserecord.h"

namespace sluice {

/// Changes of a release's record that leave what is wanted and the API alone: labels, and a line of the history that
/// says who made them. Each is the body of one PATCH, as a pure function of what was read; of kind Conflict where the
/// release's state forbids it.

/// Another plan; one without steps takes it away.
Result<QJsonObject> planNote(const ObservedRelease &found, const ReleasePlan &plan, const WriteStamp &stamp);
/// What whoever runs the plan has to do next.
Result<QJsonObject> orderNote(const ObservedRelease &found, PlanOrder order, const WriteStamp &stamp);
/// Stops the plan where it stands. alarm: as exceeded() tells it.
Result<QJsonObject> alarmNote(const ObservedRelease &found, const QString &alarm, const WriteStamp &stamp);
/// Words alone, the stamp's reason.
Result<QJsonObject> remarkNote(const ObservedRelease &found, const WriteStamp &stamp);

} // namespace sluice
