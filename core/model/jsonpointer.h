// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace sluice {

/// The object or array that a text is; undefined where it is no JSON.
QJsonValue jsonOf(const QByteArray &text);
/// What stands at a JSON pointer (RFC 6901); undefined where nothing does.
QJsonValue valueAt(const QJsonValue &value, const QString &pointer);

} // namespace sluice
