// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace sluice::cli {

/// Whether a person sits before standard input and reads standard error. Nobody is asked where none does.
bool isAttended();

/// One line of standard input, without its end. A person is asked for it, and nothing of it shows while it is typed;
/// Ctrl-C gives an empty one.
QByteArray readHiddenLine(const QString &question);

} // namespace sluice::cli
