// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/operations.h"
#include "app/widgets/rowaction.h"

namespace sluice {
class ClusterWatch;
}

namespace sluice::app {

/// What can be done with an upstream besides looking at it. Delete says who still uses it (E22, E13).
QList<RowAction> upstreamOffers(QWidget *over, Operations &operations, ClusterWatch &watch, const Upstream &upstream);

} // namespace sluice::app
