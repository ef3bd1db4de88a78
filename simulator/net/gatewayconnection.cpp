// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/net/gatewayconnection.h"

#include "simulator/http/errorpage.h"
#include "simulator/net/resolver.h"
#include "simulator/proxy/dataplane.h"
#include "simulator/proxy/nodedirectory.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

namespace sluice::simulator {

namespace {

constexpr std::size_t readSize = 65536;
constexpr std::size_t largestCollectedBody = 1024 * 1024;
constexpr unsigned requestsPerConnection = 1000; // nginx's keepalive_requests

bool isHopByHop(std::string_view name)
{
    static constexpr std::string_view names[] = {"Connection", "Keep-Alive",        "Proxy-Connection", "TE",
                                                 "Trailer",    "Transfer-Encoding", "Upgrade"};
    return std::any_of(std::begin(names), std::end(names),
                       [&](std::string_view known) { return sameName(known, name); });
}

std::string httpDate()
{
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 40> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc);
    return {text.data(), size};
}

std::string chunk(std::string_view bytes)
{
    std::array<char, 20> size{};
    const auto end = std::to_chars(size.data(), size.data() + size.size(), bytes.size(), 16).ptr;
    std::string out(size.data(), end);
    out += "\r\n";
    out += bytes;
    return out += "\r\n";
}

bool hasHeader(const Headers &headers, std::string_view name)
{
    return std::any_of(headers.begin(), headers.end(), [&](const auto &h) { return sameName(h.first, name); });
}

bool mayHaveBody(int status, std::string_view method)
{
    return method != "HEAD" && status != 204 && status != 304 && status >= 200;
}

} // namespace

/// A link that waits for its next request. Whatever arrives on it meanwhile ends it.
struct UpstreamPool::Idle final : EventLoop::Watcher
{
    Idle(UpstreamPool &owner, std::string name, Link idle)
        : pool(owner)
        , key(std::move(name))
        , link(std::move(idle))
    {
    }
    void ready(std::uint32_t) override { pool.drop(this); }
    UpstreamPool &pool;
    std::string key;
    Link link;
    EventLoop::TimerId timer = 0;
};

UpstreamPool::UpstreamPool(EventLoop &loop)
    : m_loop(loop)
{
}

UpstreamPool::~UpstreamPool() = default;

std::optional<UpstreamPool::Link> UpstreamPool::take(const std::string &key)
{
    const auto found = m_idle.find(key);
    if (found == m_idle.end() || found->second.empty())
        return std::nullopt;
    std::unique_ptr<Idle> idle = std::move(found->second.back());
    found->second.pop_back();
    m_loop.cancel(idle->timer);
    Link link = std::move(idle->link);
    // An event of this turn may still name it.
    m_loop.post([kept = std::shared_ptr<Idle>(std::move(idle))] {});
    return link;
}

void UpstreamPool::give(const std::string &key, Link link, const Forward &limits)
{
    if (++link.requests >= limits.keepaliveRequests)
        return;
    auto &list = m_idle[key];
    if (list.size() >= limits.keepaliveSize)
        return;
    auto idle = std::make_unique<Idle>(*this, key, std::move(link));
    Idle *pointer = idle.get();
    idle->link.socket->setWatcher(pointer);
    idle->link.socket->setReading(true);
    idle->timer = m_loop.after(limits.keepaliveIdle, [this, pointer] { drop(pointer); });
    list.push_back(std::move(idle));
}

void UpstreamPool::drop(Idle *idle)
{
    auto &list = m_idle[idle->key];
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto &other) { return other.get() == idle; });
    if (found == list.end())
        return;
    m_loop.cancel(idle->timer);
    idle->link.socket.reset();
    m_loop.post([kept = std::shared_ptr<Idle>(std::move(*found))] {});
    list.erase(found);
}

