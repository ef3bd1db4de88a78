// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace sluice {

/// One after the other, without the empty ones. A blank stands between two, but not after a Chinese full stop, which
/// brings its own.
QString joinSentences(const QStringList &sentences);
/// A name in the quotation marks of the language of the moment.
QString quotedName(const QString &name);

} // namespace sluice
