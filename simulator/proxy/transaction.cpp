// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/proxy/transaction.h"

#include "simulator/http/errorpage.h"
#include "simulator/proxy/dataplane.h"
#include "simulator/proxy/requestcontext.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

// The label of a node is the IP that the gateway sends to. A demo backend answers in the place of that IP; only where
// the node is a name, or on this machine, its own address stands there.
std::string nodeLabel(const Node *node, const std::string &address)
{
    if (!node)
        return {};
    const QHostAddress named(QString::fromStdString(node->host));
    return named.isNull() || named.isLoopback() ? address : node->host;
}

// A head's parts are views into one buffer, from the method on. Behind the name of an empty field stands its colon.
std::string_view rawHead(const RequestHead &head)
{
    if (head.fields.empty())
        return {};
    const RequestHead::Field &last = head.fields.back();
    const char *end =
        last.value.empty() ? last.name.data() + last.name.size() + 1 : last.value.data() + last.value.size();
    return {head.method.data(), static_cast<std::size_t>(end - head.method.data())};
}

} // namespace

struct Transaction::State
{
    State(Dataplane &plane, const RequestHead &head, const Peer &peer)
        : dataplane(plane)
        , config(plane.runtime())
        , request(head, peer, plane.options().defaultHost)
    {
        if (!config->routesReadBody())
            matchRoute();
        ++dataplane.metrics().totals.requests;
        ++dataplane.metrics().totals.busy;
    }
    ~State() { --dataplane.metrics().totals.busy; }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    Dataplane &dataplane;
    std::shared_ptr<const RuntimeConfig> config;
    RequestContext request;
    Plugins plugins;
    std::vector<const Plugin *> skipped; ///< by their _meta.filter
    std::shared_ptr<Upstream> upstream;
    std::vector<const Node *> tried; ///< each once
    const Node *node = nullptr;
    const Node *lastNode = nullptr;              ///< also where it failed
    std::string nodeStatuses;                    ///< of nodes that failed, for X-APISIX-Upstream-Status
    std::chrono::steady_clock::time_point began; ///< with the first node
    bool answeredLocally = false;
    bool nodesFailed = false;
    unsigned attempts = 0;
    std::chrono::steady_clock::time_point nodeChosen;
    unsigned unresolved = 0; ///< nodes whose name has no address

    void matchRoute()
    {
        request.route = config->match(request);
        if (request.route)
            plugins = request.route->plugins;
    }
    bool runs(const Plugin &plugin) const
    {
        return std::find(skipped.begin(), skipped.end(), &plugin) == skipped.end();
    }
    std::optional<LocalAnswer> runPhase(const Plugins &list,
                                        std::optional<LocalAnswer> (Plugin::*phase)(RequestContext &) const);
    std::optional<LocalAnswer> runPhases();
    std::optional<LocalAnswer> mergeConsumer();
    bool isCertified() const;
    Decision local(LocalAnswer answer);
    Decision forward();
    Forward describe(const Node &target) const;
    HeaderLines forwardedHeaders(std::string_view host) const;
    const Plugin *countingPlugin() const;
    MeasuredRequest measured(const Outcome &outcome, bool byName) const;
};

std::optional<LocalAnswer>
Transaction::State::runPhase(const Plugins &list, std::optional<LocalAnswer> (Plugin::*phase)(RequestContext &) const)
{
    for (const PluginPtr &plugin : list) {
        if (plugin->metaFilter && runs(*plugin) && !plugin->metaFilter->evaluate(request))
            skipped.push_back(plugin.get());
        if (!runs(*plugin))
            continue;
        auto answer = ((*plugin).*phase)(request);
        if (!answer)
            continue;
        if (plugin->errorResponse && answer->status >= 400) {
            const QJsonValue &body = *plugin->errorResponse;
            answer->body = body.isString()
                               ? body.toString().toStdString()
                               : QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact).toStdString() + '\n';
        }
        return answer;
    }
    return std::nullopt;
}

std::optional<LocalAnswer> Transaction::State::mergeConsumer()
{
    if (!request.consumer || !request.route || request.consumer->plugins.isEmpty())
        return std::nullopt;
    plugins = config->pluginsFor(*request.route, *request.consumer);
    // A consumer's plugin that only it brings has missed the rewrite phase: APISIX runs it once the consumer is known.
    Plugins late;
    std::copy_if(plugins.begin(), plugins.end(), std::back_inserter(late), [&](const PluginPtr &plugin) {
        return request.consumer->plugins.contains(QString::fromStdString(plugin->pluginName));
    });
    return runPhase(late, &Plugin::rewrite);
}