GatewayConnection::GatewayConnection(WorkerContext &worker, int descriptor, Ends ends, Closed closed)
    : m_worker(worker)
    , m_ends(std::move(ends))
    , m_closed(std::move(closed))
    , m_client(worker.loop, descriptor, this)
    , m_upstreamSide(*this)
{
    m_peer.clientAddress = m_ends.clientAddress;
    m_peer.clientPort = m_ends.clientPort;
    m_peer.serverAddress = m_ends.serverAddress;
    m_peer.serverPort = m_ends.serverPort;
    m_peer.worker = m_ends.emulatedWorker;
    m_peer.tls = m_ends.tls != nullptr;
    if (m_ends.tls)
        m_client.startTls(m_ends.tls);
    ++m_worker.dataplane.metrics().totals.accepted;
    ++m_worker.dataplane.metrics().totals.active;
}

GatewayConnection::~GatewayConnection()
{
    stopTimer();
    --m_worker.dataplane.metrics().totals.active;
}

void GatewayConnection::ready(std::uint32_t events)
{
    if (m_closing)
        return;
    if ((events & EventLoop::Writable) != 0) {
        if (!m_client.flush())
            return close();
        if (m_closeWhenFlushed && m_client.unwritten() == 0)
            return close();
        if (m_link.socket && m_client.unwritten() < highWater)
            m_link.socket->setReading(true);
    }
    if ((events & EventLoop::Readable) != 0)
        readClient();
}

void GatewayConnection::readClient()
{
    const Socket::Read result = m_client.read(m_in, readSize);
    if (result == Socket::Read::Nothing)
        return;
    if (result == Socket::Read::Fault)
        return close();
    if (result == Socket::Read::End) {
        // Half-closed: what is under way may still be answered, in a tunnel the other side may still speak.
        m_clientEnded = true;
        m_client.setReading(false);
        if (m_phase == Phase::Tunnel && m_link.socket)
            m_link.socket->shutdownWrite();
        else if (m_phase == Phase::Head || !m_bodyDone)
            close();
        return;
    }
    if (m_phase == Phase::Tunnel) {
        if (!m_link.socket || !m_link.socket->write(std::exchange(m_in, {})))
            return close();
        if (m_link.socket->unwritten() > highWater)
            m_client.setReading(false);
        return;
    }
    if (m_phase == Phase::Draining)
        drain();
    else if (m_phase == Phase::CollectBody) {
        if (takeRequestBody(m_collected) && m_bodyDone)
            decide(m_collected);
    } else if (m_phase == Phase::Proxying)
        pumpRequestBody();
    if (m_phase == Phase::Waiting || (m_phase == Phase::Proxying && m_bodyDone)) {
        if (m_in.size() > highWater)
            m_client.setReading(false);
    }
    process();
}

void GatewayConnection::process()
{
    while (!m_closing && !m_closeWhenFlushed && m_phase == Phase::Head && !m_in.empty()) {
        if (!beginRequest())
            return;
    }
}

// True where a request was begun (and perhaps ended already).
bool GatewayConnection::beginRequest()
{
    const HeadState state = m_finder.find(m_in);
    if (state == HeadState::Incomplete)
        return false;
    m_head = {};
    m_outcome = {};
    m_began = std::chrono::steady_clock::now();
    if (state == HeadState::TooLarge) {
        refuse(431);
        return false;
    }
    if (state == HeadState::Complete) {
        m_outcome.bytesIn = m_finder.size();
        m_headText.assign(m_in, 0, m_finder.size());
        m_in.erase(0, m_finder.size());
        m_finder.reset();
    }
    if (state == HeadState::Malformed || !parseRequestHead(m_headText, m_head)) {
        refuse(400);
        return false;
    }
    m_keepAlive = m_head.keepAlive && ++m_requests < requestsPerConnection;
    m_bodyLeft = m_head.contentLength.value_or(0);
    m_bodyDone = !m_head.chunked && m_bodyLeft == 0;
    m_requestChunks = {};
    m_collected.clear();
    m_answerIn.clear();
    m_answerFinder.reset();
    m_answerBegun = false;
    m_rewriting = false;
    if (const auto *expect = m_head.find("Expect"); expect && !m_bodyDone && sameName(*expect, "100-continue"))
        m_client.write("HTTP/1.1 100 Continue\r\n\r\n");
    if (m_peer.tls && m_requests <= 1) {
        m_sni = m_client.serverName();
        m_peer.sni = m_sni;
    }
    m_transaction.emplace(m_worker.dataplane, m_head, m_peer);
    if (!m_bodyDone && m_transaction->wantsRequestBody()) {
        m_phase = Phase::CollectBody;
        if (takeRequestBody(m_collected) && m_bodyDone)
            decide(m_collected);
    } else {
        decide({});
    }
    return true;
}

