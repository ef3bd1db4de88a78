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

constexpr std::size_t readSize = 64 * 1024;
constexpr std::size_t highWater = 256 * 1024; ///< of what waits to be sent on: the other side is not read meanwhile
constexpr std::size_t largestCollectedBody = 1024 * 1024;
constexpr std::size_t largestRewrittenBody = 16 * 1024 * 1024; ///< of an answer that a plugin reads whole
constexpr std::size_t keptBody = 64 * 1024;                    // nginx keeps all of it, on disk if need be
constexpr unsigned requestsPerConnection = 1000;               // nginx's keepalive_requests
constexpr std::chrono::seconds lingeringTime{5};

std::string httpDate()
{
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 40> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc);
    return {text.data(), size};
}

// The line before a chunk's bytes.
std::string chunkSize(std::size_t size)
{
    std::array<char, 20> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), size, 16).ptr;
    return std::string(text.data(), end) + "\r\n";
}

constexpr std::string_view lastChunk = "0\r\n\r\n";

bool mayHaveBody(int status, std::string_view method)
{
    return method != "HEAD" && status != 204 && status != 304 && status >= 200;
}

} // namespace

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
    armDeadline(false);
}

GatewayConnection::~GatewayConnection()
{
    m_worker.loop.cancel(m_timer);
    m_worker.loop.cancel(m_delay);
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
            return leave();
    }
    if ((events & EventLoop::Readable) != 0)
        readClient();
    settle(false);
}

// After every event: the next request, who is read from, and until when.
void GatewayConnection::settle(bool byNode)
{
    process();
    if (m_closing)
        return;
    const bool nodeKeepsUp = !m_link || m_link->socket.unwritten() < highWater;
    m_client.setReading(!m_clientEnded && m_in.size() <= highWater && nodeKeepsUp);
    if (m_link)
        m_link->socket.setReading(!m_upstreamEnded && m_client.unwritten() < highWater);
    armDeadline(byNode);
}

void GatewayConnection::readClient()
{
    const Socket::Read result = m_client.read(m_in.end(), readSize);
    if (result == Socket::Read::Nothing)
        return;
    if (result == Socket::Read::Fault)
        return close();
    if (result == Socket::Read::End)
        return clientEnded();
    switch (m_phase) {
    case Phase::Tunnel:
        if (!m_link->socket.write(m_in.view()))
            return close();
        m_in.clear();
        break;
    case Phase::Lingering:
        m_in.clear();
        break;
    case Phase::Draining:
        return drain();
    case Phase::CollectBody:
        return collectBody();
    case Phase::BufferBody:
        return bufferBody();
    case Phase::Proxying:
        return pumpRequestBody();
    case Phase::Head:
        if (!m_headBegan)
            m_awaited = Party::Nobody; // from its first byte on, the head has its own time
        m_headBegan = true;
        break;
    case Phase::Waiting:
        break;
    }
}

// Half-closed: what is under way may still be answered, in a tunnel the other side may still speak.
void GatewayConnection::clientEnded()
{
    m_clientEnded = true;
    if (m_phase == Phase::Tunnel && !m_upstreamEnded)
        m_link->socket.shutdownWrite();
    else if (m_phase == Phase::Tunnel || m_phase == Phase::Lingering || !m_bodyDone)
        close();
}

void GatewayConnection::process()
{
    while (!m_closing && !m_closeWhenFlushed && m_phase == Phase::Head && m_client.unwritten() < highWater) {
        if (!beginRequest())
            break;
    }
    if (!m_closing && !m_closeWhenFlushed && m_phase == Phase::Head && m_clientEnded)
        leaveWhenFlushed();
}

// Moves a complete head from what has arrived into m_head. False: there is none, or it has been refused.
bool GatewayConnection::takeHead()
{
    while (m_in.view().starts_with("\r\n")) { // RFC 9112 2.2: blank lines before a request are skipped
        m_in.use(2);
        m_finder.reset();
    }
    const HeadState state = m_finder.find(m_in.view());
    if (state == HeadState::Incomplete)
        return false;
    m_head = {};
    m_outcome = {};
    if (state == HeadState::TargetTooLong)
        refuse(414);
    else if (state != HeadState::Complete)
        refuse(400);
    if (state != HeadState::Complete)
        return false;
    m_outcome.bytesIn = m_finder.size();
    m_headText = m_in.view().substr(0, m_finder.size());
    m_in.use(m_finder.size());
    m_finder.reset();
    if (!parseRequestHead(m_headText, m_head)) {
        refuse(400);
        return false;
    }
    return true;
}

