// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "simulator/admin/arguments.h"
#include "simulator/store/configstore.h"

#include <QJsonObject>

namespace sluice::simulator {

/// One stored object as GET shows it.
QJsonObject shownItem(Collection collection, const StoredItem &item);

/// A list with filters and paging (apisix.md 2.5). The error is the bare text of a refused page_size.
Result<QJsonObject, QString> listing(Collection collection, const Items &items, const Arguments &arguments);

} // namespace sluice::simulator
