// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"

#include <QHostAddress>

#include <chrono>
#include <cstdint>
#include <memory>

namespace sluice::simulator {

class Dataplane;
class NodeDirectory;
class TlsServerContexts;

/// The gateway's data-plane port: accepts, and hands each connection to one of its worker threads.
class Gateway
{
public:
    /// clientPatience: for the head of a request, and between two pieces of its body.
    Gateway(Dataplane &dataplane, NodeDirectory &nodes, unsigned threads, std::chrono::milliseconds clientPatience);
    ~Gateway();
    Gateway(const Gateway &) = delete;
    Gateway &operator=(const Gateway &) = delete;

    /// Port 0 takes a free one. tls: its connections are TLS; it must outlive this. May be called for several ports.
    Result<std::uint16_t> listen(const QHostAddress &address, std::uint16_t port,
                                 const TlsServerContexts *tls = nullptr);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sluice::simulator