// True where a request was begun (and perhaps ended already).
bool GatewayConnection::beginRequest()
{
    if (!takeHead())
        return false;
    m_began = std::chrono::steady_clock::now();
    m_keepAlive = m_head.keepAlive && ++m_requests < requestsPerConnection;
    m_bodyLeft = m_head.contentLength.value_or(0);
    m_bodyDone = !m_head.chunked && m_bodyLeft == 0;
    m_requestChunks = {};
    m_collected.clear();
    m_answerBegun = false;
    m_bodyUse = BodyUse::Passed;
    const auto *expect = m_bodyDone ? nullptr : m_head.find("Expect");
    m_mustContinue = expect && m_head.minorVersion >= 1 && sameName(*expect, "100-continue");
    if (m_peer.tls && m_requests <= 1) {
        m_sni = m_client.serverName();
        m_peer.sni = m_sni;
        m_peer.clientCertified = m_client.peerIsCertified();
    }
    m_transaction.emplace(m_worker.dataplane, m_head, m_peer);
    if (!m_bodyDone && m_transaction->wantsRequestBody()) {
        m_phase = Phase::CollectBody;
        allowBody();
        collectBody();
    } else {
        carryOut(m_transaction->decide());
    }
    return true;
}

void GatewayConnection::allowBody()
{
    if (m_mustContinue && m_in.empty())
        m_client.write("HTTP/1.1 100 Continue\r\n\r\n");
    m_mustContinue = false;
}

void GatewayConnection::collectBody()
{
    if (takeRequestBody(m_collected, largestCollectedBody) && m_bodyDone)
        carryOut(m_transaction->decide(m_collected));
}

void GatewayConnection::bufferBody()
{
    if (takeRequestBody(m_collected, SIZE_MAX) && (m_bodyDone || m_collected.size() >= keptBody))
        tryNode();
}

// Moves what has arrived of the request's body into out. False: malformed or too large, and answered so.
bool GatewayConnection::takeRequestBody(std::string &out, std::size_t largest)
{
    const std::size_t before = m_in.size();
    bool malformed = false;
    if (m_head.chunked) {
        std::string_view input = m_in.view();
        const auto state = m_requestChunks.read(input, out);
        m_in.use(m_in.size() - input.size());
        m_bodyDone = state == ChunkedReader::State::Done;
        malformed = state == ChunkedReader::State::Malformed;
    } else {
        const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(m_bodyLeft, m_in.size()));
        out += m_in.view().substr(0, size);
        m_in.use(size);
        m_bodyLeft -= size;
        m_bodyDone = m_bodyLeft == 0;
    }
    m_outcome.bytesIn += before - m_in.size();
    if (!malformed && out.size() <= largest)
        return true;
    if (m_answerBegun)
        close(); // too late for another answer
    else
        refuse(malformed ? 400 : 413);
    return false;
}

