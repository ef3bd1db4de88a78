// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace sluice {

/// Secrets of a profile, from the keychain or the environment; never stored beside it.
struct ClusterSecrets
{
    QByteArray adminKey;
    QList<QPair<QByteArray, QByteArray>> headers; ///< values of ClusterProfile::headers
};

} // namespace sluice
