// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/net/activechecks.h"

#include "simulator/http/httpparser.h"
#include "simulator/net/socket.h"
#include "simulator/proxy/dataplane.h"
#include "simulator/proxy/health.h"
#include "simulator/proxy/nodedirectory.h"
#include "simulator/proxy/transaction.h"

#include <set>

namespace sluice::simulator {

namespace {

constexpr std::chrono::milliseconds tickLength{100};
constexpr std::size_t largestAnswerHead = 64 * 1024;

std::string requestText(const ActiveCheck &check, const std::string &host)
{
    std::string text = check.method + ' ' + check.path + " HTTP/1.1\r\nConnection: close\r\n";
    for (const std::string &header : check.headers)
        text += header + "\r\n";
    text += "Host: " + (check.host.empty() ? host : check.host) + "\r\n";
    if (!check.body.empty())
        text += "Content-Length: " + std::to_string(check.body.size()) + "\r\n";
    return text + "\r\n" + check.body;
}

} // namespace

/// One probe of one node: connects, asks, reads the status.
class ActiveChecks::Probe final : public EventLoop::Watcher
{
public:
    Probe(ActiveChecks &owner, std::shared_ptr<UpstreamHealth> health, std::size_t node)
        : m_owner(owner)
        , m_health(std::move(health))
        , m_node(node)
    {
    }

    void start()
    {
        const ActiveCheck &check = m_health->active();
        const auto &[nodeHost, nodePort] = m_health->nodes()[m_node];
        const std::uint16_t wantedPort = check.port != 0 ? check.port : nodePort;
        const auto [host, port] = m_owner.m_nodes.locate(nodeHost, wantedPort);
        const int descriptor = Socket::connectTo(host, port);
        if (descriptor < 0)
            return end(Sighting::TcpFailure);
        m_socket = std::make_unique<Socket>(m_owner.m_loop, descriptor, this);
        m_timer = m_owner.m_loop.after(check.timeout, [this] {
            m_timer = 0;
            end(Sighting::Timeout);
        });
        m_socket->awaitConnection();
        if (check.type == "https" && !m_owner.m_nodes.speaksPlainly(nodeHost, wantedPort)) {
            Forward forward;
            forward.verifyTls = check.verify;
            forward.sni = check.host.empty() ? nodeHost : check.host;
            m_socket->startTls(m_owner.m_tls.session(forward));
        }
        if (check.type != "tcp")
            m_socket->write(requestText(check, nodeHost));
    }

    void ready(std::uint32_t events) override
    {
        if (m_ended)
            return;
        if ((events & EventLoop::Writable) != 0) {
            if (!m_socket->isConnected())
                return end(Sighting::TcpFailure);
            if (m_health->active().type == "tcp")
                return end(Sighting::Success);
            if (!m_socket->flush())
                return end(Sighting::TcpFailure);
        }
        if ((events & EventLoop::Readable) != 0)
            read();
    }

private:
    void read()
    {
        const Socket::Read result = m_socket->read(m_answer, largestAnswerHead);
        if (result == Socket::Read::Nothing)
            return;
        HeadFinder finder;
        const HeadState state = finder.find(m_answer);
        if (state == HeadState::Complete) {
            ResponseHead head;
            if (!parseResponseHead(std::string_view(m_answer).substr(0, finder.size()), head))
                return end(Sighting::TcpFailure);
            m_health->probeAnswered(m_node, head.status);
            return end(std::nullopt);
        }
        if (state != HeadState::Incomplete || result != Socket::Read::Some)
            end(Sighting::TcpFailure);
    }

    void end(std::optional<Sighting> sighting)
    {
        m_ended = true;
        if (sighting)
            m_health->probed(m_node, *sighting);
        if (m_timer != 0)
            m_owner.m_loop.cancel(m_timer);
        m_socket.reset();
        m_owner.ended(this);
    }

    ActiveChecks &m_owner;
    std::shared_ptr<UpstreamHealth> m_health;
    std::size_t m_node;
    std::unique_ptr<Socket> m_socket;
    std::string m_answer;
    EventLoop::TimerId m_timer = 0;
    bool m_ended = false;
};

ActiveChecks::ActiveChecks(Dataplane &dataplane, NodeDirectory &nodes)
    : m_dataplane(dataplane)
    , m_nodes(nodes)
    , m_thread([this] {
        m_loop.after(tickLength, [this] { tick(); });
        m_loop.run();
    })
{
}

ActiveChecks::~ActiveChecks()
{
    m_loop.stop();
    m_thread.join();
}

void ActiveChecks::tick()
{
    const Clock::time_point now = Clock::now();
    std::set<const UpstreamHealth *> checked;
    for (const auto &health : m_dataplane.checkedUpstreams()) {
        checked.insert(health.get());
        if (health->isSetUp(now))
            probeDue(health, now);
    }
    std::erase_if(m_lastProbe, [&](const auto &last) { return !checked.contains(last.first.first); });
    m_loop.after(tickLength, [this] { tick(); });
}

void ActiveChecks::probeDue(const std::shared_ptr<UpstreamHealth> &health, Clock::time_point now)
{
    for (std::size_t node = 0; node < health->nodes().size(); ++node) {
        const auto interval =
            health->isUp(node) ? health->active().healthyInterval : health->active().unhealthyInterval;
        auto &last = m_lastProbe[{health.get(), node}];
        if (interval.count() == 0 || now - last < interval)
            continue;
        last = now;
        auto probe = std::make_shared<Probe>(*this, health, node);
        Probe *key = probe.get();
        m_probes.emplace(key, std::move(probe));
        key->start();
    }
}

void ActiveChecks::ended(Probe *probe)
{
    // An event of this turn may still name it.
    m_loop.post([this, probe] { m_probes.erase(probe); });
}

} // namespace sluice::simulator
