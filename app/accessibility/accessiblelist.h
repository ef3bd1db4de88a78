// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/accessibility/paintedpart.h"
#include "app/widgets/listview.h"

#include <QAccessibleWidget>

namespace sluice::app {

/// A list as a table whose rows end in their actions: what is painted there as buttons, or waits under More, are
/// buttons here. Qt's own table knows cells only.
///
/// Children are laid out as Qt's views count them in their events: a row of headers first, and a row header before the
/// cells of each row.
class AccessibleList : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit AccessibleList(ListView *view);

    void *interface_cast(QAccessible::InterfaceType type) override;
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *focusChild() const override;

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override;
    int selectedCellCount() const override;
    QList<QAccessibleInterface *> selectedCells() const override;
    QString columnDescription(int column) const override;
    QString rowDescription(int) const override { return {}; }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override;
    int columnCount() const override;
    int rowCount() const override;
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override;
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool selectColumn(int) override { return false; }
    bool unselectRow(int row) override;
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *event) override;

private:
    ListView *view() const;
    PaintedPart *make(int index) const;

    mutable PaintedParts m_parts;
};

} // namespace sluice::app
