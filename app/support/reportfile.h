// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "core/verify/verificationreport.h"

#include <functional>

class QWidget;

namespace sluice::app {

/// Writes a report in the form that the file's name ends with: .html, .json, or .xml for JUnit. The file is whole or
/// not there.
Result<void> saveReport(const VerificationReport &report, const QString &path);

/// Writes a file, whole or not at all.
Result<void> saveFile(const QByteArray &content, const QString &path);

/// Asks for a file's name without blocking the window; nothing is chosen where it is given up.
void askFileName(QWidget *over, const QString &title, const QString &suggestion, const QStringList &filters,
                 const std::function<void(const QString &path)> &chosen);

} // namespace sluice::app
