// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/release.h"
#include "core/model/resource.h"
#include "core/model/result.h"

namespace sluice {

/// Writes a record to a file of its own in the folder, made where it is missing; a record is never removed from a
/// gateway before that. Returns the file's path.
Result<QString> archiveRecord(const Resource &record, const QString &folder);

} // namespace sluice
