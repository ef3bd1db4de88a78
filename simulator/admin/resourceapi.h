// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/admin/arguments.h"
#include "simulator/http/httpmessage.h"
#include "simulator/store/configstore.h"

#include <QJsonObject>
#include <QStringList>

#include <chrono>
#include <map>

namespace sluice::simulator {

class Schemas;
struct Candidate;
struct ResourceKind;

/// One call on a resource, its key and body already accepted.
struct ResourceCall
{
    std::string method;
    const Arguments &arguments;
    const std::optional<QJsonValue> &body; ///< nothing: there was none
    const ResourceKind &kind;
    QString id;           ///< from the URL; "vault/1", or "vault" alone, for secrets; empty: there is none
    std::string consumer; ///< of credentials
    QStringList subPath;  ///< of a PATCH

    /// segments: the path below /apisix/admin, with at least one.
    static std::optional<ResourceCall> of(std::string method, const QStringList &segments, const Arguments &arguments,
                                          const std::optional<QJsonValue> &body);

    std::string storeId(const QString &name) const;
};

/// GET, PUT, POST, PATCH and DELETE of all resources, on the store (apisix.md 2).
class ResourceApi
{
public:
    ResourceApi(ConfigStore &store, const Schemas &schemas);

    Response handle(const ResourceCall &call);
    /// Removes what was written with a ttl that has passed.
    void expire();
    /// What a state file brought back with a ttl: to be removed in its time. Before the first call.
    void takeOverExpiry();

private:
    Response get(const ResourceCall &call) const;
    Response list(const ResourceCall &call) const;
    Response putOrPost(const ResourceCall &call);
    Response patch(const ResourceCall &call);
    Response remove(const ResourceCall &call);
    Response write(const ResourceCall &call, const Candidate &candidate);

    using Key = std::pair<Collection, std::string>;

    ConfigStore &m_store;
    const Schemas &m_schemas;
    std::map<Key, std::chrono::steady_clock::time_point> m_expiry;
};

} // namespace sluice::simulator
