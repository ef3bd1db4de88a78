// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/accessibility/accessiblemenu.h"

namespace sluice::app {

namespace {

class MenuEntry : public PaintedPart
{
public:
    MenuEntry(SideMenu *menu, int row)
        : PaintedPart(menu)
        , m_menu(menu)
        , m_row(row)
    {
    }

    bool isValid() const override { return item() != nullptr; }
    QAccessible::Role role() const override { return isHeading() ? QAccessible::Heading : QAccessible::ListItem; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? item()->text() : QString();
    }
    QRect rect() const override { return onScreen(m_menu->viewport(), m_menu->visualItemRect(item())); }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invisible = !m_menu->isVisible();
        state.disabled = isHeading();
        state.focusable = !isHeading();
        state.selectable = !isHeading();
        state.selected = isValid() && item()->isSelected();
        state.focused = m_menu->hasFocus() && m_menu->currentRow() == m_row;
        return state;
    }
    QStringList actionNames() const override { return isHeading() ? QStringList() : QStringList{pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction())
            m_menu->choose(m_row);
    }

private:
    /// Null once the menu has become shorter.
    const QListWidgetItem *item() const { return m_menu->item(m_row); }
    bool isHeading() const { return !isValid() || !item()->flags().testFlag(Qt::ItemIsEnabled); }

    SideMenu *m_menu;
    int m_row;
};

} // namespace

AccessibleMenu::AccessibleMenu(SideMenu *menu)
    : QAccessibleWidget(menu, QAccessible::List)
{
}

SideMenu *AccessibleMenu::menu() const
{
    return static_cast<SideMenu *>(widget());
}

int AccessibleMenu::childCount() const
{
    return menu()->count();
}

QAccessibleInterface *AccessibleMenu::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    return m_parts.at(index, [this, index] { return new MenuEntry(menu(), index); });
}

QAccessibleInterface *AccessibleMenu::childAt(int x, int y) const
{
    return childUnder(*this, x, y);
}

int AccessibleMenu::indexOfChild(const QAccessibleInterface *child) const
{
    return m_parts.positionOf(child);
}

QAccessibleInterface *AccessibleMenu::focusChild() const
{
    return menu()->hasFocus() ? child(menu()->currentRow()) : QAccessibleWidget::focusChild();
}

} // namespace sluice::app
