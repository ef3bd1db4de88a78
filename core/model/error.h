// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>
#include <QString>

namespace sluice {

/// What went wrong, in the words of the person who has to act on it. A value: it is returned, never thrown.
struct Error
{
    enum class Kind {
        Cancelled,       ///< the caller gave up
        Unreachable,     ///< no connection, name not resolved, no answer in time (reads only)
        Tls,             ///< certificate or handshake
        Unauthorized,    ///< 401: missing or wrong key
        ReadOnlyKey,     ///< 401 to a write: APISIX's "invalid method for role viewer"
        ReadOnlyCluster, ///< the profile forbids writes
        Forbidden,       ///< 403: the address is not in allow_admin
        Redirected,      ///< 3xx: never followed, the key would travel
        NotFound,
        Invalid,     ///< 400: with the gateway's own words; or bad input, found before anything was sent
        Conflict,    ///< someone else changed it, holds the lease, or the state forbids the action
        Unknown,     ///< a write went out and no answer came back: neither success nor failure
        Unsupported, ///< not an Admin API that this client can steer (APISIX 2.x, standalone, no traffic-split ...)
        Server,      ///< 5xx, or an answer that can't be understood
    };

    Kind kind = Kind::Server;
    QString reason;  ///< one sentence: what failed
    QString detail;  ///< what the gateway answered, word for word; shown folded, as plain text
    QString traffic; ///< what the traffic does now, where an action failed half way; else empty
    QString advice;  ///< what to do next
    int httpStatus = 0;

    /// Bad input, found before anything was sent.
    static Error invalid(const QString &reason, const QString &advice = {}, const QString &detail = {})
    {
        return {.kind = Kind::Invalid, .reason = reason, .detail = detail, .traffic = {}, .advice = advice};
    }
    /// The state, or somebody else's change, forbids it.
    static Error conflict(const QString &reason, const QString &advice = {}, const QString &traffic = {})
    {
        return {.kind = Kind::Conflict, .reason = reason, .detail = {}, .traffic = traffic, .advice = advice};
    }
};

} // namespace sluice

Q_DECLARE_METATYPE(sluice::Error)
