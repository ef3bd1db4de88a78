// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QPushButton;
class QWidget;

namespace sluice::app {

/// The line below a form: what is missing, and its buttons. The last one is the form's default.
QWidget *formFoot(QWidget *parent, QWidget *problem, const QList<QPushButton *> &buttons);

} // namespace sluice::app
