// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/proxy/servernames.h"
#include "simulator/store/configstore.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

struct ssl_ctx_st;
struct ssl_st;

namespace sluice::simulator {

class LocalAuthority;
struct Forward;

using SslPtr = std::shared_ptr<ssl_st>;
using SslContextPtr = std::shared_ptr<ssl_ctx_st>;

/// The certificates of the TLS port: those of the `ssls` by SNI, an equal name before a wildcard of one level, as
/// APISIX chooses. What none fits is refused, or served by a certificate of the local authority where there is one.
/// Safe from many threads; a connection keeps what it began with.
class TlsServerContexts
{
public:
    /// authority: may be null; must outlive this. own: names and addresses for clients that send no SNI.
    TlsServerContexts(const LocalAuthority *authority, std::vector<std::string> own);
    ~TlsServerContexts();
    TlsServerContexts(const TlsServerContexts &) = delete;
    TlsServerContexts &operator=(const TlsServerContexts &) = delete;

    void apply(const Snapshot &snapshot);
    /// A session for one accepted connection.
    SslPtr session() const;
    /// The context for an SNI (empty: none was sent); null: refuse.
    SslContextPtr contextFor(const std::string &sni);

private:
    SslContextPtr selfSigned(const std::string &sni);

    const LocalAuthority *m_authority;
    std::vector<std::string> m_own;
    SslContextPtr m_base; ///< has no certificate; the SNI decides
    std::mutex m_mutex;
    ServerNames<SslContextPtr> m_contexts;
    std::map<std::string, SslContextPtr> m_issued;
};

/// Contexts of connections to nodes over TLS; one for each way to verify and client certificate. Safe from many
/// threads.
class TlsClientContexts
{
public:
    /// Null where the client certificate is none.
    SslPtr session(const Forward &forward);

private:
    SslContextPtr context(const Forward &forward);

    std::mutex m_mutex;
    std::map<std::string, SslContextPtr> m_contexts;
};

} // namespace sluice::simulator
