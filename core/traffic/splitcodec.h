// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "core/model/trafficpolicy.h"

#include <QJsonObject>
#include <QString>

namespace sluice {

/// The conf of plugin traffic-split for a policy, exactly as design.md 4 fixes it: weights add up to 100, an entry of
/// weight 0 is left out (APISIX sends everything to a lone entry whatever its weight, and splits 0 : 0 evenly).
QJsonObject encodeSplit(const TrafficPolicy &policy, const QString &target);

struct DecodedSplit
{
    QString target; ///< empty: the split sends nothing to another upstream (0 %)
    TrafficPolicy policy;
};

/// Back again, also for a split made by hand. The error is the reason why the form can't show it (E7).
Result<DecodedSplit, QString> decodeSplit(const QJsonObject &split);

/// True where both mean the same to APISIX and to us: a missing "match" equals none, a missing weight equals 1.
bool sameSplit(const QJsonObject &a, const QJsonObject &b);

} // namespace sluice
