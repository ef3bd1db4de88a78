// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/trafficpolicy.h"

#include <QString>
#include <QStringList>

namespace sluice {

/// What a policy will do, in words that are always true. Names as they stand on the screen.
QString effectOf(const TrafficPolicy &policy, const QString &current, const QString &target);

/// What deserves a second look before Submit: requests that come in bursts (B7), rules that never hit, always hit, or
/// are covered by another (E2), header names that proxies drop (E15).
QStringList adviceFor(const TrafficPolicy &policy);

} // namespace sluice
