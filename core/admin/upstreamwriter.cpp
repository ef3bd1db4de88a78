// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/upstreamwriter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct UpstreamWriterText
{
    Q_DECLARE_TR_FUNCTIONS(UpstreamWriter)
};

/// What the gateway holds now, after a write; the write's own error where that is not what was wanted.
QCoro::Task<Result<Upstream>> readBack(AdminClient &admin, UpstreamDraft draft, Result<Resource> written)
{
    if (!written && written.error().kind != Error::Kind::Unknown)
        co_return written.error();
    Result<Resource> found = co_await admin.get(ResourceKind::Upstreams, draft.id);
    if (!found)
        co_return written ? found.error() : written.error();
    const Upstream upstream{*found};
    if (!written && !changeOf(upstream, draft).isEmpty())
        co_return written.error();
    co_return upstream;
}

} // namespace

QCoro::Task<Result<Upstream>> createUpstream(AdminClient &admin, UpstreamDraft draft, QJsonObject labels)
{
    Result<Resource> known = co_await admin.get(ResourceKind::Upstreams, draft.id);
    if (known)
        co_return Error::conflict(
            UpstreamWriterText::tr("There is an upstream with the id \"%1\" already.").arg(draft.id),
            UpstreamWriterText::tr("Choose another id."));
    if (known.error().kind != Error::Kind::NotFound)
        co_return known.error();
    const QJsonObject value = newUpstream(draft, labels);
    Result<Resource> written = co_await admin.put(ResourceKind::Upstreams, draft.id, value);
    Result<Upstream> made = co_await readBack(admin, draft, written);
    co_return made;
}

QCoro::Task<Result<Upstream>> changeUpstream(AdminClient &admin, Upstream before, UpstreamDraft draft)
{
    Result<Resource> now = co_await admin.get(ResourceKind::Upstreams, draft.id);
    if (!now)
        co_return now.error();
    if (now->modifiedIndex != before.resource.modifiedIndex)
        co_return Error::conflict(
            UpstreamWriterText::tr("The upstream \"%1\" was changed elsewhere meanwhile.").arg(draft.id),
            UpstreamWriterText::tr("Close this form, look at what it is now, and change it again."));
    const QJsonObject change = changeOf(before, draft);
    if (change.isEmpty())
        co_return before;
    Result<Resource> written = co_await admin.patch(ResourceKind::Upstreams, draft.id, change);
    Result<Upstream> made = co_await readBack(admin, draft, written);
    co_return made;
}

} // namespace sluice