std::optional<LocalAnswer> Transaction::State::runPhases()
{
    const Plugins &global = config->globalPlugins();
    if (auto answer = runPhase(global, &Plugin::rewrite))
        return answer;
    if (!request.route) {
        if (auto answer = runPhase(global, &Plugin::access))
            return answer;
        return LocalAnswer{
            404, {{"Content-Type", "text/plain; charset=utf-8"}}, "{\"error_msg\":\"404 Route Not Found\"}\n", true};
    }
    if (request.route->pluginConfigMissing)
        return htmlAnswer(503);
    if (request.route->serviceMissing)
        return htmlAnswer(404);
    if (auto answer = runPhase(plugins, &Plugin::rewrite))
        return answer;
    if (auto answer = mergeConsumer())
        return answer;
    if (auto answer = runPhase(global, &Plugin::access))
        return answer;
    return runPhase(plugins, &Plugin::access);
}

// A host that demands a client certificate is reached only where the handshake, too, was for that very name: with
// another SNI nobody was asked for one. So does APISIX, for wildcards as well.
bool Transaction::State::isCertified() const
{
    const Peer &peer = request.peer;
    return !peer.tls || !config->demandsClientCertificate(request.host) ||
           (peer.clientCertified && sameName(peer.sni, request.host));
}

Decision Transaction::State::local(LocalAnswer answer)
{
    answeredLocally = true;
    return {request.delay, std::move(answer)};
}

// The client's headers as plugins have left them, but what the gateway itself says of the client, its address, and the
// message that it sends.
HeaderLines Transaction::State::forwardedHeaders(std::string_view host) const
{
    static constexpr std::string_view own[] = {
        "Host",      "X-Real-IP", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port",
        "Forwarded", "Expect"};
    HeaderLines headers;
    headers.reserve(512);
    headers.add("Host", host);
    std::string chain;
    for (const auto &field : request.headers) { // clang 14 captures no structured bindings
        if (sameName(field.first, "X-Forwarded-For"))
            chain += field.second + ", ";
        if (!saysFraming(field.first) &&
            std::none_of(std::begin(own), std::end(own), [&](auto name) { return sameName(name, field.first); }))
            headers.add(field.first, field.second);
    }
    const auto *clientHost = request.head.find("Host");
    const std::string_view named = clientHost ? *clientHost : std::string_view();
    // The port that the client named, as nginx reads it from Host; without one the port it came in on.
    const auto colon = named.rfind(':');
    const bool hasPort = colon != std::string_view::npos && colon + 1 < named.size() && !named.ends_with(']');
    headers.add("X-Real-IP", request.remoteAddress);
    headers.add("X-Forwarded-For", chain + request.remoteAddress);
    headers.add("X-Forwarded-Proto", request.peer.tls ? "https" : "http");
    headers.add("X-Forwarded-Host", named);
    headers.add("X-Forwarded-Port",
                hasPort ? std::string(named.substr(colon + 1)) : std::to_string(request.peer.serverPort));
    return headers;
}

Forward Transaction::State::describe(const Node &target) const
{
    Forward forward;
    forward.host = target.host;
    forward.port = target.port;
    forward.tls = upstream->scheme == "https" || upstream->scheme == "grpcs";
    forward.verifyTls = upstream->verifyTls;
    forward.clientCertificate = upstream->clientCertificate;
    forward.clientKey = upstream->clientKey;
    forward.method = request.method;
    forward.target = request.newUri.value_or(std::string(request.head.target));
    forward.websocket = request.route->websocket;
    const Timeouts limits = request.route->timeout.value_or(upstream->timeout.value_or(Timeouts{}));
    forward.connectTimeout = limits.connect;
    forward.sendTimeout = limits.send;
    forward.readTimeout = limits.read;
    forward.keepaliveSize = upstream->keepaliveSize;
    forward.keepaliveIdle = upstream->keepaliveIdle;
    forward.keepaliveRequests = upstream->keepaliveRequests;

    const auto *received = request.head.find("Host");
    const std::string clientHost = request.newHost.value_or(received ? std::string(*received) : std::string());
    const std::string host = upstream->hostHeader(target, clientHost);
    forward.sni = host.substr(0, host.find(':'));
    forward.headers = forwardedHeaders(host);
    return forward;
}

Decision Transaction::State::forward()
{
    node = upstream->pick(request, request.peer.worker, tried);
    if (!node)
        return local(htmlAnswer(502));
    ++attempts;
    nodeChosen = std::chrono::steady_clock::now();
    if (attempts == 1)
        began = nodeChosen;
    if (std::find(tried.begin(), tried.end(), node) == tried.end())
        tried.push_back(node);
    lastNode = node;
    upstream->began(*node);
    return {request.delay, describe(*node)};
}

