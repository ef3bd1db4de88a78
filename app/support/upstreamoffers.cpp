// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/upstreamoffers.h"

#include "app/dialogs/upstreamdialog.h"
#include "core/model/prose.h"
#include "core/models/upstreamrows.h"
#include "core/session/clusterwatch.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

struct UpstreamOffersText
{
    Q_DECLARE_TR_FUNCTIONS(UpstreamOffers)
};

constexpr qsizetype mostNamed = 5;

/// The first few of either: there may be thousands, and this is asked for each time that the row is painted.
QString users(const UpstreamUse &use)
{
    QStringList names;
    for (const Api &api : use.apis.first(std::min(use.apis.size(), mostNamed)))
        names.append(api.name());
    for (const Release &release : use.releases.first(std::min(use.releases.size(), mostNamed)))
        names.append(UpstreamOffersText::tr("release \"%1\"").arg(release.name));
    const qsizetype others = use.apis.size() + use.releases.size() - names.size();
    if (others > 0)
        names.append(UpstreamOffersText::tr("%n more", "", static_cast<int>(others)));
    return enumerated(names);
}

} // namespace

QList<RowAction> upstreamOffers(QWidget *over, Operations &operations, ClusterWatch &watch, const Upstream &upstream)
{
    const SharedSession session = watch.session();
    if (!session)
        return {};
    const auto refusal = watch.refusal();
    const QString refused = refusal ? joinSentences({refusal->reason, refusal->advice}) : QString();
    RowAction edit;
    edit.text = UpstreamOffersText::tr("Edit");
    edit.enabled = refused.isEmpty();
    edit.reason = refused;
    edit.trigger = [over, session, upstream, refreshed = QPointer<ClusterWatch>(&watch)] {
        auto *dialog = new UpstreamDialog(session, upstream, over->window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        if (refreshed)
            QObject::connect(dialog, &UpstreamDialog::saved, refreshed.data(), &ClusterWatch::refresh);
        dialog->open();
    };
    const UpstreamUse use = usersOf(upstream.id(), watch.snapshot());
    const Operation removal = removalOf(session, upstream);
    RowAction remove;
    remove.text = UpstreamOffersText::tr("Delete");
    remove.destructive = true;
    remove.reason = !refused.isEmpty() ? refused
                    : !use.isEmpty()   ? UpstreamOffersText::tr("In use: %1.").arg(users(use))
                                       : QString();
    remove.enabled = remove.reason.isEmpty() && !operations.isRunning(removal.cluster, removal.subject);
    remove.trigger = [over, &operations, removal] { operations.ask(over, removal); };
    return {edit, remove};
}

} // namespace sluice::app
