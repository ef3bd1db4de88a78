// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessible>
#include <QHash>
#include <QWidget>

#include <functional>

namespace sluice::app {

/// Something that a widget paints and that is no widget itself, as those meet it who can't see it: a cell of a list, a
/// button at a row's end, an entry of a menu. It stands for a position, not for what is there at the moment.
class PaintedPart : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    explicit PaintedPart(const QWidget *painter)
        : m_painter(painter)
    {
    }

    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int x, int y) const override;
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *child) const override;
    void setText(QAccessible::Text, const QString &) override {}
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override { return {}; }
    void doAction(const QString &) override {}
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

protected:
    /// A rectangle of the widget as one of the screen.
    QRect onScreen(const QWidget *widget, const QRect &rect) const;

private:
    const QWidget *m_painter; ///< its parts go before it does
};

/// The parts of one widget that somebody asked for. Each is made when it is asked for, and goes with its owner.
class PaintedParts
{
public:
    PaintedParts() = default;
    ~PaintedParts() { clear(); }
    Q_DISABLE_COPY_MOVE(PaintedParts)

    QAccessibleInterface *at(int position, const std::function<PaintedPart *()> &make);
    /// -1 where it is none of them.
    int positionOf(const QAccessibleInterface *part) const;
    void clear();

private:
    QHash<int, QAccessible::Id> m_ids;
};

/// The child whose rectangle holds this point of the screen; null for none.
QAccessibleInterface *childUnder(const QAccessibleInterface &whole, int x, int y);

} // namespace sluice::app