Transaction::Transaction(Dataplane &dataplane, const RequestHead &head, const Peer &peer)
    : m_state(std::make_unique<State>(dataplane, head, peer))
{
}

Transaction::~Transaction() = default;

bool Transaction::wantsRequestBody() const
{
    const State &state = *m_state;
    return state.config->routesReadBody() || (state.request.route && state.request.route->readsRequestBody);
}

Decision Transaction::decide(std::string_view body)
{
    State &state = *m_state;
    state.request.body = body;
    if (state.request.path.empty())
        return state.local(htmlAnswer(400)); // it leads above the root
    if (!state.isCertified())
        return state.local(htmlAnswer(400));
    if (state.request.method == "TRACE" || state.request.method == "CONNECT")
        return state.local(htmlAnswer(405));
    if (state.config->routesReadBody())
        state.matchRoute();
    if (auto answer = state.runPhases())
        return state.local(std::move(*answer));
    state.upstream = state.request.upstream ? state.request.upstream : state.request.route->upstream;
    if (!state.upstream)
        return state.local(htmlAnswer(state.request.route->upstreamMissing ? 502 : 503));
    if (state.upstream->isUnusable())
        return state.local(htmlAnswer(500));
    if (state.upstream->nodes.empty())
        return state.local(htmlAnswer(503));
    const OrderedFault fault = state.dataplane.fault(state.upstream->id);
    state.request.delay += fault.delay;
    if (fault.errorRate > 0 && QRandomGenerator::global()->generateDouble() < fault.errorRate) {
        // In the place of a backend that fails: the metrics name its node.
        state.lastNode = state.upstream->pick(state.request, state.request.peer.worker, state.tried);
        return state.local(htmlAnswer(500));
    }
    return state.forward();
}

Decision Transaction::nodeFailed(NodeFailure failure, bool sent)
{
    State &state = *m_state;
    const bool timedOut = failure == NodeFailure::ConnectTimeout || failure == NodeFailure::SendTimeout ||
                          failure == NodeFailure::ReadTimeout;
    state.unresolved += failure == NodeFailure::Unresolved ? 1 : 0;
    // Nodes without an address are left out (apisix.md 4.5); in an upstream inside a split that is an error of its own.
    const bool noNodes = state.unresolved == state.tried.size() && state.upstream->needsPort;
    int status = timedOut ? 504 : noNodes ? 503 : 502;
    state.upstream->ended(*state.node);
    if (failure != NodeFailure::Unresolved)
        state.upstream->failed(*state.node, timedOut);
    state.nodeStatuses += (state.nodeStatuses.empty() ? "" : ", ") + std::to_string(status);
    const std::string &method = state.request.method;
    const bool repeatable = !sent || (method != "POST" && method != "LOCK" && method != "PATCH");
    const Upstream &upstream = *state.upstream;
    const std::size_t retries = upstream.retries.value_or(static_cast<unsigned>(upstream.nodes.size() - 1));
    if (repeatable && state.attempts <= retries) {
        const auto spent = std::chrono::steady_clock::now() - state.began;
        if (upstream.retryTimeout.count() == 0 || spent <= upstream.retryTimeout) {
            Decision next = state.forward();
            if (!state.answeredLocally) {
                next.delay = std::chrono::milliseconds(0);
                return next;
            }
        }
        status = noNodes ? 503 : 502; // it was to be tried again, and there was no node left, or no time
    }
    state.node = nullptr;
    state.nodesFailed = true;
    return state.local(htmlAnswer(status));
}

LocalAnswer Transaction::giveUp()
{
    m_state->upstream->ended(*m_state->node);
    m_state->node = nullptr;
    m_state->answeredLocally = true;
    m_state->nodesFailed = true;
    return htmlAnswer(502);
}

