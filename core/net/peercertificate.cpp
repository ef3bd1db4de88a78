// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/net/peercertificate.h"

#include <QCryptographicHash>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

QString named(const QStringList &names, const QStringList &organisations)
{
    return (names + organisations).join(u", "_s);
}

} // namespace

PeerCertificate peerCertificate(const QSslCertificate &certificate, const QList<QSslError> &faults)
{
    PeerCertificate peer;
    peer.subject = named(certificate.subjectInfo(QSslCertificate::CommonName),
                         certificate.subjectInfo(QSslCertificate::Organization));
    peer.issuer = named(certificate.issuerInfo(QSslCertificate::CommonName),
                        certificate.issuerInfo(QSslCertificate::Organization));
    peer.from = certificate.effectiveDate();
    peer.until = certificate.expiryDate();
    peer.fingerprint = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':')).toUpper();
    for (const QSslError &fault : faults)
        peer.faults.append(fault.errorString());
    return peer;
}

} // namespace sluice
