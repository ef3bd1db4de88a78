// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/http/headerlines.h"
#include "simulator/http/httpmessage.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>

namespace sluice::simulator {

class Dataplane;

/// What the connection knows of a request beside its head.
struct Peer
{
    std::string_view clientAddress; ///< text form, without port
    std::uint16_t clientPort = 0;
    std::string_view serverAddress;
    std::uint16_t serverPort = 0;
    bool tls = false;
    std::string_view sni;
    bool clientCertified = false; ///< by a certificate that was asked for, and is good
    unsigned worker = 0;          ///< which emulated gateway worker the connection belongs to (--emulate-workers)
};

/// An answer that the gateway makes itself.
struct LocalAnswer
{
    int status = 404;
    Headers headers;
    std::string body;
    bool chunked = true;
};

/// Where to send a request, and what exactly.
struct Forward
{
    std::string host; ///< to connect to: an address or a name
    std::uint16_t port = 80;
    bool tls = false;
    bool verifyTls = false;
    std::string sni;
    std::string clientCertificate; ///< PEM; empty: none
    std::string clientKey;
    std::string method;
    std::string target;
    HeaderLines headers;    ///< complete, Host included, but what says framing
    bool websocket = false; ///< Upgrade and Connection may pass, and the connection becomes a tunnel on 101
    std::chrono::milliseconds connectTimeout{60000};
    std::chrono::milliseconds sendTimeout{60000}; ///< between two writes
    std::chrono::milliseconds readTimeout{60000}; ///< between two reads
    unsigned keepaliveSize = 320;
    std::chrono::milliseconds keepaliveIdle{60000};
    unsigned keepaliveRequests = 1000;
};

struct Decision
{
    std::chrono::milliseconds delay{0}; ///< wait this long first (fault-injection, mocking, /sluice/faults)
    std::variant<LocalAnswer, Forward> what;
};

enum class NodeFailure { Unresolved, Refused, ConnectTimeout, SendTimeout, ReadTimeout, Broken };

/// Head of an answer on its way to the client; plugins may change it.
struct AnswerHead
{
    int status = 200;
    std::string reason;
    /// Content-Length stands here where the upstream sent one: the connection says its own, and none where a plugin
    /// took it away.
    HeaderLines headers;
};

/// What plugins do with an answer's body: pass it on as it comes, put another in its place, or read it whole and
/// rewrite it.
enum class BodyUse { Passed, Replaced, Rewritten };

struct Outcome
{
    int status = 0;
    std::uint64_t bytesIn = 0;  ///< head and body, as received
    std::uint64_t bytesOut = 0; ///< head and body, as sent
    std::chrono::microseconds total{0};
    std::chrono::microseconds upstream{0}; ///< with the node that answered; 0: none did
    std::string nodeAddress;               ///< IP that the last node was tried at
    bool aborted = false;                  ///< the client went away
};

/// One request on its way through the gateway: rewrite, access, balance, header and body filter, log (APISIX's phases).
/// The connection drives it: decide() once, nodeFailed() after each node that failed, answerHead() when a head is
/// there to be sent, rewriteBody() only where bodyUse() said so, finished() exactly once at the end.
/// Everything is synchronous and touches no socket. The head and the peer must outlive it.
class Transaction
{
public:
    Transaction(Dataplane &dataplane, const RequestHead &head, const Peer &peer);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// True where a plugin or an expression reads the request's body (post_arg): give it to decide() whole.
    bool wantsRequestBody() const;
    Decision decide(std::string_view body = {});
    /// The next node, or the 502/504 that ends it. sent: the request had gone out (a POST is then not repeated).
    Decision nodeFailed(NodeFailure failure, bool sent);
    /// Instead of the next node that nodeFailed() named: it can't be tried, for the body is gone.
    LocalAnswer giveUp();
    /// Header filter, for forwarded and local answers alike: plugins, Server, explain headers.
    void answerHead(AnswerHead &head);
    /// After answerHead(): what becomes of the body; rewriteBody() gives what goes out where it is not passed on.
    BodyUse bodyUse() const;
    std::string rewriteBody(std::string body);
    void finished(const Outcome &outcome);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sluice::simulator
