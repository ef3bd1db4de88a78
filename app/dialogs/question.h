// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMessageBox>

#include <functional>

namespace sluice::app {

/// A choice between going on and staying; staying is what Enter and Escape mean.
struct Question
{
    QString title;
    QString text;
    QString detail; ///< below it; empty for nothing
    QString goOn;   ///< both are words of buttons
    QString stay;
    QMessageBox::ButtonRole role = QMessageBox::DestructiveRole; ///< of going on
};

/// Opens it over the widget's window; proceed is called only where one goes on. Returns the box, which ends by itself.
QMessageBox *ask(QWidget *over, const Question &question, std::function<void()> proceed);

} // namespace sluice::app
