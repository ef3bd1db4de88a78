// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/verify/verificationreport.h"

namespace sluice {

/// A page that stands on its own: no script, no address of anything else; readable in print, in the dark and without
/// colour. Every plot says its values in words as well.
QByteArray toHtml(const VerificationReport &report);

} // namespace sluice
