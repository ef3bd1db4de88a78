// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/formlayout.h"

#include <QVBoxLayout>
#include <QWidget>

#include <algorithm>

namespace sluice::app {

namespace {

/// Of a field with something under it, the field alone.
int heightOfField(const QLayoutItem *item)
{
    const QWidget *widget = item->widget();
    const auto *column = widget == nullptr ? nullptr : qobject_cast<const QVBoxLayout *>(widget->layout());
    return column == nullptr || column->isEmpty() ? item->geometry().height() : heightOfField(column->itemAt(0));
}

} // namespace

QList<FormLayout::Row> FormLayout::labelledRows() const
{
    QList<Row> rows;
    for (int row = 0; row < rowCount(); ++row) {
        QLayoutItem *label = itemAt(row, LabelRole);
        const QLayoutItem *field = itemAt(row, FieldRole);
        if (label != nullptr && field != nullptr && !label->isEmpty() && !field->isEmpty())
            rows.append({label, field});
    }
    return rows;
}

void FormLayout::setGeometry(const QRect &rect)
{
    QFormLayout::setGeometry(rect);
    const QList<Row> rows = labelledRows();
    for (const Row &row : rows) {
        const int height = heightOfField(row.field);
        const int own = row.label->sizeHint().height();
        const bool isOneLine = own <= height && 2 * height < 5 * own;
        if (!isOneLine)
            continue;
        QRect place = row.label->geometry();
        place.moveTop(row.field->geometry().top());
        place.setHeight(height);
        row.label->setGeometry(place);
    }
}

} // namespace sluice::app
