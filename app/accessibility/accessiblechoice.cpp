// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/accessibility/accessiblechoice.h"

#include <QToolButton>

namespace sluice::app {

AccessibleChoice::AccessibleChoice(QToolButton *button)
    : QAccessibleWidget(button, QAccessible::RadioButton)
{
}

QToolButton *AccessibleChoice::button() const
{
    return static_cast<QToolButton *>(widget());
}

QString AccessibleChoice::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Name ? button()->text() : QAccessibleWidget::text(kind);
}

QAccessible::State AccessibleChoice::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.checkable = true;
    state.checked = button()->isChecked();
    return state;
}

QStringList AccessibleChoice::actionNames() const
{
    return QStringList{pressAction()} + QAccessibleWidget::actionNames();
}

void AccessibleChoice::doAction(const QString &name)
{
    if (name == pressAction())
        button()->click();
    else
        QAccessibleWidget::doAction(name);
}

} // namespace sluice::app
