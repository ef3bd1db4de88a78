// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/rowaction.h"

#include "app/support/plaintooltip.h"

#include <QMenu>

namespace sluice::app {

void fillRowMenu(QMenu *menu, const QList<RowAction> &actions)
{
    menu->setToolTipsVisible(true);
    bool setApart = false;
    for (const RowAction &action : actions) {
        if (action.destructive && !setApart && !menu->isEmpty()) {
            menu->addSeparator();
            setApart = true;
        }
        QAction *entry = menu->addAction(action.text);
        entry->setEnabled(action.enabled);
        entry->setToolTip(plainToolTip(action.reason));
        if (action.trigger)
            QObject::connect(entry, &QAction::triggered, menu, action.trigger);
    }
}

} // namespace sluice::app