void GatewayConnection::carryOut(Decision decision)
{
    m_phase = Phase::Waiting;
    if (decision.delay.count() > 0) {
        auto waiting = std::make_shared<Decision>(std::move(decision));
        m_delay = m_worker.loop.after(waiting->delay, [this, waiting] {
            m_delay = 0;
            waiting->delay = std::chrono::milliseconds(0);
            carryOut(std::move(*waiting));
            settle(true);
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
    m_linger = true;
    m_link.reset();
    if (m_transaction) {
        m_outcome.status = status;
        m_transaction->finished(m_outcome);
        m_transaction.reset();
    }
    AnswerHead head{status, {}, {{"Server", "APISIX"}, {"Content-Type", "text/html; charset=utf-8"}}};
    sendAnswer(std::move(head), errorPage(status), false);
}

void GatewayConnection::answerLocally(LocalAnswer answer)
{
    if (m_mustContinue) { // the body was never asked for: whether it comes can't be known
        m_keepAlive = false;
        m_bodyDone = true;
        m_linger = true;
    }
    AnswerHead head{answer.status, {}, HeaderLines(answer.headers)};
    m_transaction->answerHead(head);
    if (m_transaction->bodyUse() != BodyUse::Passed)
        answer.body = m_transaction->rewriteBody(std::move(answer.body));
    sendAnswer(std::move(head), answer.body, answer.chunked);
}

void GatewayConnection::sendAnswer(AnswerHead head, const std::string &body, bool chunked)
{
    const bool inChunks = chunked && m_head.minorVersion >= 1;
    m_outcome.status = head.status;
    frameAnswer(head, inChunks ? std::nullopt : std::optional<std::uint64_t>(body.size()));
    sendAnswerBytes(body, true);
    if (m_closing)
        return;
    if (m_bodyDone)
        return endRequest();
    m_phase = Phase::Draining;
    drain();
}

// Reads the rest of a request's body that nobody wants, so that the next request can follow.
void GatewayConnection::drain()
{
    std::string unwanted;
    m_answerBegun = true;
    if (takeRequestBody(unwanted, SIZE_MAX) && m_bodyDone)
        endRequest();
}

// The one place that decides how the client is told where an answer ends, by the message that is really sent: the final
// status, the client's own method, and the length that is known (RFC 9112 6). What nodes and plugins have written of it
// does not count. Sets m_answerHeadOut.
void GatewayConnection::frameAnswer(AnswerHead &head, std::optional<std::uint64_t> length)
{
    const bool interim = head.status < 200; // a plugin's: no client takes it for the end
    m_answerHasBody = mayHaveBody(head.status, m_head.method);
    m_answerChunkedOut = m_answerHasBody && !length && m_head.minorVersion >= 1;
    if (interim || (m_answerHasBody && !length && !m_answerChunkedOut))
        m_keepAlive = false; // only the end of the connection can tell
    head.headers.removeAll(saysFraming);
    if (m_answerChunkedOut)
        head.headers.add("Transfer-Encoding", "chunked");
    else if (length && !interim && head.status != 204)
        head.headers.add("Content-Length", std::to_string(*length));
    m_answerHeadOut = headText(head);
}

std::string GatewayConnection::headText(const AnswerHead &head) const
{
    std::string out;
    out.reserve(1024);
    out += "HTTP/1.1 ";
    out += std::to_string(head.status);
    out += ' ';
    appendEncoded(out, head.reason.empty() ? reasonPhrase(head.status) : head.reason, HeadPart::Value);
    out += "\r\n";
    if (!head.headers.contains("Date"))
        out += "Date: " + httpDate() + "\r\n";
    out += head.headers.text();
    out += m_keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return out;
}

void GatewayConnection::forward(Forward forward)
{
    m_forward = std::move(forward);
    m_forwarded = std::chrono::steady_clock::now();
    if (m_bodyDone || m_collected.size() >= keptBody)
        return tryNode();
    m_phase = Phase::BufferBody;
    allowBody();
    bufferBody();
}

void GatewayConnection::tryNode()
{
    m_phase = Phase::Proxying;
    m_bodySent = false;
    m_answerBegun = false;
    m_upstreamEnded = false;
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
    const std::weak_ptr<int> wanted = m_lookUp;
    EventLoop &loop = m_worker.loop;
    m_worker.resolver.lookUp(host, [this, &loop, wanted, port](const std::string &address) {
        loop.post([this, wanted, address, port] {
            if (wanted.expired())
                return; // the request, or the whole connection, has ended meanwhile
            useNode(address, port);
            settle(true);
        });
    });
}

void GatewayConnection::useNode(const std::string &address, std::uint16_t port)
{
    m_lookUp.reset();
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
    m_link = m_worker.pool.take(m_linkKey, &m_upstreamSide);
    m_pooled = m_link != nullptr;
    m_connecting = !m_pooled;
    if (m_pooled)
        return true;
    const SslPtr session = tls ? m_worker.tls.session(*m_forward) : nullptr;
    const int descriptor = tls && !session ? -1 : Socket::connectTo(host, port);
    if (descriptor < 0)
        return false;
    m_link = std::make_unique<UpstreamLink>(m_worker.loop, descriptor, &m_upstreamSide);
    if (session)
        m_link->socket.startTls(session);
    return true;
}

void GatewayConnection::sendRequestHead()
{
    std::string out;
    out.reserve(1024);
    appendEncoded(out, m_forward->method, HeadPart::Name);
    out += ' ';
    appendEncoded(out, m_forward->target, HeadPart::Target);
    out += " HTTP/1.1\r\n";
    out += m_forward->headers.text();
    const bool streamed = m_head.chunked && !m_bodyDone;
    if (streamed)
        out += "Transfer-Encoding: chunked\r\n";
    else if (m_head.chunked)
        out += "Content-Length: " + std::to_string(m_collected.size()) + "\r\n";
    else if (m_head.contentLength)
        out += "Content-Length: " + std::to_string(*m_head.contentLength) + "\r\n";
    const auto *upgrade = m_head.find("Upgrade");
    if (m_forward->websocket && upgrade)
        out += "Upgrade: " + std::string(*upgrade) + "\r\nConnection: upgrade\r\n";
    out += "\r\n";
    const bool framed = streamed && !m_collected.empty();
    const std::string size = framed ? chunkSize(m_collected.size()) : std::string();
    if (!m_link->socket.write({out, size, m_collected, framed ? "\r\n" : ""}))
        return upstreamFailed(NodeFailure::Broken);
    // On loopback the connection often stands at once: then no event tells of it.
    m_connecting = m_connecting && m_link->socket.unwritten() > 0;
    pumpRequestBody();
}

// Hands on what has arrived of the request's body. Nothing is taken before the node has accepted the connection, so
// that another node can still get all of it.
void GatewayConnection::pumpRequestBody()
{
    if (m_connecting || m_bodyDone || !m_link || m_in.empty() || m_link->socket.unwritten() >= highWater)
        return;
    std::string body;
    if (!takeRequestBody(body, SIZE_MAX))
        return;
    m_bodySent = m_bodySent || !body.empty();
    const bool framed = m_head.chunked && !body.empty();
    const std::string size = framed ? chunkSize(body.size()) : std::string();
    const std::string_view end = m_head.chunked && m_bodyDone ? lastChunk : std::string_view();
    if (!m_link->socket.write({size, body, framed ? "\r\n" : "", end}))
        readUpstream(); // it reads no more: perhaps it has said why
}

void GatewayConnection::upstreamReady(std::uint32_t events)
{
    if (m_closing || !m_link)
        return;
    if ((events & EventLoop::Writable) != 0) {
        if (m_connecting && !m_link->socket.isConnected()) {
            upstreamFailed(NodeFailure::Refused);
            return settle(true);
        }
        m_connecting = false;
        if (!m_link->socket.flush()) {
            upstreamFailed(NodeFailure::Broken);
            return settle(true);
        }
        pumpRequestBody();
    }
    if ((events & EventLoop::Readable) != 0 && m_link && !m_connecting)
        readUpstream();
    settle(true);
}

void GatewayConnection::readUpstream()
{
    std::string &buffer = m_worker.arrived;
    buffer.clear();
    const Socket::Read result = m_link->socket.read(buffer, readSize);
    if (result == Socket::Read::Nothing)
        return;
    const bool ended = result != Socket::Read::Some;
    if (m_phase == Phase::Tunnel)
        return result == Socket::Read::Fault ? close() : pumpTunnel(buffer, ended);
    std::string_view arrived = buffer;
    if (!m_answerIn.empty())
        arrived = m_answerIn.append(buffer);
    while (!m_answerBegun) {
        const HeadState state = m_answerFinder.find(arrived);
        if (state == HeadState::Incomplete && !ended) {
            m_answerIn = std::string(arrived); // without the interim answers before it
            return;
        }
        if (state != HeadState::Complete)
            return upstreamFailed(NodeFailure::Broken);
        const std::string_view head = arrived.substr(0, m_answerFinder.size());
        arrived.remove_prefix(head.size());
        m_answerFinder.reset();
        if (!beginAnswer(head))
            return m_phase == Phase::Tunnel && !m_closing ? pumpTunnel(arrived, ended) : void();
    }
    pumpAnswer(arrived, result);
}

// False where the answer has been dealt with otherwise (malformed, a tunnel).
bool GatewayConnection::beginAnswer(std::string_view text)
{
    ResponseHead response;
    const bool good = parseResponseHead(text, response);
    const bool switches = good && response.status == 101;
    if (!good || (switches && !(m_forward->websocket && m_head.find("Upgrade")))) {
        upstreamFailed(NodeFailure::Broken);
        return false;
    }
    if (response.status < 200 && !switches)
        return true; // interim: the client has had its own 100
    AnswerHead head{response.status, std::string(response.reason), {}};
    head.headers.reserve(text.size() + 256);
    for (const RequestHead::Field &field : response.fields)
        head.headers.add(field.name, field.value);
    m_answerBegun = true;
    m_transaction->answerHead(head);
    m_outcome.status = head.status;
    if (switches)
        return beginTunnel(head);
    // How much comes in is the node's word on the request that it got; what goes out is decided apart from that.
    const bool comesIn = mayHaveBody(response.status, m_forward->method);
    const bool goesOut = mayHaveBody(head.status, m_head.method);
    m_answerChunkedIn = comesIn && response.chunked;
    m_answerHasLength = !comesIn || response.contentLength.has_value();
    m_answerLeft = comesIn ? response.contentLength.value_or(0) : 0;
    m_upstreamKeepAlive = response.keepAlive && (m_answerChunkedIn || m_answerHasLength);
    m_bodyUse = goesOut ? m_transaction->bodyUse() : BodyUse::Passed;
    if (m_bodyUse != BodyUse::Passed) {
        m_rewrittenHead = std::move(head);
        m_rewrittenBody.clear();
        return true;
    }
    std::optional<std::uint64_t> length;
    if (goesOut && !comesIn)
        length = 0;
    else if (head.headers.contains("Content-Length")) // else a plugin took it away
        length = response.contentLength;
    frameAnswer(head, length);
    return true;
}

bool GatewayConnection::beginTunnel(AnswerHead &head)
{
    std::string out = "HTTP/1.1 101 Switching Protocols\r\n";
    head.headers.removeAll(saysFraming);
    out += head.headers.text();
    out += "Upgrade: " + std::string(*m_head.find("Upgrade")) + "\r\nConnection: upgrade\r\n\r\n";
    m_phase = Phase::Tunnel;
    if (!m_client.write(out) || !m_link->socket.write(m_in.view()))
        close();
    m_in.clear();
    return false;
}

void GatewayConnection::pumpTunnel(std::string_view arrived, bool ended)
{
    if (!m_client.write(arrived) || (ended && m_clientEnded))
        return close();
    if (!ended)
        return;
    m_upstreamEnded = true;
    leaveWhenFlushed();
}

// ending: how the read ended. A body without a length ends with its connection, but not where that broke.
void GatewayConnection::pumpAnswer(std::string_view arrived, Socket::Read ending)
{
    const bool ended = ending != Socket::Read::Some;
    bool done = false;
    std::string plain;
    std::string_view body = arrived;
    if (m_answerChunkedIn) {
        const auto state = m_answerChunks.read(arrived, plain);
        if (state == ChunkedReader::State::Malformed || (ended && state != ChunkedReader::State::Done))
            return close();
        done = state == ChunkedReader::State::Done;
        body = plain;
        m_upstreamKeepAlive = m_upstreamKeepAlive && arrived.empty();
    } else if (m_answerHasLength) {
        body = arrived.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(m_answerLeft, arrived.size())));
        m_upstreamKeepAlive = m_upstreamKeepAlive && arrived.size() == body.size();
        m_answerLeft -= body.size();
        done = m_answerLeft == 0;
        if (ended && !done)
            return close();
    } else {
        if (ending == Socket::Read::Fault)
            return close();
        done = ended;
    }
    if (m_bodyUse == BodyUse::Passed && !m_answerHasBody && !done) {
        m_upstreamKeepAlive = false; // nobody reads the rest: it must not meet the next request of this link
        done = true;
    }
    if (done) {
        m_outcome.upstream =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - m_forwarded);
    }
    if (m_bodyUse == BodyUse::Passed)
        sendAnswerBytes(body, done);
    else if (m_bodyUse == BodyUse::Rewritten && m_rewrittenBody.size() + body.size() > largestRewrittenBody)
        return answerTooLarge();
    else if (m_bodyUse == BodyUse::Rewritten)
        m_rewrittenBody += body;
    if (done && !m_closing)
        finishAnswer();
}

