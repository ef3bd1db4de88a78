// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

namespace sluice::simulator {

/// An explanation (inspect/explanation.h) for people: a line for each step, indented by what it belongs to.
QString explanationText(const QJsonObject &explanation);

} // namespace sluice::simulator