// Moves what has arrived of the request's body into out. False: malformed or too large, and answered so.
bool GatewayConnection::takeRequestBody(std::string &out)
{
    const std::size_t before = m_in.size();
    if (m_head.chunked) {
        std::string_view input = m_in;
        const auto state = m_requestChunks.read(input, out);
        m_in.erase(0, m_in.size() - input.size());
        m_bodyDone = state == ChunkedReader::State::Done;
        if (state == ChunkedReader::State::Malformed) {
            refuse(400);
            return false;
        }
    } else {
        const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(m_bodyLeft, m_in.size()));
        out.append(m_in, 0, size);
        m_in.erase(0, size);
        m_bodyLeft -= size;
        m_bodyDone = m_bodyLeft == 0;
    }
    m_outcome.bytesIn += before - m_in.size();
    if (m_phase == Phase::CollectBody && out.size() > largestCollectedBody) {
        refuse(413);
        return false;
    }
    return true;
}

void GatewayConnection::decide(std::string_view body)
{
    carryOut(m_transaction->decide(body));
}

void GatewayConnection::carryOut(Decision decision)
{
    m_phase = Phase::Waiting;
    if (decision.delay.count() > 0) {
        auto waiting = std::make_shared<Decision>(std::move(decision));
        stopTimer();
        m_timer = m_worker.loop.after(waiting->delay, [this, waiting] {
            m_timer = 0;
            waiting->delay = std::chrono::milliseconds(0);
            carryOut(std::move(*waiting));
            process();
        });
        return;
    }
    if (auto *answer = std::get_if<LocalAnswer>(&decision.what))
        answerLocally(std::move(*answer));
    else
        forward(std::move(std::get<Forward>(decision.what)));
}

void GatewayConnection::refuse(int status)
{
    m_keepAlive = false;
    m_bodyDone = true;
    m_transaction.reset();
    AnswerHead head{status, {}, {{"Server", "APISIX"}, {"Content-Type", "text/html; charset=utf-8"}}};
    const std::string page = errorPage(status);
    head.headers.emplace_back("Content-Length", std::to_string(page.size()));
    sendAnswer(std::move(head), page);
}

void GatewayConnection::answerLocally(LocalAnswer answer)
{
    AnswerHead head{answer.status, {}, std::move(answer.headers)};
    m_transaction->answerHead(head);
    if (m_transaction->replacesBody())
        answer.body = m_transaction->rewriteBody(std::move(answer.body));
    m_answerChunkedOut = answer.chunked && m_head.minorVersion >= 1;
    if (!m_answerChunkedOut)
        head.headers.emplace_back("Content-Length", std::to_string(answer.body.size()));
    sendAnswer(std::move(head), std::move(answer.body));
}

void GatewayConnection::sendAnswer(AnswerHead head, std::string body)
{
    const bool withBody = mayHaveBody(head.status, m_head.method);
    m_outcome.status = head.status;
    m_answerChunkedOut = m_answerChunkedOut && !hasHeader(head.headers, "Content-Length");
    std::string out = headText(head, withBody);
    if (withBody && m_answerChunkedOut)
        out += (body.empty() ? std::string() : chunk(body)) + "0\r\n\r\n";
    else if (withBody)
        out += body;
    m_outcome.bytesOut += out.size();
    if (!m_client.write(out))
        return close();
    if (m_bodyDone)
        return endRequest();
    m_phase = Phase::Draining;
    drain();
}

