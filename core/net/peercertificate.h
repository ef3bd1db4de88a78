// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QList>
#include <QSslError>
#include <QString>
#include <QStringList>

namespace sluice {

/// What a server showed of itself in a TLS handshake, for a person who decides whether to trust it.
struct PeerCertificate
{
    QString subject; ///< common name, organisation
    QString issuer;  ///< the same as subject where it is signed by itself
    QDateTime from;
    QDateTime until;
    QString fingerprint; ///< SHA-256, AB:CD:...
    QStringList faults;  ///< why it was refused, in words

    bool operator==(const PeerCertificate &) const = default;
};

PeerCertificate peerCertificate(const QSslCertificate &certificate, const QList<QSslError> &faults);

} // namespace sluice