// Nothing of it has gone out: the client is told so.
void GatewayConnection::answerTooLarge()
{
    m_link.reset();
    m_answerBegun = false;
    m_rewrittenBody = {};
    carryOut({std::chrono::milliseconds(0), m_transaction->giveUp()});
}

// With the head, where that has not gone out yet.
void GatewayConnection::sendAnswerBytes(std::string_view bytes, bool last)
{
    if (!m_answerHasBody)
        bytes = {};
    const bool framed = m_answerChunkedOut && !bytes.empty();
    const std::string size = framed ? chunkSize(bytes.size()) : std::string();
    const std::string_view end = m_answerChunkedOut && last ? lastChunk : std::string_view();
    m_outcome.bytesOut += m_answerHeadOut.size() + bytes.size();
    if (last && m_bodyDone)
        account();
    if (!m_client.write({m_answerHeadOut, size, bytes, framed ? "\r\n" : "", end}))
        return close();
    m_answerHeadOut.clear();
}

void GatewayConnection::finishAnswer()
{
    if (m_upstreamKeepAlive && m_bodyDone && m_link->socket.unwritten() == 0)
        m_worker.pool.give(m_linkKey, std::move(m_link), *m_forward);
    m_link.reset();
    if (m_bodyUse != BodyUse::Passed)
        return sendAnswer(std::move(m_rewrittenHead), m_transaction->rewriteBody(std::move(m_rewrittenBody)), true);
    if (m_bodyDone)
        return endRequest();
    m_phase = Phase::Draining;
    drain();
}

