// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/location.h"
#include "app/support/operations.h"
#include "app/widgets/rowaction.h"

namespace sluice {
class ClusterWatch;
}

namespace sluice::app {

/// Who shows the offers: a row of a list, or the release's own page, which needs no View.
enum class ReleaseView { Row, Whole };

/// Where an offer leads: the page that shows it does the going.
using Go = std::function<void(Section section, const QString &object)>;

/// Everything that can be done with a release now, for a row's end, its menu, or the head of its page. The safe action
/// stands first where there is a choice; what is forbidden for everyone is left out, what this key or cluster forbids
/// is shown with the reason (E1, E13, E19).
QList<RowAction> releaseOffers(QWidget *over, Operations &operations, const ClusterWatch &watch,
                               const ObservedRelease &observed, const Go &go, ReleaseView view = ReleaseView::Row);

} // namespace sluice::app
