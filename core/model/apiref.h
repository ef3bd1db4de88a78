// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"

#include <QString>

namespace sluice {

/// An API is a route, or a service whose routes all move together. Written as route/ID or service/ID everywhere.
struct ApiRef
{
    enum class Kind { Route, Service };

    Kind kind = Kind::Route;
    QString id;

    bool operator==(const ApiRef &) const = default;
    bool isEmpty() const { return id.isEmpty(); }
    QString toText() const;
};

Result<ApiRef> parseApiRef(const QString &text);

} // namespace sluice