// Reads the rest of a request's body that nobody wants, so that the next request can follow.
void GatewayConnection::drain()
{
    std::string unwanted;
    if (!takeRequestBody(unwanted))
        return;
    if (m_bodyDone)
        endRequest();
}

std::string GatewayConnection::headText(const AnswerHead &head, bool bodyAllowed)
{
    std::string out;
    out.reserve(512);
    out += "HTTP/1.1 ";
    out += std::to_string(head.status);
    out += ' ';
    out += head.reason.empty() ? reasonPhrase(head.status) : std::string_view(head.reason);
    out += "\r\n";
    if (!hasHeader(head.headers, "Date"))
        out += "Date: " + httpDate() + "\r\n";
    for (const auto &[name, value] : head.headers) {
        out += name;
        out += ": ";
        out += value;
        out += "\r\n";
    }
    if (m_answerChunkedOut && bodyAllowed)
        out += "Transfer-Encoding: chunked\r\n";
    out += m_keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return out;
}

void GatewayConnection::forward(Forward forward)
{
    m_forward = std::move(forward);
    m_phase = Phase::Proxying;
    m_forwarded = std::chrono::steady_clock::now();
    m_bodySent = false;
    m_answerBegun = false;
    m_answerIn.clear();
    m_answerFinder.reset();
    m_answerChunks = {};
    const auto [host, port] = m_worker.nodes.locate(m_forward->host, m_forward->port);
    const auto address = m_worker.resolver.known(host);
    if (!address)
        return lookUpNode(host, port);
    useNode(*address, port);
}

void GatewayConnection::lookUpNode(const std::string &host, std::uint16_t port)
{
    m_lookUp = std::make_shared<int>(0);
    startTimer(m_forward->connectTimeout, NodeFailure::ConnectTimeout);
    const std::weak_ptr<int> wanted = m_lookUp;
    EventLoop &loop = m_worker.loop;
    m_worker.resolver.lookUp(host, [this, &loop, wanted, port](const std::string &address) {
        loop.post([this, wanted, address, port] {
            if (wanted.expired())
                return; // the request, or the whole connection, has ended meanwhile
            useNode(address, port);
            process();
        });
    });
}

void GatewayConnection::useNode(const std::string &address, std::uint16_t port)
{
    m_lookUp.reset();
    stopTimer();
    if (address.empty())
        return upstreamFailed(NodeFailure::Unresolved);
    m_outcome.nodeAddress = address;
    if (!connectToNode(address, port))
        return upstreamFailed(NodeFailure::Refused);
    sendRequestHead();
}

bool GatewayConnection::connectToNode(const std::string &host, std::uint16_t port)
{
    const bool tls = m_forward->tls && !m_worker.nodes.speaksPlainly(m_forward->host, m_forward->port);
    m_linkKey = host + ':' + std::to_string(port);
    if (tls)
        m_linkKey += ' ' + m_forward->sni + (m_forward->verifyTls ? " verified " : " ") + m_forward->clientCertificate;
    if (auto link = m_worker.pool.take(m_linkKey)) {
        m_link = std::move(*link);
        m_link.socket->setWatcher(&m_upstreamSide);
        m_pooled = true;
        m_connecting = false;
        return true;
    }
    const SslPtr session = tls ? m_worker.tls.session(*m_forward) : nullptr;
    const int descriptor = tls && !session ? -1 : Socket::connectTo(host, port);
    if (descriptor < 0)
        return false;
    m_link = {std::make_unique<Socket>(m_worker.loop, descriptor, &m_upstreamSide), 0};
    if (session)
        m_link.socket->startTls(session);
    m_pooled = false;
    m_connecting = true;
    startTimer(m_forward->connectTimeout, NodeFailure::ConnectTimeout);
    return true;
}

