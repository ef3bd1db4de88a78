// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/release/releaseplan.h"

namespace sluice {

/// "90 s", "5 min", "1 h 30 min".
QString durationWord(std::chrono::seconds duration);
/// "holds for 5 min", or that it waits for a person.
QString holdWord(const PlanStep &step);
/// "errors at most 1 %".
QString inWords(const TrafficLimit &limit);
/// All of them, with the window and the minimum that they are judged over; empty where there are none.
QString inWords(const TrafficLimits &limits);
/// Of a limit as exceeded() tells it, "errors<=1%: 12.5 %"; what can't be understood stays as it is.
QString brokenLimitInWords(const QString &broken);
/// The verb of a button or a title: "Pause the plan", "Skip the step" ...
QString orderWord(PlanOrder order);

} // namespace sluice
