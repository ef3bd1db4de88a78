// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace sluice {

/// "0.9.0"
QString version();
/// The line that --version prints: "sluicectl 0.9.0 (commit 0123456789ab, Qt 6.4.2, OpenSSL 3.0.17 1 Jul 2025)". The
/// libraries are those that it runs with, not those that it was built with.
QString versionLine(const QString &program);

} // namespace sluice
