// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "simulator/admin/schemas.h"
#include "simulator/http/httpmessage.h"
#include "simulator/store/configstore.h"

#include <QStringList>
#include <QUrlQuery>

#include <chrono>
#include <map>

namespace sluice::simulator {

struct ResourceKind;

struct AdminOptions
{
    std::string adminKey;
    std::string viewerKey; ///< empty: there is none
    std::string version = "3.18.0";
    unsigned workers = 1; ///< that the data plane emulates: told to clients
};

/// The Admin API v3 of APISIX 3.18 (admin-api 1 and 2): answers word for word, on one thread.
class AdminApi
{
public:
    AdminApi(ConfigStore &store, AdminOptions options);

    Response handle(const Request &request);
    /// Removes what was written with a ttl that has passed.
    void expire();
    /// What a state file brought back with a ttl: to be removed in its time. Before the first request.
    void takeOverExpiry();
    /// True where the request carries the admin key: for everything else below the Admin port.
    bool mayRead(const Request &request) const;
    const Schemas &schemas() const { return m_schemas; }
    const std::string &adminKey() const { return m_options.adminKey; }

private:
    struct Call; ///< one request, taken apart

    Response dispatch(Call &call);
    Response resource(Call &call, const ResourceKind &kind);
    Response readBody(Call &call) const;
    Response get(const Call &call, const ResourceKind &kind) const;
    Response putOrPost(Call &call, const ResourceKind &kind);
    Response patch(Call &call, const ResourceKind &kind);
    Response remove(const Call &call, const ResourceKind &kind);
    Response store(const Call &call, const ResourceKind &kind, QJsonObject value, bool forbidTimes);
    Response pluginsPath(const Call &call) const;
    Response schemaPath(Call &call) const;
    Response validateAll(const QJsonObject &config) const;
    Response pluginSchema(const Call &call, const QString &name) const;
    std::optional<QString> fault(const ResourceKind &kind, const Call &call, const QJsonObject &value) const;
    std::optional<QString> checkKey(const Request &request, const QUrlQuery &query) const;

    ConfigStore &m_store;
    AdminOptions m_options;
    Schemas m_schemas;
    std::map<std::pair<Collection, std::string>, std::chrono::steady_clock::time_point> m_expiry;
};

} // namespace sluice::simulator
