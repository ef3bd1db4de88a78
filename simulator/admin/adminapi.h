// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/admin/resourceapi.h"
#include "simulator/admin/schemas.h"

#include <string>

namespace sluice::simulator {

struct AdminOptions
{
    std::string adminKey;
    std::string viewerKey; ///< empty: there is none
    std::string version = "3.18.0";
    unsigned workers = 1; ///< that the data plane emulates: told to clients
};

/// The Admin API v3 of APISIX 3.18 (apisix.md 1 and 2), word for word, on one thread: who may call, which part of it
/// answers, and the headers of every answer.
class AdminApi
{
public:
    AdminApi(ConfigStore &store, AdminOptions options);

    Response handle(const Request &request);
    /// What a state file brought back with a ttl: to be removed in its time. Before the first request.
    void takeOverExpiry() { m_resources.takeOverExpiry(); }
    /// True where it carries the admin key, or only reads with the viewer's.
    bool mayCall(const Request &request) const;
    /// True for the Admin key: what a viewer is shown holds no private keys.
    bool maySeeSecrets(const Request &request) const;
    const Schemas &schemas() const { return m_schemas; }
    const std::string &adminKey() const { return m_options.adminKey; }

private:
    struct Call; ///< one request, taken apart

    Response dispatch(Call &call);
    Response page(Call &call);
    Response readBody(Call &call) const;
    std::optional<QString> checkKey(const Request &request, const Arguments &arguments) const;

    AdminOptions m_options;
    Schemas m_schemas;
    ResourceApi m_resources;
};

} // namespace sluice::simulator
