// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/accessibility/accessibility.h"

#include "app/accessibility/accessiblechoice.h"
#include "app/accessibility/accessiblelist.h"
#include "app/accessibility/accessiblemenu.h"
#include "app/accessibility/accessiblepicture.h"
#include "app/widgets/banner.h"
#include "app/widgets/plot.h"
#include "app/widgets/splitbar.h"

#include <QToolButton>

namespace sluice::app {

namespace {

/// Qt asks for an object's own class first, then for each that it is derived from.
QAccessibleInterface *paintedInterface(const QString &, QObject *object)
{
    if (auto *list = qobject_cast<ListView *>(object))
        return new AccessibleList(list);
    if (auto *menu = qobject_cast<SideMenu *>(object))
        return new AccessibleMenu(menu);
    if (auto *button = qobject_cast<QToolButton *>(object); button != nullptr && button->autoExclusive())
        return new AccessibleChoice(button);
    if (auto *bar = qobject_cast<SplitBar *>(object))
        return new AccessibleSplit(bar);
    if (auto *plot = qobject_cast<Plot *>(object))
        return new AccessiblePicture(plot, QAccessible::Chart);
    if (auto *chip = qobject_cast<StateChip *>(object))
        return new AccessiblePicture(chip, QAccessible::StaticText);
    if (auto *banner = qobject_cast<Banner *>(object))
        return new QAccessibleWidget(banner, QAccessible::AlertMessage);
    return nullptr;
}

} // namespace

void installAccessibility()
{
    QAccessible::installFactory(paintedInterface);
}

} // namespace sluice::app
