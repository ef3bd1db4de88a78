// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/net/localauthority.h"

#include "simulator/net/opensslpointers.h"

#include <QHostAddress>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace sluice::simulator {

namespace {

constexpr long day = 24L * 60 * 60;
constexpr long authorityLifetime = 3650 * day;
constexpr long serverLifetime = 397 * day; // what browsers and phones take at most

template <class Write>
std::string pem(Write write)
{
    const BioPtr memory(BIO_new(BIO_s_mem()), &BIO_free);
    write(memory.get());
    char *text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

void addExtension(X509 *certificate, X509 *issuer, int kind, const std::string &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
        X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()), &X509_EXTENSION_free);
    if (extension)
        X509_add_ext(certificate, extension.get(), -1);
}

CertificatePtr begin(EVP_PKEY *key, const std::string &name, long lifetime)
{
    CertificatePtr certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), 2);
    std::uint64_t serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial >> 1U);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -day); // clocks differ
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), lifetime);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME *subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(name.c_str()), -1,
                               -1, 0);
    return certificate;
}

std::string alternativeNames(const std::vector<std::string> &names)
{
    std::string out;
    for (const std::string &name : names) {
        const bool isAddress = !QHostAddress(QString::fromStdString(name)).isNull();
        out += (out.empty() ? "" : ",") + std::string(isAddress ? "IP:" : "DNS:") + name;
    }
    return out;
}

} // namespace

struct LocalAuthority::Private
{
    KeyPtr key{EVP_EC_gen("P-256"), &EVP_PKEY_free};
    CertificatePtr certificate{nullptr, &X509_free};
};

LocalAuthority::LocalAuthority()
    : d(std::make_unique<Private>())
{
    d->certificate = begin(d->key.get(), "Sluice simulator, local authority", authorityLifetime);
    X509 *own = d->certificate.get();
    X509_set_issuer_name(own, X509_get_subject_name(own));
    addExtension(own, own, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    addExtension(own, own, NID_key_usage, "critical,keyCertSign,cRLSign");
    addExtension(own, own, NID_subject_key_identifier, "hash");
    X509_sign(own, d->key.get(), EVP_sha256());
}

LocalAuthority::~LocalAuthority() = default;

std::string LocalAuthority::certificate() const
{
    return pem([this](BIO *out) { PEM_write_bio_X509(out, d->certificate.get()); });
}

CertificateAndKey LocalAuthority::issue(const std::vector<std::string> &names) const
{
    const KeyPtr key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const CertificatePtr certificate = begin(key.get(), names.front().substr(0, 64), serverLifetime);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(d->certificate.get()));
    addExtension(certificate.get(), d->certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
    addExtension(certificate.get(), d->certificate.get(), NID_key_usage, "critical,digitalSignature");
    addExtension(certificate.get(), d->certificate.get(), NID_ext_key_usage, "serverAuth");
    addExtension(certificate.get(), d->certificate.get(), NID_authority_key_identifier, "keyid");
    addExtension(certificate.get(), d->certificate.get(), NID_subject_alt_name, alternativeNames(names));
    X509_sign(certificate.get(), d->key.get(), EVP_sha256());
    return {pem([&](BIO *out) { PEM_write_bio_X509(out, certificate.get()); }),
            pem([&](BIO *out) { PEM_write_bio_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr); })};
}

} // namespace sluice::simulator
