// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/accessibility/accessiblepicture.h"

#include "app/widgets/splitbar.h"

namespace sluice::app {

AccessibleSplit::AccessibleSplit(SplitBar *bar)
    : QAccessibleWidget(bar, QAccessible::ProgressBar)
{
}

SplitBar *AccessibleSplit::bar() const
{
    return static_cast<SplitBar *>(widget());
}

void *AccessibleSplit::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this)
                                               : QAccessibleWidget::interface_cast(type);
}

QString AccessibleSplit::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? bar()->accessibleDescription() : QAccessibleWidget::text(kind);
}

QVariant AccessibleSplit::currentValue() const
{
    return bar()->share();
}

QString AccessiblePicture::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? widget()->accessibleDescription() : QAccessibleWidget::text(kind);
}

} // namespace sluice::app
