// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QList>
#include <QModelIndex>
#include <QString>

#include <functional>

class QMenu;

namespace sluice::app {

/// Something that can be done with a row. At the row's end stand Primary and Button as buttons, the rest under More.
struct RowAction
{
    enum class Place { Primary, Button, Menu };

    QString text;
    Place place = Place::Menu;
    bool enabled = true;
    QString reason;           ///< why it is disabled, or what it does: the tool tip
    bool destructive = false; ///< set apart in the menu; Delete key triggers it
    std::function<void()> trigger;
};

/// An entry for each: disabled with its reason, the destructive ones set apart.
void fillRowMenu(QMenu *menu, const QList<RowAction> &actions);

/// The actions of a row, asked for each time that they are shown. The index is one of the source model.
using RowActions = std::function<QList<RowAction>(const QModelIndex &)>;

} // namespace sluice::app
