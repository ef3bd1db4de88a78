// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/location.h"
#include "core/model/result.h"

namespace sluice::app {

class Application;

/// Writes the window as PNG for every place, language, theme and size (scripts/screenshots). The first picture that
/// can't be written ends it.
Result<int> takeScreenshots(Application &application, const QString &folder, const QList<Location> &places);

} // namespace sluice::app
