// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/store/configstore.h"

#include <QJsonObject>

namespace sluice::simulator {

class Schemas;

/// A conf as APISIX keeps it and shows it in answers to writes: what its plugins declare secret, and private keys, as
/// ciphertext (apisix.md 2.2).
QJsonObject encrypted(Collection collection, QJsonObject value, const Schemas &schemas);

} // namespace sluice::simulator
