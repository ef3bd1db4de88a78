// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

namespace sluice::app {

/// What a column of a list wants of the width there is.
struct ColumnNeed
{
    int least = 0; ///< its header, or what must never be cut
    int usual = 0; ///< what it keeps while others have more than that
    int need = 0;  ///< what shows everything in it
    bool grows = false;
};

/// The widths of the columns: what each needs, with the rest shared out in proportion among those that grow. Where not
/// everything fits the widest give way first.
QList<int> sharedWidths(const QList<ColumnNeed> &columns, int room);

} // namespace sluice::app
