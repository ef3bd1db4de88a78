// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/wheelguard.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>
#include <QWidget>

namespace sluice::app {

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return false;
    const auto *widget = qobject_cast<QWidget *>(watched);
    const bool guarded =
        qobject_cast<QAbstractSpinBox *>(watched) != nullptr || qobject_cast<QComboBox *>(watched) != nullptr ||
        (qobject_cast<QAbstractSlider *>(watched) != nullptr && qobject_cast<QScrollBar *>(watched) == nullptr);
    if (!guarded || widget->hasFocus())
        return false;
    event->ignore();
    return true;
}

} // namespace sluice::app
