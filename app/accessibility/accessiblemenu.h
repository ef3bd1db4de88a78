// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/accessibility/paintedpart.h"
#include "app/widgets/sidemenu.h"

#include <QAccessibleWidget>

namespace sluice::app {

/// The left menu as a list whose entries can be pressed; the entries of Qt's own list can only be selected.
class AccessibleMenu : public QAccessibleWidget
{
public:
    explicit AccessibleMenu(SideMenu *menu);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *focusChild() const override;

private:
    SideMenu *menu() const;

    mutable PaintedParts m_parts;
};

} // namespace sluice::app
