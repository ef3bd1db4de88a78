// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/releaseback.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ReleaseBackText
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseBack)
};

} // namespace

Result<ReleaseBack> backOf(const ObservedRelease &found, const std::optional<Api> &service)
{
    const Release &release = found.release;
    if (const auto allowed = allow(ReleaseAction::NewBack, release, found.condition); !allowed)
        return allowed.error();
    if (!found.api)
        return apiIsGone(release);
    if (found.api->currentUpstream() != release.target)
        return Error::conflict(ReleaseBackText::tr("The API no longer uses \"%1\".").arg(release.target),
                               ReleaseBackText::tr("Create a new release from what it uses now."));
    ReleaseBack back;
    back.form.name = ReleaseBackText::tr("%1, back").arg(release.name);
    back.form.api = release.api;
    back.form.workspace = release.workspace;
    if (release.current == "inline"_L1) {
        back.upstream = release.kept[u"inline"_s].toObject();
        back.form.target = u"%1-before-%2"_s.arg(release.api.id, release.id.section(u'-', -1)).left(64);
        if (back.upstream.isEmpty())
            return Error::conflict(
                ReleaseBackText::tr("The record did not keep the upstream that was written inside the API."),
                ReleaseBackText::tr("Create an upstream from it, and a new release."));
    } else if (release.current == "service"_L1) {
        back.form.target = service ? service->resource.reference(u"upstream_id"_s) : QString();
        if (back.form.target.isEmpty())
            return Error::conflict(
                ReleaseBackText::tr("The API used the upstream of its service, which is not an upstream object."),
                ReleaseBackText::tr(
                    "Create an upstream from it, and a new release; or remove the route's own upstream."));
    } else {
        back.form.target = release.current;
    }
    return back;
}

} // namespace sluice
