// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/workspaces.h"

#include <QJsonObject>

namespace sluice {

/// The part of a configuration (in the form of an export) that a workspace needs: its routes, services and upstreams,
/// whatever they name, their releases, and all that is no part of any workspace (global rules, consumers, the shared
/// workspace rules). Routes of other workspaces are left out, although a gateway may choose one of them first.
QJsonObject excerptOf(const QJsonObject &configuration, const Workspaces &workspaces, const QString &workspace);

} // namespace sluice