void GatewayConnection::sendRequestHead()
{
    std::string out;
    out.reserve(512);
    out += m_forward->method;
    out += ' ';
    out += m_forward->target;
    out += " HTTP/1.1\r\n";
    for (const auto &[name, value] : m_forward->headers) {
        out += name;
        out += ": ";
        out += value;
        out += "\r\n";
    }
    if (m_head.contentLength)
        out += "Content-Length: " + std::to_string(*m_head.contentLength) + "\r\n";
    else if (m_head.chunked)
        out += m_transaction->wantsRequestBody() ? "Content-Length: " + std::to_string(m_collected.size()) + "\r\n"
                                                 : std::string("Transfer-Encoding: chunked\r\n");
    const auto *upgrade = m_head.find("Upgrade");
    if (m_forward->websocket && upgrade)
        out += "Upgrade: " + std::string(*upgrade) + "\r\nConnection: upgrade\r\n";
    out += "\r\n";
    out += m_collected;
    m_bodySent = !m_collected.empty();
    if (!m_link.socket->write(out))
        return upstreamFailed(NodeFailure::Broken);
    // On loopback the connection often stands at once: then no event tells of it.
    m_connecting = m_connecting && m_link.socket->unwritten() > 0;
    if (!m_connecting) {
        startTimer(m_forward->readTimeout, NodeFailure::ReadTimeout);
        pumpRequestBody();
    }
}

// Hands on what has arrived of the request's body. Nothing is taken before the node has accepted the connection, so
// that another node can still get all of it.
void GatewayConnection::pumpRequestBody()
{
    if (m_connecting || m_bodyDone || !m_link.socket || m_in.empty())
        return;
    std::string body;
    if (!takeRequestBody(body))
        return;
    m_bodySent = m_bodySent || !body.empty();
    if (m_head.chunked) {
        std::string framed = body.empty() ? std::string() : chunk(body);
        if (m_bodyDone)
            framed += "0\r\n\r\n";
        body = std::move(framed);
    }
    if (!m_link.socket->write(body))
        return upstreamFailed(NodeFailure::Broken);
    m_client.setReading(m_link.socket->unwritten() < highWater);
    startTimer(m_forward->readTimeout, NodeFailure::ReadTimeout);
}

void GatewayConnection::upstreamReady(std::uint32_t events)
{
    if (m_closing || !m_link.socket)
        return;
    if ((events & EventLoop::Writable) != 0) {
        if (m_connecting) {
            if (!m_link.socket->isConnected()) {
                upstreamFailed(NodeFailure::Refused);
                return process();
            }
            m_connecting = false;
            startTimer(m_forward->readTimeout, NodeFailure::ReadTimeout);
        }
        if (!m_link.socket->flush()) {
            upstreamFailed(NodeFailure::Broken);
            return process();
        }
        if (m_link.socket->unwritten() < highWater && !m_clientEnded)
            m_client.setReading(true);
        pumpRequestBody();
    }
    if ((events & EventLoop::Readable) != 0 && m_link.socket && !m_connecting)
        readUpstream();
    process();
}

void GatewayConnection::readUpstream()
{
    const Socket::Read result = m_link.socket->read(m_answerIn, readSize);
    if (result == Socket::Read::Nothing)
        return;
    const bool ended = result != Socket::Read::Some;
    if (m_phase == Phase::Tunnel) {
        const bool alive = m_client.write(std::exchange(m_answerIn, {}));
        if (!alive || (ended && (m_clientEnded || result == Socket::Read::Fault)))
            return close();
        if (ended) {
            m_link.socket->setReading(false);
            m_closeWhenFlushed = true;
            if (m_client.unwritten() == 0)
                close();
        } else {
            m_link.socket->setReading(m_client.unwritten() < highWater);
        }
        return;
    }
    startTimer(m_forward->readTimeout, NodeFailure::ReadTimeout);
    while (!m_answerBegun) {
        const HeadState state = m_answerFinder.find(m_answerIn);
        if (state == HeadState::Incomplete && !ended)
            return;
        if (state != HeadState::Complete)
            return upstreamFailed(NodeFailure::Broken);
        if (!beginAnswer())
            return;
    }
    if (m_phase == Phase::Proxying)
        pumpAnswer(ended);
}

