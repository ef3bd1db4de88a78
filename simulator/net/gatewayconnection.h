// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/http/httpparser.h"
#include "simulator/net/receivebuffer.h"
#include "simulator/net/socket.h"
#include "simulator/net/tlscontexts.h"
#include "simulator/net/upstreampool.h"
#include "simulator/proxy/transaction.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace sluice::simulator {

class Dataplane;
class NodeDirectory;
class Resolver;

/// What the connections of one worker thread share.
struct WorkerContext
{
    EventLoop &loop;
    UpstreamPool &pool;
    Dataplane &dataplane;
    NodeDirectory &nodes;
    TlsClientContexts &tls;
    Resolver &resolver;
    std::chrono::milliseconds clientPatience; ///< for a head, and between two pieces of a body
    std::string arrived{};                    ///< what was read last, until it has been handed on
};

/// One client connection: its requests one after the other, each through a Transaction and to a node and back.
class GatewayConnection final : public EventLoop::Watcher
{
public:
    struct Ends
    {
        std::string clientAddress;
        std::uint16_t clientPort = 0;
        std::string serverAddress;
        std::uint16_t serverPort = 0;
        unsigned emulatedWorker = 0;
        SslPtr tls; ///< null: plain
    };
    using Closed = std::function<void(GatewayConnection *)>;

    GatewayConnection(WorkerContext &worker, int descriptor, Ends ends, Closed closed);
    ~GatewayConnection();

    void ready(std::uint32_t events) override;

private:
    /// The connection to the node of the request under way.
    struct UpstreamSide final : EventLoop::Watcher
    {
        explicit UpstreamSide(GatewayConnection &connection)
            : owner(connection)
        {
        }
        void ready(std::uint32_t events) override { owner.upstreamReady(events); }
        GatewayConnection &owner;
    };
    /// CollectBody: a plugin wants it whole before it decides. BufferBody: the beginning is kept for a second node.
    /// Lingering: all is said, and what still arrives is thrown away, lest it resets the connection too early.
    enum class Phase { Head, CollectBody, BufferBody, Waiting, Proxying, Tunnel, Draining, Lingering };
    /// Whom the deadline is for. ClientInAll: what it sends does not move that, lest a byte now and then holds the
    /// connection for ever.
    enum class Party { Nobody, Client, ClientInAll, NodeConnecting, NodeSending, NodeReading };

    void settle(bool byNode);
    void readClient();
    void clientEnded();
    void process();
    bool beginRequest();
    bool takeHead();
    void collectBody();
    void bufferBody();
    void allowBody();
    bool takeRequestBody(std::string &out, std::size_t largest);
    void carryOut(Decision decision);
    void answerLocally(LocalAnswer answer);
    void sendAnswer(AnswerHead head, const std::string &body, bool chunked);
    void refuse(int status);
    void forward(Forward forward);
    void tryNode();
    void lookUpNode(const std::string &host, std::uint16_t port);
    void useNode(const std::string &address, std::uint16_t port);
    bool connectToNode(const std::string &host, std::uint16_t port);
    void sendRequestHead();
    void pumpRequestBody();
    void upstreamReady(std::uint32_t events);
    void readUpstream();
    bool beginAnswer(std::string_view text);
    bool beginTunnel(AnswerHead &head);
    void pumpTunnel(std::string_view arrived, bool ended);
    void pumpAnswer(std::string_view arrived, Socket::Read ending);
    void answerTooLarge();
    void sendAnswerBytes(std::string_view bytes, bool last);
    void finishAnswer();
    void upstreamFailed(NodeFailure failure);
    bool retryOnFreshLink();
    void drain();
    void account();
    void endRequest();
    void leaveWhenFlushed();
    void leave();
    void close();

    Party awaited() const;
    std::chrono::milliseconds patience(Party party) const;
    void armDeadline(bool byNode);
    void deadlinePassed();
    void frameAnswer(AnswerHead &head, std::optional<std::uint64_t> length);
    std::string headText(const AnswerHead &head) const;

    WorkerContext &m_worker;
    Ends m_ends;
    Closed m_closed;
    Socket m_client;
    Peer m_peer;
    std::string m_sni;
    Phase m_phase = Phase::Head;
    bool m_closing = false;
    bool m_clientEnded = false;
    bool m_closeWhenFlushed = false;
    bool m_linger = false; ///< the client may still be sending what nobody reads
    unsigned m_requests = 0;

    Party m_awaited = Party::Nobody;
    std::chrono::steady_clock::time_point m_deadline;
    EventLoop::TimerId m_timer = 0; ///< fires at or before the deadline, and is then set again
    std::chrono::steady_clock::time_point m_timerDue;

    ReceiveBuffer m_in; ///< begins with the head of the next request, or with the body of the one under way
    HeadFinder m_finder;
    bool m_headBegan = false; ///< some of the next request is there
    RequestHead m_head;       ///< views into m_headText
    std::string m_headText;
    std::optional<Transaction> m_transaction;
    std::chrono::steady_clock::time_point m_began;
    std::uint64_t m_bodyLeft = 0; ///< of a request with Content-Length
    bool m_bodyDone = true;
    bool m_mustContinue = false; ///< the client waits for 100 before it sends the body
    ChunkedReader m_requestChunks;
    std::string m_collected; ///< the beginning of a request's body, kept until the request has ended

    std::optional<Forward> m_forward;
    std::chrono::steady_clock::time_point m_forwarded; ///< when the node was chosen
    EventLoop::TimerId m_delay = 0;
    std::shared_ptr<int> m_lookUp; ///< held while a name is looked up for the request under way
    std::string m_linkKey;
    UpstreamSide m_upstreamSide;
    std::unique_ptr<UpstreamLink> m_link;
    bool m_connecting = false;
    bool m_pooled = false;   ///< the link had served before: it may turn out to be closed
    bool m_bodySent = false; ///< more of the body than m_collected has gone out: no other node can get it
    bool m_upstreamEnded = false;

    std::string m_answerIn; ///< the beginning of an answer's head, until all of it is there
    HeadFinder m_answerFinder;
    bool m_answerBegun = false;
    bool m_answerChunkedIn = false;
    bool m_answerHasBody = false; ///< of what goes out
    bool m_answerChunkedOut = false;
    bool m_answerHasLength = false;
    std::uint64_t m_answerLeft = 0;
    bool m_upstreamKeepAlive = false;
    bool m_keepAlive = true;
    ChunkedReader m_answerChunks;
    std::string m_answerHeadOut;         ///< goes out with the first piece of the body
    BodyUse m_bodyUse = BodyUse::Passed; ///< else the head waits for the whole body, too
    AnswerHead m_rewrittenHead;
    std::string m_rewrittenBody;
    Outcome m_outcome;
};

} // namespace sluice::simulator
