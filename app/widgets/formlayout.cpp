// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/formlayout.h"

namespace sluice::app {

void FormLayout::setGeometry(const QRect &rect)
{
    QFormLayout::setGeometry(rect);
    for (int row = 0; row < rowCount(); ++row) {
        QLayoutItem *label = itemAt(row, LabelRole);
        const QLayoutItem *field = itemAt(row, FieldRole);
        if (label == nullptr || field == nullptr || label->isEmpty() || field->isEmpty())
            continue;
        const QRect beside = field->geometry();
        const bool isOneLine = 2 * beside.height() < 5 * label->sizeHint().height();
        if (!isOneLine)
            continue;
        QRect middle = label->geometry();
        middle.setTop(beside.top());
        middle.setBottom(beside.bottom());
        label->setGeometry(middle);
    }
}

} // namespace sluice::app
