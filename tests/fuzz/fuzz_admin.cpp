// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0

// A first line "METHOD path", then a body: what the Admin API takes, the data plane must be able to serve.
#include "simulator/admin/adminapi.h"
#include "simulator/admin/luajson.h"
#include "simulator/proxy/dataplane.h"

#include <cstdlib>

using namespace sluice::simulator;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    const std::size_t line = std::min(input.find('\n'), input.size());
    const std::size_t blank = std::min(input.substr(0, line).find(' '), line);
    Request request;
    request.method = input.substr(0, blank);
    request.target =
        "/apisix/admin/" + std::string(input.substr(std::min(blank + 1, line), line - std::min(blank + 1, line)));
    request.body = input.substr(std::min(line + 1, input.size()));
    request.headers = {{"X-API-KEY", "k"}};
    if (request.target.find('\0') != std::string::npos)
        return 0;

    static ConfigStore store;
    static AdminApi api(store, {.adminKey = "k", .viewerKey = {}});
    store.replaceAll({{Collection::Upstreams, {.id = "u", .value = {{QStringLiteral("id"), QStringLiteral("u")}}}}});
    const Response answer = api.handle(request);
    if (answer.status < 200 || answer.status > 599)
        std::abort();
    if (answer.status < 300 && !answer.body.empty() && answer.body.front() == '{' && !decodeJson(answer.body))
        std::abort();
    Dataplane dataplane({});
    dataplane.apply(store.snapshot());
    static_cast<void>(dataplane.runtime());
    return 0;
}
