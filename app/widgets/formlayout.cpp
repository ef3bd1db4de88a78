// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/formlayout.h"

#include <QVBoxLayout>
#include <QWidget>

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

void FormLayout::setGeometry(const QRect &rect)
{
    QFormLayout::setGeometry(rect);
    for (int row = 0; row < rowCount(); ++row) {
        QLayoutItem *label = itemAt(row, LabelRole);
        const QLayoutItem *field = itemAt(row, FieldRole);
        if (label == nullptr || field == nullptr || label->isEmpty() || field->isEmpty())
            continue;
        const int height = heightOfField(field);
        const int own = label->sizeHint().height();
        const bool isOneLine = own <= height && 2 * height < 5 * own;
        if (!isOneLine)
            continue;
        QRect place = label->geometry();
        place.moveTop(field->geometry().top());
        place.setHeight(height);
        label->setGeometry(place);
    }
}

} // namespace sluice::app
