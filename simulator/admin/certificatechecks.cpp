// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/certificatechecks.h"

#include "simulator/admin/fault.h"
#include "simulator/admin/schemavalidator.h"
#include "simulator/net/opensslpointers.h"

#include <QJsonArray>

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

BioPtr reader(const QByteArray &pem)
{
    return {BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), &BIO_free};
}

bool isCertificate(const QByteArray &pem)
{
    const BioPtr bio = reader(pem);
    const CertificatePtr parsed(PEM_read_bio_X509_AUX(bio.get(), nullptr, nullptr, nullptr), &X509_free);
    return parsed != nullptr;
}

bool isPrivateKey(const QByteArray &pem)
{
    const BioPtr bio = reader(pem);
    const KeyPtr parsed(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
    return parsed != nullptr;
}

Fault checkKey(const QString &key)
{
    // What is no PEM text is taken for a key that APISIX has encrypted before.
    if (!key.startsWith("---"_L1))
        return u"failed to decrypt previous encrypted key"_s;
    return isPrivateKey(key.toUtf8()) ? Fault{} : u"failed to parse key: PEM_read_bio_PrivateKey() failed"_s;
}

Fault checkAuthority(const QString &certificate)
{
    return isCertificate(certificate.toUtf8()) ? Fault{} : u"failed to parse cert: PEM_read_bio_X509_AUX() failed"_s;
}

} // namespace

std::optional<QString> checkCertificate(const QString &certificate, const QString &key)
{
    if (isReference(certificate) || isReference(key))
        return std::nullopt;
    if (auto fault = checkAuthority(certificate))
        return fault;
    return checkKey(key);
}

std::optional<QString> checkCertificates(const QJsonObject &ssl)
{
    if (auto fault = checkCertificate(ssl.value("cert"_L1).toString(), ssl.value("key"_L1).toString()))
        return fault;
    if (ssl.value("type"_L1).toString() == "client"_L1)
        return std::nullopt;
    const QJsonArray certificates = ssl.value("certs"_L1).toArray();
    const QJsonArray keys = ssl.value("keys"_L1).toArray();
    if (certificates.size() != keys.size())
        return u"mismatched number of certs and keys"_s;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (const auto fault = checkCertificate(certificates.at(i).toString(), keys.at(i).toString()))
            return u"failed to handle cert-key pair[%1]: %2"_s.arg(QString::number(i + 1), *fault);
    }
    const QJsonValue authority = ssl.value("client"_L1).toObject().value("ca"_L1);
    if (authority.isString() && !isReference(authority)) {
        if (const auto fault = checkAuthority(authority.toString()))
            return u"failed to validate client_cert: "_s + *fault;
    }
    return std::nullopt;
}

} // namespace sluice::simulator
