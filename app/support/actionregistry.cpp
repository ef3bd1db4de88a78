// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/actionregistry.h"

#include "app/support/icons.h"

#include <QAction>

#include <algorithm>

namespace sluice::app {

QAction *ActionRegistry::add(const QString &id, const std::function<QString()> &text, const QList<QKeySequence> &keys,
                             const QString &iconName)
{
    auto *action = new QAction(text(), this);
    action->setObjectName(id);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    QList<QKeySequence> free;
    for (const QKeySequence &key : keys) {
        const bool taken = std::any_of(m_order.cbegin(), m_order.cend(),
                                       [&key](const QAction *other) { return other->shortcuts().contains(key); });
        if (!taken)
            free.append(key);
    }
    action->setShortcuts(free);
    m_actions.insert(id, action);
    m_order.append(action);
    m_texts.insert(action, text);
    return action;
}

void ActionRegistry::retranslate()
{
    for (QAction *action : std::as_const(m_order))
        action->setText(m_texts.value(action)());
}

} // namespace sluice::app