// False where the answer has been dealt with otherwise (malformed, a tunnel).
bool GatewayConnection::beginAnswer()
{
    const std::string text = m_answerIn.substr(0, m_answerFinder.size());
    m_answerIn.erase(0, m_answerFinder.size());
    m_answerFinder.reset();
    ResponseHead response;
    if (!parseResponseHead(text, response)) {
        upstreamFailed(NodeFailure::Broken);
        return false;
    }
    if (response.status < 200 && response.status != 101)
        return true; // interim: the client has had its own 100
    AnswerHead head{response.status, std::string(response.reason), {}};
    for (const RequestHead::Field &field : response.fields) {
        if (!isHopByHop(field.name))
            head.headers.emplace_back(field.name, field.value);
    }
    m_answerBegun = true;
    if (response.status == 101) {
        m_transaction->answerHead(head);
        const auto *upgrade = m_head.find("Upgrade");
        std::string out = "HTTP/1.1 101 Switching Protocols\r\n";
        for (const auto &[name, value] : head.headers)
            out += name + ": " + value + "\r\n";
        out += "Upgrade: " + std::string(upgrade ? *upgrade : "websocket") + "\r\nConnection: upgrade\r\n\r\n";
        stopTimer();
        m_outcome.status = 101;
        m_phase = Phase::Tunnel;
        if (!m_client.write(out + std::exchange(m_answerIn, {})) || !m_link.socket->write(std::exchange(m_in, {})))
            close();
        return false;
    }
    const bool hasBody = mayHaveBody(response.status, m_head.method);
    m_answerChunkedIn = hasBody && response.chunked;
    m_answerHasLength = !hasBody || response.contentLength.has_value();
    m_answerLeft = hasBody ? response.contentLength.value_or(0) : 0;
    m_upstreamKeepAlive = response.keepAlive && (m_answerChunkedIn || m_answerHasLength);
    m_transaction->answerHead(head);
    m_rewriting = hasBody && m_transaction->replacesBody();
    m_outcome.status = head.status;
    if (m_rewriting) {
        m_rewrittenHead = std::move(head);
        m_rewrittenBody.clear();
        return true;
    }
    m_answerChunkedOut = hasBody && !hasHeader(head.headers, "Content-Length") && m_head.minorVersion >= 1;
    if (hasBody && !m_answerChunkedOut && !hasHeader(head.headers, "Content-Length"))
        m_keepAlive = false; // only the end of the connection can tell HTTP/1.0 where the body ends
    const std::string out = headText(head, hasBody);
    m_outcome.bytesOut += out.size();
    if (!m_client.write(out)) {
        close();
        return false;
    }
    return true;
}

void GatewayConnection::pumpAnswer(bool ended)
{
    bool done = false;
    std::string body;
    if (m_answerChunkedIn) {
        std::string_view input = m_answerIn;
        const auto state = m_answerChunks.read(input, body);
        m_answerIn.clear();
        if (state == ChunkedReader::State::Malformed || (ended && state != ChunkedReader::State::Done))
            return close();
        done = state == ChunkedReader::State::Done;
    } else if (m_answerHasLength) {
        const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(m_answerLeft, m_answerIn.size()));
        body.assign(m_answerIn, 0, size);
        m_upstreamKeepAlive = m_upstreamKeepAlive && m_answerIn.size() == size;
        m_answerIn.clear();
        m_answerLeft -= size;
        done = m_answerLeft == 0;
        if (ended && !done)
            return close();
    } else {
        body = std::exchange(m_answerIn, {});
        done = ended;
    }
    if (m_rewriting)
        m_rewrittenBody += body;
    else
        sendAnswerBytes(body);
    if (done && !m_closing)
        finishAnswer();
}

void GatewayConnection::sendAnswerBytes(std::string_view bytes)
{
    if (bytes.empty())
        return;
    m_outcome.bytesOut += bytes.size();
    if (!(m_answerChunkedOut ? m_client.write(chunk(bytes)) : m_client.write(bytes)))
        return close();
    // A slow client holds back its node.
    if (m_client.unwritten() > highWater)
        m_link.socket->setReading(false);
}

