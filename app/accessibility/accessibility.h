// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace sluice::app {

/// Tells Qt how those who can't see meet what this program paints by itself. Once is enough; again does no harm.
void installAccessibility();

} // namespace sluice::app
