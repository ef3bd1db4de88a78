// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/resource.h"

#include <QMap>

namespace sluice {

/// What stands in an export in place of a secret. APISIX takes a value that begins with $env:// unchecked (3.17+).
QString secretPlaceholder();
bool hasPlaceholder(const QJsonValue &value);

/// By its name, as far as one can tell.
bool isCalledSecret(const QString &field);

/// Fields that the gateway declares secret (encrypt_fields), by plugin; "a.b" for nested ones.
using EncryptedFields = QMap<QString, QStringList>;

/// The value with placeholders in place of its secrets: keys of certificates and TLS clients, what plugins declare,
/// what consumers authenticate with, and whatever is called like a secret. encrypted: of the kind's own plugins.
QJsonObject withPlaceholders(ResourceKind kind, QJsonObject value, const EncryptedFields &encrypted);

/// A request's JSON without the values of fields that may be secret, rather one too many: for the activity list.
/// What is no JSON object is dropped whole.
QByteArray withoutSecrets(const QByteArray &body);

} // namespace sluice