void GatewayConnection::finishAnswer()
{
    m_outcome.upstream =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - m_forwarded);
    releaseUpstream(m_upstreamKeepAlive && m_bodyDone);
    if (m_rewriting) {
        m_answerChunkedOut = m_head.minorVersion >= 1;
        return sendAnswer(std::move(m_rewrittenHead), m_transaction->rewriteBody(std::move(m_rewrittenBody)));
    }
    if (m_answerChunkedOut && !m_client.write("0\r\n\r\n"))
        return close();
    if (!m_bodyDone) {
        m_phase = Phase::Draining;
        return drain();
    }
    endRequest();
}

// A link from the pool may have been closed by its node at the moment it was used: that is no failure of the node.
bool GatewayConnection::retryOnFreshLink()
{
    const bool repeatable = m_forward->method != "POST" && m_forward->method != "PATCH" && m_forward->method != "LOCK";
    if (!m_pooled || m_bodySent || m_answerBegun || !m_answerIn.empty() || !repeatable)
        return false;
    while (m_worker.pool.take(m_linkKey)) {
    }
    Forward again = std::move(*m_forward);
    forward(std::move(again));
    return true;
}

void GatewayConnection::upstreamFailed(NodeFailure failure)
{
    stopTimer();
    m_lookUp.reset();
    if (m_link.socket && m_link.socket->isHandshaking() && failure == NodeFailure::Broken)
        failure = NodeFailure::Refused; // nothing of the request has gone out
    m_link = {};
    if (m_answerBegun && !m_rewriting)
        return close(); // part of the answer is out: all that is left is to cut it
    if (failure == NodeFailure::Broken && retryOnFreshLink())
        return;
    m_answerBegun = false;
    m_rewriting = false;
    const bool sent =
        failure != NodeFailure::Unresolved && failure != NodeFailure::Refused && failure != NodeFailure::ConnectTimeout;
    Decision next = m_transaction->nodeFailed(failure, sent);
    if (m_bodySent && std::holds_alternative<Forward>(next.what))
        next = Decision{std::chrono::milliseconds(0), m_transaction->giveUp()}; // its body is gone
    carryOut(std::move(next));
}

void GatewayConnection::releaseUpstream(bool reusable)
{
    stopTimer();
    if (reusable && m_link.socket)
        m_worker.pool.give(m_linkKey, std::move(m_link), *m_forward);
    m_link = {};
}

void GatewayConnection::startTimer(std::chrono::milliseconds limit, NodeFailure failure)
{
    stopTimer();
    m_timer = m_worker.loop.after(limit, [this, failure] {
        m_timer = 0;
        upstreamFailed(failure);
        process();
    });
}

void GatewayConnection::stopTimer()
{
    if (m_timer != 0)
        m_worker.loop.cancel(m_timer);
    m_timer = 0;
}

void GatewayConnection::endRequest()
{
    stopTimer();
    if (m_transaction) {
        m_outcome.total =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - m_began);
        m_transaction->finished(m_outcome);
        m_transaction.reset();
    }
    m_forward.reset();
    m_phase = Phase::Head;
    if (!m_keepAlive || m_clientEnded) {
        m_closeWhenFlushed = true;
        if (m_client.unwritten() == 0)
            close();
        return;
    }
    m_client.setReading(true);
}

void GatewayConnection::close()
{
    if (m_closing)
        return;
    m_closing = true;
    m_lookUp.reset();
    stopTimer();
    if (m_transaction) {
        m_outcome.aborted = m_phase != Phase::Tunnel;
        if (m_outcome.status == 0)
            m_outcome.status = 499;
        m_transaction->finished(m_outcome);
        m_transaction.reset();
    }
    m_link = {};
    m_client.setReading(false);
    m_client.shutdownWrite();
    m_closed(this);
}

} // namespace sluice::simulator
