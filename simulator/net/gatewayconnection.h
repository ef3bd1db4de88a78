// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/http/httpparser.h"
#include "simulator/net/socket.h"
#include "simulator/net/tlscontexts.h"
#include "simulator/proxy/transaction.h"

#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace sluice::simulator {

class Dataplane;
class NodeDirectory;
class Resolver;

/// Idle connections to nodes, by address; one pool a worker thread.
class UpstreamPool
{
public:
    explicit UpstreamPool(EventLoop &loop);
    ~UpstreamPool();

    struct Link
    {
        std::unique_ptr<Socket> socket;
        unsigned requests = 0;
    };
    /// nullopt where none is idle.
    std::optional<Link> take(const std::string &key);
    void give(const std::string &key, Link link, const Forward &limits);

private:
    struct Idle;
    void drop(Idle *idle);

    EventLoop &m_loop;
    std::map<std::string, std::list<std::unique_ptr<Idle>>> m_idle;
};

/// What the connections of one worker thread share.
struct WorkerContext
{
    EventLoop &loop;
    UpstreamPool &pool;
    Dataplane &dataplane;
    NodeDirectory &nodes;
    TlsClientContexts &tls;
    Resolver &resolver;
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
    enum class Phase { Head, CollectBody, Waiting, Proxying, Tunnel, Draining };

    void readClient();
    void process();
    bool beginRequest();
    void decide(std::string_view body);
    void carryOut(Decision decision);
    void answerLocally(LocalAnswer answer);
    void sendAnswer(AnswerHead head, std::string body);
    void refuse(int status);
    void forward(Forward forward);
    void lookUpNode(const std::string &host, std::uint16_t port);
    void useNode(const std::string &address, std::uint16_t port);
    bool connectToNode(const std::string &host, std::uint16_t port);
    void sendRequestHead();
    void pumpRequestBody();
    void upstreamReady(std::uint32_t events);
    void readUpstream();
    bool beginAnswer();
    void pumpAnswer(bool ended);
    void sendAnswerBytes(std::string_view bytes);
    void finishAnswer();
    void upstreamFailed(NodeFailure failure);
    void releaseUpstream(bool reusable);
    void startTimer(std::chrono::milliseconds limit, NodeFailure failure);
    void stopTimer();
    bool takeRequestBody(std::string &out);
    void drain();
    bool retryOnFreshLink();
    void endRequest();
    void close();
    std::string headText(const AnswerHead &head, bool bodyAllowed);

    static constexpr std::size_t highWater = 256 * 1024;

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
    unsigned m_requests = 0;

    std::string m_in; ///< received, not yet used; begins with the head of the request under way
    HeadFinder m_finder;
    RequestHead m_head; ///< views into m_headText
    std::string m_headText;
    std::optional<Transaction> m_transaction;
    std::chrono::steady_clock::time_point m_began;
    std::uint64_t m_bodyLeft = 0; ///< of a request with Content-Length
    bool m_bodyDone = true;
    ChunkedReader m_requestChunks;
    std::string m_collected; ///< a request body that a plugin wants whole

    std::optional<Forward> m_forward;
    std::chrono::steady_clock::time_point m_forwarded; ///< when the node was chosen
    std::shared_ptr<int> m_lookUp;                     ///< held while a name is looked up for the request under way
    std::string m_linkKey;
    UpstreamSide m_upstreamSide;
    UpstreamPool::Link m_link;
    bool m_connecting = false;
    bool m_pooled = false; ///< the link had served before: it may turn out to be closed
    bool m_bodySent = false;
    EventLoop::TimerId m_timer = 0;

    std::string m_answerIn;
    HeadFinder m_answerFinder;
    bool m_answerBegun = false;
    bool m_answerChunkedIn = false;
    bool m_answerChunkedOut = false;
    bool m_answerHasLength = false;
    std::uint64_t m_answerLeft = 0;
    bool m_upstreamKeepAlive = false;
    bool m_keepAlive = true;
    ChunkedReader m_answerChunks;
    bool m_rewriting = false;
    AnswerHead m_rewrittenHead;
    std::string m_rewrittenBody;
    Outcome m_outcome;
};

} // namespace sluice::simulator