void Transaction::answerHead(AnswerHead &head)
{
    State &state = *m_state;
    if (!state.answeredLocally && state.node)
        state.upstream->answered(*state.node, head.status, std::chrono::steady_clock::now() - state.nodeChosen);
    if (!state.answeredLocally && head.status >= 500)
        state.nodeStatuses += (state.nodeStatuses.empty() ? "" : ", ") + std::to_string(head.status);
    head.headers.set("Server", "APISIX/" + state.dataplane.options().version);
    if (!state.nodeStatuses.empty() && head.status >= 500)
        head.headers.add("X-APISIX-Upstream-Status", state.nodeStatuses);
    for (const PluginPtr &plugin : state.config->globalPlugins()) {
        if (state.runs(*plugin))
            plugin->headerFilter(state.request, head);
    }
    for (const PluginPtr &plugin : state.plugins) {
        if (state.runs(*plugin))
            plugin->headerFilter(state.request, head);
    }
    if (!state.dataplane.options().explain)
        return;
    if (state.request.route) {
        head.headers.add("X-Sluice-Route", state.request.route->id);
        head.headers.add("X-Sluice-Rule", state.request.ruleIndex);
    }
    if (state.upstream)
        head.headers.add("X-Sluice-Upstream", state.upstream->id.empty() ? "inline" : state.upstream->id);
    if (state.node)
        head.headers.add("X-Sluice-Node", state.node->name);
}

BodyUse Transaction::bodyUse() const
{
    BodyUse use = BodyUse::Passed;
    const Plugins &own = m_state->plugins;
    for (const Plugins *list : {&m_state->config->globalPlugins(), &own}) {
        for (const PluginPtr &plugin : *list) {
            if (m_state->runs(*plugin))
                use = std::max(use, plugin->bodyUse(m_state->request));
        }
    }
    return use;
}

std::string Transaction::rewriteBody(std::string body)
{
    const Plugins &own = m_state->plugins;
    for (const Plugins *list : {&m_state->config->globalPlugins(), &own}) {
        for (const PluginPtr &plugin : *list) {
            if (m_state->runs(*plugin))
                body = plugin->bodyFilter(m_state->request, std::move(body));
        }
    }
    return body;
}

// The route's prometheus runs instead of the global one (prefer_route).
const Plugin *Transaction::State::countingPlugin() const
{
    for (const Plugins *list : {&plugins, &config->globalPlugins()}) {
        for (const PluginPtr &plugin : *list) {
            if (plugin->counts && runs(*plugin))
                return plugin.get();
        }
    }
    return nullptr;
}

MeasuredRequest Transaction::State::measured(const Outcome &outcome, bool byName) const
{
    MeasuredRequest result;
    result.status = outcome.status;
    if (request.route) {
        const CompiledRoute &route = *request.route;
        result.route = byName && !route.name.empty() ? route.name : route.id;
        result.service = byName && !route.serviceName.empty() ? route.serviceName : route.serviceId;
        result.matchedUri = matchedPattern(route.paths, request.path, false);
        result.matchedHost = matchedPattern(route.hosts, request.host, true);
    }
    if (request.consumer)
        result.consumer = request.consumer->name;
    result.node = nodeLabel(lastNode, outcome.nodeAddress);
    const bool fromUpstream = !answeredLocally && outcome.upstream.count() > 0;
    const bool fromProxy = nodesFailed || !answeredLocally; // not answered at all: the client went away
    result.source = fromUpstream ? ResponseSource::Upstream
                    : fromProxy  ? ResponseSource::Nginx
                                 : ResponseSource::Apisix;
    result.totalMs = static_cast<double>(outcome.total.count()) / 1000;
    result.upstreamMs = fromUpstream ? static_cast<double>(outcome.upstream.count()) / 1000 : 0;
    result.bytesIn = outcome.bytesIn;
    result.bytesOut = outcome.bytesOut;
    return result;
}

void Transaction::finished(const Outcome &outcome)
{
    State &state = *m_state;
    if (state.node && state.upstream)
        state.upstream->ended(*state.node);
    TrafficEntry entry;
    if (const std::string *run = state.request.header("X-Sluice-Run"))
        entry.run = *run;
    entry.method = state.request.head.method;
    entry.path = state.request.path;
    if (state.request.route)
        entry.route = state.request.route->id;
    entry.rule = state.request.ruleIndex;
    if (state.upstream)
        entry.upstream = state.upstream->id.empty() ? "inline" : state.upstream->id;
    if (state.node)
        entry.node = state.node->name;
    entry.status = outcome.status;
    entry.microseconds = outcome.total.count();
    entry.pick = state.request.pick;
    entry.head = rawHead(state.request.head);
    entry.client = state.request.peer.clientAddress;
    entry.config = state.config;
    entry.ended = std::chrono::system_clock::now();
    state.dataplane.traffic().add(entry);
    if (state.dataplane.options().observer)
        state.dataplane.options().observer(entry);
    if (const Plugin *counting = state.countingPlugin())
        state.dataplane.metrics().requestEnded(state.measured(outcome, counting->countsByName));
}

} // namespace sluice::simulator