// A link from the pool may have been closed by its node at the moment it was used: that is no failure of the node.
bool GatewayConnection::retryOnFreshLink()
{
    const bool repeatable = m_forward->method != "POST" && m_forward->method != "PATCH" && m_forward->method != "LOCK";
    if (!m_pooled || m_bodySent || m_answerBegun || !m_answerIn.empty() || !repeatable)
        return false;
    m_worker.pool.clear(m_linkKey);
    tryNode();
    return true;
}

void GatewayConnection::upstreamFailed(NodeFailure failure)
{
    m_lookUp.reset();
    if (m_link && m_link->socket.isHandshaking() && failure == NodeFailure::Broken)
        failure = NodeFailure::Refused; // nothing of the request has gone out
    m_link.reset();
    if (m_answerBegun && m_bodyUse == BodyUse::Passed)
        return close(); // part of the answer is out: all that is left is to cut it
    if (failure == NodeFailure::Broken && retryOnFreshLink())
        return;
    m_answerBegun = false;
    m_bodyUse = BodyUse::Passed;
    const bool sent =
        failure != NodeFailure::Unresolved && failure != NodeFailure::Refused && failure != NodeFailure::ConnectTimeout;
    Decision next = m_transaction->nodeFailed(failure, sent);
    if (m_bodySent && std::holds_alternative<Forward>(next.what))
        next = Decision{std::chrono::milliseconds(0), m_transaction->giveUp()}; // its body is gone
    carryOut(std::move(next));
}

