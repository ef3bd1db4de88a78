// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace sluice {

/// Who acts, as this client states it: $SLUICE_OPERATOR, else the system's user. An Admin key proves no person.
QString defaultOperatorName();

} // namespace sluice
