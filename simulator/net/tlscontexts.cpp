// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/net/tlscontexts.h"

#include "simulator/net/localauthority.h"
#include "simulator/net/opensslpointers.h"
#include "simulator/proxy/transaction.h"

#include <QHostAddress>
#include <QJsonArray>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <csignal>
#include <cstring>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

constexpr std::size_t mostIssued = 1000;

// What APISIX offers by default below TLS 1.3 (apisix.ssl.ssl_ciphers).
constexpr const char *ciphersOfTls12 =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
    "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";

BioPtr reader(const std::string &pem)
{
    return {BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), &BIO_free};
}

SslContextPtr newContext(const SSL_METHOD *method)
{
    // OpenSSL writes without MSG_NOSIGNAL: a peer that went away must not end the process.
    std::signal(SIGPIPE, SIG_IGN);
    SslContextPtr context(SSL_CTX_new(method), &SSL_CTX_free);
    SSL_CTX_set_mode(context.get(),
                     SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    return context;
}

SslContextPtr newServerContext()
{
    SslContextPtr context = newContext(TLS_server_method());
    SSL_CTX_set_cipher_list(context.get(), ciphersOfTls12);
    return context;
}

// The first certificate is the server's own, what follows its chain.
bool useCertificate(SSL_CTX *context, const std::string &certificate, const std::string &key)
{
    const BioPtr text = reader(certificate);
    const CertificatePtr own(PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr), &X509_free);
    const BioPtr keyText = reader(key);
    const KeyPtr privateKey(PEM_read_bio_PrivateKey(keyText.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
    if (!own || !privateKey || SSL_CTX_use_cert_and_key(context, own.get(), privateKey.get(), nullptr, 1) != 1)
        return false;
    while (X509 *next = PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr))
        SSL_CTX_add1_chain_cert(context, CertificatePtr(next, &X509_free).get());
    ERR_clear_error();
    return true;
}

void demandClientCertificate(SSL_CTX *context, const QJsonObject &client)
{
    const std::string text = client.value("ca"_L1).toString().toStdString();
    const BioPtr input = reader(text);
    while (X509 *next = PEM_read_bio_X509(input.get(), nullptr, nullptr, nullptr)) {
        const CertificatePtr authority(next, &X509_free);
        X509_STORE_add_cert(SSL_CTX_get_cert_store(context), authority.get());
        SSL_CTX_add_client_CA(context, authority.get());
    }
    ERR_clear_error();
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    SSL_CTX_set_verify_depth(context, client.value("depth"_L1).toInt(1));
}

void limitProtocols(SSL_CTX *context, const QJsonArray &names)
{
    static const std::pair<QString, int> known[] = {
        {u"TLSv1.1"_s, TLS1_1_VERSION}, {u"TLSv1.2"_s, TLS1_2_VERSION}, {u"TLSv1.3"_s, TLS1_3_VERSION}};
    std::vector<int> versions;
    for (const auto &[name, version] : known) {
        if (names.contains(name))
            versions.push_back(version);
    }
    if (versions.empty())
        return;
    SSL_CTX_set_min_proto_version(context, versions.front());
    SSL_CTX_set_max_proto_version(context, versions.back());
}

int selectProtocol(SSL *, const unsigned char **out, unsigned char *size, const unsigned char *in, unsigned length,
                   void *)
{
    static const unsigned char offered[] = "\x08http/1.1";
    unsigned char *chosen = nullptr;
    if (SSL_select_next_proto(&chosen, size, offered, sizeof offered - 1, in, length) != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

SslContextPtr contextOf(const QJsonObject &ssl)
{
    SslContextPtr context = newServerContext();
    if (!useCertificate(context.get(), ssl.value("cert"_L1).toString().toStdString(),
                        ssl.value("key"_L1).toString().toStdString()))
        return nullptr;
    const QJsonArray certificates = ssl.value("certs"_L1).toArray();
    const QJsonArray keys = ssl.value("keys"_L1).toArray();
    for (qsizetype i = 0; i < std::min(certificates.size(), keys.size()); ++i)
        static_cast<void>(useCertificate(context.get(), certificates.at(i).toString().toStdString(),
                                         keys.at(i).toString().toStdString()));
    if (ssl.contains("client"_L1))
        demandClientCertificate(context.get(), ssl.value("client"_L1).toObject());
    limitProtocols(context.get(), ssl.value("ssl_protocols"_L1).toArray());
    SSL_CTX_set_alpn_select_cb(context.get(), &selectProtocol, nullptr);
    return context;
}

int onServerName(SSL *session, int *alert, void *contexts)
{
    const char *name = SSL_get_servername(session, TLSEXT_NAMETYPE_host_name);
    const auto context = static_cast<TlsServerContexts *>(contexts)->contextFor(name ? name : "");
    if (!context) {
        *alert = SSL_AD_UNRECOGNIZED_NAME;
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    }
    SSL_set_SSL_CTX(session, context.get());
    // These belong to the session, and don't come with the context.
    SSL_set_verify(session, SSL_CTX_get_verify_mode(context.get()), nullptr);
    SSL_set_verify_depth(session, SSL_CTX_get_verify_depth(context.get()));
    SSL_set_min_proto_version(session, static_cast<int>(SSL_CTX_get_min_proto_version(context.get())));
    SSL_set_max_proto_version(session, static_cast<int>(SSL_CTX_get_max_proto_version(context.get())));
    return SSL_TLSEXT_ERR_OK;
}

} // namespace

TlsServerContexts::TlsServerContexts(const LocalAuthority *authority, std::vector<std::string> own)
    : m_authority(authority)
    , m_own(std::move(own))
    , m_base(newServerContext())
{
    // OpenSSL's macros for these two hold old-style casts.
    SSL_CTX_callback_ctrl(m_base.get(), SSL_CTRL_SET_TLSEXT_SERVERNAME_CB, reinterpret_cast<void (*)()>(&onServerName));
    SSL_CTX_set_tlsext_servername_arg(m_base.get(), this);
    SSL_CTX_set_alpn_select_cb(m_base.get(), &selectProtocol, nullptr);
    SSL_CTX_set_options(m_base.get(), SSL_OP_NO_TICKET);
    SSL_CTX_set_session_cache_mode(m_base.get(), SSL_SESS_CACHE_OFF); // a session must not outlive its certificate
}

TlsServerContexts::~TlsServerContexts() = default;

void TlsServerContexts::apply(const Snapshot &snapshot)
{
    ServerNames<SslContextPtr> contexts;
    for (const auto &[id, item] : snapshot[Collection::Ssls]) {
        const auto names = servedNames(item->value);
        if (names.empty())
            continue;
        const SslContextPtr context = contextOf(item->value);
        if (!context)
            continue; // the data plane passes over what it can't read
        for (const std::string &name : names)
            contexts.set(name, context);
    }
    const std::scoped_lock lock(m_mutex);
    m_contexts = std::move(contexts);
}

SslContextPtr TlsServerContexts::contextFor(const std::string &sni)
{
    const std::string name = QString::fromStdString(sni).toLower().toStdString();
    const std::scoped_lock lock(m_mutex);
    if (const SslContextPtr *found = m_contexts.find(name))
        return *found;
    return m_authority ? selfSigned(name) : nullptr;
}

SslContextPtr TlsServerContexts::selfSigned(const std::string &sni)
{
    const bool plain = std::all_of(sni.begin(), sni.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '.' || c == '-' || c == '_';
    });
    const std::string key = plain && sni.size() < 254 ? sni : std::string();
    SslContextPtr &context = m_issued[key];
    if (context)
        return context;
    const CertificateAndKey issued = m_authority->issue(key.empty() ? m_own : std::vector{key});
    SslContextPtr made = newServerContext();
    static_cast<void>(useCertificate(made.get(), issued.certificate, issued.key));
    SSL_CTX_set_alpn_select_cb(made.get(), &selectProtocol, nullptr);
    context = made;
    if (m_issued.size() > mostIssued)
        m_issued.clear();
    return made;
}

SslPtr TlsServerContexts::session() const
{
    SslPtr session(SSL_new(m_base.get()), &SSL_free);
    SSL_set_accept_state(session.get());
    return session;
}

SslContextPtr TlsClientContexts::context(const Forward &forward)
{
    const std::string key = (forward.verifyTls ? "verify " : "") + forward.clientCertificate + forward.clientKey;
    const std::scoped_lock lock(m_mutex);
    SslContextPtr &kept = m_contexts[key];
    if (kept)
        return kept;
    SslContextPtr context = newContext(TLS_client_method());
    if (forward.verifyTls) {
        SSL_CTX_set_default_verify_paths(context.get());
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    }
    if (!forward.clientCertificate.empty() &&
        !useCertificate(context.get(), forward.clientCertificate, forward.clientKey))
        return nullptr;
    kept = context;
    return context;
}

SslPtr TlsClientContexts::session(const Forward &forward)
{
    const SslContextPtr made = context(forward);
    if (!made)
        return nullptr;
    SslPtr session(SSL_new(made.get()), &SSL_free);
    SSL_set_connect_state(session.get());
    const bool isAddress = !QHostAddress(QString::fromStdString(forward.sni)).isNull();
    if (!isAddress && !forward.sni.empty()) {
        std::string name = forward.sni;
        SSL_ctrl(session.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data());
    }
    if (forward.verifyTls)
        SSL_set1_host(session.get(), forward.sni.c_str());
    return session;
}

} // namespace sluice::simulator