// Who must do something next.
GatewayConnection::Party GatewayConnection::awaited() const
{
    if (m_lookUp)
        return Party::NodeConnecting;
    if (m_phase == Phase::Waiting)
        return Party::Nobody;
    if (m_phase == Phase::Tunnel)
        return Party::NodeReading;
    if (m_phase == Phase::Lingering || (m_phase == Phase::Head && m_client.unwritten() == 0))
        return Party::ClientInAll;
    if (m_phase != Phase::Proxying || !m_link || !m_link->socket.isReading())
        return Party::Client;
    if (m_connecting)
        return Party::NodeConnecting;
    if (m_link->socket.unwritten() > 0)
        return Party::NodeSending;
    return m_bodyDone || m_answerBegun ? Party::NodeReading : Party::Client;
}

std::chrono::milliseconds GatewayConnection::patience(Party party) const
{
    switch (party) {
    case Party::NodeConnecting:
        return m_forward->connectTimeout;
    case Party::NodeSending:
        return m_forward->sendTimeout;
    case Party::NodeReading:
        return m_forward->readTimeout;
    case Party::Client:
    case Party::ClientInAll:
    case Party::Nobody:
        break;
    }
    return m_phase == Phase::Lingering ? lingeringTime : m_worker.clientPatience;
}

