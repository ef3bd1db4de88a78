// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0

// Bytes of a client or a node: however they are cut into pieces, they must be read in the same way. What is a request
// is then taken through the data plane.
#include "simulator/http/httpparser.h"
#include "simulator/proxy/dataplane.h"
#include "simulator/proxy/transaction.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdlib>

using namespace sluice::simulator;

namespace {

constexpr char routes[] = R"json([
{"uri":"/*","upstream":{"nodes":{"127.0.0.1:1":1,"127.0.0.2:1":2}}},
{"uris":["/a/*/b","/c*"],"hosts":["*.test","x"],"vars":[["arg_a","~~","^[0-9]+$"],["http_x","!","in",["1"]]],
 "upstream":{"type":"chash","key":"uri","nodes":{"127.0.0.1:1":1}},
 "plugins":{"proxy-rewrite":{"regex_uri":["^/c(.*)","/d$1"],"headers":{"set":{"X":"$arg_a$http_host"}}},
 "cors":{"allow_origins":"**","allow_headers":"**"},"request-id":{},"key-auth":{"hide_credentials":true},
 "response-rewrite":{"body":"$uri$cookie_a"}}}])json";

void check(bool holds)
{
    if (!holds)
        std::abort();
}

void findInPieces(std::string_view input, std::size_t step)
{
    HeadFinder whole;
    HeadFinder pieces;
    const HeadState expected = whole.find(input);
    HeadState state = HeadState::Incomplete;
    for (std::size_t end = 0; state == HeadState::Incomplete && end < input.size();) {
        end = std::min(input.size(), end + step);
        state = pieces.find(input.substr(0, end));
    }
    check(state == expected && (state != HeadState::Complete || whole.size() == pieces.size()));
}

ChunkedReader::State readChunks(std::string_view input, std::size_t step, std::string &out)
{
    ChunkedReader reader;
    ChunkedReader::State state = ChunkedReader::State::More;
    while (state == ChunkedReader::State::More && !input.empty()) {
        std::string_view piece = input.substr(0, step);
        input.remove_prefix(piece.size());
        state = reader.read(piece, out);
    }
    return state;
}

void takeThrough(Dataplane &dataplane, const RequestHead &head)
{
    Peer peer;
    peer.clientAddress = "127.0.0.1";
    Transaction transaction(dataplane, head, peer);
    Decision decision = transaction.decide(transaction.wantsRequestBody() ? "a=1" : "");
    while (std::holds_alternative<Forward>(decision.what))
        decision = transaction.nodeFailed(NodeFailure::Refused, false);
    AnswerHead answer{200, {}, {{"Content-Length", "1"}}};
    transaction.answerHead(answer);
    if (transaction.bodyUse() != BodyUse::Passed)
        transaction.rewriteBody("x");
    transaction.finished({});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static Dataplane dataplane({});
    static const bool loaded = [] {
        ConfigStore store;
        const QJsonArray list = QJsonDocument::fromJson(routes).array();
        for (const QJsonValue &route : list)
            static_cast<void>(store.put(Collection::Routes, std::to_string(store.nextRevision()), route.toObject()));
        dataplane.apply(store.snapshot());
        return true;
    }();
    check(loaded);
    if (size < 1)
        return 0;
    const std::size_t step = 1 + data[0] % 16;
    const std::string_view input(reinterpret_cast<const char *>(data) + 1, size - 1);

    findInPieces(input, step);
    std::string whole;
    std::string pieces;
    check(readChunks(input, input.size(), whole) == readChunks(input, step, pieces) && whole == pieces);

    HeadFinder finder;
    if (finder.find(input) != HeadState::Complete)
        return 0;
    RequestHead request;
    if (parseRequestHead(input.substr(0, finder.size()), request))
        takeThrough(dataplane, request);
    ResponseHead response;
    parseResponseHead(input.substr(0, finder.size()), response);
    return 0;
}
