// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace sluice::app {

/// Sliders, number fields and selections without the keyboard focus ignore the wheel, so that scrolling a page never
/// shifts traffic. Installed once on the application.
class WheelGuard : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace sluice::app