// The timer is left alone where it fires early enough: most requests set none.
void GatewayConnection::armDeadline(bool byNode)
{
    const Party party = awaited();
    const bool itsMove =
        party != Party::ClientInAll && ((party == Party::Client) != byNode || m_phase == Phase::Tunnel);
    if (party == m_awaited && !itsMove)
        return;
    m_awaited = party;
    if (party == Party::Nobody)
        return;
    m_deadline = m_worker.loop.now() + patience(party);
    if (m_timer != 0 && m_timerDue <= m_deadline)
        return;
    m_worker.loop.cancel(m_timer);
    m_timerDue = m_deadline;
    m_timer = m_worker.loop.after(patience(party), [this] { deadlinePassed(); });
}

void GatewayConnection::deadlinePassed()
{
    m_timer = 0;
    const auto left = m_deadline - std::chrono::steady_clock::now();
    if (m_awaited == Party::Nobody || m_closing)
        return;
    if (left > std::chrono::steady_clock::duration::zero()) {
        m_timerDue = m_deadline;
        m_timer = m_worker.loop.after(std::chrono::ceil<std::chrono::milliseconds>(left), [this] { deadlinePassed(); });
        return;
    }
    if (m_awaited == Party::Client || m_awaited == Party::ClientInAll || m_phase == Phase::Tunnel)
        return close();
    upstreamFailed(m_awaited == Party::NodeConnecting ? NodeFailure::ConnectTimeout
                   : m_awaited == Party::NodeSending  ? NodeFailure::SendTimeout
                                                      : NodeFailure::ReadTimeout);
    m_awaited = Party::Nobody;
    settle(true);
}

// Before the end of the answer goes out: whoever has it finds the request in the counters.
void GatewayConnection::account()
{
    if (!m_transaction)
        return;
    m_outcome.total = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - m_began);
    m_transaction->finished(m_outcome);
    m_transaction.reset();
}

void GatewayConnection::endRequest()
{
    account();
    m_forward.reset();
    m_phase = Phase::Head;
    m_headBegan = !m_in.empty();
    m_awaited = Party::Nobody;
    if (m_collected.capacity() > keptBody / 4)
        m_collected = {}; // thousands of idle connections keep no buffers
    m_in.shrink(keptBody / 4);
    if (m_keepAlive)
        return;
    m_linger = m_linger || !m_in.empty(); // pipelined behind the last request that is answered here
    leaveWhenFlushed();
}

void GatewayConnection::leaveWhenFlushed()
{
    m_closeWhenFlushed = true;
    if (m_client.unwritten() == 0)
        leave();
}

void GatewayConnection::leave()
{
    if (!m_linger || m_clientEnded || m_phase == Phase::Lingering)
        return close();
    m_phase = Phase::Lingering;
    m_awaited = Party::Nobody;
    m_in.clear();
    m_client.shutdownWrite();
}

void GatewayConnection::close()
{
    if (m_closing)
        return;
    m_closing = true;
    m_lookUp.reset();
    if (m_transaction) {
        m_outcome.aborted = m_phase != Phase::Tunnel;
        if (m_outcome.status == 0)
            m_outcome.status = 499;
        m_transaction->finished(m_outcome);
        m_transaction.reset();
    }
    m_link.reset();
    m_client.setReading(false);
    m_client.shutdownWrite();
    m_closed(this);
}

} // namespace sluice::simulator
