// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/accessibility/paintedpart.h"

namespace sluice::app {

QWindow *PaintedPart::window() const
{
    return m_painter->window()->windowHandle();
}

QAccessibleInterface *PaintedPart::parent() const
{
    return QAccessible::queryAccessibleInterface(const_cast<QWidget *>(m_painter));
}

QAccessibleInterface *PaintedPart::childAt(int x, int y) const
{
    return childUnder(*this, x, y);
}

int PaintedPart::indexOfChild(const QAccessibleInterface *child) const
{
    for (int at = 0; at < childCount(); ++at) {
        if (this->child(at) == child)
            return at;
    }
    return -1;
}

void *PaintedPart::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

QRect PaintedPart::onScreen(const QWidget *widget, const QRect &rect) const
{
    return rect.isEmpty() ? QRect() : QRect(widget->mapToGlobal(rect.topLeft()), rect.size());
}

QAccessibleInterface *PaintedParts::at(int position, const std::function<PaintedPart *()> &make)
{
    if (const auto known = m_ids.constFind(position); known != m_ids.constEnd())
        return QAccessible::accessibleInterface(*known);
    PaintedPart *made = make();
    m_ids.insert(position, QAccessible::registerAccessibleInterface(made));
    return made;
}

int PaintedParts::positionOf(const QAccessibleInterface *part) const
{
    return m_ids.key(QAccessible::uniqueId(const_cast<QAccessibleInterface *>(part)), -1);
}

void PaintedParts::clear()
{
    const QHash<int, QAccessible::Id> ids = std::exchange(m_ids, {});
    for (const QAccessible::Id id : ids)
        QAccessible::deleteAccessibleInterface(id);
}

QAccessibleInterface *childUnder(const QAccessibleInterface &whole, int x, int y)
{
    for (int at = 0; at < whole.childCount(); ++at) {
        QAccessibleInterface *child = whole.child(at);
        if (child != nullptr && child->rect().contains(x, y))
            return child;
    }
    return nullptr;
}

} // namespace sluice::app
