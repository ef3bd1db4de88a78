// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace sluice::app {

/// A label of as many lines as its text needs, which can be copied. Plain text: much of it comes from a gateway.
QLabel *paragraph(QWidget *parent, const QString &text = {});

} // namespace sluice::app
