// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/resourcechange.h"

#include "core/release/releaseactions.h"

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

QCoro::Task<Result<bool>> mustReplaceWhole(AdminClient &admin, QVersionNumber version, Resource before)
{
    if (!version.isNull() && version >= QVersionNumber(3, 18))
        co_return false;
    const QStringList plugins = before.plugins().keys();
    for (const QString &plugin : plugins) {
        Result<QStringList> fields = co_await admin.encryptedFields(plugin);
        if (!fields)
            co_return fields.error();
        if (!fields->isEmpty())
            co_return true;
    }
    co_return false;
}

} // namespace

QCoro::Task<Result<AdminRequest>> changeRequest(AdminClient &admin, QVersionNumber version, ResourceKind kind,
                                                Resource before, QJsonObject change)
{
    Result<bool> whole = co_await mustReplaceWhole(admin, version, before);
    if (!whole)
        co_return whole.error();
    if (!*whole)
        co_return patchRequest(kind, before.id(), change);
    QJsonObject value = merged(before.value, change);
    value.remove(u"create_time"_s);
    value.remove(u"update_time"_s);
    co_return putRequest(kind, before.id(), value);
}

QCoro::Task<Result<Resource>> changeResource(AdminClient &admin, QVersionNumber version, ResourceKind kind,
                                             Resource before, QJsonObject change)
{
    Result<AdminRequest> request = co_await changeRequest(admin, version, kind, before, change);
    if (!request)
        co_return request.error();
    if (request->method == "PATCH") {
        Result<Resource> patched = co_await admin.patch(kind, before.id(), request->body);
        co_return patched;
    }
    Result<Resource> replaced = co_await admin.put(kind, before.id(), request->body);
    co_return replaced;
}

} // namespace sluice
