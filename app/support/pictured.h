// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/location.h"

#include <QWidget>

#include <functional>

namespace sluice::app {

class Application;

/// One thing to look at: a page of the demo clusters, or a dialog over one.
struct Pictured
{
    QString name; ///< of the file
    Location place;
    /// Opens the dialog once the page has read what it shows; whoever asked for it deletes it. Empty for a page.
    std::function<QWidget *(Application &)> open = {};
};

QList<Pictured> picturedPages();
QList<Pictured> picturedDialogs();

} // namespace sluice::app

Q_DECLARE_METATYPE(sluice::app::Pictured)
