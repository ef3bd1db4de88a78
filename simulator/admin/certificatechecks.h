// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace sluice::simulator {

/// What APISIX finds in the certificates and keys of an ssl object that its schema has let pass (apisix.md 3.9).
std::optional<QString> checkCertificates(const QJsonObject &ssl);

/// The same for one pair, for example an upstream's client certificate.
std::optional<QString> checkCertificate(const QString &certificate, const QString &key);

} // namespace sluice::simulator
